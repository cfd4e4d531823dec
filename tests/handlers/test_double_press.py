"""A second press in haste: it falls on what the first one has just put there, and changes nothing."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.courses import WORDS, draft_of, invited, opened, plain
from tests.town import Person, Town, office_rules, open_town

MINUTE = timedelta(minutes=1)
TAKEN = "Đã nhận lần bấm trước"


@pytest.fixture
async def town(staffed: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run everything with a minute for haste, for which people wait, and a longer one for undoing."""
    office = replace(office_rules(), hold=60 * MINUTE)
    async with open_town(staffed, tmp_path, office, haste=MINUTE) as running:
        yield running


async def _hasty(person: Person, label: str) -> None:
    """Press at once what an earlier press has brought; read that it was not taken, and see nothing change."""
    before = await person.screen()
    assert TAKEN in await person.presses(label, at_once=True)
    assert await person.screen() == before


async def _inviting(town: Town) -> tuple[Person, str]:
    administrator = town.person("administrator")
    await administrator.says("/invite")
    await administrator.hears("Mời ai?")
    await administrator.presses("Cán bộ kiểm tra")
    await administrator.hears("gọi")
    await administrator.presses("Gọi theo vai trò")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("start=inv_"))
    assert link
    return administrator, link[1]


async def test_a_double_press_does_not_cancel_the_invitation_that_it_has_made(town: Town) -> None:
    administrator, link = await _inviting(town)
    await _hasty(administrator, "Hủy lời mời này")
    guest = town.person("resident_2")
    await guest.says(f"/start {link}")
    await guest.hears("nay có vai trò")


async def test_whoever_has_waited_can_press_what_the_first_press_brought(town: Town) -> None:
    administrator, _link = await _inviting(town)
    await administrator.presses("Hủy lời mời này")
    await administrator.hears("Đã hủy lời mời (Cán bộ kiểm tra")


async def test_a_double_press_leaves_the_entry_of_the_register_on_the_screen(town: Town) -> None:
    person = await invited(town, "resident_2", "denunciation_keeper")
    await person.says("/denunciations 12/TC 20/11/2026")
    await person.hears("Vào sổ đơn tố cáo số 12/TC")
    await person.presses("Ghi vào sổ")
    await person.hears("Đơn tố cáo số 12/TC", "nhận đơn")
    for label in ("Chuyển tới cơ quan", "Lưu"):
        await _hasty(person, label)
    await person.presses("Chuyển tới cơ quan")
    await person.hears("được chuyển tới cơ quan nào")
    await person.presses("Công an")
    await person.hears("đã chuyển tới Công an phường?")
    await person.presses("Ghi vào sổ")
    await person.hears("20/11/2026: đã chuyển tới Công an phường")
    await _hasty(person, "Kết thúc")
    assert await draft_of(town, person) is None
    assert len(await town.query("SELECT 1 FROM denunciation_entries")) == 2


async def test_a_double_press_does_not_lose_the_way_back_from_a_referral(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    card, [seen] = officer.last["message_id"], await town.query("SELECT entries FROM petitions")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    for label in ("Việc tiếp theo", "Mở"):
        await _hasty(officer, label)
    again = await officer.presses_data(card, f"refer:{plain(code)}:{seen.entries}", at_once=True)
    assert TAKEN in again, "the same press, sent before its answer was seen"
    await officer.presses("Hoàn tác")
    await officer.hears("Đã hoàn tác", code)


async def test_pages_and_days_are_turned_as_fast_as_one_likes(town: Town) -> None:
    person = await invited(town, "resident_2", "denunciation_keeper")
    await person.says("/denunciations 12/TC 16/11/2026")
    await person.hears("Vào sổ")
    await person.presses("Ghi vào sổ")
    await person.hears("nhận đơn")
    await person.presses("Lưu")
    await person.hears("ngày 20/11/2026")
    await person.presses("19/11/2026")
    for day in (18, 17):
        await person.hears(f"ngày {day + 1}/11/2026")
        await person.presses(f"{day}/11/2026", at_once=True)
    await person.hears("ngày 17/11/2026")


async def test_a_colleague_is_not_held_up_by_somebody_elses_press(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    assert TAKEN not in await town.resident.presses("Xem diễn biến", at_once=True)
    await town.resident.hears("Gửi lúc")
