"""A day as people write it: “15/12”, “15.12.2026”, “15 tháng 12 năm 2026”; the year may be left out."""

import re
from datetime import date

WRITTEN = (
    r"(?P<day>[0-9]{1,2})(?:\s*/\s*|[.-]|\s+tháng\s+)(?P<month>[0-9]{1,2})"
    r"(?:(?:\s*/\s*|[.-]|\s+năm\s+)(?P<year>[0-9]{4}))?(?![0-9])"
)
"""A pattern with the groups `day`, `month` and `year`; what may stand around it is up to the reader."""
ALONE = r"(?!\s*[/.–-]?\d|\s*[–-]\s*\d|\s*(?:ngày|days?|tuần|weeks?)\b)"
"""What must not follow a time that was asked for: “5-10 ngày” names none, nor does “15/12/26”."""


def named(found: re.Match[str], year: int) -> date:
    """Return the day that was matched, of `year` where none is written. Raises: ValueError — no such day."""
    return date(int(found["year"] or year), int(found["month"]), int(found["day"]))


def first_after(found: re.Match[str], day: date) -> date:
    """Return the day that was matched; without a year, the first such day after `day`. Raises: as `named`."""
    this_year = named(found, day.year)
    return this_year if found["year"] or this_year > day else this_year.replace(year=day.year + 1)
