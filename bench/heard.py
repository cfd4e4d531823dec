"""Every statement that goes to the database, for those who count or explain them: tests and benches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

import psycopg
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.records import Driver

COMMIT = "COMMIT"
"""What is heard for the end of a unit; a statement that stands alone commits by itself (`Driver.autocommit`)."""
Hear = Callable[[Driver, str, Any], None]
"""Is told the driver's connection, the statement and what it was given, before it is sent."""


@contextmanager
def heard(engine: AsyncEngine, hear: Hear) -> Iterator[None]:
    """Hear what goes over connections that are taken from the pool meanwhile, through SQLAlchemy or past it."""
    hearing, usual = _hearing(hear), (psycopg.AsyncConnection, psycopg.AsyncCursor, psycopg.AsyncServerCursor)

    def taken(pooled: Any, *_of: Any) -> None:
        _make(pooled.driver_connection, *hearing)

    def given_back(pooled: Any, *_of: Any) -> None:
        if pooled:
            _make(pooled.driver_connection, *usual)

    event.listen(engine.sync_engine, "checkout", taken)
    event.listen(engine.sync_engine, "checkin", given_back)
    try:
        yield
    finally:
        # What is still in hand is given back as it was.
        event.remove(engine.sync_engine, "checkout", taken)


def _make(driver: Driver, *kinds: Any) -> None:
    driver.__class__, driver.cursor_factory, driver.server_cursor_factory = kinds


def _hearing(hear: Hear) -> tuple[type[Any], ...]:
    class Connection(psycopg.AsyncConnection[Any]):
        async def commit(self) -> None:
            hear(self, COMMIT, None)
            await super().commit()

    class Cursor(psycopg.AsyncCursor[Any]):
        async def execute(self, query: Any, params: Any = None, **how: Any) -> Self:
            hear(self.connection, query, params)
            return await super().execute(query, params, **how)

    class ServerCursor(psycopg.AsyncServerCursor[Any]):
        async def execute(self, query: Any, params: Any = None, **how: Any) -> Self:
            hear(self.connection, query, params)
            return await super().execute(query, params, **how)

    return Connection, Cursor, ServerCursor
