"""The shape of a coordination programme: parties, bodies, competence, deadlines, receptions, all of it data."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic import Field as Limits

from petitions.calendar import Calendar, Unit
from petitions.cues import CueGroup, Lexicon
from petitions.gate import Gate
from petitions.kinds import Field, Kind, Level
from petitions.refusal import DanNguyenError

T = TypeVar("T")
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Line = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

LEAD_OF_FIELD = "lead_of_field"
"""Stands among the coordinating bodies of a rule for whoever leads feedback in the same field."""


class ProgrammeError(DanNguyenError):
    """A programme cannot be used; the message says where in which file, and what was expected."""


class Role(StrEnum):
    """Say what a body may do with a petition."""

    RECEIVE = "receive"
    GUIDE = "guide"
    SETTLE = "settle"
    OVERSEE = "oversee"


class Mark(StrEnum):
    """Say how sure the programme is of a fact, so that the client's lawyer knows where to look."""

    VERIFIED = "verified"  # read in a published text
    KNOWN = "known"  # common knowledge of the trade, not read again
    UNCERTAIN = "uncertain"  # no text found, or texts disagree
    DECIDED = "decided"  # our own choice, no legal source


class Data(BaseModel):
    """Refuse unknown keys and later changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Data):
    """A short wording in both languages."""

    vi: Line
    en: Line


class Contact(Data):
    """How the desk reaches a body; the office fills in what is not known."""

    to_be_filled: bool = False
    address: Line | None = None
    phone: Line | None = None
    email: Line | None = None

    @model_validator(mode="after")
    def _something(self) -> "Contact":
        if not (self.to_be_filled or self.address or self.phone or self.email):
            raise ValueError("a contact needs an address, a phone or an email, or to_be_filled: true")
        return self


class Party(Data):
    """A signatory of the programme."""

    body: Code
    name: Words


class Item(Data):
    """A piece of work the signatories promise, against which the reports count."""

    code: Line
    title: Words
    to_be_filled: bool = False


class Body(Data):
    """A body that can receive, guide, settle or oversee petitions."""

    code: Code
    name_vi: Line
    name_en: Line
    level: Level
    roles: frozenset[Role]
    contact: Contact


class FieldEntry(Data):
    """A field with its names and the group in which supervision reports count it."""

    code: Field
    name_vi: Line
    name_en: Line
    report_group: Code


class Rule(Data):
    """Competence: whoever first matches kind, field and level leads; an empty list matches everything."""

    id: Line
    kinds: frozenset[Kind] = frozenset()
    fields: frozenset[Field] = frozenset()
    levels: frozenset[Level] = frozenset()
    lead: Code
    coordinating: tuple[Code, ...] = ()
    basis: Line
    mark: Mark

    def covers(self, kind: Kind, field: Field, level: Level) -> bool:
        """Say whether the rule speaks of such a petition."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.fields or field in self.fields)
            and (not self.levels or level in self.levels)
        )


class Deadline(Data):
    """A time limit from one event to another; `n` stays empty until the office fills it in."""

    id: Line
    n: Annotated[int, Limits(ge=0)] | None
    unit: Unit
    start: Words
    end: Words
    basis: Line
    mark: Mark
    kinds: frozenset[Kind] = frozenset()
    statutory: bool = False  # runs from the raw moment of arrival and is never paused


class Anchor(StrEnum):
    """Name the event a reminder counts from."""

    REFERRED = "referred"
    DUE = "due"


class Step(Data):
    """A step of the reminder ladder, so many working days after (or before) its anchor."""

    id: Line
    anchor: Anchor
    working_days: int
    also_to: tuple[Code, ...] = ()  # besides the lead body
    action: Words
    document: Words
    signed: bool  # drafted by the system, sent only by a person


class Reception(Data):
    """When and where a body receives citizens in person."""

    body: Code
    to_be_filled: bool = False
    place: Words | None = None
    hours: Words | None = None
    phone: Line | None = None


class Door(Data):
    """Where to send a person whose matter is not taken here, and the key of the sentence that says so."""

    gate: Gate | None = None
    kind: Kind | None = None
    body: Code | None = None
    words: Line
    numbers: tuple[Line, ...] = ()
    to_be_filled: bool = False
    place: Words | None = None
    hours: Words | None = None


class EmergencyNumber(Data):
    """A number that answers at once, day and night."""

    number: Line
    name: Words


class Box(Data):
    """A rectangle around the unit in degrees; a pin outside it is asked about, not refused."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        """Say whether a point lies inside."""
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


class Public(Data):
    """What the public page may show."""

    smallest_cell: Annotated[int, Limits(ge=1)]  # smaller counts are suppressed
    hidden_fields: frozenset[Field] = frozenset()


class RoutingCues(Data):
    """The cue groups of routing, one list each for kinds, fields and levels; ids are their codes."""

    kinds: tuple[CueGroup, ...]
    fields: tuple[CueGroup, ...]
    levels: tuple[CueGroup, ...] = ()
    slang: Mapping[str, str]

    @cached_property
    def kind_lexicon(self) -> Lexicon:
        """Return the kinds' cues ready for searching."""
        return Lexicon(self.kinds)

    @cached_property
    def field_lexicon(self) -> Lexicon:
        """Return the fields' cues ready for searching."""
        return Lexicon(self.fields)

    @cached_property
    def level_lexicon(self) -> Lexicon:
        """Return the levels' cues ready for searching."""
        return Lexicon(self.levels)


class Programme(Data):
    """Everything that differs from one unit and year to the next."""

    name: Code
    title_vi: Line
    title_en: Line
    profile: Line
    unit_vi: Line
    unit_en: Line
    levels: tuple[Level, ...]
    parties: tuple[Party, ...]
    items: tuple[Item, ...]
    bodies: tuple[Body, ...]
    fields: tuple[FieldEntry, ...]
    competence: tuple[Rule, ...]
    deadlines: tuple[Deadline, ...]
    ladder: tuple[Step, ...]
    calendar: Calendar
    receptions: tuple[Reception, ...]
    doors: tuple[Door, ...]
    emergency: tuple[EmergencyNumber, ...]
    box: Box
    public: Public
    cues: RoutingCues

    def body(self, code: str) -> Body:
        """Return a body by its code.

        Raises: ProgrammeError for an unknown code.
        """
        return _one(self.bodies, "body", code, lambda body: body.code)

    def deadline(self, code: str) -> Deadline:
        """Return a time limit by its id.

        Raises: ProgrammeError for an unknown id.
        """
        return _one(self.deadlines, "deadline", code, lambda deadline: deadline.id)

    def step(self, code: str) -> Step:
        """Return a step of the ladder by its id.

        Raises: ProgrammeError for an unknown id.
        """
        return _one(self.ladder, "ladder step", code, lambda step: step.id)

    def field(self, code: Field) -> FieldEntry:
        """Return the entry of a field; a loaded programme has one for each."""
        return _one(self.fields, "field", code, lambda entry: entry.code)

    def doors_for(self, reason: Gate | Kind) -> tuple[Door, ...]:
        """Return where to send a person at a gate or with a kind not taken here, the nearest first."""
        return tuple(door for door in self.doors if reason in {door.gate, door.kind})

    def open_items(self) -> tuple[str, ...]:
        """Name everything the office still has to fill in, in the order of the files."""
        return (
            *(f"items.{item.code}" for item in self.items if item.to_be_filled),
            *(f"bodies.{body.code}.contact" for body in self.bodies if body.contact.to_be_filled),
            *(f"deadlines.{deadline.id}.n" for deadline in self.deadlines if deadline.n is None),
            *(f"receptions.{reception.body}" for reception in self.receptions if reception.to_be_filled),
            *(f"doors.{door.words}.{door.body}" for door in self.doors if door.to_be_filled),
        )


def _one(things: tuple[T, ...], what: str, code: str, code_of: Callable[[T], str]) -> T:
    for thing in things:
        if code_of(thing) == code:
            return thing
    raise ProgrammeError(f"the programme has no {what} {code!r}")
