"""Neighbours report one matter: the second joins the first, officers merge and split, what comes back is told."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.audit import verify
from tests.courses import given, leaves_the_rest, opened, plain, referred, signed
from tests.handlers.test_counter import begins
from tests.handlers.test_unanswered import asked, later
from tests.town import Town, code_in, text_of

HOLE = "Nắp cống trước số nhà 15 ngõ 20 Xuân Thủy bị mất, tôi là Hiền mất ngủ cả tuần."
SAME = "cai ho ga ngay so nha 15 ngo 20 xuan thuy trong hoac, hom qua co nguoi thut chan"
ELSEWHERE = "Nắp cống trước số nhà 47 ngõ 20 Xuân Thủy bị mất, tối đi rất nguy hiểm."
LAMP = "Đèn đường ngõ 9 Trần Thái Tông trước số nhà 7 hỏng tối om."
RUBBISH = "bãi rác chợ Nghĩa Tân trước số nhà 3 ngõ 5 rác thải ùn đống, thu gom rác chậm."
SEVERAL = (
    "Đèn đường ngõ 20 Xuân Thủy hỏng tối om. Ngoài ra, bãi rác chợ Nghĩa Tân rác thải ùn đống, thu gom rác chậm."
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


async def faults(town: Town) -> tuple[str, ...]:
    async with town.parts.store.reading(snapshot=True) as unit:
        return (await verify(unit)).faults


async def test_a_neighbour_joins_with_one_tap_is_told_of_each_change_and_reads_nobodys_words(town: Town) -> None:
    code = await town.files(HOLE)
    neighbour = await town.previews(SAME, "resident_2")
    assert "1 người" in neighbour.last["text"]
    assert "(số nhà 15, ngõ 20)" in neighbour.last["text"]
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", code)
    assert len(await town.query("SELECT 1 FROM petitions")) == 1
    await signed(town, code)
    told = await neighbour.hears("đang theo dõi", code, "đã thay bóng đèn mới")
    assert "Hiền" not in told
    assert sum("đang theo dõi" in said for said in await neighbour.screen()) >= 4
    await neighbour.says(f"/status {code}")
    timeline = await neighbour.hears("Kiến nghị", code, "Người gửi nộp kiến nghị")
    assert "Hiền" not in timeline
    assert "đã thay bóng đèn mới" in timeline
    await neighbour.says("/status")
    await neighbour.hears("đang theo dõi", code)
    await town.resident.presses("Chưa giải quyết")
    await neighbour.hears("đang theo dõi", code, "Mở lại, giao lại cho Phòng Kinh tế", "Hạn giải quyết")
    assert any("Người gửi cho biết chưa giải quyết xong" in said for said in await neighbour.screen())
    await town.body.hears("chờ cơ quan trả lời lại", code)
    await town.resident.is_told()
    await given(town, code)
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    await town.resident.presses("Đã giải quyết xong")
    await neighbour.hears("đang theo dõi", code, "Kết thúc – đã có trả lời")
    assert not any("Hiền" in said for said in await neighbour.screen())


async def test_what_both_name_of_a_place_is_written_as_one_writes_it(town: Town) -> None:
    await town.files("Thang máy tòa B ngõ 20 Xuân Thủy hỏng cả tuần, người già phải leo bộ.")
    neighbour = await town.previews("thang may toa b ngo 20 xuan thuy hong ca tuan nay", "resident_2")
    assert "(tòa B, ngõ 20)" in neighbour.last["text"]


async def test_whoever_leaves_hears_no_more_and_can_file_a_petition_of_their_own(town: Town) -> None:
    code = await town.files(HOLE)
    neighbour = await town.previews(SAME, "resident_2")
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", code)
    await neighbour.presses_data(1, f"leave:{plain(code)}")
    await neighbour.hears("thôi theo dõi", code)
    assert "không theo dõi" in await neighbour.presses_data(1, f"leave:{plain(code)}")
    await opened(town, code)
    await town.resident.hears("đang xem xét", code)
    assert not any("đang theo dõi:" in said for said in await neighbour.screen())
    await town.previews(SAME, "resident_2")
    assert [label for label in await neighbour.buttons() if "Gửi" in label] == ["✅ Gửi riêng: đây là việc khác"]
    assert "bấm “Gửi”" not in neighbour.last["text"], "what sends says here that it is another matter"
    await neighbour.presses("✅ Gửi riêng")
    assert code_in(await neighbour.hears("Giấy biên nhận")) != code


async def test_each_of_several_matters_may_be_joined_and_the_others_go_on(town: Town) -> None:
    lamp, rubbish = await town.files(LAMP), await town.files(RUBBISH)
    neighbour = await town.previews(f"{LAMP} Ngoài ra, {RUBBISH}", "resident_2")
    await neighbour.presses("Gửi riêng từng việc")
    await neighbour.hears("xem lại trước khi gửi", "ngõ 9", "còn 1 việc")
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", lamp)
    await neighbour.hears("xem lại trước khi gửi", "rác", "1 người")
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", rubbish)
    assert len(await town.query("SELECT 1 FROM followers")) == 2


async def test_a_matter_sent_by_itself_leaves_the_receipt_and_the_next_has_its_neighbours(
    town: Town,
) -> None:
    await town.files(RUBBISH)
    neighbour = await town.previews(f"{LAMP} Ngoài ra, {RUBBISH}", "resident_2")
    await neighbour.presses("Gửi riêng từng việc")
    await neighbour.hears("xem lại trước khi gửi", "còn 1 việc")
    await neighbour.presses("✅ Gửi")
    assert "Tham gia" not in await neighbour.hears("Giấy biên nhận")
    await neighbour.hears("xem lại trước khi gửi", "1 người")
    assert "Tham gia" in " ".join(await neighbour.buttons())


async def test_at_the_counter_nobody_is_offered_to_join(town: Town) -> None:
    await town.files(HOLE)
    officer = town.officer
    await begins(officer)
    await officer.says(SAME)
    await officer.hears("Bước 2/5")
    await leaves_the_rest(officer)
    await officer.hears("Bước 5/5")
    await officer.presses("Không có cách liên hệ")
    await officer.hears("xem lại trước khi gửi")
    assert "Tham gia" not in " ".join(await officer.buttons())


async def test_another_house_is_another_matter_and_nobody_is_offered_to_join(town: Town) -> None:
    await town.files(HOLE)
    neighbour = await town.previews(ELSEWHERE, "resident_2")
    assert "Tham gia" not in " ".join(await neighbour.buttons())


async def test_a_forged_press_joins_nothing(town: Town) -> None:
    code = await town.files(HOLE)
    neighbour = await town.previews(ELSEWHERE, "resident_2")
    assert "đã cũ" in await neighbour.presses_data(1, f"join:{plain(code)}")
    assert not await town.query("SELECT 1 FROM followers")


async def test_what_says_where_a_petition_is_stands_nowhere_in_clear_and_goes_with_its_words(town: Town) -> None:
    code = await town.files(HOLE)
    keys = [row.key for row in await town.query("SELECT key FROM place_keys")]
    assert keys
    assert {len(key) for key in keys} == {32}
    resident = town.resident
    await resident.presses_data(1, f"withdrawn:{plain(code)}")
    await resident.presses_data(1, f"erased:{plain(code)}")
    assert not await town.query("SELECT 1 FROM place_keys")
    assert await faults(town) == ()


async def test_an_officer_merges_what_is_proposed_and_the_author_follows_the_other_petition(town: Town) -> None:
    first = await town.files(HOLE)
    neighbour = await town.previews(SAME, "resident_2")
    await neighbour.presses("✅ Gửi riêng")
    second = code_in(await neighbour.hears("Giấy biên nhận"))
    officer = await opened(town, second)
    assert "Có thể cùng một việc với" in officer.last["text"]
    await officer.presses("Gộp")
    await officer.hears("vào kiến nghị nào", first)
    await officer.presses(f"Gộp vào {first}")
    await officer.hears(f"Gộp {second} vào kiến nghị dưới đây?", first, HOLE)
    assert not await town.query("SELECT 1 FROM petitions WHERE status = 'merged'")
    await officer.presses(f"Gộp vào {first}")
    await officer.hears("Đã gộp", second, first)
    assert "Việc tiếp theo ›" in await officer.buttons()
    await neighbour.hears("được gộp vào", first)
    await neighbour.says(f"/status {second}")
    await neighbour.hears("Gộp với kiến nghị cùng nội dung", first)
    await opened(town, first)
    assert "1 người khác cùng theo dõi" in officer.last["text"]
    await neighbour.hears("đang theo dõi", first)
    assert await faults(town) == ()
    assert "vào chính nó" in await officer.presses_data(1, f"mergeinto:{plain(first)}:99:{plain(first)}")
    seen = (await town.query("SELECT entries FROM petitions ORDER BY id"))[0][0]
    circle = f"mergeinto:{plain(first)}:{seen}:{plain(second)}"
    assert "không thể gộp ngược lại" in await officer.presses_data(1, circle)
    again = await officer.presses_data(1, f"mergeinto:{plain(second)}:1:{plain(first)}")
    assert "đã có việc mới" in again


async def test_the_note_on_a_petition_stands_there_also_after_another_was_merged_into_it(town: Town) -> None:
    first = await town.files(HOLE)
    officer = await opened(town, first)
    [row] = await town.query("SELECT entries FROM petitions")
    await officer.presses_data(1, f"note:{plain(first)}:{row.entries}")
    await officer.hears("ghi chú nội bộ", first)
    await officer.says("Đã gọi tổ trưởng tổ 5.")
    await officer.hears("Đã ghi chú", first)
    neighbour = await town.previews(SAME, "resident_2")
    await neighbour.presses("✅ Gửi riêng")
    second = code_in(await neighbour.hears("Giấy biên nhận"))
    await opened(town, second)
    for label in ("Gộp", f"Gộp vào {first}"):
        await officer.presses(label)
        await officer.hears("vào kiến nghị", first)
    await officer.presses(f"Gộp vào {first}")
    await officer.hears("Đã gộp", second, first)
    await officer.says(first)
    await officer.hears("Ghi chú nội bộ", "Đã gọi tổ trưởng tổ 5.", HOLE)


async def test_a_code_is_typed_again_where_it_was_none_and_what_it_names_is_shown_first(town: Town) -> None:
    first, second = await town.files(HOLE), await town.files(LAMP, "resident_2")
    ended = await town.files(ELSEWHERE)
    await town.resident.presses_data(1, f"withdrawn:{plain(ended)}")
    officer = await opened(town, second)
    await officer.presses("Gộp")
    await officer.presses("Gõ mã kiến nghị khác")
    await officer.hears("Xin gõ mã kiến nghị")
    await officer.says("DN-XXXX")
    await officer.hears("không phải mã kiến nghị", "gõ lại")
    for typed, wrong in ((second, "vào chính nó"), ("DN-2222-2222", "Không tìm thấy"), (ended, "đã kết thúc")):
        await officer.says(typed)
        await officer.hears(wrong)
        assert await officer.buttons() == ["Hủy"], "the step stays open"
    await officer.says(first)
    await officer.hears(f"Gộp {second} vào kiến nghị dưới đây?", first, HOLE)
    await officer.presses(f"Gộp vào {first}")
    await officer.hears("Đã gộp", second, first)


async def test_nothing_is_merged_into_what_has_ended(town: Town) -> None:
    first, second = await town.files(HOLE), await town.files(SAME, "resident_2")
    await town.resident.presses_data(1, f"withdrawn:{plain(first)}")
    await opened(town, second)
    seen = (await town.query("SELECT entries FROM petitions ORDER BY id"))[1][0]
    refused = await town.officer.presses_data(1, f"mergeinto:{plain(second)}:{seen}:{plain(first)}")
    assert "đã kết thúc" in refused


async def test_nothing_is_merged_into_what_waits_for_nobody_any_more(town: Town) -> None:
    unanswered, other = await asked(town), await town.files(SAME, "resident_2")
    for _time in range(2):
        await later(town, 7)
    assert await town.query("SELECT 1 FROM petitions WHERE status = 'expired'")
    await opened(town, other)
    [row] = await town.query("SELECT entries FROM petitions WHERE code = :code", code=plain(other))
    into = f"mergeinto:{plain(other)}:{row.entries}:{plain(unanswered)}"
    assert "đã kết thúc" in await town.officer.presses_data(1, into)


async def test_what_is_closed_is_neither_split_nor_merged_and_it_is_said_where_it_stands(town: Town) -> None:
    code, goes_on = await town.files(HOLE), await town.files(ELSEWHERE, "resident_2")
    resident = await signed(town, code)
    await resident.presses("Đã giải quyết")
    await resident.hears("đã kết thúc", code)
    [row] = await town.query("SELECT entries FROM petitions WHERE code = :code", code=plain(code))
    for data in ("split", "splitdone", "splitwords", "merge", "mergecode", "mergeinto"):
        into = f":{plain(goes_on)}" if data == "mergeinto" else ""
        toast = await town.officer.presses_data(1, f"{data}:{plain(code)}:{row.entries}{into}")
        assert "đang ở trạng thái: kết thúc" in toast, (data, toast)
    assert not await town.query("SELECT 1 FROM petitions WHERE status IN ('split', 'merged')")


async def test_what_an_officer_sets_apart_is_one_matter_each_with_a_body_whatever_it_sounds_like(
    town: Town,
) -> None:
    waste, lamps = "Rác không ai dọn ở đầu ngõ 41 phố Trung Kính. Xin dọn.", "Đèn đường ngõ 35 hỏng. Xin sửa đèn."
    await opened(town, code := await town.files(SEVERAL))
    await town.officer.presses("Tách")
    await town.officer.presses("Tự viết từng việc")
    await town.officer.hears("mỗi việc một đoạn")
    await town.officer.says(f"{waste} {lamps}")
    await town.officer.hears("Cần từ 2", "Xin viết lại")
    assert await town.officer.buttons() == ["Hủy"], "the step stays open"
    await town.officer.says(f"{waste}\n\n{lamps}")
    await town.officer.hears(f"Tách {code}", waste, lamps, "không hoàn tác được")
    assert not await town.query("SELECT 1 FROM petitions WHERE split_from IS NOT NULL")
    await town.officer.presses("✅ Gửi")
    await town.officer.hears("Đã tách", code)
    parts = await town.query("SELECT kind, lead FROM petitions WHERE split_from IS NOT NULL")
    assert [row.kind for row in parts] == ["PHAN_ANH", "PHAN_ANH"]
    assert all(row.lead for row in parts)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("Quán karaoke số 12 mở loa đến 1 giờ sáng.", "Ngoài ra rác ở đầu ngõ 20 ba ngày chưa thu gom."),
        ("Đèn ngõ 20 tắt ba đêm.", "Nhân tiện nhờ xem giúp cái hố trước số 9."),
    ],
)
async def test_whoever_sees_two_matters_where_the_words_show_one_has_it_parted_where_another_may_begin(
    town: Town, before: str, behind: str
) -> None:
    await opened(town, code := await town.files(f"{before} {behind}"))
    await town.officer.presses("Tách")
    await town.officer.hears("có vẻ gồm 2 việc", f"Việc 1\n{before}", f"Việc 2\n{behind}", code)
    await town.officer.presses("Tách như trên")
    await town.officer.hears("Đã tách", code)
    assert len(await town.query("SELECT 1 FROM petitions WHERE split_from IS NOT NULL")) == 2


async def test_a_petition_of_several_matters_is_split_and_the_parts_are_linked_both_ways(town: Town) -> None:
    code = await town.files(SEVERAL)
    officer = await opened(town, code)
    assert "bấm “Tách” để giải quyết riêng từng việc" in text_of(officer.last)
    assert (await officer.buttons())[0] == "Tách"
    await officer.presses("Tách")
    await officer.hears("có vẻ gồm 2 việc", code)
    await officer.presses("Tách như trên")
    await officer.hears("Đã tách", code)
    ways = await officer.buttons()
    told = await town.resident.hears("được tách để giải quyết riêng", code)
    rows = await town.query("SELECT code, split_from, first_answer_due FROM petitions ORDER BY id")
    assert [row.split_from for row in rows] == [None, plain(code), plain(code)]
    assert len({row.first_answer_due for row in rows}) == 1
    part = f"DN-{rows[1].code[:4]}-{rows[1].code[4:]}"
    assert part in told
    assert part in ways
    await town.rests()
    assert not any("Kiến nghị mới" in said and part in said for said in await officer.screen())
    await opened(town, part)
    assert f"Tách từ {code}" in officer.last["text"]
    await officer.presses_data(1, f"open:{plain(code)}")
    await officer.hears("Đã tách thành", part)
    seen = (await town.query("SELECT entries FROM petitions ORDER BY id"))[0][0]
    assert "đang ở trạng thái" in await officer.presses_data(1, f"split:{plain(code)}:{seen}")
    assert await faults(town) == ()


async def test_what_is_set_apart_days_later_was_handed_in_with_the_whole_and_keeps_its_date(town: Town) -> None:
    code = await town.files(SEVERAL)
    [whole] = await town.query("SELECT filed_at, first_answer_due FROM petitions")
    town.clock.move(timedelta(days=3))
    sent, apart = (f"{at.astimezone(ZONE):%H:%M, %d/%m/%Y}" for at in (whole.filed_at, town.clock()))
    officer = await opened(town, code)
    await officer.presses("Tách")
    await officer.presses("Tách như trên")
    await officer.hears("Đã tách", code)
    await town.resident.hears("được tách để giải quyết riêng", code)
    [lamp, *_rest] = await town.query("SELECT code, first_answer_due FROM petitions WHERE split_from IS NOT NULL")
    part = f"DN-{lamp.code[:4]}-{lamp.code[4:]}"
    assert lamp.first_answer_due == whole.first_answer_due
    assert f"Gửi lúc {sent}" in text_of((await opened(town, part)).last)
    resident = town.resident
    await resident.says(f"/status {part}")
    timeline = await resident.hears(part, f"Gửi lúc {sent}", f"• {sent}\nÔng/bà gửi kiến nghị")
    assert f"• {apart}\nVăn phòng Mặt trận tách từ {code}" in timeline
    await resident.says("/status")
    assert f"{whole.filed_at.astimezone(ZONE):%d/%m/%Y}" in await resident.hears("Kiến nghị của ông/bà", part)
    await officer.presses("Xác nhận")
    assert f"Người dân gửi lúc {sent}" in await town.body.hears(part, "Nội dung")
    assert await faults(town) == ()


@pytest.mark.parametrize("days", [59, 61])
async def test_what_comes_back_within_sixty_days_of_closing_is_marked_put_first_and_counted(
    town: Town, days: int
) -> None:
    first = await town.files(HOLE)
    resident = await signed(town, first)
    await resident.presses("Đã giải quyết")
    await resident.hears("đã kết thúc", first)
    town.clock.move(timedelta(days=days))
    other = await town.files(ELSEWHERE)
    second = await town.files(SAME, "resident_2")
    rows = await town.query("SELECT recurring_of FROM petitions ORDER BY id")
    assert [row.recurring_of for row in rows] == [None, None, plain(first) if days < 60 else None]
    if days > 60:
        return
    officer = town.officer
    await officer.says("/queue")
    queue = await officer.hears(second, "Tái diễn")
    assert queue.index(f"⭐ {second}") < queue.index(other)
    await officer.presses("🔁 Tái diễn (1)")
    assert other not in await officer.hears("Việc tái diễn", second)
    await opened(town, second)
    assert f"ở {first}" in officer.last["text"]
    assert "Ưu tiên, vì việc này tái diễn" in officer.last["text"]
    [raised] = await town.query("SELECT role, basis, facts FROM entries WHERE act = 'prioritise'")
    assert (raised.role, raised.facts["recurring_of"]) == ("system", plain(first))
    assert raised.basis
    await officer.says("/overview")
    await officer.hears("Tái diễn trong 12 tháng", "Kinh tế, Hạ tầng và Đô thị phường: 1")
    assert await faults(town) == ()


async def test_whoever_joined_is_told_when_the_author_withdraws(town: Town) -> None:
    code = await town.files(HOLE)
    neighbour = await town.previews(SAME, "resident_2")
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", code)
    await referred(town, code)
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await neighbour.hears("Người gửi rút kiến nghị", code)


async def test_a_petition_that_was_given_another_field_is_found_under_that_one(town: Town) -> None:
    code = await town.files(HOLE)
    await opened(town, code)
    await town.officer.presses_data(1, f"set:{plain(code)}:field:TTXD")
    rows = await town.query(
        "SELECT k.field, p.field AS now FROM place_keys k JOIN petitions p ON p.id = k.petition_id"
    )
    assert {(row.field, row.now) for row in rows} == {("TTXD", "TTXD")}
