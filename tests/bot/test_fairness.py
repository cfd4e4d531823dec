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

FLOOD, CONNECTIONS = 300, 40
"""Updates of one chat, over as many connections as Telegram opens."""
SLACK = 0.5
"""Seconds; the real bound is a tenth of one, measured on processes of their own (`bench/endurance.json`)."""


@pytest.fixture
async def door(database: str, tmp_path: Path) -> AsyncIterator[Door]:
    async with open_door(database, tmp_path) as opened:
        yield opened


async def test_three_hundred_updates_of_one_chat_delay_another_one_by_next_to_nothing(door: Door) -> None:
    numbers = itertools.count(900_000_000)
    alone = [await _answer(door, _writing(7_001, numbers)) for _time in range(10)]
    updates = (_writing(7_002, numbers) for _update in range(FLOOD))

    async def floods() -> None:
        for update in updates:
            await _answer(door, update)

    flood = [asyncio.create_task(floods()) for _connection in range(CONNECTIONS)]
    meanwhile = []
    while not all(task.done() for task in flood):
        meanwhile.append(await _answer(door, _writing(7_003, numbers)))
    assert len(meanwhile) > 3, "the flood was over before anybody else could write"
    assert statistics.median(meanwhile) - statistics.median(alone) < SLACK


def _writing(user: int, numbers: Iterator[int]) -> dict[str, Any]:
    """Make the update of a message."""
    number = next(numbers)
    who = {"id": user, "is_bot": False, "first_name": "Cư dân"}
    said = {"message_id": number, "date": 1, "text": "/help", "from": who, "chat": {**who, "type": "private"}}
    return {"update_id": number, "message": said}


async def _answer(door: Door, update: dict[str, Any]) -> float:
    """Return after how many seconds an update is confirmed."""
    began = time.perf_counter()
    assert await door.posts(update) == 200
    return time.perf_counter() - began
