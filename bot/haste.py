"""A second press in haste falls on what the first one has just put under the finger: it was not meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from handlers.telegram.replies import Outcome, Settle, Show


@dataclass(frozen=True)
class Press:
    """A button pressed: by whom, on which message, and what it means."""

    person: int
    chat: int
    message: int
    data: str


def pressed(raw: Mapping[str, Any]) -> Press | None:
    """Return what an update presses, None where it is something else or names no message."""
    query = raw.get("callback_query") or {}
    message, sender, data = query.get("message"), query.get("from"), query.get("data")
    if not (message and sender and data):
        return None
    return Press(sender["id"], message["chat"]["id"], message["message_id"], data)


class Haste:
    """Remembers, for a moment, whose press has changed which message.

    Each process remembers its own: behind a webhook a second press may come to one that did not take the first.
    """

    def __init__(self, lasts: timedelta) -> None:
        self._lasts = lasts
        self._changed: dict[tuple[int, int], tuple[Press, datetime]] = {}

    def note(self, press: Press, outcome: Outcome, now: datetime) -> None:
        """Remember a press whose answer has just changed the message that it was on."""
        self._changed = {key: known for key, known in self._changed.items() if self._fresh(known[1], now)}
        changed = {one.message for one in outcome.replies if isinstance(one, Show | Settle)}
        if self._lasts and press.message in changed:
            self._changed[press.person, press.chat] = (press, now)

    def in_haste(self, press: Press, now: datetime) -> bool:
        """Tell a press that was not meant: the same again, or a button of another kind that has come there.

        Of the same kind, by its verb, are pages and days, which people turn as fast as they can.
        """
        first, at = self._changed.get((press.person, press.chat), (press, None))
        if at is None or first.message != press.message or not self._fresh(at, now):
            return False
        return press.data == first.data or _verb(press) != _verb(first)

    def _fresh(self, at: datetime, now: datetime) -> bool:
        return timedelta(0) <= now - at < self._lasts


def _verb(press: Press) -> str:
    return press.data.partition(":")[0]
