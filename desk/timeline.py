"""What the resident sees of a petition, and whoever follows it with its secret: where it stands, what happened."""

from desk.cards import deadlines, erased, filed, head, may
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, moment, word
from desk.office import Office
from desk.telling import NAMING, rating_choices
from petitions.case import Audience, Case, Entry, Status
from petitions.roles import Actor
from petitions.seen import Seen, ending, seen
from petitions.workflow import Act
from storage.lists import QueueLine
from storage.unit import Unit

_QUIET = frozenset({Act.NOTE, Act.RECLASSIFY, Act.IDENTIFY, Act.REMIND})
OWN_WORDS = frozenset(
    {
        *(
            f"step-{act}"
            for act in (Act.FILE, Act.ASK, Act.SUPPLY, Act.RATE, Act.DISPUTE, Act.REMARK, Act.WITHDRAW)
        ),
        "step-supply-edited",
        "step-rate-solved",
        "step-rate-partly",
        "ended-withdrawn",
    }
)
"""Keys that speak to the author; whoever only follows the petition reads `other-…` instead."""


async def timeline(unit: Unit, office: Office, case: Case, reader: int) -> Letter:
    """Return where the petition stands and what happened, oldest first.

    What was handed in and the buttons are the author's: a follower who only knows the secret gets neither.
    """
    own = reader == case.person
    history = await unit.petitions.history(case, Audience.RESIDENT)
    steps = [entry for entry in history if Act(entry.act) not in _QUIET]
    lines = (
        Line("timeline-head", {**head(office, case), "seen": standing(case, seen(case), own=own)}),
        *deadlines(office, case),
        *(filed(history) if own else ()),
        *(Line("timeline-step", _step(office, entry, own=own)) for entry in steps),
        *erased(history),
    )
    return Letter(lines, _choices(case, unit) if own else (), petition=case.id)


def standing(one: Case | QueueLine, now: Seen, *, own: bool = True) -> Value:
    """Say where a petition stands in the resident's words; at its end also how it came to it."""
    end = ending(one.status, one.kind)
    return _said(f"ended-{end}" if end else f"seen-{now}", own=own)


def _said(key: str, *, own: bool) -> Value:
    return word(key if own or key not in OWN_WORDS else f"other-{key}")


def _step(office: Office, entry: Entry, *, own: bool) -> dict[str, Value]:
    body = entry.facts.get("lead") or entry.facts.get("body")
    variant = {Act.RATE: "rating", Act.ERASE: "why", Act.SUPPLY: "how"}.get(Act(entry.act), "")
    detail = entry.facts.get(variant)
    return {
        "at": moment(entry.at),
        "what": _said(f"step-{entry.act}-{detail}" if detail else f"step-{entry.act}", own=own),
        "body": body_name(office, body) if body and entry.act in NAMING else "",
        "words": entry.content["words"] if entry.content and entry.act != Act.FILE else "",
    }


def _choices(case: Case, unit: Unit) -> Rows:
    owner = Actor(case.person)
    rows: list[tuple[Choice, ...]] = []
    if case.status is Status.ANSWERED:
        rows += [(one,) for one in rating_choices(case)]
    elif case.status is Status.CLOSED and may(case, Act.DISPUTE, owner, unit):
        rows.append((choice("button-rate-not", "rate", case.code, "not"),))
    if may(case, Act.SUPPLY, owner, unit):
        rows.append((choice("button-supply", "supply", case.code),))
    if may(case, Act.WITHDRAW, owner, unit):
        rows.append((choice("button-withdraw", "withdraw", case.code),))
    if may(case, Act.ERASE, owner, unit):
        rows.append((choice("button-erase", "erase", case.code),))
    return tuple(rows)
