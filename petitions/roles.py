"""Who acts: the roles, what each grant is worth, and the actor that a use case is given."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Roles of accounts; one account may hold several. SYSTEM is the clock, never an account."""

    RESIDENT = "resident"
    TRIAGE = "triage_officer"
    SENIOR = "senior_officer"
    BODY_OFFICER = "body_officer"
    BODY_HEAD = "body_head"
    LEADER = "leader"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"
    DENUNCIATION_KEEPER = "denunciation_keeper"
    SYSTEM = "system"


OF_BODY = frozenset({Role.BODY_OFFICER, Role.BODY_HEAD})
DESK = frozenset({Role.TRIAGE, Role.SENIOR})
"""Roles that decide at the desk what becomes of a petition; whoever signs answers off can do that too."""
GRANTED = tuple(role for role in Role if role not in {Role.RESIDENT, Role.SYSTEM})
"""Roles that an invitation can give; everybody is a resident without one."""


@dataclass(frozen=True)
class Grant:
    """A role held; `body` is set for the roles of a competent body and only for them."""

    role: Role
    body: str | None = None


@dataclass(frozen=True)
class Actor:
    """Somebody who acts; `person` is None for the system."""

    person: int | None
    grants: frozenset[Grant] = frozenset()

    def holds(self, role: Role, body: str | None = None) -> bool:
        """Tell whether the actor holds this role (for this body, where one is named)."""
        if role is Role.SYSTEM:
            return self.person is None
        if role is Role.RESIDENT:
            return self.person is not None
        return any(grant.role is role and (body is None or grant.body == body) for grant in self.grants)

    def at_desk(self) -> bool:
        """Tell whether the actor decides at the desk."""
        return any(grant.role in DESK for grant in self.grants)


SYSTEM = Actor(None)
