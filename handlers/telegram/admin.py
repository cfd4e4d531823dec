"""The administrator's lists: roles in force and bound groups, and the end of each.

/grants ──► revoke? ──► revoked ──► /grants
   └──► groups ──► unbind? ──► unbound ──► groups
"""

from collections.abc import Sequence

from desk import accounts
from desk import groups as bound_groups
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, column, date, fact, say, word
from desk.records import Group, Held
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn

_PAGE = 8


async def grants(turn: Turn) -> Said:
    """List the roles in force."""
    return await _list(turn, 0)


async def grants_page(turn: Turn) -> Said:
    """Turn to a page of the roles in force."""
    return turn.show(await _list(turn, int(turn.args[0])))


async def revoke(turn: Turn) -> Said:
    """Ask once before ending a role."""
    held = await accounts.revocable(turn.unit, turn.actor, int(turn.args[0]))
    rows = ((choice("button-revoke-yes", "revoked", str(held.id)),), (choice("button-keep", "grants", "0"),))
    return turn.show(Letter((Line("ask-revoke"), _row(turn, held)), rows))


async def revoked(turn: Turn) -> Said:
    """End a role."""
    await accounts.revoke(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    return turn.show(
        Letter((Line("revoked", {"id": turn.args[0]}),), ((choice("button-grants", "grants", "0"),),))
    )


async def groups(turn: Turn) -> Said:
    """List the groups that are bound to a body, a page at a time."""
    page = int(turn.args[0])
    found = await bound_groups.bound(turn.unit, turn.actor)
    shown = found[page * _PAGE : (page + 1) * _PAGE]
    ends = [choice("button-unbind", "unbind", str(one.contact), body=_body(turn, one)) for one in shown]
    ways = _ways("groups", page, more=len(found) > (page + 1) * _PAGE)
    rows = (*column(ends), *ways, (choice("button-grants", "grants", "0"),))
    listed = [fact("groups-row", body=_body(turn, one)) for one in shown] or [Line("groups-none")]
    return turn.show(Letter((Line("groups-head", {"count": len(found)}), *listed, Line("groups-how")), rows))


async def unbind(turn: Turn) -> Said:
    """Ask once before a group is bound to its body no more."""
    group = await bound_groups.one_bound(turn.unit, turn.actor, int(turn.args[0]))
    yes = choice("button-unbind-yes", "unbound", str(group.contact))
    rows = ((yes,), (choice("button-keep", "groups", "0"),))
    return turn.show(Letter((Line("ask-unbind", {"body": _body(turn, group)}),), rows))


async def unbound(turn: Turn) -> Said:
    """Take a group's binding away."""
    group = await bound_groups.unbind(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    told = Line("unbound", {"body": _body(turn, group)})
    return turn.show(Letter((told,), ((choice("button-groups", "groups", "0"),),)))


async def bind_elsewhere(_turn: Turn) -> Said:
    """Say that a group is bound in the group itself."""
    return say("bind-in-group")


async def _list(turn: Turn, page: int) -> Letter:
    held = await accounts.grants(turn.unit, turn.actor, page * _PAGE, _PAGE + 1)
    shown, more = held[:_PAGE], len(held) > _PAGE
    lines = (Line("grants-head"), *(_row(turn, one) for one in shown))
    return Letter(lines, _buttons(shown, page, more=more))


def _buttons(shown: Sequence[Held], page: int, *, more: bool) -> Rows:
    ends = [choice("button-revoke", "revoke", str(one.id), id=str(one.id), who=_meant(one)) for one in shown]
    return (*column(ends), *_ways("grants", page, more=more), (choice("button-groups", "groups", "0"),))


def _ways(verb: str, page: int, *, more: bool) -> Rows:
    ways: list[Choice] = [choice("button-earlier", verb, str(page - 1))] if page else []
    ways += [choice("button-later", verb, str(page + 1))] if more else []
    return (tuple(ways),) if ways else ()


def _meant(held: Held) -> Value:
    """Return whom a role was meant for, else the role itself."""
    return held.label or word(f"role-{held.role}")


def _body(turn: Turn, group: Group) -> Value:
    return body_name(turn.office, group.body)


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
