"""A start and a stop that say what they do: what is in hand is finished, and nobody waits without a word."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

import aiohttp
import pytest

from sandbox.demo import demo
from sandbox.state import World
from storage import embedded
from tests.processes import START, Running, becomes, free_port, running_process
from tests.wire.watch import running

SOON = 20.0
"""Seconds to a start on data that are there; `bench/endurance.json` has the figure of a quiet machine."""


@asynccontextmanager
async def _bot(database: str, folder: Path) -> AsyncIterator[tuple[Running, World, aiohttp.ClientSession]]:
    """Run a bot that polls a sandbox, and wait until it is ready."""
    world = World(time.time, seed=demo())
    async with running(world) as address, aiohttp.ClientSession(address) as http:
        settings = {
            "DATA": folder,
            "DATABASE_URL": database,
            "SANDBOX_PORT": address.rsplit(":", 1)[1],
            "PORT": free_port(),
        }
        async with running_process("bot", folder, **settings) as bot:
            await bot.says("is running")
            yield bot, world, http


async def _starts(world: World, http: aiohttp.ClientSession, seconds: float) -> int:
    """Let a resident begin, and the answer take so long; return the chat when the bot has begun to answer."""
    chat = world.account("resident_1").id
    slow = {"kind": "latency", "method": "sendMessage", "chat_id": chat, "seconds": seconds}
    await http.post("/_sandbox/faults", json={"rules": [slow]})
    await http.post(f"/_sandbox/chats/{chat}/send", json={"account": "resident_1", "text": "/start"})
    await becomes(lambda: world.faults.rules[0].fired)
    return chat


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_stop_finishes_the_update_in_hand_says_so_and_exits_with_0(
    database: str, tmp_path: Path, number: signal.Signals
) -> None:
    async with _bot(database, tmp_path) as (bot, world, http):
        chat = await _starts(world, http, seconds=1)
        bot.gets(number)
        assert await bot.ends() == 0
        async with http.get(f"/_sandbox/chats/{chat}/messages") as answer:
            said = [message for message in (await answer.json())["messages"] if message["from_bot"]]
    assert any("Ông/bà có đồng ý" in message["text"] for message in said)
    lines = [line for line in bot.output.splitlines() if not line.startswith("{")]
    assert lines[0] == "Dân Nguyện is starting …"
    assert lines[-2].startswith("Stopping")
    assert lines[-1] == "Stopped."


async def test_a_second_signal_ends_it_at_once(database: str, tmp_path: Path) -> None:
    async with _bot(database, tmp_path) as (bot, world, http):
        await _starts(world, http, seconds=4.5)
        bot.gets(signal.SIGINT)
        await bot.says("Stopping")
        began = time.monotonic()
        bot.gets(signal.SIGINT)
        assert await bot.ends() == -signal.SIGINT
        assert time.monotonic() - began < 2
    assert "Stopped." not in bot.output


async def test_run_is_ready_soon_on_what_is_there_and_ends_everything_that_it_has_started(tmp_path: Path) -> None:
    ports = {"PORT": free_port(), "SANDBOX_PORT": free_port()}
    for patience in (START, SOON):
        began = time.monotonic()
        async with running_process("run", tmp_path, DATA=tmp_path / "data", **ports) as program:
            async with aiohttp.ClientSession() as http:
                await becomes_ready(http, f"http://127.0.0.1:{ports['PORT']}/readyz")
            assert time.monotonic() - began < patience
            await program.says("is running")
            children = _children(program)
            assert len(children) >= 2
            program.gets(signal.SIGINT)
            assert await program.ends() == 0
        assert program.output.strip().splitlines()[-1] == "Stopped."
        assert "child_died" not in program.output
        await becomes(partial(_gone, children))
        assert embedded.status(tmp_path / "data").pid is None


async def test_run_starts_a_killed_worker_again(tmp_path: Path) -> None:
    ports = {"PORT": free_port(), "SANDBOX_PORT": free_port()}
    async with running_process("run", tmp_path, DATA=tmp_path / "data", **ports) as program:
        await program.says("is running")
        await becomes(lambda: len(_workers(program)) == 2, within=START)
        killed = _workers(program)[0]
        os.kill(killed, signal.SIGKILL)
        await becomes(lambda: killed not in (workers := _workers(program)) and len(workers) == 2, within=START)
    assert program.output.count("child_died") == 1


async def becomes_ready(http: aiohttp.ClientSession, url: str) -> None:
    """Wait until the page says that nothing is missing."""
    ends = time.monotonic() + START
    while True:
        with suppress(aiohttp.ClientError):
            async with http.get(url) as answer:
                if answer.status == 200:
                    return
        assert time.monotonic() < ends, "it is never ready"
        await asyncio.sleep(0.1)


def _workers(program: Running) -> list[int]:
    return [pid for pid in _children(program) if b"worker" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def _gone(pids: list[int]) -> bool:
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


def _children(program: Running) -> list[int]:
    pid = program.process.pid
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
