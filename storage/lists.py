"""Petitions in lists: one's own, the queue, a body's tasks, what is due; never their words."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Row, Select, bindparam, case, func, select

from petitions.case import IN_HAND, OPEN_REFERRALS, ReferralStatus, Status
from petitions.kinds import Field, Kind
from petitions.workflow import Act
from storage.records import Records, written
from storage.tables import entries, followers, in_hand, petitions, referrals

LINE: tuple[Column[Any], ...] = (
    petitions.c.code,
    petitions.c.status,
    petitions.c.kind,
    petitions.c.field,
    petitions.c.lead,
    petitions.c.filed_at,
    petitions.c.handed_in_at,
    petitions.c.precedence,
    petitions.c.officer_id,
    petitions.c.recurring_of,
    petitions.c.untold_since,
    petitions.c.due_at,
)
"""What a line is read from."""

asked_at = (
    select(func.max(entries.c.at))
    .where(entries.c.petition_id == petitions.c.id, entries.c.act == Act.EXTEND)
    .correlate(petitions)
    .scalar_subquery()
)
"""When more time was asked for the last time."""

_NEWEST = select(*LINE).order_by(petitions.c.id.desc()).limit(bindparam("limit"))
_OF_PERSON = written(_NEWEST.where(petitions.c.person_id == bindparam("person")))
_AT_WORK = OPEN_REFERRALS - {ReferralStatus.SENT}
_FOLLOWED = written(
    _NEWEST.where(
        petitions.c.id.in_(select(followers.c.petition_id).where(followers.c.person_id == bindparam("person")))
    )
)


_RELATED = """
    WITH RECURSIVE linked AS (
        SELECT id, code, split_from, merged_into FROM petitions WHERE code = %(code)s
         UNION
        SELECT p.id, p.code, p.split_from, p.merged_into
          FROM linked l JOIN petitions p ON p.split_from = l.code OR p.merged_into = l.code
            OR p.code = l.split_from OR p.code = l.merged_into
    )
    SELECT p.code, p.person_id, p.erased_at FROM petitions p JOIN linked USING (id) ORDER BY p.id
"""


@dataclass(frozen=True)
class Related:
    """A petition that may say what another one says: whose it is, and whether its words are gone."""

    code: str
    person: int
    erased: bool


@dataclass(frozen=True)
class QueueLine:
    """A petition in a list.

    `handed_in` is when its author handed it in, by itself or as a part of what was split since. `asked_at` is when
    its lead body asked for the more time that waits to be decided. `accepted` is False where the body whose list
    it is has yet to accept it. `untold_since`: since then the desk has something to tell an author without an
    account here.
    """

    code: str
    status: Status
    kind: Kind
    field: Field
    lead: str | None
    handed_in: datetime
    due_at: datetime | None
    precedence: int
    officer: int | None
    recurring: bool = False
    asked_at: datetime | None = None
    accepted: bool = True
    untold_since: datetime | None = None


@dataclass(frozen=True)
class Load:
    """What a body has in hand, and the office itself where `body` is None."""

    body: str | None
    total: int
    overdue: int
    soon: int


class Lists(Records):
    """Petitions many at a time."""

    async def of_person(self, person: int, limit: int = 20) -> list[QueueLine]:
        """Return a person's petitions, newest first."""
        return await self._of(_OF_PERSON, person, limit)

    async def followed_by(self, person: int, limit: int = 20) -> list[QueueLine]:
        """Return the petitions of others that a person follows, newest first."""
        return await self._of(_FOLLOWED, person, limit)

    async def accepted(self, codes: Collection[str]) -> set[str]:
        """Return which of these petitions their lead body has accepted and not given back."""
        query = (
            select(petitions.c.code)
            .join(referrals, referrals.c.petition_id == petitions.c.id)
            .where(petitions.c.code.in_(codes), referrals.c.lead, referrals.c.status.in_(_AT_WORK))
        )
        return set((await self.connection.execute(query)).scalars())

    async def at_work(self) -> int:
        """Return how many petitions that were referred their lead body has accepted and not given back."""
        query = (
            select(func.count())
            .select_from(petitions.join(referrals, referrals.c.petition_id == petitions.c.id))
            .where(petitions.c.status == Status.REFERRED, referrals.c.lead, referrals.c.status.in_(_AT_WORK))
        )
        return (await self.connection.execute(query)).scalar_one()

    async def split_off(self, code: str) -> list[str]:
        """Return the codes of the petitions into which one was split, oldest first."""
        query = select(petitions.c.code).where(petitions.c.split_from == code).order_by(petitions.c.id)
        return list((await self.connection.execute(query)).scalars())

    async def related(self, code: str) -> list[Related]:
        """Return a petition and those linked with it by splitting and merging, however far, oldest first."""
        rows = await self._rows(_RELATED, {"code": code})
        return [Related(row.code, row.person_id, erased=row.erased_at is not None) for row in rows]

    async def recurring(self, since: datetime) -> list[tuple[str | None, int]]:
        """Count petitions since a time about what had been closed shortly before, by the body that had led it."""
        before = petitions.alias("before")
        query = (
            select(before.c.lead, func.count())
            .join(before, before.c.code == petitions.c.recurring_of)
            .where(petitions.c.recurring_of.is_not(None), petitions.c.filed_at >= since)
            .group_by(before.c.lead)
            .order_by(func.count().desc(), before.c.lead)
        )
        return [(row[0], row[1]) for row in await self.connection.execute(query)]

    async def of_officer(self, officer: int) -> list[str]:
        """Return the codes of what an officer of the desk works on."""
        query = select(petitions.c.code).where(in_hand, petitions.c.officer_id == officer)
        return list((await self.connection.execute(query.order_by(petitions.c.id))).scalars())

    async def queue_of_body(self, body: str, limit: int = 20) -> list[QueueLine]:
        """Return the petitions on which a body is at work: what it has yet to accept, then the first due first.

        Where no law limits how long a lead body may think about it, it is due when the office's own word is.
        """
        until = func.coalesce(referrals.c.due_at, case((referrals.c.lead, petitions.c.due_at)))
        query: Select[Any] = (
            select(*LINE[:-1], until.label("due_at"), referrals.c.accepted_at)
            .join(referrals, referrals.c.petition_id == petitions.c.id)
            .where(
                referrals.c.body == body,
                referrals.c.status.in_([ReferralStatus.SENT, ReferralStatus.ACCEPTED]),
            )
            .order_by(referrals.c.due_at.nulls_first(), referrals.c.id)
            .limit(limit)
        )
        rows = await self.connection.execute(query)
        return [replace(line(row), accepted=row.accepted_at is not None) for row in rows]

    async def to_carry_out(self, body: str, limit: int = 20) -> list[QueueLine]:
        """Return what is followed up and a body has not reported as carried out yet, the first due first."""
        query = (
            select(*LINE[:-1], petitions.c.carry_due.label("due_at"))
            .where(petitions.c.lead == body, petitions.c.carry_due.is_not(None), petitions.c.carried_at.is_(None))
            .order_by(petitions.c.carry_due, petitions.c.id)
            .limit(limit)
        )
        return await self._queue(query)

    async def counts(self, statuses: Collection[Status] | None = None) -> dict[Status, int]:
        """Return how many petitions stand in each status, or in each of these."""
        query = select(petitions.c.status, func.count()).group_by(petitions.c.status)
        if statuses:
            query = query.where(petitions.c.status.in_(statuses))
        return {Status(status): count for status, count in await self.connection.execute(query)}

    async def overdue(self, statuses: Collection[Status]) -> dict[Status, int]:
        """Return how many petitions are overdue in each of these statuses, where any is."""
        late = (petitions.c.status.in_(statuses), petitions.c.due_at < self.now)
        query = select(petitions.c.status, func.count()).where(*late).group_by(petitions.c.status)
        return {Status(status): count for status, count in await self.connection.execute(query)}

    async def loads(self, soon: datetime) -> list[Load]:
        """Count what each body and the office have in hand, overdue, and due until `soon`; the worst first."""
        overdue = func.count().filter(self.now > petitions.c.due_at).label("overdue")
        nearly = func.count().filter(petitions.c.due_at.between(self.now, soon)).label("soon")
        query = (
            select(_HOLDER.label("body"), func.count().label("total"), overdue, nearly)
            .where(petitions.c.status.in_(IN_HAND))
            .group_by("body")
            .order_by(overdue.desc(), nearly.desc(), func.count().desc(), "body")
        )
        return [Load(row.body, row.total, row.overdue, row.soon) for row in await self.connection.execute(query)]

    async def of_clerk(self, person: int, body: str) -> list[str]:
        """Return codes of the petitions on whose share a person of the body works."""
        mine = (referrals.c.body == body, referrals.c.clerk_id == person, referrals.c.status.in_(OPEN_REFERRALS))
        query = select(petitions.c.code).join(referrals, referrals.c.petition_id == petitions.c.id).where(*mine)
        return list((await self.connection.execute(query.order_by(petitions.c.id))).scalars())

    async def silent(self, limit: int = 100) -> list[str]:
        """Return codes of answered petitions whose time for a word of the resident is over."""
        query = select(petitions.c.code).where(
            petitions.c.status == Status.ANSWERED, petitions.c.close_due <= self.now
        )
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def unanswered(self, limit: int = 100) -> list[str]:
        """Return codes of petitions whose resident did not answer a question in time."""
        query = select(petitions.c.code).where(petitions.c.reply_due <= self.now).limit(limit)
        return list((await self.connection.execute(query)).scalars())

    async def to_ask_again(self, limit: int = 100) -> list[str]:
        """Return codes of petitions whose resident is to be reminded of a question."""
        query = select(petitions.c.code).where(petitions.c.reply_remind_at <= self.now).limit(limit)
        return list((await self.connection.execute(query)).scalars())

    async def unjudged(self, limit: int = 100) -> list[str]:
        """Return codes of answered petitions whose resident is to be reminded now."""
        query = select(petitions.c.code).where(
            petitions.c.status == Status.ANSWERED, petitions.c.remind_due <= self.now
        )
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def outlived(self, before: datetime, limit: int = 100) -> list[str]:
        """Return codes of petitions that ended before a time and still have their words."""
        query = select(petitions.c.code).where(petitions.c.closed_at < before, petitions.c.erased_at.is_(None))
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def _of(self, query: str, person: int, limit: int) -> list[QueueLine]:
        return [line(row) for row in await self._rows(query, {"person": person, "limit": limit})]

    async def _queue(self, query: Select[Any]) -> list[QueueLine]:
        return [line(row) for row in await self.connection.execute(query)]


def line(row: Row[Any]) -> QueueLine:
    """Read a petition of a list."""
    return QueueLine(
        code=row.code,
        status=Status(row.status),
        kind=Kind(row.kind),
        field=Field(row.field),
        lead=row.lead,
        handed_in=row.handed_in_at or row.filed_at,
        due_at=row.due_at,
        precedence=row.precedence,
        officer=row.officer_id,
        recurring=row.recurring_of is not None,
        untold_since=row.untold_since,
    )


def _of_lead(what: Any) -> Any:
    """Read something of the lead body's open referral; a petition has one at most."""
    at_work = (referrals.c.petition_id == petitions.c.id, referrals.c.lead, referrals.c.status.in_(OPEN_REFERRALS))
    return select(func.max(what)).where(*at_work).correlate(petitions).scalar_subquery()


_HOLDER = case((petitions.c.status != Status.WAITING_SIGN_OFF, _of_lead(referrals.c.body)))
"""Who has a petition in hand: the lead body until it has answered, else the office (NULL)."""
