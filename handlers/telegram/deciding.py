"""How a decision of the desk is confirmed in the chat: what was done, until when it can be undone, the way on."""

from collections.abc import Awaitable, Callable

from desk.letter import Letter, Line, Rows, Value, choice, clock, fact
from desk.office import Office
from desk.perform import Doing
from desk.records import Unit
from handlers.telegram.on import Said
from handlers.telegram.replies import Reply
from handlers.telegram.turn import Turn
from petitions.case import Case, Status
from petitions.codes import show_code


def worded(
    act: Callable[[Unit, Office, Doing, str], Awaitable[Case]], key: str, *, decides: bool = True
) -> Callable[..., Awaitable[Said]]:
    """Make what a wording does: the act with the words, then a word to the officer and the way on."""

    async def do(turn: Turn, doing: Doing, words: str) -> Said:
        case = await act(turn.unit, turn.office, doing, words)
        return (decided if decides else done)(turn, key, case)

    return do


def done(turn: Turn, key: str, case: Case, **args: Value) -> Reply:
    """Confirm what was done, with the way on."""
    return turn.show(Letter((Line(key, {"code": show_code(case.code), **args}),), onward(case)))


def decided(turn: Turn, key: str, case: Case, **args: Value) -> Reply:
    """Confirm a decision, with the way back and until when it is open: what is said stays true after that."""
    hold = turn.office.hold
    if not hold:
        return done(turn, key, case, **args)
    lines = (
        Line(key, {"code": show_code(case.code), **args}),
        fact("undo-until", at=clock(turn.now + hold)),
    )
    began = (str(turn.card),) if turn.card else ()
    rows = ((choice("button-undo", "undo", case.code, str(case.entries), *began),), *onward(case))
    return turn.show(Letter(lines, rows))


def onward(case: Case) -> Rows:
    """Return the ways on from what was done: to its own next step, the next petition, the queue."""
    ways = (choice("button-queue", "queue"), choice("button-open", "open", case.code))
    unfinished = case.status is Status.ANSWERED and not case.carried_at
    key = "button-follow-anew" if case.carry_due else "button-follow"
    follow = ((choice(key, "follow", case.code, str(case.entries)),),) if unfinished else ()
    return (*follow, (choice("button-next-case", "next", case.code),), ways)
