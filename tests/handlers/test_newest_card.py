"""Of a petition's cards in a chat only the newest stands; a body's act renews that one."""

import re

from tests.courses import ANSWER, WORDS, accepted, adding, asking, given, plain, referred, signed, stands, writing
from tests.town import Person, Town, text_of


async def pressable(person: Person, code: str) -> list[int]:
    """Return which messages of a chat have buttons of a petition's card, oldest first."""
    await person.town.rests()
    await person.town.settles()
    return [
        one["message_id"]
        for one in await person.messages()
        for rows in [one.get("reply_markup", {}).get("inline_keyboard", [])]
        if code in text_of(one) and "Nội dung" in text_of(one) and rows
    ]


async def test_a_card_that_comes_anew_takes_the_buttons_of_the_one_before(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    first = body.last["message_id"]
    assert await pressable(body, code) == [first]
    await body.presses("Tiếp nhận")
    await town.settles()
    await body.catches_up()
    await body.presses_data(first, f"task:{plain(code)}")
    await body.hears(code, "Nội dung")
    second = body.last["message_id"]
    assert first < second
    assert await pressable(body, code) == [second]


async def test_an_older_card_says_that_there_is_a_newer_and_nothing_that_becomes_untrue(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    first, alone = body.last["message_id"], town.person("ward_officer")
    await alone.presses_data(1, f"task:{plain(code)}")
    await alone.hears(code, "Nội dung")
    await given(town, code)
    await town.senior.presses("Trả lại cơ quan")
    await town.senior.hears("cần cơ quan làm rõ")
    await town.senior.says("Ai đã thay bóng đèn?")
    await body.hears("Câu trả lời bị trả lại", code, "Nội dung")
    await pressable(body, code)
    assert await stands(body, first) == (f"⬇️ Phiếu cũ, xin xem phiếu mới nhất ở dưới: {code}\nChiếu sáng", False)
    for reader in (body, alone):
        assert (await stands(reader, reader.last["message_id"]))[0].startswith("↩️ Câu trả lời bị trả lại")


async def test_a_letter_with_the_card_takes_the_buttons_of_the_one_before(town: Town) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    body = town.body
    for term in ("15 ngày, thay hết đèn", "20 ngày, thay hết đèn cả ngõ"):
        [[version]] = await town.query("SELECT entries FROM petitions")
        await town.officer.presses_data(1, f"follow:{plain(code)}:{version}")
        await town.officer.hears("theo dõi thực hiện")
        await town.officer.says(term)
        await body.hears(code, "Nội dung", term.split(", ")[1])
        assert await pressable(body, code) == [body.last["message_id"]]


async def test_the_newest_card_says_at_once_that_the_resident_has_answered(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    card = body.last["message_id"]
    await body.presses("Hỏi người dân")
    await body.hears("viết câu hỏi", code)
    await body.says("Cột đèn mang số mấy?", reply_to=body.last["message_id"])
    await heads(body, card, "❓ Đã hỏi, chờ người dân trả lời")
    await town.resident.hears("Cột đèn mang số mấy?")
    await town.resident.presses("Trả lời")
    await town.resident.hears("viết")
    await town.resident.says("Cột số 7.")
    await town.resident.hears("Đã nhận")
    await town.resident.presses("✅ Gửi")
    await body.hears("Người dân bổ sung", code, "Cột số 7.")
    await town.rests()
    text, pressable_ = await stands(body, card)
    assert "chờ người dân trả lời" not in text
    assert "Cột số 7." in text
    assert pressable_


async def test_an_act_that_began_on_an_older_card_renews_the_newest(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    await (await adding(town, code, "Đèn vẫn tắt từ tối qua.")).presses("✅ Gửi")
    await body.hears("Người dân bổ sung kiến nghị", code)
    await town.rests()
    await body.presses("Mở phiếu")
    await town.settles()
    await town.rests()
    newest = (await pressable(body, code))[-1]
    await body.says(ANSWER, reply_to=asked)
    await body.hears("Đã nhận nội dung")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt", code)
    assert await pressable(body, code) in ([], [newest])
    assert (await stands(body, newest))[0].startswith("⏳ Đã trả lời, chờ Văn phòng Mặt trận duyệt")


async def test_a_card_whose_petition_is_withdrawn_says_so_and_keeps_no_word_of_it(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    alone, card = town.person("ward_officer"), body.last["message_id"]
    await alone.presses_data(1, f"task:{plain(code)}")
    await alone.hears(code, "Nội dung")
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await body.hears("Người dân đã rút", code, without="☑️")
    for reader, message in ((body, card), (alone, alone.last["message_id"])):
        assert await pressable(reader, code) == []
        left, _live = await stands(reader, message)
        assert left.startswith("☑️ Người dân đã rút kiến nghị")
        assert WORDS not in left


async def test_what_was_returned_or_erased_is_gone_from_each_card_of_the_body(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    alone, card = town.person("ward_officer"), body.last["message_id"]
    await alone.presses_data(1, f"task:{plain(code)}")
    await alone.hears(code, "Nội dung")
    await alone.presses("Chuyển trả")
    await alone.hears("vì sao")
    await alone.says("Việc này của Công an phường.")
    await body.hears("đã chuyển trả", code, "trong chat riêng")
    await town.rests()
    left, _live = await stands(body, card)
    assert left.startswith("↩️ Đã chuyển trả")
    assert WORDS not in left
    code = await town.files("Biển báo ngã tư bị đổ nhiều ngày.")
    resident = await signed(town, code)
    [shown] = [one for one in await body.messages() if code in text_of(one) and "Biển báo" in text_of(one)]
    await resident.presses_data(1, f"rate:{plain(code)}:solved")
    await resident.hears("Cảm ơn")
    await resident.presses_data(1, f"erased:{plain(code)}")
    await resident.hears("Đã xóa nội dung")
    await town.rests()
    assert "Biển báo" not in (await stands(body, shown["message_id"]))[0]


async def test_the_card_in_the_group_and_that_in_the_private_chat_are_apart(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    alone = town.person("ward_officer")
    await alone.presses_data(1, f"task:{plain(code)}")
    await alone.hears(code, "Nội dung")
    assert await pressable(body, code) == [body.last["message_id"]]
    assert await pressable(alone, code) == [alone.last["message_id"]]


async def test_the_card_says_by_itself_that_the_answer_was_signed_off(town: Town) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    body = town.body
    [shown] = [one for one in await body.messages() if code in text_of(one) and WORDS in text_of(one)]
    await town.rests()
    assert (await stands(body, shown["message_id"]))[0].startswith("✅ Câu trả lời đã được duyệt")


async def test_an_erasure_empties_the_card_in_a_group_that_was_replaced_too(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    body = town.body
    [shown] = [one for one in await body.messages() if code in text_of(one) and WORDS in text_of(one)]
    await resident.presses_data(1, f"rate:{plain(code)}:solved")
    await resident.hears("Cảm ơn")
    administrator = town.person("administrator")
    await administrator.says("/invite group ward_economy_infrastructure")
    token = re.search(r"/bind (\S+)", await administrator.hears("Mã gắn nhóm", "/bind"))
    assert token
    members = {"title": "Nhóm mới", "members": ["ward_officer"], "bot_member": True}
    async with town.http.post("/_sandbox/groups", json=members) as answer:
        group = town.person("ward_officer", int((await answer.json())["chat"]["id"]))
    await group.says(f"/bind {token[1]}")
    await group.hears("đã gắn với Phòng Kinh tế")
    await body.hears("gắn với một nhóm khác")
    await resident.presses_data(1, f"erased:{plain(code)}")
    await resident.hears("Đã xóa nội dung")
    await town.rests()
    assert (await stands(body, shown["message_id"]))[0] == f"Kiến nghị {code}: nội dung đã được xóa."


async def heads(body: Person, card: int, head: str) -> None:
    """Look whether a card says on its first line what is expected now, without having been opened anew."""
    await body.town.rests()
    assert (await stands(body, card))[0].startswith(head)


async def test_what_is_decided_of_more_time_or_reported_above_stands_on_the_card_at_once(town: Town) -> None:
    code = await town.files(WORDS)
    body = await asking(town, code, "5 ngày, chờ vật tư")
    await body.hears("Đã đề nghị gia hạn", code)
    [card] = await pressable(body, code)
    await heads(body, card, "⏳ Đã đề nghị gia hạn")
    await town.senior.hears("đề nghị gia hạn", code)
    await town.senior.presses("Không gia hạn")
    await town.senior.hears("vì sao không gia hạn")
    await town.senior.says("Việc này làm trong ngày được.")
    await body.hears("Không gia hạn", code)
    await heads(body, card, "⏳ Không được gia hạn, chờ cơ quan trả lời\nViệc này làm trong ngày được.")
    await body.presses("Xin gia hạn")
    await body.hears("bao nhiêu ngày")
    await body.says("3 ngày, chờ vật tư", reply_to=body.last["message_id"])
    await body.hears("Đã đề nghị gia hạn", code)
    await town.senior.hears("Thêm 3 ngày", code)
    await town.senior.presses("Cho gia hạn")
    await body.hears("Được gia hạn", code)
    await heads(body, card, "✅ Được gia hạn, chờ cơ quan trả lời\nHạn giải quyết: 17/12/2026")
    await town.senior.presses_data(1, f"open:{plain(code)}")
    await town.senior.hears(code, "Loại:")
    await town.senior.presses("Báo cáo cấp trên")
    await town.senior.hears("báo cáo tới đâu")
    await town.senior.presses("Thường trực Hội đồng nhân dân phường")
    await town.senior.hears("Đã báo cáo", code)
    await heads(body, card, "⬆️ Đã báo cáo cấp trên")


async def test_a_promise_that_is_signed_off_and_its_confirmation_stand_on_the_card_at_once(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    await body.presses("Gửi: sẽ giải quyết")
    await body.hears("để duyệt", code)
    senior = town.senior
    await senior.hears("Chờ duyệt", code)
    await senior.presses("✅ Duyệt")
    await senior.hears("Đã duyệt", code)
    await body.hears("đã được duyệt để gửi", code)
    [card] = [one["message_id"] for one in await body.messages() if "Các bước" not in text_of(one)
              and "Nội dung" in text_of(one) and code in text_of(one)]  # fmt: skip
    await heads(body, card, "📅 Chờ cơ quan thực hiện việc đã trả lời")
    await senior.presses("Đặt hạn mới")
    await senior.hears("đến bao giờ")
    await senior.presses("15 ngày")
    await body.hears("Chờ cơ quan thực hiện", code)
    await body.presses("Báo đã thực hiện")
    await body.hears("đã thực hiện những gì")
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận báo cáo")
    newest = (await pressable(body, code))[-1]
    await body.presses("✅ Gửi")
    await senior.hears("Cơ quan báo đã thực hiện", code)
    await senior.presses("Xác nhận đã thực hiện")
    await body.hears("đã xác nhận việc thực hiện", code)
    await heads(body, newest, "✅ Đã thực hiện, Văn phòng Mặt trận đã xác nhận")
