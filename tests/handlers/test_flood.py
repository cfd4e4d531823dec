"""Flood control: warned, slowed, muted for an hour, each told once; a petition in the making outlasts it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import Settings
from petitions.flood import PRESS, SILENCE, SPACING, Flood, Stage, judge, muted, weight
from tests.courses import WORDS, reach, words_of
from tests.town import PNG, Person, Town, open_town

LIMIT = Settings.model_fields["messages_a_minute"].default
WARNED, SLOWED, MUTED = "Xin gửi chậm lại", "chỉ một tin nhắn được nhận", "trong 60 phút tới"
MORNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.fixture
async def town(database: str, tmp_path: Path) -> AsyncIterator[Town]:
    async with open_town(database, tmp_path, a_minute=LIMIT) as running:
        yield running


async def _writes(person: Person, times: int) -> str:
    """Write so many messages at once; return all that is said to it."""
    for _time in range(times):
        await person.says("/help")
    return await person.is_told()


async def _writes_until(person: Person, words: str) -> str:
    """Write, as fast as a machine can, until these words come; return all that was said meanwhile."""
    told = ""
    for _time in range(20):
        told += await _writes(person, 10)
        if words in told:
            return told
    raise AssertionError(told)


async def test_a_flood_is_warned_then_slowed_then_muted_each_told_once_and_then_nothing_is_kept(
    town: Town,
) -> None:
    resident = await reach(town, "files")
    told = await _writes_until(resident, MUTED)
    assert [told.count(words) for words in (WARNED, SLOWED, MUTED)] == [1, 1, 1]
    assert told.index(WARNED) < told.index(SLOWED) < told.index(MUTED)
    assert "113" in told

    before = await town.query("SELECT count(*) AS rows, max(claimed_at) AS last FROM inbound")
    assert await _writes(resident, 20) == ""
    assert await town.query("SELECT count(*) AS rows, max(claimed_at) AS last FROM inbound") == before
    assert await words_of(town, resident) == [WORDS]

    other = await town.agrees("resident_2")
    await other.says("/help")
    await other.hears("/status")

    town.clock.move(SILENCE)
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4")


async def test_who_is_slowed_is_heard_again_after_a_few_seconds(town: Town) -> None:
    resident = await reach(town, "words")
    await _writes_until(resident, SLOWED)
    await _writes(resident, 1)
    await resident.says("Đèn đường ngõ 5 hỏng.")
    assert await resident.is_told() == ""
    town.clock.move(SPACING)
    await resident.says("Đèn đường ngõ 20 hỏng.")
    assert "Bước 2/4" in await resident.is_told()
    assert await words_of(town, resident) == ["Đèn đường ngõ 20 hỏng."]


async def test_an_album_weighs_as_one_message_and_a_press_as_a_quarter(town: Town) -> None:
    resident = await reach(town, "files")
    await _writes(resident, 10)  # so much that it does not run down to nothing meanwhile
    begun = await _pressure(town)
    await resident.sends(*[PNG] * 10)
    await resident.is_told()
    sent = await _pressure(town)
    assert _added(begun, sent) == pytest.approx(weight(LIMIT, press=False), abs=0.01)
    await resident.presses("Tiếp tục")
    await resident.is_told()
    pressed = await _pressure(town)
    assert _added(sent, pressed) == pytest.approx(PRESS * weight(LIMIT, press=False), abs=0.01)


async def test_whoever_works_here_is_heard_four_times_as_long(town: Town) -> None:
    assert await _writes(town.officer, 2 * LIMIT) != ""
    assert not any(WARNED in said for said in await town.officer.screen())
    for _time in range(2 * LIMIT):
        await town.body.says("/tasks")
    await town.body.is_told()
    assert not any(WARNED in said for said in await town.body.screen())


async def test_an_honest_resident_who_files_one_petition_after_another_hears_nothing_of_it(town: Town) -> None:
    for number in range(5):
        await town.files(f"{WORDS} Lần {number}.")
        town.clock.move(timedelta(minutes=1))
    for _part in range(15):
        await town.resident.says(WORDS)
    await town.resident.is_told()
    assert not any(WARNED in said for said in await town.resident.screen())


@given(st.lists(st.floats(2.0, 600.0), max_size=60))
def test_whoever_keeps_to_the_limit_is_never_warned(pauses: list[float]) -> None:
    assert all(stage is Stage.CALM for stage in _stages(pauses))


@given(st.lists(st.floats(0.0, 30.0), max_size=400))
def test_the_stages_come_in_their_order(pauses: list[float]) -> None:
    assert all(after <= before + 1 for before, after in pairwise([Stage.CALM, *_stages(pauses)]))


@given(st.floats(0, 3_000), st.sampled_from(Stage), st.floats(-1e6, 1e6))
def test_whatever_the_clock_does_nobody_is_silent_for_longer_than_an_hour(
    pressure: float, stage: Stage, seconds: float
) -> None:
    flood = Flood(pressure, stage, MORNING + timedelta(seconds=seconds))
    assert not (muted(flood, MORNING) and muted(flood, MORNING + SILENCE))
    later = Flood(0, stage, flood.since)
    assert muted(later, MORNING) or judge(later, MORNING, wide=False).heard


def _stages(pauses: list[float]) -> list[Stage]:
    """Return the stage after each message of somebody who rests so long before each."""
    flood, now, stages = Flood(0, Stage.CALM, None), MORNING, []
    for pause in pauses:
        now += timedelta(seconds=pause)
        pressure = max(0, flood.pressure - pause)
        if not muted(flood, now):
            pressure += weight(LIMIT, press=False)
            verdict = judge(Flood(pressure, flood.stage, flood.since), now, wide=False)
            flood = Flood(pressure, verdict.stage, verdict.since)
        stages.append(flood.stage)
    return stages


async def _pressure(town: Town) -> tuple[float, datetime]:
    """Return the pressure of the only resident, and when it was that."""
    [row] = await town.query("SELECT pressure, pressed_at FROM people WHERE consent_version IS NOT NULL")
    return float(row.pressure), row.pressed_at


def _added(before: tuple[float, datetime], after: tuple[float, datetime]) -> float:
    """Return what was added while one ran down each second."""
    return after[0] - before[0] + (after[1] - before[1]).total_seconds()
