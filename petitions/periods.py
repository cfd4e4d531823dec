"""The periods that reports are about: their names, their days, and what each is compared with.

`2026` · `2026-H1` · `2026-9M` · `2026-Q3` · `2026-07` · `2026-W28` (ISO week, Monday to Sunday)

People may write them as they speak: `tháng 7`, `quý III/2026`, `6 tháng đầu năm`, `week 28`, `July`, `last month`.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from petitions.dates import MONTHS
from petitions.refusal import Refusal
from petitions.text import clean, fold

_FORM = re.compile(r"(?P<year>20\d\d)(?:-(?:(?P<half>H[12])|(?P<nine>9M)|Q(?P<quarter>[1-4])|"
                   r"W(?P<week>0[1-9]|[1-4]\d|5[0-3])|(?P<month>0[1-9]|1[0-2])))?", re.ASCII)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+|\d+")
_YEAR = re.compile(r"20\d\d", re.ASCII)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_MONTHS = {name: f"month {number}" for name, number in MONTHS.items()}
_PARTS = {"tuan": "week", "thang": "month", "quy": "quarter", "nam": "year"}
_THIS, _LAST = {"nay", "this"}, {"truoc", "qua", "ngoai", "last", "previous"}
_OF_YEAR = {"nam", "year", "of"}
_SPOKEN = tuple(
    (re.compile(form, re.ASCII), written)
    for form, written in (
        (r"(?:thang |thg |t |month )?0?([1-9]|1[0-2])", "-{:0>2}"),
        (r"(?:quy|qui|q|quarter) 0?([1-4])", "-Q{}"),
        (r"(?:tuan|week|w) 0?([1-9]|[1-4]\d|5[0-3])", "-W{:0>2}"),
        (r"(?:h|half) ([12])", "-H{}"),
        (r"6 thang(?: dau)?", "-H1"),
        (r"6 thang cuoi", "-H2"),
        (r"9 (?:m|thang(?: dau)?)", "-9M"),
        (r"", ""),
    )
)
_WEEK = timedelta(days=7)
_CUT = 15
"""The statutory period of a month begins on this day of the month before (TT 01/2024/TT-TTCP)."""


@dataclass(frozen=True)
class Period:
    """Days from `start` up to, not including, `end`; a statutory one is cut in the middle of the month."""

    name: str
    start: date
    end: date
    statutory: bool = False

    @property
    def weekly(self) -> bool:
        """Tell whether this is a week."""
        return "W" in self.name

    @property
    def last(self) -> date:
        """Return its last day."""
        return self.end - timedelta(days=1)

    @property
    def weeks(self) -> float:
        """Return its length in weeks."""
        return (self.end - self.start) / _WEEK

    def span(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """Return its first moment and the first one after it."""
        return _midnight(self.start, zone), _midnight(self.end, zone)

    @property
    def before(self) -> "Period":
        """Return the period right before; before a year, or nine months of one, those of the year before."""
        if self.weekly:
            return week_of(self.start - _WEEK)
        year, _, part = self.name.partition("-")
        if part in {"", "9M"}:
            return self.year_before
        number, last, form = _part(part)
        name = form.format(number - 1) if number > 1 else form.format(last)
        return parse(f"{int(year) - (number == 1)}-{name}", statutory=self.statutory)

    @property
    def year_before(self) -> "Period":
        """Return the same period of the year before; where that has no 53rd week, its last one."""
        year, dash, part = self.name.partition("-")
        try:
            return parse(f"{int(year) - 1}{dash}{part}", statutory=self.statutory)
        except Refusal:
            return parse(f"{int(year) - 1}-W52")


def parse(typed: str, *, statutory: bool = False) -> Period:
    """Read a period's name; a week has no statutory cut. Raises: Refusal `period-unknown`."""
    found = _FORM.fullmatch(typed.upper())
    if found is None:
        raise Refusal("period-unknown", period=typed)
    name, year = found[0], int(found["year"])
    if found["week"]:
        return _week(year, int(found["week"]), name)
    first, months = _months(found)
    ends = divmod(first - 1 + months, 12)
    start, end = date(year, first, 1), date(year + ends[0], ends[1] + 1, 1)
    return Period(name, _cut(start), _cut(end), statutory=True) if statutory else Period(name, start, end)


def begun(typed: str, now: datetime, zone: ZoneInfo, *, statutory: bool = False) -> Period:
    """Read what people write of a period that has begun: without a year, the newest such one.

    Raises: Refusal `period-unknown`, `period-future`.
    """
    if name := _of_now(typed, now.astimezone(zone).date()):
        return parse(name, statutory=statutory)
    year, part = _spoken(typed)
    latest = now.astimezone(zone).year + 1  # the first days of a year's first week can lie in the year before
    years = (year,) if year else map(str, range(latest, latest - _WITHOUT_53, -1))
    found = [one for one in _of_years(part, years, statutory=statutory) if one.span(zone)[0] <= now]
    if not found:
        parse(f"{year}{part}", statutory=statutory)
        raise Refusal("period-future", period=typed)
    return found[0]


_WITHOUT_53 = 9
"""Of so many years, at least one that has begun has 53 weeks."""


def _of_years(part: str, years: Iterable[str], *, statutory: bool) -> Iterator[Period]:
    for year in years:
        with suppress(Refusal):
            yield parse(f"{year}{part}", statutory=statutory)


def _of_now(typed: str, today: date) -> str | None:
    """Return the name of a period that is told from today, as `this month` or `quý trước`."""
    told = {_PARTS.get(word, word) for word in map(fold, _WORD.findall(clean(typed).lower()))}
    names = {
        "week": week_of(today).name,
        "month": f"{today:%Y-%m}",
        "quarter": f"{today.year}-Q{(today.month + 2) // 3}",
        "year": f"{today.year}",
    }
    part, when = told & names.keys(), told - names.keys()
    if len(part) != 1 or len(when) != 1 or not when <= _THIS | _LAST:
        return None
    name = names[part.pop()]
    return name if when <= _THIS else parse(name).before.name


def _spoken(typed: str) -> tuple[str, str]:
    """Return the year that is written, or nothing, and how the name of such a part of a year ends."""
    told = [_ROMAN.get(one) or _MONTHS.get(one) or fold(one) for one in _WORD.findall(clean(typed).lower())]
    years = [one for one in told if _YEAR.fullmatch(one)]
    rest = " ".join(one for one in told if one not in _OF_YEAR and one not in years)
    written = next((form.format(*found.groups()) for one, form in _SPOKEN if (found := one.fullmatch(rest))), None)
    if not told or written is None or len(years) > 1 or (rest.isdigit() and not years):
        raise Refusal("period-unknown", period=typed)
    return "".join(years), written


def week_of(day: date) -> Period:
    """Return the week in which a day lies."""
    year, week, _ = day.isocalendar()
    return _week(year, week, f"{year}-W{week:02d}")


def around(period: Period, today: date) -> tuple[Period, ...]:
    """Return the period before, and those wider of month, quarter and year in which it ends, or today lies."""
    last = min(period.last, today)
    wider = map(parse, (f"{last:%Y-%m}", f"{last.year}-Q{(last.month + 2) // 3}", f"{last.year}"))
    return (period.before, *(one for one in wider if one.weeks > period.weeks))


def month_of(period: Period) -> Period:
    """Return the last month of a period that is no week, cut as the period is."""
    return parse(f"{period.last.year}-{period.last.month:02d}", statutory=period.statutory)


def _week(year: int, week: int, name: str) -> Period:
    try:
        start = date.fromisocalendar(year, week, 1)
    except ValueError:
        raise Refusal("period-unknown", period=name) from None
    return Period(name, start, start + _WEEK)


def _months(found: re.Match[str]) -> tuple[int, int]:
    """Return the first month and how many there are."""
    if found["half"]:
        return (1 if found["half"] == "H1" else 7), 6
    if found["nine"]:
        return 1, 9
    if found["quarter"]:
        return int(found["quarter"]) * 3 - 2, 3
    return (int(found["month"]), 1) if found["month"] else (1, 12)


def _part(part: str) -> tuple[int, int, str]:
    """Return the number of a part of the year, how many there are, and how its name is written."""
    if part[0] in "HQ":
        return int(part[1:]), 2 if part[0] == "H" else 4, part[0] + "{}"
    return int(part), 12, "{:02d}"


def _cut(day: date) -> date:
    return (day - timedelta(days=1)).replace(day=_CUT)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)


@dataclass(frozen=True)
class Weekly:
    """A moment of every week, as `Mon 07:30` says it."""

    weekday: int
    hour: time

    @classmethod
    def parse(cls, told: str) -> "Weekly":
        """Read an English day of three letters and an hour, checked by the settings."""
        day, hour = told.split()
        return cls(_DAYS.index(day), time.fromisoformat(hour))

    def before(self, now: datetime, zone: ZoneInfo) -> datetime:
        """Return the latest such moment that is not after now."""
        local = now.astimezone(zone)
        day = local.date() - timedelta(days=(local.weekday() - self.weekday) % 7)
        moment = datetime.combine(day, self.hour, zone)
        return moment if moment <= now else datetime.combine(day - _WEEK, self.hour, zone)


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True)
class Due:
    """A week whose summary is due since a moment, and the weeks before it whose summaries nobody made."""

    period: Period
    at: datetime
    missed: tuple[Period, ...]


def due_summary(now: datetime, since: datetime, weekly: Weekly, zone: ZoneInfo) -> Due | None:
    """Return the summary to be made now: of the last whole week before the latest moment after `since`.

    None where there was no such moment. Those of earlier moments, after a time in which nothing ran, are missed.
    """
    at = weekly.before(now, zone)
    if at <= since:
        return None
    latest = week_of(at.astimezone(zone).date()).before
    missed: list[Period] = []
    earlier, period = weekly.before(at - _MOMENT, zone), latest.before
    while earlier > since:
        missed.insert(0, period)
        earlier, period = weekly.before(earlier - _MOMENT, zone), period.before
    return Due(latest, at, tuple(missed))


_MOMENT = timedelta(microseconds=1)
