"""What is asked every minute, or with every letter, does not grow with all that was ever written."""

from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.ext.asyncio import AsyncConnection

from bench.heard import heard
from bot.jobs import keep_house
from bot.outbox import Outbox
from bot.settings import Settings
from bot.wiring import Parts, open_parts
from desk import following_up, reading, supervising
from desk.office_cards import office_card
from petitions.kinds import Field
from petitions.queues import Place, Queue, View, Window
from petitions.roles import Actor, Grant, Role
from storage.neighbours import Search, place_key
from storage.queues import Reader
from storage.reports import LISTED
from storage.tables import BIG
from tests.conftest import Databases
from tests.town import TownClock, office_rules

MANY = 20_000
NOW = datetime(2026, 11, 20, tzinfo=UTC)
FILL = """
INSERT INTO people (language, made_at) VALUES ('vi', now());
INSERT INTO contacts (person_id, channel, address_key, address_sealed, made_at)
    SELECT 1, 'telegram', n::text::bytea, '', now() FROM generate_series(1, 2000) n;
INSERT INTO petitions (code, secret_key, programme, person_id, source, status, kind, field, level, name_shown,
                       filed_at, first_answer_due, head, entries, closed_at)
    SELECT n::text, '', 'x', 1, 'telegram', CASE WHEN n % 50 = 0 THEN 'referred' ELSE 'closed' END, 'PHAN_ANH',
           'KHAC', 'ward', 'nobody', '2026-01-01', '2026-02-01', '', 5, '2026-03-01'
      FROM generate_series(1, {many}) n;
INSERT INTO deliveries (contact_id, petition_id, not_before, made_at, sent_at, failed_at, failure)
    SELECT 1 + n % 2000, n, at, at, CASE WHEN n % 100 > 0 THEN at END, CASE WHEN n % 100 = 0 THEN at END,
           CASE WHEN n % 100 = 0 THEN 'blocked' END
      FROM (SELECT n, '2026-11-20'::timestamptz - n * interval '1 minute' AS at
              FROM generate_series(1, {many}) n) old;
INSERT INTO media (person_id, petition_id, kind, channel, ref_sealed, made_at, fetched_at)
    SELECT 1, n, 'photo', 'telegram', '', '2026-01-01', '2026-01-01' FROM generate_series(1, {many}) n;
INSERT INTO inbound (channel, external_id, claimed_at, acted_at, done_at)
    SELECT 'telegram', n, at, at, at
      FROM (SELECT n, '2026-11-20'::timestamptz - n * interval '5 seconds' AS at
              FROM generate_series(1, {many}) n) old;
"""
LANE = """
INSERT INTO place_keys (petition_id, key, field, closed, since)
    SELECT n, %(key)s, 'TN', n > 2500, CASE WHEN n IN (1, 2, 4999, 5000) THEN %(lately)s ELSE %(long_ago)s END
      FROM generate_series(1, 5000) n
     UNION ALL
    SELECT n, %(key)s, 'TN', false, NULL FROM generate_series(5001, 10000) n
"""


@pytest.fixture(scope="module")
def old(databases: Databases) -> Iterator[str]:
    """Give a database in which thousands of petitions have come to their end."""
    url = databases.create()
    with psycopg.connect(databases.admin(url), autocommit=True) as connection:
        for statement in FILL.format(many=MANY).split(";"):
            connection.execute(statement.encode())
        connection.execute("VACUUM ANALYZE")
    yield url
    databases.drop(url)


@pytest.fixture
async def parts(old: str, tmp_path: Path) -> AsyncIterator[Parts]:
    """Open the product's parts on the old database; nothing runs."""
    async with open_parts(Settings(data=tmp_path), old, "1:x", office_rules(), TownClock()) as opened:
        yield opened


@contextmanager
def asked(parts: Parts) -> Iterator[list[tuple[str, Any]]]:
    """Write down every statement that goes to the database."""
    told: list[tuple[str, Any]] = []
    with heard(parts.engine, lambda _driver, statement, given: told.append((statement, given))):
        yield told


async def read_from_end_to_end(parts: Parts, heard: list[tuple[str, Any]]) -> list[str]:
    """Return the statements for which the database would read a growing table as a whole."""
    found: list[str] = []
    async with parts.engine.connect() as connection:
        # Small tables tempt the planner; what it cannot do otherwise it still does, however dear.
        await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        for statement, values in heard:
            if statement.lstrip().upper().startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")):
                plan = "\n".join(await _plan(connection, statement, values))
                found += [f"{statement}\n{plan}" for table in BIG if f"Seq Scan on {table.name}" in plan]
    return found


async def _plan(connection: AsyncConnection, statement: str, values: Any, how: str = "") -> list[str]:
    return [str(row[0]) for row in await connection.exec_driver_sql(f"EXPLAIN {how} {statement}", values)]


async def test_housekeeping_reads_no_growing_table_from_end_to_end(parts: Parts) -> None:
    async with parts.jobs.open_async():
        with asked(parts) as heard:
            await keep_house(parts)
    assert len(heard) > 5
    assert await read_from_end_to_end(parts, heard) == []


async def test_the_figures_of_a_minute_read_no_growing_table_from_end_to_end(parts: Parts) -> None:
    with asked(parts) as heard:
        async with parts.store.reading() as unit:
            figures = await unit.deliveries.figures()
            counts = await unit.lists.counts()
            await unit.lists.at_work()
            await unit.audits.digest()
    assert (figures.waiting, sum(counts.values())) == (0, MANY)
    assert await read_from_end_to_end(parts, heard) == []


@pytest.mark.parametrize("view", View)
async def test_a_page_of_a_queue_is_read_in_order_from_its_index(parts: Parts, view: View) -> None:
    queue, reader = Queue(view, {View.FIELD: "KHAC", View.BODY: "x"}.get(view)), Reader(1, NOW)
    place = Place(1, NOW, 7)
    with asked(parts) as heard:
        async with parts.store.reading() as unit:
            await unit.queues.page(queue, reader, Window(8))
            await unit.queues.page(queue, reader, Window(8, place))
            await unit.queues.page(queue, reader, Window(8, place, back=True))
            await unit.queues.counts([queue, Queue(View.NEW)], reader, 100)
            await unit.queues.next(1)
            await unit.queues.next(1, "22222222")
    assert await read_from_end_to_end(parts, heard) == []
    async with parts.engine.connect() as connection:
        await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        plans = ["\n".join(await _plan(connection, *one)) for one in heard]
    assert [plan for plan in plans if "Sort" in plan or "Index" not in plan] == []


@pytest.mark.parametrize("words", [["common"], ["common", "rare"], ["common", "rare", "no"]])
async def test_words_are_found_in_their_index_alone(parts: Parts, words: list[str]) -> None:
    with asked(parts) as heard:
        async with parts.store.reading() as unit:
            await unit.finding.find(words)
            await unit.finding.forget(7)
    assert await read_from_end_to_end(parts, heard) == []


async def test_who_reports_the_same_is_looked_for_without_reading_all_petitions(parts: Parts) -> None:
    since = NOW - timedelta(days=60)
    places = [f"lane:{number}" for number in range(30)]
    search = Search("x", Field.TN, places, since, not_of=1, not_this=2)
    with asked(parts) as heard:
        async with parts.store.reading() as unit:
            await unit.neighbours.candidates(search)
            await unit.neighbours.candidates(replace(search, closed=True, not_of=None))
            await unit.neighbours.contacts(1)
            await unit.lists.followed_by(1)
            await unit.lists.split_off("1")
            await unit.lists.recurring(since)
    assert len(heard) == 6
    assert await read_from_end_to_end(parts, heard) == []


@pytest.mark.parametrize("closed", [False, True])
async def test_of_all_that_was_ever_reported_of_a_place_only_what_may_be_the_same_is_read(
    parts: Parts, closed: bool
) -> None:
    since = NOW - timedelta(days=60)
    search = Search("x", Field.TN, ["lane:20"], since, closed=closed)
    with asked(parts) as heard:
        async with parts.store.reading() as unit:
            await unit.neighbours.candidates(search)
    async with parts.engine.connect() as connection:
        key, days = place_key(parts.store.box, "x", "lane:20"), timedelta(days=1)
        await connection.exec_driver_sql(LANE, {"key": key, "lately": since + days, "long_ago": since - days})
        await connection.exec_driver_sql("ANALYZE place_keys")
        plan = await _plan(connection, *heard[0], "ANALYZE")
    assert [line for line in plan if "Removed" in line] == []
    [read] = [line for line in plan if "ix_place_keys_key" in line]
    assert "rows=2.00" in read.split("actual")[1]


@pytest.mark.parametrize("petition", [None, 7])
async def test_who_read_what_is_read_no_further_than_its_page(parts: Parts, petition: int | None) -> None:
    with asked(parts) as heard:
        async with parts.store.unit() as unit:
            for _time in range(3):
                await unit.registers.accessed(1, "card", 7)
                for _again in range(2):
                    await unit.registers.accessed(1, "name", 7, "reach")
        heard.clear()
        async with parts.store.reading() as unit:
            page = await unit.registers.readings(petition, 1, 3)
    assert [(one.what, one.times) for one in page] == [("card", 1), ("name", 2), ("card", 1)]
    assert await read_from_end_to_end(parts, heard) == []
    async with parts.engine.connect() as connection:
        await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        plan = "\n".join(await _plan(connection, *heard[0], "ANALYZE"))
    assert "Run Condition" in plan


async def test_a_letter_on_its_way_reads_no_growing_table_from_end_to_end(parts: Parts) -> None:
    with asked(parts) as heard:
        async with parts.store.reading() as unit:
            for petition in (7, 7, 8):
                await unit.deliveries.add(1, b"x", petition=petition, joins=True)
            delivery = await unit.deliveries.next(1)
            assert delivery
            await unit.deliveries.begin(delivery)
            replies = await unit.inbound.lately(timedelta(seconds=1))
            await unit.registers.slot("telegram", timedelta(seconds=replies))
            await unit.deliveries.sent(delivery, 1)
        await Outbox(parts).drain(1)
    assert len(heard) > 10
    assert await read_from_end_to_end(parts, heard) == []


async def test_the_figures_of_a_week_read_no_growing_table_from_end_to_end(parts: Parts) -> None:
    week = parts.clock() - timedelta(days=7), parts.clock()
    with asked(parts) as heard:
        async with parts.store.reading() as unit:
            counted = await unit.reports.figures("x", *week)
            await unit.reports.cells("x", *week)
            await unit.reports.steps("x", [*week])
            for figure in LISTED:
                assert await unit.reports.codes("x", week, figure, ("field", "KHAC"), 0) == []
            assert [some async for some in unit.reports.cases("x", *week)] == []
    assert counted[""][""]["open_after"] == 0  # every petition there has ended long since
    assert len(heard) == 11 + len(LISTED)
    assert await read_from_end_to_end(parts, heard) == []


async def test_a_card_the_board_and_the_overview_read_no_growing_table_from_end_to_end(parts: Parts) -> None:
    officer, place = Actor(1, frozenset({Grant(Role.TRIAGE)})), Place(1, NOW, 7)
    with asked(parts) as heard:
        async with parts.store.reading() as unit:
            await office_card(unit, parts.office, officer, "7")
            for window in (Window(10), Window(10, place), Window(10, place, back=True)):
                await supervising.board(unit, parts.office, officer, window)
            await reading.loads(unit, parts.office, officer)
            await following_up.loads(unit, officer)
            await unit.lists.to_carry_out("x")
            assert await unit.supervision.undecided() == 0
    assert len(heard) > 5
    assert await read_from_end_to_end(parts, heard) == []
