"""Small registers beside the petitions: who read what, heartbeats of our processes, the time of the channels."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, func, insert, select, text
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.records import Records
from storage.tables import access_records, channels, heartbeats

_AHEAD = timedelta(minutes=1)
"""A place in time that is further ahead was taken under a clock that was."""
WRONG_SECRET = "wrong_secret"  # noqa: S105 - the name of an event, not a secret


# Equal readings that follow one another are a line. The lines are counted as they come, newest first, so that the
# database stops behind the last one of a page: nothing older is read.
_READINGS = """
SELECT max(at), min(at), count(*), person_id, what, reason, (SELECT code FROM petitions WHERE id = petition_id)
  FROM (SELECT r.*, count(begins) OVER (ORDER BY id DESC) AS number
          FROM (SELECT *, CASE WHEN lag(ROW(person_id, what, petition_id, reason)) OVER (ORDER BY id DESC)
                                    IS DISTINCT FROM ROW(person_id, what, petition_id, reason) THEN 1 END AS begins
                  FROM access_records {where}) r) line
 WHERE number > :first AND number <= :last
 GROUP BY number, person_id, what, reason, petition_id ORDER BY number
"""
_OF_ALL, _OF_ONE = text(_READINGS.format(where="")), text(_READINGS.format(where="WHERE petition_id = :petition"))


@dataclass(frozen=True)
class Reading:
    """Who read what when, how many times from when on, of which petition, and what for where that was said."""

    at: datetime
    since: datetime
    times: int
    person: int
    what: str
    reason: str | None
    code: str | None


class Registers(Records):
    """Access records, heartbeats and channels."""

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

    async def readings(self, petition: int | None, first: int, size: int) -> list[Reading]:
        """Return a page of what was read, of one petition or of all, newest first; what was repeated, once."""
        values = {"petition": petition, "first": first, "last": first + size}
        rows = await self.connection.execute(_OF_ALL if petition is None else _OF_ONE, values)
        return [Reading(*row) for row in rows]

    async def beat(self, name: str) -> None:
        """Say that a process of this name is alive now."""
        row = upsert(heartbeats).values(name=name, at=self.now)
        await self.connection.execute(
            row.on_conflict_do_update(index_elements=[heartbeats.c.name], set_={"at": self.now})
        )

    async def claim(self, name: str, since: datetime) -> bool:
        """Take on what is to be done once since a time; False where another process has."""
        row = upsert(heartbeats).values(name=name, at=self.now)
        taken = row.on_conflict_do_update(
            index_elements=[heartbeats.c.name], set_={"at": self.now}, where=heartbeats.c.at < since
        )
        return (await self.connection.execute(taken.returning(heartbeats.c.name))).first() is not None

    async def last_beat(self, name: str) -> datetime | None:
        """Return when a process of this name was last alive, None for never."""
        query = select(heartbeats.c.at).where(heartbeats.c.name == name)
        return (await self.connection.execute(query)).scalar_one_or_none()

    async def slot(self, channel: str, after: timedelta) -> datetime:
        """Take the next place in a channel's time, so long after the last one and not before now; return it.

        Other units that ask wait until this one ends.
        """
        row = upsert(channels).values(name=channel, free_at=self.now)
        ahead = channels.c.free_at > self.now + _AHEAD
        next_ = {"free_at": case((ahead, self.now), else_=func.greatest(channels.c.free_at + after, self.now))}
        taken = row.on_conflict_do_update(index_elements=[channels.c.name], set_=next_)
        slot: datetime = (await self.connection.execute(taken.returning(channels.c.free_at))).scalar_one()
        return slot
