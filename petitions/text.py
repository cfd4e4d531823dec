"""How residents' text is cleaned and folded, so that one cue finds every way of typing it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

NO_SLANG: Mapping[str, str] = MappingProxyType({})

Forms = tuple[str, str, bool, bool]
"""The plain and the exact form of a word, whether it is marked, whether it is spoken."""
_TONES = {"\u0300": "\u0300", "\u0301": "\u0301", "\u0309": "\u0309", "\u0303": "\u0309", "\u0323": "\u0323"}
_LETTER = r"[^\W_][\u0300-\u036f]*"
_WORD = re.compile(rf"{_LETTER}/{_LETTER}(?![^\W_])|(?:{_LETTER})+")
_SENTENCE_END = re.compile(r"[.!?;…](?<!\b\w\.)(?<!\b\w\w\.)(?=\s|$)")  # P. and Tp. end no sentence
_CLAUSE_END = re.compile(r"[,;:.?!…\n]")
_FINAL_Y = re.compile(r"(?<=[bcdghklmnprstvxđ])y$|(?<=^qu)y$")  # lý is lí, quỹ is quĩ, but ngày is not ngài
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SPOKEN = re.compile(r"(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?")
_SYLLABLE = 10  # letters of the longest (nghiêng, decomposed) and a margin
_FEW_WORDS, _FEW_LETTERS = 3, 10
_TITLES = "ông bà anh chị cô chú bác em cháu mr mrs ms"
_MOSTLY = 0.5  # properly typed Vietnamese marks about three words in four, hasty typing hardly any
_SYLLABLES = 0.6  # of Vietnamese typed in haste; an English sentence with the name of a street here has about half


class Word(NamedTuple):
    """Hold one word of a text in comparable forms and say where it stands in the original."""

    plain: str  # no diacritics, final y written i
    exact: str  # vowel marks kept, the tone moved to the end, ngã written as hỏi; without marks, the plain form
    marked: bool  # the resident typed a diacritic in it
    spoken: bool  # a number, or what can be a syllable of Vietnamese
    start: int
    end: int
    sentence: int

    def typed(self, *, accented: bool) -> str:
        """Return how it is looked up: where others have accents, it has none; elsewhere it may have lost them."""
        return f"{self.exact}=" if accented and not self.marked else self.exact


@dataclass(frozen=True)
class Folded:
    """Hold a text as comparable words that point back into the original."""

    original: str
    words: tuple[Word, ...]
    accented: bool  # typed with diacritics, so a word without them means a word without them

    @classmethod
    def of(cls, text: str, slang: Mapping[str, str] = NO_SLANG) -> "Folded":
        """Fold a text, with slang words expanded; both pieces of an expansion point at the slang word."""
        found = [*_WORD.finditer(text)]
        typed = [word for one in found if not (word := one[0])[0].isdigit()]
        marked = sum(not word.isascii() for word in typed)
        return cls(text, tuple(_words(text, found, slang)), accented=marked > _MOSTLY * len(typed))

    @cached_property
    def sentences(self) -> tuple[tuple[str, ...], ...]:
        """Return the words of each sentence as they are looked up."""
        told = groupby(self.words, attrgetter("sentence"))
        return tuple(tuple(word.typed(accented=self.accented) for word in words) for _number, words in told)


def untitled(name: str) -> Sequence[str]:
    """Return the words of a name as they were typed, without the form of address before it."""
    words = name.split()
    return words[1:] if words and fold(words[0]).strip(".") in fold(_TITLES).split() else words


def says_name(text: str, name: str) -> bool:
    """Say whether a text has somebody's name: the whole of it, or its last word behind a form of address."""
    words, whole, titles = (Folded.of(one).words for one in (text, name, _TITLES))
    sought = [one for one in (whole, *((title, *whole[-1:]) for title in titles)) if len(one) > 1]
    return any(
        len(words) >= at + len(one) and all(map(_is_typed_as, words[at:], one))
        for one in sought
        for at in range(len(words))
    )


def _is_typed_as(word: Word, other: Word) -> bool:
    """Say whether two words are one, which may have lost its diacritics in one of the texts."""
    return word.exact == other.exact or (word.plain == other.plain and not (word.marked and other.marked))


def clean(text: str) -> str:
    """Return the text in NFC, without control, zero-width or bidi characters, with few blank lines."""
    lines = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text).replace("\t", " ")
    kept = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    trimmed = re.sub(r"[^\S\n]+\n", "\n", unicodedata.normalize("NFC", kept).strip())
    return re.sub(r"\n{4,}", "\n\n\n", trimmed)


def fold(text: str, slang: Mapping[str, str] = NO_SLANG) -> str:
    """Return the text in lower case without diacritics; punctuation and spacing stay."""
    return _WORD.sub(lambda found: " ".join(map(_bare, map(_letters, expanded(found[0], slang)))), text)


def expanded(word: str, slang: Mapping[str, str]) -> Sequence[str]:
    """Look a word up as typed first: CA is the police, ca is a shift."""
    composed = word if word.isascii() else unicodedata.normalize("NFC", word)
    meant = slang.get(composed) or slang.get(composed.lower())
    return meant.split() if meant else (word,)


def plain_word(word: str) -> str:
    """Return one word in the form that everybody's way of typing it comes to."""
    return _syllable(word)[0]


def plain_words(text: str) -> frozenset[str]:
    """Return the words of a text, each once, in the form that everybody's way of typing them comes to."""
    return frozenset(word.plain for word in Folded.of(text).words)


def shortened(text: str, limit: int) -> str:
    """Return the text, or its beginning up to a whole word with dots after it."""
    return text if len(text) <= limit else f"{text[:limit].rsplit(maxsplit=1)[0]} …"


def clauses(text: Folded) -> Iterator[list[int]]:
    """Yield the places of the words of each clause: what stands between marks of punctuation or ends of lines."""
    clause: list[int] = []
    end = 0
    for place, word in enumerate(text.words):
        if clause and _CLAUSE_END.search(text.original, end, word.start):
            yield clause
            clause = []
        clause.append(place)
        end = word.end
    if clause:
        yield clause


def is_vietnamese(text: Folded) -> bool:
    """Say whether most words can be syllables of Vietnamese, typed with or without diacritics."""
    words = [word for word in text.words if not word.plain[0].isdigit()]
    return sum(word.spoken for word in words) >= _SYLLABLES * len(words)


def says_little(text: str) -> bool:
    """Say whether a text is hardly a matter: one or two words, or a few letters."""
    return len(text.split()) < _FEW_WORDS or sum(c.isalnum() for c in text) < _FEW_LETTERS


def has_words(text: str) -> bool:
    """Say whether there is a letter at all: emoji, digits and punctuation alone are no message."""
    return any(c.isalpha() for c in text)


def _words(text: str, found: Iterable[re.Match[str]], slang: Mapping[str, str]) -> Iterator[Word]:
    ends = [end.start() for end in _SENTENCE_END.finditer(text)]
    sentence = 0
    for one in found:
        start, end = one.span()
        while sentence < len(ends) and ends[sentence] < start:
            sentence += 1
        for piece in expanded(one[0], slang):
            yield Word(*_syllable(piece), start, end, sentence)


def _syllable(word: str) -> Forms:
    """Return a word's plain and exact form, whether it is marked, and whether it can be spoken."""
    return _known_forms(word) if len(word) <= _SYLLABLE else _forms(word)


def _forms(word: str) -> Forms:
    letters = _letters(word)
    exact, plain = _exact(letters), _plain(letters) or letters  # a letter may be but a mark: ﾞ
    return plain, exact, not exact.isascii(), plain[0].isdigit() or bool(_SPOKEN.fullmatch(plain))


@lru_cache(maxsize=20_000)
def _known_forms(word: str) -> Forms:
    """Fold a syllable once: Vietnamese has some 7,000, and each comes back in nearly every text."""
    return _forms(word)


def _letters(word: str) -> str:
    """Return the letters of a word with their marks apart, in lower case, stretched ones once."""
    return unicodedata.normalize("NFKD", _STRETCHED.sub(r"\1", word.lower()))


def _bare(letters: str) -> str:
    if letters.isascii():
        return letters
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")


def _plain(letters: str) -> str:
    return _FINAL_Y.sub("i", _bare(letters))


def _exact(letters: str) -> str:
    """Write hoà and hòa, lý and lí, sửa and sữa alike: residents (and clerks) type both."""
    tone = "".join(_TONES[c] for c in letters if c in _TONES)
    return _FINAL_Y.sub("i", "".join(c for c in letters if c not in _TONES)) + tone
