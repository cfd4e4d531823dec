"""Groups of bodies: bound by a one-time code, followed when they move; unbound ones are left after a day."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from desk.body_cards import colleagues, renew_cards
from desk.letter import Value, body_name, officer_name, say
from desk.office import Office
from desk.residents import unreachable
from desk.telling import deliver, news_of_share, tell_role
from petitions.access import Part, sees
from petitions.case import Case
from petitions.refusal import Refusal
from petitions.roles import OF_BODY, Actor, Role
from storage.groups import Group, UnboundGroup
from storage.unit import Unit

STAYS_UNBOUND = timedelta(days=1)
"""How long the bot stays in a group that nobody binds to a body."""


async def bind(unit: Unit, office: Office, channel: str, address: str, by: Actor, token: str) -> str:
    """Bind a group to the body that a one-time code names; return the body.

    A body has one group: another one bound to it before is told and gets no more cards. Administrators are told.
    Raises: Refusal — `code-dead`; and after these the code can still be used: `group-taken` (another body would
    lose its group), `bind-not-yours` (neither an administrator nor an officer of the body).
    """
    used = await unit.invitations.use(token, by.person or 0, group=True)
    if used is None or used.body is None:
        raise Refusal("code-dead")
    here = await unit.groups.find(channel, address)
    if here and here.body != used.body:
        raise Refusal("group-taken", body=body_name(office, here.body))
    body = body_name(office, used.body)
    if not (sees(by, Part.ROLES) or any(by.holds(role, used.body) for role in OF_BODY)):
        raise Refusal("bind-not-yours", body=body)
    before = await unit.groups.of_body(used.body)
    bound = await unit.groups.bind(channel, address, used.body)
    for group in before:
        if group != bound:
            await deliver(unit, [group], say("group-replaced", body=body))
            await unit.groups.unbind(group)
    await tell_role(unit, Role.ADMINISTRATOR, say("news-bound", body=body))
    return used.body


async def bound(unit: Unit, by: Actor) -> list[Group]:
    """Return the groups that are bound to a body, newest first. Raises: Refusal `refused-role`."""
    if not sees(by, Part.ROLES):
        raise Refusal("refused-role")
    return await unit.groups.bound()


async def one_bound(unit: Unit, by: Actor, contact: int) -> Group:
    """Return a bound group. Raises: Refusal — `refused-role`, `unknown-group`."""
    found = next((one for one in await bound(unit, by) if one.contact == contact), None)
    if found is None:
        raise Refusal("unknown-group")
    return found


async def unbind(unit: Unit, office: Office, by: Actor, contact: int) -> Group:
    """Take a group's binding away; the group is told. Raises: Refusal — `refused-role`, `unknown-group`."""
    found = await one_bound(unit, by, contact)
    await deliver(unit, [contact], say("group-unbound", body=body_name(office, found.body)))
    await unit.groups.unbind(contact)
    return found


async def tell(unit: Unit, office: Office, case: Case, body: str, officer: int, did: Value) -> None:
    """Tell the group of a body what an officer did elsewhere; no colleague has an old card, or does it again."""
    await renew_cards(unit, office, case, body, but=await unit.people.contacts_of(officer))
    who = officer_name(officer, await colleagues(unit, body))
    told = news_of_share(case, "news-of-colleague", who=who, did=did)
    await deliver(unit, await unit.groups.of_body(body), told, case.id)


async def joined(unit: Unit, channel: str, address: str) -> bool:
    """Note that the bot is in a group; True where it is bound to no body and has not been told what to do."""
    return await unit.groups.note(channel, address)


async def put_out(unit: Unit, office: Office, channel: str, address: str) -> None:
    """Note that the bot is no longer in a group: whoever adds it again binds it again."""
    known = await unit.groups.find(channel, address)
    if known:
        await unreachable(unit, office, known.contact)
        await unit.groups.unbind(known.contact)
    await unit.groups.left(channel, address)


async def moved(unit: Unit, channel: str, address: str, new_address: str) -> None:
    """Follow a group to its new address."""
    known = await unit.groups.find(channel, address)
    if known:
        await unit.groups.move(known.contact, channel, new_address)


def due(since: datetime, now: datetime) -> bool:
    """Tell whether the bot has been a guest for long enough."""
    return now - since >= STAYS_UNBOUND


async def overstayed(unit: Unit, channel: str) -> Sequence[UnboundGroup]:
    """Return the groups that the bot is to leave."""
    return [one for one in await unit.groups.unbound(channel) if due(one.since, unit.now)]
