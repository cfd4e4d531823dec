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


async def enter(unit: Unit, office: Office, actor: Actor, typed: str) -> Denunciation:
    """Enter a denunciation by the number of its paper and the day on which it came (`12/TC-2026 20/11/2026`).

    Raises: Refusal — `refused-role`, `denunciation-number`, `denunciation-day`, `denunciation-known`.
    """
    keeper = _keeper(actor)
    number, day = rules.read(typed, _today(unit, office))
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
    unit: Unit, office: Office, actor: Actor, denunciation: int, standing: Standing, body: str | None = None
) -> Denunciation:
    """Note where a denunciation stands from today on, with the body to which it is passed on.

    Raises: Refusal — as `one`, `denunciation-moved-on`, `unknown-body`.
    """
    found = await one(unit, office, actor, denunciation)
    rules.check(found.now.standing, standing)
    moved = office.body(body).code if body else None
    if (standing, moved) == (found.now.standing, found.now.body):
        raise Refusal("denunciation-moved-on")
    await unit.denunciations.note(denunciation, standing, _today(unit, office), moved, _keeper(actor))
    return await one(unit, office, actor, denunciation)


def _keeper(actor: Actor) -> int:
    if actor.person is None or not sees(actor, Part.DENUNCIATIONS):
        raise Refusal("refused-role")
    return actor.person


def _today(unit: Unit, office: Office) -> date:
    return unit.now.astimezone(office.programme.calendar.zone).date()
