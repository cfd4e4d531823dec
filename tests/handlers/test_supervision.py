"""Supervision: a body is reminded by itself before the date, urged by letter only when signed, reported above."""

from datetime import timedelta

from desk import answering, triage
from desk.audit import verify
from desk.perform import Doing
from petitions.roles import Actor, Grant, Role
from tests.courses import WORDS, opened, plain, referred
from tests.handlers.test_queues import filed, listed
from tests.town import Person, Town


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
    reminded = await body.hears(
        "nhắc việc", code, "Kính gửi: Phòng Kinh tế", "Chiếu sáng", "nhắc trước khi đến hạn"
    )
    assert reminded.count("Phòng Kinh tế") == 1, "the lead is named once"
    await passes(town, 6)
    draft = await town.senior.hears("Dự thảo đôn đốc", code, "đôn đốc lần 1")
    assert "Nơi nhận: Phòng Kinh tế" in draft
    assert "Hạn giải quyết: 14/12/2026 – ⛔ quá hạn" in draft
    await town.officer.hears("Dự thảo đôn đốc", code)
    assert "Ký, gửi" not in "".join(await town.officer.buttons())
    assert not any("đôn đốc lần 1" in said for said in await body.screen())
    await town.senior.presses("Ký, gửi đôn đốc")
    await town.senior.hears("Đã ký đôn đốc", code)
    await body.hears("công văn đôn đốc", code, "Kính gửi: Phòng Kinh tế", "đôn đốc lần 1")
    assert await body.buttons() == ["Mở phiếu"]
    [row] = await town.query("SELECT entries FROM petitions")
    assert "Không có dự thảo" in await town.senior.presses_data(1, f"urge:{plain(code)}:{row.entries}")
    await town.officer.says("/board")
    assert "đôn đốc lần 1" in await town.officer.hears("Quá hạn", code, "hạn 14/12/2026")
    await town.resident.says(f"/status {code}")
    await town.resident.hears("Văn phòng Mặt trận đôn đốc", code)
    await town.resident.says("/board")
    await town.resident.hears("không có quyền")
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_the_board_is_turned_page_by_page_the_longest_overdue_first(town: Town) -> None:
    codes, office = await filed(town, *([WORDS] * 12)), town.parts.office
    bodies = (Grant(Role.BODY_OFFICER, one.code) for one in office.programme.bodies)
    actor = Actor(None, frozenset({Grant(Role.TRIAGE), *bodies}))
    for code in codes:
        async with town.parts.store.unit() as unit:
            await triage.refer(unit, office, Doing(actor, plain(code)))
            await answering.accept(unit, office, Doing(actor, plain(code)))
        town.clock.move(timedelta(hours=1))
    town.clock.move(timedelta(days=30))
    await town.officer.says("/board")
    assert await listed(town.officer, "quá hạn lâu nhất") == codes[:10]
    await town.officer.presses("Sau ›")
    assert await listed(town.officer, "quá hạn lâu nhất") == codes[10:]
    await town.officer.presses("‹ Trước")
    assert await listed(town.officer, "quá hạn lâu nhất") == codes[:10]
    assert "‹ Trước" not in await town.officer.buttons()


async def test_the_body_that_is_late_longest_comes_first_on_the_board(town: Town) -> None:
    codes, office = await filed(town, "Hàng rong chiếm hết vỉa hè trước cổng chợ.", WORDS), town.parts.office
    bodies = (Grant(Role.BODY_OFFICER, one.code) for one in office.programme.bodies)
    actor = Actor(None, frozenset({Grant(Role.TRIAGE), *bodies}))
    for code in codes:
        async with town.parts.store.unit() as unit:
            await triage.refer(unit, office, Doing(actor, plain(code)))
            await answering.accept(unit, office, Doing(actor, plain(code)))
        town.clock.move(timedelta(days=3))
    town.clock.move(timedelta(days=30))
    await town.officer.says("/board")
    board = await town.officer.hears("quá hạn lâu nhất", *codes)
    assert board.index("Công an phường") < board.index(codes[0]) < board.index("Phòng Kinh tế")


async def test_what_is_reported_above_goes_with_its_dossier_and_can_still_be_answered(town: Town) -> None:
    code = await town.files(WORDS)
    body = await late(town, code, 40)
    await opened(town, code)
    senior = town.senior
    await senior.presses_data(1, f"card:{plain(code)}")
    await senior.hears(code, "Loại:")
    await senior.presses("Báo cáo cấp trên")
    await senior.hears("báo cáo tới đâu", "không hoàn tác được")
    await senior.presses("Cơ quan cấp trên")
    dossier = await senior.hears("Hồ sơ kiến nghị", code, "Kính gửi: Ủy ban nhân dân Thành phố", WORDS)
    assert "👤" not in dossier
    assert "Quá hạn" in dossier
    await town.resident.hears("báo cáo lên cấp có thẩm quyền cao hơn")
    await body.presses_data(1, f"task:{plain(code)}")
    await body.hears(code, "Nội dung")
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
