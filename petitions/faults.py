"""What is wrong with a programme although its shape is right: unknown bodies, gaps, repetitions, circles."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from petitions.clocks import SUPERIOR_OF_LEAD, Clock
from petitions.competence import LEAD_OF_FIELD
from petitions.gate import Gate
from petitions.kinds import Field, Kind, Level
from petitions.programme import Body, Programme, Role
from petitions.reach import reach
from petitions.sources import Place

Fault = tuple[Place, str]
"""The place in the data, and a sentence."""

_CALENDAR_DAYS = timedelta(days=60)  # the longest limit that must still be counted


def faults(programme: Programme, today: date | None = None) -> Iterator[Fault]:
    """Yield everything that keeps a programme from being used; what builds on names only once these are known."""
    basic = [
        *_repetitions(programme),
        *_listed_twice(programme),
        *_unknown_bodies(programme),
        *_unknown_codes(programme),
        *_circles(programme),
    ]
    yield from basic
    yield from _gaps(programme)
    yield from _closed_doors(programme)
    if not basic:
        yield from _roles(programme)
        yield from reach(programme)
        yield from _clocks(programme)
    if today:
        yield from _calendar(programme, today)


def _repetitions(programme: Programme) -> Iterator[Fault]:
    lists: dict[str, list[object]] = {
        "levels": [*programme.levels],
        "items": [item.code for item in programme.items],
        "bodies": [body.code for body in programme.bodies],
        "fields": [entry.code for entry in programme.fields],
        "competence": [rule.id for rule in programme.competence],
        "deadlines": [deadline.id for deadline in programme.deadlines],
        "ladder": [step.id for step in programme.ladder],
        "receptions": [reception.body for reception in programme.receptions],
        "residential_groups": [group.code for group in programme.residential_groups or ()],
    }
    for name, codes in lists.items():
        for place, code in enumerate(codes):
            if code in codes[:place]:
                yield (name, place), f"{str(code)!r} stands here a second time"


def _listed_twice(programme: Programme) -> Iterator[Fault]:
    """Find streets of which two rows speak for the same field; sections tell rows apart."""
    seen: set[tuple[str, str | None, Field]] = set()
    for n, street in enumerate(programme.streets or ()):
        rows = {(street.name, street.section, field) for field in street.fields}
        for name, _section, field in sorted(rows & seen):
            yield ("streets", n), f"{name} stands here a second time for {field}"
        seen |= rows


def _unknown_bodies(programme: Programme) -> Iterator[Fault]:
    known = {body.code for body in programme.bodies} | {None}
    for place, code in _mentions(programme):
        if code not in known:
            yield place, f"there is no body {code!r} among the bodies"


def _mentions(programme: Programme) -> Iterator[tuple[Place, str | None]]:
    for n, rule in enumerate(programme.competence):
        yield ("competence", n, "lead"), rule.lead
        yield from _listed(("competence", n, "coordinating"), rule.coordinating, but=LEAD_OF_FIELD)
        yield from _listed(("competence", n, "supervising"), rule.supervising or ())
    yield from _listed(("supervising",), programme.supervising)
    for n, step in enumerate(programme.ladder):
        yield from _listed(("ladder", n, "also_to"), step.also_to, but=SUPERIOR_OF_LEAD)
    for n, body in enumerate(programme.bodies):
        yield ("bodies", n, "superior"), body.superior
    yield from ((("parties", n, "body"), party.body) for n, party in enumerate(programme.parties))
    yield from ((("receptions", n, "body"), one.body) for n, one in enumerate(programme.receptions))
    yield from ((("doors", n, "body"), door.body) for n, door in enumerate(programme.doors))


def _listed(place: Place, codes: Iterable[str], but: str | None = None) -> Iterator[tuple[Place, str]]:
    return (((*place, n), code) for n, code in enumerate(codes) if code != but)


def _unknown_codes(programme: Programme) -> Iterator[Fault]:
    yield from _unknown_cues(programme)
    groups = {group.code for group in programme.residential_groups or ()}
    streets = {street.name for street in programme.streets or ()}
    for n, rule in enumerate(programme.competence):
        for level in rule.levels - {*programme.levels}:
            yield ("competence", n, "levels"), f"the programme has no level {level}"
        for group in sorted(rule.groups - groups):
            yield ("competence", n, "groups"), f"there is no residential group {group!r}"
        for street in sorted(rule.streets - streets):
            yield ("competence", n, "streets"), f"there is no street {street!r} in the list"
    levels: list[tuple[Place, Level]] = [
        *((("bodies", n, "level"), body.level) for n, body in enumerate(programme.bodies)),
        *((("streets", n, "level"), street.level) for n, street in enumerate(programme.streets or ())),
    ]
    for place, level in levels:
        if level not in programme.levels:
            yield place, f"the programme has no level {level}"
    steps = {step.id for step in programme.ladder}
    for n, step in enumerate(programme.ladder):
        if step.at_once_after and step.at_once_after not in steps:
            yield ("ladder", n, "at_once_after"), f"the ladder has no step {step.at_once_after!r}"


def _unknown_cues(programme: Programme) -> Iterator[Fault]:
    cues = programme.cues
    codes = {"kinds": {*Kind}, "fields": {*Field}, "levels": {*Level}, "gates": {*Gate}}
    for name, known in codes.items():
        for place, group in enumerate(getattr(cues, name)):
            if group.id not in known:
                yield ("cues", name, place, "id"), f"{group.id!r} is none of {', '.join(sorted(known))}"


def _circles(programme: Programme) -> Iterator[Fault]:
    superiors = {body.code: body.superior for body in programme.bodies}
    for n, body in enumerate(programme.bodies):
        passed, above = {body.code}, body.superior
        while above and above not in passed:
            passed.add(above)
            above = superiors.get(above)
        if above == body.code:
            yield ("bodies", n, "superior"), f"{body.code} stands above itself, by way of {body.superior}"
    for n, rule in enumerate(programme.competence):
        if LEAD_OF_FIELD in rule.coordinating and (not rule.kinds or Kind.PHAN_ANH in rule.kinds):
            where = ("competence", n, "coordinating")
            yield where, f"{LEAD_OF_FIELD} is whoever leads feedback, so a rule for feedback cannot name it"


def _gaps(programme: Programme) -> Iterator[Fault]:
    listed = {entry.code for entry in programme.fields}
    for field in Field:
        if field not in listed:
            yield ("fields",), f"the field {field} has no name"
    for key in ("levels", "parties", "items", "supervising", "ladder", "emergency"):
        if not getattr(programme, key):
            yield (key,), f"the list {key} is empty"


def _closed_doors(programme: Programme) -> Iterator[Fault]:
    for gate in Gate:
        if not programme.doors_for(gate):
            yield ("doors",), f"no door says where the gate {gate} sends people"
    received = {reception.body for reception in programme.receptions}
    for n, door in enumerate(programme.doors):
        if door.body is None and not door.numbers:
            yield ("doors", n), "a door needs a body or numbers"
        if door.body and door.body not in received:
            yield ("doors", n, "body"), f"the receptions do not say where and when {door.body} receives people"
    for n, reception in enumerate(programme.receptions):
        if not (reception.to_be_filled or (reception.place and reception.hours)):
            yield ("receptions", n), "a reception needs place and hours, or to_be_filled: true"


def _roles(programme: Programme) -> Iterator[Fault]:
    for n, rule in enumerate(programme.competence):
        lead = programme.body(rule.lead)
        wanted = {Role.SETTLE} if rule.kinds == {Kind.KHIEU_NAI} else {Role.SETTLE, Role.OVERSEE}
        if not lead.roles & wanted:
            roles = " or ".join(sorted(wanted))
            yield ("competence", n, "lead"), f"{lead.code} leads here but has not the role to {roles}"
        for m, code in enumerate(rule.supervising or ()):
            yield from _overseer(programme.body(code), ("competence", n, "supervising", m))
    for m, code in enumerate(programme.supervising):
        yield from _overseer(programme.body(code), ("supervising", m))


def _overseer(body: Body, place: Place) -> Iterator[Fault]:
    if Role.OVERSEE not in body.roles:
        yield place, f"{body.code} supervises here but has not the role to oversee"


def _clocks(programme: Programme) -> Iterator[Fault]:
    """Miss limits that every petition of a kind needs: they may be neither absent nor open."""
    for kind in Kind:
        wanted = [Clock.FIRST_ANSWER] if kind in programme.door_kinds else [Clock.FIRST_ANSWER, Clock.SETTLEMENT]
        for clock in wanted:
            limits = [programme.limit(clock, kind, field) for field in Field]
            if None in limits:
                yield ("deadlines",), f"no limit with the clock {clock} binds {kind}"
            elif any(limit and limit.n is None for limit in limits):
                yield ("deadlines",), f"the limit with the clock {clock} for {kind} cannot stay open"
    if not any(limit.clock is Clock.SUPERVISION and limit.n for limit in programme.deadlines):
        yield ("deadlines",), f"no limit has the clock {Clock.SUPERVISION}"


def _calendar(programme: Programme, today: date) -> Iterator[Fault]:
    calendar = programme.calendar
    if date(calendar.last_year, 12, 31) - today < _CALENDAR_DAYS:
        ends = f"the calendar ends with {calendar.last_year}"
        yield ("calendar", "last_year"), f"{ends}: enter the days off of the next year and raise last_year"
    if date(calendar.first_year, 1, 1) > today:
        yield ("calendar", "first_year"), f"the calendar begins only with {calendar.first_year}"
