"""Finding petitions by what they say, for the officers who may read all of them."""

from petitions.access import Part, sees
from petitions.refusal import Refusal
from petitions.roles import Actor
from petitions.text import plain_words
from storage.lists import QueueLine
from storage.unit import Unit

MOST_WORDS = 10
"""Words that a search may have."""
FOUND = 20


async def find(unit: Unit, actor: Actor, typed: str) -> list[QueueLine]:
    """Return the newest petitions that have all of these words, with or without diacritics; it is recorded.

    Raises: Refusal — `refused-role`, `find-words` (no word, or too many).
    """
    if actor.person is None or not sees(actor, Part.NAME):
        raise Refusal("refused-role")
    words = plain_words(typed)
    if not 0 < len(words) <= MOST_WORDS:
        raise Refusal("find-words", limit=MOST_WORDS)
    await unit.registers.accessed(actor.person, "find")
    return await unit.finding.find(words, FOUND)
