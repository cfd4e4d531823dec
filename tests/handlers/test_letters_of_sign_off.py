"""Letters that ask senior officers for a decision say what was decided elsewhere, and are not pressed then."""

from collections.abc import Awaitable, Callable

import pytest

from tests.courses import WORDS, answered, asking, given, newcomer, opened, plain, stands, takes
from tests.town import Person, Town


async def two_letters(
    town: Town, way: Callable[[Town, str], Awaitable[Person]], part: str
) -> tuple[str, list[tuple[Person, int]]]:
    """Go a way to a decision of one of two senior officers; return the petition's code and the letter of each."""
    other = await takes(town, await newcomer(town, "senior_2", "Phó Chủ tịch"), "senior_officer")
    code = await town.files(WORDS)
    senior = await way(town, code)
    await other.hears(part, code)
    return code, [(reader, reader.last["message_id"]) for reader in (senior, other)]


async def asked(town: Town, code: str) -> Person:
    """Let the body ask for more time; return the senior officer who has read it."""
    await asking(town, code, "5 ngày, chờ vật tư")
    await town.senior.hears("đề nghị gia hạn", code)
    return town.senior


@pytest.mark.parametrize(
    ("button", "heading"), [("✅ Duyệt", "Đã duyệt: "), ("Trả lại cơ quan", "Đã trả lại cơ quan: ")]
)
async def test_the_letter_says_what_was_decided_from_a_card_in_every_senior_officers_chat(
    town: Town, button: str, heading: str
) -> None:
    (code, letters), senior = await two_letters(town, answered, "Chờ duyệt"), town.senior
    await senior.says(f"/find {code}")
    await senior.hears("Loại:", code)
    await senior.presses(button)
    if "Trả lại" in button:
        await senior.hears("Xin viết")
        await senior.says("Xin nêu rõ hơn ngày thay bóng đèn.")
        await senior.hears("Đã trả lại", code)
    await town.settles()
    await town.rests()
    for reader, message in letters:
        said, live = await stands(reader, message)
        assert said.startswith(heading + code), said
        assert "Lãnh đạo Ban Thường trực, 09:0" in said
        assert not live


@pytest.mark.parametrize(
    ("button", "words", "heading", "holds"),
    [
        ("Cho gia hạn", "", "Đã gia hạn: ", "Hạn giải quyết: 21/12/2026"),
        ("Không gia hạn", "Việc này làm trong ngày được.", "Không gia hạn: ", "Việc này làm trong ngày được."),
    ],
)
async def test_the_letter_of_a_request_for_more_time_says_what_was_decided_from_a_card(
    town: Town, button: str, words: str, heading: str, holds: str
) -> None:
    (code, letters), senior = await two_letters(town, asked, "đề nghị gia hạn"), town.senior
    await senior.presses("Mở phiếu")
    await senior.hears("Loại:", code)
    await senior.presses(button)
    if words:
        await senior.hears("Xin viết")
        await senior.says(words)
    await senior.hears("gia hạn", code)
    await town.settles()
    await town.rests()
    for reader, message in letters:
        said, live = await stands(reader, message)
        assert said.startswith(heading + code), said
        assert "Lãnh đạo Ban Thường trực, 09:0" in said
        assert said.count("chờ vật tư") == 1, said
        assert holds in said
        assert not live


async def begins_to_withdraw(town: Town, code: str) -> None:
    await town.resident.says(f"/status {code}")
    await town.resident.hears(code, "Gửi lúc")
    await town.resident.presses("Rút kiến nghị")
    await town.resident.hears("chắc chắn muốn rút")


async def withdraws(town: Town, code: str) -> None:
    await begins_to_withdraw(town, code)
    await town.resident.presses("Chắc chắn rút")


async def recalls(town: Town, code: str) -> None:
    await (await opened(town, code)).presses("Lấy lại từ cơ quan")


async def denounces(town: Town, code: str) -> None:
    officer = await opened(town, code)
    await officer.presses("Đây là tố cáo")
    await officer.hears("tố cáo")
    await officer.presses("Xóa nội dung và hướng dẫn")


async def answers(town: Town, code: str) -> None:
    await town.body.presses("Về phiếu")
    await town.body.hears(code, "Hạn giải quyết")
    await given(town, code)


@pytest.mark.parametrize(
    ("takes_away", "status"),
    [
        (withdraws, "đã rút"),
        (recalls, "đang phân loại"),
        (denounces, "lưu, không xử lý tiếp"),
        (answers, "chờ duyệt trả lời"),
    ],
)
async def test_a_request_for_more_time_that_is_overtaken_says_so_and_is_not_pressed(
    town: Town, takes_away: Callable[[Town, str], Awaitable[None]], status: str
) -> None:
    code = await town.files(WORDS)
    letter = (await asked(town, code)).last["message_id"]
    await town.body.hears("Đã đề nghị gia hạn")
    await takes_away(town, code)
    await town.settles()
    await town.rests()
    said, live = await stands(town.senior, letter)
    assert said.startswith(f"Không còn chờ quyết định gia hạn: {code}"), said
    assert status in said
    assert "chờ vật tư" not in said
    assert not live


@pytest.mark.parametrize(("takes_away", "status"), [(withdraws, "đã rút"), (denounces, "lưu, không xử lý tiếp")])
async def test_an_answer_that_is_taken_away_from_sign_off_says_so_and_is_not_pressed(
    town: Town, takes_away: Callable[[Town, str], Awaitable[None]], status: str
) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    letter = senior.last["message_id"]
    await takes_away(town, code)
    await town.settles()
    await town.rests()
    said, live = await stands(senior, letter)
    assert said.startswith(f"Không còn chờ duyệt: {code}"), said
    assert status in said
    assert "thay bóng đèn" not in said
    assert not live


async def test_an_answer_that_is_sent_back_leaves_no_request_for_more_time(town: Town) -> None:
    code = await town.files(WORDS)
    letter = (await asked(town, code)).last["message_id"]
    await town.body.hears("Đã đề nghị gia hạn")
    await answers(town, code)
    await town.senior.presses("Trả lại cơ quan")
    await town.senior.hears("Xin viết")
    await town.senior.says("Xin nêu rõ hơn ngày thay bóng đèn.")
    await town.body.hears(code, "nêu rõ hơn")
    assert "Xin gia hạn" in " ".join(await town.body.buttons())
    assert [row.asked_days for row in await town.query("SELECT asked_days FROM referrals")] == [None]
    await town.rests()
    said, live = await stands(town.senior, letter)
    assert said.startswith(f"Không còn chờ quyết định gia hạn: {code}"), said
    assert not live


async def test_a_second_answer_has_a_letter_of_its_own(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    first = senior.last["message_id"]
    await senior.presses("Mở phiếu")
    await senior.hears("Loại:", code)
    await senior.presses("Trả lại cơ quan")
    await senior.hears("Xin viết")
    await senior.says("Xin nêu rõ hơn ngày thay bóng đèn.")
    await town.body.hears(code, "nêu rõ hơn")
    await given(town, code)
    assert (await stands(senior, first))[0].startswith("Đã trả lại cơ quan")
    assert (await stands(senior, senior.last["message_id"]))[1]


async def test_whoever_acted_themselves_reads_that_it_was_them(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    [row] = await town.query("SELECT entries FROM petitions")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    assert "đã có việc mới (ông/bà, 09:0" in await officer.presses_data(1, f"refer:{plain(code)}:{row.entries}")


async def test_whoever_is_no_senior_officer_any_more_reads_nothing_of_what_colleagues_decide(town: Town) -> None:
    code, [(senior, _letter), (former, _other)] = await two_letters(town, answered, "Chờ duyệt")
    [grant] = await town.query("SELECT id FROM grants ORDER BY id DESC LIMIT 1")
    await town.person("administrator").presses_data(1, f"revoked:{grant.id}")
    await former.hears("đã được thu hồi")
    await senior.presses("Trả lại cơ quan")
    await senior.hears("Xin viết")
    await senior.says("Xin nêu rõ hơn ngày thay bóng đèn.")
    await senior.hears("Đã trả lại", code)
    await town.settles()
    await town.rests()
    assert not any("nêu rõ hơn" in said or "Đã trả lại" in said for said in await former.screen())
