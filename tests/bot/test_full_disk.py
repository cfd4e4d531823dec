"""A disk that runs full: no new petition is taken, what is being written is kept, and everything else goes on."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from bot import doctor
from bot.room import Room
from bot.settings import Settings
from tests.courses import WORDS, answered, leaves_the_rest, reach, step_of
from tests.door import Door, open_door
from tests.processes import becomes
from tests.town import PNG, Town, office_rules, open_town

NO_ROOM, NOT_SAVED = "tạm thời không nhận kiến nghị mới", "chưa được ghi lại"
FULL = """
    CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON petitions FOR EACH ROW EXECUTE FUNCTION full_disk();
"""


@dataclass
class Disk:
    """A disk that a test fills."""

    full: bool = False

    def room(self) -> bool:
        return not self.full


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
async def town(database: str, tmp_path: Path, disk: Disk) -> AsyncIterator[Town]:
    async with open_town(database, tmp_path, replace(office_rules(), room=disk.room)) as running:
        yield running


async def test_new_petitions_are_refused_with_a_sentence_and_what_is_under_way_goes_on(
    town: Town, disk: Disk
) -> None:
    code = await town.files(WORDS)
    disk.full = True
    resident = town.resident
    await resident.says("/new")
    await resident.hears(NO_ROOM)
    await resident.says("Cống trước nhà số 5 ngõ 30 bị tắc, nước tràn ra đường.")
    await resident.hears(NO_ROOM)
    assert await step_of(town, resident) is None
    await resident.says(f"/status {code}")
    await resident.hears("Kiến nghị", code)
    senior = await answered(town, code)
    await senior.presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)


async def test_a_petition_in_the_making_is_kept_and_sent_once_there_is_room(town: Town, disk: Disk) -> None:
    resident = await reach(town, "preview")
    disk.full = True
    assert NO_ROOM in await resident.presses("✅ Gửi")
    assert await town.query("SELECT 1 FROM petitions") == []
    disk.full = False
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")


async def test_files_wait_with_telegram_until_there_is_room(town: Town, disk: Disk) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.is_told()
    await leaves_the_rest(resident, files="Tiếp tục")
    await resident.hears("xem lại")
    await town.goes_wrong(kind="http", status=502, method="getFile")
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")
    await becomes(lambda: town.world.faults.rules[0].spent)
    disk.full = True
    asked = _asked_for_files(town)
    await town.keep_house()
    await town.comes_to_hold("SELECT 1 WHERE NOT EXISTS (SELECT FROM procrastinate_jobs WHERE status = 'todo')")
    assert _asked_for_files(town) == asked
    disk.full = False
    await town.keep_house()
    await town.comes_to_hold("SELECT 1 FROM media WHERE fetched_at IS NOT NULL")


async def test_a_database_that_cannot_write_a_petition_says_so_and_loses_nothing(town: Town) -> None:
    resident = await reach(town, "preview")
    async with town.parts.engine.begin() as connection:
        await connection.execute(text(FULL))
    assert NOT_SAVED in await resident.presses("✅ Gửi")
    await town.settles()
    async with town.parts.engine.begin() as connection:
        await connection.execute(text("DROP TRIGGER full_disk ON petitions"))
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")
    assert len(await town.query("SELECT 1 FROM petitions")) == 1


def test_the_limit_is_a_setting_and_a_change_is_logged_once(tmp_path: Path) -> None:
    with capture_logs() as lines:
        short, enough = (Room(Settings(data=tmp_path, least_free_mb=limit)) for limit in (10**9, 0))
        assert [short(), short(), enough(), enough()] == [False, False, True, True]
    assert [line["event"] for line in lines] == ["disk_short"]


async def test_readiness_warns_and_stays_green_and_the_doctor_names_the_cure(
    database: str, tmp_path: Path, disk: Disk
) -> None:
    async with open_door(database, tmp_path, replace(office_rules(), room=disk.room)) as door:
        await door.beats()
        assert await _warnings(door) == []
        disk.full = True
        assert await _warnings(door) == ["disk"]
        assert await door.missing() == []
    findings = await doctor.look(Settings.model_validate({"data": tmp_path, "least_free_mb": 10**9}))
    [told] = [str(finding) for finding in findings if finding.about == "Disk"]
    assert "petitions are refused" in told
    assert "DANNGUYEN_LEAST_FREE_MB" in told


async def _warnings(door: Door) -> list[str]:
    warnings: list[str] = (await door.reads("/readyz"))["warnings"]
    return warnings


def _asked_for_files(town: Town) -> int:
    return sum(call["method"] == "getFile" for call in town.world.calls)
