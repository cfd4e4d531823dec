"""What leaders are told at once, not on Monday: a danger, one matter of many residents, an overdue escalation.

Each is told once a petition, by its code, its field and its body: no words, no place.
"""

from enum import StrEnum

from desk.cards import stands
from desk.letter import Letter, Line, body_name, fact, word
from desk.office import Office
from desk.perform import loaded
from desk.telling import news, tell_leaders, tell_role
from petitions.case import Case, Status
from petitions.codes import show_code
from petitions.roles import Role
from storage.deliveries import AT_ONCE, When
from storage.unit import Unit

MANY = 5
"""Residents on one matter of whom leaders hear: its author and who joined or was merged."""


class Alert(StrEnum):
    """What is told."""

    DANGER = "danger"
    MANY = "many"
    OVERDUE = "overdue"


async def danger(unit: Unit, office: Office, case: Case) -> None:
    """Tell of a petition in which the gate heard a danger, also at night."""
    await _tell(unit, office, case, Alert.DANGER)


async def many(unit: Unit, office: Office, case: Case) -> None:
    """Tell of a matter as soon as enough residents are on it."""
    if 1 + len(await unit.neighbours.followers(case.id)) >= MANY:
        await _tell(unit, office, case, Alert.MANY)


async def overdue(unit: Unit, office: Office, code: str) -> None:
    """Tell of a petition reported above whose deadline has passed; the senior officers too, who reported it."""
    case = await loaded(unit, code)
    late = case.status is Status.ESCALATED and case.due and case.due <= unit.now
    if late and await _tell(unit, office, case, Alert.OVERDUE):
        told = news(case, f"alert-{Alert.OVERDUE}")
        await tell_role(unit, Role.SENIOR, told, case.id, When(office.wakes(unit.now)))


async def _tell(unit: Unit, office: Office, case: Case, what: Alert) -> bool:
    """Tell the leaders once; return whether this was the time."""
    if not await unit.alerts.claim(case.id, what):
        return False
    lines = (
        Line(f"alert-{what}", {"code": show_code(case.code), "many": MANY}),
        fact(
            "alert-about",
            field=word(f"field-{case.field}"),
            body=body_name(office, case.lead),
            stands=stands(case),
        ),
        fact("alert-report"),
    )
    when = AT_ONCE if what is Alert.DANGER else When(office.wakes(unit.now))
    await tell_leaders(unit, Letter(lines), when)
    return True
