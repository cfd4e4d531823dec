"""What is driven: databases of two sizes, the bots, each on a processor of its own, and what they have spent."""

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

from bench.throughput import sink
from bench.throughput.driver import SECRET, Update, chatter, conversation, residents
from bench.throughput.growth import fill
from storage import embedded
from storage.migrate import migrate

FEW, MANY = 10, 100_000
_ROOT = Path(__file__).parents[2]
_TICKS = os.sysconf("SC_CLK_TCK")
_TO_START = 60.0


@dataclass(frozen=True)
class Bot:
    """A running bot, and those who write to it."""

    name: str
    process: "subprocess.Popen[bytes]"
    port: int
    writers: list[Iterator[Update]]
    #: Where it writes at its end what it has counted.
    report: Path | None = None

    def spent(self) -> float:
        """Return the seconds of CPU that it has used."""
        return _spent(self.process.pid)

    def count(self) -> None:
        """Let it count what it spends from now on."""
        self.process.send_signal(signal.SIGUSR1)

    def counted(self) -> dict[str, Any]:
        """End it; return what it has counted."""
        assert self.report is not None  # noqa: S101 - only ours counts
        _end(self.process)
        figures: dict[str, Any] = json.loads(self.report.read_text())
        return figures


@contextmanager
def server() -> Iterator[embedded.Server]:
    """Run PostgreSQL, with fsync as it is delivered, in a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="dannguyen-bench-") as folder:
        Path(folder).chmod(0o711)  # the server's own account must be able to pass
        with embedded.running(Path(folder)) as running:
            yield running


def database(server: embedded.Server, name: str, petitions: int) -> str:
    """Make a database with so many petitions and an officer; return its address."""
    with psycopg.connect(_driver(server.admin_url), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} OWNER dannguyen".encode())
    migrate(_named(server.url, name))
    fill(_driver(_named(server.admin_url, name)), petitions)
    return _named(server.url, name)


def counts(url: str) -> tuple[int, int]:
    """Return how many petitions a database has, and how many jobs its queue."""
    query = "SELECT (SELECT count(*) FROM petitions), (SELECT count(*) FROM procrastinate_jobs)"
    with psycopg.connect(_driver(url)) as connection:
        petitions, jobs = connection.execute(query).fetchone() or (0, 0)
    return petitions, jobs


def spent_by_database(server: embedded.Server) -> float:
    """Return the seconds of CPU that PostgreSQL has used, with the processes that have ended."""
    return _spent(server.pid, ended=True) + sum(map(_spent, _children(server.pid)))


@asynccontextmanager
async def bots(folder: Path, few: str, many: str) -> AsyncIterator[list[Bot]]:
    """Run the two echoes and two of ours on the databases, with a sink in place of Telegram."""
    async with sink.serving() as api:
        started = [
            _echo("bare echo, stock transport", "stock", api),
            _echo("bare echo, own transport", "own", api),
            _ours("this bot", few, folder, api),
            _ours(f"this bot, {MANY:,} petitions", many, folder, api),
        ]
        try:
            for bot in started:
                await _answers(bot)
            yield started
        finally:
            for bot in started:
                _end(bot.process)


def keep_off_the_bots() -> None:
    """Leave one processor to the bots, which are driven in turn; all else, the database too, shares the others."""
    ours = os.sched_getaffinity(0)
    if len(ours) > 1:
        os.sched_setaffinity(0, ours - {min(ours)})


def _put_apart(pid: int) -> None:
    left = set(range(os.cpu_count() or 1)) - os.sched_getaffinity(0)
    if left:
        os.sched_setaffinity(pid, left)


def _echo(name: str, kind: str, api: int) -> Bot:
    port = free_port()
    command = ("bench.throughput.echo", str(port), f"http://127.0.0.1:{api}", kind)
    return Bot(name, _process(command), port, residents(chatter))


def of_our_bot(url: str, folder: Path, port: int, api: int) -> dict[str, str]:
    """Return the settings of this bot on webhook, with a sink in place of Telegram."""
    return {
        "DATABASE_URL": url,
        "DATA": str(folder),
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
        "WEBHOOK_SECRET": SECRET,
        "PORT": str(port),
        "SANDBOX_PORT": str(api),
        "LOG_LEVEL": "ERROR",
        "MESSAGES_A_MINUTE": "0",
        "HASTE_MS": "0",
    }


def _ours(name: str, url: str, folder: Path, api: int) -> Bot:
    port, report = free_port(), folder / f"{make_url(url).database}.json"
    settings = of_our_bot(url, folder, port, api)
    process = _process(("bench.throughput.webhook_bot", str(report)), settings)
    return Bot(name, process, port, residents(conversation), report)


def _process(command: tuple[str, ...], settings: dict[str, str] | None = None) -> "subprocess.Popen[bytes]":
    variables = os.environ | {f"DANNGUYEN_{name}": value for name, value in (settings or {}).items()}
    process = subprocess.Popen([sys.executable, "-m", *command], env=variables, cwd=_ROOT)  # noqa: S603 - our own modules
    _put_apart(process.pid)
    return process


async def _answers(bot: Bot) -> None:
    """Wait until a bot takes updates. Raises: RuntimeError — it has ended."""
    async with asyncio.timeout(_TO_START):
        while not await _listens(bot.port):
            if bot.process.poll() is not None:
                raise RuntimeError(f"{bot.name} has ended.")
            await asyncio.sleep(0.1)
        # It listens a moment before it has introduced itself to Telegram.
        await asyncio.sleep(1.0)


async def _listens(port: int) -> bool:
    try:
        _reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return False
    writer.close()
    return True


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(timeout=30)


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _spent(pid: int, *, ended: bool = False) -> float:
    """Return the CPU seconds of a process (with those of its children that have ended); 0 where it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return sum(map(int, fields[11:15] if ended else fields[11:13])) / _TICKS


def _children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def _named(url: str, name: str) -> str:
    return make_url(url).set(database=name).render_as_string(hide_password=False)


def _driver(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
