"""The common course of every act on a petition: load, decide, save, and tell the resident."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desk.colleagues import tell_assigned
from desk.deadlines import promise_of
from desk.letter import Value, moment, officer_name, word
from desk.office import Office
from desk.renewing import renew_overtaken, renew_taken_back
from desk.telling import tell_resident
from petitions.case import Audience, Case, Status
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import Actor, Role
from petitions.workflow import OF_AUTHOR, Act, Step, decide, ended, to_be_told
from storage.petitions import Deed, NewEntry
from storage.unit import Unit

PUBLIC = frozenset({Audience.RESIDENT, Audience.BODY})
WITH_BODY = frozenset({Audience.BODY})
INTERNAL: frozenset[Audience] = frozenset()


@dataclass(frozen=True)
class Doing:
    """An act on a petition by somebody; `seen` is the version of the case on the button that was pressed."""

    actor: Actor
    code: str
    seen: int | None = None


@dataclass(frozen=True)
class Saying:
    """What an act leaves in the history: facts (never words), words, files, and who may read it."""

    audience: frozenset[Audience] = PUBLIC
    facts: Mapping[str, Any] = field(default_factory=dict)
    words: str | None = None
    media: tuple[int, ...] = ()


@dataclass(frozen=True)
class Changes:
    """What an act changes besides the status: columns of the petition and of the referral."""

    petition: Mapping[str, Any] = field(default_factory=dict)
    referral: Mapping[str, Any] = field(default_factory=dict)


NO_CHANGES = Changes()
LADDER_ANEW: Mapping[str, None] = {"step": None, "urged": None}
"""What of a share changes where its ladder of reminders begins anew."""
_NOTICES = frozenset({Act.ASK, Act.REFER, Act.GUIDE, Act.STORE, Act.DENOUNCE})
"""Acts that tell the resident what becomes of the petition (Luật Tiếp công dân 2013, Đ28.1)."""
_NEXT = frozenset({Status.TRIAGE, Status.REFERRED, Status.DISPUTED, Status.ESCALATED})
"""Where somebody has the next step."""
_OF_DESK_ALONE = frozenset({Act.NOTE, Act.ASSIGN, Act.PRIORITISE, Act.INFORM, Act.PROMPT, Act.URGE})
"""Acts by which nothing changes for bodies and residents: what they have before them still holds."""


async def perform(
    unit: Unit, office: Office, doing: Doing, act: Act, saying: Saying, changes: Changes = NO_CHANGES
) -> Case:
    """Do an act on a petition and tell the resident; return the case as it stands now.

    Raises: Refusal — `unknown-code`, `moved-on` (the case changed since the button was shown), or what
    `decide` refuses.
    """
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, act, doing.actor, unit.now)
    case = await save(unit, office, case, step, doing.actor, saying, changes)
    # What office and bodies say among themselves stands in no letter, not even in its short form.
    await tell_resident(unit, office, case, step, saying.words if Audience.RESIDENT in saying.audience else None)
    return case


async def loaded(unit: Unit, code: str, seen: int | None = None, reader: Actor | None = None) -> Case:
    """Load and lock a case; a `reader` whom it concerns is told who was quicker.

    Whoever has no part in it learns nothing of it: what they press is refused by what they may do.
    Raises: Refusal — `unknown-code`, `moved-on`.
    """
    case = await unit.petitions.load(code)
    if case is None:
        raise Refusal("unknown-code")
    concerned = reader is None or bool(reader.grants) or reader.person == case.person
    old = concerned and seen is not None and seen != case.entries
    since = await done_since(unit, case, seen, reader) if old and seen is not None else None
    if since:
        who = await called(unit, since, reader)
        raise Refusal("moved-on", code=show_code(case.code), who=who, at=moment(since.at))
    return case


async def done_since(unit: Unit, case: Case, seen: int, reader: Actor | None) -> Deed | None:
    """Return what was done last since the version of a case that a `reader` has seen, None for nothing."""
    return await unit.petitions.latest_act(case, seen, () if reader and reader.at_desk() else _OF_DESK_ALONE)


async def called(unit: Unit, deed: Deed, reader: Actor | None) -> Value:
    """Say who did something: officers as their colleagues call them, to residents and of residents the role.

    Whoever did it themselves is told so.
    """
    if deed.actor is not None and reader is not None and deed.actor == reader.person:
        return word("who-self")
    among_officers = reader is not None and bool(reader.grants)
    if deed.actor is None or deed.role is Role.RESIDENT or not among_officers:
        return word(f"who-{deed.role}")
    return officer_name(deed.actor, await unit.people.names([deed.actor], [deed.role]))


async def save(
    unit: Unit,
    office: Office,
    case: Case,
    step: Step,
    actor: Actor,
    saying: Saying,
    changes: Changes = NO_CHANGES,
) -> Case:
    """Write what was decided: the entry, the status, the referral and its clock."""
    before, clock = case, _clock(office, case, step, unit.now)
    touched = step.referral or (case.lead_referral if clock else None)
    about = {"body": touched.body} if touched else {}
    entry = NewEntry(
        act=step.act,
        actor=actor.person,
        role=step.role,
        audience=saying.audience,
        basis=step.basis,
        facts={**saying.facts, **about, **clock, **changes.referral},
        content={"words": saying.words} if saying.words else None,
        media=saying.media,
    )
    first = {"first_answer_at": unit.now} if step.act in _NOTICES and not case.first_answer_at else {}
    asked, due = _question(office, case, step, unit.now), _next(office, case, step, unit.now)
    told = _telling(office, case, step, entry, unit.now)
    columns = {**asked, **due, **first, **told, **_result(case, step), **_carrying(case, step), **changes.petition}
    case = await unit.petitions.record(case, entry, status=step.status, **columns)
    await tell_assigned(unit, office, case, step, actor)
    for one, status in ended(case, step):
        case = await unit.referrals.move(case, one, status, ended_at=unit.now)
    if touched:
        stands = step.referral_status if step.referral and step.referral_status else touched.status
        case = await unit.referrals.move(case, touched, stands, **clock, **changes.referral)
    await renew_overtaken(unit, office, before, case, step)
    if case.untold_since:
        await renew_taken_back(unit, office, case, step)
    return case


def _question(office: Office, case: Case, step: Step, now: datetime) -> dict[str, datetime | None]:
    """Give a resident who is asked so much time to answer; it ends when anybody goes on.

    At the counter it begins once they are told, also of a question in the place of one that they know.
    """
    if step.act is Act.ASK and not case.at_counter:
        return office.replying(now)
    if step.act is Act.ASK:
        return {"reply_due": None, "reply_remind_at": None} if case.reply_due else {}
    if step.act is Act.ASK_AGAIN:
        return {"reply_remind_at": None}
    if case.status is Status.WAITING_RESIDENT and step.status is not Status.WAITING_RESIDENT:
        return {"reply_due": None, "reply_remind_at": None}
    if case.status is Status.EXPIRED and step.status is not Status.EXPIRED:
        return {"closed_at": None}
    return {}


def _telling(office: Office, case: Case, step: Step, entry: NewEntry, now: datetime) -> dict[str, datetime | None]:
    """Note what the desk has to tell an author without an account here; their clocks run once it has told them.

    Who answers, judges or withdraws meanwhile has heard of it.
    """
    if case.at_counter and to_be_told(entry.act, entry.audience, entry.facts):
        return {"untold_since": case.untold_since or now}
    # Of a denunciation nothing is left to be told, nor how to reach its author.
    heard = step.act in {Act.ERASE, Act.DENOUNCE} or (step.act in OF_AUTHOR and step.status is not case.status)
    if case.untold_since is None or not (heard or step.act is Act.INFORM):
        return {}
    return {"untold_since": None, **(_begun(office, case, now) if step.act is Act.INFORM else {})}


def _begun(office: Office, case: Case, now: datetime) -> dict[str, datetime | None]:
    if case.status is Status.WAITING_RESIDENT and case.reply_due is None:
        return office.replying(now)
    judges = case.status is Status.ANSWERED and case.close_due is None
    return office.judging(now, promise_of(case)) if judges else {}


def _next(office: Office, case: Case, step: Step, now: datetime) -> dict[str, datetime]:
    """Give whoever has the next step a date, where a petition comes to them and none runs."""
    # A new referral ends the one before, whose clock no longer counts.
    lead = None if step.act is Act.REFER else case.lead_referral
    running = lead is not None and lead.due_at is not None and step.status is Status.REFERRED
    told = case.first_answer_at is not None or step.act in _NOTICES
    if step.status is case.status or step.status not in _NEXT or running or not told:
        return {}
    return {"next_due": office.next_due(case, step.status, now)}


def _result(case: Case, step: Step) -> dict[str, None]:
    """Leave open again what comes of the matter, where a body is to answer anew or it goes to those above."""
    anew = case.result is not None and step.status in {Status.REFERRED, Status.ESCALATED}
    return {"result": None} if anew else {}


def _carrying(case: Case, step: Step) -> dict[str, datetime | None]:
    """Follow up no more what is taken up again, and what nobody can read any more."""
    over = step.status not in {Status.ANSWERED, Status.CLOSED} or step.act is Act.ERASE
    return {"carry_due": None, "carried_at": None} if case.carry_due and over else {}


def _clock(office: Office, case: Case, step: Step, now: datetime) -> dict[str, datetime | None]:
    """Stop the lead body's clock when the resident is asked, and let it go on when somebody acts again.

    What is reported above before the body has accepted is its to accept by the same date as before.
    """
    lead, waits = case.lead_referral, Status.WAITING_RESIDENT
    if lead is None or lead in dict(ended(case, step)):
        return {}
    if step.act is Act.ESCALATE and lead.due_at is None:
        return {"due_at": case.due}
    if (case.status is waits) is (step.status is waits):
        return {}
    if step.status is waits:
        return {"paused_at": now}
    return {"paused_at": None, "due_at": office.resumed(case, lead, now)}
