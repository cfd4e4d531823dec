"""What is looked for in a history: the newest entry of an act, files, evidence, what an answer lacks."""

from collections.abc import Sequence

from petitions.case import Entry
from petitions.vagueness import Weakness
from petitions.workflow import Act


def last(history: Sequence[Entry], act: Act) -> Entry | None:
    """Return the newest entry of this act."""
    return next((entry for entry in reversed(history) if entry.act == act), None)


def files_of(history: Sequence[Entry]) -> tuple[int, ...]:
    """Return the files of a history, oldest first."""
    return tuple(one for entry in history for one in entry.media)


def evidence(history: Sequence[Entry]) -> tuple[int, ...]:
    """Return the files of the body's answers since the last referral: one sent back keeps its evidence."""
    since = max((place for place, entry in enumerate(history) if entry.act == Act.REFER), default=0)
    return files_of([entry for entry in history[since:] if entry.act == Act.ANSWER])


def standing_weaknesses(history: Sequence[Entry]) -> tuple[Weakness, ...]:
    """Return what the newest answer lacks and nobody has overridden."""
    answer, override = last(history, Act.ANSWER), last(history, Act.OVERRIDE)
    if answer is None or (override and override.position > answer.position):
        return ()
    return tuple(map(Weakness, answer.facts.get("weak", ())))
