"""The doctor: looks at everything that must be right and says each problem in a sentence with its cure."""

import shutil

from sqlalchemy import create_engine
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

from bot.database import database
from bot.programs import token
from bot.settings import Settings
from bot.wiring import build_dispatcher, load_office
from petitions.refusal import DanNguyenError
from storage.crypto import load_key
from storage.migrate import newest, revision_of

_LITTLE_SPACE = 1024**3


async def problems(settings: Settings) -> list[str]:
    """Return what is wrong, nothing when all is in order."""
    found = [*_programme(settings), *_key(settings), *_disk(settings), *await _database(settings)]
    if not settings.demo:
        found += await _telegram(settings)
    return found


def _programme(settings: Settings) -> list[str]:
    try:
        load_office(settings)
    except DanNguyenError as error:
        return [str(error)]
    return []


def _key(settings: Settings) -> list[str]:
    try:
        load_key(settings.key_path)
    except DanNguyenError as error:
        return [str(error)]
    return []


def _disk(settings: Settings) -> list[str]:
    folder = settings.data if settings.data.exists() else settings.data.absolute().parent
    if shutil.disk_usage(folder).free < _LITTLE_SPACE:
        return [f"Less than 1 GB is free on the disk of {folder}. Make room before petitions are refused."]
    return []


async def _database(settings: Settings) -> list[str]:
    try:
        async with database(settings) as url:
            return _schema(url)
    except DanNguyenError as error:
        return [str(error)]


def _schema(url: str) -> list[str]:
    engine = create_engine(url)
    try:
        with engine.connect() as connection:
            revision = revision_of(connection)
    except SQLAlchemyError:
        return ["The database does not answer. Check DANNGUYEN_DATABASE_URL and that it runs."]
    finally:
        engine.dispose()
    if revision != newest():
        return ["The database does not have the newest schema. Run: dannguyen migrate"]
    return []


async def _telegram(settings: Settings) -> list[str]:
    bot = build_dispatcher(settings, token(settings)).bot
    try:
        await bot.get_me()
    except InvalidToken:
        return ["Telegram does not know the token. Set DANNGUYEN_TELEGRAM_TOKEN to the one that BotFather gave."]
    except TelegramError:
        return ["Telegram is out of reach. Check the network, or set DANNGUYEN_TELEGRAM_PROXY."]
    finally:
        await bot.request.shutdown()
    return []
