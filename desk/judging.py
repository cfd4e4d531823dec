"""What an author is told whose judgement comes when the petition has ended: since when, and what is left to do."""

from collections.abc import Iterator

from desk.cards import may
from desk.letter import Choice, Letter, Line, choice, column, day
from desk.perform import loaded
from petitions.case import Audience, Case, Status
from petitions.codes import show_code
from petitions.roles import Actor
from petitions.workflow import DISPUTE_WITHIN, Act
from storage.unit import Unit

_ENDING = frozenset({Act.CLOSE, Act.RATE, Act.UPHOLD})
"""Acts that end a petition which was answered."""


async def too_late(unit: Unit, actor: Actor, code: str) -> Letter | None:
    """Say since when a petition takes no judgement of its answer; None where it has not ended with one."""
    case = await loaded(unit, code)
    if case.status is not Status.CLOSED or case.signed_off_at is None:
        return None
    history = await unit.petitions.history(case, Audience.RESIDENT)
    ended = next(entry.at for entry in reversed(history) if entry.act in _ENDING)
    key = "judged-late" if may(case, Act.DISPUTE, actor, unit) else "judged-too-late"
    days = {"ended": day(ended), "until": day(case.signed_off_at + DISPUTE_WITHIN)}
    told = Line(key, {"code": show_code(code), **days})
    return Letter((told,), column([*_left(unit, actor, case)]))


def _left(unit: Unit, actor: Actor, case: Case) -> Iterator[Choice]:
    if may(case, Act.DISPUTE, actor, unit):
        yield choice("button-rate-not", "rate", case.code, "not")
    if may(case, Act.REMARK, actor, unit):
        yield choice("button-remark", "remark", case.code)
    yield choice("button-timeline", "timeline", case.code)
