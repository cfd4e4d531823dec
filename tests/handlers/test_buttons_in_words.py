"""Who writes what a button of the question that stands says has pressed it; the words are no content."""

import pytest

from tests.courses import WORDS, adding, opened, plain, step_of, words_of
from tests.town import Person, Town

HOLE = "Nắp hố ga trước số nhà 15 bị mất."


async def additions(town: Town) -> int:
    return len(await town.query("SELECT 1 FROM entries WHERE act = 'supply'"))


@pytest.mark.parametrize("text", ["gửi", "Xong.", "gui", "ok ạ", "send", "✅ Gửi"])
async def test_send_in_words_sends_the_answer_to_what_the_office_asks(town: Town, text: str) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi")
    await officer.hears("câu hỏi")
    await officer.says("Đèn ở trước số nhà nào vậy ạ?")
    await town.resident.hears("Đèn ở trước số nhà nào")
    await town.resident.presses("Trả lời")
    await town.resident.hears("số nhà nào")
    await town.resident.says("Trước số nhà 27.")
    await town.resident.hears("Đã nhận")
    await town.resident.says(text)
    await town.resident.hears("Đã gửi phần bổ sung")
    await town.resident.says(f"/status {code}")
    told = await town.resident.hears("Trước số nhà 27.")
    assert f"\n{text}" not in told


async def offered(town: Town) -> Person:
    await town.files(WORDS)
    await town.resident.says(HOLE)
    await town.resident.hears("thêm vào kiến nghị dưới đây")
    return town.resident


@pytest.mark.parametrize("text", ["việc mới", "kiến nghị mới", "Viec moi!", "new one"])
async def test_a_new_matter_in_words_goes_on_with_what_was_written(town: Town, text: str) -> None:
    resident = await offered(town)
    await resident.says(text)
    await resident.hears("Bước 2/4")
    assert await words_of(town, resident) == [HOLE]


async def test_add_in_words_adds_and_only_asking_in_words_shows_the_petition(town: Town) -> None:
    resident = await offered(town)
    await resident.says("chỉ hỏi")
    await resident.hears("Hạn trả lời lần đầu")
    assert await step_of(town, resident) is None
    await resident.says(HOLE)
    await resident.hears("thêm vào kiến nghị dưới đây")
    await resident.says("thêm")
    await resident.hears("Bổ sung kiến nghị", "Đã nhận")
    assert await words_of(town, resident) == [HOLE]


@pytest.mark.parametrize("text", ["đúng", "có", "đúng ạ", "chac chan", "xóa đi", "giữ lại"])
async def test_what_cannot_be_undone_is_decided_by_its_button_and_words_are_told_so(town: Town, text: str) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"withdrawn:{plain(code)}")
    await resident.hears("Đã rút")
    await resident.presses("Xóa")
    await resident.hears(f"Xóa nội dung kiến nghị {code}?")
    await resident.says(text)
    await resident.hears("xin bấm nút dưới câu hỏi ấy")
    assert await step_of(town, resident) is None
    await resident.presses("Giữ lại")
    await resident.hears(WORDS)


async def test_in_english_too_and_more_than_a_button_says_is_content(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await adding(town, code, HOLE)
    await resident.says("Gửi cho cán bộ phường xem giúp tôi nhé.")
    await resident.hears("Đã nhận")
    assert len(await words_of(town, resident)) == 2
    await resident.says("/language")
    await resident.hears("press “Send”")
    await resident.says("Send it")
    await resident.hears("Sent.")
    assert await additions(town) == 1


async def test_at_the_steps_of_a_petition_too(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    await resident.says("không có ảnh")
    await resident.hears("Bước 3/4")
    await resident.says("bỏ qua địa điểm")
    await resident.hears("Bước 4/4")
    await resident.says("không nêu tên")
    await resident.hears("xem lại trước khi gửi")
    await resident.says("gửi")
    await resident.hears("Giấy biên nhận")
