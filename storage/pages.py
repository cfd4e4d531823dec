"""Pages of lists: each goes on from a place in the order of an index: the last one costs what the first does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Row, Select, literal, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from petitions.queues import Place, Window

T = TypeVar("T")
Order = Sequence[ColumnElement[Any]]


@dataclass(frozen=True)
class Page(Generic[T]):
    """Some lines of a list; where the pages before and behind it begin, None where there is none."""

    lines: tuple[T, ...]
    earlier: Place | None = None
    later: Place | None = None


async def read(connection: AsyncConnection, query: Select[Any], order: Order, window: Window) -> list[Row[Any]]:
    """Return the rows of a page and one more on the far side where there are more; `order` ends with the id."""
    place = window.place
    if place:
        here = tuple_(*map(literal, (place.precedence, place.at, place.id)[-len(order) :]))
        query = query.where(tuple_(*order) < here if window.back else tuple_(*order) > here)
    query = query.order_by(*(one.desc() if window.back else one for one in order)).limit(window.size + 1)
    rows = (await connection.execute(query)).all()
    return list(rows)


def page(
    rows: list[Row[Any]], window: Window, line: Callable[[Row[Any]], T], place: Callable[[Row[Any]], Place]
) -> Page[T]:
    """Make a page of the rows that were read for it."""
    more, rows = len(rows) > window.size, rows[: window.size]
    rows = rows[::-1] if window.back else rows
    before, behind = (more, bool(rows)) if window.back else (bool(window.place and rows), more)
    return Page(
        tuple(map(line, rows)),
        place(rows[0]) if before else None,
        place(rows[-1]) if behind else None,
    )
