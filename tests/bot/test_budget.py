"""What an update may cost in the database: at most eight statements and two commits."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from bench.heard import COMMIT, heard
from storage.records import Driver
from tests.town import Person, Town

Step = tuple[Callable[[], Awaitable[object]], str]
"""What a resident does, and what the answer says."""


@dataclass
class Bill:
    """Statements and commits counted so far."""

    statements: int = 0
    commits: int = 0


@contextmanager
def counted(town: Town) -> Iterator[Bill]:
    """Count what goes to the database through the engine of the product."""
    bill, beats = Bill(), set[Driver]()

    # The worker runs in the same loop here; its jobs, its heartbeat and its looks at what waits are left out.
    def hear(driver: Driver, statement: str, _given: Any) -> None:
        task = asyncio.current_task()
        if task and task.get_name().startswith("process job"):
            return
        if "heartbeats" in statement or "pg_locks" in statement:
            beats.add(driver)
        elif statement != COMMIT:
            beats.discard(driver)
            bill.statements += 1
        bill.commits += driver not in beats and (statement == COMMIT or driver.autocommit)

    with heard(town.parts.engine, hear):
        yield bill


@pytest.fixture
async def writing(town: Town) -> tuple[Town, Person]:
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    return town, resident


async def settled(town: Town) -> None:
    """Wait until the update in hand is confirmed."""
    await town.updates.settle()


def _written(resident: Person) -> tuple[Step, ...]:
    """Return the steps from the first words to the review."""
    return (
        (lambda: resident.says("Đèn đường ngõ 20 hỏng hai tuần."), "Bước 2/4"),
        (lambda: resident.presses("Không có ảnh"), "Bước 3/4"),
        (lambda: resident.says("ngõ 20, gần số nhà 15"), "Bước 4/4"),
        (lambda: resident.presses("Không nêu tên"), "xem lại trước khi gửi"),
    )


async def test_an_ordinary_update_costs_at_most_eight_statements_and_two_commits(
    writing: tuple[Town, Person],
) -> None:
    town, resident = writing
    await settled(town)
    for act, answer in (*_written(resident), (lambda: resident.says("/help"), "/status")):
        with counted(town) as bill:
            await act()
            await resident.hears(answer)
            await settled(town)
        assert bill.statements <= 8, answer
        assert bill.commits <= 2, answer


async def test_all_updates_of_a_petition_with_its_filing_cost_no_more_on_average(
    writing: tuple[Town, Person],
) -> None:
    town, resident = writing
    await settled(town)
    steps = (
        *_written(resident),
        (lambda: resident.presses("Gửi"), "Giấy biên nhận"),
        (lambda: resident.says("/status"), "Chiếu sáng"),
    )
    with counted(town) as bill:
        for act, answer in steps:
            await act()
            await resident.hears(answer)
            await settled(town)
    assert bill.statements <= 8 * len(steps)
    assert bill.commits <= 2 * len(steps)
