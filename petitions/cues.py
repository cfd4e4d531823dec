"""Cue phrases: the small language in which they are written, and where they stand in a text.

A phrase is written in proper Vietnamese. A word typed with diacritics must be that word; a word typed without
matches any word spelt with these letters, unless the whole text is properly accented. Beyond plain words:

    lát|chốc    either word              ~    up to four words between
    rồi?        the word may be missing  =chợ the accents must be there: `cho` is too common a word
    <number>    a word that begins with a digit
    (công an|cán bộ)  any of these; the phrase is read once with each
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import product, zip_longest
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from petitions.text import Folded, Word

_GAP = 4
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

    @property
    def needed(self) -> bool:
        """Say whether one of the words has to stand here."""
        return bool(self.plain) and not self.optional

    def fits(self, word: Word, *, accented: bool) -> bool:
        """Say whether a word of a text can stand here."""
        if self.number:
            return word.plain[0].isdigit()
        if accented or self.strict or word.marked:
            return word.exact in self.exact
        return word.plain in self.plain


Phrase = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of many rules by their first two words, or by the first where the second is open."""

    pairs: dict[tuple[str, str], list[tuple[str, Phrase]]] = field(default_factory=lambda: defaultdict(list))
    singles: dict[str, list[tuple[str, Phrase]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, written: Iterable[tuple[str, str]]) -> "Phrases":
        """Sort phrases, given as (rule, phrase), by how they begin."""
        table = cls()
        for rule, phrase in written:
            for slots in parse(phrase):
                table.add(rule, slots)
        return table

    def add(self, rule: str, phrase: Phrase) -> None:
        """Put a phrase where a text that begins like it finds it."""
        seconds = phrase[1].plain if len(phrase) > 1 and phrase[1].needed else ()
        for first in phrase[0].plain:
            for second in seconds:
                self.pairs[first, second].append((rule, phrase))
            if not seconds:
                self.singles[first].append((rule, phrase))

    def beginning(self, word: Word, following: Word | None, text: Folded) -> Iterator[tuple[str, Phrase]]:
        """Yield the phrases that may begin with a word, leaving out those whose last word is nowhere."""
        if following:
            yield from self.pairs.get((word.plain, following.plain), ())
        for rule, phrase in self.singles.get(word.plain, ()):
            if phrase[-1].number or not text.vocabulary.isdisjoint(phrase[-1].plain):
                yield rule, phrase


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
        self._wanted = Phrases.of((group.id, phrase) for group in groups for phrase in group.words)
        self._unwanted = Phrases.of((group.id, phrase) for group in groups for phrase in group.unless)

    def find(self, text: Folded) -> tuple[Cue, ...]:
        """Return the cues in a text, in the order in which they begin."""
        found = list(_search(self._wanted, text))
        barred = {
            (rule, place)
            for rule, first, last in (_search(self._unwanted, text) if found else ())
            for place in range(first, last + 1)
        }
        return tuple(
            _cue(rule, text, first, last)
            for rule, first, last in found
            if not any((rule, place) in barred for place in range(first, last + 1))
        )


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
    match token:
        case "~":
            return Slot(gap=True)
        case "<number>":
            return Slot(number=True)
    words = Folded.of(token.strip("=?").replace("|", " ")).words
    if not words:
        raise ValueError(f"{token!r} is no word and no mark of the cue language")
    plain, exact = (frozenset(forms) for forms in zip(*((word.plain, word.exact) for word in words), strict=True))
    return Slot(plain, exact, optional=token.endswith("?"), strict=token.startswith("="))


def _search(table: Phrases, text: Folded) -> Iterator[tuple[str, int, int]]:
    """Yield rule, place of the first word, place of the last word."""
    for first, (word, following) in enumerate(zip_longest(text.words, text.words[1:])):
        for rule, phrase in table.beginning(word, following, text):
            last = _match(phrase, text, first, word.sentence)
            if last is not None:
                yield rule, first, last


def _match(phrase: Phrase, text: Folded, place: int, sentence: int, slot: int = 0) -> int | None:
    """Return the place of the last word when the phrase (from a slot on) fits there within the sentence."""
    for number, wanted in enumerate(phrase[slot:], slot + 1):
        if wanted.gap:
            return _leap(phrase, text, place, sentence, number)
        if wanted.optional and (last := _match(phrase, text, place, sentence, number)) is not None:
            return last
        if place >= len(text.words) or text.words[place].sentence != sentence:
            return None
        if not wanted.fits(text.words[place], accented=text.accented):
            return None
        place += 1
    return place - 1


def _leap(phrase: Phrase, text: Folded, place: int, sentence: int, slot: int) -> int | None:
    """Return the place of the last word when the phrase fits from one of the next few words on."""
    wanted = phrase[slot]
    for start in range(place, min(place + _GAP + 1, len(text.words))):
        if wanted.optional or wanted.gap or wanted.fits(text.words[start], accented=text.accented):
            last = _match(phrase, text, start, sentence, slot)
            if last is not None:
                return last
    return None


def _cue(rule: str, text: Folded, first: int, last: int) -> Cue:
    start, end = text.words[first].start, text.words[last].end
    return Cue(rule, text.original[start:end], start, end)
