"""Templates of answers that the desk shares; a changed one is a new row, so what was sent can be told from it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, insert, or_, select, update

from petitions.case import Case
from petitions.kinds import Field, Kind, Result
from petitions.templates import Template, Use
from storage.records import Records
from storage.tables import templates

_NARROW = tuple(column.is_not(None) for column in (templates.c.result, templates.c.kind, templates.c.field))


@dataclass(frozen=True)
class Kept:
    """A template by its number."""

    id: int
    template: Template


class Templates(Records):
    """Templates by number."""

    async def add(self, template: Template, by: int) -> Kept:
        """Keep a template."""
        row = insert(templates).values(**vars(template), made_by=by, made_at=self.now).returning(templates.c.id)
        return Kept((await self.connection.execute(row)).scalar_one(), template)

    async def retire(self, number: int) -> bool:
        """Take a template out of use; False where it is out of use already."""
        there = (templates.c.id == number, templates.c.retired_at.is_(None))
        ended = await self.connection.execute(update(templates).where(*there).values(retired_at=self.now))
        return bool(ended.rowcount)

    async def get(self, number: int) -> Kept | None:
        """Return a template, also one that is out of use."""
        row = (await self.connection.execute(select(templates).where(templates.c.id == number))).first()
        return _kept(row) if row else None

    async def page(self, first: int, size: int) -> list[Kept]:
        """Return the templates in use, by what they are for, from a position on."""
        columns = (
            templates.c.use,
            templates.c.field.nulls_first(),
            templates.c.kind.nulls_first(),
            templates.c.result.nulls_first(),
            templates.c.id,
        )
        query = select(templates).where(templates.c.retired_at.is_(None)).order_by(*columns)
        return [_kept(row) for row in await self.connection.execute(query.offset(first).limit(size))]

    async def fitting(self, use: Use, case: Case, limit: int) -> list[Kept]:
        """Return the templates in use for such an answer, those made for just its result, kind and field first."""
        fits = (_any_or(templates.c[name], getattr(case, name)) for name in ("result", "kind", "field"))
        query = select(templates).where(templates.c.retired_at.is_(None), templates.c.use == use, *fits)
        narrow = query.order_by(*(one.desc() for one in _NARROW), templates.c.id).limit(limit)
        return [_kept(row) for row in await self.connection.execute(narrow)]


def _any_or(column: ColumnElement[Any], value: str | None) -> ColumnElement[bool]:
    return or_(column.is_(None), column == value)


def _kept(row: Row[Any]) -> Kept:
    kind, field = (Kind(row.kind) if row.kind else None), (Field(row.field) if row.field else None)
    result = Result(row.result) if row.result else None
    return Kept(row.id, Template(Use(row.use), row.words, kind, field, result))
