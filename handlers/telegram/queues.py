"""The queues of the office in the chat: filters with counts, pages, and the next case.

/queue ──► page ──► (a filter, earlier, later) ──► page ──► card
              └──► fields | bodies, each with its count ──► page
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from desk import queues
from desk.cards import status_name
from desk.letter import (
    Choice,
    Letter,
    Line,
    Rows,
    Value,
    body_name,
    case_choice,
    choice,
    column,
    date,
    fact,
    grid,
    limit,
    officer_name,
    word,
)
from desk.office import Office
from desk.queues import MOST, Shown
from desk.records import Page, QueueLine
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.codes import show_code
from petitions.kinds import Field
from petitions.programme import Role as BodyRole
from petitions.queues import FIRST, PLAIN, Queue, View, Window, read_place

PAGE = 8
NOTHING = "-"
_BACK, _ON = "<", ">"


async def queue(turn: Turn) -> Said:
    """Show what waits for this officer."""
    return await _page(turn, queues.usual(turn.actor))


async def first_page(turn: Turn) -> Said:
    """Show what waits for this officer, in the place of what was pressed."""
    return turn.show(await _page(turn, queues.usual(turn.actor)))


async def page(turn: Turn) -> Said:
    """Turn to a page of a queue."""
    view, of, where = turn.args
    return turn.show(await _page(turn, Queue(View(view), None if of == NOTHING else of), where))


async def fields(turn: Turn) -> Said:
    """Offer the fields in which somebody has something in hand."""
    return turn.show(await _parts(turn, View.FIELD, list(Field)))


async def bodies(turn: Turn) -> Said:
    """Offer the bodies that lead something in hand."""
    settling = (body.code for body in turn.office.programme.bodies if BodyRole.SETTLE in body.roles)
    return turn.show(await _parts(turn, View.BODY, list(settling)))


async def _page(turn: Turn, queue: Queue, where: str = NOTHING) -> Letter:
    shown = await queues.page(turn.unit, turn.office, turn.actor, queue, window(where, PAGE))
    plain = [Queue(view) for view in PLAIN]
    counts = await queues.counts(turn.unit, turn.office, turn.actor, plain)
    head = Line(f"queue-{queue.view}", {"of": _of(turn.office, queue)} if queue.of else {})
    lines = [line for one in shown.page.lines for line in _rows(one, shown, turn.now)] or [Line("queue-empty")]
    lines += _more_time(queue, counts)
    turns = ways(shown.page, lambda key, to: _button(key, queue, to))
    return Letter((head, *lines), (*_cards(shown), *turns, *_filters(queue, counts)))


async def _parts(turn: Turn, view: View, of: Sequence[str]) -> Letter:
    counts = await queues.counts(turn.unit, turn.office, turn.actor, [Queue(view, one) for one in of])
    choices = [
        _button("button-of", queue, of=_of(turn.office, queue), count=_counted(count))
        for queue, count in counts.items()
        if count
    ]
    back = (choice("button-queue", "queue"),)
    return Letter((Line(f"choose-queue-{view}" if choices else "queue-empty"),), (*grid(choices), back))


def _cards(shown: Shown) -> Rows:
    return column([case_choice("open", one) for one in shown.page.lines])


def window(where: str, size: int) -> Window:
    """Read from a button which page of a list is asked for; the first one where it says none."""
    place = read_place(where[1:]) if where != NOTHING else None
    return Window(size, place, place is not None and where.startswith(_BACK))


def ways(page: Page[Any], button: Callable[[str, str], Choice]) -> Rows:
    """Return the buttons to the pages before and behind; `button` makes one of its text and of where it leads."""
    earlier = [button("button-earlier", _BACK + page.earlier.written())] if page.earlier else []
    later = [button("button-later", _ON + page.later.written())] if page.later else []
    return ((*earlier, *later),) if earlier or later else ()


def _more_time(queue: Queue, counts: Mapping[Queue, int]) -> Sequence[Line]:
    """Say below what waits for a signature how many requests for more time wait for the same officer."""
    count = counts[Queue(View.MORE_TIME)]
    return [Line("queue-asking", {"count": _counted(count)})] if queue.view is View.SIGN_OFF and count else []


def _filters(queue: Queue, counts: Mapping[Queue, int]) -> Rows:
    """Return a button for each other queue, with how many wait there."""
    views = [to_view(one.view, count) for one, count in counts.items() if one != queue]
    return (*grid(views), (choice("button-view-field", "fields"), choice("button-view-body", "bodies")))


def to_view(view: View, count: int) -> Choice:
    """Return the button to a queue of the whole office, with how many wait there."""
    return _button(f"button-view-{view}", Queue(view), count=_counted(count))


def _button(key: str, queue: Queue, where: str = NOTHING, **label: Value) -> Choice:
    return choice(key, "queue", queue.view, queue.of or NOTHING, where, **label)


def _counted(count: int) -> str:
    return f"{MOST - 1}+" if count >= MOST else str(count)


def _of(office: Office, queue: Queue) -> Value:
    return body_name(office, queue.of) if queue.view is View.BODY else word(f"field-{queue.of}")


def _rows(one: QueueLine, shown: Shown, now: datetime) -> Sequence[Line]:
    back = (fact("queue-row-recurring"),) if one.recurring else ()
    asked = (fact("queue-row-asked", at=date(one.asked_at)),) if one.asked_at else ()
    untold = (fact("queue-row-untold", at=date(one.untold_since)),) if one.untold_since else ()
    officer = (
        (fact("queue-row-officer", officer=officer_name(one.officer, shown.officers)),) if one.officer else ()
    )
    return (*row(one, now, shown.accepted), *back, *asked, *untold, *officer)


def row(one: QueueLine, now: datetime, accepted: Collection[str]) -> Sequence[Line]:
    """Say in a list what a petition is and where it stands, and until when where anybody has to act."""
    facts: dict[str, Value] = {
        "code": show_code(one.code),
        "status": status_name(one.status, accepted=one.code in accepted),
        "kind": word(f"kind-{one.kind}"),
        "field": word(f"field-{one.field}"),
    }
    due = (fact("queue-row-due", due=limit(one.due_at, now)),) if one.due_at else ()
    return (Line("queue-row-first" if one.precedence == FIRST else "queue-row", facts), *due)
