"""Buttons that were answered go away in the chat of whoever answered; one pressed late is answered kindly."""

import pytest

from tests.courses import WORDS, answered, draft_of, gives_up, opened, reach, referred, signed
from tests.town import PNG, Person, Town

STALE = "Nút này đã cũ"


async def shown(person: Person) -> dict[str, list[str]]:
    """Return the buttons of every message of the bot that has any, by its first line."""
    await person.town.settles()
    return {
        message["text"].splitlines()[0]: [button["text"] for row in rows for button in row]
        for message in await person.messages()
        if message["from_bot"] and (rows := (message.get("reply_markup") or {}).get("inline_keyboard"))
    }


@pytest.mark.parametrize("step", ["words", "files", "place", "name", "typed", "preview"])
async def test_while_a_petition_is_written_only_the_question_that_stands_has_buttons(
    town: Town, step: str
) -> None:
    resident = await reach(town, step)
    with_buttons = [first for first in await shown(resident) if "đã đồng ý" not in first]
    assert len(with_buttons) == 1, with_buttons
    assert with_buttons[0] == resident.last["text"].splitlines()[0]


async def about_to_withdraw(town: Town) -> Person:
    """Let the resident be asked whether the petition just filed is to be withdrawn."""
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says(f"/status {code}")
    await resident.hears("Gửi lúc")
    await resident.presses("Rút kiến nghị")
    await resident.hears("Ông/bà chắc chắn muốn rút")
    return resident


async def test_the_consent_and_the_preview_keep_their_words_but_not_their_buttons(town: Town) -> None:
    await town.files(WORDS)
    buttons = await shown(town.resident)
    assert not any("Tôi đồng ý" in label for labels in buttons.values() for label in labels)
    assert not any(label.startswith("✅ Gửi") for labels in buttons.values() for label in labels)
    assert any("Dữ liệu của ông/bà" in said for said in await town.resident.screen())


async def test_an_album_leaves_the_buttons_of_its_one_answer(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG, PNG, PNG)
    await resident.hears("Đã nhận")
    with_buttons = [first for first in await shown(resident) if "đã đồng ý" not in first]
    assert with_buttons == ["Bước 2/4 – Ảnh, tài liệu"]
    await resident.presses("Tiếp tục")
    await resident.hears("Bước 3/4")


@pytest.mark.parametrize(("step", "count"), [("words", "Đã nhận 3 tệp"), ("preview", "3 tệp")])
async def test_an_album_is_counted_in_its_one_answer_at_the_first_step_and_at_the_last(
    town: Town, step: str, count: str
) -> None:
    resident = await reach(town, step)
    before = len(await resident.screen())
    await resident.sends(PNG, PNG, PNG)
    await resident.hears(count)
    await town.settles()
    assert len(await resident.screen()) == before + 1
    assert len([first for first in await shown(resident) if "đã đồng ý" not in first]) == 1


async def test_a_wrong_answer_leaves_the_question_with_its_buttons(town: Town) -> None:
    resident = await reach(town, "place")
    await resident.says("🏠🏠")
    await resident.hears("địa chỉ bằng chữ")
    await resident.presses("Bỏ qua địa điểm")
    await resident.hears("Bước 4/4")


async def test_a_question_put_again_can_be_cancelled_once_and_no_more_after_the_answer(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("Xin viết câu hỏi")
    for _time in range(2):
        await officer.says("Ở đâu?")
        await officer.hears("quá ngắn")
        assert [first for first, labels in (await shown(officer)).items() if "Hủy" in labels] == [
            officer.last["text"].splitlines()[0]
        ]
    await officer.says("Đèn ở số nhà nào?")
    await officer.hears("Đã ghi nhận câu hỏi", code)
    assert not any("Hủy" in labels for labels in (await shown(officer)).values())


async def test_cancelling_takes_the_buttons_of_the_question_away_however_it_is_done(town: Town) -> None:
    resident = await reach(town, "place")
    await resident.presses("Hủy")
    await resident.hears("không lấy lại được")
    await resident.presses("Chắc chắn bỏ")
    await resident.hears("Đã hủy")
    assert not any("Bước" in first for first in await shown(resident))
    await reach(town, "files", agreed=True)
    await gives_up(resident)
    assert not any("Bước" in first for first in await shown(resident))


@pytest.mark.parametrize("typed", ["hủy", "/new", "/start"])
async def test_who_is_asked_whether_to_go_on_has_only_that_question_with_buttons(town: Town, typed: str) -> None:
    resident = await reach(town, "files")
    await resident.says(typed)
    await resident.hears("soạn")
    assert not any("Bước" in first for first in await shown(resident))
    await resident.presses("Viết tiếp")
    await resident.hears("Bước 2/4")
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4")


async def test_who_looks_at_their_petitions_in_the_middle_and_goes_on_has_the_question_once(town: Town) -> None:
    resident = await reach(town, "place")
    await resident.says("/status")
    await resident.hears("chưa được gửi")
    assert any("Bước 3/4" in first for first in await shown(resident)), "until then it can be answered"
    await resident.presses("Viết tiếp")
    await resident.hears("Bước 3/4")
    asked = [one for one in await resident.messages() if one["from_bot"] and "Bước 3/4" in one["text"]]
    assert [bool((one.get("reply_markup") or {}).get("inline_keyboard")) for one in asked] == [False, True]


@pytest.mark.parametrize("looked", ["/help", "/privacy", "/mydata", "/status"])
async def test_after_an_edit_only_the_newest_preview_has_buttons(town: Town, looked: str) -> None:
    resident = await reach(town, "words")
    first = await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    for button in ("Không có ảnh", "Bỏ qua địa điểm", "Không nêu tên"):
        await resident.presses(button)
    await resident.hears("xem lại trước khi gửi")
    await resident.says(looked)
    await resident.is_told()
    await resident.edits(first, f"{WORDS} Số nhà 15.")
    await resident.hears("Đã thay", "xem lại trước khi gửi")
    rows = [one.get("reply_markup") or {} for one in await resident.messages()]
    sending = [one for one in rows if "✅ Gửi" in str(one)]
    assert len(sending) == 1


async def test_a_judged_answer_keeps_the_way_to_the_timeline_alone(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    assert (await shown(resident))[f"Trả lời kiến nghị {code}"] == ["Xem diễn biến"]


async def test_who_says_yes_to_what_only_a_button_confirms_is_told_to_press_it(town: Town) -> None:
    resident = await about_to_withdraw(town)
    await resident.says("vâng")
    await resident.hears("xin bấm nút dưới câu hỏi ấy")
    assert await town.query("SELECT 1 FROM petitions WHERE closed_at IS NULL")


async def test_who_decides_not_to_withdraw_is_back_at_the_timeline_without_old_buttons(town: Town) -> None:
    resident = await about_to_withdraw(town)
    said = len(await resident.messages())
    assert [labels for labels in (await shown(resident)).values() if "Rút kiến nghị" in labels] == []
    await resident.presses("Giữ lại")
    await resident.hears("Gửi lúc")
    assert len(await resident.messages()) == said, "nothing is said twice"
    assert sum("Gửi lúc" in one["text"] for one in await resident.messages() if one["from_bot"]) == 1
    assert [labels for labels in (await shown(resident)).values() if "Chắc chắn rút" in labels] == []
    await resident.presses("Bổ sung")
    await resident.hears("viết thêm")


async def test_an_officers_card_loses_its_buttons_once_the_act_is_done_and_not_before(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    card = officer.last["text"].splitlines()[0]
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    assert "Hướng dẫn nơi khác" in (await shown(officer))[card]
    await officer.says("Số nhà bao nhiêu?")
    await officer.hears("câu hỏi gửi người dân", code)
    buttons = await shown(officer)
    assert card not in buttons
    assert not any("Xin viết câu hỏi" in first for first in buttons)


async def test_a_groups_card_loses_its_buttons_once_the_body_has_answered(town: Town) -> None:
    code = await town.files(WORDS)
    await answered(town, code)
    buttons = await shown(town.body)
    assert not any(label.startswith(("✍️ Trả lời", "✅ Gửi")) for labels in buttons.values() for label in labels)


async def test_a_returned_card_of_a_group_loses_its_buttons(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.presses("Chuyển trả")
    await body.hears("vì sao chuyển trả")
    await body.says("Không thuộc phạm vi.", reply_to=body.last["message_id"])
    await body.hears("Đã chuyển trả", code)
    assert await shown(body) == {}


async def test_a_button_that_is_pressed_although_it_went_away_is_answered_kindly(town: Town) -> None:
    resident = await reach(town, "place")
    question = resident.last["message_id"]
    await resident.presses("Bỏ qua địa điểm")
    await resident.hears("Bước 4/4")
    assert STALE in await resident.presses_data(question, "done:place")
    draft = await draft_of(town, resident)
    assert draft
    assert draft.step == "filing.name"


async def test_a_message_that_can_no_longer_be_changed_holds_nothing_up(town: Town) -> None:
    resident = await reach(town, "words")
    await town.goes_wrong(kind="http", status=400, method="editMessageReplyMarkup")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4")


async def test_what_is_too_long_to_take_a_questions_place_takes_its_buttons_all_the_same(town: Town) -> None:
    resident = await reach(town, "name", words="\n\n".join([WORDS * 42] * 2))
    await resident.presses("Không nêu tên")
    await resident.hears("bấm “Gửi” nếu đã đúng")
    assert not [first for first in await shown(resident) if first.startswith("Bước 4/4")]
