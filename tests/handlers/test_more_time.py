"""A body asks for more time in the chat; the senior officer decides, the clock moves, the resident hears why."""

from desk.audit import verify
from tests.courses import WORDS, asking, stands
from tests.town import Town


async def due(town: Town) -> str:
    """Return the body's date, and what it asks for."""
    [row] = await town.query("SELECT due_at AT TIME ZONE 'Asia/Ho_Chi_Minh' AS due, asked_days FROM referrals")
    return f"{row.due:%d/%m} {row.asked_days}"


async def test_more_time_that_is_granted_moves_the_clock_and_tells_body_and_resident(town: Town) -> None:
    code = await town.files(WORDS)
    body = await asking(town, code, "chờ vật tư")
    await body.hears("Xin viết số ngày", "đến 20/12")
    await body.says("5 ngày, chờ vật tư", reply_to=body.last["message_id"])
    await body.hears("Đã đề nghị gia hạn", code, "thêm 5 ngày làm việc, đến ngày 21 tháng 12 năm 2026")
    await body.presses("Về phiếu")
    await body.hears("Hạn giải quyết: 14/12/2026")
    assert await due(town) == "14/12 5"
    await town.senior.hears(
        "đề nghị gia hạn",
        code,
        "Hạn giải quyết: 14/12/2026",
        "Thêm 5 ngày làm việc",
        "ngày 21 tháng 12 năm 2026",
        "chờ vật tư",
    )
    await town.senior.presses("Cho gia hạn")
    await town.senior.hears("Đã gia hạn", code)
    await body.hears("Được gia hạn", code, without="Nội dung")
    await town.resident.hears("cần thêm thời gian", "ngày 21 tháng 12 năm 2026", "chờ vật tư")
    assert await due(town) == "21/12 None"
    await body.presses("Mở phiếu")
    await body.hears(code, "Hạn giải quyết: 21/12/2026", "Văn phòng Mặt trận cho gia hạn")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_until_a_day_is_asked_for_as_until_that_day_and_what_ends_too_late_is_asked_again(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await asking(town, code, "đến 10/6/2027, chờ nhà máy đúc nắp mới")
    await body.hears("từ 1 đến 60 ngày")
    await body.says("đến 21/12, chờ nhà máy đúc nắp mới", reply_to=body.last["message_id"])
    await body.hears("Đã đề nghị gia hạn", code, "thêm 5 ngày làm việc, đến ngày 21 tháng 12 năm 2026")
    await town.senior.hears("đề nghị gia hạn", "Lý do: chờ nhà máy đúc nắp mới")


async def test_more_time_that_is_refused_is_told_to_the_body_with_the_reason_and_to_nobody_else(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await asking(town, code, "10 ngày, chờ vật tư")
    await body.hears("Đã đề nghị gia hạn", code)
    await town.senior.hears("đề nghị gia hạn")
    await town.senior.presses("Không gia hạn")
    await town.senior.hears("vì sao không gia hạn")
    await town.senior.says("Việc này làm trong ngày được.")
    await town.senior.hears("không gia hạn", code)
    await body.hears("Không gia hạn", "làm trong ngày", without="Nội dung")
    await body.presses("Mở phiếu")
    await body.hears(code, "Hạn giải quyết: 14/12/2026")
    assert await due(town) == "14/12 None"
    assert not any("gia hạn" in said or "vật tư" in said for said in await town.resident.screen())


async def test_who_asks_again_before_it_is_decided_has_the_newer_request_decided_and_no_other(town: Town) -> None:
    code = await town.files(WORDS)
    body, senior = await asking(town, code, "5 ngày, chờ vật tư"), town.senior
    await body.hears("Đã đề nghị gia hạn", code)
    await senior.hears("đề nghị gia hạn", code, "Thêm 5 ngày")
    first = senior.last["message_id"]
    await town.rests()
    await body.presses("Xin gia hạn")
    await body.hears("bao nhiêu ngày")
    await body.says("3 ngày, vật tư về sớm hơn", reply_to=body.last["message_id"])
    await body.hears("Đã đề nghị gia hạn", code, "thêm 3 ngày")
    await senior.hears("đề nghị gia hạn", code, "thay cho đề nghị trước", "Thêm 3 ngày", "vật tư về sớm hơn")
    await town.rests()
    left, pressable = await stands(senior, first)
    assert "đã được thay bằng đề nghị mới" in left
    assert not pressable
    assert await due(town) == "14/12 3"
    await senior.presses("Cho gia hạn")
    await senior.hears("Đã gia hạn", code)
    assert await due(town) == "17/12 None"
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_a_request_stands_in_the_seniors_queue_until_it_is_decided(town: Town) -> None:
    code = await town.files(WORDS)
    body = await asking(town, code, "5 ngày, chờ vật tư")
    await body.hears("Đã đề nghị gia hạn", code)
    senior = town.senior
    await senior.hears("đề nghị gia hạn", code)
    await senior.says("/queue")
    await senior.hears("Chờ duyệt trả lời", "Chờ quyết định gia hạn: 1")
    await senior.presses("Xin gia hạn (1)")
    await senior.hears(
        "Chờ quyết định gia hạn", code, "đề nghị gia hạn ngày 20/11/2026, chưa quyết định", "Hạn: 14/12/2026"
    )
    await senior.presses(code)
    await senior.hears(code, "Loại:", "chờ vật tư")
    await senior.presses("Cho gia hạn")
    await senior.hears("Đã gia hạn", code)
    await senior.says("/queue")
    assert "gia hạn" not in await senior.hears("Chờ duyệt trả lời", "Không có kiến nghị nào")
    assert "Xin gia hạn (0)" in await senior.buttons()
