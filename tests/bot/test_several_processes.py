"""Two bots behind a load balancer and two workers on one database: whichever is killed, nothing is lost."""

import asyncio
import signal
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest

from bot.demo import read_demo
from bot.settings import Settings
from bot.updates import Updates
from bot.wiring import open_parts
from sandbox.demo import demo
from sandbox.state import World
from tests.courses import draft_of
from tests.processes import Running, free_port, running_process
from tests.roundrobin import round_robin
from tests.town import Person, Town, TownClock, code_in, office_rules
from tests.wire.watch import running

SECRET = "a-webhook-secret-of-the-test"
RESIDENTS = 4
PATIENCE = 60.0
"""Seconds until what a killed process left undone counts as lost."""


@dataclass
class Cluster:
    """The processes of a kind that are alive, and how to start another."""

    town: Town
    address: str
    stack: AsyncExitStack
    ports: list[int]
    alive: dict[str, list[Running]] = field(default_factory=lambda: {"bot": [], "worker": []})

    async def starts(self, *kinds: str) -> None:
        """Start a process of each kind and wait until they are ready."""
        started = [await self.stack.enter_async_context(self._process(kind)) for kind in kinds]
        for kind, process in zip(kinds, started, strict=True):
            self.alive[kind].append(process)
            await process.says("is running" if kind == "bot" else "is ready")

    async def loses(self, kind: str) -> None:
        """Kill the oldest process of a kind."""
        process = self.alive[kind].pop(0)
        process.gets(signal.SIGKILL)
        assert await process.ends() == -signal.SIGKILL

    def _process(self, kind: str) -> AbstractAsyncContextManager[Running]:
        settings, port = self.town.parts.settings, free_port()
        if kind == "bot":
            self.ports.append(port)
        return running_process(
            kind,
            settings.data,
            DATA=settings.data,
            DATABASE_URL=self.town.database,
            SANDBOX_PORT=settings.sandbox_port,
            PORT=port,
            PUBLIC_URL=self.address,
            WEBHOOK_SECRET=SECRET,
            MESSAGES_A_MINUTE=0,
            HASTE_MS=0,
            LOG_LEVEL="ERROR",
        )


@pytest.fixture
async def cluster(database: str, tmp_path: Path) -> AsyncIterator[Cluster]:
    world, port, ports = World(time.time, seed=demo()), free_port(), list[int]()
    async with (
        running(world) as address,
        aiohttp.ClientSession(address) as http,
        round_robin(port, ports),
        AsyncExitStack() as stack,
    ):
        settings = Settings(data=tmp_path, sandbox_port=int(address.rsplit(":", 1)[1]), haste_ms=0)
        token = read_demo()["bot"]["token"]
        async with open_parts(settings, database, token, office_rules()) as parts:
            town = Town(parts, Updates(parts), TownClock(), http, world, database)
            cluster = Cluster(town, f"http://127.0.0.1:{port}", stack, ports)
            await cluster.starts("bot", "bot", "worker", "worker")
            yield cluster


async def test_killing_either_bot_and_either_worker_loses_nothing_and_does_nothing_twice(
    cluster: Cluster,
) -> None:
    residents = [await _newcomer(cluster.town, number) for number in range(RESIDENTS)]
    receipts: list[str] = []
    for round_ in range(2):
        before = await _claimed(cluster.town)
        filing = [asyncio.create_task(_files(resident, round_)) for resident in residents]
        await _until(lambda: _claimed(cluster.town), before + RESIDENTS * 4)
        await cluster.loses("bot")
        await cluster.loses("worker")
        receipts += [await one for one in filing]
        if round_ == 0:
            await cluster.starts("bot", "worker")

    petitions = await cluster.town.query("SELECT code, entries FROM petitions")
    assert sorted(one.code for one in petitions) == sorted(map(_plain, receipts))
    assert {one.entries for one in petitions} == {1}
    await _drained(cluster.town)
    news = Counter(code_in(said) for said in await cluster.town.officer.screen() if "Kiến nghị mới" in said)
    assert set(news) == set(receipts)
    assert sum(news.values()) <= len(receipts) + 2, "only what a killed worker had in hand may come again"


async def _files(resident: Person, round_: int) -> str:
    """File a petition in three messages written at once; return its code."""
    words = [f"Đèn đường ngõ {round_} hỏng.", "Đã hai tuần nay.", "Tối rất khó đi."]
    if round_ == 0:
        await resident.says("/start")
        await _patiently(resident, "có đồng ý")
        await resident.presses("Tôi đồng ý")
        await _patiently(resident, "đã đồng ý")
    await resident.says("/new")
    await _patiently(resident, "Bước 1/4")
    for part in words:
        await resident.says(part)
    # A reply may come twice where a process was killed, so the answers say nothing about what was taken.
    await _until(lambda: _taken(resident), len(words))
    await _patiently(resident, "Bước 2/4")
    await resident.presses("Không có ảnh")
    await _patiently(resident, "Bước 3/4")
    await resident.presses("Bỏ qua địa điểm")
    await _patiently(resident, "Bước 4/4")
    await resident.presses("Không nêu tên")
    await _patiently(resident, "xem lại trước khi gửi", "\n\n".join(words))
    await resident.presses("✅ Gửi")
    return code_in(await _patiently(resident, "Giấy biên nhận"))


async def _patiently(resident: Person, *parts: str) -> str:
    """Hear something, however long a killed process makes it take."""
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            return await resident.hears(*parts)
        except AssertionError:
            if time.monotonic() > ends:
                raise


async def _newcomer(town: Town, number: int) -> Person:
    what = {"key": f"newcomer_{number}", "first_name": f"Cư dân {number}", "language_code": "vi"}
    async with town.http.post("/_sandbox/accounts", json=what) as answer:
        account = (await answer.json())["account"]
    return Person(town, account["key"], account["id"])


async def _taken(resident: Person) -> int:
    draft = await draft_of(resident.town, resident)
    return len(draft.values.get("words", ())) if draft else 0


async def _claimed(town: Town) -> int:
    return len(await town.query("SELECT 1 FROM inbound WHERE acted_at IS NOT NULL"))


async def _drained(town: Town) -> None:
    """Wait until every update is done and every letter sent."""
    await town.keep_house()
    await _until(lambda: _left(town), 0)


async def _left(town: Town) -> int:
    [row] = await town.query("""
        SELECT -(SELECT count(*) FROM inbound WHERE done_at IS NULL)
               -(SELECT count(*) FROM deliveries WHERE sent_at IS NULL) AS number
    """)
    return int(row.number)


async def _until(number: Callable[[], Awaitable[int]], enough: int) -> None:
    ends = time.monotonic() + PATIENCE
    while await number() < enough:
        assert time.monotonic() < ends, f"{await number()} of {enough}"
        await asyncio.sleep(0.05)


def _plain(code: str) -> str:
    return code.removeprefix("DN-").replace("-", "")
