"""The command menus, by role; the same table says which commands /help may name."""

from collections.abc import Iterable

from petitions.roles import Actor, Role

COMMANDS: dict[Role, tuple[str, ...]] = {
    Role.RESIDENT: ("new", "status", "cancel", "language", "privacy", "mydata", "help"),
    Role.TRIAGE: ("queue", "counter", "find", "board", "templates", "registers", "overview"),
    Role.SENIOR: ("queue", "counter", "find", "board", "templates", "registers", "overview", "report"),
    Role.BODY_OFFICER: ("tasks",),
    Role.BODY_HEAD: ("tasks",),
    Role.LEADER: ("report", "overview"),
    Role.AUDITOR: ("find", "audit", "access", "roles", "overview", "report"),
    Role.ADMINISTRATOR: ("invite", "grants", "rename", "erase", "system"),
    Role.DENUNCIATION_KEEPER: ("denunciations",),
}
"""Commands by role; what each does stands in the locales as `command-…`."""


def roles_of(actor: Actor) -> list[Role]:
    """Return the roles of an actor in the order of the table, the resident's first."""
    return [role for role in COMMANDS if role is Role.RESIDENT or actor.holds(role)]


def commands_for(roles: Iterable[str]) -> list[str]:
    """Return the commands of these roles, each once: the office's before the resident's."""
    office = [name for role in roles if role != Role.RESIDENT for name in COMMANDS[Role(role)]]
    return list(dict.fromkeys([*office, *COMMANDS[Role.RESIDENT]]))
