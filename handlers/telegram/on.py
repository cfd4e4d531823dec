"""How an act is bound to an update: a stock matcher of the library, the step as guard, an act that returns."""

import re
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from telegram import Message
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
)
from telegram.ext.filters import BaseFilter, MessageFilter, UpdateType

from desk.letter import Letter
from handlers.telegram.replies import Reply, Send
from handlers.telegram.turn import Turn
from petitions.codes import find_code

IDLE = ""
Said = Letter | Reply | Iterable[Letter | Reply] | None
Act = Callable[[Turn], Awaitable[Said]]
Matcher = BaseHandler[Any, Any, Any]


class On(BaseHandler[Turn, Any, None]):
    """Run `act` when the matcher takes the update, at one of the steps (any, where none is named).

    The step `IDLE` stands for: no conversation is going on.

    `private` True: only in private chats, False: only in groups, None: in both. `bound` False: only in groups that
    are bound to no body. `when` is asked last, of what the others let through.
    """

    def __init__(
        self,
        matcher: Matcher,
        act: Act,
        *at: str,
        private: bool | None = True,
        bound: bool | None = None,
        when: Callable[[Turn], bool] | None = None,
    ) -> None:
        super().__init__(_unused)
        self.matcher = matcher
        self.act = act
        self.at = frozenset(at)
        self.private = private
        self.bound = bound
        self.when = when

    def check_update(self, update: object) -> Any:
        """Return what the matcher found, None where the turn is not for this act."""
        if not isinstance(update, Turn):
            return None
        if self.at and (update.step or IDLE) not in self.at:
            return None
        if self.private is not None and update.private is not self.private:
            return None
        if self.bound is not None and update.bound is not self.bound:
            return None
        found = self.matcher.check_update(update.update)
        return None if found and self.when and not self.when(update) else found

    async def handle_update(self, update: Turn, application: Any, check_result: object, context: Any) -> None:
        """Run the act and keep what it says."""
        update.match = check_result
        update.replies.extend(listed(await self.act(update)))


class Dispatcher(Application[Any, Any, Any, Any, Any, Any]):
    """The library's dispatcher, except that an act's error is raised instead of logged away."""

    async def process_error(
        self, update: object, error: Exception, job: Any = None, coroutine: Any = None
    ) -> bool:
        """Raise the error, so that the unit rolls back and the update is delivered again."""
        raise error


def command(name: str) -> Matcher:
    """Match a command."""
    return CommandHandler(name, _unused)


def message(wanted: BaseFilter) -> Matcher:
    """Match a message (never an edit)."""
    return MessageHandler(wanted & UpdateType.MESSAGE, _unused)


def answered_by(message: Message) -> Message | None:
    """Return the message of the bot to which a message replies, None where it replies to no such one."""
    to = message.reply_to_message
    of_bot = to is not None and to.from_user is not None and to.from_user.id == message.get_bot().id
    return to if of_bot else None


def named_elsewhere(turn: Turn) -> str | None:
    """Return which petition a message replies about, None where it is the one being written of."""
    to = answered_by(turn.message)
    named = find_code(to.text or to.caption or "") if to else None
    return None if named == turn.value("code") else named


class _AnswersTheBot(MessageFilter):
    """Takes replies to the bot: what else officers write in a group is for one another, even if it is seen."""

    def filter(self, message: Message) -> bool:
        """Tell whether the message replies to one of the bot's."""
        return answered_by(message) is not None


def answer(wanted: BaseFilter) -> Matcher:
    """Match a message that replies to the bot (never an edit)."""
    return message(wanted & _AnswersTheBot())


def edit(wanted: BaseFilter) -> Matcher:
    """Match the edit of a message."""
    return MessageHandler(wanted & UpdateType.EDITED_MESSAGE, _unused)


def membership() -> Matcher:
    """Match a change of the bot's own membership."""
    return ChatMemberHandler(_unused, ChatMemberHandler.MY_CHAT_MEMBER)


def press(verb: str, *args: str) -> Matcher:
    """Match a button by its verb and the patterns of all its arguments; a forged or old one does not fit."""
    return CallbackQueryHandler(_unused, pattern=":".join(f"(?:{part})" for part in (verb, *args)) + r"\Z")


def any_press() -> Matcher:
    """Match any button."""
    return CallbackQueryHandler(_unused)


def one_of(values: Iterable[str]) -> str:
    """Return the pattern of an argument that is one of these values; of a set it is the same in every process."""
    return "|".join(sorted(map(re.escape, values)))


def listed(said: Said) -> Iterable[Reply]:
    """Return what an act says as replies."""
    if said is None:
        return []
    if isinstance(said, Letter):
        return [Send(said)]
    if isinstance(said, Iterable):
        return [Send(one) if isinstance(one, Letter) else one for one in said]
    return [said]


async def _unused(_update: Any, _context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Stand in for the callback that the library wants and that `On` replaces."""
