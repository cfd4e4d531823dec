"""Roles: one-time invitations to them and to groups, their use, revocation; language and refusal."""

from collections.abc import Iterable

from desk import reassigning
from desk.assigning import put_back
from desk.letter import called, role_name, say
from desk.office import Office
from desk.telling import deliver
from petitions.access import Part, sees
from petitions.refusal import Refusal
from petitions.roles import DESK, GRANTED, OF_BODY, Actor, Grant, Role
from petitions.text import clean
from storage.deliveries import When
from storage.invitations import Given
from storage.people import Held
from storage.unit import Unit

MAX_LABEL = 60
"""Characters of what somebody is called in lists and on buttons."""


async def invite(unit: Unit, office: Office, by: Actor | None, grant: Grant, label: str = "") -> str:
    """Make a one-time invitation to a role; return its token. `by` None is the command line.

    `label` is what colleagues call whoever takes it; without one they go by role and number.
    Raises: Refusal — as `check_grant`, and `label-too-long`.
    """
    check_grant(office, by, grant)
    return await unit.invitations.make(grant.role, grant.body, by.person if by else None, _label(label))


async def rename(unit: Unit, by: Actor, number: int, label: str) -> Held:
    """Change what colleagues call whoever holds a role; return it as it is called now. Auditors read who did.

    Raises: Refusal — `refused-role`, `unknown-grant`, `label-too-long`, `label-taken`.
    """
    _administrator(by)
    held = await unit.people.grants_held(lock=True)
    named, wanted = _found(held, number), _label(label)
    if any(_goes_by(one, wanted) for one in held if one.person != named.person):
        raise Refusal("label-taken")
    if wanted != named.label:
        await unit.role_changes.rename(named.id, by.person, named.label, wanted)
    return _found(await unit.people.grants_held(), number)


def check_grant(office: Office, by: Actor | None, grant: Grant) -> None:
    """Refuse what nobody can be invited to.

    Raises: Refusal — `refused-role`, `unknown-role`, `body-needed`, `body-not-needed`, `unknown-body`.
    """
    _administrator(by)
    if grant.role not in GRANTED:
        raise Refusal("unknown-role", role=grant.role)
    _check_body(office, grant.role, grant.body)


async def invite_group(unit: Unit, office: Office, by: Actor | None, body: str) -> str:
    """Make a one-time code that binds a group to a body."""
    _administrator(by)
    office.body(body)
    return await unit.invitations.make(None, body, by.person if by else None)


async def uninvite(unit: Unit, by: Actor, token: str) -> Given:
    """End an invitation before it is used; return it. Raises: Refusal — `refused-role`, `invitation-over`."""
    _administrator(by)
    ended = await unit.invitations.revoke(token)
    if ended is None:
        raise Refusal("invitation-over")
    return ended


async def use_invitation(unit: Unit, office: Office, person: int, token: str) -> tuple[Grant, Actor]:
    """Take the role that an invitation gives; return it, and the person with all roles held now.

    Administrators are told. Raises: Refusal — `invitation-dead`, `invitation-own`, `invitation-held`.
    """
    used = await unit.invitations.use(token, person, group=False)
    if used is None or used.grant is None:
        raise Refusal("invitation-dead")
    if used.made_by == person:
        # Who hands out roles tries the link, or would come to read petitions by it.
        raise Refusal("invitation-own")
    if used.grant in (await unit.people.actor(person)).grants:
        raise Refusal("invitation-held")
    told = await unit.people.contacts_of_role(Role.ADMINISTRATOR)
    await unit.people.grant(person, used.grant, used.made_by, used.label)
    [held] = [one for one in await unit.people.grants_of(person) if (one.role, one.body) == _of(used.grant)]
    role = role_name(office, held.role, held.body)
    await deliver(unit, told, say("news-granted", role=role, label=called(held)))
    return used.grant, await unit.people.actor(person)


def _of(grant: Grant) -> tuple[Role, str | None]:
    return grant.role, grant.body


async def revoke(unit: Unit, office: Office, by: Actor | None, grant: int) -> Held:
    """End a grant, of which whoever held it is told, and return it.

    Cases of somebody who leaves the desk or a body go back.

    Raises: Refusal — `refused-role`, `unknown-grant`, `last-administrator`.
    """
    _administrator(by)
    held = await unit.people.grants_held(lock=True)
    found = _not_the_last(held, _found(held, grant))
    await unit.people.revoke(grant, by.person if by else None)
    ended = say("role-ended", role=role_name(office, found.role, found.body))
    await deliver(unit, await unit.people.contacts_of(found.person), ended, when=When(office.wakes(unit.now)))
    if found.role is Role.ADMINISTRATOR:
        # Or the revoked one could come back through a link made before.
        await unit.invitations.revoke_made_by(found.person)
    if found.role in DESK and not (await unit.people.actor(found.person)).at_desk():
        await put_back(unit, office, found.person)
    if found.body and not await _still_of(unit, found.person, found.body):
        await reassigning.put_back(unit, office, found.person, found.body)
    return found


async def grants(unit: Unit, by: Actor) -> list[Held]:
    """Return the roles in force, newest first. Raises: Refusal `refused-role`."""
    _administrator(by)
    return (await unit.people.grants_held())[::-1]


async def revocable(unit: Unit, by: Actor, number: int) -> Held:
    """Return a role in force that can be ended. Raises: Refusal — as `revoke`."""
    _administrator(by)
    held = await unit.people.grants_held()
    return _not_the_last(held, _found(held, number))


async def speak(unit: Unit, person: int, language: str) -> None:
    """Set a person's language."""
    await unit.people.speak(person, language)


async def refuse(unit: Unit, person: int) -> bool:
    """Respect that a person does not (or no longer) agree: forget them; False where records must stay.

    What was filed stays until it is withdrawn or erased; the consent is taken back.
    """
    if await unit.people.left_a_trace(person):
        await unit.people.consent(person, None)
        return False
    await unit.people.forget(person)
    return True


async def _still_of(unit: Unit, person: int, body: str) -> bool:
    actor = await unit.people.actor(person)
    return any(actor.holds(role, body) for role in OF_BODY)


def _found(held: Iterable[Held], number: int) -> Held:
    found = next((row for row in held if row.id == number), None)
    if found is None:
        raise Refusal("unknown-grant")
    return found


def _not_the_last(held: Iterable[Held], found: Held) -> Held:
    administrators = [row for row in held if row.role == Role.ADMINISTRATOR]
    if found.role == Role.ADMINISTRATOR and len(administrators) == 1:
        raise Refusal("last-administrator")
    return found


def _goes_by(held: Held, label: str) -> bool:
    return (held.label or "").casefold() == label.casefold()


def _label(typed: str) -> str:
    label = clean(typed).replace("\n", " ")
    if len(label) > MAX_LABEL:
        raise Refusal("label-too-long", limit=MAX_LABEL)
    return label


def _administrator(by: Actor | None) -> None:
    if by is not None and not sees(by, Part.ROLES):
        raise Refusal("refused-role")


def _check_body(office: Office, role: Role, body: str | None) -> None:
    if role in OF_BODY and body is None:
        raise Refusal("body-needed")
    if role not in OF_BODY and body is not None:
        raise Refusal("body-not-needed")
    if body is not None:
        office.body(body)
