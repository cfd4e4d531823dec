"""What an author at the counter has not been told yet: it waits in a queue, and no clock of theirs runs."""

from datetime import timedelta

from desk.audit import verify
from tests.courses import accepted, answered, given, opened, plain, referred
from tests.handlers.test_colleagues import version
from tests.handlers.test_counter import codes, is_asked_to_tell, takes_down
from tests.handlers.test_joint import joined
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


async def test_the_day_by_which_a_body_settles_it_is_told_as_was_promised_and_stops_no_clock(town: Town) -> None:
    officer = town.officer
    code, _secret = codes(await takes_down(officer))
    body = await accepted(town, code)
    await is_asked_to_tell(officer, code, "đã tiếp nhận", "ngày 14 tháng 12 năm 2026", "Trước đó chưa báo")
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Chưa báo cho người dân: đã chuyển tới", "người dân: cơ quan đã tiếp nhận")
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: 09:0", without="Chưa báo")
    await body.presses("Hỏi người dân")
    await body.hears("hỏi")
    await body.says("Cụ thể ở số nhà nào?", reply_to=body.last["message_id"])
    await is_asked_to_tell(officer, code, "số nhà nào")
    assert "Trước đó chưa báo" not in (await officer.screen())[-1]
    [row] = await town.query("SELECT reply_due FROM petitions")
    assert row.reply_due is None, "nobody has told them of the question"


async def test_a_referral_that_was_taken_back_is_not_told_as_if_it_stood(town: Town) -> None:
    officer = town.officer
    code, _secret = codes(await takes_down(officer))
    await referred(town, code)
    await is_asked_to_tell(officer, code, "được báo hạn giải quyết")
    await (await opened(town, code)).presses("Lấy lại từ cơ quan")
    await officer.hears("Đã lấy lại", code)
    await passes(town, 1)
    told = [said for said in await officer.screen() if "Xin báo cho người dân" in said]
    assert len(told) == 1
    assert "nay đã về lại Văn phòng Mặt trận" in told[0]
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Chưa báo cho người dân: đã chuyển tới", "nay đã về lại Văn phòng Mặt trận")
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: ", without="Chưa báo")


async def test_whoever_tells_the_day_is_reminded_of_the_question_asked_before_it(town: Town) -> None:
    officer = town.officer
    code, _secret = codes(await takes_down(officer))
    body = await referred(town, code)
    await is_asked_to_tell(officer, code, "được báo hạn giải quyết")
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: 09:0")
    await body.presses("Hỏi người dân")
    await body.hears("hỏi")
    await body.says("Cụ thể ở số nhà nào?", reply_to=body.last["message_id"])
    await is_asked_to_tell(officer, code, "số nhà nào")
    await body.presses_data(1, f"task:{plain(code)}")
    await body.hears(code, "Nội dung")
    await body.presses("Tiếp nhận")
    await is_asked_to_tell(officer, code, "đã tiếp nhận kiến nghị", "Trước đó chưa báo: câu hỏi cần trả lời")
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Chưa báo cho người dân: câu hỏi", "tính từ khi bấm")
    assert await stands(town, code) == "waiting_resident"
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: 09:0", without="Chưa báo")
    [row] = await town.query("SELECT reply_due FROM petitions")
    assert row.reply_due is not None


async def test_whoever_recognises_a_denunciation_tells_its_author_first_for_nothing_is_left_to_tell_then(
    town: Town,
) -> None:
    officer, code = town.officer, codes(await takes_down(town.officer))[0]
    await referred(town, code)
    await is_asked_to_tell(officer, code)
    await officer.presses_data(1, f"denounce:{plain(code)}:{await version(town, code)}")
    await officer.hears(code, "trước khi xóa", "cách liên hệ")
    await officer.presses_data(1, f"denounced:{plain(code)}:{await version(town, code)}")
    await officer.hears("Đã xóa nội dung", code, without="hướng dẫn")
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, without="Chưa báo")
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận")
    assert "☎️ Chưa báo (0)" in await officer.buttons()


async def test_that_another_body_takes_part_is_nothing_to_tell(town: Town) -> None:
    code, _secret = codes(await takes_down(town.officer))
    _lead, police = await joined(town, code)
    await town.officer.presses_data(1, f"informed:{plain(code)}:99")
    await town.officer.hears(code, "Đã báo cho người dân: 09:0")
    await police.presses("✅ Tiếp nhận")
    await police.hears("Hạn giải quyết: 02/12/2026")
    [row] = await town.query("SELECT untold_since FROM petitions")
    assert row.untold_since is None
    await town.officer.presses_data(1, f"card:{plain(code)}")
    await town.officer.hears(code, "Đã báo cho người dân: 09:0", without="Chưa báo")


async def test_a_day_that_is_moved_is_told_and_the_first_one_is_not(town: Town) -> None:
    officer, code = town.officer, codes(await takes_down(town.officer))[0]
    senior = await answered(town, code)
    await senior.presses("✅ Duyệt")
    await is_asked_to_tell(officer, code, "Trả lời kiến nghị")
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: 09:0")
    [before] = await town.query("SELECT close_due FROM petitions")
    for days, untold in (("15 ngày", False), ("30 ngày", True)):
        await officer.presses_data(1, f"follow:{plain(code)}:{await version(town, code)}")
        await officer.hears("đến bao giờ")
        await officer.says(days)
        await officer.hears("Đã đặt hạn theo dõi")
        [row] = await town.query("SELECT untold_since, close_due FROM petitions")
        assert (row.untold_since is not None, row.close_due) == (untold, before.close_due)
    await is_asked_to_tell(officer, code, "có hạn mới", "Hạn mới của Phòng Kinh tế")
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Chưa báo cho người dân: đã đặt lại hạn thực hiện", without="tính từ khi bấm")
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: 09:0", without="Chưa báo")
    [row] = await town.query("SELECT untold_since, close_due FROM petitions")
    assert (row.untold_since, row.close_due) == (None, before.close_due)


async def test_whoever_judges_an_answer_at_the_desk_knows_it_and_was_not_told_of_it_at_an_earlier_hour(
    town: Town,
) -> None:
    officer, code = town.officer, codes(await takes_down(town.officer))[0]
    await referred(town, code)
    await is_asked_to_tell(officer, code, "được báo hạn giải quyết")
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: 09:0")
    await town.body.presses("Tiếp nhận")
    await town.body.hears(code, "Hạn")
    await (await given(town, code)).presses("✅ Duyệt")
    await is_asked_to_tell(officer, code, "Trả lời kiến nghị", "Trước đó chưa báo")
    letter = officer.last
    pressed = letter["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await officer.presses_data(1, f"rate:{plain(code)}:not")
    await officer.hears(code, "mở lại ngay")
    toast = await officer.presses_data(letter["message_id"], pressed)
    assert "đã cho ý kiến về câu trả lời" in toast
    assert "Đã báo" not in toast
    await officer.hears(code, "người dân đã cho ý kiến về câu trả lời", without="Đã báo cho người dân")
    await town.body.presses_data(1, f"task:{plain(code)}")
    await town.body.hears(code, "Nội dung")
    await town.body.presses("Hỏi người dân")
    await town.body.hears("hỏi")
    await town.body.says("Cụ thể ở số nhà nào?", reply_to=town.body.last["message_id"])
    await is_asked_to_tell(officer, code, "số nhà nào")
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: 09:0", without="Chưa báo")
    told = [said for said in await officer.screen() if f"Đã báo cho người dân về {code}" in said]
    assert not any("câu trả lời" in said or "đã tiếp nhận" in said for said in told), told
