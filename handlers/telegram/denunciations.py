"""The register of denunciations on paper, for whoever was named for it: number, dates, status, and nothing else.

/denunciations ──► page ──► denunciation ──► bodies ──► passed on? ──► (another day) ──► noted
                                 └──► stored? | closed? ──► (another day) ──► noted
/denunciations number ──► denunciation | not there;  /denunciations number day ──► enter it? ──► denunciation
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from desk import denunciations
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, column, fact, word
from desk.letter import date as date_of
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.denunciations import WAYS, Denunciation, Standing, check
from petitions.denunciations import Noted as Entry
from petitions.refusal import Refusal

_PAGE = 8
_NOBODY = "-"
_A_DAY = timedelta(days=1)
_WRITTEN = "%Y%m%d"
"""How a button names a day."""


async def register(turn: Turn) -> Said:
    """List the register; with a number show what it has under it, with a day too ask whether to enter that."""
    if not turn.typed:
        return await _list(turn, 0)
    typed = " ".join(turn.typed)
    number, day, known = await denunciations.look_up(turn.unit, turn.office, turn.actor, typed)
    if known:
        return _shown(turn, known, *([Line("denunciation-known", {"number": number})] if day else []))
    if day is None:
        how = Line("denunciation-not-there", {"number": number, "day": f"{_today(turn):%d/%m/%Y}"})
        return Letter((how,), ((choice("button-denunciations", "denunciations", "0"),),))
    asked = Line("ask-denunciation-new", {"number": number, "day": _day(turn, day)})
    yes = choice("button-denunciation-note", "entered", number, f"{day:{_WRITTEN}}")
    return Letter((asked,), ((yes,), (choice("button-denunciations", "denunciations", "0"),)))


async def entered(turn: Turn) -> Said:
    """Enter the number that was shown."""
    number, day = turn.args
    made = await denunciations.enter(turn.unit, turn.office, turn.actor, number, _read(day))
    return turn.show(_shown(turn, made))


async def page(turn: Turn) -> Said:
    """Turn to a page of the register."""
    return turn.show(await _list(turn, int(turn.args[0])))


async def one(turn: Turn) -> Said:
    """Show a denunciation with all its entries."""
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
    return await _sure(turn, Standing.MOVED, _today(turn), turn.args[1])


async def standing(turn: Turn) -> Said:
    """Ask once before noting that a denunciation is kept without action, or that its body has settled it."""
    return await _sure(turn, Standing(turn.args[1]), _today(turn))


async def on_day(turn: Turn) -> Said:
    """Ask the same for another day: a paper was passed on before it came to be written down."""
    _number, stands, to, day = turn.args
    return await _sure(turn, Standing(stands), _read(day), to if to != _NOBODY else None)


async def noted(turn: Turn) -> Said:
    """Note where a denunciation stands from a day on."""
    number, stands, to, day = turn.args
    body = to if to != _NOBODY else None
    found = await denunciations.stand(
        turn.unit, turn.office, turn.actor, int(number), Standing(stands), _read(day), body
    )
    return turn.show(_shown(turn, found))


async def _sure(turn: Turn, stands: Standing, day: date, body: str | None = None) -> Said:
    """Show the entry as it will stand for ever: nothing in the register is taken back."""
    found = await denunciations.one(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    check(found.now, stands, day, _today(turn))
    said = word(f"denunciation-{stands}", body=body_name(turn.office, body) if body else "")
    asked = Line("ask-denunciation", {"number": found.number, "stands": said, "day": _day(turn, day)})
    number, to = str(found.id), body or _NOBODY
    yes = choice("button-denunciation-note", "noted", number, stands, to, f"{day:{_WRITTEN}}")
    days = [
        choice(key, "onday", number, stands, to, f"{other:{_WRITTEN}}", day=_day(turn, other))
        for key, other in (("button-day-before", day - _A_DAY), ("button-day-after", day + _A_DAY))
        if found.now.day <= other <= _today(turn)
    ]
    return turn.show(Letter((asked,), ((yes,), *((tuple(days),) if days else ()), (_back(found),))))


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
    rows = (*column([*_acts(one)]), (choice("button-denunciations", "denunciations", "0"),))
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
