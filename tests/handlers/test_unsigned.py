"""Senior officers are reminded of an answer that waits for their sign-off: before its date, and once past it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from desk.audit import verify
from petitions.quiet import QuietHours
from tests.courses import WORDS, answered, stands
from tests.handlers.test_supervision import passes
from tests.handlers.test_undo import HOLD
from tests.handlers.test_undo import answered as answers
from tests.town import Person, Town, office_rules, open_town

NEAR = "Câu trả lời chờ duyệt sắp đến hạn"
PAST = "Câu trả lời chờ duyệt đã quá hạn"


@pytest.fixture
async def held(staffed: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run everything with nights, and with a minute in which decisions can be undone."""
    office = replace(office_rules(), hold=HOLD, quiet=QuietHours(time(21), time(7)))
    async with open_town(staffed, tmp_path, office) as running:
        yield running


async def told(senior: Person, part: str) -> int:
    """Return how many messages to a senior officer begin with a reminder."""
    return sum(part in said for said in await senior.screen())


async def test_senior_officers_are_reminded_before_the_date_and_once_it_is_past_and_leaders_read_how_many_are(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    senior, leader = await answered(town, code), town.person("leader")
    await passes(town, 17)
    assert await told(senior, NEAR) == 0
    await passes(town, 3)
    said = await senior.hears(NEAR, code, "Chiếu sáng · Phòng Kinh tế", "Cơ quan đã trả lời ngày 20/11/2026")
    assert "Hạn giải quyết: 14/12/2026\n" in said
    assert await senior.buttons() == ["Mở phiếu"]
    await passes(town, 1)
    await leader.hears("Cần quyết định", "chờ duyệt trả lời: 1")
    assert await told(leader, "trong đó quá hạn") == 0
    await passes(town, 7)
    await senior.hears(PAST, code, "Hạn giải quyết: 14/12/2026")
    await passes(town, 14)
    await leader.hears("Cần quyết định", "chờ duyệt trả lời: 1, trong đó quá hạn 1")
    assert (await told(senior, NEAR), await told(senior, PAST)) == (1, 1)
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_what_was_decided_is_said_in_every_reminder_and_what_was_undone_reminds_nobody_anew(
    held: Town,
) -> None:
    code = await held.files(WORDS)
    senior = await answers(held, code)
    await passes(held, 26)
    await senior.hears(PAST, code)
    reminder = senior.last["message_id"]
    await senior.presses("Mở phiếu")
    await senior.hears(code, "Loại:")
    await senior.presses("✅ Duyệt")
    await senior.hears("Đã duyệt", code)
    await held.settles()
    said, live = await stands(senior, reminder)
    assert said.startswith(f"Đã duyệt: {code}"), said
    assert not live
    await passes(held, 0)
    await senior.presses("Hoàn tác")
    await held.settles()
    assert (await stands(senior, reminder))[1]
    sent = len(await senior.screen())
    await passes(held, 3)
    assert len(await senior.screen()) == sent


async def test_an_answer_that_was_decided_reminds_nobody(town: Town) -> None:
    senior = await answered(town, await town.files(WORDS))
    await senior.presses("✅ Duyệt")
    await passes(town, 40)
    assert (await told(senior, NEAR), await told(senior, PAST)) == (0, 0)


async def test_at_night_nobody_is_reminded_of_an_answer(held: Town) -> None:
    code = await held.files(WORDS)
    senior = await answers(held, code)
    held.clock.move(timedelta(hours=14))
    await passes(held, 24)
    assert await told(senior, PAST) == 0
    held.clock.move(timedelta(hours=8))
    await passes(held, 0)
    await senior.hears(PAST, code)
    assert await told(senior, NEAR) == 0, "of both only the last one counts"
