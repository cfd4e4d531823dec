"""Doors: where a person is sent whose matter is not settled here, with place, hours and the words that say so."""

from petitions.gate import Gate
from petitions.kinds import Field, Kind
from petitions.shape import Code, Data, Line, Words


class Reception(Data):
    """When and where a body receives citizens in person; the office fills in what is not known."""

    body: Code
    to_be_filled: bool = False
    place: Words | None = None
    hours: Words | None = None
    phone: Line | None = None


class Door(Data):
    """Where a gate, or a kind that nobody settles here, sends people; `words` is the key of the sentence.

    Place and hours are those of the body's reception; a number answers at any time.
    """

    gate: Gate | None = None
    kinds: frozenset[Kind] = frozenset()
    fields: frozenset[Field] = frozenset()  # empty: any
    body: Code | None = None
    words: Line
    numbers: tuple[Line, ...] = ()


class GateRule(Data):
    """Say which petitions a gate guides elsewhere: of a kind, in a field, or with a cue of the gate's own."""

    gate: Gate
    kinds: frozenset[Kind] = frozenset()
    fields: frozenset[Field] = frozenset()
    cues: bool = False

    def covers(self, kind: Kind, field: Field, *, heard: bool) -> bool:
        """Say whether such a petition belongs elsewhere; `heard` when one of the gate's cues is in the text."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.fields or field in self.fields)
            and (not self.cues or heard)
        )


class EmergencyNumber(Data):
    """A number that answers at once, day and night."""

    number: Line
    name: Words
