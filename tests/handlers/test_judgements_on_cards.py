"""How an answer was judged stands on the cards of body and office, what was said of an older one beside it."""

import pytest

from tests.courses import ANSWER, WORDS, given, opened, plain, signed, stands
from tests.handlers.test_late_judgement import passes
from tests.town import Person, Town, text_of

NOT_SOLVED = "Người dân: chưa giải quyết – 09:0"


async def answered_again(town: Town, code: str) -> Person:
    """Let the resident find the first answer wanting, and read a second one; return the resident."""
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    await resident.presses("Không có gì thêm")
    await resident.is_told()
    await town.body.hears("chờ cơ quan trả lời lại", code)
    await (await given(town, code)).presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    return resident


async def group_card(town: Town, code: str) -> str:
    """Return what the newest card of the group says now."""
    await town.rests()
    cards = [one for one in await town.body.messages() if WORDS in text_of(one) and code in text_of(one)]
    return (await stands(town.body, cards[-1]["message_id"]))[0]


@pytest.mark.parametrize(
    ("rating", "judged", "in_english"),
    [
        ("solved", "Người dân: đã giải quyết xong – 09:0", "Resident: solved – 09:0"),
        ("partly", "Người dân: giải quyết một phần – 09:0", "Resident: partly solved – 09:0"),
    ],
)
async def test_the_newest_judgement_stands_on_every_card_and_what_was_not_solved_before_below_it(
    town: Town, rating: str, judged: str, in_english: str
) -> None:
    code = await town.files(WORDS)
    resident = await answered_again(town, code)
    assert judged not in await group_card(town, code)
    await resident.presses_data(resident.last["message_id"], f"rate:{plain(code)}:{rating}")
    await resident.hears("đã kết thúc", code)
    short = await group_card(town, code)
    assert short.startswith("☑️ Đã kết thúc")
    assert short.index(judged) < short.index(NOT_SOLVED) < short.index(ANSWER)
    await town.body.presses("Đọc đầy đủ")
    assert judged in await town.body.hears(code, NOT_SOLVED)
    assert judged in text_of((await opened(town, code)).last)
    alone = town.person("ward_officer")
    await alone.says("/language")
    await alone.hears("Switched to English")
    await alone.presses_data(1, f"task:{plain(code)}")
    await alone.hears(code, in_english, "Resident: not solved – 09:0")


async def test_a_judgement_that_is_taken_back_stands_on_no_card_any_more(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Giải quyết một phần")
    await resident.hears("đã kết thúc", code)
    assert "giải quyết một phần" in await group_card(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    await town.body.hears("chờ cơ quan trả lời lại", code, without="giải quyết một phần")
    seen = text_of((await opened(town, code)).last)
    assert NOT_SOLVED in seen
    assert "giải quyết một phần" not in seen


async def test_an_answer_that_nobody_judged_says_so_where_an_older_one_was_not_enough(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await answered_again(town, code)
    await passes(town, 4, 8)
    await resident.hears("đã kết thúc vì không có ý kiến thêm", code)
    silent = "Kết thúc vì người dân không có ý kiến thêm – "
    card = await group_card(town, code)
    assert card.index(silent) < card.index(NOT_SOLVED)
    assert silent in text_of((await opened(town, code)).last)
