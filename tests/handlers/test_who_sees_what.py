"""Who sees what: one table says it to residents and every door keeps to it; /mydata names all that is kept."""

import re
from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

import pytest

from desk.privacy import privacy_summary, privacy_text
from handlers.telegram.menus import COMMANDS
from locales import LANGUAGES, Words
from petitions.access import SEES, Part
from petitions.quiet import QuietHours
from petitions.roles import OF_BODY, Role
from tests.courses import ANSWER, WORDS, invited, plain, reach, referred, writing
from tests.town import PNG, Person, Town, code_in, office_rules

TEXTS = Words(ZoneInfo("Asia/Ho_Chi_Minh"))
NAME = "Cư dân Thử Nghiệm"
HOLDERS = {
    Role.TRIAGE: "triage_officer",
    Role.SENIOR: "senior_officer",
    Role.BODY_OFFICER: "ward_officer",
    Role.LEADER: "leader",
    Role.AUDITOR: "resident_2",
    Role.ADMINISTRATOR: "administrator",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_privacy_text_names_every_role_with_every_part_it_sees(language: str) -> None:
    told = "\n".join(TEXTS.say(language, line.key, line.args) for line in privacy_text(office_rules()))
    for role, parts in SEES.items():
        [row] = [row for row in told.splitlines() if TEXTS.say(language, f"role-{role}") in _readers(row)]
        shown = {part for part in Part if TEXTS.say(language, f"part-{part}") in row}
        assert shown == set(parts), role


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("years", [0, 3])
def test_the_first_screen_says_the_same_in_short_on_one_screen_of_a_phone(language: str, years: int) -> None:
    office = replace(office_rules(), keep_years=years)
    told = "\n".join(TEXTS.say(language, line.key, line.args) for line in privacy_summary(office))
    [readers] = re.findall(r"^• (?:Người đọc|Read by): (.*); .*$", told, re.MULTILINE)
    of_office = [role for role, parts in SEES.items() if Part.MATTER in parts and role not in OF_BODY]
    assert readers.split("; ") == [TEXTS.say(language, f"role-{role}") for role in of_office]
    assert all(Part.NAME_IF_SHOWN in SEES[role] for role in OF_BODY)
    assert ("3" in told) == bool(years)
    first = TEXTS.say(language, "welcome", {"unit": "phường Cầu Giấy"})
    assert sum(1 + len(row) // 37 for row in f"{first}\n{told}".splitlines()) <= 25


def _readers(row: str) -> list[str]:
    """Return whom a row of the privacy text is about."""
    return re.sub(r"( \(.*)?:.*", "", row).removeprefix("• ").split("; ")


def test_the_privacy_text_follows_settings_and_programme() -> None:
    office = replace(office_rules(), keep_years=3, quiet=QuietHours(time(21), time(7)))
    told = "\n".join(TEXTS.say("vi", line.key, line.args) for line in privacy_text(office))
    for part in ("thêm 3 năm", "không gửi từ 21:00 đến 07:00", office.programme.title_vi):
        assert part in told
    assert "21:00" not in "".join(
        TEXTS.say("vi", line.key, line.args) for line in privacy_text(replace(office, quiet=None))
    )


async def named(town: Town) -> str:
    """File a petition with a photo and a name that only the office may know; return its code."""
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1")
    await resident.presses("Tiếp tục")
    await resident.hears("Bước 3/4")
    await resident.presses("Bỏ qua")
    await resident.hears("Bước 4/4")
    await resident.presses("Chỉ Văn phòng Mặt trận")
    await resident.hears("họ và tên")
    await resident.says(NAME)
    await resident.hears("xem lại")
    await resident.presses("✅ Gửi")
    return code_in(await resident.hears("Giấy biên nhận"))


async def seen_by(town: Town, person: Person, code: str) -> str:
    """Try every way to a petition and to figures; return all that was shown."""
    await person.catches_up()
    ways = [f"{verb}:{plain(code)}" for verb in ("open", "task", "notes", "timeline", "person")]
    toasts = [await person.presses_data(1, way) for way in (*ways, f"person:{plain(code)}:verify")]
    for command in ("/overview", "/grants", f"/status {code}"):
        await person.says(command)
    return "\n".join([*toasts, await person.is_told()])


async def test_every_role_sees_what_the_table_says_and_nothing_else(town: Town) -> None:
    code = await named(town)
    await referred(town, code)
    await invited(town, "resident_2", "auditor")
    for role, key in HOLDERS.items():
        shown = await seen_by(town, town.person(key), code)
        parts = {
            Part.MATTER: WORDS in shown,
            Part.NAME: NAME in shown,
            Part.FIGURES: re.search(r"Tổng số: \d+ kiến nghị", shown) is not None,
            Part.ROLES: "Vai trò đang có hiệu lực" in shown,
        }
        assert {part for part, there in parts.items() if there} == set(SEES[role]) - {Part.NAME_IF_SHOWN}, role


def test_the_table_knows_every_role_and_both_roles_of_a_body_see_the_same() -> None:
    assert set(SEES) == set(COMMANDS) - {Role.RESIDENT}
    assert len({SEES[role] for role in OF_BODY}) == 1


async def test_mydata_names_account_consent_drafts_files_and_each_petition_by_its_code(town: Town) -> None:
    code = await named(town)
    nameless = await town.files(WORDS)
    resident = town.resident
    await resident.says("Nắp hố ga trước số nhà 15 bị mất.")
    await resident.is_told()
    await resident.sends(PNG)
    await resident.is_told()
    await resident.says("/mydata")
    told = await resident.hears("Những gì đang lưu")
    for part in (
        f"Tài khoản Telegram số {resident.chat}",
        "Đồng ý bản 4 của trang /privacy, ngày 20/11/2026",
        "đang viết dở (cả họ tên, nếu đã viết), được mã hóa, tự xóa ngày 20/12/2026",
        "1 tệp chưa thuộc kiến nghị nào",
        "Kiến nghị đã gửi: 2",
        f"{code}, gửi 20/11/2026: lời viết và địa điểm (nếu có nêu), 1 tệp, có tên.",
        f"{nameless}, gửi 20/11/2026: lời viết và địa điểm (nếu có nêu), không có tệp, không có tên.",
        "Chưa có cán bộ nào mở kiến nghị của ông/bà",
    ):
        assert part in told
    assert NAME not in told, "what is kept is named, not repeated"
    assert "Vai trò" not in told


async def test_mydata_counts_no_file_that_a_body_has_shown_with_its_answer(town: Town) -> None:
    code = await named(town)
    body = await writing(town, code)
    await body.sends(PNG, PNG, caption=ANSWER, reply_to=str(body.last["message_id"]))
    await body.hears("Đã nhận nội dung")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt", code)
    await town.resident.says("/mydata")
    told = await town.resident.hears("Những gì đang lưu")
    assert f"{code}, gửi 20/11/2026: lời viết và địa điểm (nếu có nêu), 1 tệp" in told


async def test_mydata_says_what_was_erased_and_how_often_officers_looked(town: Town) -> None:
    code = await town.files(WORDS)
    await town.officer.presses_data(1, f"open:{plain(code)}")
    await town.officer.hears(code)
    resident = town.resident
    await resident.presses_data(1, f"withdrawn:{plain(code)}")
    await resident.presses_data(1, f"erased:{plain(code)}")
    await resident.is_told()
    await resident.says("/mydata")
    told = await resident.hears("Những gì đang lưu")
    assert f"{code}, gửi 20/11/2026: đã xóa nội dung" in told
    assert "Cán bộ đã mở kiến nghị của ông/bà 1 lần" in told
    assert "Họ tên: không lưu" in told


async def test_mydata_of_an_officer_names_the_roles_and_of_a_newcomer_next_to_nothing(town: Town) -> None:
    officer = town.person("ward_officer")
    await officer.says("/mydata")
    told = await officer.hears("Những gì đang lưu")
    assert re.search("Cán bộ cơ quan giải quyết – Phòng Kinh tế, Hạ tầng và Đô thị.*, từ 20/11/2026", told)
    assert "Chưa đồng ý" in told
    newcomer = town.person("resident_2")
    await newcomer.says("/mydata")
    told = await newcomer.hears("Những gì đang lưu")
    assert "Kiến nghị đã gửi: 0" in told
