"""What a bot puts into messages: formatted texts and captions, and the act of sending."""

from __future__ import annotations

from dataclasses import dataclass

from sandbox.arguments import Arguments
from sandbox.errors import ApiError, bad_request
from sandbox.formatting import (
    MAX_CAPTION,
    MAX_RAW_BYTES,
    MAX_TEXT,
    Formatted,
    finish,
    parse_html,
    utf16_length,
)
from sandbox.keyboards import Markup, check_markup, read_markup
from sandbox.methods.call import Call, replied_message, writable_chat
from sandbox.model import Chat, JsonObject, Message
from sandbox.rendering import message_object
from sandbox.state import World


@dataclass(frozen=True)
class Place:
    """Where a message goes, checked: the chat, what it replies to, its keyboard."""

    chat: Chat
    reply_to: int
    markup: Markup


def find_place(call: Call, markup: Markup | None = None) -> Place:
    """Check the chat and then the replied message, in Telegram's order."""
    markup = read_markup(call.arguments) if markup is None else markup
    chat = writable_chat(call)
    return Place(chat, replied_message(call, chat), markup)


def read_formatted(arguments: Arguments, name: str, entities_name: str, default_mode: str = "") -> Formatted:
    """Read a text with its `parse_mode` or its explicit entities.

    Raises:
        ApiError: 400 when it cannot be parsed.

    """
    text = arguments.text(name)
    if len(text.encode()) > MAX_RAW_BYTES:
        raise bad_request("text is too long")
    mode = (arguments.text("parse_mode") or default_mode).strip().lower()
    if mode == "html":
        return parse_html(text)
    if mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode")
    entities = arguments.parsed(entities_name, "entities") or ()
    return Formatted(text, tuple(read_entity(entity) for entity in entities))


def read_entity(entity: object) -> JsonObject:
    """Check an explicit entity."""
    if not isinstance(entity, dict) or not isinstance(entity.get("type"), str):
        raise bad_request("can't parse MessageEntity: Expected an Object")
    if not (isinstance(entity.get("offset"), int) and isinstance(entity.get("length"), int)):
        raise bad_request("can't parse MessageEntity: Wrong offset or length specified")
    return entity


def finished(world: World, formatted: Formatted) -> Formatted:
    """Return the text as it will stand, with known people behind their mentions."""
    found = finish(formatted)
    entities = (with_user(world, entity) for entity in found.entities)
    return Formatted(found.text, tuple(entity for entity in entities if entity))


def with_user(world: World, entity: JsonObject) -> JsonObject | None:
    """Complete the user of a mention; a stranger's mention vanishes."""
    if entity["type"] != "text_mention":
        return entity
    user = entity.get("user")
    account = world.accounts.get(user.get("id", 0)) if isinstance(user, dict) else None
    return entity | {"user": account.as_user()} if account else None


def text_body(world: World, formatted: Formatted, too_long: str = "message is too long") -> JsonObject:
    """Return the part of a Message that holds its text.

    Raises:
        ApiError: 400 when nothing or too much is left after parsing.

    """
    text = finished(world, formatted)
    if not text.text:
        raise bad_request("text must be non-empty")
    if utf16_length(text.text) > MAX_TEXT:
        raise bad_request(too_long)
    return {"text": text.text} | ({"entities": list(text.entities)} if text.entities else {})


def caption_body(world: World, formatted: Formatted, too_long: str = "message caption is too long") -> JsonObject:
    """Return the part of a Message that holds its caption, if any.

    Raises:
        ApiError: 400 when too much is left after parsing.

    """
    caption = finished(world, formatted)
    if utf16_length(caption.text) > MAX_CAPTION:
        raise bad_request(too_long)
    if not caption.text:
        return {}
    return {"caption": caption.text} | ({"caption_entities": list(caption.entities)} if caption.entities else {})


def send(call: Call, place: Place, body: JsonObject, media: str = "") -> JsonObject:
    """Put the bot's message into the chat and return it as the bot sees it."""
    check_markup(place.markup, place.chat)
    message = Message(
        message_id=0,
        date=call.world.now(),
        author=call.bot.id,
        bot_id=call.bot.id,
        body=body | protection(call.arguments),
        reply_to=place.reply_to,
        media=media,
        markup=place.markup.inline,
        had_keyboard=place.markup.reply is not None,
    )
    call.world.add_message(place.chat, message)
    if place.markup.reply is not None:
        show_keyboard(call.world, place.chat, place.markup.reply)
    return message_object(call.world, place.chat, message, call.bot)


def protection(arguments: Arguments) -> JsonObject:
    """Return the mark of a message that cannot be forwarded."""
    return {"has_protected_content": True} if arguments.flag("protect_content") else {}


def show_keyboard(world: World, chat: Chat, keyboard: JsonObject) -> None:
    """Show a reply keyboard or forced reply, or take it away."""
    world.set_keyboard(chat, None if keyboard.get("remove_keyboard") else keyboard)


def missing(what: str) -> ApiError:
    """Make the error of a file that is not there."""
    return bad_request(f"there is no {what} in the request")
