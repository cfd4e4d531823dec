"""The head of a body gives a share to one of its officers.

card ──► clerks ──► clerk ──► card (the officer gets it too)
"""

from desk import reading, reassigning
from desk.body_cards import body_card, colleagues
from desk.letter import Letter, Line, choice, column, officer_name
from handlers.telegram.body_group import tell_group
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import Role
from petitions.workflow import Act, share_of


async def clerks(turn: Turn) -> Said:
    """Offer the officers of the body to its head; a card in a group shows the button to all.

    Raises: Refusal — `head-gives`, `refused-role`, `refused-state`.
    """
    if turn.actor.holds(Role.BODY_OFFICER) and not turn.actor.holds(Role.BODY_HEAD):
        raise Refusal("head-gives")
    case = await reading.check(turn.unit, turn.doing(), Act.REASSIGN)
    share = share_of(case, turn.actor)
    found = await colleagues(turn.unit, share.body) if share else {}
    buttons = [
        choice(
            "button-clerk", "clerk", case.code, str(case.entries), str(person), officer=officer_name(person, found)
        )
        for person in found
    ]
    rows = (*column(buttons), (choice("button-card", "task", case.code),))
    return turn.show(Letter((Line("choose-clerk", {"code": show_code(case.code)}),), rows))


async def clerk(turn: Turn) -> Said:
    """Give the share to the chosen officer and show the card."""
    person = int(turn.args[2])
    case = await reassigning.reassign(turn.unit, turn.office, turn.doing(), person)
    share = share_of(case, turn.actor)
    body = share.body if share else ""
    called = officer_name(person, await colleagues(turn.unit, body))
    await tell_group(turn, case, body, "done-given", officer=called)
    return turn.show(await body_card(turn.unit, turn.office, case, body))
