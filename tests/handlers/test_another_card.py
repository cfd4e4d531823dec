"""An officer asked for words about one petition acts on another: nothing said of this one goes to the first."""

from tests.courses import WORDS, draft_of, opened, plain, stands, step_of
from tests.town import Person, Town

OTHER = "Đèn đường ngõ 58 phố Trần Bình hỏng từ tuần trước. Ngoài ra, vỉa hè bong gạch, đi lại khó."
MATTER = "Đèn đường ngõ 58 phố Trần Bình hỏng từ tuần trước, đi lại khó."


async def asked_about_one(town: Town) -> tuple[Person, str, str]:
    """Stand at the question that is to go to one resident, with the card of another petition below."""
    code, other = await town.files(WORDS), await town.files(OTHER, "resident_2")
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("Xin viết câu hỏi", code)
    await officer.says(f"/find {other}")
    await officer.presses_data(1, f"open:{plain(other)}")
    await officer.hears(other, "Nội dung")
    return officer, code, other


async def test_what_is_written_after_an_act_on_another_petition_asks_nobody(town: Town) -> None:
    officer, code, _other = await asked_about_one(town)
    await officer.presses("Tách")
    await officer.hears("gồm 2 việc")
    await officer.says(MATTER)
    assert "không được lưu" in await officer.is_told()
    [row] = await town.query("SELECT status FROM petitions WHERE code = :code", code=plain(code))
    assert row.status == "triage"


async def test_whoever_only_looks_at_another_petition_goes_on_with_the_question(town: Town) -> None:
    officer, code, _other = await asked_about_one(town)
    await officer.says("Cống tắc trước số nhà nào?")
    await officer.hears("Đã ghi nhận câu hỏi", code)


async def test_a_petition_half_written_at_the_counter_stands_apart_from_what_is_written_then(town: Town) -> None:
    code, other = await town.files(WORDS), await town.files(OTHER, "resident_2")
    officer = await opened(town, code)
    await officer.says("/counter")
    await officer.hears("bằng cách nào")
    await officer.presses("Tiếp công dân")
    await officer.hears("Bước 1/5")
    await officer.says("Cột điện trước số 3 ngõ 20 Hồ Tùng Mậu nghiêng, đề nghị dựng lại.")
    await officer.hears("Bước 2/5")
    for one, act in ((code, "note"), (other, "split")):
        [row] = await town.query("SELECT entries FROM petitions WHERE code = :code", code=plain(one))
        await officer.presses_data(1, f"{act}:{plain(one)}:{row.entries}")
        await officer.hears(one)
    card = officer.last["message_id"]
    await officer.says(MATTER)
    await officer.hears("soạn dở", "Cột điện", "không được lưu")
    assert (await stands(officer, card))[1], "what is acted on keeps its buttons"
    draft = await draft_of(town, officer)
    assert draft
    assert len(draft.values["words"]) == 1


async def test_words_that_were_shown_to_be_sent_are_kept(town: Town) -> None:
    code, other = await town.files(WORDS), await town.files(OTHER, "resident_2")
    officer = await opened(town, code)
    await officer.presses("Hướng dẫn nơi khác")
    await officer.hears("Xin viết hướng dẫn")
    await officer.says("Xin ông/bà đến bộ phận một cửa của phường.")
    await officer.hears("bộ phận một cửa", code)
    [row] = await town.query("SELECT entries FROM petitions WHERE code = :code", code=plain(other))
    await officer.presses_data(1, f"split:{plain(other)}:{row.entries}")
    await officer.hears("gồm 2 việc")
    assert await step_of(town, officer) == "words.guide"
    [row] = await town.query("SELECT status FROM petitions WHERE code = :code", code=plain(code))
    assert row.status == "triage"


async def test_the_code_of_a_petition_alone_is_no_question_but_opens_it(town: Town) -> None:
    officer, code, other = await asked_about_one(town)
    await officer.says(other)
    await officer.hears(other, "Nội dung", without="quá ngắn")
    await officer.says("Cống tắc trước số nhà nào?")
    await officer.hears("Đã ghi nhận câu hỏi", code)


async def test_words_for_the_other_petition_do_not_replace_those_that_wait_to_be_sent(town: Town) -> None:
    code, other = await town.files(WORDS), await town.files(OTHER, "resident_2")
    officer = await opened(town, code)
    await officer.presses("Từ chối, nêu lý do")
    await officer.hears("Xin viết lý do")
    await officer.says("Việc này đã được giải quyết xong.")
    await officer.hears("Việc này đã được giải quyết xong.", code)
    review = officer.last["message_id"]
    await officer.says(f"/find {other}")
    await officer.presses_data(1, f"open:{plain(other)}")
    await officer.hears(other, "Nội dung")
    card = officer.last["message_id"]
    await officer.presses("👥 Giao, ưu tiên")
    await officer.presses("⭐ Ưu tiên")
    await officer.hears(other, "⭐ Ưu tiên")
    assert (await stands(officer, review))[1], "what waits to be sent keeps its buttons"
    await officer.presses("Ghi chú")
    await officer.hears("đang viết dở", code)
    assert (await stands(officer, card))[1], "a card keeps its buttons while something else is asked"
    await officer.says("Đã gọi tổ trưởng tổ dân phố.")
    await officer.hears("đang viết dở", code, "bấm một nút")
    await officer.presses("Viết tiếp")
    await officer.hears("Việc này đã được giải quyết xong.", code)
    await officer.says("Việc này đã được giải quyết xong theo kiến nghị khác.")
    await officer.hears("xong theo kiến nghị khác.", code)
    await officer.presses("✅ Gửi")
    await officer.hears("Đã", code)
