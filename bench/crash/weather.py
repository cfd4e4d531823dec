"""A bad day of Telegram and the network: faults of the sandbox, one after another, until it clears up."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import aiohttp

_EVERY = 0.35
"""Seconds between two faults, on average."""

_FAULTS: tuple[tuple[int, Callable[[random.Random], dict[str, Any]]], ...] = (
    (4, lambda chance: {"kind": "latency", "seconds": chance.uniform(0.05, 1.5)}),
    (3, lambda _chance: {"kind": "reset_after", "method": "sendMessage"}),
    (1, lambda _chance: {"kind": "reset_after"}),
    (2, lambda _chance: {"kind": "reset_before", "method": "sendMessage"}),
    (3, lambda _chance: {"kind": "http", "status": 502, "method": "sendMessage"}),
    (2, lambda _chance: {"kind": "http", "status": 502, "method": "editMessageText"}),
    (1, lambda _chance: {"kind": "http", "status": 502, "method": "getFile"}),
    (1, lambda _chance: {"kind": "http", "status": 502}),
    (3, lambda chance: {"kind": "429", "method": "sendMessage", "retry_after": chance.randint(1, 2)}),
    (3, lambda _chance: {"kind": "duplicate"}),
    (3, lambda chance: {"kind": "delay", "seconds": chance.uniform(0.3, 2.5)}),
)
"""How often each falls beside the others, and what it is: one strike each."""


class Weather:
    """One fault at a time, which strikes the next call or update that it fits, or passes by."""

    def __init__(self, http: aiohttp.ClientSession, chance: random.Random) -> None:
        self._http = http
        self._chance = chance
        self.struck: Counter[str] = Counter()

    async def storm(self) -> None:
        """Let one fault follow another until cancelled."""
        weights, makers = zip(*_FAULTS, strict=True)
        while True:
            (make,) = self._chance.choices(makers, weights)
            async with self._http.post("/_sandbox/faults", json={"rules": [make(self._chance)]}) as answer:
                answer.raise_for_status()
            await asyncio.sleep(self._chance.expovariate(1 / _EVERY))
            await self.clear()

    async def clear(self) -> None:
        """Count what has struck and let it clear up."""
        async with self._http.get("/_sandbox/faults") as answer:
            rules = (await answer.json())["rules"]
        async with self._http.delete("/_sandbox/faults") as answer:
            answer.raise_for_status()
        for rule in rules:
            self.struck[rule["kind"]] += rule["fired"]
