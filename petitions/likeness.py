"""How much the words of a text resemble those of example sentences; it hears what no cue phrase foresaw.

Every word and pair of words weighs by how much more often it occurs in examples of one sort than in ordinary ones
(naive Bayes). A long text is looked at in overlapping windows, as examples are single sentences.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log

from petitions.cues import Cue
from petitions.text import Folded, Word

_WINDOW = 30  # words; twice as many as a usual sentence
_SELDOM = 2  # a word of a single example says more of the example than of its sort
_UNSEEN = 0.5
_NAMED = 3  # so many of the weightiest words are shown as the reason


class Likeness:
    """Weigh a text against examples; `rule` names the cues it finds, `threshold` is the weight that counts."""

    def __init__(self, rule: str, like: Sequence[Folded], unlike: Sequence[Folded], threshold: float) -> None:
        self._rule = rule
        self._threshold = threshold
        self._weights = _weights(like, unlike)

    def find(self, text: Folded) -> Iterator[Cue]:
        """Yield the weightiest words of every window that resembles the examples."""
        for start in range(0, max(len(text.words) - _WINDOW // 2, 1), _WINDOW // 2):
            terms = {term: span for term, *span in _terms(text.words[start : start + _WINDOW])}
            weighed = {term: self._weights.get(term, 0) for term in terms}
            if sum(weighed.values()) > self._threshold:
                for term in sorted(weighed, key=weighed.__getitem__)[-_NAMED:]:
                    first, last = terms[term]
                    yield Cue(self._rule, text.original[first.start : last.end], first.start, last.end)


def _terms(words: Sequence[Word]) -> Iterator[tuple[str, Word, Word]]:
    yield from ((word.plain, word, word) for word in words)
    yield from ((f"{one.plain} {other.plain}", one, other) for one, other in pairwise(words))


def _weights(like: Sequence[Folded], unlike: Sequence[Folded]) -> dict[str, float]:
    yes, no = _counts(like), _counts(unlike)
    return {
        term: log((yes[term] + _UNSEEN) / (len(like) + 1)) - log((no[term] + _UNSEEN) / (len(unlike) + 1))
        for term in yes | no
        if yes[term] + no[term] >= _SELDOM
    }


def _counts(texts: Iterable[Folded]) -> Counter[str]:
    """Count in how many texts each term occurs."""
    return Counter(term for text in texts for term in {term for term, *_ in _terms(text.words)})
