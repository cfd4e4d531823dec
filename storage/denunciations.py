"""The register of denunciations on paper: append-only entries, a number entered once."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Row, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert

from petitions.denunciations import Denunciation, Noted, Standing
from storage.records import Records
from storage.tables import denunciation_entries as entries
from storage.tables import denunciations


class Denunciations(Records):
    """Denunciations of a programme by id."""

    async def enter(self, programme: str, number: str) -> int | None:
        """Enter a number; None where it is in the register already."""
        row = upsert(denunciations).values(programme=programme, number=number, made_at=self.now)
        entered = row.on_conflict_do_nothing().returning(denunciations.c.id)
        made: int | None = (await self.connection.execute(entered)).scalar_one_or_none()
        return made

    async def numbered(self, programme: str, number: str) -> int | None:
        """Return the id of the denunciation with this number; None where the register has none."""
        mine = (denunciations.c.programme == programme, denunciations.c.number == number)
        found: int | None = (
            await self.connection.execute(select(denunciations.c.id).where(*mine))
        ).scalar_one_or_none()
        return found

    async def note(self, denunciation: int, standing: Standing, day: date, body: str | None, actor: int) -> None:
        """Append where a denunciation stands from a day on."""
        row = {"denunciation_id": denunciation, "standing": standing, "day": day, "body": body}
        await self.connection.execute(insert(entries).values(**row, actor_id=actor, at=self.now))

    async def get(self, programme: str, denunciation: int) -> Denunciation | None:
        """Load and lock a denunciation; None for an unknown one."""
        query = select(denunciations).where(
            denunciations.c.id == denunciation, denunciations.c.programme == programme
        )
        rows = (await self.connection.execute(query.with_for_update())).all()
        return next(iter(await self._with_entries(rows)), None)

    async def page(self, programme: str, first: int, size: int) -> list[Denunciation]:
        """Return denunciations, entered last on top, from a position on."""
        query = select(denunciations).where(denunciations.c.programme == programme)
        newest = query.order_by(denunciations.c.id.desc()).offset(first).limit(size)
        return await self._with_entries((await self.connection.execute(newest)).all())

    async def _with_entries(self, rows: Iterable[Row[Any]]) -> list[Denunciation]:
        found = {row.id: row.number for row in rows}
        query = select(entries).where(entries.c.denunciation_id.in_(found)).order_by(entries.c.id)
        noted = (await self.connection.execute(query)).all()
        return [
            Denunciation(one, number, tuple(_noted(row) for row in noted if row.denunciation_id == one))
            for one, number in found.items()
        ]


def _noted(row: Row[Any]) -> Noted:
    return Noted(Standing(row.standing), row.day, row.body, row.at)
