"""Sharing the work of the desk: who works on a case, what comes first, what comes next."""

from desk.letter import officer_name, say
from desk.office import Office
from desk.perform import INTERNAL, Changes, Doing, Saying, loaded, perform
from desk.telling import deliver, news, tell_role
from desk.triage import take
from petitions.case import Case, Status
from petitions.queues import AT_DESK, FIRST, ORDINARY
from petitions.refusal import Refusal
from petitions.roles import DESK, SYSTEM, Actor, Role
from petitions.workflow import Act
from storage.people import Held
from storage.unit import Unit


async def assign(unit: Unit, office: Office, doing: Doing, officer: int | None) -> Case:
    """Give a case to an officer of the desk, or (None) back to the queue; those whom it concerns are told.

    Raises: Refusal — `not-of-the-desk`, and as `perform`.
    """
    if officer is not None and not (await unit.people.actor(officer)).at_desk():
        raise Refusal("not-of-the-desk")
    before = (await loaded(unit, doing.code)).officer_id
    given = Changes(petition={"officer_id": officer})
    case = await perform(unit, office, doing, Act.ASSIGN, Saying(INTERNAL), given)
    if doing.actor.person is not None:
        await _tell(unit, doing.actor.person, case, before)
    return case


async def prioritise(unit: Unit, office: Office, doing: Doing, *, first: bool) -> Case:
    """Put a case before all others of its queue, or back in its turn."""
    changed = Changes(petition={"precedence": FIRST if first else ORDINARY})
    return await perform(unit, office, doing, Act.PRIORITISE, Saying(INTERNAL), changed)


async def next_(unit: Unit, office: Office, actor: Actor, skipped: str | None) -> str | None:
    """Give an officer of the desk what comes next, their own cases first; return its code, None for nothing.

    Whoever signs off does that first, and takes no case over by it. Raises: Refusal `refused-role`.
    """
    if not actor.at_desk() or actor.person is None:
        raise Refusal("refused-role")
    if actor.holds(Role.SENIOR) and (waiting := await unit.queues.to_sign_off()):
        return waiting
    code = await unit.queues.next(actor.person, skipped)
    if code:
        await _pick_up(unit, office, Doing(actor, code))
    return code


async def colleagues(unit: Unit) -> dict[int, Held]:
    """Return everybody of the desk with the role by which they are named, in the order in which they came."""
    held = [one.person for one in await unit.people.grants_held() if one.role in DESK]
    named = await unit.people.names(held, DESK)
    return {person: named[person] for person in held}


async def put_back(unit: Unit, office: Office, officer: int) -> int:
    """Return the cases of somebody who left the desk to the queue; the desk is told. Return how many."""
    codes = await unit.lists.of_officer(officer)
    for code in codes:
        await assign(unit, office, Doing(SYSTEM, code), None)
    if codes:
        await tell_role(unit, Role.TRIAGE, say("news-put-back", count=len(codes)))
    return len(codes)


async def _tell(unit: Unit, by: int, case: Case, before: int | None) -> None:
    """Tell whoever is given a case by whom, and whoever had it `before` where it is; nobody of what they did."""
    now = case.officer_id
    named = await unit.people.names([one for one in (by, now) if one], DESK)
    if now is not None and now != by:
        given = news(case, "news-assigned", by=officer_name(by, named))
        await deliver(unit, await unit.people.contacts_of(now), given, case.id)
    if before is not None and before not in {by, now}:
        key = "news-taken-over" if now else "news-back-in-queue"
        taken = news(case, key, officer=officer_name(now or by, named))
        await deliver(unit, await unit.people.contacts_of(before), taken, case.id)


async def _pick_up(unit: Unit, office: Office, doing: Doing) -> None:
    case = await loaded(unit, doing.code)
    if case.status is Status.RECEIVED:
        await take(unit, office, doing)
    elif case.status in AT_DESK and case.officer_id is None:
        await assign(unit, office, doing, doing.actor.person)
