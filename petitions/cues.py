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
from dataclasses import dataclass
from itertools import product
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

    words: tuple[Word, ...]
    optional: bool = False
    strict: bool = False
    number: bool = False

    @property
    def gap(self) -> bool:
        """Say whether any few words fit here."""
        return not self.words and not self.number

    def fits(self, word: Word, *, accented: bool) -> bool:
        """Say whether a word of a text can stand here."""
        if self.number:
            return word.plain[0].isdigit()
        exact = accented or self.strict or word.marked
        return any(word.exact == wanted.exact if exact else word.plain == wanted.plain for wanted in self.words)


Phrase = tuple[Slot, ...]
Phrases = dict[str, list[tuple[str, Phrase]]]  # by first word: the rule it speaks for, and the phrase


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
        self._wanted = _by_first_word((group.id, phrase) for group in groups for phrase in group.words)
        self._unwanted = _by_first_word((group.id, phrase) for group in groups for phrase in group.unless)

    def find(self, text: Folded) -> tuple[Cue, ...]:
        """Return the cues in a text, in the order in which they begin."""
        barred = {
            (rule, place)
            for rule, first, last in _search(self._unwanted, text)
            for place in range(first, last + 1)
        }
        return tuple(
            _cue(rule, text, first, last)
            for rule, first, last in _search(self._wanted, text)
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


def _slot(token: str) -> Slot:
    match token:
        case "~":
            return Slot(())
        case "<number>":
            return Slot((), number=True)
    words = Folded.of(token.strip("=?").replace("|", " ")).words
    if not words:
        raise ValueError(f"{token!r} is no word and no mark of the cue language")
    return Slot(words, optional=token.endswith("?"), strict=token.startswith("="))


def _by_first_word(phrases: Iterable[tuple[str, str]]) -> Phrases:
    table: Phrases = defaultdict(list)
    for rule, phrase in phrases:
        for slots in parse(phrase):
            for first in {word.plain for word in slots[0].words}:
                table[first].append((rule, slots))
    return dict(table)


def _search(table: Phrases, text: Folded) -> Iterator[tuple[str, int, int]]:
    """Yield rule, place of the first word, place of the last word."""
    for first, word in enumerate(text.words):
        for rule, phrase in table.get(word.plain, ()):
            last = _match(phrase, text, first, word.sentence)
            if last is not None:
                yield rule, first, last


def _match(phrase: Phrase, text: Folded, place: int, sentence: int) -> int | None:
    """Return the place of the last word when the phrase fits from `place` on within the sentence."""
    slot, rest = phrase[0], phrase[1:]
    if slot.gap:
        tries = (_match(rest, text, place + skipped, sentence) for skipped in range(_GAP + 1))
        return next((last for last in tries if last is not None), None)
    if slot.optional and (last := _match(rest, text, place, sentence)) is not None:
        return last
    if place >= len(text.words) or text.words[place].sentence != sentence:
        return None
    if not slot.fits(text.words[place], accented=text.accented):
        return None
    return _match(rest, text, place + 1, sentence) if rest else place


def _cue(rule: str, text: Folded, first: int, last: int) -> Cue:
    start, end = text.words[first].start, text.words[last].end
    return Cue(rule, text.original[start:end], start, end)
