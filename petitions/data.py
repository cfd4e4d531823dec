"""The only reader of the YAML files beside the rules; what is wrong in one is told by file and line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from petitions.faults import faults
from petitions.gate import GateRules
from petitions.programme import Programme, ProgrammeError

_SHIPPED = Path(__file__).parent / "programmes"
_COMMON = _SHIPPED / "common"
_CORPUS = Path(__file__).parent / "corpus"

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """Hold what YAML files say, and the file and line of every value."""

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


def shipped_programmes() -> tuple[str, ...]:
    """Return the names of the programmes that come with the product, in alphabetical order."""
    return tuple(sorted(path.name for path in _SHIPPED.iterdir() if path.is_dir() and path != _COMMON))


def load_programme(name_or_folder: str | Path) -> Programme:
    """Read a shipped programme by its name, or any other from its folder of YAML files.

    Raises: ProgrammeError naming file, line and what was expected there, one line a fault.
    """
    folder = _folder(name_or_folder)
    cues = _merged([_read(_COMMON / "cues.yaml"), _slang()]).under("cues")
    source = _merged([*map(_read, sorted(folder.glob("*.yaml"))), cues])
    programme = _validated(Programme, source)
    wrong = [f"{source.at(place)}: {sentence}" for place, sentence in faults(programme)]
    if wrong:
        raise ProgrammeError("\n".join(wrong))
    return programme


def load_gate_rules() -> GateRules:
    """Read the rules of the gate, the same for every programme."""
    examples = _read(_CORPUS / "gate.yaml").under("examples")
    return _validated(GateRules, _merged([_read(_COMMON / "gate.yaml"), _slang(), examples]))


def _folder(name_or_folder: str | Path) -> Path:
    folder = _SHIPPED / name_or_folder if name_or_folder in shipped_programmes() else Path(name_or_folder)
    if not folder.is_dir():
        known = ", ".join(shipped_programmes())
        raise ProgrammeError(f"{name_or_folder} is neither a folder nor a shipped programme ({known})")
    return folder


def _slang() -> Source:
    return _read(_COMMON / "slang.yaml")


def _validated(model: type[Model], source: Source) -> Model:
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        wrong = (f"{source.at(fault['loc'])}: {_sentence(fault)}" for fault in error.errors())
        raise ProgrammeError("\n".join(wrong)) from error


def _sentence(fault: ErrorDetails) -> str:
    name = ".".join(map(str, fault["loc"]))
    match fault["type"]:
        case "missing":
            return f"{name} is missing"
        case "extra_forbidden":
            return f"{name} is not a known key"
        case _:
            return f"{name}: {fault['msg'].removeprefix('Value error, ')}"


def _merged(sources: Iterable[Source]) -> Source:
    """Put the keys of several files together; a key may stand in one of them only."""
    value: dict[str, Any] = {}
    lines: dict[Place, str] = {}
    for source in sources:
        for key in source.value.keys() & value.keys():
            raise ProgrammeError(f"{source.at((key,))}: {key} stands already in {lines[(key,)]}")
        value |= source.value
        lines |= source.lines
    return Source(value, lines)


class _Loader(yaml.CSafeLoader):
    """Read `on`, `off`, `yes` and `no` as words, as YAML 1.2 does: `off` lists days off here."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, regex) for tag, regex in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


def _read(path: Path) -> Source:
    try:
        with path.open(encoding="utf-8") as stream:
            loader = _Loader(stream)
            node = loader.get_single_node()
            value = loader.construct_document(node) if node else None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ProgrammeError(f"{path}: cannot be read: {error}") from error
    if node is None or not isinstance(value, dict):
        raise ProgrammeError(f"{path}:1: expected keys with values")
    return Source(value, {place: f"{path}:{line}" for place, line in _lines(node, ())})


def _lines(node: yaml.Node, place: Place) -> Iterator[tuple[Place, int]]:
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield (*place, index), item.start_mark.line + 1
            yield from _lines(item, (*place, index))
    if isinstance(node, yaml.MappingNode):
        for key, item in node.value:
            yield (*place, key.value), key.start_mark.line + 1
            yield from _lines(item, (*place, key.value))
