"""Invented petitions: the same from the same seed, and in the database no different from real ones."""

from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from bot.generating import generate, history, read_phrases
from bot.lives import Cast, Town
from bot.programs import generate as command
from bot.settings import Settings, SettingsError
from bot.wiring import conninfo, open_parts
from desk.audit import verify
from petitions.case import Status
from petitions.data import load_examples
from petitions.kinds import OF_ANSWERS
from petitions.periods import parse
from petitions.queues import Queue, View, Window
from reports.figures import report
from storage.bulk import Bulk
from storage.queues import Reader
from tests.town import TownClock, office_rules

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def town(seed: int) -> Town:
    return Town(office_rules(), load_examples(), Cast(range(1, 9), (10, 11), 12, 13, read_phrases()), seed)


def test_a_seed_draws_the_same_town_each_time_and_another_seed_another_one() -> None:
    lives = list(town(5).lives(80, NOW))
    assert lives == list(town(5).lives(80, NOW))
    assert lives != list(town(6).lives(80, NOW))
    assert all(deed.at <= NOW for life in lives for deed in life.deeds)
    assert all(list(life.deeds) == sorted(life.deeds, key=lambda deed: deed.at) for life in lives)


async def test_invented_petitions_are_whole_are_found_and_stand_in_the_queues(
    database: str, tmp_path: Path
) -> None:
    async with open_parts(Settings(data=tmp_path), database, "1:x", office_rules(), TownClock()) as parts:
        assert list(generate(parts, database, 400, 3)) == [400]
        assert list(generate(parts, database, 100, 4)) == [100]
        async with parts.store.reading(snapshot=True) as unit:
            verdict = await verify(unit)
            assert (verdict.petitions, verdict.faults) == (500, ())
            assert len(await unit.finding.find(["ngo"])) == 20
            statuses = await unit.lists.counts()
            year = await report(unit, parts.office.programme, parse("2026"))
            followed = await unit.queues.page(Queue(View.FOLLOWED_UP), Reader(1, NOW), Window(8))
            [in_hand] = await unit.queues.counts([Queue(View.NEW)], Reader(1, NOW), 1000)
    assert in_hand == statuses.get(Status.RECEIVED, 0)
    assert year.withheld == ()
    assert [name for name in (*OF_ANSWERS, "carried_out", "followed_up") if not year.figures[name]] == []
    assert year.figures["result_open"] == 0
    assert followed.lines
    assert {Status.CLOSED, Status.GUIDED, Status.STORED, Status.WITHDRAWN, Status.EXPIRED} <= set(statuses)


async def test_a_code_that_is_drawn_twice_is_given_once(database: str, tmp_path: Path) -> None:
    drawn = iter(["AAAAAAAA", "AAAAAAAA", "BBBBBBBB", "AAAAAAAA", "BBBBBBBB", "CCCCCCCC"])
    async with open_parts(Settings(data=tmp_path), database, "1:x", office_rules(), TownClock()) as parts:
        with psycopg.connect(conninfo(database)) as connection:
            bulk = Bulk(connection, parts.store.box, parts.office.programme.name, lambda: next(drawn))
            people = bulk.people(20, NOW)
            cast = Cast(people, people, people[0], people[1], read_phrases())
            histories = [*map(history, Town(parts.office, load_examples(), cast, 5).lives(3, NOW))]
            bulk.add(histories[:2])
            bulk.add(histories[2:])
        async with parts.store.reading() as unit:
            assert {head.code async for head in unit.audits.heads()} == {"AAAAAAAA", "BBBBBBBB", "CCCCCCCC"}


async def test_real_petitions_are_never_mixed_with_invented_ones(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="practice"):
        await command(
            Settings.model_validate({"data": tmp_path, "telegram_token": f"1234567890:{'x' * 35}"}), 1, 1
        )
