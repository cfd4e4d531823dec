"""A competent body at work, in its bound group or its officer's own chat.

card ──► accept | words.return | words.bodyask | gather.answer ──► (waits for sign-off)
/bind CODE binds a group, and one that nobody binds is left after a day; /tasks lists what the body has in hand
"""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from telegram import ChatMember

from desk import answering, deadlines, extending, following_up, groups, reading, weighing
from desk.body_cards import VERBS, body_card, ways_on
from desk.letter import (
    Choice,
    Letter,
    Line,
    Rows,
    Value,
    body_name,
    case_choice,
    choice,
    column,
    date,
    limit,
    say,
    word,
)
from desk.office import Office
from desk.perform import Doing
from desk.records import QueueLine, Unit
from handlers.telegram.on import Said
from handlers.telegram.questions import stand
from handlers.telegram.renewing import pressed
from handlers.telegram.replies import Show
from handlers.telegram.turn import CHANNEL, Turn
from petitions.case import Case, Status
from petitions.codes import show_code
from petitions.following_up import names_day
from petitions.kinds import Result
from petitions.text import clean
from petitions.workflow import Act, share_of

_LEAST = 3
"""Words of a reply that may be news of a promised day: fewer only say that it was read."""
ANONYMOUS = 1087968824
"""The account behind which anonymous administrators of a group write."""


async def accept(turn: Turn) -> Said:
    """Accept a referral; the card shows the next buttons and the date."""
    case = await answering.accept(turn.unit, turn.office, turn.doing())
    share = share_of(case, turn.actor)
    assert share is not None  # noqa: S101 - it was accepted just now
    assert share.due_at is not None  # noqa: S101 - acceptance sets it
    await tell_group(turn, case, share.body, "done-accepted")
    told = Line("done-accepted", {"code": show_code(case.code), "due": date(share.due_at)})
    return [turn.toast(told), await _renewed(turn, case, pressed(turn))]


async def refreshed(turn: Turn, verb: str, code: str, card: int) -> Show | None:
    """Return the body's card as it stands after an act that began on one, None for acts of all others."""
    case = await reading.of_body(turn.unit, turn.actor, code) if verb in VERBS else None
    return await _renewed(turn, case, card) if case else None


async def _renewed(turn: Turn, case: Case, card: int) -> Show:
    """Renew the newest card: it may have come below the one on which the act began."""
    newest = await reading.card_to_renew(turn.unit, turn.who.here, case)
    return Show(await _own_card(turn, case), max(card, newest or 0))


async def _own_card(turn: Turn, case: Case) -> Letter:
    reader = turn.actor.person if turn.private else None
    return await body_card(turn.unit, turn.office, case, reading.body_of(turn.actor, case), reader=reader)


async def tasks(turn: Turn) -> Said:
    """List what the actor's bodies have in hand, then what they have yet to carry out, the first due first."""
    lines: list[Line] = []
    buttons: list[Choice] = []
    carrying = await following_up.tasks(turn.unit, turn.actor)
    for body, mine in (await reading.tasks(turn.unit, turn.actor)).items():
        if mine or not carrying.get(body):
            lines.append(Line("tasks-head", {"body": body_name(turn.office, body), "count": len(mine)}))
        lines += (_row(one, body, turn.now) for one in mine)
        buttons += [case_choice("task", one) for one in mine]
    for body, owed in carrying.items():
        if owed:
            lines.append(Line("tasks-carry", {"body": body_name(turn.office, body), "count": len(owed)}))
        lines += (_row(one, body, turn.now) for one in owed)
        buttons += [case_choice("task", one) for one in owed]
    return Letter(tuple(lines), column(buttons[:PAGE]))


async def task(turn: Turn) -> Said:
    """Show the card of a case that the actor's body has in hand."""
    return await reading.task(turn.unit, turn.office, turn.actor, turn.args[0], private=turn.private)


async def whole(turn: Turn) -> Said:
    """Show the same card with every word, also of what was superseded."""
    return await reading.task(turn.unit, turn.office, turn.actor, turn.args[0], private=turn.private, whole=True)


async def bind(turn: Turn) -> Said:
    """Bind this group to the body that the code names."""
    if anonymous(turn):
        return say("anonymous-admin")
    if len(turn.typed) != 1:
        return say("bind-usage")
    body = await groups.bind(turn.unit, turn.office, CHANNEL, str(turn.chat), turn.who.actor, turn.typed[0])
    return say("bound", body=body_name(turn.office, body))


async def joined_or_left(turn: Turn) -> Said:
    """Say what to do when the bot is added to a group; take the binding away when it is removed."""
    change = turn.update.my_chat_member
    assert change is not None  # noqa: S101 - the route lets only these come here
    if change.new_chat_member.status in {ChatMember.LEFT, ChatMember.BANNED}:
        await groups.put_out(turn.unit, turn.office, CHANNEL, str(turn.chat))
        return None
    return await unbound(turn)


async def unbound(turn: Turn) -> Said:
    """Say once in a group that is bound to no body what to do; then be silent, but for commands of officers."""
    new = await groups.joined(turn.unit, CHANNEL, str(turn.chat))
    return say("group-hello", bot=turn.update.get_bot().username) if new else None


async def helped_elsewhere(turn: Turn) -> Said:
    """Say to an officer who types a command in such a group where the work can be done, and how to bind it."""
    if greeting := await unbound(turn):
        return greeting
    return Letter((Line("group-not-bound"), Line("group-to-bind")))


def of_officer(turn: Turn) -> bool:
    """Tell whether somebody with a role writes."""
    return turn.visitor is not None and bool(turn.visitor.actor.grants)


async def moved(turn: Turn) -> Said:
    """Follow a group that was upgraded to a supergroup."""
    new = turn.message.migrate_to_chat_id
    if new:
        await groups.moved(turn.unit, CHANNEL, str(turn.chat), str(new))
    return None


async def unsigned(turn: Turn) -> Said:
    """Ask an anonymous administrator to act under their own account."""
    return say("anonymous-admin")


async def replied(turn: Turn, code: str | None) -> Said:
    """Say to whoever replies to a message about a petition that nothing was recorded, and what they can do."""
    if turn.visitor is None or not turn.actor.grants:
        return say("reply-of-stranger")
    case = await reading.of_body(turn.unit, turn.actor, code) if code else None
    if case is None:
        return Letter((Line("reply-nowhere"), Line("group-help")))
    typed = clean(turn.text)
    if len(typed.split()) >= _LEAST and await reading.can(turn.unit, turn.doing_with(case.code), Act.NOTE):
        return _offered(turn, case, typed)
    return await ways_on(turn.unit, turn.office, case, reading.body_of(turn.actor, case))


def _offered(turn: Turn, case: Case, typed: str) -> Letter:
    """Ask whether what was written of a promised day goes to the office, which sets that day, or is the report.

    Words that name no day to come are no word about a delay.
    """
    stand(turn, "words.late", case)
    turn.go("words.late", typed=typed)
    dated = names_day(typed, turn.now, turn.office.programme.calendar)
    sends = choice("button-send-office", "worded", "late")
    reports = choice("button-carry", "carry", case.code, str(case.entries))
    shown = Line("late-offered" if dated else "carry-offered", {"code": show_code(case.code), "words": typed})
    # What was written stands in the group: nothing is lost by it that would be asked about.
    rows = column((sends if dated else reports, choice("button-cancel", "cancelled")))
    return Letter((shown,), rows, petition=case.id)


def anonymous(turn: Turn) -> bool:
    """Tell whether somebody writes as the group: nobody knows who that is."""
    user = turn.update.effective_user
    return user is not None and user.id == ANONYMOUS


def worded(act: Callable[[Unit, Office, Doing, str], Awaitable[Case]], key: str) -> Callable[..., Awaitable[Said]]:
    """Make what a wording of the body does."""

    async def do(turn: Turn, doing: Doing, words: str) -> Said:
        case = await act(turn.unit, turn.office, doing, words)
        return await _done(turn, case, key)

    return do


async def more(turn: Turn, doing: Doing, words: str) -> Said:
    """Ask for more time; the body reads how its days were counted."""
    case = await extending.extend(turn.unit, turn.office, doing, words)
    return await _done(turn, case, "done-more", **deadlines.wanted(turn.office, case))


async def movable(turn: Turn, code: str) -> Rows:
    """Ask for no words about more time where the law gives none. Raises: Refusal, as `deadlines.check_movable`."""
    case = await reading.check(turn.unit, turn.doing_with(code), Act.EXTEND)
    deadlines.check_movable(turn.office, case)
    return ()


async def readable(turn: Turn, words: str) -> None:
    """Let only words pass that ask for more time that could be granted. Raises: Refusal, as `Office.requested`."""
    case = await reading.check(turn.unit, turn.doing_with(turn.value("code")), Act.EXTEND)
    turn.office.requested(case, deadlines.asking(case.lead_referral), words)


async def advised(turn: Turn, words: str, media: tuple[int, ...]) -> Sequence[Line]:
    """Show the answer as it stands, and say what it lacks."""
    return await weighing.advice(turn.unit, turn.office, turn.doing_with(turn.value("code")), words, media)


async def again(turn: Turn) -> tuple[Letter | None, Sequence[Line]]:
    """Quote an answer that was sent back, and say that the new one goes without it."""
    return await weighing.to_answer_again(turn.unit, turn.doing())


async def part_shown(turn: Turn, words: str, _media: tuple[int, ...]) -> Sequence[Line]:
    """Show the part as it stands."""
    return await weighing.part_so_far(turn.unit, turn.doing_with(turn.value("code")), words)


async def results(turn: Turn) -> Rows:
    """Make the buttons that send the lead's answer, one for each result that it can have."""
    offered = await answering.results(turn.unit, turn.doing_with(turn.value("code")))
    return column(
        [choice("button-send-as", "gathered", "answer", one, result=word(f"result-{one}")) for one in offered]
    )


async def answered(turn: Turn, doing: Doing, words: str, media: tuple[int, ...]) -> Said:
    """Hand the body's answer, with the result that was pressed, to the senior officer."""
    result = Result(turn.args[1]) if len(turn.args) > 1 else None
    case = await answering.answer(turn.unit, turn.office, doing, words, media, result)
    signed = case.status is Status.WAITING_SIGN_OFF
    return turn.show(await _done(turn, case, "done-answered" if signed else "done-answered-lead"))


async def parted(turn: Turn, doing: Doing, words: str, media: tuple[int, ...]) -> Said:
    """Keep a part of the body's answer."""
    case = await answering.part(turn.unit, turn.office, doing, words, media)
    return turn.show(await _done(turn, case, "done-part"))


async def tell_group(turn: Turn, case: Case, body: str, key: str, **facts: Value) -> None:
    """Tell the body's group what its officer did in the private chat, where no colleague reads it."""
    if turn.private:
        did = word(f"did-{key.removeprefix('done-')}", **facts)
        await groups.tell(turn.unit, turn.office, case, body, turn.who.person, did)


async def _done(turn: Turn, case: Case, key: str, **facts: Value) -> Letter:
    """Say what was done, with the way back to the card while the body has a share in hand."""
    await tell_group(turn, case, reading.body_of(turn.actor, case), key)
    back = choice("button-card", "task", case.code)
    said = Line(key, {"code": show_code(case.code), **facts})
    return Letter((said,), ((back,),) if share_of(case, turn.actor) else ())


def _row(line: QueueLine, body: str, now: datetime) -> Line:
    facts: dict[str, Value] = {
        "code": show_code(line.code),
        "field": word(f"field-{line.field}"),
        "due": limit(line.due_at, now) if line.due_at else word("not-accepted-yet"),
    }
    if line.lead != body:
        return Line("tasks-row-with", facts)
    return Line("tasks-row" if line.accepted or not line.due_at else "tasks-row-accept", facts)


PAGE = 10
