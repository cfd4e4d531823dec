"""Filing: the gate in front of everything, the petition itself, and what a resident agrees to before."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from desk import alerting, neighbours
from desk.office import CONSENT_VERSION, Office
from desk.telling import tell_desk
from petitions.case import Audience, Case, NameShown
from petitions.codes import new_code, new_secret
from petitions.gate import Gate, screen_all
from petitions.kinds import COUNTER, Field, Source
from petitions.refusal import DanNguyenError, Refusal
from petitions.roles import Actor
from petitions.routing import Proposal, alone, corrected, propose
from petitions.workflow import Act, Step, decide
from storage.media import NewMedia
from storage.petitions import NewEntry, NewPetition
from storage.unit import Unit


class GateError(DanNguyenError):
    """The gate itself failed; whoever catches it keeps ids only."""


MAX_FILE_BYTES = 20 * 1024 * 1024
"""What a bot may download from Telegram; the other channels keep the same limit."""


@dataclass(frozen=True)
class Place:
    """Where the problem is: a pin, words, or both."""

    words: str | None = None
    latitude: float | None = None
    longitude: float | None = None

    def as_content(self) -> dict[str, Any]:
        """Return what is kept of the place, without empty parts."""
        values = {"words": self.words, "latitude": self.latitude, "longitude": self.longitude}
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True)
class Submission:
    """What a resident hands in; a part of a petition that was split keeps its clock.

    At the counter `reach` says how its author is told; `author` is set where this is not their first matter.
    """

    words: str
    place: Place | None = None
    media: tuple[int, ...] = ()
    name_shown: NameShown = NameShown.NOBODY
    name: str | None = None
    field: Field | None = None  # as the resident corrected it
    source: str = "telegram"
    reach: str | None = None
    author: int | None = None
    split_from: Case | None = None


@dataclass(frozen=True)
class Filed:
    """A petition just filed; the secret is shown once and never stored in clear."""

    case: Case
    secret: str
    proposal: Proposal


def stops(office: Office, texts: Sequence[str]) -> Collection[Gate]:
    """Return the gates that close on what a resident has said so far, each text and all together.

    Asked before anything of it is stored (Luật Tố cáo 2018, Đ22).
    """
    try:
        return screen_all(texts, office.gate, office.model).keys()
    except Exception as error:
        # What could not be screened may be an accusation: nothing of it may be kept, not even to be mended.
        raise GateError("the gate failed on an update") from error


def look(office: Office, texts: Sequence[str], place: str | None = None, field: Field | None = None) -> Proposal:
    """Return what a draft seems to be, before it is filed; a field that its resident named stands."""
    proposal = propose("\n\n".join(texts), office.programme, office.model, place or "")
    return corrected(proposal, field, office.programme) if field else proposal


async def turn_away(unit: Unit, office: Office, gate: Gate) -> None:
    """Count a message that a gate stopped: its gate, the time and the unit, nothing else."""
    await unit.people.turn_away(gate, office.programme.name)


def check_room(office: Office) -> None:
    """Let nobody begin what cannot be kept. Raises: Refusal `no-room`."""
    if not office.room():
        raise Refusal("no-room")


async def attach(unit: Unit, person: int, file: NewMedia) -> int:
    """Note a file of a draft; its bytes are fetched once it belongs to a petition."""
    return await unit.media.add(person, file)


async def detach(unit: Unit, files: Sequence[int]) -> None:
    """Forget the files of a draft."""
    await unit.media.drop(tuple(files))


async def consent(unit: Unit, person: int) -> None:
    """Record that a person agreed to the privacy text in force."""
    await unit.people.consent(person, CONSENT_VERSION)


async def file(unit: Unit, office: Office, actor: Actor, submission: Submission) -> Filed:
    """File a petition: the record, its first entries, the office's news.

    Raises: Refusal `no-room` — the disk is nearly full.
    """
    check_room(office)
    author = await _author(unit, office, actor, submission)
    place = submission.place.words if submission.place else None
    proposal, whole = look(office, [submission.words], place, submission.field), submission.split_from
    proposal = alone(proposal, office.programme) if whole else proposal
    topic = proposal.topic
    where = submission.place.as_content() if submission.place else None
    report = neighbours.read(office, submission.words, where)
    again = None if whole else await neighbours.closed_before(unit, office, topic.field, report)
    secret = new_secret()
    case = await unit.petitions.add(
        NewPetition(
            code=new_code(),
            secret=secret,
            programme=office.programme.name,
            person=author,
            source=submission.source,
            kind=topic.kind,
            field=topic.field,
            level=topic.level,
            lead=proposal.assignment.lead,
            street=topic.street,
            residential_group=topic.group,
            name_shown=submission.name_shown,
            first_answer_due=whole.first_answer_due
            if whole
            else office.first_answer_due(topic.kind, topic.field, unit.now),
            split_from=whole.code if whole else None,
            handed_in_at=whole.handed_in if whole else None,
            recurring_of=again,
        )
    )
    case = await _record(unit, case, actor, submission, proposal)
    case = await neighbours.raise_recurring(unit, office, case)
    await neighbours.index(unit, case, report)
    unit.media.fetch(submission.media)
    if not whole:  # the parts of what was split are no news to the desk
        await tell_desk(unit, actor, case, "news-filed")
    if not whole and Gate.EMERGENCY in stops(office, [submission.words]):
        await alerting.danger(unit, office, case)
    return Filed(case, secret, proposal)


async def _author(unit: Unit, office: Office, actor: Actor, submission: Submission) -> int:
    """Return whose petition it is: the actor's own, or that of somebody met at the counter.

    Whoever is met at a reception counts in its register, once for all their matters.
    """
    assert actor.person is not None  # noqa: S101 - the clock files nothing
    if submission.author is not None:
        return submission.author
    if submission.source not in COUNTER:
        return actor.person
    author = await unit.people.meet("vi")
    if submission.source == Source.RECEPTION:
        await _note_reception(unit, office, author)
    return author


async def _note_reception(unit: Unit, office: Office, met: int) -> None:
    """Count somebody who was met in the register of receptions."""
    entry, counts, source = (office.programme.name, "reception"), {"receptions": 1}, f"counter:{met}"
    await unit.ledgers.add(*entry, unit.now, office.front, counts, source)


async def _record(unit: Unit, case: Case, actor: Actor, submission: Submission, proposal: Proposal) -> Case:
    step = decide(case, Act.FILE, actor, unit.now)
    content: dict[str, Any] = {"words": submission.words}
    if submission.place:
        content["place"] = submission.place.as_content()
    entry = NewEntry(
        act=step.act,
        actor=actor.person,
        role=step.role,
        audience=frozenset(Audience),
        basis=step.basis,
        facts={"kind": proposal.kind, "field": proposal.field, "rule": proposal.assignment.rule},
        content=content,
        media=submission.media,
    )
    case = await unit.petitions.record(case, entry, status=step.status)
    if submission.name:
        shown = {Audience.BODY} if case.name_shown is NameShown.BODY else set()
        readers = frozenset({Audience.RESIDENT} | shown)
        step = decide(case, Act.IDENTIFY, actor, unit.now)
        case = await _apart(unit, case, actor, step, readers, {"name": submission.name})
    if submission.reach:
        step = decide(case, Act.REACH, actor, unit.now)
        case = await _apart(unit, case, actor, step, frozenset(), {"reach": submission.reach})
    return case


async def _apart(
    unit: Unit, case: Case, actor: Actor, step: Step, readers: frozenset[Audience], content: dict[str, Any]
) -> Case:
    """Keep a name, or how its owner is reached, in an entry of its own, which not everybody may read."""
    entry = NewEntry(
        act=step.act, actor=actor.person, role=step.role, audience=readers, basis=step.basis, content=content
    )
    return await unit.petitions.record(case, entry)
