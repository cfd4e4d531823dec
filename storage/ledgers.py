"""Entries of the Front's own registers: what was done on a day, as counts by name."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import func, insert, select

from storage.records import Records
from storage.tables import register_entries


class Ledgers(Records):
    """Register entries of programmes."""

    async def add(
        self, programme: str, register: str, at: datetime, body: str | None, counts: Mapping[str, int], source: str
    ) -> None:
        """Add an entry; `source` says where it comes from: the digest of a file."""
        row = {"programme": programme, "register": register, "at": at, "body": body, "counts": dict(counts)}
        await self.connection.execute(insert(register_entries).values(**row, source=source, made_at=self.now))

    async def has(self, source: str) -> bool:
        """Tell whether entries of a source are there."""
        query = select(register_entries.c.id).where(register_entries.c.source == source).limit(1)
        return (await self.connection.execute(query)).first() is not None

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
            )
            .group_by(one.c.key)
        )
        return {row.key: int(row[1]) for row in await self.connection.execute(query)}
