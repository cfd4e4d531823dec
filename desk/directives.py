"""Directives: a leader asks a body to explain its figures; the body answers, and the leader reads it."""

from desk import reading
from desk.letter import Letter, Line, Value, body_name, choice, day, period_name
from desk.office import Office
from desk.telling import deliver, tell_body
from petitions.calendar import Unit as CalendarUnit
from petitions.refusal import Refusal
from petitions.roles import OF_BODY, Actor, Role
from storage.directives import Directive
from storage.unit import Unit

_DAYS = 5
_ASKERS = (Role.LEADER, Role.SENIOR)


def may_ask(actor: Actor) -> bool:
    """Tell whether somebody may ask a body to explain its figures."""
    return any(actor.holds(role) for role in _ASKERS)


async def ask(
    unit: Unit, office: Office, actor: Actor, body: str, period: str, figures: tuple[Line, ...]
) -> Directive:
    """Ask a body to explain its figures of a period within five working days; the body reads them.

    Raises: Refusal — `refused-role`, `unknown-body`, `directive-unreached`, `directive-open`.
    """
    asker = await check_asking(unit, actor, body)
    due = office.programme.calendar.due(unit.now, _DAYS, CalendarUnit.WORKING_DAYS, office=False)
    number = await unit.directives.ask(office.programme.name, office.body(body).code, period, asker, due)
    made = await unit.directives.get(number) if number else None
    if made is None:
        raise Refusal("directive-open")
    told = Line("directive", {"period": period_name(period), "due": day(due)})
    letter = Letter((told, *figures), ((choice("button-explain", "respond", str(made.id)),),))
    await tell_body(unit, body, letter)
    return made


async def check_asking(unit: Unit, actor: Actor, body: str) -> int:
    """Return who asks; nobody asks a body that could not hear of it here.

    Raises: Refusal — `refused-role`, `directive-unreached`.
    """
    if actor.person is None or not may_ask(actor):
        raise Refusal("refused-role")
    if not await reading.reached(unit, body):
        raise Refusal("directive-unreached")
    return actor.person


async def check(unit: Unit, actor: Actor, number: int) -> Directive:
    """Return a directive that the actor's body has still to answer. Raises: Refusal."""
    found = await unit.directives.get(number)
    if found is None or not any(actor.holds(role, found.body) for role in OF_BODY):
        raise Refusal("refused-role")
    if found.answered_at:
        raise Refusal("directive-answered")
    return found


async def answer(unit: Unit, office: Office, actor: Actor, number: int, words: str) -> None:
    """Answer a directive; whoever asked reads the explanation. Raises: Refusal."""
    found = await check(unit, actor, number)
    if actor.person is None:
        raise Refusal("refused-role")
    await unit.directives.answer(number, actor.person, words)
    about = {"body": body_name(office, found.body), "period": period_name(found.period)}
    told: dict[str, Value] = {**about, "words": words}
    await deliver(
        unit, await unit.people.contacts_of(found.asked_by), Letter((Line("directive-answered-by", told),))
    )


async def open_ones(unit: Unit, office: Office) -> list[Directive]:
    """Return what bodies have still to explain, the first due first."""
    return await unit.directives.open(office.programme.name)
