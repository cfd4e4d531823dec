"""The working calendar: which days are worked, when a time limit falls due, what a pause adds."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from functools import cached_property
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, ConfigDict, Field, model_validator

from petitions.refusal import DanNguyenError

_SATURDAY = 5
_LONGEST = 100_000  # units; eleven years of clock hours


class CalendarError(DanNguyenError):
    """A date cannot be counted: it lies outside the years whose days off are known, or has no time zone."""


class Unit(StrEnum):
    """Say what a time limit counts."""

    WORKING_DAYS = "wd"
    CALENDAR_DAYS = "d"
    WORKING_HOURS = "wh"
    CLOCK_HOURS = "h"


class Shift(BaseModel):
    """A stretch of working hours within a day."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: time
    end: time

    @model_validator(mode="after")
    def _in_order(self) -> "Shift":
        if self.start >= self.end:
            raise ValueError(f"working hours end at {self.end:%H:%M}, before they start at {self.start:%H:%M}")
        return self

    @property
    def length(self) -> timedelta:
        """Return how long the shift lasts."""
        return timedelta(hours=self.end.hour - self.start.hour, minutes=self.end.minute - self.start.minute)


class Calendar(BaseModel):
    """Count time limits by the public holidays of Việt Nam, the office's overrides and its hours.

    The first day is not counted (Bộ luật Dân sự 2015, Đ147) and a limit that would end on a day off ends on
    the next working day (Đ148.5). Results are in the calendar's time zone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    timezone: str
    first_year: int
    last_year: int
    hours: tuple[Shift, ...] = Field(min_length=1)
    off: frozenset[date] = frozenset()  # days off that the library misses, such as a swapped bridge day
    work: frozenset[date] = frozenset()  # make-up Saturdays
    disable: frozenset[date] = frozenset()  # days the library gives off although they are worked

    @model_validator(mode="after")
    def _countable(self) -> "Calendar":
        if self.timezone not in available_timezones():
            raise ValueError(f"there is no time zone {self.timezone!r}")
        if self.first_year > self.last_year:
            raise ValueError(f"the calendar ends with {self.last_year}, before it begins")
        return self

    @cached_property
    def zone(self) -> ZoneInfo:
        """Return the time zone in which days begin and end."""
        return ZoneInfo(self.timezone)

    @cached_property
    def _days(self) -> tuple[date, ...]:
        import holidays  # noqa: PLC0415 - it takes a third of a start, and only dates need it

        public = holidays.country_holidays("VN", years=range(self.first_year, self.last_year + 1))
        closed = ({*public} - self.disable) | self.off
        opened = (public.weekend_workdays | self.work) - self.off
        return tuple(
            day for day in self._every_day() if day in opened or (day.weekday() < _SATURDAY and day not in closed)
        )

    @cached_property
    def _day_length(self) -> timedelta:
        return sum((shift.length for shift in self.hours), timedelta())

    def _every_day(self) -> Iterator[date]:
        first, last = date(self.first_year, 1, 1), date(self.last_year, 12, 31)
        return (first + timedelta(days=n) for n in range((last - first).days + 1))

    def is_working_day(self, day: date) -> bool:
        """Say whether the office works on a day.

        Raises: CalendarError outside the known years.
        """
        return self._on_or_after(day) == day

    def parse(self, text: str) -> datetime:
        """Read an ISO date-time as a person typed it; without an offset it is local time.

        Raises: CalendarError for anything else.
        """
        try:
            moment = datetime.fromisoformat(text)
            return (moment if moment.tzinfo else moment.replace(tzinfo=self.zone)).astimezone(self.zone)
        except (ValueError, OverflowError) as error:
            raise CalendarError(f"{text!r} is not a date and time such as 2026-11-20T09:00") from error

    def received(self, moment: datetime) -> datetime:
        """Return when the office counts an arrival: now, or at the opening of the next working day."""
        local = self._local(moment)
        late = local.time() > self._closing
        day = self._on_or_after(local.date() + timedelta(days=late))
        return max(local, self._at(day, self.hours[0].start))

    def due(self, start: datetime, n: int, unit: Unit, *, office: bool = True) -> datetime:
        """Return the end of a time limit of `n` units, 0 meaning within the same working day or hour.

        `office=True` is for our own clocks, which count an arrival after hours as the next working day's;
        a statutory clock runs from the moment itself. Days end with the working day; clock hours never wait.

        Raises: CalendarError outside the known years, for a negative `n`, for a time without a zone.
        """
        if not 0 <= n <= _LONGEST:
            raise CalendarError(f"{n} is not a time limit: expected 0 to {_LONGEST}")
        begin = self.received(start) if office else self._local(start)
        match unit:
            case Unit.CLOCK_HOURS:
                return self._known(self._local(start) + timedelta(hours=n))
            case Unit.WORKING_HOURS:
                return self.extend(self.received(start), timedelta(hours=n))
            case Unit.WORKING_DAYS:
                return self._at(self._nth_after(begin.date(), n), self._closing)
            case Unit.CALENDAR_DAYS:
                return self._at(self._on_or_after(begin.date() + timedelta(days=n)), self._closing)

    def shift(self, moment: datetime, working_days: int) -> datetime:
        """Return the same hour a number of working days later, or earlier when negative.

        A moment on a day off counts as the working day after it.
        """
        local = self._local(moment)
        return self._at(self._nth(self._index(local.date()) + working_days), local.time())

    def days_between(self, start: datetime, end: datetime) -> int:
        """Count the working days from the one on which a moment counts to that of another."""
        return self._index(self.received(end).date()) - self._index(self.received(start).date())

    def working_time(self, start: datetime, end: datetime) -> timedelta:
        """Measure the working time between two moments, as a pause is measured."""
        return self._worked(self._local(end)) - self._worked(self._local(start))

    def extend(self, due: datetime, paused: timedelta) -> datetime:
        """Move a due time on by exactly a pause's working time.

        Raises: CalendarError for a negative pause, and outside the known years.
        """
        if paused < timedelta():
            raise CalendarError("a pause cannot be shorter than nothing")
        return self._when_worked(self._worked(self._local(due)) + paused) if paused else self._local(due)

    def _local(self, moment: datetime) -> datetime:
        if moment.tzinfo is None:
            raise CalendarError(f"{moment.isoformat()} has no time zone; read typed times with Calendar.parse")
        return moment.astimezone(self.zone)

    def _at(self, day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, tzinfo=self.zone)

    @property
    def _closing(self) -> time:
        return self.hours[-1].end

    def _index(self, day: date) -> int:
        """Return how many known working days come before a day."""
        if not self.first_year <= day.year <= self.last_year:
            raise self._unknown(day.year)
        return bisect_left(self._days, day)

    def _nth(self, index: int) -> date:
        if not 0 <= index < len(self._days):
            raise self._unknown(self.first_year - 1 if index < 0 else self.last_year + 1)
        return self._days[index]

    def _on_or_after(self, day: date) -> date:
        return self._nth(self._index(day))

    def _nth_after(self, day: date, n: int) -> date:
        return self._nth(self._index(day + timedelta(days=1)) + n - 1) if n else self._on_or_after(day)

    def _known(self, moment: datetime) -> datetime:
        self._index(moment.date())
        return moment

    def _unknown(self, year: int) -> CalendarError:
        known = f"{self.first_year} to {self.last_year}"
        return CalendarError(f"the days off of {year} are not known; the programme's calendar covers {known}")

    def _worked(self, moment: datetime) -> timedelta:
        """Return the working time from the first known day up to a moment."""
        day = moment.date()
        whole = self._index(day) * self._day_length
        if self._on_or_after(day) != day:
            return whole
        worked = (min(moment, self._at(day, shift.end)) - self._at(day, shift.start) for shift in self.hours)
        return whole + sum((max(part, timedelta()) for part in worked), timedelta())

    def _when_worked(self, total: timedelta) -> datetime:
        """Return the earliest moment by which so much working time has passed."""
        days, rest = divmod(total, self._day_length)
        if not rest:
            return self._at(self._nth(days - 1), self._closing)
        day = self._nth(days)
        for shift in self.hours:
            if rest <= shift.length:
                return self._at(day, shift.start) + rest
            rest -= shift.length
        raise AssertionError("the rest of a division is shorter than a working day")
