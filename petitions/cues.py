"""Cue phrases: the small language in which they are written, and where they stand in a text.

A phrase is written in proper Vietnamese. A word typed with diacritics must be that word; a word typed without
matches any word spelt with these letters, unless the whole text is properly accented. Beyond plain words:

    lát|chốc    either word              ~    up to four words between
    rồi?        the word may be missing  =chợ the accents must be there: `cho` is too common a word
    <number>    a word that begins with a digit
    (công an|cán bộ)  any of these; the phrase is read once with each
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, reduce
from itertools import product
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from petitions.text import Folded, Word

_GAP = 4
_ANY, _NUMBER = "~", "<number>"
_BRACKETS = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Cue:
    """Say which rule found which words, and where they stand in the original text."""

    rule: str
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slot:
    """Stand for one place of a phrase: the words that fit there, or a gap when there are none."""

    plain: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()
    optional: bool = False
    strict: bool = False
    number: bool = False
    gap: bool = False  # any few words fit here

    def fits(self, word: Word, *, accented: bool) -> bool:
        """Say whether a word of a text can stand here."""
        if self.number:
            return word.plain[0].isdigit()
        if accented or self.strict or word.marked:
            return word.exact in self.exact
        return word.plain in self.plain


Phrase = tuple[Slot, ...]


@dataclass(eq=False, slots=True)
class Branch:
    """Stand after the first slots that many phrases share, so that a text is held against all of them at once.

    `ends` numbers the phrases that end here; `after` is what may follow, by the word with which it begins (or
    the mark of a gap or a number); `without` is what may follow when an optional word is missing.
    """

    ends: list[int] = field(default_factory=list)
    after: dict[str, list[tuple[Slot, "Branch"]]] = field(default_factory=dict)
    without: list["Branch"] = field(default_factory=list)

    def grow(self, slot: Slot) -> "Branch":
        """Return the branch behind a slot, new where no phrase had this one here before."""
        keys = sorted(slot.plain) or [_NUMBER if slot.number else _ANY]
        known = self.after.get(keys[0], ())
        branch = next((branch for other, branch in known if other == slot), None)
        if branch is None:
            branch = Branch()
            self.without += [branch] if slot.optional else []
            for key in keys:
                self.after.setdefault(key, []).append((slot, branch))
        return branch

    def fitting(self, word: Word, *, accented: bool) -> Sequence["Branch"]:
        """Return the branches onto which a word of a text leads."""
        onward = self.after.get(word.plain, [])
        if word.plain[0].isdigit():
            onward = [*onward, *self.after.get(_NUMBER, ())]
        return [branch for slot, branch in onward if slot.fits(word, accented=accented)] if onward else ()


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
        groups = tuple(groups)
        self._wanted = Phrases((group.id, phrase) for group in groups for phrase in group.words)
        self._unwanted = Phrases((group.id, phrase) for group in groups for phrase in group.unless)

    def find(self, text: Folded) -> tuple[Cue, ...]:
        """Return the cues in a text, in the order in which they begin."""
        found = list(self._wanted.search(text))
        barred = {
            (rule, place)
            for rule, first, last in (self._unwanted.search(text) if found else ())
            for place in range(first, last + 1)
        }
        return tuple(
            _cue(rule, text, first, last)
            for rule, first, last in found
            if not any((rule, place) in barred for place in range(first, last + 1))
        )


class Phrases:
    """Hold phrases, with the rule that each speaks for, as one tree."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._rules: list[str] = []
        self._root = Branch()
        for rule, phrase in phrases:
            for slots in parse(phrase):
                reduce(Branch.grow, slots, self._root).ends.append(len(self._rules))
                self._rules.append(rule)

    def search(self, text: Folded) -> Iterator[tuple[str, int, int]]:
        """Yield rule, place of the first word, place of the last word; the shortest find of each phrase."""
        for first, word in enumerate(text.words):
            begun = self._root.fitting(word, accented=text.accented)
            if not begun:
                continue  # as with most words
            found: dict[int, int] = {}
            seen: set[tuple[Branch, int]] = set()
            for branch in begun:
                _walk(branch, text, first + 1, word.sentence, found, seen)
            for number in sorted(found):
                yield self._rules[number], first, found[number]


def parse(phrase: str) -> Iterator[Phrase]:
    """Read a phrase of the cue language, once for every choice among its brackets.

    Raises: ValueError when it is empty or begins or ends with something that need not be there.
    """
    parts = [part.split("|") if n % 2 else [part] for n, part in enumerate(_BRACKETS.split(phrase))]
    for choice in product(*parts):
        slots = tuple(map(_slot, " ".join(choice).split()))
        if not slots or any(end.gap or end.optional for end in (slots[0], slots[-1])):
            raise ValueError(f"the cue {phrase!r} must begin and end with a word that has to be there")
        yield slots


@cache
def _slot(token: str) -> Slot:
    if token in {_ANY, _NUMBER}:
        return Slot(gap=token == _ANY, number=token == _NUMBER)
    words = Folded.of(token.strip("=?").replace("|", " ")).words
    if not words:
        raise ValueError(f"{token!r} is no word and no mark of the cue language")
    plain, exact = (frozenset(forms) for forms in zip(*((word.plain, word.exact) for word in words), strict=True))
    return Slot(plain, exact, optional=token.endswith("?"), strict=token.startswith("="))


def _walk(
    branch: Branch, text: Folded, place: int, sentence: int, found: dict[int, int], seen: set[tuple[Branch, int]]
) -> None:
    """Note the phrases that fit from here on within the sentence, with the place of their last word."""
    if (branch, place) in seen:
        return
    seen.add((branch, place))
    for number in branch.ends:
        found.setdefault(number, place - 1)
    for _gap, onward in branch.after.get(_ANY, ()):
        for skipped in range(_GAP + 1):
            _walk(onward, text, place + skipped, sentence, found, seen)
    for onward in branch.without:
        _walk(onward, text, place, sentence, found, seen)
    if place < len(text.words) and text.words[place].sentence == sentence:
        for onward in branch.fitting(text.words[place], accented=text.accented):
            _walk(onward, text, place + 1, sentence, found, seen)


def _cue(rule: str, text: Folded, first: int, last: int) -> Cue:
    start, end = text.words[first].start, text.words[last].end
    return Cue(rule, text.original[start:end], start, end)
