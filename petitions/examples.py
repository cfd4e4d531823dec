"""The example sentences that routing learns from, as docs/labelling.md labels them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, RootModel, StringConstraints

from petitions.kinds import Field, Kind


@dataclass(frozen=True, slots=True)
class Example:
    """Hold a text as a resident may write it, and what an officer would set."""

    text: str
    kind: Kind
    field: Field | None  # None: of no field, or of several


class ExampleFile(RootModel[Mapping[Kind, tuple[Annotated[str, StringConstraints(min_length=1)], ...]]]):
    """Hold the texts of one file, by kind; a file is one field, or the texts without any."""


class GateExamples(BaseModel):
    """Sentences that the gate learns from besides; the names of two lists are the gates they belong to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    emergency: tuple[str, ...]
    denunciation: tuple[str, ...]
    ordinary: tuple[str, ...]


class Vocabulary(RootModel[Mapping[Field, str]]):
    """Hold words by which a field can be known, with commas between them."""

    def words(self) -> dict[Field, tuple[str, ...]]:
        """Return the words of each field."""
        return {field: tuple(word.strip() for word in line.split(",")) for field, line in self.root.items()}
