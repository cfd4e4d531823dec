"""Whatever is in hand has a date: referred and not accepted, back at the desk, disputed, reported above."""

from typing import Any

from desk.audit import verify
from tests.courses import WORDS, accepted, given, opened, plain, referred, reported_above, signed
from tests.handlers.test_neighbours import HOLE, SAME
from tests.handlers.test_paper_demands import complained
from tests.handlers.test_supervision import passes
from tests.town import Town


async def stands(town: Town) -> tuple[str, str]:
    """Return where the petition stands, and until when somebody must act."""
    [row] = await town.query("SELECT status, due_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS due FROM petitions")
    return row.status, f"{row.due:%d/%m/%Y}"


async def press(town: Town, person: Any, verb: str, code: str) -> None:
    """Press a button of the card as it stands now."""
    [row] = await town.query("SELECT entries FROM petitions")
    await person.presses_data(1, f"{verb}:{plain(code)}:{row.entries}")


async def test_a_petition_that_a_body_returns_has_the_desks_limit_anew(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    assert await stands(town) == ("referred", "25/11/2026"), "until the body is reminded to accept"
    await press(town, body, "return", code)
    await body.hears("vì sao")
    await body.says("Ngõ này do phường bên quản lý đèn.", reply_to=body.last["message_id"])
    await body.hears("Đã chuyển trả", code)
    assert await stands(town) == ("triage", "07/12/2026")
    officer = town.officer
    await officer.catches_up()
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Hạn Văn phòng Mặt trận xử lý tiếp: 07/12/2026")
    await passes(town, 20)
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận", code)
    await officer.presses("⛔ Quá hạn (1)")
    await officer.hears("Quá hạn", code, "07/12/2026")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_leaders_hear_of_what_was_reported_above_after_a_second_dispute_and_is_overdue(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    await town.body.presses_data(1, f"task:{plain(code)}")
    await town.body.hears(code, "Nội dung")
    await (await given(town, code)).presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("sẽ xem xét mở lại")
    assert await stands(town) == ("disputed", "07/12/2026")
    await passes(town, 3)
    await town.senior.presses_data(1, f"escalated:{plain(code)}:superior")
    await town.senior.hears("Hồ sơ kiến nghị", code)
    status, due = await stands(town)
    assert (status, due) == ("escalated", "08/12/2026"), "the limit of the Front's recommendations"
    leader = town.person("leader")
    await passes(town, 10)
    assert not any("đang quá hạn" in said for said in await leader.screen())
    await passes(town, 10)
    await leader.hears("báo cáo cấp trên đang quá hạn", code)


async def test_reporting_above_what_a_body_has_not_accepted_moves_its_date_nowhere(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await passes(town, 7)
    await reported_above(town, code)
    assert await stands(town) == ("escalated", "25/11/2026"), "the body still owes what it owed"
    await body.says("/tasks")
    await body.hears("1 việc", code, "Hạn tiếp nhận: 25/11/2026 – ⛔ quá hạn")
    officer, senior = town.officer, town.senior
    await officer.says("/board")
    await officer.hears("quá hạn lâu nhất", code, "chưa tiếp nhận, quá hạn từ 25/11/2026 (đã báo cáo cấp trên)")
    await officer.says("/overview")
    await officer.hears("Phòng Kinh tế, Hạ tầng và Đô thị phường: 1 việc, 1 quá hạn")
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận", code, "Hạn: 25/11/2026 – ⛔ quá hạn")
    await officer.presses("⛔ Quá hạn (1)")
    await officer.hears("Quá hạn", code, "25/11/2026")
    await senior.presses_data(1, f"card:{plain(code)}")
    await senior.hears(
        code,
        "⛔ Quá hạn 2 ngày",
        "Hạn tiếp nhận hoặc chuyển trả: 25/11/2026",
        "Hạn cấp trên trả lời: 14/12/2026",
    )
    await body.presses_data(1, f"task:{plain(code)}")
    await body.hears(code, "⛔ Quá hạn 2 ngày", "Hạn tiếp nhận hoặc chuyển trả: 25/11/2026")
    await body.presses("✅ Tiếp nhận")
    await body.hears(code, "Hạn giải quyết: 18/12/2026")
    assert await stands(town) == ("escalated", "18/12/2026")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_what_is_referred_again_after_it_was_reported_above_is_to_be_accepted_as_anew(town: Town) -> None:
    code = await town.files(WORDS)
    await accepted(town, code)
    await passes(town, 30)
    await reported_above(town, code)
    await passes(town, 3)
    await press(town, town.officer, "refer", code)
    await town.officer.hears("Đã chuyển", code)
    assert await stands(town) == ("referred", "25/12/2026"), "until the body is reminded to accept"


async def test_the_date_by_which_a_body_is_to_accept_is_nowhere_that_of_its_answer(town: Town) -> None:
    code = await town.files(HOLE)
    neighbour = await town.previews(SAME, "resident_2")
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", code)
    await referred(town, code)
    await passes(town, 7)
    await reported_above(town, code)
    assert "Hạn giải quyết" not in await neighbour.hears("đang theo dõi", code, "Báo cáo cấp trên")
    leader = town.person("leader")
    await leader.says("/report")
    await leader.hears("Tuần 48/2026", "Cơ quan chưa tiếp nhận: 1", "Quá hạn trả lời: 0")
    await passes(town, 3)
    await leader.hears("Tuần 48/2026", "Quá hạn trả lời lúc hết kỳ, theo hạn hiện nay: 0")


async def test_a_complaint_that_a_body_has_not_accepted_by_law_waits_for_no_answer_yet(town: Town) -> None:
    code = await complained(town)
    officer = await opened(town, code)
    await officer.presses("Đã nhận đơn có chữ ký")
    await town.resident.hears("đã nhận đơn khiếu nại có chữ ký", code)
    await press(town, officer, "refer", code)
    await officer.hears("Đã ghi nhận chuyển", code)
    await passes(town, 14)
    leader = town.person("leader")
    await leader.says("/report")
    await leader.hears("Cơ quan chưa tiếp nhận: 1", "Quá hạn trả lời: 0")
    await passes(town, 4)
    await leader.hears("Cần quyết định hoặc đôn đốc", "quá hạn mà cơ quan chưa tiếp nhận: 1")
