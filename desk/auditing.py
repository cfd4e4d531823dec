"""The auditor's acts: what an audit says at once, the records of who read what and what became of roles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.audit import faults
from petitions.refusal import Refusal
from petitions.roles import Actor, Role
from storage.audits import Head
from storage.people import Held
from storage.registers import Reading
from storage.role_changes import RoleChange
from storage.unit import Unit

NEWEST = 200
"""Petitions that are audited at once; the whole is for the command line, however many there are."""


@dataclass(frozen=True)
class Audited:
    """How many of all petitions were audited, the codes of those with a fault, and the digest of all heads."""

    checked: int
    total: int
    faulty: tuple[str, ...]
    digest: str


@dataclass(frozen=True)
class Readings:
    """A page of the record, newest first, and what the readers were called when they read."""

    page: Sequence[Reading]
    readers: Mapping[tuple[int, datetime], Held]


@dataclass(frozen=True)
class RoleHistory:
    """A page of what became of roles, newest first; the roles by number, and what who changed them was called."""

    page: Sequence[RoleChange]
    roles: Mapping[int, Held]
    changers: Mapping[tuple[int, datetime], Held]


async def audit(unit: Unit, actor: Actor, code: str | None = None) -> Audited:
    """Audit one petition, or the newest. Raises: Refusal — `refused-role`, `unknown-code`."""
    _check(actor)
    heads = await unit.audits.newest(NEWEST, code)
    if code and not heads:
        raise Refusal("unknown-code")
    faulty = tuple([head.code for head in heads if await _faulty(unit, head)])
    return Audited(len(heads), await unit.audits.count(), faulty, await unit.audits.digest())


async def readings(unit: Unit, actor: Actor, code: str | None, first: int, size: int) -> Readings:
    """Return who read what, of one petition or of all. Raises: Refusal — `refused-role`, `unknown-code`."""
    _check(actor)
    case = await unit.petitions.load(code) if code else None
    if code and case is None:
        raise Refusal("unknown-code")
    page = await unit.registers.readings(case.id if case else None, first, size)
    return Readings(page, await unit.people.names_then({(one.person, one.at) for one in page}))


async def role_history(unit: Unit, actor: Actor, first: int, size: int) -> RoleHistory:
    """Return who gave, ended or renamed which role. Raises: Refusal `refused-role`."""
    _check(actor)
    page = await unit.role_changes.page(first, size)
    roles = await unit.people.grants_numbered({one.grant for one in page})
    return RoleHistory(page, roles, await unit.people.names_then({(one.by, one.at) for one in page if one.by}))


async def _faulty(unit: Unit, head: Head) -> bool:
    """Tell whether something is wrong; what was acted on meanwhile looks so, and is looked at again, locked."""
    if not await faults(unit, head):
        return False
    await unit.petitions.load(head.code)
    return any([await faults(unit, again) for again in await unit.audits.newest(1, head.code)])


def _check(actor: Actor) -> None:
    if not actor.holds(Role.AUDITOR):
        raise Refusal("refused-role")
