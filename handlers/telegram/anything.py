"""Whatever no conversation takes: kinds of messages we do not use, old buttons, strangers in groups."""

from desk.letter import say
from handlers.telegram.body_group import anonymous
from handlers.telegram.gatekeeping import stale
from handlers.telegram.on import Said
from handlers.telegram.turn import Turn


async def unsupported(turn: Turn) -> Said:
    """Answer politely to a kind of message that means nothing at this step."""
    return say("unsupported-here" if turn.step else "unsupported")


async def unknown_command(turn: Turn) -> Said:
    """Name the way to the list of commands."""
    return say("unknown-command")


async def old_button(turn: Turn) -> Said:
    """Answer the press of a button that belongs to no step or was made by an earlier version."""
    return stale(turn)


async def edited(turn: Turn) -> Said:
    """Say, while something is being written, that an edit changes nothing that was taken already."""
    return say("edit-not-taken") if turn.draft else None


async def in_group(turn: Turn) -> Said:
    """Answer a command or a reply in a group that nobody's conversation expects."""
    if anonymous(turn):
        return say("anonymous-admin")
    return say("group-help") if turn.text.startswith("/") else None
