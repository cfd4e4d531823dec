"""Who may do what: each act with the roles that may do it, on one page; what is not here is refused to everybody.

petitions/workflow.py says from which status and whose petition, petitions/access.py who reads what.
"""

from dataclasses import dataclass

from petitions.roles import DESK, OF_BODY, Role
from petitions.workflow import Act


@dataclass(frozen=True)
class Right:
    """Acts that the same roles may do."""

    acts: frozenset[Act]
    roles: frozenset[Role]


def _right(roles: frozenset[Role], *acts: Act) -> Right:
    return Right(frozenset(acts), roles)


# What is the resident's own is the officers' too for a petition taken down at the counter, and for no other.
_OWN, _DESK, _BOARD = frozenset({Role.RESIDENT}), DESK, frozenset({Role.SENIOR})
_CLOCK = frozenset({Role.SYSTEM})

RIGHTS: tuple[Right, ...] = (
    _right(_OWN | _DESK, Act.FILE, Act.IDENTIFY, Act.REACH, Act.SUPPLY, Act.WITHDRAW),
    _right(_OWN | _DESK, Act.RATE, Act.REMARK, Act.DISPUTE),
    _right(_DESK, Act.TAKE, Act.RECLASSIFY, Act.PRESENT, Act.REFER, Act.INVOLVE, Act.RECALL, Act.MERGE, Act.SPLIT),
    _right(_DESK, Act.GUIDE, Act.STORE, Act.DENOUNCE, Act.UPHOLD),
    _right(_DESK | OF_BODY, Act.ASK),
    _right(_DESK | OF_BODY, Act.NOTE),
    _right(_DESK, Act.UNDO, Act.INFORM),
    _right(_DESK | _CLOCK, Act.ASSIGN, Act.PRIORITISE),
    _right(OF_BODY, Act.ACCEPT, Act.RETURN, Act.PART, Act.ANSWER, Act.WAIVE, Act.EXTEND),
    _right(_CLOCK | {Role.BODY_HEAD}, Act.REASSIGN),
    _right(_BOARD, Act.GRANT, Act.DENY, Act.SIGN_OFF, Act.SEND_BACK, Act.OVERRIDE, Act.URGE, Act.ESCALATE),
    _right(_BOARD, Act.CORRECT),
    _right(_DESK, Act.FOLLOW_UP),
    _right(OF_BODY, Act.CARRY_OUT),
    _right(_BOARD, Act.CONFIRM_CARRIED, Act.OVERRIDE_REPORT),
    _right(_CLOCK, Act.KEEP, Act.CLOSE, Act.REMIND, Act.REOPEN, Act.PROMPT, Act.ASK_AGAIN, Act.EXPIRE),
    _right(_OWN | _CLOCK | {Role.ADMINISTRATOR}, Act.ERASE),
)


def may(act: Act) -> frozenset[Role]:
    """Return the roles that may do an act at all; nobody where no right names it."""
    return next((right.roles for right in RIGHTS if act in right.acts), frozenset())
