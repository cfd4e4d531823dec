"""The auditor reads everything and changes nothing; names are opened with a reason; every reading is on record."""

import re

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from tests.conftest import Databases
from tests.courses import WORDS, invited, opened, plain, referred
from tests.handlers.test_who_sees_what import NAME, named
from tests.town import Town

REFUSED = "không có quyền"


async def test_an_auditor_finds_and_reads_every_petition_and_has_nothing_to_press_that_changes_one(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    auditor = await invited(town, "resident_2", "auditor")
    await auditor.says("/find đèn đường")
    await auditor.hears(code)
    await auditor.presses(code)
    assert WORDS in await auditor.hears(code, "Loại:")
    assert "reply_markup" not in auditor.last
    [row] = await town.query("SELECT entries FROM petitions")
    assert REFUSED in await auditor.presses_data(1, f"recall:{plain(code)}:{row.entries}")
    assert REFUSED in await auditor.presses_data(1, f"note:{plain(code)}:{row.entries}")
    assert REFUSED in await auditor.presses_data(1, "queue")
    await auditor.says("/counter")
    await auditor.hears(REFUSED)


async def test_a_body_that_has_not_had_a_petition_is_said_to_be_only_proposed(town: Town) -> None:
    code = await town.files(WORDS)
    auditor = await invited(town, "resident_2", "auditor")
    await auditor.says(f"/find {code}")
    await auditor.hears(code, "Cơ quan: Phòng Kinh tế, Hạ tầng và Đô thị phường (dự kiến, chưa chuyển)")
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await town.resident.hears("Đã rút kiến nghị", code)
    await auditor.says(f"/find {code}")
    await auditor.hears(code, "Cơ quan: không chuyển cơ quan nào")
    other = await town.files(WORDS)
    await referred(town, other)
    await auditor.says(f"/find {other}")
    await auditor.hears(other, "Cơ quan: Phòng Kinh tế", without="dự kiến")
    await town.resident.presses_data(1, f"withdrawn:{plain(other)}")
    await town.resident.hears("Đã rút kiến nghị", other)
    await auditor.says(f"/find {other}")
    await auditor.hears(other, "đã rút", "Cơ quan: Phòng Kinh tế", without="dự kiến")


async def test_an_audit_in_the_chat_finds_what_was_changed_behind_the_back(
    town: Town, databases: Databases
) -> None:
    whole, changed = await town.files(WORDS), await town.files(WORDS)
    auditor = await invited(town, "resident_2", "auditor")
    await auditor.says("/audit")
    await auditor.hears("Đã đối chiếu tất cả 2 kiến nghị: lịch sử không bị sửa")
    with psycopg.connect(databases.admin(town.database)) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE petitions SET closed_at = now() WHERE code = %s", [plain(changed)])
    await auditor.says("/audit")
    assert whole not in await auditor.hears("1 kiến nghị có chỗ không khớp", changed)
    await auditor.says(f"/audit {whole}")
    await auditor.hears(f"Đã đối chiếu kiến nghị {whole}", "không bị sửa")
    await auditor.says("/audit DN-2222-2222")
    await auditor.hears("Không tìm thấy")


async def test_a_name_is_opened_with_a_reason_and_the_auditor_reads_who_did_and_why(town: Town) -> None:
    code = await named(town)
    officer = await opened(town, code)
    assert "Có nêu tên (không cho cơ quan giải quyết biết)" in officer.last["text"]
    assert NAME not in officer.last["text"]
    await officer.presses("Xem tên")
    await officer.hears("để làm gì", code)
    await officer.presses("Liên hệ người gửi")
    await officer.hears(NAME, code)
    auditor = await invited(town, "resident_2", "auditor")
    await auditor.says(f"/access {code}")
    told = await auditor.hears("Ai đã xem gì")
    assert f"Cán bộ tiếp nhận: xem tên {code} – để liên hệ người gửi" in told
    assert f"Cán bộ tiếp nhận: mở phiếu {code}" in told
    assert NAME not in told
    await auditor.says("/language")
    await auditor.is_told()
    await auditor.says(f"/access {code}")
    await auditor.hears(f"saw name and contact of {code} – to call or write to the author")


async def test_the_record_is_paged_and_nobody_else_audits_or_opens_names(town: Town) -> None:
    code = await named(town)
    await opened(town, code)
    [row] = await town.query("SELECT person_id, petition_id FROM access_records")
    async with town.parts.store.unit() as unit:
        for _time in range(23):
            await unit.registers.accessed(row.person_id, "denunciations")
        for _time in range(10):
            await unit.registers.accessed(row.person_id, "card", row.petition_id)
            await unit.registers.accessed(row.person_id, "name", row.petition_id, "reach")
    auditor = await invited(town, "resident_2", "auditor")
    await auditor.says("/access")
    first = await auditor.hears("Ai đã xem gì")
    assert (first.count(f"mở phiếu {code}"), first.count(f"xem tên {code}"), first.count("lần")) == (10, 10, 0)
    assert (await auditor.buttons()) == [code, "Sau ›"]
    await auditor.presses("Sau ›")
    second = await auditor.hears("Ai đã xem gì", without=first)
    assert re.search(r"mở sổ đơn tố cáo \(23 lần, từ 09:0\d, 20/11/2026\)\n.*mở phiếu", second)
    assert (second.count("•"), second.count("lần")) == (2, 1)
    assert (await auditor.buttons()) == [code, "‹ Trước"]
    await auditor.says(f"/access {code}")
    assert "sổ" not in await auditor.hears("Ai đã xem gì", f"mở phiếu {code}")
    for key in ("triage_officer", "senior_officer", "leader", "administrator", "ward_officer", "resident_1"):
        person = town.person(key)
        await person.catches_up()
        await person.says("/audit")
        await person.hears(REFUSED)
        await person.says("/access")
        await person.hears(REFUSED)
    for key in ("leader", "administrator", "ward_officer", "resident_1"):
        assert REFUSED in await town.person(key).presses_data(1, f"person:{plain(code)}")
        assert REFUSED in await town.person(key).presses_data(1, f"person:{plain(code)}:reach")


async def test_without_any_petition_an_audit_says_that_there_is_none(town: Town) -> None:
    auditor = await invited(town, "resident_2", "auditor")
    await auditor.says("/audit")
    assert "tất cả 0" not in await auditor.hears("Chưa có kiến nghị nào để đối chiếu")


async def test_the_auditor_reads_who_gave_ended_and_renamed_which_role(town: Town) -> None:
    administrator = town.person("administrator")
    auditor = await invited(town, "resident_2", "auditor Thanh tra nhân dân")
    [first, *_] = await town.query("SELECT id FROM grants WHERE role = 'triage_officer'")
    await administrator.says(f"/rename {first.id} Bàn 2")
    await administrator.hears("Đã đổi tên gọi")
    await administrator.presses_data(1, f"revoked:{first.id}")
    await administrator.hears("Đã thu hồi")
    await auditor.says("/roles")
    told = (await auditor.hears("Vai trò: ai cấp")).splitlines()
    number = f"vai trò số {first.id}"
    for by, line in (
        ("Quản trị", f"thu hồi {number} của Bàn 2 – Cán bộ tiếp nhận"),
        ("Quản trị", f"đổi tên gọi ở {number}, từ “Cán bộ tiếp nhận” thành “Bàn 2” – Cán bộ tiếp nhận"),
        ("lệnh trên máy chủ", f"cấp {number} cho Cán bộ tiếp nhận – Cán bộ tiếp nhận"),
    ):
        assert [one for one in told if one.endswith(f"{by}: {line}")], (line, told)
    assert told.index(next(one for one in told if "thu hồi vai" in one)) == 1, "the newest stands first"
    assert [one for one in told if "Quản trị: cấp" in one and "Thanh tra nhân dân" in one]
    await administrator.says("/roles")
    await administrator.hears(REFUSED)


async def test_whoever_read_something_is_named_by_the_role_that_they_held_then(town: Town) -> None:
    code = await town.files(WORDS)
    colleague = await invited(town, "resident_2", "triage_officer Bàn 2")
    await colleague.presses_data(1, f"open:{plain(code)}")
    await colleague.hears(code, "Loại:")
    [held] = await town.query("SELECT id FROM grants ORDER BY id DESC LIMIT 1")
    administrator = town.person("administrator")
    await administrator.presses_data(1, f"revoked:{held.id}")
    await administrator.hears("Đã thu hồi")
    await invited(town, "resident_2", "leader Phó chủ tịch")
    auditor = await invited(town, "leader", "auditor Giám sát")
    await auditor.says(f"/access {code}")
    await auditor.hears(f"Bàn 2: mở phiếu {code}", without="Phó chủ tịch")


async def test_the_history_of_roles_is_paged_and_never_changed(town: Town) -> None:
    auditor = await invited(town, "resident_2", "auditor")
    administrator = town.person("administrator")
    [row] = await town.query("SELECT id FROM grants WHERE role = 'leader'")
    for number in range(16):
        await administrator.says(f"/rename {row.id} Phòng {number}")
        await administrator.hears("Đã đổi tên gọi", f"Phòng {number}")
    await auditor.says("/roles")
    assert (await auditor.hears("Vai trò: ai cấp", "Phòng 15")).count("•") == 20
    await auditor.presses("Sau ›")
    assert (await auditor.hears("Vai trò: ai cấp", without="Phòng 15")).count("•") == 2
    await auditor.presses("‹ Trước")
    await auditor.hears("Vai trò: ai cấp", "Phòng 15")
    for change in ("UPDATE renamings SET before_sealed = NULL", "DELETE FROM renamings"):
        with pytest.raises(DBAPIError, match="append-only"):
            await town.query(change)


async def test_whoever_signs_answers_off_can_do_the_desks_work_too(town: Town) -> None:
    code = await town.files(WORDS)
    senior = town.senior
    await senior.presses_data(1, f"open:{plain(code)}")
    await senior.hears(code, "Loại:")
    await senior.presses("Đổi phân loại")
    await senior.hears("muốn đổi gì")
    await senior.presses("Cơ quan")
    await senior.hears("chọn cơ quan")
    await senior.presses("Kinh tế, Hạ tầng và Đô thị")
    await senior.hears(code, "Phòng Kinh tế")
    await senior.presses("Xác nhận và chuyển")
    await senior.hears("Đã chuyển", code)
    await town.body.hears(code)
    other = await town.files(WORDS)
    await senior.presses("Việc tiếp theo")
    await senior.hears(other, "Loại:", "Người xử lý")
