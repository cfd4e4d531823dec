"""Processes that are killed and started again at once: at a kill point, or at any moment."""

import asyncio
import multiprocessing
import os
import random
import signal
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from bot.cli import main
from bot.killpoints import OF_BOT, OF_WORKER, Point
from bot.settings import KILL_AT

ANY_TIME = "any moment"
_POINTS: Mapping[str, tuple[Point, ...]] = {"bot": OF_BOT, "worker": OF_WORKER}
_SOON, _LATE = 1.0, 7.0
"""Seconds between which a kill at any moment falls, counted from the start of the process."""
_PATIENCE = 10.0
"""Seconds that a process is given to reach its kill point before it is killed where it is."""
_OFTEN = {"bot": 25, "worker": 5}
"""How many times at most a point is passed before the process ends there; a file's points end it at once."""
_OF_FILES = OF_WORKER[4:]
_GRACE = 40.0


@dataclass(frozen=True)
class Kill:
    """What was killed where, and when at the latest."""

    name: str
    where: str
    at: datetime


@dataclass
class Toll:
    """All kills of a run, and the processes that ended by themselves, which none should."""

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

    def by_point(self) -> Counter[str]:
        """Count the kills by where they fell."""
        return Counter(f"{kill.name}: {kill.where}" for kill in self.kills)


def cradle() -> ForkServerContext:
    """Return what processes are forked from: a server that has done the imports once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def live(command: str, variables: Mapping[str, str], log: Path) -> None:
    """Be `dannguyen COMMAND` in this process: what `python -m bot COMMAND` does after its imports."""
    with log.open("ab") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    os.environ.update(variables)
    sys.argv = ["dannguyen", command]
    main()


@dataclass
class Line:
    """One process after another under the same name, each until it is killed; then `mourn` is done."""

    name: str
    cradle: ForkServerContext
    variables: Mapping[str, str]
    log: Path
    toll: Toll
    chance: random.Random
    mourn: Callable[[], Awaitable[None]]

    async def keep(self) -> None:
        """Start and kill until there were enough kills; then leave one process alone until cancelled."""
        plans = self._plans()
        while not self.toll.reached:
            await self._one(next(plans))
        process = await self._start({})
        try:
            await asyncio.to_thread(process.join)
            self.toll.ended.append(f"{self.name} ended with code {process.exitcode} while nobody killed it")
        finally:
            await asyncio.to_thread(_end, process)

    async def _one(self, where: str) -> None:
        """Live one life: it ends itself at its point, or is ended."""
        nth = 1 if where in _OF_FILES else self.chance.randint(1, _OFTEN[self.name])
        plan = {} if where == ANY_TIME else {KILL_AT: f"{where}:{nth}"}
        process = await self._start(plan)
        patience = self.chance.uniform(_SOON, _LATE) if where == ANY_TIME else _PATIENCE
        try:
            await asyncio.to_thread(process.join, patience)
        finally:
            where = ANY_TIME if process.exitcode is None else where
            process.kill()
        await asyncio.to_thread(process.join)
        await self.mourn()
        if process.exitcode == -signal.SIGKILL:
            self.toll.kills.append(Kill(self.name, where, datetime.now(UTC)))
        else:
            self.toll.ended.append(f"{self.name} ended with code {process.exitcode}")

    async def _start(self, plan: Mapping[str, str]) -> ForkServerProcess:
        values = (self.name, {**self.variables, **plan}, self.log)
        process = self.cradle.Process(target=live, args=values, daemon=True)
        await asyncio.to_thread(process.start)
        return process

    def _plans(self) -> Iterator[str]:
        """Yield where to kill next: all points in turn, each time in another order."""
        while True:
            deck = [*_POINTS[self.name], ANY_TIME, ANY_TIME]
            self.chance.shuffle(deck)
            yield from deck


def _end(process: ForkServerProcess) -> None:
    process.terminate()
    process.join(_GRACE)
    if process.exitcode is None:
        process.kill()
        process.join()
