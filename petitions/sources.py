"""YAML files as values that know their file and line, and how several files become one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from petitions.shape import ProgrammeError

Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """Hold what files say, and where every value stands in them."""

    value: dict[str, Any]
    lines: dict[Place, str]

    def at(self, place: Place) -> str:
        """Return `file:line` of a value, or of the nearest value around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, "programme")

    def under(self, key: str) -> "Source":
        """Put everything one level down."""
        return Source({key: self.value}, {(key, *place): line for place, line in self.lines.items()})


def read(path: Path) -> Source:
    """Read a YAML file of keys with values.

    Raises: ProgrammeError naming file and, where it can be told, line.
    """
    try:
        with path.open(encoding="utf-8") as stream:
            loader = _Loader(stream)
            node = loader.get_single_node()
            value = loader.construct_document(node) if node else None
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise ProgrammeError(f"{path}{line}: cannot be read: {error.problem}") from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise ProgrammeError(f"{path}: cannot be read: {error}") from error
    if node is None or not isinstance(value, dict):
        raise ProgrammeError(f"{path}:1: expected keys with values")
    return Source(value, {place: f"{path}:{line}" for place, line in _lines(node, (), path)})


def merged(sources: Iterable[Source]) -> Source:
    """Put the keys of several files together; a key may stand in one of them only.

    Raises: ProgrammeError for a key that stands in two.
    """
    value: dict[str, Any] = {}
    lines: dict[Place, str] = {}
    for source in sources:
        for key in source.value.keys() & value.keys():
            raise ProgrammeError(f"{source.at((key,))}: {key} stands already in {lines[(key,)]}")
        value |= source.value
        lines |= source.lines
    return Source(value, lines)


def layered(shared: Source, own: Source) -> Source:
    """Put a programme's own keys over the shared ones; of a list, own entries replace those of the same id."""
    value, lines = {**shared.value, **own.value}, {**shared.lines, **own.lines}
    for key in shared.value.keys() & own.value.keys():
        if isinstance(value[key], list) and isinstance(shared.value[key], list):
            value[key] = [*value[key]]
            _append(shared, key, value[key], lines)
    return Source(value, lines)


def _append(shared: Source, key: str, entries: list[Any], lines: dict[Place, str]) -> None:
    """Add the shared entries of a list that have no own one of the same id, with where they stand."""
    taken, places = {_identity(entry) for entry in entries}, defaultdict(list)
    for place, line in shared.lines.items():
        if place[0] == key and len(place) > 1:
            places[place[1]].append((place[2:], line))
    for number, entry in enumerate(shared.value[key]):
        if _identity(entry) not in taken:
            lines |= {(key, len(entries), *rest): line for rest, line in places[number]}
            entries.append(entry)


def _identity(entry: Any) -> Any:
    return (entry.get("id") or entry.get("code")) if isinstance(entry, dict) else None


def _taken(tag: str, first: str) -> bool:
    """Say whether a value that begins so may be read as more than text; `true` and `false` may."""
    kind = tag.rpartition(":")[2]
    return kind != "timestamp" and (kind != "bool" or first in "tTfF")


class _Loader(yaml.CSafeLoader):
    """Read `on`, `off`, `yes`, `no` and dates as text: `off` lists days off here, and a wrong day has its line."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if _taken(tag, first)]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _lines(node: yaml.Node, place: Place, path: Path) -> Iterator[tuple[Place, int]]:
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*place, index), item.start_mark.line + 1
            yield from _lines(item, (*place, index), path)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, item in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                raise ProgrammeError(f"{path}:{line}: {key.value} stands here a second time")
            seen.add(key.value)
            yield (*place, key.value), line
            yield from _lines(item, (*place, key.value), path)
