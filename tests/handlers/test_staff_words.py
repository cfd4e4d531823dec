"""What officers write: the way back, a look before it goes to the resident, and who hears what came of it."""

from tests.courses import ANSWER, WORDS, opened, referred
from tests.town import Town


async def test_cancelling_an_act_leads_back_to_the_card_and_not_to_a_new_petition(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Từ chối")
    await officer.hears("Xin viết lý do")
    await officer.presses("Hủy")
    await officer.hears("Đã hủy", code)
    assert await officer.buttons() == ["‹ Về phiếu"]
    await officer.presses("Về phiếu")
    await officer.hears(code, "Loại:")


async def test_cancelling_in_the_bodys_group_leads_back_to_its_card(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.presses("Chuyển trả Văn phòng Mặt trận")
    await body.hears("Xin viết vì sao", "bấm “Trả lời” vào tin nhắn này")
    await body.says("/cancel")
    await body.hears("Đã hủy", code)
    await body.presses("Về phiếu")
    await body.hears(code, "Hạn giải quyết")


async def test_a_reason_for_returning_says_something_and_is_asked_for_again_where_it_was(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.presses("Chuyển trả Văn phòng Mặt trận")
    await body.hears("Xin viết vì sao")
    for said, wrong in ((".", "chưa có chữ"), ("Không nhận", "ít nhất 3 từ")):
        await body.says(said, reply_to=body.last["message_id"])
        told = await body.hears(wrong)
        assert "bấm “Trả lời” vào tin nhắn này" in told
        assert "mô tả sự việc" not in told
    await body.says("Không thuộc thẩm quyền.", reply_to=body.last["message_id"])
    await body.hears("Đã chuyển trả", code)


async def test_a_question_to_the_resident_says_something(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("Xin viết câu hỏi")
    await officer.says("?!")
    assert "mô tả sự việc" not in await officer.hears("chưa có chữ")
    await officer.says("Ở đâu?")
    await officer.hears("ít nhất 3 từ")
    await officer.says("Số cột đèn?")
    await officer.hears("Đã ghi nhận câu hỏi", code)


async def test_a_refusal_says_why_in_some_words_and_is_shown_before_it_goes(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Từ chối")
    await officer.hears("Xin viết lý do")
    await officer.says("Không")
    await officer.hears("ít nhất 4 từ")
    assert await officer.buttons() == ["Hủy"]
    await officer.says("Việc này đã được giải quyết.")
    await officer.hears("Người dân sẽ đọc", code, "Việc này đã được giải quyết.")
    await officer.says("Đèn đã được thay hôm qua.")
    await officer.hears("Người dân sẽ đọc", "Đèn đã được thay hôm qua.")
    assert not await town.query("SELECT 1 FROM petitions WHERE status = 'stored'")
    await officer.presses("✅ Gửi")
    await officer.hears("Đã ghi nhận lý do", code)
    await town.resident.hears("không được xử lý tiếp", "Đèn đã được thay hôm qua.")


async def test_the_desk_hears_of_a_withdrawal(town: Town) -> None:
    code = await town.files(WORDS)
    await opened(town, code)
    await town.resident.says(f"/status {code}")
    await town.resident.hears(code, "Đang phân loại")
    await town.resident.presses("Rút kiến nghị")
    await town.resident.hears("chắc chắn muốn rút")
    await town.resident.presses("Chắc chắn rút")
    await town.officer.hears("đã rút kiến nghị", code)
    await town.officer.presses("Mở phiếu")
    await town.officer.hears(code, "đã rút")


async def test_the_body_sees_its_answer_before_sending_and_hears_what_becomes_of_it(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn giải quyết: 14/12/2026")
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung", "Người dân sẽ đọc", "thay bóng đèn mới")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt", code)
    await town.senior.hears("Chờ duyệt", code)
    await town.senior.presses("✅ Duyệt")
    await town.body.hears("đã được duyệt để gửi người dân", code)
    await town.resident.hears("Trả lời kiến nghị", code)
    await town.resident.presses("Chưa giải quyết")
    await town.body.hears("chưa giải quyết xong", code)
    await town.body.presses("Mở phiếu")
    await town.body.hears(code, "Người dân cho biết chưa giải quyết xong")
