"""Until when what was answered is to be carried out: as an officer types it, and as the calendar counts it."""

import re
from calendar import monthrange
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial

from petitions.calendar import Calendar, CalendarError, Unit
from petitions.dates import ALONE, WRITTEN, first_after, named
from petitions.refusal import Refusal
from petitions.text import fold

_DECEMBER = 12
MAX_DAYS = 250
"""Working days, about a year: what takes longer is followed up anew."""

_NAMED = re.compile(rf"(?<!\d){WRITTEN}", re.IGNORECASE)
_BEFORE = r"(?:(?:xong|đến|tới|hết|trước|trong|sau|ngày|until|by|before|within|in)\s+)*"
_UNITS = (
    r"(?P<weeks>\d{1,2})\s*(?:tuần|weeks?)",
    r"(?P<days>\d{1,4})(?:\s*ngày(?:\s+làm\s+việc)?|\s*(?:working )?days?)",
    r"(?P<number>\d{1,4})(?=\s*(?:$|[\n,;:–]|-\s|\.\s))",
)
_WITHIN = re.compile(
    r"(?:(?:trong|sau)(?:\s+vòng)?(?:\s+khoảng)?|\bwithin(?:\s+about)?)"
    r"\s+(?P<count>\d{1,3})\s*(?P<unit>ngày|tuần|days?|weeks?)",
    re.IGNORECASE,
)
_IN_MONTH = re.compile(r"(?:trong|hết|cuối)\s+tháng\s+(?P<month>\d{1,2})(?!\d)", re.IGNORECASE)
_WEEK = ("t", "w")
"""How the unit of weeks begins in either language."""
_ROUGHLY = re.compile(
    r"\b(?:\d+ (?:ngay|tuan|thang|more days?|more weeks?|days?|weeks?|months?)|ngay \d{1,2}(?! ?[\d/.-]| thang)"
    r"|(?:tuan|thang|quy|nam) (?:sau|toi|nay)|(?:cuoi|dau|het|giua) (?:tuan|thang|quy|nam)|(?:thang|quy) \d"
    r"|(?:ngay|sang|trua|chieu|toi) mai|(?:chieu|toi) nay|thu (?:[2-7]|hai|ba|tu|nam|sau|bay)|chu nhat"
    r"|next (?:week|month)|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
"""A day as somebody says it roughly, without diacritics."""
_TERM = re.compile(
    rf"{_BEFORE}(?:{'|'.join((WRITTEN, *_UNITS))}){ALONE}(?:[\s.,:;–-]+(?P<words>.*))?", re.DOTALL | re.IGNORECASE
)


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


def read_term(typed: str, today: date) -> Term:
    """Read "15", "30 ngày, thay nắp cống", "2 tuần", "15/12/2026" or "đến 15/12", the first such day to come.

    Raises: Refusal `follow-up-unread`.
    """
    found = _TERM.fullmatch(typed.strip())
    if not found:
        raise Refusal("follow-up-unread")
    words = (found["words"] or "").strip()
    if found["weeks"]:
        return Term(today + timedelta(weeks=int(found["weeks"])), words)
    if not found["day"]:
        return Term(int(found["days"] or found["number"]), words)
    try:
        return Term(first_after(found, today), words)
    except ValueError:
        raise Refusal("follow-up-unread") from None


def promised(answer: str, now: datetime, calendar: Calendar) -> datetime | None:
    """Return the end of the last day to come that an answer names, None where it names none within a year.

    A day without a year is one of this year; weeks and days count from today, a month goes to its last day.
    """
    found = _promise(answer, now, calendar)
    return found[0] if found else None


def for_day_off(answer: str, now: datetime, calendar: Calendar) -> bool:
    """Tell whether that last day is a day off, so that its end is another day's (BLDS 2015, Đ148.5)."""
    found = _promise(answer, now, calendar)
    return found is not None and found[0].astimezone(calendar.zone).date() != found[1]


def _promise(answer: str, now: datetime, calendar: Calendar) -> tuple[datetime, date] | None:
    today = now.astimezone(calendar.zone).date()
    within = map(partial(_within, today), _WITHIN.finditer(answer))
    days = (*_dated(answer, today), *within, *_months(answer, today))
    ahead = (day for day in days if day > today)  # before a day off is moved: what is done by now is no promise
    return max(((end, day) for day in ahead if (end := _end(day, now, calendar))), default=None)


def names_day(words: str, now: datetime, calendar: Calendar) -> bool:
    """Tell whether words name a day to come, if only roughly: “tuần sau”, “thêm 5 ngày”."""
    return promised(words, now, calendar) is not None or bool(_ROUGHLY.search(fold(words)))


def _within(today: date, found: re.Match[str]) -> date:
    return today + int(found["count"]) * timedelta(days=7 if found["unit"].casefold().startswith(_WEEK) else 1)


def _months(answer: str, today: date) -> Iterator[date]:
    for found in _IN_MONTH.finditer(answer):
        month = int(found["month"])
        if 1 <= month <= _DECEMBER:
            year = today.year + (month < today.month)
            yield date(year, month, monthrange(year, month)[1])


def _end(day: date, now: datetime, calendar: Calendar) -> datetime | None:
    try:
        return Term(day, "").ends(now, calendar)
    except Refusal:
        return None


def _dated(answer: str, today: date) -> Iterator[date]:
    for found in _NAMED.finditer(answer):
        with suppress(ValueError):  # no day of any calendar
            yield named(found, today.year)


def _counted(until: int | date, now: datetime, calendar: Calendar) -> datetime:
    if isinstance(until, int):
        return calendar.due(now, until, Unit.WORKING_DAYS)
    return calendar.due(datetime.combine(until, time(), calendar.zone), 0, Unit.WORKING_DAYS)
