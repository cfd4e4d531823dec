"""How a refusal is said: as a note on the pressed button, with the case as it stands now, or as a message."""

from collections.abc import Iterator

from desk.letter import Letter, Line, Value, choice, word
from desk.reading import card_for
from handlers.telegram.questions import TO_OWN
from handlers.telegram.replies import Reply, Send
from handlers.telegram.turn import Turn
from petitions.codes import read_code, show_code
from petitions.refusal import Refusal

_PASSING = frozenset({"no-room", "not-saved", "extension-too-long"})
"""Refusals after which the same may be tried again: what was gathered stays."""
_OVERTAKEN = frozenset(
    {
        "moved-on",
        "refused-state",
        "share-ended",
        "extension-unlawful",
        "undo-too-late",
        "undo-overtaken",
        "informed-by",
        "known-by",
        "more-to-tell",
        "nothing-to-tell",
        "nothing-to-urge",
    }
)
"""Refusals of a button that leads nowhere any more: the case as it stands now comes in its place."""


async def refused(turn: Turn, refusal: Refusal) -> list[Reply]:
    """Return what to say; where the case moved on, with the case as it stands now.

    A conversation that led to the refusal ends: what was asked for is no longer wanted. A button that names its
    petition is no part of one.
    """
    line = _said(turn, refusal)
    press = turn.update.callback_query is not None
    if not press and turn.update.message is None:
        return []
    # A button that sends carries what it sends, not about which petition: the conversation knows that.
    named = read_code(turn.args[0]) if press and turn.args else None
    code = named or turn.value("code")
    unsent: list[Reply] = []
    if not named and refusal.key not in _PASSING and (turn.step or "").startswith(("words.", "gather.")):
        unsent = [Send(letter) for letter in _unsent(turn)]
        turn.end()
    first = turn.toast(line, alert=True) if press else Send(Letter((line,)))
    card = await _fresh_card(turn, code) if refusal.key in _OVERTAKEN else None
    return [first, *([turn.show(card)] if card else []), *unsent]


def _unsent(turn: Turn) -> Iterator[Letter]:
    """Show a resident the words that go nowhere any more, so that they can be sent anew."""
    words = "\n\n".join(turn.value("words", ()))
    if turn.step in TO_OWN and words:
        shown = Line("words-unsent", {"code": show_code(turn.value("code")), "words": words})
        yield Letter((shown,), ((choice("button-new", "new"),),), petition=turn.value("petition"))


def _said(turn: Turn, refusal: Refusal) -> Line:
    """Say in a body's group who may act there, whoever else it is that tried; in nobody's group, where to go."""
    if not turn.bound and turn.update.callback_query:
        return Line("group-not-bound")
    known = turn.visitor is not None and bool(turn.actor.grants)
    if not (turn.private or known) and refusal.key in {"stranger", "refused-role"}:
        return Line("only-registered")
    return Line(refusal.key, facts_of(refusal))


async def _fresh_card(turn: Turn, code: str | None) -> Letter | None:
    if turn.visitor is None or not code:
        return None
    return await card_for(turn.unit, turn.office, turn.actor, code, private=turn.private)


def facts_of(refusal: Refusal) -> dict[str, Value]:
    """Show a status in words, everything else as it is."""
    known = dict(refusal.args_for_words)
    if "status" in known:
        known["status"] = word(f"status-{known['status']}")
    return known
