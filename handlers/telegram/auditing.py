"""The auditor's chat: an audit at once, the records of who read what and of who gave or ended which role.

/audit [CODE] ──► verdict;  /access [CODE] ──► page ──► page | card;  /roles ──► page ──► page
"""

from collections.abc import Sequence
from dataclasses import replace

from desk import auditing
from desk.auditing import Readings, RoleHistory
from desk.letter import (
    Choice,
    Letter,
    Line,
    Rows,
    Value,
    called,
    choice,
    fact,
    grid,
    moment,
    officer_then,
    role_name,
    say,
    word,
)
from desk.records import Reading, RoleChange
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.access import Purpose
from petitions.codes import read_code, show_code
from petitions.refusal import Refusal

_PAGE = 20
_KNOWN = frozenset({"card", "name", "find", "wrong_secret", "denunciations"})


async def audit(turn: Turn) -> Said:
    """Audit the newest petitions, or the one that was named."""
    code = _named(turn)
    found = await auditing.audit(turn.unit, turn.actor, code)
    about: dict[str, Value] = {"checked": found.checked, "total": found.total, "digest": found.digest}
    if code and not found.faulty:
        return say("audit-one", code=show_code(code), digest=found.digest)
    if not found.faulty:
        return say("audit-whole", part="all" if found.checked == found.total else "newest", **about)
    return say("audit-faults", count=len(found.faulty), codes=", ".join(map(show_code, found.faulty)), **about)


async def access(turn: Turn) -> Said:
    """Show who read what last, of all petitions or of the one that was named."""
    return await _readings(turn, _named(turn), 0)


async def access_page(turn: Turn) -> Said:
    """Turn to a page of the record."""
    page, *code = turn.args
    return turn.show(await _readings(turn, code[0] if code else None, int(page)))


async def roles(turn: Turn) -> Said:
    """Show what became of roles last."""
    return await _roles(turn, 0)


async def roles_page(turn: Turn) -> Said:
    """Turn to a page of what became of roles."""
    return turn.show(await _roles(turn, int(turn.args[0])))


def _named(turn: Turn) -> str | None:
    """Return the code that was typed, None where nothing was. Raises: Refusal `code-wrong`."""
    typed = " ".join(turn.typed)
    code = read_code(typed)
    if typed and code is None:
        raise Refusal("code-wrong")
    return code


async def _readings(turn: Turn, code: str | None, page: int) -> Letter:
    found = await auditing.readings(turn.unit, turn.actor, code, page * _PAGE, _PAGE + 1)
    shown, of = found.page[:_PAGE], [code] if code else []
    ways = _ways("access", page, *of, more=len(found.page) > _PAGE)
    lines = [_row(found, one) for one in shown] or [Line("access-nothing")]
    return Letter((Line("access-head"), *lines), (*grid(_cards(shown)), *ways))


async def _roles(turn: Turn, page: int) -> Letter:
    found = await auditing.role_history(turn.unit, turn.actor, page * _PAGE, _PAGE + 1)
    lines = [_change(turn, found, one) for one in found.page[:_PAGE]]
    return Letter((Line("roles-head"), *lines), _ways("roles", page, more=len(found.page) > _PAGE))


def _change(turn: Turn, found: RoleHistory, one: RoleChange) -> Line:
    """Say what became of a role, by its number in the administrator's list."""
    held = found.roles[one.grant]
    return fact(
        f"roles-{one.what}",
        at=moment(one.at),
        by=officer_then(one.by, one.at, found.changers) if one.by else word("roles-by-server"),
        number=str(held.id),
        role=role_name(turn.office, held.role, held.body),
        before=called(replace(held, label=one.before)),
        who=called(replace(held, label=one.after)),
    )


def _ways(verb: str, page: int, *of: str, more: bool) -> Rows:
    ways = [choice("button-earlier", verb, str(page - 1), *of)] if page else []
    ways += [choice("button-later", verb, str(page + 1), *of)] if more else []
    return (tuple(ways),) if ways else ()


def _cards(shown: Sequence[Reading]) -> list[Choice]:
    codes = dict.fromkeys(one.code for one in shown if one.code)
    return [choice("button-code", "open", code, code=show_code(code)) for code in codes]


def _row(found: Readings, one: Reading) -> Line:
    """Say a reading, or that it was repeated and since when."""
    what = word(f"read-{one.what}" if one.what in _KNOWN else "read-other")
    return fact(
        "access-row",
        at=moment(one.at),
        who=officer_then(one.person, one.at, found.readers),
        what=what,
        of=word("read-of", code=show_code(one.code)) if one.code else "",
        why=_why(one),
        times=one.times,
        since=moment(one.since),
    )


def _why(one: Reading) -> Value:
    """Say what a name was opened for, nothing of other readings."""
    if one.reason not in set(Purpose):
        return ""
    return word("read-why", purpose=one.reason)
