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
    assert re.match(r"\d+\. cán bộ cơ quan giải quyết · Công an phường\n", first)
    assert LABEL in first
    assert "Từ 20/11/2026" in first


async def test_a_role_without_body_takes_all_words_as_its_label_but_refuses_a_body(town: Town) -> None:
    administrator = await invited(town, "resident_2", f"triage_officer {LABEL}")
    await administrator.says("/grants")
    assert f"cán bộ tiếp nhận\n{LABEL}" in await administrator.hears("Vai trò đang có hiệu lực")
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
