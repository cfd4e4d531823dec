"""A place that one of several processes holds: a lock of the database, which ends with its holder."""

from contextlib import AsyncExitStack

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

POLLER = 1148217462
"""The place of the one process that fetches updates."""


class Place:
    """One of the places by its number; holding it takes one connection of the pool."""

    def __init__(self, engine: AsyncEngine, number: int) -> None:
        self._engine = engine
        self._number = number
        self._connection: AsyncConnection | None = None

    async def held(self) -> bool:
        """Take the place where it is free; tell whether it is ours, and still is."""
        if self._connection is None:
            return await self._taken()
        try:
            await self._connection.execute(text("SELECT 1"))
        except Exception:
            await self.leave()
            raise
        return True

    async def leave(self) -> None:
        """Give the place up."""
        connection, self._connection = self._connection, None
        if connection:
            await connection.invalidate()  # the lock lives as long as the connection, which the pool would keep
            await connection.close()

    async def _taken(self) -> bool:
        async with AsyncExitStack() as until_known:
            connection = await until_known.enter_async_context(self._engine.connect())
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            query = text("SELECT pg_try_advisory_lock(:number)")
            if not (await connection.execute(query, {"number": self._number})).scalar_one():
                return False
            self._connection = connection
            until_known.pop_all()
        return True
