"""Why a petition goes where it goes, line by line, with the file and line of the rule that says so."""

from collections.abc import Iterator

from petitions.clocks import Clock, Deadline
from petitions.competence import Topic
from petitions.gate import Gate
from petitions.kinds import Field, Kind
from petitions.programme import Programme
from petitions.routing import Proposal
from petitions.sources import Source


def explain(topic: Topic, programme: Programme, source: Source) -> Iterator[str]:
    """Yield who leads, takes part and supervises, by which rule, until when, and who reminds; or the doors."""
    found = programme.competent(topic)
    if found.lead is None:
        yield f"nobody settles {topic.kind} here; its doors are:"
        yield from doors(topic.kind, topic.field, programme)
        return
    rule = next(n for n, rule in enumerate(programme.competence) if rule.id == found.rule)
    yield f"lead          {_body(found.lead, programme)}"
    for role, codes in (("coordinating", found.coordinating), ("supervising", found.supervising)):
        yield from (f"{role:14}{_body(code, programme)}" for code in codes)
    yield f"rule          {found.rule}  ({source.at(('competence', rule))})"
    yield f"basis         {found.basis}  ({programme.competence[rule].mark})"
    for clock in (Clock.FIRST_ANSWER, Clock.ACCEPTANCE, Clock.SETTLEMENT):
        limit = programme.limit(clock, topic.kind, topic.field)
        if limit:
            yield f"{clock.replace('_', ' '):14}{_limit(limit)}"
    for step in programme.ladder:
        also = "".join(f", also to {code}" for code in programme.told(step, found.lead)[1:])
        yield f"reminder      {step.id}: {step.working_days:+d} wd from {step.anchor}{also}"


def explain_proposal(proposal: Proposal) -> Iterator[str]:
    """Yield what a text seems to be and the words that say so."""
    topic = proposal.topic
    yield f"kind          {topic.kind}"
    yield f"field         {', '.join(f'{field} {probability}' for field, probability in proposal.fields)}"
    yield f"level         {topic.level}{f' ({topic.street})' if topic.street else ''}"
    yield f"gate          {proposal.gate or 'none'}"
    for cue in proposal.cues:
        yield f"cue           {cue.rule}: “{cue.words}” ({cue.start}-{cue.end})"


def doors(reason: Gate | Kind, field: Field, programme: Programme) -> Iterator[str]:
    """Yield the doors of a gate or of a kind that nobody settles here."""
    for door in programme.doors_for(reason, field):
        where = _body(door.body, programme) if door.body else ""
        yield f"door          {where}{' '.join(('', *door.numbers)) if door.numbers else ''}  [{door.words}]"


def _body(code: str, programme: Programme) -> str:
    return f"{code} – {programme.body(code).name_vi} / {programme.body(code).name_en}"


def _limit(limit: Deadline) -> str:
    law = ", statutory" if limit.statutory else ""
    return f"{limit.id}: {limit.n} {limit.unit} from “{limit.start.en}” to “{limit.end.en}” ({limit.basis}{law})"
