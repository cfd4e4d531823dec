"""Signing an answer off: the decision, another result for it, and every letter about it as it stands then.

letter ──► sign | words.sendback | words.override ──► done
  └──► results ──► result ──► letter
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from desk import answering, extending, following_up, reading, undoing, weighing
from desk.cards import head, of_office
from desk.letter import Letter
from desk.office import Office
from desk.records import Unit
from desk.weighing import corrections, sign_off_letter
from handlers.telegram.deciding import decided, done
from handlers.telegram.on import Said
from handlers.telegram.renewing import own, pressed
from handlers.telegram.replies import Reply, Show
from handlers.telegram.turn import Turn
from petitions.case import Case
from petitions.kinds import Result
from petitions.workflow import Act, awaits_decision


async def sign(turn: Turn) -> Said:
    """Sign an answer off."""
    case = await answering.sign_off(turn.unit, turn.office, turn.doing())
    return [decided(turn, "done-signed", case), *await own_letters(turn, case, Act.ANSWER)]


async def results(turn: Turn) -> Said:
    """Offer the other results that the answer could have, below the answer."""
    case = await _correctable(turn)
    return turn.show(replace(await _letter(turn, case), choices=corrections(case)))


async def result(turn: Turn) -> Said:
    """Show the answer that waits for sign-off again: its result stays."""
    return turn.show(await _letter(turn, await _correctable(turn)))


async def corrected(turn: Turn) -> Said:
    """Put another result in the place of the one that the body named."""
    named = Result(turn.args[2])
    case = await answering.correct(turn.unit, turn.office, turn.doing(), named)
    return turn.show(await _letter(turn, case))


async def undo(turn: Turn) -> Said:
    """Take one's own decision back, before anybody is told."""
    case = await undoing.undo(turn.unit, turn.office, turn.doing())
    undone = done(turn, "done-undone", case, status=head(turn.office, case)["status"])
    told, stands = await _standing(turn, case, awaits_decision(case) or Act.CARRY_OUT)
    if stands is None:
        return undone
    began = [Show(stands, int(card)) for card in turn.args[2:]]
    return [undone, *began, *own(turn, told, stands, pressed(turn))]


async def _correctable(turn: Turn) -> Case:
    await reading.check(turn.unit, turn.doing(), Act.CORRECT)
    return await of_office(turn.unit, turn.actor, turn.args[0])


async def _letter(turn: Turn, case: Case) -> Letter:
    return await sign_off_letter(turn.unit, turn.office, case)


async def refreshed(turn: Turn, verb: str, code: str, card: int) -> list[Reply]:
    """Return what waited for a decision under what was decided, nothing for acts of all others."""
    if verb not in _DECISIONS:
        return []
    case = await of_office(turn.unit, turn.actor, code)
    told, stands = await _standing(turn, case, _DECISIONS[verb])
    return [Show(stands, card), *own(turn, told, stands, card)] if stands else []


_DECISIONS: Mapping[str, Act] = {
    "sendback": Act.ANSWER,
    "override": Act.ANSWER,
    "deny": Act.EXTEND,
    "confirmweak": Act.CARRY_OUT,
    "follow": Act.CARRY_OUT,
}
"""Verbs of decisions that need words, by what of a body's they decide."""


async def own_letters(turn: Turn, case: Case, asked: Act) -> list[Reply]:
    """Put what a body asked as it stands now in the place of this chat's letters but the one pressed."""
    told, stands = await _standing(turn, case, asked)
    return own(turn, told, stands, pressed(turn)) if stands else []


async def _standing(turn: Turn, case: Case, asked: Act) -> tuple[list[tuple[int, int]], Letter | None]:
    """Return who was told of what a body asked last, and its letter as it stands now; None where nobody was."""
    letters_of, letter = _LETTERS[asked]
    told = await letters_of(turn.unit, case)
    return told, await letter(turn.unit, turn.office, case) if told else None


_LETTERS: Mapping[
    Act,
    tuple[
        Callable[[Unit, Case], Awaitable[list[tuple[int, int]]]],
        Callable[[Unit, Office, Case], Awaitable[Letter]],
    ],
] = {
    Act.ANSWER: (weighing.letters_of, weighing.sign_off_letter),
    Act.EXTEND: (extending.letters_of, extending.letter),
    Act.CARRY_OUT: (following_up.letters_of, following_up.letter),
}
"""Who was told of what a body does that waits for a decision, and how its letter stands."""
