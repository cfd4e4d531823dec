"""How an author is asked for a judgement in the chat, and what they are told whose judgement comes too late."""

from collections.abc import Iterator, Sequence

from desk.cards import may
from desk.letter import Choice, Letter, Line, Value, choice, column, day, word
from desk.perform import loaded
from desk.telling import rating_choices
from petitions.case import Audience, Case, Status
from petitions.codes import show_code
from petitions.roles import Actor
from petitions.workflow import Act, disputable_until
from storage.unit import Unit

_ENDING = frozenset({Act.CLOSE, Act.RATE, Act.UPHOLD})
"""Acts that end a petition which was answered."""


async def unjudged(unit: Unit, person: int, about: str | None = None) -> list[Case]:
    """Return the person's petitions whose answers wait for a judgement; of one they spoke of, only that one."""
    filed = await unit.lists.of_person(person)
    meant = [one for one in filed if one.code == about] or filed
    return [await loaded(unit, one.code) for one in meant if one.status is Status.ANSWERED]


def question(cases: Sequence[Case], rating: str) -> Letter:
    """Ask for the judgement that words seem to give; of several petitions, of which."""
    if len(cases) == 1:
        [case] = cases
        return Letter(
            open_(cases), column([*rating_choices(case), choice("button-timeline", "timeline", case.code)])
        )
    label = word(f"button-rate-{rating}")
    return Letter(open_(cases), column([_of(case, "rate", rating, rating=label) for case in cases]))


def open_(cases: Sequence[Case], key: str = "judge-open") -> tuple[Line, ...]:
    """Say which petitions wait for a judgement, and until when."""
    return tuple(
        Line(key, {"code": show_code(case.code), "until": day(case.close_due)}) for case in cases if case.close_due
    )


def not_solved(cases: Sequence[Case]) -> list[Choice]:
    """Return the buttons that say "not solved" with what was written as what is missing."""
    if len(cases) == 1:
        return [choice("button-unsolved", "unsolved", cases[0].code)]
    return [_of(case, "unsolved", rating=word("button-unsolved")) for case in cases]


def _of(case: Case, verb: str, *args: str, rating: Value) -> Choice:
    return choice("button-judge", verb, case.code, *args, code=show_code(case.code), rating=rating)


async def too_late(unit: Unit, actor: Actor, code: str) -> Letter | None:
    """Say since when a petition takes no judgement of its answer; None where it has not ended with one."""
    case = await loaded(unit, code)
    until = disputable_until(case)
    if case.status is not Status.CLOSED or until is None:
        return None
    history = await unit.petitions.history(case, Audience.RESIDENT)
    ended = next(entry.at for entry in reversed(history) if entry.act in _ENDING)
    key = "judged-late" if may(case, Act.DISPUTE, actor, unit) else "judged-too-late"
    days = {"ended": day(ended), "until": day(until)}
    told = Line(key, {"code": show_code(code), **days})
    return Letter((told,), column([*_left(unit, actor, case)]))


def _left(unit: Unit, actor: Actor, case: Case) -> Iterator[Choice]:
    if may(case, Act.DISPUTE, actor, unit):
        yield choice("button-rate-not", "rate", case.code, "not")
    if may(case, Act.REMARK, actor, unit):
        yield choice("button-remark", "remark", case.code)
    yield choice("button-timeline", "timeline", case.code)
