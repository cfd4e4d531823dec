"""Which database this process uses: the one that is set, or the embedded server under the data folder."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, OperationalError, ProgrammingError

from bot.settings import Settings, SettingsError
from storage import embedded
from storage.migrate import migrate


@asynccontextmanager
async def database(settings: Settings) -> AsyncIterator[str]:
    """Yield the address of a running database; an embedded server is stopped by the last process that uses it.

    Raises: SettingsError, EmbeddedServerError.
    """
    if settings.database_url:
        yield _address(settings)
        return
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise SettingsError(
            f"DANNGUYEN_DATA: the folder {settings.data} cannot be made. Choose another, or ask who owns it."
        ) from None
    server = await asyncio.to_thread(embedded.start, settings.data)
    try:
        yield server.url
    finally:
        await asyncio.to_thread(embedded.stop, server)


async def migrated(url: str) -> None:
    """Bring the database to the newest schema. Raises: SettingsError — it is out of reach."""
    try:
        await asyncio.to_thread(migrate, url)
    except OperationalError:
        raise SettingsError(
            "The database of DANNGUYEN_DATABASE_URL does not answer. Check the address and that it runs."
        ) from None
    except (psycopg.ProgrammingError, ProgrammingError):
        raise SettingsError(
            "DANNGUYEN_DATABASE_URL: it has an option that PostgreSQL does not know. Check what follows the ?."
        ) from None


def _address(settings: Settings) -> str:
    """Return the set address with the driver that we use."""
    assert settings.database_url is not None  # noqa: S101 - the caller asked
    try:
        url = make_url(settings.database_url.get_secret_value())
    except (ArgumentError, ValueError):
        raise SettingsError(
            "DANNGUYEN_DATABASE_URL: it must look like postgresql://user:password@host/database."
        ) from None
    if not url.drivername.startswith("postgres"):
        raise SettingsError("DANNGUYEN_DATABASE_URL: only PostgreSQL is supported (postgresql://…).")
    return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
