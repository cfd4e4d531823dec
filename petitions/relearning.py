"""What officers' decisions teach beside the corpus, and whether a model learnt from them may be used."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from petitions.examples import Example
from petitions.learning import Lesson, learn
from petitions.lessons import Corpus, lessons, taught_lesson
from petitions.model import Model
from petitions.text import Folded

PEOPLE = 3
"""In how many people's texts a term must be that the corpus has not, or a name or a number might be learnt."""
_APART = 5
"""One example of so many is kept apart to check by."""
_CHANCE = 0.005
"""The part of the checked examples by which two models differ that are equally good."""


@dataclass(frozen=True, slots=True)
class Taught:
    """A petition's words with what an officer confirmed or corrected, and who wrote them."""

    person: int
    example: Example


@dataclass(frozen=True, eq=False)
class Relearnt:
    """What came of learning anew: how many of the `checked` answers were right before and after."""

    texts: int
    people: int
    checked: int
    before: int
    after: int
    model: Model

    @property
    def fits(self) -> bool:
        """Tell whether it is no worse than what is shipped."""
        return self.after >= self.before - _CHANCE * self.checked


def relearn(corpus: Corpus, taught: Sequence[Taught]) -> Relearnt:
    """Learn from the corpus and from what was taught.

    It is checked on examples that neither of the compared models has learnt from, the same each time.
    """
    apart = [one for one in corpus.examples if is_apart(one)]
    rest = replace(corpus, examples=tuple(one for one in corpus.examples if not is_apart(one)))
    known = [*lessons(corpus)]
    more = [*_lessons(taught, frozenset[str]().union(*(one.terms for one in known)), corpus)]
    return Relearnt(
        texts=len(taught),
        people=len({one.person for one in taught}),
        checked=sum(1 + bool(one.field) for one in apart),
        before=_right(learn([*lessons(rest)]), apart, corpus),
        after=_right(learn([*lessons(rest), *more]), apart, corpus),
        model=learn([*known, *more]),
    )


def _lessons(taught: Sequence[Taught], known: frozenset[str], corpus: Corpus) -> Sequence[Lesson]:
    """Return what is taught without the terms that could point at one person."""
    found = [(one, taught_lesson(one.example, corpus)) for one in taught]
    users: dict[str, set[int]] = defaultdict(set)
    for one, lesson in found:
        for term in lesson.terms - known:
            users[term].add(one.person)
    shared = frozenset(term for term, persons in users.items() if len(persons) >= PEOPLE)
    return [replace(lesson, terms=lesson.terms & (known | shared)) for _one, lesson in found]


def is_apart(example: Example) -> bool:
    """Tell whether an example is kept to check by: always the same ones."""
    return sha256(example.text.encode()).digest()[0] % _APART == 0


def _right(model: Model, examples: Sequence[Example], corpus: Corpus) -> int:
    """Count the fields and kinds that the model alone names rightly."""
    right = 0
    for one in examples:
        weighed = model.weigh(Folded.of(one.text, corpus.slang))
        asked = {"kind": str(one.kind)} | ({"field": str(one.field)} if one.field else {})
        right += sum(_first(weighed.of(question)) == answer for question, answer in asked.items())
    return right


def _first(points: dict[str, float]) -> str:
    return max(points, key=points.__getitem__)
