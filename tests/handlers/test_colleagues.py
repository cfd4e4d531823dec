"""Officers who share the work: whoever works on a case hears what a colleague decided, and nothing twice."""

from tests.courses import (
    WORDS,
    accepted,
    answered,
    asking,
    given,
    invited,
    opened,
    plain,
    referred,
    signed,
)
from tests.handlers.test_counter import codes, is_asked_to_tell, takes_down
from tests.town import Town

LABEL = "Bàn 2"


async def version(town: Town, code: str) -> int:
    """Return how many entries a petition has."""
    [row] = await town.query("SELECT entries FROM petitions WHERE code = :code", code=plain(code))
    return int(row.entries)


async def test_whoever_has_a_case_hears_that_it_was_signed_off_and_that_a_colleague_explained_and_closed_it(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    officer = town.officer
    await officer.hears("Lãnh đạo Ban Thường trực", "đã duyệt câu trả lời", code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    await town.body.presses_data(1, f"task:{plain(code)}")
    await town.body.hears(code, "Nội dung")
    await (await given(town, code)).presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    await officer.hears("đã duyệt câu trả lời", code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("sẽ xem xét mở lại")
    colleague = await invited(town, "resident_2", f"triage_officer {LABEL}")
    await colleague.presses_data(1, f"uphold:{plain(code)}:{await version(town, code)}")
    await colleague.hears("Xin viết")
    await colleague.says("Cơ quan đã thay bóng đèn hai lần, đã kiểm tra tại chỗ.")
    await colleague.hears("hai lần")
    await colleague.presses("✅ Gửi")
    await officer.hears(f"{LABEL} đã giải thích", code)
    await town.body.hears("đã giải thích cho người dân", code, "không phải làm gì thêm")
    await officer.presses("Mở phiếu")
    await officer.hears(code, "Người xử lý: Cán bộ tiếp nhận")
    await town.rests()
    assert not any("ông/bà đang xử lý" in said for said in await colleague.screen())


async def test_whoever_has_a_case_hears_that_it_was_taken_back_from_a_body_and_reported_above(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    officer, senior = town.officer, town.senior
    await senior.presses_data(1, f"escalated:{plain(code)}:superior")
    await senior.hears("Hồ sơ kiến nghị", code)
    await officer.hears("Lãnh đạo Ban Thường trực", "đã báo cáo cấp trên", code)
    other = await town.files("Nắp cống trước số nhà 90 phố Trung Kính bị vỡ.", "resident_2")
    await referred(town, other)
    await senior.presses_data(1, f"recall:{plain(other)}:{await version(town, other)}")
    await senior.hears("Đã lấy lại", other)
    await officer.hears("đã lấy lại kiến nghị", other)
    neighbour = town.person("resident_2")
    await neighbour.hears(other, "đã lấy lại từ cơ quan", without="đã trả lại")


async def test_whoever_has_a_case_hears_that_an_answer_was_sent_back(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    await senior.presses("Trả lại cơ quan")
    await senior.hears("điều cần cơ quan làm rõ")
    await senior.says("Xin cho biết đã thay mấy bóng đèn.")
    await senior.hears("Đã ghi nhận yêu cầu")
    await town.officer.hears("Lãnh đạo Ban Thường trực", "đã trả lại câu trả lời", code)


async def test_whoever_has_a_case_hears_what_was_decided_of_more_time(town: Town) -> None:
    code = await town.files(WORDS)
    body, senior = await asking(town, code, "5 ngày, chờ vật tư"), town.senior
    await senior.hears("đề nghị gia hạn", code)
    await senior.presses("Không gia hạn")
    await senior.hears("vì sao không gia hạn")
    await senior.says("Việc này làm trong ngày được.")
    await senior.hears("không gia hạn", code)
    await town.officer.hears("Lãnh đạo Ban Thường trực", "không gia hạn", code)
    await body.presses_data(1, f"more:{plain(code)}:{await version(town, code)}")
    await body.hears("bao nhiêu ngày")
    await body.says("3 ngày, chờ xe", reply_to=body.last["message_id"])
    await senior.hears("đề nghị gia hạn", code, "chờ xe")
    await senior.presses("Cho gia hạn")
    await town.officer.hears("Lãnh đạo Ban Thường trực", "đã cho gia hạn", code)


async def test_whoever_has_a_case_hears_that_a_colleague_recognised_a_denunciation(town: Town) -> None:
    code = await town.files(WORDS)
    await opened(town, code)
    await town.senior.presses_data(1, f"denounced:{plain(code)}:{await version(town, code)}")
    await town.senior.hears("Đã xóa nội dung", code)
    told = await town.officer.hears("Lãnh đạo Ban Thường trực", "là tố cáo", code)
    assert WORDS not in told


async def test_a_senior_officer_who_works_on_a_case_of_the_counter_is_asked_to_tell_its_author_too(
    town: Town,
) -> None:
    code, _secret = codes(await takes_down(town.officer))
    senior = town.senior
    await accepted(town, code)
    await senior.presses_data(1, f"card:{plain(code)}")
    await senior.hears(code, "Loại:")
    await senior.presses("Giao, ưu tiên")
    await senior.hears("giao cho ai")
    await senior.presses("Tôi nhận")
    await senior.hears(code, "Người xử lý: Lãnh đạo Ban Thường trực")
    await (await given(town, code)).presses("✅ Duyệt")
    await is_asked_to_tell(senior, code, "Trả lời kiến nghị")
    await senior.presses("☎️ Đã báo")
    await senior.hears(code, "Đã báo cho người dân: 09:0")


async def test_what_the_desk_does_for_itself_takes_no_button_from_the_body(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    officer, senior = town.officer, town.senior
    await officer.presses_data(1, f"note:{plain(code)}:{await version(town, code)}")
    await officer.hears("ghi chú nội bộ")
    await officer.says("Đã gọi tổ dân phố.")
    await officer.hears("Đã ghi chú")
    await senior.presses_data(1, f"first:{plain(code)}:{await version(town, code)}:1")
    await senior.hears(code, "⭐ Ưu tiên")
    assert "đã có việc mới" not in await body.presses("Tiếp nhận")
    await body.hears(code, "Chờ cơ quan trả lời")
