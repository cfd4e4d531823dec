"""A competent body at work, in its bound group or its officer's own chat.

card ──► accept | words.return | words.bodyask | gather.answer ──► (waits for sign-off)
/bind CODE binds a group; /tasks lists what the body has in hand
"""

from collections.abc import Awaitable, Callable

from telegram import ChatMember

from desk import accounts, answering
from desk.cards import body_card
from desk.letter import Letter, Line, Value, body_name, choice, day, say, word
from desk.office import Office
from desk.perform import Doing
from handlers.telegram.on import Said
from handlers.telegram.turn import CHANNEL, Turn
from petitions.case import Case
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import OF_BODY
from storage.petitions import QueueLine
from storage.unit import Unit


async def accept(turn: Turn) -> Said:
    """Accept a referral; the card shows the next buttons and the date."""
    case = await answering.accept(turn.unit, turn.office, turn.doing())
    lead = case.lead_referral
    assert lead is not None  # noqa: S101 - it was accepted just now
    assert lead.due_at is not None  # noqa: S101 - acceptance sets it
    told = Letter((Line("done-accepted", {"code": show_code(case.code), "due": day(lead.due_at)}),))
    return [turn.show(await body_card(turn.unit, turn.office, case)), *([told] if turn.private else [])]


async def tasks(turn: Turn) -> Said:
    """List what the actor's bodies have in hand, the first due first."""
    bodies = {grant.body for grant in turn.actor.grants if grant.role in OF_BODY and grant.body}
    if not bodies:
        raise Refusal("refused-role")
    lines: list[Line] = []
    found: list[QueueLine] = []
    for body in sorted(bodies):
        mine = await turn.unit.petitions.queue_of_body(body)
        lines.append(Line("tasks-head", {"body": body_name(turn.office.body(body)), "count": len(mine)}))
        lines += map(_row, mine)
        found += mine
    buttons = tuple((choice("button-code", "task", one.code, code=show_code(one.code)),) for one in found[:PAGE])
    return Letter(tuple(lines), buttons)


async def task(turn: Turn) -> Said:
    """Show the card of a case that the actor's body has in hand."""
    case = await turn.unit.petitions.load(turn.args[0])
    if case is None:
        raise Refusal("unknown-code")
    if not any(turn.actor.holds(role, one.body) for role in OF_BODY for one in case.referrals):
        raise Refusal("refused-role")
    return await body_card(turn.unit, turn.office, case)


async def bind(turn: Turn) -> Said:
    """Bind this group to the body that the code names."""
    if len(turn.typed) != 1:
        return say("bind-usage")
    body = await accounts.bind_group(turn.unit, CHANNEL, str(turn.chat), turn.who.person, turn.typed[0])
    return say("bound", body=body_name(turn.office.body(body)))


async def joined_or_left(turn: Turn) -> Said:
    """Greet when the bot is added to a group; take the binding away when it is removed."""
    change = turn.update.my_chat_member
    assert change is not None  # noqa: S101 - the route lets only these come here
    known = await turn.unit.people.find_group(CHANNEL, str(turn.chat))
    if change.new_chat_member.status in {ChatMember.LEFT, ChatMember.BANNED}:
        if known:
            await turn.unit.people.mark_reachable(known[0], reachable=False)
        return None
    if known:
        await turn.unit.people.mark_reachable(known[0], reachable=True)
        return None
    return say("group-hello")


async def moved(turn: Turn) -> Said:
    """Follow a group that was upgraded to a supergroup."""
    known = await turn.unit.people.find_group(CHANNEL, str(turn.chat))
    new = turn.message.migrate_to_chat_id
    if known and new:
        await turn.unit.people.move_contact(known[0], CHANNEL, str(new))
    return None


def worded(act: Callable[[Unit, Office, Doing, str], Awaitable[Case]], key: str) -> Callable[..., Awaitable[Said]]:
    """Make what a wording of the body does."""

    async def do(turn: Turn, doing: Doing, words: str) -> Said:
        case = await act(turn.unit, turn.office, doing, words)
        return say(key, code=show_code(case.code))

    return do


async def answered(turn: Turn, doing: Doing, words: str, media: tuple[int, ...]) -> Said:
    """Hand the body's answer to the senior officer."""
    case = await answering.answer(turn.unit, turn.office, doing, words, media)
    return turn.show(say("done-answered", code=show_code(case.code)))


def _row(line: QueueLine) -> Line:
    facts: dict[str, Value] = {
        "code": show_code(line.code),
        "field": word(f"field-{line.field}"),
        "due": day(line.due_at) if line.due_at else word("not-accepted-yet"),
    }
    return Line("tasks-row", facts)


PAGE = 10
