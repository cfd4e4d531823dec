"""Opening a name: what for, then the name.

card ──► person ──► purpose ──► name ──► card
"""

from desk import personal
from desk.letter import Letter, Line, choice, column
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.access import Purpose
from petitions.codes import show_code


async def purposes(turn: Turn) -> Said:
    """Ask what a name is opened for."""
    [code] = turn.args
    personal.check(turn.actor)
    reasons = [choice(f"button-purpose-{one}", "person", code, one) for one in Purpose]
    rows = (*column(reasons), (choice("button-card", "card", code),))
    return turn.show(Letter((Line("ask-purpose", {"code": show_code(code)}),), rows))


async def opened(turn: Turn) -> Said:
    """Show the name."""
    code, purpose = turn.args
    return turn.show(await personal.open_person(turn.unit, turn.actor, code, Purpose(purpose)))
