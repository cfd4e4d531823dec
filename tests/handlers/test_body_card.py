"""A body's card says first what is expected of whom; words that nobody asked for in its group are answered."""

from datetime import UTC, datetime

import pytest

from desk.histories import superseded
from petitions.case import Audience, Entry
from petitions.roles import Role
from petitions.workflow import Act
from tests.courses import (
    ANSWER,
    WORDS,
    accepted,
    answered,
    given,
    invited,
    newcomer,
    opened,
    plain,
    referred,
    signed,
    stands,
    takes,
    writing,
)
from tests.town import PNG, Person, Town, text_of

NOT_TAKEN = "không được ghi"


async def card_of(person: Person, code: str) -> str:
    """Return the newest card of a petition as it stands in the chat now."""
    cards = [said for said in await person.screen() if code in said and "Nội dung" in said]
    return cards[-1]


async def test_the_headline_follows_the_state_and_the_card_is_renewed_in_its_place(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    assert text_of(body.last).startswith("📥 Chờ cơ quan tiếp nhận")
    assert await body.presses("Tiếp nhận") == f"✅ Đã tiếp nhận {code}. Hạn giải quyết: 14/12/2026."
    assert (await body.hears(code)).startswith("✍️ Chờ cơ quan trả lời\nHạn giải quyết: 14/12/2026")
    await body.presses("Hỏi người dân")
    await body.hears("viết câu hỏi")
    await body.says("Xin cho biết số nhà ạ?", reply_to=body.last["message_id"])
    await body.hears("Đã ghi nhận câu hỏi")
    await town.settles()
    assert (await card_of(body, code)).startswith("❓ Đã hỏi, chờ người dân trả lời, chậm nhất 30/11/2026")
    assert not {"Hỏi người dân", "⏳ Xin gia hạn"} & {*await body.buttons()}, (
        "what would be refused is not offered"
    )
    await given(town, code)
    await town.settles()
    card = await card_of(body, code)
    assert card.startswith("⏳ Đã trả lời, chờ Văn phòng Mặt trận duyệt\n\nKiến nghị")
    await town.senior.presses("✅ Duyệt")
    await body.hears("đã được duyệt để gửi người dân", code)
    await body.presses("Mở phiếu")
    assert (await body.hears(code, "Nội dung")).startswith("✅ Câu trả lời đã được duyệt")


async def test_what_must_be_mended_is_the_headline_and_is_said_once(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    await senior.presses("Trả lại cơ quan")
    await senior.hears("cần cơ quan làm rõ")
    await senior.says("Ai đã thay bóng đèn?")
    card = await town.body.hears(code, "Nội dung", "Ai đã thay")
    assert card.startswith("↩️ Câu trả lời bị trả lại, cần làm rõ\nAi đã thay bóng đèn?\nHạn giải quyết: 14/12")
    assert card.count("Ai đã thay bóng đèn?") == 1
    assert (await town.body.buttons())[0] == "✍️ Trả lời"


async def test_files_of_an_answer_that_another_replaced_come_no_more_and_are_said_to_be_left_out(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    for photos in (1, 2):
        await body.presses("✍️ Trả lời")
        await body.hears("đã làm gì")
        await body.sends(*[PNG] * photos, caption=ANSWER, reply_to=str(body.last["message_id"]))
        await body.hears(f"{photos} tệp minh chứng")
        await body.presses("✅ Gửi")
        await town.senior.hears("Chờ duyệt", code)
        await town.senior.presses("Trả lại cơ quan")
        await town.senior.hears("cần cơ quan làm rõ")
        await town.senior.says("Ai đã thay bóng đèn?")
        card = await body.hears("Câu trả lời bị trả lại", code)
    assert "📎 2 tệp" in card
    before = await sent_files(body)
    await body.presses("Xem tệp")
    await body.hears("2 tệp", "Không gửi 1 tệp của các bước đã qua")
    assert await sent_files(body) - before == 2


async def sent_files(person: Person) -> int:
    """Count the files that the bot has sent to a chat."""
    return sum(len(one["media"]) for one in await person.messages() if one["from_bot"])


async def test_a_card_that_was_returned_says_so_and_keeps_no_word_of_the_matter(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    card = body.last["message_id"]
    await body.presses("Chuyển trả")
    await body.hears("vì sao chuyển trả")
    await body.says("Việc này của Công an phường.", reply_to=body.last["message_id"])
    await body.hears("Đã chuyển trả", code)
    await town.settles()
    left, _live = await stands(body, card)
    assert left.startswith("↩️ Đã chuyển trả Văn phòng Mặt trận")
    assert WORDS not in left


@pytest.mark.parametrize(
    "why", ["Việc này của Công an phường.", "Chưa rõ: ngõ 68 có hai đầu, xin hỏi lại người dân là đầu nào."]
)
async def test_the_resident_is_promised_nothing_that_the_reason_of_a_return_may_not_lead_to(
    town: Town, why: str
) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.presses("Chuyển trả")
    await body.hears("vì sao chuyển trả")
    await body.says(why, reply_to=body.last["message_id"])
    told = await town.resident.hears(
        code, "cơ quan được giao đã trả lại", "sẽ xem lại và báo ông/bà bước tiếp theo"
    )
    assert "chuyển tới" not in told


async def test_accepting_in_private_changes_the_card_and_sends_nothing_beside_it(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    officer = town.person("ward_officer")
    await officer.presses_data(1, f"task:{plain(code)}")
    await officer.hears(code, "Chờ cơ quan tiếp nhận")
    before = len(await officer.screen())
    assert "Đã tiếp nhận" in await officer.presses("Tiếp nhận")
    assert (await officer.is_told()).startswith("✍️ Chờ cơ quan trả lời")
    assert len(await officer.screen()) == before


async def test_what_an_officer_does_in_private_is_a_line_in_the_bodys_group_with_the_way_to_the_card(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    group = await referred(town, code)
    officer = town.person("ward_officer")
    await officer.presses_data(1, f"task:{plain(code)}")
    await officer.hears(code, "Chờ cơ quan tiếp nhận")
    await officer.presses("Tiếp nhận")
    told = await group.hears(code, "đã tiếp nhận", "chat riêng")
    assert told.startswith(f"👤 {code}: Cán bộ")
    assert (await card_of(group, code)).startswith("✍️ Chờ cơ quan trả lời"), "the group's card is renewed too"
    await group.presses("Mở phiếu")
    await group.hears(code, "Chờ cơ quan trả lời")
    await officer.presses("✍️ Trả lời")
    await officer.hears("đã làm gì")
    await officer.says(ANSWER)
    await officer.hears("Đã nhận nội dung")
    await officer.presses("✅ Gửi")
    await officer.hears("để duyệt", code)
    await group.hears(code, "đã gửi câu trả lời để duyệt")


async def test_what_an_officer_does_in_the_group_is_said_there_once(town: Town) -> None:
    code = await town.files(WORDS)
    await answered(town, code)
    await town.settles()
    assert not any("chat riêng" in said for said in await town.body.screen())


async def test_more_time_that_was_asked_for_and_refused_are_headlines(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await body.presses("Xin gia hạn")
    await body.hears("bao nhiêu ngày")
    await body.says("5 ngày, chờ vật tư", reply_to=body.last["message_id"])
    await body.hears("Đã đề nghị gia hạn", code)
    confirmed = body.last["message_id"]
    await body.says("7 ngày mới đúng", reply_to=confirmed)
    said = await body.hears(NOT_TAKEN, code)
    assert "Đã đề nghị gia hạn thêm 5 ngày làm việc, đến ngày 21 tháng 12" in said
    assert "✍️ Trả lời" in await body.buttons()
    await town.senior.hears("gia hạn", code)
    await town.senior.presses("Không gia hạn")
    await town.senior.hears("vì sao không gia hạn")
    await town.senior.says("Việc này làm trong ngày được.")
    await body.hears("Không gia hạn", "làm trong ngày")
    await body.presses("Mở phiếu")
    said = await body.hears("Không được gia hạn", code)
    assert said.startswith(
        "⏳ Không được gia hạn, chờ cơ quan trả lời\nViệc này làm trong ngày được.\nHạn giải quyết"
    )


async def test_whoever_replies_to_the_bot_unasked_is_told_what_can_be_done(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    await body.gives(text="/cancel@dan_nguyen_demo_bot")
    await body.hears("Đã hủy")
    await body.says("Đã thay bóng đèn.", reply_to=asked)
    await body.hears(NOT_TAKEN, code, "Chờ cơ quan trả lời", "bấm một nút")
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    await body.gives(text="/cancel@dan_nguyen_demo_bot")
    await body.hears("Đã hủy")
    await body.sends(PNG, PNG, PNG, reply_to=str(asked))
    assert (await body.is_told()).count(NOT_TAKEN) == 1, "one answer for an album"
    await body.says("Các đồng chí xem giúp.")
    assert not await body.is_told(), "what is said to one another is left alone"
    async with town.http.post(
        "/_sandbox/members", json={"chat_id": town.group, "action": "add", "account": "resident_2"}
    ) as answer:
        assert answer.status == 200
    other = town.person("resident_2", town.group)
    await other.catches_up()
    await other.says("Để tôi xem.", reply_to=asked)
    assert "cán bộ đã đăng ký" in await other.is_told()


async def test_of_two_petitions_at_once_a_reply_about_the_one_is_not_written_into_the_other(town: Town) -> None:
    first = await town.files(WORDS)
    body = await writing(town, first)
    asked = body.last["message_id"]
    second = await town.files("Cống trước số 5 ngõ 20 tắc, nước tràn ra đường.", "resident_2")
    await writing(town, second)
    await body.says(ANSWER, reply_to=asked)
    await body.hears(NOT_TAKEN, f"Đang viết cho {second}", first)
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung", second)


async def test_a_card_that_nobody_leads_says_so_and_leads_to_another_class(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:kind:CAM_ON")
    await officer.hears(code, "không có cơ quan giải quyết", "Đổi phân loại")
    assert (await officer.buttons())[0] == "Đổi phân loại"


async def seen(town: Town) -> int:
    """Return the version of the newest petition, as a button made now would carry it."""
    [row] = await town.query("SELECT entries FROM petitions ORDER BY id DESC LIMIT 1")
    return int(row.entries)


async def test_where_the_law_moves_no_limit_more_time_is_not_offered_and_an_old_button_asks_for_no_words(
    town: Town,
) -> None:
    code = await town.files("Nhà bên cạnh lấn sang đất nhà tôi 30 cm, hai bên chưa thống nhất ranh giới.")
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:kind:TRANH_CHAP")
    await officer.hears(code, "Tranh chấp")
    await officer.presses_data(1, f"set:{plain(code)}:field:DAT")
    await officer.hears(code, "Đất đai")
    body = await accepted(town, code)
    assert "⏳ Xin gia hạn" not in await body.buttons()
    assert "✍️ Trả lời" in await body.buttons()
    card = body.last["message_id"]
    assert "không được kéo dài" in await body.presses_data(card, f"more:{plain(code)}:{await seen(town)}")
    assert not any("bao nhiêu ngày" in said for said in await body.screen())


async def test_more_days_than_the_law_gives_are_written_anew_at_the_same_question(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await body.presses("Xin gia hạn")
    await body.hears("bao nhiêu ngày")
    asked = body.last["message_id"]
    await body.says("90 ngày, chờ vật tư", reply_to=asked)
    await body.hears("từ 1 đến 60 ngày")
    await body.says("5 ngày, chờ vật tư", reply_to=asked)
    await body.hears("Đã đề nghị gia hạn", code)


async def test_a_card_that_the_office_took_back_says_so_when_an_old_button_is_pressed(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    card, old = body.last["message_id"], await seen(town)
    await town.officer.presses_data(1, f"recall:{plain(code)}:{old}")
    await body.hears("đã lấy lại", code)
    assert code in await body.presses_data(card, f"answer:{plain(code)}:{old}")
    await town.settles()
    left, live = await stands(body, card)
    assert left.startswith("☑️ Việc này không còn ở cơ quan")
    assert WORDS not in left
    assert not live
    assert "không còn giữ việc này" in await body.presses_data(card, f"files:{plain(code)}")


async def test_a_card_of_a_withdrawn_petition_says_so_when_an_old_button_is_pressed(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    card, old = body.last["message_id"], await seen(town)
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await body.hears("Người dân đã rút", code)
    assert "người dân đã rút" in await body.presses_data(card, f"more:{plain(code)}:{old}")
    await town.settles()
    left, _live = await stands(body, card)
    assert left.startswith("☑️ Người dân đã rút kiến nghị")
    assert WORDS not in left


async def test_what_a_resident_adds_does_not_hide_that_the_answer_was_sent_back(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    await senior.presses("Trả lại cơ quan")
    await senior.hears("cần cơ quan làm rõ")
    await senior.says("Ai đã thay bóng đèn?")
    await town.body.hears(code, "Nội dung", "Ai đã thay")
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("Xin viết thêm")
    await resident.says("Đèn vẫn tắt từ tối qua.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await town.body.hears("Người dân bổ sung kiến nghị", code)
    await town.body.presses("Mở phiếu")
    said = await town.body.hears(code, "Nội dung", "Đèn vẫn tắt")
    assert said.startswith("↩️ Câu trả lời bị trả lại, cần làm rõ\nAi đã thay bóng đèn?")


async def test_the_headline_of_what_was_not_solved_says_what_is_missing(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay", code)
    await resident.says("Đèn lại tắt từ 8 giờ tối.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await town.body.hears("Người dân bổ sung kiến nghị", code)
    await town.body.presses("Mở phiếu")
    said = await town.body.hears(code, "Nội dung")
    assert said.startswith("❗ Người dân cho biết chưa giải quyết xong, chờ cơ quan trả lời lại\nĐèn lại tắt từ 8")
    assert said.count("Đèn lại tắt") == 1


async def test_whoever_is_not_registered_is_told_in_the_group_who_may_act(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    async with town.http.post(
        "/_sandbox/members", json={"chat_id": town.group, "action": "add", "account": "resident_2"}
    ) as answer:
        assert answer.status == 200
    other = town.person("resident_2", town.group)
    press = f"accept:{plain(code)}:{await seen(town)}"
    assert "Chỉ cán bộ đã đăng ký" in await other.presses_data(body.last["message_id"], press)
    await town.agrees("resident_2")
    assert "Chỉ cán bộ đã đăng ký" in await other.presses_data(body.last["message_id"], press)


async def colleague(town: Town) -> Person:
    """Let a second officer of the ward office join its group."""
    other = await newcomer(town, "officer_2", "Cán bộ phòng Kinh tế 2")
    await takes(town, other, "body_officer ward_economy_infrastructure")
    async with town.http.post(
        "/_sandbox/members", json={"chat_id": town.group, "action": "add", "account": other.key}
    ) as answer:
        assert answer.status == 200
    return Person(town, other.key, town.group)


async def test_what_one_officer_writes_no_colleague_sends_or_cancels(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    other = await colleague(town)
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    draft = body.last["message_id"]
    assert "cán bộ khác đang viết" in await other.presses_data(draft, "gathered:answer:settled")
    assert "cán bộ khác đang viết" in await other.presses_data(draft, "cancel")
    second = await town.files("Cống trước số 5 ngõ 20 tắc, nước tràn ra đường.", "resident_2")
    await accepted(town, second)
    await other.presses_data(town.body.last["message_id"], f"answer:{plain(second)}:{await seen(town)}")
    await other.hears("đã làm gì", second)
    await other.says("Đã thông cống.", reply_to=other.last["message_id"])
    await other.hears(
        "Đã nhận nội dung",
        second,
        "Người viết: Cán bộ cơ quan giải quyết 2 (trên Telegram: Cán bộ phòng Kinh tế 2)",
    )
    assert "cán bộ khác đang viết" in await other.presses_data(draft, "cancel")
    await town.settles()
    left, _live = await stands(body, draft)
    assert ANSWER in left, "what a colleague writes stands as it stood"


@pytest.mark.parametrize("press", ["Hủy", "Viết tiếp"])
async def test_what_is_half_written_for_another_petition_is_dropped_or_gone_on_with_in_the_group(
    town: Town, press: str
) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    second = await town.files("Cống trước số 5 ngõ 20 tắc, nước tràn ra đường.", "resident_2")
    await accepted(town, second)
    await body.presses_data(town.body.last["message_id"], f"answer:{plain(second)}:{await seen(town)}")
    await body.hears("đang viết dở cho kiến nghị", code)
    assert "cán bộ khác" not in await body.presses(press)
    await body.hears(*(("Bỏ nội dung đang soạn?",) if press == "Hủy" else ("Đã nhận nội dung", code)))


async def test_who_answers_after_a_colleague_did_reads_where_it_stands(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    other = await colleague(town)
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    draft = body.last["message_id"]
    await other.catches_up()
    await other.presses_data(1, f"answer:{plain(code)}:{await seen(town)}")
    await other.hears("đã làm gì", code)
    await other.says(ANSWER, reply_to=other.last["message_id"])
    await other.hears("Đã nhận nội dung")
    await other.presses_data(other.last["message_id"], "gathered:answer:settled")
    await other.hears("để duyệt", code)
    assert "chờ duyệt" in await body.presses_data(draft, "gathered:answer:settled")
    await town.settles()
    left, _live = await stands(body, draft)
    assert left.startswith("⏳ Đã trả lời, chờ Văn phòng Mặt trận duyệt")
    await body.says("Xin ghi thêm: tổ chiếu sáng làm.", reply_to=draft)
    assert "liên hệ Văn phòng Mặt trận" in await body.hears(NOT_TAKEN, code)


async def test_what_is_still_to_be_carried_out_is_the_headline(town: Town) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    officer, body = town.officer, town.body
    await officer.presses_data(1, f"follow:{plain(code)}:{await seen(town)}")
    await officer.hears("theo dõi thực hiện")
    await officer.says("15 ngày, thay hết đèn cả ngõ")
    said = await body.hears(code, "Chờ cơ quan thực hiện", "thay hết đèn cả ngõ")
    assert said.count("thay hết đèn") == 1
    await body.presses("Báo đã thực hiện")
    await body.hears("đã thực hiện những gì")
    await body.says("Ngày 24/11/2026 tổ chiếu sáng đã thay bóng đèn ngõ 20.", reply_to=body.last["message_id"])
    await body.hears("Đã nhận báo cáo")
    await body.presses("✅ Gửi")
    await body.hears("Đã báo thực hiện", code)
    await town.senior.hears("báo đã thực hiện", code)
    await town.senior.presses("Chưa xong")
    await town.senior.hears("theo dõi thực hiện")
    await town.senior.says("7 ngày, còn hai bóng cuối ngõ")
    said = await body.hears(code, "Chưa được xác nhận", "Hạn thực hiện")
    assert said.startswith("↩️ Chưa được xác nhận là đã thực hiện xong")
    assert "\ncòn hai bóng cuối ngõ\n" in said


async def test_what_was_superseded_is_one_line_on_the_bodys_card_and_a_button_brings_every_word(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    await senior.presses("Trả lại cơ quan")
    await senior.hears("cần cơ quan làm rõ")
    await senior.says("Ai đã thay bóng đèn?")
    body = town.body
    said = await body.hears(code, "Nội dung", "Ai đã thay")
    assert ANSWER in said, "the newest answer stands in full until there is another"
    second = "Tổ chiếu sáng của phường đã thay bóng đèn ngày 20/11/2026."
    await given(town, code, second)
    await body.presses_data(1, f"task:{plain(code)}")
    said = await body.hears(
        code, "Nội dung", "Các bước đã qua\nTrả lời lần 1: 09:0", "\nCâu trả lời bị trả lại: 09:0"
    )
    assert WORDS in said
    assert second in said
    assert ANSWER not in said
    assert "Ai đã thay" not in said
    await body.presses("Đọc đầy đủ")
    said = await body.hears(code, ANSWER, "Ai đã thay", second)
    assert "Các bước đã qua" not in said
    assert "Đọc đầy đủ" not in str(body.last.get("reply_markup"))


def entry(position: int, act: Act, **facts: str) -> Entry:
    """Make an entry with words."""
    at = datetime(2026, 11, 20, 2, position, tzinfo=UTC)
    return Entry(position, at, 1, Role.TRIAGE, act, frozenset({Audience.BODY}), None, facts, {"words": "…"})


@pytest.mark.parametrize(
    ("acts", "short"),
    [
        ((Act.EXTEND,), []),
        ((Act.EXTEND, Act.DENY), [Act.EXTEND]),
        ((Act.EXTEND, Act.DENY, Act.ANSWER), [Act.EXTEND, Act.DENY]),
        ((Act.PART, Act.ANSWER, Act.SEND_BACK), []),
        ((Act.PART, Act.ANSWER, Act.SEND_BACK, Act.ANSWER), [Act.ANSWER, Act.SEND_BACK]),
        ((Act.PART, Act.ANSWER, Act.DISPUTE, Act.REOPEN), [Act.PART]),
        ((Act.ANSWER, Act.FOLLOW_UP, Act.CARRY_OUT, Act.FOLLOW_UP), [Act.FOLLOW_UP]),
        ((Act.ASK, Act.SUPPLY, Act.ANSWER, Act.DISPUTE), []),
    ],
)
def test_what_nobody_goes_by_any_more_is_superseded(acts: tuple[Act, ...], short: list[Act]) -> None:
    history = [entry(0, Act.FILE), *(entry(place, act) for place, act in enumerate(acts, 1))]
    assert [one.act for one in superseded(history, "lead")] == short


@pytest.mark.parametrize(
    ("acts", "short"),
    [
        (((Act.ANSWER, "other"), (Act.ANSWER, "lead")), []),
        (((Act.ANSWER, "other"), (Act.ANSWER, "other")), [1]),
        (((Act.ANSWER, "other"), (Act.ANSWER, "lead"), (Act.REOPEN, "lead")), [1]),
        (((Act.RETURN, "other"), (Act.ACCEPT, "third")), []),
        (((Act.PART, "other"), (Act.RETURN, "other"), (Act.REFER, "lead")), [1]),
        (((Act.EXTEND, "other"), (Act.SEND_BACK, "other"), (Act.REFER, "lead"), (Act.EXTEND, "lead")), [1, 2]),
        (((Act.RETURN, "lead"), (Act.REFER, "lead")), []),
        (((Act.RETURN, "lead"), (Act.REFER, "lead"), (Act.ACCEPT, "lead")), [1]),
    ],
)
def test_what_other_bodies_said_is_superseded_when_the_matter_is_taken_up_anew(
    acts: tuple[tuple[Act, str], ...], short: list[int]
) -> None:
    history = [entry(0, Act.FILE), *(entry(place, act, body=body) for place, (act, body) in enumerate(acts, 1))]
    assert [one.position for one in superseded(history, "lead")] == short


async def test_what_a_former_lead_said_is_a_line_each_and_in_the_whole_card_stands_by_its_name(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    police = await invited(town, "resident_2", "body_officer ward_police")
    await body.presses("Trả lời một phần")
    await body.hears("phần việc nào đã xong")
    await body.says("Đã kiểm tra cột đèn.", reply_to=body.last["message_id"])
    await body.hears("Đã nhận phần")
    await body.presses("✅ Gửi")
    await body.hears("Đã lưu một phần")
    await body.presses("Chuyển trả")
    await body.hears("vì sao chuyển trả")
    await body.says("Việc này của Công an.", reply_to=body.last["message_id"])
    await body.hears("Đã chuyển trả", code)
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:body:ward_police")
    await officer.hears(code, "Công an phường")
    await officer.presses("Xác nhận và chuyển")
    said = await police.hears(code, "Chờ cơ quan tiếp nhận")
    assert "\nTrả lời một phần: 09:0" in said
    assert "– Phòng Kinh tế, Hạ tầng và Đô thị phường" in said
    assert "Đã kiểm tra cột đèn." not in said
    assert "Phòng Kinh tế, Hạ tầng và Đô thị phường chuyển trả\nViệc này của Công an." in said, (
        "it is still to be decided"
    )
    await police.presses("Tiếp nhận")
    await police.hears(code, "Chờ cơ quan trả lời", "\nChuyển trả: 09:0", without="Việc này của Công an.")
    await police.presses("Đọc đầy đủ")
    said = await police.hears("Đã kiểm tra cột đèn.", "Việc này của Công an.")
    assert "Đô thị phường (chủ trì trước đây) trả lời một phần\nĐã kiểm tra" in said


async def test_who_writes_on_for_a_petition_that_was_taken_back_meanwhile_reads_so_at_once(town: Town) -> None:
    code = await town.files(WORDS)
    body, alone = await accepted(town, code), town.person("ward_officer")
    await alone.presses_data(1, f"answer:{plain(code)}:{await seen(town)}")
    await alone.hears("đã làm gì", code)
    await alone.says(ANSWER)
    await alone.hears("Đã nhận nội dung")
    await town.officer.presses_data(1, f"recall:{plain(code)}:{await seen(town)}")
    await body.hears("đã lấy lại", code)
    await alone.says("Đã kiểm tra lại lúc 20 giờ.")
    assert "Đã nhận" not in await alone.hears("không còn giữ việc này")
    await alone.hears("Việc này không còn ở cơ quan", code)
    await town.settles()
    assert await alone.buttons() == []


@pytest.mark.parametrize("rating", ["solved", "partly"])
async def test_a_card_says_that_the_petition_has_ended_once_its_author_is_content(town: Town, rating: str) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    [card, *_] = [one["message_id"] for one in await town.body.messages() if f"Kiến nghị {code}\n" in text_of(one)]
    assert (await stands(town.body, card))[0].startswith("✅ Câu trả lời đã được duyệt")
    await town.resident.presses_data(1, f"rate:{plain(code)}:{rating}")
    await town.resident.hears("đã kết thúc", code)
    await town.rests()
    assert (await stands(town.body, card))[0].startswith("☑️ Đã kết thúc")
