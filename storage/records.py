"""What every class of records is given: the unit's connection, the box and the unit's time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import psycopg
from psycopg.rows import namedtuple_row
from sqlalchemy import ClauseElement, make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.crypto import Box

Driver = psycopg.AsyncConnection[Any]
_DIALECT = make_url("postgresql+psycopg://").get_dialect()()


@dataclass(frozen=True)
class Records:
    """Base of the query classes, one for each aggregate."""

    connection: AsyncConnection
    box: Box
    now: datetime

    async def _run(self, statement: str, given: Mapping[str, object]) -> None:
        """Run a statement that is written out, for what most updates do.

        It goes past SQLAlchemy, where it would cost two to three times as much. Raises: psycopg.Error.
        """
        await driver_of(self.connection).execute(statement, given)

    async def _rows(self, query: str, given: Mapping[str, object]) -> list[Any]:
        """Return the rows of a query that is written out, read by name. Raises: psycopg.Error."""
        cursor = driver_of(self.connection).cursor(row_factory=namedtuple_row)
        await cursor.execute(query, given)
        return await cursor.fetchall()

    def _address_key(self, channel: str, address: str) -> bytes:
        """Return the keyed hash under which a contact is found by its address."""
        return self.box.lookup(f"{channel}:{address}", "address")


def written(statement: ClauseElement) -> str:
    """Write a statement out for the driver; its values are given by the names of its parameters."""
    return str(statement.compile(dialect=_DIALECT))


def driver_of(connection: AsyncConnection) -> Driver:
    """Return the driver's connection that an open one uses; a transaction of either is the other's too."""
    assert connection.sync_connection is not None  # noqa: S101 - it is open
    driver: Driver = connection.sync_connection.connection.driver_connection  # type: ignore[assignment] # psycopg's
    return driver
