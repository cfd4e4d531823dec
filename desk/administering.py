"""What the administrator looks at: the programme in force, how long is kept, and what was parked."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.office import Office
from petitions.programme import Programme
from petitions.refusal import Refusal
from petitions.roles import Actor, Role
from storage.inbound import Aside
from storage.unit import Unit

_LISTED = 10


@dataclass(frozen=True)
class Running:
    """What the program runs with; `keep_years` is 0 where the office itself decides, `parked` are the newest."""

    programme: Programme
    keep_years: int
    parked: Sequence[Aside]
    parked_in_all: int


async def running(unit: Unit, office: Office, actor: Actor) -> Running:
    """Return what the program runs with. Raises: Refusal `refused-role`."""
    if not actor.holds(Role.ADMINISTRATOR):
        raise Refusal("refused-role")
    parked, in_all = await unit.inbound.parked_lately(_LISTED)
    return Running(office.programme, office.keep_years, parked, in_all)
