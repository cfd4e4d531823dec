"""The administrator's list of roles: paged, each with whom it was meant for, and an end that is confirmed."""

import re

from petitions.roles import Grant, Role
from tests.conftest import Databases
from tests.town import Person, Town
from tests.traces import dump, traces

LABEL = "Trực tiếp dân, bàn 2"


async def invited(town: Town, key: str, words: str) -> Person:
    """Let the administrator invite somebody with these words after the command."""
    administrator, person = town.person("administrator"), town.person(key)
    await administrator.says(f"/invite {words}")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("start=inv_"))
    assert link
    await person.says(f"/start {link[1]}")
    await person.hears("nay có vai trò")
    return administrator


async def pages(administrator: Person) -> list[str]:
    """Turn all pages of the list from the first to the last; return each with its buttons."""
    await administrator.says("/grants")
    found = [await administrator.is_told()]
    while "Sau ›" in (labels := await administrator.buttons()):
        found[-1] += "\n" + "\n".join(labels)
        await administrator.presses("Sau ›")
        found.append(await administrator.is_told())
    found[-1] += "\n" + "\n".join(labels)
    return found


async def test_a_role_is_listed_with_body_day_and_what_its_invitation_was_called(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"body_officer ward_police {LABEL}")
    await administrator.says("/grants")
    listed = await administrator.hears("Vai trò đang có hiệu lực")
    first = listed.split("\n\n")[1]
    assert re.match(r"\d+\. Cán bộ cơ quan giải quyết · Công an phường\n", first)
    assert LABEL in first
    assert "Từ 20/11/2026" in first


async def test_a_role_without_body_takes_all_words_as_its_label_but_refuses_a_body(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"triage_officer {LABEL}")
    await administrator.says("/grants")
    assert f"Cán bộ tiếp nhận\n{LABEL}" in await administrator.hears("Vai trò đang có hiệu lực")
    await administrator.says("/invite leader ward_police")
    assert "không gắn với cơ quan nào" in await administrator.is_told()
    await administrator.says(f"/invite leader {'x' * 61}")
    assert "dài quá 60" in await administrator.is_told()


async def test_labels_are_kept_in_no_readable_form(town: Town, databases: Databases) -> None:
    await invited(town, "resident_2", f"triage_officer {LABEL}")
    await town.settles()
    assert traces([LABEL], dump(databases.admin(town.database))) == []


async def test_every_role_stands_on_one_page_and_has_a_button_there(town: Town) -> None:
    async with town.parts.store.unit() as unit:
        for number in range(20):
            person = await unit.people.welcome("telegram", str(6_000_000_000 + number), "vi")
            await unit.people.grant(person.person, Grant(Role.LEADER), None)
    found = await pages(town.person("administrator"))
    shown = [set(re.findall(r"^(\d+)\. ", page, re.MULTILINE)) for page in found]
    assert len(found) > 2
    assert [set(re.findall(r"Thu hồi số (\d+)", page)) for page in found] == shown
    held = await town.query("SELECT id FROM grants")
    assert sorted(number for page in shown for number in page) == sorted(str(row.id) for row in held)


async def test_a_role_ends_only_after_a_second_press(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"triage_officer {LABEL}")
    await administrator.says("/grants")
    await administrator.hears("Vai trò đang có hiệu lực")
    newest = (await administrator.buttons())[0]
    await administrator.presses(newest)
    assert LABEL in await administrator.hears("Thu hồi vai trò dưới đây?")
    await administrator.presses("Giữ lại")
    await administrator.hears("Vai trò đang có hiệu lực", LABEL)
    await administrator.presses(newest)
    await administrator.hears("Thu hồi vai trò dưới đây?")
    await administrator.presses("Chắc chắn thu hồi")
    await administrator.hears("Đã thu hồi")
    await administrator.presses("Danh sách vai trò")
    assert LABEL not in await administrator.hears("Vai trò đang có hiệu lực")
    officer = town.person("resident_2")
    await officer.says("/queue")
    assert "không có quyền" in await officer.is_told()


async def test_an_invitation_is_made_by_buttons_role_then_body(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/invite")
    await administrator.hears("Mời ai?")
    await administrator.presses("Cán bộ cơ quan giải quyết")
    await administrator.hears("chọn cơ quan")
    while not any("Công an phường" in label for label in await administrator.buttons()):
        await administrator.presses("Sau ›")
        await administrator.hears("chọn cơ quan")
    await administrator.presses("Công an phường")
    called = "Cán bộ cơ quan giải quyết, Công an phường"
    link = re.search(r"start=(inv_\S+)", await administrator.hears(called, "start=inv_"))
    assert link
    await town.person("resident_2").says(f"/start {link[1]}")
    await town.person("resident_2").hears("nay có vai trò", called)
    await administrator.hears("lời mời đã được dùng", called)
    assert await town.query("SELECT 1 FROM grants WHERE role = 'body_officer' AND body = 'ward_police'")


async def test_a_mistyped_body_is_answered_with_the_nearest(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/invite body_officer ward_polise")
    assert "ward_police?" in await administrator.is_told()
    await administrator.says("/invite group xyzzy")
    assert "“xyzzy” trong chương trình. Gõ /invite" in await administrator.is_told()


async def test_bound_groups_are_listed_and_unbound_and_the_group_hears_it(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/bind ABCDEFGH")
    assert "chỉ gõ trong nhóm" in await administrator.is_told()
    await administrator.says("/grants")
    await administrator.hears("Vai trò đang có hiệu lực")
    await administrator.presses("Nhóm đã gắn")
    await administrator.hears("Nhóm đã gắn với cơ quan: 1", "Phòng Kinh tế, Hạ tầng và Đô thị")
    await administrator.presses("Gỡ: Phòng Kinh tế")
    await administrator.hears("Gỡ nhóm của Phòng Kinh tế")
    await administrator.presses("Chắc chắn gỡ")
    await administrator.hears("Đã gỡ nhóm")
    await town.body.hears("không còn gắn với Phòng Kinh tế")
    await administrator.presses("Nhóm đã gắn")
    await administrator.hears("Nhóm đã gắn với cơ quan: 0", "Chưa có nhóm nào")


async def test_the_last_administrator_is_refused_before_being_asked(town: Town) -> None:
    administrator = town.person("administrator")
    await administrator.says("/grants")
    await administrator.hears("Vai trò đang có hiệu lực")
    [own] = [label for label in await administrator.buttons() if "quản trị" in label.lower()]
    assert "quản trị cuối cùng" in await administrator.presses(own)
    assert not any("Thu hồi vai trò dưới đây?" in said for said in await administrator.screen())
