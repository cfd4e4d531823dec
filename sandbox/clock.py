"""The sandbox's only time: a source of unix seconds that can be shifted, waking whoever waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any


class Clock:
    """Unix seconds from `source`, plus a shift; waiting follows the shifted time."""

    def __init__(self, source: Callable[[], float]) -> None:
        self._source = source
        self._alarms: dict[asyncio.Future[None], float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.shifted = 0.0

    def now(self) -> float:
        """Return the shifted time, in unix seconds."""
        return self._source() + self.shifted

    def unshifted(self) -> float:
        """Return the time of the source, which does not jump back when the sandbox restarts."""
        return self._source()

    def shift(self, seconds: float) -> None:
        """Move the time by `seconds` and end every wait that is over by then."""
        self.shifted += seconds
        for alarm in list(self._alarms):
            self._ring_if_due(alarm)

    async def sleep(self, seconds: float) -> None:
        """Return once the time has moved by `seconds`."""
        await self.wait(asyncio.get_running_loop().create_future(), seconds)

    def call_later(self, seconds: float, act: Callable[[], None]) -> None:
        """Call `act` once the time has moved by `seconds`."""

        async def wait_and_act() -> None:
            await self.sleep(seconds)
            act()

        task = asyncio.create_task(wait_and_act())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def wait(self, awaited: asyncio.Future[Any], seconds: float) -> bool:
        """Wait for `awaited` at most `seconds`; tell whether it is done."""
        loop = asyncio.get_running_loop()
        alarm: asyncio.Future[None] = loop.create_future()
        self._alarms[alarm] = self.now() + seconds
        try:
            while not (awaited.done() or self._ring_if_due(alarm)):
                left = self._alarms[alarm] - self.now()
                await asyncio.wait((awaited, alarm), timeout=left, return_when=asyncio.FIRST_COMPLETED)
        finally:
            del self._alarms[alarm]
        return awaited.done()

    def _ring_if_due(self, alarm: asyncio.Future[None]) -> bool:
        if not alarm.done() and self._alarms[alarm] <= self.now():
            alarm.set_result(None)
        return alarm.done()
