"""What many examples have taught: how much each term of a text speaks for each answer to a question."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from math import exp, log
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from petitions.cues import Cue
from petitions.terms import terms
from petitions.text import Folded, is_vietnamese

Numbers = NDArray[np.float32]
_REASONS = 3
_MOSTLY = 0.5
_EVIDENCE = 1.5
"""How much a word must speak for an answer to show it: what a gate learnt to stop has one above 2.6."""
T = TypeVar("T", bound=str)


@dataclass(frozen=True, eq=False)
class Model:
    """Weights of terms for answers; an answer is written "question:code".

    `rarity` is one number a term. `weights` has a row a term, and a last one for what holds of any text; a column
    an answer.
    """

    answers: tuple[str, ...]
    known: tuple[str, ...]
    rarity: Numbers
    weights: Numbers

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Return the row of each term."""
        return {term: place for place, term in enumerate(self.known)}

    @cached_property
    def unseen(self) -> float:
        """Return how rare a term is that no lesson has; the rarest known one is in one lesson."""
        return float(self.rarity.max()) + log(2)

    def rarity_of(self, term: str) -> float:
        """Return how rare a term is, known or not."""
        place = self.places.get(term)
        return self.unseen if place is None else float(self.rarity[place])

    @cached_property
    def columns(self) -> Mapping[str, int]:
        """Return the column of each answer."""
        return {answer: place for place, answer in enumerate(self.answers)}

    @cached_property
    def questions(self) -> Mapping[str, tuple[int, int, tuple[str, ...]]]:
        """Return the columns of each question, first and behind the last, and the codes of its answers."""
        asked = [answer.partition(":")[::2] for answer in self.answers]
        codes = {name: tuple(code for other, code in asked if other == name) for name, _code in asked}
        first = {name: [other for other, _code in asked].index(name) for name in codes}
        return {name: (first[name], first[name] + len(own), own) for name, own in codes.items()}

    @cached_property
    def pull(self) -> Numbers:
        """Return how much each term speaks for each answer in a text that has no other."""
        pull: Numbers = self.weights[:-1] * self.rarity[:, None]
        return pull

    def weigh(self, text: Folded) -> "Weighed":
        """Weigh a text; one without any known word weighs the same for all."""
        placed = ((self.places.get(term), span) for term, span in terms(text).items())
        known = [(row, span) for row, span in placed if row is not None]
        rows = np.array([row for row, _span in known], np.intp)
        return Weighed(
            self, text, tuple(span for _row, span in known), rows, self.points_of(rows), is_vietnamese(text)
        )

    def points(self, question: str, found: Iterable[str]) -> dict[str, float]:
        """Return the points of each answer to a question, by its code, for terms; unknown ones say nothing."""
        rows = np.array([self.places[term] for term in found if term in self.places], np.intp)
        return self.answers_to(question, self.points_of(rows))

    def points_of(self, rows: NDArray[np.intp]) -> Numbers:
        """Return the points of every answer for terms, by their rows."""
        rarity = self.rarity[rows]
        scale = np.sqrt(rarity @ rarity) or np.float32(1)
        points: Numbers = self.pull[rows].sum(axis=0) / scale + self.weights[-1]
        return points

    def answers_to(self, question: str, points: Numbers) -> dict[str, float]:
        """Return the points of each answer to a question, by its code; they grow with the likelihood."""
        first, last, codes = self.questions[question]
        return dict(zip(codes, points[first:last].tolist(), strict=True))


@dataclass(frozen=True, eq=False)
class Weighed:
    """What a text weighs for every answer; `spans` are the first and the last word of each term that is known.

    No example is in another language than Vietnamese.
    """

    model: Model
    text: Folded
    spans: tuple[tuple[int, int], ...]
    rows: NDArray[np.intp]
    points: Numbers
    vietnamese: bool

    @cached_property
    def known(self) -> bool:
        """Say whether most words of the text were in an example."""
        if not self.vietnamese:
            return False
        alone = {first for first, last in self.spans if first == last}
        return bool(alone) and len(alone) >= _MOSTLY * len({word.plain for word in self.text.words})

    def of(self, question: str) -> dict[str, float]:
        """Return the points of each answer to a question, by its code; they grow with the likelihood."""
        return self.model.answers_to(question, self.points)

    def without(self, words: Collection[int]) -> "Weighed":
        """Return what the text weighs without these words, by their places, and without what stands by them."""
        if not words:
            return self
        kept = [n for n, (first, last) in enumerate(self.spans) if first not in words and last not in words]
        rows = self.rows[kept]
        return replace(
            self, spans=tuple(self.spans[n] for n in kept), rows=rows, points=self.model.points_of(rows)
        )

    def reasons(self, answer: str) -> Iterator[Cue]:
        """Yield the words that speak most for an answer, the weightiest first."""
        pull = self.model.pull[self.rows, self.model.columns[answer]]
        for place in np.argsort(-pull, kind="stable")[:_REASONS].tolist():
            if pull[place] > 0:
                first, last = (self.text.words[place] for place in self.spans[place])
                yield Cue(f"like:{answer}", self.text.original[first.start : last.end], first.start, last.end)

    def shown_by(self, words: Collection[int], answer: str) -> bool:
        """Say whether one of these words, by their places, speaks for an answer, alone or with its neighbour."""
        pull = self.model.pull[self.rows, self.model.columns[answer]]
        return any(
            weight > _EVIDENCE and (first in words or last in words)
            for weight, (first, last) in zip(pull.tolist(), self.spans, strict=True)
        )


def shares(rarity: Numbers) -> Numbers:
    """Return what each term of one text counts: the rarer the more, long texts as much as short ones."""
    return rarity / np.float32(np.linalg.norm(rarity))


def likelihoods(points: Mapping[T, float], sharpness: float, doubt: float) -> dict[T, float]:
    """Turn points into probabilities that sum to 1; `doubt` is the part that all share alike."""
    top = max(points.values())
    grown = {code: exp(sharpness * (value - top)) for code, value in points.items()}
    total = sum(grown.values())
    return {code: (1 - doubt) * value / total + doubt / len(grown) for code, value in grown.items()}
