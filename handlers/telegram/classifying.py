"""Changing how a petition is classified.

card ──► class ──► kind | field | body, a page at a time ──► card
"""

from collections.abc import Iterable

from desk import reading, triage
from desk.cards import head
from desk.letter import Choice, Letter, Line, Value, body_name, choice, column, grid, word
from desk.office import Office
from desk.office_cards import office_card
from desk.perform import Doing
from desk.triage import Class
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.case import Case
from petitions.kinds import NOT_SET, Field, Kind
from petitions.programme import Role as BodyRole
from petitions.workflow import Act


async def class_(turn: Turn) -> Said:
    """Offer what can be changed of the classification."""
    case = await reading.check(turn.unit, turn.doing(), Act.RECLASSIFY)
    parts = [choice(f"button-class-{part}", "choose", case.code, part, "0") for part in _OFFERS]
    return turn.show(Letter((Line("ask-class", head(turn.office, case)),), (*column(parts), _card(case.code))))


async def choose(turn: Turn) -> Said:
    """Offer the kinds, fields or bodies, a page at a time."""
    code, part, page = turn.args
    case = await reading.check(turn.unit, turn.doing_with(code), Act.RECLASSIFY)
    offered = list(_OFFERS[part](turn.office))
    first, stands = int(page) * _CHOICES, _stands(case)[part]
    shown = [
        choice("button-now" if value == stands else "button-offered", "set", code, part, value, what=name)
        for value, name in offered[first : first + _CHOICES]
    ]
    ways = _pages(code, part, int(page), len(offered))
    rows = (*grid(shown), *((ways,) if ways else ()), _card(code))
    return turn.show(Letter((Line(f"choose-{part}", head(turn.office, case)),), rows))


async def set_kind(turn: Turn) -> Said:
    """Take another kind."""
    return await _set(turn, Class(kind=Kind(turn.args[2])))


async def set_field(turn: Turn) -> Said:
    """Take another field."""
    return await _set(turn, Class(field=Field(turn.args[2])))


async def set_body(turn: Turn) -> Said:
    """Take another body."""
    return await _set(turn, Class(lead=turn.args[2]))


async def _set(turn: Turn, wanted: Class) -> Said:
    """Reclassify and show the card with what follows from it."""
    code = turn.args[0]
    await triage.reclassify(turn.unit, turn.office, Doing(turn.actor, code), wanted)
    return turn.show(await office_card(turn.unit, turn.office, turn.actor, code))


_CHOICES = 12
_SETTABLE = tuple(kind for kind in Kind if kind not in NOT_SET)


def _kinds(_office: Office) -> Iterable[tuple[str, Value]]:
    return ((kind, word(f"kind-{kind}")) for kind in _SETTABLE)


def _fields(_office: Office) -> Iterable[tuple[str, Value]]:
    return ((field, word(f"field-{field}")) for field in Field)


def _bodies(office: Office) -> Iterable[tuple[str, Value]]:
    settling = (body for body in office.programme.bodies if BodyRole.SETTLE in body.roles)
    return ((body.code, body_name(office, body.code)) for body in settling)


_OFFERS = {"kind": _kinds, "field": _fields, "body": _bodies}


def _stands(case: Case) -> dict[str, str | None]:
    """Return what a case is classified as now, by the part that can be changed."""
    return {"kind": case.kind, "field": case.field, "body": case.lead}


def _pages(code: str, part: str, page: int, total: int) -> tuple[Choice, ...]:
    earlier = (choice("button-earlier", "choose", code, part, str(page - 1)),) if page else ()
    later = (choice("button-later", "choose", code, part, str(page + 1)),) if (page + 1) * _CHOICES < total else ()
    return (*earlier, *later)


def _card(code: str) -> tuple[Choice, ...]:
    return (choice("button-card", "card", code),)
