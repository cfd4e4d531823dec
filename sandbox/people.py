"""What people do in chats: write, send files, edit, press buttons; and what each bot hears of it."""

from __future__ import annotations

import re
import secrets
from typing import Final

from sandbox.bots import Bot
from sandbox.errors import Refusal
from sandbox.formatting import MAX_CAPTION, MAX_TEXT, Formatted, finish, utf16_length
from sandbox.model import ANONYMOUS_ADMIN, DAY, Account, Chat, JsonObject, Message, Query
from sandbox.rendering import chat_object, message_object
from sandbox.state import CALLBACK_LANE, World

PAYLOAD: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")
#: Seconds that the update about a press waits for the bot.
QUERY_LIFETIME = 150
#: Parts of a message that make it a service message, which every bot of a group hears of.
SERVICE_PARTS = frozenset({
    "new_chat_members", "left_chat_member", "new_chat_title", "group_chat_created", "migrate_to_chat_id",
    "migrate_from_chat_id",
})  # fmt: skip


def text_part(text: str, *, caption: bool = False) -> JsonObject:
    """Return the part of a Message that holds what a person typed.

    Raises:
        Refusal: when it is blank or longer than the app lets one type.

    """
    typed = finish(Formatted(text))
    name, entities = ("caption", "caption_entities") if caption else ("text", "entities")
    if utf16_length(typed.text) > (MAX_CAPTION if caption else MAX_TEXT):
        raise Refusal("The text is too long for one message.")
    if not typed.text:
        if caption:
            return {}
        raise Refusal("The text is empty.")
    return {name: typed.text} | ({entities: list(typed.entities)} if typed.entities else {})


def start_part(bot: Bot, chat: Chat, payload: str) -> JsonObject:
    """Return the part of a Message that holds what following a deep link sends.

    Raises:
        Refusal: when Telegram would not take the payload.

    """
    if not PAYLOAD.fullmatch(payload):
        raise Refusal("A deep link carries at most 64 letters, digits, _ and -.")
    command = "/start" if chat.private else f"/start@{bot.username}"
    return text_part(f"{command} {payload}")


def say(
    world: World,
    chat: Chat,
    account: Account,
    body: JsonObject,
    *,
    media: str = "",
    reply_to: int = 0,
    anonymous: bool = False,
) -> Message:
    """Put a person's message into a chat and tell the bots."""
    require_voice(chat, account, anonymous=anonymous)
    if reply_to and not chat.living(reply_to):
        raise Refusal("The message replied to does not exist.", 404)
    author = ANONYMOUS_ADMIN["id"] if anonymous else account.id
    message = Message(0, world.now(), author, body, media=media, reply_to=reply_to, anonymous=anonymous)
    world.add_message(chat, message)
    if chat.keyboard and chat.keyboard.get("force_reply"):
        world.set_keyboard(chat, None)
    tell_bots(world, chat, message)
    return message


def require_voice(chat: Chat, account: Account, *, anonymous: bool = False) -> None:
    """Refuse who cannot write here."""
    if chat.migrated_to:
        raise Refusal("This group has become a supergroup.", 409)
    if chat.private and not chat.has(chat.bot_id):
        raise Refusal("The bot is blocked; unblock it first.", 409)
    if not chat.has(account.id):
        raise Refusal("This account is not in the chat.", 403)
    if anonymous and not chat.is_admin(account.id):
        raise Refusal("Only an administrator of the group may write anonymously.", 403)


def tell_bots(world: World, chat: Chat, message: Message, kind: str = "message") -> None:
    """Make an update for every bot of the chat that may read the message."""
    for bot in list(world.bots_in(chat)):
        if may_read(chat, message, bot):
            content = message_object(world, chat, message, bot)
            world.tell(bot, kind, content, chat.id, DAY)


def may_read(chat: Chat, message: Message, bot: Bot) -> bool:
    """Tell whether a bot in privacy mode hears of a message."""
    if chat.private or chat.is_admin(bot.id) or not SERVICE_PARTS.isdisjoint(message.body):
        return True
    replied = chat.living(message.reply_to)
    if replied and replied.bot_id == bot.id:
        return True
    return is_command_for(bot, message.body)


def is_command_for(bot: Bot, body: JsonObject) -> bool:
    """Tell whether a text begins with a command that is not another bot's."""
    text = str(body.get("text") or body.get("caption") or "")
    entities: list[JsonObject] = body.get("entities") or body.get("caption_entities") or []
    first = next((entity for entity in entities if entity["offset"] == 0), None)
    if first is None or first["type"] != "bot_command":
        return False
    _, _, addressee = text[: first["length"]].partition("@")
    return addressee.lower() in {"", bot.username.lower()}


def edit(world: World, chat: Chat, account: Account, message_id: int, changes: JsonObject) -> Message:
    """Change a person's own message and tell the bots; a part that is None goes away."""
    message = chat.living(message_id)
    if message is None:
        raise Refusal("There is no such message.", 404)
    if message.author != account.id:
        raise Refusal("Only one's own messages can be edited.", 403)
    if "location" in changes and not message.is_live(world.now()):
        raise Refusal("This location is not live, or not any more.", 409)
    message.body = {name: value for name, value in (message.body | changes).items() if value is not None}
    message.edit_date = world.now()
    world.touch(chat, message)
    tell_bots(world, chat, message, "edited_message")
    return message


def press(world: World, chat: Chat, account: Account, message_id: int, data: str, bot: Bot) -> Query:
    """Press an inline button and tell the bot that sent it; `bot` is meant if the message is gone."""
    require_voice(chat, account)
    message = chat.living(message_id)
    shown: JsonObject = {"chat": chat_object(world, chat), "message_id": message_id, "date": 0}
    if message:
        bot = world.bots.get(message.bot_id, bot)
        shown = message_object(world, chat, message, bot)
    query = Query(str(secrets.randbits(62) | 1 << 61), bot.id, chat.id, world.clock.now())
    world.add_query(query)
    content = {
        "id": query.id,
        "from": account.as_user(),
        "message": shown,
        "chat_instance": str(chat.id * 7_919),
        "data": data,
    }
    world.tell(bot, "callback_query", content, account.id + CALLBACK_LANE, QUERY_LIFETIME)
    return query


def find_button(chat: Chat, message_id: int, row: int, col: int) -> JsonObject:
    """Return the inline button at a place.

    Raises:
        Refusal: when there is none.

    """
    message = chat.living(message_id)
    if message is None:
        raise Refusal("There is no such message.", 404)
    rows = (message.markup or {}).get("inline_keyboard", [])
    if not (0 <= row < len(rows) and 0 <= col < len(rows[row])):
        raise Refusal("There is no such button.", 404)
    button: JsonObject = rows[row][col]
    return button
