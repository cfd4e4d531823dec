"""The pictures of the conversations say what the program does: every step, what leads on from it, and where to."""

import re
from collections.abc import Awaitable, Callable, Iterator

from handlers.telegram.on import IDLE, On
from handlers.telegram.routes import ROUTES
from handlers.telegram.wordings import TALKS
from tests.courses import DANGER, WORDS, draft_of, gives_up, plain, step_of
from tests.locales.test_words import ROOT
from tests.town import PNG, Person, Town

Edge = tuple[str, str, str]
END = "[*]"
ARROW = re.compile(r"^ +(\S+) --> (\S+): (.+)$", re.MULTILINE)
PAGE = (ROOT / "docs" / "conversations.md").read_text("utf-8")


def drawn() -> set[Edge]:
    """Return the arrows of the page: from, what it takes, to."""
    return {
        (_step(start), taken, _step(end))
        for start, end, label in ARROW.findall(PAGE)
        for taken in label.split(", ")
    }


def _step(state: str) -> str:
    return state.replace("_", ".", 1)


def _taken(route: On) -> Iterator[str]:
    """Yield what a route takes: the verbs of its buttons, or kinds of messages."""
    pattern = getattr(route.matcher, "pattern", None)
    if isinstance(pattern, re.Pattern):
        first = re.match(r"\(\?:([^)]*)\)", pattern.pattern)
        assert first
        yield from first[1].split("|")
        return
    wanted = str(getattr(route.matcher, "filters", ""))
    yield from (
        name for name, sign in (("words", "TEXT"), ("files", "PHOTO"), ("place", "LOCATION")) if sign in wanted
    )


def test_each_step_and_all_that_leads_on_from_it_are_drawn() -> None:
    routed = {(step, taken) for route in ROUTES for step in route.at - {IDLE} for taken in _taken(route)}
    assert {(start, taken) for start, taken, _end in drawn() if start != END} == routed


def test_arrows_lead_to_steps_that_exist_and_every_step_can_be_reached_and_left() -> None:
    edges = drawn()
    steps = {step for route in ROUTES for step in route.at} - {IDLE}
    assert {end for _start, _taken, end in edges} - {END} == steps
    reached = {END}
    for _round in steps:
        reached |= {end for start, _taken, end in edges if start in reached}
    assert reached == steps | {END}


def test_each_shared_conversation_is_drawn() -> None:
    assert {f"words.{verb}" for verb in TALKS.wordings} | {f"gather.{verb}" for verb in TALKS.gatherings} <= {
        start for start, _taken, _end in drawn()
    }


async def walked(town: Town, person: Person, *ways: tuple[str, Callable[[], Awaitable[object]]]) -> set[Edge]:
    """Take these ways one after the other; return the arrows that were gone."""
    gone = set()
    for taken, act in ways:
        before = await step_of(town, person) or END
        await act()
        await town.settles()
        gone.add((before, taken, await step_of(town, person) or END))
    return gone


def pressing(person: Person, data: str) -> Callable[[], Awaitable[object]]:
    """Return the press of a button, by its data."""
    return lambda: person.presses_data(1, data)


async def test_the_way_through_a_petition_is_drawn(town: Town) -> None:
    resident = await town.agrees()
    gone = await walked(
        town,
        resident,
        ("new", lambda: resident.says("/new")),
        ("files", lambda: resident.sends(PNG)),
        ("words", lambda: resident.says(WORDS)),
        ("words", lambda: resident.says("Tối rất khó đi.")),
        ("back", pressing(resident, "back:words")),
        ("words", lambda: resident.says(WORDS)),
        ("done", pressing(resident, "done:files")),
        ("files", lambda: resident.sends(PNG)),
        ("place", lambda: resident.pins(10.7769, 106.7009)),
        ("pin", pressing(resident, "pin")),
        ("name", pressing(resident, "name:office")),
        ("back", pressing(resident, "back:name")),
        ("name", pressing(resident, "name:body")),
        ("words", lambda: resident.says("Cư dân một")),
        ("edit", pressing(resident, "edit:place")),
        ("words", lambda: resident.says("ngõ 20")),
        ("edit", pressing(resident, "edit:files")),
        ("back", pressing(resident, "back:preview")),
        ("edit", pressing(resident, "edit:name")),
        ("name", pressing(resident, "name:nobody")),
        ("edit", pressing(resident, "edit:words")),
        ("words", lambda: resident.says("Đèn ngõ 20 vẫn hỏng.")),
        ("files", lambda: resident.sends(PNG)),
        ("send", pressing(resident, "send")),
    )
    assert gone - drawn() == set()


async def test_the_ways_through_offers_additions_and_danger_are_drawn(town: Town) -> None:
    code = plain(await town.files(WORDS))
    resident = town.resident
    gone = await walked(
        town,
        resident,
        ("words", lambda: resident.says("Tối qua lại có người ngã ở đó.")),
        ("words", lambda: resident.says("Xin sửa sớm.")),
        ("adopt", pressing(resident, f"adopt:supply:{code}")),
        ("files", lambda: resident.sends(PNG)),
        ("resume", pressing(resident, "resume")),
        ("gathered", pressing(resident, "gathered:supply")),
        ("words", lambda: resident.says("Nắp hố ga trước số nhà 15 bị mất.")),
        ("offered", pressing(resident, "offered")),
    )
    assert gone - drawn() == set()
    await gives_up(resident)
    assert await step_of_after(town, resident) is None
    danger = await walked(
        town,
        resident,
        ("words", lambda: resident.says(DANGER)),
        ("words", lambda: resident.says("Cứu với")),
        ("calm", pressing(resident, "calm")),
    )
    assert danger - drawn() == set()
    assert await draft_of(town, resident)


async def test_danger_while_something_is_added_leads_back_to_it(town: Town) -> None:
    code = plain(await town.files(WORDS))
    resident = town.resident
    gone = await walked(
        town,
        resident,
        ("supply", pressing(resident, f"supply:{code}")),
        ("words", lambda: resident.says("Số nhà là 15.")),
    )
    assert gone - drawn() == set()
    await resident.says(DANGER)
    assert await step_of_after(town, resident) == "urgent.gather"
    back = await walked(
        town, resident, ("resume", pressing(resident, "resume")), ("calm", pressing(resident, "calm"))
    )
    assert back - drawn() == set()


async def step_of_after(town: Town, person: Person) -> str | None:
    """Wait for what is in hand and return where the person stands."""
    await town.settles()
    return await step_of(town, person)
