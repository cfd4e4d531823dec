"""The register of denunciations on paper, for those alone who were named for it; each look is recorded."""

from datetime import date

from desk.office import Office
from petitions import denunciations as rules
from petitions.access import Part, sees
from petitions.denunciations import Denunciation, Standing
from petitions.refusal import Refusal
from petitions.roles import Actor
from storage.unit import Unit

_LOOKED = "denunciations"


async def look_up(
    unit: Unit, office: Office, actor: Actor, typed: str
) -> tuple[str, date | None, Denunciation | None]:
    """Read the number of a paper, and the day on which it came where one was typed (`12/TC-2026 20/11/2026`).

    Return both, with what the register has under the number.
    Raises: Refusal — `refused-role`, `denunciation-number`, `denunciation-day`.
    """
    _keeper(actor)
    number, day = rules.read(typed, today(unit, office))
    known = await unit.denunciations.numbered(office.programme.name, number)
    return number, day, await one(unit, office, actor, known) if known else None


async def enter(unit: Unit, office: Office, actor: Actor, number: str, day: date) -> Denunciation:
    """Enter a denunciation by the number of its paper and the day on which it came.

    Raises: Refusal — `refused-role`, `denunciation-day`, `denunciation-known`.
    """
    keeper = _keeper(actor)
    if day > today(unit, office):
        raise Refusal("denunciation-day")
    entered = await unit.denunciations.enter(office.programme.name, number)
    if entered is None:
        raise Refusal("denunciation-known", number=number)
    await unit.denunciations.note(entered, Standing.RECEIVED, day, None, keeper)
    return await one(unit, office, actor, entered)


async def one(unit: Unit, office: Office, actor: Actor, denunciation: int) -> Denunciation:
    """Return a denunciation with its entries. Raises: Refusal — `refused-role`, `unknown-denunciation`."""
    await unit.registers.accessed(_keeper(actor), _LOOKED)
    found = await unit.denunciations.get(office.programme.name, denunciation)
    if found is None:
        raise Refusal("unknown-denunciation")
    return found


async def listed(unit: Unit, office: Office, actor: Actor, first: int, size: int) -> list[Denunciation]:
    """Return denunciations, entered last on top, from a position on. Raises: Refusal `refused-role`."""
    await unit.registers.accessed(_keeper(actor), _LOOKED)
    return await unit.denunciations.page(office.programme.name, first, size)


async def stand(
    unit: Unit,
    office: Office,
    actor: Actor,
    denunciation: int,
    standing: Standing,
    day: date,
    body: str | None = None,
) -> Denunciation:
    """Note where a denunciation stands from a day on, with the body to which it was passed on.

    Raises: Refusal — as `one`, `denunciation-moved-on`, `unknown-body`.
    """
    found = await one(unit, office, actor, denunciation)
    rules.check(found.now, standing, day, today(unit, office))
    moved = office.body(body).code if body else None
    if (standing, moved) == (found.now.standing, found.now.body):
        raise Refusal("denunciation-moved-on")
    await unit.denunciations.note(denunciation, standing, day, moved, _keeper(actor))
    return await one(unit, office, actor, denunciation)


def _keeper(actor: Actor) -> int:
    if actor.person is None or not sees(actor, Part.DENUNCIATIONS):
        raise Refusal("refused-role")
    return actor.person


def today(unit: Unit, office: Office) -> date:
    """Return the day that it is at the office."""
    return unit.now.astimezone(office.programme.calendar.zone).date()
