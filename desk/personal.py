"""Names: the office opens one when it says what for, and each opening is recorded with that."""

from desk.cards import has_name, name, of_office
from desk.letter import Letter, Line, choice
from petitions.access import Part, Purpose, sees
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import Actor
from storage.unit import Unit


async def open_name(unit: Unit, actor: Actor, code: str, purpose: Purpose) -> Letter:
    """Return the name of a case's author. Raises: Refusal — as `of_office`, `no-name`."""
    case = await of_office(unit, actor, code, "name", purpose)
    history = await unit.petitions.history(case)
    if not has_name(history):
        raise Refusal("no-name")
    lines = (Line("person", {"code": show_code(case.code)}), *name(history, case.name_shown))
    return Letter(lines, ((choice("button-card", "card", case.code),),), petition=case.id)


def check(actor: Actor) -> None:
    """Let only those choose a purpose who may open names. Raises: Refusal `refused-role`."""
    if not sees(actor, Part.NAME):
        raise Refusal("refused-role")
