"""A quarter at the desk: thirteen Mondays, thirteen summaries, each once, by a worker that is new each week."""

from datetime import timedelta

from bot import jobs
from bot.demo import read_demo
from bot.wiring import open_parts
from tests.courses import signed
from tests.town import UNPACED, Town

WEEKS = 13
WORDS = "Đèn đường ngõ 20 hỏng cả tuần nay"


async def new_worker(town: Town) -> None:
    """Let a worker that has just started do the minute's housekeeping; it ends right after."""
    token = read_demo()["bot"]["token"]
    settings, office = town.parts.settings, town.parts.office
    async with open_parts(settings, town.database, token, office, town.clock, UNPACED) as parts:
        jobs.register(parts)
        async with parts.jobs.open_async():
            await jobs.keep_house(parts)


async def test_thirteen_summaries_reach_the_leader_each_once_though_the_worker_is_new_each_week(
    town: Town,
) -> None:
    leader, told = town.person("leader"), []
    await signed(town, await town.files(WORDS))
    town.clock.move(timedelta(days=3))  # Monday morning
    for week in range(WEEKS):
        await new_worker(town)
        await new_worker(town)
        said = await leader.hears("Tuần ", "Mã tổng hợp")
        told.append(said.splitlines()[0])
        if week % 6 == 2:
            await town.files(WORDS)
        town.clock.move(timedelta(days=7))
    await town.rests()
    heads = [one.splitlines()[0] for one in await leader.screen() if "Mã tổng hợp" in one]
    assert heads == told
    assert len({*heads}) == WEEKS
    assert heads[0] == "Tuần 47/2026 – phường Cầu Giấy"
    assert "Mới nhận: 1" in await _first(town)
    kept = await town.query("SELECT period, figures->'figures'->>'received' FROM summaries ORDER BY id")
    assert [int(received) for _period, received in kept] == [1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    assert kept[6][0] == "2026-W53"


async def _first(town: Town) -> str:
    return next(one for one in await town.person("leader").screen() if "Mã tổng hợp" in one)
