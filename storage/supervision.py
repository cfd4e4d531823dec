"""What lead bodies owe: the board, the referrals at which supervision looks now, reminders sent lately."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, case, func, select, update

from petitions.case import Referral, ReferralStatus, Status
from petitions.kinds import Field
from petitions.queues import ASKING, ORDINARY, Place, Window
from storage.lists import Load, asked_at
from storage.pages import Page, page, read
from storage.records import Records
from storage.tables import asking, petitions, referrals, standing, unanswered

_ASKED = case((asking & standing(ASKING), asked_at))
_UNTIL = func.coalesce(referrals.c.due_at, case((petitions.c.status == Status.REFERRED, petitions.c.due_at)))
"""Until when a lead body is to answer, or to accept where it has not; None while nobody is late."""


@dataclass(frozen=True)
class Late:
    """What a lead body owes until `due_at`: an answer, or where it has not `accepted` that it does.

    `urged` is the last reminder it got; none comes while the matter is reported `above`. `asked_at` is when it
    asked for more time, while nobody has decided that.
    """

    code: str
    field: Field
    body: str
    due_at: datetime
    accepted: bool
    urged: str | None
    above: bool
    asked_at: datetime | None


class Supervision(Records):
    """Referrals by what is due of them."""

    async def board(self, soon: datetime, window: Window) -> Page[Late]:
        """Return a page of what lead bodies owe until `soon` or owed before, the longest overdue first."""
        query = (
            select(
                petitions.c.code,
                petitions.c.field,
                petitions.c.status.label("stands"),
                referrals,
                _UNTIL.label("until"),
                _ASKED.label("asked_at"),
            )
            .join(petitions, petitions.c.id == referrals.c.petition_id)
            .where(unanswered, soon >= _UNTIL)
        )
        rows = await read(self.connection, query, (_UNTIL, referrals.c.id), window)
        return page(rows, window, _late, lambda row: Place(ORDINARY, row.until, row.id))

    async def undecided(self) -> int:
        """Count the requests of lead bodies for more time that wait to be decided."""
        mine = petitions.c.id == referrals.c.petition_id
        query = select(func.count()).select_from(referrals).where(asking, standing(ASKING), mine)
        return int((await self.connection.execute(query)).scalar_one())

    async def unaccepted(self) -> int:
        """Count what lead bodies should have accepted, or returned, by now."""
        mine = petitions.c.id == referrals.c.petition_id
        late = (petitions.c.status == Status.REFERRED, petitions.c.due_at <= self.now)
        silent = referrals.c.status == ReferralStatus.SENT
        query = select(func.count()).select_from(referrals).where(mine, unanswered, silent, *late)
        return int((await self.connection.execute(query)).scalar_one())

    async def drafted(self) -> int:
        """Count the reminders that are drafted and wait to be signed."""
        owes = unanswered & (petitions.c.status == Status.REFERRED)
        promised = petitions.c.carry_due.is_not(None) & petitions.c.carried_at.is_(None)
        carries = referrals.c.lead & (referrals.c.status == ReferralStatus.SIGNED_OFF) & promised
        unsigned = referrals.c.step.is_not(None) & referrals.c.step.is_distinct_from(referrals.c.urged)
        mine = petitions.c.id == referrals.c.petition_id
        # One after the other: each reads what its own index has.
        queries = [
            select(func.count()).select_from(referrals).where(mine, unsigned, one) for one in (owes, carries)
        ]
        return sum([int((await self.connection.execute(one)).scalar_one()) for one in queries])

    async def to_look_at(self, limit: int = 100) -> list[str]:
        """Return codes of petitions at whose lead body supervision looks now."""
        query = (
            select(petitions.c.code)
            .join(referrals, referrals.c.petition_id == petitions.c.id)
            .where(unanswered, referrals.c.look_at <= self.now)
            .order_by(referrals.c.look_at)
        )
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def unsigned(self, limit: int = 100) -> list[str]:
        """Return codes of petitions of which supervision looks now whether their answer is signed off."""
        query = (
            select(petitions.c.code)
            .join(referrals, referrals.c.petition_id == petitions.c.id)
            .where(
                petitions.c.status == Status.WAITING_SIGN_OFF,
                referrals.c.lead,
                referrals.c.status == ReferralStatus.ANSWERED,
                referrals.c.look_at <= self.now,
            )
            .order_by(referrals.c.look_at)
        )
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def followed_up(self) -> list[Load]:
        """Count what is followed up of each body, and what of it is overdue and not reported; the worst first."""
        late = (petitions.c.carry_due < self.now, petitions.c.carried_at.is_(None))
        overdue = func.count().filter(*late).label("overdue")
        query = (
            select(petitions.c.lead, func.count().label("total"), overdue)
            .where(petitions.c.carry_due.is_not(None))
            .group_by(petitions.c.lead)
            .order_by(overdue.desc(), func.count().desc(), petitions.c.lead)
        )
        return [Load(row.lead, row.total, row.overdue, 0) for row in await self.connection.execute(query)]

    async def to_press_for(self, limit: int = 100) -> list[str]:
        """Return codes of petitions of which supervision looks now whether they are carried out."""
        query = (
            select(petitions.c.code)
            .join(referrals, referrals.c.petition_id == petitions.c.id)
            .where(
                petitions.c.carry_due.is_not(None),
                petitions.c.carried_at.is_(None),
                referrals.c.lead,
                referrals.c.status == ReferralStatus.SIGNED_OFF,
                referrals.c.ended_at >= petitions.c.signed_off_at,  # not one that was reopened since
                referrals.c.look_at <= self.now,
            )
            .order_by(petitions.c.carry_due)
        )
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def urged_lately(self, body: str, since: datetime, but: int) -> set[str]:
        """Return the last reminders that a body got for other referrals which were due since a time."""
        query = select(referrals.c.urged).where(
            referrals.c.body == body,
            referrals.c.due_at >= since,
            referrals.c.urged.is_not(None),
            referrals.c.id != but,
        )
        return set((await self.connection.execute(query.distinct())).scalars())

    async def look_again(self, referral: Referral, at: datetime) -> None:
        """Note when supervision looks at a referral next; no fact of its history."""
        row = update(referrals).where(referrals.c.id == referral.id).values(look_at=at)
        await self.connection.execute(row)


def _late(row: Row[Any]) -> Late:
    return Late(
        code=row.code,
        field=Field(row.field),
        body=row.body,
        due_at=row.until,
        accepted=row.accepted_at is not None,
        urged=row.urged,
        above=row.stands == Status.ESCALATED,
        asked_at=row.asked_at,
    )
