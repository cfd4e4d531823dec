"""Beginning anew in the middle: what is half written is shown again and lost only after a second press."""

import pytest

from tests.courses import DANGER, WORDS, accepted, adding, draft_of, opened, reach, step_of, words_of
from tests.town import PNG, Town

ANEW = ("/new", "/start")
_HELD = ("words", "place", "name", "media")


@pytest.mark.parametrize("command", ANEW)
@pytest.mark.parametrize(
    ("step", "question"),
    [("files", "Bước 2/4"), ("place", "Bước 3/4"), ("typed", "họ và tên"), ("preview", "xem lại")],
)
async def test_whoever_begins_anew_reads_what_is_half_written_and_can_go_on_where_it_stands(
    town: Town, command: str, step: str, question: str
) -> None:
    resident = await reach(town, step)
    await resident.says(command)
    assert f"“{WORDS}”" in await resident.hears("đang soạn dở")
    await resident.presses("Viết tiếp")
    await resident.hears(question)
    draft = await draft_of(town, resident)
    assert draft
    assert (draft.step, draft.values["words"]) == (f"filing.{step}", [WORDS])


@pytest.mark.parametrize("command", ANEW)
async def test_it_is_dropped_only_after_a_second_press_and_with_its_files(town: Town, command: str) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1")
    await resident.says(command)
    await resident.hears("đang soạn dở")
    await resident.presses("Bỏ, viết kiến nghị mới")
    await resident.hears("không lấy lại được")
    assert await town.query("SELECT 1 FROM media")
    await resident.presses("Chắc chắn bỏ")
    await resident.hears("Bước 1/4")
    assert not await town.query("SELECT 1 FROM media")
    draft = await draft_of(town, resident)
    assert draft
    assert not draft.values.get("words")


@pytest.mark.parametrize("command", ANEW)
async def test_words_that_are_only_offered_are_half_written_too(town: Town, command: str) -> None:
    resident = await town.agrees()
    await resident.says(WORDS)
    await resident.hears("muốn gửi nội dung vừa viết")
    await resident.says(command)
    assert "soạn dở" not in await resident.hears("Nội dung ông/bà đã viết chưa được gửi", WORDS)
    await resident.presses("Viết tiếp")
    await resident.hears("Bước 2/4")


async def test_of_long_words_only_the_first_are_shown(town: Town) -> None:
    resident = await reach(town, "files", words=" ".join(f"chữ{number}" for number in range(100)))
    await resident.says("/new")
    told = await resident.hears("đang soạn dở")
    assert "chữ0 chữ1" in told
    assert " …”" in told
    assert len(told) < 250


async def test_a_danger_that_is_held_is_asked_about_again_and_not_passed_by(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says(DANGER)
    await resident.hears("114")
    await resident.says("/new")
    await resident.hears("đang soạn dở")
    await resident.presses("Viết tiếp")
    await resident.hears("nguy hiểm, xin gọi ngay")
    assert await step_of(town, resident) == "urgent.filing"


async def test_words_that_are_added_to_a_petition_are_not_lost_to_a_new_one(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await adding(town, code, "Số nhà là 15.")
    await resident.says("/new")
    assert "Số nhà là 15." in await resident.hears("viết dở", code)
    await resident.presses("Viết tiếp")
    await resident.hears("bấm “Gửi”")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")


async def test_what_is_written_after_beginning_anew_goes_into_no_old_addition_unasked(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await adding(town, code, "Số nhà là 15.")
    await resident.says("/new")
    await resident.hears("viết dở", code)
    await resident.says("Nắp hố ga trước số nhà 9 bị mất.")
    await resident.hears("viết dở", code, "bấm một nút", "không được lưu")
    assert await words_of(town, resident) == ["Số nhà là 15."]
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await resident.says("/new")
    await resident.hears("Bước 1/4")


async def test_a_part_of_an_answer_that_is_half_written_is_not_lost_to_another_button_of_the_card(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await body.presses("Trả lời một phần")
    await body.hears("phần việc nào")
    part = "Sáng nay tổ chiếu sáng đã kiểm tra."
    await body.says(part, reply_to=body.last["message_id"])
    await body.hears("Đã nhận phần trả lời", "Người dân sẽ đọc", part)
    await body.presses("Hủy")
    await body.hears("không lấy lại được")
    for other in ("✍️ Trả lời", "Chuyển trả"):
        await body.presses(other)
        assert f"“{part}”" in await body.hears("đang viết dở", code)
    await body.presses("Viết tiếp")
    await body.hears("Đã nhận phần trả lời")
    await body.presses("Trả lời một phần")
    await body.hears("Đã nhận phần trả lời")
    await body.presses("✅ Gửi")
    await body.hears("Đã lưu một phần", code)


async def test_words_that_are_shown_before_they_go_are_not_lost_to_another_button_of_the_card(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hướng dẫn nơi khác")
    await officer.hears("đến đâu, gặp ai")
    guidance = "Xin ông/bà đến bộ phận một cửa của phường."
    await officer.says(guidance)
    await officer.hears("Người dân sẽ đọc", guidance)
    await officer.presses("Ghi chú")
    assert f"“{guidance}”" in await officer.hears("đang viết dở", code)
    await officer.presses("Viết tiếp")
    await officer.hears("Người dân sẽ đọc", guidance)
    await officer.presses("✅ Gửi")
    await officer.hears("Đã ghi nhận hướng dẫn", code)


@pytest.mark.parametrize("data", ["resume", "drop", "dropped"])
async def test_where_nothing_is_half_written_these_buttons_are_old(town: Town, data: str) -> None:
    resident = await town.agrees()
    assert "Nút này đã cũ" in await resident.presses_data(1, data)
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    assert "Nút này đã cũ" in await resident.presses_data(1, data)


async def test_who_asks_where_their_petitions_stand_reads_that_one_is_not_sent_yet_and_goes_on_with_it(
    town: Town,
) -> None:
    resident = await reach(town, "place")
    await resident.says("/status")
    await resident.hears("chưa gửi kiến nghị nào", "đang soạn dở chưa được gửi")
    await resident.presses("Viết tiếp")
    await resident.hears("Bước 3/4")


@pytest.mark.parametrize("command", ["/new", "/start", "/cancel"])
@pytest.mark.parametrize("step", ["files", "place", "typed", "preview"])
async def test_words_before_the_button_go_into_nothing_that_is_half_written(
    town: Town, command: str, step: str
) -> None:
    resident = await reach(town, step)
    before = await draft_of(town, resident)
    await resident.says(command)
    await resident.is_told()
    await resident.says("Cây xà cừ trước cổng trường sắp đổ cành.")
    await resident.hears("xin bấm một nút dưới đây; lời vừa viết không được lưu")
    after = await draft_of(town, resident)
    assert before
    assert after
    assert [after.values.get(one) for one in _HELD] == [before.values.get(one) for one in _HELD]
    await resident.presses("Viết tiếp")
    await resident.is_told()
    assert await step_of(town, resident) == f"filing.{step}"
    await resident.says("Số 5 ngõ 20")
    assert "không được lưu" not in await resident.is_told() or step == "preview"
