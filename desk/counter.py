"""The counter: what the desk does for somebody without an account here, and what a card says of it."""

from collections.abc import Iterable, Sequence

from desk.histories import kept, known, last, taken_back, told_last, untold
from desk.letter import Choice, Letter, Line, Value, choice, date, fact, moment, officer_name, word
from desk.office import Office
from desk.perform import INTERNAL, Doing, Saying, loaded, perform
from desk.renewing import renew, told_of
from desk.telling import at_work
from petitions.access import serves
from petitions.case import Case, Entry, Status
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
    """Note that an author was told, by phone or letter, what whoever pressed the button had before them.

    Raises: Refusal — `informed-by`, `known-by`, `nothing-to-tell`, `more-to-tell` (something came since the button
    was shown), or what `decide` refuses.
    """
    case = await loaded(unit, doing.code)
    history = await unit.petitions.history(case)
    if serves(doing.actor, case):
        await _check_untold(unit, case, history, doing.seen)
    case = await perform(unit, office, Doing(doing.actor, doing.code), Act.INFORM, Saying(INTERNAL))
    for told, stands in await letters(unit, case):
        await renew(unit, case, told, stands, doing.actor)
    return case


async def letters(unit: Unit, case: Case) -> list[tuple[list[tuple[int, int]], Letter]]:
    """Return who was asked to tell what the author has just been told, and what these letters are to say now.

    Contacts of the desk, each with its message.
    """
    history, desk = await unit.petitions.history(case), await at_work(unit, case)
    informed = last(history, Act.INFORM)
    by = informed.actor if informed and informed.actor else 0
    who = officer_name(by, await unit.people.names([by], DESK))
    found = []
    for news in told_last(history):
        # The same step may have told them in another part, as a follower; what they were asked came last.
        asked = dict(sorted(await told_of(unit, case, news)))
        about = {"code": show_code(case.code), "what": word(f"inform-{news.act}"), "who": who}
        line = Line("informed-of", {**about, "at": moment(informed.at if informed else unit.now)})
        rows = ((choice("button-open", "open", case.code),),)
        found.append(([one for one in asked.items() if one[0] in desk], Letter((line,), rows, petition=case.id)))
    return found


async def _check_untold(unit: Unit, case: Case, history: Sequence[Entry], seen: int | None) -> None:
    """Let nobody note what a colleague has told already, or what they had not read when they told the rest."""
    waiting = untold(case, history)
    if not waiting:
        raise await _informed(unit, case, history, seen)
    news = waiting[-1]
    if seen is not None and news.position > seen:
        what = word(f"inform-{news.act}")
        raise Refusal("more-to-tell", code=show_code(case.code), what=what, at=moment(news.at))


async def _informed(unit: Unit, case: Case, history: Sequence[Entry], seen: int | None) -> Refusal:
    """Say how the author came to know what the button was shown for, and when."""
    heard = known(history)
    told = next((one for one in heard if seen is not None and one.position > seen), heard[-1] if heard else None)
    if told is None or told.actor is None:
        return Refusal("nothing-to-tell", code=show_code(case.code))
    about: dict[str, Value] = {"code": show_code(case.code), "at": moment(told.at)}
    about["who"] = officer_name(told.actor, await unit.people.names([told.actor], DESK))
    if told.act == Act.INFORM:
        return Refusal("informed-by", **about)
    return Refusal("known-by", what=word(f"known-{told.act}"), **about)


def lines(case: Case, history: Sequence[Entry]) -> Iterable[Line]:
    """Say how a petition came to the counter, how its author is told, and what they have not been told yet."""
    if not case.at_counter:
        return
    yield fact("card-source", source=word(f"source-{case.source}"))
    if not last(history, Act.REACH):
        yield fact("card-reach-none")
    elif kept(history, Act.REACH):
        yield fact("card-reach-kept")
    if waiting := untold(case, history):
        for news in waiting:
            key = "card-inform-taken-back" if taken_back(case, news) else "card-inform"
            yield fact(key, what=word(f"inform-{news.act}"), at=date(news.at))
        if _waits(case):
            yield fact("card-inform-waits")
    elif told := known(history)[-1:]:
        yield _known(told[0])


def _known(told: Entry) -> Line:
    if told.act == Act.INFORM:
        return fact("card-informed", at=moment(told.at))
    return fact("card-known", what=word(f"known-{told.act}"), at=moment(told.at))


def _waits(case: Case) -> bool:
    """Tell whether a clock of the author begins only once they are told."""
    asked, answered = case.status is Status.WAITING_RESIDENT, case.status is Status.ANSWERED
    return (asked and case.reply_due is None) or (answered and case.close_due is None)


def choices(case: Case, actor: Actor, history: Sequence[Entry]) -> Iterable[Choice]:
    """Yield the buttons by which an officer informs the author, and acts for them."""
    if serves(actor, case):
        if case.untold_since:
            yield choice("button-informed", "informed", case.code, str(case.entries))
        yield choice("button-behalf", "behalf", case.code)
