"""Changing one's mind while writing: nothing is lost, doubled or replaced without a word."""

import pytest

from tests.courses import WORDS, draft_of, opened, plain, reach, signed, step_of, words_of
from tests.town import PNG, Town

OTHER = "Nắp hố ga trước số nhà 15 bị mất."


async def test_words_written_after_the_first_are_said_to_be_added(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.says(OTHER)
    await resident.hears("Đã nối lời vừa viết vào kiến nghị đang soạn", "Bước 2/4")
    assert await words_of(town, resident) == [WORDS, OTHER]


async def test_whoever_answers_no_when_asked_for_the_name_files_without_one(town: Town) -> None:
    resident = await reach(town, "name")
    await resident.presses("Chỉ Văn phòng Mặt trận")
    await resident.hears("họ và tên")
    await resident.says("Không ạ")
    await resident.hears("xem lại trước khi gửi", "👤 Không nêu tên")


async def test_words_written_again_replace_those_that_are_shown(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.presses("Quay lại")
    told = await resident.hears("Nội dung hiện có")
    assert f"“{WORDS}”" in told
    assert "thay toàn bộ" in told
    await resident.says(OTHER)
    await resident.hears("Bước 2/4")
    assert await words_of(town, resident) == [OTHER]
    await resident.presses("Quay lại")
    await resident.hears("Bước 1/4", OTHER)
    await resident.presses("Giữ nguyên")
    await resident.hears("Bước 2/4")


async def test_two_letters_are_asked_for_more_and_taken_if_meant(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says("ok")
    await resident.hears("còn quá ngắn", "“ok”")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    assert await words_of(town, resident) == [WORDS]
    await resident.presses("Quay lại")
    await resident.hears("Bước 1/4")
    await resident.says("Mất nước")
    await resident.hears("còn quá ngắn")
    await resident.presses("Giữ nguyên")
    await resident.hears("Bước 2/4")


@pytest.mark.parametrize("step", ["files", "place", "name", "preview"])
async def test_cancel_in_words_is_asked_about_once_and_is_no_part_of_the_petition(town: Town, step: str) -> None:
    resident = await reach(town, step)
    await resident.says("hủy")
    await resident.hears("không lấy lại được")
    draft = await draft_of(town, resident)
    assert draft
    assert (draft.values["words"], draft.values.get("place")) == ([WORDS], None)
    await resident.presses("Viết tiếp")
    await resident.says("Thôi, không gửi nữa")
    await resident.hears("không lấy lại được")
    await resident.presses("Chắc chắn bỏ")
    await resident.hears("Đã hủy")


async def test_cancel_before_anything_is_written_ends_it_at_once_and_huy_is_a_name(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says("huy")
    await resident.hears("Đã hủy")
    resident = await reach(town, "typed", agreed=True)
    await resident.says("Huy")
    await resident.hears("xem lại trước khi gửi", "👤 Huy")


async def test_cancel_written_for_an_addition_is_not_added(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.says("hủy bỏ")
    await resident.hears("không thay đổi", code)


async def test_a_command_to_cancel_touched_while_a_part_is_changed_loses_nothing_unasked(town: Town) -> None:
    resident = await reach(town, "preview")
    await resident.presses("Sửa nội dung")
    await resident.hears("Bước 1/4")
    await resident.says("/cancel")
    await resident.hears("không lấy lại được")
    await resident.presses("Viết tiếp")
    await resident.hears("Bước 1/4")
    assert await words_of(town, resident) == [WORDS]


async def test_cancelling_the_review_is_asked_about_once(town: Town) -> None:
    resident = await reach(town, "preview")
    await resident.presses("Hủy")
    await resident.hears("không lấy lại được")
    await resident.presses("Viết tiếp")
    await resident.hears("xem lại trước khi gửi", WORDS)
    await resident.presses("Hủy")
    await resident.presses("Chắc chắn bỏ")
    await resident.hears("Đã hủy")
    assert await step_of(town, resident) is None


async def test_a_wrong_photo_goes_an_address_joins_the_pin_and_an_edit_only_leads_back(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1 tệp")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 2 tệp")
    await resident.presses("Tiếp tục")
    await resident.hears("Bước 3/4")
    await resident.pins(21.035, 105.79)
    await resident.hears("Bước 4/4")
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại", "2 tệp")
    await resident.presses("Sửa ảnh")
    await resident.hears("Bước 2/4")
    assert (await resident.buttons())[-1] == "‹ Về bản xem lại"
    assert "Hủy" not in await resident.buttons()
    await resident.presses("Bỏ tệp gửi sau cùng")
    await resident.hears("Đã bỏ tệp", "vẫn nằm trong nội dung", "Đã nhận 1 tệp")
    await resident.presses("Về bản xem lại")
    await resident.hears("xem lại", "1 tệp")
    await resident.presses("Sửa địa điểm")
    await resident.hears("Địa điểm hiện có", "đã ghim trên bản đồ")
    await resident.says("Trước số nhà 15")
    await resident.hears("xem lại", "đã ghim trên bản đồ", "Trước số nhà 15")
    assert len(await town.query("SELECT 1 FROM media")) == 1
    await resident.presses("Sửa địa điểm")
    await resident.hears("Địa điểm hiện có")
    await resident.presses("Không nêu địa điểm")
    await resident.hears("xem lại", "Không nêu địa điểm")


async def test_an_album_is_counted_in_its_one_answer(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG, PNG, PNG)
    await resident.hears("Đã nhận 3 tệp")
    assert len([said for said in await resident.screen() if "Đã nhận" in said]) == 1


async def test_a_thumb_outside_any_form_is_answered_with_what_can_be_done(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("👍")
    told = await resident.hears("Ông/bà có thể viết ngay")
    assert "chưa có chữ" not in told
    assert "Gửi kiến nghị mới" in (await resident.buttons())[0]


async def test_a_question_of_the_office_is_answered_while_a_petition_is_half_written_which_stands_again(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    resident = await reach(town, "place", words=OTHER, agreed=True)
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    await officer.says("Số nhà bao nhiêu?")
    await resident.hears("Số nhà bao nhiêu?", code)
    await resident.presses("Trả lời câu hỏi")
    await resident.hears("câu hỏi cần trả lời", "Số nhà bao nhiêu?", code)
    await resident.says("Số nhà 15, ngõ 20.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await resident.hears("đang soạn dở một kiến nghị", OTHER)
    await resident.presses("Viết tiếp")
    await resident.hears("Bước 3/4")
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm", code)
    await resident.says("/cancel")
    await resident.hears("đang soạn dở một kiến nghị", OTHER)
    assert await step_of(town, resident) == "filing.place"


async def test_a_question_that_nobody_waits_for_any_more_says_so_and_leads_to_adding(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    await officer.says("Số nhà bao nhiêu vậy?")
    resident = town.resident
    await resident.hears("Số nhà bao nhiêu vậy?", code)
    question = resident.last["message_id"]
    await resident.presses("Trả lời câu hỏi")
    await resident.says("Số nhà 15, ngõ 20.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await resident.presses_data(question, f"supply:{plain(code)}:asked")
    await resident.hears("không còn chờ trả lời", code)
    assert await step_of(town, resident) is None
    await resident.presses("Bổ sung")
    await resident.hears("viết thêm", code)


async def test_words_offered_before_not_solved_was_pressed_are_taken_for_what_is_missing(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.says("Bóng mới cứ nhấp nháy từ tối qua.")
    await resident.hears("Việc này đã được giải quyết chưa")
    await resident.presses_data(1, f"rate:{plain(code)}:not")
    await resident.hears("chưa được giải quyết xong")
    await resident.presses("Cho biết còn thiếu gì")
    await resident.hears(f"Bổ sung kiến nghị {code}")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")


async def test_who_writes_what_a_button_says_goes_on_and_is_shown_the_buttons_where_one_is_needed(
    town: Town,
) -> None:
    resident = await reach(town, "files")
    await resident.says("khong co anh")
    await resident.hears("Bước 3/4")
    await resident.says("bo qua")
    await resident.hears("Bước 4/4")
    await resident.says("khong can")
    await resident.hears("bấm một nút", "Bước 4/4")
    await resident.presses("Không nêu tên")
    preview = await resident.hears("xem lại trước khi gửi")
    assert "khong" not in preview
    assert "Không nêu địa điểm" in preview
    await resident.says("gửi đi")
    await resident.hears("bấm một nút", "xem lại trước khi gửi")
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")


async def test_who_changes_only_who_may_know_the_name_need_not_write_it_again(town: Town) -> None:
    resident = await reach(town, "preview")
    assert "Cư dân một – chỉ Văn phòng Mặt trận" in resident.last["text"]
    await resident.presses("Sửa tên")
    await resident.presses("Cho cơ quan giải quyết biết")
    await resident.presses("Giữ tên Cư dân một")
    await resident.hears("xem lại trước khi gửi", "Cư dân một – Văn phòng Mặt trận và cơ quan giải quyết")


async def test_who_goes_on_with_offered_words_is_asked_again_to_which_petition_they_belong(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says("Cột số 5, trước số nhà 12 ngõ 20")
    await resident.hears("thêm vào kiến nghị")
    await resident.sends(PNG)
    await resident.hears("📎 1 tệp", "thêm vào kiến nghị")
    await resident.says("/status")
    await resident.hears("Kiến nghị của ông/bà")
    await resident.presses("Viết tiếp")
    await resident.hears("📎 1 tệp", "thêm vào kiến nghị")
    await resident.presses(f"➕ {code}")
    await resident.hears("Bổ sung kiến nghị", code)
