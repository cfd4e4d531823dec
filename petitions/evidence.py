"""What two reports say of their place: where they agree, and where they name two places."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from petitions.whereabouts import Mark, Pin, Sort, Token

_NUMBERED = (Sort.POLE, Sort.HOUSE, Sort.BUILDING, Sort.LANE)
_NEIGHBOUR = 6
"""House numbers this far apart may be said of one place, if it is only near them."""
_COUNTED = frozenset({
    "khu", "lo", "day", "quay", "sap", "kiot", "khoi", "cum", "doi", "xom", "thon", "ap", "ban", "km", "lop",
    "cong", "thua", "cho", "ho", "bai", "truong", "tram",
})  # fmt: skip
"""Words behind which a number tells one of a kind from another: khu 3, quầy 18."""
_FILLED = frozenset({"so", "thu", "s"})
_ROADS = frozenset({"duong", "pho"})


@dataclass(frozen=True)
class Evidence:
    """A piece of evidence: what was compared, how strongly it speaks (1 in the ordinary case), the words."""

    what: str
    value: float = 1.0
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heard:
    """What a cue speaks for, and the words that it is."""

    code: str
    words: frozenset[str]


@dataclass(frozen=True)
class Matter:
    """What a text is about: what was heard by sort, and how likely each kind is."""

    about: Mapping[str, frozenset[Heard]]
    kinds: Mapping[str, float]


@dataclass(frozen=True)
class Report:
    """A text as far as it is compared: its words and its place; what it is about is read when it is asked for."""

    tokens: tuple[Token, ...]
    marks: frozenset[Mark]
    names: frozenset[tuple[str, str]]
    read: Callable[[], Matter]
    pin: Pin | None = None

    @cached_property
    def matter(self) -> Matter:
        """Return what it is about."""
        return self.read()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the words and numbers, folded."""
        return tuple(token.plain for token in self.tokens if token.plain[0].isalnum())

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the words that stand beside each other."""
        return frozenset(pairwise(self.words))

    @cached_property
    def counted(self) -> frozenset[tuple[str, str]]:
        """Return what has a number and is neither a lane nor a house, with its number."""
        words = [word for word in self.words if word not in _FILLED]
        return frozenset(
            (word, number)
            for word, number in pairwise(words)
            if word in _COUNTED and any(sign.isdigit() for sign in number)
        )

    @cached_property
    def placing(self) -> frozenset[str]:
        """Return the words that say where it is."""
        named = {word for mark in self.marks for word in mark.name.split()}
        return frozenset(named | {word for pair in self.names for word in pair})

    def hears(self, sort: str, placing: Collection[str] = ()) -> frozenset[str]:
        """Return what is heard of one sort; a cue that is but the name of the place is none: nhà Bằng Lăng."""
        return frozenset(heard.code for heard in self.matter.about[sort] if not heard.words <= frozenset(placing))

    def beyond(self, placing: Collection[str]) -> frozenset[str]:
        """Return the words, and the pairs of words, that say something else than the place."""
        words = {word for word in self.words if word not in placing and not word[0].isdigit()}
        pairs = {f"{one} {other}" for one, other in self.pairs if not {one, other} <= set(placing)}
        return frozenset(words | pairs)

    def of(self, sort: Sort) -> frozenset[Mark]:
        """Return the marks of one sort."""
        return frozenset(mark for mark in self.marks if mark.sort is sort)


def numbers(one: Report, other: Report) -> Iterator[Evidence]:
    """Compare lanes, houses, poles, buildings; where one differs, what agrees is of another place."""
    found = [item for sort in _NUMBERED if (item := _numbered(sort, one.of(sort), other.of(sort)))]
    different = [item for item in found if item.what == "other-number"]
    yield from different[:1] or found
    yield from _groups(one, other)
    yield from _counted(one, other)
    if found:
        return
    if doors := _doors(one, other):
        yield Evidence("other-number", said=doors)
    elif shared := _addresses(one) & _addresses(other):
        yield Evidence("number", said=tuple(sorted(shared)))


def _groups(one: Report, other: Report) -> Iterator[Evidence]:
    mine, theirs = ({mark.name for mark in report.of(Sort.GROUP)} for report in (one, other))
    if mine and theirs:
        yield Evidence("group" if mine & theirs else "other-group", said=tuple(sorted(mine | theirs)))


def _counted(one: Report, other: Report) -> Iterator[Evidence]:
    """Compare what else has a number: khu 3 and khu 8, quầy 18."""
    for word in sorted({word for word, _number in one.counted} & {word for word, _number in other.counted}):
        mine, theirs = ({(what, no) for what, no in report.counted if what == word} for report in (one, other))
        said = tuple(" ".join(pair) for pair in sorted(mine & theirs or mine | theirs))
        yield Evidence("counted" if mine & theirs else "other-counted", said=said)


def _addresses(report: Report) -> frozenset[str]:
    return frozenset(token.plain for token in report.tokens if token.address)


def _doors(one: Report, other: Report) -> tuple[str, ...]:
    """Return the different numbers that two reports give before one name: 12 Cau Vàng, nhà 21 Cau Vàng."""
    mine, theirs = (dict(_before_names(report, one.names | other.names)) for report in (one, other))
    for name in mine.keys() & theirs.keys():
        if mine[name] != theirs[name]:
            return tuple(sorted((mine[name], theirs[name])))
    return ()


def _before_names(report: Report, named: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    words = [word for word in report.words if word not in _ROADS]
    for number, name, more in zip(words, words[1:], words[2:], strict=False):
        if number[0].isdigit() and ((name, more) in named or any(name == second for _first, second in named)):
            yield name, number


def _numbered(sort: Sort, mine: Collection[Mark], theirs: Collection[Mark]) -> Evidence | None:
    if not mine or not theirs:
        return None
    shared = {mark.name for mark in mine} & {mark.name for mark in theirs}
    if shared or (sort is Sort.LANE and _opens_onto(mine, theirs)):
        return Evidence(sort, said=tuple(sorted(shared)))
    said = tuple(sorted(mark.name for mark in (*mine, *theirs)))
    return Evidence("next-door" if sort is Sort.HOUSE and _neighbours(mine, theirs) else "other-number", said=said)


def _opens_onto(mine: Collection[Mark], theirs: Collection[Mark]) -> bool:
    """Tell whether one lane leads off the other: 20/5 off 20."""
    both = [(a.name, b.name) for a in mine for b in theirs]
    return any(a.startswith(f"{b}/") or b.startswith(f"{a}/") for a, b in both)


def _neighbours(mine: Collection[Mark], theirs: Collection[Mark]) -> bool:
    return any(
        (a.near or b.near)
        and a.name.isdigit()
        and b.name.isdigit()
        and abs(int(a.name) - int(b.name)) <= _NEIGHBOUR
        for a in mine
        for b in theirs
    )
