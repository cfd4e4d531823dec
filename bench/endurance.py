"""What a minute does not show: memory over 100,000 updates and as much rubbish, one chat's flood, the start.

`make endurance` writes bench/endurance.json; 1 where a figure is above its bound.
"""

import asyncio
import itertools
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
import uvloop

from bench.throughput import sink, stage
from bench.throughput.driver import CONNECTIONS, SECRET, Update, chatter, conversation, drive, residents

UPDATES = RUBBISH = 100_000
PARTS = 5
"""Of the rubbish, after each of which memory is looked at."""
FLOOD, OTHERS = 300, 60
STARTS = 3
PETITIONS_EACH = 2
"""Petitions of a resident before the next one comes: five thousand residents and more pass by."""
BOUNDS = {"memory_mb": 250, "growth_mb": 10, "rubbish_growth_mb": 2, "delay_ms": 100, "start_seconds": 5}
"""At most. Growth is that in the second half of the updates, and after the first fifth of the rubbish."""
RESULT = Path(__file__).with_name("endurance.json")
_ROOT = Path(__file__).parents[1]
_TO_START = 60.0
_BODIES = (b"{}", b"not JSON", b"\x00\xff" * 200, b'{"update_id": 1, "message": {"text": "x"}}', b"x" * 2_000_000)
_HEADER = "X-Telegram-Bot-Api-Secret-Token"


@dataclass(frozen=True)
class Bot:
    """A running bot on webhook."""

    pid: int
    port: int
    log: Path

    @property
    def memory(self) -> float:
        """Return the megabytes that it holds."""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def main() -> int:
    """Measure, print, write down."""
    load = os.getloadavg()[0]
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        figures = runner.run(_measured())
    about = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": _machine(), "load_before": load}
    result = {**about, **figures, "bounds": BOUNDS}
    RESULT.write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", "utf-8")
    sys.stdout.write(json.dumps(figures, ensure_ascii=False, indent=1) + "\n")
    return int(any(figures["summary"][name] > bound for name, bound in BOUNDS.items()))


async def _measured() -> dict[str, Any]:
    with _folder() as folder:
        start = await _starts(folder)
    with stage.server() as server:
        url = stage.database(server, "endurance", 10)
        async with _bot(server.folder, url) as bot:
            memory = await _memory(bot, url)
            flood = await _flood(bot)
            rubbish = await _rubbish(bot)
    summary = {
        "memory_mb": memory["mb"][-1][1],
        "growth_mb": round(memory["mb"][-1][1] - _at(memory["mb"], UPDATES // 2), 1),
        "rubbish_growth_mb": round(rubbish["mb"][-1] - rubbish["mb"][1], 1),
        "delay_ms": flood["delay_ms"],
        "start_seconds": max(start["seconds"]),
    }
    return {"summary": summary, "memory": memory, "rubbish": rubbish, "flood": flood, "start": start}


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="dannguyen-endurance-") as folder:
        Path(folder).chmod(0o711)  # the server's own account must be able to pass
        yield Path(folder)


async def _memory(bot: Bot, url: str) -> dict[str, Any]:
    """Let residents file petition after petition; note the memory on the way."""
    before, _jobs = stage.counts(url)
    writers, done, failed, noted = residents(_passing_by), 0, 0, [(0, round(bot.memory, 1))]
    while done < UPDATES:
        seen = await drive(bot.port, writers, 5.0)
        done, failed = done + seen.done, failed + seen.failed
        noted.append((done, round(bot.memory, 1)))
    after, _jobs = stage.counts(url)
    return {"updates": done, "failed": failed, "petitions": after - before, "mb": noted}


def _passing_by(connection: int) -> Iterator[Update]:
    """Walk one resident after another through their petitions."""
    for number in itertools.count():
        walk = conversation(connection * 1_000_000 + number)
        yield from itertools.islice(walk, 2 + 7 * PETITIONS_EACH)


async def _flood(bot: Bot) -> dict[str, Any]:
    """Measure what somebody waits for an answer, alone and while another chat sends on all connections."""
    async with aiohttp.ClientSession(f"http://127.0.0.1:{bot.port}", headers={_HEADER: SECRET}) as http:
        alone = await _answers(http, chatter(901), OTHERS)
        updates = itertools.islice(chatter(902), FLOOD)
        flood = [asyncio.create_task(_pour(http, updates)) for _one in range(CONNECTIONS)]
        meanwhile, during = [], chatter(903)
        while not all(task.done() for task in flood):
            meanwhile += await _answers(http, during, 1)
        await asyncio.gather(*flood)
    middle, busy = statistics.median(alone), statistics.median(meanwhile)
    return {
        "updates_of_one_chat": FLOOD,
        "alone_ms": round(middle, 1),
        "meanwhile_ms": round(busy, 1),
        "meanwhile_worst_ms": round(max(meanwhile), 1),
        "delay_ms": round(busy - middle, 1),
    }


async def _answers(http: aiohttp.ClientSession, updates: Iterator[Update], count: int) -> list[float]:
    """Return after how many milliseconds each of some updates was confirmed, one after the other."""
    times = []
    for update in itertools.islice(updates, count):
        began = time.perf_counter()
        await _post(http, update)
        times.append(1000 * (time.perf_counter() - began))
    return times


async def _pour(http: aiohttp.ClientSession, updates: Iterator[Update]) -> None:
    for update in updates:
        await _post(http, update)


async def _post(http: aiohttp.ClientSession, update: Update) -> None:
    async with http.post("/telegram", json=update) as answer:
        answer.raise_for_status()


async def _rubbish(bot: Bot) -> dict[str, Any]:
    """Throw rubbish at the webhook without the secret, and with a wrong one."""
    held, began, statuses = [bot.memory], time.monotonic(), Counter[int]()
    bodies = itertools.cycle(itertools.product(_BODIES, ({}, {_HEADER: "wrong"})))
    async with aiohttp.ClientSession(f"http://127.0.0.1:{bot.port}") as http:

        async def throw(these: Iterator[tuple[bytes, Mapping[str, str]]]) -> None:
            for body, headers in these:
                with suppress(aiohttp.ClientError):  # it hangs up before it has read two megabytes
                    async with http.post("/telegram", data=_sent(body), headers=headers) as answer:
                        statuses[answer.status] += 1

        for _part in range(PARTS):
            part = itertools.islice(bodies, RUBBISH // PARTS)
            await asyncio.gather(*(throw(part) for _one in range(CONNECTIONS)))
            held.append(bot.memory)
    return {
        "bodies": RUBBISH,
        "answers": dict(statuses),
        "seconds": round(time.monotonic() - began, 1),
        "mb": [round(one, 1) for one in held],
        "log_lines": len(bot.log.read_text().splitlines()),
    }


async def _sent(body: bytes) -> AsyncIterator[bytes]:
    yield body


async def _starts(folder: Path) -> dict[str, Any]:
    """Start everything on data that are there; return how long it took until it was ready."""
    port, seconds = stage.free_port(), []
    settings = {"DATA": str(folder / "data"), "PORT": str(port), "SANDBOX_PORT": str(stage.free_port())}
    for _start in range(STARTS + 1):
        began = time.monotonic()
        async with _process("bot", "run", settings=settings, stdout=subprocess.DEVNULL):
            await _page(f"http://127.0.0.1:{port}/readyz")
            seconds.append(round(time.monotonic() - began, 2))
    return {"first_seconds": seconds[0], "seconds": seconds[1:]}


async def _page(url: str) -> None:
    """Wait until a page answers with 200."""
    async with asyncio.timeout(_TO_START), aiohttp.ClientSession() as http:
        while True:
            with suppress(aiohttp.ClientError):
                async with http.get(url) as answer:
                    if answer.ok:
                        return
            await asyncio.sleep(0.02)


@asynccontextmanager
async def _bot(folder: Path, url: str) -> AsyncIterator[Bot]:
    """Run one bot on webhook, with a sink in place of Telegram and its log in a file."""
    port, log = stage.free_port(), folder / "endurance.log"
    async with sink.serving() as api:
        settings = stage.of_our_bot(url, folder, port, api) | {"LOG_LEVEL": "WARNING"}
        command = ("bench.throughput.webhook_bot", str(folder / "endurance-report.json"))
        with log.open("wb") as errors:
            async with _process(*command, settings=settings, stderr=errors) as pid:
                await _page(f"http://127.0.0.1:{port}/healthz")
                await asyncio.sleep(2)  # it answers a moment before it has introduced itself to Telegram
                yield Bot(pid, port, log)


@asynccontextmanager
async def _process(*command: str, settings: dict[str, str], **streams: Any) -> AsyncIterator[int]:
    """Run a module of ours with these settings; yield its id."""
    variables = os.environ | {f"DANNGUYEN_{name}": value for name, value in settings.items()}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command, env=variables, cwd=_ROOT, **streams
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


def _at(noted: list[tuple[int, float]], updates: int) -> float:
    return next(mb for done, mb in noted if done >= updates)


def _machine() -> str:
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    model = models[0].split(": ", 1)[1] if models else platform.machine()
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
