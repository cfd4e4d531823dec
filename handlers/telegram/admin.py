"""The administrator's commands: invitations by link, codes for groups, roles in force and their end."""

from desk import accounts
from desk.letter import Letter, Line, Value, body_name, choice, fact, say, word
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.refusal import Refusal
from petitions.roles import GRANTED, OF_BODY, Role

_GROUP = "group"


async def invite(turn: Turn) -> Said:
    """Make an invitation: `/invite ROLE [BODY]` or `/invite group BODY`; without words, explain."""
    if not turn.actor.holds(Role.ADMINISTRATOR):
        raise Refusal("refused-role")
    if not turn.typed:
        return _usage(turn)
    name, body = turn.typed[0], turn.typed[1] if len(turn.typed) > 1 else None
    if name == _GROUP:
        code = await accounts.invite_group(turn.unit, turn.office, turn.actor, body or "")
        return say("invited-group", code=code, body=body_name(turn.office, body))
    if name not in set(GRANTED):
        raise Refusal("unknown-role", role=name)
    token = await accounts.invite(turn.unit, turn.office, turn.actor, Role(name), body)
    link = invitation_link(turn.update.get_bot().username, token)
    return say("invitation", role=word(f"role-{name}"), link=link)


async def grants(turn: Turn) -> Said:
    """List the roles in force, each with a button that ends it."""
    held = await accounts.grants(turn.unit, turn.actor)
    lines: list[Line] = [Line("grants-head")]
    for row in held[-_SHOWN:]:
        body: Value = body_name(turn.office, row.body) if row.body else word("no-body")
        facts: dict[str, Value] = {"id": str(row.id), "role": word(f"role-{row.role}"), "body": body}
        lines.append(fact("grants-row", **{**facts, "person": str(row.person)}))
    buttons = tuple((choice("button-revoke", "revoke", str(row.id), id=str(row.id)),) for row in held[-_SHOWN:])
    return Letter(tuple(lines), buttons)


async def revoke(turn: Turn) -> Said:
    """End a role."""
    await accounts.revoke(turn.unit, turn.actor, int(turn.args[0]))
    return turn.show(say("revoked", id=turn.args[0]))


def invitation_link(username: str, token: str) -> str:
    """Return the deep link by which an invitation is used."""
    return f"https://t.me/{username}?start=inv_{token}"


def _usage(turn: Turn) -> Letter:
    roles = ", ".join(role for role in GRANTED if role not in OF_BODY)
    bodies = (
        fact("invite-body", code=one.code, body=body_name(turn.office, one.code))
        for one in turn.office.programme.bodies
    )
    return Letter((Line("invite-usage", {"roles": roles}), *bodies))


_SHOWN = 20
