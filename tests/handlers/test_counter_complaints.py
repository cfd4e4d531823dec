"""A complaint at the counter: the officer says whether its signed paper is there; the receipt says the same."""

import pytest

from desk.audit import verify
from tests.courses import plain
from tests.handlers.test_counter import NAME, PHONE, begins, codes, printed
from tests.town import PNG, Person, Town, text_of

COMPLAINT = "Khiếu nại của người gửi: không đồng ý với quyết định số 112 ngày 05/10 về thu hồi đất, đề nghị hủy."


async def complains(officer: Person, source: str) -> str:
    """Take a complaint down as far as the look before it is sent; return what the officer is told of its paper."""
    await begins(officer, source)
    await officer.sends(PNG, caption=COMPLAINT)
    advice = await officer.hears("khiếu nại một quyết định", "Bước 2/5")
    await officer.presses("Tiếp tục")
    await officer.presses("Bỏ qua địa điểm")
    await officer.presses("Chỉ Văn phòng Mặt trận biết tên")
    await officer.says(NAME)
    await officer.hears("Bước 5/5")
    await officer.says(PHONE)
    await officer.hears("xem lại trước khi gửi", NAME)
    return advice


@pytest.mark.parametrize("source", ["Đơn, thư", "Tiếp công dân"])
async def test_a_signed_complaint_handed_over_at_the_counter_is_taken_as_one_and_its_receipt_says_so(
    town: Town, source: str
) -> None:
    officer = town.officer
    assert "Nếu đã nhận đơn có chữ ký" in await complains(officer, source)
    assert "Cần nộp đơn có chữ ký" not in text_of(officer.last)
    await officer.presses("Gửi, đã nhận đơn có chữ ký")
    await officer.hears("Giấy biên nhận DN-")
    page = await printed(officer)
    code, _secret = codes(page)
    assert "Đã nhận đơn khiếu nại có chữ ký: 20/11/2026" in page
    assert "đăng ký trước" not in page
    await officer.presses_data(1, f"open:{plain(code)}")
    await officer.hears(code, "Đã nhận đơn khiếu nại có chữ ký: 20/11/2026")
    assert "✅ Xác nhận và chuyển" in await officer.buttons()
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_a_complaint_whose_signed_paper_is_not_there_is_registered_beforehand_at_the_counter_too(
    town: Town,
) -> None:
    officer = town.officer
    await complains(officer, "Đơn, thư")
    await officer.presses("✅ Gửi")
    await officer.hears("Giấy biên nhận DN-")
    assert "đăng ký trước" in await printed(officer)


async def test_nobody_is_asked_for_a_signed_paper_on_the_telephone(town: Town) -> None:
    officer = town.officer
    assert "Nếu đã nhận đơn" not in await complains(officer, "Đường dây nóng")
    assert not any("đã nhận đơn có chữ ký" in label for label in await officer.buttons())
    assert "Cần nộp đơn có chữ ký" in text_of(officer.last)
