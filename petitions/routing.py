"""What a text seems to be and who is competent for it: a proposal for the officer, with its reasons."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from petitions.cues import Cue
from petitions.kinds import Field, Kind, Level
from petitions.programme import LEAD_OF_FIELD, Programme, ProgrammeError
from petitions.text import Folded, has_words

_MOST_POINTS = 3  # a cue with a gap in it spans many words
_OWN_MATTER = 3  # points that make a field a matter of its own beside others
_DOUBT = 2
_PROCEDURE = (
    Kind.NHIEU_NOI_DUNG,
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
class Assignment:
    """Name the bodies competent for a petition, and the rule and legal basis that say so."""

    lead: str
    coordinating: tuple[str, ...]
    rule: str
    basis: str


@dataclass(frozen=True)
class Proposal:
    """Propose kind, field and bodies; `confidence` from 0 to 1, `cues` the words that led there."""

    kind: Kind
    field: Field
    lead: str
    coordinating: tuple[str, ...]
    level: Level
    rule: str
    basis: str
    cues: tuple[Cue, ...]
    confidence: float


def competent(kind: Kind, field: Field, level: Level, programme: Programme) -> Assignment:
    """Look up who leads and who takes part; the first rule that covers the petition decides.

    Raises: ProgrammeError when none does.
    """
    rule = next((rule for rule in programme.competence if rule.covers(kind, field, level)), None)
    if rule is None:
        raise ProgrammeError(f"no rule says who is competent for {kind} in {field} at the level {level}")
    others: list[str] = []
    for code in rule.coordinating:
        others += _feedback_leads(field, level, programme) if code == LEAD_OF_FIELD else [code]
    taking_part = tuple(code for code in dict.fromkeys(others) if code != rule.lead)
    return Assignment(rule.lead, taking_part, rule.id, rule.basis)


def _feedback_leads(field: Field, level: Level, programme: Programme) -> list[str]:
    return [competent(Kind.PHAN_ANH, field, level, programme).lead]


def propose(text: str, programme: Programme) -> Proposal:
    """Propose kind, field, level and bodies for any text; what says nothing gets the confidence 0.

    Denunciations and emergencies have been stopped by the gate before; the officer decides about the rest.
    """
    folded = Folded.of(text, programme.cues.slang)
    field_cues = programme.cues.field_lexicon.find(folded)
    points = _points(field_cues)
    field = max(points, key=points.__getitem__, default=Field.KHAC)
    kind, kind_cues = _kind(text, programme.cues.kind_lexicon.find(folded), points)
    level, level_cues = _level(programme.cues.level_lexicon.find(folded), programme)
    found = competent(kind, field, level, programme)
    cues = (*kind_cues, *(cue for cue in field_cues if cue.rule == field), *level_cues)
    return Proposal(
        kind, field, found.lead, found.coordinating, level, found.rule, found.basis, cues, _confidence(points)
    )


def _points(cues: Iterable[Cue]) -> Counter[Field]:
    """Count a point for every word of a cue, as longer cues say more; the earlier field wins a tie."""
    points: Counter[Field] = Counter()
    for rule, words, *_ in dict.fromkeys((cue.rule, cue.words, cue.start, cue.end) for cue in cues):
        points[Field(rule)] += min(len(words.split()), _MOST_POINTS)
    return points


def _kind(text: str, cues: tuple[Cue, ...], points: Counter[Field]) -> tuple[Kind, tuple[Cue, ...]]:
    """Take the first kind of the procedure that has a cue; a description without any is feedback."""
    if not has_words(text):
        return Kind.NGOAI_PV, ()
    for kind in _PROCEDURE:
        found = tuple(cue for cue in cues if cue.rule == kind)
        if found and (kind is not Kind.NHIEU_NOI_DUNG or _several_matters(points)):
            return kind, found
    return Kind.PHAN_ANH, ()


def _several_matters(points: Counter[Field]) -> bool:
    return len([field for field in points if points[field] >= _OWN_MATTER]) > 1


def _level(cues: tuple[Cue, ...], programme: Programme) -> tuple[Level, tuple[Cue, ...]]:
    named = next((cue for cue in cues if Level(cue.rule) in programme.levels), None)
    return (Level(named.rule), (named,)) if named else (programme.levels[0], ())


def _confidence(points: Counter[Field]) -> float:
    """Put the best field beside the second and a little doubt, so that one short cue is never certain."""
    best, second = [*sorted(points.values(), reverse=True), 0, 0][:2]
    return round(best / (best + second + _DOUBT), 2)
