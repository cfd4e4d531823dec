"""What a text seems to be and who is competent for it: a proposal for the officer, with its reasons."""

import math
from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from petitions.clocks import Clock, Deadline
from petitions.competence import Assignment, Topic
from petitions.cues import Cue, covered
from petitions.everyday import Everyday
from petitions.gate import STOPPED, Gate
from petitions.kinds import Field, Kind, Level
from petitions.matters import Matter, field_points, is_one, matters, parted
from petitions.model import Model, Weighed, likelihoods
from petitions.programme import Programme
from petitions.streets import Street
from petitions.text import Folded, clauses, has_words

Heard = dict[str, list[tuple[str, Cue]]]
"""What a text says, by sort (field, street …): the code and the words, in the order of the text."""

_SHOWN = 3
_FIELD_CUE, _KIND_CUE = 0.06, 0.15
"""Points of a cue beside those of the model: a field's grow with the root of the words that it has."""
_SHARPNESS, _DOUBT = 6.5, 0.1
"""How fast probability grows with points, and what all share alike: as sure as cross-validation is right."""
_MOSTLY = 0.5
_BESIDE = 3
"""Words that a clause may have beside a formula: whom it addresses, a particle; fewer tell nothing."""
_COURTESY = 16
"""Words of a thank-you that only ends a petition, with whom it thanks, at most."""
_UNDECIDED = 0.3
"""Points by which another kind must lead where those words are left out."""
_THANKFUL = -0.55
"""Points from which what stands before such a thank-you is a commendation itself."""
_LIKE_NOTHING = -0.45
"""Points up to which a text is hardly like any that was learnt: of no kind but a plain one unless it says so."""
_LEFT_ALONE = {Kind.CAM_ON, Kind.NGOAI_PV}
"""Kinds that reach no body: a text that tells of a trouble, and of nothing of theirs, has none of them."""
_PLAIN = {Kind.PHAN_ANH, Kind.KIEN_NGHI}
"""Kinds that a text may have although none of its words says so."""


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
        """Return the field: the likeliest, or the one that the resident named."""
        return self.topic.field

    @property
    def confidence(self) -> float:
        """Return the probability of the field, from 0 to 1."""
        return self.fields[0][1]


def propose(text: str, programme: Programme, model: Model, place: str = "") -> Proposal:
    """Propose kind, field, level and bodies for any text; what says nothing gets a probability near 0.

    `place` is what was said of the place apart from the text. Denunciations and emergencies have been stopped by
    the gate before; the officer decides about the rest.
    """
    slang = programme.cues.slang
    weighed = model.weigh(Folded.of(text, slang))
    return propose_weighed(weighed, programme, Folded.of(place, slang) if place else None)


def fields_named(text: str, programme: Programme) -> frozenset[Field]:
    """Return every field of which a text has a cue."""
    heard = _hear(Folded.of(text, programme.cues.slang), programme)
    return frozenset(Field(code) for code in _codes(heard["field"]))


def set_apart(text: str, programme: Programme) -> list[str]:
    """Return a text cut at each word that may begin another matter (“ngoài ra”), whatever it goes on with."""
    return parted(text, _separators(_hear(Folded.of(text, programme.cues.slang), programme)))


def propose_weighed(weighed: Weighed, programme: Programme, place: Folded | None = None) -> Proposal:
    """Propose as `propose` does, for a text that has been weighed before."""
    text = weighed.text
    heard = _hear(text, programme)
    around = _hear(place, programme) if place else heard
    cues, facts = [cue for _code, cue in heard["field"]], _codes(heard["fact"])
    everyday = programme.cues.everyday
    known = weighed.known and not everyday.only(text)
    fields = _likely_fields(cues, weighed, known=known)
    found = matters(text.original, cues, _separators(heard))
    kind = _kind_meant(weighed, heard, everyday, known=known, several=len(found) > 1)
    topic = _topic(kind, fields[0][0], heard, around, programme)
    shown = topic.field in _codes(heard["field"]) or everyday.telling(text)
    gate = _gate(topic if shown else replace(topic, field=Field.KHAC), _codes(heard["gate"]), programme)
    return Proposal(
        topic=topic,
        fields=fields,
        gate=gate,
        urgent="urgent" in facts,
        told=frozenset(facts) | ({"language"} if weighed.vietnamese else frozenset()),
        matters=found,
        assignment=programme.competent(topic),
        due=lead_limit(topic, programme),
        cues=(*_telling(heard, topic, gate), *(weighed.reasons(f"field:{topic.field}") if known else ())),
    )


def corrected(proposal: Proposal, field: Field, programme: Programme) -> Proposal:
    """Return a proposal as it is when the resident says which field it is; the likeliest fields stay."""
    return _about(proposal, replace(proposal.topic, field=field), programme)


def alone(proposal: Proposal, programme: Programme) -> Proposal:
    """Return a proposal for what an officer has just set apart: it is one matter, whatever it sounds like."""
    if proposal.kind is not Kind.NHIEU_NOI_DUNG:
        return proposal
    return _about(proposal, replace(proposal.topic, kind=Kind.PHAN_ANH), programme)


def _about(proposal: Proposal, topic: Topic, programme: Programme) -> Proposal:
    return replace(proposal, topic=topic, assignment=programme.competent(topic), due=lead_limit(topic, programme))


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


def _separators(heard: Heard) -> list[Cue]:
    return [cue for code, cue in heard["kind"] if code == Kind.NHIEU_NOI_DUNG]


def _codes(found: Iterable[tuple[str, Cue]]) -> dict[str, None]:
    """Return the codes once each, in the order in which they were heard."""
    return dict.fromkeys(code for code, _cue in found)


def _likely_fields(cues: Iterable[Cue], weighed: Weighed, *, known: bool) -> tuple[tuple[Field, float], ...]:
    """Return the likeliest fields with their probabilities, which sum to 1 over all fields and none of them.

    What nobody can place is probably something else.
    """
    heard = field_points(cues)
    if not (heard or known):
        return tuple((field, 0.0) for field in dict.fromkeys((Field.KHAC, *islice(Field, _SHOWN - 1))))
    points = weighed.of("field")
    if not known:
        points = dict.fromkeys(points, 0.0)  # the rules alone have heard something
    for field, words in heard.items():
        points[field] += _FIELD_CUE * words**0.5
    likely = likelihoods(points, _SHARPNESS, _DOUBT)
    none = likely.pop("")
    first = [Field.KHAC.value] if none > _MOSTLY else []
    order = dict.fromkeys((*first, *sorted(likely, key=likely.__getitem__, reverse=True)))
    return tuple((Field(code), round(likely[code], 3)) for code in islice(order, _SHOWN))


def _kind_meant(weighed: Weighed, heard: Heard, everyday: Everyday, *, known: bool, several: bool) -> Kind:
    """Return the likeliest kind; what stands in petitions of any kind decides it only where all else is undecided.

    A report that is taken for a commendation or for a question of procedure would reach no body.
    """
    text, said, told = weighed.text, heard["kind"], _codes(heard["fact"])
    not_here = _not_here(_codes(said), _codes(heard["gate"]))
    heading = _heading(text, heard["fact"], on_draft=Kind.GOP_Y_DU_THAO in _codes(said))
    weighed = weighed.without(heading)
    formal = heading | _formal(text, heard["fact"])

    def likeliest(of: Weighed, cues: Iterable[tuple[str, Cue]]) -> Kind:
        kind = _kind(of, _codes(cues), not_here, everyday, known=known, several=several)
        if kind is not Kind.NHIEU_NOI_DUNG or several or not is_one(clauses(text), formal):
            return kind
        return _kind(of, _codes(cues), {*not_here, kind}, everyday, known=known, several=False)

    kind = likeliest(weighed, said)
    grateful = _grateful(text, heard["fact"]) if kind is Kind.CAM_ON else set()
    enough = len(text.words) - _BESIDE
    beside = next((words for words in (formal | grateful, grateful, formal) if 0 < len(words) <= enough), None)
    if beside is None:
        return kind
    matter = weighed.without(beside)
    left = [(code, cue) for code, cue in said if not beside & covered(text, (cue,))]
    other, points = likeliest(matter, left), matter.of("kind")
    if kind is Kind.CAM_ON:
        return kind if points[kind] >= _THANKFUL and "request" not in told else other
    return kind if points[kind] > points[other] - _UNDECIDED else other


def _not_here(named: Collection[str], doors: Container[str]) -> set[Kind]:
    """Return the kinds that a text cannot have.

    A supplier's bill is no act of an authority; nor is a lawsuit, unless it says so, and a lawsuit is one matter.
    """
    kinds = {*STOPPED}
    if Gate.CONSUMER in doors:
        kinds.add(Kind.KHIEU_NAI)
    if Gate.COURT in doors:
        kinds |= {Kind.KHIEU_NAI, Kind.NHIEU_NOI_DUNG}.difference(named)
    return kinds


def _kind(
    weighed: Weighed,
    heard: Container[str],
    not_here: Collection[str],
    everyday: Everyday,
    *,
    known: bool,
    several: bool,
) -> Kind:
    """Return the likeliest kind that it can be.

    Where the likeliest is not taken here, several matters are not what is left: what sounds of an accusation or of
    a danger is one. What is no plain report must be heard as such, or shown by words that tell something.
    """
    if not has_words(weighed.text.original):
        return Kind.NGOAI_PV
    if several:
        return Kind.NHIEU_NOI_DUNG
    if everyday.only(weighed.text):
        return Kind.PHAN_ANH  # “does anybody come?” asks after what was sent, not of a procedure
    if not known:
        return next((Kind(code) for code in Kind if code in heard and code not in not_here), Kind.PHAN_ANH)
    points = {code: value + _KIND_CUE * (code in heard) for code, value in weighed.of("kind").items()}
    likeliest = max(points, key=points.__getitem__)
    out = {*not_here, Kind.NHIEU_NOI_DUNG} if likeliest in not_here else not_here
    kind, other = map(Kind, sorted(points.keys() - out, key=points.__getitem__, reverse=True)[:2])
    if kind is Kind.KHIEU_NAI and kind not in heard and points[kind] < points[other] + _UNDECIDED:
        kind = other  # it would wait for a signed paper
    if kind in _LEFT_ALONE and kind not in heard and Kind.PHAN_ANH in heard:
        return Kind.PHAN_ANH
    told = points[kind] > _LIKE_NOTHING and _shown(kind, weighed, everyday)
    return kind if kind in heard or told else Kind.PHAN_ANH


def _heading(text: Folded, facts: Iterable[tuple[str, Cue]], *, on_draft: bool) -> set[int]:
    """Return the places of the words that head a letter: most complaints are headed “đơn”, but others are too.

    So it is with advice, which tells something only of a draft.
    """
    heads = {"headed"} if on_draft else {"headed", "advising"}
    end = max((cue.end for code, cue in facts if code in heads and cue.start == 0), default=0)
    return {place for place, word in enumerate(text.words) if word.start < end}


def _formal(text: Folded, facts: Sequence[tuple[str, Cue]]) -> set[int]:
    """Return the places of words that say nothing of the kind, where others tell more.

    That is, beside its heading, the thanks that end a letter, and each formula that ends or fills a clause.
    """
    thanks = {cue.start for code, cue in facts if code == "thanks"}
    formulas = covered(text, (cue for code, cue in facts if code == "formula"))
    count = len(text.words)
    ends = (n for n, word in enumerate(text.words) if word.start in thanks and 0 < count - n <= _COURTESY)
    found = {*range(next(ends, count), count)}
    for clause in clauses(text) if formulas else ():
        within = [n for n in clause if n in formulas]
        if within and clause[-1] - within[-1] <= _BESIDE:
            first = clause[0] if within[0] - clause[0] <= _BESIDE else within[0]
            found |= {*range(first, clause[-1] + 1)}
    return found


def _grateful(text: Folded, facts: Iterable[tuple[str, Cue]]) -> set[int]:
    """Return the places of what thanks in each sentence: a report may begin with thanks for something else."""
    thanks = {cue.start for code, cue in facts if code == "grateful"}
    turns = {cue.start for code, cue in facts if code == "contrast"}
    ends = {word.sentence: math.inf for word in text.words if word.start in thanks}
    ends |= {word.sentence: word.start for word in text.words if word.start in turns and word.sentence in ends}
    return {place for place, word in enumerate(text.words) if word.start < ends.get(word.sentence, 0)}


def _shown(kind: Kind, weighed: Weighed, everyday: Everyday) -> bool:
    return kind in _PLAIN or weighed.shown_by(everyday.telling(weighed.text), f"kind:{kind}")


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
