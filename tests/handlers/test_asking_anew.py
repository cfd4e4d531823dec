"""A question that was put wrongly: the desk puts another one in its place, and the resident answers that."""

from datetime import timedelta
from typing import Any

from tests.courses import WORDS, accepted, opened, plain
from tests.handlers.test_counter import codes, takes_down
from tests.town import Person, Town

FIRST = "Ông/bà ở tầng mấy của tòa nhà?"
SECOND = "Cống tắc ở trước số nhà nào?"


async def asks(officer: Person, code: str, words: str) -> None:
    await officer.presses("Hỏi người dân")
    await officer.hears("Xin viết câu hỏi", code)
    await officer.says(words)
    await officer.hears("Đã ghi nhận câu hỏi", code)


async def due(town: Town) -> Any:
    [row] = await town.query("SELECT reply_due, status FROM petitions")
    assert row.status == "waiting_resident"
    return row.reply_due


async def test_a_new_question_takes_the_place_of_the_one_before_with_a_day_of_its_own(town: Town) -> None:
    code = await town.files(WORDS)
    officer, resident = await opened(town, code), town.resident
    await asks(officer, code, FIRST)
    await resident.hears("cần thêm thông tin", FIRST)
    before = await due(town)
    town.clock.move(timedelta(days=4))
    await asks(await opened(town, code), code, SECOND)
    await resident.hears("câu hỏi này thay câu hỏi trước", SECOND, without=FIRST)
    assert await due(town) > before
    await resident.presses("Trả lời câu hỏi")
    await resident.hears("câu hỏi cần trả lời", SECOND, without=FIRST)
    await resident.says("Trước số nhà 12.")
    await resident.hears("Chưa gửi")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    [row] = await town.query("SELECT status, reply_due FROM petitions WHERE code = :code", code=plain(code))
    assert (row.status, row.reply_due) == ("triage", None)


async def test_the_desk_puts_no_question_in_the_place_of_a_body_s(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await body.presses("Hỏi người dân")
    await body.hears("hỏi")
    await body.says(SECOND, reply_to=body.last["message_id"])
    await body.hears("Đã ghi nhận câu hỏi")
    officer = await opened(town, code)
    assert "Hỏi người dân" not in await officer.buttons()


async def test_at_the_counter_the_time_to_answer_begins_anew_once_they_are_told_of_the_new_question(
    town: Town,
) -> None:
    officer = town.officer
    code, _secret = codes(await takes_down(officer))
    await asks(await opened(town, code), code, FIRST)
    await officer.hears("Xin báo cho người dân", FIRST)
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: ")
    assert await due(town) is not None
    await asks(await opened(town, code), code, SECOND)
    await officer.hears("Xin báo cho người dân", "thay câu hỏi trước", SECOND)
    assert await due(town) is None
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: ")
    assert await due(town) is not None
