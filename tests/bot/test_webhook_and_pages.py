"""The web door: only Telegram gets in, each update is finished before it is confirmed, the pages name nobody."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.demo import read_demo
from bot.updates import MAX_FAILURES
from handlers.web.server import MAX_BODY
from storage.deliveries import When
from tests.conftest import Databases
from tests.courses import WORDS
from tests.door import SECRET, Door, open_door
from tests.processes import becomes

USER = {"id": 5, "is_bot": False, "first_name": "x"}
START = {"message_id": 5, "date": 1, "text": "/start", "from": USER, "chat": {**USER, "type": "private"}}


@pytest.fixture
async def door(database: str, tmp_path: Path) -> AsyncIterator[Door]:
    async with open_door(database, tmp_path) as opened:
        yield opened


async def test_updates_come_in_by_webhook_and_are_acted_on(door: Door) -> None:
    resident = await door.town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], SECRET.upper(), "đ" * 20])
async def test_whoever_does_not_know_the_secret_stays_outside(door: Door, secret: str | None) -> None:
    assert await door.posts({"update_id": 900_000_001, "message": START}, secret) == 401
    assert await door.town.query("SELECT 1 FROM inbound") == []


async def test_what_is_no_update_is_turned_away_and_leaves_nothing(door: Door) -> None:
    bodies: tuple[object, ...] = (
        b"",
        b"\xff\xfe",
        b"{",
        b"[" * 100_000,
        b'{"update_id": ' + b"9" * 5000 + b"}",
        [],
        "x",
        1,
        None,
        {},
        {"update_id": "5"},
        {"update_id": -1},
        {"update_id": True},
        {"update_id": 2**60},
        {"update_id": 1.5},
        {"update_id": None},
    )
    statuses = {str(body)[:40]: await door.posts(body) for body in bodies}
    assert {body: status for body, status in statuses.items() if status != 400} == {}
    assert await door.posts(b'{"update_id": 1, "x": "' + b"x" * MAX_BODY + b'"}') == 413
    assert await door.posts({"update_id": 1}, path="/") == 404
    assert await door.posts({"update_id": 1}, path="/telegram/") == 404
    assert await door.town.query("SELECT 1 FROM inbound") == []


@pytest.mark.parametrize(
    "broken",
    [
        {"message": "text"},
        {"message": {"chat": {}}},
        {"message": {"from": {"id": "x"}, "chat": {"id": "x"}, "message_id": 1, "date": 1}},
        {"callback_query": {"id": 5}},
        {"my_chat_member": {"chat": {"id": 1, "type": "group"}}},
        {"message": [1]},
    ],
)
async def test_an_update_that_cannot_be_read_is_parked_after_five_tries_and_confirmed(
    door: Door, broken: dict[str, Any]
) -> None:
    update = {"update_id": 900_000_002, **broken}
    statuses = [await door.posts(update) for _try in range(MAX_FAILURES + 1)]
    assert statuses == [503] * (MAX_FAILURES - 1) + [200, 200]
    [row] = await door.town.query("SELECT failures, parked_at, parked_sealed FROM inbound")
    assert (row.failures, bool(row.parked_at)) == (MAX_FAILURES, True)
    assert json.loads(door.town.parts.store.box.open(row.parked_sealed, "parked")) == update


async def test_a_parked_update_is_told_with_its_number_and_holds_nobody_up(door: Door) -> None:
    resident = await door.town.agrees()
    user = {"id": resident.chat, "is_bot": False, "first_name": "Cư dân 1"}
    broken = {"chat": {**user, "type": "private"}, "from": user, "date": 1, "text": "x", "photo": "none"}
    update = {"update_id": 900_000_003, "message": broken}
    tries = [asyncio.create_task(door.posts(update)) for _try in range(MAX_FAILURES)]
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    assert sorted([await one for one in tries]) == [200, *[503] * (MAX_FAILURES - 1)]
    assert any("Số sự cố: 900000003" in said for said in await resident.screen())
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")


async def test_the_same_update_delivered_again_and_at_once_acts_once(door: Door) -> None:
    resident = await door.town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    user = {"id": resident.chat, "is_bot": False, "first_name": "Cư dân 1"}
    message = {"message_id": 7, "date": 1, "chat": {**user, "type": "private"}, "from": user, "text": WORDS}
    update = {"update_id": 900_000_004, "message": message}
    assert [await one for one in [asyncio.create_task(door.posts(update)) for _time in range(5)]] == [200] * 5
    assert sum("Bước 2/4" in said for said in await resident.screen()) == 1


async def test_it_is_ready_only_with_database_schema_and_a_living_worker(door: Door, databases: Databases) -> None:
    assert await door.shows("/healthz") == (200, '{"status": "ok"}')
    assert await door.missing() == ["worker"]
    await door.beats()
    assert await door.missing() == []
    for jump in (timedelta(minutes=1), timedelta(hours=-1)):
        door.town.clock.move(jump)
        assert await door.missing() == ["worker"]
    async with door.town.parts.engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'other'"))
    assert await door.missing() == ["migrations"]
    databases.drop(door.town.database)
    assert await door.missing() == ["database"]
    assert await door.shows("/healthz") == (200, '{"status": "ok"}')
    assert "dannguyen_letters_waiting NaN" in (await door.shows("/metrics"))[1]


async def test_the_metrics_count_and_name_nobody(door: Door) -> None:
    resident = await door.town.agrees()
    await resident.says("Hoàng Kỳ Vĩ, 0912345678")
    await resident.is_told()
    await door.posts({}, "wrong")
    status, page = await door.shows("/metrics")
    assert status == 200
    assert 'dannguyen_updates_total{outcome="done"}' in page
    assert 'dannguyen_rejected_requests_total{reason="secret"} 1.0' in page
    for personal in (str(resident.chat), "Hoàng", "0912345678", "Cư dân", SECRET, "resident_1"):
        assert personal not in page


async def test_the_metrics_tell_how_the_letters_stand_whoever_sends_them(door: Door) -> None:
    resident = await door.town.agrees()
    async with door.town.parts.store.unit() as unit:
        visitor = await unit.people.visitor("telegram", str(resident.chat), str(resident.chat))
        assert visitor
        later = unit.now + timedelta(hours=9)
        for not_before in (unit.now, unit.now, unit.now, later):
            await unit.deliveries.add(visitor.contact, b"x", when=When(not_before))
        arrived = await unit.deliveries.next(visitor.contact)
        assert arrived
        await unit.deliveries.sent(arrived, 1)
        refused = await unit.deliveries.next(visitor.contact)
        assert refused
        await unit.deliveries.failed(refused, "blocked")
    door.town.clock.move(timedelta(minutes=2))
    lines = (await door.shows("/metrics"))[1].splitlines()
    assert "dannguyen_letters_waiting 2.0" in lines
    assert "dannguyen_letters_due 1.0" in lines
    assert any(line.startswith("dannguyen_letters_oldest_due_seconds 12") for line in lines)
    assert 'dannguyen_letters_last_hour{outcome="sent"} 1.0' in lines
    assert 'dannguyen_letters_last_hour{outcome="blocked"} 1.0' in lines
    door.town.clock.move(timedelta(hours=1))
    assert 'dannguyen_letters_last_hour{outcome="blocked"}' not in (await door.shows("/metrics"))[1]


async def test_no_page_and_no_log_tells_the_token_or_a_secret(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await door.town.agrees()
    token = str(read_demo()["bot"]["token"])
    for path in ("/", "/readyz", "/metrics", "/telegram", f"/bot{token}/getMe"):
        _status, page = await door.shows(path)
        assert token not in page
        assert SECRET not in page
    assert SECRET not in caplog.text


async def test_an_update_in_hand_is_finished_before_the_process_ends(database: str, tmp_path: Path) -> None:
    async with open_door(database, tmp_path) as door:
        resident = await door.town.agrees()
        await door.town.goes_wrong(kind="latency", method="sendMessage", seconds=0.5)
        await resident.says("/new")
        await becomes(lambda: any(fault.fired for fault in door.town.world.faults.rules))
        world = door.town.world
    assert any("Bước 1/4" in str(call) for call in world.calls)
