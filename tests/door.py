"""A bot process that takes updates by webhook, in the loop of a test, and the door through which a test posts."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp

from bot.demo import read_demo
from bot.jobs import WORKER
from bot.running import serving
from bot.settings import Settings
from bot.wiring import conninfo, open_parts
from desk.office import Office
from handlers.web.server import SECRET_HEADER
from sandbox.demo import demo
from sandbox.state import World
from tests.processes import START, becomes, free_port
from tests.town import Town, TownClock, office_rules
from tests.wire.watch import running

SECRET = "a-webhook-secret-of-the-test"


class Door:
    """A bot process that takes updates by webhook."""

    def __init__(self, town: Town, address: str, http: aiohttp.ClientSession) -> None:
        self.town, self.address, self._http = town, address, http

    @property
    def database(self) -> str:
        """Return the database's address, for psycopg."""
        return conninfo(self.town.database)

    async def posts(self, body: object, secret: str | None = SECRET, path: str = "/telegram") -> int:
        """Post a body as Telegram would; return the status of the answer."""
        headers = {SECRET_HEADER: secret} if secret is not None else {}
        data = BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        async with self._http.post(f"{self.address}{path}", data=data, headers=headers) as answer:
            return answer.status

    async def shows(self, page: str) -> tuple[int, str]:
        """Return the status and the text of a page."""
        async with self._http.get(f"{self.address}{page}") as answer:
            return answer.status, await answer.text()

    async def reads(self, page: str) -> dict[str, Any]:
        """Return what a page says in JSON."""
        found: dict[str, Any] = json.loads((await self.shows(page))[1])
        return found

    async def missing(self) -> list[str]:
        """Return what the page of readiness says is missing."""
        status, page = await self.shows("/readyz")
        missing: list[str] = json.loads(page)["missing"]
        assert status == (503 if missing else 200), page
        return missing

    async def becomes_ready(self) -> None:
        """Wait until nothing is missing."""
        ends = time.monotonic() + START
        while missing := await self.missing():
            assert time.monotonic() < ends, missing
            await asyncio.sleep(0.1)

    async def beats(self) -> None:
        """Let the worker show that it is alive."""
        async with self.town.parts.store.unit() as unit:
            await unit.registers.beat(WORKER)


@asynccontextmanager
async def open_door(database: str, folder: Path, office: Office | None = None) -> AsyncIterator[Door]:
    """Run a sandbox and a bot on webhook, without a worker, by the rules of an office."""
    world, clock = World(time.time, seed=demo()), TownClock()
    async with (
        running(world) as sandbox,
        aiohttp.ClientSession(sandbox) as http,
        aiohttp.ClientSession() as caller,
    ):
        port = free_port()
        given = {
            "data": folder,
            "port": port,
            "sandbox_port": int(sandbox.rsplit(":", 1)[1]),
            "public_url": f"http://127.0.0.1:{port}",
            "webhook_secret": SECRET,
            "haste_ms": 0,
        }
        settings = Settings.model_validate(given)
        token = read_demo()["bot"]["token"]
        async with (
            open_parts(settings, database, token, office or office_rules(), clock) as parts,
            serving(parts) as updates,
        ):
            await becomes(lambda: world.first_bot().webhook.url)
            yield Door(Town(parts, updates, clock, http, world, database), str(given["public_url"]), caller)
