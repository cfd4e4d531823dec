"""What an officer of the desk is shown of a petition, and what can be pressed there."""

from collections.abc import Iterable, Mapping, Sequence

from desk import counter, neighbours
from desk.cards import coordinating, erased, head, judged, matter, may, of_office
from desk.deadlines import acceptance, deadlines, overdue, to_carry_out
from desk.histories import files_of, kept, last
from desk.letter import (
    Letter,
    Line,
    Rows,
    body_name,
    choice,
    column,
    date,
    fact,
    grid,
    moment,
    officer_name,
    several,
)
from desk.office import Office
from desk.proposing import for_officer, of_history, to_other_fields
from desk.telling import outcome
from desk.weaknesses import lacking, weaknesses_of_answer, weaknesses_of_report
from petitions.case import Case, Entry, NameShown, Status
from petitions.codes import show_code
from petitions.kinds import Kind
from petitions.queues import FIRST
from petitions.roles import DESK, Actor
from petitions.text import shortened
from petitions.workflow import Act
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
        *_drafted(office, case, actor, unit),
        *deadlines(office, case),
        *outcome(case, history),
        *judged(history),
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


def _led(office: Office, case: Case) -> bool:
    """Tell whether there is a body to refer a case to."""
    return bool(case.lead or office.programme.competent(case.topic).lead)


def _nobody_leads(office: Office, case: Case, actor: Actor, unit: Unit) -> Iterable[Line]:
    """Say why a case that stands at the desk cannot be referred as it is, and what can be done."""
    if not _led(office, case) and may(case, Act.REFER, actor, unit):
        yield fact("card-several" if case.kind is Kind.NHIEU_NOI_DUNG else "card-nobody-leads")


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


def _named(history: Sequence[Entry], shown: NameShown) -> Iterable[Line]:
    """Say whether there is a name, and whom it is not to reach; the office opens it when it says what for."""
    given = last(history, Act.IDENTIFY)
    if given and given.erased:
        return
    known = NameShown.BODY if shown is NameShown.BODY else NameShown.OFFICE
    yield fact(f"card-named-{known}") if given else fact("card-name-nobody")


def _latest_note(history: Sequence[Entry], named: Mapping[int, Held]) -> Iterable[Line]:
    for note in _notes(history)[-1:]:
        yield _note(note, shortened((note.content or {})["words"], _SHORT), named)


def _note(note: Entry, words: str, named: Mapping[int, Held]) -> Line:
    who, key = officer_name(note.actor or 0, named), "card-note-of-body" if note.facts.get("body") else "card-note"
    return Line(key, {"words": words, "who": who, "at": moment(note.at)})


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


def _drafted(office: Office, case: Case, actor: Actor, unit: Unit) -> Iterable[Line]:
    """Say to whoever can sign a reminder which one is drafted, and to whom it goes."""
    lead = case.reminded
    rung = next((one for one in office.programme.ladder if lead and one.id == lead.step), None)
    if lead and rung and may(case, Act.URGE, actor, unit):
        document, action = ({"vi": one.vi, "en": one.en} for one in (rung.document, rung.action))
        told = several(body_name(office, one) for one in office.programme.told(rung, lead.body))
        yield fact("card-drafted", document=document, action=action, to=told)


def _could_take_part(office: Office, case: Case) -> Iterable[Line]:
    if case.status not in _TO_BE_JOINED:
        return
    there = {case.lead, *(one.body for one in case.at_work)}
    others = [one for one in office.programme.competent(case.topic).coordinating if one not in there]
    if others:
        yield fact("card-coordinating", body=several(body_name(office, code) for code in others))


_TO_BE_JOINED = frozenset({Status.RECEIVED, Status.TRIAGE, Status.WAITING_RESIDENT, Status.REFERRED})
"""Where another body can still be asked to take part, at once or after the referral."""


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
    if case.kind is Kind.TO_CAO:
        left_out.add(Act.DENOUNCE)
    again = case.status in {Status.DISPUTED, Status.ESCALATED}
    allowed = [
        choice("button-refer-again" if again and act is Act.REFER else f"button-{verb}", verb, case.code, version)
        for act, verb in _OFFICE_BUTTONS
        if act not in left_out and may(case, act, actor, unit)
    ]
    allowed += counter.choices(case, actor, history)
    if _has_more(notes := _notes(history)):
        allowed.append(choice("button-notes", "notes", case.code, count=len(notes)))
    if files_of(history):
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
