"""Whether a resident's petitions may teach the model: a question apart from the consent, asked at /mydata."""

from desk import teaching
from desk.letter import say
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn


async def ask(turn: Turn) -> Said:
    """Ask."""
    return teaching.question()


async def answered(turn: Turn) -> Said:
    """Record the answer, which can be given anew at any time."""
    yes = turn.args == ["yes"]
    await teaching.allow(turn.unit, turn.who.person, yes=yes)
    return [turn.settle(), say("taught-yes" if yes else "taught-no")]
