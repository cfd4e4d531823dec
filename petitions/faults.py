"""What is wrong with a programme although its shape is right: unknown bodies, gaps, repetitions."""

from collections.abc import Iterator

from petitions.gate import Gate
from petitions.kinds import Field, Kind, Level
from petitions.programme import LEAD_OF_FIELD, Programme

Fault = tuple[tuple[str | int, ...], str]
"""The place in the data, and a sentence."""


def faults(programme: Programme) -> Iterator[Fault]:
    """Yield everything that keeps a programme from being used."""
    yield from _repetitions(programme)
    yield from _unknown_bodies(programme)
    yield from _gaps(programme)
    yield from _unknown_cues(programme)


def _repetitions(programme: Programme) -> Iterator[Fault]:
    lists: dict[str, list[str]] = {
        "items": [item.code for item in programme.items],
        "bodies": [body.code for body in programme.bodies],
        "fields": [entry.code for entry in programme.fields],
        "competence": [rule.id for rule in programme.competence],
        "deadlines": [deadline.id for deadline in programme.deadlines],
        "ladder": [step.id for step in programme.ladder],
    }
    for name, codes in lists.items():
        for place, code in enumerate(codes):
            if code in codes[:place]:
                yield (name, place), f"{code!r} stands here a second time"


def _unknown_bodies(programme: Programme) -> Iterator[Fault]:
    known = {body.code for body in programme.bodies} | {None}
    for place, code in _mentions(programme):
        if code not in known:
            yield place, f"there is no body {code!r} among the bodies"


def _mentions(programme: Programme) -> Iterator[tuple[tuple[str | int, ...], str | None]]:
    for n, rule in enumerate(programme.competence):
        yield ("competence", n, "lead"), rule.lead
        others = ((m, code) for m, code in enumerate(rule.coordinating) if code != LEAD_OF_FIELD)
        yield from ((("competence", n, "coordinating", m), code) for m, code in others)
    for n, step in enumerate(programme.ladder):
        yield from ((("ladder", n, "also_to", m), code) for m, code in enumerate(step.also_to))
    for n, party in enumerate(programme.parties):
        yield ("parties", n, "body"), party.body
    for n, reception in enumerate(programme.receptions):
        yield ("receptions", n, "body"), reception.body
    for n, door in enumerate(programme.doors):
        yield ("doors", n, "body"), door.body


def _gaps(programme: Programme) -> Iterator[Fault]:
    listed = {entry.code for entry in programme.fields}
    for field in Field:
        if field not in listed:
            yield ("fields",), f"the field {field} has no name"
        for level in programme.levels:
            if not any(rule.covers(Kind.PHAN_ANH, field, level) for rule in programme.competence):
                yield ("competence",), f"no rule says who is competent for {field} at the level {level}"
    for gate in Gate:
        if not programme.doors_for(gate):
            yield ("doors",), f"no door says where the gate {gate} sends people"


def _unknown_cues(programme: Programme) -> Iterator[Fault]:
    cues = programme.cues
    codes: dict[str, set[str]] = {"kinds": {*Kind}, "fields": {*Field}, "levels": {*Level}}
    for name, groups in (("kinds", cues.kinds), ("fields", cues.fields), ("levels", cues.levels)):
        for place, group in enumerate(groups):
            if group.id not in codes[name]:
                yield ("cues", name, place, "id"), f"{group.id!r} is none of {', '.join(sorted(codes[name]))}"
