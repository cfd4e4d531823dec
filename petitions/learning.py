"""How a model is learnt from lessons: linear support vectors for all answers at once, by dual coordinate descent.

Squared hinge loss; the method of Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear SVM (2008).
The same lessons always give the same model.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from petitions.model import Model, Numbers, shares

_ROUNDS = 6  # through all lessons; twice as many change nothing that cross-validation sees
_SEED = 1


@dataclass(frozen=True, slots=True)
class Lesson:
    """The terms of a text, the answers that are right for it, and how much it counts for each question.

    For a question that is not named it counts nothing.
    """

    terms: frozenset[str]
    answers: frozenset[str]
    counts: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class _Row:
    """A lesson as numbers: places and shares of its terms, and by answer right or wrong and what it counts."""

    places: np.ndarray[tuple[int], np.dtype[np.intp]]
    shares: Numbers
    right: Numbers
    slack: Numbers
    asked: Numbers
    size: float


def learn(lessons: Sequence[Lesson]) -> Model:
    """Learn the weights of terms for answers; answers of one question stand together, in alphabetical order."""
    answers = tuple(sorted({answer for lesson in lessons for answer in lesson.answers}))
    often = Counter(term for lesson in lessons for term in lesson.terms)
    known = tuple(sorted(often))
    rarity = np.array([np.log((1 + len(lessons)) / (1 + often[term])) + 1 for term in known], np.float32)
    places = {term: place for place, term in enumerate(known)}
    rows = [_row(lesson, answers, places, rarity) for lesson in lessons if lesson.terms]
    weights = _weights(rows, len(known) + 1, len(answers))
    # As short as they are kept: a model just learnt and one read again are the same.
    return Model(answers, known, rarity, weights.astype(np.float16).astype(np.float32))


def _row(lesson: Lesson, answers: tuple[str, ...], places: Mapping[str, int], rarity: Numbers) -> _Row:
    own = np.array(sorted(places[term] for term in lesson.terms), np.intp)
    share = np.append(shares(rarity[own]), np.float32(1))
    counts = np.array([lesson.counts.get(answer.partition(":")[0], 0) for answer in answers], np.float32)
    return _Row(
        places=np.append(own, len(rarity)),
        shares=share,
        right=np.array([1 if answer in lesson.answers else -1 for answer in answers], np.float32),
        slack=(0.5 / np.maximum(counts, 1e-9)).astype(np.float32),
        asked=(counts > 0).astype(np.float32),
        size=float(share @ share),
    )


def _weights(rows: Sequence[_Row], height: int, width: int) -> Numbers:
    weights, pulls = np.zeros((height, width), np.float32), np.zeros((len(rows), width), np.float32)
    order = np.random.default_rng(_SEED)
    for _round in range(_ROUNDS):
        for place in order.permutation(len(rows)):
            row, pull = rows[place], pulls[place]
            own = weights[row.places]
            lacking = 1 - row.right * (row.shares @ own) - row.slack * pull
            wanted = np.maximum(pull + lacking / (row.size + row.slack), 0) * row.asked
            weights[row.places] = own + np.outer(row.shares, (wanted - pull) * row.right)
            pulls[place] = wanted
    return weights
