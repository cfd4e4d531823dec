"""Questions that a resident leaves unanswered: one reminder, then the case goes on or ends without the answer."""

from dataclasses import replace

from desk.body_cards import renew_cards
from desk.histories import last
from desk.letter import Line, date
from desk.office import Office
from desk.perform import PUBLIC, Changes, Saying, loaded, save
from desk.telling import news_of_share, tell_body_or_desk, tell_resident
from petitions.case import Status, later_due
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
    """End a case whose resident did not react, or give it back to the body that asked, whose limit may have moved.

    Words of the resident open it again. Raises: Refusal — it was answered meanwhile.
    """
    before = await loaded(unit, code)
    step = decide(before, Act.EXPIRE, SYSTEM, unit.now)
    ended = {"closed_at": unit.now} if step.status is Status.EXPIRED else {}
    case = await save(unit, office, before, step, SYSTEM, Saying(PUBLIC), Changes(petition=ended))
    moved = later_due(before, case)
    await tell_resident(unit, office, case, replace(step, told="went-on-until") if moved else step)
    if lead := case.lead_referral:
        await renew_cards(unit, office, case, lead.body)
        told = news_of_share(case, "news-went-on")
        clock = (Line("body-clock-moved", {"due": date(moved)}),) if moved else ()
        await tell_body_or_desk(unit, office, case, lead.body, replace(told, lines=(*told.lines, *clock)))
