"""What is kept of a petition that has ended, for how long, and how its author has it erased."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Databases
from tests.courses import WORDS, adding, opened, plain, referred, signed, stands
from tests.handlers.test_letters_of_sign_off import begins_to_withdraw
from tests.town import PNG, Person, Town, office_rules, open_town, text_of
from tests.traces import dump, traces


@pytest.fixture
async def five_years(database: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run the product for an office that keeps words for five years."""
    async with open_town(database, tmp_path, replace(office_rules(), keep_years=5)) as town:
        yield town


async def withdrawn(town: Town) -> tuple[str, Person]:
    """Let a resident file and withdraw a petition; return its code and the resident."""
    code = await town.files(WORDS)
    await town.resident.presses_data(1, f"withdraw:{plain(code)}")
    await town.resident.hears("Ông/bà chắc chắn muốn rút", code)
    await town.resident.presses("Chắc chắn rút")
    await town.resident.hears("Đã rút kiến nghị", code)
    return code, town.resident


async def kept(town: Town) -> bool:
    """Tell whether any petition's words or key are still there."""
    found = await town.query(
        "SELECT 1 FROM contents UNION ALL SELECT 1 FROM petitions WHERE key_wrapped IS NOT NULL"
    )
    return bool(found)


async def test_whoever_withdraws_is_told_what_remains_for_how_long_and_can_erase_it_at_once(
    town: Town, databases: Databases
) -> None:
    code, resident = await withdrawn(town)
    told = resident.last["text"]
    assert "còn được lưu theo thời hạn lưu trữ hồ sơ" in told
    assert "chỉ còn mã, lĩnh vực và các mốc xử lý" in told
    await resident.presses("Xóa nội dung đã gửi")
    await resident.hears("không lấy lại được", code)
    await resident.presses("Chắc chắn xóa")
    await resident.hears("Đã xóa nội dung", code)
    assert not await kept(town)
    assert traces([WORDS], dump(databases.admin(town.database))) == []
    await resident.says(f"/status {code}")
    timeline = await resident.is_told()
    assert "Xóa nội dung theo yêu cầu của người gửi" in timeline
    assert "Nội dung đã được xóa." in timeline
    assert not [label for label in await resident.buttons() if "Xóa" in label]
    officer = town.officer
    await officer.presses_data(1, f"card:{plain(code)}")
    card = await officer.hears(code, "Nội dung đã được xóa.")
    assert not any(part in card for part in (WORDS, "tệp"))
    assert not [label for label in await officer.buttons() if "tệp" in label or "tố cáo" in label]
    [row] = await town.query("SELECT entries FROM petitions")
    assert "đã được xóa" in await officer.presses_data(1, f"denounced:{plain(code)}:{row.entries}")
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'denounce'")


async def test_nobody_reads_of_files_that_are_erased_as_if_they_were_kept(town: Town) -> None:
    code = await town.files(WORDS)
    body, resident = await referred(town, code), await adding(town, code, "Thêm ảnh chụp sáng nay.")
    await resident.sends(PNG)
    await resident.hears("Chưa gửi")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await body.hears("1 tệp", code)
    await begins_to_withdraw(town, code)
    await resident.presses("Chắc chắn rút")
    await resident.hears("Đã rút kiến nghị", code)
    await resident.presses("Xóa nội dung đã gửi")
    await resident.hears("không lấy lại được", code)
    await resident.presses("Chắc chắn xóa")
    await resident.hears("Đã xóa nội dung", code)
    await town.rests()
    about = [await stands(body, one["message_id"]) for one in await body.messages() if code in text_of(one)]
    assert not [said for said, live in about if live or "tệp" in said]
    await resident.says(f"/status {code}")
    timeline = await resident.is_told()
    assert "bổ sung" in timeline
    assert "tệp" not in timeline


async def test_a_petition_that_goes_on_cannot_be_erased_and_none_twice(town: Town) -> None:
    code = await town.files(WORDS)
    for data in (f"erase:{plain(code)}", f"erased:{plain(code)}"):
        assert "Không làm được việc này" in await town.resident.presses_data(1, data)
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await town.resident.presses_data(1, f"erased:{plain(code)}")
    assert "đã được xóa" in await town.resident.presses_data(1, f"erased:{plain(code)}")
    stranger = await town.agrees("resident_2")
    assert "không có quyền" in await stranger.presses_data(1, f"erased:{plain(code)}")
    assert len(await town.query("SELECT 1 FROM entries WHERE act = 'erase'")) == 1


async def test_whoever_has_an_account_hears_that_a_paper_had_their_words_erased(town: Town) -> None:
    code, resident = await withdrawn(town)
    administrator = town.person("administrator")
    await administrator.says(f"/erase {code} 12/2026")
    await administrator.hears("theo văn bản số 12/2026", code)
    await administrator.presses("Chắc chắn xóa")
    seen = resident.seen
    told = await resident.hears("đã được xóa theo yêu cầu bằng văn bản số 12/2026", code, "xin báo ngay")
    assert "Tin nhắn trong cuộc trò chuyện này thì ông/bà tự xóa" in told
    resident.seen = seen  # what was said before is renewed first or after it
    await resident.hears("nội dung đã được xóa", code, without="theo yêu cầu")
    shown = await resident.screen()
    assert not any("còn được lưu" in one for one in shown), "nothing says that it is still kept"
    assert not [label for label in await resident.buttons() if "Xóa" in label]
    await town.officer.hears("được xóa theo văn bản số 12/2026", "Người gửi sẽ được báo")


async def test_an_administrator_who_thinks_better_of_it_reads_that_nothing_was_erased(town: Town) -> None:
    code, _resident = await withdrawn(town)
    administrator = town.person("administrator")
    await administrator.says(f"/erase {code} 12/2026")
    await administrator.hears("theo văn bản số 12/2026", code)
    await administrator.presses("Giữ lại")
    await administrator.hears("Đã giữ lại: không xóa gì", code)
    assert await kept(town)


async def test_what_was_erased_after_its_answer_is_not_disputed_any_more(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    await resident.presses_data(1, f"erased:{plain(code)}")
    assert "đã được xóa" in await resident.presses_data(1, f"rate:{plain(code)}:not")


async def test_words_of_an_ended_petition_go_by_themselves_after_the_years_that_are_set(five_years: Town) -> None:
    town = five_years
    code, resident = await withdrawn(town)
    assert "còn được lưu 5 năm rồi bị xóa" in resident.last["text"]
    other = await town.files("Nắp hố ga trước số nhà 15 bị mất.", "resident_2")
    town.clock.move(timedelta(days=5 * 365 - 1))
    await town.keep_house()
    assert len(await town.query("SELECT 1 FROM petitions WHERE erased_at IS NULL")) == 2
    town.clock.move(timedelta(days=10))
    await town.keep_house()
    [row] = await town.query("SELECT code FROM petitions WHERE erased_at IS NULL")
    assert row.code == plain(other), "only what has ended"
    await resident.says(f"/status {code}")
    assert "hết thời hạn lưu" in await resident.is_told()
    officer = await opened(town, other)
    assert "Nắp hố ga" in officer.last["text"]


async def test_nothing_goes_by_itself_unless_the_office_says_when(town: Town) -> None:
    await withdrawn(town)
    town.clock.move(timedelta(days=40 * 365))
    await town.keep_house()
    assert await kept(town)
