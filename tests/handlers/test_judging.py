"""What residents say of an answer: reminded once, with a word; the first "not solved" brings it back at once."""

import asyncio
from datetime import timedelta

from desk.audit import verify
from tests.courses import ANSWER, WORDS, adding, given, plain, reach, signed, step_of
from tests.town import PNG, Person, Town

OTHER = "Cống trước số nhà 90 phố Trung Kính bị tắc, mưa là ngập."


async def test_the_first_not_solved_goes_back_to_the_body_at_once_with_a_clock_of_its_own(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await town.body.catches_up()
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay", "ngày 02 tháng 12 năm 2026", "việc nào chưa xong")
    await town.officer.hears("đã mở lại", code)
    await town.body.hears("chờ cơ quan trả lời lại", code, "Hạn giải quyết: 02/12/2026")
    await resident.says("Bóng đèn mới lại hỏng.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await town.body.hears("Người dân bổ sung", "Bóng đèn mới lại hỏng.")
    await town.body.presses("Mở phiếu")
    await town.body.hears("Hạn giải quyết", "Bóng đèn mới lại hỏng.")
    await town.body.presses("✍️ Trả lời")
    await town.body.hears("đã làm gì")
    await town.body.says(ANSWER, reply_to=town.body.last["message_id"])
    await town.body.hears("Đã nhận nội dung")
    await town.body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code)
    await town.senior.presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("sẽ xem xét mở lại")
    assert [row.status for row in await town.query("SELECT status FROM petitions")] == ["disputed"]
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_words_that_a_matter_is_not_solved_lead_to_a_petition_that_has_ended(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("một phần")
    await resident.hears("đã kết thúc", code)
    await resident.presses("Không có gì thêm")
    await resident.hears("không gửi thêm điều gì")
    await town.files(OTHER)
    await resident.says("Vẫn chưa giải quyết")
    await resident.hears(code, "đã kết thúc", "Chưa giải quyết", "ngày 20 tháng 12 năm 2026")
    assert await resident.buttons() == ["👎 Chưa giải quyết", "Xem diễn biến"]
    await resident.says("Đèn ngõ 20 lại hỏng, tối lắm.")
    await resident.hears(code, "đã kết thúc", "Chưa giải quyết")
    await resident.presses("Chưa giải quyết, gửi kèm lời vừa viết")
    await resident.hears("được mở lại ngay", code)
    await town.body.hears("Người dân bổ sung", "Đèn ngõ 20 lại hỏng", code)


async def test_what_can_be_reopened_no_more_is_not_named_for_words_that_it_is_not_solved(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    town.clock.move(timedelta(days=31))
    await resident.says("Đèn ngõ 20 lại hỏng, tối lắm.")
    await resident.hears("kiến nghị mới")
    assert not [one for one in await resident.buttons() if "Chưa giải quyết" in one]


async def test_who_says_nothing_is_reminded_once_after_three_days(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    for days, reminders in ((2, 0), (1, 1), (1, 1)):
        town.clock.move(timedelta(days=days, minutes=1))
        await town.keep_house()
        await town.keep_house()
        await town.rests()
        assert sum("cho biết kết quả" in said for said in await resident.screen()) == reminders, days
    await resident.presses("Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    await resident.presses("Viết nhận xét")
    await resident.hears("Xin viết nhận xét")
    await resident.says("Tổ chiếu sáng làm nhanh.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await resident.hears("đã nhận xét", code)
    await resident.says(f"/status {code}")
    told = await resident.hears("Ông/bà nhận xét", "Tổ chiếu sáng làm nhanh.")
    assert "Nhắc" not in told


async def test_who_has_judged_is_not_reminded(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("một phần")
    await resident.hears("đã kết thúc", code)
    town.clock.move(timedelta(days=4))
    await town.keep_house()
    await town.rests()
    assert not any("cho biết kết quả" in said for said in await resident.screen())


async def test_words_and_a_photo_right_after_not_solved_say_what_is_missing_of_that_petition(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await town.files(OTHER)
    await resident.presses_data(1, f"rate:{plain(code)}:not")
    await resident.hears("được mở lại ngay")
    await resident.says("Vẫn còn một bóng nhấp nháy, tối nào cũng vậy.")
    await resident.hears("Đã nhận", code)
    await resident.sends(PNG)
    await resident.hears("1 tệp", code)
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await town.body.hears("Người dân bổ sung", "Vẫn còn một bóng nhấp nháy", code)


async def test_a_half_written_petition_stands_again_after_what_is_missing_was_said(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await reach(town, "place", words=OTHER, agreed=True)
    await resident.presses_data(1, f"rate:{plain(code)}:not")
    await resident.hears("việc nào chưa xong", code)
    await resident.says("Vẫn còn một bóng nhấp nháy.")
    await resident.hears("Đã nhận", code)
    await resident.presses("✅ Gửi")
    await resident.hears("đang soạn dở", OTHER)
    assert await step_of(town, resident) == "filing.place"


async def test_an_addition_half_written_for_another_petition_goes_first(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    other = await town.files(OTHER)
    await adding(town, other, "Sáng nay nước đã vào nhà.")
    await resident.presses_data(1, f"rate:{plain(code)}:not")
    await resident.hears("được mở lại ngay")
    await resident.presses("Cho biết còn thiếu gì")
    await resident.hears("viết dở", other, "Sáng nay nước đã vào nhà.")


async def test_who_has_nothing_to_add_leaves_it_with_the_judgement_standing(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("việc nào chưa xong")
    await resident.presses("Không có gì thêm")
    await resident.hears("vẫn ghi nhận là chưa được giải quyết xong", code)
    await resident.says(OTHER)
    await resident.hears("kiến nghị dưới đây")


async def test_partly_solved_says_that_it_ends_and_takes_what_is_said_next_for_what_is_missing(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("một phần")
    await resident.hears("giải quyết một phần", "đã kết thúc", code, "được mở lại", "phần nào còn thiếu")
    assert await resident.buttons() == ["👎 Chưa giải quyết", "Không có gì thêm"]
    await resident.says("bóng mới yếu quá")
    await resident.hears("Đã nhận", code)
    await resident.presses("✅ Gửi")
    await resident.hears("đã nhận xét", code)
    await resident.says(f"/status {code}")
    await resident.hears("Ông/bà nhận xét", "bóng mới yếu quá")


async def test_partly_solved_after_reopening_promises_only_that_reopening_is_considered(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    await resident.presses("Không có gì thêm")
    await resident.is_told()
    await town.body.hears("chưa giải quyết xong, chờ cơ quan trả lời lại", code)
    await (await given(town, code)).presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    await resident.presses("một phần")
    told = await resident.hears("phần nào còn thiếu")
    assert "Văn phòng Mặt trận sẽ xem xét mở lại" in told
    assert "kiến nghị được mở lại" not in told


async def test_who_leaves_partly_solved_as_it_is_can_still_look_and_bring_it_back(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("một phần")
    await resident.hears("phần nào còn thiếu")
    await resident.presses("Không có gì thêm")
    await resident.hears("không gửi thêm", code)
    assert await step_of(town, resident) is None
    await resident.presses("Xem diễn biến")
    await resident.hears("Gửi lúc", code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay", "việc nào chưa xong")


async def too_often(resident: Person, code: str, rating: str, times: int) -> int:
    """Press a judgement below the answer several times at once; return how many were told that it is noted."""
    answer, press = resident.last["message_id"], f"rate:{plain(code)}:{rating}"
    toasts = await asyncio.gather(*(resident.presses_data(answer, press) for _ in range(times)))
    await resident.town.settles()
    return sum("đã được ghi nhận" in toast for toast in toasts)


async def test_not_solved_pressed_twice_at_once_is_noted_once_and_still_takes_what_is_missing(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    assert await too_often(resident, code, "not", 3) == 2
    assert len(await town.query("SELECT 1 FROM entries WHERE act = 'dispute'")) == 1
    assert any(ANSWER in said for said in await resident.screen()), "the answer stays in the chat"
    await resident.says("Vẫn còn một bóng nhấp nháy.")
    await resident.hears("để thêm vào kiến nghị", code)


async def test_an_old_button_that_is_refused_ends_nothing_that_is_half_written(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("việc nào chưa xong")
    await resident.says("Vẫn còn một bóng nhấp nháy.")
    await resident.hears("để thêm vào kiến nghị", code)
    await resident.presses_data(1, f"rate:{plain(code)}:solved")
    await town.settles()
    assert await step_of(town, resident) == "gather.why"
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")


async def test_partly_solved_pressed_twice_thanks_once_and_not_solved_after_it_brings_it_back(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    assert await too_often(resident, code, "partly", 2) == 1
    assert sum("đã kết thúc" in said and code in said for said in await resident.screen()) == 1
    await resident.presses_data(resident.last["message_id"], f"rate:{plain(code)}:not")
    await resident.hears("được mở lại ngay", "việc nào chưa xong")


async def test_what_is_closed_names_no_date_by_which_anything_is_awaited(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Đã giải quyết xong")
    await resident.is_told()
    await resident.says("/status")
    assert "rút" not in await resident.hears("Kiến nghị của ông/bà", code)
    await resident.presses(code)
    assert "Hạn " not in await resident.hears("Gửi lúc", code)
