"""A letter asks something while another petition is half written: words that follow go into neither unasked."""

import pytest

from tests.courses import DANGER, WORDS, draft_of, opened, plain, signed, step_of, words_of
from tests.town import PNG, Person, Town

OTHER = "Rác đổ tràn ra ngõ 68 từ sáng thứ bảy, mùi rất khó chịu."
LATER = "Đèn 7 sáng rồi nhưng đèn 8 vẫn tắt."
QUESTION = "Xin cho biết cột đèn số mấy?"
WAITS = "đang chờ ông/bà trả lời"


async def drafting(town: Town, *, at: str = "files") -> Person:
    """Let the resident begin another petition and stand at a step of it."""
    resident = town.resident
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    if at == "words":
        return resident
    await resident.says(OTHER)
    await resident.hears("Bước 2/4")
    if at == "files":
        return resident
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4")
    if at == "place":
        return resident
    await resident.presses("Bỏ qua địa điểm")
    await resident.hears("Bước 4/4")
    if at == "name":
        return resident
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại trước khi gửi")
    return resident


async def answered_meanwhile(town: Town, *, at: str = "files") -> str:
    """Let a petition be answered while another one is half written; return its code."""
    code = await town.files(WORDS)
    await drafting(town, at=at)
    await signed(town, code)
    return code


async def asked_meanwhile(town: Town) -> str:
    """Let the office ask about a petition while another one is half written; return its code."""
    code = await town.files(WORDS)
    await drafting(town)
    await office_asks(town, code)
    return code


async def office_asks(town: Town, code: str) -> None:
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    await officer.says(QUESTION)
    await town.resident.hears(QUESTION)


async def status_of(town: Town, code: str) -> str:
    [row] = await town.query("SELECT status FROM petitions WHERE code = :code", code=plain(code))
    return str(row.status)


async def acts(town: Town, code: str) -> list[str]:
    rows = await town.query(
        "SELECT e.act FROM entries e JOIN petitions p ON p.id = e.petition_id WHERE p.code = :code",
        code=plain(code),
    )
    return [row.act for row in rows]


async def writes(resident: Person, code: str, text: str = LATER) -> None:
    await resident.says(text)
    told = await resident.hears(WAITS, code, text)
    assert "Đã nối" not in told
    assert await resident.buttons() == [f"💬 Trả lời kiến nghị {code}", "📝 Viết vào kiến nghị đang soạn"]


@pytest.mark.parametrize("at", ["words", "files", "place", "name", "preview"])
async def test_words_after_an_answer_are_held_until_a_button_says_what_they_are_for(town: Town, at: str) -> None:
    code = await answered_meanwhile(town, at=at)
    resident = town.resident
    await writes(resident, code)
    draft = await draft_of(town, resident)
    assert draft
    assert list(draft.values.get("words", ())) == ([] if at == "words" else [OTHER])
    await resident.presses("Viết vào kiến nghị đang soạn")
    await resident.hears({"place": "Bước 4/4", "preview": "xem lại trước khi gửi"}.get(at, "Bước 2/4"))
    draft = await draft_of(town, resident)
    assert draft
    kept = [*draft.values["words"], (draft.values.get("place") or {}).get("words")]
    assert LATER in kept
    assert await status_of(town, code) == "answered"


@pytest.mark.parametrize(
    ("rating", "said", "status", "act"),
    [
        ("👎 Chưa giải quyết", "được mở lại ngay", "referred", "supply"),
        ("Giải quyết một phần", "giải quyết một phần", "closed", "remark"),
        ("👍 Đã giải quyết xong", "đã kết thúc", "closed", "remark"),
    ],
)
async def test_words_that_answer_an_answer_are_judged_with_and_the_draft_stands_again(
    town: Town, rating: str, said: str, status: str, act: str
) -> None:
    code = await answered_meanwhile(town)
    resident = town.resident
    await writes(resident, code)
    await resident.presses("Trả lời kiến nghị")
    await resident.hears(f"Kiến nghị {code} đã có trả lời", "Đã nhận", "được gửi kèm")
    assert await words_of(town, resident) == [LATER]
    await resident.presses(rating)
    await resident.hears(said, code, "Lời ông/bà vừa viết đã được gửi kèm")
    await resident.hears("đang soạn dở", OTHER)
    assert await status_of(town, code) == status
    assert act in await acts(town, code)
    await resident.presses("Viết tiếp")
    await resident.hears("Bước 2/4")
    assert await words_of(town, resident) == [OTHER]
    await resident.says("Xe rác không vào ngõ.")
    await resident.hears("Đã nối lời vừa viết vào kiến nghị đang soạn")


async def test_words_that_answer_the_question_of_the_office_are_sent_and_the_draft_stands_again(
    town: Town,
) -> None:
    code = await asked_meanwhile(town)
    resident = town.resident
    await writes(resident, code, "Cột số 7, cạnh cổng trường.")
    await resident.presses("Trả lời kiến nghị")
    told = await resident.hears("Đã nhận", code)
    assert "đã có trả lời" not in told
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await resident.hears("đang soạn dở", OTHER)
    assert "supply" in await acts(town, code)
    assert await words_of(town, resident) == [OTHER]


async def test_in_english_too(town: Town) -> None:
    code = await town.files(WORDS)
    await town.resident.says("/language")
    await town.resident.hears("What would you like to do?")
    await town.resident.says("/new")
    await town.resident.hears("Step 1")
    await town.resident.says("Vendors block the pavement before number 12 every morning.")
    await town.resident.hears("Step 2 of 4")
    await office_asks(town, code)
    await town.resident.says("on the right side, near the school gate")
    await town.resident.hears(
        f"A letter about petition {code}", "on the right side", "petition that you are writing"
    )
    await town.resident.says("the petition I am writing")
    await town.resident.hears("added to the petition that you are writing", "Step 2 of 4")


async def test_further_words_are_held_as_well_and_buttons_are_pressed_in_words(town: Town) -> None:
    code = await answered_meanwhile(town)
    resident = town.resident
    await writes(resident, code)
    await resident.says("Chưa xong đâu ạ.")
    await resident.hears(WAITS, LATER, "Chưa xong đâu ạ.")
    await resident.sends(PNG)
    await resident.hears("tệp và lời kèm tệp chưa được ghi", WAITS)
    await resident.says("/new")
    await resident.hears("đang soạn dở", OTHER)
    await resident.presses("Viết tiếp")
    await resident.hears(WAITS, LATER)
    await resident.says("trả lời")
    await resident.hears(f"Kiến nghị {code} đã có trả lời", "Đã nhận")
    assert await words_of(town, resident) == [f"{LATER}\nChưa xong đâu ạ."]


async def test_a_reply_to_the_question_of_the_draft_goes_into_it(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident = await drafting(town)
    question = resident.last["message_id"]
    await signed(town, code)
    await resident.says("Ngõ 68 rất hẹp.", reply_to=question)
    await resident.hears("Đã nối lời vừa viết vào kiến nghị đang soạn")
    assert await words_of(town, resident) == [OTHER, "Ngõ 68 rất hẹp."]


async def test_a_reply_to_the_letter_answers_it(town: Town) -> None:
    code = await answered_meanwhile(town)
    resident = town.resident
    await resident.says(LATER, reply_to=resident.last["message_id"])
    await resident.hears(f"Kiến nghị {code} đã có trả lời", "Đã nhận")
    await resident.presses("👎 Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    await resident.hears("đang soạn dở", OTHER)


async def test_a_danger_in_such_words_brings_the_numbers_first(town: Town) -> None:
    code = await answered_meanwhile(town)
    resident = town.resident
    await resident.says(DANGER)
    await resident.hears("114")
    await resident.presses("Không nguy hiểm")
    await resident.hears(WAITS, code)
    await resident.presses("Viết vào kiến nghị đang soạn")
    await resident.hears("Đã nối lời vừa viết vào kiến nghị đang soạn")
    assert await words_of(town, resident) == [OTHER, DANGER]


async def test_words_that_are_too_long_are_held_for_nothing(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await drafting(town)
    for _ in range(2):
        await resident.says("Rác tràn ra ngõ. " * 220)
        await resident.hears("Đã nối lời")
    await signed(town, code)
    await resident.says("Đèn lại tắt rồi. " * 220)
    await resident.hears("quá mức 8.000")
    assert await step_of(town, resident) == "filing.files"
    await writes(resident, code)


async def test_a_letter_that_comes_while_it_is_asked_can_be_answered_too(town: Town) -> None:
    first, second = await town.files(WORDS), await town.files("Nắp hố ga trước số nhà 15 bị mất.")
    resident = await drafting(town)
    await office_asks(town, first)
    await writes(resident, first)
    await office_asks(town, second)
    await resident.says("Đèn số 3.")
    await resident.hears(first, second, LATER, "Đèn số 3.")
    await resident.presses(f"Trả lời kiến nghị {second}")
    await resident.hears("Đã nhận", second)


async def test_without_such_a_letter_nothing_changes(town: Town) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    resident = await drafting(town)
    await resident.says(LATER)
    await resident.hears("Đã nối lời vừa viết vào kiến nghị đang soạn", "Bước 2/4")
    assert await words_of(town, resident) == [OTHER, LATER]


async def test_whoever_went_on_with_the_draft_after_the_letter_writes_into_the_draft(town: Town) -> None:
    await answered_meanwhile(town)
    resident = town.resident
    await resident.presses("Không có ảnh")
    await town.settles()
    await resident.says("Ngõ 68 phố Trung Kính")
    await resident.hears("Bước 4/4")
    assert await step_of(town, resident) == "filing.name"
