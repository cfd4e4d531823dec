"""What is wrong with words that somebody was asked for: none, too few, too many."""

from desk.letter import Letter, say
from petitions.text import has_words

MAX_WORDS = 6_000
"""Characters."""


def unfit(words: str, needed: str = "not-words") -> Letter | None:
    """Return what is wrong with words that were asked for, None where they will do."""
    if not has_words(words):
        return say(needed)
    if len(words) > MAX_WORDS:
        return say("words-too-long", limit=MAX_WORDS, length=len(words))
    return None


def too_few(words: str, least: int) -> Letter | None:
    """Ask for more where there are fewer than `least` words, None where there are enough."""
    if len(words.split()) >= least:
        return None
    return say("words-too-few", least=least) if words else say("words-needed")
