"""Our own polling loop: the offset moves only when every update before it is finished."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.logs import where
from bot.reach import TOKEN_CURE, Reach, out_of_reach
from bot.updates import Updates
from bot.wiring import Parts
from storage.place import POLLER, Place

log = structlog.get_logger()
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
_LONG_POLL = 25
_BATCH = 100
_MOMENT = 1.0
"""Seconds for which the next fetch waits for what is in hand."""
_PAUSES = (1, 2, 5, 10)
"""Seconds before each further try after a failure."""

Raw = Mapping[str, Any]


async def poll(parts: Parts, updates: Updates) -> None:
    """Fetch and handle updates until cancelled; of several processes on one database one does, others stand by."""
    place, window = Place(parts.engine, POLLER), Window(updates.take)
    loop = _Loop(parts, place, window)
    try:
        while True:
            well = await loop.turn()
            await asyncio.sleep(0 if well else loop.pause)
    finally:
        window.close()
        await place.leave()


class Window:
    """The updates from the offset on: in hand, to come again, or finished ahead of an earlier one.

    Telegram forgets what lies before the offset of a fetch and sends the rest again; so a slow update holds the
    offset, and the others of its window are handled meanwhile.
    """

    def __init__(self, take: Callable[[Raw], Awaitable[None]]) -> None:
        self._take = take
        self._open: dict[int, asyncio.Task[None]] = {}
        self._failed: set[int] = set()
        self._done: set[int] = set()
        self.offset = 0

    def put(self, batch: Sequence[Raw]) -> None:
        """Begin with what is not in hand yet."""
        for raw in batch:
            number = int(raw["update_id"])
            self._failed.discard(number)
            if number not in self._open and number not in self._done:
                self._open[number] = asyncio.ensure_future(self._take(raw))

    async def settle(self, seconds: float) -> bool:
        """Wait for what is in hand, only so long, and move the offset; return whether nothing failed."""
        if self._open:
            await asyncio.wait(self._open.values(), timeout=seconds)
        ended = {number for number, task in self._open.items() if task.done()}
        failed = {number for number in ended if self._open.pop(number).exception()}
        self._failed |= failed
        self._done |= ended - failed
        waiting = self._open.keys() | self._failed
        self.offset = min(waiting) if waiting else max(self._done, default=self.offset - 1) + 1
        self._done = {number for number in self._done if number > self.offset}
        return not failed

    def close(self) -> None:
        """Let go of what is in hand; it is finished, but not confirmed."""
        for task in self._open.values():
            task.cancel()


class _Loop:
    """The turns of the loop, and what is said when one fails."""

    def __init__(self, parts: Parts, place: Place, window: Window) -> None:
        self._parts = parts
        self._bot = parts.dispatcher.bot
        self._place = place
        self._window = window
        self._other = Reach("second_poller", "polling_alone", _CURE)
        self._begun = self._sure = False
        self._failures = 0

    @property
    def pause(self) -> int:
        """Return for how many seconds to rest after a failure."""
        return _PAUSES[min(self._failures, len(_PAUSES)) - 1]

    async def turn(self) -> bool:
        """Fetch what has come and handle it; return whether all went well."""
        try:
            well = await self._round()
        except Exception as error:  # noqa: BLE001 - the loop must outlive whatever the network does
            well = False
            self._tell(error)
        self._failures = 0 if well else self._failures + 1
        return well

    async def _round(self) -> bool:
        """Return whether all went well. Raises: whatever kept it from fetching."""
        await self._be_alone()
        batch = await self._fetch()
        self._parts.telegram.back()
        self._other.back()
        self._window.put(batch)
        self._sure = await self._window.settle(_MOMENT)
        return self._sure

    async def _be_alone(self) -> None:
        """Make sure, at first and after a failure, that no other process of ours polls. Raises: Conflict."""
        if not self._sure:
            free = await self._place.held()
            self._parts.database.back()
            if not free:
                self._failures = 0  # looking again soon costs little
                raise Conflict(_ANOTHER)
        if not self._begun:
            await self._bot.delete_webhook()
        self._begun, self._sure = True, False

    def _tell(self, error: Exception) -> None:
        """Say what went wrong, once for as long as it lasts."""
        match error:
            case Conflict():
                self._other.away(error.message)
            case InvalidToken():
                self._parts.telegram.away("token_refused", TOKEN_CURE)
            case TelegramError():
                self._parts.telegram.away(type(error).__name__)
            case _ if out_of_reach(error):
                self._failures = 0
                self._parts.database.away(type(error).__name__)
            case _:
                log.error("polling_failed", error=where(error))

    async def _fetch(self) -> list[Raw]:
        asked = {
            "offset": self._window.offset,
            "timeout": _LONG_POLL,
            "limit": _BATCH,
            "allowed_updates": ALLOWED,
        }
        # Raw, so that an update which the library cannot read can be parked. The library warns about names that it
        # has a method for; Telegram's method names are case-insensitive.
        found: Any = await self._bot.do_api_request("getupdates", api_kwargs=asked, read_timeout=_LONG_POLL + 10)
        return list(found)


_ANOTHER = "another process on this database fetches the updates already"
_CURE = (
    "this one stands by and takes over when the other stops; with one token only one program can poll: "
    "stop the other, give this one a token of its own, or use a webhook (PUBLIC_URL, WEBHOOK_SECRET)"
)
