"""What has changed in the world, numbered, for pages and tests that watch it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator

from sandbox.model import JsonObject


class Feed:
    """The latest changes; each has a number greater than the one before it."""

    def __init__(self, first_seq: int, bound: int) -> None:
        self.seq = first_seq
        self.closed = False
        self._changes: deque[JsonObject] = deque(maxlen=bound)
        self._wake = asyncio.Event()

    def add(self, kind: str, chat_id: int, **more: object) -> int:
        """Tell everyone who watches about a change and return its number."""
        self.seq += 1
        self._changes.append({"seq": self.seq, "chat_id": chat_id, "type": kind, **more})
        self._ring()
        return self.seq

    def close(self) -> None:
        """Send everyone home, since the server stops."""
        self.closed = True
        self._ring()

    async def watch(self, after: int, heartbeat: float) -> AsyncIterator[JsonObject | None]:
        """Yield the changes after number `after`; None when nothing happened for `heartbeat` seconds."""
        while not self.closed:
            wake = self._wake
            for change in [known for known in self._changes if known["seq"] > after]:
                after = change["seq"]
                yield change
            try:
                await asyncio.wait_for(wake.wait(), heartbeat)
            except TimeoutError:
                yield None

    def _ring(self) -> None:
        self._wake.set()
        self._wake = asyncio.Event()
