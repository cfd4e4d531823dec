"""What reports count: every figure of a period in few statements, each total with its parts."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import TextClause, text

from storage.counting import (
    BY_PARTS,
    COLUMNS,
    DIMENSIONS,
    FILED_BY_CELL,
    FOUND,
    NAMES,
    OF_PARTS,
    RECURRING,
    STEPS,
    TOTALS,
    TOUCHES,
    TURNED_AWAY,
)
from storage.records import Records

Figures = dict[str, float | None]
"""Values by the name of the figure."""
Parts = dict[str, dict[str, Figures]]
"""Figures by dimension and key; the dimension `""` has the total under the key `""`."""

PAGE = 20
"""Codes on a page of a list."""
_ROOM = text("SELECT set_config('work_mem', '64MB', true)")
"""Lets what a transaction counts be sorted and put together in memory."""
_AT_A_TIME = 1_000
"""Petitions that are fetched together for a workbook."""
NOBODY = "-"
"""The key of what belongs to no body, group or street."""

LISTED = tuple(FOUND)
"""Figures whose petitions can be listed."""

CASE = ("code", "filed_at", "source", "level", "kind", "field", "group", "body", "status",
        "sent_at", "accepted_at", "due_at", "answered_at", "signed_off_at",
        "earlier_due_at", "earlier_answered_at", "earlier_signed_off_at", "closed_at", "rating",
        "result", "carry_due_at", "carried_at")  # fmt: skip
"""What a row of a workbook tells of a petition; of one that was reopened, also of the answer before that."""
CaseRow = tuple[Any, ...]
_CASES = text(f"""
    SELECT p.code, coalesce(p.handed_in_at, p.filed_at), p.source, p.level, p.kind, p.field, p.residential_group,
           r.body, CASE WHEN p.status = 'referred' AND r.accepted_at IS NOT NULL THEN 'at-work' ELSE p.status END,
           r.sent_at, r.accepted_at,
           CASE WHEN r.accepted_at IS NOT NULL THEN r.due_at END, r.answered_at,
           CASE WHEN r.status = 'signed_off' THEN r.ended_at END,
           earlier.due_at, earlier.answered_at, earlier.ended_at, p.closed_at,
           p.rating, p.result, p.carry_due, p.carried_at
      FROM petitions p
      LEFT JOIN LATERAL (SELECT * FROM referrals WHERE petition_id = p.id AND referrals.lead
                            AND referrals.status NOT IN ('returned', 'recalled')
                          ORDER BY id DESC LIMIT 1) r ON true
      LEFT JOIN LATERAL (SELECT * FROM referrals WHERE petition_id = p.id AND referrals.lead
                            AND referrals.status = 'signed_off' AND referrals.id < r.id
                          ORDER BY id DESC LIMIT 1) earlier ON true
     WHERE p.id IN (
           SELECT id FROM petitions
            WHERE programme = :programme AND filed_at < :end
              AND (closed_at IS NULL OR closed_at >= :start OR filed_at >= :start) AND {TOUCHES}
            UNION
           SELECT id FROM petitions WHERE programme = :programme AND filed_at < :end AND carry_due IS NOT NULL)
     ORDER BY p.filed_at, p.id
""")  # noqa: S608 - our own expression


@dataclass(frozen=True)
class Cell:
    """How many petitions of a field (in a group, where one is named) came now, and in the eight weeks before."""

    field: str
    group: str | None
    now: int
    before: int


@dataclass(frozen=True)
class Step:
    """What came and went between two moments, and what was open at the second one."""

    starts: datetime
    ends: datetime
    received: int
    ended: int
    open_after: int


@dataclass(frozen=True)
class Reports(Records):
    """Figures of a programme between two moments; the second one may not be later than now."""

    async def figures(self, programme: str, start: datetime, end: datetime) -> Parts:
        """Return every counted figure, as totals and by kind, field, level, source, body and group."""
        found: Parts = {}
        for row in await self._counted(BY_PARTS, programme, start, end):
            _place(found, row)
        _fill(found)
        return found

    async def totals(self, programme: str, start: datetime, end: datetime) -> Figures:
        """Return every counted figure as its total alone: with what another period is compared."""
        found: Parts = {}
        for row in await self._counted(TOTALS, programme, start, end):
            _place(found, row)
        return found[""][""]

    async def _counted(
        self, queries: Sequence[TextClause], programme: str, start: datetime, end: datetime
    ) -> list[dict[str, Any]]:
        span = {"programme": programme, "start": start, "end": end}
        await self.connection.execute(_ROOM)
        rows = list[dict[str, Any]]()
        for query in (*queries, TURNED_AWAY, RECURRING):
            rows += map(dict, (await self.connection.execute(query, span)).mappings())
        return rows

    async def codes(
        self,
        programme: str,
        span: tuple[datetime, datetime],
        figure: str,
        part: tuple[str, str] | None,
        first: int,
    ) -> list[tuple[str, int]]:
        """Return the petitions behind a figure, oldest first, from a position on, one more than a page.

        Each is a code with how often the figure counts it: some are answered or end more than once in a period.
        `part` is a dimension (`body`, `field`, `group`) with its key, None for the whole.
        """
        with_, found = FOUND[figure]
        column = COLUMNS[part[0]] if part else "lead"
        query = f"""
            {with_} SELECT code, count(*) AS times {found}
               AND (CAST(:key AS text) IS NULL OR coalesce({column}, '-') = :key)
             GROUP BY code, filed_at ORDER BY filed_at, code OFFSET :first LIMIT :size
        """
        values = {"programme": programme, "start": span[0], "end": span[1], "key": part[1] if part else None}
        rows = await self.connection.execute(text(query), {**values, "first": first, "size": PAGE + 1})
        return [(row.code, row.times) for row in rows]

    async def cells(self, programme: str, start: datetime, end: datetime) -> list[Cell]:
        """Count what came, by field and by group and field, beside the eight weeks before `start`."""
        rows = await self.connection.execute(FILED_BY_CELL, {"programme": programme, "start": start, "end": end})
        return [
            Cell(row.field, (row.residential_group or NOBODY) if row.by_group else None, row.now, row.before)
            for row in rows
        ]

    async def cases(
        self, programme: str, start: datetime, end: datetime
    ) -> AsyncGenerator[Sequence[CaseRow], None]:
        """Yield, some at a time, every petition that came, was open or ended between two moments, oldest first.

        They come without words.
        """
        span = {"programme": programme, "start": start, "end": end}
        async with self.connection.stream(_CASES, span) as rows:
            async for some in rows.partitions(_AT_A_TIME):
                yield [tuple(row) for row in some]

    async def steps(self, programme: str, bounds: list[datetime]) -> list[Step]:
        """Return what came and went between each two moments that follow one another, oldest first."""
        span = {"programme": programme, "start": bounds[0], "end": bounds[-1], "bounds": bounds}
        _earlier, *rows = await self.connection.execute(STEPS, span)
        return [Step(*between, *row) for between, row in zip(pairwise(bounds), rows, strict=True)]


def _place(found: Parts, row: dict[str, Any]) -> None:
    """Put the figures of a row where its dimensions say."""
    marks = tuple(name for name in DIMENSIONS if row.pop(f"by_{name}", False))
    keys = {name: row.pop(name, None) or NOBODY for name in DIMENSIONS}
    if marks == ("field", "residential_group"):
        dimension, key = "cell", f"{keys['residential_group']}/{keys['field']}"
    elif marks:
        dimension, key = NAMES.get(marks[0], marks[0]), keys[marks[0]]
    else:
        dimension = key = ""
    figures = {name: value if value is None else float(value) for name, value in row.items()}
    found.setdefault(dimension, {}).setdefault(key, {}).update(figures)


def _fill(found: Parts) -> None:
    """Count nothing where a part has no row of its own: zero, and no value of a median."""
    for dimension in (*COLUMNS, "cell"):
        for figures in found.get(dimension, {}).values():
            for name in OF_PARTS:
                figures.setdefault(name, None if name.endswith("_days") else 0.0)
