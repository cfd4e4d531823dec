"""Questions that a resident leaves unanswered: one reminder, then the case goes on or ends without the answer."""

from desk.body_cards import renew_cards
from desk.histories import last
from desk.office import Office
from desk.perform import PUBLIC, Changes, Saying, loaded, save
from desk.telling import news_of_share, tell_body, tell_resident
from petitions.case import Status
from petitions.roles import SYSTEM
from petitions.workflow import Act, decide
from storage.unit import Unit


async def ask_again(unit: Unit, office: Office, code: str) -> None:
    """Remind the resident of the question, once. Raises: Refusal — it was answered meanwhile."""
    case = await loaded(unit, code)
    step = decide(case, Act.ASK_AGAIN, SYSTEM, unit.now)
    question = last(await unit.petitions.history(case), Act.ASK)
    words = question.content["words"] if question and question.content else ""
    case = await save(unit, office, case, step, SYSTEM, Saying(PUBLIC))
    await tell_resident(unit, office, case, step, words)


async def expire(unit: Unit, office: Office, code: str) -> None:
    """End a case whose resident did not react, or give it back to the body that asked.

    Words of the resident open it again. Raises: Refusal — it was answered meanwhile.
    """
    case = await loaded(unit, code)
    step = decide(case, Act.EXPIRE, SYSTEM, unit.now)
    ended = {"closed_at": unit.now} if step.status is Status.EXPIRED else {}
    case = await save(unit, office, case, step, SYSTEM, Saying(PUBLIC), Changes(petition=ended))
    await tell_resident(unit, office, case, step)
    if case.lead_referral:
        await renew_cards(unit, office, case, case.lead_referral.body)
        await tell_body(unit, case.lead_referral.body, news_of_share(case, "news-went-on"), case.id)
