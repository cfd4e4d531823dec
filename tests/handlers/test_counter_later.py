"""What becomes of a petition taken down at the counter later on: split or merged, it still has one receipt."""

from desk.audit import verify
from tests.conftest import Databases
from tests.courses import WORDS, opened, plain, signed
from tests.handlers.test_counter import NAME, PHONE, codes, is_asked_to_tell, takes_down
from tests.town import Town
from tests.traces import dump, traces


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
        await officer.hears("dưới đây?", shown(row.code))
        await officer.presses("✅ Gửi")
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


async def test_the_receipt_of_a_petition_that_was_merged_leads_to_the_one_that_goes_on(town: Town) -> None:
    code, secret = codes(await takes_down(town.officer))
    goes_on = await town.files(WORDS)
    await opened(town, code)
    [row] = await town.query("SELECT entries FROM petitions WHERE code = :code", code=plain(code))
    await town.officer.presses_data(1, f"mergeinto:{plain(code)}:{row.entries}:{plain(goes_on)}")
    await town.officer.hears("Đã gộp", code, goes_on)
    await signed(town, goes_on)
    await is_asked_to_tell(town.officer, code, goes_on, "đã thay bóng đèn mới")
    stranger = await town.agrees("resident_2")
    await stranger.says(f"/status {code} {secret}")
    told = await stranger.hears(code, "được giải quyết tiếp trong", goes_on, "Đã trả lời", "đã thay bóng đèn mới")
    assert WORDS not in told
    await town.officer.presses_data(1, f"behalf:{plain(code)}")
    await town.officer.hears(code, goes_on, "đã thay bóng đèn mới")
    async with town.parts.store.reading() as unit:
        assert (await verify(unit)).faults == ()


async def test_the_administrator_erases_at_a_written_wish_what_has_ended_and_nobody_else_does(
    town: Town, databases: Databases
) -> None:
    code, secret = codes(await takes_down(town.officer))
    administrator = town.person("administrator")
    wish = f"/erase {code} 12/yc-2026"
    await administrator.says("/erase")
    await administrator.hears("số văn bản yêu cầu")
    await administrator.says("/erase DN-AAAA-AAAA 12/2026")
    await administrator.hears("không phải mã kiến nghị", "số văn bản yêu cầu")
    await administrator.says(wish)
    await administrator.hears("chưa kết thúc", "mới nhận", "cho rút trước")
    await town.officer.presses_data(1, f"withdrawn:{plain(code)}")
    await town.officer.hears("Đã rút kiến nghị", code)
    for person in (town.officer, town.senior, town.person("leader")):
        await person.says(wish)
        await person.hears("không có quyền")
        for data in (f"expunged:{plain(code)}:12/YC-2026", f"erased:{plain(code)}"):
            assert "không có quyền" in await person.presses_data(1, data)
    assert "không có quyền" in await administrator.presses_data(1, f"erased:{plain(code)}"), "not without a paper"
    for number in ("", "ông Nguyễn Văn A", "12/2026 của ông A"):
        await administrator.says(f"/erase {code} {number}")
        await administrator.hears("Không ghi tên ai")
    await administrator.says(wish)
    await administrator.hears("theo văn bản số 12/YC-2026", code)
    await administrator.presses("Chắc chắn xóa")
    await administrator.hears("Đã xóa nội dung", code)
    await town.officer.hears("được xóa theo văn bản số 12/YC-2026", code, "theo địa chỉ ghi trong văn bản")
    assert traces([WORDS, NAME, PHONE], dump(databases.admin(town.database))) == []
    card = await opened_again(town, code)
    assert WORDS not in card
    assert "không để lại cách liên hệ" not in card, "there was one"
    stranger = await town.agrees("resident_2")
    await stranger.says(f"/status {code} {secret}")
    told = await stranger.hears(code, "Xóa nội dung theo yêu cầu bằng văn bản", "số 12/YC-2026")
    assert "Người gửi rút kiến nghị" in told, "what was done stays"
    await administrator.says(wish)
    await administrator.hears("đã được xóa")
    async with town.parts.store.reading() as unit:
        assert (await verify(unit)).faults == ()


async def opened_again(town: Town, code: str) -> str:
    """Return the officer's card."""
    await town.officer.presses_data(1, f"card:{plain(code)}")
    return await town.officer.hears(code, "Nội dung đã được xóa")
