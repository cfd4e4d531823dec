"""The edit of a message: in what is still being written it takes the place of its words.

One that went into a petition is added to it as a new version; nothing is overwritten. What a body has sent stays.
"""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Message

from desk import filing, reading, residents
from desk.letter import Letter, Line, say
from handlers.telegram.advice import still_named
from handlers.telegram.filing import unfit_words
from handlers.telegram.gatekeeping import danger_letter, guarded, turned_away
from handlers.telegram.joining import beside
from handlers.telegram.on import Said, answered_by
from handlers.telegram.questions import NAME_TYPED, OFFER, ORDER, TO_OWN, WORDS, ask
from handlers.telegram.turn import Turn
from petitions.codes import find_code, show_code
from petitions.gate import Gate
from petitions.refusal import Refusal
from petitions.text import clean, has_words
from petitions.workflow import Act

_FILING = {*ORDER, NAME_TYPED}
_WRITING = {*_FILING, OFFER, *TO_OWN}
"""Steps of a resident at which what was said before can still be changed."""


async def edited(turn: Turn) -> Said:
    """Keep what a message was changed to beside what it was; say so, also where it changes nothing."""
    message = turn.update.edited_message
    assert message is not None  # noqa: S101 - the route lets only edits come here
    code = await residents.petition_of(turn.unit, turn.who.contact, message.message_id)
    if code is None:
        return await _rewritten(turn, message)
    typed = clean(message.text or message.caption or "")
    gates = filing.stops(turn.office, [typed])
    if Gate.DENUNCIATION in gates:
        return await turned_away(turn, message.message_id)
    danger = [await danger_letter(turn, typed)] if Gate.EMERGENCY in gates else []
    return [*danger, *await _kept(turn, code, typed)]


def of_officer(rewritten: Callable[[Turn], Awaitable[Said]]) -> Callable[[Turn], Awaitable[Said]]:
    """Make the edit of what an officer is writing; another message of theirs is an edit like any other."""

    async def do(turn: Turn) -> Said:
        return await rewritten(turn) or await (edited(turn) if turn.private else in_group(turn))

    return do


async def in_group(turn: Turn) -> Said:
    """Say to an officer who edits what was sent that it stays, and what to do; the rest is for one another."""
    message = turn.update.edited_message
    to = answered_by(message) if message else None
    code = find_code(to.text or to.caption or "") if to else None
    case = await reading.of_body(turn.unit, turn.actor, code) if code and turn.visitor else None
    return say("edit-of-sent", code=show_code(case.code)) if case else None


async def _rewritten(turn: Turn, message: Message) -> Said:
    """Put the words of an edited message in the place of what they were, and ask again what was asked."""
    step, said_in, words = turn.step or "", list(turn.value("said_in", ())), list(turn.value("words", ()))
    if message.message_id not in said_in or step not in _WRITING:
        return _not_taken(turn)
    place, typed = said_in.index(message.message_id), clean(message.text or message.caption or "")
    others = [*words[:place], *words[place + 1 :]]
    wrong = unfit_words(others, typed, file=False)
    if wrong:
        return wrong
    turn.go(step, words=others)
    stopped = await guarded(turn, others, typed)
    if stopped:
        return stopped
    now = [*words[:place], typed, *words[place + 1 :]]
    turn.go(step, words=now, about=still_named(turn, now))
    return await beside(_asked_again)(turn) if step in _FILING else say("edit-taken")


def _not_taken(turn: Turn) -> Letter | None:
    """Say what an edit of another message leads to: whoever works here may have sent its words."""
    if turn.draft:
        return say("edit-not-taken")
    if not turn.actor.grants:
        return None
    return say("edit-of-sent-desk" if turn.actor.at_desk() else "edit-of-sent-own")


async def _asked_again(turn: Turn) -> Letter:
    letter = ask(turn, turn.step or WORDS)
    return replace(letter, lines=(Line("edit-taken"), *letter.lines))


async def _kept(turn: Turn, code: str, typed: str) -> list[Letter]:
    doing = turn.doing_with(code)
    try:
        await reading.check(turn.unit, doing, Act.SUPPLY)
    except Refusal:
        return [say("edit-too-late", code=show_code(code))]
    new = has_words(typed) and await residents.revise(turn.unit, turn.office, doing, typed)
    return [say("edit-kept", code=show_code(code))] if new else []
