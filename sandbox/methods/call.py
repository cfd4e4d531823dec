"""What every method needs: the caller, its arguments, and the chat and messages they name."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sandbox.arguments import Arguments
from sandbox.bots import Bot
from sandbox.errors import ApiError, bad_request, forbidden
from sandbox.model import Chat, Message
from sandbox.state import World


@dataclass(frozen=True)
class Call:
    """One call of a method by a bot; `hosts` are the names that plain-http webhooks may have."""

    world: World
    bot: Bot
    arguments: Arguments
    hosts: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RawJson:
    """A result that is JSON text already."""

    text: str


@dataclass(frozen=True)
class Described:
    """A result with a sentence beside it."""

    result: object
    description: str


Method = Callable[[Call], Any | Awaitable[Any]]


def find_chat(call: Call) -> Chat:
    """Return the chat that `chat_id` names, whether or not the bot is in it.

    Raises:
        ApiError: 400 when there is none.

    """
    text = call.arguments.text("chat_id").strip()
    if not text:
        raise bad_request("chat_id is empty")
    return known_chat(call, text)


def known_chat(call: Call, text: str) -> Chat:
    """Return the chat of an id; a person who never wrote and is in no group of the bot is not known to it.

    Raises:
        ApiError: 400 when there is none.

    """
    chat_id = int(text) if re.fullmatch(r"-?\d+", text) else 0
    chat = call.world.chat(call.bot, chat_id)
    if chat is None or not begun(chat):
        chat = acquaintance(call, chat_id)
    if chat is None or call.bot.id not in chat.members:
        raise bad_request("chat not found")
    return chat


def begun(chat: Chat) -> bool:
    """Tell whether a bot may write: into a private chat not before its person has."""
    return not chat.private or bool(chat.messages)


def acquaintance(call: Call, user_id: int) -> Chat | None:
    """Return the empty chat with somebody whom the bot knows from a group, None for a stranger."""
    account = call.world.accounts.get(user_id)
    groups = (chat for chat in call.world.chats.values() if not chat.private)
    met = any(group.has(user_id) and group.has(call.bot.id) for group in groups)
    return call.world.private_chat(call.bot, account) if account and met else None


def writable_chat(call: Call) -> Chat:
    """Return the chat that `chat_id` names, if the bot may write there.

    Raises:
        ApiError: 400 or 403 with Telegram's reason.

    """
    chat = find_chat(call)
    if chat.migrated_to:
        parameters = {"migrate_to_chat_id": chat.migrated_to}
        raise ApiError(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters)
    if not begun(chat):
        raise forbidden("bot can't initiate conversation with a user")
    if chat.private and not chat.has(chat.id):
        raise forbidden("user is deactivated")
    if chat.has(call.bot.id):
        return chat
    if chat.private:
        raise forbidden("bot was blocked by the user")
    place = f"{chat.type} chat"
    if chat.members[call.bot.id] == "kicked":
        raise forbidden(f"bot was kicked from the {place}")
    raise forbidden(f"bot is not a member of the {place}")


def find_message(call: Call, chat: Chat, verb: str) -> Message:
    """Return the message that `message_id` names.

    Raises:
        ApiError: 400 `message to <verb> not found`.

    """
    message = chat.living(call.arguments.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    return message


def replied_message(call: Call, chat: Chat) -> int:
    """Return the id of the message that is replied to, 0 for none.

    Raises:
        ApiError: 400 when it does not exist and must.

    """
    parameters = call.arguments.parsed("reply_parameters", "reply parameters") or {}
    if not isinstance(parameters, dict):
        raise bad_request("can't parse reply parameters JSON object")
    source = Arguments(parameters) if parameters else call.arguments
    message_id = source.integer("message_id" if parameters else "reply_to_message_id")
    if not message_id or chat.living(message_id):
        return message_id
    if source.flag("allow_sending_without_reply"):
        return 0
    raise bad_request("message to be replied not found")
