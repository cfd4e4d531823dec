"""Small registers beside the petitions: who read what, and the heartbeats of our processes."""

from datetime import datetime, timedelta

from sqlalchemy import func, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.records import Records
from storage.tables import access_records, heartbeats

WRONG_SECRET = "wrong_secret"  # noqa: S105 - the name of an event, not a secret


class Registers(Records):
    """Access records and heartbeats."""

    async def accessed(
        self, person: int, what: str, petition: int | None = None, reason: str | None = None
    ) -> None:
        """Record that a person read personal data (or tried to)."""
        row = {"person_id": person, "what": what, "petition_id": petition, "reason": reason, "at": self.now}
        await self.connection.execute(insert(access_records).values(**row))

    async def tried(self, person: int, what: str, within: timedelta) -> int:
        """Count what a person did lately."""
        query = (
            select(func.count())
            .select_from(access_records)
            .where(
                access_records.c.person_id == person,
                access_records.c.at > self.now - within,
                access_records.c.what == what,
            )
        )
        return int((await self.connection.execute(query)).scalar_one())

    async def beat(self, name: str) -> None:
        """Say that a process of this name is alive now."""
        row = upsert(heartbeats).values(name=name, at=self.now)
        await self.connection.execute(
            row.on_conflict_do_update(index_elements=[heartbeats.c.name], set_={"at": self.now})
        )

    async def last_beat(self, name: str) -> datetime | None:
        """Return when a process of this name was last alive, None for never."""
        query = select(heartbeats.c.at).where(heartbeats.c.name == name)
        return (await self.connection.execute(query)).scalar_one_or_none()
