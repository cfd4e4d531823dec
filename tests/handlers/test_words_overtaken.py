"""What a resident wrote to a petition that moves on meanwhile is not lost: it still goes there, or is shown."""

from datetime import timedelta

from tests.courses import DANGER, WORDS, adding, opened, plain, signed, step_of
from tests.town import PNG, Person, Town

LEFT = "Đèn cột số 8 vẫn tắt."


async def partly(town: Town) -> tuple[str, Person]:
    """Let a resident say that an answered petition is partly solved, and write what is missing; do not send it."""
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("một phần")
    await resident.hears("phần nào còn thiếu", code)
    await resident.says(LEFT)
    await resident.hears("để thêm vào kiến nghị", code)
    return code, resident


async def test_what_is_missing_goes_along_when_the_petition_is_brought_back_meanwhile(
    town: Town,
) -> None:
    code, resident = await partly(town)
    await resident.sends(PNG)
    await resident.hears("1 tệp", code)
    await town.body.catches_up()
    await resident.presses("👎 Chưa giải quyết")
    await resident.hears("được mở lại ngay", LEFT)
    assert await step_of(town, resident) == "gather.why"
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await town.body.hears("Người dân bổ sung", LEFT)
    await resident.says(f"/status {code}")
    await resident.hears(LEFT, "📎 1 tệp")


async def test_the_same_from_the_button_of_how_it_stands(town: Town) -> None:
    code, resident = await partly(town)
    await resident.says(f"/status {code}")
    await resident.hears("Gửi lúc", code)
    await resident.presses("👎 Chưa giải quyết")
    await resident.hears("được mở lại ngay", LEFT)
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")


async def test_the_button_that_brings_it_back_stays_where_it_is_told_to_be_pressed(town: Town) -> None:
    code, resident = await partly(town)
    told = [one for one in await resident.messages() if "xin bấm “Chưa giải quyết”" in str(one.get("text"))]
    rows = told[-1].get("reply_markup", {}).get("inline_keyboard", [])
    assert [button["text"] for row in rows for button in row] == ["👎 Chưa giải quyết"]
    await resident.says("Cột số 9 cũng tắt.")
    await resident.hears("để thêm vào kiến nghị", code)
    await resident.presses_data(told[-1]["message_id"], rows[0][0]["callback_data"])
    await resident.hears("được mở lại ngay", LEFT)


async def test_an_addition_is_what_is_missing_once_the_answer_is_judged(town: Town) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    resident = await adding(town, code, LEFT)
    await resident.presses_data(1, f"rate:{plain(code)}:partly")
    await resident.hears("giải quyết một phần", LEFT)
    await resident.presses("✅ Gửi")
    await resident.hears("đã nhận xét", code)


async def test_an_addition_to_what_ended_meanwhile_is_offered_as_a_remark(town: Town) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    resident = await adding(town, code, LEFT)
    await resident.presses_data(1, f"rate:{plain(code)}:solved")
    await resident.hears("đã kết thúc", code)
    await resident.presses_data(1, "gathered:supply")
    await resident.hears("kết thúc", "vẫn còn", code)
    await resident.presses("✅ Gửi")
    await resident.hears("đã nhận xét", code)
    await resident.says(f"/status {code}")
    await resident.hears("Ông/bà nhận xét", LEFT)


async def test_words_that_go_nowhere_any_more_are_shown_so_that_they_can_be_sent_anew(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await adding(town, code, LEFT)
    officer = await opened(town, code)
    await officer.presses("Từ chối, nêu lý do")
    await officer.hears("lý do")
    await officer.says("Việc này đã được giải quyết theo kiến nghị khác.")
    await officer.presses("✅ Gửi")
    await officer.hears("Đã", code)
    await resident.hears("Việc này đã được giải quyết theo kiến nghị khác.")
    toast = await resident.presses_data(1, "gathered:supply")
    assert "đang ở trạng thái" in toast
    await resident.hears("chưa được gửi", LEFT)
    assert await step_of(town, resident) is None


async def test_a_new_matter_is_not_added_to_what_was_left_unsent(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await adding(town, code, LEFT)
    await resident.says("/status")
    await resident.hears(f"đang viết thêm cho kiến nghị {code} chưa được gửi")
    await resident.says("Ngõ 12 Nguyễn Khang có người đổ rác ra vỉa hè.")
    await resident.hears("đang viết dở cho kiến nghị", code, LEFT)
    await resident.says(DANGER)
    await resident.hears("114")


async def test_what_comes_hours_later_may_be_another_matter(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await adding(town, code, LEFT)
    town.clock.move(timedelta(hours=1))
    await resident.says("Cột số 9 cũng tắt.")
    await resident.hears("Chưa gửi:", code, LEFT, "Nội dung đã viết:", "Cột số 9 cũng tắt.")
    town.clock.move(timedelta(hours=20))
    await resident.says("Ngõ 12 Nguyễn Khang có người đổ rác ra vỉa hè.")
    await resident.hears("đang viết dở cho kiến nghị", code, LEFT)
    await resident.presses("Viết tiếp")
    await resident.hears("Chưa gửi:", code, LEFT, "Cột số 9 cũng tắt.")
    await resident.says("Xin xem giúp.")
    await resident.hears("Chưa gửi:", code, LEFT, "Cột số 9 cũng tắt.", "Xin xem giúp.")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    [said] = await town.query("SELECT count(*) FROM entries WHERE act = 'supply'")
    assert said[0] == 1
