"""The only reader of the data files beside the rules; what is wrong in one is told by file and line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from petitions.examples import Example, ExampleFile, GateExamples, Vocabulary
from petitions.faults import faults
from petitions.gate import GateRules
from petitions.kinds import Field
from petitions.learning import Lesson
from petitions.lessons import Corpus, lessons
from petitions.model import Model
from petitions.openings import Openings
from petitions.programme import Programme
from petitions.sameness import Sameness, SamenessRules
from petitions.shape import ProgrammeError
from petitions.sheets import SHEETS
from petitions.sources import Source, layered, merged, read
from petitions.streets import read_streets
from petitions.vagueness import Vagueness

_SHIPPED = Path(__file__).parent / "programmes"
_COMMON = _SHIPPED / "common"
_SHARED = ("fields.yaml", "gates.yaml", "law.yaml")
_CORPUS = Path(__file__).parent / "corpus"

Read = TypeVar("Read", bound=BaseModel)


@dataclass(frozen=True)
class Inspection:
    """What a look at a programme has found; each line begins with file and line."""

    faults: tuple[str, ...]
    open_items: tuple[str, ...] = ()
    programme: Programme | None = None
    source: Source | None = None


def shipped_programmes() -> tuple[str, ...]:
    """Return the names of the programmes that come with the product, in alphabetical order."""
    return tuple(sorted(path.name for path in _SHIPPED.iterdir() if path.is_dir() and path != _COMMON))


def load_programme(name_or_folder: str | Path, today: date | None = None) -> Programme:
    """Read a shipped programme by its name, or any other from its folder.

    With `today` a calendar that is about to end is a fault too.

    Raises: ProgrammeError naming file, line and what was expected there, one line a fault.
    """
    found = inspect(name_or_folder, today)
    if found.programme is None or found.faults:
        raise ProgrammeError("\n".join(found.faults))
    return found.programme


def inspect(name_or_folder: str | Path, today: date | None = None) -> Inspection:
    """Look at a programme; what cannot be read at all is its only fault."""
    try:
        source = _source(_folder(name_or_folder))
        programme = _validated(Programme, source)
    except ProgrammeError as error:
        return Inspection(tuple(str(error).split("\n")))
    wrong = tuple(f"{source.at(place)}: {sentence}" for place, sentence in faults(programme, today))
    missing = tuple(f"{source.at(place)}: {name} is to be filled in" for place, name in programme.unfilled())
    return Inspection(wrong, missing, programme, source)


def load_gate_rules() -> GateRules:
    """Read the rules of the gate, the same for every programme."""
    return _validated(GateRules, merged([read(_COMMON / "gate.yaml"), _slang(), _everyday()]))


def load_openings() -> Openings:
    """Read how texts begin that are no matter of their own, the same for every programme."""
    return _validated(Openings, merged([read(_COMMON / "openings.yaml"), _slang()]))


def load_vagueness() -> Vagueness:
    """Read by which signs an answer is weighed, the same for every programme."""
    return _validated(Vagueness, merged([read(_COMMON / "vagueness.yaml"), _slang()]))


def load_sameness(model: Model) -> Sameness:
    """Read how two reports of one matter are recognised, the same for every programme."""
    return Sameness(_validated(SamenessRules, merged([read(_COMMON / "sameness.yaml"), _slang()])), model)


def load_examples() -> tuple[Example, ...]:
    """Read what routing learns from: one file a field, and one for the texts without any.

    Raises: ProgrammeError naming file, line and what was expected there.
    """
    paths = {None: _CORPUS / "kinds.yaml"} | {field: _CORPUS / "fields" / f"{field}.yaml" for field in Field}
    files = {field: _validated(ExampleFile, read(path)) for field, path in paths.items()}
    return tuple(
        Example(text, kind, field)
        for field, file in files.items()
        for kind, texts in file.root.items()
        for text in texts
    )


def load_gate_examples() -> GateExamples:
    """Read what the gate learns from besides. Raises: ProgrammeError, as `load_examples`."""
    return _validated(GateExamples, read(_CORPUS / "gate.yaml"))


def load_vocabulary() -> dict[Field, tuple[str, ...]]:
    """Read the words by which each field can be known. Raises: ProgrammeError, as `load_examples`."""
    return _validated(Vocabulary, read(_CORPUS / "vocabulary.yaml")).words()


def load_corpus() -> Corpus:
    """Read all that the model learns from. Raises: ProgrammeError, as `load_examples`."""
    return Corpus(load_examples(), load_gate_examples(), load_vocabulary(), _slang().value["slang"])


def load_lessons() -> list[Lesson]:
    """Return what the corpus teaches. Raises: ProgrammeError, as `load_examples`."""
    return [*lessons(load_corpus())]


def teaching() -> Iterator[Path]:
    """Yield the files that decide what is learnt, in a fixed order; pairs of reports decide nothing of it."""
    yield from sorted(path for path in _CORPUS.rglob("*.yaml") if path.name != "pairs.yaml")
    yield _COMMON / "slang.yaml"
    yield from (Path(__file__).with_name(f"{name}.py") for name in ("text", "terms", "lessons", "learning"))


def _folder(name_or_folder: str | Path) -> Path:
    folder = _SHIPPED / name_or_folder if name_or_folder in shipped_programmes() else Path(name_or_folder)
    if not folder.is_dir():
        known = ", ".join(shipped_programmes())
        raise ProgrammeError(f"{name_or_folder} is neither a folder nor a shipped programme ({known})")
    return folder


def _source(folder: Path) -> Source:
    """Put together what all programmes share, the programme's own files over it, its streets, and the cues."""
    shared = merged(read(_COMMON / name) for name in _SHARED)
    own = merged(map(read, sorted(folder.glob("*.yaml"))))
    cues = merged([read(_COMMON / "cues.yaml"), _slang(), _everyday()]).under("cues")
    return merged([layered(shared, _with_streets(own, folder)), cues])


def _with_streets(own: Source, folder: Path) -> Source:
    """Read the list of streets from the table that the programme names."""
    named = own.value.get("streets")
    if not isinstance(named, str):
        return own
    path = folder / Path(named).name
    if path.suffix.lower() not in SHEETS or not path.is_file():
        raise ProgrammeError(
            f"{own.at(('streets',))}: expected the name of a file {' or '.join(SHEETS)} beside it"
        )
    table = read_streets(path)
    return Source({**own.value, **table.value}, {**own.lines, **table.lines})


def _slang() -> Source:
    return read(_COMMON / "slang.yaml")


def _everyday() -> Source:
    return read(_COMMON / "everyday.yaml")


def _validated(model: type[Read], source: Source) -> Read:
    try:
        return model.model_validate(source.value)
    except ValidationError as error:
        raise ProgrammeError("\n".join(_sentences(error, source))) from error


def _sentences(error: ValidationError, source: Source) -> Iterator[str]:
    for fault in error.errors():
        yield f"{source.at(fault['loc'])}: {_sentence(fault)}"


def _sentence(fault: ErrorDetails) -> str:
    name = ".".join(map(str, fault["loc"]))
    match fault["type"]:
        case "missing":
            return f"{name} is missing"
        case "extra_forbidden":
            return f"{name} is not a known key"
        case _:
            return f"{name}: {fault['msg'].removeprefix('Value error, ')}"
