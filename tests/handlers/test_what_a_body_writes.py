"""What a body sends without words is not taken for an answer, and a promise needs no photo of what is to come."""

from tests.courses import WORDS, accepted, writing
from tests.town import PNG, Town

PROMISE = "Sáng 10/12/2026 tổ chiếu sáng của phường sẽ thay bóng đèn mới ở cột số 7."


async def test_a_photo_alone_waits_for_words_before_anything_can_be_sent(town: Town) -> None:
    body = await writing(town, await town.files(WORDS))
    await body.sends(PNG, reply_to=str(body.last["message_id"]))
    await body.hears("Đã nhận 1 tệp", "chưa có nội dung bằng chữ")
    assert not [one for one in await body.buttons() if "Gửi" in one]
    await body.says(PROMISE, reply_to=body.last["message_id"])
    await body.hears("Người dân sẽ đọc", PROMISE)


async def test_words_beside_a_photo_where_words_alone_are_asked_for_are_said_to_be_unrecorded(town: Town) -> None:
    body = await accepted(town, await town.files(WORDS))
    await body.presses("Hỏi người dân")
    await body.hears("Xin viết câu hỏi")
    await body.sends(PNG, caption="Có phải cột này không?", reply_to=str(body.last["message_id"]))
    await body.hears("chỉ nhận chữ", "lời kèm tệp chưa được ghi")


async def test_a_promise_goes_to_sign_off_without_evidence_of_what_is_still_to_be_done(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    await body.says(PROMISE, reply_to=body.last["message_id"])
    await body.hears("Người dân sẽ đọc")
    await body.presses("Gửi: sẽ giải quyết")
    await town.senior.hears("Chờ duyệt", code, without="còn thiếu")
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
