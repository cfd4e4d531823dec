"""What a competent body is shown of a petition, and what it can press: the lead and whoever takes part."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from desk.cards import (
    carrying,
    coordinating,
    erased,
    head,
    matter,
    name,
    overdue,
    settlement,
    to_carry_out,
)
from desk.histories import files_of
from desk.letter import Letter, Line, Rows, body_name, choice, date, fact, grid, officer_name
from desk.office import Office
from desk.telling import outcome
from petitions.case import Audience, Case, Entry, NameShown, Referral, ReferralStatus, Status
from petitions.roles import OF_BODY, Role
from storage.people import Held
from storage.unit import Unit

_AT_BODY = frozenset({Status.REFERRED, Status.WAITING_RESIDENT, Status.ESCALATED})


async def body_card(
    unit: Unit, office: Office, case: Case, body: str, *, reader: int | None = None, files: bool = False
) -> Letter:
    """Return what a body sees: no name unless the resident shows it, no internal note.

    `reader` is the one person who reads it, None for the whole body. `files` sends the resident's files along;
    without them a button brings them.
    """
    history = await unit.petitions.history(case, Audience.BODY)
    share = next((one for one in reversed(case.at_work) if one.body == body), None)
    lines = (
        Line("body-card-head", head(office, case)),
        *overdue(_own_due(case, share), unit.now),
        *_due(office, case, share),
        *outcome(case),
        *await _clerk(unit, share),
        *_name(history, case.name_shown),
        *coordinating(office, case, reader=body),
        *erased(history),
        *matter(office, case, history),
    )
    media = files_of(history)
    heads = await _heads(unit, body) if share else frozenset()
    gives = bool(heads) if reader is None else reader in heads
    choices = _choices(case, share, files=bool(media), gives=gives) if share else _to_report(case, body)
    return Letter(lines, choices, media if files else (), petition=case.id)


async def colleagues(unit: Unit, body: str) -> dict[int, Held]:
    """Return the officers of a body with the role by which they are named."""
    held = [one.person for one in await unit.people.grants_held() if one.role in OF_BODY and one.body == body]
    named = await unit.people.names(held)
    return {person: named[person] for person in held}


async def _heads(unit: Unit, body: str) -> frozenset[int]:
    held = await unit.people.grants_held()
    return frozenset(one.person for one in held if one.role is Role.BODY_HEAD and one.body == body)


def _name(history: Sequence[Entry], shown: NameShown) -> Iterable[Line]:
    """Show the name that the body may read; that there is one which only the office knows is not for it either."""
    if shown is NameShown.BODY:
        return name(history, shown)
    return (fact("card-name-unshown"),)


async def _clerk(unit: Unit, share: Referral | None) -> Iterable[Line]:
    if share is None or share.clerk_id is None:
        return ()
    called = await colleagues(unit, share.body)
    return (fact("card-clerk", officer=officer_name(share.clerk_id, called)),)


def _due(office: Office, case: Case, share: Referral | None) -> Iterable[Line]:
    """Name the date of the lead's answer; to a coordinating body its own, and whom it answers."""
    if share is None or share.lead or case.lead_referral is None:
        yield from settlement(office, case)
        yield from carrying(case)
        return
    yield fact("card-answers-to", body=body_name(office, case.lead_referral.body))
    if share.due_at:
        yield fact("card-due", due=date(share.due_at))


def _own_due(case: Case, share: Referral | None) -> datetime | None:
    """Return until when it is the body's turn; while the resident is asked, it is not."""
    if share is None:
        return to_carry_out(case)
    asked = case.status is Status.WAITING_RESIDENT or share.status is ReferralStatus.ANSWERED
    return None if asked else share.due_at


def _choices(case: Case, share: Referral, *, files: bool, gives: bool) -> Rows:
    if case.status not in _AT_BODY or share.status is ReferralStatus.ANSWERED:
        return ()
    version = str(case.entries)
    verbs = _verbs(case, share, gives=gives)
    first, *others = (choice(f"button-{verb}", verb, case.code, version) for verb in verbs)
    if files:
        others.append(choice("button-files", "files", case.code))
    # What sends the matter away stands last, far from what leads on.
    back = [(one,) for one in others if one.verb == "return"]
    return ((first,), *grid([one for one in others if one.verb != "return"]), *back)


def _to_report(case: Case, body: str) -> Rows:
    """Let the lead body of what is followed up report that it was carried out."""
    owing = case.carry_due is not None and case.carried_at is None and body == case.lead
    return ((choice("button-carry", "carry", case.code),),) if owing else ()


def _verbs(case: Case, share: Referral, *, gives: bool) -> Iterable[str]:
    """Return what can be pressed, the act that leads on first."""
    fresh = share.status is ReferralStatus.SENT
    yield "accept" if fresh else "answer"
    if not fresh:
        yield "piece"
    if case.status is Status.ESCALATED:
        return  # what was reported above can still be answered, nothing else
    yield "return"
    if share.lead:
        yield "bodyask"
    if share.lead and not fresh and share.asked_days is None:
        yield "more"
    if share.lead and case.awaited:
        yield "waive"
    if gives:
        yield "clerks"
