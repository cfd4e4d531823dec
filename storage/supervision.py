"""What lead bodies owe: the board, the referrals at which supervision looks now, reminders sent lately."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select, update

from petitions.case import Referral, ReferralStatus
from petitions.kinds import Field
from petitions.queues import ORDINARY, Place, Window
from storage.lists import Load
from storage.pages import Page, page, read
from storage.records import Records
from storage.tables import petitions, referrals, unanswered


@dataclass(frozen=True)
class Late:
    """What a lead body owes; `urged` is the last reminder it got."""

    code: str
    field: Field
    body: str
    due_at: datetime
    urged: str | None


class Supervision(Records):
    """Referrals by what is due of them."""

    async def board(self, soon: datetime, window: Window) -> Page[Late]:
        """Return a page of what lead bodies owe until `soon` or owed before, the longest overdue first."""
        query = (
            select(petitions.c.code, petitions.c.field, referrals)
            .join(petitions, petitions.c.id == referrals.c.petition_id)
            .where(unanswered, referrals.c.due_at <= soon)
        )
        rows = await read(self.connection, query, (referrals.c.due_at, referrals.c.id), window)
        return page(rows, window, _late, lambda row: Place(ORDINARY, row.due_at, row.id))

    async def to_look_at(self, limit: int = 100) -> list[str]:
        """Return codes of petitions at whose lead body supervision looks now."""
        query = (
            select(petitions.c.code)
            .join(referrals, referrals.c.petition_id == petitions.c.id)
            .where(unanswered, referrals.c.look_at <= self.now)
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
    return Late(row.code, Field(row.field), row.body, row.due_at, row.urged)
