"""What the corpus teaches: every example its field and kind, and whether it is a danger or an accusation."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from petitions.examples import Example, GateExamples
from petitions.gate import STOPPED
from petitions.kinds import Field, Kind
from petitions.learning import Lesson
from petitions.terms import bare_terms, terms
from petitions.text import Folded

_OF_NONE = {Kind.NGOAI_PV, Kind.CAM_ON}
"""Kinds whose examples may have no field; those of several matters have more than one."""
_FIELD, _KIND, _STOPPED, _PASSED, _NEAR = 0.5, 0.6, 2.0, 0.35, 1.0
"""How much an example counts by question: one that is stopped more than one that passes, as few may be missed.

The sentences of the gate, those that it stops and those that only look like them, count alike.
"""


@dataclass(frozen=True)
class Corpus:
    """All that is shipped to learn from."""

    examples: Sequence[Example]
    gate: GateExamples
    vocabulary: Mapping[Field, Sequence[str]]
    slang: Mapping[str, str]

    @cached_property
    def usual(self) -> Mapping[Kind, float]:
        """Return how much an example counts for its kind: less where the kind has many."""
        often = Counter(one.kind for one in self.examples)
        return {kind: _KIND * (len(self.examples) / len(often) / count) ** 0.5 for kind, count in often.items()}


def lessons(corpus: Corpus) -> Iterator[Lesson]:
    """Yield a lesson for every example, for every sentence of the gate, and for every word of the vocabulary."""
    yield from (_of_example(one, corpus) for one in corpus.examples)
    for label, texts in corpus.gate:
        stopped = label if label != "ordinary" else ""
        yield from (_lesson(text, corpus.slang, {f"gate:{stopped}"}, {"gate": _NEAR}) for text in texts)
    for field, words in corpus.vocabulary.items():
        for word in words:
            yield Lesson(
                bare_terms(Folded.of(word, corpus.slang)), frozenset({f"field:{field}"}), {"field": _FIELD}
            )


def taught_lesson(example: Example, corpus: Corpus) -> Lesson:
    """Return the lesson of what an officer decided; what the gate hears is learnt from the corpus alone."""
    answers = {f"kind:{example.kind}", f"field:{example.field}"}
    counts = {"kind": corpus.usual.get(example.kind, _KIND), "field": _FIELD}
    return _lesson(example.text, corpus.slang, answers, counts)


def _of_example(example: Example, corpus: Corpus) -> Lesson:
    gate = STOPPED.get(example.kind)
    counts = {"kind": corpus.usual[example.kind], "gate": _STOPPED if gate else _PASSED}
    if example.field or example.kind in _OF_NONE:
        counts["field"] = _FIELD
    answers = {f"kind:{example.kind}", f"field:{example.field or ''}", f"gate:{gate or ''}"}
    return _lesson(example.text, corpus.slang, answers, counts)


def _lesson(text: str, slang: Mapping[str, str], answers: set[str], counts: Mapping[str, float]) -> Lesson:
    return Lesson(frozenset(terms(Folded.of(text, slang))), frozenset(answers), counts)
