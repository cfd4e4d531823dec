"""The administrator's lists: roles in force and bound groups, and the end of each.

/grants ──► (where there are many: a role, a page at a time) ──► revoke? ──► revoked ──► /grants
   └──► groups ──► unbind? ──► unbound ──► groups
/rename ──► the role under its new name
"""

from collections import Counter
from collections.abc import Sequence

from desk import accounts, reading
from desk import groups as bound_groups
from desk.letter import (
    Choice,
    Letter,
    Line,
    Rows,
    Value,
    body_name,
    called,
    choice,
    column,
    date,
    fact,
    role_name,
    say,
    word,
)
from desk.records import Group, Held
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.roles import GRANTED, Role
from petitions.text import clean, has_words

_PAGE = 8
_LONGEST = 10
"""Digits that the number of a role never has."""


async def grants(turn: Turn) -> Said:
    """List the roles in force; of many, how many people hold each."""
    return _first(turn, await accounts.grants(turn.unit, turn.actor))


async def grants_page(turn: Turn) -> Said:
    """Turn to a page of those who hold one role, or back to the beginning."""
    page, *roles = turn.args
    held = await accounts.grants(turn.unit, turn.actor)
    return turn.show(_page(turn, held, Role(roles[0]), int(page)) if roles else _first(turn, held))


async def revoke(turn: Turn) -> Said:
    """Ask once before ending a role."""
    held = await accounts.revocable(turn.unit, turn.actor, int(turn.args[0]))
    everybody = await accounts.grants(turn.unit, turn.actor)
    rows = (
        (choice("button-revoke-yes", "revoked", str(held.id)),),
        (choice("button-keep", "grants", *_place(everybody, held)),),
    )
    alone = sum((one.role, one.body) == (held.role, held.body) for one in everybody) == 1
    last = (Line("ask-revoke-last"),) if alone else ()
    return turn.show(Letter((Line("ask-revoke"), _row(turn, held), *last), rows))


async def revoked(turn: Turn) -> Said:
    """End a role."""
    held = await accounts.revoke(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    told = Line("revoked", {"who": called(held), "role": role_name(turn.office, held.role, held.body)})
    return turn.show(Letter((told, *await _unreached(turn, held)), ((choice("button-grants", "grants", "0"),),)))


async def _unreached(turn: Turn, held: Held) -> Sequence[Line]:
    """Warn where the body of a role that ended now hears of nothing."""
    if held.body is None or await reading.reached(turn.unit, held.body):
        return ()
    return (Line("revoked-unreached", {"body": body_name(turn.office, held.body)}),)


async def rename(turn: Turn) -> Said:
    """Change what somebody is called: `/rename NUMBER NAME`, with the number of their role in the list."""
    await accounts.grants(turn.unit, turn.actor)
    number, name = "".join(turn.typed[:1]).rstrip("."), " ".join(turn.typed[1:])
    if not (number.isdecimal() and len(number) < _LONGEST and has_words(clean(name))):
        return say("rename-how")
    held = await accounts.rename(turn.unit, turn.actor, int(number), name)
    return Letter((Line("renamed"), _row(turn, held)), ((choice("button-grants", "grants", "0"),),))


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
    places = [one.contact for one in await bound_groups.bound(turn.unit, turn.actor)]
    keep = choice("button-keep", "groups", str(places.index(group.contact) // _PAGE))
    rows = ((choice("button-unbind-yes", "unbound", str(group.contact)),), (keep,))
    reached = await reading.reached_without_group(turn.unit, group.body or "")
    asked = Line("ask-unbind" if reached else "ask-unbind-unreached", {"body": _body(turn, group)})
    return turn.show(Letter((asked,), rows))


async def unbound(turn: Turn) -> Said:
    """Take a group's binding away."""
    group = await bound_groups.unbind(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    reached = await reading.reached(turn.unit, group.body or "")
    told = Line("unbound" if reached else "unbound-unreached", {"body": _body(turn, group)})
    return turn.show(Letter((told,), ((choice("button-groups", "groups", "0"),),)))


async def bind_elsewhere(_turn: Turn) -> Said:
    """Say that a group is bound in the group itself."""
    return say("bind-in-group")


def _first(turn: Turn, held: Sequence[Held]) -> Letter:
    """List a few roles at once; of many only how many people hold each, to be opened."""
    groups = (choice("button-groups", "groups", "0"),)
    if len(held) <= _PAGE:
        return Letter((Line("grants-head"), *(_row(turn, one) for one in held)), (*_ends(held), groups))
    counts = Counter(one.role for one in held)
    of_role = [
        choice("button-grants-of", "grants", "0", role, role=word(f"role-{role}"), count=str(counts[role]))
        for role in GRANTED
        if counts[role]
    ]
    return Letter((Line("grants-head"), Line("grants-many", {"count": len(held)})), (*column(of_role), groups))


def _place(held: Sequence[Held], one: Held) -> tuple[str, ...]:
    """Return the page of the list where a role stands, as its button says it."""
    if len(held) <= _PAGE:
        return ("0",)
    numbers = [other.id for other in held if other.role is one.role]
    return (str(numbers.index(one.id) // _PAGE), one.role)


def _page(turn: Turn, held: Sequence[Held], role: Role, page: int) -> Letter:
    of_role = [one for one in held if one.role is role]
    shown = of_role[page * _PAGE : (page + 1) * _PAGE]
    ways = _ways("grants", page, role, more=len(of_role) > (page + 1) * _PAGE)
    head = Line("grants-of-role", {"role": word(f"role-{role}"), "count": len(of_role)})
    rows = (*_ends(shown), *ways, (choice("button-grants", "grants", "0"),))
    return Letter((head, *(_row(turn, one) for one in shown)), rows)


def _ends(shown: Sequence[Held]) -> Rows:
    return column(
        [choice("button-revoke", "revoke", str(one.id), id=str(one.id), who=called(one)) for one in shown]
    )


def _ways(verb: str, page: int, *of: str, more: bool) -> Rows:
    ways: list[Choice] = [choice("button-earlier", verb, str(page - 1), *of)] if page else []
    ways += [choice("button-later", verb, str(page + 1), *of)] if more else []
    return (tuple(ways),) if ways else ()


def _body(turn: Turn, group: Group) -> Value:
    return body_name(turn.office, group.body)


def _row(turn: Turn, held: Held) -> Line:
    facts: dict[str, Value] = {
        "id": str(held.id),
        "who": called(held),
        "role": word(f"role-{held.role}"),
        "since": date(held.since),
    }
    if held.body is None:
        return Line("grants-row", facts)
    return Line("grants-row-of-body", {**facts, "body": body_name(turn.office, held.body)})
