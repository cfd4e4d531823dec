"""Whether an answer is worth sending: what it leaves out, each with a reason that an officer understands."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from petitions.cues import Cue, CueGroup, Lexicon, covered
from petitions.kinds import Field
from petitions.matters import Matter
from petitions.text import NO_SLANG, Folded, is_vietnamese

_SAYS_SOMETHING = 12
"""Words besides set phrases from which on an answer is more than a phrase."""
_LONG_ENOUGH = 6
"""Pairs of words from which on it can be said that an answer repeats the matter."""
_MOSTLY = 0.6
_DATE = re.compile(r"(?<!\d)(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])(?:[/.-]\d{2,4})?(?!\d|[.]\d)")


class Weakness(StrEnum):
    """What an answer lacks, in the order in which it is said."""

    NO_EVIDENCE = "no_evidence"
    PHRASE = "phrase"
    NO_ACT = "no_act"
    NO_DATE = "no_date"
    NO_DOER = "no_doer"
    REPEATS = "repeats"
    UNADDRESSED = "unaddressed"


_IN_ANY_LANGUAGE = frozenset({Weakness.NO_EVIDENCE, Weakness.REPEATS})
"""What can be said of an answer whose words are not understood."""


class Vagueness(BaseModel):
    """The signs by which an answer is weighed; the ids of the groups stand in the data file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    signs: tuple[CueGroup, ...]
    slang: Mapping[str, str] = NO_SLANG

    def of(
        self, answer: str, matters: Sequence[Matter], touched: Container[Field], *, evidence: bool
    ) -> tuple[Weakness, ...]:
        """Return what the answer lacks; `matters` were asked about, `touched` are the fields it speaks of."""
        folded = Folded.of(answer, self.slang)
        cues = self._lexicon.find(folded)
        said = {cue.rule for cue in cues} | ({"date"} if _DATE.search(answer) else set())
        found = {
            Weakness.NO_EVIDENCE: not evidence and "excuse" not in said,
            Weakness.PHRASE: "phrase" in said and _besides(folded, cues) < _SAYS_SOMETHING,
            Weakness.NO_ACT: said.isdisjoint({"act", "deed", "did"}),
            Weakness.NO_DATE: "date" not in said,
            Weakness.NO_DOER: "doer" not in said,
            Weakness.REPEATS: _repeats(folded, matters),
            Weakness.UNADDRESSED: any(_unaddressed(folded, matters, touched)),
        }
        asked = found if _understood(folded, said) else _IN_ANY_LANGUAGE
        return tuple(weakness for weakness, there in found.items() if there and weakness in asked)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.signs)


def _understood(answer: Folded, said: Container[str]) -> bool:
    """Tell whether an answer is in the language of the signs; where it is marked, it may have foreign words."""
    return answer.accented or (is_vietnamese(answer) and "foreign" not in said)


def _besides(answer: Folded, cues: Sequence[Cue]) -> int:
    """Count the words that belong to no set phrase."""
    phrases = [cue for cue in cues if cue.rule == "phrase"]
    return len(answer.words) - len(covered(answer, phrases))


def _repeats(answer: Folded, matters: Sequence[Matter]) -> bool:
    pairs, asked = _pairs(answer), frozenset[tuple[str, str]]().union(*(_pairs_of(one) for one in matters))
    return len(pairs) >= _LONG_ENOUGH and len(pairs & asked) >= _MOSTLY * len(pairs)


def _unaddressed(answer: Folded, matters: Sequence[Matter], touched: Container[Field]) -> Iterator[bool]:
    """Yield for each of several matters whether the answer says nothing of it."""
    if len(matters) > 1:
        pairs = _pairs(answer)
        yield from (one.field not in touched and not pairs & _pairs_of(one) for one in matters if one.field)


def _pairs_of(matter: Matter) -> frozenset[tuple[str, str]]:
    return _pairs(Folded.of(matter.words))


def _pairs(text: Folded) -> frozenset[tuple[str, str]]:
    """Return neighbouring words: most Vietnamese terms are of two syllables."""
    return frozenset((one.plain, other.plain) for one, other in pairwise(text.words))
