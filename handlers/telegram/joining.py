"""Neighbours who reported the same: offered beside the preview; one tap joins, another sends one's own.

preview ──► (join) receipt with the code to follow ──► preview of the next, of several matters
letter about a change, or timeline ──► leave
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from desk import filing, neighbours
from desk.letter import Choice, Letter, Line, Value, choice, date, word
from desk.neighbours import Neighbour
from handlers.telegram.advice import look
from handlers.telegram.gatekeeping import guarded, stale
from handlers.telegram.on import Said, listed
from handlers.telegram.questions import PREVIEW, at_counter
from handlers.telegram.replies import Reply, Send, Show
from handlers.telegram.sending import following
from handlers.telegram.turn import Turn
from petitions.codes import show_code

Act = Callable[[Turn], Awaitable[Said]]


def beside(act: Act) -> Act:
    """Let an act that leads to the preview show there who reported the same; at the counter nobody could join."""

    async def do(turn: Turn) -> Said:
        said = list(listed(await act(turn)))
        if turn.step == PREVIEW and turn.value("words") and not at_counter(turn):
            found = await _found(turn)
            turn.go(PREVIEW, neighbour=found.found.code if found else None)
            return [_offering(one, found) for one in said] if found else said
        return said

    return do


async def join(turn: Turn) -> Said:
    """Join the petition that was offered; what was written is not filed and is forgotten."""
    code = turn.args[0]
    if turn.value("neighbour") != code:
        return stale(turn)
    texts = list(turn.value("words", ()))
    stopped = await guarded(turn, texts[:-1], texts[-1]) if texts else None
    if stopped:
        return stopped
    case = await neighbours.join(turn.unit, turn.office, turn.actor, code)
    await filing.detach(turn.unit, list(turn.value("media", ())))
    facts: dict[str, Value] = {"code": show_code(code), "field": word(f"field-{case.field}")}
    new = () if turn.value("queued") else ((choice("button-new", "new"),),)
    joined = Letter((Line("joined", facts),), ((choice("button-timeline", "timeline", code),), *new))
    return [turn.show(joined), *following(turn)]


async def leave(turn: Turn) -> Said:
    """Follow a petition no longer."""
    case = await neighbours.leave(turn.unit, turn.actor, turn.args[0])
    rows = ((choice("button-new", "new"),),)
    return [turn.settle(), Letter((Line("left", {"code": show_code(case.code)}),), rows)]


async def _found(turn: Turn) -> Neighbour | None:
    report = neighbours.read(turn.office, "\n\n".join(turn.value("words", ())), turn.value("place"))
    return await neighbours.near(turn.unit, turn.office, turn.who.person, look(turn).field, report)


def _offering(reply: Reply, found: Neighbour) -> Reply:
    """Put the offer under the preview, and its button on top; a receipt before it stays as it is."""
    if not isinstance(reply, Send | Show) or all(line.key != "preview-ask" for line in reply.letter.lines):
        return reply
    facts: dict[str, Value] = {
        "count": found.people,
        "at": date(found.found.handed_in),
        "place": found.place,
    }
    join_ = choice("button-join", "join", found.found.code, count=found.people)
    letter = replace(
        reply.letter,
        lines=(
            *(line for line in reply.letter.lines if line.key != "preview-ask"),
            Line("neighbours-found", facts),
        ),
        choices=((join_,), *(tuple(map(_apart_from_it, row)) for row in reply.letter.choices)),
    )
    return replace(reply, letter=letter)


def _apart_from_it(one: Choice) -> Choice:
    """Let the button that sends say that it is another matter."""
    return choice("button-alone", "send") if one.verb == "send" else one
