"""What a button may ask for: one message of words, or words with files; `wordings` says which button asks what."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from desk.letter import Letter, Line, Rows
from desk.perform import Doing
from handlers.telegram.on import Said
from handlers.telegram.replies import Reply
from handlers.telegram.turn import Turn
from petitions.workflow import Act

_LEAST = 3
"""Words that a question or a reason has at least: fewer tell nothing."""

Offered = Callable[[Turn, str], Awaitable[Rows]]
Worded = Callable[[Turn, Doing, str], Awaitable[Said]]
Read = Callable[[Turn, str], Awaitable[object]]
Advised = Callable[[Turn, str, tuple[int, ...]], Awaitable[Sequence[Line]]]
Offering = Callable[[Turn], Awaitable[Rows]]
Gathered = Callable[[Turn, Doing, str, tuple[int, ...]], Awaitable[Said]]
Again = Callable[[Turn], Awaitable[tuple[Letter | None, Sequence[Line]]]]
Refreshed = Callable[[Turn, str, str, int], Awaitable[Sequence[Reply]]]
"""Returns a card as it stands after the act that began on it, nothing where it only loses its buttons."""


@dataclass(frozen=True)
class Wording:
    """A button that asks for one message of words; `question` is a text key, `does` the act it leads to.

    `offers` makes buttons with words that may do for this petition.
    `reads` looks at the words before the conversation ends. Raises: Refusal — they cannot be understood.
    `least` is how many words there must be. Words that end a petition are shown before they go, under `review`.
    """

    act: Act
    question: str
    does: Worded
    offers: Offered | None = None
    reads: Read | None = None
    least: int = _LEAST
    review: str | None = None


@dataclass(frozen=True)
class Gathering:
    """A button that asks for words and files; `screened` words pass the gate first (those of residents).

    `adopts` are steps whose words, said of the same petition and not sent yet, it begins with.
    `again` quotes above the question what was sent back and is to be written again, and adds to the question.
    `least` is how many words there must be. `advises` says what the words still lack, each time some have been
    taken. `sends` makes the buttons that send, where something is to be said by them; where it makes none, a plain
    one sends.
    """

    act: Act
    question: str
    taken: str
    does: Gathered
    screened: bool = False
    adopts: tuple[str, ...] = ()
    least: int = 0
    advises: Advised | None = None
    sends: Offering | None = None
    again: Again | None = None
