"""What residents allow the model to learn from, and who is told when it learnt badly."""

from desk.letter import Letter, Line, choice, say
from desk.telling import tell_role
from petitions.relearning import Relearnt
from petitions.roles import Role
from storage.unit import Unit


async def allow(unit: Unit, person: int, *, yes: bool) -> None:
    """Record whether a person's petitions may teach the model; a no is heeded when it next learns."""
    await unit.people.teach(person, yes=yes)


def question() -> Letter:
    """Ask whether a person's petitions may teach the model."""
    answers = (choice("button-teach-yes", "teach", "yes"), choice("button-teach-no", "teach", "no"))
    return Letter((Line("ask-teach"),), tuple((one,) for one in answers))


async def tell_refused(unit: Unit, learnt: Relearnt) -> None:
    """Tell administrators that what officers taught made the model worse and is not used."""
    counts = {"before": learnt.before, "after": learnt.after, "checked": learnt.checked, "texts": learnt.texts}
    await tell_role(unit, Role.ADMINISTRATOR, say("news-learnt-worse", **counts))
