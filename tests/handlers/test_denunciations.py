"""The register of denunciations on paper: number, dates and status, for those alone who were named for it."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.courses import draft_of, invited
from tests.town import Person, Town


async def keeper(town: Town) -> Person:
    """Let the administrator name somebody for the register."""
    return await invited(town, "resident_2", "denunciation_keeper")


async def enters(person: Person, typed: str, told: str) -> None:
    """Enter a number, and read what the register has of it then."""
    await person.says(f"/denunciations {typed}")
    await person.hears("Vào sổ đơn tố cáo số")
    await person.presses("Ghi vào sổ")
    await person.hears(told)


async def test_a_denunciation_goes_its_way_in_the_register_and_every_look_is_recorded(town: Town) -> None:
    person = await keeper(town)
    await person.says("/denunciations")
    await person.hears("Sổ đơn tố cáo", "Chưa có đơn nào")
    await person.says("/denunciations 12/tc 18/11/2026")
    await person.hears("đơn tố cáo số 12/TC, nhận ngày 18/11/2026?", "không sửa, không xóa được")
    assert not await town.query("SELECT 1 FROM denunciations")
    await person.presses("Ghi vào sổ")
    await person.hears("Đơn tố cáo số 12/TC", "18/11/2026: nhận đơn (vào sổ ngày 20/11/2026)")
    await person.presses("Chuyển tới cơ quan")
    await person.hears("được chuyển tới cơ quan nào")
    await person.presses("Công an")
    await person.hears("số 12/TC đã chuyển tới Công an phường", "không sửa, không xóa được")
    assert len(await town.query("SELECT 1 FROM denunciation_entries")) == 1
    await person.presses("Ghi vào sổ")
    assert "20/11/2026: đã chuyển tới Công an phường (" not in await person.hears(
        "18/11/2026: nhận đơn", "20/11/2026: đã chuyển tới Công an phường"
    )
    assert "sang tình trạng khác" in await person.presses_data(1, "noted:1:moved:ward_police:20261120")
    await person.presses("Kết thúc")
    await person.hears("số 12/TC kết thúc?")
    await person.presses("Ghi vào sổ")
    await person.hears("20/11/2026: kết thúc")
    assert await person.buttons() == ["Mở lại, chuyển tới cơ quan", "‹ Về sổ"]
    await person.presses("Về sổ")
    await person.hears("Số 12/TC, nhận 18/11/2026: kết thúc")
    entries = await town.query("SELECT standing, body FROM denunciation_entries ORDER BY id")
    assert [row.standing for row in entries] == ["received", "moved", "closed"]
    assert entries[1].body
    assert await town.query("SELECT 1 FROM access_records WHERE what = 'denunciations'")


async def test_a_number_stands_once_and_neither_words_nor_a_later_day_can_be_written(town: Town) -> None:
    person = await keeper(town)
    await enters(person, "7 19/11/2026", "Đơn tố cáo số 7")
    for typed, told in (
        ("7 20/11/2026", "đã có trong sổ"),
        ("Ông Đặng Vĩnh Quắc", "Không ghi nội dung"),
        ("8 Đặng Vĩnh Quắc", "xin chỉ ghi thêm ngày nhận"),
        ("8 TC 20/11/2026", "viết liền, như 12/TC"),
        ("8 21/11/2026", "không sau hôm nay"),
        ("20/11/2026", "Xin gõ số đơn trước"),
        ("20-11-2026 8", "Xin gõ số đơn trước"),
    ):
        await person.says(f"/denunciations {typed}")
        await person.hears(told)
    await person.says("/denunciations 7")
    assert "đã có trong sổ" not in await person.hears("Đơn tố cáo số 7", "19/11/2026: nhận đơn")
    await enters(person, "8 20/11/2026", "20/11/2026: nhận đơn")
    await person.says("/denunciations 9 18/11")
    await person.hears("đơn tố cáo số 9, nhận ngày 18/11/2026?")
    assert [row.number for row in await town.query("SELECT number FROM denunciations ORDER BY id")] == ["7", "8"]
    forged = ("standing:1:closed", "noted:1:closed:-:20261120", "denunciation:99", "entered:9:20261121")
    for data in (*forged, "entered:7:20261120", "noted:1:stored:-:20261118", "noted:1:stored:-:99999999"):
        assert await person.presses_data(1, data)
    assert len(await town.query("SELECT 1 FROM denunciation_entries")) == 2


async def test_what_is_written_down_later_carries_its_own_day_but_none_before_the_last_entry(town: Town) -> None:
    person = await keeper(town)
    await enters(person, "12/TC 18/11/2026", "Đơn tố cáo số 12/TC")
    await person.presses("Chuyển tới cơ quan")
    await person.hears("được chuyển tới cơ quan nào")
    await person.presses("Công an")
    await person.hears("ngày 20/11/2026, đơn tố cáo số 12/TC đã chuyển tới Công an phường")
    assert "20/11/2026 ›" not in await person.buttons()
    await person.presses("‹ 19/11/2026")
    await person.hears("ngày 19/11/2026, đơn tố cáo số 12/TC đã chuyển tới Công an phường")
    assert {"‹ 18/11/2026", "20/11/2026 ›"} <= set(await person.buttons())
    await person.presses("Ghi vào sổ")
    await person.hears("18/11/2026: nhận đơn", "19/11/2026: đã chuyển tới Công an phường (vào sổ ngày 20/11/2026)")
    await person.presses("Kết thúc")
    await person.hears("ngày 20/11/2026", "kết thúc?")
    await person.presses("‹ 19/11/2026")
    await person.hears("ngày 19/11/2026", "kết thúc?")
    assert "‹ 18/11/2026" not in await person.buttons()


async def test_the_day_of_an_entry_can_be_typed_and_one_that_cannot_be_is_asked_for_again(town: Town) -> None:
    person = await keeper(town)
    await enters(person, "12/TC 2/11/2026", "Đơn tố cáo số 12/TC")
    await person.presses("Chuyển tới cơ quan")
    await person.hears("được chuyển tới cơ quan nào")
    await person.presses("Công an")
    await person.hears("ngày 20/11/2026, đơn tố cáo số 12/TC đã chuyển tới Công an phường", "viết ngày")
    for wrong in ("Ông Đặng Vĩnh Quắc", "1/11/2026", "21/11/2026"):
        await person.says(wrong)
        told = await person.hears("không trước 02/11/2026", "ngày 20/11/2026, đơn tố cáo số 12/TC")
        assert "Quắc" not in told
    await person.says("ngày 9 tháng 11")
    await person.hears("ngày 09/11/2026, đơn tố cáo số 12/TC đã chuyển tới Công an phường")
    await person.presses("Ghi vào sổ")
    await person.hears("09/11/2026: đã chuyển tới Công an phường (vào sổ ngày 20/11/2026)")
    assert await draft_of(town, person) is None
    await person.presses("Kết thúc")
    await person.hears("ngày 20/11/2026", "kết thúc?")
    await person.says("/cancel")
    await person.hears("Đã hủy")
    assert await person.buttons() == ["‹ Về sổ"]
    await person.says("10/11/2026")
    await person.hears("không thuộc việc nào")
    assert len(await town.query("SELECT 1 FROM denunciation_entries")) == 2


async def test_a_number_that_is_not_there_is_said_not_to_be_and_nothing_is_entered_without_its_day(
    town: Town,
) -> None:
    person = await keeper(town)
    await person.says("/denunciations 12/tc")
    told = await person.hears("Trong sổ không có đơn số 12/TC", "/denunciations 12/TC 20/11/2026")
    assert "?" not in told
    assert await person.buttons() == ["‹ Về sổ"]
    await enters(person, "12/TC 20/11/2026", "20/11/2026: nhận đơn")
    await person.presses("Về sổ")
    await person.hears("Số 12/TC, nhận 20/11/2026: chưa chuyển")
    await person.says("/language")
    await person.is_told()
    await person.says("/denunciations 12/TC")
    await person.hears("20 Nov 2026: received")
    await person.says("/denunciations 13/TC")
    await person.hears("no denunciation no. 13/TC", "/denunciations 13/TC 20/11/2026")
    await person.says("/denunciations 20/11/2026")
    await person.hears("Please type the number first")


@pytest.mark.parametrize("key", ["triage_officer", "senior_officer", "leader", "administrator", "resident_1"])
async def test_whoever_was_not_named_opens_nothing_of_the_register(town: Town, key: str) -> None:
    person = await keeper(town)
    await enters(person, "12/TC 20/11/2026", "Đơn tố cáo số 12/TC")
    other = town.person(key)
    await other.catches_up()
    for typed in ("/denunciations", "/denunciations 13/TC"):
        await other.says(typed)
    for data in (
        "denunciations:0",
        "denunciation:1",
        "pass:1:0",
        "passed:1:ward_police",
        "noted:1:stored:-:20261120",
        "entered:14:20261120",
    ):
        await other.presses_data(1, data)
    assert "12/TC" not in await other.is_told()
    assert len(await town.query("SELECT 1 FROM denunciation_entries")) == 1


async def test_nothing_in_the_register_is_changed_or_removed(town: Town) -> None:
    person = await keeper(town)
    await enters(person, "12/TC 20/11/2026", "Đơn tố cáo số 12/TC")
    for statement in (
        "UPDATE denunciation_entries SET standing = 'closed'",
        "DELETE FROM denunciation_entries",
        "UPDATE denunciations SET number = '13'",
        "TRUNCATE denunciations CASCADE",
    ):
        with pytest.raises(DBAPIError, match="append-only"):
            async with town.parts.engine.begin() as connection:
                await connection.execute(text(statement))
