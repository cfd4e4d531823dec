"""The register of denunciations on paper, for whoever was named for it: number, dates, status, and nothing else.

/denunciations ──► page ──► denunciation ──► bodies ──► passed on? ──► (another day, pressed or typed) ──► noted
                                 └──► stored? | closed? ──► (another day, pressed or typed) ──► noted
/denunciations number ──► denunciation | not there;  /denunciations number day ──► enter it? ──► denunciation
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from desk import denunciations
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, column, fact, word
from desk.letter import date as date_of
from handlers.telegram.on import Said
from handlers.telegram.questions import half_written
from handlers.telegram.turn import Turn
from petitions.denunciations import WAYS, Denunciation, Standing, check, read_later
from petitions.denunciations import Noted as Entry
from petitions.refusal import Refusal

DENUNCIATION = "denunciation"
"""The conversation about a paper of the register."""
DAY = f"{DENUNCIATION}.day"
TO_DENUNCIATIONS = (choice("button-denunciations", "denunciations", "0"),)
_PAGE = 8
_NOBODY = "-"
_A_DAY = timedelta(days=1)
_WRITTEN = "%Y%m%d"
"""How a button names a day."""


async def register(turn: Turn) -> Said:
    """List the register; with a number show what it has under it, with a day too ask whether to enter that."""
    _leave(turn)
    if not turn.typed:
        return await _list(turn, 0)
    typed = " ".join(turn.typed)
    number, day, known = await denunciations.look_up(turn.unit, turn.office, turn.actor, typed)
    if known:
        return _shown(turn, known, *([Line("denunciation-known", {"number": number})] if day else []))
    if day is None:
        how = Line("denunciation-not-there", {"number": number, "day": f"{_today(turn):%d/%m/%Y}"})
        return Letter((how,), (TO_DENUNCIATIONS,))
    asked = Line("ask-denunciation-new", {"number": number, "day": _day(turn, day)})
    yes = choice("button-denunciation-note", "entered", number, f"{day:{_WRITTEN}}")
    return Letter((asked,), ((yes,), TO_DENUNCIATIONS))


async def entered(turn: Turn) -> Said:
    """Enter the number that was shown."""
    number, day = turn.args
    made = await denunciations.enter(turn.unit, turn.office, turn.actor, number, _read(day))
    return turn.show(_shown(turn, made))


async def page(turn: Turn) -> Said:
    """Turn to a page of the register."""
    _leave(turn)
    return turn.show(await _list(turn, int(turn.args[0])))


async def one(turn: Turn) -> Said:
    """Show a denunciation with all its entries."""
    _leave(turn)
    found = await denunciations.one(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    return turn.show(_shown(turn, found))


async def bodies(turn: Turn) -> Said:
    """Offer the bodies to which a denunciation can be passed on, a page at a time."""
    found = await denunciations.one(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    first = int(turn.args[1]) * _PAGE
    codes = [body.code for body in turn.office.programme.bodies]
    shown = codes[first : first + _PAGE]
    buttons = [
        choice("button-body", "passed", str(found.id), code, body=body_name(turn.office, code)) for code in shown
    ]
    ways = _ways("pass", str(found.id), page=int(turn.args[1]), more=len(codes) > first + _PAGE)
    rows = (*column(buttons), *ways, (_back(found),))
    return turn.show(Letter((Line("denunciation-pass", {"number": found.number}),), rows))


async def passed(turn: Turn) -> Said:
    """Ask once before noting to which body a denunciation was passed on."""
    number, body = turn.args
    return turn.show(await _sure(turn, int(number), Standing.MOVED, body, _today(turn)))


async def standing(turn: Turn) -> Said:
    """Ask once before noting that a denunciation is kept without action, or that its body has settled it."""
    number, stands = turn.args
    return turn.show(await _sure(turn, int(number), Standing(stands), None, _today(turn)))


async def on_day(turn: Turn) -> Said:
    """Ask the same for another day: a paper was passed on before it came to be written down."""
    number, stands, to, day = turn.args
    return turn.show(await _sure(turn, int(number), Standing(stands), to if to != _NOBODY else None, _read(day)))


async def day_typed(turn: Turn) -> Said:
    """Ask the same for the day that was typed; one that cannot be is said to be wrong."""
    number, stands, body = turn.value("number"), Standing(turn.value("stands")), turn.value("body")
    found = await denunciations.one(turn.unit, turn.office, turn.actor, number)
    day = read_later(turn.text, found.now, _today(turn))
    if day is not None:
        return await _sure(turn, number, stands, body, day)
    wrong = Line("denunciation-day-wrong", {"since": _day(turn, found.now.day)})
    return await _sure(turn, number, stands, body, _read(turn.value("day")), wrong)


async def noted(turn: Turn) -> Said:
    """Note where a denunciation stands from a day on."""
    number, stands, to, day = turn.args
    body = to if to != _NOBODY else None
    _leave(turn)
    found = await denunciations.stand(
        turn.unit, turn.office, turn.actor, int(number), Standing(stands), _read(day), body
    )
    return turn.show(_shown(turn, found))


def _leave(turn: Turn) -> None:
    """Ask for no day any more; what was set aside for it stands again."""
    if turn.step == DAY:
        turn.end()


async def _sure(turn: Turn, number: int, stands: Standing, body: str | None, day: date, *before: Line) -> Letter:
    """Show the entry as it will stand for ever, since none is taken back; another day may be typed."""
    found = await denunciations.one(turn.unit, turn.office, turn.actor, number)
    check(found.now, stands, day, _today(turn))
    said = word(f"denunciation-{stands}", body=body_name(turn.office, body) if body else "")
    asked = Line("ask-denunciation", {"number": found.number, "stands": said, "day": _day(turn, day)})
    paper, to, written = str(found.id), body or _NOBODY, f"{day:{_WRITTEN}}"
    yes = choice("button-denunciation-note", "noted", paper, stands, to, written)
    days = [
        choice(key, "onday", paper, stands, to, f"{other:{_WRITTEN}}", day=_day(turn, other))
        for key, other in (("button-day-before", day - _A_DAY), ("button-day-after", day + _A_DAY))
        if found.now.day <= other <= _today(turn)
    ]
    aside = turn.set_aside() if half_written(turn) else turn.value("aside")
    turn.begin(DAY, number=number, stands=stands, body=body, day=written, aside=aside)
    rows = ((yes,), *((tuple(days),) if days else ()), (_back(found),))
    return Letter((*before, asked), rows, ask=Line("hint-day"))


async def _list(turn: Turn, number: int) -> Letter:
    found = await denunciations.listed(turn.unit, turn.office, turn.actor, number * _PAGE, _PAGE + 1)
    shown, more = found[:_PAGE], len(found) > _PAGE
    rows = [_row(turn, each) for each in shown] or [Line("denunciations-none")]
    buttons = [choice("button-denunciation", "denunciation", str(each.id), number=each.number) for each in shown]
    ways = _ways("denunciations", page=number, more=more)
    return Letter((Line("denunciations-head"), *rows, Line("denunciations-how")), (*column(buttons), *ways))


def _row(turn: Turn, one: Denunciation) -> Line:
    waits = one.now.standing is Standing.RECEIVED
    stands = word("denunciation-not-moved") if waits else _stands(turn, one.now)
    return fact("denunciations-row", number=one.number, received=_day(turn, one.entries[0].day), stands=stands)


def _shown(turn: Turn, one: Denunciation, *before: Line) -> Letter:
    entries = (_entry(turn, each) for each in one.entries)
    rows = (*column([*_acts(one)]), TO_DENUNCIATIONS)
    return Letter((*before, Line("denunciation-head", {"number": one.number}), *entries), rows)


def _entry(turn: Turn, one: Entry) -> Line:
    """Say an entry by its day, and the day on which it was written down where that is another."""
    later = one.at.astimezone(turn.office.programme.calendar.zone).date() != one.day
    noted: Value = word("denunciation-noted", at=date_of(one.at)) if later else ""
    return fact("denunciation-entry", day=_day(turn, one.day), stands=_stands(turn, one), noted=noted)


def _acts(one: Denunciation) -> Iterator[Choice]:
    for way in WAYS[one.now.standing]:
        if way is Standing.MOVED:
            over = one.now.standing is Standing.CLOSED
            key = "button-denunciation-reopened" if over else "button-denunciation-moved"
            yield choice(key, "pass", str(one.id), "0")
        else:
            yield choice(f"button-denunciation-{way}", "standing", str(one.id), way)


def _stands(turn: Turn, entry: Entry) -> Value:
    body = body_name(turn.office, entry.body) if entry.body else ""
    return word(f"denunciation-{entry.standing}", body=body)


def _day(turn: Turn, day: date) -> Value:
    at = datetime(day.year, day.month, day.day, tzinfo=turn.office.programme.calendar.zone)
    return {"date": at.isoformat()}


def _today(turn: Turn) -> date:
    return denunciations.today(turn.unit, turn.office)


def _read(day: str) -> date:
    """Read the day of a button. Raises: Refusal `denunciation-moved-on` — there is no such day."""
    try:
        return datetime.strptime(day, _WRITTEN).date()  # noqa: DTZ007 - a day of a register has no hour
    except ValueError as error:
        raise Refusal("denunciation-moved-on") from error


def _back(one: Denunciation) -> Choice:
    return choice("button-back", "denunciation", str(one.id))


def _ways(verb: str, *args: str, page: int, more: bool) -> Rows:
    ways: Sequence[Choice] = [
        *([choice("button-earlier", verb, *args, str(page - 1))] if page else []),
        *([choice("button-later", verb, *args, str(page + 1))] if more else []),
    ]
    return (tuple(ways),) if ways else ()
