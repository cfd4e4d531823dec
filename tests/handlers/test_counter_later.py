"""What becomes of a petition taken down at the counter later on: split or merged, it still has one receipt."""

from tests.courses import WORDS, plain
from tests.handlers.test_counter import codes, is_asked_to_tell, takes_down
from tests.town import Town


def shown(code: str) -> str:
    """Return a code as people read it."""
    return f"DN-{code[:4]}-{code[4:]}"


async def test_the_receipt_of_a_petition_that_was_split_opens_its_parts_and_theirs(town: Town) -> None:
    code, secret = codes(await takes_down(town.officer))
    officer = town.officer
    for _again in range(2):
        [row] = await town.query("SELECT code, entries FROM petitions ORDER BY id DESC LIMIT 1")
        await officer.presses_data(1, f"splitwords:{row.code}:{row.entries}")
        await officer.says("Đèn đường ngõ 20 hỏng.\n\nNắp cống trước nhà số 15 vỡ.")
        await officer.hears("Đã tách", shown(row.code))
    await is_asked_to_tell(officer, code, "Mã bí mật đã có mở được cả các kiến nghị này")
    stranger = await town.agrees("resident_2")
    parts = await town.query("SELECT code FROM petitions WHERE split_from IS NOT NULL")
    assert len(parts) == 4
    for part in parts:
        await stranger.says(f"/status {shown(part.code)} {secret}")
        await stranger.hears(shown(part.code), "Người gửi")
    other = await town.files(WORDS)
    await stranger.says(f"/status {other} {secret}")
    assert shown(plain(other)) not in await stranger.is_told()
