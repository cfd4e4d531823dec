"""What a bot process spends on updates: its time by what it is at, its statements and its commits."""

import signal
from collections import Counter
from collections.abc import Mapping
from contextlib import ExitStack
from types import FrameType
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from bench.heard import COMMIT, heard
from storage.records import Driver

LOOK_EVERY = 0.002
"""Seconds between two looks at the stack; a bot that is driven is always at something."""
PARTS = {
    "database": ("/storage/", "/sqlalchemy/", "/psycopg/", "/procrastinate/"),
    "sending": (
        "/handlers/telegram/courier.py",
        "/bot/transport.py",
        "/telegram/_bot.py",
        "/telegram/request/",
        "/aiohttp/client",
        "/aiohttp/connector",
    ),
    "rules and conversation": ("/handlers/telegram/", "/desk/", "/petitions/"),
    "parse and dispatch": (
        "/bot/updates.py",
        "/bot/lanes.py",
        "/telegram/ext/_application.py",
        "/handlers/web/",
        "/aiohttp/web",
    ),
}
REST = "event loop"
"""The innermost call into one of the files of a part says what the process is at; in none of them: the rest."""


class Meter:
    """Counts in this process from its start on."""

    def __init__(self) -> None:
        self._looks: Counter[str] = Counter()
        self._statements = 0
        self._commits = 0
        self._hearing = ExitStack()

    def start(self, engine: AsyncEngine) -> None:
        """Begin to count."""
        self._hearing.enter_context(heard(engine, self._hear))
        signal.signal(signal.SIGALRM, self._look)
        signal.setitimer(signal.ITIMER_REAL, LOOK_EVERY, LOOK_EVERY)

    def stop(self) -> Mapping[str, Any]:
        """End counting; return the figures."""
        signal.setitimer(signal.ITIMER_REAL, 0)
        self._hearing.close()
        return {"looks": self._looks, "statements": self._statements, "commits": self._commits}

    def _look(self, _signal: int, frame: FrameType | None) -> None:
        self._looks[_part(frame)] += 1

    def _hear(self, driver: Driver, statement: str, _given: Any) -> None:
        self._statements += statement != COMMIT
        self._commits += statement == COMMIT or driver.autocommit


def _part(frame: FrameType | None) -> str:
    while frame:
        for part, places in PARTS.items():
            if any(place in frame.f_code.co_filename for place in places):
                return part
        frame = frame.f_back
    return REST
