"""Supervision in the chat: the board of what bodies owe, reminders to be signed, what is reported above.

/board ──► page ──► card
draft ──► urge ──► (the body and those named get it)
card ──► escalate ──► way ──► dossier (goes there too)
"""

from collections.abc import Collection, Iterable, Sequence

from desk import following_up, reading, supervising
from desk.letter import Letter, Line, Value, body_name, choice, column, date, fact, grid, several, word
from desk.office import Office
from desk.records import Late, Load
from handlers.telegram.deciding import decided
from handlers.telegram.on import Said
from handlers.telegram.queues import NOTHING, to_view, ways, window
from handlers.telegram.replies import Send
from handlers.telegram.turn import Turn
from petitions.codes import show_code
from petitions.queues import View
from petitions.workflow import Act

PAGE = 10


async def board(turn: Turn) -> Said:
    """Show what bodies owe."""
    return await _board(turn, NOTHING)


async def board_page(turn: Turn) -> Said:
    """Turn to a page of the board."""
    return turn.show(await _board(turn, turn.args[0]))


async def urge(turn: Turn) -> Said:
    """Sign the reminder that was drafted."""
    case, nobody = await supervising.urge(turn.unit, turn.office, turn.doing())
    if not nobody:
        return decided(turn, "done-urged", case)
    bodies = several(body_name(turn.office, one) for one in nobody)
    return decided(turn, "done-urged-unreached", case, body=bodies)


async def escalate(turn: Turn) -> Said:
    """Offer the ways up."""
    code = turn.args[0]
    case = await reading.check(turn.unit, turn.doing(), Act.ESCALATE)
    up = turn.office.programme.ways_up(case.lead) if case.lead else {}
    ways = [
        choice("button-way", "escalated", code, way, way=body_name(turn.office, body)) for way, body in up.items()
    ]
    rows = (*column(ways), (choice("button-card", "card", code),))
    return turn.show(Letter((Line("choose-way", {"code": show_code(code)}),), rows))


async def escalated(turn: Turn) -> Said:
    """Report it above; the dossier stays in the chat, to be sent on paper too."""
    code, way = turn.args
    above, dossier = await supervising.escalate(turn.unit, turn.office, turn.doing_with(code), way)
    said = Line("done-escalated", {"code": show_code(code), "to": body_name(turn.office, above)})
    return [turn.show(Letter((said,), ((choice("button-open", "open", code),),))), Send(dossier)]


async def _board(turn: Turn, where: str) -> Letter:
    page = await supervising.board(turn.unit, turn.office, turn.actor, window(where, PAGE))
    followed = await following_up.loads(turn.unit, turn.actor)
    nobody = await reading.unreached(turn.unit, dict.fromkeys(one.body for one in page.lines))
    cards = grid([choice("button-code", "open", one.code, code=show_code(one.code)) for one in page.lines])
    turns = ways(page, lambda key, to: choice(key, "board", to))
    head = Line("board-head" if page.lines else "board-empty")
    to_queue = ((to_view(View.FOLLOWED_UP, sum(one.total for one in followed)),),) if followed else ()
    return Letter(
        (head, *_lines(turn, page.lines, nobody), *_followed(turn.office, followed)), (*cards, *turns, *to_queue)
    )


def _followed(office: Office, loads: Sequence[Load]) -> Iterable[Line]:
    """Say what is followed up until it is carried out, and what of it is overdue, by body."""
    if loads:
        yield Line("board-followed", {"total": sum(one.total for one in loads)})
    for one in loads:
        yield fact("board-followed-row", body=body_name(office, one.body), total=one.total, overdue=one.overdue)


def _lines(turn: Turn, found: Sequence[Late], nobody: Collection[str]) -> Iterable[Line]:
    """Say what each body of a page owes, the one that is late longest first; `nobody` reads here for some."""
    for body in dict.fromkeys(one.body for one in found):
        yield Line("board-body", {"body": body_name(turn.office, body)})
        if body in nobody:
            yield fact("board-unreached")
        for one in found:
            if one.body == body:
                yield _row(turn.office, one, overdue=one.due_at < turn.now)
                yield from _asked(one)


def _asked(one: Late) -> Iterable[Line]:
    """Say that the body awaits an answer itself: whether it is given more time."""
    if one.asked_at:
        yield fact("queue-row-asked", at=date(one.asked_at))


def _row(office: Office, one: Late, *, overdue: bool) -> Line:
    rung = next((step for step in office.programme.ladder if step.id == one.urged), None)
    urged: Value = {"vi": rung.action.vi, "en": rung.action.en} if rung else word("board-not-urged")
    if one.above:
        urged = word("board-above")
    facts: dict[str, Value] = {
        "code": show_code(one.code),
        "field": word(f"field-{one.field}"),
        "due": date(one.due_at),
        "urged": urged,
    }
    if one.accepted:
        return fact("board-overdue" if overdue else "board-soon", **facts)
    return fact("board-overdue-acceptance" if overdue else "board-soon-acceptance", **facts)
