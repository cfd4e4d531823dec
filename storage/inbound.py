"""Inbound updates: claimed once, their replies kept until confirmed, failures counted and parked."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.dialects.postgresql import insert

from storage.drafts import Stand
from storage.records import Records
from storage.tables import inbound

_PARKED_LIVE, _MOST_PARKED = timedelta(days=90), 10_000
"""How much longer than others a parked update is kept for an operator, and how many are, the newest."""
_REPLIES, _PARKED = "replies", "parked"

# What every update asks is written out, for the driver: to build a statement costs more than to run it.
_CLAIM = """
    WITH claimed AS (
        INSERT INTO inbound AS mine (channel, external_id, claimed_at)
        VALUES (%(channel)s, %(external_id)s, %(now)s)
            ON CONFLICT (channel, external_id) DO UPDATE SET claimed_at = %(now)s
         WHERE mine.acted_at IS NULL AND mine.parked_at IS NULL
        RETURNING 1
    ), turn AS (
        UPDATE people p SET last_album = %(album)s, pressed_at = %(now)s, pressure =
               greatest(0, p.pressure - greatest(0, coalesce(extract(epoch FROM %(now)s - p.pressed_at), 0)))
               + CASE WHEN p.last_album = %(album)s THEN 0 ELSE CAST(%(weight)s AS float) END
          FROM contacts c
         WHERE c.person_id = p.id AND c.channel = %(channel)s AND c.address_key = %(sender)s
        RETURNING 1
    )
    SELECT EXISTS (SELECT FROM claimed) AS claimed, EXISTS (SELECT FROM turn) AS known
"""
_ACTED = """
    WITH saved AS (
        INSERT INTO drafts (person_id, contact_id, step, values_sealed, changed_at)
        SELECT %(person)s::bigint, %(here)s::bigint, %(step)s::text, %(draft)s::bytea, %(now)s
         WHERE %(draft)s::bytea IS NOT NULL
            ON CONFLICT (person_id, contact_id)
            DO UPDATE SET step = %(step)s, values_sealed = %(draft)s, changed_at = %(now)s
    ), dropped AS (
        DELETE FROM drafts
         WHERE person_id = %(person)s::bigint AND contact_id = %(here)s::bigint AND %(draft)s::bytea IS NULL
    )
    UPDATE inbound SET acted_at = %(now)s, contact_id = %(contact)s, replies_sealed = %(replies)s
     WHERE channel = %(channel)s AND external_id = %(external_id)s
"""
_DONE = """
    WITH done AS (
        UPDATE inbound SET done_at = %(now)s, contact_id = NULL, replies_sealed = NULL
         WHERE channel = %(channel)s AND external_id = ANY(%(numbers)s::bigint[])
    )
    UPDATE drafts d SET asked_message_id = asked.message
      FROM unnest(%(persons)s::bigint[], %(contacts)s::bigint[], %(messages)s::bigint[])
           AS asked (person, contact, message)
     WHERE d.person_id = asked.person AND d.contact_id = asked.contact
"""


@dataclass(frozen=True)
class Asked:
    """The message with buttons that asked somebody for the next step of their conversation."""

    person: int
    contact: int
    message: int


@dataclass(frozen=True)
class Answered:
    """An update whose replies were sent or handed to the deliveries, and what they asked for, if anything."""

    external_id: int
    asked: Asked | None = None


@dataclass(frozen=True)
class Unanswered:
    """An update whose effects stand and whose replies are not confirmed as sent."""

    channel: str
    external_id: int
    contact: int | None
    replies: bytes


@dataclass(frozen=True)
class Sender:
    """Whose update it is, by their address, and what it weighs against a flood; an album weighs once."""

    address: str
    weight: float = 0.0
    album: str | None = None


@dataclass(frozen=True)
class Aside:
    """A parked update without what it says: its number, since when, how often it failed."""

    external_id: int
    at: datetime
    failures: int


@dataclass(frozen=True)
class Parked:
    """An update that failed too often; `payload` is what the channel sent."""

    channel: str
    external_id: int
    failures: int
    payload: bytes


class Inbound(Records):
    """Updates by (channel, the channel's id)."""

    async def claim(self, channel: str, external_id: int, sender: Sender) -> bool:
        """Claim an update for this unit; False where its effects stand already or it is parked.

        Waits for the units that claimed the same update, or any other update of the sender, and weighs it.
        What these did is seen by later statements only: a statement does not see what ends while it waits.
        """
        mine = {"channel": channel, "external_id": external_id, "now": self.now}
        weighed = {"weight": sender.weight, "album": sender.album}
        asked = {**mine, **weighed, "sender": self._address_key(channel, sender.address)}
        [turn] = await self._rows(_CLAIM, asked)
        return bool(turn.claimed)

    async def acted(
        self, channel: str, external_id: int, contact: int | None, replies: bytes, stand: Stand | None = None
    ) -> None:
        """Keep the replies, sealed, beside the effects of the same unit, and where a conversation stands now."""
        mine = {"channel": channel, "external_id": external_id, "now": self.now, "contact": contact}
        kept = {"replies": self.box.seal(replies, _REPLIES), **(stand or Stand()).sealed(self.box)}
        await self._run(_ACTED, {**mine, **kept})

    async def unsent(self, channel: str, external_id: int) -> tuple[int | None, bytes] | None:
        """Return (contact, replies) of an update whose replies were never confirmed, None otherwise."""
        query = select(inbound.c.contact_id, inbound.c.replies_sealed).where(
            inbound.c.channel == channel, inbound.c.external_id == external_id, inbound.c.done_at.is_(None)
        )
        row = (await self.connection.execute(query)).first()
        if row is None or row.replies_sealed is None:
            return None
        return row.contact_id, self.box.open(row.replies_sealed, _REPLIES)

    async def unanswered(self, before: datetime, limit: int = 100) -> list[Unanswered]:
        """Return updates acted on before a time and still unanswered, locked, oldest first."""
        query = (
            select(inbound)
            .where(inbound.c.acted_at < before, inbound.c.done_at.is_(None), inbound.c.parked_at.is_(None))
            .order_by(inbound.c.acted_at)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return [
            Unanswered(row.channel, row.external_id, row.contact_id, self.box.open(row.replies_sealed, _REPLIES))
            for row in await self.connection.execute(query)
        ]

    async def done(self, channel: str, answered: Collection[Answered]) -> None:
        """Mark updates as answered and forget their replies; remember which messages asked for a next step."""
        # In one order, so that two processes that wait for each other's rows do so in turn.
        asked = sorted((one.asked for one in answered if one.asked), key=lambda one: (one.person, one.contact))
        numbers = sorted(one.external_id for one in answered)
        columns = {
            "persons": [one.person for one in asked],
            "contacts": [one.contact for one in asked],
            "messages": [one.message for one in asked],
        }
        mine = {"channel": channel, "numbers": numbers, "now": self.now}
        await self._run(_DONE, {**mine, **columns})

    async def failed(self, channel: str, external_id: int) -> int:
        """Count a failure; return how many there are now."""
        row = insert(inbound).values(channel=channel, external_id=external_id, claimed_at=self.now, failures=1)
        counted = row.on_conflict_do_update(
            index_elements=[inbound.c.channel, inbound.c.external_id],
            set_={"failures": inbound.c.failures + 1},
        ).returning(inbound.c.failures)
        return int((await self.connection.execute(counted)).scalar_one())

    async def park(self, channel: str, external_id: int, payload: bytes) -> None:
        """Put an update aside, sealed, for an operator to look at and replay."""
        parked = {"parked_at": self.now, "parked_sealed": self.box.seal(payload, _PARKED)}
        row = insert(inbound).values(channel=channel, external_id=external_id, claimed_at=self.now, **parked)
        await self.connection.execute(
            row.on_conflict_do_update(index_elements=[inbound.c.channel, inbound.c.external_id], set_=parked)
        )

    async def parked(self) -> list[Parked]:
        """Return what is parked, oldest first."""
        query = select(inbound).where(inbound.c.parked_at.is_not(None)).order_by(inbound.c.parked_at)
        return [
            Parked(row.channel, row.external_id, row.failures, self.box.open(row.parked_sealed, _PARKED))
            for row in await self.connection.execute(query)
        ]

    async def parked_lately(self, limit: int) -> tuple[list[Aside], int]:
        """Return what was parked last, newest first and unopened, and how many are parked in all."""
        columns = (inbound.c.external_id, inbound.c.parked_at, inbound.c.failures)
        query = (
            select(*columns, func.count().over().label("in_all"))
            .where(inbound.c.parked_at.is_not(None))
            .order_by(inbound.c.parked_at.desc(), inbound.c.external_id.desc())
            .limit(limit)
        )
        rows = (await self.connection.execute(query)).all()
        found = [Aside(row.external_id, row.parked_at, row.failures) for row in rows]
        return found, rows[0].in_all if rows else 0

    async def unpark(self, channel: str, external_id: int, failures: int) -> None:
        """Make a parked update claimable again, counting this many failures."""
        await self._set(channel, external_id, parked_at=None, parked_sealed=None, failures=failures)

    async def expire(self, before: datetime) -> int:
        """Forget updates that are finished, or failed and never came again; return how many."""
        newest = select(inbound.c.parked_at).where(inbound.c.parked_at.is_not(None))
        crowd = newest.order_by(inbound.c.parked_at.desc()).offset(_MOST_PARKED).limit(1).scalar_subquery()
        stale = (inbound.c.parked_at < before - _PARKED_LIVE) | (inbound.c.parked_at <= crowd)
        await self.connection.execute(delete(inbound).where(stale))
        over = inbound.c.done_at.is_not(None) | (inbound.c.acted_at.is_(None) & inbound.c.parked_at.is_(None))
        old = delete(inbound).where(inbound.c.claimed_at < before, over)
        return int((await self.connection.execute(old)).rowcount)

    async def lately(self, within: timedelta) -> int:
        """Count the updates that came within this time."""
        query = select(func.count()).select_from(inbound).where(inbound.c.claimed_at > self.now - within)
        return int((await self.connection.execute(query)).scalar_one())

    async def _set(self, channel: str, external_id: int, **values: object) -> None:
        row = (inbound.c.channel == channel) & (inbound.c.external_id == external_id)
        await self.connection.execute(update(inbound).where(row).values(**values))
