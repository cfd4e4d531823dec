"""Neighbours who report one matter: found by its place, joined to one petition, free to leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import reduce
from typing import Any

from desk import alerting
from desk.letter import Line, Value, date, fact, word
from desk.office import Office
from desk.perform import INTERNAL, Changes, Doing, Saying, loaded, save
from petitions.case import IN_HAND, Case, Entry, Status
from petitions.codes import show_code
from petitions.evidence import Report
from petitions.kinds import Field
from petitions.queues import FIRST
from petitions.refusal import Refusal
from petitions.roles import SYSTEM, Actor
from petitions.sameness import Verdict
from petitions.whereabouts import Pin, keys
from petitions.workflow import Act, decide
from storage.lists import QueueLine
from storage.neighbours import Found, Search
from storage.unit import Unit

RECENT = timedelta(days=60)
"""How long ago an open petition may have been filed, or a closed one closed, to be about the same matter."""
_SHOWN = 2
PLACING = ("pole", "house", "building", "lane", "group", "pin")
"""Reasons that name a place by its number, as an address has them; names are compared without their marks."""


@dataclass(frozen=True)
class Neighbour:
    """A petition that may be about the same matter, and why it may."""

    found: Found
    verdict: Verdict

    @property
    def people(self) -> int:
        """Return how many reported it: its author and who joined."""
        return 1 + self.found.followers

    @property
    def place(self) -> Value:
        """Say what both reports name of the place; where they name nothing, that they tell it alike."""
        said = {why.what: ", ".join(why.said) for why in self.verdict.why if why.weight > 0 and why.said}
        written = {what: one if what == "pin" else one.upper() for what, one in said.items()}  # tòa A, số 12B
        named = [word(f"why-{what}", said=written[what]) for what in PLACING if what in written]
        return reduce(lambda first, more: word("why-both", first=first, more=more), named or [word("why-words")])


def read(office: Office, words: str, place: Mapping[str, Any] | None) -> Report:
    """Read a report for comparing; `place` is what was said of the place apart, as it is kept."""
    where = place or {}
    pin = Pin(where["latitude"], where["longitude"]) if "latitude" in where else None
    return office.sameness.report(words, where.get("words") or "", pin)


async def index(unit: Unit, case: Case, report: Report) -> None:
    """Let a petition be found by the place that its report names."""
    found = keys(report.marks, report.pin)
    await unit.neighbours.index(case, found)


async def near(unit: Unit, office: Office, person: int, field: Field, report: Report) -> Neighbour | None:
    """Return the open petition of somebody else that is most likely about the same matter."""
    search = _search(unit, office, field, report, not_of=person)
    return next(iter(await _alike(unit, office, report, search)), None)


async def offered(unit: Unit, office: Office, doing: Doing) -> list[Neighbour]:
    """Return the petitions into which one may be merged, the likeliest first. Raises: Refusal, as merging."""
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    decide(case, Act.MERGE, doing.actor, unit.now)
    return await duplicates(unit, office, case, await unit.petitions.history(case))


async def duplicates(unit: Unit, office: Office, case: Case, history: Sequence[Entry]) -> list[Neighbour]:
    """Return open petitions about the same matter as this one, the likeliest first."""
    if not history or not history[0].content:
        return []
    report = read(office, history[0].content["words"], history[0].content.get("place"))
    search = _search(unit, office, case.field, report, not_this=case.id)
    return (await _alike(unit, office, report, search))[:_SHOWN]


async def closed_before(unit: Unit, office: Office, field: Field, report: Report) -> str | None:
    """Return the code of the petition about the same matter that was closed last, if lately."""
    found = await _alike(unit, office, report, _search(unit, office, field, report, closed=True))
    return found[0].found.code if found else None


async def raise_recurring(unit: Unit, office: Office, case: Case) -> Case:
    """Let what is back soon after it was closed come before all others of its queue; others stay in their turn."""
    if not case.recurring_of:
        return case
    step = decide(case, Act.PRIORITISE, SYSTEM, unit.now)
    said, first = Saying(INTERNAL, {"recurring_of": case.recurring_of}), Changes(petition={"precedence": FIRST})
    return await save(unit, office, case, step, SYSTEM, said, first)


async def join(unit: Unit, office: Office, actor: Actor, code: str) -> Case:
    """Follow somebody else's petition instead of filing one.

    Raises: Refusal — `unknown-code`, `join-own`, `join-ended`, `join-already`.
    """
    case = await loaded(unit, code)
    assert actor.person is not None  # noqa: S101 - the clock follows nothing
    if case.person == actor.person:
        raise Refusal("join-own")
    if case.status not in IN_HAND or case.erased:
        raise Refusal("join-ended", code=show_code(code))
    if not await unit.neighbours.follow(case.id, actor.person, "joined"):
        raise Refusal("join-already", code=show_code(code))
    await alerting.many(unit, office, case)
    return case


async def leave(unit: Unit, actor: Actor, code: str) -> Case:
    """Follow a petition no longer. Raises: Refusal — `unknown-code`, `not-following`."""
    case = await loaded(unit, code)
    if actor.person is None or not await unit.neighbours.leave(case.id, actor.person):
        raise Refusal("not-following")
    return case


async def followed(unit: Unit, person: int) -> list[QueueLine]:
    """Return the petitions of others that a person follows, newest first."""
    return await unit.lists.followed_by(person)


def proposed(found: Sequence[Neighbour]) -> tuple[Line, ...]:
    """Say on a card which petitions may be about the same matter, and why."""
    return tuple(
        fact(
            "card-duplicate",
            code=show_code(one.found.code),
            at=date(one.found.handed_in),
            percent=round(100 * one.verdict.score),
            why=one.place,
        )
        for one in found
    )


async def links(unit: Unit, case: Case) -> tuple[Line, ...]:
    """Say on a card which petitions belong to this one, and how many people follow it."""
    lines = []
    if case.merged_into:
        lines.append(fact("card-merged-into", code=show_code(case.merged_into)))
    if case.split_from:
        lines.append(fact("card-split-from", code=show_code(case.split_from)))
    if case.recurring_of:
        lines.append(fact("card-recurring", code=show_code(case.recurring_of)))
    parts = await unit.lists.split_off(case.code) if case.status is Status.SPLIT else []
    lines += [fact("card-split-into", codes=", ".join(map(show_code, parts)))] if parts else []
    followers = len(await unit.neighbours.followers(case.id))
    lines += [fact("card-followers", count=followers)] if followers else []
    return tuple(lines)


def _search(unit: Unit, office: Office, field: Field, report: Report, **narrowed: Any) -> Search:
    near_ = keys(report.marks, report.pin, around=True)
    return Search(
        **{
            "programme": office.programme.name,
            "field": field,
            "keys": near_,
            "since": unit.now - RECENT,
            **narrowed,
        }
    )


async def _alike(unit: Unit, office: Office, report: Report, search: Search) -> list[Neighbour]:
    """Compare with what was found by its place; the likeliest first."""
    alike = []
    for found in await unit.neighbours.candidates(search):
        theirs = read(office, found.content["words"], found.content.get("place"))
        if verdict := office.sameness.alike(report, theirs):
            alike.append(Neighbour(found, verdict))
    return sorted(alike, key=lambda one: -one.verdict.score)
