"""The settings, read from the environment once at start; a wrong one is told in a sentence of its own."""

import os
import re
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from petitions.quiet import QuietHours
from petitions.refusal import DanNguyenError

PREFIX = "DANNGUYEN_"
KILL_AT = "DANNGUYEN_KILL_AT"
"""Read by the crash proof alone."""
_SECRET_SIGNS = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_TOKEN = r"^\d{3,}:[A-Za-z0-9_-]{20,}$"  # noqa: S105 - the form of a token
_WEEKLY = r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([01]\d|2[0-3]):[0-5]\d$"
_UNDO, _UNDO_IN_SANDBOX = 60, 10
Port = Annotated[int, Field(ge=1, le=65_535)]


class SettingsError(DanNguyenError):
    """A setting is missing or broken; the message is one sentence a line."""


class Settings(BaseSettings):
    """Everything that an operator can set; the README has the table."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    data: Path = Path("data")
    database_url: SecretStr | None = None
    programme: str = "cau_giay_ward_2025"
    telegram_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_proxy: str | None = None
    public_url: str | None = None
    webhook_secret: SecretStr | None = None
    host: str = "127.0.0.1"
    port: Port = 8080
    sandbox_port: Port = 8081
    key_file: Path | None = None
    language: Literal["vi", "en"] = "vi"
    timezone: str = "Asia/Ho_Chi_Minh"
    quiet_hours: Annotated[QuietHours | None, NoDecode] = QuietHours(time(21), time(7))
    undo_seconds: Annotated[int, Field(ge=0, le=600)] | None = None
    keep_years: Annotated[int, Field(ge=0, le=100)] = 0
    messages_a_minute: Annotated[int, Field(ge=0)] = 30
    haste_ms: Annotated[int, Field(ge=0)] = 1000
    least_free_mb: Annotated[int, Field(ge=0)] = 200
    summary_at: Annotated[str, Field(pattern=_WEEKLY)] = "Mon 07:30"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("telegram_token")
    @classmethod
    def _token_form(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.match(_TOKEN, value.get_secret_value()):
            raise ValueError("it does not look like a bot token (digits, a colon, letters)")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret_form(cls, value: SecretStr | None) -> SecretStr | None:
        signs = value.get_secret_value() if value else "x" * 16
        if not 16 <= len(signs) <= 256 or set(signs) - _SECRET_SIGNS:  # noqa: PLR2004 - Telegram's upper limit
            raise ValueError("it must have 16 to 256 signs of A–Z, a–z, 0–9, _ and -")
        return value

    @field_validator("public_url", "telegram_api_url", "telegram_proxy")
    @classmethod
    def _url_form(cls, value: str | None) -> str | None:
        if value and not _is_address(value):
            raise ValueError("it must be an address such as https://example.org")
        return value.rstrip("/") if value else value

    @field_validator("timezone")
    @classmethod
    def _zone_known(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError("there is no such time zone") from error
        return value

    @field_validator("quiet_hours", mode="before")
    @classmethod
    def _hours(cls, value: object) -> object:
        return QuietHours.parse(value) if isinstance(value, str) else value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Self:
        if (self.public_url is None) != (self.webhook_secret is None):
            raise ValueError(f"{PREFIX}PUBLIC_URL and {PREFIX}WEBHOOK_SECRET must be set together")
        return self

    @property
    def demo(self) -> bool:
        """Tell whether the sandbox stands in for Telegram: no token is set."""
        return self.telegram_token is None

    @property
    def hold(self) -> timedelta:
        """Return how long a decision can be undone; in the sandbox nobody should wait long for its effect."""
        usual = _UNDO_IN_SANDBOX if self.demo else _UNDO
        return timedelta(seconds=usual if self.undo_seconds is None else self.undo_seconds)

    @property
    def haste(self) -> timedelta:
        """Return how long after a press its successor was pressed in haste."""
        return timedelta(milliseconds=self.haste_ms)

    @property
    def webhook(self) -> bool:
        """Tell whether updates come by webhook."""
        return self.public_url is not None

    @property
    def zone(self) -> ZoneInfo:
        """Return the time zone of dates in messages."""
        return ZoneInfo(self.timezone)

    @property
    def key_path(self) -> Path:
        """Return where the encryption key lies."""
        return self.key_file or self.data / "key"

    @property
    def learnt(self) -> Path:
        """Return the folder of what was learnt from officers' decisions."""
        return self.data / "learnt"


def read_settings() -> Settings:
    """Read the environment. Raises: SettingsError — one line a fault, naming the setting."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {KILL_AT}
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)
    if unknown:
        raise SettingsError(
            "\n".join(f"{name} is not a setting; see the README for their names." for name in unknown)
        )
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("\n".join(map(_sentence, error.errors()))) from None


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _sentence(fault: object) -> str:
    """Say what is wrong without repeating the value, which may be a secret."""
    assert isinstance(fault, dict)  # noqa: S101 - pydantic's form of a fault
    name = "_".join(str(part) for part in fault["loc"]).upper()
    told = str(fault["msg"]).removeprefix("Value error, ")
    return f"{PREFIX}{name}: {told}." if name else f"{told}."
