"""Letters to be sent: rows in the order of their contact, sealed until they are sent."""

from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import insert, select, text, update

from storage.records import Records
from storage.tables import deliveries

_LETTER = "letter"


@dataclass(frozen=True)
class Delivery:
    """A letter that is due; `maybe_sent` means that an earlier try may have arrived."""

    id: int
    contact: int
    letter: bytes
    tries: int
    maybe_sent: bool


@dataclass(frozen=True)
class Deliveries(Records):
    """Letters by contact; `woken` are the contacts whose drain a job is to start, with the time for it."""

    woken: dict[int, datetime] = field(default_factory=dict)

    async def add(
        self,
        contact: int,
        letter: bytes,
        *,
        petition: int | None = None,
        not_before: datetime | None = None,
        maybe_sent: bool = False,
    ) -> int:
        """Put a letter at the end of a contact's line and ask for the line to be drained."""
        at = not_before or self.now
        values = {
            "contact_id": contact,
            "petition_id": petition,
            "letter_sealed": self.box.seal(letter, _LETTER),
            "not_before": at,
            "maybe_sent": maybe_sent,
            "made_at": self.now,
        }
        made = insert(deliveries).values(**values).returning(deliveries.c.id)
        self.woken[contact] = min(at, self.woken.get(contact, at))
        return int((await self.connection.execute(made)).scalar_one())

    async def hold(self, contact: int) -> bool:
        """Take the contact's advisory lock until the transaction ends; False where another one drains it."""
        query = text("SELECT pg_try_advisory_xact_lock(1148217460, :contact)")
        return bool((await self.connection.execute(query, {"contact": contact % 2**31})).scalar_one())

    async def next(self, contact: int) -> Delivery | None:
        """Return the first letter of the line that is due; none overtakes one that is being tried."""
        query = (
            select(deliveries)
            .where(
                deliveries.c.contact_id == contact,
                deliveries.c.sent_at.is_(None),
                deliveries.c.failed_at.is_(None),
                # One that waits for the morning lets others pass; one that failed does not, or order would break.
                (deliveries.c.not_before <= self.now) | (deliveries.c.tries > 0),
            )
            .order_by(deliveries.c.id)
            .limit(1)
        )
        row = (await self.connection.execute(query)).first()
        if row is None or row.not_before > self.now:
            return None
        letter = self.box.open(row.letter_sealed, _LETTER)
        return Delivery(row.id, row.contact_id, letter, row.tries, row.maybe_sent)

    async def sent(self, delivery: int, provider_message_id: int | None) -> None:
        """Mark a letter as sent and forget its words."""
        done = {"sent_at": self.now, "letter_sealed": None, "provider_message_id": provider_message_id}
        await self.connection.execute(update(deliveries).where(deliveries.c.id == delivery).values(**done))

    async def later(self, delivery: int, at: datetime, *, maybe_sent: bool) -> None:
        """Note a failed try and when to try again."""
        again = {"tries": deliveries.c.tries + 1, "not_before": at, "maybe_sent": maybe_sent}
        await self.connection.execute(update(deliveries).where(deliveries.c.id == delivery).values(**again))

    async def failed(self, delivery: int, why: str) -> None:
        """Give a letter up; `why` is a short code. Its words stay, sealed, for an operator."""
        given_up = {"failed_at": self.now, "failure": why}
        await self.connection.execute(update(deliveries).where(deliveries.c.id == delivery).values(**given_up))

    async def waiting(self, limit: int = 500) -> list[int]:
        """Return contacts with letters that are due and unsent, the longest waiting first."""
        query = text("""
            SELECT contact_id FROM deliveries
             WHERE sent_at IS NULL AND failed_at IS NULL AND not_before <= :now
             GROUP BY contact_id ORDER BY min(id) LIMIT :limit
        """)
        return list((await self.connection.execute(query, {"now": self.now, "limit": limit})).scalars())
