"""What a petition is proposed as: for its resident, who may correct it, and for the officer, with the reasons."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce

from desk.letter import Choice, Line, Value, choice, day, fact, word
from desk.office import Office
from petitions.case import Case, Entry
from petitions.kinds import Field, Kind
from petitions.routing import Proposal, propose
from petitions.workflow import Act
from storage.unit import Unit

_WORDS = 5
"""So many of the words that led to a proposal are shown."""
_LIKELY = 0.03
"""Less than this is no proposal: nobody is asked whether rubbish is a matter of elections."""


def of_history(office: Office, history: Sequence[Entry]) -> Proposal | None:
    """Return what a petition's words, with what its author added, seem to be; None where they are gone."""
    first = history[0].content if history else None
    if first is None:
        return None
    added = (entry.content["words"] for entry in history if entry.act == Act.SUPPLY and entry.content)
    place = (first.get("place") or {}).get("words")
    return propose("\n".join([first["words"], *added]), office.programme, office.model, place or "")


def for_resident(unit: Unit, office: Office, proposal: Proposal) -> Iterator[Line]:
    """Say as what a draft will be filed, and when the first answer comes; several matters are named one by one."""
    due = office.first_answer_due(proposal.kind, proposal.field, unit.now)
    if proposal.kind is Kind.NHIEU_NOI_DUNG:
        if len(proposal.matters) == 1:
            yield Line("preview-several", {"due": day(due)})
        return
    kind, field = word(f"kind-{proposal.kind}"), word(f"field-{proposal.field}")
    yield Line("preview-matter", {"kind": kind, "field": field, "due": day(due)})


def for_officer(proposal: Proposal) -> Iterator[Line]:
    """Name the likeliest fields with their probabilities, and the words that led there."""
    likely = [_with_percent(field, share) for field, share in _proposed(proposal)]
    if likely:
        yield fact("card-proposed", fields=reduce(lambda said, one: word("and-field", said=said, one=one), likely))
    said = _telling(cue.words for cue in proposal.cues)[:_WORDS]
    if said:
        yield fact("card-proposed-for", words=", ".join(f"“{one}”" for one in said))


def _telling(cues: Iterable[str]) -> list[str]:
    """Return the cues that tell a reader something: none that is part of another, no letter or number alone."""
    said = {one.casefold(): one for one in reversed(list(cues)) if len(one) > 1 and not one.isdecimal()}
    return [one for low, one in reversed(said.items()) if not any(low in other and low != other for other in said)]


def to_other_fields(proposal: Proposal, case: Case) -> list[Choice]:
    """Make a button for each likely field but the one that stands."""
    return [
        choice("button-field-likely", "set", case.code, "field", field, field=word(f"field-{field}"))
        for field in _others(proposal, case.field)
    ]


def corrections(proposal: Proposal) -> list[Choice]:
    """Make the buttons by which a resident corrects the field of a draft; several matters have none in common."""
    others = [] if proposal.kind is Kind.NHIEU_NOI_DUNG else _others(proposal, proposal.field)
    return [choice("button-field-likely", "about", field, field=word(f"field-{field}")) for field in others]


def _others(proposal: Proposal, standing: Field) -> list[Field]:
    return [field for field, _probability in _proposed(proposal) if field is not standing]


def _proposed(proposal: Proposal) -> list[tuple[Field, float]]:
    return [(field, share) for field, share in proposal.fields if share >= _LIKELY]


def _with_percent(field: Field, probability: float) -> Value:
    return word("proposed-field", field=word(f"field-{field}"), percent=round(100 * probability))
