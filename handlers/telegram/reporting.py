"""Reports in the chat: a leader looks at a period, its parts and lists, and asks a body to explain its figures.

/report ──► report ──► by ──► part ──► codes
                               └──► explain ──► explained ──► (the body) respond ──► one message ──► (read)
"""

from desk import directives
from desk.letter import Letter, Line, body_name, choice, day, fact, period_name, say
from desk.reading import check_counter
from handlers.telegram.on import Said
from handlers.telegram.prompts import for_another
from handlers.telegram.questions import half_written
from handlers.telegram.replies import Send, Settle
from handlers.telegram.turn import Turn
from handlers.telegram.wanting import unfit
from petitions.access import Part, sees
from petitions.periods import Period, begun, week_of
from petitions.refusal import Refusal
from petitions.text import clean
from reports import figures, views
from reports.figures import Report

RESPONSE = "directive.words"


async def report(turn: Turn) -> Said:
    """Show a period (`/report 2026-Q3`), by default this week as far as it has come."""
    today = turn.now.astimezone(turn.office.programme.calendar.zone).date()
    name = " ".join(turn.typed) or week_of(today).name
    return views.whole(await _report(turn, name), turn.office)


async def look(turn: Turn) -> Said:
    """Show a period below its summary, which stays."""
    return views.whole(await _report(turn, turn.args[0]), turn.office)


async def again(turn: Turn) -> Said:
    """Show the whole period again."""
    return turn.show(views.whole(await _report(turn, turn.args[0]), turn.office))


async def parts(turn: Turn) -> Said:
    """Show the period by body, field or group."""
    name, dimension = turn.args
    return turn.show(views.parts(await _report(turn, name), turn.office, dimension))


async def part(turn: Turn) -> Said:
    """Show one body, field or group."""
    name, dimension, number = turn.args
    said = await _report(turn, name)
    return turn.show(views.part(said, turn.office, dimension, int(number), asks=directives.may_ask(turn.actor)))


async def codes(turn: Turn) -> Said:
    """Show a page of the codes behind a figure, with a button to each for those who may open it."""
    name, *where = turn.args
    dimension, number, figure, page = where
    said = await _report(turn, name)
    keys = views.keys_of(said, dimension)
    if figure not in views.LISTED or (dimension != views.WHOLE and int(number) >= len(keys)):
        raise Refusal("report-changed")
    part_ = None if dimension == views.WHOLE else (dimension, keys[int(number)])
    found = await figures.codes(turn.unit, said, figure, part_, int(page))
    return turn.show(views.listed(said, where, found, turn.office, opens=sees(turn.actor, Part.NAME)))


async def explain(turn: Turn) -> Said:
    """Ask once before a body is told to explain its figures."""
    name, number = turn.args
    body = _body(await _report(turn, name), number)
    await directives.check_asking(turn.unit, turn.actor, body)
    about = {"body": body_name(turn.office, body), "period": period_name(name)}
    rows = (
        (choice("button-ask-body-yes", "explained", name, number),),
        (choice("button-report", "report", name),),
    )
    return turn.show(Letter((Line("ask-explain", about),), rows))


async def explained(turn: Turn) -> Said:
    """Tell a body to explain its figures; it stands in each summary until answered."""
    name, number = turn.args
    said = await _report(turn, name)
    body = _body(said, number)
    asked = views.figures_of(said, "body", body)
    made = await directives.ask(turn.unit, turn.office, turn.actor, body, name, asked)
    done = Line("done-directive", {"body": body_name(turn.office, made.body), "due": day(made.due_at)})
    return turn.show(Letter((done,), ((choice("button-report", "report", name),),)))


def _body(said: Report, number: str) -> str:
    """Return the body of the pressed row. Raises: Refusal — the rows have changed meanwhile."""
    keys = views.keys_of(said, "body")
    if int(number) >= len(keys):
        raise Refusal("report-changed")
    return keys[int(number)]


async def respond(turn: Turn) -> Said:
    """Ask the body's officer for the explanation."""
    number = int(turn.args[0])
    if half_written(turn):
        return turn.toast(Line("finish-first"), alert=True)
    found = await directives.check(turn.unit, turn.actor, number)
    card = turn.pressed.message
    turn.begin(RESPONSE, directive=number, card=card.message_id if card else None)
    return _ask(turn, Line("ask-directive", {"period": period_name(found.period)}))


def _ask(turn: Turn, *lines: Line) -> Said:
    """Ask for words; in a group whoever is asked has their input field opened for the answer."""
    user = turn.update.effective_user
    if turn.private or user is None:
        turn.stay()
        return Letter(lines, ((choice("button-cancel", "cancel"),),), ask=Line("hint-words"))
    return Send(Letter((*lines, fact("reply-here")), ask=Line("hint-words")), expects=(user.id, user.first_name))


async def responded(turn: Turn) -> Said:
    """Take the explanation to whoever asked."""
    if other := for_another(turn):
        return _ask(turn, other)
    words = clean(turn.text)
    if wrong := unfit(words, "words-needed"):
        return _ask(turn, *wrong.lines)
    number, card = turn.value("directive"), turn.value("card")
    turn.end()
    await directives.answer(turn.unit, turn.office, turn.actor, number, words)
    return [say("done-explained"), *([Settle(card)] if card else [])]


async def _report(turn: Turn, name: str) -> Report:
    """Return a period's report as this reader may see it. Raises: Refusal."""
    check_counter(turn.actor)
    said = await figures.report(turn.unit, turn.office.programme, _period(turn, name))
    return said if sees(turn.actor, Part.NAME) else views.outside(said, turn.office)


def _period(turn: Turn, name: str) -> Period:
    return begun(name, turn.now, turn.office.programme.calendar.zone)
