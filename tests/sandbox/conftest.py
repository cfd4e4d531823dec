"""A running sandbox for each test."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox.demo import demo
from sandbox.state import World
from tests.sandbox.sandbox_wire import Sandbox
from tests.wire.watch import running


@pytest.fixture
def world() -> World:
    """Return the demonstration's world."""
    return World(time.time, seed=demo())


@pytest.fixture
async def sandbox(world: World) -> AsyncIterator[Sandbox]:
    """Serve the world; what the tests' bot asks for in vain need not be right."""
    async with running(world, strict=False) as address, aiohttp.ClientSession() as http:
        yield Sandbox(address, http)
