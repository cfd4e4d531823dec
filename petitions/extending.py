"""Asking for more time: how many days, or until when, and why; and until when a limit may be moved."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from petitions.calendar import Calendar, Unit
from petitions.clocks import Deadline
from petitions.dates import ALONE, WRITTEN, first_after
from petitions.refusal import Refusal
from petitions.text import has_words

MAX_DAYS = 60
"""Days beyond which nobody asks at once, whatever the limit."""

_BEFORE = (
    r"(?:(?:xin|cho|cần|phải|được|phép|đề nghị|gia hạn|kéo dài|lùi|lui|thêm|khoảng|hạn|đến|tới|hết|ngày|"
    r"chúng tôi|phòng|cơ quan|đơn vị|ban|trạm|công an|phường|"
    r"please|we|i|need|ask|for|extend|another|more|about|by|until|till|to|the)\b[\s,:]*)*"
)
"""What may stand before the number; “hết tháng 12” and “thứ 6 tuần sau” name a time in another way."""
_WEEKS = r"(?P<weeks>\d{1,2})\s*(?:tuần|weeks?)"
_DAYS = r"(?P<days>\d{1,4})(?:\s*ngày(?:\s+làm\s+việc)?|\s*(?:more )?(?:working )?days?)"
_NUMBER = r"(?P<number>\d{1,4})(?=\s*[\n,;:]|\s+[–-]|\s+(?:vì|do|because)\b)"
_WHY = r"(?:\s*nữa\b)?[\s.,:;–-]*(?:(?:vì|do|because(?: of)?)\s+)?(?P<why>.*)"
_REQUEST = re.compile(
    rf"{_BEFORE}(?:{WRITTEN}|{_WEEKS}|{_DAYS}|{_NUMBER}){ALONE}{_WHY}", re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True)
class Request:
    """So many days, in the unit of the limit, and the reason."""

    days: int
    reason: str


def read_request(words: str, due: datetime, unit: Unit, calendar: Calendar) -> Request:
    """Read "5 ngày, chờ vật tư", "2 tuần, …" or "đến 20/12, …", asked for beyond a limit that ends at `due`.

    A day without a year is the first such day after the limit; a day off counts as the working day after it.
    Raises: Refusal — `extension-unread` (no number, no such day, no reason), `extension-days` (not 1 to 60 days).
    """
    found = _matched(words)
    end = due.astimezone(calendar.zone).date()
    try:
        last = _named(found, end)
    except ValueError:
        raise Refusal("extension-unread") from None
    days = _days_to(last, due, unit, calendar) if last else int(found["days"] or found["number"])
    if not 1 <= days <= MAX_DAYS:
        raise Refusal("extension-days", limit=MAX_DAYS)
    return Request(days, found["why"].strip())


def reason_of(words: str) -> str:
    """Return the reason of a request that was read. Raises: Refusal `extension-unread`."""
    return _matched(words)["why"].strip()


def _matched(words: str) -> re.Match[str]:
    found = _REQUEST.fullmatch(words.strip())
    if not found or not has_words(found["why"]):
        raise Refusal("extension-unread")
    return found


def _named(found: re.Match[str], end: date) -> date | None:
    """Return the day that is named, None where none is. Raises: ValueError — there is no such day."""
    if found["weeks"]:
        return end + timedelta(weeks=int(found["weeks"]))
    return first_after(found, end) if found["day"] else None


def _days_to(last: date, due: datetime, unit: Unit, calendar: Calendar) -> int:
    days = (last - due.astimezone(calendar.zone).date()).days
    if unit is not Unit.WORKING_DAYS or not 0 < days <= 2 * MAX_DAYS:
        return days  # too few or too many, however they are counted
    return calendar.days_between(due, datetime.combine(last, time(), calendar.zone))


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
