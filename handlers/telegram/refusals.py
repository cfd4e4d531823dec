"""How a refusal is said: as a note on the pressed button, with the case as it stands now, or as a message."""

from collections.abc import Mapping

from desk.letter import Letter, Line, Value, choice, fact, officer_name, word
from desk.reading import card_for, erased, meanwhile
from desk.timeline import stands_for_author
from handlers.telegram.files import file_of
from handlers.telegram.questions import TO_OWN, holds_something
from handlers.telegram.replies import Reply, Send, Show
from handlers.telegram.turn import Turn
from petitions.codes import read_code, show_code
from petitions.refusal import Refusal
from petitions.roles import OF_BODY
from petitions.text import clean

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
    press = turn.update.callback_query is not None
    if not press and turn.update.message is None:
        return []
    # A button that sends carries what it sends, not about which petition: the conversation knows that.
    named = read_code(turn.args[0]) if press and turn.args else None
    code = named or turn.value("code")
    clicked = press and bool(turn.pressed.id)
    overtaken, preview = refusal.key in _OVERTAKEN, None
    stands = await _stands_for_author(turn, code) if overtaken else None
    line = _said(turn, refusal, {"status": stands} if stands else {})
    unsent: list[Reply] = []
    if not named and refusal.key not in _PASSING and (turn.step or "").startswith(("words.", "gather.")):
        unsent = [Send(letter) for letter in [await _unsent(turn, overtaken=overtaken)] if letter]
        # What was shown to be sent is not to be sent any more, however that came out.
        preview = turn.who.asked if holds_something(turn) and not clicked else None
        turn.end()
    first = turn.toast(line, alert=True) if press else Send(Letter((line,)))
    if stands and named:
        return [first, turn.settle((choice("button-timeline", "timeline", named),))]
    card = await _fresh_card(turn, code) if overtaken else None
    shown = [Show(card, preview) if preview else turn.show(card)] if card else []
    return [first, *shown, *unsent]


async def _unsent(turn: Turn, *, overtaken: bool) -> Letter | None:
    """Show whoever wrote the words that go nowhere any more, so that they can be sent anew."""
    message = turn.update.message
    texts = [*turn.value("words", ()), turn.value("typed"), clean(turn.text) if message else ""]
    words = "\n\n".join(filter(None, texts))
    about: dict[str, Value] = {"code": show_code(turn.value("code")), "words": words}
    if turn.step in TO_OWN:
        anew = ((choice("button-new", "new"),),)
        return Letter((Line("words-unsent", about),), anew, petition=turn.value("petition")) if words else None
    files = len(turn.value("media", ())) + bool(message and file_of(message))
    # What was erased is not to stand anywhere anew.
    if not (overtaken and (words or files)) or await erased(turn.unit, turn.value("code")):
        return None
    lines = [Line("unsent-head", about), *await _why_unsent(turn)]
    lines += [Line("unsent-words", about)] if words else []
    lines += [fact("unsent-files", count=files)] if files else []
    again = Line("unsent-again" if turn.actor.at_desk() else "unsent-again-body")
    return Letter((*lines, again), petition=turn.value("petition"))


async def _why_unsent(turn: Turn) -> list[Line]:
    """Say who wrote, where several may, and who was quicker."""
    seen = turn.value("seen")
    known = turn.visitor is not None and seen is not None
    since = await meanwhile(turn.unit, turn.actor, turn.value("code"), seen) if known else None
    return [*await writer(turn), *([fact("unsent-meanwhile", **since)] if since else [])]


async def writer(turn: Turn) -> list[Line]:
    """Name who is writing where several may: as the office calls them, and as the group sees them."""
    user, visitor = turn.update.effective_user, turn.visitor
    if turn.private or user is None or visitor is None:
        return []
    who = officer_name(visitor.person, await turn.unit.people.names([visitor.person], OF_BODY))
    alike = who == user.first_name
    return [fact("taken-from", who=who) if alike else fact("taken-from-as", who=who, name=user.first_name)]


def _said(turn: Turn, refusal: Refusal, stands: Mapping[str, Value]) -> Line:
    """Say in a body's group who may act there, whoever else it is that tried; in nobody's group, where to go."""
    if not turn.bound and turn.update.callback_query:
        return Line("group-not-bound")
    known = turn.visitor is not None and bool(turn.actor.grants)
    if not (turn.private or known) and refusal.key in {"stranger", "refused-role"}:
        return Line("only-registered")
    return Line(refusal.key, {**facts_of(refusal), **stands})


async def _stands_for_author(turn: Turn, code: str | None) -> Value | None:
    return await stands_for_author(turn.unit, turn.actor, code) if turn.visitor and code else None


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
