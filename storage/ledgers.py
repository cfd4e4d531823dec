"""Entries of the Front's own registers: what was done on a day, as counts by name; only ever added to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert

from petitions.registers import RegisterEntry
from storage.records import Records
from storage.tables import register_entries

_newer, _other = register_entries.alias("newer"), register_entries.alias("other")
_STANDS = ~select(_newer.c.id).where(_newer.c.replaces == register_entries.c.id).exists()
"""An entry counts until another one replaces it."""


@dataclass(frozen=True)
class KeptEntry:
    """An entry by its number: who entered it (None: a ledger that was loaded), which one it replaces."""

    id: int
    entry: RegisterEntry
    made_at: datetime
    made_by: int | None
    replaces: int | None


class Ledgers(Records):
    """Register entries of programmes."""

    async def add(
        self, programme: str, register: str, at: datetime, body: str | None, counts: Mapping[str, int], source: str
    ) -> None:
        """Add an entry; `source` says where it comes from: the digest of a file."""
        await self.connection.execute(
            insert(register_entries).values(
                **_row(programme, RegisterEntry(register, at, body, counts)), source=source, made_at=self.now
            )
        )

    async def enter(
        self,
        programme: str,
        entry: RegisterEntry,
        by: int,
        source: str,
        *,
        replaces: int | None = None,
        row_key: str | None = None,
    ) -> int | None:
        """Add an entry of somebody; None where that other one is replaced already, or its row is there."""
        made = {"source": source, "made_at": self.now, "made_by": by, "replaces": replaces, "row_key": row_key}
        row = upsert(register_entries).values(**_row(programme, entry), **made).on_conflict_do_nothing()
        added = (await self.connection.execute(row.returning(register_entries.c.id))).first()
        return int(added.id) if added else None

    async def has(self, source: str) -> bool:
        """Tell whether entries of a source are there."""
        query = select(register_entries.c.id).where(register_entries.c.source == source).limit(1)
        return (await self.connection.execute(query)).first() is not None

    async def standing(self, programme: str, number: int) -> KeptEntry | None:
        """Return an entry that counts, None for one that is replaced, struck out or unknown."""
        query = _standing(programme).where(register_entries.c.id == number)
        row = (await self.connection.execute(query)).first()
        return _kept(row) if row else None

    async def newest(self, programme: str, register: str | None, first: int, size: int) -> list[KeptEntry]:
        """Return the entries that count (of a register, where one is named), the last one entered first."""
        query = _standing(programme).order_by(register_entries.c.id.desc()).offset(first).limit(size)
        if register:
            query = query.where(register_entries.c.register == register)
        return [_kept(row) for row in await self.connection.execute(query)]

    async def beside(self, programme: str, source: str, limit: int) -> list[KeptEntry]:
        """Return entries of other sources of the same register, day and body as one of this source."""
        same = (
            _other.c.source == source,
            _other.c.programme == programme,
            _other.c.register == register_entries.c.register,
            _other.c.at == register_entries.c.at,
            _other.c.body.is_not_distinct_from(register_entries.c.body),
        )
        query = _standing(programme).where(
            register_entries.c.source != source, select(_other.c.id).where(*same).exists()
        )
        rows = await self.connection.execute(query.order_by(register_entries.c.id).limit(limit))
        return [_kept(row) for row in rows]

    async def earlier(self, kept: KeptEntry) -> list[KeptEntry]:
        """Return what an entry has replaced, the newest first."""
        found: list[KeptEntry] = []
        while (number := (found[-1] if found else kept).replaces) is not None:
            query = select(register_entries).where(register_entries.c.id == number)
            found.append(_kept((await self.connection.execute(query)).one()))
        return found

    async def sums(self, programme: str, start: datetime, end: datetime) -> dict[str, int]:
        """Return the sums of all counts between two moments."""
        one = func.jsonb_each_text(register_entries.c.counts).table_valued("key", "value")
        query = (
            select(one.c.key, func.sum(one.c.value.cast(register_entries.c.id.type)))
            .select_from(register_entries.join(one, onclause=one.c.key.is_not(None)))
            .where(
                register_entries.c.programme == programme,
                register_entries.c.at >= start,
                register_entries.c.at < end,
                _STANDS,
            )
            .group_by(one.c.key)
        )
        return {row.key: int(row[1]) for row in await self.connection.execute(query)}


def _standing(programme: str) -> Any:
    """Ask for entries that count; one without counts strikes out what it replaces."""
    counts = register_entries.c.counts != {}
    return select(register_entries).where(register_entries.c.programme == programme, counts, _STANDS)


def _row(programme: str, entry: RegisterEntry) -> dict[str, Any]:
    return {
        "programme": programme,
        "register": entry.register,
        "at": entry.at,
        "body": entry.body,
        "counts": dict(entry.counts),
    }


def _kept(row: Row[Any]) -> KeptEntry:
    entry = RegisterEntry(row.register, row.at, row.body, row.counts)
    return KeptEntry(row.id, entry, row.made_at, row.made_by, row.replaces)
