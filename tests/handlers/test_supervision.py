"""Supervision: a body is reminded by itself before the date, urged by letter only when signed, reported above."""

from datetime import timedelta

from desk import answering, triage
from desk.audit import verify
from desk.perform import Doing
from petitions.roles import Actor, Grant, Role
from tests.courses import WORDS, accepted, adding, asking, invited, opened, plain, referred, reported_above, signed
from tests.handlers.test_queues import filed, listed
from tests.town import Person, Town, text_of


async def late(town: Town, code: str, days: int) -> Person:
    """Let the body accept, and so many days pass; return its officer."""
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn giải quyết: 14/12/2026")
    await passes(town, days)
    return body


async def passes(town: Town, days: int) -> None:
    """Let days pass with the housekeeping of a minute at their end."""
    town.clock.move(timedelta(days=days))
    await town.keep_house()
    await town.keep_house()
    await town.rests()


async def test_a_reminder_is_sent_by_itself_before_the_date_and_a_letter_only_when_it_is_signed(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await late(town, code, 20)
    reminded = await body.hears("nhắc việc", code, "Kính gửi: Phòng Kinh tế", "Chiếu sáng", "nhắc về thời hạn")
    assert reminded.count("Phòng Kinh tế") == 1, "the lead is named once"
    await passes(town, 6)
    draft = await town.senior.hears("Dự thảo đôn đốc", code, "Mặt trận đôn đốc")
    assert "Nơi nhận: Phòng Kinh tế" in draft
    assert "Hạn giải quyết: 14/12/2026 – ⛔ quá hạn" in draft
    await town.officer.hears("Dự thảo đôn đốc", code)
    assert "Ký, gửi" not in "".join(await town.officer.buttons())
    assert not any("Mặt trận đôn đốc" in said for said in await body.screen())
    await town.senior.presses("Ký, gửi đôn đốc")
    await town.senior.hears("Đã ký đôn đốc", code)
    await body.hears("công văn đôn đốc", code, "Kính gửi: Phòng Kinh tế", "Mặt trận đôn đốc")
    assert await body.buttons() == ["Mở phiếu"]
    [row] = await town.query("SELECT entries FROM petitions")
    assert "Không có dự thảo" in await town.senior.presses_data(1, f"urge:{plain(code)}:{row.entries}")
    await town.senior.hears("Loại:", code)
    await town.officer.says("/board")
    assert "(đôn đốc giải quyết)" in await town.officer.hears("Quá hạn", code, "hạn 14/12/2026")
    await town.resident.says(f"/status {code}")
    await town.resident.hears("Văn phòng Mặt trận đôn đốc", code)
    await town.resident.says("/board")
    await town.resident.hears("không có quyền")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_a_reminder_that_goes_out_once_the_date_is_past_does_not_call_itself_one_before_it(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await late(town, code, 25)
    past = "Hạn giải quyết: 14/12/2026 – ⛔ quá hạn"
    await body.hears("nhắc việc", code, "Văn phòng Mặt trận nhắc về thời hạn.", past, without="trước")
    await town.officer.says("/board")
    await town.officer.hears("Quá hạn", code, "hạn 14/12/2026 (nhắc về thời hạn)")
    await reported_above(town, code)
    assert "15/12/2026: nhắc về thời hạn" in text_of(town.senior.last)


async def test_the_same_is_said_in_english_to_an_officer_of_a_body_without_a_group(town: Town) -> None:
    code = await town.files(WORDS)
    police = await invited(town, "resident_2", "body_officer ward_police")
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:body:ward_police")
    await officer.hears(code, "Công an phường")
    await officer.presses("Xác nhận và chuyển")
    await police.hears(code, "Chờ cơ quan tiếp nhận")
    await police.presses("Tiếp nhận")
    await police.hears(code, "Hạn giải quyết: 14/12/2026")
    await police.says("/language")
    await police.hears("Switched to English")
    await passes(town, 25)
    await police.hears(
        "office: reminder of the date.", code, "Answer due: 14 Dec 2026 – ⛔ overdue", without="before"
    )


async def test_who_waits_for_more_time_is_not_asked_again_why_and_whoever_urges_reads_that_it_is_undecided(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await asking(town, code, "10 ngày, chờ đơn vị thi công")
    await body.hears("Đã đề nghị gia hạn", code)
    await passes(town, 20)
    reminded = await body.hears("nhắc việc", code, "đã đề nghị gia hạn ngày 20/11/2026, chưa được quyết định")
    assert "cho biết lý do" not in reminded
    await town.senior.hears("đề nghị gia hạn", code, "ngày 20/11/2026, chưa được quyết định")
    await passes(town, 6)
    draft = await town.senior.hears("Dự thảo đôn đốc", code, "Xin quyết định trước khi ký")
    assert "đã đề nghị gia hạn ngày 20/11/2026" in draft
    assert "cho biết lý do" not in draft
    await town.officer.says("/board")
    await town.officer.hears("Quá hạn", code, "đề nghị gia hạn ngày 20/11/2026, chưa quyết định")
    await town.senior.presses("Ký, gửi đôn đốc")
    await body.hears("công văn đôn đốc", code, "đã đề nghị gia hạn ngày 20/11/2026")
    await town.senior.presses_data(1, f"open:{plain(code)}")
    await town.senior.hears("Loại:", code)
    await town.senior.presses("Không gia hạn")
    await town.senior.hears("vì sao không gia hạn")
    await town.senior.says("Đã quá hạn.")
    await town.senior.hears("không gia hạn", code)
    await town.officer.says("/board")
    assert "đề nghị" not in await town.officer.hears("Quá hạn", code)


async def test_a_body_that_has_not_accepted_reads_until_when_it_is_to_in_its_tasks_and_in_the_reminder(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.says("/tasks")
    tasks = await body.hears("1 việc", code)
    assert tasks.endswith("Hạn tiếp nhận: 25/11/2026")
    await passes(town, 6)
    late = "Hạn tiếp nhận hoặc chuyển trả: 25/11/2026 – ⛔ quá hạn"
    await body.hears("nhắc việc", code, late, "Xin cơ quan tiếp nhận")
    await body.says("/tasks")
    await body.hears("1 việc", code, "Hạn tiếp nhận: 25/11/2026 – ⛔ quá hạn")


async def test_a_body_that_never_accepts_is_reminded_again_and_urged_and_stands_on_the_board(town: Town) -> None:
    code = await town.files(WORDS)
    body, officer, senior = await referred(town, code), town.officer, town.senior
    await officer.says("/board")
    await officer.hears("sắp đến hạn", code, "chưa tiếp nhận, hạn tiếp nhận 25/11/2026 (chưa đôn đốc)")
    await passes(town, 6)
    await body.hears("nhắc việc", code, "nhắc cơ quan tiếp nhận")
    told = await officer.hears("cơ quan chưa tiếp nhận", code, "Hạn tiếp nhận hoặc chuyển trả: 25/11/2026")
    assert "⛔ quá hạn" in told
    assert await officer.buttons() == ["Mở phiếu", "Lấy lại từ cơ quan"]
    await officer.says("/board")
    await officer.hears("Quá hạn", code, "chưa tiếp nhận, quá hạn từ 25/11/2026 (nhắc cơ quan tiếp nhận)")
    await passes(town, 5)
    await body.hears("nhắc việc", code, "nhắc cơ quan tiếp nhận")
    await passes(town, 3)
    draft = await senior.hears("Dự thảo đôn đốc", code, "đôn đốc tiếp nhận", "Xin cơ quan tiếp nhận")
    assert "Nơi nhận: Phòng Kinh tế" in draft
    await senior.presses("Ký, gửi đôn đốc")
    await body.hears("công văn đôn đốc", code, "đôn đốc tiếp nhận")
    await passes(town, 5)
    again = await senior.hears("Dự thảo đôn đốc", code, "Nơi nhận: Ủy ban nhân dân phường")
    await senior.presses("Mở phiếu")
    await senior.hears(
        code,
        "📝 Chờ ký: công văn đôn đốc (đôn đốc tiếp nhận)",
        "Nơi nhận: Phòng Kinh tế, Hạ tầng và Đô thị phường; Ủy ban nhân dân phường",
    )
    assert "✍️ Ký, gửi đôn đốc" in await senior.buttons()
    assert "Đã đôn đốc trước đó: 04/12/2026" in again
    assert "Đã đôn đốc" not in draft
    assert len([said for said in await officer.screen() if "cơ quan chưa tiếp nhận" in said]) == 1
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def with_the_police(town: Town, code: str) -> Person:
    """Refer a petition to a body that has nobody on Telegram; return the officer."""
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:body:ward_police")
    await officer.hears(code, "Công an phường")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("chưa có nhóm hay cán bộ nào trên Telegram", code)
    return officer


async def test_of_a_body_that_nothing_reaches_the_office_is_told_at_every_reminder_to_send_it_on_paper(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    officer, senior = await with_the_police(town, code), town.senior
    await (await adding(town, code, "Sáng nay lại thêm một bóng hỏng.")).presses("✅ Gửi")
    added = await officer.hears("Xin gửi bằng văn bản", "Người dân bổ sung", "Sáng nay lại thêm một bóng hỏng.")
    assert "Công an phường" in added
    await passes(town, 6)
    note = await officer.hears("Xin gửi bằng văn bản", "nhắc việc", "Kính gửi: Công an phường", code)
    assert "chưa tới được ai" in note
    assert "được nhắc và đôn đốc tiếp" not in await officer.hears(
        "cơ quan chưa tiếp nhận", code, "Xin nhắc bằng văn bản"
    )
    await officer.says("/board")
    await officer.hears("Công an phường", "chưa có nhóm hay cán bộ nào trên Telegram", code)
    await passes(town, 8)
    await senior.hears("Dự thảo đôn đốc", code, "Nơi nhận: Công an phường", "gửi công văn bằng bản giấy")
    await senior.presses("Ký, gửi đôn đốc")
    await senior.hears("Đã ký đôn đốc", code, "Công an phường chưa có nhóm hay cán bộ nào", "bằng bản giấy")
    await officer.hears("Xin gửi bằng văn bản", "công văn đôn đốc", "Kính gửi: Công an phường")
    await senior.presses_data(1, f"card:{plain(code)}")
    await senior.hears(code, "Loại:")
    await senior.presses("Báo cáo cấp trên")
    await senior.hears("báo cáo tới đâu")
    await senior.presses("Ủy ban nhân dân Thành phố")
    await senior.hears("Hồ sơ kiến nghị", "đôn đốc tiếp nhận (bằng văn bản, vì cơ quan chưa có trên Telegram)")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_the_day_by_which_a_body_is_to_accept_is_its_own_until_the_office_closes(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    officer = town.officer
    town.clock.move(timedelta(days=5, hours=7, minutes=30))  # 16:30 of 25/11
    await town.keep_house()
    await officer.says("/overview")
    await officer.hears("không việc nào quá hạn", "1 việc đến hạn")
    assert not [said for said in await officer.screen() if "cơ quan chưa tiếp nhận" in said]
    town.clock.move(timedelta(hours=1))
    await town.keep_house()
    await officer.hears("cơ quan chưa tiếp nhận", code, "25/11/2026", "⛔ quá hạn")


async def test_who_is_told_that_a_body_has_not_accepted_takes_it_back_with_the_letter(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    await passes(town, 6)
    await town.officer.hears("cơ quan chưa tiếp nhận", code)
    await town.officer.presses("Lấy lại từ cơ quan")
    await town.officer.hears("Đã lấy lại", code)


async def test_a_draft_to_accept_is_not_sent_to_a_body_that_has_accepted_meanwhile(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await passes(town, 14)
    await town.senior.hears("Dự thảo đôn đốc", code, "đôn đốc tiếp nhận")
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn giải quyết")
    [row] = await town.query("SELECT entries FROM petitions")
    assert "Không có dự thảo" in await town.senior.presses_data(1, f"urge:{plain(code)}:{row.entries}")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_a_reminder_makes_no_button_of_the_bodys_card_old(town: Town) -> None:
    code = await town.files(WORDS)
    body = await late(town, code, 20)
    await body.hears("nhắc việc", code)
    await passes(town, 6)
    await town.senior.hears("Dự thảo đôn đốc", code)
    await town.senior.presses("Ký, gửi đôn đốc")
    await body.hears("công văn đôn đốc", code)
    assert not await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì", code)


async def overdue(town: Town, codes: list[str], apart: timedelta) -> None:
    """Let bodies accept petitions, one this much after the other, and be late with each."""
    office = town.parts.office
    bodies = (Grant(Role.BODY_OFFICER, one.code) for one in office.programme.bodies)
    actor = Actor(None, frozenset({Grant(Role.TRIAGE), *bodies}))
    for code in codes:
        async with town.parts.store.unit() as unit:
            await triage.refer(unit, office, Doing(actor, plain(code)))
            await answering.accept(unit, office, Doing(actor, plain(code)))
        town.clock.move(apart)
    town.clock.move(timedelta(days=30))


async def test_the_board_is_turned_page_by_page_the_longest_overdue_first(town: Town) -> None:
    codes = await filed(town, *([WORDS] * 12))
    await overdue(town, codes, timedelta(hours=1))
    await town.officer.says("/board")
    assert await listed(town.officer, "quá hạn lâu nhất") == codes[:10]
    await town.officer.presses("Sau ›")
    assert await listed(town.officer, "quá hạn lâu nhất") == codes[10:]
    await town.officer.presses("‹ Trước")
    assert await listed(town.officer, "quá hạn lâu nhất") == codes[:10]
    assert "‹ Trước" not in await town.officer.buttons()


async def test_the_body_that_is_late_longest_comes_first_on_the_board(town: Town) -> None:
    codes = await filed(town, "Hàng rong chiếm hết vỉa hè trước cổng chợ.", WORDS)
    await overdue(town, codes, timedelta(days=3))
    await town.officer.says("/board")
    board = await town.officer.hears("quá hạn lâu nhất", *codes)
    assert board.index("Công an phường") < board.index(codes[0]) < board.index("Phòng Kinh tế")


async def test_what_a_body_never_accepted_is_reported_above_with_the_date_that_it_missed(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await passes(town, 7)
    await town.senior.presses_data(1, f"card:{plain(code)}")
    await town.senior.hears(code, "Loại:")
    await town.senior.presses("Báo cáo cấp trên")
    await town.senior.hears("báo cáo tới đâu")
    await town.senior.presses("Ủy ban nhân dân Thành phố")
    missed = "Hạn tiếp nhận hoặc chuyển trả: 25/11/2026"
    await town.senior.hears(
        "Hồ sơ kiến nghị", "• Ngày 20/11/2026: chuyển Phòng Kinh tế", "⛔", missed, "nhắc cơ quan tiếp nhận"
    )
    await body.presses_data(1, f"task:{plain(code)}")
    said = await body.hears(code, "⛔", missed, "Đã báo cáo cấp trên, vẫn chờ cơ quan tiếp nhận")
    assert "thẩm quyền" not in said
    assert await body.buttons() == ["✅ Tiếp nhận"]


async def test_what_is_reported_above_goes_with_its_dossier_and_can_still_be_answered(town: Town) -> None:
    code = await town.files(WORDS)
    body = await late(town, code, 40)
    await opened(town, code)
    senior = town.senior
    await senior.presses_data(1, f"card:{plain(code)}")
    await senior.hears(code, "Loại:")
    await senior.presses("Báo cáo cấp trên")
    await senior.hears("báo cáo tới đâu", "không hoàn tác được")
    ways = (await senior.buttons())[:-1]
    assert ways == ["Thường trực Hội đồng nhân dân phường", "Ủy ban nhân dân Thành phố Hà Nội"], "each body once"
    await senior.presses("Ủy ban nhân dân Thành phố")
    dossier = await senior.hears("Hồ sơ kiến nghị", code, "Kính gửi: Ủy ban nhân dân Thành phố", WORDS)
    assert "👤" not in dossier
    assert "Quá hạn" in dossier
    await town.resident.hears("báo cáo lên cấp có thẩm quyền cao hơn")
    await body.presses_data(1, f"task:{plain(code)}")
    await body.hears(code, "Nội dung")
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")


async def test_the_dossier_of_what_was_reopened_tells_its_course_from_the_first_day(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await passes(town, 1)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    await passes(town, 20)
    senior = town.senior
    await senior.presses_data(1, f"card:{plain(code)}")
    await senior.hears(code, "Loại:")
    await senior.presses("Báo cáo cấp trên")
    await senior.hears("báo cáo tới đâu")
    await senior.presses("Thường trực Hội đồng nhân dân")
    await senior.hears(
        "Hồ sơ kiến nghị",
        "• Ngày 20/11/2026: chuyển Phòng Kinh tế, Hạ tầng và Đô thị phường giải quyết",
        "• Ngày 20/11/2026: Phòng Kinh tế, Hạ tầng và Đô thị phường trả lời (đã giải quyết)",
        "• Ngày 20/11/2026: câu trả lời được duyệt, gửi người dân (đã giải quyết)",
        "• Ngày 21/11/2026: mở lại, vì người gửi cho biết chưa giải quyết xong",
    )


async def test_what_goes_to_offices_on_paper_is_in_vietnamese_whoever_sends_it(town: Town) -> None:
    code = await town.files(WORDS)
    officer, senior = await with_the_police(town, code), town.senior
    for person in (officer, senior):
        await person.says("/language")
        await person.hears("Switched to English")
    await passes(town, 6)
    await officer.hears("send this on paper", "Kính gửi: Công an phường", "Xin cơ quan tiếp nhận", code)
    await senior.presses_data(1, f"card:{plain(code)}")
    await senior.hears(code, "Street lighting")
    await senior.presses("Report above")
    await senior.hears("to whom", code)
    await senior.presses("Hà Nội People's Committee")
    dossier = await senior.hears("Hồ sơ kiến nghị", code, "Kính gửi: Ủy ban nhân dân Thành phố", WORDS)
    assert ": chuyển Công an phường giải quyết" in dossier
    assert "in Vietnamese" in "".join(await senior.screen())


async def test_what_was_reported_above_is_referred_again_by_a_button_that_says_so(town: Town) -> None:
    code = await town.files(WORDS)
    await accepted(town, code)
    await reported_above(town, code)
    officer = await opened(town, code)
    assert not [label for label in await officer.buttons() if "Xác nhận và chuyển" in label]
    await officer.presses("Chuyển lại cơ quan, tính hạn mới")
    await officer.hears("Đã chuyển", code)
    assert "mở lại" not in await town.resident.hears("đã được chuyển tới", code)
