"""What is looked for in a history: the newest entry of an act, files, evidence, answers, what is superseded."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from petitions.case import Entry
from petitions.workflow import TOLD_AT_COUNTER, Act

_RENEWED = frozenset({Act.REFER, Act.REOPEN})
SUPERSEDED: Mapping[Act, Collection[Act]] = {
    Act.ANSWER: {Act.ANSWER},
    # A part is sent with every answer until the matter is taken up anew.
    Act.PART: _RENEWED,
    Act.SEND_BACK: {Act.ANSWER, *_RENEWED},
    Act.EXTEND: {Act.EXTEND, Act.GRANT, Act.DENY, Act.ANSWER, *_RENEWED},
    Act.DENY: {Act.EXTEND, Act.ANSWER, *_RENEWED},
    Act.FOLLOW_UP: {Act.FOLLOW_UP, *_RENEWED},
    Act.CARRY_OUT: {Act.CARRY_OUT, *_RENEWED},
}
"""Acts of lead and office, by the acts of either after which nobody goes by their words any more."""


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


def superseded(history: Sequence[Entry], lead: str | None) -> list[Entry]:
    """Return the entries with words that were overtaken by what the lead or the office did later, oldest first."""
    own = [entry for entry in history if entry.facts.get("body", lead) == lead]
    overtaking = ((entry, SUPERSEDED.get(Act(entry.act), ())) for entry in own if entry.content)
    return [
        entry
        for entry, acts in overtaking
        if any(later.act in acts and later.position > entry.position for later in own)
    ]


def _of_lead(history: Sequence[Entry], act: Act) -> list[Entry]:
    since = max((place for place, entry in enumerate(history) if entry.act in _RENEWED), default=0)
    lead = history[since].facts.get("lead") if history else None
    return [entry for entry in history[since:] if entry.act == act and entry.facts.get("body") == lead]
