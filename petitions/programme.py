"""The shape of a coordination programme: parties, bodies, competence, deadlines, receptions, all of it data."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, TypeVar

from pydantic import Field as Limits
from pydantic import model_validator

from petitions.calendar import Calendar
from petitions.clocks import SUPERIOR_OF_LEAD, Clock, Deadline, Step
from petitions.competence import LEAD_OF_FIELD, Assignment, Rule, Topic
from petitions.cues import CueGroup, Lexicon
from petitions.doors import Door, EmergencyNumber, GateRule, Reception
from petitions.everyday import Everyday
from petitions.gate import Gate
from petitions.kinds import Field, Kind, Level
from petitions.shape import Code, Data, Line, ProgrammeError, Words
from petitions.sources import Place
from petitions.streets import ResidentialGroup, Street, group_cues, street_cues

T = TypeVar("T")

_KNOWABLE = ("signed_on", "residential_groups", "streets", "box")  # None where the office has not said it yet


class Role(StrEnum):
    """Say what a body may do with a petition."""

    RECEIVE = "receive"
    GUIDE = "guide"
    SETTLE = "settle"
    OVERSEE = "oversee"


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
    """A body that can receive, guide, settle or oversee petitions; `superior` is the one right above it."""

    code: Code
    name_vi: Line
    name_en: Line
    level: Level
    roles: frozenset[Role]
    superior: Code | None = None
    contact: Contact


class FieldEntry(Data):
    """A field with its names and the group in which supervision reports count it."""

    code: Field
    name_vi: Line
    name_en: Line
    report_group: Code


class Escalation(Data):
    """A way up for what a body leaves undone: a body, or the first one above the lead on a higher level."""

    id: Code
    body: Code


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
    """The cue groups of routing, by what their ids are codes of."""

    kinds: tuple[CueGroup, ...]
    fields: tuple[CueGroup, ...]
    levels: tuple[CueGroup, ...] = ()
    gates: tuple[CueGroup, ...] = ()
    facts: tuple[CueGroup, ...] = ()
    everyday: Everyday
    slang: Mapping[str, str]


class Programme(Data):
    """Everything that differs from one unit and year to the next; None stands for what is not known yet."""

    name: Code
    title_vi: Line
    title_en: Line
    profile: Line
    unit_vi: Line
    unit_en: Line
    signed_on: date | None
    levels: tuple[Level, ...]
    parties: tuple[Party, ...]
    items: tuple[Item, ...]
    residential_groups: tuple[ResidentialGroup, ...] | None
    streets: tuple[Street, ...] | None
    bodies: tuple[Body, ...]
    fields: tuple[FieldEntry, ...]
    competence: tuple[Rule, ...]
    supervising: tuple[Code, ...]  # where a rule names nobody else
    deadlines: tuple[Deadline, ...]
    ladder: tuple[Step, ...]
    escalations: tuple[Escalation, ...] = ()
    calendar: Calendar
    receptions: tuple[Reception, ...]
    doors: tuple[Door, ...]
    gates: tuple[GateRule, ...]
    emergency: tuple[EmergencyNumber, ...]
    box: Box | None
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

    def limit(self, clock: Clock, kind: Kind, field: Field) -> Deadline | None:
        """Return the limit that binds somebody for such petitions; one that names the field goes first."""
        return next((one for one in self._limits[clock] if one.covers(kind, field)), None)

    @cached_property
    def _limits(self) -> dict[Clock, list[Deadline]]:
        narrow_first = sorted(self.deadlines, key=lambda one: not one.fields)
        return {clock: [one for one in narrow_first if one.clock is clock] for clock in Clock}

    def binding(self, clock: Clock, kind: Kind, field: Field) -> Deadline:
        """Return the limit that binds somebody; a kind that a body took up all the same has that of feedback.

        Raises: ProgrammeError when there is none, which no loaded programme lacks.
        """
        found = self.limit(clock, kind, field) or self.limit(clock, Kind.PHAN_ANH, field)
        if found is None:
            raise ProgrammeError(f"no limit with the clock {clock} binds {kind}")
        return found

    def competent(self, topic: Topic) -> Assignment:
        """Say who leads, takes part and supervises; the first rule that covers the topic decides.

        Raises: ProgrammeError when none does.
        """
        if topic not in self._assigned:
            self._assigned[topic] = self._assign(topic)
        return self._assigned[topic]

    @cached_property
    def _assigned(self) -> dict[Topic, Assignment]:
        """Keep what was found: there are a few hundred topics, and each comes back all day."""
        return {}

    def _assign(self, topic: Topic) -> Assignment:
        if topic.kind in self.door_kinds:
            return Assignment(None, (), (), topic.kind, None)
        rule = next((rule for rule in self.competence if rule.covers(topic)), None)
        if rule is None:
            what = f"{topic.kind} in {topic.field} at the level {topic.level}"
            raise ProgrammeError(f"no rule says who is competent for {what}")
        supervising = self.supervising if rule.supervising is None else rule.supervising
        others = [code for other in rule.coordinating for code in self._meant(other, topic)]
        return Assignment(rule.lead, _but(rule.lead, others), _but(rule.lead, supervising), rule.id, rule.basis)

    def _meant(self, code: str, topic: Topic) -> Iterable[str]:
        if code != LEAD_OF_FIELD:
            return (code,)
        lead = self.competent(replace(topic, kind=Kind.PHAN_ANH)).lead
        return (lead,) if lead else ()

    @cached_property
    def door_kinds(self) -> frozenset[Kind]:
        """Return the kinds that nobody settles here."""
        return frozenset(kind for door in self.doors for kind in door.kinds)

    def doors_for(self, reason: Gate | Kind, field: Field = Field.KHAC) -> tuple[Door, ...]:
        """Return where to send a person at a gate or with a kind not settled here, the nearest first."""
        meant = (door for door in self.doors if reason == door.gate or reason in door.kinds)
        return tuple(door for door in meant if not door.fields or field in door.fields)

    def reception(self, body: str) -> Reception | None:
        """Return when and where a body receives people, None where it does not."""
        return next((one for one in self.receptions if one.body == body), None)

    def above(self, lead: str) -> Body | None:
        """Return the first body above a lead on a higher level, or the highest above it; None for the top."""
        chain = [*self._superiors(lead)]
        higher = (body for body in chain if body.level is not self.body(lead).level)
        return next(higher, chain[-1] if chain else None)

    def _superiors(self, code: str) -> Iterator[Body]:
        superior = self.body(code).superior
        while superior:
            yield (body := self.body(superior))
            superior = body.superior

    def told(self, step: Step, lead: str) -> tuple[str, ...]:
        """Return the codes of all bodies that a reminder goes to, the lead first."""
        above = self.above(lead)
        others = ((above.code if above else None) if code == SUPERIOR_OF_LEAD else code for code in step.also_to)
        return tuple(dict.fromkeys((lead, *(code for code in others if code))))

    def up(self, escalation: Escalation, lead: str) -> Body | None:
        """Return to whom a way up leads from this lead, None where nobody is above it."""
        return self.above(lead) if escalation.body == SUPERIOR_OF_LEAD else self.body(escalation.body)

    def ways_up(self, lead: str) -> Mapping[str, str]:
        """Return to whom each way up leads from this lead, by its id; two that lead to one body are the first."""
        found: dict[str, str] = {}
        for way in self.escalations:
            above = self.up(way, lead)
            if above and above.code not in found.values():
                found[way.id] = above.code
        return found

    @cached_property
    def lexicon(self) -> Lexicon:
        """Return the cues of routing ready for searching; ids begin with what they are cues of."""
        sorts: dict[str, Iterable[CueGroup]] = {
            "kind": self.cues.kinds,
            "field": self.cues.fields,
            "level": self.cues.levels,
            "gate": self.cues.gates,
            "fact": self.cues.facts,
            "street": street_cues(self.streets or ()),
            "group": group_cues(self.residential_groups or ()),
        }
        return Lexicon(
            group.model_copy(update={"id": f"{sort}:{group.id}"}) for sort in sorts for group in sorts[sort]
        )

    def open_items(self) -> tuple[str, ...]:
        """Name everything the office still has to fill in, in the order of the files."""
        return tuple(name for _place, name in self.unfilled())

    def unfilled(self) -> Iterator[tuple[Place, str]]:
        """Yield the place and the name of everything the office still has to fill in."""
        entries: tuple[tuple[Place, str, bool], ...] = (
            *(((key,), key, getattr(self, key) is None) for key in _KNOWABLE),
            *((("items", n), f"items.{one.code}", one.to_be_filled) for n, one in enumerate(self.items)),
            *(
                (("bodies", n, "contact"), f"bodies.{one.code}.contact", one.contact.to_be_filled)
                for n, one in enumerate(self.bodies)
            ),
            *(
                (("deadlines", n, "n"), f"deadlines.{one.id}.n", one.n is None)
                for n, one in enumerate(self.deadlines)
            ),
            *(
                (("receptions", n), f"receptions.{one.body}", one.to_be_filled)
                for n, one in enumerate(self.receptions)
            ),
        )
        return ((place, name) for place, name, is_open in entries if is_open)


def _but(lead: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Return the codes once each, without the lead."""
    return tuple(code for code in dict.fromkeys(codes) if code != lead)


def _one(things: tuple[T, ...], what: str, code: str, code_of: Callable[[T], str]) -> T:
    for thing in things:
        if code_of(thing) == code:
            return thing
    raise ProgrammeError(f"the programme has no {what} {code!r}")
