"""How residents' text is cleaned and folded, so that one cue finds every way of typing it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

NO_SLANG: Mapping[str, str] = MappingProxyType({})

_TONES = {"\u0300": "\u0300", "\u0301": "\u0301", "\u0309": "\u0309", "\u0303": "\u0309", "\u0323": "\u0323"}
_LETTER = r"[^\W_][\u0300-\u036f]*"
_WORD = re.compile(rf"{_LETTER}/{_LETTER}(?![^\W_])|(?:{_LETTER})+")
_SENTENCE_END = re.compile(r"(?:(?<!\b\w)(?<!\b\w\w)\.|[!?;…])(?=\s|$)")  # P. and Tp. end no sentence
_FINAL_Y = re.compile(r"(?<=[bcdghklmnprstvxđ])y$|(?<=^qu)y$")  # lý is lí, quỹ is quĩ, but ngày is not ngài
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_SPOKEN = re.compile(r"(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|nh|ng|[cmnpt])?")
_SYLLABLE = 10  # letters of the longest (nghiêng, decomposed) and a margin
_FEW_WORDS, _FEW_LETTERS = 3, 10
_MOSTLY = 0.5  # properly typed Vietnamese marks about three words in four, hasty typing hardly any


@dataclass(frozen=True, slots=True)
class Word:
    """Hold one word of a text in comparable forms and say where it stands in the original."""

    plain: str  # no diacritics, final y written i
    exact: str  # vowel marks kept, the tone moved to the end, ngã written as hỏi
    marked: bool  # the resident typed a diacritic in it
    start: int
    end: int
    sentence: int


@dataclass(frozen=True)
class Folded:
    """Hold a text as comparable words that point back into the original."""

    original: str
    words: tuple[Word, ...]
    accented: bool  # typed with diacritics, so a word without them means a word without them

    @classmethod
    def of(cls, text: str, slang: Mapping[str, str] = NO_SLANG) -> "Folded":
        """Fold a text, with slang words expanded; both pieces of an expansion point at the slang word."""
        typed = [found[0] for found in _WORD.finditer(text) if not found[0][0].isdigit()]
        marked = sum(not word.isascii() for word in typed)
        return cls(text, tuple(_words(text, slang)), accented=marked > _MOSTLY * len(typed))


def clean(text: str) -> str:
    """Return the text in NFC, without control, zero-width or bidi characters, with few blank lines."""
    lines = re.sub(r"\r\n?|[\u2028\u2029]", "\n", text).replace("\t", " ")
    kept = "".join(c for c in lines if c == "\n" or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    trimmed = re.sub(r"[^\S\n]+\n", "\n", unicodedata.normalize("NFC", kept).strip())
    return re.sub(r"\n{4,}", "\n\n\n", trimmed)


def fold(text: str, slang: Mapping[str, str] = NO_SLANG) -> str:
    """Return the text in lower case without diacritics; punctuation and spacing stay."""
    return _WORD.sub(lambda found: " ".join(map(_bare, map(_letters, _expand(found[0], slang)))), text)


def plain_word(word: str) -> str:
    """Return one word in the form that everybody's way of typing it comes to."""
    return _forms(word)[0]


def plain_words(text: str) -> frozenset[str]:
    """Return the words of a text, each once, in the form that everybody's way of typing them comes to."""
    return frozenset(word.plain for word in Folded.of(text).words)


def shortened(text: str, limit: int) -> str:
    """Return the text, or its beginning up to a whole word with dots after it."""
    return text if len(text) <= limit else f"{text[:limit].rsplit(maxsplit=1)[0]} …"


def is_vietnamese(text: Folded) -> bool:
    """Say whether most words can be syllables of Vietnamese, typed with or without diacritics."""
    words = [word for word in text.words if not word.plain[0].isdigit()]
    return sum(map(is_syllable, words)) >= _MOSTLY * len(words)


def is_syllable(word: "Word") -> bool:
    """Say whether a word is a number or can be a syllable of Vietnamese."""
    return word.plain[0].isdigit() or bool(_SPOKEN.fullmatch(word.plain))


def says_little(text: str) -> bool:
    """Say whether a text is hardly a matter: one or two words, or a few letters."""
    return len(text.split()) < _FEW_WORDS or sum(c.isalnum() for c in text) < _FEW_LETTERS


def has_words(text: str) -> bool:
    """Say whether there is a letter at all: emoji, digits and punctuation alone are no message."""
    return any(c.isalpha() for c in text)


def _words(text: str, slang: Mapping[str, str]) -> Iterator[Word]:
    ends = [found.start() for found in _SENTENCE_END.finditer(text)]
    sentence = 0
    for found in _WORD.finditer(text):
        while sentence < len(ends) and ends[sentence] < found.start():
            sentence += 1
        for piece in _expand(found[0], slang):
            forms = _known_forms(piece) if len(piece) <= _SYLLABLE else _forms(piece)
            yield Word(*forms, found.start(), found.end(), sentence)


def _expand(word: str, slang: Mapping[str, str]) -> list[str]:
    """Look a word up as typed first: CA is the police, ca is a shift."""
    composed = unicodedata.normalize("NFC", word)
    return (slang.get(composed) or slang.get(composed.lower()) or word).split()


def _forms(word: str) -> tuple[str, str, bool]:
    """Return a word's plain and exact form, and whether it is marked."""
    letters = _letters(word)
    exact = _exact(letters)
    return _plain(letters), exact, not exact.isascii()


@lru_cache(maxsize=20_000)
def _known_forms(word: str) -> tuple[str, str, bool]:
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
