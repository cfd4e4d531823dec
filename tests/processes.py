"""Whole processes of the product for tests: forked from a server that has done the imports once."""

import asyncio
import multiprocessing
import os
import secrets
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from bot.__main__ import main
from bot.settings import PREFIX

START = 60.0
"""Seconds that a process may take for anything on a busy machine."""
_PORTS = range(10_000, 32_000)
"""Below the ports that Linux gives to connections."""


@dataclass(frozen=True)
class Running:
    """One process with all that it writes."""

    process: ForkServerProcess
    written: Path

    @property
    def output(self) -> str:
        """Return what it has written so far, to its output and its log."""
        return self.written.read_text("utf-8") if self.written.exists() else ""

    async def says(self, words: str, times: int = 1) -> None:
        """Wait until it has written something."""
        ends = time.monotonic() + START
        while self.output.count(words) < times:
            assert self.process.exitcode is None, f"it ended with {self.process.exitcode}:\n{self.output}"
            assert time.monotonic() < ends, f"it never said {words!r}:\n{self.output}"
            await asyncio.sleep(0.02)

    def gets(self, number: signal.Signals) -> None:
        """Send it a signal."""
        assert self.process.pid is not None
        os.kill(self.process.pid, number)

    async def ends(self) -> int | None:
        """Wait for its end; return its exit code, the negative number of a signal that ended it."""
        await asyncio.to_thread(self.process.join, START)
        return self.process.exitcode


@asynccontextmanager
async def running_process(command: str, folder: Path, **settings: object) -> AsyncIterator[Running]:
    """Run `dannguyen COMMAND` with these settings alone; it is killed at the end if it still lives."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    given = {PREFIX + name: str(value) for name, value in settings.items()}
    written = folder / f"{command}-{time.monotonic_ns()}.log"
    process = _cradle().Process(target=live, args=(command, {**others, **given}, written), daemon=False)
    await asyncio.to_thread(process.start)
    try:
        yield Running(process, written)
    finally:
        process.kill()
        await asyncio.to_thread(process.join)


def live(command: str, variables: Mapping[str, str], written: Path) -> None:
    """Be `dannguyen COMMAND` in this process."""
    with written.open("ab", buffering=0) as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = ["dannguyen", command]
    main()


async def becomes(true: Callable[[], object], within: float = START) -> None:
    """Wait until something is so."""
    ends = time.monotonic() + within
    while not true():
        assert time.monotonic() < ends, "it never came to that"
        await asyncio.sleep(0.02)


def free_port() -> int:
    """Return a port of this machine that nobody uses, below those that a connection may take meanwhile."""
    while True:
        port = secrets.choice(_PORTS)
        with socket.socket() as tried, suppress(OSError):
            tried.bind(("127.0.0.1", port))
            return port


@cache
def _cradle() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["bot.cli"])
    return context
