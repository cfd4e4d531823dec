"""The control API: what the chat page and tests do as people, and what they see.

Every request may name the bot by its token (`?bot=` or the field `token`); without it the first bot is meant.
"""

from __future__ import annotations

import asyncio
from typing import Final

from aiohttp import web

from sandbox import membership, people, writing
from sandbox.asked import asked
from sandbox.bots import Bot
from sandbox.commands import menu
from sandbox.door import WORLD
from sandbox.errors import Refusal
from sandbox.model import Account, Chat, JsonObject, Query
from sandbox.state import FIRST_ACCOUNT_ID, World

MAX_WAIT: Final = 60


async def show_state(request: web.Request) -> web.Response:
    """GET state: the bot, the accounts and all chats."""
    ask = await asked(request)
    world, bot = ask.world, ask.bot
    identity = {name: getattr(bot, name) for name in ("id", "username", "first_name", "name_en", "token")}
    groups = [chat for (owner, _), chat in world.chats.items() if owner == 0]
    chats = [private_state(world, bot, account) for account in world.accounts.values()]
    chats += [chat_state(world, bot, chat) for chat in groups]
    accounts = [account_state(account) for account in world.accounts.values()]
    times = {"now": world.clock.now(), "time_zone": world.time_zone}
    return web.json_response({"bot": identity, "accounts": accounts, "chats": chats, **times})


def account_state(account: Account) -> JsonObject:
    """Return an account as the page knows it."""
    state: JsonObject = {
        "key": account.key,
        "id": account.id,
        "first_name": account.first_name,
        "name_en": account.name_en,
        "language_code": account.language_code,
    }
    return state | ({"username": account.username} if account.username else {})


def private_state(world: World, bot: Bot, account: Account) -> JsonObject:
    """Return a person's chat with the bot, whether or not it has been opened."""
    return chat_state(world, bot, world.private_chat(bot, account)) | {"account_key": account.key}


def chat_state(world: World, bot: Bot, chat: Chat) -> JsonObject:
    """Return a chat as the page knows it."""
    state: JsonObject = {
        "id": chat.id,
        "type": chat.type,
        "members": [world.accounts[user_id].key for user_id in chat.members if present(world, chat, user_id)],
        "admins": [world.accounts[user_id].key for user_id in chat.members if admin(world, chat, user_id)],
        "bot_member": chat.has(bot.id),
        "blocked": chat.private and not chat.has(bot.id),
        "keyboard": chat.keyboard,
    }
    if chat.title:
        state |= {"title": chat.title, "name_en": chat.name_en}
    return state | ({"migrated_to": chat.migrated_to} if chat.migrated_to else {})


def present(world: World, chat: Chat, user_id: int) -> bool:
    """Tell whether this is an account that is in the chat."""
    return user_id in world.accounts and chat.has(user_id)


def admin(world: World, chat: Chat, user_id: int) -> bool:
    """Tell whether this is an account that administers the group."""
    return user_id in world.accounts and chat.is_admin(user_id)


async def list_messages(request: web.Request) -> web.Response:
    """GET messages: those of a chat that changed after a number."""
    ask = await asked(request)
    after, chat = ask.arguments.integer("after"), ask.chat
    changed = [message for message in chat.messages.values() if message.seq > after]
    return web.json_response(ask.shown(chat, changed))


async def show_commands(request: web.Request) -> web.Response:
    """GET commands: the menu that an account sees in a chat."""
    ask = await asked(request)
    account = ask.account
    return web.json_response({"commands": menu(ask.bot, ask.chat, account.id, account.language_code)})


async def send(request: web.Request) -> web.Response:
    """POST send: write, or send files, a place, a card, a die, a poll, something forwarded."""
    ask = await asked(request)
    chat, arguments = ask.chat, ask.arguments
    bodies = writing.read_bodies(ask.world, ask.bot, chat, ask.account, arguments)
    sent = [
        people.say(
            ask.world,
            chat,
            ask.account,
            body,
            media=media,
            reply_to=arguments.integer("reply_to"),
            anonymous=arguments.flag("anonymous"),
        )
        for body, media in bodies
    ]
    return web.json_response(ask.shown(chat, sent))


async def edit(request: web.Request) -> web.Response:
    """POST edit: change one's own message."""
    ask = await asked(request)
    message_id = ask.arguments.integer("message_id")
    message = people.edit(ask.world, ask.chat, ask.account, message_id, writing.read_changes(ask.arguments))
    return web.json_response(ask.shown(ask.chat, [message]))


async def press(request: web.Request) -> web.Response:
    """POST press: press an inline button (or send any `data`); wait for the bot's answer if asked to."""
    ask = await asked(request)
    arguments, chat = ask.arguments, ask.chat
    message_id, data = arguments.integer("message_id"), arguments.text("data")
    if not data:
        button = people.find_button(chat, message_id, arguments.integer("row"), arguments.integer("col"))
        if "callback_data" not in button:
            return web.json_response({name: value for name, value in button.items() if name != "text"})
        data = button["callback_data"]
    query = people.press(ask.world, chat, ask.account, message_id, data, ask.bot)
    await wait_for_answer(ask.world, query, arguments.number("wait"))
    return web.json_response(query_state(query))


async def wait_for_answer(world: World, query: Query, seconds: float) -> None:
    """Wait until the bot has answered a press, at most `seconds`."""
    if seconds <= 0 or query.answered:
        return
    world.waiting[query.id] = waiting = asyncio.get_running_loop().create_future()
    await asyncio.wait([waiting], timeout=min(seconds, MAX_WAIT))


def query_state(query: Query) -> JsonObject:
    """Return what became of a press."""
    state: JsonObject = {"query_id": query.id, "answered": query.answered}
    if query.answered:
        state["show_alert"] = query.show_alert
    for name, value in (("text", query.text), ("url", query.url)):
        if value:
            state[name] = value
    return state


async def show_query(request: web.Request) -> web.Response:
    """GET query: what became of a press."""
    query = request.app[WORLD].queries.get(request.match_info["query_id"])
    if query is None:
        raise Refusal("There is no such press.", 404)
    return web.json_response(query_state(query))


async def change_members(request: web.Request) -> web.Response:
    """POST members: add, remove, block, unblock, promote; or migrate the group."""
    ask = await asked(request)
    chat, action, by = ask.chat, ask.arguments.text("action"), ask.arguments.text("by")
    actor = ask.world.account(by).id if by else membership.owner_of(chat)
    if action == "migrate":
        chat = membership.migrate(ask.world, chat, actor)
    elif action in membership.ACTIONS:
        whom = ask.bot.id if ask.arguments.text("account") in {"", "bot"} else ask.account.id
        membership.ACTIONS[action](ask.world, chat, whom, actor)
    else:
        raise Refusal(f"Unknown action; known are {', '.join(membership.ACTIONS)}, migrate.")
    return web.json_response({"chat": chat_state(ask.world, ask.bot, chat)})


async def add_group(request: web.Request) -> web.Response:
    """POST groups: create a group of accounts, with or without the bot."""
    ask = await asked(request)
    keys = ask.arguments.parsed("members", "members") or []
    members = [ask.world.account(key) for key in keys]
    bot = ask.bot if ask.arguments.flag("bot_member") else None
    chat = membership.create_group(ask.world, ask.arguments.text("title"), members, bot)
    return web.json_response({"chat": chat_state(ask.world, ask.bot, chat)})


async def add_account(request: web.Request) -> web.Response:
    """POST accounts: invent another person."""
    ask = await asked(request)
    world, arguments = ask.world, ask.arguments
    if not arguments.text("first_name"):
        raise Refusal("An account needs a first name.")
    account_id = arguments.integer("id") or world.free_id(FIRST_ACCOUNT_ID, 1)
    key = arguments.text("key") or f"account_{account_id}"
    if any(key == known.key or account_id == known.id for known in world.accounts.values()):
        raise Refusal(f"There is an account {key!r} already.", 409)
    names = {name: arguments.text(name) for name in ("first_name", "name_en", "username", "language_code")}
    account = world.add_account(Account(account_id, key, **names))
    return web.json_response({"account": account_state(account)})


ROUTES: Final = (
    web.get("/_sandbox/state", show_state),
    web.get(r"/_sandbox/chats/{chat_id:-?\d+}/messages", list_messages),
    web.get(r"/_sandbox/chats/{chat_id:-?\d+}/commands", show_commands),
    web.post(r"/_sandbox/chats/{chat_id:-?\d+}/send", send),
    web.post(r"/_sandbox/chats/{chat_id:-?\d+}/edit", edit),
    web.post("/_sandbox/press", press),
    web.get("/_sandbox/queries/{query_id}", show_query),
    web.post("/_sandbox/members", change_members),
    web.post("/_sandbox/groups", add_group),
    web.post("/_sandbox/accounts", add_account),
)
