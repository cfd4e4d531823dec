"""What is erased is gone from every message of bodies and office that shows it, however many there are."""

from tests.courses import ANSWER, WORDS, accepted, adding, answered, given, opened, plain, signed
from tests.town import Person, Town

DRAFT = "Tổ chiếu sáng hẹn bà chủ quán đầu ngõ đến xem."
ADDED = "Đèn vẫn tắt từ tối qua, cả ngõ phải soi điện thoại."


async def said_to(*people: Person) -> str:
    """Return everything that the bot has said in these chats, as it stands now."""
    await people[0].town.settles()
    await people[0].town.rests()
    screens = [await person.screen() for person in people]
    return "\n".join(said for screen in screens for said in screen)


async def drafted(body: Person) -> None:
    """Let the body begin an answer and think better of it."""
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    await body.says(DRAFT, reply_to=body.last["message_id"])
    await body.hears("Người dân sẽ đọc", DRAFT)
    await body.says("/cancel@dan_nguyen_demo_bot")
    await body.hears("không lấy lại được")
    await body.presses("Chắc chắn bỏ")
    await body.hears("Đã hủy")


async def readers(town: Town, code: str) -> tuple[Person, ...]:
    """Let the petition stand in several messages of each chat; return who has them."""
    body, alone = town.body, town.person("ward_officer")
    for reader in (body, alone, alone):
        await reader.presses_data(1, f"task:{plain(code)}")
        await reader.hears(code, "Nội dung")
    await opened(town, code)
    return body, alone, town.officer, town.senior


async def test_an_erasure_empties_cards_added_words_answers_and_the_letters_of_the_office(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    await accepted(town, code)
    await (await adding(town, code, ADDED)).presses("✅ Gửi")
    await town.body.hears("Người dân bổ sung", code)
    await town.body.presses("Mở phiếu")
    await town.body.hears(code, ADDED)
    await drafted(town.body)
    senior, resident = await given(town, code), town.resident
    chats = await readers(town, code)
    await senior.presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    told = await said_to(*chats)
    assert all(words in told for words in (WORDS, ADDED, DRAFT, ANSWER))
    await resident.presses_data(1, f"rate:{plain(code)}:solved")
    await resident.hears("Cảm ơn")
    await resident.presses_data(1, f"erased:{plain(code)}")
    await resident.hears("Đã xóa nội dung")
    left = await said_to(*chats)
    assert [words for words in (WORDS, ADDED, DRAFT, ANSWER) if words in left] == []
    assert f"Kiến nghị {code}: nội dung đã được xóa." in left
    assert ANSWER in await said_to(resident), "what an author has in their own chat is theirs"


async def test_messages_about_another_petition_stay_as_they_are(town: Town) -> None:
    other = "Nắp hố ga trước số nhà 15 bị mất."
    code = await town.files(WORDS)
    await signed(town, code)
    await town.resident.presses_data(1, f"rate:{plain(code)}:solved")
    await town.resident.hears("Cảm ơn")
    kept = await town.files(other)
    await accepted(town, kept)
    await town.resident.presses_data(1, f"erased:{plain(code)}")
    await town.resident.hears("Đã xóa nội dung")
    left = await said_to(town.body, town.officer)
    assert other in left
    assert WORDS not in left


async def test_what_is_recognised_as_a_denunciation_is_gone_from_every_message(town: Town) -> None:
    code = await town.files(WORDS)
    await accepted(town, code)
    chats = await readers(town, code)
    assert WORDS in await said_to(*chats)
    officer = town.officer
    await officer.presses("Đây là tố cáo")
    await officer.presses("Xóa nội dung")
    await town.resident.hears(code, "tố cáo")
    assert WORDS not in await said_to(*chats)


async def test_an_erasure_empties_the_earlier_answer_that_stands_above_the_question_for_another(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    senior, body = await answered(town, code), town.body
    await senior.presses("Trả lại cơ quan")
    await senior.hears("cần cơ quan làm rõ")
    await senior.says("Ai đã thay bóng đèn?")
    await body.hears("Câu trả lời bị trả lại", code)
    await given(town, code, DRAFT + " " + ANSWER)
    await senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    assert f"Câu trả lời trước về {code}, đã bị trả lại\n{ANSWER}" in await said_to(body)
    await town.resident.presses_data(1, f"rate:{plain(code)}:solved")
    await town.resident.hears("Cảm ơn")
    await town.resident.presses_data(1, f"erased:{plain(code)}")
    await town.resident.hears("Đã xóa nội dung")
    assert ANSWER not in await said_to(body)
