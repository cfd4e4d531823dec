"""How long a letter takes while a thousand others wait for one group: `make letters`.

One worker, a real database with fsync, and a sink that stands in for Telegram and answers after 50 ms. Letters to
private chats are measured alone, then beside a thousand letters to one group, each written in a unit of its own as
the desk does it: at Telegram's pace, where the group's line rests; without a pace, where it is at work all the
time; and after an outage, where the worker finds all of them at its start. Writes bench/letters.json.
"""

import asyncio
import itertools
import json
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import uvloop
from aiohttp import web

from bot import jobs
from bot.pace import TELEGRAM, Pace, Paces
from bot.settings import Settings
from bot.wiring import Parts, load_office, open_parts
from desk.letter import pack, say
from petitions.kinds import Field
from storage import embedded
from storage.migrate import migrate

WAITING, LETTERS, EVERY = 1_000, 100, 0.05
"""Letters to the group; letters that are measured, and the seconds between two of these."""
ANSWER = 0.05
GROUP = -4_000_000_000
MOST = 2.0
"""By how much the median may grow."""
HERE = Path(__file__).parent
_NOW = timedelta(0)
UNPACED = Paces(private=Pace(_NOW), group=Pace(_NOW), a_second=0, least=0)
T = TypeVar("T")
Row = tuple[list[float], list[float]]
"""The seconds of each letter, alone and beside the thousand."""
_LETTER = pack(say(f"field-{Field.CAY}"))
_CHATS, _PORTS = itertools.count(1_000), itertools.count(18_580)


@dataclass
class Sink:
    """Stands in for Telegram; `arrived` are the times at which a chat's first message came."""

    arrived: dict[int, float] = field(default_factory=dict)
    messages: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def answer(self, request: web.Request) -> web.Response:
        """Answer a Bot API call."""
        chat = int((await request.post())["chat_id"])
        self.arrived.setdefault(chat, time.perf_counter())
        await asyncio.sleep(ANSWER)
        sent = {"message_id": next(self.messages), "date": 1, "chat": {"id": chat, "type": "private"}, "text": "-"}
        return web.json_response({"ok": True, "result": sent})

    async def arrivals(self, began: dict[int, float]) -> list[float]:
        """Wait for a message in each chat; return how long after its beginning each came."""
        while not began.keys() <= self.arrived.keys():  # noqa: ASYNC110 - looked at rarely, it costs nothing
            await asyncio.sleep(EVERY)
        return [self.arrived[chat] - start for chat, start in began.items()]


@asynccontextmanager
async def sink() -> AsyncIterator[tuple[Sink, int]]:
    """Serve the sink; yield it and its port."""
    stands_in, port = Sink(), next(_PORTS)
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", stands_in.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        yield stands_in, port
    finally:
        await runner.cleanup()


async def write(parts: Parts, contact: int) -> None:
    """Write a letter as the desk does."""
    async with parts.store.unit() as unit:
        await unit.deliveries.add(contact, _LETTER)


async def newcomers(parts: Parts) -> dict[int, int]:
    """Make as many people as letters are measured; return their contacts by chat."""
    async with parts.store.unit() as unit:
        chats = [next(_CHATS) for _letter in range(LETTERS)]
        return {chat: (await unit.people.welcome("telegram", str(chat), "vi")).contact for chat in chats}


async def crowd(parts: Parts) -> None:
    """Let a thousand letters wait for the group."""
    async with parts.store.unit() as unit:
        group = await unit.groups.bind("telegram", str(GROUP), "ward_police")
    for _letter in range(WAITING):
        await write(parts, group)


async def one_by_one(parts: Parts, stands_in: Sink) -> list[float]:
    """Return the seconds that each of the letters took from being written to Telegram."""
    began: dict[int, float] = {}
    for chat, contact in (await newcomers(parts)).items():
        began[chat] = time.perf_counter()
        await write(parts, contact)
        await asyncio.sleep(EVERY)
    return await stands_in.arrivals(began)


@asynccontextmanager
async def at_work(parts: Parts) -> AsyncIterator[None]:
    """Run a worker."""
    worker = asyncio.create_task(jobs.work(parts))
    try:
        yield
    finally:
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)


async def beside(parts: Parts, stands_in: Sink) -> Row:
    """Measure letters alone, and right after a thousand to one group."""
    async with at_work(parts):
        await one_by_one(parts, stands_in)  # what is built on first use
        alone = await one_by_one(parts, stands_in)
        await crowd(parts)
        return alone, await one_by_one(parts, stands_in)


async def outage(parts: Parts, stands_in: Sink) -> list[float]:
    """Return the seconds from the start of a worker to each letter, all written before."""
    people = await newcomers(parts)
    for contact in people.values():
        await write(parts, contact)
    async with at_work(parts):
        return await stands_in.arrivals(dict.fromkeys(people, time.perf_counter()))


async def crowded_outage(parts: Parts, stands_in: Sink) -> list[float]:
    """Do the same behind a thousand letters to one group."""
    await crowd(parts)
    return await outage(parts, stands_in)


@contextmanager
def home() -> Iterator[tuple[Path, str]]:
    """Run a real database, with fsync; yield its folder and address."""
    with tempfile.TemporaryDirectory(prefix="dannguyen-bench-") as folder:
        Path(folder).chmod(0o711)  # the server's own account must be able to pass
        with embedded.running(Path(folder)) as server:
            migrate(server.url)
            yield Path(folder), server.url


async def running(how: Callable[[Parts, Sink], Awaitable[T]], paces: Paces) -> T:
    """Measure on a database and a sink of its own."""
    with home() as (folder, url):
        async with sink() as (stands_in, port):
            settings = Settings(data=folder, sandbox_port=port, log_level="ERROR")
            async with open_parts(settings, url, "1:bench", load_office(settings), paces=paces) as parts:
                return await how(parts, stands_in)


async def rows() -> AsyncIterator[tuple[str, Row]]:
    """Measure all."""
    yield "at Telegram's pace", await running(beside, TELEGRAM)
    yield "without a pace", await running(beside, UNPACED)
    yield "after an outage", (await running(outage, UNPACED), await running(crowded_outage, UNPACED))


def figures(alone: list[float], others: list[float]) -> dict[str, float]:
    """Return medians and slowest twentieths in milliseconds, and the ratio of the medians."""
    found: dict[str, float] = {}
    for name, seconds in (("alone", alone), ("beside", others)):
        found[f"{name}_p50_ms"] = round(1000 * statistics.median(seconds))
        found[f"{name}_p95_ms"] = round(1000 * statistics.quantiles(seconds, n=20)[-1])
    return found | {"ratio": round(statistics.median(others) / statistics.median(alone), 2)}


async def measure() -> int:
    """Measure, print a table, write the figures; 1 where a letter takes more than twice as long."""
    report: dict[str, Any] = {"waiting": WAITING, "letters": LETTERS, "answer_ms": round(1000 * ANSWER)}
    worst = 0.0
    async for name, (alone, others) in rows():
        report[name] = found = figures(alone, others)
        worst = max(worst, found["ratio"])
        sys.stdout.write(f"{name:20}{found}\n")
    (HERE / "letters.json").write_text(json.dumps(report, indent=1) + "\n")
    return int(worst > MOST)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        sys.exit(runner.run(measure()))
