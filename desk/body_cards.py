"""What a competent body is shown of a petition, and what it can press: the lead and whoever takes part."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from desk.body_headlines import headline, stands, told_why
from desk.cards import coordinating, erased, filed, head, judged, may, name, talk
from desk.deadlines import movable
from desk.histories import files_in_force, files_of, files_of_before, superseded
from desk.letter import (
    Choice,
    Letter,
    Line,
    Rows,
    Value,
    body_name,
    choice,
    column,
    fact,
    grid,
    moment,
    officer_name,
    word,
)
from desk.office import Office
from desk.telling import deliver, ended, outcome, tell_body
from petitions.case import Audience, Case, Entry, NameShown, Referral, ReferralStatus
from petitions.codes import show_code
from petitions.roles import OF_BODY, Actor, Grant, Role
from petitions.workflow import Act
from storage.deliveries import AT_ONCE, When
from storage.people import Held
from storage.unit import Unit

_BUTTONS: tuple[tuple[Act, str], ...] = (
    # The act that leads on stands first and alone; what sends the matter away stands last, far from it.
    (Act.ACCEPT, "accept"),
    (Act.ANSWER, "answer"),
    (Act.CARRY_OUT, "carry"),
    (Act.NOTE, "late"),
    (Act.WAIVE, "waive"),
    (Act.PART, "piece"),
    (Act.ASK, "bodyask"),
    (Act.EXTEND, "more"),
    (Act.REASSIGN, "clerks"),
    (Act.RETURN, "return"),
)
VERBS = frozenset(verb for _act, verb in _BUTTONS)
"""What a body does with a petition, as its buttons are called."""
_ABOUT = "body-card-head"
_LEADING, _AWAY = frozenset({"accept", "answer", "carry"}), frozenset({"return"})


async def body_card(
    unit: Unit,
    office: Office,
    case: Case,
    body: str,
    *,
    reader: int | None = None,
    files: bool = False,
    whole: bool = False,
) -> Letter:
    """Return what a body sees: no name unless the resident shows it, no internal note.

    `reader` is the one person who reads it, None for the whole body. `files` sends the resident's files along;
    without them a button brings them. What is superseded is said in short unless `whole`; then it brings all.
    A body that has the matter no more reads no word of it.
    """
    history = await unit.petitions.history(case, Audience.BODY)
    share = share_shown(case, body)
    about = Line(_ABOUT, head(office, case))
    if not (share.open or share.status is ReferralStatus.SIGNED_OFF):
        return Letter((*headline(office, case, share, history, unit.now), about), petition=case.id, card=unit.now)
    earlier = [] if whole else superseded(history, case.lead)
    shown = _shown(history, told_why(stands(case, share, history), history), earlier)
    lines = (
        *headline(office, case, share, history, unit.now),
        about,
        *outcome(case, history),
        *judged(history),
        *await _clerk(unit, share),
        *await _said_of_the_day(unit, body, shown),
        *_name(history, case.name_shown),
        *coordinating(office, case, reader=body),
        *erased(history),
        *filed(shown),
        *_in_short(office, case, earlier),
        *talk(office, case, shown[1:], files_of_before(history)),
    )
    media = files_of(history) if whole else files_in_force(history, case.lead)
    opens = [choice("button-all-words", "words", case.code)] if earlier else []
    if media:
        opens.append(choice("button-files", "files", case.code, *(["all"] if whole else [])))
    choices = await _choices(unit, office, case, body, reader, opens)
    return Letter(lines, choices, media if files else (), petition=case.id, card=unit.now)


def replaced(newer: Letter, message: int) -> Letter:
    """Return what stands where a card stood once a newer one has come: only of which petition it was."""
    about = next(line for line in newer.lines if line.key == _ABOUT)
    return Letter((Line("body-card-replaced", about.args),), renews=message)


async def renew_cards(
    unit: Unit, office: Office, case: Case, body: str, when: When = AT_ONCE, but: Collection[int] = ()
) -> None:
    """Put the card as it stands now in the place of each that a body has before it, `but` in these chats."""
    for contact, message in await unit.shown.of_body(case.id, body):
        if contact not in but:
            card = await _card_of(unit, office, case, body, contact)
            await deliver(unit, [contact], replace(card, renews=message), case.id, when)


async def renew_all_cards(unit: Unit, office: Office, case: Case, when: When = AT_ONCE) -> None:
    """Let the newest cards of all its bodies say how a petition stands."""
    for body in {one.body for one in case.referrals}:
        await renew_cards(unit, office, case, body, when)


async def catch_up(unit: Unit, office: Office, code: str, contact: int, message: int) -> None:
    """Put the card as it stands now in the place of one that came later than what it says."""
    case = await unit.petitions.load(code)
    for body in {one.body for one in case.referrals} if case else ():
        if case and (contact, message) in await unit.shown.of_body(case.id, body):
            card = await _card_of(unit, office, case, body, contact)
            await deliver(unit, [contact], replace(card, renews=message), case.id)


async def hand_over(
    unit: Unit, office: Office, case: Case, body: str, when: When = AT_ONCE, *, files: bool = False
) -> None:
    """Give a body a card of a case; those in other chats say the same."""
    told = await give_card(unit, office, case, body, when, files=files)
    await renew_cards(unit, office, case, body, when, but=told)


async def give_card(
    unit: Unit,
    office: Office,
    case: Case,
    body: str,
    when: When = AT_ONCE,
    *,
    files: bool = False,
    evidence: tuple[int, ...] = (),
) -> list[int]:
    """Send a card, with the resident's files or evidence, to a body's group or officers; return their chats."""
    told = await unit.groups.or_officers(body)
    for contact in told:
        card = await _card_of(unit, office, case, body, contact, files=files)
        await deliver(unit, [contact], replace(card, media=evidence or card.media), case.id, when)
    return told


async def _card_of(
    unit: Unit, office: Office, case: Case, body: str, contact: int, *, files: bool = False
) -> Letter:
    """Return the card for a chat: a group's has what anybody of the body can do, an officer's what they can."""
    reader = (await unit.people.contact(contact)).person
    return await body_card(unit, office, case, body, reader=reader, files=files)


async def tell_ended(
    unit: Unit, office: Office, case: Case, body: str, key: str, when: When = AT_ONCE, **facts: Value
) -> None:
    """Tell a body that a case is its matter no more: its cards say so too and keep no word of the matter."""
    await renew_cards(unit, office, case, body, when)
    await tell_body(unit, body, ended(case, key, **facts), case.id, when)


def share_shown(case: Case, body: str) -> Referral:
    """Return the newest share of a body: the one in hand, else the one that ended last."""
    mine = [one for one in case.referrals if one.body == body]
    return next((one for one in reversed(mine) if one.open), mine[-1])


async def colleagues(unit: Unit, body: str) -> dict[int, Held]:
    """Return the officers of a body with the role by which they are named."""
    held = [one.person for one in await unit.people.grants_held() if one.role in OF_BODY and one.body == body]
    named = await unit.people.names(held, OF_BODY)
    return {person: named[person] for person in held}


async def _heads(unit: Unit, body: str) -> frozenset[int]:
    held = await unit.people.grants_held()
    return frozenset(one.person for one in held if one.role is Role.BODY_HEAD and one.body == body)


def _shown(history: Sequence[Entry], on_top: Entry | None, earlier: Sequence[Entry]) -> list[Entry]:
    """Return what the card says in full below its headline."""
    left_out = {entry.position for entry in (*earlier, *((on_top,) if on_top else ()))}
    return [entry for entry in history if entry.position not in left_out]


def _in_short(office: Office, case: Case, earlier: Sequence[Entry]) -> Iterable[Line]:
    """Say in a line each what was superseded, so that what is to be done now stays on one screen of a phone."""
    if earlier:
        yield Line("card-earlier")
    times: Counter[tuple[str, str]] = Counter()
    for entry in earlier:
        body, key = entry.facts.get("body", case.lead), f"earlier-{entry.act}"
        times[body, key] += 1
        facts: dict[str, Value] = {"n": times[body, key], "at": moment(entry.at)}
        if body == case.lead:
            yield fact(key, **facts)
        else:
            yield fact("earlier-of", step=word(key, **facts), body=body_name(office, body))


def _name(history: Sequence[Entry], shown: NameShown) -> Iterable[Line]:
    """Show the name that the body may read; that there is one which only the office knows is not for it either."""
    if shown is NameShown.BODY:
        return name(history, shown)
    return (fact("card-name-unshown"),)


async def _clerk(unit: Unit, share: Referral) -> Iterable[Line]:
    if share.clerk_id is None or not share.open:
        return ()
    called = await colleagues(unit, share.body)
    return (fact("card-clerk", officer=officer_name(share.clerk_id, called)),)


async def _said_of_the_day(unit: Unit, body: str, shown: Sequence[Entry]) -> list[Line]:
    """Say who of the body reported, and when, that it will not be carried out in time."""
    said = [one for one in shown if one.act == Act.NOTE and one.content and one.facts.get("body") == body]
    named = await colleagues(unit, body) if said else {}
    who = {one.position: officer_name(one.actor or 0, named) for one in said}
    return [
        Line("card-late", {**(one.content or {}), "who": who[one.position], "at": moment(one.at)}) for one in said
    ]


async def ways_on(unit: Unit, office: Office, case: Case, body: str) -> Letter:
    """Say of words that went nowhere what is expected of the body now, with what it can press."""
    history = await unit.petitions.history(case, Audience.BODY)
    share = share_shown(case, body)
    choices = await _choices(unit, office, case, body, None)
    verbs = {button.verb for row in choices for button in row}
    lines = (
        Line("reply-not-taken", {"code": show_code(case.code)}),
        *headline(office, case, share, history, unit.now),
        Line("reply-ways-on" if choices else "reply-ways-none"),
        *((Line("carry-later"),) if "carry" in verbs else ()),
    )
    return Letter(lines, choices, petition=case.id)


async def _choices(
    unit: Unit,
    office: Office,
    case: Case,
    body: str,
    reader: int | None,
    opens: Sequence[Choice] = (),
) -> Rows:
    """Return what the body, or its one reader, can do now by the rules, in the order of the table, and `opens`."""
    heads = await _heads(unit, body) if case.at_work else frozenset()
    gives = bool(heads) if reader is None else reader in heads
    roles = OF_BODY if gives else {Role.BODY_OFFICER}
    # Nobody in particular, but no clock either: what the group can do, or its one reader.
    actor = Actor(reader or 0, frozenset(Grant(role, body) for role in roles))
    verbs = [verb for act, verb in _BUTTONS if may(case, act, actor, unit) and _lawful(office, case, act)]
    buttons = [choice(f"button-{verb}", verb, case.code, str(case.entries)) for verb in verbs]
    leading = [one for one in buttons if one.verb in _LEADING]
    away = [one for one in buttons if one.verb in _AWAY]
    others = [one for one in buttons if one not in (*leading, *away)]
    return (*column(leading), *grid([*others, *opens]), *column(away))


def _lawful(office: Office, case: Case, act: Act) -> bool:
    return act is not Act.EXTEND or movable(office, case)
