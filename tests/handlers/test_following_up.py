"""An answer is followed up until it is carried out: the body reports, the office confirms, the resident hears."""

import re
from datetime import timedelta

from desk.audit import verify
from tests import courses
from tests.courses import ANSWER, WORDS, invited, opened, plain, reported_above, signed, writing
from tests.handlers.test_neighbours import HOLE, SAME
from tests.handlers.test_supervision import passes
from tests.town import PNG, Person, Town, text_of

NEXT_DAY = "Ngày hẹn là ngày nghỉ nên hạn là ngày làm việc tiếp theo."
PROMISE = (
    "Phòng đã khảo sát sáng 20/11/2026; tổ hạ tầng sẽ vá ổ gà, hoàn thành trước ngày 10/12/2026. "
    "Không gửi kèm ảnh vì việc chưa làm."
)
REPORT = "Sáng 1/12/2026, tổ chiếu sáng của phường đã thay xong cột đèn."


async def followed(town: Town, typed: str = "") -> tuple[str, Person]:
    """Let the answer to a petition be followed up, 15 days unless typed; return its code and the body."""
    code = await town.files(WORDS)
    await signed(town, code)
    officer = await opened(town, code) if typed else town.senior  # on the card, or right after signing
    await officer.presses("Theo dõi thực hiện")
    await officer.hears("đến bao giờ", code)
    await (officer.says(typed) if typed else officer.presses("15 ngày"))
    done = await officer.hears("Đã đặt hạn theo dõi", code)
    assert re.search(rf"{code}: \d\d/\d\d/2026; cơ quan được báo", done), "with the date that the days come to"
    await town.body.hears("Chờ cơ quan thực hiện", code, "Hạn thực hiện: ", without="ngày ngày")
    return code, town.body


async def report(town: Town, code: str, words: str, *files: bytes) -> None:
    """Let the body report."""
    body = town.body
    await body.presses("Báo đã thực hiện")
    await body.hears("đã thực hiện những gì", code)
    asked = body.last["message_id"]
    await body.says(words, reply_to=asked)
    await body.hears("Đã nhận báo cáo")
    for file in files:
        await body.sends(file, reply_to=str(asked))
        await body.hears("1 tệp minh chứng")
    await body.presses("✅ Gửi")


async def test_what_is_followed_up_is_reported_confirmed_and_told_to_the_resident(town: Town) -> None:
    code, body = await followed(town, "15/12/2026, thay cả cột đèn")
    await body.says("/tasks")
    await body.hears("1 việc đã trả lời, còn phải thực hiện", code, "15/12/2026")
    await body.presses(code)
    await body.hears("Hạn thực hiện: 15/12/2026", "thay cả cột đèn")
    await report(town, code, REPORT, PNG)
    await body.hears("chờ Văn phòng Mặt trận xác nhận")
    told = await town.senior.hears("Cơ quan báo đã thực hiện", code, "thay cả cột đèn", REPORT)
    assert "còn thiếu" not in told
    assert ANSWER in told, "what was promised stands above what is reported"
    assert not any("cột đèn" in said for said in await town.resident.screen())
    await town.senior.presses("Xác nhận đã thực hiện")
    await town.senior.hears("Đã xác nhận", code)
    await town.resident.hears("báo đã thực hiện", code, REPORT)
    await body.hears("đã xác nhận việc thực hiện", code)
    await town.resident.says(f"/status {code}")
    await town.resident.hears("Đã thực hiện, Văn phòng Mặt trận xác nhận", REPORT)
    [row] = await town.query("SELECT status, carry_due, carried_at IS NOT NULL AS carried, entries FROM petitions")
    assert (row.status, row.carry_due, row.carried) == ("answered", None, True)
    leader = town.person("leader")
    await leader.says("/report")
    figures = await leader.hears("Kết quả trả lời: đã giải quyết 1, đang giải quyết 0")
    assert "Theo dõi thực hiện: đã thực hiện 1, còn phải thực hiện 0, trong đó quá hạn 0" in figures
    assert "đã được xác nhận" in await town.senior.presses_data(1, f"confirm:{plain(code)}:{row.entries}")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_a_weak_report_says_what_it_lacks_and_is_sent_back_with_a_new_date(town: Town) -> None:
    code, body = await followed(town)
    await report(town, code, "Xong")
    await body.hears("ít nhất 3 từ")
    await body.says("Đã thay bóng đèn.", reply_to=body.last["message_id"])
    await body.hears("Người dân sẽ đọc", "Đã thay bóng đèn.", "Báo cáo còn thiếu", "Minh chứng", "Khi nào")
    await body.presses("✅ Gửi")
    senior = town.senior
    await senior.hears("Cơ quan báo đã thực hiện", code, "Báo cáo còn thiếu")
    await senior.presses("Chưa xong, hẹn lại")
    await senior.hears("đến bao giờ")
    for wrong, why in (("mai", "số ngày làm việc"), ("1/1/2030", "không quá 250")):
        await senior.says(wrong)
        await senior.hears(why)
    await senior.says("30 ngày, còn thiếu chụp đèn")
    await senior.hears("Đã đặt hạn theo dõi")
    told = await town.resident.hears("có hạn mới", code, "chưa thực hiện xong")
    [row] = await town.query("SELECT carry_due FROM petitions")
    assert f"{row.carry_due:ngày %d tháng %m năm %Y}" in told
    await town.resident.says(f"/status {code}")
    assert "báo đã thực hiện" not in await town.resident.hears(code, "Hạn thực hiện: ")
    assert len([said for said in await town.resident.screen() if "có hạn mới" in said]) == 1
    await body.hears("Chưa được xác nhận", code, "còn thiếu chụp đèn")
    assert "Báo đã thực hiện" in "".join(await body.buttons())
    [row] = await town.query("SELECT carried_at FROM petitions")
    assert row.carried_at is None


async def promises(town: Town, words: str) -> tuple[str, Person]:
    """Let the lead promise something, and a senior officer sign that off; return the code and the body."""
    code = await town.files(WORDS)
    body = await writing(town, code)
    await body.says(words, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    await body.presses("Gửi: sẽ giải quyết")
    await town.senior.hears("Chờ duyệt", code)
    return code, body


async def test_a_promise_for_a_day_off_says_why_its_limit_is_the_next_working_day(town: Town) -> None:
    code, _body = await promises(town, PROMISE.replace("10/12/2026", "12/12/2026"))
    assert f"đến 14/12/2026\n\n{NEXT_DAY}" in text_of(town.senior.last)
    await town.senior.presses("✅ Duyệt")
    told = await town.resident.hears("Trả lời kiến nghị", code, "hạn của cơ quan: ngày 14 tháng 12 năm 2026")
    assert NEXT_DAY in told


async def test_what_is_promised_is_followed_up_by_itself_until_the_day_that_the_answer_names(town: Town) -> None:
    code, body = await promises(town, PROMISE)
    assert "được theo dõi thực hiện đến 10/12/2026" in text_of(town.senior.last)
    assert NEXT_DAY not in text_of(town.senior.last)
    await town.senior.presses("✅ Duyệt")
    await town.senior.hears("Đã duyệt", code)
    assert "📅 Đặt hạn mới" in await town.senior.buttons()
    await town.resident.hears("Trả lời kiến nghị", code, "hạn của cơ quan: ngày 10 tháng 12 năm 2026")
    await body.hears("đã được duyệt để gửi", code, "Hạn thực hiện: 10/12/2026")
    await body.says("/tasks")
    await body.hears("1 việc đã trả lời, còn phải thực hiện", code, "10/12/2026")
    await body.presses(code)
    await body.hears("Chờ cơ quan thực hiện", code)
    await report(town, code, REPORT, PNG)
    await town.senior.hears("Cơ quan báo đã thực hiện", code, PROMISE, REPORT)
    await town.senior.presses("Xác nhận đã thực hiện")
    await town.resident.hears("báo đã thực hiện", code, REPORT)
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_of_a_day_that_is_moved_before_it_is_past_nobody_is_told_that_it_was_missed(town: Town) -> None:
    code, _body = await promises(town, PROMISE)
    await town.senior.presses("✅ Duyệt")
    await town.senior.hears("Đã duyệt", code)
    await town.senior.presses("Đặt hạn mới")
    await town.senior.hears("đến bao giờ", code)
    await town.senior.says("15/12/2026")
    told = await town.resident.hears("có hạn mới", code, "Hạn mới của Phòng Kinh tế")
    assert "ngày 15 tháng 12 năm 2026" in told
    assert "chưa thực hiện xong" not in told
    await passes(town, 26)
    officer = await opened(town, code)
    await officer.presses("Theo dõi thực hiện")
    await officer.hears("đến bao giờ", code)
    await officer.says("25/12/2026")
    await town.resident.hears("có hạn mới", code, "chưa thực hiện xong", "ngày 25 tháng 12 năm 2026")


async def test_whether_a_promise_was_kept_is_asked_once_its_day_is_over_and_silence_ends_it_only_after_that(
    town: Town,
) -> None:
    code, _body = await promises(town, PROMISE)
    await town.senior.presses("✅ Duyệt")
    resident = town.resident
    await resident.hears("Trả lời kiến nghị", code, "kết thúc sau hạn ấy 5 ngày làm việc")
    await passes(town, 20)  # 9:00 of the day that was promised
    assert not any("Nay việc đã" in said or "đã kết thúc" in said for said in await resident.screen())
    await passes(town, 4)
    late = "Hạn của cơ quan là ngày 10 tháng 12 năm 2026, nay đã quá"
    await resident.hears("Nay việc đã được giải quyết chưa?", code, late)
    await passes(town, 4)
    await resident.hears("đã kết thúc vì không có ý kiến", code, "Đến ngày 09 tháng 01 năm 2027", late)
    await passes(town, 21)
    await resident.presses_data(1, f"rate:{plain(code)}:not")
    await resident.hears("được mở lại", code)


async def test_who_reads_that_a_promise_was_kept_before_its_day_is_asked_soon_after(town: Town) -> None:
    code, _body = await promises(town, PROMISE)
    await town.senior.presses("✅ Duyệt")
    await town.body.hears("Hạn thực hiện: 10/12/2026")
    await town.body.says("/tasks")
    await town.body.hears(code, "10/12/2026")
    await town.body.presses(code)
    await town.body.hears("Chờ cơ quan thực hiện", code)
    await report(town, code, REPORT, PNG)
    await town.senior.hears("Cơ quan báo đã thực hiện", code)
    await town.senior.presses("Xác nhận đã thực hiện")
    await town.resident.hears("báo đã thực hiện", code)
    await passes(town, 4)
    await town.resident.hears("Nay việc đã được giải quyết chưa?", code, without="hạn của cơ quan")
    await passes(town, 7)
    await town.resident.hears("đã kết thúc vì không có ý kiến", code)


async def test_a_promise_without_a_day_is_followed_up_as_long_as_the_programme_gives_for_settling(
    town: Town,
) -> None:
    code, body = await promises(town, ANSWER)
    await town.senior.presses("✅ Duyệt")
    await body.hears("đã được duyệt để gửi", code, "Hạn thực hiện: 14/12/2026")
    await passes(town, 21)
    await body.hears("nhắc việc", code, "Hạn thực hiện: 14/12/2026")


async def minute(town: Town) -> None:
    """Let the housekeeping of the next minute be done, and what comes of it."""
    town.clock.move(timedelta(minutes=1))
    await passes(town, 0)


async def test_a_body_that_is_told_a_near_day_is_not_reminded_of_it_in_the_same_minute_but_pressed_for_it_later(
    town: Town,
) -> None:
    code, body = await promises(town, PROMISE.replace("10/12/2026", "25/11/2026"))
    await town.senior.presses("✅ Duyệt")
    await body.hears("đã được duyệt để gửi", code, "Hạn thực hiện: 25/11/2026")
    await minute(town)
    assert not any("nhắc việc" in said for said in await body.screen())
    await passes(town, 4)
    assert not any("nhắc việc" in said for said in await body.screen())
    await passes(town, 3)
    await town.senior.hears("Dự thảo đôn đốc", code, "Mặt trận đôn đốc", "Hạn thực hiện: 25/11/2026")


async def test_a_body_is_reminded_of_a_day_that_is_moved_only_where_that_is_still_to_come(town: Town) -> None:
    code, body = await promises(town, PROMISE)
    await town.senior.presses("✅ Duyệt")
    await body.hears("đã được duyệt để gửi", code, "Hạn thực hiện: 10/12/2026")
    for day in ("25/11/2026", "27/11/2026", "25/11/2026", "10/12/2026"):  # one comes back, and one stands anew
        officer = await opened(town, code)
        await officer.presses("Theo dõi thực hiện")
        await officer.hears("đến bao giờ", code)
        await officer.says(day)
        await officer.hears("Đã đặt hạn theo dõi", code, day)
        await minute(town)
        assert not any("nhắc việc" in said for said in await body.screen())
    await passes(town, 18)
    await body.hears("nhắc việc", code, "nhắc về thời hạn", "Hạn thực hiện: 10/12/2026")


async def test_who_follows_a_petition_is_told_of_a_day_that_is_moved_and_can_stop(town: Town) -> None:
    code = await town.files(HOLE)
    neighbour = await town.previews(SAME, "resident_2")
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", code)
    await signed(town, code)
    senior = town.senior
    await senior.presses("Theo dõi thực hiện")
    await senior.hears("đến bao giờ", code)
    await senior.presses("15 ngày")
    await senior.hears("Đã đặt hạn theo dõi", code)
    officer = await opened(town, code)
    await officer.presses("Theo dõi thực hiện")
    await officer.hears("đến bao giờ", code)
    await officer.presses("30 ngày")
    await officer.hears("Đã đặt hạn theo dõi", code)
    [row] = await town.query("SELECT carry_due FROM petitions")
    for person in (town.resident, neighbour):
        assert f"{row.carry_due:ngày %d tháng %m năm %Y}" in await person.hears(code, "hạn mới")
    assert await neighbour.buttons() == ["Xem diễn biến", "Thôi theo dõi"]


async def test_a_weak_report_is_confirmed_only_with_a_reason_that_the_office_keeps(town: Town) -> None:
    code, body = await followed(town)
    await report(town, code, "Đã thay bóng đèn.")
    await body.hears("chờ Văn phòng Mặt trận xác nhận")
    senior = town.senior
    await senior.hears("Cơ quan báo đã thực hiện", code, "Báo cáo còn thiếu", "Minh chứng")
    assert (await senior.buttons())[:2] == ["↩️ Chưa xong, hẹn lại", "⚠️ Vẫn xác nhận, nêu lý do"]
    [row] = await town.query("SELECT entries FROM petitions")
    assert "chưa xác nhận được" in await senior.presses_data(1, f"confirm:{plain(code)}:{row.entries}")
    await senior.presses("Vẫn xác nhận")
    await senior.hears("vì sao vẫn xác nhận", code)
    reason = "Cán bộ Mặt trận đã đến xem, đèn đã sáng."
    await senior.says(reason)
    await senior.hears("Đã xác nhận", code)
    await town.resident.hears("báo đã thực hiện", code)
    acts = await town.query("SELECT act, audience, facts->'weak' AS weak FROM entries ORDER BY id DESC LIMIT 2")
    assert [one.act for one in acts] == ["confirm_carried", "override_report"]
    assert (acts[1].audience, acts[1].weak) == ([], ["no_evidence", "no_date", "no_doer"])
    officer = await opened(town, code)
    assert reason in (await officer.screen())[-1]
    for other in (town.resident, body):
        assert not any(reason in said for said in await other.screen())
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_a_report_that_is_decided_says_so_in_every_senior_officers_chat_and_has_no_buttons(
    town: Town,
) -> None:
    code, _body = await followed(town)
    other = await invited(town, "resident_2", "senior_officer Phó")
    senior = town.senior
    await report(town, code, "Đã thay bóng đèn.")
    for one in (senior, other):
        await one.hears("Cơ quan báo đã thực hiện", code)
    letters = [(one, one.last["message_id"]) for one in (senior, other)]
    await senior.presses("Chưa xong, hẹn lại")
    await senior.hears("đến bao giờ")
    await senior.says("30 ngày, còn thiếu ảnh chụp")
    await senior.hears("Đã đặt hạn theo dõi")
    for one, message in letters:
        await stands(one, message, f"Chưa xong, đã hẹn lại: {code}")
    await report(town, code, "Đã thay bóng đèn rồi.", PNG)
    for one in (senior, other):
        await one.hears("Cơ quan báo đã thực hiện", code, "bóng đèn rồi")
    letters = [(one, one.last["message_id"]) for one in (senior, other)]
    await other.presses("Vẫn xác nhận")
    await other.hears("vì sao vẫn xác nhận")
    await other.says("Đã đến xem, đèn sáng.")
    await other.hears("Đã xác nhận", code)
    for one, message in letters:
        await stands(one, message, f"Đã xác nhận thực hiện dù báo cáo còn thiếu: {code}", "Phó, ")


async def test_the_card_on_which_following_up_began_stays_the_card(town: Town) -> None:
    await followed(town, "15/12/2026, thay cả cột đèn")
    await town.settles()
    assert any("Loại: " in said and "Người xử lý" in said for said in await town.officer.screen())


async def stands(person: Person, message: int, *parts: str) -> None:
    """Wait until a message says this and has no buttons."""
    await person.town.settles()
    await person.town.rests()
    [found] = [one for one in await person.messages() if one["message_id"] == message]
    assert all(part in text_of(found) for part in parts), text_of(found)
    assert not found.get("reply_markup", {}).get("inline_keyboard")


async def test_what_is_not_carried_out_in_time_stands_on_the_board_and_is_pressed_for(town: Town) -> None:
    code, body = await followed(town)
    await passes(town, 21)
    later = "bấm “Báo chưa kịp” trên phiếu, cho biết lý do và ngày làm xong"
    due = "Hạn thực hiện: 14/12/2026"
    await body.hears("nhắc việc", code, due, "báo đã thực hiện", later, without="ngày trả lời")
    await body.says("Xin lùi đến 10/01/2027 vì chưa có cột mới.", reply_to=body.last["message_id"])
    await body.hears("Gửi Văn phòng Mặt trận lời này", code, "10/01/2027")
    await body.presses("Hủy")
    await body.hears("Đã hủy", code)
    await passes(town, 6)
    await town.officer.hears("Dự thảo đôn đốc", code, "Mặt trận đôn đốc")
    await town.senior.hears("Dự thảo đôn đốc", code, "Hạn thực hiện: 14/12/2026")
    await town.senior.presses("Ký, gửi đôn đốc")
    await town.senior.hears("Đã ký đôn đốc", code)
    await body.hears("công văn đôn đốc", code, "Hạn thực hiện: 14/12/2026")
    officer = town.officer
    await officer.says("/board")
    board = await officer.hears("Đang theo dõi thực hiện: 1 việc")
    assert "Phòng Kinh tế, Hạ tầng và Đô thị phường: 1 việc, 1 quá hạn" in board
    await officer.presses("Theo dõi (1)")
    await officer.hears("Đang theo dõi thực hiện", code, "14/12/2026")
    leader = town.person("leader")
    await leader.says("/report")
    await leader.hears("còn phải thực hiện 1, trong đó quá hạn 1")
    await leader.presses("Thực hiện quá hạn: 1")
    await leader.hears("Thực hiện quá hạn", code)
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_what_was_promised_and_disputed_is_reported_above_with_its_dossier(town: Town) -> None:
    code, _body = await promises(town, PROMISE)
    await town.senior.presses("✅ Duyệt")
    await town.senior.hears("Đã duyệt", code)
    await town.resident.presses_data(1, f"rate:{plain(code)}:not")
    await town.settles()
    await reported_above(town, code)


async def test_what_is_disputed_or_erased_is_followed_up_no_more(town: Town) -> None:
    code, _body = await followed(town)
    town.clock.move(timedelta(hours=1))
    await town.resident.presses_data(1, f"rate:{plain(code)}:not")
    await town.settles()
    [row] = await town.query("SELECT status, carry_due FROM petitions")
    assert (row.status, row.carry_due) == ("referred", None)
    other, _body = await followed(town)
    await town.resident.presses_data(1, f"rate:{plain(other)}:solved")
    await town.resident.presses_data(1, f"erased:{plain(other)}")
    await town.settles()
    [row] = await town.query("SELECT carry_due FROM petitions WHERE erased_at IS NOT NULL")
    assert row.carry_due is None
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_what_a_resident_writes_of_a_promised_day_reaches_the_body_and_the_office(town: Town) -> None:
    code, body = await followed(town)
    resident = town.resident
    await resident.presses_data(1, f"rate:{plain(code)}:partly")
    await resident.hears("đã kết thúc", code)
    await resident.presses("Không có gì thêm")
    await resident.is_told()
    promised = next(one for one in await resident.messages() if "Trả lời kiến nghị" in text_of(one))
    words = "Bao giờ thì thay được cột đèn ạ? Đến hôm nay chưa thấy ai ra."
    await resident.says(words, reply_to=promised["message_id"])
    assert "nơi tiếp nhận hồ sơ" not in await resident.hears("thêm vào kiến nghị"), "it is no other door's"
    await resident.presses(code)
    await resident.hears("Bổ sung", code)
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await body.hears("Người dân bổ sung", code, words)
    assert await body.buttons() == ["Mở phiếu"]
    await town.officer.hears("Người dân bổ sung", code)
    [row] = await town.query("SELECT status, carry_due IS NOT NULL AS followed FROM petitions")
    assert (row.status, row.followed) == ("closed", True)


async def test_a_body_that_replies_about_the_promised_day_has_its_words_sent_to_the_office(town: Town) -> None:
    code, body = await followed(town)
    words = "Thiết bị về chậm, xin lùi đến ngày 22/12/2026."
    card = body.last["message_id"]
    await body.says("Đã rõ", reply_to=card)
    await body.hears("không được ghi vào kiến nghị", code)
    assert (await body.buttons())[:2] == ["✅ Báo đã thực hiện", "⏳ Báo chưa kịp"]
    await body.says(words, reply_to=card)
    await body.hears("Gửi Văn phòng Mặt trận lời này", code, words)
    assert not any(words in said for said in await town.officer.screen()), "not before it is pressed"
    await body.presses("Gửi Văn phòng Mặt trận")
    await body.hears("Đã báo Văn phòng Mặt trận", code)
    for reader in (town.senior, town.officer):
        await reader.hears("Cơ quan báo về hạn thực hiện", code, words, "Hạn thực hiện: ")
    officer = town.officer
    await officer.presses("Đặt hạn mới")
    await officer.hears("đến bao giờ", code)
    await officer.says("22/12/2026")
    await officer.hears("Đã đặt hạn theo dõi", "22/12/2026")
    await body.hears("Chờ cơ quan thực hiện", code, "22/12/2026")
    await town.resident.hears("có hạn mới", code, "22 tháng 12 năm 2026")
    assert not any(words in said for said in await town.resident.screen())


async def test_what_was_done_in_a_reply_begins_the_report_where_its_button_is_pressed(town: Town) -> None:
    code, body = await followed(town)
    await body.says("Sáng nay đã thay xong bóng cột 6.", reply_to=body.last["message_id"])
    await body.hears("đã làm xong hay chưa", "Báo đã thực hiện", code)
    assert await body.buttons() == ["✅ Báo đã thực hiện", "Hủy"], "it names no day that the office could set"
    await body.presses("✅ Báo đã thực hiện")
    await body.hears("Sáng nay đã thay xong bóng cột 6.")
    await body.presses("✅ Gửi")
    await body.hears("Đã báo thực hiện", code)
    await town.senior.hears(code, "Sáng nay đã thay xong bóng cột 6.")
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'note'")


async def test_a_body_says_by_a_button_that_it_cannot_make_the_day_until_it_has_reported(town: Town) -> None:
    code, body = await followed(town)
    await body.presses("Báo chưa kịp")
    await body.hears("vì sao chưa kịp", code)
    await body.says("Chờ thiết bị, 20/12/2026 mới xong.", reply_to=body.last["message_id"])
    await body.hears("Đã báo Văn phòng Mặt trận", code)
    await town.officer.hears("Cơ quan báo về hạn thực hiện", code, "Chờ thiết bị")
    card = (await opened(town, code)).last["text"]
    assert card.startswith("🗒 Cơ quan báo về hạn thực hiện\nChờ thiết bị")
    [row] = await town.query("SELECT entries FROM petitions")
    await report(town, code, REPORT, PNG)
    await body.hears("chờ Văn phòng Mặt trận xác nhận")
    assert "Không làm được" in await body.presses_data(1, f"late:{plain(code)}:{row.entries + 1}")


async def test_what_a_body_said_of_the_day_stands_on_its_card_until_there_is_another_day(town: Town) -> None:
    code, body = await followed(town)
    card, words = body.last["message_id"], "Chờ thiết bị, 20/12/2026 mới xong."
    await body.presses("Báo chưa kịp")
    await body.hears("vì sao chưa kịp", code)
    await body.says(words, reply_to=body.last["message_id"])
    await body.hears("Đã báo Văn phòng Mặt trận", code)
    await town.rests()
    shown, _pressable = await courses.stands(body, card)
    assert "⏳ Đã báo chưa kịp: Cán bộ phòng Kinh tế, " in shown
    assert words in shown
    await town.officer.hears("Cơ quan báo về hạn thực hiện", code)
    await town.officer.presses("Đặt hạn mới")
    await town.officer.hears("đến bao giờ", code)
    await town.officer.says("22/12/2026")
    told = await body.hears("Chờ cơ quan thực hiện", code, "22/12/2026", "Báo chưa kịp: ")
    assert words not in told
    await body.presses("Đọc đầy đủ")
    await body.hears(code, "⏳ Đã báo chưa kịp: Cán bộ phòng Kinh tế, ", words)


async def test_what_is_to_be_done_stays_on_the_card_when_only_its_day_is_moved(town: Town) -> None:
    code, body = await followed(town, "04/12/2026, kiểm tra lại độ sáng")
    officer = await opened(town, code)
    await officer.presses("Đặt hạn mới")
    await officer.hears("đến bao giờ", code)
    await officer.says("25/12/2026")
    await body.hears("Chờ cơ quan thực hiện", code, "25/12/2026", "kiểm tra lại độ sáng")


async def test_a_body_that_names_no_day_is_asked_for_it_before_the_office_hears_of_it(town: Town) -> None:
    code, body = await followed(town)
    await body.presses("Báo chưa kịp")
    await body.hears("vì sao chưa kịp", code)
    await body.says("Vẫn chưa có vật tư.", reply_to=body.last["message_id"])
    await body.hears("cả lý do và ngày làm xong")
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'note'")
    words = "Vẫn chưa có vật tư, tuần sau mới xong."
    await body.says(words, reply_to=body.last["message_id"])
    await body.hears("Đã báo Văn phòng Mặt trận", code)
    await town.officer.hears("Cơ quan báo về hạn thực hiện", code, words)


async def test_a_day_may_be_written_with_the_english_name_of_its_month(town: Town) -> None:
    english = PROMISE.replace("10/12/2026", "9 December 2026")
    code, body = await promises(town, english)
    assert "được theo dõi thực hiện đến 09/12/2026" in text_of(town.senior.last)
    await town.senior.presses("✅ Duyệt")
    await body.hears("đã được duyệt để gửi", code, "Hạn thực hiện: 09/12/2026")
    await body.presses("Báo chưa kịp")
    await body.hears("vì sao chưa kịp", code)
    await body.says("Rain all week, done by 11 December", reply_to=body.last["message_id"])
    await body.hears("Đã báo Văn phòng Mặt trận", code)
    await town.officer.hears("Cơ quan báo về hạn thực hiện", code, "done by 11 December")


async def test_a_reply_without_a_day_is_not_sent_to_the_office_before_it_names_one(town: Town) -> None:
    code, body = await followed(town)
    await body.says("Vẫn chưa có vật tư.", reply_to=body.last["message_id"])
    await body.hears("đã làm xong hay chưa", code, "cả lý do và ngày làm xong")
    await body.says("Chưa có vật tư, xong trước 20/12.", reply_to=body.last["message_id"])
    await body.hears("Đã báo Văn phòng Mặt trận", code)
    await town.senior.hears("Cơ quan báo về hạn thực hiện", code, "xong trước 20/12")


async def test_a_closed_petition_that_nobody_follows_up_takes_no_more_words(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    assert "Không làm được" in await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.says("Ngõ 9 cũng mất điện từ hôm qua.")
    offered = await resident.hears("Ông/bà muốn gửi")
    assert code not in offered + "".join(await resident.buttons())


async def test_a_body_that_said_that_it_cannot_make_the_day_is_not_asked_to_say_so_again(town: Town) -> None:
    code, body = await followed(town)
    await body.presses("Báo chưa kịp")
    await body.hears("vì sao chưa kịp", code)
    await body.says("Chờ thiết bị, 20/12/2026 mới xong.", reply_to=body.last["message_id"])
    await body.hears("Đã báo Văn phòng Mặt trận", code)
    await passes(town, 21)
    await body.hears("nhắc việc", code, "đã báo chưa kịp ngày 20/11/2026", without="bấm “Báo chưa kịp”")


async def test_a_reminder_that_goes_out_once_the_day_is_past_does_not_call_itself_one_before_it(
    town: Town,
) -> None:
    code, body = await followed(town)
    await passes(town, 25)
    past = "Hạn thực hiện: 14/12/2026 – ⛔ quá hạn"
    await body.hears("nhắc việc", code, "nhắc về thời hạn", past, without="trước")
