"""The desk asks other bodies to take part in a petition.

card ──► involve ──► body (those that the programme names first, a page at a time) ──► (the body gets the card)
"""

from desk import involving, reading
from desk.letter import Choice, Letter, Line, body_name, choice, column
from handlers.telegram.deciding import decided
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.codes import show_code
from petitions.workflow import Act

_PAGE = 8


async def involve(turn: Turn) -> Said:
    """Offer the bodies that can be asked to take part."""
    return await _offer(turn, 0)


async def page(turn: Turn) -> Said:
    """Turn to a page of them."""
    return await _offer(turn, int(turn.args[1]))


async def involved(turn: Turn) -> Said:
    """Ask the chosen body; it gets the card."""
    code, body = turn.args
    case = await involving.involve(turn.unit, turn.office, turn.doing_with(code), body)
    key = "done-involved" if await reading.reached(turn.unit, body) else "done-involved-unreached"
    return decided(turn, key, case, body=body_name(turn.office, body))


async def _offer(turn: Turn, number: int) -> Said:
    code = turn.args[0]
    case = await reading.check(turn.unit, turn.doing_with(code), Act.INVOLVE)
    offered = involving.proposed(turn.office, case)
    first = number * _PAGE
    bodies = [
        Choice(Line("button-body", {"body": body_name(turn.office, body)}), "involved", (code, body))
        for body in offered[first : first + _PAGE]
    ]
    ways = [choice("button-earlier", "others", code, str(number - 1))] if number else []
    ways += [choice("button-later", "others", code, str(number + 1))] if len(offered) > first + _PAGE else []
    rows = (*column(bodies), *((tuple(ways),) if ways else ()), (choice("button-card", "card", code),))
    return turn.show(Letter((Line("choose-involved", {"code": show_code(code)}),), rows))
