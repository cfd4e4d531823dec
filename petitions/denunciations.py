"""Denunciations on paper as their register has them: number, dates, status and body; never words or names.

Luật Tố cáo 2018: Đ24 (entered in a register, sorted, passed on to whoever is competent), Đ56 (kept secret).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from petitions.papers import read_number
from petitions.refusal import Refusal
from petitions.registers import read_spoken_day

_WHOLE_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}", re.ASCII)


class Standing(StrEnum):
    """Where a denunciation stands; nobody here settles one."""

    RECEIVED = "received"
    MOVED = "moved"
    STORED = "stored"
    CLOSED = "closed"


WAYS: Mapping[Standing, tuple[Standing, ...]] = {
    Standing.RECEIVED: (Standing.MOVED, Standing.STORED),
    Standing.MOVED: (Standing.MOVED, Standing.CLOSED, Standing.STORED),
    Standing.STORED: (Standing.MOVED,),
    Standing.CLOSED: (Standing.MOVED,),
}
"""Where a denunciation may come from where it stands: a mistake is mended by a further entry, none is changed."""


@dataclass(frozen=True)
class Noted:
    """An entry of the register: on `day` a denunciation came to stand so, with the body it was passed on to."""

    standing: Standing
    day: date
    body: str | None
    at: datetime


@dataclass(frozen=True)
class Denunciation:
    """A denunciation by its number, with its entries, oldest first: the first one says when it was received."""

    id: int
    number: str
    entries: tuple[Noted, ...]

    @property
    def now(self) -> Noted:
        """Return the entry that says where it stands."""
        return self.entries[-1]

    @property
    def body(self) -> str | None:
        """Return the body to which it was passed on last."""
        return next((one.body for one in reversed(self.entries) if one.body), None)


def read(typed: str, today: date) -> tuple[str, date | None]:
    """Return number and day of receipt as typed, None for a day that was not; a day alone is no number.

    Raises: Refusal — `denunciation-number`, `denunciation-day`.
    """
    first, _space, rest = typed.strip().partition(" ")
    number = read_number(first)
    if number is None or _WHOLE_DAY.fullmatch(number):
        raise Refusal("denunciation-number")
    day = _day(rest, today) if rest.strip() else None
    if rest.strip() and day is None:
        raise Refusal("denunciation-day")
    return number, day


def check(before: Noted, after: Standing, day: date, today: date) -> None:
    """Let a denunciation come to stand so on a day that is past, or today, and not before its last entry.

    Raises: Refusal `denunciation-moved-on`.
    """
    if after not in WAYS[before.standing] or not before.day <= day <= today:
        raise Refusal("denunciation-moved-on")


def read_later(typed: str, before: Noted, today: date) -> date | None:
    """Return a typed day that is past, or today, and not before the last entry; None for anything else."""
    day = _day(typed, today)
    return day if day and before.day <= day else None


def _day(typed: str, today: date) -> date | None:
    try:
        return read_spoken_day(typed, today)
    except Refusal:
        return None
