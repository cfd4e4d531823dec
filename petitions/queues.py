"""The queues that the desk and the board work from: which petitions, in what order, and where a page ends."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from struct import Struct

from petitions.case import Status

AT_DESK = frozenset({Status.RECEIVED, Status.TRIAGE, Status.DISPUTED, Status.ESCALATED})
"""Where the desk has the next step."""
OWN = AT_DESK - {Status.ESCALATED}
"""Where the next step is the office's own; what was reported above is answered there."""
ASKING = frozenset({Status.REFERRED, Status.WAITING_RESIDENT})
"""Where a request of the lead body for more time can be decided."""
FIRST, ORDINARY = 0, 1
"""The precedence of a petition: what has it comes before everything else in a queue."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_PLACE = Struct(">BqI")
PLACE = r"[A-Za-z0-9_-]{18}"
"""The pattern of a place as a button carries it."""


class View(StrEnum):
    """Name what a queue shows; the last two are of one field or of one body."""

    DESK = "desk"
    MINE = "mine"
    NEW = "new"
    ASKED = "asked"
    UNTOLD = "untold"
    SIGN_OFF = "sign_off"
    MORE_TIME = "more_time"
    SOON = "soon"
    OVERDUE = "overdue"
    RECURRING = "recurring"
    FOLLOWED_UP = "followed_up"
    FIELD = "field"
    BODY = "body"


PLAIN = tuple(view for view in View if view not in {View.FIELD, View.BODY})
BY_DATE = frozenset({View.UNTOLD, View.MORE_TIME, View.SOON, View.OVERDUE, View.FOLLOWED_UP})
"""Queues in the order of what is due, to be carried out, or longest untold.

The others go by precedence, then by the date of the first answer.
"""
STANDING: dict[View, frozenset[Status]] = {
    View.DESK: AT_DESK,
    View.NEW: frozenset({Status.RECEIVED}),
    View.ASKED: frozenset({Status.WAITING_RESIDENT}),
    View.SIGN_OFF: frozenset({Status.WAITING_SIGN_OFF}),
}
"""Queues that are all petitions in certain states.

All others but the followed up and the untold are in somebody's hand.
"""


@dataclass(frozen=True)
class Queue:
    """A view, and the field or the body that it is of."""

    view: View
    of: str | None = None


@dataclass(frozen=True)
class Place:
    """Where a petition stands in a queue; the next page begins behind it, whatever became of it meanwhile."""

    precedence: int
    at: datetime
    id: int

    def written(self) -> str:
        """Return the place in 18 signs."""
        micros = (self.at - _EPOCH) // _MICROSECOND
        return urlsafe_b64encode(_PLACE.pack(self.precedence, micros, self.id)).decode().rstrip("=")


@dataclass(frozen=True)
class Window:
    """Which page of a list: so many lines behind a place, or (`back`) those that end before it."""

    size: int
    place: Place | None = None
    back: bool = False


def read_place(written: str) -> Place | None:
    """Return the place; None for signs that mean none."""
    try:
        precedence, micros, number = _PLACE.unpack(urlsafe_b64decode(f"{written}=="))
        return Place(precedence, _EPOCH + micros * _MICROSECOND, number)
    except (ValueError, OverflowError):
        return None
