"""Erasing a petition at its author's written wish, by the administrator, who reads none.

/erase code number ──► sure? ──► erased | kept
"""

from desk import erasing, related
from desk.letter import Letter, Line, choice, say
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.codes import read_code, show_code


async def asked(turn: Turn) -> Said:
    """Ask once before a petition is erased; without a code and the paper's number, say how."""
    erasing.check(turn.actor)
    if not turn.typed:
        return say("erase-how")
    code = read_code(turn.typed[0])
    if code is None:
        return Letter((Line("code-wrong"), Line("erase-how")))
    case, number = await erasing.on_paper(turn.unit, turn.actor, code, " ".join(turn.typed[1:]))
    asking = Line("ask-erase-paper", {"code": show_code(case.code), "paper": number})
    yes = choice("button-erase-yes", "expunged", case.code, number)
    also = await related.not_erased(turn.unit, case)
    return Letter((asking, *also), ((yes,), (choice("button-keep", "unerased", case.code),)))


async def kept(turn: Turn) -> Said:
    """Say that nothing was erased, in the place of a question that was answered with no."""
    erasing.check(turn.actor)
    return turn.show(say("erase-kept", code=show_code(turn.args[0])))


async def expunged(turn: Turn) -> Said:
    """Erase it."""
    code, number = turn.args
    case = await erasing.erase_on_paper(turn.unit, turn.office, turn.doing_with(code), number)
    also = await related.not_erased(turn.unit, case)
    return turn.show(Letter((Line("done-erased", {"code": show_code(case.code)}), *also)))
