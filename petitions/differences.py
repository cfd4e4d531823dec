"""What changes from one programme to another: entries by their codes, and competence by what comes of it."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from petitions.competence import Topic
from petitions.programme import Programme
from petitions.reach import topics
from petitions.shape import Data

_SINGLE = ("title_en", "unit_en", "profile", "signed_on", "levels", "supervising", "calendar", "box", "public")
_LISTS = {
    "parties": "body",
    "items": "code",
    "residential_groups": "code",
    "bodies": "code",
    "fields": "code",
    "deadlines": "id",
    "ladder": "id",
    "receptions": "body",
}


def differences(before: Programme, after: Programme) -> Iterator[str]:
    """Yield a line for everything that is not the same, nothing for equal programmes."""
    for name in _SINGLE:
        yield from _changed(name, getattr(before, name), getattr(after, name))
    for name, key in _LISTS.items():
        yield from _entries(name, _by(key, getattr(before, name)), _by(key, getattr(after, name)))
    yield from _entries("streets", _streets(before), _streets(after))
    yield from _entries("doors", _doors(before), _doors(after))
    yield from _competence(before, after)


def _by(key: str, entries: Iterable[Data] | None) -> dict[Hashable, Data]:
    return {getattr(entry, key): entry for entry in entries or ()}


def _streets(programme: Programme) -> dict[Hashable, Data]:
    return {f"{street.name} {street.section or ''}".strip(): street for street in programme.streets or ()}


def _doors(programme: Programme) -> dict[Hashable, Data]:
    return {
        " ".join(filter(None, (door.gate, *sorted(door.kinds), *sorted(door.fields), door.body))): door
        for door in programme.doors
    }


def _entries(name: str, before: Mapping[Hashable, Data], after: Mapping[Hashable, Data]) -> Iterator[str]:
    yield from (f"- {name}.{key}" for key in before if key not in after)
    yield from (f"+ {name}.{key}" for key in after if key not in before)
    for key in before.keys() & after.keys():
        for part in type(before[key]).model_fields:
            yield from _changed(f"{name}.{key}.{part}", getattr(before[key], part), getattr(after[key], part))


def _changed(name: str, before: Any, after: Any) -> Iterator[str]:
    if isinstance(before, Data) and isinstance(after, Data):
        for part in type(before).model_fields:
            yield from _changed(f"{name}.{part}", getattr(before, part), getattr(after, part))
    elif before != after:
        yield f"~ {name}: {_written(before)} → {_written(after)}"


def _written(value: Any) -> str:
    if isinstance(value, frozenset | tuple):
        return f"[{', '.join(sorted(map(str, value)) if isinstance(value, frozenset) else map(str, value))}]"
    return str(value)


def _competence(before: Programme, after: Programme) -> Iterator[str]:
    """Compare who would act on each petition, whatever the rules are called; kinds of one change share a line."""
    known = {*topics(after)}
    changes = [
        (topic, was, now)
        for topic in topics(before)
        if topic in known and (was := _acting(topic, before)) != (now := _acting(topic, after))
    ]
    changes.sort(key=lambda change: (change[0].field, change[0].level, change[1:]))
    for (field, level, was, now), group in groupby(
        changes, key=lambda one: (one[0].field, one[0].level, *one[1:])
    ):
        kinds = ", ".join(topic.kind for topic, *_acting_ in group)
        yield f"~ competence {field} {level} ({kinds}): {was} → {now}"


def _acting(topic: Topic, programme: Programme) -> str:
    found = programme.competent(topic)
    others = f" with {', '.join(found.coordinating)}" if found.coordinating else ""
    return f"{found.lead}{others}, supervised by {', '.join(found.supervising)}"
