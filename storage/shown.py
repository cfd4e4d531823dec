"""Which messages show words of a petition, and which is a body's newest card of it; numbers only, no words."""

from collections.abc import Sequence
from datetime import datetime

from storage.records import Records

_PUT = """
    INSERT INTO shown (contact_id, message, petition_id, card)
    SELECT c.id, one, p.id, %(card)s
      FROM petitions p, contacts c, unnest(%(messages)s::bigint[]) one
     WHERE p.id = %(petition)s AND c.id = %(contact)s AND c.person_id IS DISTINCT FROM p.person_id
        ON CONFLICT (contact_id, message) DO UPDATE SET petition_id = excluded.petition_id, card = excluded.card
"""
_PUT_OWN = """
    INSERT INTO shown (contact_id, message, petition_id, card)
    VALUES (%(contact)s, %(message)s, %(petition)s, false) ON CONFLICT DO NOTHING
"""
_NEWEST = """
    SELECT max(message) AS message FROM shown
     WHERE contact_id = %(contact)s AND petition_id = %(petition)s AND card
"""
_GONE_ON = """
    SELECT code FROM petitions
     WHERE id = %(petition)s AND EXISTS (SELECT FROM entries WHERE petition_id = %(petition)s AND at > %(since)s)
"""
_OF_PETITION = "SELECT contact_id, message FROM shown WHERE petition_id = %(petition)s"
_OF_BODY = """
    SELECT s.contact_id, max(s.message) AS message FROM shown s JOIN contacts c ON c.id = s.contact_id
     WHERE s.petition_id = %(petition)s AND s.card AND (c.body = %(body)s OR c.person_id IN (
           SELECT person_id FROM grants WHERE body = %(body)s AND revoked_at IS NULL))
     GROUP BY s.contact_id
"""


class Shown(Records):
    """Messages by (contact in whose chat they stand, petition)."""

    async def put(self, contact: int, petition: int, messages: Sequence[int], *, card: bool) -> None:
        """Note that messages show words of a petition, or are a card of it; not in its author's own chat."""
        values = {"contact": contact, "petition": petition, "messages": list(messages), "card": card}
        await self._run(_PUT, values)

    async def put_own(self, contact: int, petition: int, message: int) -> None:
        """Note a message in the author's own chat that says what is kept: it is untrue once that is erased."""
        await self._run(_PUT_OWN, {"contact": contact, "petition": petition, "message": message})

    async def newest(self, contact: int, petition: int) -> int | None:
        """Return where the newest card of a petition stands, None where none does."""
        [row] = await self._rows(_NEWEST, {"contact": contact, "petition": petition})
        found: int | None = row.message
        return found

    async def gone_on(self, petition: int, since: datetime) -> str | None:
        """Return the code of a petition of which something was recorded since then, None where nothing was."""
        rows = await self._rows(_GONE_ON, {"petition": petition, "since": since})
        return rows[0].code if rows else None

    async def of_petition(self, petition: int) -> list[tuple[int, int]]:
        """Return every message that shows a petition, with its chat; also in one that is bound no more."""
        rows = await self._rows(_OF_PETITION, {"petition": petition})
        return [(row.contact_id, row.message) for row in rows]

    async def of_body(self, petition: int, body: str) -> list[tuple[int, int]]:
        """Return a body's contacts, its group and officers, each with the message that shows the newest card."""
        rows = await self._rows(_OF_BODY, {"petition": petition, "body": body})
        return [(row.contact_id, row.message) for row in rows]
