"""Templates of answers in the chat: written once, offered where they fit, sent filled in, changed, discarded."""

from tests.courses import WORDS, given, opened, plain, signed, step_of
from tests.handlers.test_roles_in_force import invited
from tests.town import Person, Town


async def written(officer: Person, use: str, field: str, *words: str) -> None:
    """Write a template, the last of these words being the ones that are kept."""
    await officer.says("/templates")
    await officer.is_told()
    await officer.presses("Thêm mẫu")
    await officer.hears("dùng khi nào")
    await officer.presses(use)
    await officer.hears("lĩnh vực nào")
    while not any(field in label for label in await officer.buttons()):
        await officer.presses("Sau ›")
        await officer.hears("lĩnh vực nào")
    await officer.presses(field)
    await officer.hears("loại nào")
    await officer.presses("Mọi loại")
    await officer.hears("viết nội dung mẫu", "{mã}: mã kiến nghị", "tức là “phường Cầu Giấy”")
    for said in words:
        await officer.says(said)


async def test_a_template_is_refused_with_an_unknown_placeholder_then_kept_offered_and_sent(town: Town) -> None:
    code = await town.files(WORDS)
    officer = town.officer
    await officer.hears("Kiến nghị mới", code)
    await written(officer, "Hỏi người dân", "Chiếu sáng", "Gửi {họ tên}")
    await officer.hears("không có chỗ điền tên “họ tên”")
    assert await officer.buttons() == ["Hủy"]
    await officer.says("Về {mã} ({ngày gửi}): cột đèn số mấy?")
    await officer.hears("Đã lưu mẫu")
    assert await step_of(town, officer) is None
    await written(officer, "Hỏi người dân", "Đất đai", "Thửa đất số mấy?")
    await officer.hears("Đã lưu mẫu")
    await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    assert not any("Thửa đất" in label for label in await officer.buttons())
    await officer.presses("📄 Về {mã}")
    await officer.hears(f"Về {code} (20/11/2026): cột đèn số mấy?", "Theo mẫu")
    await officer.presses("✅ Gửi")
    await officer.hears("Đã ghi nhận câu hỏi", code)
    await town.resident.hears(f"Về {code} (20/11/2026): cột đèn số mấy?")


async def test_templates_are_shared_written_anew_and_discarded(town: Town) -> None:
    await invited(town, "resident_2", "triage_officer")
    await written(town.officer, "Từ chối", "Mọi lĩnh vực", "Việc của {cơ quan}.")
    await town.officer.hears("Đã lưu mẫu")
    colleague = town.person("resident_2")
    await colleague.says("/templates")
    await colleague.hears("Từ chối", "mọi lĩnh vực", "Việc của {cơ quan}.")
    await colleague.presses("📄 Việc của")
    await colleague.hears("Việc của {cơ quan}.")
    await colleague.presses("Viết lại")
    await colleague.hears("viết nội dung mẫu")
    await colleague.says("Việc này của {cơ quan}.")
    await colleague.hears("Đã lưu mẫu")
    await colleague.presses("Mẫu trả lời")
    await colleague.hears("Việc này của {cơ quan}.", without="Việc của")
    await colleague.presses("📄 Việc này")
    await colleague.presses("Bỏ mẫu này")
    await colleague.hears("Bỏ mẫu này?", "Việc này của {cơ quan}.")
    await colleague.presses("Bỏ")
    await colleague.hears("Chưa có mẫu trả lời nào")
    assert "không còn nữa" in await colleague.presses_data(1, "template:99")
    assert len(await town.query("SELECT 1 FROM templates WHERE retired_at IS NOT NULL")) == 2


async def test_any_field_can_be_chosen_on_each_page_of_the_fields(town: Town) -> None:
    officer = town.officer
    await officer.presses_data(1, "newtemplate:guide")
    await officer.hears("lĩnh vực nào")
    assert (await officer.buttons())[0] == "Mọi lĩnh vực"
    await officer.presses("Sau ›")
    await officer.hears("lĩnh vực nào")
    assert (await officer.buttons())[0] == "Mọi lĩnh vực"
    await officer.presses("Mọi lĩnh vực")
    await officer.hears("loại nào")


async def after(officer: Person, result: str, words: str) -> None:
    """Write a template for closing after an answer with this result."""
    await officer.says("/templates")
    await officer.is_told()
    for pressed, asked in (
        ("Thêm mẫu", "dùng khi nào"),
        ("Giải thích và kết thúc", "lĩnh vực nào"),
        ("Mọi lĩnh vực", "loại nào"),
        ("Mọi loại", "kết quả nào"),
        (result, "viết nội dung mẫu"),
    ):
        await officer.presses(pressed)
        await officer.hears(asked)
    await officer.says(words)
    await officer.hears("Đã lưu mẫu")


async def test_templates_for_the_result_of_the_answer_are_offered_first_and_others_not(town: Town) -> None:
    code, officer = await town.files(WORDS), town.officer
    await after(officer, "mọi kết quả", "Câu trả lời đã đầy đủ.")
    await after(officer, "sẽ giải quyết, có lộ trình", "Việc được làm theo lộ trình.")
    await after(officer, "đã giải quyết", "Việc đã làm xong ngày {hôm nay}.")
    await officer.presses("Mẫu trả lời")
    await officer.hears("Giải thích và kết thúc (đã giải quyết)", "Giải thích và kết thúc – mọi")
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await town.body.hears("chờ cơ quan trả lời lại", code)
    await resident.is_told()
    senior = await given(town, code)
    await senior.presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("sẽ xem xét mở lại")
    await officer.presses_data(1, f"open:{plain(code)}")
    await officer.hears(code, "Kết quả giải quyết: đã giải quyết")
    await officer.presses("Giải thích và kết thúc")
    await officer.hears("giải thích")
    offered = [label for label in await officer.buttons() if "📄" in label]
    assert offered == ["📄 Việc đã làm xong ngày {hôm nay}.", "📄 Câu trả lời đã đầy đủ."]
