"""Where people can go in person: bodies with place, hours and numbers as far as the programme knows them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from desk.letter import Line, Value, body_name, fact
from desk.office import Office
from petitions.gate import Gate
from petitions.kinds import Field, Kind
from petitions.shape import Words


def doors(office: Office, reason: Gate | Kind, field: Field = Field.KHAC) -> tuple[Line, ...]:
    """Name the bodies and numbers to which a gate, or a kind not settled here, sends people."""
    numbers: dict[str | None, list[str]] = {}
    for door in office.programme.doors_for(reason, field):
        numbers.setdefault(door.body, []).extend(door.numbers)
    alone = map(_number, numbers.pop(None, ()))
    return (*places(office, {body: own for body, own in numbers.items() if body}), *alone)


def places(office: Office, numbers: Mapping[str, Sequence[str]]) -> tuple[Line, ...]:
    """Name bodies with what is known of them and their numbers, and say where to ask for what is not known."""
    known = {code: tuple(_known(office, code)) for code in numbers}
    lines = (
        line
        for code, facts in known.items()
        for line in (fact("place-body", body=body_name(office, code)), *facts, *map(_number, numbers[code]))
    )
    ask = () if all(known.values()) else (fact("place-ask", unit=unit_name(office)),)
    return (*lines, *ask)


def is_inside(office: Office, latitude: float, longitude: float) -> bool:
    """Tell whether a pin lies within the unit, as far as the programme knows its bounds."""
    box = office.programme.box
    return box is None or box.holds(latitude, longitude)


def where(office: Office, place: Mapping[str, Any] | None) -> Iterator[Line]:
    """Show a place to whoever gave it: the address in their words; of a pin, which they set, that it is there."""
    if place and "words" in place:
        yield fact("card-place", place=place["words"])
    if place and "latitude" in place:
        inside = is_inside(office, place["latitude"], place["longitude"])
        yield fact("place-pinned" if inside else "place-pinned-outside", unit=unit_name(office))


def unit_name(office: Office) -> dict[str, str]:
    """Return the unit's name in the reader's language."""
    return {"vi": office.programme.unit_vi, "en": office.programme.unit_en}


def _known(office: Office, code: str) -> Iterator[Line]:
    """Say where a body receives people and, unless that is known, how else it is reached."""
    reception = office.programme.reception(code)
    contact = office.body(code).contact
    place = reception.place if reception else None
    found: dict[str, Value | None] = {
        "address": _both(place) if place else contact.address,
        "hours": _both(reception.hours) if reception and reception.hours else None,
        "phone": (reception.phone if reception else None) or contact.phone,
        "email": contact.email,
    }
    return (fact(f"place-{name}", words=words) for name, words in found.items() if words)


def _number(number: str) -> Line:
    return fact("place-number", number=number)


def _both(words: Words) -> dict[str, str]:
    return {"vi": words.vi, "en": words.en}
