"""Whatever no conversation takes: kinds of messages we do not use, old buttons, strangers in groups."""

from desk.letter import say
from handlers.telegram.body_group import anonymous, replied
from handlers.telegram.gatekeeping import stale
from handlers.telegram.on import IDLE, Said, answered_by
from handlers.telegram.turn import Turn
from petitions.codes import find_code


async def unsupported(turn: Turn) -> Said:
    """Answer politely to a kind of message that means nothing at this step."""
    return say(_unsupported(turn) if turn.step else "unsupported")


async def place(turn: Turn) -> Said:
    """Say when a place is asked for: by itself it tells nobody what happened there."""
    return say("unsupported-here" if turn.step else "place-later")


async def card(turn: Turn) -> Said:
    """Decline a shared contact: nobody's number is needed, and somebody else's is not theirs to give."""
    contact, user = turn.message.contact, turn.update.effective_user
    own = contact is not None and user is not None and contact.user_id == user.id
    return say("contact-own" if own else "contact-of-another")


async def unknown_command(turn: Turn) -> Said:
    """Name the way to the list of commands."""
    return say("unknown-command")


async def old_button(turn: Turn) -> Said:
    """Answer the press of a button that belongs to no step or was made by an earlier version."""
    return stale(turn)


async def in_group(turn: Turn) -> Said:
    """Answer a command or a reply to the bot in a group that nobody's conversation expects; else be silent."""
    if anonymous(turn):
        return say("anonymous-admin")
    if turn.text.startswith("/"):
        return say("group-help")
    to = answered_by(turn.message)
    if to is None or _told_of_album(turn):
        return None
    if turn.step:
        return say(_unsupported(turn))
    return await replied(turn, find_code(to.text or to.caption or ""))


def _unsupported(turn: Turn) -> str:
    """Return the key that says what a step takes: where words are asked for, no file, nor words beside one."""
    return "words-only-here" if (turn.step or "").startswith("words.") else "unsupported-here"


def _told_of_album(turn: Turn) -> bool:
    """Tell whether an earlier part of the same album was answered; remember this one where it is the first."""
    if turn.message.media_group_id is None or turn.visitor is None:
        return False
    known = turn.of_known_album
    turn.go(turn.step or IDLE)
    return known
