"""Reading: queues, tasks, counts, cards and files, each for those who may see them."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from desk.body_cards import body_card
from desk.cards import status_name
from desk.histories import files_in_force, files_of
from desk.letter import Letter, Value, moment, word
from desk.office import Office
from desk.office_cards import office_card
from desk.perform import Doing, called, done_since, loaded
from petitions.access import Part, sees
from petitions.case import Audience, Case, ReferralStatus, Status
from petitions.refusal import Refusal
from petitions.roles import OF_BODY, Actor
from petitions.workflow import Act, decide, share_of
from storage.lists import Load, QueueLine
from storage.media import Media
from storage.papers import Paper
from storage.unit import Store, Unit

_COUNTED = tuple(Status)[1:]
_YEAR = timedelta(days=365)


async def tasks(unit: Unit, actor: Actor) -> Mapping[str, list[QueueLine]]:
    """Return what the actor's bodies have in hand, the first due first. Raises: Refusal `refused-role`."""
    bodies = {grant.body for grant in actor.grants if grant.role in OF_BODY and grant.body}
    if not bodies:
        raise Refusal("refused-role")
    return {body: await unit.lists.queue_of_body(body) for body in sorted(bodies)}


async def counts(unit: Unit, actor: Actor) -> list[tuple[Value, int]]:
    """Return how many petitions stand where, by what the office calls it. Raises: Refusal `refused-role`."""
    check_counter(actor)
    counted, at_work = await unit.lists.counts(), await unit.lists.at_work()
    counted[Status.REFERRED] = counted.get(Status.REFERRED, 0) - at_work
    told = [(status_name(status, accepted=False), counted.get(status, 0)) for status in _COUNTED]
    told.insert(_COUNTED.index(Status.REFERRED) + 1, (status_name(Status.REFERRED, accepted=True), at_work))
    return [(status, count) for status, count in told if count]


async def loads(unit: Unit, office: Office, actor: Actor) -> list[Load]:
    """Return what each body and the office have in hand, the worst first. Raises: Refusal `refused-role`."""
    check_counter(actor)
    return await unit.lists.loads(office.soon(unit.now))


async def recurring(unit: Unit, actor: Actor) -> list[tuple[str | None, int]]:
    """Count matters of the last year that came back after they were closed, by the body that had led them.

    Raises: Refusal `refused-role`.
    """
    check_counter(actor)
    return await unit.lists.recurring(unit.now - _YEAR)


def check_counter(actor: Actor) -> None:
    """Let only those see counts whose task that is. Raises: Refusal `refused-role`."""
    if not sees(actor, Part.FIGURES):
        raise Refusal("refused-role")


async def own(unit: Unit, person: int) -> list[QueueLine]:
    """Return a person's petitions, newest first."""
    return await unit.lists.of_person(person)


async def accepted(unit: Unit, lines: Iterable[QueueLine]) -> set[str]:
    """Return the codes of the petitions of a list that their lead body has accepted."""
    referred = [line.code for line in lines if line.status is Status.REFERRED]
    return await unit.lists.accepted(referred) if referred else set()


async def files(
    unit: Unit, office: Office, actor: Actor, code: str, *, whole: bool = False
) -> tuple[tuple[int, ...], int]:
    """Return the files of a case that the actor may see, oldest first; an officer's reading is recorded.

    A body alone gets those by which somebody still goes, unless `whole`, and how many others there were.
    Raises: Refusal.
    """
    case = await unit.petitions.load(code)
    if case and of_its_body(actor, case):
        await _accessed(unit, actor, case)
        history = await unit.petitions.history(case, Audience.BODY)
        found = files_of(history)
        shown = found if whole or sees(actor, Part.NAME) else files_in_force(history, case.lead)
        return shown, len(found) - len(shown)
    if await of_body(unit, actor, code) and not sees(actor, Part.NAME):
        raise Refusal("share-ended")
    await office_card(unit, office, actor, code)
    return (files_of(await unit.petitions.history(case)) if case else ()), 0


async def task(
    unit: Unit, office: Office, actor: Actor, code: str, *, private: bool, whole: bool = False
) -> Letter:
    """Return the card of a case that the actor's body has or had in hand. Raises: Refusal."""
    if await unit.petitions.load(code) is None:
        raise Refusal("unknown-code")
    card = await _body_card(unit, office, actor, code, private=private, whole=whole)
    if card is None:
        raise Refusal("refused-role")
    return card


async def card_for(unit: Unit, office: Office, actor: Actor, code: str, *, private: bool) -> Letter | None:
    """Return the card that this actor may see of a case, None where there is none for them."""
    case = await unit.petitions.load(code)
    if case is None:
        return None
    if private and sees(actor, Part.NAME):
        return await office_card(unit, office, actor, code)
    return await _body_card(unit, office, actor, code, private=private)


async def _body_card(
    unit: Unit, office: Office, actor: Actor, code: str, *, private: bool, whole: bool = False
) -> Letter | None:
    """Return the card of a body that has or had the case; what it has no more is there without a word of it."""
    case = await of_body(unit, actor, code)
    if case is None:
        return None
    await _accessed(unit, actor, case)
    reader = actor.person if private else None
    return await body_card(unit, office, case, body_of(actor, case), reader=reader, whole=whole)


async def of_body(unit: Unit, actor: Actor, code: str) -> Case | None:
    """Return a case that a body of the actor has or had, also one that it returned; None for everybody else."""
    case = await unit.petitions.load(code)
    bodies = {one.body for one in case.referrals} if case else set()
    return case if any(actor.holds(role, body) for role in OF_BODY for body in bodies) else None


async def _accessed(unit: Unit, actor: Actor, case: Case) -> None:
    if actor.person is not None:
        await unit.registers.accessed(actor.person, "card", case.id)


async def check(unit: Unit, doing: Doing, act: Act) -> Case:
    """Return the case if the act could be done now. Raises: Refusal — as the act itself would."""
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    decide(case, act, doing.actor, unit.now)
    return case


async def erased(unit: Unit, code: str) -> bool:
    """Tell whether the words of a case are erased."""
    case = await unit.petitions.load(code)
    return case is not None and case.erased


async def meanwhile(unit: Unit, actor: Actor, code: str, seen: int) -> dict[str, Value] | None:
    """Say who did what last, and when, since somebody began to write of a case; None where nobody did anything."""
    case = await unit.petitions.load(code)
    since = await done_since(unit, case, seen, actor) if case else None
    if since is None:
        return None
    did = word(_DID.get(since.act, "did-move-on"))
    return {"who": await called(unit, since, actor), "did": did, "at": moment(since.at)}


_DID: Mapping[Act, str] = {Act.ANSWER: "did-answer", Act.RETURN: "did-returned"}


async def can(unit: Unit, doing: Doing, act: Act) -> bool:
    """Tell whether the act could be done now."""
    try:
        await check(unit, doing, act)
    except Refusal:
        return False
    return True


def body_of(actor: Actor, case: Case) -> str:
    """Return for which body the actor reads a case; the lead first where none has it in hand any more."""
    share, lead = share_of(case, actor), case.lead or ""
    if share:
        return share.body
    bodies = (lead, *(one.body for one in case.referrals))
    return next((body for body in bodies if any(actor.holds(role, body) for role in OF_BODY)), lead)


def of_its_body(actor: Actor, case: Case) -> bool:
    """Tell whether the actor belongs to a body at work on the case or done with it; not one that returned it."""
    shares = [one for one in case.referrals if one.open or one.status is ReferralStatus.SIGNED_OFF]
    return any(actor.holds(role, one.body) for role in OF_BODY for one in shares)


async def card_to_renew(unit: Unit, contact: int | None, case: Case) -> int | None:
    """Return which message of a chat shows the body's newest card of a case, None where none is known.

    A reply is going to renew it: the letters that were to do so until now are overtaken.
    """
    newest = await unit.shown.newest(contact, case.id) if contact is not None else None
    if contact is not None and newest is not None:
        await unit.deliveries.overtake(contact, newest)
    return newest


async def reached(unit: Unit, body: str) -> bool:
    """Tell whether letters to a body arrive anywhere."""
    return bool(await unit.groups.or_officers(body))


async def reached_without_group(unit: Unit, body: str) -> bool:
    """Tell whether letters to a body arrive at an officer of its own."""
    return bool(await unit.groups.officers_of(body))


async def unreached(unit: Unit, bodies: Iterable[str]) -> list[str]:
    """Return those of some bodies to which no letter arrives."""
    return [body for body in bodies if not await reached(unit, body)]


async def channel_files(store: Store, found: tuple[int, ...]) -> list[Media]:
    """Return files with their place on the channel, for sending them on; erased ones are left out."""
    async with store.reading() as unit:
        return [one for one in await unit.media.get(found) if one.ref]


async def stored_file(store: Store, file: int) -> bytes | None:
    """Return the bytes of a file that the channel has lost, None where they were never fetched."""
    async with store.reading() as unit:
        return await unit.media.read(file)


async def kept_papers(store: Store, found: tuple[int, ...]) -> list[Paper]:
    """Return papers that we made, for sending them; those kept no longer are left out."""
    async with store.reading() as unit:
        return await unit.papers.get(found)
