"""Which message of a chat went into which petition, so that its edit finds it; numbers only, never words."""

from collections.abc import Sequence

from sqlalchemy import select

from storage.records import Records
from storage.tables import petitions, sources

_NOTE = """
    INSERT INTO sources (contact_id, external_id, petition_id)
    SELECT %(contact)s::bigint, unnest(%(messages)s::bigint[]), %(petition)s::bigint ON CONFLICT DO NOTHING
"""


class Sources(Records):
    """Messages by (contact where they were written, their number there)."""

    async def note(self, contact: int, messages: Sequence[int], petition: int) -> None:
        """Note that messages went into a petition; one that went into another before stays there."""
        if messages:
            noted = {"contact": contact, "messages": list(messages), "petition": petition}
            await self._run(_NOTE, noted)

    async def petition_of(self, contact: int, message: int) -> str | None:
        """Return the code of the petition that a message went into, None for any other message."""
        mine = (sources.c.contact_id == contact, sources.c.external_id == message)
        query = select(petitions.c.code).join(sources, sources.c.petition_id == petitions.c.id).where(*mine)
        return (await self.connection.execute(query)).scalar_one_or_none()
