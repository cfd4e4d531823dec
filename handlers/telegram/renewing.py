"""Letters of this chat that say what has become of what they asked for; the desk renews those of other chats."""

from collections.abc import Sequence

from desk.letter import Letter
from handlers.telegram.replies import Reply, Show
from handlers.telegram.turn import Turn


def own(turn: Turn, told: Sequence[tuple[int, int]], stands: Letter, but: int) -> list[Reply]:
    """Put a letter as it stands now in the place of the messages by which this chat was `told`, but for one."""
    here = [message for contact, message in told if contact == turn.who.contact and message != but]
    return [Show(stands, message) for message in here]


def pressed(turn: Turn) -> int:
    """Return the message whose button was pressed."""
    message = turn.pressed.message
    return message.message_id if message else 0
