"""Following up in the chat until an answer is carried out.

card ──► words.follow ──► days | a date, and what is to be done ──► (the body has its card)
body's card, or its reply to a letter ──► words.late ──► (the office reads why, and may set another day)
body's card ──► gather.carry ──► (the senior officer reads it) ──► confirm | words.follow, with what is missing
"""

from collections.abc import Awaitable, Callable, Sequence

from desk import following_up, reading
from desk.letter import Letter, Line, Rows, choice, date
from desk.perform import Doing
from handlers.telegram.body_group import tell_group
from handlers.telegram.deciding import decided
from handlers.telegram.on import Said
from handlers.telegram.signing_off import own_letters
from handlers.telegram.turn import Turn
from petitions.codes import show_code
from petitions.following_up import names_day, read_term
from petitions.refusal import Refusal
from petitions.workflow import Act

DAYS = ("15", "30", "60")
"""Working days that a button offers."""


async def offered(_turn: Turn, _code: str) -> Rows:
    """Offer the usual numbers of working days."""
    return (tuple(choice("button-within", "within", days, days=days) for days in DAYS),)


async def readable(turn: Turn, words: str) -> None:
    """Let only words pass that name a day to come. Raises: Refusal, as `read_term` and `Term.ends`."""
    calendar = turn.office.programme.calendar
    read_term(words, turn.now.astimezone(calendar.zone).date()).ends(turn.now, calendar)


async def dated(turn: Turn, words: str) -> None:
    """Let only words pass by which the office can set a day. Raises: Refusal `late-undated`."""
    if not names_day(words, turn.now, turn.office.programme.calendar):
        raise Refusal("late-undated")


async def followed(turn: Turn, doing: Doing, words: str) -> Said:
    """Set until when, and say that date, and whether the body hears of it here."""
    case = await following_up.follow_up(turn.unit, turn.office, doing, words)
    reached = await reading.reached(turn.unit, case.lead or "")
    key = "done-followed-up" if reached else "done-followed-up-unreached"
    return decided(turn, key, case, due=date(case.carry_due) if case.carry_due else "")


def within(say_words: Callable[[Turn, str], Awaitable[Said]]) -> Callable[[Turn], Awaitable[Said]]:
    """Make the act that answers with a number of days as if it had been typed."""

    async def send(turn: Turn) -> Said:
        return await say_words(turn, turn.args[0])

    return send


async def advised(turn: Turn, words: str, media: tuple[int, ...]) -> Sequence[Line]:
    """Show the report as it stands, and say what it lacks."""
    return await following_up.advice(turn.unit, turn.office, turn.doing_with(turn.value("code")), words, media)


async def again(turn: Turn) -> tuple[Letter | None, Sequence[Line]]:
    """Quote a report that was sent back, and say that the new one goes without it."""
    quoted = await following_up.to_report_again(turn.unit, turn.doing())
    return quoted, ((Line("ask-carried-again"),) if quoted else ())


async def reported(turn: Turn, doing: Doing, words: str, media: tuple[int, ...]) -> Said:
    """Hand the body's report to the senior officer."""
    case = await following_up.carry_out(turn.unit, turn.office, doing, words, media)
    await tell_group(turn, case, reading.body_of(turn.actor, case), "done-carried")
    back = choice("button-card", "task", case.code)
    return turn.show(Letter((Line("done-carried", {"code": show_code(case.code)}),), ((back,),)))


async def late(turn: Turn, doing: Doing, words: str) -> Said:
    """Pass on what the body says of the promised day."""
    case = await following_up.late(turn.unit, turn.office, doing, words)
    await tell_group(turn, case, reading.body_of(turn.actor, case), "done-late")
    back = choice("button-card", "task", case.code)
    return turn.show(Letter((Line("done-late", {"code": show_code(case.code)}),), ((back,),)))


async def confirm(turn: Turn) -> Said:
    """Confirm that it was carried out."""
    case = await following_up.confirm(turn.unit, turn.office, turn.doing())
    return [decided(turn, "done-confirmed", case), *await own_letters(turn, case, Act.CARRY_OUT)]
