"""The queues of the office: a page, how many wait, and what comes next; each reads little more than it returns."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, func, literal, select

from petitions.queues import BY_DATE, ORDINARY, STANDING, Place, Queue, View, Window
from storage.lists import LINE, QueueLine, line
from storage.pages import Page, page, read
from storage.records import Records
from storage.tables import in_hand, in_turn, petitions, standing

_COLUMNS: list[Column[Any]] = [*LINE, petitions.c.first_answer_due, petitions.c.id]
_CARRYING = [*LINE[:-1], petitions.c.carry_due.label("due_at"), petitions.c.first_answer_due, petitions.c.id]
_BY_DATE = (petitions.c.due_at, petitions.c.id)
_BY_CARRY_DUE = (petitions.c.carry_due, petitions.c.id)


@dataclass(frozen=True)
class Reader:
    """Who reads a queue, and until when something is due soon."""

    person: int
    soon: datetime


class Queues(Records):
    """What waits for the office, in order."""

    async def page(self, queue: Queue, reader: Reader, window: Window) -> Page[QueueLine]:
        """Return a page of a queue."""
        carrying = queue.view is View.FOLLOWED_UP
        order = _BY_CARRY_DUE if carrying else _BY_DATE if queue.view in BY_DATE else in_turn
        query = select(*(_CARRYING if carrying else _COLUMNS)).where(*self._of(queue, reader))
        rows = await read(self.connection, query, order, window)
        return page(rows, window, line, lambda row: _place(row, queue.view))

    async def counts(self, queues: Sequence[Queue], reader: Reader, most: int) -> list[int]:
        """Count each of the queues, and no further than `most`."""
        counted = (self._count(queue, reader, most).label(str(number)) for number, queue in enumerate(queues))
        return list((await self.connection.execute(select(*counted))).one())

    async def next(self, officer: int, skipped: str | None = None) -> str | None:
        """Return (and lock) what an officer of the desk should do next: of their own cases, or nobody's.

        A case that somebody is just taking is passed over.
        """
        for mine in (petitions.c.officer_id == officer, petitions.c.officer_id.is_(None)):
            desk = (standing(STANDING[View.DESK]), mine, petitions.c.code != skipped)
            first = select(petitions.c.code).where(*desk).order_by(*in_turn).limit(1)
            if code := (
                await self.connection.execute(first.with_for_update(skip_locked=True))
            ).scalar_one_or_none():
                return str(code)
        return None

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
            View.SOON: [due >= self.now, due <= reader.soon],
            View.OVERDUE: [due < self.now],
            View.FOLLOWED_UP: [petitions.c.carry_due.is_not(None)],
            View.RECURRING: [in_hand, petitions.c.recurring_of.is_not(None)],
            View.FIELD: [in_hand, petitions.c.field == queue.of],
            View.BODY: [in_hand, petitions.c.lead == queue.of],
        }
        return views[queue.view]


def _place(row: Any, view: View) -> Place:
    if view in BY_DATE:
        return Place(ORDINARY, row.due_at, row.id)
    return Place(row.precedence, row.first_answer_due, row.id)
