"""Which buttons a turn has answered: a question that is answered keeps none, so that nobody presses them later."""

from collections.abc import Iterator

from desk.letter import Rows, column
from desk.records import Draft
from handlers.telegram.pressing import standing
from handlers.telegram.replies import Send, Settle, Show
from handlers.telegram.turn import Turn

_STAYS = {"gather.remark": "rate"}
"""Verbs of buttons that bring a petition back while something is written of it, by the step."""


def answered(turn: Turn) -> list[Settle]:
    """Return which messages of the conversation lose their buttons: it has ended, or asks the next thing."""
    visitor = turn.visitor
    if visitor is None or visitor.draft is None or not (turn.moved and _asks(turn)):
        return []
    shown = {reply.message for reply in turn.replies if isinstance(reply, Show | Settle)}
    asking = [message for message in dict.fromkeys(_asking(turn, visitor.asked)) if message not in shown]
    return [Settle(one, _staying(visitor.draft) if one == visitor.asked else ()) for one in asking]


def _staying(draft: Draft) -> Rows:
    """Return the buttons of the question that stood last which it tells to press whatever else is done."""
    stays = _STAYS.get(draft.step)
    return column([one for one in standing(draft) if one.verb == stays])


def _asks(turn: Turn) -> bool:
    letters = (reply.letter for reply in turn.replies if isinstance(reply, Send | Show))
    return turn.draft is None or any(letter.choices for letter in letters)


def _asking(turn: Turn, asked: int | None) -> Iterator[int]:
    """Yield the question that stood last, and the one whose old button has just ended the conversation."""
    if asked is not None:
        yield asked
    query = turn.update.callback_query
    if turn.draft is None and query and query.message:
        yield query.message.message_id
