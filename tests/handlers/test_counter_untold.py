"""What an author at the counter has not been told yet: it waits in a queue, and no clock of theirs runs."""

from datetime import timedelta

from desk.audit import verify
from tests.courses import answered, opened, plain
from tests.handlers.test_counter import codes, is_asked_to_tell, takes_down
from tests.town import Town


async def passes(town: Town, days: int) -> None:
    """Let days pass, and the house be kept."""
    town.clock.move(timedelta(days=days))
    await town.keep_house()
    await town.rests()


async def stands(town: Town, code: str) -> str:
    """Return the status of a petition whose chain is whole."""
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()
    [row] = await town.query("SELECT status FROM petitions WHERE code = :code", code=plain(code))
    return str(row.status)


async def test_an_answer_ends_by_silence_only_once_its_author_was_told_and_waits_in_a_queue_until_then(
    town: Town,
) -> None:
    code, _secret = codes(await takes_down(town.officer))
    officer, senior = town.officer, await answered(town, code)
    await senior.presses("✅ Duyệt")
    await is_asked_to_tell(officer, code, "Trả lời kiến nghị")
    await passes(town, 16)
    assert await stands(town, code) == "answered"
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận")
    await officer.presses("☎️ Chưa báo (1)")
    await officer.hears("lâu nhất xếp trước", code, "Chưa báo cho người dân, từ 20/11/2026")
    await officer.presses(code)
    await officer.hears(
        code, "đã xử lý bước đầu 20/11/2026, chưa báo", "Chưa báo cho người dân: câu trả lời", "tính từ khi bấm"
    )
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "đã liên hệ lần đầu", "Đã báo cho người dân: ", without="tính từ khi bấm")
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận")
    assert "☎️ Chưa báo (0)" in await officer.buttons()
    await passes(town, 4)
    assert await stands(town, code) == "answered"
    await passes(town, 5)
    assert await stands(town, code) == "closed"


async def test_the_time_to_answer_a_question_begins_when_its_author_was_told_and_who_answers_knows_of_it(
    town: Town,
) -> None:
    officer = town.officer
    code, _secret = codes(await takes_down(officer))
    await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("hỏi")
    await officer.says("Cụ thể ở số nhà nào?")
    await officer.hears("Đã ghi nhận câu hỏi")
    await is_asked_to_tell(officer, code, "số nhà nào", "chậm nhất 5 ngày làm việc kể từ ngày được báo")
    await passes(town, 12)
    assert await stands(town, code) == "waiting_resident"
    await officer.presses_data(1, f"informed:{plain(code)}:99")
    await officer.hears(code, "Đã báo cho người dân: ")
    await passes(town, 6)
    await is_asked_to_tell(officer, code, "số nhà nào", "ngày 09 tháng 12 năm 2026")
    assert await stands(town, code) == "waiting_resident"
    await officer.presses_data(1, f"supply:{plain(code)}:asked")
    await officer.hears("trả lời")
    await officer.says("Số nhà 12.")
    await officer.hears("Đã nhận")
    await officer.presses("✅ Gửi")
    await officer.hears("Đã gửi phần bổ sung")
    assert await stands(town, code) == "triage"
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Số nhà 12.", without="Chưa báo")
