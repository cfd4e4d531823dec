"""What those who work on a petition are shown of it: the office's card, the body's, the one to be signed off."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from desk import counter, neighbours
from desk.histories import kept, last
from desk.letter import (
    Letter,
    Line,
    Rows,
    Value,
    body_name,
    choice,
    column,
    date,
    fact,
    grid,
    moment,
    officer_name,
    several,
    word,
)
from desk.office import Office
from desk.places import where
from desk.proposing import for_officer, of_history, to_other_fields
from desk.telling import outcome
from desk.weaknesses import lacking, weaknesses_of_answer, weaknesses_of_report
from petitions.access import Part, sees
from petitions.case import ENDS, Case, Entry, NameShown, ReferralStatus, Status
from petitions.codes import show_code
from petitions.kinds import Kind
from petitions.queues import AT_DESK, FIRST
from petitions.refusal import Refusal
from petitions.roles import DESK, Actor
from petitions.text import shortened
from petitions.workflow import Act, decide
from storage.people import Held
from storage.unit import Unit


async def office_card(unit: Unit, office: Office, actor: Actor, code: str) -> Letter:
    """Return the whole case for an officer of the desk; the reading is recorded.

    Raises: Refusal — `unknown-code`, `refused-role`.
    """
    case = await of_office(unit, actor, code)
    history = await unit.petitions.history(case)
    named = await _officers(unit, _notes(history), case.officer_id)
    proposal = of_history(office, history) if may(case, Act.RECLASSIFY, actor, unit) else None
    lines = (
        *_latest_note(history, named),
        Line("card-head", head(office, case)),
        *(for_officer(proposal) if proposal else ()),
        *_nobody_leads(office, case, actor, unit),
        *overdue(office, case.due or to_carry_out(case), unit.now),
        *acceptance(case),
        *deadlines(office, case),
        *outcome(case, history),
        *sharing(case, named),
        *_paper(case),
        *_street(office, case),
        *await neighbours.links(unit, case),
        *neighbours.proposed(await _duplicates(unit, office, case, history)),
        *_named(history, case.name_shown),
        *counter.lines(case, history),
        *coordinating(office, case),
        *_could_take_part(office, case),
        *erased(history),
        *matter(office, case, history),
        *lacking(case, history),
    )
    choices = _office_choices(office, case, actor, unit, history)
    likely = grid(to_other_fields(proposal, case)) if proposal else ()
    return Letter(lines, (*choices[:1], *likely, *choices[1:]), petition=case.id)


async def _duplicates(
    unit: Unit, office: Office, case: Case, history: Sequence[Entry]
) -> list[neighbours.Neighbour]:
    """Look for petitions about the same matter while this one can still be merged."""
    at_desk = case.status in {Status.RECEIVED, Status.TRIAGE}
    return await neighbours.duplicates(unit, office, case, history) if at_desk else []


async def notes_of(unit: Unit, actor: Actor, code: str) -> Letter:
    """Return all internal notes, oldest first; the reading is recorded. Raises: Refusal, as `office_card`."""
    case = await of_office(unit, actor, code)
    notes = _notes(await unit.petitions.history(case))
    named = await _officers(unit, notes)
    lines = (_note(note, (note.content or {})["words"], named) for note in notes)
    head_ = Line("notes-of", {"code": show_code(case.code), "count": len(notes)})
    return Letter((head_, *lines), ((choice("button-card", "card", case.code),),), petition=case.id)


async def of_office(unit: Unit, actor: Actor, code: str, what: str = "card", reason: str | None = None) -> Case:
    """Load a case for whoever reads all of them; the reading is recorded, with its reason where one was given.

    Raises: Refusal — `refused-role`, `unknown-code`.
    """
    if not sees(actor, Part.NAME):
        raise Refusal("refused-role")
    case = await unit.petitions.load(code)
    if case is None:
        raise Refusal("unknown-code")
    assert actor.person is not None  # noqa: S101 - the clock reads nothing
    await unit.registers.accessed(actor.person, what, case.id, reason)
    return case


def head(office: Office, case: Case) -> dict[str, Value]:
    """Return what stands at the top of every view of a case."""
    lead = case.lead_referral
    code = lead.body if lead else case.lead
    return {
        "code": show_code(case.code),
        "status": word(f"status-{case.status}"),
        "kind": word(f"kind-{case.kind}"),
        "field": word(f"field-{case.field}"),
        "level": word(f"level-{case.level}"),
        "body": body_name(office, code),
        "filed": moment(case.filed_at),
    }


def _led(office: Office, case: Case) -> bool:
    """Tell whether there is a body to refer a case to."""
    return bool(case.lead or office.programme.competent(case.topic).lead)


def _nobody_leads(office: Office, case: Case, actor: Actor, unit: Unit) -> Iterable[Line]:
    """Say why a case that stands at the desk cannot be referred as it is, and what can be done."""
    if not _led(office, case) and may(case, Act.REFER, actor, unit):
        yield fact("card-nobody-leads")


def overdue(office: Office, due: datetime | None, now: datetime) -> Iterable[Line]:
    """Say for how many days the date of what is in hand is past, where it is; the date itself stands below."""
    if due and due < now:
        zone = office.programme.calendar.zone
        yield fact("card-overdue", days=(now.astimezone(zone).date() - due.astimezone(zone).date()).days)


def to_carry_out(case: Case) -> datetime | None:
    """Return until when what was answered is to be carried out, while no report says that it was."""
    return None if case.carried_at else case.carry_due


def deadlines(office: Office, case: Case) -> Iterable[Line]:
    """Name the dates by which the resident hears something, also once they are past."""
    yield from _first_answer(case)
    yield from settlement(office, case)
    yield from _next(case)
    yield from carrying(case)


def _first_answer(case: Case) -> Iterable[Line]:
    """Name until when the resident hears what becomes of it, and when they did."""
    due = date(case.first_answer_due)
    if case.first_answer_at:
        yield fact("card-first-answered", due=due, at=date(case.first_answer_at))
    elif case.status not in ENDS:
        yield fact("card-first-answer", due=due)


def _next(case: Case) -> Iterable[Line]:
    """Name until when the office goes on with what has come back to it, or those above answer."""
    if case.status in AT_DESK and case.first_answer_at and case.due and case.due == case.next_due:
        key = "card-next-above" if case.status is Status.ESCALATED else "card-next"
        yield fact(key, due=date(case.due))


def carrying(case: Case) -> Iterable[Line]:
    """Name until when what was answered is to be carried out, and when its body reported that it was."""
    if case.carry_due and case.carried_at:
        yield fact("card-carry-reported", due=date(case.carry_due), at=date(case.carried_at))
    elif case.carry_due:
        yield fact("card-carry-due", due=date(case.carry_due))
    elif case.carried_at:
        yield fact("card-carried", at=date(case.carried_at))


def acceptance(case: Case) -> Iterable[Line]:
    """Name until when a lead body is to say whether it accepts, where no law does: then it is reminded."""
    lead = case.lead_referral
    if lead and lead.status is ReferralStatus.SENT and lead.due_at is None and case.due:
        yield fact("card-acceptance-due", due=date(case.due))


def settlement(office: Office, case: Case) -> Iterable[Line]:
    """Name until when the lead body answers, also once it has; before it accepts, how long it will have."""
    lead = case.latest_lead
    if lead and lead.accepted_at and lead.due_at:
        yield fact("card-due", due=date(lead.due_at))
    elif lead and lead.open:
        if lead.due_at:
            yield fact("card-acceptance-due", due=date(lead.due_at))
        limit = office.settlement(case)
        yield fact("card-due-once-accepted", limit=word(f"limit-{limit.unit}", n=limit.n))


async def _officers(unit: Unit, notes: Sequence[Entry], officer: int | None = None) -> Mapping[int, Held]:
    """Return by what name the desk knows whoever works on a case and whoever noted something about it."""
    persons = {one for one in (officer, *(note.actor for note in notes)) if one is not None}
    return await unit.people.names(persons, DESK) if persons else {}


def sharing(case: Case, named: Mapping[int, Held]) -> Iterable[Line]:
    """Say that a case comes first, and why where it is back, and who works on it."""
    if case.precedence == FIRST:
        yield fact("card-first-recurring" if case.recurring_of else "card-first")
    if case.officer_id is not None:
        yield fact("card-officer", officer=officer_name(case.officer_id, named))


def filed(history: Sequence[Entry], own: Office | None = None) -> Iterable[Line]:
    """Show the matter as it was filed; `own` is the office of whoever reads what they filed themselves."""
    first = history[0] if history else None
    if first is None or first.content is None:
        return
    yield Line("card-words", {"words": first.content["words"]})
    place = first.content.get("place")
    yield from where(own, place) if own else _place(place)
    if first.media:
        yield fact("card-files", count=len(first.media))


def _place(place: dict[str, Value] | None) -> Iterable[Line]:
    if place and "words" in place:
        yield fact("card-place", place=place["words"])
    if place and "latitude" in place:
        pin = f"{place['latitude']:.5f}, {place['longitude']:.5f}"
        yield fact("card-pin", pin=pin)


def name(history: Sequence[Entry], shown: NameShown) -> Iterable[Line]:
    """Show the resident's name to those who may read it, and to whom else it is shown."""
    if known := kept(history, Act.IDENTIFY):
        yield fact(f"card-name-{shown}", name=known["name"])
    else:
        yield fact("card-name-nobody")


def _named(history: Sequence[Entry], shown: NameShown) -> Iterable[Line]:
    """Say whether there is a name, and whom it is not to reach; the office opens it when it says what for."""
    known = NameShown.BODY if shown is NameShown.BODY else NameShown.OFFICE
    yield fact(f"card-named-{known}") if kept(history, Act.IDENTIFY) else fact("card-name-nobody")


def matter(office: Office, case: Case, history: Sequence[Entry]) -> Iterable[Line]:
    """Show the matter, then every word that was said about it since."""
    yield from filed(history)
    yield from talk(office, case, history[1:])


_OF_SHARES = frozenset({Act.ANSWER, Act.PART, Act.RETURN})
_SAID = frozenset(
    {
        Act.ASK,
        Act.SUPPLY,
        Act.ANSWER,
        Act.PART,
        Act.WAIVE,
        Act.RETURN,
        Act.SEND_BACK,
        Act.OVERRIDE,
        Act.DISPUTE,
        Act.REMARK,
        Act.UPHOLD,
        Act.EXTEND,
        Act.GRANT,
        Act.DENY,
        Act.FOLLOW_UP,
        Act.CARRY_OUT,
        Act.OVERRIDE_REPORT,
    }
)


def talk(office: Office, case: Case, entries: Sequence[Entry]) -> Iterable[Line]:
    """Show every word that was said about the matter; what coordinating bodies said with their names."""
    for entry in entries:
        body = entry.facts.get("body")
        if entry.act in _OF_SHARES and entry.content and body != case.lead:
            facts = {"body": body_name(office, body), "words": entry.content["words"], "at": moment(entry.at)}
            yield Line(f"card-with-{entry.act}", facts)
        elif entry.act in _SAID:
            yield from said(entry, "card-supply-edited" if "how" in entry.facts else f"card-{entry.act}")


def said(entry: Entry | None, key: str) -> Iterable[Line]:
    """Show the words of an entry, where it has any."""
    if entry and entry.content:
        yield Line(key, {"words": entry.content["words"], "at": moment(entry.at)})
    elif entry and entry.act == Act.DISPUTE:
        yield Line("card-dispute-silent", {"at": moment(entry.at)})


def _latest_note(history: Sequence[Entry], named: Mapping[int, Held]) -> Iterable[Line]:
    note = last(history, Act.NOTE)
    if note and note.content:
        yield _note(note, shortened(note.content["words"], _SHORT), named)


def _note(note: Entry, words: str, named: Mapping[int, Held]) -> Line:
    who = officer_name(note.actor or 0, named)
    return Line("card-note", {"words": words, "who": who, "at": moment(note.at)})


def _notes(history: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in history if entry.act == Act.NOTE and entry.content]


def _has_more(notes: Sequence[Entry]) -> bool:
    """Tell whether the card leaves something of the notes out."""
    return len(notes) > 1 or any(note.content and len(note.content["words"]) > _SHORT for note in notes)


def _street(office: Office, case: Case) -> Iterable[Line]:
    """Name the street of the list that decided who keeps the matter, and the part that the list speaks of."""
    for street in office.programme.streets or ():
        if street.name == case.street and case.field in street.fields:
            yield fact("card-street", street=street.name, section=street.section or "")


def _paper(case: Case) -> Iterable[Line]:
    """Say of a complaint whether its signed paper is there."""
    if case.kind is Kind.KHIEU_NAI:
        yield fact("card-paper", at=date(case.paper_at)) if case.paper_at else fact("card-paper-awaited")


def coordinating(office: Office, case: Case, *, reader: str | None = None) -> Iterable[Line]:
    """Show the other bodies that take part, where each stands and until when it answers the lead."""
    for one in case.at_work:
        if one.lead or one.body == reader:
            continue
        facts = {"body": body_name(office, one.body), "stands": word(f"share-{one.status}")}
        due = None if one.status is ReferralStatus.ANSWERED else one.due_at
        yield fact("card-share-due", **facts, due=date(due)) if due else fact("card-share", **facts)


def _could_take_part(office: Office, case: Case) -> Iterable[Line]:
    if case.status not in _TO_BE_JOINED:
        return
    there = {one.body for one in case.at_work}
    others = [one for one in office.programme.competent(case.topic).coordinating if one not in there]
    if others:
        yield fact("card-coordinating", body=several(body_name(office, code) for code in others))


_TO_BE_JOINED = frozenset({Status.RECEIVED, Status.TRIAGE, Status.WAITING_RESIDENT, Status.REFERRED})
"""Where another body can still be asked to take part, at once or after the referral."""


def erased(history: Sequence[Entry]) -> Iterable[Line]:
    """Say that words are gone, where they are."""
    if any(entry.erased for entry in history):
        yield Line("card-erased")
    erasing = last(history, Act.ERASE)
    if erasing and "paper" in erasing.facts:
        yield fact("card-erased-paper", paper=erasing.facts["paper"], at=date(erasing.at))


_OFFICE_BUTTONS: tuple[tuple[Act, str], ...] = (
    # What waits for a decision comes first, what is rare and what takes something back comes last.
    (Act.PRESENT, "paper"),
    (Act.REFER, "refer"),
    (Act.SIGN_OFF, "sign"),
    (Act.SEND_BACK, "sendback"),
    (Act.CORRECT, "results"),
    (Act.OVERRIDE, "override"),
    (Act.CONFIRM_CARRIED, "confirm"),
    (Act.OVERRIDE_REPORT, "confirmweak"),
    (Act.GRANT, "grant"),
    (Act.DENY, "deny"),
    (Act.URGE, "urge"),
    (Act.UPHOLD, "uphold"),
    (Act.RECLASSIFY, "class"),
    (Act.ASK, "ask"),
    (Act.GUIDE, "guide"),
    (Act.STORE, "store"),
    (Act.INVOLVE, "involve"),
    (Act.MERGE, "merge"),
    (Act.SPLIT, "split"),
    (Act.RECALL, "recall"),
    (Act.ESCALATE, "escalate"),
    (Act.FOLLOW_UP, "follow"),
    (Act.NOTE, "note"),
    (Act.ASSIGN, "staff"),
    (Act.DENOUNCE, "denounce"),
)


def _office_choices(office: Office, case: Case, actor: Actor, unit: Unit, history: Sequence[Entry]) -> Rows:
    version = str(case.entries)
    # What is weak is signed off or confirmed with a reason, all else without; what no body leads is not referred.
    left_out = {
        Act.SIGN_OFF if weaknesses_of_answer(history) else Act.OVERRIDE,
        Act.CONFIRM_CARRIED if weaknesses_of_report(history) else Act.OVERRIDE_REPORT,
    }
    if not _led(office, case):
        left_out.add(Act.REFER)
    allowed = [
        choice(f"button-{verb}", verb, case.code, version)
        for act, verb in _OFFICE_BUTTONS
        if act not in left_out and may(case, act, actor, unit)
    ]
    allowed += counter.choices(case, actor, history)
    if _has_more(notes := _notes(history)):
        allowed.append(choice("button-notes", "notes", case.code, count=len(notes)))
    if any(entry.media for entry in history):
        allowed.append(choice("button-files", "files", case.code))
    if kept(history, Act.IDENTIFY) or kept(history, Act.REACH):
        allowed.append(choice("button-person", "person", case.code))
    if actor.at_desk():
        allowed.append(choice("button-queue", "queue"))
    # The act that leads on stands alone on top: the widest button for the commonest press.
    leading = _OF_SEVERAL if case.kind is Kind.NHIEU_NOI_DUNG else _LEADING if _led(office, case) else _UNLED
    top = [one for one in allowed if one.verb in leading][:1]
    return (*column(top), *grid([one for one in allowed if one not in top]))


_LEADING = frozenset({"paper", "refer", "sign"})
_OF_SEVERAL = frozenset({"split"})
_UNLED = frozenset({"class"})
_SHORT = 200
"""Characters of the latest note that a card shows."""


def may(case: Case, act: Act, actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor could do this now."""
    try:
        decide(case, act, actor, unit.now)
    except Refusal:
        return False
    return True
