"""What the corpus teaches: every example its field and kind, and whether it is a danger or an accusation."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

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


def lessons(
    examples: Sequence[Example],
    gate: GateExamples,
    vocabulary: Mapping[Field, Iterable[str]],
    slang: Mapping[str, str],
) -> Iterator[Lesson]:
    """Yield a lesson for every example, for every sentence of the gate, and for every word of the vocabulary."""
    often = Counter(one.kind for one in examples)
    for one in examples:
        usual = len(examples) / len(often) / often[one.kind]
        yield _of_example(one, _KIND * usual**0.5, slang)
    for label, texts in gate:
        stopped = label if label != "ordinary" else ""
        yield from (_lesson(text, slang, {f"gate:{stopped}"}, {"gate": _NEAR}) for text in texts)
    for field, words in vocabulary.items():
        for word in words:
            yield Lesson(bare_terms(Folded.of(word, slang)), frozenset({f"field:{field}"}), {"field": _FIELD})


def _of_example(example: Example, kind: float, slang: Mapping[str, str]) -> Lesson:
    gate = STOPPED.get(example.kind)
    counts = {"kind": kind, "gate": _STOPPED if gate else _PASSED}
    if example.field or example.kind in _OF_NONE:
        counts["field"] = _FIELD
    answers = {f"kind:{example.kind}", f"field:{example.field or ''}", f"gate:{gate or ''}"}
    return _lesson(example.text, slang, answers, counts)


def _lesson(text: str, slang: Mapping[str, str], answers: set[str], counts: Mapping[str, float]) -> Lesson:
    return Lesson(frozenset(terms(Folded.of(text, slang))), frozenset(answers), counts)
