"""Figures agree with a slow recount of the histories, add up, and are not shown where they do not."""

from collections.abc import Mapping
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from petitions.kinds import OF_ANSWERS
from petitions.periods import parse
from petitions.registers import COUNTED
from reports.definitions import BY_NAME, DEFINITIONS
from reports.figures import Report, hot_spots, report
from storage.reports import Cell
from tests.reports import recount
from tests.reports.past import Past

APART = {"turned_to_paper", "turned_to_help", "recurring", "escalated"}
OF_WHAT_FOLLOWS = ("settled", "planned", "result_open", "carried_out", "followed_up", "carry_overdue")
OF_SHARES = ("answered", *OF_ANSWERS, "result_open", "on_time", "median_days", "overdue", "longest_days")
DIMENSIONS = {"field": "field", "body": "", "group": "residential_group"}


async def reported(past: Past, period: str) -> Report:
    async with past.parts.store.reading() as unit:
        return await report(unit, past.office.programme, parse(period))


def differing(said: Mapping[str, float | None], counted: Mapping[str, float | None]) -> dict[str, object]:
    """Return the counted figures that the report says otherwise; what nobody counted is nothing."""
    counts = [one.name for one in DEFINITIONS if one.of is None and one.name not in {*APART, *COUNTED}]
    return {
        name: (said.get(name), counted.get(name))
        for name in counts
        if (said.get(name) or 0) != pytest.approx(counted.get(name) or 0)
    }


async def test_every_figure_agrees_with_a_slow_recount_of_the_histories(past: Past) -> None:
    await past.lives(70)
    async with past.parts.engine.connect() as connection:
        found = await recount.lives(connection)
    seen = {life.spells[-1][2] for life in found} | {len(life.spells) > 1 for life in found}
    assert {"closed", "guided", "stored", "withdrawn", True, None} <= seen, "the past is too quiet"
    year = (await reported(past, "2026")).figures
    assert [name for name in OF_WHAT_FOLLOWS if not year[name]] == [], "the past is too quiet"
    for period in ("2026", "2026-08", "2026-W33", "2026-W34", "2026-W35", "2026-W36", "2025"):
        said = await reported(past, period)
        assert said.withheld == ()
        assert differing(said.figures, recount.count(found, said.start, said.end)) == {}, period
        for dimension, column in DIMENSIONS.items():
            for key, figures in said.by(dimension).items():
                if dimension == "body":  # a body answers for what was referred to it, whoever leads now
                    counted = recount.count(found, said.start, said.end, key)
                    counted |= {name: figures.get(name) for name in OF_SHARES}
                else:
                    mine = [life for life in found if life.classes[column] == key]
                    counted = recount.count(mine, said.start, said.end)
                assert differing(figures, counted) == {}, (period, dimension, key)


async def test_a_period_is_shown_beside_the_one_before_and_a_running_one_beside_as_many_days(past: Past) -> None:
    for _petition in range(3):
        await past.files()
        past.clock.move(timedelta(days=2))
    past.clock.move(timedelta(days=1))  # Monday, 10 August
    await past.files()
    past.clock.move(timedelta(hours=1))
    week = await reported(past, "2026-W33")
    assert (week.figures["received"], week.before["received"]) == (1, 1)
    assert (await reported(past, "2026-W32")).figures["received"] == 3
    past.clock.move(timedelta(days=6))
    week = await reported(past, "2026-W33")
    assert (week.figures["received"], week.before["received"], week.year_before["received"]) == (1, 3, 0)
    assert week.figures["on_time_rate"] is None


async def test_figures_that_do_not_add_up_are_not_shown_and_the_rule_is_named(past: Past) -> None:
    for _petition in range(2):
        await past.files()
    filed = past.clock.now
    past.clock.move(timedelta(days=3))
    async with past.parts.engine.begin() as connection:
        before = {"at": filed - timedelta(days=20)}
        await connection.execute(
            text("UPDATE petitions SET closed_at = :at, status = 'closed' WHERE id = 1"), before
        )
    said = await reported(past, "2026-W32")
    assert {one.rule for one in said.withheld} == {"open_before + received + reopened = ended + open_after"}
    assert {"", f"kind:{(await _kind(past))}"} <= {one.where for one in said.withheld}
    for name in ("open_before", "received", "reopened", "ended", "open_after"):
        assert name not in said.figures
        assert all(name not in figures for keys in said.parts.values() for figures in keys.values())
    assert said.figures["suggestions"] is not None


async def _kind(past: Past) -> str:
    async with past.parts.engine.connect() as connection:
        return str((await connection.execute(text("SELECT kind FROM petitions WHERE id = 1"))).scalar_one())


async def test_an_empty_period_has_figures_too(past: Past) -> None:
    said = await reported(past, "2026-W31")
    assert {said.figures[name] for name in ("received", "ended", "open_after", "recurring")} == {0}
    assert said.hot == ()


def test_where_nothing_had_come_before_nothing_is_more_than_usual() -> None:
    came = [Cell("CHIEU_SANG", None, 5, 0), Cell("MOI_TRUONG", None, 1, 0)]
    assert hot_spots(came, 1 / 8, 3) == ()
    before = [came[0], Cell("MOI_TRUONG", None, 1, 16)]
    assert [(spot.field, spot.now) for spot in hot_spots(before, 1 / 8, 3)] == [("CHIEU_SANG", 5)]


def test_a_few_or_hardly_more_are_not_far_more_than_usual() -> None:
    few, hardly, far = Cell("GT", None, 2, 0), Cell("CS", None, 5, 24), Cell("TN", None, 6, 24)
    assert [spot.field for spot in hot_spots([few, hardly, far], 1 / 8, 3)] == ["TN"]


async def test_eight_weeks_tell_nothing_of_what_is_usual_in_a_year(past: Past) -> None:
    for at in (timedelta(), timedelta(days=14)):
        past.clock.move(at)
        for _petition in range(3):
            await past.files()
    for name, usual in (("2026-W34", True), ("2026-08", True), ("2026", False), ("2026-Q3", False)):
        assert (await reported(past, name)).usual is usual, name
    assert (await reported(past, "2026")).hot == ()


def test_every_figure_is_defined_once() -> None:
    assert len(BY_NAME) == len(DEFINITIONS)


async def test_every_counted_figure_is_defined(past: Past) -> None:
    await past.files()
    async with past.parts.store.reading() as unit:
        span = datetime(2026, 8, 1, tzinfo=past.clock.now.tzinfo), past.clock.now
        counted = await unit.reports.figures(past.office.programme.name, *span)
    assert {*counted[""][""], *COUNTED} == {one.name for one in DEFINITIONS if one.of is None}
