"""A judgement that comes late: how it was judged before, or ended by itself, and what is left to do."""

from datetime import timedelta

from tests.courses import WORDS, plain, signed
from tests.town import Person, Town

RATINGS = {"👍 Đã giải quyết xong", "Giải quyết một phần", "👎 Chưa giải quyết"}


async def test_an_old_judgement_is_told_when_the_petition_ended_and_until_when_not_solved_is_taken(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await passes(town, 4, 8)
    await resident.hears("đã kết thúc vì không có ý kiến thêm", code)
    await resident.presses("Đã giải quyết xong")
    told = await resident.hears("đã kết thúc ngày 02 tháng 12 năm 2026", code)
    assert "đến hết ngày 20 tháng 12 năm 2026" in told
    assert await resident.buttons() == ["👎 Chưa giải quyết", "💬 Viết nhận xét", "Xem diễn biến"]
    town.clock.move(timedelta(days=30))
    await resident.presses("Chưa giải quyết")
    await resident.hears("không mở lại được nữa", code, "/new")
    assert await resident.buttons() == ["💬 Viết nhận xét", "Xem diễn biến"]


async def test_a_judgement_given_elsewhere_takes_the_buttons_of_every_letter_that_asked_for_it(town: Town) -> None:
    resident, answer = await judged_with_words(town, await town.files(WORDS), reminded=True)
    assert [labels for labels in await shown(resident) if RATINGS & set(labels)] == []
    assert any(one["message_id"] == answer for one in await resident.messages()), "the answer stays in the chat"


async def test_a_judgement_of_what_is_reopened_is_told_how_it_was_judged_and_where_it_stands(town: Town) -> None:
    code = await town.files(WORDS)
    resident, answer = await judged_with_words(town, code)
    for late in ("solved", "partly"):
        await resident.presses_data(answer, f"rate:{plain(code)}:{late}")
        told = await resident.hears(code, "đã được đánh giá “👎 Chưa giải quyết” ngày 20 tháng 11 năm 2026")
        assert "Đang giải quyết" in told
        assert "đã chuyển cơ quan" not in told
        assert await resident.buttons() == ["➕ Bổ sung", "Xem diễn biến"]
    assert "đã được ghi nhận" in await resident.presses_data(answer, f"rate:{plain(code)}:not")


async def test_another_judgement_of_what_was_judged_as_solved_names_that_judgement(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    answer = resident.last["message_id"]
    await resident.presses("Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    await resident.presses_data(answer, f"rate:{plain(code)}:partly")
    await resident.hears("đã được đánh giá “👍 Đã giải quyết xong”", "đã kết thúc ngày 20 tháng 11 năm 2026")
    assert await resident.buttons() == ["👎 Chưa giải quyết", "💬 Viết nhận xét", "Xem diễn biến"]


async def test_a_judgement_of_what_was_withdrawn_names_none_and_says_how_it_ended(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    answer = resident.last["message_id"]
    await resident.presses_data(1, f"withdrawn:{plain(code)}")
    await resident.hears("Đã rút")
    await resident.presses_data(answer, f"rate:{plain(code)}:solved")
    told = await resident.hears("không nhận đánh giá", "Kết thúc – ông/bà đã rút")
    assert "đã được đánh giá" not in told


async def test_what_an_author_cannot_do_now_is_refused_in_the_words_of_the_timeline(town: Town) -> None:
    code = await town.files(WORDS)
    resident, answer = await judged_with_words(town, code)
    toast = await resident.presses_data(answer, f"erase:{plain(code)}")
    assert "Đang giải quyết" in toast
    assert "đã chuyển cơ quan" not in toast
    [labels] = [one for one in await shown(resident, answer) if one]
    assert labels == ["Xem diễn biến"]


async def judged_with_words(town: Town, code: str, *, reminded: bool = False) -> tuple[Person, int]:
    """Let the resident write that it is not solved, and press that; return them, and where the answer stands."""
    resident = await signed(town, code)
    answer = int(resident.last["message_id"])
    if reminded:
        await passes(town, 4)
        await resident.hears("cho biết kết quả", code)
    await resident.says("van con ngap, chua xong dau")
    await resident.hears(f"Kiến nghị {code} đã có trả lời")
    await resident.presses("👎 Chưa giải quyết, gửi kèm")
    await resident.hears("được mở lại ngay", "đã được gửi kèm")
    return resident, answer


async def shown(person: Person, message: int | None = None) -> list[list[str]]:
    """Return the buttons of every message of the bot that has any, or of one message."""
    found = [one for one in await person.messages() if message in {None, one["message_id"]}]
    keyboards = [one.get("reply_markup", {}).get("inline_keyboard", []) for one in found]
    return [[button["text"] for row in rows for button in row] for rows in keyboards if rows]


async def passes(town: Town, *days: int) -> None:
    """Let days pass, with the minute's housekeeping after each stretch."""
    for some in days:
        town.clock.move(timedelta(days=some))
        await town.keep_house()
        await town.rests()
