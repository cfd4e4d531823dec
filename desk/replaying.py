"""Replaying: dated cases and register entries of the past become histories and figures like those of today."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from petitions.case import Audience, Case, NameShown, ReferralStatus, Status
from petitions.codes import new_secret
from petitions.kinds import Disposition, Field, Kind, Level, Result
from petitions.programme import Programme
from petitions.roles import Role
from petitions.workflow import Act
from storage.petitions import NewEntry, NewPetition
from storage.unit import Unit

_LEDGER = "ledger"
_ENDS = {
    Disposition.HUONG_DAN: (Act.GUIDE, Role.TRIAGE, Status.GUIDED),
    Disposition.LUU_DON: (Act.STORE, Role.TRIAGE, Status.STORED),
    Disposition.RUT_DON: (Act.WITHDRAW, Role.RESIDENT, Status.WITHDRAWN),
}


@dataclass(frozen=True)
class PastCase:
    """A case as a ledger has it, without words or names."""

    code: str
    at: datetime
    source: str
    level: Level
    kind: Kind
    field: Field
    group: str | None = None
    lead: str | None = None
    referred_at: datetime | None = None
    accepted_at: datetime | None = None
    due: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    disposition: Disposition | None = None
    result: Result | None = None
    rating: str | None = None
    reopened: datetime | None = None


async def ledger(unit: Unit) -> int:
    """Return the person to whom all cases of a ledger belong: nobody, whom no letter reaches."""
    known = await unit.people.visitor(_LEDGER, _LEDGER, _LEDGER)
    found = known or await unit.people.welcome(_LEDGER, _LEDGER, "vi")
    await unit.people.mark_reachable(found.contact, reachable=False)
    return found.person


async def replay_case(unit: Unit, programme: Programme, person: int, past: PastCase) -> None:
    """Write a case down as the history that it had, each act at its time."""
    case = await _filed(unit, programme, person, past)
    if past.lead and past.referred_at:
        case = await _referred(unit, case, past, past.lead, past.referred_at)
    if past.answered_at and case.lead_referral:
        case = await _answered(unit, case, past, past.answered_at)
    await _ended(unit, case, past)


async def _filed(unit: Unit, programme: Programme, person: int, past: PastCase) -> Case:
    records = replace(unit.petitions, now=past.at)
    case = await records.add(
        NewPetition(
            code=past.code,
            secret=new_secret(),
            programme=programme.name,
            person=person,
            source=past.source,
            kind=past.kind,
            field=past.field,
            level=past.level,
            lead=past.lead,
            street=None,
            residential_group=past.group,
            name_shown=NameShown.NOBODY,
            first_answer_due=past.due or past.at,
        )
    )
    return await records.record(case, _entry(Act.FILE, Role.RESIDENT), status=Status.RECEIVED)


async def _referred(unit: Unit, case: Case, past: PastCase, lead: str, at: datetime) -> Case:
    records = replace(unit.petitions, now=at)
    disposition, due = past.disposition or Disposition.CHUYEN_DON, past.due or past.at
    changed = {"disposition": disposition, "first_answer_at": at, "next_due": due}
    facts: dict[str, Any] = {"lead": lead, "with": [], "due_at": None}
    case = await records.record(case, _entry(Act.REFER, Role.TRIAGE, facts), status=Status.REFERRED, **changed)
    case = await replace(unit.referrals, now=at).send(case, lead)
    if past.accepted_at:
        clock = {"accepted_at": past.accepted_at, "due_at": past.due}
        case = await _shared(unit, case, past.accepted_at, Act.ACCEPT, ReferralStatus.ACCEPTED, clock)
    return case


async def _answered(unit: Unit, case: Case, past: PastCase, at: datetime) -> Case:
    case = await _shared(unit, case, at, Act.ANSWER, ReferralStatus.ANSWERED, {"answered_at": at})
    signed = {"signed_off_at": at, "result": past.result}
    return await _shared(unit, case, at, Act.SIGN_OFF, ReferralStatus.SIGNED_OFF, {"ended_at": at}, **signed)


async def _ended(unit: Unit, case: Case, past: PastCase) -> None:
    """Close an answered case, take it up again where it was, or end it otherwise."""
    if case.status is Status.ANSWERED:
        first = (past.reopened and past.answered_at) or past.closed_at
        if first:
            judged = past.rating in {"solved", "partly"}
            act, role = (Act.RATE, Role.RESIDENT) if judged else (Act.CLOSE, Role.SYSTEM)
            rated = {"rating": past.rating} if judged else {}
            case = await _moved(unit, case, first, (act, role, Status.CLOSED), {"closed_at": first, **rated})
        if past.reopened:
            again = {"rating": "not", "closed_at": None}
            case = await _moved(unit, case, past.reopened, (Act.DISPUTE, Role.RESIDENT, Status.DISPUTED), again)
            if past.closed_at:
                upheld = (Act.UPHOLD, Role.TRIAGE, Status.CLOSED)
                await _moved(unit, case, past.closed_at, upheld, {"closed_at": past.closed_at})
    elif past.closed_at and past.disposition in _ENDS:
        ended = {"closed_at": past.closed_at, "disposition": past.disposition}
        await _moved(unit, case, past.closed_at, _ENDS[past.disposition], ended)


async def _moved(
    unit: Unit, case: Case, at: datetime, step: tuple[Act, Role, Status], changed: Mapping[str, Any]
) -> Case:
    act, role, status = step
    facts = {"rating": changed["rating"]} if "rating" in changed else {}
    records = replace(unit.petitions, now=at)
    case = await records.record(case, _entry(act, role, facts), status=status, **changed)
    for one in case.referrals:
        if one.open:
            case = await replace(unit.referrals, now=at).move(case, one, ReferralStatus.RECALLED, ended_at=at)
    return case


async def _shared(
    unit: Unit,
    case: Case,
    at: datetime,
    act: Act,
    status: ReferralStatus,
    clock: Mapping[str, Any],
    **changed: Any,
) -> Case:
    """Record an act on the lead body's share."""
    referral = case.lead_referral
    assert referral is not None  # noqa: S101 - it was referred
    records = replace(unit.petitions, now=at)
    role = Role.SENIOR if act is Act.SIGN_OFF else Role.BODY_OFFICER
    stands = {Act.ANSWER: Status.WAITING_SIGN_OFF, Act.SIGN_OFF: Status.ANSWERED}.get(act, case.status)
    facts = {"body": referral.body, **clock}
    case = await records.record(case, _entry(act, role, facts), status=stands, **changed)
    return await replace(unit.referrals, now=at).move(case, referral, status, **clock)


def _entry(act: Act, role: Role, facts: Mapping[str, Any] | None = None) -> NewEntry:
    return NewEntry(act=act, actor=None, role=role, audience=frozenset({Audience.BODY}), facts=facts or {})
