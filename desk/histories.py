"""What is looked for in a history: the newest entry of an act, files, evidence, answers and reports."""

from collections.abc import Mapping, Sequence
from typing import Any

from petitions.case import Entry
from petitions.workflow import TOLD_AT_COUNTER, Act

_RENEWED = frozenset({Act.REFER, Act.REOPEN})


def last(history: Sequence[Entry], act: Act) -> Entry | None:
    """Return the newest entry of this act."""
    return next((entry for entry in reversed(history) if entry.act == act), None)


def kept(history: Sequence[Entry], act: Act) -> Mapping[str, Any] | None:
    """Return what the newest entry of this act holds, None where there is none or it is erased."""
    entry = last(history, act)
    return entry.content if entry else None


def untold(history: Sequence[Entry]) -> Entry | None:
    """Return the newest entry of which the desk has yet to inform somebody without an account here."""
    told = last(history, Act.INFORM)
    fresh = (entry for entry in history if told is None or entry.position > told.position)
    return next((entry for entry in reversed([*fresh]) if entry.act in TOLD_AT_COUNTER), None)


def files_of(history: Sequence[Entry]) -> tuple[int, ...]:
    """Return the files of a history, oldest first."""
    return tuple(one for entry in history for one in entry.media)


def evidence(history: Sequence[Entry]) -> tuple[int, ...]:
    """Return the files of the lead body's answers since the last referral: one sent back keeps its evidence."""
    return files_of([*parts(history), *_of_lead(history, Act.ANSWER)])


def parts(history: Sequence[Entry]) -> list[Entry]:
    """Return the parts in which the lead body has answered since the last referral."""
    return _of_lead(history, Act.PART)


def answer_of(history: Sequence[Entry]) -> Entry | None:
    """Return the lead body's newest answer since the last referral."""
    return last(_of_lead(history, Act.ANSWER), Act.ANSWER)


def report_of(history: Sequence[Entry]) -> Entry | None:
    """Return the lead body's newest report since the last referral that its answer was carried out."""
    return last(_of_lead(history, Act.CARRY_OUT), Act.CARRY_OUT)


def _of_lead(history: Sequence[Entry], act: Act) -> list[Entry]:
    since = max((place for place, entry in enumerate(history) if entry.act in _RENEWED), default=0)
    lead = history[since].facts.get("lead") if history else None
    return [entry for entry in history[since:] if entry.act == act and entry.facts.get("body") == lead]
