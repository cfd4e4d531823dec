"""What a text seems to be and who is competent for it: a proposal for the officer, with its reasons."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from petitions.clocks import Clock, Deadline
from petitions.competence import Assignment, Topic
from petitions.cues import Cue
from petitions.gate import Gate
from petitions.kinds import Field, Kind, Level
from petitions.matters import Matter, field_points, matters
from petitions.programme import Programme
from petitions.streets import Street
from petitions.text import Folded, has_words, is_vietnamese

Heard = dict[str, list[tuple[str, Cue]]]
"""What a text says, by sort (field, street …): the code and the words, in the order of the text."""

_DOUBT = 2  # points that all fields share, so that one short cue is never certain
_SHOWN = 3
_PROCEDURE = (
    Kind.KHIEU_NAI,
    Kind.GOP_Y_DU_THAO,
    Kind.KN_CU_TRI,
    Kind.DK_TIEP_DAN,
    Kind.TRANH_CHAP,
    Kind.HOI_DAP,
    Kind.DE_NGHI_HO_TRO,
    Kind.GOP_Y_XD,
    Kind.KIEN_NGHI,
    Kind.PHAN_ANH,
    Kind.CAM_ON,
)
"""The order in which kinds are asked for: the first with a cue is proposed."""


@dataclass(frozen=True)
class Proposal:
    """Propose kind, field and bodies, with the likeliest fields and the words that led there.

    `told` are the facts that the text names, and `language` where it is Vietnamese (petitions/eligibility.py).
    `due` is the lead body's limit: to say whether it takes the matter, where the law sets one, else to answer.
    """

    topic: Topic
    fields: tuple[tuple[Field, float], ...]
    gate: Gate | None
    urgent: bool
    told: frozenset[str]
    matters: tuple[Matter, ...]
    assignment: Assignment
    due: Deadline | None
    cues: tuple[Cue, ...]

    @property
    def kind(self) -> Kind:
        """Return the kind."""
        return self.topic.kind

    @property
    def field(self) -> Field:
        """Return the likeliest field."""
        return self.topic.field

    @property
    def confidence(self) -> float:
        """Return the probability of the field, from 0 to 1."""
        return self.fields[0][1]


def propose(text: str, programme: Programme, place: str = "") -> Proposal:
    """Propose kind, field, level and bodies for any text; what says nothing gets a probability near 0.

    `place` is what was said of the place apart from the text. Denunciations and emergencies have been stopped by
    the gate before; the officer decides about the rest.
    """
    slang = programme.cues.slang
    return propose_folded(Folded.of(text, slang), programme, Folded.of(place, slang) if place else None)


def fields_named(text: str, programme: Programme) -> frozenset[Field]:
    """Return every field of which a text has a cue."""
    heard = _hear(Folded.of(text, programme.cues.slang), programme)
    return frozenset(Field(code) for code in _codes(heard["field"]))


def propose_folded(text: Folded, programme: Programme, place: Folded | None = None) -> Proposal:
    """Propose as `propose` does, for a text that has been folded before."""
    heard = _hear(text, programme)
    around = _hear(place, programme) if place else heard
    cues, facts = [cue for _code, cue in heard["field"]], _codes(heard["fact"])
    fields = _likely_fields(cues)
    separators = [cue for code, cue in heard["kind"] if code == Kind.NHIEU_NOI_DUNG]
    found = matters(text.original, cues, separators)
    kind = _kind(text.original, _codes(heard["kind"]), several=len(found) > 1)
    topic = _topic(kind, fields[0][0], heard, around, programme)
    gate = _gate(topic, _codes(heard["gate"]), programme)
    return Proposal(
        topic=topic,
        fields=fields,
        gate=gate,
        urgent="urgent" in facts,
        told=frozenset(facts) | ({"language"} if is_vietnamese(text) else frozenset()),
        matters=found,
        assignment=programme.competent(topic),
        due=lead_limit(topic, programme),
        cues=tuple(_telling(heard, topic, gate)),
    )


def _topic(kind: Kind, field: Field, heard: Heard, around: Heard, programme: Programme) -> Topic:
    """Add who keeps the matter, and where it is; a street of the list says the level, else the text does."""
    street = _street(field, _codes(around["street"]) | _codes(heard["street"]), programme)
    level = street.level if street else _level(heard["level"], programme)
    group = next(iter(_codes(around["group"]) | _codes(heard["group"])), None)
    return Topic(kind, field, level, group, street.name if street else None)


def lead_limit(topic: Topic, programme: Programme) -> Deadline | None:
    """Return the limit by which the lead body must react to a petition just referred; None where none leads."""
    if topic.kind in programme.door_kinds:
        return None
    clocks = (programme.limit(clock, topic.kind, topic.field) for clock in (Clock.ACCEPTANCE, Clock.SETTLEMENT))
    return next((limit for limit in clocks if limit), None)


def _hear(text: Folded, programme: Programme) -> Heard:
    heard: Heard = defaultdict(list)
    for cue in programme.lexicon.find(text):
        sort, _, code = cue.rule.partition(":")
        heard[sort].append((code, cue))
    return heard


def _codes(found: Iterable[tuple[str, Cue]]) -> dict[str, None]:
    """Return the codes once each, in the order in which they were heard."""
    return dict.fromkeys(code for code, _cue in found)


def _likely_fields(cues: Iterable[Cue]) -> tuple[tuple[Field, float], ...]:
    """Return the likeliest fields with their probabilities, which sum to 1 over all fields.

    What nobody can place is probably something else; of equal ones the earlier in the text goes first.
    """
    points = field_points(cues)
    share, total = _DOUBT / len(Field), sum(points.values()) + _DOUBT
    order = dict.fromkeys((*sorted(points, key=lambda field: -points[field]), Field.KHAC, *Field))
    return tuple((field, round((points[field] + share) / total, 3)) for field in islice(order, _SHOWN))


def _kind(text: str, heard: Container[str], *, several: bool) -> Kind:
    """Take the first kind of the procedure that has a cue; a description without any is feedback."""
    if not has_words(text):
        return Kind.NGOAI_PV
    if several:
        return Kind.NHIEU_NOI_DUNG
    return next((kind for kind in _PROCEDURE if kind in heard), Kind.PHAN_ANH)


def _street(field: Field, heard: Container[str], programme: Programme) -> Street | None:
    """Return the street of the list that is named and decides for the field, None where none does."""
    listed = (one for one in programme.streets or () if field in one.fields and one.name in heard)
    return next(listed, None)


def _level(found: Iterable[tuple[str, Cue]], programme: Programme) -> Level:
    return next((Level(code) for code, _cue in found if code in programme.levels), programme.levels[0])


def _gate(topic: Topic, heard: Container[str], programme: Programme) -> Gate | None:
    rules = programme.gates
    return next((one.gate for one in rules if one.covers(topic.kind, topic.field, heard=one.gate in heard)), None)


def _telling(heard: Heard, topic: Topic, gate: Gate | None) -> Iterator[Cue]:
    """Yield the cues that speak for what is proposed."""
    wanted = {topic.kind, topic.field, topic.level, topic.street, topic.group, gate, "urgent"}
    return (cue for found in heard.values() for code, cue in found if code in wanted)
