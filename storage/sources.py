"""Which message of a chat went into which petition, so that its edit finds it; numbers only, never words."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as upsert

from storage.records import Records
from storage.tables import petitions, sources


class Sources(Records):
    """Messages by (contact where they were written, their number there)."""

    async def note(self, contact: int, messages: Sequence[int], petition: int) -> None:
        """Note that messages went into a petition; one that went into another before stays there."""
        if messages:
            rows = [{"contact_id": contact, "external_id": one, "petition_id": petition} for one in messages]
            await self.connection.execute(upsert(sources).values(rows).on_conflict_do_nothing())

    async def petition_of(self, contact: int, message: int) -> str | None:
        """Return the code of the petition that a message went into, None for any other message."""
        mine = (sources.c.contact_id == contact, sources.c.external_id == message)
        query = select(petitions.c.code).join(sources, sources.c.petition_id == petitions.c.id).where(*mine)
        return (await self.connection.execute(query)).scalar_one_or_none()
