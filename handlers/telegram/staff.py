"""Sharing the work at the desk: the next case, who takes a case, what comes first.

card ──► staff ──► assign | first ──► card
(a decision) ──► next ──► card of the next case
"""

from collections.abc import Iterator, Mapping

from desk import assigning, reading
from desk.letter import Choice, Letter, Line, choice, column, officer_name, say
from desk.office_cards import office_card, sharing
from desk.records import Held
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.case import Case
from petitions.codes import show_code
from petitions.queues import FIRST
from petitions.workflow import Act

_NOBODY = "0"


async def next_(turn: Turn) -> Said:
    """Open the case that comes next for this officer, passing over the one just decided."""
    code = await assigning.next_(turn.unit, turn.office, turn.actor, turn.args[0])
    return await office_card(turn.unit, turn.office, turn.actor, code) if code else say("queue-done")


async def staff(turn: Turn) -> Said:
    """Offer who may work on a case, and whether it comes first."""
    case = await reading.check(turn.unit, turn.doing(), Act.ASSIGN)
    colleagues = await assigning.colleagues(turn.unit)
    choices = _officers(turn, case, colleagues)
    rows = (*column([*choices, _precedence(case)]), (choice("button-card", "card", case.code),))
    asked = Line("ask-staff", {"code": show_code(case.code)})
    return turn.show(Letter((asked, *sharing(case, colleagues)), rows))


async def assign(turn: Turn) -> Said:
    """Give a case to somebody, or back to the queue."""
    officer = turn.args[2]
    given = None if officer == _NOBODY else int(officer)
    case = await assigning.assign(turn.unit, turn.office, turn.doing(), given)
    return turn.show(await office_card(turn.unit, turn.office, turn.actor, case.code))


async def first(turn: Turn) -> Said:
    """Put a case before the others, or back in its turn."""
    case = await assigning.prioritise(turn.unit, turn.office, turn.doing(), first=turn.args[2] == "1")
    return turn.show(await office_card(turn.unit, turn.office, turn.actor, case.code))


def _officers(turn: Turn, case: Case, colleagues: Mapping[int, Held]) -> Iterator[Choice]:
    """Yield a button for whoever may take the case, oneself first, and the way back to the queue."""
    me, version = turn.who.person, str(case.entries)
    if me in colleagues and case.officer_id != me:
        yield choice("button-assign-me", "assign", case.code, version, str(me))
    for person in colleagues:
        if person not in {me, case.officer_id}:
            name = officer_name(person, colleagues)
            yield choice("button-assign", "assign", case.code, version, str(person), officer=name)
    if case.officer_id is not None:
        yield choice("button-assign-nobody", "assign", case.code, version, _NOBODY)


def _precedence(case: Case) -> Choice:
    version = str(case.entries)
    if case.precedence == FIRST:
        return choice("button-in-turn", "first", case.code, version, "0")
    return choice("button-first", "first", case.code, version, "1")
