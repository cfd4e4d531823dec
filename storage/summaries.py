"""Summaries that were sent: one a period and audience, with the figures as they were told."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert

from petitions.roles import Role
from storage.records import Records
from storage.tables import grants, summaries

Key = Mapping[str, str]
"""What a summary is one of: its programme, period and audience."""


class Summaries(Records):
    """Summaries by programme, period and audience; one without figures could not be made yet."""

    async def since(self, programme: str, audience: Role) -> datetime | None:
        """Return when the last one made was due, else since when somebody reads them (None: nobody)."""
        made = select(func.max(summaries.c.due_at)).where(
            summaries.c.programme == programme,
            summaries.c.audience == audience,
            summaries.c.figures.is_not(None),
        )
        readers = select(func.min(grants.c.granted_at)).where(
            grants.c.role == audience, grants.c.revoked_at.is_(None)
        )
        known = select(func.greatest(made.scalar_subquery(), readers.scalar_subquery())).where(
            readers.scalar_subquery().is_not(None)
        )
        return (await self.connection.execute(known)).scalar_one_or_none()

    async def claim(self, key: Key, due_at: datetime) -> bool:
        """Take a summary to make it in this unit; False where it is made, by whomever. Waits for who is at it."""
        row = insert(summaries).values(**key, due_at=due_at, made_at=self.now)
        taken = row.on_conflict_do_update(
            index_elements=[*key], set_={"made_at": self.now}, where=summaries.c.figures.is_(None)
        )
        return (await self.connection.execute(taken.returning(summaries.c.id))).first() is not None

    async def freeze(self, key: Key, figures: Mapping[str, Any]) -> None:
        """Keep what a summary told."""
        await self.connection.execute(update(summaries).where(*_is(key)).values(figures=dict(figures)))

    async def failed(self, key: Key, due_at: datetime) -> bool:
        """Note that a summary could not be made; False where that was noted before, or it was made meanwhile."""
        row = insert(summaries).values(**key, due_at=due_at, made_at=self.now)
        noted = row.on_conflict_do_nothing().returning(summaries.c.id)
        return (await self.connection.execute(noted)).first() is not None


def _is(key: Key) -> list[Any]:
    return [summaries.c[name] == value for name, value in key.items()]
