"""What a short text without a command is when it is no matter: a greeting, thanks, a question, a way on or out."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from functools import cached_property

from pydantic import BaseModel, ConfigDict

from petitions.cues import Cue, CueGroup, Lexicon, covered
from petitions.text import NO_SLANG, Folded
from petitions.whereabouts import marks, tokens_of

_SHORT = 15
"""Words up to which a question about a petition is nothing else; whoever writes more tells a matter."""
_QUESTION_LENGTH = 12
"""Words up to which a text may be no more than a question or a word about what was told before."""
_JUDGEMENT_LENGTH = 40
"""Words up to which a text that says that something is not solved speaks of an answer, and is no new matter."""
_ONWARD, _OUT, _HOW, _BACK, _WHEN = "onward", "cancel", "how", "withdraw", "when"
_YES, _NONE, _REPLY = "yes", "none", "reply"
_SOLVED, _UNSOLVED, _NOT_YET, _DOUBT = "solved", "unsolved", "not_yet", "doubt"
_LATER = frozenset({_WHEN, _SOLVED, _UNSOLVED, _NOT_YET, _DOUBT})
"""Groups that mean something to whoever has a petition; by themselves they make no text an opening."""


class Opening(StrEnum):
    """What a text is when it is no matter."""

    GREETING = "greeting"
    THANKS = "thanks"
    ASSENT = "assent"
    STATUS = "status"
    INTENT = "intent"
    QUESTION = "question"


class Openings(BaseModel):
    """The groups of cues.

    Their ids are openings, `asking`, `when`, `how`, `withdraw`, `onward`, `none`, `yes`, `reply`, `cancel`,
    `solved`, `unsolved`, `not_yet`, `doubt` or `filler`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    openings: tuple[CueGroup, ...]
    slang: Mapping[str, str] = NO_SLANG

    def of(self, text: str) -> Opening | None:
        """Return what the text is, None for a matter, which is what it is in doubt."""
        folded = Folded.of(text, self.slang)
        cues = [cue for cue in self._lexicon.find(folded) if cue.rule not in _LATER]
        heard = {cue.rule for cue in cues}
        if Opening.STATUS in heard and len(folded.words) <= _SHORT:
            return Opening.STATUS
        if _nothing_else(folded, cues):
            return _alone(heard)
        return Opening.THANKS if self._says_only(text, {Opening.THANKS, _SOLVED}, _POLITE) else None

    def asks_when(self, text: str) -> bool:
        """Tell whether a short text that names no place asks when or whether something, of any kind, is done."""
        folded = Folded.of(text, self.slang)
        return any(cue.rule == _WHEN for cue in self._lexicon.find(folded)) and self.names_little(text)

    def names_little(self, text: str) -> bool:
        """Tell whether a text is short and names no place: it may speak of what was told before."""
        return len(Folded.of(text, self.slang).words) <= _QUESTION_LENGTH and not marks(tokens_of(text), ())

    def goes_on(self, text: str) -> bool:
        """Tell whether a text that was asked for something says only that there is nothing, or to go on."""
        return self._says_only(text, {_ONWARD, _NONE, Opening.ASSENT}, {"filler"})

    def says_none(self, text: str) -> bool:
        """Tell whether a text that was asked for something says only that there is none, or that nobody knows."""
        return self._says_only(text, {_NONE}, {Opening.ASSENT, "filler"})

    def agrees(self, text: str) -> bool:
        """Tell whether a text says no more than that what was offered is to be done."""
        return self._says_only(text, {_YES}, {"filler"})

    def gives_up(self, text: str) -> bool:
        """Tell whether a text says only that what is being done is to be cancelled."""
        return self._says_only(text, {_OUT}, {Opening.ASSENT, "filler"})

    def withdraws(self, text: str) -> bool:
        """Tell whether a text speaks, among other things, of taking a petition back."""
        return any(cue.rule == _BACK for cue in self._lexicon.find(Folded.of(text, self.slang)))

    def judges(self, text: str) -> str | None:
        """Return the judgement of an answer, `solved` or `not`, where a text says nothing else; a thumb is one."""
        if text[:1] in _THUMBS and not Folded.of(text).words:
            return _THUMBS[text[:1]]
        if self._says_only(text, {_UNSOLVED, _NOT_YET}, _POLITE):
            return "not"
        return "solved" if self._says_only(text, {_SOLVED}, _POLITE) or self._thanks_for(text) else None

    def _thanks_for(self, text: str) -> bool:
        """Tell whether a short text thanks, names something in a word or two as solved, and doubts nothing."""
        folded = Folded.of(text, self.slang)
        cues = [cue for cue in self._lexicon.find(folded) if cue.rule in {_SOLVED, *_POLITE, *_DOUBTING}]
        rules = {cue.rule for cue in cues}
        thanks = {_SOLVED, Opening.THANKS} <= rules and not rules & _DOUBTING
        names = len(folded.words) - len(covered(folded, cues))
        return thanks and names <= _NAMES and len(folded.words) <= _SHORT

    def unsolved(self, text: str) -> bool:
        """Tell whether a text that may be about an answer says, among other things, that it is not solved."""
        folded = Folded.of(text, self.slang)
        return len(folded.words) <= _JUDGEMENT_LENGTH and any(
            cue.rule == _UNSOLVED for cue in self._lexicon.find(folded)
        )

    def _says_only(self, text: str, rules: Collection[str], beside: Collection[str]) -> bool:
        folded = Folded.of(text, self.slang)
        cues = [cue for cue in self._lexicon.find(folded) if cue.rule in {*rules, *beside}]
        return _nothing_else(folded, cues) and any(cue.rule in rules for cue in cues)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.openings)


_BY_WEIGHT = {
    Opening.QUESTION: Opening.QUESTION,
    _REPLY: Opening.ASSENT,
    Opening.INTENT: Opening.INTENT,
    Opening.THANKS: Opening.THANKS,
    Opening.GREETING: Opening.GREETING,
    Opening.ASSENT: Opening.ASSENT,
    _YES: Opening.ASSENT,
}
"""What a text in which several of these are heard is first: whoever thanks and asks wants an answer."""


_THUMBS = {"👍": "solved", "👎": "not"}
_DOUBTING = frozenset({_UNSOLVED, _NOT_YET, _DOUBT, _WHEN, _BACK})
_NAMES = 2
"""Words in which somebody names what is solved, such as “the road”."""
_POLITE = frozenset({Opening.GREETING, Opening.THANKS, Opening.ASSENT, "filler"})


def _nothing_else(folded: Folded, cues: Collection[Cue]) -> bool:
    return len(covered(folded, cues)) == len(folded.words)


def _alone(heard: set[str]) -> Opening | None:
    """Return what a text is in which nothing else is said; whoever only addresses somebody greets.

    What is to be cancelled where nothing is being done can be a petition of the list.
    """
    if heard & {"asking", _BACK, _OUT}:
        return Opening.STATUS
    if heard == {"filler"} or _HOW in heard:
        return Opening.GREETING
    return next((opening for rule, opening in _BY_WEIGHT.items() if rule in heard), None)
