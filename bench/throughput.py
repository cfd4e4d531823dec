"""Updates a second of this bot beside a bare echo of the library, in one run: `make bench`.

One driver, 40 keep-alive connections, each a resident who walks through the filing of a petition; a sink stands
in for Telegram and answers at once. Every update is finished (committed, replied to) before its 200. Writes
bench/latest.json.
"""

import asyncio
import itertools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
from aiohttp import web

from storage import embedded
from storage.migrate import migrate

CONNECTIONS, SECONDS, ROUNDS = 40, 6.0, 3
SECRET = "bench-bench-bench-bench"  # noqa: S105 - of a throw-away process
HERE = Path(__file__).parent
_TICKS = os.sysconf("SC_CLK_TCK")
_PORTS = itertools.count(18_480)
_UPDATES = itertools.count(1)


@dataclass
class Sink:
    """Stands in for Telegram: every method succeeds at once."""

    calls: int = 0
    messages: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def answer(self, request: web.Request) -> web.Response:
        """Answer a Bot API call."""
        self.calls += 1
        method = request.match_info["method"].lower()
        if method == "getme":
            me = {"id": 7_000_000_001, "is_bot": True, "first_name": "Bench", "username": "bench_bot"}
            return web.json_response({"ok": True, "result": me})
        if method in {"sendmessage", "editmessagetext"}:
            chat = {"id": 1, "type": "private"}
            sent = {"message_id": next(self.messages), "date": int(time.time()), "chat": chat, "text": "-"}
            return web.json_response({"ok": True, "result": sent})
        return web.json_response({"ok": True, "result": True})


@dataclass
class Run:
    """What one round measured."""

    done: int = 0
    failed: int = 0
    times: list[float] = field(default_factory=list)
    cpu: float = 0.0
    seconds: float = 0.0


def message(user: int, text: str) -> dict[str, Any]:
    """Make the update of a message."""
    who = {"id": user, "is_bot": False, "first_name": "Cư dân", "language_code": "vi"}
    words: dict[str, Any] = {
        "message_id": next(_UPDATES),
        "date": int(time.time()),
        "chat": {"id": user, "type": "private", "first_name": "Cư dân"},
        "from": who,
        "text": text,
    }
    if text.startswith("/"):
        words["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"update_id": next(_UPDATES), "message": words}


def press(user: int, data: str) -> dict[str, Any]:
    """Make the update of a pressed button."""
    shown = message(user, "-")["message"]
    query = {
        "id": str(next(_UPDATES)),
        "from": shown["from"],
        "chat_instance": "1",
        "data": data,
        "message": shown,
    }
    return {"update_id": next(_UPDATES), "callback_query": query}


def conversation(user: int) -> Iterator[dict[str, Any]]:
    """Walk a resident through one petition, and again for ever."""
    yield message(user, "/start")
    yield press(user, "agree:1")
    for number in itertools.count():
        yield message(user, "/new")
        yield message(user, f"Đèn đường ngõ {user % 97} hỏng đã {number + 2} ngày, tối rất khó đi.")
        yield press(user, "done:files")
        yield message(user, f"ngõ {user % 97}, gần số nhà {number + 1}")
        yield press(user, "name:nobody")
        yield press(user, "send")
        yield message(user, "/status")


def chatter(user: int) -> Iterator[dict[str, Any]]:
    """Send messages for ever."""
    while True:
        yield message(user, "Đèn đường ngõ 20 hỏng đã hai tuần.")


async def measure(port: int, pid: int, users: int, *, real: bool) -> Run:
    """Drive a bot with all connections for some seconds."""
    run = Run()
    connector = aiohttp.TCPConnector(limit=CONNECTIONS)
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}", connector=connector, headers=headers) as http:
        walks = [(conversation if real else chatter)(users + one) for one in range(CONNECTIONS)]
        began, spent, ends = time.monotonic(), cpu_of(pid), time.monotonic() + SECONDS
        await asyncio.gather(*(_walk(http, walk, run, ends) for walk in walks))
        run.seconds, run.cpu = time.monotonic() - began, cpu_of(pid) - spent
    return run


async def _walk(http: aiohttp.ClientSession, updates: Iterator[dict[str, Any]], run: Run, ends: float) -> None:
    for update in updates:
        started = time.perf_counter()
        async with http.post("/telegram", json=update) as answer:
            good = answer.status == 200  # noqa: PLR2004 - OK
        run.done += good
        run.failed += not good
        run.times.append(time.perf_counter() - started)
        if time.monotonic() > ends:
            return


def cpu_of(pid: int) -> float:
    """Return the seconds of CPU that a process has used."""
    parts = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(parts[11]) + int(parts[12])) / _TICKS


@asynccontextmanager
async def sink() -> AsyncIterator[tuple[Sink, str]]:
    """Serve the sink."""
    stands_in = Sink()
    app = web.Application()
    app.router.add_route("*", "/bot{token}/{method}", stands_in.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port := next(_PORTS)).start()
    try:
        yield stands_in, f"http://127.0.0.1:{port}"
    finally:
        await runner.cleanup()


@contextmanager
def process(*command: str, **environment: str) -> Iterator[int]:
    """Run a process of Python; yield its id."""
    started = subprocess.Popen(  # noqa: S603 - our own modules
        [sys.executable, "-m", *command], env=os.environ | environment, cwd=HERE.parent
    )
    try:
        yield started.pid
    finally:
        started.terminate()
        started.wait(timeout=30)


async def answering(port: int) -> None:
    """Wait until a port answers."""
    async with aiohttp.ClientSession() as http:
        while True:
            try:
                async with http.get(f"http://127.0.0.1:{port}/healthz"):
                    break
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
    await asyncio.sleep(1.0)


def row(name: str, runs: list[Run]) -> dict[str, Any]:
    """Sum up the rounds: medians, and the worst percentile of the median round."""
    rates = [run.done / run.seconds for run in runs]
    middle = sorted(runs, key=lambda run: run.done)[len(runs) // 2]
    cuts = statistics.quantiles(middle.times, n=100)
    return {
        "name": name,
        "updates_per_second": round(statistics.median(rates)),
        "lowest": round(min(rates)),
        "highest": round(max(rates)),
        "p50_ms": round(cuts[49] * 1000, 1),
        "p99_ms": round(cuts[98] * 1000, 1),
        "cpu_ms_per_update": round(1000 * middle.cpu / max(middle.done, 1), 2),
        "failed": sum(run.failed for run in runs),
    }


async def compare(url: str, folder: str) -> list[dict[str, Any]]:
    """Measure the three side by side: each round drives all of them, one after another."""
    runs: dict[str, list[Run]] = {"bare echo, stock transport": [], "bare echo, own transport": [], "this bot": []}
    async with sink() as (_sink, api):
        ports = [next(_PORTS) for _one in range(3)]
        environment = {
            "DANNGUYEN_DATABASE_URL": url,
            "DANNGUYEN_DATA": folder,
            "DANNGUYEN_PUBLIC_URL": f"http://127.0.0.1:{ports[2]}",
            "DANNGUYEN_WEBHOOK_SECRET": SECRET,
            "DANNGUYEN_PORT": str(ports[2]),
            "DANNGUYEN_SANDBOX_PORT": api.rsplit(":", 1)[1],
            "DANNGUYEN_LOG_LEVEL": "ERROR",
            "DANNGUYEN_MESSAGES_A_MINUTE": "0",
        }
        with (
            process("bench.echo", str(ports[0]), api, "stock") as stock,
            process("bench.echo", str(ports[1]), api, "own") as own,
            process("bench.webhook_bot", **environment) as ours,
        ):
            for port in ports:
                await answering(port)
            for number in range(ROUNDS):
                users = 1_000_000 * (number + 1)
                for name, port, pid in zip(runs, ports, (stock, own, ours), strict=True):
                    runs[name].append(await measure(port, pid, users, real=name == "this bot"))
    return [row(name, measured) for name, measured in runs.items()]


def main() -> int:
    """Measure, print a table, write the figures; 1 where the bot is slower than the bare echo."""
    with tempfile.TemporaryDirectory(prefix="dannguyen-bench-") as folder:
        Path(folder).chmod(0o711)
        with embedded.running(Path(folder)) as server:
            migrate(server.url)
            rows = asyncio.run(compare(server.url, folder))
    ratio = rows[2]["updates_per_second"] / rows[0]["updates_per_second"]
    report = {
        "connections": CONNECTIONS,
        "seconds": SECONDS,
        "rounds": ROUNDS,
        "rows": rows,
        "ratio": round(ratio, 2),
    }
    (HERE / "latest.json").write_text(json.dumps(report, indent=1) + "\n")
    for one in rows:
        sys.stdout.write(
            f"{one['name']:28}{one['updates_per_second']:6} updates/s [{one['lowest']}–{one['highest']}]"
            f"   p50 {one['p50_ms']:6} ms   p99 {one['p99_ms']:6} ms   CPU {one['cpu_ms_per_update']:5} ms/update"
            f"   failed {one['failed']}\n"
        )
    sys.stdout.write(f"this bot / bare echo on the stock transport: {ratio:.2f}\n")
    return int(ratio < 1.0)


if __name__ == "__main__":
    sys.exit(main())
