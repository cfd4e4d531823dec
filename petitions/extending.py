"""Asking for more time: how many days and why, and until when a limit may be moved."""

import re
from dataclasses import dataclass
from datetime import datetime

from petitions.calendar import Calendar, Unit
from petitions.clocks import Deadline
from petitions.refusal import Refusal
from petitions.text import has_words

MAX_DAYS = 60
"""Days beyond which nobody asks at once, whatever the limit."""

_DAYS = r"\D{0,20}?(\d{1,4})(?:\s*ngày(?:\s+làm\s+việc)?|\s*(?:working )?days?)?"
_BECAUSE = r"(?:(?:vì|do|because(?: of)?)\s+)?"
_REQUEST = re.compile(_DAYS + r"[\s.,:;–-]*" + _BECAUSE + r"(.*)", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Request:
    """So many days, in the unit of the limit, and the reason."""

    days: int
    reason: str


def read_request(words: str) -> Request:
    """Read "5 ngày, chờ vật tư".

    Raises: Refusal — `extension-unread` (no number or no reason), `extension-days` (not 1 to 60 days).
    """
    found = _REQUEST.fullmatch(words.strip())
    if not found or not has_words(found[2]):
        raise Refusal("extension-unread")
    days = int(found[1])
    if not 1 <= days <= MAX_DAYS:
        raise Refusal("extension-days", limit=MAX_DAYS)
    return Request(days, found[2].strip())


def extended(limit: Deadline, accepted_at: datetime, due: datetime, days: int, calendar: Calendar) -> datetime:
    """Return the new end of a limit; one set by law moves at most to where the law lets it.

    Raises: Refusal — `extension-unlawful` (the law allows no more time), `extension-too-long` (not so much).
    """
    later = calendar.shift(due, days) if limit.unit is Unit.WORKING_DAYS else calendar.due(due, days, limit.unit)
    latest = limit.latest(accepted_at, calendar)
    if latest is None:
        return later
    if latest <= due:
        raise Refusal("extension-unlawful")
    if days > (limit.extension or 0):
        raise Refusal("extension-too-long", days=limit.extension)
    return min(later, latest)
