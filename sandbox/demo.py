"""The people, groups and bot that are there from the start, read from `demo.yaml`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import yaml

from sandbox.model import Account, Chat, JsonObject
from sandbox.state import World

DEMO: Final = Path(__file__).with_name("demo.yaml")
ACCOUNT_FIELDS: Final = ("id", "key", "first_name", "name_en", "username", "language_code")


def demo(path: Path = DEMO) -> Callable[[World], None]:
    """Return the seed for a `World` that this file describes; what it does not know it ignores."""
    described = yaml.safe_load(path.read_text(encoding="utf-8"))
    return lambda world: plant(world, described)


def plant(world: World, described: JsonObject) -> None:
    """Put the bot, accounts and groups into a world."""
    bot = described["bot"]
    if bot["id"] not in world.bots:
        world.add_bot(bot["token"], bot["username"], bot["first_name"], bot.get("name_en", ""))
    for account in described["accounts"]:
        world.add_account(Account(**{name: account[name] for name in ACCOUNT_FIELDS if name in account}))
    for group in described.get("groups", ()):
        plant_group(world, group, bot["id"])


def plant_group(world: World, group: JsonObject, bot_id: int) -> None:
    """Put a group into a world without telling anybody; its first member is the owner."""
    members = [world.account(key).id for key in group["members"]]
    statuses = dict.fromkeys(members, "member") | {bot_id: "member"}
    if members:
        statuses[members[0]] = "creator"
    names = {"title": group["title"], "name_en": group.get("name_en", "")}
    world.add_chat(Chat(group["id"], "group", **names, members=statuses))
