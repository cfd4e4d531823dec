"""Time limits: the counting rules of the civil code on the holidays as they were and will be."""

from datetime import UTC, date, datetime, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from petitions.calendar import Calendar, CalendarError, Shift, Unit
from petitions.data import load_programme

D, WD, WH, H = Unit.CALENDAR_DAYS, Unit.WORKING_DAYS, Unit.WORKING_HOURS, Unit.CLOCK_HOURS


@cache
def calendar() -> Calendar:
    return load_programme("cau_giay_ward_2025").calendar


def at(text: str) -> datetime:
    return calendar().parse(text)


@pytest.mark.parametrize(
    ("received", "n", "unit", "due"),
    [
        ("2022-01-26", 7, WD, "2022-02-11"),  # Tết
        ("2023-01-18", 7, WD, "2023-02-03"),  # Tết
        ("2025-12-31", 5, WD, "2026-01-09"),  # the bridge day 2 January
        ("2026-02-12", 5, WD, "2026-02-26"),  # Tết
        ("2026-02-12", 10, D, "2026-02-23"),  # ends on a Sunday
        ("2026-04-24", 3, WD, "2026-05-04"),  # Giỗ Tổ in lieu, 30/4, 1/5
        ("2026-08-20", 3, WD, "2026-08-24"),  # Saturday 22 August is worked
        ("2026-08-28", 5, WD, "2026-09-09"),  # Quốc khánh
        ("2026-11-20", 5, WD, "2026-11-30"),  # 24/11 off
        ("2026-11-20", 7, WD, "2026-12-02"),
        ("2026-11-20", 10, WD, "2026-12-07"),
        ("2026-11-20", 30, D, "2026-12-21"),
    ],
)
def test_a_limit_ends_with_the_working_day_it_falls_on(received: str, n: int, unit: Unit, due: str) -> None:
    assert calendar().due(at(f"{received}T09:00"), n, unit) == at(f"{due}T17:00")


@pytest.mark.parametrize(
    "arrival", ["2026-11-20T17:01", "2026-11-21T10:00", "2026-11-22T23:59", "2026-11-23T08:00"]
)
def test_our_clock_takes_an_arrival_after_hours_for_the_next_working_day(arrival: str) -> None:
    assert calendar().due(at(arrival), 1, WD) == at("2026-11-25T17:00")


def test_a_statutory_clock_runs_from_the_day_itself() -> None:
    assert calendar().due(at("2026-11-20T17:01"), 1, WD, office=False) == at("2026-11-23T17:00")


def test_working_hours_skip_lunch_nights_and_days_off() -> None:
    assert calendar().due(at("2026-11-20T11:30"), 1, WH) == at("2026-11-20T13:30")
    assert calendar().due(at("2026-11-20T16:00"), 8, WH) == at("2026-11-23T16:00")


def test_clock_hours_never_wait() -> None:
    assert calendar().due(at("2026-11-20T16:00"), 72, H) == at("2026-11-23T16:00")


def test_nothing_to_wait_for_is_due_the_same_working_day() -> None:
    assert calendar().due(at("2026-11-20T09:00"), 0, WD) == at("2026-11-20T17:00")
    assert calendar().due(at("2026-11-21T09:00"), 0, WH) == at("2026-11-23T08:00")


def test_times_in_other_zones_are_the_same_moments() -> None:
    assert calendar().due(datetime(2026, 11, 20, 2, 0, tzinfo=UTC), 5, WD) == at("2026-11-30T17:00")


def test_reminders_count_working_days_both_ways() -> None:
    due = at("2026-11-30T17:00")
    assert calendar().shift(due, -3) == at("2026-11-25T17:00")
    assert calendar().shift(due, 1) == at("2026-12-01T17:00")


def test_the_office_can_work_on_a_public_holiday() -> None:
    working = Calendar.model_validate({**calendar().model_dump(), "disable": [date(2026, 11, 24)]})
    assert working.is_working_day(date(2026, 11, 24))
    assert not calendar().is_working_day(date(2026, 11, 24))


def test_a_pause_over_a_weekend_adds_its_working_time_only() -> None:
    calm = calendar().working_time(at("2026-11-20T16:00"), at("2026-11-23T09:00"))
    assert calm == timedelta(hours=2)
    assert calendar().extend(at("2026-11-30T17:00"), calm) == at("2026-12-01T10:00")


@pytest.mark.parametrize("moment", ["2021-12-31T09:00", "2029-01-01T09:00", "2028-12-29T09:00"])
def test_a_limit_beyond_the_known_years_is_refused_by_name(moment: str) -> None:
    with pytest.raises(CalendarError, match="not known; the programme's calendar covers 2022 to 2028"):
        calendar().due(at(moment), 5, WD)


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(CalendarError, match="no time zone"):
        calendar().due(datetime(2026, 11, 20, 9, 0), 5, WD)  # noqa: DTZ001 - the refusal of it is the claim


def test_what_people_type_is_local_time() -> None:
    assert at("2026-11-20T09:00").utcoffset() == timedelta(hours=7)
    with pytest.raises(CalendarError, match="is not a date and time"):
        at("20/11/2026")


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(CalendarError):
        calendar().due(at("2026-11-20T09:00"), -1, WD)
    with pytest.raises(CalendarError):
        calendar().extend(at("2026-11-20T09:00"), timedelta(hours=-1))


def test_working_hours_must_end_after_they_start() -> None:
    with pytest.raises(ValidationError):
        Shift.model_validate({"start": "12:00", "end": "08:00"})


moments = st.datetimes(datetime(2022, 1, 1), datetime(2027, 6, 30)).map(  # noqa: DTZ001 - the zone is put on next
    lambda naive: naive.replace(tzinfo=UTC)
)
lengths = st.integers(0, 90)


@settings(deadline=None)
@given(moments, lengths, st.sampled_from([WD, D, WH]), st.booleans())
def test_a_limit_is_never_due_on_a_day_off_nor_before_its_start(
    start: datetime, n: int, unit: Unit, office: bool
) -> None:
    due = calendar().due(start, n, unit, office=office)
    assert calendar().is_working_day(due.date())
    assert due.date() >= start.astimezone(calendar().zone).date()


@settings(deadline=None)
@given(moments, moments, lengths, st.sampled_from(Unit))
def test_a_later_start_is_never_due_earlier(one: datetime, other: datetime, n: int, unit: Unit) -> None:
    first, second = sorted((one, other))
    assert calendar().due(first, n, unit) <= calendar().due(second, n, unit)


@settings(deadline=None)
@given(moments, lengths, st.sampled_from(Unit))
def test_a_longer_limit_is_never_due_earlier(start: datetime, n: int, unit: Unit) -> None:
    assert calendar().due(start, n, unit) <= calendar().due(start, n + 1, unit)


@settings(deadline=None)
@given(moments, st.timedeltas(timedelta(), timedelta(days=60)), moments)
def test_a_pause_adds_exactly_its_length_in_working_time(
    start: datetime, lasting: timedelta, due: datetime
) -> None:
    paused = calendar().working_time(start, start + lasting)
    assert calendar().working_time(due, calendar().extend(due, paused)) == paused
