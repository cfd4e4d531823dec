"""One lane a person: their updates follow one another, and no lane holds another one up."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial

from bot.reach import out_of_reach


class BehindError(Exception):
    """An earlier work of the lane could not reach the database and comes again; this one must not overtake it."""


class Lanes:
    """Runs work in order within a key and at once across keys."""

    def __init__(self) -> None:
        self._ends: dict[int, asyncio.Task[None]] = {}

    async def run(self, key: int, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work after all earlier work of this key; its error is the caller's."""
        task = asyncio.create_task(self._after(self._ends.get(key), work))
        self._ends[key] = task
        task.add_done_callback(partial(self._ended, key))
        # A caller that goes away (a dropped connection, a stop) must not tear a unit apart.
        await asyncio.shield(task)

    async def settle(self) -> None:
        """Wait until every lane is empty."""
        await asyncio.gather(*self._ends.values(), return_exceptions=True)

    def _ended(self, key: int, task: asyncio.Task[None]) -> None:
        if self._ends.get(key) is task:
            del self._ends[key]
        if not task.cancelled():
            task.exception()  # looked at, or asyncio would print it, words and all, where the caller has gone

    async def _after(self, before: asyncio.Task[None] | None, work: Callable[[], Awaitable[None]]) -> None:
        if before:
            await asyncio.wait([before])
            if not before.cancelled() and out_of_reach(before.exception()):
                raise BehindError from before.exception()
        await work()
