"""A bot's queue of updates: what enters, how long it stays, and how getUpdates takes from it."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import Final

from sandbox.clock import Clock
from sandbox.errors import ApiError, conflict
from sandbox.model import JsonObject

UPDATE_TYPES: Final = (
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection",
    "business_message", "edited_business_message", "deleted_business_messages", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost",
)  # fmt: skip
DEFAULT_TYPES: Final = frozenset(UPDATE_TYPES) - {"chat_member", "message_reaction", "message_reaction_count"}
MAX_POLL: Final = 50
MAX_BATCH: Final = 100
MAX_ANSWER_BYTES: Final = 4 * 2**20
SAME_OFFSET_SOON: Final = 0.5
SAME_OFFSET: Final = 3.0
CONFLICT_PAUSE: Final = 3.0
TERMINATED_BY_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class Update:
    """One update as it was when it happened; `text` is its JSON, `lane` orders webhook deliveries."""

    id: int
    text: str
    lane: int
    expires: float
    copies: int = 1


def known_types(names: Iterable[object]) -> frozenset[str]:
    """Keep the update types that exist; none at all means the default."""
    return frozenset(name for name in names if name in UPDATE_TYPES) or DEFAULT_TYPES


class UpdateQueue:
    """Updates with consecutive ids, each kept until it is confirmed or its lifetime ends."""

    def __init__(self, clock: Clock, first_id: int, bound: int) -> None:
        self._clock = clock
        self._bound = bound
        self.next_id = first_id
        self.allowed = DEFAULT_TYPES
        self.pending: OrderedDict[int, Update] = OrderedDict()
        self.on_new: Callable[[Update], None] = lambda _update: None
        self.version = 0
        self._poll: asyncio.Future[str] | None = None
        self._last_offset: int | None = None
        self._last_start = 0.0
        self._next_conflict = 0.0

    def put(self, kind: str, content: JsonObject, lane: int, expires: float, copies: int = 1) -> None:
        """Give the update the next id and keep it."""
        text = json.dumps({"update_id": self.next_id, kind: content}, ensure_ascii=False)
        self.keep(Update(self.next_id, text, lane, expires, copies))

    def keep(self, update: Update) -> None:
        """Add an update that has its id already, and wake a waiting poll."""
        self.pending[update.id] = update
        self.next_id = max(self.next_id, update.id + 1)
        if len(self.pending) > self._bound:
            self.pending.popitem(last=False)
        self.version += 1
        self.on_new(update)
        self.end_poll("")

    def skip_id(self) -> None:
        """Leave a gap in the ids, as after an update that got lost."""
        self.next_id += 1

    def confirm(self, update_id: int) -> None:
        """Forget one update, or one of its copies."""
        update = self.pending.get(update_id)
        if update is None:
            return
        update.copies -= 1
        if update.copies <= 0:
            del self.pending[update_id]
        self.version += 1

    def forget(self, update_id: int) -> None:
        """Forget one update with all its copies."""
        self.pending.pop(update_id, None)
        self.version += 1

    def confirm_before(self, offset: int) -> None:
        """Forget all updates with ids lower than `offset`; a negative one keeps that many of the newest."""
        if offset < 0:
            offset = list(self.pending)[offset] if -offset < len(self.pending) else 0
        for update_id in list(takewhile(lambda known: known < offset, self.pending)):
            self.confirm(update_id)

    def clear(self) -> None:
        """Forget every update."""
        self.pending.clear()
        self.version += 1

    def living(self) -> list[Update]:
        """Return what is still to be delivered, oldest first; what has outlived its time is forgotten."""
        now = self._clock.now()
        for update_id in [update.id for update in self.pending.values() if update.expires <= now]:
            del self.pending[update_id]
        return list(self.pending.values())

    async def poll(self, offset: int, limit: int, seconds: int) -> str:
        """Answer getUpdates with the JSON array of the updates; wait up to `seconds` for the first.

        Raises:
            ApiError: 409 when a later poll or a webhook took over.

        """
        limit, seconds = self._slow_down(offset, limit, min(max(seconds, 0), MAX_POLL))
        if offset:
            self.confirm_before(offset)
        texts = self._batch(limit)
        if not texts and seconds:
            await self._wait(seconds)
            texts = self._batch(limit)
        return f"[{','.join(texts)}]"

    def end_poll(self, reason: str) -> None:
        """End the waiting poll, if any: with a conflict for this reason, or with what there is for none."""
        if self._poll and not self._poll.done():
            self._poll.set_result(reason)

    async def refuse(self, error: ApiError) -> None:
        """Raise a conflict; a second one within three seconds is told three seconds late."""
        now = self._clock.now()
        if now < self._next_conflict:
            await self._clock.sleep(CONFLICT_PAUSE)
        else:
            self._next_conflict = now + CONFLICT_PAUSE
        raise error

    async def _wait(self, seconds: int) -> None:
        self.end_poll(TERMINATED_BY_POLL)
        self._poll = poll = asyncio.get_running_loop().create_future()
        await self._clock.wait(poll, seconds)
        if not poll.done():
            poll.cancel()
        elif reason := poll.result():
            await self.refuse(conflict(reason))

    def _slow_down(self, offset: int, limit: int, seconds: int) -> tuple[int, int]:
        """Brake a bot that asks for the same offset again and again, as the real server does."""
        now, limit = self._clock.now(), min(max(limit, 1), MAX_BATCH)
        again = offset == self._last_offset
        passed = now - self._last_start
        self._last_offset, self._last_start = offset, now
        if again and passed < SAME_OFFSET:
            seconds = max(seconds, int(SAME_OFFSET))
        return (1 if again and passed < SAME_OFFSET_SOON else limit), seconds

    def _batch(self, limit: int) -> list[str]:
        now = self._clock.now()
        texts = (update.text for update in self.pending.values() if update.expires > now)
        batch, size = list(islice(texts, limit)), 0
        for count, text in enumerate(batch):
            size += len(text.encode())
            if count and size > MAX_ANSWER_BYTES:
                return batch[:count]
        return batch
