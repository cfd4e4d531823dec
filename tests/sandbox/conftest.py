"""A running sandbox for each test."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator

import aiohttp
import pytest

from sandbox.demo import demo
from sandbox.server import running
from sandbox.state import World
from tests.sandbox.sandbox_wire import Sandbox


@pytest.fixture
def world() -> World:
    """Return the demonstration's world."""
    return World(time.time, seed=demo())


@pytest.fixture
async def sandbox(world: World) -> AsyncIterator[Sandbox]:
    """Serve the world."""
    async with running(world) as address, aiohttp.ClientSession() as http:
        yield Sandbox(address, http)
