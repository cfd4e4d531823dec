"""What a text seems to be and who is competent for it: a proposal for the officer, with its reasons."""

from dataclasses import dataclass

from petitions.cues import Cue
from petitions.kinds import Field, Kind, Level
from petitions.programme import LEAD_OF_FIELD, Programme, ProgrammeError


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
    """Placeholder until the cue-based version stands: everything is a report about something else."""
    found = competent(Kind.PHAN_ANH, Field.KHAC, Level.WARD, programme)
    return Proposal(
        Kind.PHAN_ANH, Field.KHAC, found.lead, found.coordinating, Level.WARD, found.rule, found.basis, (), 0.0
    )
