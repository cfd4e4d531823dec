"""The time of the practice space: the machine's, moved on as far as its page has moved it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta

import aiohttp
import structlog

from bot.settings import Settings
from bot.wiring import sandbox_url, utc_now

log = structlog.get_logger()
_LOOK = 1.0
"""Seconds after which the page's time is asked for again."""
_PATIENCE = aiohttp.ClientTimeout(total=2)


class _Moved:
    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return utc_now() + self.ahead

    async def look(self, sandbox: aiohttp.ClientSession) -> None:
        """Take over how far the page has moved its time; a sandbox that is away leaves it as it is."""
        with suppress(aiohttp.ClientError, TimeoutError):
            async with sandbox.get("/_sandbox/clock") as answer:
                ahead = timedelta(seconds=(await answer.json())["shift"])
            if ahead != self.ahead:
                log.info("practice_clock", ahead=str(ahead))
            self.ahead = ahead


@asynccontextmanager
async def clock(settings: Settings) -> AsyncIterator[Callable[[], datetime]]:
    """Yield the one clock of a process: in the practice space it follows the page's, else it is the machine's."""
    if not settings.demo:
        yield utc_now
        return
    moved = _Moved()
    async with aiohttp.ClientSession(sandbox_url(settings), timeout=_PATIENCE) as sandbox:
        await moved.look(sandbox)
        following = asyncio.create_task(_follow(moved, sandbox))
        try:
            yield moved
        finally:
            following.cancel()
            await asyncio.gather(following, return_exceptions=True)


async def _follow(moved: _Moved, sandbox: aiohttp.ClientSession) -> None:
    while True:
        await asyncio.sleep(_LOOK)
        await moved.look(sandbox)
