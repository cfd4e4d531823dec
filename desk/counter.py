"""The counter: what the desk does for somebody without an account here, and what a card says of it."""

from collections.abc import Iterable, Sequence

from desk.histories import kept, last, untold
from desk.letter import Choice, Line, choice, date, fact, moment, officer_name, word
from desk.office import Office
from desk.perform import INTERNAL, Doing, Saying, loaded, perform
from petitions.access import serves
from petitions.case import Case, Entry
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import DESK, Actor
from petitions.workflow import Act
from storage.unit import Unit


def check(actor: Actor) -> None:
    """Let only officers of the desk and the board file for others. Raises: Refusal `refused-role`."""
    if not actor.at_desk():
        raise Refusal("refused-role")


async def inform(unit: Unit, office: Office, doing: Doing) -> Case:
    """Note that an author was told, by phone or letter, where their petition stands.

    Raises: Refusal — `informed-by`, `nothing-to-tell`, or what `decide` refuses.
    """
    case = await loaded(unit, doing.code)
    history = await unit.petitions.history(case)
    if serves(doing.actor, case) and untold(history) is None:
        raise await _informed(unit, case, history)
    return await perform(unit, office, doing, Act.INFORM, Saying(INTERNAL))


async def _informed(unit: Unit, case: Case, history: Sequence[Entry]) -> Refusal:
    """Say who has told the author already, and when."""
    told = last(history, Act.INFORM)
    if told is None or told.actor is None:
        return Refusal("nothing-to-tell", code=show_code(case.code))
    who = officer_name(told.actor, await unit.people.names([told.actor], DESK))
    return Refusal("informed-by", code=show_code(case.code), who=who, at=moment(told.at))


def lines(case: Case, history: Sequence[Entry]) -> Iterable[Line]:
    """Say how a petition came to the counter, how its author is told, and what they have not been told yet."""
    if not case.at_counter:
        return
    yield fact("card-source", source=word(f"source-{case.source}"))
    yield fact("card-reach-kept" if kept(history, Act.REACH) else "card-reach-none")
    if news := untold(history):
        yield fact("card-inform", what=word(f"inform-{news.act}"), at=date(news.at))
    elif told := last(history, Act.INFORM):
        yield fact("card-informed", at=moment(told.at))


def choices(case: Case, actor: Actor, history: Sequence[Entry]) -> Iterable[Choice]:
    """Yield the buttons by which an officer informs the author, and acts for them."""
    if serves(actor, case):
        if untold(history):
            yield choice("button-informed", "informed", case.code)
        yield choice("button-behalf", "behalf", case.code)
