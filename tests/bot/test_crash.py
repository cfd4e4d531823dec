"""A process killed at the worst moment loses nothing and does nothing twice; `make crash` kills many more."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import jobs
from bot.demo import hand_out_roles, read_demo
from bot.killpoints import Point, go_on, kill_points
from bot.polling import poll
from bot.settings import KILL_AT, PREFIX, Settings, SettingsError
from bot.updates import Updates
from bot.wiring import open_parts
from sandbox.demo import demo
from sandbox.state import World
from tests.courses import WORDS, reach
from tests.town import Person, Town, TownClock, code_in, office_rules
from tests.wire.watch import running

REAL_TOKEN = "123456:" + "x" * 35
START = 60.0
"""Seconds that a process may take to start, act and die on a busy machine."""


@pytest.fixture
async def town(database: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run the sandbox alone; the roles are given, and bot and worker are started by each test."""
    world = World(time.time, seed=demo())
    async with running(world) as address, aiohttp.ClientSession(address) as http:
        settings = Settings(data=tmp_path, sandbox_port=int(address.rsplit(":", 1)[1]))
        token = read_demo()["bot"]["token"]
        async with open_parts(settings, database, token, office_rules()) as parts:
            await parts.dispatcher.initialize()
            quiet = Town(parts, Updates(parts), TownClock(), http, world, database)
            async with at_work(poll(parts, quiet.updates)):
                await hand_out_roles(parts)
            yield quiet
            await parts.dispatcher.shutdown()


@asynccontextmanager
async def at_work(program: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run a bot or a worker that nobody kills."""
    task = asyncio.create_task(program)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def dies(town: Town, command: str, at: Point, meanwhile: Awaitable[object] | None = None) -> None:
    """Run a process that ends itself at a point; return when it is dead."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    ours = {
        "DATA": str(town.parts.settings.data),
        "DATABASE_URL": town.database,
        "SANDBOX_PORT": str(town.parts.settings.sandbox_port),
        "PORT": str(town.parts.settings.sandbox_port + 1),
        "LOG_LEVEL": "ERROR",
    }
    variables = others | {PREFIX + name: value for name, value in ours.items()} | {KILL_AT: at}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", command, env=variables, stdout=asyncio.subprocess.DEVNULL
    )
    if meanwhile:
        await meanwhile
    assert await asyncio.wait_for(process.wait(), START) == -signal.SIGKILL


async def sends(resident: Person) -> None:
    """Press "send" on the preview just read and wait for nothing."""
    press = {"account": resident.key, "chat_id": resident.chat, "message_id": resident.last["message_id"]}
    async with resident.town.http.post("/_sandbox/press", json={**press, "data": "send"}) as answer:
        assert answer.status == 200


async def petitions(town: Town) -> int:
    return len(await town.query("SELECT 1 FROM petitions"))


@pytest.mark.parametrize(("at", "filed"), [(Point.BEFORE_COMMIT, 0), (Point.AFTER_COMMIT, 1)])
async def test_a_petition_is_filed_once_and_its_receipt_comes_whenever_the_process_dies(
    town: Town, at: Point, filed: int
) -> None:
    async with at_work(poll(town.parts, town.updates)):
        resident = await reach(town, "preview")
    await dies(town, "bot", at, sends(resident))
    assert await petitions(town) == filed
    assert not any("Giấy biên nhận" in said for said in await resident.screen())

    async with at_work(poll(town.parts, town.updates)):
        receipt = await resident.hears("Giấy biên nhận")
        await town.settles()
    assert await petitions(town) == 1
    shown = await town.query("SELECT code FROM petitions")
    assert code_in(receipt).removeprefix("DN-").replace("-", "") == shown[0].code
    assert await town.query("SELECT 1 FROM inbound WHERE done_at IS NULL") == []


async def test_a_letter_whose_worker_dies_before_marking_it_comes_twice_at_most_and_in_its_place(
    town: Town,
) -> None:
    async with at_work(poll(town.parts, town.updates)):
        codes = [await town.files(f"{WORDS} {number}") for number in range(2)]
    await dies(town, "worker", Point.AFTER_LETTER)
    assert await town.query("SELECT 1 FROM deliveries WHERE sent_at IS NOT NULL") == []

    async with at_work(jobs.work(town.parts)):
        await town.officer.hears("Kiến nghị mới", codes[1])
    news = [code_in(said) for said in await town.officer.screen() if "Kiến nghị mới" in said]
    assert news == [codes[0], codes[0], codes[1]]


def test_no_kill_point_is_ever_heeded_with_a_real_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KILL_AT, Point.AFTER_COMMIT)
    assert kill_points(Settings.model_validate({"telegram_token": REAL_TOKEN})) is go_on
    assert kill_points(Settings()) is not go_on


def test_a_kill_point_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KILL_AT, "after_lunch")
    with pytest.raises(SettingsError, match="before_claim"):
        kill_points(Settings())
