"""Templates of answers: shared by the desk, offered where they fit, filled in from the petition."""

from desk.office import Office
from petitions.case import Case
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import Actor
from petitions.templates import Placeholder, Template, Use, check
from petitions.templates import fill as filled
from storage.templates import Kept
from storage.unit import Unit

_OFFERED = 6


async def save(unit: Unit, actor: Actor, template: Template, before: int | None = None) -> Kept:
    """Keep a template, in the place of another where one is named.

    Raises: Refusal — `refused-role`, `unknown-template` (that other one is gone), and what `check` refuses.
    """
    person = _officer(actor)
    check(template.words)
    if before is not None and not await unit.templates.retire(before):
        raise Refusal("unknown-template")
    return await unit.templates.add(template, person)


async def drop(unit: Unit, actor: Actor, number: int) -> None:
    """Take a template out of use. Raises: Refusal — `refused-role`, `unknown-template`."""
    _officer(actor)
    if not await unit.templates.retire(number):
        raise Refusal("unknown-template")


async def listed(unit: Unit, actor: Actor, first: int, size: int) -> list[Kept]:
    """Return templates in use, from a position on. Raises: Refusal `refused-role`."""
    _officer(actor)
    return await unit.templates.page(first, size)


async def one(unit: Unit, actor: Actor, number: int) -> Template:
    """Return a template. Raises: Refusal — `refused-role`, `unknown-template`."""
    _officer(actor)
    found = await unit.templates.get(number)
    if found is None:
        raise Refusal("unknown-template")
    return found.template


async def offered(unit: Unit, code: str, use: Use) -> list[Kept]:
    """Return the templates that fit a petition best."""
    case = await unit.petitions.load(code)
    return await unit.templates.fitting(use, case, _OFFERED) if case else []


async def fill(unit: Unit, office: Office, actor: Actor, number: int, code: str) -> str:
    """Return a template's words for a petition.

    Raises: Refusal — `refused-role`, `unknown-template`, `unknown-code`, `template-not-known`.
    """
    template, case = await one(unit, actor, number), await unit.petitions.load(code)
    if case is None:
        raise Refusal("unknown-code")
    return filled(template.words, _known(unit, office, case))


def _known(unit: Unit, office: Office, case: Case) -> dict[Placeholder, str]:
    """Return what the petition fills in, as the office writes to residents."""
    zone, programme = office.programme.calendar.zone, office.programme
    known = {
        Placeholder.CODE: show_code(case.code),
        Placeholder.UNIT: programme.unit_vi,
        Placeholder.FILED: f"{case.handed_in.astimezone(zone):%d/%m/%Y}",
        Placeholder.TODAY: f"{unit.now.astimezone(zone):%d/%m/%Y}",
    }
    lead = next((body for body in programme.bodies if body.code == case.lead), None)
    return known | ({Placeholder.BODY: lead.name_vi} if lead else {})


def _officer(actor: Actor) -> int:
    if actor.person is None or not actor.at_desk():
        raise Refusal("refused-role")
    return actor.person
