"""How a refusal is said: as a note on the pressed button, with the case as it stands now, or as a message."""

from desk.cards import body_card, office_card
from desk.letter import Letter, Line, Value, word
from handlers.telegram.replies import Reply, Send
from handlers.telegram.turn import Turn
from petitions.refusal import Refusal
from petitions.roles import OF_BODY, Role


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
    case = await turn.unit.petitions.load(turn.args[0])
    if case is None:
        return None
    if turn.private and (turn.actor.holds(Role.TRIAGE) or turn.actor.holds(Role.SENIOR)):
        return await office_card(turn.unit, turn.office, turn.actor, case.code)
    if any(turn.actor.holds(role, one.body) for role in OF_BODY for one in case.referrals):
        return await body_card(turn.unit, turn.office, case)
    return None


def _args(refusal: Refusal) -> dict[str, Value]:
    """Show a status in words, everything else as it is."""
    known = dict(refusal.args_for_words)
    if "status" in known:
        known["status"] = word(f"status-{known['status']}")
    return known
