"""The practice space: the product goes by the time of its page, in every process."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp

from bot.practice import clock
from bot.settings import Settings
from sandbox.demo import demo
from sandbox.state import World
from tests.processes import becomes, free_port
from tests.wire.watch import running

WEEK = timedelta(weeks=1)


def ahead(now: datetime) -> timedelta:
    """Return how far a time is ahead of the machine's, to the minute."""
    return timedelta(minutes=round((now - datetime.now(UTC)).total_seconds() / 60))


def settings(folder: Path, port: int | str, **more: object) -> Settings:
    return Settings.model_validate({"data": folder, "sandbox_port": port, **more})


async def test_the_clock_of_each_process_follows_the_page_forwards_and_back(tmp_path: Path) -> None:
    world = World(time.time, seed=demo())
    async with running(world) as address, aiohttp.ClientSession(address) as page:
        await page.post("/_sandbox/clock", json={"shift": 3600})
        async with clock(settings(tmp_path, address.rsplit(":", 1)[1])) as now:
            assert ahead(now()) == timedelta(hours=1)
            await page.post("/_sandbox/clock", json={"shift": WEEK.total_seconds()})
            await becomes(lambda: ahead(now()) == WEEK + timedelta(hours=1))
            await page.post("/_sandbox/reset")
            await becomes(lambda: ahead(now()) == timedelta())


async def test_without_the_page_the_clock_is_the_machines(tmp_path: Path) -> None:
    async with clock(settings(tmp_path, free_port())) as now:
        assert ahead(now()) == timedelta()


async def test_with_a_real_token_nothing_moves_the_clock(tmp_path: Path) -> None:
    world = World(time.time, seed=demo())
    async with running(world) as address, aiohttp.ClientSession(address) as page:
        await page.post("/_sandbox/clock", json={"shift": WEEK.total_seconds()})
        port = address.rsplit(":", 1)[1]
        async with clock(settings(tmp_path, port, telegram_token="123456:" + "a" * 35)) as now:
            assert ahead(now()) == timedelta()
