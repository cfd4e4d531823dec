"""The doctor: looks at everything that must be right, changes nothing, and says of each thing how it stands."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

from bot.database import database
from bot.programs import token
from bot.room import free_bytes
from bot.settings import PREFIX, Settings
from bot.wiring import build_dispatcher, load_office, utc_now
from petitions.data import inspect
from petitions.refusal import DanNguyenError
from storage import embedded
from storage.crypto import load_key
from storage.migrate import newest, revision_of

_MEGABYTE, _GIGABYTE = 1024**2, 1024**3
GOOD, NOTE, BAD = "✓", "!", "✗"
"""In order; to know; to mend, since it stops the start or loses something."""


@dataclass(frozen=True)
class Finding:
    """How one thing stands, in a sentence with its cure where it needs one."""

    mark: str
    about: str
    says: str

    def __str__(self) -> str:
        return f"{self.mark} {self.about}: {self.says}"


async def look(settings: Settings) -> list[Finding]:
    """Return how everything stands that a start needs."""
    return [
        _settings(settings),
        *_programme(settings),
        _key(settings.key_path),
        _disk(settings),
        await _database(settings),
        await _telegram(settings),
    ]


def _settings(settings: Settings) -> Finding:
    given = sorted(f"{PREFIX}{name.upper()}" for name in settings.model_fields_set)
    return Finding(GOOD, "Settings", f"{', '.join(given) or 'none'} set, all others at their defaults.")


def _programme(settings: Settings) -> list[Finding]:
    name = str(settings.programme)
    found = inspect(name, utc_now().date())
    if found.faults:
        return [Finding(BAD, f"Programme {name}", fault) for fault in found.faults]
    if found.open_items:
        return [_open(settings, name, len(found.open_items))]
    try:
        load_office(settings)
    except DanNguyenError as error:
        return [Finding(BAD, f"Programme {name}", str(error))]
    return [Finding(GOOD, f"Programme {name}", "whole and filled in.")]


def _open(settings: Settings, name: str, count: int) -> Finding:
    stop = "with a token they stop the start" if settings.demo else "they stop the start"
    cure = f"List them: dannguyen programme check {name}"
    return Finding(
        NOTE if settings.demo else BAD,
        f"Programme {name}",
        f"whole, but {count} items are still to be filled in by the office; {stop}. {cure}",
    )


def _key(file: Path) -> Finding:
    if not file.exists():
        return Finding(NOTE, "Key", f"not made yet; the first run makes {file}. Keep a copy of it elsewhere.")
    try:
        load_key(file)
    except DanNguyenError as error:
        return Finding(BAD, "Key", str(error))
    return Finding(GOOD, "Key", f"{file}, readable by its owner alone.")


def _disk(settings: Settings) -> Finding:
    folder, free, least = settings.data.absolute(), free_bytes(settings.data), settings.least_free_mb
    if free < least * _MEGABYTE:
        cure = "Make room, or lower DANNGUYEN_LEAST_FREE_MB."
        return Finding(
            BAD, "Disk", f"less than {least} MB free where {folder} lies: petitions are refused. {cure}"
        )
    if free < _GIGABYTE:
        return Finding(NOTE, "Disk", f"less than 1 GB is free where {folder} lies. Make room.")
    return Finding(GOOD, "Disk", f"{free // _GIGABYTE} GB free where {folder} lies.")


async def _database(settings: Settings) -> Finding:
    try:
        if settings.database_url is None and embedded.status(settings.data).pid is None:
            return _resting(settings.data)
        async with database(settings) as url:
            return _schema(url)
    except DanNguyenError as error:
        return Finding(BAD, "Database", str(error))


def _resting(folder: Path) -> Finding:
    """Say of an embedded server that does not run whether it was ever made."""
    made = embedded.status(folder).home
    if made is None:
        return Finding(NOTE, "Database", f"not made yet; the first run makes its own PostgreSQL under {folder}.")
    return Finding(
        NOTE, "Database", f"it is in {made} and does not run now; a start brings it to the newest schema."
    )


def _schema(url: str) -> Finding:
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            revision = revision_of(connection)
    except SQLAlchemyError:
        return Finding(BAD, "Database", "it does not answer. Check DANNGUYEN_DATABASE_URL and that it runs.")
    finally:
        engine.dispose()
    if revision != newest():
        return Finding(BAD, "Database", "it does not have the newest schema. Run: dannguyen migrate")
    return Finding(GOOD, "Database", "it answers and has the newest schema.")


async def _telegram(settings: Settings) -> Finding:
    if settings.demo:
        return Finding(NOTE, "Telegram", "no token is set, so the sandbox stands in: nothing reaches Telegram.")
    bot = build_dispatcher(settings, token(settings)).bot
    try:
        return Finding(GOOD, "Telegram", f"@{(await bot.get_me()).username} answers.")
    except InvalidToken:
        cure = "Set DANNGUYEN_TELEGRAM_TOKEN to the one that BotFather gave."
        return Finding(BAD, "Telegram", f"it does not know the token. {cure}")
    except TelegramError:
        return Finding(BAD, "Telegram", "out of reach. Check the network, or set DANNGUYEN_TELEGRAM_PROXY.")
    finally:
        await bot.request.shutdown()
