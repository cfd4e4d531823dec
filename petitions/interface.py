"""The machine interface: texts in, JSON objects out, as docs/interface/ describes them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from petitions.calendar import Unit
from petitions.cues import Cue
from petitions.gate import STOPPED, Gate, GateRules, screen_weighed
from petitions.model import Model
from petitions.programme import Programme
from petitions.refusal import DanNguyenError
from petitions.routing import Proposal, propose_weighed
from petitions.sameness import Sameness

_STOPPED = {gate: kind for kind, gate in STOPPED.items()}
Id = str | int | None


class InterfaceError(DanNguyenError):
    """What was given cannot be understood; the message says what was expected."""


def answers(
    lines: BinaryIO, programme: Programme, rules: GateRules, model: Model, *, jsonl: bool
) -> Iterator[tuple[bytes, str | None]]:
    """Yield one JSON line for each line of input, in its order, and a complaint where the line cannot be read.

    Such a line is answered as it stands, without an id, so that a person looks at it. Plain lines have their
    number for an id.
    """
    for number, line in enumerate(lines, 1):
        given = line.decode("utf-8", "replace").rstrip("\r\n").removeprefix("\ufeff")
        name: Id = number
        complaint = None
        if jsonl:
            name, given, complaint = _read(number, given)
        answer = json.dumps(route(name, given, programme, rules, model), ensure_ascii=False)
        yield answer.encode("utf-8", "backslashreplace") + b"\n", complaint


def route(name: Id, text: str, programme: Programme, rules: GateRules, model: Model) -> dict[str, Any]:
    """Return what a text seems to be and who is competent for it; what a gate stops has neither lead nor limit."""
    weighed = model.weigh(rules.fold(text))
    proposal = propose_weighed(weighed, programme)
    verdict = screen_weighed(weighed, rules)
    answer = {"id": name, **_proposed(proposal), "cues": _cues(proposal.cues)}
    return (
        answer
        if verdict is None
        else answer
        | {
            "kind": _STOPPED[verdict.gate],
            "gate": verdict.gate,
            "urgent": verdict.gate is Gate.EMERGENCY or proposal.urgent,
            "matters": 1,
            "lead": None,
            "coordinating": [],
            "due": None,
            "rule": _STOPPED[verdict.gate],
            "cues": _cues(verdict.cues),
        }
    )


def verdicts(lines: BinaryIO, rules: Sameness) -> Iterator[tuple[bytes, str | None]]:
    """Yield one JSON line for each line {"a", "b"} of input, and a complaint where the line cannot be read.

    Such a line is answered as a pair that has nothing in common.
    """
    for number, line in enumerate(lines, 1):
        pair = _pair(line.decode("utf-8", "replace"))
        answer = json.dumps(similar(*(pair or ("", "")), rules), ensure_ascii=False)
        complaint = None if pair else f'line {number}: expected {{"a": text, "b": text}}'
        yield answer.encode("utf-8", "backslashreplace") + b"\n", complaint


def similar(a: str, b: str, rules: Sameness) -> dict[str, Any]:
    """Return how likely two reports are of one matter, and why."""
    verdict = rules.compare(rules.report(a), rules.report(b))
    return {"score": verdict.score, "same": verdict.same, "why": [str(reason) for reason in verdict.why]}


def due_at(
    programme: Programme, start: str, *, rule: str | None = None, n: int | None = None, unit: Unit | None = None
) -> str:
    """Return when a limit of the programme, or of `n` units, ends that began at an ISO time.

    Raises: InterfaceError — neither or both are given; ProgrammeError, CalendarError.
    """
    calendar = programme.calendar
    begin = calendar.parse(start)
    if rule is not None and n is None and unit is None:
        return programme.deadline(rule).ends(begin, calendar).isoformat()
    if rule is None and n is not None and unit is not None:
        return calendar.due(begin, n, unit).isoformat()
    raise InterfaceError("Give either --rule ID, or --n N with --unit wd, d, wh or h.")


def _read(number: int, line: str) -> tuple[Id, str, str | None]:
    """Return id, text and complaint of a line {"id", "text"}; a missing id is the line's number."""
    try:
        found = json.loads(line)
        name, text = found.get("id", number), found["text"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        name, text = None, None
    fits = isinstance(text, str) and isinstance(name, str | int) and not isinstance(name, bool)
    if fits:
        return name, text, None
    return None, line, f'line {number}: expected {{"id": text or number, "text": text}}'


def _pair(line: str) -> tuple[str, str] | None:
    """Return the two texts of a line, None where it does not hold two."""
    try:
        found = json.loads(line.removeprefix("\ufeff"))
        pair = found["a"], found["b"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return pair if all(isinstance(text, str) for text in pair) else None


def _proposed(proposal: Proposal) -> dict[str, Any]:
    due, assignment = proposal.due, proposal.assignment
    return {
        "kind": proposal.kind,
        "field": proposal.field,
        "fields": [[field, probability] for field, probability in proposal.fields],
        "gate": proposal.gate,
        "urgent": proposal.urgent,
        "matters": len(proposal.matters),
        "lead": assignment.lead,
        "coordinating": [*assignment.coordinating],
        "due": {"rule": due.id, "n": due.n, "unit": due.unit} if due else None,
        "rule": assignment.rule,
    }


def _cues(cues: Iterable[Cue]) -> list[dict[str, Any]]:
    return [{"rule": cue.rule, "words": cue.words, "start": cue.start, "end": cue.end} for cue in cues]
