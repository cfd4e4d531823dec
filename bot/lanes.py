"""One lane a person: their updates follow one another, and no lane holds another one up."""

import asyncio
from collections.abc import Awaitable, Callable


class Lanes:
    """Runs work in order within a key and at once across keys."""

    def __init__(self) -> None:
        self._ends: dict[int, asyncio.Task[None]] = {}

    @property
    def busy(self) -> int:
        """Return how many lanes have work."""
        return len(self._ends)

    async def run(self, key: int, work: Callable[[], Awaitable[None]]) -> None:
        """Do the work after all earlier work of this key; its error is the caller's."""
        before = self._ends.get(key)
        task = asyncio.create_task(self._after(before, work))
        self._ends[key] = task
        try:
            # A caller that goes away (a dropped connection) must not tear a unit apart.
            await asyncio.shield(task)
        finally:
            if self._ends.get(key) is task:
                del self._ends[key]

    async def settle(self) -> None:
        """Wait until every lane is empty."""
        await asyncio.gather(*self._ends.values(), return_exceptions=True)

    async def _after(self, before: asyncio.Task[None] | None, work: Callable[[], Awaitable[None]]) -> None:
        if before:
            await asyncio.wait([before])
        await work()
