"""The overview: petitions counted by status and by whoever has them in hand."""

from collections.abc import Iterable, Sequence

from desk import reading
from desk.letter import Letter, Line, Value, body_name, fact, word
from desk.office import Office
from desk.records import Load
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn


async def overview(turn: Turn) -> Said:
    """Count the petitions by status and by whoever has them in hand; no words, no names."""
    counts = await reading.counts(turn.unit, turn.actor)
    rows = [fact("overview-row", status=status, count=count) for status, count in counts]
    loads = await reading.loads(turn.unit, turn.office, turn.actor)
    back = _recurring(turn.office, await reading.recurring(turn.unit, turn.actor))
    return Letter(
        (
            Line("overview", {"total": sum(count for _, count in counts)}),
            *rows,
            *_in_hand(turn.office, loads),
            *back,
        )
    )


def _in_hand(office: Office, loads: Sequence[Load]) -> Iterable[Line]:
    """Say what is overdue and due soon, in all and with whom."""
    if not loads:
        return
    whole = _load([sum(part) for part in zip(*map(_figures, loads), strict=True)])
    yield Line("overview-in-hand", whole)
    for one in loads:
        holder = body_name(office, one.body) if one.body else word("the-office")
        yield fact("overview-holder", holder=holder, **_load(_figures(one)))
    if whole["overdue"]:
        yield Line("overview-overdue")


def _recurring(office: Office, counted: Sequence[tuple[str | None, int]]) -> Iterable[Line]:
    """Say what came back after it was closed, against the body that had settled it."""
    if counted:
        yield Line("overview-recurring")
    yield from (fact("overview-recurring-row", body=body_name(office, body), count=n) for body, n in counted)


def _figures(load: Load) -> tuple[int, int, int]:
    return load.total, load.overdue, load.soon


def _load(figures: Iterable[int]) -> dict[str, Value]:
    return dict(zip(("total", "overdue", "soon"), figures, strict=True))
