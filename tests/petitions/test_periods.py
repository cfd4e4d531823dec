"""Names of periods: what each covers, what it is compared with, and what is no period."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.periods import around, begun, parse, week_of
from petitions.refusal import Refusal

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
PARTS = ("", "-H1", "-H2", "-9M", "-Q1", "-Q2", "-Q3", "-Q4", *(f"-{month:02d}" for month in range(1, 13)))
NAMES = st.builds("{}{}".format, st.integers(2001, 2098), st.sampled_from(PARTS))


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2026-H2", "2026-07-01", "2026-12-31"),
        ("2026-9M", "2026-01-01", "2026-09-30"),
        ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-W01", "2025-12-29", "2026-01-04"),
        ("2026-W53", "2026-12-28", "2027-01-03"),
    ],
)
def test_a_name_means_these_days(name: str, start: str, last: str) -> None:
    period = parse(name)
    assert (period.start.isoformat(), period.last.isoformat()) == (start, last)


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        ("2024", "2023-12-15", "2024-12-14"),
        ("2024-Q1", "2023-12-15", "2024-03-14"),
        ("2024-Q2", "2024-03-15", "2024-06-14"),
        ("2024-H1", "2023-12-15", "2024-06-14"),
        ("2024-9M", "2023-12-15", "2024-09-14"),
        ("2024-05", "2024-04-15", "2024-05-14"),
        ("2024-W10", "2024-03-04", "2024-03-10"),
    ],
)
def test_the_statutory_cut_lies_in_the_middle_of_the_month(name: str, start: str, last: str) -> None:
    period = parse(name, statutory=True)
    assert (period.start.isoformat(), period.last.isoformat()) == (start, last)


@pytest.mark.parametrize(
    ("name", "before", "year_before"),
    [
        ("2026-W01", "2025-W52", "2025-W01"),
        ("2026-W53", "2026-W52", "2025-W52"),
        ("2026-01", "2025-12", "2025-01"),
        ("2026-Q1", "2025-Q4", "2025-Q1"),
        ("2026-H2", "2026-H1", "2025-H2"),
        ("2026-9M", "2025-9M", "2025-9M"),
        ("2026", "2025", "2025"),
    ],
)
def test_a_period_is_compared_with_the_one_before_and_the_same_a_year_ago(
    name: str, before: str, year_before: str
) -> None:
    assert (parse(name).before.name, parse(name).year_before.name) == (before, year_before)


@given(name=NAMES, statutory=st.booleans())
def test_the_period_before_ends_where_this_one_begins(name: str, *, statutory: bool) -> None:
    period = parse(name, statutory=statutory)
    assert period.start < period.end
    assert period.before.end == period.start or period.before == period.year_before


@given(day=st.dates(date(2001, 1, 8), date(2098, 1, 1)))
def test_every_day_lies_in_its_week(day: date) -> None:
    week = week_of(day)
    assert week.start <= day < week.end
    assert parse(week.name) == week
    assert week.before.end == week.start
    assert week.year_before.end < week.start
    assert week.end - week.start == timedelta(days=7)


@pytest.mark.parametrize("name", ["", "26", "2026-13", "2026-Q5", "2026-W54", "2025-W53", "2026-W1", "２０２６",
                                  "2026-H1..2025-H2", "1999"])  # fmt: skip
def test_what_is_no_period_is_refused(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse(name)
    assert refused.value.key == "period-unknown"


def test_a_period_that_has_not_begun_is_refused() -> None:
    sunday = datetime(2026, 11, 22, 16, 59, tzinfo=UTC)
    with pytest.raises(Refusal) as refused:
        begun("2026-W48", sunday, HANOI)
    assert refused.value.key == "period-future"
    assert begun("2026-W48", sunday + timedelta(minutes=1), HANOI).name == "2026-W48"


def test_from_a_period_the_one_before_and_wider_ones_are_near() -> None:
    near = {
        name: [one.name for one in around(parse(name), date(2027, 1, 1))]
        for name in ("2026-W01", "2026-07", "2026-Q3", "2026")
    }
    assert near == {
        "2026-W01": ["2025-W52", "2026-01", "2026-Q1", "2026"],
        "2026-07": ["2026-06", "2026-Q3", "2026"],
        "2026-Q3": ["2026-Q2", "2026"],
        "2026": ["2025"],
    }


def test_the_wider_periods_of_a_running_week_are_those_of_today() -> None:
    week = parse("2026-W53")  # Monday 28 December to Sunday 3 January
    assert [one.name for one in around(week, date(2026, 12, 31))] == ["2026-W52", "2026-12", "2026-Q4", "2026"]
    assert [one.name for one in around(week, date(2027, 1, 2))] == ["2026-W52", "2027-01", "2027-Q1", "2027"]


SPOKEN = {
    "{year}": ("năm {year}", "year {year}"),
    "{year}-{month:02d}": ("tháng {month}/{year}", "{month}/{year}", "{year}/{month:02d}", "month {month} {year}",
                           "Thang {month:02d} nam {year}", "T{month}/{year}", "{year}-{month}"),
    "{year}-Q{quarter}": ("quý {quarter}/{year}", "Q{quarter}/{year}", "Quý {roman} năm {year}",
                          "quarter {quarter} of {year}"),
    "{year}-W{week:02d}": ("tuần {week}/{year}", "week {week} {year}", "{year}-W{week}"),
    "{year}-H1": ("6 tháng đầu năm {year}", "6 tháng {year}"),
    "{year}-H2": ("6 tháng cuối năm {year}",),
    "{year}-9M": ("9 tháng đầu năm {year}", "9 tháng/{year}"),
}  # fmt: skip
LONG_AFTER = datetime(2098, 6, 1, tzinfo=UTC)


@given(
    year=st.integers(2001, 2097),
    month=st.integers(1, 12),
    quarter=st.integers(1, 4),
    week=st.integers(1, 52),
    statutory=st.booleans(),
)
def test_what_people_write_means_the_period_of_the_short_name(
    year: int, month: int, quarter: int, week: int, *, statutory: bool
) -> None:
    parts: dict[str, int | str] = {"year": year, "month": month, "quarter": quarter, "week": week}
    parts["roman"] = ("I", "II", "III", "IV")[quarter - 1]
    for name, forms in SPOKEN.items():
        meant = parse(name.format(**parts), statutory=statutory)
        for typed in (name, *forms):
            assert begun(typed.format(**parts), LONG_AFTER, HANOI, statutory=statutory) == meant, typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tháng 7", "2026-07"),
        ("tháng 12", "2025-12"),
        ("July", "2026-07"),
        ("Dec", "2025-12"),
        ("May 2025", "2025-05"),
        ("tuần này", "2026-W47"),
        ("this week", "2026-W47"),
        ("Tháng này", "2026-11"),
        ("thang truoc", "2026-10"),
        ("last month", "2026-10"),
        ("quý trước", "2026-Q3"),
        ("this quarter", "2026-Q4"),
        ("năm nay", "2026"),
        ("năm ngoái", "2025"),
        ("last year", "2025"),
        ("quý IV", "2026-Q4"),
        ("tuần 28", "2026-W28"),
        ("week 50", "2025-W50"),
        ("tuần 53", "2020-W53"),
        ("6 tháng đầu năm", "2026-H1"),
        ("năm", "2026"),
    ],
)
def test_without_a_year_the_newest_that_has_begun_is_meant(typed: str, meant: str) -> None:
    assert begun(typed, datetime(2026, 11, 20, 2, tzinfo=UTC), HANOI).name == meant


def test_without_a_year_the_first_week_can_be_that_of_the_next_one() -> None:
    assert begun("tuần 1", datetime(2025, 12, 30, tzinfo=UTC), HANOI).name == "2026-W01"


@pytest.mark.parametrize("typed", ["", "7", "tháng 13", "tháng 7 8", "1/7/2026", "quý 5", "quý IIII", "tuần 54",
                                   "2025 2026", "tuần 53/2025", "mùa hè", "日 7/2026", "1999",
                                   "2026-H1..2025-H2"])  # fmt: skip
def test_what_nobody_can_read_is_refused(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        begun(typed, LONG_AFTER, HANOI)
    assert refused.value.key == "period-unknown"


def test_a_spoken_period_that_has_not_begun_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        begun("tháng 12/2026", datetime(2026, 11, 20, 2, tzinfo=UTC), HANOI)
    assert refused.value.key == "period-future"
