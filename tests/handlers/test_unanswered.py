"""A question that a resident leaves unanswered: reminded once, then nobody waits, and words open it again."""

from datetime import timedelta

from desk.audit import verify
from tests.courses import WORDS, opened, referred
from tests.town import Person, Town

QUESTION = "Xin cho biết cột đèn số mấy?"


async def later(town: Town, days: int) -> None:
    town.clock.move(timedelta(days=days))
    await town.keep_house()
    await town.keep_house()
    await town.rests()


async def supplies(resident: Person) -> None:
    await resident.presses("Bổ sung")
    await resident.hears("viết thêm")
    await resident.says("Cột số bảy.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")


async def whole(town: Town) -> bool:
    async with town.parts.store.reading(snapshot=True) as unit:
        return (await verify(unit)).faults == ()


async def test_who_does_not_answer_is_reminded_once_and_after_five_working_days_the_case_ends_until_they_write(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    await officer.says(QUESTION)
    await officer.hears("Đã ghi nhận câu hỏi", code)
    resident = town.resident
    assert "ngày 30 tháng 11" in await resident.hears(QUESTION)
    await later(town, 4)  # Tuesday, a holiday
    assert sum(QUESTION in said for said in await resident.screen()) == 1
    await later(town, 3)
    await resident.hears("vẫn cần thông tin", QUESTION)
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận")
    await officer.presses("Chờ người dân (1)")
    await officer.hears("Chờ người dân bổ sung", code)
    await later(town, 4)
    await resident.hears("tạm kết thúc", code)
    assert sum("vẫn cần thông tin" in said for said in await resident.screen()) == 1
    assert await town.query("SELECT 1 FROM petitions WHERE status = 'expired' AND closed_at IS NOT NULL")
    await resident.says("/status")
    await resident.hears("câu hỏi chưa được trả lời", code)
    await supplies(resident)
    assert await town.query("SELECT 1 FROM petitions WHERE status = 'triage' AND closed_at IS NULL")
    await officer.hears("bổ sung", code)
    assert await whole(town)


async def test_a_body_that_asked_goes_on_without_an_answer_and_its_clock_too(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    [(due,)] = await town.query("SELECT due_at FROM petitions")
    await body.presses("Hỏi người dân")
    await body.hears("viết câu hỏi")
    await body.says(QUESTION, reply_to=body.last["message_id"])
    await body.hears("Đã ghi nhận câu hỏi")
    assert await town.query("SELECT 1 FROM petitions WHERE due_at IS NULL")
    await later(town, 11)
    await town.resident.hears("tiếp tục giải quyết", code)
    await body.hears("không trả lời câu hỏi", code)
    [row] = await town.query("SELECT status, due_at FROM petitions")
    assert row.status == "referred"
    assert row.due_at > due
    assert await whole(town)
