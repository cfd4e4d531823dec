"""Referrals: each body's share of a petition, with its own clock; what is due follows from them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from petitions.case import OPEN_REFERRALS, Case, Referral, ReferralStatus
from petitions.undoing import Share
from storage.records import Records
from storage.tables import petitions, referrals

_DUE = update(petitions).where(petitions.c.id == bindparam("petition"))


class Referrals(Records):
    """Referrals by petition; each change returns the case as it stands then."""

    async def of(self, petition: int) -> tuple[Referral, ...]:
        """Return a petition's referrals, oldest first."""
        query = select(referrals).where(referrals.c.petition_id == petition).order_by(referrals.c.id)
        return tuple(
            Referral(
                id=row.id,
                body=row.body,
                lead=row.lead,
                status=ReferralStatus(row.status),
                sent_at=row.sent_at,
                accepted_at=row.accepted_at,
                due_at=row.due_at,
                paused_at=row.paused_at,
                asked_days=row.asked_days,
                step=row.step,
                urged=row.urged,
                clerk_id=row.clerk_id,
            )
            for row in await self.connection.execute(query)
        )

    async def send(
        self,
        case: Case,
        body: str,
        due_at: datetime | None = None,
        *,
        lead: bool = True,
        accepted_at: datetime | None = None,
    ) -> Case:
        """Make a body's referral; its clock starts when it accepts, or with a limit for accepting.

        One that was accepted before, and is reopened, need not be accepted again.
        """
        row = {
            "petition_id": case.id,
            "body": body,
            "lead": lead,
            "status": ReferralStatus.ACCEPTED if accepted_at else ReferralStatus.SENT,
            "accepted_at": accepted_at,
            "due_at": due_at,
            "look_at": self.now,
        }
        await self.connection.execute(insert(referrals).values(**row, sent_at=self.now))
        return await self._with_them(case)

    async def move(self, case: Case, referral: Referral, status: ReferralStatus, **changed: Any) -> Case:
        """Set a referral's status and what else the act changes of it."""
        row = update(referrals).where(referrals.c.id == referral.id).values(status=status, **changed)
        await self.connection.execute(row)
        return await self._with_them(case)

    async def restore(self, case: Case, decided_at: datetime, shares: Mapping[str, Share]) -> None:
        """Put each body's share back to where it stood before a decision; those that it made are gone."""
        made = (referrals.c.petition_id == case.id, referrals.c.sent_at == decided_at)
        await self.connection.execute(delete(referrals).where(*made))
        case = await self._with_them(case)
        latest = {one.body: one for one in case.referrals}
        for body, share in shares.items():
            if _differs(latest[body], share):
                columns = {**share.columns, **({"ended_at": None} if share.status in OPEN_REFERRALS else {})}
                case = await self.move(case, latest[body], share.status, **columns)

    async def _with_them(self, case: Case) -> Case:
        """Return the case with its referrals as they stand now; what is due follows from them."""
        after = replace(case, referrals=await self.of(case.id))
        if after.due != case.due:
            await self.connection.execute(_DUE, {"petition": case.id, "due_at": after.due})
        return after


def _differs(found: Referral, share: Share) -> bool:
    known = {name: value for name, value in share.columns.items() if name in Referral.__dataclass_fields__}
    return found.status != share.status or any(getattr(found, name) != value for name, value in known.items())
