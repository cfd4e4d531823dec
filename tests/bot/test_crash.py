"""A process killed at the worst moment loses nothing and does nothing twice; `make crash` kills many more."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot import jobs
from bot.demo import hand_out_roles, read_demo
from bot.killpoints import Point, go_on, kill_points
from bot.outbox import Outbox
from bot.polling import poll
from bot.settings import KILL_AT, Settings, SettingsError
from bot.updates import Updates
from bot.wiring import open_parts, utc_now
from sandbox.demo import demo
from sandbox.state import World
from tests.courses import WORDS, reach
from tests.processes import START, Running, free_port, running_process
from tests.town import Person, Town, TownClock, code_in, office_rules
from tests.wire.watch import running

REAL_TOKEN = "123456:" + "x" * 35
GOES_ON = 5.0
"""Seconds after which the letters of a killed worker go on."""


@pytest.fixture
async def town(database: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run the sandbox alone; roles are given and no letter waits, bot and worker are started by each test."""
    world = World(time.time, seed=demo())
    async with running(world) as address, aiohttp.ClientSession(address) as http:
        settings = Settings(data=tmp_path, sandbox_port=int(address.rsplit(":", 1)[1]), haste_ms=0)
        token = read_demo()["bot"]["token"]
        async with open_parts(settings, database, token, office_rules()) as parts:
            await parts.dispatcher.initialize()
            quiet = Town(parts, Updates(parts), TownClock(), http, world, database)
            async with at_work(poll(parts, quiet.updates)):
                await hand_out_roles(parts)
                await quiet.settles()
            for row in await quiet.query("SELECT DISTINCT contact_id FROM deliveries"):
                await Outbox(parts).drain(row.contact_id)
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


def process(town: Town, command: str, **more: object) -> AbstractAsyncContextManager[Running]:
    """Run a bot or a worker as a process of its own."""
    settings = town.parts.settings
    given = {"DATA": settings.data, "DATABASE_URL": town.database, "SANDBOX_PORT": settings.sandbox_port}
    quick = {"PORT": free_port(), "HASTE_MS": 0, "LOG_LEVEL": "ERROR"}
    return running_process(command, settings.data, **given, **quick, **more)


async def dies(town: Town, command: str, at: Point, meanwhile: Awaitable[object] | None = None) -> None:
    """Run a process that ends itself at a point; return when it is dead."""
    async with process(town, command, KILL_AT=at) as running_:
        if meanwhile:
            await meanwhile
        assert await running_.ends() == -signal.SIGKILL, running_.output


async def strikes(town: Town) -> None:
    """Wait until the fault in force has struck: somebody is in the middle of a call."""
    async with asyncio.timeout(START):
        while True:
            async with town.http.get("/_sandbox/faults") as answer:
                if any(rule["fired"] for rule in (await answer.json())["rules"]):
                    return
            await asyncio.sleep(0.05)


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
    assert not any("Giấy biên nhận" in said for said in await resident.screen(at_once=True))

    async with at_work(poll(town.parts, town.updates)):
        receipt = await resident.hears("Giấy biên nhận")
        await town.settles()
    assert await petitions(town) == 1
    shown = await town.query("SELECT code FROM petitions")
    assert code_in(receipt).removeprefix("DN-").replace("-", "") == shown[0].code
    assert await town.query("SELECT 1 FROM inbound WHERE done_at IS NULL") == []


async def test_a_receipt_comes_though_telegram_has_forgotten_the_press_when_the_killed_bot_is_back(
    town: Town,
) -> None:
    async with at_work(poll(town.parts, town.updates)):
        resident = await reach(town, "preview")
    await dies(town, "bot", Point.AFTER_COMMIT, sends(resident))

    token = read_demo()["bot"]["token"]
    in_an_hour = open_parts(
        town.parts.settings, town.database, token, office_rules(), lambda: utc_now() + timedelta(hours=1)
    )
    async with in_an_hour as parts, at_work(jobs.work(parts)):
        receipt = await resident.hears("Giấy biên nhận")
    shown = await town.query("SELECT code FROM petitions")
    assert [one.code for one in shown] == [code_in(receipt).removeprefix("DN-").replace("-", "")]
    assert await town.query("SELECT 1 FROM inbound WHERE done_at IS NULL") == []


async def test_a_letter_whose_worker_dies_before_marking_it_comes_twice_at_most_and_in_its_place(
    town: Town,
) -> None:
    async with at_work(poll(town.parts, town.updates)):
        codes = [await town.files(f"{WORDS} {number}") for number in range(2)]
    await dies(town, "worker", Point.AFTER_LETTER)
    assert len(await town.query("SELECT 1 FROM deliveries WHERE sent_at IS NULL")) == len(codes)

    async with at_work(jobs.work(town.parts)):
        await town.officer.hears("Kiến nghị mới", codes[1])
    news = [code_in(said) for said in await town.officer.screen(at_once=True) if "Kiến nghị mới" in said]
    assert news == [codes[0], codes[0], codes[1]]


async def test_where_a_worker_is_killed_at_a_letter_another_one_goes_on_within_five_seconds(town: Town) -> None:
    async with at_work(poll(town.parts, town.updates)):
        code = await town.files(WORDS)
    await town.goes_wrong(kind="latency", seconds=30, method="sendMessage")
    async with process(town, "worker") as first:
        await strikes(town)
        async with at_work(jobs.work(town.parts)):
            await asyncio.sleep(1)  # the first look at what is forgotten is over: nothing, a worker has it
            first.gets(signal.SIGKILL)
            killed = time.monotonic()
            await town.officer.hears("Kiến nghị mới", code)
            assert time.monotonic() - killed < GOES_ON


def test_no_kill_point_is_ever_heeded_with_a_real_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KILL_AT, Point.AFTER_COMMIT)
    assert kill_points(Settings.model_validate({"telegram_token": REAL_TOKEN})) is go_on
    assert kill_points(Settings()) is not go_on


def test_a_kill_point_that_does_not_exist_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KILL_AT, "after_lunch")
    with pytest.raises(SettingsError, match="before_claim"):
        kill_points(Settings())
