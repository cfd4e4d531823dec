"""Whether two reports are of one matter: the same place, the same thing, not only the same words.

What agrees and what differs is weighed piece by piece and told with its words, so that a person can judge it. The
weights were fitted by bench/sameness.py to petitions/corpus/pairs.yaml, never to the pairs that measure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import exp, log, sqrt

from pydantic import BaseModel, ConfigDict
from rapidfuzz import fuzz

from petitions.cues import CueGroup, Lexicon
from petitions.examples import Example
from petitions.text import NO_SLANG, Folded, fold
from petitions.whereabouts import Mark, Pin, Sort, Token, marks, metres, names, tokens_of

SAME = 0.5
"""The score from which on two reports count as one matter."""
WEIGHTS: Mapping[str, float] = {
    "bias": -0.5,
    "pole": 2.5, "house": 0.7, "building": 0.8, "lane": 1.1, "group": 1.3, "number": 1.4,
    "other-number": -4.8, "other-group": -3.2, "next-door": 0.3,
    "name": 0.3, "landmark": 0.1, "other-name": -3.3, "rare": 0.1, "nowhere": -2.4,
    "thing": 0.6, "other-thing": -2.4, "circumstance": 1.1, "other-circumstance": -0.5,
    "trouble": 0.2, "other-trouble": -0.1, "contrary": -3.1,
    "topic": 0.3, "words": 0.8, "over": -2.5, "elsewhere": -2.3,
}  # fmt: skip
"""How much each piece of evidence weighs, in units of the logistic scale."""
_NUMBERED = (Sort.POLE, Sort.HOUSE, Sort.BUILDING, Sort.LANE)
_NEIGHBOUR = 6
"""House numbers this far apart may be said of one place, if it is only near them."""
_PINS = ((30, 3.0), (100, 2.0), (250, 0.3), (500, -1.0))
_FAR_PIN = -4.0
_UNSEEN = 0.5
_SORTS = ("thing", "circumstance", "trouble", "time", "end")
_BESIDE = re.compile(r"(sat|canh|gan|doi dien|ke|ben|sau lung|truoc) (cai |mot )?$")
"""Before a thing that only says where the matter is."""
_MOST_RARE = 3
_KINDS = frozenset({
    "duong", "pho", "cho", "chua", "dinh", "den", "lang", "thon", "xom", "ap", "ben", "cau", "khu", "toa",
    "truong", "xa", "ba", "tu", "nam", "vien", "may", "to", "doc", "bai", "hem",
})  # fmt: skip
"""Words after which a name stands, whatever else it may mean."""


@dataclass(frozen=True)
class Reason:
    """Why two reports are taken for one matter (`weight` above 0) or for two; `said` are the words compared."""

    what: str
    weight: float
    said: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write the reason in one line: its sign, what was compared, the words."""
        return " ".join(("+" if self.weight > 0 else "-", self.what, *self.said))


@dataclass(frozen=True)
class Verdict:
    """How likely two reports are of one matter, from 0 to 1, and why, the weightiest reason first."""

    score: float
    why: tuple[Reason, ...]

    @property
    def same(self) -> bool:
        """Tell whether they count as one."""
        return self.score >= SAME


@dataclass(frozen=True)
class Evidence:
    """A piece of evidence: what was compared, how strongly it speaks (1 in the ordinary case), the words."""

    what: str
    value: float = 1.0
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    """A text as far as it is compared: its words, its place, what it is about."""

    tokens: tuple[Token, ...]
    marks: frozenset[Mark]
    names: frozenset[tuple[str, str]]
    about: Mapping[str, frozenset[str]]
    topic: Mapping[str, float]
    pin: Pin | None = None

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the words and numbers, folded."""
        return tuple(token.plain for token in self.tokens if token.plain[0].isalnum())

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the words that stand beside each other."""
        return frozenset(pairwise(self.words))

    def of(self, sort: Sort) -> frozenset[Mark]:
        """Return the marks of one sort."""
        return frozenset(mark for mark in self.marks if mark.sort is sort)


class SamenessRules(BaseModel):
    """The things and troubles as people name them, and the words at which a place's name ends."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    things: tuple[CueGroup, ...]
    circumstances: tuple[CueGroup, ...]
    troubles: tuple[CueGroup, ...]
    times: tuple[CueGroup, ...]
    ends: tuple[CueGroup, ...]
    contrary: tuple[tuple[str, str], ...] = ()
    stop: str
    slang: Mapping[str, str] = NO_SLANG

    @cached_property
    def stopping(self) -> Collection[str]:
        """Return the words at which a name ends, folded."""
        return frozenset(map(fold, self.stop.split()))

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return all cues as one lexicon; a rule is `sort:id`."""
        sorts = {"thing": self.things, "circumstance": self.circumstances, "trouble": self.troubles,
                 "time": self.times, "end": self.ends}  # fmt: skip
        return Lexicon(
            group.model_copy(update={"id": f"{sort}:{group.id}"})
            for sort, groups in sorts.items()
            for group in groups
        )


class Sameness:
    """Reads and compares reports; which words are rare, and what of, it learns from example sentences."""

    def __init__(self, rules: SamenessRules, examples: Iterable[Example]) -> None:
        self._rules = rules
        self._seen: Counter[str | tuple[str, str]] = Counter()
        self._fields: dict[str, Counter[str]] = {}
        self._texts = 0
        for example in examples:
            self._learn(example)
        self._pulls = {word: self._pull(word, fields) for word, fields in self._fields.items()}

    def report(self, text: str, place: str = "", pin: Pin | None = None) -> Report:
        """Read a text, and what was said of the place apart from it, for comparing."""
        both = f"{text}\n{place}" if place else text
        tokens = tokens_of(both, self._rules.slang)
        about: dict[str, set[str]] = {sort: set() for sort in _SORTS}
        for cue in self._rules.lexicon.find(Folded.of(text, self._rules.slang)):
            sort, _, code = cue.rule.partition(":")
            if sort != "thing" or not _BESIDE.search(fold(text[max(0, cue.start - 12) : cue.start])):
                about[sort].add(code)
        return Report(
            tokens=tokens,
            marks=marks(tokens, self._rules.stopping),
            names=names(tokens),
            about={sort: frozenset(codes) for sort, codes in about.items()},
            topic=self._topic({token.plain for token in tokens}),
            pin=pin,
        )

    def marks(self, text: str) -> frozenset[Mark]:
        """Return what a text says of where the matter is."""
        return marks(tokens_of(text, self._rules.slang), self._rules.stopping)

    def compare(self, one: Report, other: Report, weights: Mapping[str, float] = WEIGHTS) -> Verdict:
        """Tell whether two reports are of one matter; symmetric."""
        why = [_weighed(item, weights) for item in self.evidence(one, other)]
        why += _pins(one, other)
        score = 1 / (1 + exp(-weights["bias"] - sum(reason.weight for reason in why)))
        return Verdict(round(score, 3), tuple(sorted((one for one in why if one.weight), key=_weightiest)))

    def evidence(self, one: Report, other: Report) -> Iterator[Evidence]:
        """Yield what speaks for and against one matter."""
        place = [*_numbers(one, other), *self._names(one, other)]
        yield from place
        rare = self._rare(one, other)
        if rare:
            yield Evidence("rare", min(len(rare), _MOST_RARE), tuple(rare))
        if not place and not (one.pin and other.pin):
            yield Evidence("nowhere")
        yield from _about(one, other)
        yield from self._contrary(one, other)
        yield from _times(one, other)
        yield Evidence("topic", _cosine(one.topic, other.topic))
        yield Evidence("words", _alike(one, other))

    def _names(self, one: Report, other: Report) -> Iterator[Evidence]:
        """Compare names: what one writes in capitals counts wherever the other says it."""
        said = (one.names & other.pairs) | (other.names & one.pairs)
        shared = sorted(" ".join(pair) for pair in said)
        if shared:
            yield Evidence("name", min(len(shared), 2), tuple(shared))
        kinds = {mark.name for mark in one.of(Sort.LANDMARK)} & {mark.name for mark in other.of(Sort.LANDMARK)}
        if kinds:
            yield Evidence("landmark", said=tuple(sorted(kinds)))
        apart = [*self._apart(one, other, said), *self._apart(other, one, said)]
        if apart:
            yield Evidence("other-name", said=tuple(sorted(set(apart))))

    def _apart(self, one: Report, other: Report, said: Collection[tuple[str, str]]) -> Iterator[str]:
        """Yield names of one report in whose place the other says something else: tòa Lam Sơn, tòa Lam Bình."""
        told = {word for pair in said for word in pair}
        for before, name in one.names - set(said):
            if name in told or name in other.words:
                continue
            for first, second in other.pairs:
                if first == before and second not in self._rules.stopping and self._names_there(first, second):
                    yield f"{before} {name} – {first} {second}"

    def _names_there(self, before: str, word: str) -> bool:
        return before in _KINDS or self._is_rare(word)

    def _rare(self, one: Report, other: Report) -> list[str]:
        """Return what both say and hardly anybody else does: pairs of words that no example has."""
        stop = self._rules.stopping
        shared = {
            (a, b)
            for a, b in one.pairs & other.pairs
            if not self._seen[a, b] and not {a, b} <= set(stop) and (self._is_rare(a) or self._is_rare(b))
        }
        alone = {word for word in set(one.words) & set(other.words) if not self._seen[word]}
        return sorted({*(" ".join(pair) for pair in shared), *alone})

    def _is_rare(self, word: str) -> bool:
        return self._seen[word] < self._texts / 100

    def _contrary(self, one: Report, other: Report) -> Iterator[Evidence]:
        differing = {code for sort in ("trouble", "end") for code in one.about[sort] ^ other.about[sort]}
        for pair in self._rules.contrary:
            if set(pair) <= differing:
                yield Evidence("contrary", said=tuple(pair))

    def _learn(self, example: Example) -> None:
        words = [token.plain for token in tokens_of(example.text, self._rules.slang) if token.plain[0].isalnum()]
        self._texts += 1
        self._seen.update({*words, *pairwise(words)})
        for word in set(words) if example.field else ():
            self._fields.setdefault(word, Counter())[str(example.field)] += 1

    def _topic(self, words: Collection[str]) -> dict[str, float]:
        """Weigh fields by the words of a text."""
        topic: dict[str, float] = defaultdict(float)
        for word in words & self._pulls.keys():
            for field, pull in self._pulls[word].items():
                topic[field] += pull
        return dict(topic)

    def _pull(self, word: str, fields: Counter[str]) -> dict[str, float]:
        """Share the rarity of a word among the fields that use it."""
        weight = log(self._texts / (self._seen[word] + _UNSEEN)) / fields.total() ** 2
        return {field: weight * count * count for field, count in fields.items()}


def _alike(one: Report, other: Report) -> float:
    """Return how alike the words are that say nothing of the place."""
    placing = {word for report in (one, other) for mark in report.marks for word in mark.name.split()}
    placing |= {word for report in (one, other) for pair in report.names for word in pair}
    mine, theirs = (" ".join(word for word in report.words if word not in placing) for report in (one, other))
    return fuzz.token_set_ratio(mine, theirs) / 100


def _weighed(item: Evidence, weights: Mapping[str, float]) -> Reason:
    return Reason(item.what, round(weights[item.what] * item.value, 2), item.said)


def _weightiest(reason: Reason) -> float:
    return -abs(reason.weight)


def _numbers(one: Report, other: Report) -> Iterator[Evidence]:
    """Compare lanes, houses, poles, buildings; where one differs, what agrees is of another place."""
    found = [item for sort in _NUMBERED if (item := _numbered(sort, one.of(sort), other.of(sort)))]
    different = [item for item in found if item.what == "other-number"]
    yield from different[:1] or found
    groups = [{mark.name for mark in report.of(Sort.GROUP)} for report in (one, other)]
    if all(groups):
        yield Evidence(
            "group" if groups[0] & groups[1] else "other-group", said=tuple(sorted(groups[0] | groups[1]))
        )
    if not found and (doors := _doors(one, other)):
        yield Evidence("other-number", said=doors)
        return
    shared = {token.plain for token in one.tokens if token.address} & {t.plain for t in other.tokens if t.address}
    if shared and not found:
        yield Evidence("number", said=tuple(sorted(shared)))


def _doors(one: Report, other: Report) -> tuple[str, ...]:
    """Return the different numbers that two reports give before one name: 12 Cau Vàng, nhà 21 Cau Vàng."""
    mine, theirs = (dict(_before_names(report, one.names | other.names)) for report in (one, other))
    for name in mine.keys() & theirs.keys():
        if mine[name] != theirs[name]:
            return tuple(sorted((mine[name], theirs[name])))
    return ()


def _before_names(report: Report, named: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    words = [word for word in report.words if word not in {"duong", "pho"}]
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


def _about(one: Report, other: Report) -> Iterator[Evidence]:
    for sort in ("thing", "circumstance", "trouble"):
        mine, theirs = one.about[sort], other.about[sort]
        if mine and theirs:
            shared = mine & theirs
            alike = len(shared) / sqrt(len(mine) * len(theirs))
            different = Evidence(f"other-{sort}", said=tuple(sorted(mine | theirs)))
            yield Evidence(sort, alike, tuple(sorted(shared))) if shared else different


def _times(one: Report, other: Report) -> Iterator[Evidence]:
    """Tell a matter that is over for one and goes on for the other, or is in another spot, from the same one."""
    for time in sorted(one.about["time"] ^ other.about["time"]):
        yield Evidence(time)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    length = sqrt(sum(x * x for x in one.values()) * sum(x * x for x in other.values()))
    return sum(one[field] * other[field] for field in one.keys() & other.keys()) / length if length else 0.0


def _pins(one: Report, other: Report) -> Iterator[Reason]:
    if one.pin and other.pin:
        apart = metres(one.pin, other.pin)
        weight = next((weight for limit, weight in _PINS if apart <= limit), _FAR_PIN)
        yield Reason("pin", weight, (f"{apart:.0f} m",))
