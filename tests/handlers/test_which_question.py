"""A message that replies to a question of the bot answers that one, never another that is open as well."""

from tests.courses import ANSWER, WORDS, accepted, draft_of, opened, plain, writing
from tests.town import PNG, Person, Town

OTHER = "Cống trước số 5 ngõ 20 tắc, nước tràn ra đường."


async def asks_the_resident(body: Person) -> int:
    """Press the button that asks the author; return the message that asks for the words."""
    await body.presses("Hỏi người dân")
    await body.hears("Xin viết câu hỏi")
    return int(body.last["message_id"])


async def test_an_answer_that_replies_to_its_own_question_never_goes_out_as_another(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    question = await asks_the_resident(body)
    await body.says(ANSWER, reply_to=asked)
    await body.hears("câu hỏi khác", code, "không được ghi", "Xin viết câu hỏi gửi người dân")
    [row] = await town.query("SELECT status FROM petitions WHERE code = :code", code=plain(code))
    assert row.status == "referred"
    await body.says("Cột đèn hỏng ở trước số nhà nào?", reply_to=question)
    await body.hears("Đã ghi nhận câu hỏi", code)


async def test_what_is_added_to_an_answer_that_was_given_up_is_no_question(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    taken = body.last["message_id"]
    await body.sends(PNG, reply_to=str(taken))
    await body.hears("Đã nhận nội dung và 1 tệp")
    await body.presses("Hủy")
    await body.hears("Bỏ nội dung")
    await body.presses("Chắc chắn bỏ")
    await body.hears("Đã hủy")
    await body.says("/tasks")
    await body.presses(code)
    await asks_the_resident(body)
    await body.says("Tổ chiếu sáng làm.", reply_to=taken)
    await body.hears("câu hỏi khác", code, "không được ghi")


async def test_a_photo_for_another_petition_is_told_apart_where_words_are_asked_for(town: Town) -> None:
    first = await town.files(WORDS)
    body = await writing(town, first)
    asked = str(body.last["message_id"])
    second = await town.files(OTHER, "resident_2")
    await accepted(town, second)
    question = await asks_the_resident(body)
    await body.sends(PNG, caption=ANSWER, reply_to=asked)
    await body.hears("Đang viết cho", second, first, "không được ghi", "Xin viết câu hỏi gửi người dân")
    await body.sends(PNG, caption=ANSWER, reply_to=str(question))
    await body.hears("chỉ nhận chữ", "Xin viết câu hỏi gửi người dân", second)


async def test_whoever_writes_too_little_reads_again_for_what(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    question = await asks_the_resident(body)
    await body.says("Ở đâu?", reply_to=question)
    await body.hears("ít nhất 3", "Xin viết câu hỏi gửi người dân", code)


async def test_an_officer_alone_with_the_bot_is_understood_the_same_way(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Ghi chú")
    await officer.hears("Xin viết ghi chú")
    note = officer.last["message_id"]
    await officer.says(f"/find {code}")
    await officer.presses_data(1, f"open:{plain(code)}")
    await officer.hears(code, "Nội dung")
    await officer.presses("Hỏi người dân")
    await officer.hears("Xin viết câu hỏi", code)
    await officer.says("Người dân này hay gọi điện, cần nói khéo.", reply_to=note)
    await officer.hears("câu hỏi khác", code, "không được ghi")
    draft = await draft_of(town, officer)
    assert draft
    assert draft.step == "words.ask"


async def test_words_to_be_sent_stand_with_their_button_below_what_was_meant_elsewhere(town: Town) -> None:
    code, other = await town.files(WORDS), await town.files(OTHER, "resident_2")
    officer = await opened(town, code)
    elsewhere = officer.last["message_id"]
    await officer.says(f"/find {other}")
    await officer.presses_data(1, f"open:{plain(other)}")
    await officer.hears(other, "Nội dung")
    await officer.presses("Từ chối, nêu lý do")
    await officer.hears("Xin viết lý do")
    await officer.says("Việc này đã được giải quyết xong.")
    await officer.hears("Việc này đã được giải quyết xong.", other)
    await officer.says("Việc này tổ dân phố đã báo rồi.", reply_to=elsewhere)
    await officer.hears("Đang viết cho", other, code, "Việc này đã được giải quyết xong.")
    assert "✅ Gửi" in await officer.buttons()


async def test_what_explains_the_figures_is_never_sent_to_a_resident(town: Town) -> None:
    code = await town.files(WORDS)
    await accepted(town, code)
    card, leader, body = town.body.last["message_id"], town.person("leader"), town.body
    await leader.says("/report 2026-W47")
    await leader.hears("Tuần 47/2026")
    for button in ("Theo cơ quan", "Phòng Kinh tế", "Yêu cầu giải trình", "Gửi yêu cầu giải trình"):
        await leader.presses(button)
    await body.hears("Lãnh đạo yêu cầu giải trình")
    await body.presses("Giải trình")
    await body.hears("giải trình số liệu (Tuần 47/2026)")
    asked = body.last["message_id"]
    await body.says("Tuần này thiếu bóng đèn.", reply_to=card)
    await body.hears("Đang viết giải trình", code, "không được ghi")
    await body.says("/cancel")
    await body.hears("Đã hủy")
    await body.says("/tasks")
    await body.presses(code)
    await asks_the_resident(body)
    await body.says("Tuần này thiếu bóng đèn.", reply_to=asked)
    await body.hears("câu hỏi khác", code, "không được ghi", "Xin viết câu hỏi gửi người dân")
