"""Finding a petition by its code or by words that it has.

/find CODE ──► card;  /find WORDS ──► the newest that have them all ──► card
"""

from desk import finding, reading
from desk.letter import Letter, Line, choice, grid, say
from desk.office_cards import office_card
from handlers.telegram.on import Said
from handlers.telegram.queues import row
from handlers.telegram.turn import Turn
from petitions.codes import meant_as_code, read_code, show_code


async def find(turn: Turn) -> Said:
    """Open the petition of a code, or list those that have the words."""
    typed = " ".join(turn.typed)
    if code := read_code(typed):
        return await office_card(turn.unit, turn.office, turn.actor, code)
    found = await finding.find(turn.unit, turn.actor, typed)
    if not found:
        return say("code-wrong") if meant_as_code(typed) else say("found-nothing", words=typed)
    buttons = [choice("button-code", "open", one.code, code=show_code(one.code)) for one in found]
    head = Line("found", {"words": typed, "limit": finding.FOUND})
    accepted = await reading.accepted(turn.unit, found)
    return Letter((head, *(line for one in found for line in row(one, turn.now, accepted))), grid(buttons))
