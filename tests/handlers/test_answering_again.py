"""Whoever writes again what was sent back knows that only the new words are read, and has the old ones at hand."""

from tests.bot.test_outbox import in_order
from tests.courses import ANSWER, WORDS, accepted, answered, given, plain, signed
from tests.handlers.test_following_up import REPORT, followed, report
from tests.handlers.test_joint import writes
from tests.town import PNG, Person, Town

MORE = "Biên bản số 15/BB ngày 22/11/2026, tổ chiếu sáng của phường lập. Không gửi kèm ảnh vì trời tối."
PART = "Sáng 19/11/2026, tổ chiếu sáng đã kiểm tra cột đèn."
QUOTED = "Câu trả lời trước về"


async def sent_back(town: Town, code: str, why: str = "Biên bản số mấy, ngày nào?") -> Person:
    """Let the senior officer send the answer back; return the body's officer, who has the card again."""
    await town.senior.presses("Trả lại cơ quan")
    await town.senior.hears("cần cơ quan làm rõ")
    await town.senior.says(why)
    await town.body.hears("Câu trả lời bị trả lại", code)
    return town.body


async def begins(body: Person) -> list[str]:
    """Let the body begin to answer; return the message before the question, and the question."""
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    return (await body.screen())[-2:]


async def test_an_answer_that_was_sent_back_is_quoted_to_whoever_writes_it_again(town: Town) -> None:
    code = await town.files(WORDS)
    await answered(town, code)
    body = await sent_back(town, code)
    quoted, asked = await begins(body)
    assert quoted == f"Câu trả lời trước về {code}, đã bị trả lại\n{ANSWER}"
    assert "Người dân chỉ đọc câu trả lời mới này" in asked
    await body.says(MORE, reply_to=body.last["message_id"])
    shown = await body.hears("Người dân sẽ đọc", MORE, "Người dân chỉ đọc nội dung trên")
    assert ANSWER not in shown
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code, MORE)
    await town.senior.presses("✅ Duyệt")
    assert ANSWER not in await town.resident.hears("Trả lời kiến nghị", code, MORE)


async def test_the_same_is_said_in_english_in_a_private_chat(town: Town) -> None:
    code = await town.files(WORDS)
    await answered(town, code)
    await sent_back(town, code)
    officer = town.person("ward_officer")
    await officer.says("/language")
    await officer.hears("Switched to English")
    await officer.presses_data(1, f"task:{plain(code)}")
    await officer.hears(code, ANSWER)
    await officer.presses("Answer")
    asked = await officer.hears("Please write the answer", "The resident reads only this new answer")
    assert (await officer.screen())[-2:] == [
        f"The earlier answer about {code}, which was sent back\n{ANSWER}",
        asked,
    ]
    await officer.says(MORE)
    await officer.hears("The resident will read", MORE, "The resident reads only the words above")


async def parted(town: Town, code: str) -> Person:
    """Let the body save a part of its answer, with a photo; return its officer, who has the card again."""
    body = await accepted(town, code)
    await writes(body, code, "Trả lời một phần", PART, photo=True)
    await body.presses("✅ Gửi")
    await body.hears("Đã lưu một phần", code)
    await body.presses("Về phiếu")
    await body.hears(code, "trả lời một phần")
    return body


async def test_whoever_writes_again_is_told_that_the_saved_parts_go_along_and_need_not_be_copied(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await parted(town, code)
    await writes(body, code, "✍️ Trả lời", ANSWER)
    assert "↩️" not in await body.hears("Người dân sẽ đọc", PART, ANSWER)
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code)
    quoted, asked = await begins(await sent_back(town, code))
    assert PART not in quoted
    assert "↩️ Phần trả lời đã lưu vẫn được gửi kèm, không cần viết lại." in asked
    assert "chỉ đọc câu trả lời mới này" not in asked
    await body.says(MORE, reply_to=body.last["message_id"])
    shown = await body.hears("Người dân sẽ đọc", PART, MORE, "Nội dung trên đã gồm phần trả lời đã lưu")
    assert ANSWER not in shown
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code, MORE)
    await town.senior.presses("✅ Duyệt")
    told = await town.resident.hears("Trả lời kiến nghị", code, MORE)
    assert told.count(PART) == 1
    assert ANSWER not in told


async def test_the_files_of_saved_parts_are_counted_before_the_answer_goes(town: Town) -> None:
    code = await town.files(WORDS)
    body = await parted(town, code)
    await writes(body, code, "✍️ Trả lời", ANSWER)
    await body.hears("Người dân sẽ đọc", "📎 Gửi kèm 1 tệp của phần trả lời đã lưu.")
    asked = body.last["message_id"]
    await body.sends(PNG, PNG, reply_to=str(asked))
    await body.hears("2 tệp minh chứng", "📎 Gửi kèm 1 tệp của phần trả lời đã lưu.")
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code)
    await begins(await sent_back(town, code))
    asked = body.last["message_id"]
    await body.says(MORE, reply_to=asked)
    await body.hears("📎 Gửi kèm 1 tệp của phần trả lời đã lưu.", "📎 Gửi kèm 2 tệp của câu trả lời trước")
    await body.sends(PNG, reply_to=str(asked))
    shown = await body.hears("📎 Gửi kèm 1 tệp của phần trả lời đã lưu.", "thay 2 tệp của câu trả lời trước")
    assert "Chỉ tệp mới" not in shown, "those of the part go along too"
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code)
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    assert sum(len(one["media"]) for one in await town.resident.messages() if one["from_bot"]) == 2


async def test_the_files_of_an_answer_that_was_sent_back_are_counted_on_the_cards_of_the_next(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await writes(body, code, "✍️ Trả lời", ANSWER, photo=True)
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code, "📎 Gửi kèm câu trả lời: 1 tệp")
    await begins(await sent_back(town, code))
    await body.says(MORE, reply_to=body.last["message_id"])
    await body.hears("📎 Gửi kèm 1 tệp của câu trả lời trước")
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code, MORE, "📎 Gửi kèm câu trả lời: 1 tệp")
    await body.presses_data(1, f"task:{plain(code)}")
    assert in_order(await body.hears(code, "Nội dung", MORE), MORE, "📎 Gửi kèm 1 tệp của câu trả lời trước")


async def test_nothing_is_quoted_for_a_first_answer_nor_for_one_after_a_resident_said_not_solved(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    assert not any(QUOTED in said or "chỉ đọc" in said for said in await town.body.screen())
    await resident.presses("Chưa giải quyết")
    await resident.hears(code)
    await town.body.hears("chưa giải quyết xong", code)
    await given(town, code)
    assert not any(QUOTED in said or "chỉ đọc" in said for said in await town.body.screen())


async def test_a_long_answer_is_quoted_in_one_message_that_says_where_all_of_it_stands(town: Town) -> None:
    code = await town.files(WORDS)
    long = f"{ANSWER} {'Tổ đã kiểm tra cột đèn. ' * 150}".strip()
    await answered(town, code, long)
    quoted, _asked = await begins(await sent_back(town, code))
    assert ANSWER in quoted
    assert len(quoted) < len(long)
    assert quoted.endswith("…\n\nToàn văn có trên phiếu.")


async def test_a_report_that_was_sent_back_is_quoted_too_and_nothing_of_it_goes_along(town: Town) -> None:
    code, body = await followed(town)
    await report(town, code, REPORT, PNG)
    senior = town.senior
    await senior.hears("Cơ quan báo đã thực hiện", code)
    await senior.presses("Chưa xong, hẹn lại")
    await senior.hears("đến bao giờ")
    await senior.says("30 ngày, còn thiếu chụp đèn")
    await body.hears("Chưa được xác nhận", code, "còn thiếu chụp đèn")
    await body.presses("Báo đã thực hiện")
    asked = await body.hears("đã thực hiện những gì", "Người dân chỉ đọc báo cáo mới này")
    assert (await body.screen())[-2:] == [f"Báo cáo trước về {code}, chưa được xác nhận\n{REPORT}", asked]
    await body.says("Ngày 2/12/2026, tổ chiếu sáng đã lắp chụp đèn.", reply_to=body.last["message_id"])
    await body.hears("Người dân sẽ đọc", "Người dân chỉ đọc nội dung trên", "Minh chứng")
