"""Which petition words are meant for: a letter that asks something came while another petition is half written.

(filing) words ──► which ──► "the petition that is written" ──► (filing) where it was, with the words
                     └──► "that letter" ──► (talk) gather.supply, with the words; what is half written is set aside
"""

from collections.abc import Mapping
from dataclasses import replace

from telegram import Message, Update

from desk import judging, reading
from desk.letter import Line, Rows, choice, column
from desk.telling import RATINGS
from handlers.telegram import filing, placing
from handlers.telegram.filing import unfit_words
from handlers.telegram.gatekeeping import guarded, stale
from handlers.telegram.joining import beside
from handlers.telegram.on import Act as Acting
from handlers.telegram.on import Said, answered_by, listed
from handlers.telegram.questions import (
    FILES,
    NAME,
    NAME_TYPED,
    PLACE,
    WHICH,
    WORDS,
    ask,
    at_counter,
    stand,
    unplaced,
)
from handlers.telegram.replies import Reply, Send
from handlers.telegram.turn import Turn
from petitions.case import Case, Status
from petitions.codes import find_code
from petitions.text import clean, has_words
from petitions.workflow import Act

_ADDING = "gather.supply"
_TAKES: Mapping[str, Acting] = {
    WORDS: filing.words,
    PLACE: placing.place_typed,
    NAME_TYPED: filing.name_typed,
}
"""What takes words at a step; everywhere else they are added to the petition's."""


def may_answer(turn: Turn) -> bool:
    """Tell whether words may answer a letter that came after the question; a reply to something else does not."""
    if not turn.who.asking or at_counter(turn) or not has_words(clean(turn.text)):
        return False
    return answered_by(turn.message) is None or _replied(turn) is not None


def _replied(turn: Turn) -> str | None:
    """Return the petition whose letter a message replies to, None where it replies to no letter that asks."""
    to = answered_by(turn.message)
    code = find_code(to.text or to.caption or "") if to else None
    return code if code in turn.who.asking else None


def asked(take: Acting) -> Acting:
    """Ask what the words are meant for, and hold them until then; a reply to the letter says it, for `take`."""

    async def do(turn: Turn) -> Said:
        code = _replied(turn)
        if code:
            return await _answering(turn, code, take)
        typed, before = clean(turn.text), [*turn.value("words", ()), *unplaced(turn)]
        wrong = unfit_words(before, typed, file=False)
        if wrong:
            return wrong
        if turn.step != WHICH:
            turn.go(WHICH, back=turn.step, asking=[], unplaced=[])
        turn.go(WHICH, asking=list(dict.fromkeys([*turn.value("asking"), *turn.who.asking])))
        stopped = await guarded(turn, before, typed)
        if stopped:
            return stopped
        turn.go(WHICH, unplaced=[*turn.value("unplaced"), [turn.message.message_id, typed]])
        return ask(turn, WHICH)

    return do


async def words_only(turn: Turn) -> Said:
    """Ask again where a file comes before a button says which petition is meant; it is not kept."""
    letter = ask(turn, WHICH)
    return None if turn.of_known_album else replace(letter, lines=(Line("words-only-here"), *letter.lines))


async def to_draft(turn: Turn) -> Said:
    """Take the words where the half-written petition stands, as if they had been written there."""
    held, back = turn.value("unplaced"), turn.value("back")
    # Where a button answers, words are added to the petition's.
    _placed(turn, FILES if back == NAME else back)
    return await _rewritten(turn, held, beside(_TAKES.get(turn.step or "", filing.files)))


def to_letter(take: Acting) -> Acting:
    """Answer the letter with the words: `take` adds them to its petition."""

    async def do(turn: Turn) -> Said:
        held, code = turn.value("unplaced"), turn.args[0]
        if code not in turn.value("asking"):
            return stale(turn)
        _placed(turn, turn.value("back"))

        async def answer(turn: Turn) -> Said:
            return await _answering(turn, code, take)

        return await _rewritten(turn, held, answer)

    return do


def _placed(turn: Turn, step: str) -> None:
    turn.go(step, unplaced=[], asking=[], back=None)


async def _rewritten(turn: Turn, held: list[tuple[int, str]], act: Acting) -> Said:
    """Let an act take the words that are held as the message by which they came."""
    press, message = turn.update, turn.pressed.message
    settled = turn.settle()
    assert message is not None  # noqa: S101 - the button stands below a message
    sent = Message(held[-1][0], message.date, message.chat, text="\n".join(text for _, text in held))
    turn.update = Update(press.update_id, message=sent)
    turn.update.set_bot(press.get_bot())
    said = list(listed(await act(turn)))
    turn.update = press
    return [settled, *said]


async def _answering(turn: Turn, code: str, take: Acting) -> Said:
    """Add the words to the petition of the letter; an answer is judged by the button that sends them."""
    case = await reading.check(turn.unit, turn.doing_with(code), Act.SUPPLY)
    calm = turn.value("calm")
    stand(turn, _ADDING, case)
    turn.go(_ADDING, calm=calm)
    said = list(listed(await take(turn)))
    return [_judging(one, case) for one in said] if case.status is Status.ANSWERED else said


def _judging(said: Reply, case: Case) -> Reply:
    """Put the question for the judgement, and its buttons, to what is sent along with it."""
    if not (isinstance(said, Send) and said.letter.petition == case.id):
        return said
    lines = (*judging.open_([case]), *said.letter.lines, Line("verdict-with-words"))
    return replace(
        said, letter=replace(said.letter, lines=lines, choices=(*_verdicts(case), *said.letter.choices))
    )


def _verdicts(case: Case) -> Rows:
    return column([choice(f"button-rate-{rating}", "verdict", case.code, rating) for rating in RATINGS])
