"""Whether two reports are of one matter: one place and one thing, not only the same words.

What agrees and what differs is weighed piece by piece and told with its words, so that a person can judge it. The
weights were fitted by bench/sameness.py to petitions/corpus/pairs.yaml, never to the pairs that measure.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from math import exp, sqrt

from pydantic import BaseModel, ConfigDict

from petitions.cues import CueGroup, Lexicon
from petitions.evidence import Evidence, Heard, Matter, Report, numbers
from petitions.model import Model, likelihoods
from petitions.text import NO_SLANG, Folded, fold, plain_words
from petitions.whereabouts import Mark, Pin, Sort, marks, metres, names, tokens_of

SAME = 0.75
"""The score from which on two reports count as one matter."""
_ROUNDED = 0.001
"""How far a score may be from what it is rounded to."""
WEIGHTS: Mapping[str, Mapping[str, float]] = {
    "place": {
        "bias": 0.9, "pole": 3.0, "house": 1.7, "building": 1.2, "lane": 2.2, "group": 2.1, "counted": 1.8,
        "number": 1.9, "name": 1.8, "landmark": 1.0, "next-door": 0.5, "other-number": -7.6,
        "other-group": -4.4, "other-counted": -3.4, "other-name": -5.9, "other-end": -5.0, "elsewhere": -2.7,
        "nowhere": -1.9,
    },
    "thing": {
        "bias": -5.9, "thing": 1.1, "circumstance": 1.1, "trouble": 1.6, "topic": 5.8, "kind": 2.0,
        "words": 1.6, "rare-words": 1.3, "other-thing": -0.3, "other-circumstance": -0.2, "contrary": -5.0,
        "over": -5.2,
    },
}  # fmt: skip
"""How much each piece of evidence weighs for one place and for one thing, in units of the logistic scale."""
_PINS = ((30, 3.0), (100, 2.0), (250, 0.3), (500, -1.0))
_FAR_PIN = -4.0
_SHARPNESS, _DOUBT = 6.5, 0.1
_RARE = 5.6
"""The rarity of a word that is in one of a hundred lessons; the rarest have some 9."""
_TELLING, _MOST_TELLING = 5.0, 3.0
"""From which rarity on a word that both say tells something, and from which on no more, for all of them."""
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
    """Reads and compares reports; which words are rare, and of what a text speaks, the model knows."""

    def __init__(self, rules: SamenessRules, model: Model) -> None:
        self._rules = rules
        self._model = model

    def report(self, text: str, place: str = "", pin: Pin | None = None) -> Report:
        """Read a text, and what was said of the place apart from it, for comparing."""
        tokens = tokens_of(f"{text}\n{place}" if place else text, self._rules.slang)
        read = partial(self._matter, text)
        return Report(tokens, marks(tokens, self._rules.stopping), names(tokens), read, pin)

    def marks(self, text: str) -> frozenset[Mark]:
        """Return what a text says of where the matter is."""
        return marks(tokens_of(text, self._rules.slang), self._rules.stopping)

    def compare(self, one: Report, other: Report, weights: Mapping[str, Mapping[str, float]] = WEIGHTS) -> Verdict:
        """Tell whether two reports are of one matter; symmetric.

        That is how likely they are of one place, and of one thing: neither makes up for the other.
        """
        score, why = 1.0, list[Reason]()
        for question, found in self.evidence(one, other).items():
            told = [_weighed(item, weights[question]) for item in found]
            told += _pins(one, other) if question == "place" else []
            score /= 1 + exp(-weights[question]["bias"] - sum(reason.weight for reason in told))
            why += told
        return Verdict(round(score, 3), tuple(sorted((one for one in why if one.weight), key=_weightiest)))

    def alike(self, one: Report, other: Report) -> Verdict | None:
        """Return the verdict on two reports that count as one matter, None where they do not.

        Most that have a word of place in common differ in another one; what these are about is not read at all.
        """
        told = [*self._told(one, other)]
        weights = WEIGHTS["place"]
        weight = sum(weights[item.what] * item.value for item in told)
        weight += sum(reason.weight for reason in _pins(one, other))
        if 1 / (1 + exp(-weights["bias"] - weight)) < SAME - _ROUNDED:
            return None
        verdict = self.compare(one, other)
        return verdict if verdict.same else None

    def evidence(self, one: Report, other: Report) -> Mapping[str, tuple[Evidence, ...]]:
        """Return what speaks for and against one place, and one thing."""
        return {"place": (*self._place(one, other),), "thing": (*self._thing(one, other),)}

    def _told(self, one: Report, other: Report) -> Iterator[Evidence]:
        """Compare numbers and names of the place."""
        found = [*numbers(one, other), *self._names(one, other)]
        yield from found
        if not found and not (one.pin and other.pin):
            yield Evidence("nowhere")

    def _place(self, one: Report, other: Report) -> Iterator[Evidence]:
        """Compare the place; what is heard of it beside numbers and names only speaks against."""
        yield from self._told(one, other)
        yield from self._contrary(one, other, "end")
        if "elsewhere" in one.hears("time") ^ other.hears("time"):
            yield Evidence("elsewhere")

    def _thing(self, one: Report, other: Report) -> Iterator[Evidence]:
        placing = self._placing(one, other)
        for sort in ("thing", "circumstance", "trouble"):
            yield from _heard(sort, one.hears(sort, placing), other.hears(sort, placing))
        yield from self._contrary(one, other, "trouble")
        if "over" in one.hears("time") ^ other.hears("time"):
            yield Evidence("over")
        yield Evidence("kind", _overlap(one.matter.kinds, other.matter.kinds))
        yield from self._said(one, other, placing)

    def _said(self, one: Report, other: Report, placing: Collection[str]) -> Iterator[Evidence]:
        """Compare what both say beyond the place: the fields of which it speaks, and its words."""
        mine, theirs = one.beyond(placing), other.beyond(placing)
        yield Evidence("topic", _overlap(self._fields(mine), self._fields(theirs)))
        words = [{term for term in terms if " " not in term} for terms in (mine, theirs)]
        least = min(sum(map(self._model.rarity_of, said)) for said in words)
        shared = sorted(words[0] & words[1], key=self._model.rarity_of, reverse=True)
        if not shared:
            return
        rarities = [self._model.rarity_of(word) for word in shared]
        yield Evidence("words", sum(rarities) / least)
        telling = sum(rarity - _TELLING for rarity in rarities if rarity > _TELLING)
        yield Evidence("rare-words", min(telling / _MOST_TELLING, 2), tuple(shared[:_MOST_RARE]))

    def _fields(self, terms: Iterable[str]) -> Mapping[str, float]:
        return likelihoods(self._model.points("field", terms), _SHARPNESS, _DOUBT)

    def _placing(self, one: Report, other: Report) -> frozenset[str]:
        """Return the words by which either says where it is."""
        named = {word for pair in (one.names & other.pairs) | (other.names & one.pairs) for word in pair}
        return one.placing | other.placing | named | self._rare(one, other)

    def _matter(self, text: str) -> Matter:
        folded = Folded.of(text, self._rules.slang)
        kinds = likelihoods(self._model.weigh(folded).of("kind"), _SHARPNESS, _DOUBT)
        return Matter(self._about(folded), kinds)

    def _about(self, text: Folded) -> Mapping[str, frozenset[Heard]]:
        """Return what is heard, by sort; a thing that only says where the matter is does not count."""
        about: dict[str, set[Heard]] = {sort: set() for sort in _SORTS}
        for cue in self._rules.lexicon.find(text):
            sort, _, code = cue.rule.partition(":")
            before = text.original[max(0, cue.start - 12) : cue.start]
            if sort != "thing" or not _BESIDE.search(fold(before)):
                about[sort].add(Heard(code, plain_words(cue.words)))
        return {sort: frozenset(heard) for sort, heard in about.items()}

    def _names(self, one: Report, other: Report) -> Iterator[Evidence]:
        """Compare names: what one writes in capitals counts wherever the other says it."""
        said = (one.names & other.pairs) | (other.names & one.pairs)
        said |= {*_under_another_kind(one, other), *_under_another_kind(other, one)}
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
                if first != before or second in self._rules.stopping:
                    continue
                if first in _KINDS or first in told or self._is_rare(second):
                    yield f"{before} {name} – {first} {second}"

    def _rare(self, one: Report, other: Report) -> frozenset[str]:
        """Return the words that both say and hardly anybody else does: a name, most likely."""
        pairs = {
            pair
            for pair in one.pairs & other.pairs
            if not self._knows(" ".join(pair)) and any(map(self._is_rare, pair))
        }
        alone = {word for word in set(one.words) & set(other.words) if not self._knows(word)}
        return frozenset(alone | {word for pair in pairs for word in pair})

    def _knows(self, term: str) -> bool:
        return term in self._model.places

    def _is_rare(self, word: str) -> bool:
        return self._model.rarity_of(word) > _RARE

    def _contrary(self, one: Report, other: Report, sort: str) -> Iterator[Evidence]:
        """Yield what excludes one another; of ends these are two places."""
        differing = one.hears(sort) ^ other.hears(sort)
        for pair in self._rules.contrary:
            if set(pair) <= differing:
                yield Evidence("other-end" if sort == "end" else "contrary", said=tuple(pair))


def _under_another_kind(one: Report, other: Report) -> Iterator[tuple[str, str]]:
    """Yield names that the other puts behind another word for a place: thôn Nội, đình Nội; ngã năm, ngã 5 Lúa."""
    for before, name in one.names:
        kinds = {first for first, second in other.pairs if second == name} if before in _KINDS else set()
        if any(kind in _KINDS or kind.isdigit() for kind in kinds):
            yield before, name


def _heard(sort: str, mine: frozenset[str], theirs: frozenset[str]) -> Iterator[Evidence]:
    if not mine or not theirs:
        return
    if shared := mine & theirs:
        yield Evidence(sort, len(shared) / sqrt(len(mine) * len(theirs)), tuple(sorted(shared)))
    elif sort != "trouble":
        yield Evidence(f"other-{sort}", said=tuple(sorted(mine | theirs)))


def _overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how much two likelihoods have in common, from 0 to 1 (Bhattacharyya)."""
    return sum(sqrt(one[code] * other[code]) for code in one)


def _weighed(item: Evidence, weights: Mapping[str, float]) -> Reason:
    return Reason(item.what, round(weights[item.what] * item.value, 2), item.said)


def _weightiest(reason: Reason) -> float:
    return -abs(reason.weight)


def _pins(one: Report, other: Report) -> Iterator[Reason]:
    if one.pin and other.pin:
        apart = metres(one.pin, other.pin)
        weight = next((weight for limit, weight in _PINS if apart <= limit), _FAR_PIN)
        yield Reason("pin", weight, (f"{apart:.0f} m",))
