"""Which keyboards a bot may attach: the checks and errors of `reply_markup`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from sandbox.arguments import Arguments
from sandbox.errors import ApiError, bad_request
from sandbox.model import Chat, JsonObject

MAX_DATA_BYTES: Final = 64
MAX_BUTTONS: Final = 100
MAX_PLACEHOLDER: Final = 64
INLINE_ACTIONS: Final = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)  # fmt: skip
PRIVATE_ONLY: Final = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "web_app": "web App buttons can be used in private chats only",
}


@dataclass(frozen=True)
class Markup:
    """A checked keyboard: `inline` stays with its message, `reply` is the chat's (or takes it away)."""

    inline: JsonObject | None = None
    reply: JsonObject | None = None


def read_markup(arguments: Arguments) -> Markup:
    """Read the `reply_markup` argument; what needs the chat is checked later.

    Raises:
        ApiError: 400 when it is not a keyboard.

    """
    markup = arguments.parsed("reply_markup", "reply keyboard markup")
    if markup is None:
        return Markup()
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in markup:
        rows = read_rows(markup["inline_keyboard"], "inline keyboard", "inline_keyboard", inline_button)
        return Markup(inline={"inline_keyboard": rows} if rows else None)
    return Markup(reply=read_reply_markup(markup))


def read_reply_markup(markup: JsonObject) -> JsonObject | None:
    """Read a reply keyboard, its removal, or a forced reply."""
    if "keyboard" in markup:
        rows = read_rows(markup["keyboard"], "reply keyboard", "keyboard", reply_button)
        return {**markup, "keyboard": rows} if rows else None
    if markup.get("remove_keyboard") is True or markup.get("force_reply") is True:
        return markup
    return None


def read_rows(
    rows: object, what: str, name: str, read_button: Callable[[Any], JsonObject | None]
) -> list[list[JsonObject]]:
    """Read rows of buttons; buttons without text and empty rows vanish."""
    if not isinstance(rows, list):
        raise bad_request(f'can\'t parse {what} markup JSON object: Field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f"can't parse {what} button: Expected an Array of buttons")
    read = [[button for button in map(read_button, row) if button] for row in rows]
    return [row for row in read if row]


def inline_button(button: object) -> JsonObject | None:
    """Read a button under a message: a text and one action."""
    if isinstance(button, str):
        raise unparsable_button("inline", "Text buttons are unallowed in the inline keyboard")
    if not isinstance(button, dict):
        raise unparsable_button("inline", "Object expected")
    text = button_text(button, "inline")
    action = next((name for name in INLINE_ACTIONS if name in button), None)
    if action is None:
        raise unparsable_button("inline", "Text buttons are unallowed in the inline keyboard")
    style = {name: button[name] for name in ("style", "icon_custom_emoji_id") if name in button}
    return {"text": text, action: button[action], **style} if text else None


def reply_button(button: object) -> JsonObject | None:
    """Read a button of the keyboard below the chat."""
    if isinstance(button, str):
        return {"text": button} if button else None
    if not isinstance(button, dict):
        raise unparsable_button("reply", "Object expected")
    return button if button_text(button, "reply") else None


def button_text(button: JsonObject, kind: str) -> str:
    """Return a button's text."""
    if "text" not in button:
        raise unparsable_button(kind, 'Can\'t find field "text"')
    if not isinstance(button["text"], str):
        raise unparsable_button(kind, 'Field "text" must be of type String')
    return button["text"]


def unparsable_button(kind: str, reason: str) -> ApiError:
    """Make the error of a button that cannot be read."""
    return bad_request(f"can't parse {'inline ' if kind == 'inline' else ''}keyboard button: {reason}")


def check_markup(markup: Markup, chat: Chat) -> None:
    """Check what Telegram checks last, when the message is about to be sent.

    Raises:
        ApiError: 400.

    """
    inline = list(buttons(markup.inline, "inline_keyboard"))
    if len(inline) > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    for button in inline:
        check_inline_button(button, chat)
    if not chat.private:
        for button in buttons(markup.reply, "keyboard"):
            refuse_private_only(button)


def buttons(markup: JsonObject | None, name: str) -> Iterable[JsonObject]:
    """Return all buttons of a keyboard."""
    rows = (markup or {}).get(name, ())
    return (button for row in rows for button in row)


def check_inline_button(button: JsonObject, chat: Chat) -> None:
    """Check the action of a button under a message."""
    if "callback_data" in button:
        check_data(button["callback_data"])
    if "url" in button:
        check_url(str(button["url"]))
    if "web_app" in button and not chat.private:
        raise bad_request("BUTTON_TYPE_INVALID")


def check_data(data: object) -> None:
    """Check that callback_data has 1 to 64 bytes."""
    if not isinstance(data, str) or not 0 < len(data.encode()) <= MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def check_url(url: str) -> None:
    """Check that a link button leads somewhere."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    reason = ""
    if parts.scheme not in {"http", "https", "tg", "ton"}:
        reason = "Unsupported URL protocol"
    elif parts.scheme != "tg" and not parts.hostname:
        reason = "URL host is empty"
    elif parts.scheme != "tg" and "." not in str(parts.hostname):
        reason = "Wrong HTTP URL"
    if reason:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {reason}")


def refuse_private_only(button: JsonObject) -> None:
    """Refuse to ask for a phone number or place in a group."""
    for name, reason in PRIVATE_ONLY.items():
        if button.get(name):
            raise bad_request(reason)
