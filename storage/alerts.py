"""What leaders or officers were told of a petition by itself: each thing one time."""

from datetime import datetime

from sqlalchemy import case, select
from sqlalchemy.dialects.postgresql import insert as upsert

from petitions.case import Status
from petitions.queues import OWN
from storage.records import Records
from storage.tables import alerts, petitions


def own_alert(what: str, status: Status) -> str:
    """Name what is told of a date of the office's own, once for each state in which it owes a step."""
    return f"own-{what}-{status}"


class Alerts(Records):
    """Alerts by petition and by what they tell."""

    async def claim(self, petition: int, what: str) -> bool:
        """Take an alert to tell it in this unit; False where it was told."""
        row = upsert(alerts).values(petition_id=petition, what=what, at=self.now).on_conflict_do_nothing()
        return (await self.connection.execute(row.returning(alerts.c.petition_id))).first() is not None

    async def owed(self, what: str, by: datetime, limit: int = 100) -> list[str]:
        """Return codes of petitions for which the office owes a step by a time, of which this was not told yet."""
        named = case({one: own_alert(what, one) for one in OWN}, value=petitions.c.status)
        told = select(alerts.c.what).where(alerts.c.petition_id == petitions.c.id, alerts.c.what == named)
        query = select(petitions.c.code).where(
            petitions.c.status.in_(OWN), petitions.c.due_at <= by, ~told.exists()
        )
        if what == "near":
            query = query.where(petitions.c.due_at > self.now)
        return list((await self.connection.execute(query.limit(limit))).scalars())

    async def untold(self, what: str, limit: int = 100) -> list[str]:
        """Return codes of petitions reported above whose deadline has passed, of which this was not told."""
        told = select(alerts.c.what).where(alerts.c.petition_id == petitions.c.id, alerts.c.what == what)
        query = select(petitions.c.code).where(
            petitions.c.status == Status.ESCALATED, petitions.c.due_at <= self.now, ~told.exists()
        )
        return list((await self.connection.execute(query.limit(limit))).scalars())
