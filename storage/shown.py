"""Which message of a chat shows a body's newest card of a petition; numbers only, never words."""

from sqlalchemy import select

from storage.records import Records
from storage.tables import shown_cards

_PUT = """
    WITH older AS (
        SELECT message FROM shown_cards WHERE contact_id = %(contact)s AND petition_id = %(petition)s
    ), put AS (
        INSERT INTO shown_cards (contact_id, petition_id, message)
        VALUES (%(contact)s, %(petition)s, %(message)s)
            ON CONFLICT (contact_id, petition_id) DO UPDATE
           SET message = greatest(shown_cards.message, excluded.message)
    )
    SELECT least(message, %(message)s) AS message FROM older WHERE message <> %(message)s
"""
_OF_BODY = """
    SELECT s.contact_id, s.message FROM shown_cards s JOIN contacts c ON c.id = s.contact_id
     WHERE s.petition_id = %(petition)s AND (c.body = %(body)s OR c.person_id IN (
           SELECT person_id FROM grants WHERE body = %(body)s AND revoked_at IS NULL))
"""


class Shown(Records):
    """Cards by (contact where they stand, petition)."""

    async def put(self, contact: int, petition: int, message: int) -> int | None:
        """Note where a card stands; return where the older of it and the newest so far does, None without another.

        Replies and letters go side by side, so that a card may be noted after one that came below it.
        """
        rows = await self._rows(_PUT, {"contact": contact, "petition": petition, "message": message})
        return rows[0].message if rows else None

    async def newest(self, contact: int, petition: int) -> int | None:
        """Return where the newest card of a petition stands, None where none does."""
        mine = (shown_cards.c.contact_id == contact, shown_cards.c.petition_id == petition)
        return (await self.connection.execute(select(shown_cards.c.message).where(*mine))).scalar_one_or_none()

    async def of_petition(self, petition: int) -> list[tuple[int, int]]:
        """Return every chat with the newest card of a petition in it, and its message; also one bound no more."""
        rows = await self.connection.execute(
            select(shown_cards.c.contact_id, shown_cards.c.message).where(shown_cards.c.petition_id == petition)
        )
        return [(row.contact_id, row.message) for row in rows]

    async def of_body(self, petition: int, body: str) -> list[tuple[int, int]]:
        """Return a body's contacts, its group and officers, each with the message that shows the newest card."""
        rows = await self._rows(_OF_BODY, {"petition": petition, "body": body})
        return [(row.contact_id, row.message) for row in rows]
