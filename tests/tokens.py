"""Words that can be traced: each is like no other, and knows what it is and who may read it."""

import random
import re
from dataclasses import dataclass, field, replace
from enum import StrEnum

_FOUND = re.compile(rb"zqw[bcdfghjklmnprstvx]{10}|09990\d{6}|file:\d+")
_SIGNS = "bcdfghjklmnprstvx"


class Reader(StrEnum):
    """Who stands where towards a petition; `SECRET` is whoever knows its code and secret and nothing else."""

    AUTHOR = "author"
    FOLLOWER = "follower"
    SECRET = "secret"
    OFFICE = "office"
    BODY = "body"


class What(StrEnum):
    """What words are in a walk."""

    WORDS = "words"
    PHONE = "phone"
    PLACE = "place"
    NAME_SHOWN = "name shown"
    NAME_KEPT = "name kept"
    NOTE = "note"
    SAID = "said"  # in the open: question and supply, guidance, refusal, explanation, a word on the answer
    ANSWER = "answer"
    CONTRIBUTION = "contribution"
    AMONG = "among"  # between office and bodies: why returned, sent back, waived, denied
    MORE = "more time"
    CARRIED = "carried out"


_A, _F, _S, _O, _B = Reader.AUTHOR, Reader.FOLLOWER, Reader.SECRET, Reader.OFFICE, Reader.BODY
MAY_READ: dict[What, frozenset[Reader]] = {
    What.WORDS: frozenset({_A, _O, _B}),
    What.PHONE: frozenset({_A, _O, _B}),
    What.PLACE: frozenset({_A, _O, _B}),
    What.NAME_SHOWN: frozenset({_A, _O, _B}),
    What.NAME_KEPT: frozenset({_A, _O}),
    What.NOTE: frozenset({_O}),
    What.SAID: frozenset({_A, _S, _O, _B}),
    What.ANSWER: frozenset({_O, _B}),
    What.CONTRIBUTION: frozenset({_O, _B}),
    What.AMONG: frozenset({_O, _B}),
    What.MORE: frozenset({_O, _B}),
    What.CARRIED: frozenset({_O, _B}),
}
"""Who may read what as soon as it is said.

A signature opens an answer, a grant the reason for more time, a confirmation what was carried out.
"""
SIGNED = frozenset({_A, _S, _F})
GRANTED = frozenset({_A, _S})


@dataclass(frozen=True)
class Token:
    """A word, what it is, who may read it by now, and the bodies that may."""

    what: What
    readers: frozenset[Reader]
    bodies: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Given:
    """What a signature would open: all parts and files since the last referral, and the newest answer."""

    parts: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    answer: tuple[str, ...] = ()


Standing = tuple[dict[str, Token], Given]


@dataclass
class Tokens:
    """All traceable words of a walk."""

    dice: random.Random
    known: dict[str, Token] = field(default_factory=dict)
    given: Given = Given()

    def new(self, what: What) -> str:
        """Make a word like no other; a phone has digits."""
        sign, size, begin = ("0123456789", 6, "09990") if what is What.PHONE else (_SIGNS, 10, "zqw")
        return self.add(begin + "".join(self.dice.choices(sign, k=size)), what)

    def add(self, word: str, what: What) -> str:
        """Trace a word, or a file under `file:` and its number."""
        self.known[word] = Token(what, MAY_READ[what])
        return word

    def opens(self, readers: frozenset[Reader], *words: str) -> None:
        """Let more readers in to some words."""
        for word in words:
            self.known[word] = replace(self.known[word], readers=self.known[word].readers | readers)

    def newest(self, what: What) -> str:
        """Return the word of a kind that was made last."""
        return next(word for word in reversed(self.known) if self.known[word].what is what)

    def reported(self) -> tuple[str, ...]:
        """Return the words of the newest report, and its file where one came just before them."""
        report = [word for word, token in self.known.items() if token.what is What.CARRIED]
        return tuple(report[-2:] if report[-2:][0].startswith("file:") else report[-1:])

    def signed(self) -> None:
        """Open what a signature opens."""
        self.opens(SIGNED, *self.given.parts, *self.given.files, *self.given.answer)

    def reaches(self, bodies: frozenset[str]) -> None:
        """Let bodies read what bodies may read of what was said until now."""
        for word, token in self.known.items():
            if Reader.BODY in token.readers:
                self.known[word] = replace(token, bodies=token.bodies | bodies)

    def stand(self) -> Standing:
        """Return what may be read by whom as it stands."""
        return dict(self.known), self.given

    def back(self, before: Standing) -> None:
        """Forget what was not said after all."""
        self.known, self.given = before

    def undone(self, before: Standing) -> None:
        """Go back to what could be read before; nobody may read what came with the decision."""
        known, self.given = before
        self.known = {word: known.get(word, Token(token.what, frozenset())) for word, token in self.known.items()}

    def within(self, where: bytes) -> set[str]:
        """Return the words of this walk that stand somewhere."""
        return {found for one in _FOUND.findall(where.lower()) if (found := one.decode()) in self.known}
