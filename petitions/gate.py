"""The gate in front of the insert: what must be stopped before anything of it is stored.

A danger at this moment goes to the emergency numbers; a denunciation must be handed in on paper or in person
(Luật Tố cáo 2018, Đ22) and its author kept secret (Đ56). Missing one is worse than asking once too often: the
resident can always say that it is not one. Rules speak first, and what the model has learnt is added to them.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from pydantic import BaseModel, ConfigDict, Field, model_validator

from petitions.cues import Cue, CueGroup, Lexicon, Written
from petitions.everyday import Everyday
from petitions.kinds import Kind
from petitions.model import Model, Weighed
from petitions.text import Folded, untitled

__all__ = ["Combination", "Cue", "Gate", "GateRules", "Verdict", "screen"]


class Gate(StrEnum):
    """Name what does not simply go on: the first two are stopped, the most urgent first; the others are guided."""

    EMERGENCY = "emergency"
    DENUNCIATION = "denunciation"
    DECISION_COMPLAINT = "decision_complaint"  # a pre-registration until the signed paper is presented
    COURT = "court"
    CONSUMER = "consumer"
    PROCEDURE = "procedure"
    MEDIATION = "mediation"
    OUT_OF_SCOPE = "out_of_scope"


STOPPING = (Gate.EMERGENCY, Gate.DENUNCIATION)
"""Gates that close before anything is stored."""
STOPPED = {Kind.TIN_BAO: Gate.EMERGENCY, Kind.TO_CAO: Gate.DENUNCIATION}
"""Kinds that these gates stop."""


@dataclass(frozen=True)
class Verdict:
    """Say which gate closed and on which words."""

    gate: Gate
    cues: tuple[Cue, ...]


class Combination(BaseModel):
    """Close a gate when cues of all these groups stand near the first one's and there is none of `none`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gate: Gate
    all: tuple[str, ...] = Field(min_length=1)
    none: tuple[str, ...] = ()
    within: int = 120  # characters between the first group's cue and each other one


class GateRules(BaseModel):
    """The gate's data: groups of cues, and the combinations of groups that close it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    groups: tuple[CueGroup, ...]
    combinations: tuple[Combination, ...]
    spared: tuple[Combination, ...] = ()  # where these are met, likeness alone closes nothing
    dangers: tuple[CueGroup, ...]  # ids are the numbers that help, the most urgent first
    requests: tuple[Written, ...]  # who is asked to act, or was told, is not accused by it
    everyday: Everyday  # likeness on these words alone closes nothing
    slang: Mapping[str, str]

    @model_validator(mode="after")
    def _groups_exist(self) -> "GateRules":
        known = {group.id for group in self.groups}
        for combination in (*self.combinations, *self.spared):
            if unknown := {*combination.all, *combination.none} - known:
                raise ValueError(f"no group of cues is called {', '.join(sorted(unknown))}")
        return self

    def fold(self, text: str) -> Folded:
        """Return a text as the gate reads it."""
        return Folded.of(text, self.slang)

    def find(self, text: Folded) -> tuple[Cue, ...]:
        """Return the cues of all groups in a text, in the order in which they begin."""
        return self._lexicon.find(text)

    def helping(self, texts: Iterable[str]) -> tuple[str, ...]:
        """Return the numbers that help against what is heard, the most urgent first; none may be heard."""
        found = self._dangers.find(Folded.of("\n".join(texts), self.slang))
        heard = {cue.rule for cue in found}
        return tuple(group.id for group in self.dangers if group.id in heard)

    def is_name(self, text: str) -> bool:
        """Tell whether a text is a name and nothing else: it accuses nobody, whatever it is like."""
        words = untitled(text)
        plain = 0 < len(words) <= _LONGEST_NAME and all(map(str.isalpha, words))
        return plain and not self.find(self.fold(" ".join(words)))

    def asked(self, text: Folded) -> Set[int]:
        """Return the letters of a text, by their places, with which its author asks or has told somebody."""
        return {at for cue in self._requests.find(text) for at in range(cue.start, cue.end)}

    @cached_property
    def _requests(self) -> Lexicon:
        return Lexicon([CueGroup(id="request", words=self.requests)])

    @cached_property
    def _dangers(self) -> Lexicon:
        return Lexicon(self.dangers)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.groups)


_RULE = 0.5
"""Points of a combination that is met, beside those of the model."""
_CLOSES = {Gate.EMERGENCY: -0.23, Gate.DENUNCIATION: -0.28}
"""Points from which a gate closes: in cross-validation nine in ten are heard, and two of three stops are right."""
_BRIEF, _BRIEFLY = 8, 0.0
"""Words of a brief text, and the points from which it accuses by likeness alone: “my land has papers” has less."""

_LONGEST_NAME = 6
"""Words of a name without its title."""
_REASONS = 2
"""Words that must speak for a gate that closes on likeness alone: one is chance, as an English “no” is."""


@dataclass(frozen=True)
class _View:
    """What is heard in one text, by group; `offset` is where it begins in the whole draft."""

    cues: Mapping[str, Sequence[Cue]]
    weighed: Weighed
    offset: int = 0

    def accusing(self, rules: GateRules) -> "_View":
        """Return what is left to accuse somebody without the words that ask somebody to act."""
        asked = rules.asked(self.weighed.text)
        if not asked:
            return self
        left = {rule: [cue for cue in cues if not _within(cue, asked)] for rule, cues in self.cues.items()}
        words = {place for place, word in enumerate(self.weighed.text.words) if word.start in asked}
        return replace(
            self,
            cues={rule: cues for rule, cues in left.items() if cues},
            weighed=self.weighed.without(words),
        )

    def verdict(self, gate: Gate, rules: GateRules) -> Verdict | None:
        """Return why a gate closes on this text, None where it does not."""
        found = self._met(gate, rules.combinations)
        if not found and self._met(gate, rules.spared):
            return None
        points = self.weighed.of("gate")[gate] + (_RULE if found else 0)
        # The examples are Vietnamese: what the rules hear in another language is theirs alone.
        learnt = points >= _CLOSES[gate] and self.weighed.vietnamese
        if not learnt and not any(map(_is_foreign, found)):
            return None
        cues = found or (self._likeness(gate, rules) if points >= self._least(gate) else ())
        if not cues:
            return None
        return Verdict(gate, tuple(_moved(cue, self.offset) for cue in cues))

    def _likeness(self, gate: Gate, rules: GateRules) -> tuple[Cue, ...]:
        """Return the words for whose sake a text is like those that a gate stops; none where they show nothing."""
        cues = tuple(self.weighed.reasons(f"gate:{gate}"))
        chance = len({cue.words.casefold() for cue in cues}) < _REASONS
        others = rules.everyday.telling(self.weighed.text)
        return () if chance or not self.weighed.shown_by(others, f"gate:{gate}") else cues

    def _least(self, gate: Gate) -> float:
        """Return the points from which likeness alone closes a gate: who is in danger writes briefly."""
        brief = gate is Gate.DENUNCIATION and len(self.weighed.text.words) <= _BRIEF
        return _BRIEFLY if brief else _CLOSES[gate]

    def _met(self, gate: Gate, combinations: Iterable[Combination]) -> tuple[Cue, ...]:
        met = (_met(one, self.cues) for one in combinations if one.gate is gate)
        return next(filter(None, met), ())


def _within(cue: Cue, letters: Container[int]) -> bool:
    return all(at in letters for at in range(cue.start, cue.end))


def _is_foreign(cue: Cue) -> bool:
    return not all(word.spoken for word in Folded.of(cue.words).words)


def screen(texts: Sequence[str], rules: GateRules, model: Model) -> Verdict | None:
    """Return the most urgent gate that closes on a draft; None lets it pass."""
    return next(iter(screen_all(texts, rules, model).values()), None)


def screen_all(texts: Sequence[str], rules: GateRules, model: Model) -> dict[Gate, Verdict]:
    """Return every gate that closes on a draft: on one of its messages or on all of them together.

    The words of an accusation may be spread over several messages. Cues count their positions in the messages
    joined by newlines.
    """
    views = [_view(model.weigh(rules.fold("\n".join(texts))), rules)]
    if len(texts) > 1:
        views += _one_by_one(texts, rules, model)
    return _verdicts(views, rules)


def screen_weighed(text: Weighed, rules: GateRules) -> Verdict | None:
    """Return the most urgent gate that closes on one text that has been weighed before."""
    return next(iter(_verdicts([_view(text, rules)], rules).values()), None)


def _view(text: Weighed, rules: GateRules, offset: int = 0) -> _View:
    heard: dict[str, list[Cue]] = {}
    for cue in rules.find(text.text):
        heard.setdefault(cue.rule, []).append(cue)
    return _View(heard, text, offset)


def _verdicts(views: Sequence[_View], rules: GateRules) -> dict[Gate, Verdict]:
    verdicts = ((gate, _first(gate, views, rules)) for gate in STOPPING)
    return {gate: verdict for gate, verdict in verdicts if verdict}


def _first(gate: Gate, views: Sequence[_View], rules: GateRules) -> Verdict | None:
    return next(filter(None, (_closes(view, gate, rules) for view in views)), None)


def _closes(view: _View, gate: Gate, rules: GateRules) -> Verdict | None:
    """Return why a gate closes on a text; an accusation must be heard without what its author asks for, too."""
    verdict = view.verdict(gate, rules)
    if verdict is None or gate is not Gate.DENUNCIATION:
        return verdict
    return view.accusing(rules).verdict(gate, rules)


def _one_by_one(texts: Sequence[str], rules: GateRules, model: Model) -> Iterator[_View]:
    """Look at each message alone: whether one was typed with accents says nothing of the next."""
    offset = 0
    for text in texts:
        yield _view(model.weigh(rules.fold(text)), rules, offset)
        offset += len(text) + 1


def _moved(cue: Cue, offset: int) -> Cue:
    return replace(cue, start=cue.start + offset, end=cue.end + offset)


def _met(combination: Combination, cues: Mapping[str, Sequence[Cue]]) -> tuple[Cue, ...]:
    """Return one cue of each group wanted, standing near one of the first group; empty when not met."""
    if not all(group in cues for group in combination.all) or any(group in cues for group in combination.none):
        return ()
    first, *others = (cues[group] for group in combination.all)
    for anchor in first:
        near = [_nearest(anchor, group) for group in others]
        found = tuple(cue for cue in near if cue and _distance(anchor, cue) <= combination.within)
        if len(found) == len(others):
            return tuple(sorted({anchor, *found}, key=lambda cue: cue.start))
    return ()


def _nearest(anchor: Cue, cues: Sequence[Cue]) -> Cue | None:
    """Return the cue nearest to the anchor among cues in the order of their starts."""
    place = bisect_left(cues, anchor.start, key=lambda cue: cue.start)
    around = cues[max(place - 1, 0) : place + 1]
    return min(around, key=lambda cue: _distance(anchor, cue), default=None)


def _distance(one: Cue, other: Cue) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
