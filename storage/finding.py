"""Finding petitions by their words: kept as keyed hashes beside each petition, never as words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select, text

from petitions.text import plain_words
from storage.crypto import Box
from storage.lists import LINE, QueueLine, line
from storage.records import Records
from storage.tables import petitions, word_keys

_PURPOSE = "word"
_BYTES = 8
"""Of a hash that are kept: two words of any office are hardly ever taken for one another (1 in 10¹⁹)."""
_KEEP = text("""
    INSERT INTO word_keys (word_key, petition_id) SELECT unnest(CAST(:keys AS bigint[])), :petition
        ON CONFLICT DO NOTHING
""")


class Finding(Records):
    """Which petition has which words."""

    async def keep(self, petition: int, content: Mapping[str, Any]) -> None:
        """Make a petition found by the words of an entry and of its place; a name is no such word."""
        place = content.get("place") or {}
        keys = self.keys(said for said in (content.get("words"), place.get("words")) if said)
        if keys:
            await self.connection.execute(_KEEP, {"keys": keys, "petition": petition})

    async def find(self, words: Collection[str], limit: int = 20) -> list[QueueLine]:
        """Return the petitions that have all of these words, the newest first."""
        return await self.having(self.keys(words), limit)

    async def having(self, keys: Sequence[int], limit: int) -> list[QueueLine]:
        """Return the petitions that have all words of these keys, the newest first."""
        first, *others = (word_keys.alias() for _key in keys)
        newest = select(first.c.petition_id).where(first.c.word_key == keys[0])
        for one, key in zip(others, keys[1:], strict=True):
            newest = newest.where(one.c.word_key == key, one.c.petition_id == first.c.petition_id)
        found = newest.order_by(first.c.petition_id.desc()).limit(limit).subquery()
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
