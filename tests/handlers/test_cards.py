"""What officers see around a case: the latest note on top, all of them by a button, files with a way back."""

import re

import pytest

from tests.courses import WORDS, given, opened, plain, referred
from tests.town import PNG, Person, Town


async def noted(town: Town, code: str, *notes: str) -> Person:
    """Let the triage officer write notes on a case and open it again."""
    officer = await opened(town, code)
    for note in notes:
        await officer.presses_data(1, f"note:{plain(code)}:{await version(town)}")
        await officer.hears("ghi chú nội bộ", code)
        await officer.says(note)
        await officer.hears("Đã ghi chú", code)
    await officer.presses("Mở phiếu")
    await officer.hears(code, "Loại:")
    return officer


async def version(town: Town) -> int:
    """Return how many entries the only petition has."""
    [row] = await town.query("SELECT entries FROM petitions")
    return int(row.entries)


async def test_the_latest_note_stands_on_top_and_the_others_behind_a_button(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await noted(town, code, "Đã gọi tổ trưởng.", "Chờ tổ trưởng xác nhận.")
    card = officer.last["text"]
    assert "Đã gọi tổ trưởng." not in card
    assert card.index("Chờ tổ trưởng xác nhận.") < card.index(code)
    await officer.presses("Tất cả ghi chú (2)")
    listed = await officer.hears("Ghi chú nội bộ của kiến nghị", code)
    assert listed.index("Đã gọi tổ trưởng.") < listed.index("Chờ tổ trưởng xác nhận.")
    await officer.presses("Về phiếu")
    await officer.hears(code, "Loại:")


async def test_a_long_note_is_shortened_on_the_card_and_whole_behind_the_button(town: Town) -> None:
    code = await town.files(WORDS)
    note = " ".join(f"từ{number}" for number in range(100))
    officer = await noted(town, code, note)
    assert "từ99" not in officer.last["text"]
    await officer.presses("Tất cả ghi chú (1)")
    await officer.hears(note)


async def test_one_short_note_needs_no_button_and_nobody_else_reads_notes(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await noted(town, code, "Đã gọi tổ trưởng.")
    assert not [label for label in await officer.buttons() if "Tất cả ghi chú" in label]
    for stranger in (town.resident, town.person("leader")):
        assert "không có quyền" in await stranger.presses_data(1, f"notes:{plain(code)}")


async def test_files_come_with_the_code_and_a_way_back_for_the_office_and_for_the_body(town: Town) -> None:
    await town.agrees()
    resident = town.resident
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.sends(PNG, caption=WORDS)
    await resident.hears("Bước 2/4")
    for label, heard in (("Tiếp tục", "Bước 3/4"), ("Bỏ qua", "Bước 4/4"), ("Không nêu tên", "xem lại")):
        await resident.presses(label)
        await resident.hears(heard)
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")
    [row] = await town.query("SELECT code FROM petitions")
    code = f"DN-{row.code[:4]}-{row.code[4:]}"
    officer = await opened(town, code)
    await officer.presses("Xem tệp")
    await officer.hears(f"📎 Kiến nghị {code}: 1 tệp")
    await officer.presses("Về phiếu")
    await officer.hears(code, "Loại:")
    body = await referred(town, code)
    await body.presses("Xem tệp")
    await body.hears(f"📎 Kiến nghị {code}: 1 tệp")
    await body.presses("Về phiếu")
    await body.hears("Người dân gửi lúc", code)


async def test_both_deadlines_bear_their_own_names_on_every_card_and_after_reopening(town: Town) -> None:
    code = await town.files(WORDS)
    first = "Hạn trả lời lần đầu: 07/12/2026"
    assert first in (await opened(town, code)).last["text"]
    body = await referred(town, code)
    assert "Hạn giải quyết: 15 ngày làm việc từ khi tiếp nhận" in body.last["text"]
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn giải quyết: 14/12/2026")
    senior = await given(town, code)
    assert "Hạn giải quyết: 14/12/2026" in senior.last["text"]
    await senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    await town.resident.presses("Chưa giải quyết")
    await town.officer.hears("chưa giải quyết xong", code)
    card = (await opened(town, code)).last["text"]
    assert f"{first} (đã liên hệ lần đầu 20/11/2026)" in card
    assert "Hạn giải quyết: 02/12/2026" in card, "reopened, it has a clock of its own: 7 working days"
    assert "14/12/2026" not in card


async def test_several_matters_that_no_body_leads_are_not_offered_to_be_referred(town: Town) -> None:
    flood = "Đường ngập sâu nửa bánh xe ở ngõ 68, đề nghị nạo vét cống."
    noise = "Ngoài ra quán nhậu đầu ngõ hát karaoke ầm ĩ đến 1 giờ sáng."
    officer = await opened(town, await town.files(f"{flood} {noise}"))
    assert "Cơ quan: chưa xác định" in officer.last["text"]
    labels = await officer.buttons()
    assert "✅ Xác nhận và chuyển" not in labels
    assert "Tách" in labels


async def test_a_question_alone_is_not_said_to_be_a_direction(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("Xin viết câu hỏi", code)
    await officer.says("Xin cho biết số cột đèn bị hỏng.")
    assert "Đã ghi nhận câu hỏi" in await officer.is_told()
    asked = "Hạn trả lời lần đầu: 07/12/2026 (đã liên hệ lần đầu 20/11/2026)"
    assert asked in (await opened(town, code)).last["text"]
    await town.resident.says(f"/status {code}")
    await town.resident.hears("Hỏi thêm ông/bà", asked)


@pytest.mark.parametrize("words", ["Số nhà là 15.", ""])
async def test_office_and_body_read_how_many_files_came_with_what_was_added(town: Town, words: str) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.sends(PNG, PNG, caption=words)
    await resident.hears("tất cả 2 tệp")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    card = (await opened(town, code)).last["text"]
    assert re.search(rf"Người dân bổ sung\n({words}\n)?\d\d:\d\d, 20/11/2026\n📎 2 tệp", card), card
    await body.presses_data(1, f"task:{plain(code)}")
    await body.hears("Người dân bổ sung", "📎 2 tệp", "Người dân gửi lúc")


async def test_the_body_in_charge_is_not_proposed_as_its_own_partner(town: Town) -> None:
    code = await town.files("Cống trước số nhà 5 ngõ 20 bị tắc, nước thải tràn ra đường.")
    officer = await opened(town, code)
    [partner] = re.findall("Có thể mời phối hợp: (.+)", officer.last["text"])
    await officer.presses("Đổi phân loại")
    await officer.hears("muốn đổi gì")
    await officer.presses("Cơ quan")
    await officer.hears("chọn cơ quan")
    await officer.presses("Sau ›")
    await officer.hears("chọn cơ quan")
    await officer.presses(partner)
    assert "Có thể mời phối hợp" not in await officer.hears(code, f"Cơ quan: {partner}")


@pytest.mark.parametrize(
    ("button", "heading"),
    [("Từ chối, nêu lý do", "Lý do từ chối"), ("Hướng dẫn nơi khác", "Hướng dẫn người dân nơi khác")],
)
async def test_a_colleague_reads_on_the_card_with_what_words_the_office_ended_a_petition(
    town: Town, button: str, heading: str
) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    told = "Việc này do Công ty điện lực giải quyết, xin gọi số ghi trên hóa đơn tiền điện."
    await officer.presses(button)
    await officer.hears("Xin viết")
    await officer.says(told)
    await officer.hears(told)
    await officer.presses("✅ Gửi")
    await officer.hears("Đã ghi nhận", code)
    await town.resident.hears(code, told)
    await town.senior.presses_data(1, f"open:{plain(code)}")
    card = await town.senior.hears(code, heading, told)
    assert card.index(WORDS) < card.index(heading)
