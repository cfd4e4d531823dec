"""Colleagues of the desk: whoever works on a case hears what another officer decided about it."""

from collections.abc import Mapping

from desk.letter import officer_name
from desk.office import Office
from desk.telling import deliver, for_desk, news
from petitions.case import Case
from petitions.roles import Actor
from petitions.workflow import TOLD_AT_COUNTER, Act, Step
from storage.unit import Unit

_NEWS: Mapping[Act, str] = {
    Act.ASK: "news-colleague-asked",
    Act.REFER: "news-colleague-referred",
    Act.RECALL: "news-colleague-recalled",
    Act.GRANT: "news-colleague-granted",
    Act.DENY: "news-colleague-denied",
    Act.SEND_BACK: "news-colleague-sent-back",
    Act.SIGN_OFF: "news-colleague-signed",
    Act.ESCALATE: "news-colleague-escalated",
    Act.UPHOLD: "news-colleague-upheld",
    Act.GUIDE: "news-colleague-guided",
    Act.STORE: "news-colleague-stored",
    Act.DENOUNCE: "news-colleague-denounced",
    Act.MERGE: "news-colleague-merged",
    Act.SPLIT: "news-colleague-split",
}


async def tell_assigned(unit: Unit, office: Office, case: Case, step: Step, actor: Actor) -> None:
    """Tell the officer who works on a case what a colleague decided, unless they are asked to tell its author."""
    key, officer = _NEWS.get(step.act), case.officer_id
    if key is None or officer is None or actor.person is None or actor.person == officer:
        return
    if case.at_counter and step.act in TOLD_AT_COUNTER:
        return
    named = await unit.people.names([actor.person], [step.role])
    told = news(case, key, by=officer_name(actor.person, named))
    await deliver(unit, await unit.people.contacts_of(officer), told, case.id, for_desk(unit, office, case, step))
