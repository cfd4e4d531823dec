"""Inviting by buttons: to which role, for which body, what to call them, then the link or the code for a group.

/invite ──► role ──► (body roles and groups: body, a page at a time) ──► invite.label ──► link
                                                  └──► code for a group
link, code ──► uninvite ──► (of no use any more)
"""

from collections.abc import Sequence

from desk import accounts
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, column, role_name, say, word
from handlers.telegram.on import Said
from handlers.telegram.questions import half_said, half_written
from handlers.telegram.turn import Turn
from petitions.programme import Role as BodyRole
from petitions.refusal import Refusal
from petitions.roles import GRANTED, OF_BODY, Grant, Role
from petitions.text import clean, has_words

GROUP = "group"
"""Stands among the roles for a code that binds a group."""
LABEL = "invite.label"
OF_A_BODY = (*sorted(OF_BODY), GROUP)
_PAGE = 8


async def invite(turn: Turn) -> Said:
    """Make an invitation: `/invite ROLE [BODY] [LABEL]` or `/invite group BODY`; without words, offer them."""
    _administrator(turn)
    if not turn.typed:
        return _roles()
    name, *rest = turn.typed
    if name == GROUP:
        return await _code(turn, rest[0] if rest else "")
    if name not in set(GRANTED):
        raise Refusal("unknown-role", role=" ".join(turn.typed))
    return await _link(turn, *_wanted(turn, Role(name), rest))


async def roles(turn: Turn) -> Said:
    """Offer the roles again; what somebody is called is asked no more."""
    _administrator(turn)
    if turn.step == LABEL:
        turn.end()
    return turn.show(_roles())


async def bodies(turn: Turn) -> Said:
    """Offer the bodies for a role of theirs or for their group, a page at a time."""
    _administrator(turn)
    if turn.step == LABEL:
        turn.end()
    what, page = turn.args[0], int(turn.args[1])
    settling = _settling(turn)
    shown = settling[page * _PAGE : (page + 1) * _PAGE]
    found = [choice("button-body", "invited", what, code, body=body_name(turn.office, code)) for code in shown]
    rows = (*column(found), *_pages(what, page, last=(page + 1) * _PAGE >= len(settling)), _BACK)
    return turn.show(Letter((Line("invite-choose-body", {"role": _called(what)}),), rows))


async def chosen(turn: Turn) -> Said:
    """Ask what to call whoever is invited to a role without a body."""
    return _ask_label(turn, Grant(Role(turn.args[0])))


async def chosen_with_body(turn: Turn) -> Said:
    """Make the code for a body's group, or ask what to call whoever is invited to a role of the body."""
    what, body = turn.args
    return turn.show(await _code(turn, body)) if what == GROUP else _ask_label(turn, Grant(Role(what), body))


async def labelled(turn: Turn) -> Said:
    """Make the invitation with the words typed as its label."""
    if not has_words(clean(turn.text)):
        return say("words-needed")
    made = await _link(turn, _grant(turn), turn.text)
    turn.end()
    return made


async def unlabelled(turn: Turn) -> Said:
    """Make the invitation without a label: whoever takes it goes by role and number."""
    made = await _link(turn, _grant(turn), "")
    turn.end()
    return turn.show(made)


async def uninvited(turn: Turn) -> Said:
    """End an invitation that went to the wrong person, before it is used."""
    ended = await accounts.uninvite(turn.unit, turn.actor, turn.args[0])
    if ended.grant is None:
        return turn.show(say("uninvited-group", body=body_name(turn.office, ended.body)))
    return turn.show(say("uninvited", **_whom(turn, ended.grant, ended.label or "")))


def invitation_link(username: str, token: str) -> str:
    """Return the deep link by which an invitation is used."""
    return f"https://t.me/{username}?start=inv_{token}"


def _ask_label(turn: Turn, grant: Grant) -> Said:
    accounts.check_grant(turn.office, turn.actor, grant)
    if half_written(turn) or half_said(turn):
        return turn.toast(Line("finish-first"), alert=True)
    turn.begin(LABEL, role=grant.role, body=grant.body)
    asked = Line("ask-label", {"role": role_name(turn.office, grant.role, grant.body)})
    example = Line("ask-label-default", {"role": word(f"role-{grant.role}")})
    rows = ((choice("button-by-role", "byrole"),), _back(turn, grant))
    return turn.show(Letter((asked, example), rows, ask=Line("hint-label")))


def _grant(turn: Turn) -> Grant:
    return Grant(Role(turn.value("role")), turn.value("body"))


async def _link(turn: Turn, grant: Grant, label: str) -> Letter:
    token = await accounts.invite(turn.unit, turn.office, turn.actor, grant, label)
    link = invitation_link(turn.update.get_bot().username, token)
    return _made(Line("invitation", {**_whom(turn, grant, label), "link": link}), token)


def _whom(turn: Turn, grant: Grant, label: str) -> dict[str, Value]:
    """Return to which role somebody is invited, and what they will be called."""
    role = role_name(turn.office, grant.role, grant.body)
    return {"role": role, "label": clean(label) or word("label-by-role")}


async def _code(turn: Turn, body: str) -> Letter:
    code = await accounts.invite_group(turn.unit, turn.office, turn.actor, body)
    return _made(Line("invited-group", {"code": code, "body": body_name(turn.office, body)}), code)


def _made(line: Line, token: str) -> Letter:
    return Letter((line,), ((choice("button-uninvite", "uninvite", token),),))


def _wanted(turn: Turn, role: Role, rest: Sequence[str]) -> tuple[Grant, str]:
    """Read body and label; a body is also taken where the role has none, so that it is refused and no label."""
    known = {body.code for body in turn.office.programme.bodies}
    named = bool(rest) and (role in OF_BODY or rest[0] in known)
    return Grant(role, rest[0] if named else None), " ".join(rest[named:])


def _back(turn: Turn, grant: Grant) -> tuple[Choice, ...]:
    """Lead one step back: to the page of bodies that has this one, or to the roles."""
    settling = _settling(turn)
    if grant.body not in settling:
        return _BACK
    return (choice("button-back", "inviting", grant.role, str(settling.index(grant.body) // _PAGE)),)


def _settling(turn: Turn) -> list[str]:
    return [body.code for body in turn.office.programme.bodies if BodyRole.SETTLE in body.roles]


def _roles() -> Letter:
    plain = [choice("button-role", "invited", role, role=_called(role)) for role in GRANTED if role not in OF_BODY]
    of_body = [choice("button-role", "inviting", what, "0", role=_called(what)) for what in OF_A_BODY]
    return Letter((Line("invite-choose-role"), Line("invite-typed")), column([*plain, *of_body]))


def _called(what: str) -> dict[str, str]:
    return word("role-of-group" if what == GROUP else f"role-{what}")


def _pages(what: str, page: int, *, last: bool) -> Rows:
    earlier = () if page == 0 else (choice("button-earlier", "inviting", what, str(page - 1)),)
    later = () if last else (choice("button-later", "inviting", what, str(page + 1)),)
    return ((*earlier, *later),) if earlier or later else ()


def _administrator(turn: Turn) -> None:
    if not turn.actor.holds(Role.ADMINISTRATOR):
        raise Refusal("refused-role")


_BACK: tuple[Choice, ...] = (choice("button-back", "invite"),)
