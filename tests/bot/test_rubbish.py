"""Rubbish at the door: whoever does not know the secret leaves nothing behind, neither rows nor lines."""

import asyncio
import json
import logging
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest
import structlog
from sqlalchemy import text
from structlog.testing import capture_logs

from bot import logs
from bot.logs import Seldom
from handlers.web.server import MAX_BODY
from tests.door import SECRET, Door, open_door
from tests.traces import dump

MANY, AT_ONCE = 2_000, 50
UPDATE = json.dumps({"update_id": 900_000_100, "message": {"text": "nothing-of-this-may-stay"}}).encode()
STRANGERS: tuple[tuple[bytes, str | None], ...] = (
    (UPDATE, None),
    (UPDATE, "a-secret-that-is-not-ours"),
    (b"\x00\xff" * 500, None),
    (b"x" * (MAX_BODY + 1), None),
)
KNOWING: tuple[tuple[bytes, str | None], ...] = (
    (b"not JSON", SECRET),
    (b'{"no": "update"}', SECRET),
    (b"[" * 50_000, SECRET),
    (b" " * (MAX_BODY + 1), SECRET),
)


@pytest.fixture
async def door(database: str, tmp_path: Path) -> AsyncIterator[Door]:
    async with open_door(database, tmp_path) as opened:
        yield opened


async def _thrown(door: Door, rubbish: tuple[tuple[bytes, str | None], ...], times: int) -> Counter[int]:
    """Throw rubbish at the door, many at once; count the answers."""
    statuses: Counter[int] = Counter()
    left = islice(cycle(rubbish), times)

    async def throw() -> None:
        for body, secret in left:
            statuses[await door.posts(body, secret)] += 1

    await asyncio.gather(*(throw() for _one in range(AT_ONCE)))
    return statuses


async def test_thousands_of_bodies_from_strangers_leave_nothing_and_fill_no_log(door: Door) -> None:
    before = dump(door.database)
    with capture_logs() as lines:
        assert await _thrown(door, STRANGERS, MANY) == {401: MANY}
    assert dump(door.database) == before
    assert [(line["event"], line["why"], line["times"]) for line in lines] == [("request_rejected", "secret", 1)]
    _status, page = await door.shows("/metrics")
    assert f'dannguyen_rejected_requests_total{{reason="secret"}} {MANY}.0' in page


async def test_what_is_no_update_is_turned_away_even_with_the_secret_and_is_not_parked(door: Door) -> None:
    before = dump(door.database)
    with capture_logs() as lines:
        assert await _thrown(door, KNOWING, 400) == {400: 300, 413: 100}
    assert dump(door.database) == before
    assert {line["why"] for line in lines} == {"body", "size"}
    assert len(lines) == 2


NO_REQUESTS = (
    b"\x16\x03\x01\x02\x00" * 20,
    b"GET / HTTP/9.9\r\n\r\n",
    b"POST /telegram HTTP/1.1\r\n:\r\n\r\n",
)


@pytest.fixture
def own_logging(capsys: pytest.CaptureFixture[str]) -> Iterator[pytest.CaptureFixture[str]]:
    """Log as the program does, for one test; give what is written."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    logs.set_up("INFO", name="test")
    yield capsys
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


async def test_bytes_that_are_no_request_are_turned_away_in_silence(
    database: str, tmp_path: Path, own_logging: pytest.CaptureFixture[str]
) -> None:
    async with open_door(database, tmp_path) as door:
        own_logging.readouterr()
        port = int(door.address.rsplit(":", 1)[1])
        for rubbish in NO_REQUESTS:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(rubbish)
            assert b" 400 " in await reader.readline()
            writer.close()
        assert await door.shows("/healthz") == (200, '{"status": "ok"}')
        assert own_logging.readouterr().err == ""
        assert await door.posts(UPDATE, None) == 401
        assert "request_rejected" in own_logging.readouterr().err


def test_what_happens_often_is_said_seldom_and_counted() -> None:
    door = Seldom("request_rejected")
    with capture_logs() as lines:
        for _time in range(1_000):
            door.happened("secret")
        door.happened("size")
    assert [(line["why"], line["times"]) for line in lines] == [("secret", 1), ("size", 1)]


async def test_only_the_newest_ten_thousand_parked_updates_are_kept(door: Door) -> None:
    async with door.town.parts.store.unit() as unit:
        rows = """
            INSERT INTO inbound (channel, external_id, claimed_at, parked_at, parked_sealed)
            SELECT 'telegram', one, :now, CAST(:now AS timestamptz) - one * interval '1 second', ''
              FROM generate_series(1, 10050) AS one
        """
        await unit.connection.execute(text(rows), {"now": unit.now})
    await door.town.keep_house()
    [kept] = await door.town.query("SELECT count(*) AS number, max(external_id) AS oldest FROM inbound")
    assert (kept.number, kept.oldest) == (10_000, 10_000)
