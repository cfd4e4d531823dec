"""The example sentences are many, different from one another and as long or short as residents write."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from petitions.data import load_examples
from petitions.examples import Example
from petitions.kinds import Field, Kind
from petitions.text import Folded

A_FIELD, A_KIND = 100, 120
ALIKE = 0.6


@cache
def examples() -> tuple[Example, ...]:
    return load_examples()


def test_every_field_and_every_kind_has_enough_examples() -> None:
    fields = Counter(one.field for one in examples() if one.field)
    kinds = Counter(one.kind for one in examples())
    assert {field: fields[field] for field in Field if fields[field] < A_FIELD} == {}
    assert {kind: kinds[kind] for kind in Kind if kinds[kind] < A_KIND} == {}


def test_only_what_belongs_to_no_field_or_to_several_stands_apart() -> None:
    apart = {one.kind for one in examples() if not one.field}
    assert apart <= {Kind.CAM_ON, Kind.NGOAI_PV, Kind.NHIEU_NOI_DUNG}
    assert {one.kind for one in examples() if one.field}.isdisjoint({Kind.NGOAI_PV, Kind.NHIEU_NOI_DUNG})


def test_texts_are_short_and_long_with_and_without_diacritics() -> None:
    lengths = [len(one.text.split()) for one in examples()]
    bare = sum(not Folded.of(one.text).accented for one in examples())
    assert max(lengths) <= 300
    assert sum(length >= 60 for length in lengths) >= 3 * len(Field)
    assert sum(length <= 8 for length in lengths) >= 5 * len(Field)
    assert 0.35 <= bare / len(lengths) <= 0.55


def test_no_two_examples_have_most_words_in_common() -> None:
    assert [*alike([one.text for one in examples()])] == []


def alike(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs whose words overlap too much (Jaccard).

    Two such sets share one of their rarest words: so many that what is left cannot make them alike.
    """
    words = {text: frozenset(word.plain for word in Folded.of(text).words) for text in texts}
    frequency = Counter(chain.from_iterable(words.values()))
    having = defaultdict[str, list[str]](list)
    for text, own in words.items():
        rarest = sorted(own, key=lambda word: (frequency[word], word))[: int(len(own) * (1 - ALIKE)) + 1]
        for other in {other for word in rarest for other in having[word]}:
            if len(own & words[other]) > ALIKE * len(own | words[other]):
                yield text, other
        for word in rarest:
            having[word].append(text)
