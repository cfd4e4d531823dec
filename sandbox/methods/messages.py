"""sendMessage, sendContact, sendChatAction, and what is done to messages already sent."""

from __future__ import annotations

from typing import Final

from sandbox.errors import bad_request
from sandbox.keyboards import check_markup, read_markup
from sandbox.methods.call import Call, find_message, writable_chat
from sandbox.methods.content import caption_body, find_place, read_formatted, send, text_body
from sandbox.model import Chat, JsonObject, Message
from sandbox.rendering import message_object

DELETABLE_SECONDS: Final = 48 * 3_600
MAX_ANSWER: Final = 200
ACTIONS: Final = frozenset((
    "cancel", "typing", "upload_photo", "record_video", "upload_video", "record_audio", "upload_audio",
    "record_voice", "upload_voice", "upload_document", "choose_sticker", "pick_up_location", "find_location",
    "record_video_note", "upload_video_note",
))  # fmt: skip
NOT_MODIFIED: Final = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
QUERY_TOO_OLD: Final = "query is too old and response timeout expired or query ID is invalid"


def send_message(call: Call) -> JsonObject:
    """Send a text."""
    if not call.arguments.text("text"):
        raise bad_request("message text is empty")
    formatted = read_formatted(call.arguments, "text", "entities")
    place = find_place(call)
    return send(call, place, text_body(call.world, formatted))


def send_contact(call: Call) -> JsonObject:
    """Send someone's card."""
    for name in ("phone_number", "first_name"):
        if not call.arguments.text(name):
            raise bad_request(f"{name.replace('_', ' ')} is empty")
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: call.arguments.text(name) for name in names if call.arguments.text(name)}
    return send(call, find_place(call), {"contact": contact})


def send_chat_action(call: Call) -> bool:
    """Show what the bot is doing."""
    action = call.arguments.text("action").lower()
    if action not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(call)
    call.world.feed.add("action", chat.id, action=action)
    return True


def edit_message_text(call: Call) -> JsonObject:
    """Put another text in place of a message's text."""
    if not call.arguments.text("text"):
        raise bad_request("message text is empty")
    formatted = read_formatted(call.arguments, "text", "entities")
    chat, message = editable(call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    kept = without(message.body, "text", "entities")
    return change(call, chat, message, kept | text_body(call.world, formatted, "MESSAGE_TOO_LONG"))


def edit_message_caption(call: Call) -> JsonObject:
    """Put another caption in place of a file's caption."""
    formatted = read_formatted(call.arguments, "caption", "caption_entities")
    chat, message = editable(call)
    if not message.media:
        raise bad_request("there is no caption in the message to edit")
    kept = without(message.body, "caption", "caption_entities")
    return change(call, chat, message, kept | caption_body(call.world, formatted, "MEDIA_CAPTION_TOO_LONG"))


def edit_message_reply_markup(call: Call) -> JsonObject:
    """Put another inline keyboard under a message."""
    chat, message = editable(call)
    return change(call, chat, message, message.body)


def editable(call: Call) -> tuple[Chat, Message]:
    """Return the message to edit and its chat, checked in Telegram's order."""
    if read_markup(call.arguments).reply is not None:
        raise bad_request("inline keyboard expected")
    if not call.arguments.text("chat_id") and not call.arguments.integer("message_id"):
        raise bad_request("message identifier is not specified")
    chat = writable_chat(call)
    message = find_message(call, chat, "edit")
    if message.bot_id != call.bot.id or message.had_keyboard:
        raise bad_request("message can't be edited")
    return chat, message


def change(call: Call, chat: Chat, message: Message, body: JsonObject) -> JsonObject:
    """Write the new content and keyboard into the message; the keyboard goes if none is given."""
    markup = read_markup(call.arguments)
    check_markup(markup, chat)
    if body == message.body and markup.inline == message.markup:
        raise bad_request(NOT_MODIFIED)
    if body != message.body:
        message.edit_date = call.world.now()
    message.body, message.markup = body, markup.inline
    call.world.touch(chat, message)
    return message_object(call.world, chat, message, call.bot)


def without(body: JsonObject, *names: str) -> JsonObject:
    """Return a message's body without some of its parts."""
    return {name: value for name, value in body.items() if name not in names}


def delete_message(call: Call) -> bool:
    """Delete a message: the bot's own, a person's in a private chat, any as a group's administrator."""
    chat = writable_chat(call)
    message = find_message(call, chat, "delete")
    mine = message.bot_id == call.bot.id or chat.private or chat.is_admin(call.bot.id)
    if not mine or message.date + DELETABLE_SECONDS < call.world.now():
        raise bad_request("message can't be deleted")
    message.deleted = True
    call.world.touch(chat, message, "delete")
    return True


def answer_callback_query(call: Call) -> bool:
    """Answer the press of a button."""
    world, arguments = call.world, call.arguments
    query = world.queries.get(arguments.text("callback_query_id"))
    if query is None or query.bot_id != call.bot.id or query.asked_at + world.limits.query < world.clock.now():
        raise bad_request(QUERY_TOO_OLD)
    text = arguments.text("text")
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    world.answer(query, text, arguments.text("url"), show_alert=arguments.flag("show_alert"))
    return True
