"""A database that goes away for a while: nothing is confirmed, nothing is lost, and one line says so."""

import asyncio
from pathlib import Path

from structlog.testing import capture_logs

from bot import jobs
from bot.running import missing
from tests.cable import cable_to
from tests.courses import WORDS, leaves_the_rest, reach
from tests.door import open_door
from tests.processes import becomes
from tests.town import open_town

AWAY = 3
"""Seconds; the real thing may last for hours and takes the same ways."""


async def test_polling_holds_its_offset_and_goes_on_in_order_and_the_worker_survives(
    database: str, tmp_path: Path
) -> None:
    async with cable_to(database) as cable, open_town(cable.url, tmp_path) as town:
        resident = await reach(town, "words")
        await town.settles()
        queue = town.world.first_bot().queue
        with capture_logs() as lines:
            await cable.pull_out()
            for words in (WORDS, "Xin sửa sớm.", "Cảm ơn."):
                await resident.says(words)
            await asyncio.sleep(AWAY)
            assert len(queue.living()) == 3
            assert await missing(town.parts) == ["database"]

            await cable.put_in()
            await becomes(lambda: not queue.living(), within=30)
            await leaves_the_rest(resident)
            await resident.hears("xem lại", f"{WORDS}\n\nXin sửa sớm.\n\nCảm ơn.")
            await resident.presses("✅ Gửi")
            await resident.hears("Giấy biên nhận")
            await town.keep_house()
            await town.officer.hears("Kiến nghị mới")
        assert await missing(town.parts) == []
    assert [line["event"] for line in lines] == ["database_away", "database_back"]


async def test_the_webhook_asks_telegram_to_come_again_and_is_ready_again_by_itself(
    database: str, tmp_path: Path
) -> None:
    async with cable_to(database) as cable, open_door(cable.url, tmp_path) as door:
        worker = asyncio.create_task(jobs.work(door.town.parts))
        resident = await reach(door.town, "words")
        await door.becomes_ready()
        with capture_logs() as lines:
            await cable.pull_out()
            await resident.says(WORDS)
            await asyncio.sleep(AWAY)
            assert await door.missing() == ["database"]
            assert "503" in door.town.world.first_bot().webhook.last_error_message

            await cable.put_in()
            await resident.hears("Bước 2/4")
            await door.becomes_ready()
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)
    assert [line["event"] for line in lines] == ["database_away", "database_back"]
