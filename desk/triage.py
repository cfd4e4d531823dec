"""The triage desk: confirm and refer, ask, guide elsewhere, store, note, and stop a denunciation."""

from dataclasses import dataclass, replace

from desk.body_cards import give_card, renew_all_cards, tell_ended
from desk.erasing import empty_messages, erase_along
from desk.office import Office
from desk.perform import INTERNAL, PUBLIC, Changes, Doing, Saying, loaded, perform, save
from desk.related import wholes
from desk.telling import after, news_of_share, tell_body, tell_resident
from petitions.case import Case, Status
from petitions.gate import Gate
from petitions.kinds import NOT_SET, Disposition, Field, Kind, Level
from petitions.programme import Role as BodyRole
from petitions.refusal import Refusal
from petitions.roles import SYSTEM, Role
from petitions.workflow import Act, decide
from storage.unit import Unit


@dataclass(frozen=True)
class Class:
    """How a petition is classified; None keeps what stands."""

    kind: Kind | None = None
    field: Field | None = None
    level: Level | None = None
    lead: str | None = None


async def take(unit: Unit, office: Office, doing: Doing) -> Case:
    """Begin to work on a case; the resident hears of it the first time."""
    taken = Changes(petition={"officer_id": doing.actor.person})
    return await perform(unit, office, doing, Act.TAKE, Saying(PUBLIC), taken)


async def take_new(unit: Unit, office: Office, doing: Doing) -> None:
    """Take a case if it is new and the actor triages; everybody else only looks."""
    case = await loaded(unit, doing.code)
    if case.status is Status.RECEIVED and doing.actor.holds(Role.TRIAGE):
        await take(unit, office, doing)


async def reclassify(unit: Unit, office: Office, doing: Doing, wanted: Class) -> Case:
    """Change kind, field, level or lead; a new kind, field or level proposes the lead anew."""
    case = await loaded(unit, doing.code)
    kind, field, level = wanted.kind or case.kind, wanted.field or case.field, wanted.level or case.level
    if kind in NOT_SET or (wanted.lead and BodyRole.SETTLE not in office.body(wanted.lead).roles):
        raise Refusal("not-to-be-set")
    topic = replace(case.topic, kind=kind, field=field, level=level)
    lead = wanted.lead or office.programme.competent(topic).lead
    after = {"kind": kind, "field": field, "level": level, "lead": lead}
    return await perform(unit, office, doing, Act.RECLASSIFY, Saying(INTERNAL), Changes(petition=after))


async def note(unit: Unit, office: Office, doing: Doing, words: str) -> Case:
    """Add an internal note; nobody outside the office can read it."""
    return await perform(unit, office, doing, Act.NOTE, Saying(INTERNAL, words=words))


async def ask(unit: Unit, office: Office, doing: Doing, question: str) -> Case:
    """Ask the resident something; who asked gets the answer."""
    asked = Changes(petition={"disposition": Disposition.BO_SUNG})
    return await perform(unit, office, doing, Act.ASK, Saying(PUBLIC, words=question), asked)


async def present(unit: Unit, office: Office, doing: Doing) -> Case:
    """Note that the signed paper of a complaint was presented; from now on it is one."""
    presented = Changes(petition={"paper_at": unit.now})
    return await perform(unit, office, doing, Act.PRESENT, Saying(PUBLIC), presented)


async def refer(unit: Unit, office: Office, doing: Doing) -> Case:
    """Refer a case to its lead body, which gets the card; coordinating bodies stand on it."""
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.REFER, doing.actor, unit.now)
    assignment = office.programme.competent(case.topic)
    if not (case.lead or assignment.lead):
        raise Refusal("nobody-leads")
    lead = office.body(case.lead or assignment.lead or "").code
    due = office.acceptance_due(case, unit.now)
    facts = {"lead": lead, "with": list(assignment.coordinating), "rule": assignment.rule, "due_at": due}
    referred = Changes(petition={"disposition": Disposition.CHUYEN_DON, "lead": lead})
    case = await save(unit, office, case, step, doing.actor, Saying(PUBLIC, facts), referred)
    case = await unit.referrals.send(case, lead, due)
    await tell_resident(unit, office, case, step)
    await give_card(unit, office, case, lead, after(unit, office, case), files=True)
    return case


async def recall(unit: Unit, office: Office, doing: Doing) -> Case:
    """Take a referral back from a body that does not react; all bodies at work are told."""
    before = await loaded(unit, doing.code, doing.seen, doing.actor)
    taken = Changes(referral={"ended_at": unit.now})
    case = await perform(unit, office, doing, Act.RECALL, Saying(PUBLIC), taken)
    for one in before.at_work:
        await tell_ended(unit, office, case, one.body, "news-recalled", after(unit, office, case))
    return case


async def guide(unit: Unit, office: Office, doing: Doing, words: str) -> Case:
    """Guide the resident to another door; this ends the petition here."""
    return await _end(unit, office, doing, Act.GUIDE, Disposition.HUONG_DAN, words)


async def store(unit: Unit, office: Office, doing: Doing, words: str) -> Case:
    """Refuse a petition with a reason and file it without action."""
    return await _end(unit, office, doing, Act.STORE, Disposition.LUU_DON, words)


async def uphold(unit: Unit, office: Office, doing: Doing, words: str) -> Case:
    """Explain to a dissatisfied resident why the answer stands, and close; its body hears that nothing is left."""
    closed = Changes(petition={"closed_at": unit.now})
    case = await perform(unit, office, doing, Act.UPHOLD, Saying(PUBLIC, words=words), closed)
    if lead := case.latest_lead:
        told = news_of_share(case, "news-upheld")
        await tell_body(unit, lead.body, told, case.id, after(unit, office, case))
    await renew_all_cards(unit, office, case, after(unit, office, case))
    return case


async def denounce(unit: Unit, office: Office, doing: Doing) -> Case:
    """Recognise a denunciation: erase its words, files and key, and tell the resident the right door.

    What it was split from is erased along with it. Raises: Refusal, as `decide`: `erased` — no words are left to
    know it by.
    """
    stored = Changes(petition={"disposition": Disposition.HUONG_DAN, "kind": Kind.TO_CAO, "closed_at": unit.now})
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.DENOUNCE, doing.actor, unit.now)
    # Before the letter that tells the resident: erasing takes the words out of waiting letters too.
    await unit.petitions.erase(case.id)
    await unit.people.turn_away(Gate.DENUNCIATION, office.programme.name)
    await empty_messages(unit, case)
    for whole in await wholes(unit, case):
        await erase_along(unit, office, whole, case)
    case = await save(unit, office, await loaded(unit, case.code), step, doing.actor, Saying(PUBLIC), stored)
    await tell_resident(unit, office, case, step)
    await renew_all_cards(unit, office, case)
    return case


async def close_silent(unit: Unit, office: Office, code: str) -> None:
    """Close an answered petition whose resident said nothing in time. Raises: Refusal — they did meanwhile."""
    closed = Changes(petition={"closed_at": unit.now, "close_due": None, "remind_due": None})
    case = await perform(unit, office, Doing(SYSTEM, code), Act.CLOSE, Saying(PUBLIC), closed)
    await renew_all_cards(unit, office, case)


async def _end(unit: Unit, office: Office, doing: Doing, act: Act, disposition: Disposition, words: str) -> Case:
    if not words.strip():
        raise Refusal("words-needed")
    closed = {"disposition": disposition, "closed_at": unit.now}
    return await perform(unit, office, doing, act, Saying(PUBLIC, words=words), Changes(petition=closed))
