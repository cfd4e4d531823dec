"""The register of denunciations on paper, for whoever was named for it: number, dates, status, and nothing else.

/denunciations [number [day]] ──► page ──► denunciation ──► bodies ──► passed on? ──► noted
                                                 └──► stored? | closed? ──► noted
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from desk import denunciations
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, column, fact, word
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.denunciations import WAYS, Denunciation, Standing, check
from petitions.denunciations import Noted as Entry

_PAGE = 8
_NOBODY = "-"


async def register(turn: Turn) -> Said:
    """List the register; with a number (and the day on which the paper came) enter it."""
    if not turn.typed:
        return await _list(turn, 0)
    entered = await denunciations.enter(turn.unit, turn.office, turn.actor, " ".join(turn.typed))
    return _shown(turn, entered)


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
    return await _sure(turn, Standing.MOVED, turn.args[1])


async def standing(turn: Turn) -> Said:
    """Ask once before noting that a denunciation is kept without action, or that its body has settled it."""
    return await _sure(turn, Standing(turn.args[1]))


async def noted(turn: Turn) -> Said:
    """Note where a denunciation stands from today on."""
    number, stands, to = turn.args
    body = to if to != _NOBODY else None
    found = await denunciations.stand(turn.unit, turn.office, turn.actor, int(number), Standing(stands), body)
    return turn.show(_shown(turn, found))


async def _sure(turn: Turn, stands: Standing, body: str | None = None) -> Said:
    """Show the entry as it will stand for ever: nothing in the register is taken back."""
    found = await denunciations.one(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    check(found.now.standing, stands)
    said = word(f"denunciation-{stands}", body=body_name(turn.office, body) if body else "")
    asked = Line("ask-denunciation", {"number": found.number, "stands": said})
    yes = choice("button-denunciation-note", "noted", str(found.id), stands, body or _NOBODY)
    return turn.show(Letter((asked,), ((yes,), (_back(found),))))


async def _list(turn: Turn, number: int) -> Letter:
    found = await denunciations.listed(turn.unit, turn.office, turn.actor, number * _PAGE, _PAGE + 1)
    shown, more = found[:_PAGE], len(found) > _PAGE
    rows = [_row(turn, each) for each in shown] or [Line("denunciations-none")]
    buttons = [choice("button-denunciation", "denunciation", str(each.id), number=each.number) for each in shown]
    ways = _ways("denunciations", page=number, more=more)
    return Letter((Line("denunciations-head"), *rows, Line("denunciations-how")), (*column(buttons), *ways))


def _row(turn: Turn, one: Denunciation) -> Line:
    return fact(
        "denunciations-row",
        number=one.number,
        received=_day(turn, one.entries[0].day),
        stands=_stands(turn, one.now),
    )


def _shown(turn: Turn, one: Denunciation) -> Letter:
    entries = (
        fact("denunciation-entry", day=_day(turn, each.day), stands=_stands(turn, each)) for each in one.entries
    )
    rows = (*column([*_acts(one)]), (choice("button-denunciations", "denunciations", "0"),))
    return Letter((Line("denunciation-head", {"number": one.number}), *entries), rows)


def _acts(one: Denunciation) -> Iterator[Choice]:
    for way in WAYS[one.now.standing]:
        if way is Standing.MOVED:
            yield choice("button-denunciation-moved", "pass", str(one.id), "0")
        else:
            yield choice(f"button-denunciation-{way}", "standing", str(one.id), way)


def _stands(turn: Turn, entry: Entry) -> Value:
    body = body_name(turn.office, entry.body) if entry.body else ""
    return word(f"denunciation-{entry.standing}", body=body)


def _day(turn: Turn, day: date) -> Value:
    at = datetime(day.year, day.month, day.day, tzinfo=turn.office.programme.calendar.zone)
    return {"date": at.isoformat()}


def _back(one: Denunciation) -> Choice:
    return choice("button-back", "denunciation", str(one.id))


def _ways(verb: str, *args: str, page: int, more: bool) -> Rows:
    ways: Sequence[Choice] = [
        *([choice("button-earlier", verb, *args, str(page - 1))] if page else []),
        *([choice("button-later", verb, *args, str(page + 1))] if more else []),
    ]
    return (tuple(ways),) if ways else ()
