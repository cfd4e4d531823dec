"""One chat that sends without end does not make the others wait."""

import asyncio
import itertools
import statistics
import time
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.door import Door, open_door
from tests.processes import START

FLOOD, CONNECTIONS = 300, 40
"""Updates of one chat, over as many connections as Telegram opens."""
SHARE = 10
"""Updates of the flood that may be answered while somebody else waits for one answer. Whoever stood in the flood's
line would wait for all connections, however fast the machine is; seconds are measured on processes of their own
(`bench/endurance.json`)."""


@pytest.fixture
async def door(database: str, tmp_path: Path) -> AsyncIterator[Door]:
    async with open_door(database, tmp_path) as opened:
        yield opened


async def test_three_hundred_updates_of_one_chat_do_not_stand_before_those_of_another_one(door: Door) -> None:
    numbers = itertools.count(900_000_000)
    updates = (_writing(7_002, numbers) for _update in range(FLOOD))
    answered = 0

    async def floods() -> None:
        nonlocal answered
        for update in updates:
            await _answer(door, update)
            answered += 1

    flood = [asyncio.create_task(floods()) for _connection in range(CONNECTIONS)]
    stood_before = []
    while not all(task.done() for task in flood):
        before = answered
        await _answer(door, _writing(7_003, numbers))
        stood_before.append(answered - before)
    assert answered == FLOOD
    assert len(stood_before) > 3, "the flood was over before anybody else could write"
    assert statistics.median(stood_before) <= SHARE


def _writing(user: int, numbers: Iterator[int]) -> dict[str, Any]:
    """Make the update of a message."""
    number = next(numbers)
    who = {"id": user, "is_bot": False, "first_name": "Cư dân"}
    said = {"message_id": number, "date": 1, "text": "/help", "from": who, "chat": {**who, "type": "private"}}
    return {"update_id": number, "message": said}


async def _answer(door: Door, update: dict[str, Any]) -> None:
    """Deliver an update until it is confirmed, as Telegram does."""
    ends = time.monotonic() + START
    while await door.posts(update) != 200:
        assert time.monotonic() < ends, "the update is never confirmed"
