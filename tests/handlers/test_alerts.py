"""Leaders hear at once, and once, of a danger, of one matter of many residents, and of an overdue escalation."""

from tests.courses import DANGER, WORDS, leaves_the_rest, opened, plain, reported_above
from tests.handlers.test_neighbours import HOLE, SAME
from tests.handlers.test_supervision import late, passes
from tests.town import Person, Town, code_in


async def told(leader: Person, part: str) -> int:
    """Return how many messages to a leader have this part."""
    return sum(part in said for said in await leader.screen())


async def files_in_danger(town: Town) -> str:
    """Let a resident file words of danger after the numbers were shown; return the code."""
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says(DANGER)
    await resident.hears("114")
    await resident.presses("Không nguy hiểm")
    await resident.hears("Bước 2/4")
    await leaves_the_rest(resident)
    await resident.hears("xem lại trước khi gửi")
    await resident.presses("✅ Gửi")
    return code_in(await resident.hears("Giấy biên nhận"))


async def test_leaders_hear_of_a_danger_at_once_without_its_words_and_turn_to_the_report(town: Town) -> None:
    leader = town.person("leader")
    await town.files(WORDS)
    code = await files_in_danger(town)
    said = await leader.hears("nói tới nguy hiểm", code)
    assert not any(part in said for part in ("Cháy", "ngõ 20", "số 5"))
    assert await told(leader, "nguy hiểm") == 1
    assert "· chưa chuyển; dự kiến: " in said
    assert "/report" in said
    await leader.says("/report")
    await leader.hears("Mới nhận: 2")


async def test_the_administrator_hears_of_a_leader_whom_no_alert_reaches(town: Town) -> None:
    administrator = town.person("administrator")
    await town.person("leader").blocks()
    await files_in_danger(town)
    await administrator.hears("không tới được lãnh đạo")
    await files_in_danger(town)
    await administrator.hears("không tới được lãnh đạo")


async def test_the_fifth_resident_on_one_matter_is_told_once_however_they_come_and_go(town: Town) -> None:
    leader, code = town.person("leader"), await town.files(HOLE)
    async with town.parts.store.unit() as unit:
        case = await unit.petitions.load(plain(code))
        assert case
        for number in range(3):
            known = await unit.people.welcome("counter", f"neighbour {number}", "vi")
            await unit.neighbours.follow(case.id, known.person, "joined")
    neighbour = await town.previews(SAME, "resident_2")
    assert await told(leader, "cùng nêu một việc") == 0
    await neighbour.presses("Tham gia")
    said = await leader.hears("Từ 5 người dân trở lên cùng nêu một việc", code)
    assert not any(part in said for part in ("Xuân Thủy", "cống", "ngõ 20"))
    await neighbour.presses_data(1, f"leave:{plain(code)}")
    await neighbour.hears("thôi theo dõi", code)
    await town.previews(SAME, "resident_2")
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", code)
    await town.rests()
    assert await told(leader, "cùng nêu một việc") == 1


async def test_what_was_reported_above_and_is_overdue_is_told_once(town: Town) -> None:
    leader, code = town.person("leader"), await town.files(WORDS)
    await late(town, code, 20)
    await opened(town, code)
    await reported_above(town, code)
    await passes(town, 1)
    assert await told(leader, "đang quá hạn") == 0
    await passes(town, 10)
    await leader.hears("báo cáo cấp trên đang quá hạn", code)
    await town.senior.hears("báo cáo cấp trên đang quá hạn", code)
    await town.senior.presses("Mở phiếu")
    await town.senior.hears(code, "Loại:")
    await passes(town, 1)
    assert await told(leader, "đang quá hạn") == 1
