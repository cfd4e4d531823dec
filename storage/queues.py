"""The queues of the office: a page, how many wait, and what comes next; each reads little more than it returns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import product
from typing import Any

from sqlalchemy import ColumnElement, func, literal, select

from petitions.queues import ASKING, BY_DATE, ORDINARY, STANDING, Place, Queue, View, Window
from storage.lists import LINE, QueueLine, asked_at, line
from storage.pages import Order, Page, page, read
from storage.records import Records
from storage.tables import asking, in_hand, in_turn, petitions, referrals, standing

_Columns = Sequence[ColumnElement[Any]]
_IN_TURN: _Columns = (*LINE, petitions.c.first_answer_due.label("at"), petitions.c.id)
_BY_DUE: tuple[_Columns, Order] = (
    (*LINE, petitions.c.due_at.label("at"), petitions.c.id),
    (petitions.c.due_at, petitions.c.id),
)
_READ: dict[View, tuple[_Columns, Order]] = {
    View.UNTOLD: (
        (*LINE, petitions.c.untold_since.label("at"), petitions.c.id),
        (petitions.c.untold_since, petitions.c.id),
    ),
    View.SOON: _BY_DUE,
    View.OVERDUE: _BY_DUE,
    View.FOLLOWED_UP: (
        (*LINE[:-1], *(petitions.c.carry_due.label(name) for name in ("due_at", "at")), petitions.c.id),
        (petitions.c.carry_due, petitions.c.id),
    ),
    View.MORE_TIME: (
        (*LINE, referrals.c.due_at.label("at"), referrals.c.id, asked_at.label("asked_at")),
        (referrals.c.due_at, referrals.c.id),
    ),
}
"""What is read of the queues that go by a date, and their order."""


@dataclass(frozen=True)
class Reader:
    """Who reads a queue, and until when something is due soon."""

    person: int
    soon: datetime


class Queues(Records):
    """What waits for the office, in order."""

    async def page(self, queue: Queue, reader: Reader, window: Window) -> Page[QueueLine]:
        """Return a page of a queue."""
        columns, order = _READ.get(queue.view, (_IN_TURN, in_turn))
        rows = await read(self.connection, select(*columns).where(*self._of(queue, reader)), order, window)
        reads = _asking if queue.view is View.MORE_TIME else line
        return page(rows, window, reads, lambda row: _place(row, queue.view))

    async def counts(self, queues: Sequence[Queue], reader: Reader, most: int) -> list[int]:
        """Count each of the queues, and no further than `most`."""
        counted = (self._count(queue, reader, most).label(str(number)) for number, queue in enumerate(queues))
        return list((await self.connection.execute(select(*counted))).one())

    async def next(self, officer: int, skipped: str | None = None) -> str | None:
        """Return (and lock) what an officer of the desk should do next: of their own cases, or nobody's.

        A case that somebody is just taking is passed over; where nothing else is left, it is waited for, as it may
        not be an officer who holds it.
        """
        whose = (petitions.c.officer_id == officer, petitions.c.officer_id.is_(None))
        for passing_over, mine in product((True, False), whose):
            desk = (standing(STANDING[View.DESK]), mine, petitions.c.code != skipped)
            first = select(petitions.c.code).where(*desk).order_by(*in_turn).limit(1)
            locked = first.with_for_update(skip_locked=passing_over)
            if code := (await self.connection.execute(locked)).scalar_one_or_none():
                return str(code)
        return None

    async def to_sign_off(self) -> str | None:
        """Return what waits first for a signature."""
        waiting = standing(STANDING[View.SIGN_OFF])
        first = select(petitions.c.code).where(waiting).order_by(*in_turn).limit(1)
        return (await self.connection.execute(first)).scalar_one_or_none()

    def _count(self, queue: Queue, reader: Reader, most: int) -> Any:
        some = select(literal(1)).where(*self._of(queue, reader)).limit(most).subquery()
        return select(func.count()).select_from(some).scalar_subquery()

    def _of(self, queue: Queue, reader: Reader) -> list[ColumnElement[bool]]:
        """Return what the petitions of a queue have in common."""
        if queue.view in STANDING:
            return [standing(STANDING[queue.view])]
        due = petitions.c.due_at
        views: dict[View, list[ColumnElement[bool]]] = {
            View.MINE: [in_hand, petitions.c.officer_id == reader.person],
            View.UNTOLD: [petitions.c.untold_since.is_not(None)],
            View.MORE_TIME: [asking, referrals.c.petition_id == petitions.c.id, standing(ASKING)],
            View.SOON: [due >= self.now, due <= reader.soon],
            View.OVERDUE: [due < self.now],
            View.FOLLOWED_UP: [petitions.c.carry_due.is_not(None)],
            View.RECURRING: [in_hand, petitions.c.recurring_of.is_not(None)],
            View.FIELD: [in_hand, petitions.c.field == queue.of],
            View.BODY: [in_hand, petitions.c.lead == queue.of],
        }
        return views[queue.view]


def _place(row: Any, view: View) -> Place:
    return Place(ORDINARY if view in BY_DATE else row.precedence, row.at, row.id)


def _asking(row: Any) -> QueueLine:
    return replace(line(row), asked_at=row.asked_at)
