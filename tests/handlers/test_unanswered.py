"""A question that a resident leaves unanswered: reminded once, then nobody waits, and words open it again."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import psycopg

from bot.wiring import conninfo
from desk.audit import verify
from tests.courses import WORDS, accepted, opened
from tests.town import Person, Town

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
QUESTION = "Xin cho biết cột đèn số mấy?"


async def later(town: Town, days: int) -> None:
    town.clock.move(timedelta(days=days))
    await town.keep_house()
    await town.keep_house()
    await town.rests()


async def asked(town: Town, key: str = "resident_1") -> str:
    code = await town.files(WORDS, key)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    await officer.says(QUESTION)
    await officer.hears("Đã ghi nhận câu hỏi", code)
    return code


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
    code, officer = await asked(town), town.officer
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
    body = await accepted(town, code)
    [(due,)] = await town.query("SELECT due_at FROM petitions")
    await body.presses("Hỏi người dân")
    await body.hears("viết câu hỏi")
    await body.says(QUESTION, reply_to=body.last["message_id"])
    await body.hears("Đã ghi nhận câu hỏi")
    assert await town.query("SELECT 1 FROM petitions WHERE due_at IS NULL")
    await later(town, 11)
    [row] = await town.query("SELECT status, due_at FROM petitions")
    ends = row.due_at.astimezone(HANOI)
    await town.resident.hears(
        "tiếp tục giải quyết", code, f"Hạn giải quyết nay là ngày {ends:%-d} tháng {ends:%-m} năm {ends:%Y}"
    )
    await body.hears("không trả lời câu hỏi", code, f"Hạn giải quyết nay là {ends:%d/%m/%Y}")
    assert row.status == "referred"
    assert row.due_at > due
    assert await whole(town)


_FAILS_ONCE = """
CREATE SEQUENCE tries;
CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF nextval('tries') = 1 THEN RAISE 'broken'; END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER broken BEFORE UPDATE ON petitions FOR EACH ROW EXECUTE FUNCTION fail_once();
"""


async def test_a_petition_that_cannot_be_seen_to_keeps_no_other_one_waiting(town: Town) -> None:
    await asked(town)
    await asked(town, "resident_2")
    with psycopg.connect(conninfo(town.database)) as connection:
        connection.execute(_FAILS_ONCE)
    town.clock.move(timedelta(days=7))
    await town.keep_house()
    assert len(await town.query("SELECT 1 FROM entries WHERE act = 'ask_again'")) == 1
