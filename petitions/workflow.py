"""The two workflows as tables: which act moves a petition or a referral from where to where, and who may do it.

Whatever is not in a table is refused. `told` names the sentence that the resident gets (`told-…` in the
locales); None where nothing that the resident sees has changed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from petitions.case import (
    ENDS,
    IN_HAND,
    OPEN_REFERRALS,
    OVER,
    Audience,
    Case,
    Referral,
    ReferralStatus,
    Status,
)
from petitions.kinds import Kind
from petitions.refusal import Refusal
from petitions.roles import DESK, OF_BODY, Actor, Role


class Act(StrEnum):
    """What can be done to a petition or a referral."""

    FILE = "file"
    IDENTIFY = "identify"
    KEEP = "keep"
    TAKE = "take"
    RECLASSIFY = "reclassify"
    NOTE = "note"
    ASK = "ask"
    SUPPLY = "supply"
    PRESENT = "present"
    REFER = "refer"
    GUIDE = "guide"
    STORE = "store"
    DENOUNCE = "denounce"
    ACCEPT = "accept"
    RETURN = "return"
    INVOLVE = "involve"
    WAIVE = "waive"
    PART = "part"
    ANSWER = "answer"
    SEND_BACK = "send_back"
    OVERRIDE = "override"
    SIGN_OFF = "sign_off"
    RATE = "rate"
    REMIND = "remind"
    REMARK = "remark"
    DISPUTE = "dispute"
    REOPEN = "reopen"
    UPHOLD = "uphold"
    WITHDRAW = "withdraw"
    CLOSE = "close"
    PROMPT = "prompt"
    URGE = "urge"
    REASSIGN = "reassign"
    ESCALATE = "escalate"
    MERGE = "merge"
    SPLIT = "split"
    RECALL = "recall"
    EXTEND = "extend"
    GRANT = "grant"
    DENY = "deny"
    UNDO = "undo"
    ERASE = "erase"
    ASSIGN = "assign"
    PRIORITISE = "prioritise"
    ASK_AGAIN = "ask_again"
    EXPIRE = "expire"
    REACH = "reach"
    INFORM = "inform"
    CORRECT = "correct"
    FOLLOW_UP = "follow_up"
    CARRY_OUT = "carry_out"
    CONFIRM_CARRIED = "confirm_carried"
    OVERRIDE_REPORT = "override_report"


@dataclass(frozen=True)
class Move:
    """A row of the petition's table; `end` None keeps the status."""

    act: Act
    start: frozenset[Status]
    end: Status | None
    who: frozenset[Role]
    basis: str
    told: str | None = None


@dataclass(frozen=True)
class ReferralMove:
    """A row of the referral's table; `start` None means that the act makes a new referral."""

    act: Act
    start: frozenset[ReferralStatus] | None
    end: ReferralStatus
    who: frozenset[Role]


@dataclass(frozen=True)
class Step:
    """What an act does, decided: the status after it, the referral's status after it, and what is told."""

    act: Act
    role: Role
    status: Status
    basis: str
    told: str | None
    referral: Referral | None = None
    referral_status: ReferralStatus | None = None


_S, _R = Status, ReferralStatus
_OWN = frozenset({Role.RESIDENT})
_DESK = DESK
_BOARD = frozenset({Role.SENIOR})
_FILING = _OWN | _DESK
"""Residents for themselves, officers at the counter for whoever has no account here."""
_CLOCK = frozenset({Role.SYSTEM})
_ADMIN = frozenset({Role.ADMINISTRATOR})
_AT_DESK = frozenset({_S.RECEIVED, _S.TRIAGE})
# An unanswered question stops nobody: whoever asked may go on without the resident's words.
_DESK_OR_ASKED = _AT_DESK | {_S.WAITING_RESIDENT}
_AT_BODY = frozenset({_S.REFERRED})
_BODY_OR_ASKED = _AT_BODY | {_S.WAITING_RESIDENT}
_OPEN = frozenset(Status) - OVER - {_S.DRAFT}
_ANSWERED = frozenset({_S.ANSWERED, _S.CLOSED})
"""Where what was answered may still have to be carried out."""
_DECIDED = frozenset({_S.WAITING_RESIDENT, _S.REFERRED, _S.GUIDED, _S.STORED, _S.ANSWERED, _S.CLOSED, _S.TRIAGE})
"""Where the acts that can be undone lead."""

_RECEPTION = "Luật Tiếp công dân 2013, Đ25"
_FORWARD = "Luật Tiếp công dân 2013, Đ26.2"
_FIRST_NOTICE = "Luật Tiếp công dân 2013, Đ28.1"
_BY_ANALOGY = "TT 05/2021/TT-TTCP, Đ6 (áp dụng tương tự)"
_STORING = "TT 05/2021/TT-TTCP, Đ28 (áp dụng tương tự)"
_SIGNED = "Luật Khiếu nại 2011, Đ8"
_PAPER_ONLY = "Luật Tố cáo 2018, Đ22"
_SUPERVISION = "Luật MTTQ Việt Nam 2015, Đ25"
_PROGRAMME = "Chương trình phối hợp HĐND – UBND – MTTQ"
_DATA = "Luật Bảo vệ dữ liệu cá nhân 2025, Đ14"

PETITION: tuple[Move, ...] = (
    Move(Act.FILE, frozenset({_S.DRAFT}), _S.RECEIVED, _FILING, _RECEPTION),
    Move(Act.IDENTIFY, frozenset({_S.RECEIVED}), None, _FILING, _RECEPTION),
    Move(Act.REACH, frozenset({_S.RECEIVED}), None, _FILING, _RECEPTION),
    Move(Act.KEEP, frozenset(Status) - {_S.DRAFT}, None, _CLOCK, _RECEPTION),
    Move(Act.TAKE, frozenset({_S.RECEIVED}), _S.TRIAGE, _DESK, _BY_ANALOGY, "taken"),
    Move(Act.RECLASSIFY, _AT_DESK, _S.TRIAGE, _DESK, _BY_ANALOGY),
    Move(Act.NOTE, _OPEN | {_S.CLOSED, _S.EXPIRED}, None, _DESK, _PROGRAMME),
    Move(Act.ASK, _AT_DESK, _S.WAITING_RESIDENT, _DESK, _FIRST_NOTICE, "asked"),
    Move(Act.ASK, _AT_BODY, _S.WAITING_RESIDENT, OF_BODY, _PROGRAMME, "asked"),
    Move(Act.ASK, frozenset({_S.WAITING_RESIDENT}), None, _DESK, _FIRST_NOTICE, "asked-anew"),
    Move(Act.SUPPLY, frozenset({_S.WAITING_RESIDENT, _S.EXPIRED}), _S.TRIAGE, _FILING, _RECEPTION),
    Move(Act.SUPPLY, _OPEN - {_S.WAITING_RESIDENT}, None, _FILING, _RECEPTION),
    Move(Act.SUPPLY, frozenset({_S.CLOSED}), None, _FILING, _SUPERVISION),
    Move(Act.PRESENT, _DESK_OR_ASKED, None, _DESK, _SIGNED, "presented"),
    Move(Act.REFER, _DESK_OR_ASKED, _S.REFERRED, _DESK, _FORWARD, "referred"),
    Move(Act.REFER, frozenset({_S.DISPUTED}), _S.REFERRED, _DESK, _SUPERVISION, "reopened"),
    Move(Act.REFER, frozenset({_S.ESCALATED}), _S.REFERRED, _DESK, _SUPERVISION, "referred"),
    Move(Act.GUIDE, _DESK_OR_ASKED, _S.GUIDED, _DESK, _BY_ANALOGY, "guided"),
    Move(Act.STORE, _DESK_OR_ASKED, _S.STORED, _DESK, _STORING, "stored"),
    Move(Act.DENOUNCE, frozenset(Status) - {_S.DRAFT}, _S.STORED, _DESK, _PAPER_ONLY, "denounced"),
    Move(Act.ACCEPT, _BODY_OR_ASKED | {_S.ESCALATED}, None, OF_BODY, _PROGRAMME, "accepted"),
    Move(Act.RETURN, _BODY_OR_ASKED, _S.TRIAGE, OF_BODY, _PROGRAMME, "returned"),
    Move(Act.REASSIGN, _BODY_OR_ASKED, None, frozenset({Role.BODY_HEAD}), _PROGRAMME),
    Move(Act.REASSIGN, IN_HAND, None, _CLOCK, _PROGRAMME),
    Move(Act.INVOLVE, _BODY_OR_ASKED, None, _DESK, _PROGRAMME),
    Move(Act.WAIVE, _BODY_OR_ASKED, None, OF_BODY, _PROGRAMME),
    Move(Act.PART, _BODY_OR_ASKED | {_S.ESCALATED}, None, OF_BODY, _PROGRAMME),
    Move(Act.ANSWER, _BODY_OR_ASKED | {_S.ESCALATED}, _S.WAITING_SIGN_OFF, OF_BODY, _PROGRAMME, "checking"),
    Move(Act.SEND_BACK, frozenset({_S.WAITING_SIGN_OFF}), _S.REFERRED, _BOARD, _SUPERVISION, "sent-back"),
    Move(Act.OVERRIDE, frozenset({_S.WAITING_SIGN_OFF}), None, _BOARD, _SUPERVISION),
    Move(Act.SIGN_OFF, frozenset({_S.WAITING_SIGN_OFF}), _S.ANSWERED, _BOARD, _SUPERVISION, "answered"),
    Move(Act.RATE, frozenset({_S.ANSWERED}), _S.CLOSED, _FILING, _PROGRAMME),
    Move(Act.DISPUTE, frozenset({_S.ANSWERED, _S.CLOSED}), _S.DISPUTED, _FILING, _PROGRAMME),
    Move(Act.REOPEN, frozenset({_S.DISPUTED}), _S.REFERRED, _CLOCK, _PROGRAMME),
    Move(Act.REMIND, frozenset({_S.ANSWERED}), None, _CLOCK, _PROGRAMME, "reminded"),
    Move(Act.REMARK, frozenset({_S.CLOSED}), None, _FILING, _PROGRAMME),
    Move(Act.UPHOLD, frozenset({_S.DISPUTED}), _S.CLOSED, _DESK, _SUPERVISION, "upheld"),
    Move(Act.WITHDRAW, _OPEN, _S.WITHDRAWN, _FILING, _PROGRAMME),
    Move(Act.CLOSE, frozenset({_S.ANSWERED}), _S.CLOSED, _CLOCK, _PROGRAMME, "closed"),
    Move(Act.PROMPT, _AT_BODY, None, _CLOCK, _SUPERVISION),
    Move(Act.URGE, _BODY_OR_ASKED, None, _BOARD, _SUPERVISION),
    Move(Act.ESCALATE, frozenset({_S.REFERRED, _S.DISPUTED}), _S.ESCALATED, _BOARD, _SUPERVISION, "escalated"),
    Move(Act.MERGE, _AT_DESK, _S.MERGED, _DESK, _BY_ANALOGY, "merged"),
    Move(Act.SPLIT, _AT_DESK, _S.SPLIT, _DESK, _BY_ANALOGY, "split"),
    Move(Act.RECALL, _BODY_OR_ASKED, _S.TRIAGE, _DESK, _SUPERVISION, "recalled"),
    Move(Act.EXTEND, _AT_BODY, None, OF_BODY, _PROGRAMME),
    Move(Act.GRANT, _BODY_OR_ASKED, None, _BOARD, _SUPERVISION, "extended"),
    Move(Act.DENY, _BODY_OR_ASKED, None, _BOARD, _SUPERVISION),
    Move(Act.UNDO, _DECIDED, None, _DESK, _PROGRAMME),
    Move(Act.ERASE, OVER, None, _OWN | _CLOCK | _ADMIN, _DATA),
    Move(Act.ASSIGN, IN_HAND, None, _DESK | _CLOCK, _BY_ANALOGY),
    Move(Act.PRIORITISE, IN_HAND, None, _DESK, _BY_ANALOGY),
    Move(Act.PRIORITISE, frozenset({_S.RECEIVED}), None, _CLOCK, _SUPERVISION),
    Move(Act.ASK_AGAIN, frozenset({_S.WAITING_RESIDENT}), None, _CLOCK, _PROGRAMME, "asked-again"),
    Move(Act.INFORM, frozenset(Status) - {_S.DRAFT}, None, _DESK, _FIRST_NOTICE),
    Move(Act.EXPIRE, frozenset({_S.WAITING_RESIDENT}), _S.EXPIRED, _CLOCK, _PROGRAMME, "expired"),
    Move(Act.CORRECT, frozenset({_S.WAITING_SIGN_OFF}), None, _BOARD, _SUPERVISION),
    Move(Act.FOLLOW_UP, _ANSWERED, None, _DESK, _SUPERVISION),
    Move(Act.PROMPT, _ANSWERED, None, _CLOCK, _SUPERVISION),
    Move(Act.URGE, _ANSWERED, None, _BOARD, _SUPERVISION),
    Move(Act.NOTE, _ANSWERED, None, OF_BODY, _PROGRAMME),
    Move(Act.CARRY_OUT, _ANSWERED, None, OF_BODY, _PROGRAMME),
    Move(Act.CONFIRM_CARRIED, _ANSWERED, None, _BOARD, _SUPERVISION, "carried"),
    Move(Act.OVERRIDE_REPORT, _ANSWERED, None, _BOARD, _SUPERVISION),
)

REFERRAL: tuple[ReferralMove, ...] = (
    ReferralMove(Act.REFER, None, _R.SENT, _DESK),
    ReferralMove(Act.ACCEPT, frozenset({_R.SENT}), _R.ACCEPTED, OF_BODY),
    ReferralMove(Act.RETURN, frozenset({_R.SENT, _R.ACCEPTED}), _R.RETURNED, OF_BODY),
    ReferralMove(Act.REOPEN, None, _R.ACCEPTED, _CLOCK),
    ReferralMove(Act.INVOLVE, None, _R.SENT, _DESK),
    ReferralMove(Act.PART, frozenset({_R.ACCEPTED}), _R.ACCEPTED, OF_BODY),
    ReferralMove(Act.ANSWER, frozenset({_R.ACCEPTED}), _R.ANSWERED, OF_BODY),
    ReferralMove(Act.SEND_BACK, frozenset({_R.ANSWERED}), _R.ACCEPTED, _BOARD),
    ReferralMove(Act.SIGN_OFF, frozenset({_R.ANSWERED}), _R.SIGNED_OFF, _BOARD),
    ReferralMove(Act.RECALL, frozenset({_R.SENT, _R.ACCEPTED}), _R.RECALLED, _DESK),
    ReferralMove(Act.EXTEND, frozenset({_R.ACCEPTED}), _R.ACCEPTED, OF_BODY),
    ReferralMove(Act.GRANT, frozenset({_R.ACCEPTED}), _R.ACCEPTED, _BOARD),
    ReferralMove(Act.DENY, frozenset({_R.ACCEPTED}), _R.ACCEPTED, _BOARD),
)

_REPLIES = frozenset({Act.SUPPLY, Act.EXPIRE})
"""How a question comes to its end: answered, or not."""
_WITHOUT_WORDS = frozenset({Act.ASSIGN, Act.PRIORITISE, Act.ASK_AGAIN, Act.EXPIRE, Act.INFORM})
"""What is done to a petition whose words are gone too."""
_AT_COUNTER = frozenset({Act.INFORM, *(move.act for move in PETITION if move.who == _FILING)})
"""What an officer does to a petition taken down at the counter and to no other."""
_OF_LEAD = frozenset({Act.ASK, Act.EXTEND, Act.WAIVE})
_OF_REPORTS = frozenset({Act.CONFIRM_CARRIED, Act.OVERRIDE_REPORT})
_RENEWING = frozenset({Act.REFER, Act.REOPEN})
_JOINS = frozenset({Act.INVOLVE, Act.WAIVE, Act.PROMPT})
"""Acts that need a lead body at work: to coordinate with, or to remind."""

UNDOABLE = frozenset(
    {
        Act.ASK,
        Act.REFER,
        Act.GUIDE,
        Act.STORE,
        Act.UPHOLD,
        Act.SIGN_OFF,
        Act.SEND_BACK,
        Act.RECALL,
        Act.GRANT,
        Act.DENY,
        Act.INVOLVE,
        Act.URGE,
        Act.FOLLOW_UP,
        Act.CONFIRM_CARRIED,
    }
)
"""Decisions of the office whose letters wait a little, so that they can be taken back before anybody is told.

Not a denunciation recognised: what it erased is gone.
"""

TOLD_AT_COUNTER = frozenset(
    {
        Act.ASK,
        Act.ASK_AGAIN,
        Act.REFER,
        Act.ACCEPT,
        Act.GUIDE,
        Act.STORE,
        Act.SIGN_OFF,
        Act.UPHOLD,
        Act.GRANT,
        Act.ESCALATE,
        Act.MERGE,
        Act.SPLIT,
        Act.EXPIRE,
        Act.FOLLOW_UP,
        Act.CONFIRM_CARRIED,
    }
)
"""Of all that residents are told, what the desk tells by phone or letter whoever has no account here."""

OF_AUTHOR = frozenset({Act.SUPPLY, Act.RATE, Act.DISPUTE, Act.WITHDRAW})
"""What an author does to a petition once they know how it stands, where it moves it."""

DISPUTE_WITHIN = timedelta(days=30)
"""How long after the signed-off answer, or the day that it promises, the resident may say "not solved" (decision
of the programme)."""


def decide(case: Case, act: Act, actor: Actor, now: datetime) -> Step:
    """Return what the act does to the case.

    Raises: Refusal — `refused-role` (not for this actor), `share-ended` (their body has it no more),
    `refused-state` (not from where the case stands), `erased` (its words are gone), `paper-needed` (a complaint
    whose signed paper is not there yet).
    """
    rows = [move for move in PETITION if move.act is act]
    named = [(move, role) for move in rows for role in Role if role in move.who]
    mine = [(move, role) for move, role in named if _acts_as(actor, role, case, act)]
    if not mine:
        raise Refusal("share-ended" if _had_it(actor, case, rows) else "refused-role")
    move, role = next(((move, role) for move, role in mine if case.status in move.start), (None, None))
    if move is None or role is None or _untimely(case, move, now):
        raise Refusal("refused-state", status=case.status)
    if case.erased and act not in _WITHOUT_WORDS:
        raise Refusal("erased")
    if act is Act.REFER and _awaits_paper(case):
        raise Refusal("paper-needed")
    if act is Act.WAIVE and not case.awaited:
        raise Refusal("nothing-awaited")
    if act is Act.URGE and not _to_be_urged(case):
        raise Refusal("nothing-to-urge")
    _check_carrying(case, act)
    return _with_referral(case, move, actor, role)


def _acts_as(actor: Actor, role: Role, case: Case, act: Act) -> bool:
    if role is Role.RESIDENT:
        return actor.person == case.person
    if act is Act.CARRY_OUT or (act is Act.NOTE and role in OF_BODY):
        return case.latest_lead is not None and actor.holds(role, case.latest_lead.body)
    if role in OF_BODY:
        # What moves the petition or its date is the lead's; the rest is each body's own share.
        mine = (one for one in case.referrals if one.open and (one.lead or act not in _OF_LEAD))
        return any(actor.holds(role, one.body) for one in mine)
    return actor.holds(role) and (case.at_counter or act not in _AT_COUNTER)


def _had_it(actor: Actor, case: Case, rows: Iterable[Move]) -> bool:
    """Tell whether the act was the actor's to do while their body had the matter in hand."""
    bodies = {one.body for one in case.referrals if not one.open}
    return any(actor.holds(role, body) for row in rows for role in row.who & OF_BODY for body in bodies)


def _untimely(case: Case, move: Move, now: datetime) -> bool:
    if move.act is Act.PRESENT:
        return not _awaits_paper(case)
    if move.act is Act.REOPEN:
        return not reopens(case)
    if move.act is Act.SUPPLY and case.status is Status.CLOSED:
        return case.carry_due is None  # only while somebody still reads it: what was promised is followed up
    if move.act is Act.NOTE and move.who == OF_BODY:
        return case.carry_due is None or case.carried_at is not None  # a word on the day, while it is awaited
    alone = move.act in _JOINS and case.reminded is None
    nobody = move.act is Act.FOLLOW_UP and case.latest_lead is None
    return alone or nobody or _too_late(case, move.act, now) or _asked_by_body(case, move)


def reopens(case: Case) -> bool:
    """Tell whether "not solved" brings a petition back to its lead without argument: the first time.

    Not a complaint: the law has its own way on, a second complaint or the court.
    """
    return case.reopened_at is None and case.lead is not None and case.kind is not Kind.KHIEU_NAI


def _to_be_urged(case: Case) -> bool:
    """Tell whether a reminder is drafted that nobody has signed yet."""
    lead = case.reminded
    return lead is not None and lead.step is not None and lead.step != lead.urged


def _check_carrying(case: Case, act: Act) -> None:
    """Let a body report once what is followed up, and only that be confirmed which it reported."""
    if act is Act.CARRY_OUT and (case.carry_due is None or case.carried_at):
        raise Refusal("carry-not-awaited")
    if act in _OF_REPORTS and not (case.carry_due and case.carried_at):
        raise Refusal("carry-not-reported")


def _awaits_paper(case: Case) -> bool:
    """Tell whether a petition is a complaint that is only registered beforehand."""
    return case.kind is Kind.KHIEU_NAI and case.paper_at is None


def disputable_until(case: Case) -> datetime | None:
    """Return until when the resident may say "not solved" of an answer; None where there was none."""
    begins = [at for at in (case.signed_off_at, case.carry_due, case.carried_at) if at and case.signed_off_at]
    return max(begins) + DISPUTE_WITHIN if begins else None


def _too_late(case: Case, act: Act, now: datetime) -> bool:
    until = disputable_until(case)
    # At the counter the author may be told of the answer later: until it closes they have their word.
    if case.at_counter and case.status is Status.ANSWERED:
        return False
    return act is Act.DISPUTE and (until is None or now > until)


def _asked_by_body(case: Case, move: Move) -> bool:
    at_body = case.status is Status.WAITING_RESIDENT and case.lead_referral is not None
    return at_body and move.who == _DESK and move.act in {Act.ASK, Act.REFER, Act.GUIDE, Act.STORE}


def _with_referral(case: Case, move: Move, actor: Actor, role: Role) -> Step:
    status, told = _end(case, move), _told(case, move)
    row = next((row for row in REFERRAL if row.act is move.act), None)
    if row is None:
        return Step(move.act, role, status, move.basis, told)
    if row.start is None:
        return Step(move.act, role, status, move.basis, told, referral_status=row.end)
    referral = _subject(case, row, actor)
    if referral is None or referral.status not in row.start:
        raise Refusal("refused-state", status=case.status)
    _check_request(move.act, referral)
    if move.act is Act.ANSWER and referral.lead and case.awaited:
        raise Refusal("contributions-missing")
    # Only the lead body moves the petition; a coordinating body answers to the lead.
    if not referral.lead:
        return Step(move.act, role, case.status, move.basis, None, referral, row.end)
    return Step(move.act, role, status, move.basis, told, referral, row.end)


def _check_request(act: Act, referral: Referral) -> None:
    """More time is decided only where it is asked for; asked for again meanwhile, the newer request stands."""
    if act in {Act.GRANT, Act.DENY} and referral.asked_days is None:
        raise Refusal("extension-decided")


def _end(case: Case, move: Move) -> Status:
    """Return the status after the move: what the resident says, or does not say, goes back to who waits for it."""
    if move.act in _REPLIES and move.end is not None and case.lead_referral:
        return Status.REFERRED
    return move.end or case.status


def _told(case: Case, move: Move) -> str | None:
    """Return what the resident is told: a body goes on without an answer, the desk ends the petition."""
    return "went-on" if move.act is Act.EXPIRE and case.lead_referral else move.told


def _subject(case: Case, row: ReferralMove, actor: Actor) -> Referral | None:
    if row.who <= OF_BODY and row.act not in _OF_LEAD:
        return share_of(case, actor)
    return case.lead_referral


def share_of(case: Case, actor: Actor) -> Referral | None:
    """Return the newest open share of a body to which the actor belongs."""
    mine = [one for one in case.at_work if any(actor.holds(role, one.body) for role in OF_BODY)]
    return mine[-1] if mine else None


def to_be_told(act: str, audience: Collection[Audience], facts: Mapping[str, Any]) -> bool:
    """Tell whether the desk tells of an act, of which the history says this, an author without an account here.

    That a body takes part is between the bodies; of a day to carry out they hear where an earlier one was moved.
    """
    return act in TOLD_AT_COUNTER and (Audience.RESIDENT in audience or "moved" in facts)


def awaits_decision(case: Case) -> Act | None:
    """Return what of the lead's waits for a senior officer: its answer, or its request for more time."""
    if case.status is Status.WAITING_SIGN_OFF:
        return Act.ANSWER
    lead = case.lead_referral
    asks = lead is not None and lead.asked_days is not None and case.status in _BODY_OR_ASKED
    return Act.EXTEND if asks else None


def undoable(act: str, role: str) -> bool:
    """Tell whether an act in this role can be undone: what the office decided."""
    return act in UNDOABLE and role in _DESK


def standing(history: Iterable[tuple[str, Mapping[str, Any]]]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return a history, whole and oldest first, as if what was undone, and its undoing, had never been."""
    rows = list(history)
    undone = {facts["undone"] for act, facts in rows if act == Act.UNDO}
    return [row for position, row in enumerate(rows, 1) if row[0] != Act.UNDO and position not in undone]


def replay(history: Iterable[tuple[str, Mapping[str, Any]]]) -> tuple[Status, dict[str, ReferralStatus]]:
    """Return the status of the petition and of each body's referral that the history implies.

    `history` holds (act, facts), oldest first; facts name the `lead` of a petition referred and the `body` of an
    act on a share. Works from the tables alone, so that it can prove what the records say.
    """
    status, leads, referrals = Status.DRAFT, set[str](), dict[str, ReferralStatus]()
    for act, facts in standing(history):
        row = next((row for row in REFERRAL if row.act == act), None)
        if row is not None and row.start is None and act != Act.INVOLVE:
            _end_others(referrals, act, ())
            leads = {facts["lead"]}
            referrals[facts["lead"]] = row.end
        elif row is not None:
            referrals[facts["body"]] = row.end
        if act == Act.WAIVE:
            _end_others(referrals, act, leads | {body for body, one in referrals.items() if one is _R.ANSWERED})
        at_work = any(referrals[body] in OPEN_REFERRALS for body in leads)
        if row is None or act == Act.INVOLVE or facts.get("body", facts.get("lead")) in leads:
            status = _replayed(status, act, at_work=at_work)
        if status in ENDS or not at_work:
            _end_others(referrals, act, ())
    return status, referrals


def ended(case: Case, step: Step) -> tuple[tuple[Referral, ReferralStatus], ...]:
    """Return the shares that a step ends besides its own, each with how it ends.

    All open ones end with the petition, with a new referral, and with the lead's own share.
    """
    if step.act is Act.WAIVE:
        return tuple((one, _R.RECALLED) for one in case.awaited)
    renewed = step.act in _RENEWING
    lead_over = step.referral is not None and step.referral.lead and step.referral_status not in OPEN_REFERRALS
    others = [one for one in case.at_work if one != step.referral]
    return tuple(
        (one, _over(one.status, step.act)) for one in others if renewed or lead_over or step.status in ENDS
    )


def _over(status: ReferralStatus, act: str) -> ReferralStatus:
    """Return how a coordinating share ends with the lead's: what was contributed is signed off with the answer."""
    return _R.SIGNED_OFF if act == Act.SIGN_OFF and status is _R.ANSWERED else _R.RECALLED


def _end_others(referrals: dict[str, ReferralStatus], act: str, but: Collection[str]) -> None:
    for body, status in referrals.items():
        if status in OPEN_REFERRALS and body not in but:
            referrals[body] = _over(status, act)


def _replayed(status: Status, act: str, *, at_work: bool) -> Status:
    move = next(move for move in PETITION if move.act == act and status in move.start)
    if move.act in _REPLIES and move.end is not None and at_work:
        return Status.REFERRED
    return move.end or status
