"""The world as others see it: Bot API objects for bots, safe HTML for the chat page."""

from __future__ import annotations

import html
from collections.abc import Iterable
from typing import Final

from sandbox.bots import Bot
from sandbox.files import file_id
from sandbox.formatting import outermost_first, span
from sandbox.model import Chat, JsonObject, Message
from sandbox.state import World

MARKS: Final = {
    "bold": ("<b>", "</b>"), "italic": ("<i>", "</i>"), "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"), "code": ("<code>", "</code>"), "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"), "spoiler": ('<span class="spoiler">', "</span>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "bot_command": ('<span class="command">', "</span>"), "mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="hashtag">', "</span>"), "text_mention": ('<span class="mention">', "</span>"),
}  # fmt: skip
LIVE_PARTS: Final = frozenset({"live_period", "heading", "proximity_alert_radius"})
DOCUMENT_PARTS: Final = ("file_id", "file_unique_id", "file_name", "mime_type", "file_size")


def chat_object(world: World, chat: Chat) -> JsonObject:
    """Return the Chat object of a chat."""
    if not chat.private:
        return {"id": chat.id, "type": chat.type, "title": chat.title}
    user = world.user(chat.id)
    names: JsonObject = {name: user[name] for name in ("first_name", "username") if name in user}
    return {"id": chat.id, "type": chat.type, **names}


def message_object(world: World, chat: Chat, message: Message, bot: Bot, *, replies: bool = True) -> JsonObject:
    """Return the Message object that this bot sees; what only a live location has is gone when that is over."""
    shown: JsonObject = {"message_id": message.message_id, "from": world.user(message.author)}
    if message.anonymous:
        shown["sender_chat"] = chat_object(world, chat)
    shown |= {"chat": chat_object(world, chat), "date": message.date}
    if message.edit_date:
        shown["edit_date"] = message.edit_date
    replied = chat.living(message.reply_to) if replies else None
    if replied:
        shown["reply_to_message"] = message_object(world, chat, replied, bot, replies=False)
    shown |= with_file_ids(message, bot)
    if "location" in message.body and not message.is_live(world.now()):
        place = message.body["location"]
        shown["location"] = {name: value for name, value in place.items() if name not in LIVE_PARTS}
    if message.markup:
        shown["reply_markup"] = message.markup
    return shown


def with_file_ids(message: Message, bot: Bot) -> JsonObject:
    """Return a message's body with the file ids that this bot may use."""
    if not message.media:
        return message.body
    media = message.body[message.media]
    if message.media == "photo":
        return message.body | {"photo": [known_to(bot, size) for size in media]}
    shown = known_to(bot, media)
    beside = {"document": as_document(shown)} if message.media == "animation" else {}
    return message.body | {message.media: shown} | beside


def as_document(media: JsonObject) -> JsonObject:
    """Return an animation as the document beside it, for bots that know no animations."""
    return {name: media[name] for name in DOCUMENT_PARTS if name in media}


def known_to(bot: Bot, media: JsonObject) -> JsonObject:
    """Return a file's object with the id that this bot may use."""
    return {"file_id": file_id(bot.id, media["file_unique_id"]), **media}


def page_message(world: World, chat: Chat, message: Message, bot: Bot) -> JsonObject:
    """Return a message as the chat page shows it."""
    shown = message_object(world, chat, message, bot)
    body = message.body
    text: str = body.get("text") or body.get("caption") or ""
    entities: list[JsonObject] = body.get("entities") or body.get("caption_entities") or []
    return shown | {
        "from_bot": message.bot_id != 0,
        "seq": message.seq,
        "deleted": message.deleted,
        "edited": bool(message.edit_date),
        "keyboard": chat.keyboard,
        "html": safe_html(text, entities),
        "media": [page_file(world, message)] if message.media else [],
    }


def page_file(world: World, message: Message) -> JsonObject:
    """Return what the chat page needs to show or download a message's file."""
    media = message.body[message.media]
    unique = (media[-1] if message.media == "photo" else media)["file_unique_id"]
    stored = world.files.known.get(unique)
    return {
        "kind": message.media,
        "file_url": f"/_sandbox/files/{unique}",
        "file_name": stored.name if stored else "",
        "mime_type": stored.mime_type if stored else "",
        "size": stored.size if stored else 0,
    }


def safe_html(text: str, entities: Iterable[JsonObject]) -> str:
    """Return a text as HTML in which nothing but the entities' own tags is markup."""
    units = text.encode("utf-16-le")
    entities = sorted((linked(units, entity) for entity in entities), key=outermost_first)
    cuts = sorted({0, len(units) // 2, *(edge for entity in entities for edge in span(entity))})
    open_now: list[JsonObject] = []
    parts: list[str] = []
    for begin, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        parts += close_and_open(open_now, entities, begin)
        parts.append(html.escape(units[begin * 2 : end * 2].decode("utf-16-le", "replace")))
    return "".join(parts)


def linked(units: bytes, entity: JsonObject) -> JsonObject:
    """Return an entity, with its address if it is one itself."""
    if entity["type"] != "url":
        return entity
    begin, end = span(entity)
    address = units[begin * 2 : end * 2].decode("utf-16-le", "replace")
    return entity | {"type": "text_link", "url": address if "://" in address else f"https://{address}"}


def close_and_open(open_now: list[JsonObject], entities: Iterable[JsonObject], at: int) -> list[str]:
    """Return the tags between two characters; what overlaps crosswise is closed and opened again."""
    ended = [place for place, entity in enumerate(open_now) if span(entity)[1] <= at]
    shut = open_now[ended[0] :] if ended else []
    del open_now[len(open_now) - len(shut) :]
    begun = [entity for entity in shut if span(entity)[1] > at]
    begun += [entity for entity in entities if entity["offset"] == at and entity["length"] > 0]
    open_now += begun
    return [tags(entity)[1] for entity in reversed(shut)] + [tags(entity)[0] for entity in begun]


def tags(entity: JsonObject) -> tuple[str, str]:
    """Return the start and the end tag of an entity."""
    url = str(entity.get("url", ""))
    if entity["type"] == "text_link" and url.startswith(("http://", "https://", "tg://")):
        return f'<a href="{html.escape(url)}" target="_blank" rel="noopener noreferrer">', "</a>"
    if entity["type"] == "pre" and "language" in entity:
        return f'<pre data-language="{html.escape(entity["language"])}">', "</pre>"
    return MARKS.get(entity["type"], ("", ""))
