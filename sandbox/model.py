"""The things of the sandbox's world: accounts, bots, chats, messages, button presses, and their bounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

JsonObject = dict[str, Any]

#: Telegram's account behind every anonymous group administrator.
ANONYMOUS_ADMIN: Final[JsonObject] = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
PRESENT: Final = frozenset({"creator", "administrator", "member"})
ADMINS: Final = frozenset({"creator", "administrator"})
DAY: Final = 86_400
#: The period of a location that stays live until it is stopped.
FOR_EVER: Final = 0x7FFFFFFF


@dataclass(frozen=True)
class Limits:
    """Bounds of the sandbox; the sizes are bytes, the times are seconds."""

    bots: int = 1_000
    messages_per_chat: int = 2_000
    pending_updates: int = 100_000
    upload: int = 50 * 2**20
    photo: int = 10 * 2**20
    download: int = 20 * 2**20
    stored_files: int = 512 * 2**20
    file_path: float = 3_600
    query: float = 60
    queries: int = 10_000
    webhook: float = 60
    calls: int = 2_000
    events: int = 10_000


@dataclass
class Account:
    """An invented person with a Telegram account."""

    id: int
    key: str
    first_name: str
    name_en: str = ""
    username: str = ""
    language_code: str = ""

    def as_user(self) -> JsonObject:
        """Return the User object that bots see."""
        optional = {"username": self.username, "language_code": self.language_code}
        user = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        return user | {name: value for name, value in optional.items() if value}


@dataclass
class Message:
    """One message; `body` holds what is particular to it, in Bot API form but without file ids."""

    message_id: int
    date: int
    author: int
    body: JsonObject
    seq: int = 0
    bot_id: int = 0
    anonymous: bool = False
    edit_date: int = 0
    reply_to: int = 0
    media: str = ""
    markup: JsonObject | None = None
    had_keyboard: bool = False
    deleted: bool = False

    def is_live(self, now: float) -> bool:
        """Tell whether the message has a location that still moves."""
        period: int = self.body.get("location", {}).get("live_period", 0)
        return period == FOR_EVER or self.date + period > now


@dataclass
class Chat:
    """A private chat of one account with one bot, or a group (`bot_id` 0) of accounts and bots."""

    id: int
    type: str
    bot_id: int = 0
    title: str = ""
    name_en: str = ""
    members: dict[int, str] = field(default_factory=dict)
    migrated_to: int = 0
    keyboard: JsonObject | None = None
    next_message_id: int = 1
    messages: dict[int, Message] = field(default_factory=dict)

    @property
    def private(self) -> bool:
        """Tell whether this is a person's chat with a bot."""
        return self.type == "private"

    def has(self, user_id: int) -> bool:
        """Tell whether an account or bot is in the chat now."""
        return self.members.get(user_id) in PRESENT

    def is_admin(self, user_id: int) -> bool:
        """Tell whether an account or bot administers the group."""
        return self.members.get(user_id) in ADMINS

    def living(self, message_id: int) -> Message | None:
        """Return a message that exists and is not deleted."""
        message = self.messages.get(message_id)
        return None if message is None or message.deleted else message


@dataclass
class Query:
    """A press on an inline button, waiting for the bot's answer."""

    id: str
    bot_id: int
    chat_id: int
    asked_at: float
    answered: bool = False
    text: str = ""
    show_alert: bool = False
    url: str = ""
