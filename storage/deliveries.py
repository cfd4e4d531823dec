"""Letters to be sent: rows in the order of their contact, sealed until they are sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, case, func, insert, select, text, update

from storage.records import Records
from storage.tables import deliveries

DRAIN = "drain"
"""The job that drains a line."""
_LETTER = "letter"
_LINE = 1148217460
"""The advisory lock of a contact's line is (this, the contact)."""
_WAITING = (deliveries.c.sent_at.is_(None), deliveries.c.failed_at.is_(None))
_later = deliveries.alias()
_LATER_NEWS = (
    select(func.min(_later.c.id))
    .where(
        _later.c.contact_id == deliveries.c.contact_id,
        _later.c.petition_id == deliveries.c.petition_id,
        _later.c.id > deliveries.c.id,
        _later.c.renews.is_(None),
        _later.c.sent_at.is_(None),
        _later.c.failed_at.is_(None),
    )
    .correlate(deliveries)
    .scalar_subquery()
)
_AHEAD_OF = case((deliveries.c.renews.is_not(None), _LATER_NEWS))
"""The letter that a renewal must not fall behind: the next new one about its petition; None of others."""
_TURN = case((deliveries.c.renews.is_(None) | (deliveries.c.tries > 0), deliveries.c.id), else_=_AHEAD_OF)
"""The place in the line: renewals stand behind all that is new, but never behind what they go ahead of."""
# Every wake that a drain finds when it begins was made with a letter that it is going to see.
_ANSWERED = text("""
    DELETE FROM procrastinate_jobs
     WHERE status = 'todo' AND task_name = :job AND (args->>'contact')::bigint = :contact
       AND (scheduled_at IS NULL OR scheduled_at <= now())
""")
_DUE_THEN = text("""
    UPDATE deliveries SET not_before = :now
     WHERE sent_at IS NULL AND failed_at IS NULL AND not_before > :now
       AND made_at > CAST(:now AS timestamptz) + interval '1 minute' AND (not_before <= made_at OR tries > 0)
""")
# Nothing waits for longer than a day; the time of day is kept, since it may be the end of the quiet hours.
_PUT_OFF = text("""
    UPDATE deliveries SET not_before = not_before - date_trunc('day', not_before - CAST(:now AS timestamptz))
     WHERE sent_at IS NULL AND failed_at IS NULL
       AND not_before > CAST(:now AS timestamptz) + interval '1 day'
""")
# A drain that has not begun yet sees everything that is written by now, and asks for the next one itself.
_AWAKE = text("""
    SELECT EXISTS (SELECT FROM procrastinate_jobs
                    WHERE status = 'todo' AND task_name = :job AND (args->>'contact')::bigint = :contact
                      AND (scheduled_at IS NULL OR scheduled_at <= now() + :wait))
""")
_FORGOTTEN = text("""
    SELECT contact_id FROM deliveries
     WHERE sent_at IS NULL AND failed_at IS NULL
       AND contact_id % 2147483648 NOT IN (
           SELECT objid::bigint FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
            WHERE locktype = 'advisory' AND classid = :line AND datname = current_database())
       AND contact_id NOT IN (
           SELECT (args->>'contact')::bigint FROM procrastinate_jobs
            WHERE status = 'todo' AND task_name = :job
              AND (scheduled_at IS NULL OR scheduled_at <= now() + interval '5 seconds'))
     GROUP BY contact_id
    HAVING bool_or(not_before <= :now) AND NOT bool_or(tries > 0 AND not_before > :now)
     ORDER BY min(id) LIMIT :limit
""")


@dataclass(frozen=True)
class When:
    """When a letter may go; `entry` is the position of the entry that it follows and can be taken back with."""

    not_before: datetime | None = None
    entry: int | None = None


AT_ONCE = When()


@dataclass(frozen=True)
class Delivery:
    """A message of a line: one letter, or several about one petition that are told together, oldest first.

    `not_before` is when it may be tried, `pieces` how many of its pieces have arrived, `maybe_sent` whether the
    next of them may have, unknown to us.
    """

    ids: tuple[int, ...]
    contact: int
    letters: tuple[bytes, ...]
    not_before: datetime
    tries: int
    pieces: int
    maybe_sent: bool


@dataclass(frozen=True)
class Figures:
    """How the lines stand: unsent letters, those that could go now, since when the oldest of these could have.

    `lately` counts the letters of the last hour by what became of them: `sent`, or why they were given up.
    """

    waiting: int
    due: int
    oldest: timedelta
    lately: Mapping[str, int]


@dataclass(frozen=True)
class Deliveries(Records):
    """Letters by contact; `woken` are the contacts whose drain a job is to start, each with the time for it."""

    woken: set[tuple[int, datetime]] = field(default_factory=set)

    async def add(
        self,
        contact: int,
        letter: bytes,
        *,
        petition: int | None = None,
        when: When = AT_ONCE,
        joins: bool = False,
        renews: int | None = None,
    ) -> int:
        """Put a letter at the end of a contact's line and ask for the line to be drained.

        It waits for the earlier letters about its petition, whatever time these wait for. One that `joins` may
        become one message with others of its petition; one that `renews` a message, with others that renew it.
        """
        at = when.not_before or self.now
        values = {
            "contact_id": contact,
            "petition_id": petition,
            "entry_position": when.entry,
            "letter_sealed": self.box.seal(letter, _LETTER),
            "not_before": func.greatest(at, _last_about(contact, petition)) if petition else at,
            "joins": joins,
            "renews": renews,
            "made_at": self.now,
        }
        made = insert(deliveries).values(**values).returning(deliveries.c.id, deliveries.c.not_before)
        row = (await self.connection.execute(made)).one()
        self.wake(contact, row.not_before)
        return int(row.id)

    async def add_rest(
        self, contact: int, letter: bytes, petition: int | None, *, pieces: int, maybe_sent: bool
    ) -> None:
        """Put what is left of a reply at the end of a contact's line: after so many pieces it was interrupted."""
        number = await self.add(contact, letter, petition=petition)
        await self._set((number,), pieces=pieces, maybe_sent=maybe_sent)

    def wake(self, contact: int, at: datetime) -> None:
        """Ask for a line to be drained at a time."""
        self.woken.add((contact, at))

    async def wake_once(self, contact: int, wait: timedelta) -> None:
        """Ask for a line to be drained after some time, unless that will happen by then anyhow."""
        known = {"job": DRAIN, "contact": contact, "wait": wait}
        if not (await self.connection.execute(_AWAKE, known)).scalar_one():
            self.wake(contact, self.now + wait)

    async def hold(self, contact: int) -> bool:
        """Take the contact's line until the transaction ends; False where another drain has it.

        Whoever was turned away relies on the holder to look at the line once more after letting it go.
        """
        query = text("SELECT pg_try_advisory_xact_lock(:line, :contact)")
        values = {"line": _LINE, "contact": contact % 2**31}
        return bool((await self.connection.execute(query, values)).scalar_one())

    async def answer(self, contact: int) -> None:
        """Take the wakes of a line away that the drain which begins now makes needless."""
        await self.connection.execute(_ANSWERED, {"job": DRAIN, "contact": contact})

    async def next(self, contact: int) -> Delivery | None:
        """Return what comes first in the line, None where everything else waits for its own time.

        A letter that waits for the morning lets others pass; one that failed does not, or order would break.
        """
        due = (deliveries.c.not_before <= self.now) | (deliveries.c.tries > 0)
        in_turn = _line(contact).where(due).order_by(_TURN.nulls_last(), deliveries.c.id).limit(1)
        first = (await self.connection.execute(in_turn)).first()
        if first is None:
            return None
        rows = await self._all(_with(first, self.now)) if first.joins else [first]
        return self._delivery(rows)

    async def begin(self, delivery: Delivery) -> None:
        """Note that a delivery is being tried: found so after a crash, it may have arrived."""
        await self._set(delivery.ids, maybe_sent=True)

    async def progress(self, delivery: Delivery, pieces: int) -> None:
        """Note how many pieces of a delivery have arrived; the next one is being tried."""
        await self._set(delivery.ids, pieces=pieces, maybe_sent=True)

    async def sent(self, delivery: Delivery, provider_message_id: int) -> None:
        """Mark the letters of a delivery as sent in one message and forget their words."""
        done = {"sent_at": self.now, "letter_sealed": None, "provider_message_id": provider_message_id}
        await self._set(delivery.ids, **done)

    async def later(self, delivery: Delivery, at: datetime, *, maybe_sent: bool) -> None:
        """Note a failed try and when to try again."""
        await self._set(delivery.ids, tries=deliveries.c.tries + 1, not_before=at, maybe_sent=maybe_sent)

    async def again(self, delivery: Delivery) -> None:
        """Take a try back that could not begin: the delivery stands as it did before."""
        await self._set(delivery.ids, maybe_sent=delivery.maybe_sent)

    async def separate(self, delivery: Delivery) -> None:
        """Let each letter of a delivery go by itself."""
        await self._set(delivery.ids, joins=False, maybe_sent=delivery.maybe_sent)

    async def failed(self, delivery: Delivery, why: str) -> None:
        """Give a delivery up; `why` is a short code. Its words stay, sealed, for an operator."""
        await self._set(delivery.ids, failed_at=self.now, failure=why)

    async def take_back(self, petition: int, entry: int, since: datetime) -> bool:
        """Take the letters back that followed an entry made then; False where one is sent, or may be, already."""
        mine = (deliveries.c.petition_id == petition, deliveries.c.entry_position == entry)
        gone = select(deliveries.c.id).where(*mine, deliveries.c.sent_at >= since)
        tried = select(deliveries.c.id).where(*mine, deliveries.c.sent_at.is_(None), deliveries.c.maybe_sent)
        if (await self.connection.execute(gone.union_all(tried))).first():
            return False
        back = {"failed_at": self.now, "failure": "taken_back", "letter_sealed": None}
        await self.connection.execute(update(deliveries).where(*mine, *_WAITING).values(**back))
        return True

    async def overtake(self, contact: int, message: int) -> None:
        """Count the renewals of a message made before now as sent: a reply shows there what is newer."""
        mine = (
            deliveries.c.contact_id == contact,
            deliveries.c.renews == message,
            deliveries.c.made_at < self.now,
        )
        done = {"sent_at": self.now, "letter_sealed": None, "provider_message_id": message}
        await self.connection.execute(update(deliveries).where(*mine, *_WAITING).values(**done))

    async def told(self, petition: int, entry: int) -> list[tuple[int, int]]:
        """Return contacts that were told of an entry of a petition, each with the message that told them."""
        mine = (deliveries.c.petition_id == petition, deliveries.c.entry_position == entry)
        query = select(deliveries.c.contact_id, deliveries.c.provider_message_id).where(*mine)
        rows = await self._all(query.where(deliveries.c.provider_message_id.is_not(None)))
        return [(row.contact_id, row.provider_message_id) for row in rows]

    async def set_right(self) -> None:
        """Bring back what a clock ahead has put off: what was due then at once, the rest by whole days."""
        await self.connection.execute(_DUE_THEN, {"now": self.now})
        await self.connection.execute(_PUT_OFF, {"now": self.now})

    async def forgotten(self, limit: int = 500) -> list[int]:
        """Return contacts whose line is due while nobody drains it or is about to, the longest waiting first.

        Whoever drained it was killed: its lock went with its connection, and its job stays behind.
        """
        values = {"line": _LINE, "job": DRAIN, "now": self.now, "limit": limit}
        return list((await self.connection.execute(_FORGOTTEN, values)).scalars())

    async def figures(self) -> Figures:
        """Return how the lines stand now."""
        tried = deliveries.c.tries > 0
        due = tried | (deliveries.c.not_before <= self.now)
        since = case((tried, deliveries.c.made_at), else_=deliveries.c.not_before)
        query = select(func.count(), func.count().filter(due), func.min(since).filter(due)).where(*_WAITING)
        waiting, now, oldest = (await self.connection.execute(query)).one()
        return Figures(waiting, now, self.now - (oldest or self.now), await self._lately())

    async def _lately(self) -> dict[str, int]:
        since = self.now - timedelta(hours=1)
        sent = select(func.count()).select_from(deliveries).where(deliveries.c.sent_at > since)
        failed = select(deliveries.c.failure, func.count().label("times")).where(deliveries.c.failed_at > since)
        given_up = await self._all(failed.group_by(deliveries.c.failure))
        sent_ = (await self.connection.execute(sent)).scalar_one()
        return {"sent": int(sent_), **{row.failure: int(row.times) for row in given_up}}

    async def _all(self, query: Select[Any]) -> list[Row[Any]]:
        return list((await self.connection.execute(query)).all())

    async def _set(self, ids: Sequence[int], **values: Any) -> None:
        await self.connection.execute(update(deliveries).where(deliveries.c.id.in_(ids)).values(**values))

    def _delivery(self, rows: Sequence[Row[Any]]) -> Delivery:
        return Delivery(
            ids=tuple(row.id for row in rows),
            contact=rows[0].contact_id,
            letters=tuple(self.box.open(row.letter_sealed, _LETTER) for row in rows),
            not_before=rows[0].not_before,
            tries=rows[0].tries,
            pieces=rows[0].pieces,
            maybe_sent=rows[0].maybe_sent,
        )


def _line(contact: int) -> Select[Any]:
    return select(deliveries, _AHEAD_OF.label("ahead_of")).where(deliveries.c.contact_id == contact, *_WAITING)


def _with(first: Row[Any], now: datetime) -> Select[Any]:
    """Return the letters that make one message with the first: due, about its petition, and as far as it is."""
    together = (
        deliveries.c.id >= first.id,
        deliveries.c.joins,
        deliveries.c.petition_id == first.petition_id,
        deliveries.c.renews == first.renews,
        _AHEAD_OF.is_not_distinct_from(first.ahead_of),
        (deliveries.c.not_before <= now) | (deliveries.c.tries > 0),
        deliveries.c.tries == first.tries,
        deliveries.c.pieces == first.pieces,
        deliveries.c.maybe_sent.is_(first.maybe_sent),
    )
    return _line(first.contact_id).where(*together).order_by(deliveries.c.id)


def _last_about(contact: int, petition: int) -> Any:
    mine = (deliveries.c.contact_id == contact, deliveries.c.petition_id == petition, *_WAITING)
    return select(func.max(deliveries.c.not_before)).where(*mine).scalar_subquery()
