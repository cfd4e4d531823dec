"""How an author is asked for a judgement in the chat, and what they are told who judges where that is over."""

from collections.abc import Iterator, Sequence

from desk.cards import may
from desk.histories import judgement_of, last
from desk.letter import Choice, Letter, Line, Value, choice, column, day, fact, word
from desk.perform import loaded
from desk.telling import ASKING, disputing, rating_choices, supplying
from desk.timeline import standing
from petitions.case import Case, Entry, Status
from petitions.codes import show_code
from petitions.roles import Actor
from petitions.seen import seen
from petitions.workflow import Act, disputable_until
from storage.unit import Unit

_ENDING = frozenset({Act.CLOSE, Act.RATE, Act.UPHOLD})
"""Acts that end a petition which was answered."""


async def unjudged(unit: Unit, actor: Actor, about: str | None = None, *, unsolved: bool = False) -> list[Case]:
    """Return the actor's petitions whose answers wait for a judgement; of one they spoke of, only that one.

    Where they say `unsolved`, those belong to them too that have ended and are still reopened for it.
    """
    filed = await unit.lists.of_person(actor.person or 0)
    meant = [one for one in filed if one.code == about] or filed
    judging = {Status.ANSWERED, *({Status.CLOSED} if unsolved else ())}
    cases = [await loaded(unit, one.code) for one in meant if one.status in judging]
    return [one for one in cases if one.status is Status.ANSWERED or may(one, Act.DISPUTE, actor, unit)]


def question(cases: Sequence[Case], rating: str) -> Letter:
    """Ask for the judgement that words seem to give; of several petitions, of which."""
    if len(cases) == 1:
        [case] = cases
        waits = case.status is Status.ANSWERED
        ways = rating_choices(case) if waits else (disputing(case),)
        return Letter(open_(cases), column([*ways, choice("button-timeline", "timeline", case.code)]))
    label = word(f"button-rate-{rating}")
    return Letter(open_(cases), column([_of(case, "rate", rating, rating=label) for case in cases]))


def open_(cases: Sequence[Case], key: str = "judge-open") -> tuple[Line, ...]:
    """Say which petitions wait for a judgement, and until when; which have ended, and until when they reopen."""
    return tuple(line for case in cases for line in _until_when(case, key))


def _until_when(case: Case, key: str) -> Iterator[Line]:
    said, until = (key, case.close_due) if case.close_due else ("judge-ended", disputable_until(case))
    if until:
        yield Line(said, {"code": show_code(case.code), "until": day(until)})


def not_solved(cases: Sequence[Case]) -> list[Choice]:
    """Return the buttons that say "not solved" with what was written as what is missing."""
    if len(cases) == 1:
        return [choice("button-unsolved", "unsolved", cases[0].code)]
    return [_of(case, "unsolved", rating=word("button-unsolved")) for case in cases]


def _of(case: Case, verb: str, *args: str, rating: Value) -> Choice:
    return choice("button-judge", verb, case.code, *args, code=show_code(case.code), rating=rating)


async def asked_by(unit: Unit, case: Case) -> list[tuple[int, int]]:
    """Return which messages asked for the judgement of the newest answer, each with its contact."""
    history = await unit.petitions.history(case)
    answer = last(history, Act.SIGN_OFF)
    asked = [one for one in history if answer and one.position >= answer.position and one.act in ASKING]
    return [told for one in asked for told in await unit.deliveries.told(case.id, one.position)]


async def judged(unit: Unit, code: str) -> str | None:
    """Return how the newest answer was judged, None where it was not."""
    given = judgement_of(await unit.petitions.history(await loaded(unit, code)))
    return given.facts["rating"] if given else None


async def not_taken(unit: Unit, actor: Actor, code: str) -> Letter:
    """Say why a petition takes no judgement now: how it was judged, where it stands; and what can be done."""
    case = await loaded(unit, code)
    history = await unit.petitions.history(case)
    given = judgement_of(history)
    about: dict[str, Value] = {"code": show_code(code)}
    how = given and {"rating": word(f"button-rate-{given.facts['rating']}"), "at": day(given.at)}
    first = (Line("judged-before", {**about, **how}),) if how else ()
    over = _over(unit, actor, case, history)
    if over is None:
        first = first or (Line("judged-not", about),)
        over = fact("judged-stands", seen=standing(case, seen(case), own=actor.person == case.person))
    return Letter((*first, over), column([*_left(unit, actor, case)]))


def _over(unit: Unit, actor: Actor, case: Case, history: Sequence[Entry]) -> Line | None:
    """Say since when a petition has ended with its answer, and until when it is reopened; None of others."""
    until = disputable_until(case)
    if case.status is not Status.CLOSED or until is None:
        return None
    ended = next(entry.at for entry in reversed(history) if entry.act in _ENDING)
    key = "judged-late" if may(case, Act.DISPUTE, actor, unit) else "judged-too-late"
    return Line(key, {"code": show_code(case.code), "ended": day(ended), "until": day(until)})


def _left(unit: Unit, actor: Actor, case: Case) -> Iterator[Choice]:
    if may(case, Act.DISPUTE, actor, unit):
        yield disputing(case)
    if may(case, Act.REMARK, actor, unit):
        yield choice("button-remark", "remark", case.code)
    if may(case, Act.SUPPLY, actor, unit):
        yield supplying(case, asked=case.status is Status.WAITING_RESIDENT)
    yield choice("button-timeline", "timeline", case.code)
