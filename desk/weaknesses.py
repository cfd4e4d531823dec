"""What an answer or a report lacks: what of it still stands, and how it is said."""

from collections.abc import Iterable, Iterator, Sequence

from desk.histories import answer_of, last, report_of
from desk.letter import Line, fact
from petitions.case import Case, Entry, Status
from petitions.vagueness import Weakness
from petitions.workflow import Act


def weaknesses_of_answer(history: Sequence[Entry]) -> tuple[Weakness, ...]:
    """Return what the newest answer lacks and nobody has overridden."""
    return _standing(answer_of(history), last(history, Act.OVERRIDE))


def weaknesses_of_report(history: Sequence[Entry]) -> tuple[Weakness, ...]:
    """Return what the newest report that it was carried out lacks and nobody has overridden."""
    return _standing(report_of(history), last(history, Act.OVERRIDE_REPORT))


def _standing(said: Entry | None, override: Entry | None) -> tuple[Weakness, ...]:
    if said is None or (override and override.position > said.position):
        return ()
    return tuple(map(Weakness, said.facts.get("weak", ())))


def weakness_lines(weaknesses: Iterable[Weakness], head: str = "weak-head") -> tuple[Line, ...]:
    """Say what is missing, one reason a line; nothing where nothing is."""
    reasons = [fact(f"weak-{one}") for one in weaknesses]
    return (Line(head), *reasons) if reasons else ()


def lacking(case: Case, history: Sequence[Entry]) -> Iterator[Line]:
    """Say what the answer or the report lacks that waits for the senior officer."""
    if case.status is Status.WAITING_SIGN_OFF:
        yield from weakness_lines(weaknesses_of_answer(history))
    if case.carry_due and case.carried_at:
        yield from weakness_lines(weaknesses_of_report(history), "weak-head-report")
