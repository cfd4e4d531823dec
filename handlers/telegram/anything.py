"""Whatever no conversation takes: kinds of messages we do not use, old buttons, strangers in groups."""

from desk.letter import say
from handlers.telegram.body_group import anonymous
from handlers.telegram.gatekeeping import stale
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn


async def unsupported(turn: Turn) -> Said:
    """Answer politely to a kind of message that means nothing at this step."""
    return say("unsupported-here" if turn.step else "unsupported")


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
    """Answer a command or a reply in a group that nobody's conversation expects."""
    if anonymous(turn):
        return say("anonymous-admin")
    return say("group-help") if turn.text.startswith("/") else None
