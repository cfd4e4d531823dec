"""Keeping the world in a folder: one JSON file, written anew whenever something has changed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Final

from sandbox.bots import Bot, Webhook
from sandbox.files import StoredFile
from sandbox.model import Account, Chat, JsonObject, Message, Query
from sandbox.state import World
from sandbox.updates import Update

INTERVAL: Final = 0.4
NAME: Final = "world.json"


async def keep_saving(world: World, folder: Path) -> AsyncIterator[None]:
    """Save the world soon after each change, and at the end."""
    stop = asyncio.Event()
    saving = asyncio.create_task(save_changes(world, folder, stop))
    yield
    stop.set()
    await saving
    write(folder, as_text(world))


async def save_changes(world: World, folder: Path, stop: asyncio.Event) -> None:
    """Look every now and then whether something has changed, and save it."""
    saved = None
    while not stop.is_set():
        if world.version() != saved:
            saved = world.version()
            await asyncio.to_thread(write, folder, as_text(world))
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), INTERVAL)


def as_text(world: World) -> str:
    """Return the file's content."""
    return json.dumps(as_json(world), ensure_ascii=False)


def write(folder: Path, text: str) -> None:
    """Put the new file in place of the old one in one step."""
    folder.mkdir(parents=True, exist_ok=True)
    draft = folder / f"{NAME}.new"
    draft.write_text(text, encoding="utf-8")
    draft.replace(folder / NAME)


def load(world: World, folder: Path) -> bool:
    """Fill a world with what was saved; False if there is nothing."""
    path = folder / NAME
    if not path.exists():
        return False
    saved = json.loads(path.read_text(encoding="utf-8"))
    world.retired = set(saved.get("retired", ()))
    world.accounts = {each["id"]: Account(**each) for each in saved["accounts"]}
    world.queries = {each["id"]: Query(**each) for each in saved["queries"]}
    world.chats = {(each["bot_id"], each["id"]): read_chat(each) for each in saved["chats"]}
    world.files.known.update({each["unique"]: StoredFile(**each) for each in saved["files"]})
    world.feed.seq = max(world.feed.seq, saved["seq"])
    for each in saved["bots"]:
        read_bot(world, each)
    return True


def as_json(world: World) -> JsonObject:
    """Return everything that is to survive a restart."""
    return {
        "seq": world.feed.seq,
        "retired": sorted(world.retired),
        "accounts": [asdict(account) for account in world.accounts.values()],
        "chats": [chat_json(chat) for chat in world.chats.values()],
        "queries": [asdict(query) for query in world.queries.values()],
        "files": [asdict(stored) for stored in world.files.known.values()],
        "bots": [bot_json(bot) for bot in world.bots.values()],
    }


def chat_json(chat: Chat) -> JsonObject:
    """Return a chat with its messages."""
    messages = [vars(message) for message in chat.messages.values()]
    return vars(chat) | {"messages": messages}


def read_chat(saved: JsonObject) -> Chat:
    """Make a chat of what was saved."""
    messages = {each["message_id"]: Message(**each) for each in saved["messages"]}
    members = {int(user_id): status for user_id, status in saved["members"].items()}
    return Chat(**saved | {"messages": messages, "members": members})


def bot_json(bot: Bot) -> JsonObject:
    """Return a bot with its settings and unconfirmed updates."""
    return {
        "token": bot.token,
        "username": bot.username,
        "first_name": bot.first_name,
        "name_en": bot.name_en,
        "webhook": asdict(bot.webhook),
        "commands": bot.commands,
        "about": bot.about,
        "paths": bot.paths,
        "allowed": sorted(bot.queue.allowed),
        "next_id": bot.queue.next_id,
        "updates": [asdict(update) for update in bot.queue.living()],
    }


def read_bot(world: World, saved: JsonObject) -> None:
    """Make a bot of what was saved."""
    bot = world.add_bot(saved["token"], saved["username"], saved["first_name"], saved.get("name_en", ""))
    bot.webhook = Webhook(**saved["webhook"])
    bot.commands, bot.about = saved["commands"], saved["about"]
    bot.paths = {path: (unique, expires) for path, (unique, expires) in saved["paths"].items()}
    bot.queue.allowed = frozenset(saved["allowed"])
    bot.queue.next_id = max(bot.queue.next_id, saved["next_id"])
    for update in saved["updates"]:
        bot.queue.keep(Update(**update))
