"""The cable between the product and its database, which a test can pull out and put back."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import make_url


class Cable:
    """Carries connections from a port of this machine to the database's socket."""

    def __init__(self, url: str) -> None:
        self._far = make_url(url)
        self._ends: set[asyncio.StreamWriter] = set()
        self._server: asyncio.Server | None = None
        self._port = 0

    @property
    def url(self) -> str:
        """Return the database's address at this end of the cable."""
        near = self._far.update_query_dict({"host": "127.0.0.1", "port": str(self._port)})
        return near.render_as_string(hide_password=False)

    async def put_in(self) -> None:
        """Let connections through, on the same port each time."""
        self._server = await asyncio.start_server(self._carry, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def pull_out(self) -> None:
        """Cut every connection and refuse new ones."""
        if self._server:
            self._server.close()
        for end in list(self._ends):
            end.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        socket = Path(str(self._far.query["host"])) / f".s.PGSQL.{self._far.query['port']}"
        far_reader, far_writer = await asyncio.open_unix_connection(str(socket))
        await asyncio.gather(self._pump(reader, far_writer), self._pump(far_reader, writer))

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._ends.add(writer)
        try:
            while piece := await reader.read(65_536):
                writer.write(piece)
                await writer.drain()
        except OSError:
            pass  # it was pulled out
        finally:
            self._ends.discard(writer)
            writer.close()


@asynccontextmanager
async def cable_to(url: str) -> AsyncIterator[Cable]:
    """Put a cable in for as long as the context lasts."""
    cable = Cable(url)
    await cable.put_in()
    try:
        yield cable
    finally:
        await cable.pull_out()
