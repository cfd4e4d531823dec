"""The common course of every act on a petition: load, decide, save, and tell the resident."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.office import Office
from desk.telling import tell_resident
from petitions.case import Audience, Case, ReferralStatus
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import Actor
from petitions.workflow import Act, Step, decide, recalled
from storage.petitions import NewEntry
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
_NOTICES = frozenset({Act.ASK, Act.REFER, Act.GUIDE, Act.STORE, Act.DENOUNCE})
"""Acts that tell the resident what becomes of the petition (Luật Tiếp công dân 2013, Đ28.1)."""


async def perform(
    unit: Unit, office: Office, doing: Doing, act: Act, saying: Saying, changes: Changes = NO_CHANGES
) -> Case:
    """Do an act on a petition and tell the resident; return the case as it stands now.

    Raises: Refusal — `unknown-code`, `moved-on` (the case changed since the button was shown), or what
    `decide` refuses.
    """
    case = await loaded(unit, doing.code, doing.seen)
    step = decide(case, act, doing.actor, unit.now)
    case = await save(unit, case, step, doing.actor, saying, changes)
    await tell_resident(unit, office, case, step, saying.words)
    return case


async def loaded(unit: Unit, code: str, seen: int | None = None) -> Case:
    """Load and lock a case. Raises: Refusal — `unknown-code`, `moved-on`."""
    case = await unit.petitions.load(code)
    if case is None:
        raise Refusal("unknown-code")
    if seen is not None and seen != case.entries and await unit.petitions.acted_since(case, seen):
        raise Refusal("moved-on", code=show_code(case.code))
    return case


async def save(
    unit: Unit, case: Case, step: Step, actor: Actor, saying: Saying, changes: Changes = NO_CHANGES
) -> Case:
    """Write what was decided: the entry, the status, the referral."""
    about = {"body": step.referral.body} if step.referral else {}
    entry = NewEntry(
        act=step.act,
        actor=actor.person,
        role=step.role,
        audience=saying.audience,
        basis=step.basis,
        facts={**saying.facts, **about, **changes.referral},
        content={"words": saying.words} if saying.words else None,
        media=saying.media,
    )
    first = {"first_answer_at": unit.now} if step.act in _NOTICES and not case.first_answer_at else {}
    case = await unit.petitions.record(case, entry, status=step.status, **first, **changes.petition)
    for one in recalled(case, step):
        case = await unit.petitions.move_referral(case, one, ReferralStatus.RECALLED, ended_at=unit.now)
    if step.referral and step.referral_status:
        case = await unit.petitions.move_referral(case, step.referral, step.referral_status, **changes.referral)
    return case
