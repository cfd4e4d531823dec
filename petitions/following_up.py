"""Until when what was answered is to be carried out: as an officer types it, and as the calendar counts it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from petitions.calendar import Calendar, CalendarError, Unit
from petitions.refusal import Refusal

MAX_DAYS = 250
"""Working days, about a year: what takes longer is followed up anew."""

_DATE = r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
_NAMED = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4}))?(?!\d)",
    re.IGNORECASE,
)
_DAYS = r"(?P<days>\d{1,4})(?:\s*ngày(?:\s+làm\s+việc)?|\s*(?:working )?days?)?"
_TERM = re.compile(rf"(?:{_DATE}|{_DAYS})(?:[\s.,:;–-]+(?P<words>.*))?", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Term:
    """So many working days, or a day; and what is to be carried out, where that was said."""

    until: int | date
    words: str

    def ends(self, now: datetime, calendar: Calendar) -> datetime:
        """Return the end of the working day. Raises: Refusal `follow-up-term` — past, or later than in a year."""
        try:
            due = _counted(self.until, now, calendar)
            if now.astimezone(calendar.zone).date() < due.date() and due <= calendar.due(
                now, MAX_DAYS, Unit.WORKING_DAYS
            ):
                return due
        except CalendarError:  # beyond the years whose days off are known
            pass
        raise Refusal("follow-up-term", limit=MAX_DAYS)


def read_term(typed: str) -> Term:
    """Read "15", "30 ngày, thay nắp cống" or "15/12/2026". Raises: Refusal `follow-up-unread`."""
    found = _TERM.fullmatch(typed.strip())
    if not found:
        raise Refusal("follow-up-unread")
    words = (found["words"] or "").strip()
    if found["days"]:
        return Term(int(found["days"]), words)
    try:
        return Term(date(int(found["year"]), int(found["month"]), int(found["day"])), words)
    except ValueError:
        raise Refusal("follow-up-unread") from None


def promised(answer: str, now: datetime, calendar: Calendar) -> datetime | None:
    """Return the end of the last day to come that an answer names, None where it names none within a year.

    A day without a year is one of this year.
    """
    named = [_ends(found, now, calendar) for found in _NAMED.finditer(answer)]
    return max(filter(None, named), default=None)


def _ends(found: re.Match[str], now: datetime, calendar: Calendar) -> datetime | None:
    year = int(found["year"] or now.astimezone(calendar.zone).year)
    try:
        return Term(date(year, int(found["month"]), int(found["day"])), "").ends(now, calendar)
    except (ValueError, Refusal):  # no day of any calendar, or none to come
        return None


def _counted(until: int | date, now: datetime, calendar: Calendar) -> datetime:
    if isinstance(until, int):
        return calendar.due(now, until, Unit.WORKING_DAYS)
    return calendar.due(datetime.combine(until, time(), calendar.zone), 0, Unit.WORKING_DAYS)
