"""What an officer of a body has written is not lost without a word when a colleague was quicker."""

import pytest

from tests.courses import ANSWER, WORDS, accepted, given, plain, takes, writing
from tests.town import PNG, Person, Town

OWN = "Tổ hạ tầng số 2 đã lắp nắp gang lúc 9 giờ ngày 23/11/2026."
COLLEAGUE = "Bàn 2"


async def colleague(town: Town) -> Person:
    """Give the ward office a second officer."""
    return await takes(town, town.person("resident_2"), f"body_officer ward_economy_infrastructure {COLLEAGUE}")


async def overtaken(town: Town) -> tuple[str, Person]:
    """Let an officer write an answer with a photo in the group, while a colleague sends theirs."""
    second = await colleague(town)
    code = await town.files(WORDS)
    body = await writing(town, code)
    await body.says(OWN, reply_to=body.last["message_id"])
    await body.hears("Người dân sẽ đọc", OWN)
    await body.sends(PNG, reply_to=str(body.last["message_id"]))
    await body.hears("1 tệp minh chứng")
    await second.presses_data(1, f"task:{plain(code)}")
    await second.hears(code, "Nội dung")
    await second.presses("✍️ Trả lời")
    await second.hears("đã làm gì")
    await second.says(ANSWER)
    await second.hears("Đã nhận nội dung")
    await second.presses("✅ Gửi")
    await second.hears("để duyệt", code)
    return code, body


@pytest.mark.parametrize("typed", ["Không gửi kèm biên bản.", "gửi", ""])
async def test_whose_colleague_answered_first_reads_who_it_was_and_keeps_the_own_words(
    town: Town, typed: str
) -> None:
    code, body = await overtaken(town)
    preview = body.last["message_id"]
    if typed:
        await body.says(typed, reply_to=preview)
    else:
        assert "chờ duyệt" in await body.presses_data(preview, "gathered:answer:settled")
    told = await body.hears("chưa được gửi", code, OWN, "1 tệp", "Người viết: Cán bộ phòng Kinh tế")
    assert f"{COLLEAGUE} đã trả lời (" in told
    assert ("Không gửi kèm biên bản." in told) is (len(typed) > len("gửi"))
    assert "\ngửi\n" not in told
    [stands] = [one for one in await body.messages() if one["message_id"] == preview]
    assert "bấm “Gửi”" not in stands["text"]
    assert ANSWER not in told


async def test_nothing_is_shown_again_of_a_petition_that_was_erased_meanwhile(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    await body.says(OWN, reply_to=body.last["message_id"])
    await body.hears("Người dân sẽ đọc", OWN)
    preview = body.last["message_id"]
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await town.resident.hears("Đã rút", code)
    await town.resident.presses_data(1, f"erased:{plain(code)}")
    await town.resident.hears("Đã xóa", code)
    await town.rests()
    await body.catches_up()
    await body.says("Không gửi kèm biên bản.", reply_to=preview)
    told = await body.is_told()
    assert "đã rút" in told
    assert OWN not in told


async def test_a_question_that_comes_too_late_is_given_back_too(town: Town) -> None:
    second = await colleague(town)
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await second.presses_data(1, f"task:{plain(code)}")
    await second.hears(code, "Nội dung")
    await second.presses("Hỏi người dân")
    await second.hears("Xin viết câu hỏi")
    await given(town, code)
    await second.says("Cột đèn số mấy vậy ạ?")
    told = await second.hears("chưa được gửi", code, "Cột đèn số mấy vậy ạ?")
    assert "Cán bộ phòng Kinh tế đã trả lời (" in told
    assert "Người viết" not in told
    assert body.chat != second.chat
