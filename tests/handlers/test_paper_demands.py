"""When another kind of petition needs a signed paper that the receipt did not ask for, or none, that is said."""

from tests.courses import WORDS, leaves_the_rest, opened, plain
from tests.town import Person, Town, code_in

COMPLAINT = "Tôi không đồng ý với quyết định số 112 ngày 05/10 về thu hồi đất, đề nghị hủy quyết định."
NO_MORE = "không cần nộp đơn có chữ ký"


async def complained(town: Town) -> str:
    """Let a resident file what seems to be a complaint; return its code."""
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says(COMPLAINT)
    await resident.hears("Bước 2/4")
    await leaves_the_rest(resident)
    await resident.hears("xem lại trước khi gửi")
    await resident.presses("✅ Gửi")
    return code_in(await resident.hears("Giấy biên nhận", "đăng ký trước"))


async def becomes(town: Town, code: str, kind: str) -> Person:
    """Let the officer take a petition for another kind; return the officer."""
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:kind:{kind.upper()}")
    await officer.hears(code, "Loại:")
    return officer


async def test_who_was_asked_for_a_signed_paper_reads_with_the_referral_that_none_is_needed(town: Town) -> None:
    code = await complained(town)
    officer = await becomes(town, code, "kien_nghi")
    await officer.presses("Xác nhận và chuyển")
    await town.resident.hears("đã được chuyển tới", code, NO_MORE)
    await town.resident.says(f"/status {code}")
    assert (await town.resident.hears("Gửi lúc", "Chuyển tới", NO_MORE)).count(NO_MORE) == 1


async def test_it_is_said_once_and_not_again_with_the_next_letter(town: Town) -> None:
    code = await complained(town)
    officer = await becomes(town, code, "kien_nghi")
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    await officer.says("Xin cho biết thửa đất ở tổ nào?")
    await town.resident.hears("thửa đất ở tổ nào", NO_MORE)
    officer = await opened(town, code)
    await officer.presses("Xác nhận và chuyển")
    assert NO_MORE not in await town.resident.hears("đã được chuyển tới", code)


async def test_who_was_not_asked_for_one_reads_that_a_complaint_needs_it(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await becomes(town, code, "khieu_nai")
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    await officer.says("Quyết định bị khiếu nại có số nào?")
    await town.resident.hears("có số nào", "cần nộp đơn có chữ ký", "90 ngày")
    await town.resident.says(f"/status {code}")
    await town.resident.hears("Gửi lúc", "có số nào", "cần nộp đơn có chữ ký")


async def test_a_signed_paper_that_was_handed_in_is_not_said_to_be_unneeded(town: Town) -> None:
    code = await complained(town)
    officer = await opened(town, code)
    await officer.presses("Đã nhận đơn có chữ ký")
    await town.resident.hears("đã nhận đơn khiếu nại có chữ ký", code)
    officer = await becomes(town, code, "kien_nghi")
    await officer.presses("Xác nhận và chuyển")
    assert NO_MORE not in await town.resident.hears("đã được chuyển tới", code)
