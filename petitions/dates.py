"""A day as people write it: “15/12”, “15.12.2026”, “15 tháng 12 năm 2026”, “15 Dec 2026”, “December 15, 2026”.

The year may be left out.
"""

import re
from collections.abc import Mapping
from datetime import date

MONTHS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"), 1)
    for name in names.split()
}  # fmt: skip
"""The months by their English names."""
# “5 may bom” are pumps: in small letters it names no month.
_NAME = rf"(?-i:(?!may))\b(?a:{'|'.join(MONTHS)})\b"
_NUMBERED = rf"(?:\s*/\s*|[.-]|\s+tháng\s+)(?P<month>[0-9]{{1,2}})(?!\s+{_NAME})"
_NAMED = rf"(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<name>{_NAME})\.?"

WRITTEN = (
    rf"(?:(?P<first>{_NAME})\.?\s+)?(?P<day>[0-9]{{1,2}})(?(first)(?:st|nd|rd|th)?|(?:{_NUMBERED}|{_NAMED}))"
    r"(?:(?(month)(?:\s*/\s*|[.-]|\s+năm\s+)|,?\s+(?=20))(?P<year>[0-9]{4}))?(?![0-9])"
)
"""A pattern with the groups that `named` reads; what may stand around it is up to the reader."""
ALONE = r"(?!\s*[/.–-]?\d|\s*[–-]\s*\d|\s*(?:ngày|days?|tuần|weeks?)\b)"
"""What must not follow a time that was asked for: “5-10 ngày” names none, nor does “15/12/26”."""


def named(found: re.Match[str], year: int) -> date:
    """Return the day that was matched, of `year` where none is written. Raises: ValueError — no such day."""
    name = found["first"] or found["name"]
    month = MONTHS[name.lower()] if name else int(found["month"])
    return date(int(found["year"] or year), month, int(found["day"]))


def first_after(found: re.Match[str], day: date) -> date:
    """Return the day that was matched; without a year, the first such day after `day`. Raises: as `named`."""
    this_year = named(found, day.year)
    return this_year if found["year"] or this_year > day else this_year.replace(year=day.year + 1)
