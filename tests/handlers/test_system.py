"""The administrator, and nobody else, sees the programme in force, how long is kept, and what was parked."""

from tests.courses import WORDS, invited
from tests.town import Town


async def test_the_administrator_sees_what_the_program_runs_with_and_what_failed_unopened(town: Town) -> None:
    administrator, programme = town.person("administrator"), town.parts.office.programme
    await administrator.says("/system")
    told = await administrator.hears(programme.name, programme.title_vi, "Không có tin nào bị giữ lại")
    assert f"Còn {len(programme.open_items())} mục chưa điền" in told
    assert "giữ tới khi có yêu cầu xóa" in told
    async with town.parts.store.unit() as unit:
        for number in range(8_000_001, 8_000_013):
            await unit.inbound.failed("telegram", number)
            await unit.inbound.park("telegram", number, WORDS.encode())
    await administrator.says("/system")
    told = await administrator.hears("Tin bị giữ lại vì lỗi: 12", "8000012", "lỗi 1 lần")
    assert told.count("• Số") == 10
    assert WORDS not in told


async def test_what_the_program_runs_with_is_nobody_elses_to_see(town: Town) -> None:
    await town.agrees()
    await invited(town, "resident_2", "auditor")
    for key in ("resident_1", "resident_2", "triage_officer", "senior_officer", "ward_officer", "leader"):
        person = town.person(key)
        await person.catches_up()
        await person.says("/system")
        assert "Chương trình phối hợp:" not in await person.hears("không có quyền"), key
