"""The office's own dates: whoever has a petition in hand hears before the date comes, and once it is past."""

from desk.deadlines import deadlines
from desk.letter import Letter, Line, choice, word
from desk.office import Office
from desk.perform import loaded
from desk.telling import deliver, in_charge
from petitions.case import Case
from petitions.codes import show_code
from petitions.queues import OWN
from storage.alerts import own_alert
from storage.deliveries import When
from storage.unit import Unit


async def near(unit: Unit, office: Office) -> list[str]:
    """Return what the office owes a step by the end of the next working day, and nobody was told of."""
    return await unit.alerts.owed("near", office.tomorrow(unit.now))


async def past(unit: Unit, _office: Office) -> list[str]:
    """Return what the office owed a step by now, and nobody was told of."""
    return await unit.alerts.owed("past", unit.now)


async def tell_near(unit: Unit, office: Office, code: str) -> None:
    """Tell that the date is near."""
    await _tell(unit, office, await loaded(unit, code), "near")


async def tell_past(unit: Unit, office: Office, code: str) -> None:
    """Tell that the date is past."""
    await _tell(unit, office, await loaded(unit, code), "past")


async def _tell(unit: Unit, office: Office, case: Case, what: str) -> None:
    """Tell whoever works on the case, else the desk."""
    if case.status not in OWN or not await unit.alerts.claim(case.id, own_alert(what, case.status)):
        return
    about = Line(f"own-{what}", {"code": show_code(case.code), "field": word(f"field-{case.field}")})
    opening = ((choice("button-open", "open", case.code),),)
    letter = Letter((about, *deadlines(office, case)), opening, petition=case.id)
    await deliver(unit, await in_charge(unit, case), letter, case.id, When(office.wakes(unit.now)))
