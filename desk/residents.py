"""The resident's own acts after filing: add words, judge the answer, withdraw, follow by code and secret."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from desk.body_cards import give_card, hand_over, renew_all_cards, renew_cards, tell_ended
from desk.histories import kept
from desk.letter import Letter, Line, Value, body_name, choice, date, officer_name, say
from desk.office import Office
from desk.perform import PUBLIC, Changes, Doing, Saying, loaded, perform, save
from desk.telling import (
    deliver,
    news,
    news_of_share,
    tell_body,
    tell_body_or_desk,
    tell_desk,
    tell_resident,
    tell_role,
)
from petitions.access import serves
from petitions.case import IN_HAND, Audience, Case, Status, later_due
from petitions.codes import show_code
from petitions.kinds import Disposition
from petitions.refusal import Refusal
from petitions.roles import SYSTEM, Actor, Role
from petitions.workflow import PETITION, Act, decide, reopens
from storage.petitions import Matter
from storage.registers import WRONG_SECRET
from storage.unit import Unit

_TAKES_WORDS = frozenset().union(*(move.start for move in PETITION if move.act is Act.SUPPLY))
_LISTED = 20
"""Petitions that a list has at most."""
_TRIES, _TRIES_WITHIN = 5, timedelta(hours=1)


async def supply(
    unit: Unit, office: Office, doing: Doing, words: str, media: tuple[int, ...] = ()
) -> tuple[Case, datetime | None]:
    """Add words or files to a petition; whoever works on it is told.

    Return until when the lead answers now, where its clock stood still for the resident's words; else None.
    """
    return await _supplied(unit, office, doing, Saying(PUBLIC, words=words, media=media))


async def _supplied(unit: Unit, office: Office, doing: Doing, saying: Saying) -> tuple[Case, datetime | None]:
    before = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(before, Act.SUPPLY, doing.actor, unit.now)
    case = await save(unit, office, before, step, doing.actor, saying)
    await tell_resident(unit, office, case, step, saying.words)
    unit.media.fetch(saying.media)
    moved = later_due(before, case)
    for one in case.at_work:
        await renew_cards(unit, office, case, one.body)
        added = _added(case, saying, moved if one.lead else None)
        await tell_body_or_desk(unit, office, case, one.body, added)
    if case.carry_due and case.latest_lead:
        await tell_body_or_desk(unit, office, case, case.latest_lead.body, _added(case, saying, None))
    if case.lead_referral is None:
        await tell_desk(unit, doing.actor, case, "news-supplied")
    return case, moved


def _added(case: Case, saying: Saying, moved: datetime | None) -> Letter:
    """Make the letter with what was added, and nothing of what the body knows already."""
    about: dict[str, Value] = {"code": show_code(case.code), "words": saying.words or ""}
    line = Line("body-revised" if "how" in saying.facts else "body-supplied", about)
    clock = (Line("body-clock-moved", {"due": date(moved)}),) if moved else ()
    return Letter((line, *clock), ((choice("button-open", "task", case.code),),), saying.media, petition=case.id)


async def question(unit: Unit, case: Case) -> str | None:
    """Return what the resident is asked, None where nobody waits for an answer any more."""
    if case.status not in {Status.WAITING_RESIDENT, Status.EXPIRED}:
        return None
    asked = kept(await unit.petitions.history(case, Audience.RESIDENT), Act.ASK)
    return str(asked["words"]) if asked else None


async def remember(unit: Unit, case: Case, contact: int, messages: Sequence[int]) -> None:
    """Remember which messages of a chat went into a petition."""
    await unit.sources.note(contact, messages, case.id)


async def petition_of(unit: Unit, contact: int, message: int) -> str | None:
    """Return the code of the petition that a message of a chat went into."""
    return await unit.sources.petition_of(contact, message)


async def revise(unit: Unit, office: Office, doing: Doing, words: str) -> bool:
    """Add what a message was changed to, as a version beside the earlier ones; False where nothing was changed."""
    case = await loaded(unit, doing.code)
    history = await unit.petitions.history(case, Audience.RESIDENT)
    if any(words in str(entry.content.get("words")) for entry in history if entry.content):
        return False
    await _supplied(unit, office, doing, Saying(PUBLIC, {"how": "edited"}, words=words))
    return True


async def matters(unit: Unit, person: int, about: str | None = None) -> list[Matter]:
    """Return the person's petitions that take words; only the one they spoke of, where `about` is one of them."""
    found = await unit.petitions.matters(person, _TAKES_WORDS)
    return [one for one in found if one.code == about] or found


async def beginnings(unit: Unit, person: int) -> dict[str, str]:
    """Return the first words of a person's petitions by their codes; those that are erased have none."""
    return {one.code: one.words for one in await unit.petitions.matters(person, None, _LISTED)}


async def rate(unit: Unit, office: Office, doing: Doing, rating: str) -> Case:
    """Judge an answer: `solved` and `partly` close the petition, which bodies see, `not` asks to reopen it."""
    if rating == "not":
        return await dispute(unit, office, doing)
    judged = {"rating": rating, "closed_at": unit.now, "close_due": None, "remind_due": None}
    case = await perform(
        unit, office, doing, Act.RATE, Saying(PUBLIC, {"rating": rating}), Changes(petition=judged)
    )
    await renew_all_cards(unit, office, case)
    return case


async def dispute(unit: Unit, office: Office, doing: Doing) -> Case:
    """Say that the matter is not solved: the first time it goes back to the lead, later the desk decides."""
    judged = Changes(petition={"rating": "not", "closed_at": None, "close_due": None, "remind_due": None})
    case = await perform(unit, office, doing, Act.DISPUTE, Saying(PUBLIC, {"rating": "not"}), judged)
    again = reopens(case)
    if again:
        case = await _reopen(unit, office, case)
    await tell_desk(unit, doing.actor, case, "news-reopened" if again else "news-disputed")
    lead = case.latest_lead
    if lead and not again:
        await tell_body(unit, lead.body, news_of_share(case, "news-disputed"), case.id)
    return case


async def _reopen(unit: Unit, office: Office, case: Case) -> Case:
    """Bring a petition back to its lead, with a clock of its own."""
    step, lead, due = (
        decide(case, Act.REOPEN, SYSTEM, unit.now),
        case.lead or "",
        office.reopening_due(case, unit.now),
    )
    facts = {"lead": lead, "accepted_at": unit.now, "due_at": due}
    back = Changes(petition={"reopened_at": unit.now})
    case = await save(unit, office, case, step, SYSTEM, Saying(PUBLIC, facts), back)
    case = await unit.referrals.send(case, lead, due, accepted_at=unit.now)
    await tell_resident(unit, office, case, step)
    await hand_over(unit, office, case, lead, files=True)
    return case


async def remark(unit: Unit, office: Office, doing: Doing, words: str, media: tuple[int, ...] = ()) -> Case:
    """Add a word to the judgement of an answer; those who gave it can read it."""
    case = await perform(unit, office, doing, Act.REMARK, Saying(PUBLIC, words=words, media=media))
    unit.media.fetch(media)
    return case


async def remind(unit: Unit, office: Office, code: str) -> None:
    """Remind a resident once to judge an answer. Raises: Refusal — they did, or somebody was quicker."""
    case = await loaded(unit, code)
    if case.remind_due is None or case.remind_due > unit.now:
        raise Refusal("refused-state", status=case.status)
    asked = Changes(petition={"remind_due": None})
    await perform(unit, office, Doing(SYSTEM, code), Act.REMIND, Saying(PUBLIC), asked)


async def withdraw(unit: Unit, office: Office, doing: Doing) -> Case:
    """Withdraw a petition; the desk is told, and a body at work on it."""
    before = await loaded(unit, doing.code)
    withdrawn = Changes(petition={"disposition": Disposition.RUT_DON, "closed_at": unit.now})
    case = await perform(unit, office, doing, Act.WITHDRAW, Saying(PUBLIC), withdrawn)
    await tell_desk(unit, doing.actor, case, "news-withdrawn")
    for one in before.at_work:
        await tell_ended(unit, office, case, one.body, "news-withdrawn")
    return case


async def follow(unit: Unit, actor: Actor, code: str, secret: str | None) -> Case:
    """Return one's own petition, one that is followed, or anybody's with its secret, tried five times an hour.

    At the counter an officer sees it as its author does; that is recorded.

    Raises: Refusal — `unknown-code`, `not-yours`, `wrong-secret`, `too-many-tries`.
    """
    person = actor.person
    assert person is not None  # noqa: S101 - the clock follows nothing
    case = await unit.petitions.load(code)
    if case is not None and serves(actor, case):
        await unit.registers.accessed(person, "card", case.id)
        return case
    if case is not None and (case.person == person or await unit.neighbours.follows(case.id, person)):
        return case
    if secret is None:
        raise Refusal("not-yours")
    if await unit.registers.tried(person, WRONG_SECRET, _TRIES_WITHIN) >= _TRIES:
        raise Refusal("too-many-tries")
    if case is None or not await unit.petitions.knows_secret(case, secret):
        raise Refusal("wrong-secret")
    return case


async def note_wrong_secret(unit: Unit, person: int) -> None:
    """Count a wrong secret against its author; the refusal itself has rolled everything else back."""
    await unit.registers.accessed(person, WRONG_SECRET)


async def unreachable(unit: Unit, office: Office, contact: int) -> None:
    """Note that letters do not arrive any more and tell the desk of the petitions this concerns."""
    known = await unit.people.contact(contact)
    if not await unit.people.mark_reachable(contact, reachable=False):
        return
    if known.body:
        await _body_unreachable(unit, office, known.body)
    elif known.person is not None:
        await _resident_unreachable(unit, known.person)
        await _leader_unreachable(unit, known.person)


async def _resident_unreachable(unit: Unit, person: int) -> None:
    for line in await unit.lists.of_person(person):
        case = await unit.petitions.load(line.code)
        if case and case.status in _ALIVE:
            await tell_role(unit, Role.TRIAGE, news(case, "news-unreachable"), case.id)


async def _leader_unreachable(unit: Unit, person: int) -> None:
    """Tell the administrator: a leader gets no summaries any more."""
    if (await unit.people.actor(person)).holds(Role.LEADER):
        who = officer_name(person, await unit.people.names([person], [Role.LEADER]))
        await tell_role(unit, Role.ADMINISTRATOR, say("news-leader-unreachable", who=who))


async def _body_unreachable(unit: Unit, office: Office, body: str) -> None:
    """Tell the desk and who can bind a group, and give the body's cards to its officers where it has any."""
    officers = bool(await unit.groups.or_officers(body))
    concerned = [
        one for role in (Role.ADMINISTRATOR, Role.TRIAGE) for one in await unit.people.contacts_of_role(role)
    ]
    told = say("news-group-lost" if officers else "news-group-lost-unreached", body=body_name(office, body))
    await deliver(unit, dict.fromkeys(concerned), told)
    key = "news-body-without-group" if officers else "news-body-unreachable"
    for line in await unit.lists.queue_of_body(body):
        case = await unit.petitions.load(line.code)
        if case is None:
            continue
        name = body_name(office, body)
        await tell_role(unit, Role.TRIAGE, news(case, key, body=name), case.id)
        await give_card(unit, office, case, body, files=True)


_ALIVE = IN_HAND | {Status.ANSWERED}
