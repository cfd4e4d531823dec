"""Finding petitions by their words: kept as keyed hashes beside each petition, never as words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import column, delete, select, text

from petitions.text import plain_words
from storage.crypto import Box
from storage.lists import LINE, QueueLine, line
from storage.records import Records
from storage.tables import petitions, word_keys

_PURPOSE = "word"
_BYTES = 8
"""Of a hash that are kept: two words of any office are hardly ever taken for one another (1 in 10¹⁹)."""
_KEEP = """
    INSERT INTO word_keys (word_key, petition_id) SELECT unnest(%(keys)s::bigint[]), %(petition)s::bigint
        ON CONFLICT DO NOTHING
"""

_COUNTED = 5_000
"""Petitions up to which the words of a search are compared in how rare they are."""
# The database cannot know which word is rare, so it is counted: what has the rarest is looked up for the others.
_HAVING = text(f"""
    WITH sought AS (SELECT unnest(CAST(:keys AS bigint[])) AS key)
    SELECT petition_id FROM word_keys rare
     WHERE word_key = (
           SELECT key FROM sought
            ORDER BY (SELECT count(*) FROM (SELECT 1 FROM word_keys WHERE word_key = key LIMIT {_COUNTED}) counted)
            LIMIT 1)
       AND NOT EXISTS (
           SELECT 1 FROM sought
            WHERE NOT EXISTS (SELECT 1 FROM word_keys other
                               WHERE other.word_key = key AND other.petition_id = rare.petition_id))
     ORDER BY petition_id DESC LIMIT :limit
""")  # noqa: S608 - a number of our own


class Finding(Records):
    """Which petition has which words."""

    async def keep(self, petition: int, content: Mapping[str, Any]) -> None:
        """Make a petition found by the words of an entry and of its place; a name is no such word."""
        place = content.get("place") or {}
        keys = self.keys(said for said in (content.get("words"), place.get("words")) if said)
        if keys:
            await self._run(_KEEP, {"keys": keys, "petition": petition})

    async def find(self, words: Collection[str], limit: int = 20) -> list[QueueLine]:
        """Return the petitions that have all of these words, the newest first."""
        return await self.having(self.keys(words), limit)

    async def having(self, keys: Sequence[int], limit: int) -> list[QueueLine]:
        """Return the petitions that have all words of these keys, the newest first."""
        found = _HAVING.bindparams(keys=list(keys), limit=limit).columns(column("petition_id")).subquery()
        query = select(*LINE).join(found, found.c.petition_id == petitions.c.id).order_by(petitions.c.id.desc())
        return [line(row) for row in await self.connection.execute(query)]

    async def forget(self, petition: int) -> None:
        """Let a petition be found by no word any more."""
        await self.connection.execute(delete(word_keys).where(word_keys.c.petition_id == petition))

    def keys(self, texts: Iterable[str]) -> list[int]:
        """Return the keyed hashes of all words of some texts, each once."""
        words = {word for said in texts for word in plain_words(said)}
        return [word_key(self.box, word) for word in sorted(words)]


def word_key(box: Box, word: str) -> int:
    """Return the keyed hash under which a plain word is kept."""
    return int.from_bytes(box.lookup(word, _PURPOSE)[:_BYTES], signed=True)
