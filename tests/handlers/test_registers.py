"""Officers keep the registers in the chat: entry by entry, corrected by another entry, or from a table."""

from datetime import timedelta
from io import BytesIO

import xlsxwriter
from python_calamine import CalamineWorkbook

from tests.courses import step_of
from tests.handlers.test_conversations import drawn, pressing, walked
from tests.town import Person, Town

HEAD = "Sổ;Ngày;Cơ quan;Lượt công dân được tiếp;Cuộc góp ý\n"
ROWS = "Tiếp công dân;12/11/2026;;11;\nGóp ý xây dựng Đảng, chính quyền;13/11/2026;ward_committee;;2\n"


async def begins(officer: Person, register: str) -> None:
    """Begin an entry of a register, on today's date."""
    await officer.says("/registers")
    await officer.hears("Sổ theo dõi")
    await officer.presses("Ghi mục mới")
    await officer.hears("Ghi vào sổ nào")
    await officer.presses(register)
    await officer.hears("Ngày nào")


async def receives(officer: Person, count: int) -> None:
    """Enter that so many people were received today."""
    await begins(officer, "Tiếp công dân")
    await officer.presses("Hôm nay")
    asked = await officer.hears("Lượt công dân được tiếp: bao nhiêu", "/counter", "đã tự vào sổ")
    assert "(1/1)" not in asked
    await officer.says(str(count))
    await officer.hears("xem lại trước khi lưu")
    await officer.presses("✅ Lưu")
    await officer.hears("Đã ghi vào sổ")


async def figure(town: Town, name: str) -> int:
    """Return a figure of all registers, as reports count it."""
    async with town.parts.store.reading() as unit:
        begin = town.clock().replace(year=2000)
        sums = await unit.ledgers.sums(town.parts.office.programme.name, begin, town.clock())
    return sums.get(name, 0)


async def test_an_entry_is_asked_part_by_part_and_what_does_not_add_up_is_said_at_once(town: Town) -> None:
    officer = town.officer
    await begins(officer, "Giám sát đầu tư")
    await officer.says("31/02/2026")
    await officer.hears("Không hiểu ngày “31/02/2026”")
    await officer.says("hôm họp tổ dân phố số 12")
    await officer.hears("Không hiểu ngày “hôm họp tổ dân phố số 12”")
    await officer.says("21/11/2026")
    await officer.hears("chưa tới")
    await officer.says("12/3")
    await officer.hears("Cơ quan nào")
    await officer.presses("Không nêu cơ quan")
    await officer.hears("(1/3) Công trình được giám sát")
    await officer.says("Thu gom rác tại tổ 12")
    await officer.hears("“Thu gom rác tại tổ 12” không phải là số đếm")
    await officer.says("Giám sát việc thu gom rác tại các tổ dân phố số 11 và số 12")
    await officer.hears("“Giám sát việc thu gom rác tại các tổ …” không phải là số đếm")
    await officer.presses("5")
    await officer.hears("(2/3) Công trình có sai phạm")
    await officer.says("7")
    await officer.hears("“Công trình có sai phạm” không thể nhiều hơn “Công trình được giám sát”", "(2/3)")
    await officer.presses("Quay lại")
    await officer.hears("(1/3)")
    for count, question in (("8", "(2/3)"), ("7", "(3/3)"), ("7", "xem lại trước khi lưu")):
        await officer.says(count)
        preview = await officer.hears(question)
    assert "Giám sát đầu tư của cộng đồng – 12/03/2026" in preview
    await officer.presses("Công trình được giám sát")
    await officer.hears("bao nhiêu")
    await officer.says("6")
    await officer.hears("không thể nhiều hơn")
    assert "✅ Lưu" not in await officer.buttons()
    await officer.presses("Công trình được giám sát")
    await officer.hears("bao nhiêu")
    await officer.says("9")
    await officer.hears("xem lại", without="không thể")
    await officer.presses("✅ Lưu")
    await officer.hears("Đã ghi vào sổ")
    assert [await figure(town, name) for name in ("works", "works_wrong", "works_mended")] == [9, 7, 7]


async def test_a_day_can_be_said_in_words_and_each_count_is_asked_without_two_colons(town: Town) -> None:
    officer = town.officer
    await begins(officer, "Giám sát đầu tư")
    await officer.says("hôm qua")
    await officer.hears("Cơ quan nào")
    await officer.presses("Không nêu cơ quan")
    await officer.hears("(1/3) Công trình được giám sát – bao nhiêu?")
    for question in ("(2/3)", "(3/3)", "19/11/2026"):
        await officer.says("1")
        await officer.hears(question)


async def test_a_correction_replaces_an_entry_once_and_all_that_was_said_can_be_read(town: Town) -> None:
    officer, senior = town.officer, town.senior
    await receives(officer, 11)
    [first] = await town.query("SELECT id FROM register_entries")
    await officer.presses_data(1, f"correct:{first.id}")
    await officer.hears("thay cho mục cũ", "Lượt công dân được tiếp: 11")
    await senior.presses_data(1, f"correct:{first.id}")
    await senior.hears("thay cho mục cũ")
    for person, count, said in ((officer, "12", "Đã ghi mục sửa lại"), (senior, "13", None)):
        await person.presses("Lượt công dân")
        await person.hears("bao nhiêu")
        await person.says(count)
        await person.hears(f"được tiếp: {count}")
        toast = await person.presses("✅ Lưu")
        assert (said is None) is ("đã được sửa" in toast)
    assert await figure(town, "receptions") == 12
    await officer.says("/registers")
    await officer.hears("20/11/2026 – Tiếp công dân: 12")
    await officer.presses("20/11/2026 – Tiếp công dân")
    await officer.hears("được tiếp: 12", "Trước đó ghi là", "được tiếp: 11")
    await officer.presses("Gạch bỏ")
    await officer.hears("Gạch bỏ mục này?")
    await officer.presses("Gạch bỏ")
    await officer.hears("không được tính nữa")
    assert await figure(town, "receptions") == 0
    await officer.says("/registers")
    await officer.hears("chưa có mục nào")
    assert len(await town.query("SELECT 1 FROM register_entries")) == 3


async def test_a_table_is_entered_as_a_whole_or_not_at_all_and_no_row_twice(town: Town) -> None:
    officer = town.officer
    await sends(officer, HEAD + ROWS + "Tiếp dân;31/02/2026;;1;\n")
    told = await officer.hears("Chưa nhập mục nào")
    assert "Dòng 4, cột A: Không có sổ nào tên “Tiếp dân”" in told
    assert "Dòng 4, cột B: Không hiểu ngày “31/02/2026”" in told
    assert await figure(town, "receptions") == 0
    await sends(officer, HEAD + ROWS)
    await officer.hears("Đã nhập 2 mục")
    # The same once more; then with two rows more, one of which says what an earlier one said.
    await sends(officer, HEAD + ROWS)
    await officer.hears("Đã nhập 0 mục", "2 dòng đã nhập từ trước")
    await sends(officer, HEAD + ROWS + ROWS.splitlines()[0] + "\nTiếp công dân;14/11/2026;;3;\n")
    told = await officer.hears("Đã nhập 2 mục", "2 dòng đã nhập từ trước")
    assert "đã có mục khác" in told
    await officer.presses("12/11/2026 – Tiếp công dân")
    await officer.hears("Tiếp công dân – 12/11/2026", "được tiếp: 11")
    await officer.presses("Sổ theo dõi")
    await officer.hears("mục mới ghi")
    await officer.presses("Theo sổ")
    await officer.hears("Xem sổ nào")
    await officer.presses("Góp ý")
    assert "Tiếp công dân" not in await officer.hears("13/11/2026 – Góp ý")
    assert [await figure(town, name) for name in ("receptions", "comment_sessions")] == [25, 2]
    assert await town.query("SELECT 1 FROM media") == []


async def test_one_register_is_named_on_top_is_not_called_empty_for_all_and_leads_back_to_all(town: Town) -> None:
    officer = town.officer
    await receives(officer, 3)
    await officer.presses_data(1, "registers:0:dialogue")
    await officer.hears("Sổ “Hội nghị đối thoại” chưa có mục nào", without="Sổ theo dõi chưa có")
    await officer.presses("Theo sổ")
    await officer.hears("Xem sổ nào")
    await officer.presses("Tiếp công dân")
    await officer.hears("Sổ “Tiếp công dân” – mục mới ghi", "20/11/2026")
    await officer.presses("‹ Sổ theo dõi")
    await officer.hears("Sổ theo dõi – mục mới ghi", "20/11/2026")
    assert "‹ Sổ theo dõi" not in await officer.buttons()


async def test_a_table_that_was_wrong_is_mended_and_just_sent(town: Town) -> None:
    officer = town.officer
    await sends(officer, HEAD + ROWS + "Tiếp dân;12/11/2026;;1;\n")
    await officer.hears("Chưa nhập mục nào", "Xin sửa tệp rồi gửi lại")
    await officer.sends((HEAD + ROWS).encode(), kind="document", name="so.csv")
    await officer.hears("Đã nhập 2 mục")
    assert await figure(town, "receptions") == 11
    resident = await town.agrees()
    await resident.catches_up()
    await resident.sends((HEAD + ROWS).encode(), kind="document", name="so.csv")
    assert "Đã nhận tệp. Bot đang đọc" not in await resident.is_told()


async def test_what_was_wrong_with_a_table_stays_to_be_read_while_it_is_sent_again_and_giving_up_leads_back(
    town: Town,
) -> None:
    officer = town.officer
    await sends(officer, HEAD + "Tiếp dân;12/11/2026;;1;\n")
    await officer.hears("Chưa nhập mục nào")
    await officer.presses("Nhập từ Excel")
    await officer.hears("Xin gửi tệp Excel")
    assert "Không có sổ nào tên “Tiếp dân”" in "".join(await officer.screen())
    await officer.says("/cancel")
    await officer.hears("Đã hủy")
    await officer.presses("Sổ theo dõi")
    await officer.hears("chưa có mục nào")


async def test_a_table_that_could_not_be_fetched_is_asked_for_again_and_entered_once(town: Town) -> None:
    officer = town.officer
    await town.goes_wrong(kind="http", status=502, method="getFile")
    await sends(officer, HEAD + ROWS)
    await town.rests()
    assert await figure(town, "receptions") == 0
    town.clock.move(timedelta(minutes=3))
    for _minute in range(2):
        await town.keep_house()
    await officer.hears("Đã nhập 2 mục")
    await town.rests()
    assert sum("Đã nhập" in said for said in await officer.screen()) == 1
    assert await figure(town, "receptions") == 11


async def test_a_table_of_somebody_whose_role_ended_meanwhile_is_not_entered(town: Town) -> None:
    officer = town.officer
    await town.goes_wrong(kind="http", status=502, method="getFile")
    await sends(officer, HEAD + ROWS)
    await town.rests()
    async with town.parts.store.unit() as unit:
        await unit.connection.exec_driver_sql("UPDATE grants SET revoked_at = now() WHERE role = 'triage_officer'")
    town.clock.move(timedelta(minutes=3))
    await town.keep_house()
    await officer.hears("không có quyền")
    assert await town.query("SELECT 1 FROM register_entries") == []
    assert await town.query("SELECT 1 FROM media") == []


async def test_the_form_comes_by_a_button_and_goes_back_filled_in(town: Town) -> None:
    officer = town.officer
    await officer.says("/registers")
    await officer.hears("Sổ theo dõi")
    await officer.presses("Nhập từ Excel")
    await officer.hears("Xin gửi tệp Excel")
    await officer.says("Tệp đây")
    await officer.hears("gửi dưới dạng tệp")
    await officer.presses("Lấy tệp mẫu")
    await officer.hears("Tệp mẫu: mỗi dòng một mục")
    async with town.parts.store.reading() as unit:
        [paper] = await unit.papers.get((1,))
    head = CalamineWorkbook.from_filelike(BytesIO(paper.content)).get_sheet_by_index(0).to_python()[0]
    await officer.sends(filled([str(one) for one in head]), kind="document", name="Sổ tháng 11.xlsx")
    await officer.hears("Đã nhập 1 mục")
    assert await figure(town, "dialogues") == 2
    assert await step_of(town, officer) is None


async def test_registers_are_kept_by_the_desk_alone(town: Town) -> None:
    await town.agrees()
    for person in (town.resident, town.person("leader"), town.person("administrator")):
        await person.catches_up()
        await person.says("/registers")
        assert "Sổ theo dõi" not in await person.is_told()
        for data in (
            "newentry:reception",
            "sheet",
            "form",
            "struck:1",
            "correct:1",
            "entry:1",
            "registers:0:-",
            "books",
        ):
            await person.presses_data(1, data)
        assert await step_of(town, person) is None
    assert await town.query("SELECT 1 FROM register_entries") == []


async def test_the_ways_through_an_entry_and_a_table_are_drawn(town: Town) -> None:
    officer = town.officer
    gone = await walked(
        town,
        officer,
        ("newentry", pressing(officer, "newentry:dialogue")),
        ("words", lambda: officer.says("mai")),
        ("words", lambda: officer.says("19/11/2026")),
        ("entrybodies", pressing(officer, "entrybodies:1")),
        ("entryback", pressing(officer, "entryback")),
        ("entryday", pressing(officer, "entryday:1")),
        ("words", lambda: officer.says("bên công an")),
        ("entrybody", pressing(officer, "entrybody:-")),
        ("entryback", pressing(officer, "entryback")),
        ("entrybody", pressing(officer, "entrybody:ward_committee")),
        ("words", lambda: officer.says("nhiều")),
        ("entrycount", pressing(officer, "entrycount:0:3")),
        ("entryedit", pressing(officer, "entryedit:at")),
        ("entryback", pressing(officer, "entryback")),
        ("entryedit", pressing(officer, "entryedit:body")),
        ("entrybody", pressing(officer, "entrybody:-")),
        ("entryedit", pressing(officer, "entryedit:0")),
        ("words", lambda: officer.says("2")),
        ("words", lambda: officer.says("đúng rồi")),
        ("entrysave", pressing(officer, "entrysave")),
        ("sheet", pressing(officer, "sheet")),
        ("words", lambda: officer.says("Tệp đây")),
        ("files", lambda: officer.sends(b"x", kind="document", name="a.csv")),
    )
    assert gone - drawn() == set()
    await officer.hears("Thiếu cột")


async def sends(officer: Person, table: str) -> None:
    """Send a table as a file."""
    await officer.presses_data(1, "sheet")
    await officer.hears("Xin gửi tệp Excel")
    await officer.sends(table.encode(), kind="document", name="so.csv")
    await officer.hears("Đã nhận tệp")


def filled(head: list[str]) -> bytes:
    """Return a workbook with this head and one row, its day as Excel keeps days."""
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, head)
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write(1, 0, "Hội nghị đối thoại")
        sheet.write_number(1, 1, 46345, day)
        sheet.write(1, len(head) - 1, 2)
    return out.getvalue()


async def test_who_writes_where_a_button_answers_is_told_to_press_one(town: Town) -> None:
    officer = town.officer
    await begins(officer, "Giám sát đầu tư")
    await officer.presses("Hôm nay")
    await officer.hears("Cơ quan nào")
    await officer.says("bên công an")
    await officer.hears("xin bấm một nút dưới đây", "Cơ quan nào")
    await officer.says("công an phường")
    await officer.hears("(1/3)")
    for count in ("8", "7", "7"):
        await officer.says(count)
    await officer.hears("xem lại trước khi lưu")
    await officer.says("đúng rồi")
    await officer.hears("xin bấm một nút dưới đây", "xem lại trước khi lưu")
    await officer.presses("✅ Lưu")
    await officer.hears("Đã ghi vào sổ")
