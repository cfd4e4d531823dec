"""What a bot sets up for itself: command menus, its names and descriptions, getMe, logOut, close."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import Final

from sandbox.arguments import Arguments
from sandbox.commands import CHAT_SCOPES, MAX_COMMANDS, WIDE_SCOPES, read_command, scope_key
from sandbox.errors import bad_request
from sandbox.methods.call import Call, Method, known_chat
from sandbox.model import JsonObject

LANGUAGE: Final = re.compile(r"[a-z]{2}")
#: Argument and field name → longest text.
ABOUT: Final = {"name": 64, "description": 512, "short_description": 120}


def get_me(call: Call) -> JsonObject:
    """Tell the bot who it is."""
    return call.bot.as_self()


def set_my_commands(call: Call) -> bool:
    """Set the menu of a scope and language."""
    commands = call.arguments.parsed("commands", "commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands JSON object: Expected an Array of BotCommand")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    read = [read_command(command) for command in commands]
    key = read_scope(call)
    call.bot.commands[key] = read
    call.world.feed.add("commands", 0)
    return True


def get_my_commands(call: Call) -> list[JsonObject]:
    """Return the menu of exactly this scope and language."""
    return call.bot.commands.get(read_scope(call), [])


def delete_my_commands(call: Call) -> bool:
    """Forget the menu of a scope and language."""
    call.bot.commands.pop(read_scope(call), None)
    call.world.feed.add("commands", 0)
    return True


def read_scope(call: Call) -> str:
    """Return the key of the scope and language that the call names.

    Raises:
        ApiError: 400 when the scope or its chat does not exist.

    """
    scope = call.arguments.parsed("scope", "BotCommandScope") or {"type": "default"}
    language = call.arguments.text("language_code")
    if not isinstance(scope, dict) or scope.get("type") not in WIDE_SCOPES + CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if language and not LANGUAGE.fullmatch(language):
        raise bad_request("invalid language code specified")
    if scope["type"] in WIDE_SCOPES:
        return scope_key(scope["type"], language=language)
    named = Arguments(scope)
    chat = known_chat(call, named.text("chat_id"))
    user_id = named.integer("user_id") if scope["type"] == "chat_member" else 0
    return scope_key(scope["type"], chat.id, user_id, language)


def set_about(field: str, call: Call) -> bool:
    """Set one of the bot's texts about itself, for a language."""
    text = call.arguments.text(field)
    if len(text) > ABOUT[field]:
        raise bad_request(f"{field.replace('_', ' ')} is too long")
    call.bot.about[f"{field}:{call.arguments.text('language_code')}"] = text
    return True


def get_about(field: str, call: Call) -> JsonObject:
    """Return one of the bot's texts about itself, in a language."""
    own = call.bot.first_name if field == "name" else ""
    about = call.bot.about
    language = call.arguments.text("language_code")
    return {field: about.get(f"{field}:{language}") or about.get(f"{field}:") or own}


def say_yes(_call: Call) -> bool:
    """Accept what has no meaning here."""
    return True


METHODS: Final[Mapping[str, Method]] = {
    "getMe": get_me,
    "logOut": say_yes,
    "close": say_yes,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": partial(set_about, "name"),
    "getMyName": partial(get_about, "name"),
    "setMyDescription": partial(set_about, "description"),
    "getMyDescription": partial(get_about, "description"),
    "setMyShortDescription": partial(set_about, "short_description"),
    "getMyShortDescription": partial(get_about, "short_description"),
}
