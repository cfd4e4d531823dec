"""A clock that jumps, a day forwards or an hour back: nothing is done or sent twice, nothing waits for ever."""

from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.pace import TELEGRAM
from desk.letter import pack, say
from petitions.kinds import Field
from petitions.quiet import QuietHours
from tests.courses import WORDS, leaves_the_rest, opened, reach
from tests.town import Town, TownClock, office_rules, open_town

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


async def test_an_update_that_comes_again_after_a_day_that_never_was_takes_effect_once(town: Town) -> None:
    resident = await reach(town, "files")
    await town.settles()
    [last] = await town.query("SELECT max(external_id) AS number FROM inbound")
    who = {"id": resident.chat, "is_bot": False, "first_name": "Cư dân"}
    said = {"message_id": 1, "date": 1, "text": WORDS, "from": who, "chat": {**who, "type": "private"}}
    for jump in (DAY, -DAY, -HOUR):
        town.clock.move(jump)
        await town.keep_house()
        await town.updates.take({"update_id": last.number, "message": said})
    await leaves_the_rest(resident)
    told = await resident.hears("xem lại")
    assert told.count(WORDS) == 1


async def test_a_jump_sends_no_letter_twice(town: Town) -> None:
    code = await town.files(WORDS)
    await opened(town, code)
    await town.resident.hears("đang xem xét", code)
    before = [await person.screen() for person in (town.resident, town.officer)]
    for jump in (DAY, -DAY, -HOUR, HOUR):
        town.clock.move(jump)
        await town.keep_house()
    await town.comes_to_hold("SELECT 1 WHERE NOT EXISTS (SELECT FROM procrastinate_jobs)")
    assert [await person.screen() for person in (town.resident, town.officer)] == before


@pytest.mark.parametrize("jump", [HOUR, DAY, 40 * DAY])
async def test_a_letter_written_or_tried_under_a_clock_that_was_ahead_goes_out_now(
    town: Town, jump: timedelta
) -> None:
    await town.agrees()
    town.clock.move(jump)
    await town.goes_wrong(kind="http", status=502, method="sendMessage", chat_id=town.resident.chat)
    await _letter(town, Field.CAY)
    await town.comes_to_hold("SELECT 1 FROM deliveries WHERE tries = 1")
    town.clock.move(-jump)
    await _letter(town, Field.DAT)
    await town.keep_house()
    await town.resident.hears("Cây xanh")
    await town.resident.hears("Đất đai")


async def test_a_letter_kept_for_a_morning_that_was_days_ahead_comes_the_next_morning(
    database: str, tmp_path: Path
) -> None:
    quiet = replace(office_rules(), quiet=QuietHours(time(21), time(7)))
    async with open_town(database, tmp_path, quiet) as town:
        code = await town.files(WORDS)
        town.clock.move(3 * DAY + timedelta(hours=13))
        await opened(town, code)
        town.clock.move(-3 * DAY)
        await town.keep_house()
        assert not any("đang xem xét" in said for said in await town.resident.screen())
        town.clock.move(timedelta(hours=9))
        await town.keep_house()
        await town.resident.hears("đang xem xét", code)


def test_a_line_that_was_paced_by_a_clock_ahead_is_free_again() -> None:
    pace, now = TELEGRAM.private, TownClock()()
    busy = pace.after(None, now, 5)
    assert pace.wait(busy, now) == timedelta(seconds=3)
    assert pace.wait(busy, now - HOUR) == timedelta(0)
    assert pace.after(busy, now - HOUR, 1) == now - HOUR + pace.every


async def _letter(town: Town, field: Field) -> None:
    """Put a short letter into the resident's line."""
    address = str(town.resident.chat)
    async with town.parts.store.unit() as unit:
        visitor = await unit.people.visitor("telegram", address, address)
        assert visitor
        await unit.deliveries.add(visitor.contact, pack(say(f"field-{field}")))
