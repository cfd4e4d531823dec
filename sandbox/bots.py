"""The bots of the sandbox: who they are, and what each has set up on the server."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Final

from sandbox.model import JsonObject
from sandbox.updates import UpdateQueue

TOKEN: Final = re.compile(r"([1-9]\d{0,15}):[A-Za-z0-9_-]{3,64}")
DEFAULT_CONNECTIONS: Final = 40


@dataclass
class Webhook:
    """Where updates are posted (an empty `url`: nowhere), and how the last posts went."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    ip_address: str = ""
    has_certificate: bool = False
    last_error_date: int = 0
    last_error_message: str = ""
    gone_since: float = 0.0

    def same_as(self, other: Webhook) -> bool:
        """Tell whether both were set with the same arguments."""
        return self.settings() == other.settings()

    def settings(self) -> JsonObject:
        """Return what was set, without what happened since."""
        happened = {"last_error_date", "last_error_message", "gone_since"}
        return {name: value for name, value in asdict(self).items() if name not in happened}


@dataclass
class Bot:
    """A bot account with its token, its updates and its settings."""

    id: int
    token: str
    username: str
    first_name: str
    queue: UpdateQueue
    name_en: str = ""
    webhook: Webhook = field(default_factory=Webhook)
    next_webhook_at: float = 0.0
    commands: dict[str, list[JsonObject]] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    paths: dict[str, tuple[str, float]] = field(default_factory=dict)
    on_webhook: Callable[[], None] = lambda: None

    def as_user(self) -> JsonObject:
        """Return the User object that everyone sees."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def as_self(self) -> JsonObject:
        """Return the User object of getMe."""
        return self.as_user() | {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
