"""What came of a matter: the lead names it with its answer, the senior officer corrects it, all read it."""

from datetime import timedelta

from desk.audit import verify
from petitions.kinds import Result
from tests.courses import ANSWER, WORDS, answered, given, plain, signed, writing
from tests.town import Person, Town

PLANNED = "sẽ giải quyết, có lộ trình"
UNDER_WAY = "đang giải quyết"


async def recorded(town: Town) -> str | None:
    """Return the result that the only petition has, its history being whole."""
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()
    [row] = await town.query("SELECT result FROM petitions")
    return str(row.result) if row.result else None


async def written(town: Town, code: str) -> Person:
    """Let the lead see its answer before it goes."""
    body = await writing(town, code)
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung", ANSWER, "Mỗi nút gửi ghi một kết quả")
    return body


async def test_the_result_that_the_lead_sends_is_corrected_and_read_by_all(town: Town) -> None:
    code = await town.files(WORDS)
    body = await written(town, code)
    ways = ("đã giải quyết", UNDER_WAY, PLANNED, "giải trình, cung cấp thông tin")
    assert [label for label in await body.buttons() if "Gửi" in label] == [f"✅ Gửi: {way}" for way in ways]
    await body.presses(f"✅ Gửi: {PLANNED}")
    senior = town.senior
    await senior.hears("Chờ duyệt", code, f"Kết quả giải quyết: {PLANNED}")
    assert [label for label in await senior.buttons() if "Sửa" in label] == ["✏️ Sửa kết quả giải quyết"]
    await senior.presses("Sửa kết quả giải quyết")
    await senior.hears("Chờ duyệt", code, ANSWER)
    others = [f"Sửa thành: {way}" for way in ways if way != PLANNED]
    assert await senior.buttons() == [*others, "‹ Về phiếu"]
    await senior.presses("Về phiếu")
    await senior.hears("Chờ duyệt", code, f"Kết quả giải quyết: {PLANNED}")
    await senior.presses("Sửa kết quả giải quyết")
    await senior.presses(f"Sửa thành: {UNDER_WAY}")
    told = f"Kết quả giải quyết: {UNDER_WAY} (sửa khi duyệt; cơ quan nêu: {PLANNED})"
    await senior.hears("Chờ duyệt", code, ANSWER, told)
    assert await recorded(town) == Result.IN_PROGRESS
    await senior.presses("✅ Duyệt")
    read = await town.resident.hears("Trả lời kiến nghị", code, "Kết quả: đang giải quyết, chưa xong", ANSWER)
    assert "đã được giải quyết chưa" not in read
    assert "Qua hạn của cơ quan, ông/bà được hỏi việc đã làm xong chưa" in read
    await body.hears("đã được duyệt", code, told)
    await town.resident.says(f"/status {code}")
    await town.resident.hears("Kết quả: đang giải quyết. Trả lời của Phòng Kinh tế", ANSWER)
    await town.officer.presses_data(1, f"card:{plain(code)}")
    await town.officer.hears(code, told)
    stated = await town.query(
        "SELECT act, role, facts->>'result' AS result FROM entries WHERE facts ? 'result' ORDER BY id"
    )
    assert [tuple(row) for row in stated] == [
        ("answer", "body_officer", "planned"),
        ("correct", "senior_officer", "in_progress"),
        ("sign_off", "senior_officer", "in_progress"),
    ]
    assert await recorded(town) == Result.IN_PROGRESS
    await senior.presses("Đặt hạn mới")
    await senior.hears("đến bao giờ", code)
    await senior.says("15/12/2026")
    await senior.hears("Đã đặt hạn theo dõi", code)
    for days, told in ((29, "khi ấy chưa xong"), (7, "đã kết thúc")):
        town.clock.move(timedelta(days=days, minutes=1))
        await town.keep_house()
        await town.resident.hears(code, told, "Hạn của cơ quan là ngày 15 tháng 12 năm 2026, nay đã quá")


async def test_a_press_that_names_no_result_brings_the_choice_and_only_seniors_correct_one(town: Town) -> None:
    code = await town.files(WORDS)
    body = await written(town, code)
    await body.presses_data(body.last["message_id"], "gathered:answer")
    await town.settles()
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'answer'")
    await body.presses("✅ Gửi: giải trình")
    await town.senior.hears("Chờ duyệt", code)
    [row] = await town.query("SELECT entries FROM petitions")
    correct = f"result:{plain(code)}:{row.entries}:settled"
    for nobody in (town.officer, town.resident):
        assert "không có quyền" in await nobody.presses_data(1, correct)
    await town.senior.presses_data(1, f"open:{plain(code)}")
    await town.senior.hears(code, "Kết quả giải quyết: giải trình")
    await town.senior.presses("Sửa kết quả giải quyết")
    await town.senior.hears("Chờ duyệt", code, "Kết quả giải quyết: giải trình")
    await town.senior.presses("Sửa thành: đã giải quyết")
    assert "đã có việc mới" in await town.senior.presses_data(1, correct)
    assert await recorded(town) == Result.SETTLED


async def test_what_came_of_it_is_open_again_when_the_answer_is_sent_back_or_the_matter_not_solved(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    assert await recorded(town) == Result.SETTLED
    await senior.presses("Trả lại cơ quan")
    await senior.hears("cần cơ quan làm rõ")
    await senior.says("Xin nêu rõ ngày thay bóng.")
    await town.body.hears(code, "Xin nêu rõ ngày thay bóng.", without="Kết quả giải quyết")
    assert await recorded(town) is None
    [card] = [said for said in await senior.screen() if said.startswith(f"Đã trả lại cơ quan: {code}")]
    assert ANSWER in card
    assert not any(said.startswith("Chờ duyệt") for said in await senior.screen())
    await senior.is_told()
    await given(town, code)
    await senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code, "Kết quả: đã giải quyết.")
    await town.resident.presses("Chưa giải quyết")
    await town.resident.hears("được mở lại ngay")
    assert await recorded(town) is None


async def test_what_a_week_says_of_its_answers_stays_when_another_week_brings_another_answer(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    leader, week, over = town.person("leader"), town.clock().isocalendar().week, timedelta(days=7)
    said = "đã giải quyết {}, đang giải quyết 0, sẽ giải quyết 0, giải trình 0"
    then = f"{said.format(0)}, mở lại hoặc chưa nêu kết quả 1"
    town.clock.move(over)
    await leader.says(f"/report tuần {week}")
    await leader.hears(then)
    await given(town, code)
    await town.senior.presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    town.clock.move(over)
    for number, results in ((week, then), (week + 1, said.format(1))):
        await leader.says(f"/report tuần {number}")
        assert results in await leader.hears("Kết quả trả lời", f"Tuần {number}/")
