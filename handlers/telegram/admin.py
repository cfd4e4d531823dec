"""The administrator's commands: invitations by link, codes for groups, roles in force and their end.

/grants ──► revoke? ──► revoked ──► /grants
"""

from collections.abc import Sequence

from desk import accounts
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, date, fact, grid, say, word
from desk.records import Held
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.refusal import Refusal
from petitions.roles import GRANTED, OF_BODY, Grant, Role

_GROUP = "group"
_PAGE = 8


async def invite(turn: Turn) -> Said:
    """Make an invitation: `/invite ROLE [BODY] [LABEL]` or `/invite group BODY`; without words, explain."""
    if not turn.actor.holds(Role.ADMINISTRATOR):
        raise Refusal("refused-role")
    if not turn.typed:
        return _usage(turn)
    name, *rest = turn.typed
    if name == _GROUP:
        body = rest[0] if rest else ""
        code = await accounts.invite_group(turn.unit, turn.office, turn.actor, body)
        return say("invited-group", code=code, body=body_name(turn.office, body))
    if name not in set(GRANTED):
        raise Refusal("unknown-role", role=name)
    grant, label = _wanted(turn, Role(name), rest)
    token = await accounts.invite(turn.unit, turn.office, turn.actor, grant, label)
    link = invitation_link(turn.update.get_bot().username, token)
    return say("invitation", role=word(f"role-{name}"), label=label or word("no-label"), link=link)


async def grants(turn: Turn) -> Said:
    """List the roles in force."""
    return await _list(turn, 0)


async def grants_page(turn: Turn) -> Said:
    """Turn to a page of the roles in force."""
    return turn.show(await _list(turn, int(turn.args[0])))


async def revoke(turn: Turn) -> Said:
    """Ask once before ending a role."""
    held = await accounts.grant(turn.unit, turn.actor, int(turn.args[0]))
    rows = ((choice("button-revoke-yes", "revoked", str(held.id)),), (choice("button-keep", "grants", "0"),))
    return turn.show(Letter((Line("ask-revoke"), _row(turn, held)), rows))


async def revoked(turn: Turn) -> Said:
    """End a role."""
    await accounts.revoke(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    return turn.show(
        Letter((Line("revoked", {"id": turn.args[0]}),), ((choice("button-grants", "grants", "0"),),))
    )


def invitation_link(username: str, token: str) -> str:
    """Return the deep link by which an invitation is used."""
    return f"https://t.me/{username}?start=inv_{token}"


def _wanted(turn: Turn, role: Role, rest: Sequence[str]) -> tuple[Grant, str]:
    """Read body and label; a body is also taken where the role has none, so that it is refused and no label."""
    bodies = {body.code for body in turn.office.programme.bodies}
    named = bool(rest) and (role in OF_BODY or rest[0] in bodies)
    return Grant(role, rest[0] if named else None), " ".join(rest[named:])


async def _list(turn: Turn, page: int) -> Letter:
    held = await accounts.grants(turn.unit, turn.actor, page * _PAGE, _PAGE + 1)
    shown, more = held[:_PAGE], len(held) > _PAGE
    lines = (Line("grants-head"), *(_row(turn, one) for one in shown))
    return Letter(lines, _buttons(shown, page, more=more))


def _buttons(shown: Sequence[Held], page: int, *, more: bool) -> Rows:
    ends = [choice("button-revoke", "revoke", str(one.id), id=str(one.id)) for one in shown]
    ways: list[Choice] = [choice("button-earlier", "grants", str(page - 1))] if page else []
    ways += [choice("button-later", "grants", str(page + 1))] if more else []
    return (*grid(ends), *((tuple(ways),) if ways else ()))


def _row(turn: Turn, held: Held) -> Line:
    facts: dict[str, Value] = {
        "id": str(held.id),
        "person": str(held.person),
        "role": word(f"role-{held.role}"),
        "label": held.label or word("no-label"),
        "since": date(held.since),
    }
    if held.body is None:
        return Line("grants-row", facts)
    return Line("grants-row-of-body", {**facts, "body": body_name(turn.office, held.body)})


def _usage(turn: Turn) -> Letter:
    roles = (fact("invite-role", code=role, role=word(f"role-{role}")) for role in GRANTED if role not in OF_BODY)
    of_body = (fact("invite-role-of-body", code=role, role=word(f"role-{role}")) for role in sorted(OF_BODY))
    known = (body.code for body in turn.office.programme.bodies)
    bodies = (fact("invite-body", code=code, body=body_name(turn.office, code)) for code in known)
    return Letter((Line("invite-usage"), *roles, *of_body, Line("invite-group"), Line("invite-bodies"), *bodies))
