"""Processes that are killed and started again at once: at a kill point, or at any moment."""

import asyncio
import multiprocessing
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from bot.cli import main
from bot.killpoints import OF_BOT, OF_WORKER
from bot.settings import KILL_AT

ANY_TIME = "any moment"
_PLACES: Mapping[str, tuple[str, ...]] = {"bot": (*OF_BOT, ANY_TIME), "worker": (*OF_WORKER, ANY_TIME)}
_AWHILE = 6.0
"""Seconds within which a kill at any moment falls; most count from when the process is up."""
_EARLY = 0.25
"""The share of them that counts from its start."""
_PATIENCE = 30.0
"""Seconds that a process which is up is given to reach its kill point before it is killed where it is."""
_PULSE = 0.1
_OFTEN = {"bot": 60, "worker": 5}
"""How many times at most a point is passed before the process ends there; a file's points end it at once."""
_OF_FILES = OF_WORKER[4:]
_GRACE = 40.0
_LAST_WORDS = 4_000
"""Characters of its log that are shown of a process that ended by itself."""


@dataclass(frozen=True)
class Kill:
    """What was killed where, and when at the latest."""

    name: str
    where: str
    at: datetime


@dataclass
class Toll:
    """All kills of a part, and the processes that ended by themselves, which none should."""

    part: str
    wanted: int
    kills: list[Kill] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)

    @property
    def reached(self) -> bool:
        """Tell whether there were enough kills."""
        return len(self.kills) >= self.wanted

    def between(self, name: str, first: datetime, last: datetime) -> int:
        """Count the kills of a process in a span of time."""
        return sum(kill.name == name and first <= kill.at <= last for kill in self.kills)

    def hits(self, name: str) -> dict[str, int]:
        """Count the kills of a process at each of its points."""
        found = Counter(kill.where for kill in self.kills if kill.name == name)
        return {where: found[where] for where in _PLACES[name]}

    def by_point(self) -> dict[str, int]:
        """Count the kills of all processes at each point."""
        return {f"{name}: {where}": count for name in _PLACES for where, count in self.hits(name).items()}

    def never(self) -> list[str]:
        """Name the points that no kill has hit: there the run proves nothing."""
        return [f"{point} was never hit" for point, count in self.by_point().items() if not count]


def cradle() -> ForkServerContext:
    """Return what processes are forked from: a server that has done the imports once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def live(command: str, variables: Mapping[str, str], log: Path) -> None:
    """Be `dannguyen COMMAND` in this process."""
    with log.open("ab") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    os.environ.clear()
    os.environ.update(variables)
    sys.argv = ["dannguyen", command]
    main()


@dataclass
class Line:
    """One process after another under the same name, each until it is killed; then `mourn` is done.

    `up` tells whether the process that started at a time is at work by now.
    """

    name: str
    cradle: ForkServerContext
    variables: Mapping[str, str]
    log: Path
    toll: Toll
    chance: random.Random
    up: Callable[[datetime], Awaitable[bool]]
    mourn: Callable[[], Awaitable[None]]

    async def keep(self) -> None:
        """Start and kill until there were enough kills; then leave one process alone until cancelled."""
        while not self.toll.reached:
            await self._one(self._next())
        process = await self._start({})
        try:
            await asyncio.to_thread(process.join)
            self._ended(process, " while nobody killed it")
        finally:
            await asyncio.to_thread(_end, process)

    async def _one(self, where: str) -> None:
        """Live one life: it ends itself at its point, or is ended."""
        nth = 1 if where in _OF_FILES else self.chance.randint(1, _OFTEN[self.name])
        plan = {} if where == ANY_TIME else {KILL_AT: f"{where}:{nth}"}
        process = await self._start(plan)
        try:
            if where != ANY_TIME or self.chance.random() > _EARLY:
                await self._is_up(process)
            patience = self.chance.uniform(0, _AWHILE) if where == ANY_TIME else _PATIENCE
            await asyncio.to_thread(process.join, patience)
        finally:
            where = ANY_TIME if process.exitcode is None else where
            process.kill()
        await asyncio.to_thread(process.join)
        await self.mourn()
        if process.exitcode == -signal.SIGKILL:
            self.toll.kills.append(Kill(self.name, where, datetime.now(UTC)))
        else:
            self._ended(process)

    def _ended(self, process: ForkServerProcess, how: str = "") -> None:
        last = self.log.read_text("utf-8", errors="replace")[-_LAST_WORDS:] if self.log.exists() else ""
        self.toll.ended.append(f"{self.name} ended with code {process.exitcode}{how}; its last words:\n{last}")

    async def _is_up(self, process: ForkServerProcess) -> None:
        """Wait until the process is at work, or dead."""
        began = datetime.now(UTC)
        while process.is_alive():
            if await self.up(began):
                return
            await asyncio.sleep(_PULSE)

    async def _start(self, plan: Mapping[str, str]) -> ForkServerProcess:
        values = (self.name, {**self.variables, **plan}, self.log)
        process = self.cradle.Process(target=live, args=values, daemon=True)
        await asyncio.to_thread(process.start)
        return process

    def _next(self) -> str:
        """Choose the next point: one of those at which the fewest were killed so far."""
        hits = self.toll.hits(self.name)
        return min(hits, key=lambda where: (hits[where], self.chance.random()))


def _end(process: ForkServerProcess) -> None:
    process.terminate()
    process.join(_GRACE)
    if process.exitcode is None:
        process.kill()
        process.join()
