"""How a refusal is said: as a note on the pressed button, with the case as it stands now, or as a message."""

from desk.letter import Letter, Line, Value, word
from desk.reading import card_for
from handlers.telegram.replies import Reply, Send
from handlers.telegram.turn import Turn
from petitions.refusal import Refusal


async def refused(turn: Turn, refusal: Refusal) -> list[Reply]:
    """Return what to say; a button on a case that moved on also shows the case anew."""
    line = Line(refusal.key, _args(refusal))
    if turn.update.callback_query is None:
        return [Send(Letter((line,)))] if turn.update.message else []
    toast = turn.toast(line, alert=True)
    card = await _fresh_card(turn) if refusal.key in {"moved-on", "refused-state"} else None
    return [toast, turn.show(card)] if card else [toast]


async def _fresh_card(turn: Turn) -> Letter | None:
    if turn.visitor is None or not turn.args:
        return None
    return await card_for(turn.unit, turn.office, turn.actor, turn.args[0], private=turn.private)


def _args(refusal: Refusal) -> dict[str, Value]:
    """Show a status in words, everything else as it is."""
    known = dict(refusal.args_for_words)
    if "status" in known:
        known["status"] = word(f"status-{known['status']}")
    return known
