"""Quiet hours: a letter waits for the morning, also over midnight, and never longer."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from petitions.quiet import QuietHours

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
FIRST = datetime(2026, 1, 1, tzinfo=HANOI)
MOMENTS = some.integers(0, 2_000_000).map(lambda minutes: FIRST + timedelta(minutes=minutes))
TIMES = some.times().map(lambda at: at.replace(microsecond=0))


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=HANOI)


@pytest.mark.parametrize(
    ("now", "sent"),
    [
        (at(20, 59), at(20, 59)),
        (at(21), at(7, day=21)),
        (at(23, 59), at(7, day=21)),
        (at(0), at(7)),
        (at(6, 59), at(7)),
        (at(7), at(7)),
        (at(12), at(12)),
        (at(22, day=30), datetime(2026, 12, 1, 7, tzinfo=HANOI)),
    ],
)
def test_over_midnight_a_letter_waits_for_the_next_morning(now: datetime, sent: datetime) -> None:
    assert QuietHours(time(21), time(7)).ends(now) == sent


@pytest.mark.parametrize(
    ("now", "sent"), [(at(11, 59), at(11, 59)), (at(12), at(14)), (at(13, 59), at(14)), (at(14), at(14))]
)
def test_within_one_day_a_letter_waits_for_the_end(now: datetime, sent: datetime) -> None:
    assert QuietHours(time(12), time(14)).ends(now) == sent


@given(TIMES, TIMES, MOMENTS)
def test_a_letter_never_waits_a_whole_day_and_never_goes_in_quiet_hours(
    start: time, end: time, local: datetime
) -> None:
    quiet = QuietHours(start, end)
    sent = quiet.ends(local)
    assert timedelta(0) <= sent - local < timedelta(days=1)
    assert quiet.ends(sent) == sent
    assert sent.tzinfo is HANOI


@pytest.mark.parametrize("text", ["21:00-07:00", "21:00–07:00", " 21:00 - 07:00 ", "21:00-7:00"])
def test_the_setting_is_read_as_people_write_it(text: str) -> None:
    assert QuietHours.parse(text) == QuietHours(time(21), time(7))


@pytest.mark.parametrize("text", ["", "none", "None ", "NONE"])
def test_quiet_hours_can_be_switched_off(text: str) -> None:
    assert QuietHours.parse(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "21:00",
        "21:00-",
        "-07:00",
        "25:00-07:00",
        "9pm-7am",
        "21:00-07:00-08:00",
        "21:00+07:00-07:00",
        "21:00Z-07:00Z",
        "21-07",
        "21:00-07:60",
    ],
)
def test_what_is_no_pair_of_hours_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match="21:00-07:00"):
        QuietHours.parse(text)


def test_a_time_of_another_zone_is_not_mistaken() -> None:
    evening = datetime(2026, 11, 20, 14, 30, tzinfo=UTC).astimezone(HANOI)
    assert QuietHours(time(21), time(7)).ends(evening).astimezone(UTC) == datetime(2026, 11, 21, 0, 0, tzinfo=UTC)
