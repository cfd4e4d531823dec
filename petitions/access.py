"""Who sees what of petitions, by role: one table for the rules, the privacy text and its test."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from petitions.case import Case
from petitions.roles import Actor, Role


class Part(StrEnum):
    """What there is to be seen; `NAME_IF_SHOWN` is the name where its owner shows it to the competent body."""

    MATTER = "matter"
    NAME = "name"
    NAME_IF_SHOWN = "name_if_shown"
    FIGURES = "figures"
    ROLES = "roles"
    DENUNCIATIONS = "denunciations"


class Purpose(StrEnum):
    """What the office opens a name for; it is recorded with each opening."""

    REACH = "reach"
    VERIFY = "verify"
    PAPER = "paper"
    AUDIT = "audit"


_OFFICE = (Part.MATTER, Part.NAME, Part.FIGURES)
_BODY = (Part.MATTER, Part.NAME_IF_SHOWN)

SEES: Mapping[Role, tuple[Part, ...]] = MappingProxyType(
    {
        Role.TRIAGE: _OFFICE,
        Role.SENIOR: _OFFICE,
        Role.BODY_OFFICER: _BODY,
        Role.BODY_HEAD: _BODY,
        Role.LEADER: (Part.FIGURES,),
        Role.AUDITOR: _OFFICE,
        Role.ADMINISTRATOR: (Part.ROLES,),
        Role.DENUNCIATION_KEEPER: (Part.DENUNCIATIONS,),
    }
)
"""Parts by role; a body's roles see the petitions that were referred to their body, the others all of them."""


def sees(actor: Actor, part: Part) -> bool:
    """Tell whether a role of the actor shows this part of every petition."""
    return any(part in SEES[grant.role] for grant in actor.grants)


def serves(actor: Actor, case: Case) -> bool:
    """Tell whether the actor acts at the counter for the author of this petition, who has no account here."""
    return case.at_counter and actor.at_desk()


def readers() -> Mapping[tuple[Part, ...], tuple[Role, ...]]:
    """Return the roles that see the same parts, together, in the order of the table."""
    return {parts: tuple(role for role in SEES if SEES[role] == parts) for parts in dict.fromkeys(SEES.values())}
