"""The other language: a button names it, leads to it however often it is pressed, and loses nothing."""

import pytest

from tests.courses import WORDS, draft_of, plain, reach
from tests.handlers.test_answered_buttons import shown
from tests.town import Town


async def test_a_button_for_a_language_leads_to_it_also_when_it_is_pressed_again(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/start")
    home = await resident.hears("muốn làm gì")
    message = resident.last["message_id"]
    for _ in range(2):
        await resident.presses_data(message, "language:en")
        await town.settles()
        assert "What would you like to do?" in (await resident.screen())[-1]
        assert "Tiếng Việt" in await resident.buttons()
    await resident.presses("Tiếng Việt")
    assert await resident.hears("muốn làm gì") == home
    assert "English" in await resident.buttons()


@pytest.mark.parametrize(
    ("step", "question"),
    [
        ("words", "Step 1 of 4"),
        ("files", "Step 2 of 4"),
        ("place", "Step 3 of 4"),
        ("name", "Step 4 of 4"),
        ("typed", "your full name"),
        ("preview", "check before you send"),
    ],
)
async def test_in_the_middle_of_a_petition_its_question_is_asked_again_in_the_other_language(
    town: Town, step: str, question: str
) -> None:
    resident = await reach(town, step)
    before = await draft_of(town, resident)
    await resident.says("/language")
    await resident.hears("Switched to English.", question)
    after = await draft_of(town, resident)
    assert before
    assert after
    assert (after.step, after.values.get("words")) == (before.step, before.values.get("words"))
    questions = [first for first in await shown(resident) if "đồng ý" not in first]
    assert questions == ["Switched to English."]


async def test_words_that_are_offered_or_added_are_asked_about_again_too(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says("Còn một cột đèn nữa ở đầu ngõ cũng hỏng.")
    await resident.hears("gửi nội dung vừa viết thêm vào kiến nghị")
    await resident.says("/language")
    await resident.hears("Switched to English.")
    assert f"➕ {code}" in " ".join(await resident.buttons())
    await resident.presses(f"➕ {code}")
    await resident.hears("For petition", "press “Send”")
    await resident.says("/language")
    await resident.hears("Đã chuyển sang tiếng Việt", "bấm “Gửi”")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    assert plain(code)


async def test_the_menu_of_commands_is_in_the_language_that_was_chosen(town: Town) -> None:
    resident = await town.agrees()
    for said in ("File a petition", "Gửi kiến nghị"):
        await resident.says("/language")
        await town.settles()
        menu = town.world.first_bot().commands
        assert said in str(menu)


async def test_the_button_of_the_help_shows_the_help_in_the_other_language(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/help")
    await resident.hears("Ông/bà có thể")
    await resident.presses("English")
    assert "What you can do" in await resident.hears("file a petition")
    assert "Tiếng Việt" in await resident.buttons()


async def test_the_button_of_the_help_repeats_also_what_is_asked(town: Town) -> None:
    resident = await reach(town, "place")
    await resident.says("/help")
    await resident.hears("Ông/bà có thể")
    await resident.presses("English")
    await resident.hears("Switched to English.", "Step 3 of 4")
    assert any("What you can do" in said for said in await resident.screen())
