"""Who writes what a button of the question that stands says has pressed it; the words are no content."""

import pytest

from tests.courses import ANSWER, WORDS, accepted, adding, opened, plain, step_of, words_of, writing
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


@pytest.mark.parametrize("text", ["có", "yes", "vâng ạ"])
@pytest.mark.parametrize("dropping", [True, False])
async def test_assent_to_what_only_a_button_decides_answers_no_older_question(
    town: Town, text: str, *, dropping: bool
) -> None:
    resident = await town.agrees()
    await resident.says(WORDS)
    await resident.hears("thành một kiến nghị mới")
    if dropping:
        await resident.presses("Đúng, soạn tiếp")
        await resident.hears("Bước 2/4")
        await resident.says("/cancel")
        await resident.hears("Bỏ nội dung đang soạn?")
    await resident.says("/privacy")
    await resident.hears("đồng ý")
    await resident.presses("Rút lại đồng ý")
    await resident.hears("Chắc chắn rút lại đồng ý?")
    await resident.says(text)
    await resident.hears("đang soạn dở" if dropping else "thành một kiến nghị mới", "bấm một nút dưới đây")
    assert len(await town.query("SELECT 1 FROM people WHERE consent_version IS NOT NULL")) == 1


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


async def answers(town: Town, *, private: bool) -> tuple[str, Person]:
    """Let an officer of the body write an answer, in the group or in their own chat; it is shown and not sent."""
    code = await town.files(WORDS)
    if not private:
        body = await writing(town, code)
        await body.says(ANSWER, reply_to=body.last["message_id"])
        await body.hears("Người dân sẽ đọc", ANSWER)
        return code, body
    await accepted(town, code)
    body = town.person("ward_officer")
    await body.presses_data(1, f"task:{plain(code)}")
    await body.hears(code, "Nội dung")
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    await body.says(ANSWER)
    await body.hears("Người dân sẽ đọc", ANSWER)
    return code, body


@pytest.mark.parametrize("private", [True, False])
async def test_send_in_words_below_an_answer_asks_which_result_it_has_and_is_no_part_of_it(
    town: Town, private: bool
) -> None:
    code, body = await answers(town, private=private)
    for text in ("gửi", "send", "ok gửi đi"):
        await body.says(text, **({} if private else {"reply_to": body.last["message_id"]}))
        told = await body.hears("Chưa gửi được", "nút ghi kết quả", ANSWER)
        assert f"\n{text}" not in told
    labels = await body.buttons()
    assert "✅ Gửi: đã giải quyết" in labels
    await body.says("Gửi: đã giải quyết", **({} if private else {"reply_to": body.last["message_id"]}))
    await body.hears("để duyệt", code)
    await town.senior.hears("Chờ duyệt", code, ANSWER, without="\ngửi")


async def test_send_in_words_sends_a_part_in_the_group_and_only_where_it_answers_that_petition(town: Town) -> None:
    other = await town.files("Nắp cống trước số nhà 90 phố Trung Kính bị vỡ.", "resident_2")
    card = (await accepted(town, other)).last["message_id"]
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await body.presses("Trả lời một phần")
    await body.hears("phần việc nào đã xong")
    await body.says("Sáng 20/11 đã thay 2 bóng.", reply_to=body.last["message_id"])
    await body.hears("Đã nhận phần trả lời", "đã thay 2 bóng")
    preview = body.last["message_id"]
    await body.says("gửi")
    await body.says("gửi", reply_to=card)
    await body.hears("nên không được ghi", other)
    await body.says("gửi", reply_to=preview)
    await body.hears("Đã lưu một phần trả lời", code)
    assert len(await town.query("SELECT 1 FROM entries WHERE act = 'part'")) == 1


async def test_send_in_words_sends_what_an_officer_is_shown_before_it_goes(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Từ chối, nêu lý do")
    await officer.hears("lý do")
    await officer.says("Việc này đã được giải quyết theo kiến nghị khác.")
    await officer.hears("theo kiến nghị khác")
    await officer.says("gửi đi")
    await town.resident.hears("Việc này đã được giải quyết theo kiến nghị khác.", without="gửi đi")
