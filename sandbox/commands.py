"""Command menus: the scopes in which a bot sets them, and which one a person sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sandbox.bots import Bot
from sandbox.errors import bad_request
from sandbox.model import Chat, JsonObject

WIDE_SCOPES: Final = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
CHAT_SCOPES: Final = ("chat", "chat_administrators", "chat_member")
MAX_COMMANDS: Final = 100
NAME: Final = re.compile(r"[a-z0-9_]{1,32}")
MAX_DESCRIPTION: Final = 256


def scope_key(kind: str, chat_id: int = 0, user_id: int = 0, language: str = "") -> str:
    """Return the name under which a bot's commands for a scope and language are kept."""
    return f"{kind}:{chat_id}:{user_id}:{language}"


def read_command(command: object) -> JsonObject:
    """Check one command of a menu; a leading slash is forgiven.

    Raises:
        ApiError: 400.

    """
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: Expected an Object")
    name = str(command.get("command", "")).removeprefix("/")
    description = str(command.get("description", "")).strip()
    if not NAME.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 0 < len(description) <= MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def menu(bot: Bot, chat: Chat, user_id: int, language: str) -> list[JsonObject]:
    """Return the commands that a person sees in a chat: those of the narrowest scope that has any."""
    for kind, chat_id, member in scopes(chat, user_id):
        for tongue in (language, ""):
            commands = bot.commands.get(scope_key(kind, chat_id, member, tongue))
            if commands:
                return commands
    return []


def scopes(chat: Chat, user_id: int) -> Iterator[tuple[str, int, int]]:
    """Yield the scopes that hold for a person in a chat, the narrowest first."""
    if chat.private:
        yield from (("chat", chat.id, 0), ("all_private_chats", 0, 0), ("default", 0, 0))
        return
    yield "chat_member", chat.id, user_id
    if chat.is_admin(user_id):
        yield "chat_administrators", chat.id, 0
    yield "chat", chat.id, 0
    if chat.is_admin(user_id):
        yield "all_chat_administrators", 0, 0
    yield from (("all_group_chats", 0, 0), ("default", 0, 0))
