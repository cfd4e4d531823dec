"""The queue in the chat: filters and pages, and officers who share what waits."""

import asyncio
import re
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import text

from desk.audit import verify
from desk.filing import Submission, file
from petitions.roles import Actor
from tests.courses import WORDS, accepted, answered, opened, plain
from tests.handlers.test_roles_in_force import invited
from tests.town import Person, Town

LABEL = "Trực tiếp dân, bàn 2"


async def filed(town: Town, *words: str) -> list[str]:
    """File petitions without the chat; return their codes as people read them, oldest first."""
    codes = []
    for one in words:
        async with town.parts.store.unit() as unit:
            resident = await unit.people.welcome("telegram", str(town.resident.chat), "vi")
            done = await file(unit, town.parts.office, Actor(resident.person), Submission(one))
            codes.append(f"DN-{done.case.code[:4]}-{done.case.code[4:]}")
    await town.rests()
    return codes


async def listed(person: Person, head: str) -> list[str]:
    """Return the codes of the page that a person has just been shown."""
    found: Sequence[str] = re.findall(r"DN-\w{4}-\w{4}", await person.hears(head))
    return list(found)


async def whole(town: Town) -> bool:
    async with town.parts.store.reading(snapshot=True) as unit:
        return (await verify(unit)).faults == ()


async def test_the_queue_is_paged_filtered_and_counted(town: Town) -> None:
    codes = await filed(town, *([WORDS] * 9), "Quán karaoke hát to suốt đêm, không ai ngủ được.")
    officer = town.officer
    await officer.hears(codes[-1])  # what they are told of each is not to come between two lists
    await officer.says("/queue")
    assert await listed(officer, "Chờ bàn tiếp nhận") == codes[:8]
    assert {"🆕 Mới (10)", "🙋 Của tôi (0)", "⛔ Quá hạn (0)"} <= set(await officer.buttons())
    await officer.presses("Sau ›")
    assert await listed(officer, "Chờ bàn tiếp nhận") == codes[8:]
    await officer.presses("‹ Trước")
    assert await listed(officer, "Chờ bàn tiếp nhận") == codes[:8]
    assert "‹ Trước" not in await officer.buttons()
    await officer.presses("Theo lĩnh vực")
    await officer.hears("Chọn lĩnh vực")
    assert "Chiếu sáng (9)" in await officer.buttons()
    await officer.presses("Tiếng ồn (1)")
    assert await listed(officer, "Tiếng ồn") == codes[9:]
    await officer.presses("Theo cơ quan")
    await officer.hears("Chọn cơ quan")
    await officer.presses("Phòng Kinh tế, Hạ tầng")
    assert (await listed(officer, "Đang xử lý, cơ quan"))[0] == codes[0]
    town.clock.move(timedelta(days=30))
    await officer.presses("Bàn tiếp nhận")
    await officer.hears("Chờ bàn tiếp nhận")
    await officer.presses("⛔ Quá hạn (10)")
    assert await listed(officer, "quá lâu nhất") == codes[:8]


async def test_what_waits_for_sign_off_and_what_is_due_soon_have_queues_of_their_own(town: Town) -> None:
    given = await town.files(WORDS)
    await answered(town, given)
    [waits] = await filed(town, WORDS)
    officer = town.officer
    await officer.hears(waits)
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận")
    assert "⏳ Sắp đến hạn (0)" in await officer.buttons()
    await officer.presses("Chờ duyệt (1)")
    assert await listed(officer, "Chờ duyệt trả lời") == [given]
    [row] = await town.query("SELECT due_at FROM petitions WHERE code = :code", code=plain(waits))
    town.clock.move(row.due_at - town.clock() - timedelta(hours=20))
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận", waits)
    await officer.presses("⏳ Sắp đến hạn")
    assert waits in await listed(officer, "Đến hạn trong 2 ngày làm việc")


async def test_a_case_that_is_put_first_comes_first_and_is_done_next(town: Town) -> None:
    first, *_, urgent = await filed(town, WORDS, WORDS, WORDS)
    officer = await opened(town, urgent)
    await officer.presses("Giao, ưu tiên")
    await officer.hears("giao cho ai", urgent)
    await officer.presses("⭐ Ưu tiên")
    await officer.hears(urgent, "⭐ Ưu tiên")
    await officer.says("/queue")
    assert (await listed(officer, "Chờ bàn tiếp nhận"))[0] == urgent
    await opened(town, urgent)
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", urgent)
    await officer.presses("Việc tiếp theo")
    await officer.hears(first, "Loại:", "Người xử lý: ")
    assert await whole(town)


async def test_two_officers_never_get_the_same_case_and_the_slower_one_hears_who_was_quicker(town: Town) -> None:
    one, two = await filed(town, WORDS, WORDS)
    await invited(town, "resident_2", f"triage_officer {LABEL}")
    officer, colleague = town.officer, town.person("resident_2")
    await asyncio.gather(*(person.presses_data(1, "next:22222222") for person in (officer, colleague)))
    cards = [await person.hears("Loại:") for person in (officer, colleague)]
    assert {code for card in cards for code in (one, two) if code in card} == {one, two}
    mine = one if one in cards[0] else two
    version = (await town.query("SELECT entries FROM petitions WHERE code = :code", code=plain(mine)))[0][0]
    await colleague.presses_data(1, f"first:{plain(mine)}:{version}:1")
    await colleague.hears(mine, "⭐ Ưu tiên")
    toast = await officer.presses_data(1, f"refer:{plain(mine)}:{version}")
    assert LABEL in toast
    assert "09:0" in toast
    await officer.hears(mine, "⭐ Ưu tiên")


async def test_a_case_that_something_else_holds_for_a_moment_is_waited_for(town: Town) -> None:
    [code] = await filed(town, WORDS)
    async with town.parts.engine.connect() as elsewhere:
        await elsewhere.execute(text("SELECT 1 FROM petitions FOR UPDATE"))
        asked = asyncio.create_task(town.officer.presses_data(1, "next:22222222"))
        await town.waits_for_locks()
        await elsewhere.rollback()
    await asked
    await town.officer.hears(code, "Loại:", "Người xử lý: ")


async def test_a_case_is_handed_over_and_returns_when_its_officer_leaves(town: Town) -> None:
    [code] = await filed(town, WORDS)
    administrator = await invited(town, "resident_2", f"triage_officer {LABEL}")
    colleague, officer = town.person("resident_2"), await opened(town, code)
    await officer.presses("Giao, ưu tiên")
    await officer.hears("giao cho ai")
    await officer.presses(f"Giao cho {LABEL}")
    await officer.hears(code, f"Người xử lý: {LABEL}")
    await colleague.hears("được giao cho ông/bà", code, "Người giao: Cán bộ tiếp nhận")
    await colleague.says("/queue")
    await colleague.hears(code, LABEL)
    assert "🙋 Của tôi (1)" in await colleague.buttons()
    [grant] = await town.query("SELECT id FROM grants ORDER BY id DESC LIMIT 1")
    await administrator.presses_data(1, f"revoked:{grant.id}")
    await officer.hears("trở lại danh sách chờ")
    assert await town.query("SELECT 1 FROM petitions WHERE officer_id IS NULL")
    await officer.presses_data(1, "next:22222222")
    await officer.hears(code, "Người xử lý: ")
    assert await whole(town)


async def test_whoever_has_a_case_hears_that_a_colleague_takes_it_over_or_puts_it_back(town: Town) -> None:
    [code] = await filed(town, WORDS)
    await invited(town, "resident_2", f"triage_officer {LABEL}")
    colleague, officer = town.person("resident_2"), await opened(town, code)
    await colleague.presses_data(1, f"open:{plain(code)}")
    await colleague.hears("Người xử lý: Cán bộ tiếp nhận")
    await colleague.presses("Giao, ưu tiên")
    await colleague.hears("giao cho ai", "Người xử lý: Cán bộ tiếp nhận")
    await colleague.presses("Tôi nhận")
    await officer.hears(code, f"nay do {LABEL} xử lý thay ông/bà")
    await officer.presses("Mở phiếu")
    await officer.hears(code, f"Người xử lý: {LABEL}")
    await officer.presses("Giao, ưu tiên")
    await officer.hears("giao cho ai")
    await officer.presses("Trả về danh sách chờ")
    await colleague.hears("Cán bộ tiếp nhận", code, "về danh sách chờ")


async def test_whoever_has_a_case_hears_what_a_colleague_decides_about_it_and_nothing_of_own_decisions(
    town: Town,
) -> None:
    [code] = await filed(town, WORDS)
    await invited(town, "resident_2", f"triage_officer {LABEL}")
    colleague, officer = town.person("resident_2"), await opened(town, code)
    await colleague.presses_data(1, f"open:{plain(code)}")
    await colleague.hears("Người xử lý: Cán bộ tiếp nhận")
    await colleague.presses("Hỏi người dân")
    await colleague.hears("viết câu hỏi")
    await colleague.says("Cột đèn số mấy bị hỏng?")
    await colleague.hears("Đã ghi nhận câu hỏi", code)
    town.clock.move(timedelta(minutes=2))
    await officer.hears(code, f"{LABEL} đã hỏi người dân")
    await officer.presses("Mở phiếu")
    await officer.hears(code, "Người xử lý: Cán bộ tiếp nhận")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    town.clock.move(timedelta(minutes=2))
    await town.body.hears(code)
    assert not any("đã chuyển kiến nghị" in said for said in await officer.screen())


async def test_the_desk_calls_somebody_by_the_name_given_there_and_notes_are_signed(town: Town) -> None:
    [code] = await filed(town, WORDS)
    await invited(town, "resident_2", f"triage_officer {LABEL}")
    await invited(town, "resident_2", "denunciation_keeper Văn thư")
    colleague = town.person("resident_2")
    await colleague.presses_data(1, f"open:{plain(code)}")
    await colleague.hears("Loại:")
    await colleague.presses("Ghi chú")
    await colleague.hears("ghi chú nội bộ")
    await colleague.says("Đã gọi tổ dân phố, đèn hỏng thật.")
    await colleague.hears("Đã ghi chú")
    officer = town.officer
    await officer.presses_data(1, f"open:{plain(code)}")
    await officer.hears("Đã gọi tổ dân phố", f"{LABEL}, 09:0", f"Người xử lý: {LABEL}")
    await officer.presses("Giao, ưu tiên")
    await officer.hears("giao cho ai", f"Người xử lý: {LABEL}")


async def test_reclassifying_shows_what_stands_now(town: Town) -> None:
    [code] = await filed(town, WORDS)
    officer = await opened(town, code)
    await officer.presses("Đổi phân loại")
    await officer.hears("muốn đổi gì", "Loại: Phản ánh", "Lĩnh vực: Chiếu sáng", "Cơ quan: Phòng Kinh tế")
    await officer.presses("Lĩnh vực")
    await officer.hears("chọn lĩnh vực", "Hiện nay: Chiếu sáng")
    assert "✓ Chiếu sáng" in await officer.buttons()


async def test_what_is_past_its_date_is_marked_in_lists_and_on_the_cards_of_office_and_body(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    assert "quá hạn" not in officer.last["text"]
    body = await accepted(town, code)
    town.clock.move(timedelta(days=40))
    await officer.says("/queue")
    await officer.hears("Chờ bàn tiếp nhận")
    await officer.presses("Theo cơ quan")
    await officer.hears("Chọn cơ quan")
    await officer.presses("Phòng Kinh tế")
    await officer.hears(code, "Hạn: 14/12/2026 – ⛔ quá hạn")
    await officer.presses(code)
    card = await officer.hears("Quá hạn 16 ngày", code)
    assert card.count("14/12/2026") == 1, "the date itself stands there once"
    await body.says("/tasks")
    await body.hears(code, "Hạn: 14/12/2026 – ⛔ quá hạn")
    await body.presses(code)
    card = await body.hears("Quá hạn 16 ngày", code)
    assert card.count("14/12/2026") == 1


async def test_what_waits_for_a_signature_comes_next_for_whoever_signs_off(town: Town) -> None:
    first, second = await filed(town, WORDS, WORDS)
    await answered(town, first)
    senior = await answered(town, second)
    await senior.presses("✅ Duyệt")
    await senior.hears("Đã duyệt", second)
    await senior.presses("Việc tiếp theo")
    await senior.hears(first, "Loại:")
    await senior.presses("✅ Duyệt")
    await senior.hears("Đã duyệt", first)
    await senior.presses("Việc tiếp theo")
    await senior.hears("Không còn việc nào")
