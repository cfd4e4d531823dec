"""The edit of a message: one that went into a petition is added to it as a new version; nothing is overwritten."""

from desk import filing, reading, residents
from desk.letter import Letter, say
from handlers.telegram.gatekeeping import danger_letter, turned_away
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn
from petitions.codes import show_code
from petitions.gate import Gate
from petitions.refusal import Refusal
from petitions.text import clean, has_words
from petitions.workflow import Act


async def edited(turn: Turn) -> Said:
    """Keep what a message was changed to beside what it was; say so, also where it changes nothing."""
    message = turn.update.edited_message
    assert message is not None  # noqa: S101 - the route lets only edits come here
    code = await residents.petition_of(turn.unit, turn.who.contact, message.message_id)
    if code is None:
        return say("edit-not-taken") if turn.draft else None
    typed = clean(message.text or message.caption or "")
    gates = filing.stops(turn.office, [typed])
    if Gate.DENUNCIATION in gates:
        return await turned_away(turn, message.message_id)
    danger = [await danger_letter(turn, typed)] if Gate.EMERGENCY in gates else []
    return [*danger, *await _kept(turn, code, typed)]


async def _kept(turn: Turn, code: str, typed: str) -> list[Letter]:
    doing = turn.doing_with(code)
    try:
        await reading.check(turn.unit, doing, Act.SUPPLY)
    except Refusal:
        return [say("edit-too-late", code=show_code(code))]
    new = has_words(typed) and await residents.revise(turn.unit, turn.office, doing, typed)
    return [say("edit-kept", code=show_code(code))] if new else []
