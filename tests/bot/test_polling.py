"""Polling: nothing is confirmed before it is finished, nobody waits for a slow chat, and one process polls."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator, Mapping, MutableMapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from structlog.testing import capture_logs

from bot.demo import read_demo
from bot.polling import Window, poll
from bot.running import serving
from bot.settings import Settings
from bot.updates import Updates
from bot.wiring import Parts, open_parts
from sandbox.demo import demo
from sandbox.state import World
from tests.processes import becomes, free_port
from tests.town import Town, office_rules
from tests.wire.watch import running

Lines = list[MutableMapping[str, Any]]
TOKEN = str(read_demo()["bot"]["token"])


def updates(*numbers: int) -> list[Mapping[str, Any]]:
    return [{"update_id": number} for number in numbers]


class Taking:
    """Takes updates as slowly, and with as many failures, as a test wants."""

    def __init__(self) -> None:
        self.taken: list[int] = []
        self.held: set[int] = set()
        self.free = asyncio.Event()
        self.broken: set[int] = set()

    async def take(self, raw: Mapping[str, Any]) -> None:
        number = int(raw["update_id"])
        self.taken.append(number)
        if number in self.held:
            await self.free.wait()
        if number in self.broken:
            raise ValueError


async def test_the_offset_stands_before_the_first_update_that_is_not_finished() -> None:
    taking = Taking()
    window = Window(taking.take)
    taking.held, taking.broken = {2}, {4}
    window.put(updates(1, 2, 3, 4, 5))
    assert not await window.settle(0.1)
    assert window.offset == 2

    window.put(updates(2, 3, 4, 5, 6))
    assert not await window.settle(0.1)
    assert taking.taken == [1, 2, 3, 4, 5, 4, 6], "what is in hand or finished does not begin again"

    taking.free.set()
    taking.broken.clear()
    assert await window.settle(1)
    assert window.offset == 4, "one that failed must come again, even when nothing else is in hand"
    window.put(updates(4, 5, 6))
    assert await window.settle(1)
    assert window.offset == 7


async def test_a_slow_chat_does_not_hold_up_the_others_of_its_batch_or_of_the_next(town: Town) -> None:
    slow, other = await town.agrees(), await town.agrees("resident_2")
    await town.goes_wrong(kind="latency", method="sendMessage", chat_id=slow.chat, seconds=4)
    await slow.says("/help")
    began = time.monotonic()
    for _time in range(2):
        await other.says("/help")
        await other.hears("/status")
    assert time.monotonic() - began < 3.5
    await slow.hears("/status")


@asynccontextmanager
async def _parts(database: str, folder: Path, world: World) -> AsyncIterator[Parts]:
    async with running(world) as address:
        settings = Settings(data=folder, sandbox_port=int(address.rsplit(":", 1)[1]))
        async with open_parts(settings, database, TOKEN, office_rules()) as parts:
            await parts.dispatcher.initialize()
            yield parts
            await parts.dispatcher.shutdown()


@pytest.fixture
def lines() -> Iterator[Lines]:
    """Collect what is logged."""
    with capture_logs() as found:
        yield found


def _told(lines: Lines, event: str) -> list[str]:
    return [str(line) for line in lines if event in str(line)]


async def test_of_two_processes_on_one_database_one_polls_and_the_other_takes_over_when_it_stops(
    database: str, tmp_path: Path, lines: Lines
) -> None:
    world = World(time.time, seed=demo())
    async with _parts(database, tmp_path, world) as first:
        settings = first.settings
        async with open_parts(settings, database, TOKEN, office_rules()) as second:
            await second.dispatcher.initialize()
            polling = asyncio.create_task(poll(first, Updates(first)))
            await becomes(lambda: _polls(world))
            standing_by = asyncio.create_task(poll(second, Updates(second)))
            await becomes(lambda: _told(lines, "second_poller"))
            calls = len(world.calls)
            await asyncio.sleep(1.5)
            assert len(world.calls) == calls, "who stands by leaves Telegram, and the first one, alone"

            polling.cancel()
            await asyncio.gather(polling, return_exceptions=True)
            await becomes(lambda: _polls(world) > 1)
            await _starts(world, settings.sandbox_port)
            await becomes(lambda: not world.first_bot().queue.living())
            standing_by.cancel()
            await asyncio.gather(standing_by, return_exceptions=True)
    [told] = _told(lines, "second_poller")
    assert "stands by and takes over" in told


async def test_a_stranger_who_polls_with_our_token_is_told_once_and_replaced_when_it_stops(
    database: str, tmp_path: Path, lines: Lines
) -> None:
    world = World(time.time, seed=demo())
    async with _parts(database, tmp_path, world) as parts:
        ours = asyncio.create_task(poll(parts, Updates(parts)))
        await becomes(lambda: _polls(world))
        theirs = asyncio.create_task(_poll_rudely(parts.settings.sandbox_port))
        await becomes(lambda: _told(lines, "second_poller"))
        await asyncio.sleep(2.5)
        theirs.cancel()
        await asyncio.gather(theirs, return_exceptions=True)
        await _starts(world, parts.settings.sandbox_port)
        await becomes(lambda: not world.first_bot().queue.living())
        ours.cancel()
        await asyncio.gather(ours, return_exceptions=True)
    [told] = _told(lines, "second_poller")
    assert "terminated by other getUpdates request" in told


async def test_a_webhook_that_telegram_refuses_is_told_as_what_it_is(
    database: str, tmp_path: Path, lines: Lines
) -> None:
    world = World(time.time, seed=demo())
    async with running(world) as address:
        given = {
            "data": tmp_path,
            "sandbox_port": int(address.rsplit(":", 1)[1]),
            "port": free_port(),
            "public_url": "https://dan-nguyen.example:9443",
            "webhook_secret": "a-webhook-secret-of-the-test",
        }
        async with (
            open_parts(Settings.model_validate(given), database, TOKEN, office_rules()) as parts,
            serving(parts),
        ):
            await becomes(lambda: _told(lines, "webhook_refused"))
    [told] = _told(lines, "webhook_refused")
    for said in ("only on ports 80, 88, 443 or 8443", "DANNGUYEN_PUBLIC_URL", "https"):
        assert said in told
    assert str(given["webhook_secret"]) not in told


def _polls(world: World) -> int:
    """Count the fetches, those that wait included."""
    ended = sum(str(call["method"]).lower() == "getupdates" for call in world.calls)
    return ended + (world.first_bot().queue._poll is not None)


async def _starts(world: World, port: int) -> None:
    """Let a resident say something."""
    chat = world.account("resident_1").id
    said = {"account": "resident_1", "text": "/start"}
    address = f"http://127.0.0.1:{port}/_sandbox/chats/{chat}/send"
    async with aiohttp.ClientSession() as http, http.post(address, json=said) as answer:
        assert answer.status == 200


async def _poll_rudely(port: int) -> None:
    """Poll as a program does that tries again at once."""
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}") as http:
        while True:
            async with http.post(f"/bot{TOKEN}/getUpdates", json={"timeout": 25}) as answer:
                await answer.read()
