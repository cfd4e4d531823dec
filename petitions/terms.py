"""By what a text is compared with others: its words with and without accents, pairs of them, and its two ends."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from petitions.text import Folded, Word

Terms = Mapping[str, tuple[int, int]]
"""Each term with the places of the first and the last word where it stands."""

_BEGINS, _ENDS, _TYPED, _ASKS = "^", "$", "'", "?"


def terms(text: Folded) -> Terms:
    """Return the terms of a text: those of its bare words, of its words as typed, and of its two ends."""
    return {**_words(text.words), **_ends(text)}


def bare_terms(text: Folded) -> frozenset[str]:
    """Return the terms of words that stand in no text."""
    return frozenset(_words(text.words))


def _words(words: Sequence[Word]) -> dict[str, tuple[int, int]]:
    found = {word.plain: (place, place) for place, word in enumerate(words)}
    found |= {_TYPED + word.exact: (place, place) for place, word in enumerate(words) if word.marked}
    for place, (one, other) in enumerate(pairwise(words)):
        found[f"{one.plain} {other.plain}"] = (place, place + 1)
    return found


def _ends(text: Folded) -> dict[str, tuple[int, int]]:
    """Return what shows the kind rather than the matter: a greeting, an address, a wish, a question."""
    plain = [word.plain for word in (*text.words[:2], *text.words[-2:])]
    if not plain:
        return {}
    last = len(text.words) - 1
    ends = {
        f"{_BEGINS}{plain[0]}": (0, 0),
        f"{_BEGINS}{' '.join(plain[: min(2, last + 1)])}": (0, min(1, last)),
        f"{' '.join(plain[-min(2, last + 1) :])}{_ENDS}": (max(last - 1, 0), last),
    }
    return ends | ({_ASKS: (last, last)} if "?" in text.original else {})
