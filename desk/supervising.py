"""The Front's supervision: the board, reminders by the programme's ladder, and what is reported above."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from desk.body_cards import renew_cards
from desk.cards import head, matter
from desk.deadlines import acceptance_due, overdue, settlement
from desk.histories import date_set_at, files_of, last, superseded
from desk.letter import Letter, Line, Value, body_name, choice, date, fact, limit, official, several, word
from desk.office import Office
from desk.perform import INTERNAL, PUBLIC, WITH_BODY, Changes, Doing, Saying, loaded, perform, save
from desk.reading import reached, unreached
from desk.telling import after, deliver, in_charge, tell_body, tell_body_or_desk, tell_role
from petitions.case import Audience, Case, Entry, Referral, Status
from petitions.clocks import Step
from petitions.codes import show_code
from petitions.queues import Window
from petitions.refusal import Refusal
from petitions.roles import SYSTEM, Actor, Role
from petitions.supervising import look
from petitions.workflow import Act, awaits_decision, decide
from storage.deliveries import When
from storage.pages import Page
from storage.supervision import Late
from storage.unit import Unit

_QUARTER = timedelta(days=92)


async def board(unit: Unit, office: Office, actor: Actor, window: Window) -> Page[Late]:
    """Return a page of what lead bodies owe, the longest overdue first. Raises: Refusal `refused-role`."""
    if not actor.at_desk():
        raise Refusal("refused-role")
    return await unit.supervision.board(office.soon(unit.now), window)


async def look_at(unit: Unit, office: Office, code: str) -> None:
    """Look whether a body is to be reminded: a message goes by itself, a letter is drafted for a signature."""
    case = await loaded(unit, code)
    lead, accept_by = _lead(case), acceptance_due(case)
    often = await _often(unit, office, lead)
    ladder, calendar = office.programme.ladder, office.programme.calendar
    set_at = date_set_at(await unit.petitions.history(case), lead.body)
    found = look(ladder, lead, calendar, unit.now, set_at=set_at, accept_by=accept_by, often=often)
    await unit.supervision.look_again(lead, found.again_at)
    # While the resident is asked nobody is late, and what was reported above is out of the ladder's hands.
    if found.step and (case.status is Status.REFERRED or case.carry_due) and not case.erased:
        case = await _prompt(unit, office, case, lead, found.step)
    if accept_by and accept_by <= unit.now and case.status is Status.REFERRED:
        await _tell_unaccepted(unit, office, case, lead, accept_by)


async def urge(unit: Unit, office: Office, doing: Doing) -> tuple[Case, Sequence[str]]:
    """Sign the reminder that was drafted: it goes to the body and to whom the ladder names.

    Return the case, and whom of these nothing reaches here.
    """
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.URGE, doing.actor, unit.now)
    lead = _lead(case)
    rung = office.programme.step(lead.step or "")
    told = office.programme.told(rung, lead.body)
    nobody, before = await unreached(unit, told), await _before(unit, case, lead)
    facts = {"body": lead.body, "step": lead.step, "urged": lead.step, "to": list(told), **_paper(lead, nobody)}
    case = await save(unit, office, case, step, doing.actor, Saying(PUBLIC, facts))
    case = await unit.referrals.move(case, lead, lead.status, urged=lead.step)
    for body in told:
        letter = reminder(office, case, lead, rung, unit.now, before, to=body)
        await tell_body_or_desk(unit, office, case, body, letter, after(unit, office, case))
    return case, nobody


async def escalate(unit: Unit, office: Office, doing: Doing, way: str) -> tuple[str, Letter]:
    """Report a petition above; return to whom, with the dossier, which goes there.

    Raises: Refusal — `no-way-up`: the programme knows nobody there.
    """
    case = await loaded(unit, doing.code)
    found = next((one for one in office.programme.escalations if one.id == way), None)
    above = office.programme.up(found, case.lead) if found and case.lead else None
    if above is None:
        raise Refusal("no-way-up")
    case = await perform(unit, office, doing, Act.ESCALATE, Saying(PUBLIC, {"way": way, "to": above.code}))
    if case.lead_referral:
        await renew_cards(unit, office, case, case.lead_referral.body)
    letter = await dossier(unit, office, case, above.code)
    await tell_body(unit, above.code, letter, case.id)
    return above.code, letter


async def dossier(unit: Unit, office: Office, case: Case, to: str) -> Letter:
    """Return a case for those above: the matter, every word with its files, the reminders; no name, no note."""
    history, lead = await unit.petitions.history(case, Audience.BODY), case.lead_referral
    lines = (
        Line("dossier-head", {**head(office, case), "to": body_name(office, to)}),
        *overdue(office, lead.due_at if lead else None, unit.now),
        *settlement(office, case),
        *_course(office, history),
        *matter(office, case, history),
    )
    return Letter(official(lines), media=files_of(history), petition=case.id)


def _course(office: Office, history: Sequence[Entry]) -> Iterable[Line]:
    """Say day by day who was given the matter, was reminded of it and answered with which result."""
    for entry in history:
        facts = entry.facts
        if facts.get("urged"):
            yield _urged(office, entry)
        elif entry.act in {Act.REFER, Act.REOPEN}:
            yield fact(f"dossier-{entry.act}", at=date(entry.at), body=body_name(office, facts["lead"]))
        elif entry.act in {Act.ANSWER, Act.SIGN_OFF} and "result" in facts:
            named = {"body": body_name(office, facts.get("body")), "result": word(f"result-{facts['result']}")}
            yield fact(f"dossier-{entry.act}", at=date(entry.at), **named)


def _urged(office: Office, entry: Entry) -> Line:
    """Say when the body was reminded and how, also by a step that the programme has no more."""
    rung = next((one for one in office.programme.ladder if one.id == entry.facts["urged"]), None)
    how: Value = {"vi": rung.action.vi, "en": rung.action.en} if rung else entry.facts["urged"]
    key = "dossier-urged-paper" if entry.facts.get("paper") else "dossier-urged"
    return fact(key, at=date(entry.at), step=how)


def _paper(lead: Referral, nobody: Sequence[str]) -> dict[str, bool]:
    """Return the fact that a reminder has to reach its body on paper, where nothing reaches it here."""
    return {"paper": True} if lead.body in nobody else {}


@dataclass(frozen=True)
class Before:
    """What went before a reminder of the lead's date: formal reminders of it, and what the lead said of it itself.

    `asked` is when it asked for more time, `late` when it said that it cannot carry out in time, where nobody has
    decided since.
    """

    reminded: Sequence[datetime]
    asked: datetime | None
    late: datetime | None


def reminder(
    office: Office, case: Case, lead: Referral, rung: Step, now: datetime, before: Before, *, to: str | None = None
) -> Letter:
    """Make the reminder of a step of the ladder, as the body `to` reads it; only the lead has a card to open."""
    facts: dict[str, Value] = {
        "code": show_code(case.code),
        "document": {"vi": rung.document.vi, "en": rung.document.en},
    }
    about: dict[str, Value] = {
        "field": word(f"field-{case.field}"),
        "action": {"vi": rung.action.vi, "en": rung.action.en},
    }
    lines = (
        Line("reminder", facts),
        *((fact("reminder-for", to=body_name(office, to)),) if to else ()),
        *((fact("reminder-of", body=body_name(office, lead.body)),) if to != lead.body else ()),
        fact("reminder-about", **about),
        *((fact("reminder-before", days=several(map(date, before.reminded))),) if before.reminded else ()),
        *_until(office, case, lead, now),
        _asked_for(case, lead, before.asked or before.late),
    )
    opening = ((choice("button-open", "task", case.code),),) if to == lead.body else ()
    return Letter(lines, opening, petition=case.id)


def _until(office: Office, case: Case, lead: Referral, now: datetime) -> Iterable[Line]:
    """Name the date that the reminder is about, and that it is past where it is."""
    due = lead.due_at if case.carry_due or lead.accepted_at else acceptance_due(case)
    key = "reminder-due" if lead.accepted_at else "card-acceptance-due"
    if due:
        yield fact("reminder-carry-due" if case.carry_due else key, due=limit(due, now))


def _asked_for(case: Case, lead: Referral, said: datetime | None) -> Line:
    """Say what is asked of the lead; whoever has asked for more time has given the reason already."""
    if said:
        return fact("reminder-late-said" if case.carry_due else "reminder-asked", at=date(said))
    if case.carry_due:
        return fact("reminder-carry-ask")
    return fact("reminder-ask" if lead.accepted_at else "reminder-accept-ask")


async def _before(unit: Unit, case: Case, lead: Referral) -> Before:
    history = await unit.petitions.history(case, Audience.BODY)
    since = date_set_at(history, lead.body) or lead.sent_at
    reminded = [one.at for one in history if one.act == Act.URGE and one.at > since]
    asking = last(history, Act.EXTEND) if awaits_decision(case) is Act.EXTEND else None
    return Before(reminded, asking.at if asking else None, _said_late(case, history))


def _said_late(case: Case, history: Sequence[Entry]) -> datetime | None:
    """Return when the lead said that it cannot make the day of today."""
    if not case.carry_due or not case.latest_lead:
        return None
    body, past = case.latest_lead.body, {entry.position for entry in superseded(history, case.lead)}
    notes = (one for one in reversed(history) if one.act == Act.NOTE and one.facts.get("body") == body)
    return next((one.at for one in notes if one.position not in past), None)


async def _prompt(unit: Unit, office: Office, case: Case, lead: Referral, rung: Step) -> Case:
    """Bring a step up: what needs no signature goes to the body, the rest is shown as a draft."""
    step = decide(case, Act.PROMPT, SYSTEM, unit.now)
    columns = {"step": rung.id} if rung.signed else {"step": rung.id, "urged": rung.id}
    told = office.programme.told(rung, lead.body) if rung.signed else (lead.body,)
    nobody = await unreached(unit, told)
    paper = {} if rung.signed else _paper(lead, nobody)
    saying = Saying(INTERNAL if rung.signed else WITH_BODY, {"body": lead.body, **columns, **paper})
    case = await save(unit, office, case, step, SYSTEM, saying, Changes())
    case = await unit.referrals.move(case, lead, lead.status, **columns)
    past = await _before(unit, case, lead)
    if not rung.signed:
        letter = reminder(office, case, lead, rung, unit.now, past, to=lead.body)
        await tell_body_or_desk(unit, office, case, lead.body, letter, When(office.wakes(unit.now)))
        if past.asked:
            await _remind_senior(unit, office, case, past.asked)
        return case
    letter = reminder(office, case, lead, rung, unit.now, past)
    asking = (fact("reminder-draft-asked"),) if past.asked else ()
    recipients = [fact("reminder-to", body=body_name(office, one)) for one in told]
    draft = (
        Line("reminder-draft"),
        *asking,
        *letter.lines,
        *recipients,
        *_on_paper(office, nobody, "reminder-paper"),
    )
    opening = (choice("button-open", "open", case.code),)
    signing = (choice("button-urge", "urge", case.code, str(case.entries)),)
    await tell_role(unit, Role.TRIAGE, Letter(draft, (opening,), petition=case.id), case.id)
    await tell_role(unit, Role.SENIOR, Letter(draft, (signing, opening), petition=case.id), case.id)
    return case


def _on_paper(office: Office, bodies: Sequence[str], key: str) -> Iterable[Line]:
    """Say by this key which bodies nothing reaches here, where there are any: they get it on paper."""
    if bodies:
        yield fact(key, body=several(body_name(office, one) for one in bodies))


async def _tell_unaccepted(unit: Unit, office: Office, case: Case, lead: Referral, due: datetime) -> None:
    """Tell whoever works on the case, else the desk, once that its body has not accepted it in time."""
    if not await unit.alerts.claim(case.id, f"unaccepted-{lead.id}"):
        return
    lines = (
        Line("news-unaccepted", head(office, case)),
        fact("card-acceptance-due", due=limit(due, unit.now)),
        Line("news-unaccepted-ask" if await reached(unit, lead.body) else "news-unaccepted-paper"),
    )
    opening = choice("button-open", "open", case.code)
    taking = choice("button-recall", "recall", case.code, str(case.entries))
    letter = Letter(lines, ((opening,), (taking,)), petition=case.id)
    await deliver(unit, await in_charge(unit, case), letter, case.id, When(office.wakes(unit.now)))


async def _remind_senior(unit: Unit, office: Office, case: Case, asked: datetime) -> None:
    """Tell the senior officer with the reminder to a body that its own request still waits."""
    lines = (Line("news-asking", {**head(office, case), "at": date(asked)}), *settlement(office, case))
    letter = Letter(lines, ((choice("button-open", "open", case.code),),), petition=case.id)
    await tell_role(unit, Role.SENIOR, letter, case.id, When(office.wakes(unit.now)))


async def _often(unit: Unit, office: Office, lead: Referral) -> set[str]:
    """Return the steps that the body went through for something else in this quarter."""
    order = [step.id for step in office.programme.ladder]
    reached = await unit.supervision.urged_lately(lead.body, unit.now - _QUARTER, lead.id)
    furthest = max((order.index(one) for one in reached if one in order), default=-1)
    return {*order[: furthest + 1]}


def _lead(case: Case) -> Referral:
    if case.reminded is None:
        raise Refusal("refused-state", status=case.status)
    return case.reminded
