"""Cue phrases: the small language in which they are written, and where they stand in a text.

A phrase is written in proper Vietnamese. A word typed with diacritics must be that word; a word typed without
matches any word spelt with these letters, unless the whole text is properly accented. Beyond plain words:

    lát|chốc    either word              ~    up to four words between
    rồi?        the word may be missing  =chợ the accents must be there: `cho` is too common a word
    <number>    a word that begins with a digit      <word>    any one word
    (công an|cán bộ)  any of these; the phrase is read once with each
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from petitions.text import Folded

_GAP = 4
_ANY, _NUMBER, _WORD = "~", "<number>", "<word>"
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Cue:
    """Say which rule found which words, and where they stand in the original text."""

    rule: str
    words: str
    start: int
    end: int


def covered(text: Folded, cues: Iterable[Cue]) -> set[int]:
    """Return the places of the words of a text that cues found in it cover."""
    within = {at for cue in cues for at in range(cue.start, cue.end)}
    return {place for place, word in enumerate(text.words) if word.start in within}


@dataclass(frozen=True, slots=True)
class Slot:
    """Stand for one place of a phrase: any of some words, a number, one word, or a gap when it is none.

    A word is given as the ways in which it may be typed (`Word.typed`).
    """

    words: frozenset[frozenset[str]] = frozenset()
    optional: bool = False
    number: bool = False
    anything: bool = False


Phrase = tuple[Slot, ...]


@dataclass(eq=False, slots=True)
class Branch:
    """Stand after the words with which many phrases begin, so that a text is held against all of them at once.

    `ways` are those of typing the last of these words, `ends` numbers the phrases that end here. What may follow
    stands under each way of typing a word; a number has a branch, and so have any word and a gap.
    """

    ways: frozenset[str] = frozenset()
    ends: tuple[int, ...] = ()
    after: dict[str, tuple["Branch", ...]] = field(default_factory=dict)
    number: "Branch | None" = None
    anything: "Branch | None" = None
    gap: "Branch | None" = None

    def grow(self, slot: Slot) -> Iterator["Branch"]:
        """Yield the branches behind a slot, new where no phrase had them here before."""
        yield from (self._behind(ways) for ways in slot.words)
        if slot.number:
            self.number = self.number or Branch()
            yield self.number
        elif slot.anything:
            self.anything = self.anything or Branch()
            yield self.anything
        elif not slot.words:
            self.gap = self.gap or Branch()
            yield self.gap
        if slot.optional:
            yield self

    def _behind(self, ways: frozenset[str]) -> "Branch":
        """Return the branch behind a word that may be typed in these ways and in no others."""
        known = next((branch for way in ways for branch in self.after.get(way, ()) if branch.ways == ways), None)
        branch = known or Branch(ways)
        self.after |= {} if known else {way: (*self.after.get(way, ()), branch) for way in ways}
        return branch


def _readable(phrase: str) -> str:
    list(parse(phrase))
    return phrase


Written = Annotated[str, AfterValidator(_readable)]


class CueGroup(BaseModel):
    """Phrases that mean the same; a find is dropped when an `unless` phrase overlaps it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    words: tuple[Written, ...]
    unless: tuple[Written, ...] = ()


class Lexicon:
    """Find the cues of many groups in one walk over a text, however long."""

    def __init__(self, groups: Iterable[CueGroup]) -> None:
        self._root = Branch()
        self._phrases: list[tuple[str, bool]] = []  # by number: the rule, and whether it is heard or taken back
        groups = tuple(groups)
        self._grow(((group.id, True), phrase) for group in groups for phrase in group.words)
        self._grow(((group.id, False), phrase) for group in groups for phrase in group.unless)

    def find(self, text: Folded) -> tuple[Cue, ...]:
        """Return the cues in a text, in the order in which they begin."""
        found = [*self._search(text)]
        barred = {
            (rule, place) for rule, wanted, first, last in found if not wanted for place in range(first, last + 1)
        }
        return tuple(
            _cue(rule, text, first, last)
            for rule, wanted, first, last in found
            if wanted and not any((rule, place) in barred for place in range(first, last + 1))
        )

    def _grow(self, phrases: Iterable[tuple[tuple[str, bool], str]]) -> None:
        for meaning, phrase in phrases:
            for slots in parse(phrase):
                ends = [self._root]
                for slot in slots:
                    ends = [branch for before in ends for branch in before.grow(slot)]
                for end in ends:
                    end.ends += (len(self._phrases),)
                self._phrases.append(meaning)

    def _search(self, text: Folded) -> Iterator[tuple[str, bool, int, int]]:
        """Yield rule, whether it is heard, place of the first word, of the last; the shortest of each phrase."""
        before = 0
        for sentence in text.sentences:
            for first in range(len(sentence)):
                found: dict[int, int] = {}
                _walk(self._root, sentence, first, found, set())
                for number in sorted(found):
                    yield *self._phrases[number], before + first, before + found[number]
            before += len(sentence)


def parse(phrase: str) -> Iterator[Phrase]:
    """Read a phrase of the cue language, once for every choice among its brackets.

    Raises: ValueError when it is empty or begins or ends with something that need not be there.
    """
    parts = [part.split("|") if n % 2 else [part] for n, part in enumerate(_BRACKETS.split(phrase))]
    for choice in product(*parts):
        slots = tuple(map(_slot, " ".join(choice).split()))
        if not slots or any(end.optional or end == Slot() for end in (slots[0], slots[-1])):
            raise ValueError(f"the cue {phrase!r} must begin and end with a word that has to be there")
        yield slots


@cache
def _slot(token: str) -> Slot:
    if token in {_ANY, _NUMBER, _WORD}:
        return Slot(number=token == _NUMBER, anything=token == _WORD)
    words = Folded.of(token.strip("=?").replace("|", " ")).words
    if not words:
        raise ValueError(f"{token!r} is no word and no mark of the cue language")
    strict = token.startswith("=")
    ways = (frozenset({word.typed(accented=True), word.exact if strict else word.plain}) for word in words)
    return Slot(frozenset(ways), optional=token.endswith("?"))


def _walk(
    branch: Branch, sentence: Sequence[str], place: int, found: dict[int, int], reached: set[tuple[Branch, int]]
) -> None:
    """Note the phrases that fit from here on, with the place of their last word: the nearest one."""
    for number in branch.ends:
        found[number] = min(place - 1, found.get(number, place - 1))
    if branch.gap:
        behind = {(branch.gap, further) for further in range(place, place + _GAP + 1)} - reached
        reached |= behind
        for gap, further in behind:
            _walk(gap, sentence, further, found, reached)
    if place < len(sentence):
        word = sentence[place]
        for onward in branch.after.get(word, ()):
            _walk(onward, sentence, place + 1, found, reached)
        if branch.number and word[0].isdigit():
            _walk(branch.number, sentence, place + 1, found, reached)
        if branch.anything:
            _walk(branch.anything, sentence, place + 1, found, reached)


def _cue(rule: str, text: Folded, first: int, last: int) -> Cue:
    start, end = text.words[first].start, text.words[last].end
    return Cue(rule, text.original[start:end], start, end)
