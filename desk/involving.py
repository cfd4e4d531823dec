"""Several bodies at one petition: the desk involves others, which answer to the lead on a clock of their own."""

from collections.abc import Sequence

from desk.body_cards import give_card, tell_ended
from desk.letter import body_name
from desk.office import Office
from desk.perform import WITH_BODY, Doing, Saying, loaded, perform, save
from desk.telling import after, news_of_share, tell_body
from petitions.case import Case
from petitions.programme import Role as BodyRole
from petitions.refusal import Refusal
from petitions.workflow import Act, decide
from storage.unit import Unit


async def involve(unit: Unit, office: Office, doing: Doing, body: str) -> Case:
    """Ask a body to take part: it gets the card, and the lead hears for whom it waits.

    Raises: Refusal `already-involved`.
    """
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.INVOLVE, doing.actor, unit.now)
    if body in {one.body for one in case.at_work} or BodyRole.SETTLE not in office.body(body).roles:
        raise Refusal("already-involved")
    case = await save(unit, office, case, step, doing.actor, Saying(WITH_BODY, {"body": body}))
    case = await unit.referrals.send(case, body, lead=False)
    when = after(unit, office, case)
    await give_card(unit, office, case, body, when, files=True)
    if case.lead_referral:
        awaited = news_of_share(case, "news-involved", body=body_name(office, body))
        await tell_body(unit, case.lead_referral.body, awaited, case.id, when)
    return case


async def waive(unit: Unit, office: Office, doing: Doing, reason: str) -> Case:
    """Go on without the contributions that have not come, with a note why; their bodies are told."""
    if not reason.strip():
        raise Refusal("words-needed")
    before = await loaded(unit, doing.code)
    case = await perform(unit, office, doing, Act.WAIVE, Saying(WITH_BODY, words=reason))
    for one in before.awaited:
        await tell_ended(unit, office, case, one.body, "news-waived", words=reason)
    return case


def proposed(office: Office, case: Case) -> Sequence[str]:
    """Return the bodies that can be asked to take part: first those that the programme names for the matter."""
    named = office.programme.competent(case.topic).coordinating
    settling = (body.code for body in office.programme.bodies if BodyRole.SETTLE in body.roles)
    there = {one.body for one in case.at_work}
    return [code for code in dict.fromkeys([*named, *settling]) if code not in there]
