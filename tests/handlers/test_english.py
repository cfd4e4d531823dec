"""A resident who writes English meets the same doors as one who writes Vietnamese."""

import pytest

from tests.courses import WORDS
from tests.town import Person, Town


async def english(town: Town) -> Person:
    """Bring a resident who has agreed to the English words."""
    resident = await town.agrees()
    await resident.says("/language")
    await resident.hears("What would you like to do?")
    return resident


async def test_danger_in_english_brings_the_numbers_at_once(town: Town) -> None:
    resident = await english(town)
    await resident.says("There is a fire and the building is collapsing, people are trapped")
    told = await resident.hears("call at once")
    assert told.index("114") < told.index("113")


async def test_an_accusation_in_english_is_stopped_and_nothing_of_it_kept(town: Town) -> None:
    resident = await english(town)
    await resident.says("The ward vice chairman took a bribe of 5 million from my neighbour")
    await resident.hears("looks like a denunciation")
    assert await town.query("SELECT 1 FROM drafts") == []


async def test_that_officers_work_in_vietnamese_is_said_at_the_first_step_and_what_was_told_is_not_asked_for(
    town: Town,
) -> None:
    resident = await english(town)
    await resident.says("/new")
    await resident.hears("Step 1 of 4", "in Vietnamese")
    await resident.says("The street light is broken at 15 Trần Thái Tông for two weeks")
    await resident.hears("Step 2")
    for label in ("No photos", "Skip the place", "No name"):
        await resident.presses(label)
        told = await resident.is_told()
    assert "in Vietnamese" in told
    assert "not clear" not in told
    await resident.presses("Send")
    await resident.hears("Street lighting")


async def test_words_in_english_are_offered_as_they_are_and_vietnamese_is_said_to_be_quicker(
    town: Town,
) -> None:
    resident = await english(town)
    await resident.says("The street light is broken at 15 Trần Thái Tông for two weeks")
    told = await resident.hears("can send this as it is", "in Vietnamese", "as a new petition")
    assert "Please write in Vietnamese" not in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("How do I register temporary residence for my daughter?", "1022"),
        ("What papers do I need to apply for a birth certificate?", "1022"),
        ("My neighbour and I have a dispute over the wall between our houses", "mediation team"),
        ("My electricity bill is twice as high as last month", "a seller or supplier"),
        ("I do not agree with decision number 112 on the penalty", "a complaint against a decision"),
        ("What is the weather like tomorrow?", "does not look like a petition"),
    ],
)
async def test_another_door_is_shown_to_words_in_english_and_they_may_be_sent_all_the_same(
    town: Town, words: str, told: str
) -> None:
    resident = await english(town)
    await resident.says(words)
    await resident.hears(told, "as a new petition")


@pytest.mark.parametrize("words", ["The ward office lost my papers twice", "My neighbour burns rubbish"])
async def test_an_ordinary_matter_in_english_that_speaks_of_papers_or_neighbours_is_shown_no_door(
    town: Town, words: str
) -> None:
    resident = await english(town)
    await resident.says(words)
    assert "turn to" not in await resident.hears("as a new petition")


async def test_the_privacy_text_cites_its_decree_in_english(town: Town) -> None:
    resident = await english(town)
    await resident.says("/privacy")
    told = await resident.hears("Your rights")
    assert "within 15 days (Decree 356/2025/NĐ-CP)" in told
    assert "Nghị định" not in told


async def test_a_question_in_english_about_the_only_petition_is_answered_with_its_dates(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await english(town)
    await resident.says("Can you tell me when the light is repaired?")
    await resident.hears(f"Petition {code}", "First answer due")
