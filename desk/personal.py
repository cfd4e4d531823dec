"""Names and ways to reach people at the counter: opened with a reason, and each opening is recorded with it."""

from desk.cards import name, of_office
from desk.histories import kept
from desk.letter import Letter, Line, choice, fact
from desk.perform import loaded
from petitions.access import Part, Purpose, sees
from petitions.case import NameShown
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import Actor
from petitions.text import says_name
from petitions.workflow import Act
from storage.unit import Unit


async def open_person(unit: Unit, actor: Actor, code: str, purpose: Purpose) -> Letter:
    """Return who the author of a case is. Raises: Refusal — as `of_office`, `no-name`."""
    case = await of_office(unit, actor, code, "name", purpose)
    history = await unit.petitions.history(case)
    named, reached = kept(history, Act.IDENTIFY), kept(history, Act.REACH)
    if not (named or reached):
        raise Refusal("no-name")
    reach = (fact("card-reach", reach=reached["reach"]),) if reached else ()
    lines = (Line("person", {"code": show_code(case.code)}), *name(history, case.name_shown), *reach)
    return Letter(lines, ((choice("button-card", "card", case.code),),), petition=case.id)


async def names_author(unit: Unit, code: str, words: str) -> bool:
    """Tell whether words name the author of a petition, whose name the body is not to know."""
    case = await loaded(unit, code)
    known = kept(await unit.petitions.history(case), Act.IDENTIFY)
    return case.name_shown is not NameShown.BODY and known is not None and says_name(words, known["name"])


def check(actor: Actor) -> None:
    """Let only those choose a purpose who may open names. Raises: Refusal `refused-role`."""
    if not sees(actor, Part.NAME):
        raise Refusal("refused-role")
