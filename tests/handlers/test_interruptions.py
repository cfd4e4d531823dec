"""What comes between: giving up, another language, a blocked bot, letters that cannot be sent."""

import asyncio
import re
import time

from sqlalchemy import text

from desk.letter import pack, say
from petitions.kinds import Field
from tests.courses import (
    ANSWER,
    STEPS,
    WORDS,
    answered,
    gives_up,
    opened,
    plain,
    reach,
    referred,
    step_of,
    writing,
)
from tests.town import PATIENCE, PNG, Person, Town, code_in


async def test_cancel_at_each_step_forgets_everything_and_a_second_one_says_there_is_nothing(town: Town) -> None:
    for step in STEPS:
        resident = await reach(town, step, agreed=step != STEPS[0])
        if step in {"words", "files"}:
            await resident.sends(PNG)
            await resident.is_told()
        await gives_up(resident)
        assert await step_of(town, resident) is None
        assert await town.query("SELECT 1 FROM media") == []
        await resident.says("/cancel")
        assert "Không có việc nào" in await resident.is_told()
    assert await town.query("SELECT 1 FROM petitions") == []


async def test_cancelling_an_addition_keeps_the_petition_and_its_files(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.sends(PNG)
    await resident.is_told()
    await resident.presses("Hủy")
    await resident.hears("không lấy lại được")
    await resident.presses("Chắc chắn bỏ")
    assert "Đã hủy" in await resident.is_told()
    assert await town.query("SELECT 1 FROM media") == []
    await resident.says(f"/status {code}")
    assert "Đang phân loại" in (told := await resident.is_told()) or "Đã tiếp nhận" in told


async def test_another_language_in_the_middle_goes_on_at_the_same_step_with_the_same_words(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.says("/language")
    await resident.is_told()
    await resident.sends(PNG)
    assert "Step 2" in await resident.is_told()
    for label in ("Continue", "Skip", "No name", "Send"):
        await resident.presses(label)
        told = await resident.is_told()
    assert "DN-" in told
    code = code_in(told)
    officer = await opened(town, code)
    assert WORDS in officer.last["text"]
    await resident.hears(code, without="Văn phòng")
    await resident.says("/language")
    await resident.is_told()
    await resident.says(f"/status {code}")
    assert "Ông/bà gửi kiến nghị" in await resident.is_told()


async def test_a_resident_who_blocks_the_bot_is_news_to_the_desk_and_holds_nobody_up(town: Town) -> None:
    code = await town.files(WORDS)
    other = await town.files(WORDS, "resident_2")
    await town.resident.blocks()
    officer = await opened(town, code)
    await officer.hears("Không gửi được tin", code)
    await opened(town, other)
    await town.person("resident_2").hears("đang xem xét", other)
    assert await town.query("SELECT 1 FROM contacts WHERE NOT reachable")
    change = {"chat_id": town.resident.chat, "action": "unblock", "account": "bot"}
    async with town.http.post("/_sandbox/members", json=change) as answer:
        assert answer.status == 200
    await town.resident.says(f"/status {code}")
    assert code in await town.resident.is_told()
    assert not await town.query("SELECT 1 FROM contacts WHERE NOT reachable")


async def test_an_answer_that_cannot_reach_a_resident_who_blocked_the_bot_is_news_to_the_desk(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    await town.resident.blocks()
    await senior.presses("✅ Duyệt")
    await town.officer.hears("Không gửi được tin", code)


async def test_a_letter_that_cannot_be_said_does_not_hold_up_those_behind_it(town: Town) -> None:
    await town.agrees()
    async with town.parts.store.unit() as unit:
        visitor = await unit.people.visitor("telegram", str(town.resident.chat), str(town.resident.chat))
        assert visitor
        await unit.deliveries.add(visitor.contact, pack(say("no-such-key")))
        await unit.deliveries.add(visitor.contact, b"no letter at all")
        await unit.deliveries.add(visitor.contact, pack(say(f"field-{Field.CAY}")))
    await town.resident.hears("Cây xanh")


async def test_letters_that_telegram_slows_down_arrive_later_in_their_order(town: Town) -> None:
    code = await town.files(WORDS)
    await town.goes_wrong(kind="429", method="sendMessage", chat_id=town.resident.chat, retry_after=1)
    await referred(town, code)
    await town.resident.hears("đang xem xét", code)
    await town.resident.hears("được chuyển tới", code)


async def evidence_that_telegram_lost(town: Town) -> str:
    """Let an answer with a photo and a document wait for sign-off, and Telegram forget both; return the code."""
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    await body.says(ANSWER, reply_to=asked)
    await body.sends(PNG, PNG, reply_to=str(asked))
    await body.sends(PNG, kind="document", reply_to=str(asked))
    await body.hears("3 tệp")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt")
    await town.senior.hears("Chờ duyệt", code)
    await becomes(town, "SELECT count(*) = 3 FROM media WHERE fetched_at IS NOT NULL")
    async with town.parts.store.unit() as unit:
        unknown = unit.people.box.seal(b"AgACAgUAAxkBAAInothing", "media-ref")
        await unit.connection.execute(text("UPDATE media SET ref_sealed = :ref"), {"ref": unknown})
    return code


async def becomes(town: Town, statement: str) -> None:
    """Wait until the database says yes."""
    ends = time.monotonic() + PATIENCE
    while not (await town.query(statement))[0][0]:
        assert time.monotonic() < ends, statement
        await asyncio.sleep(0.02)


async def files_of(person: Person) -> list[str]:
    """Return what kinds of files the bot has sent, a document with its name."""
    sent = [message for message in await person.messages() if message["from_bot"]]
    documents = [str(message["document"]["file_name"]) for message in sent if "document" in message]
    return ["photo" for message in sent if "photo" in message] + documents


async def test_an_answer_whose_files_telegram_has_lost_arrives_with_those_that_we_keep(town: Town) -> None:
    code = await evidence_that_telegram_lost(town)
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", ANSWER, code)
    assert await files_of(town.resident) == ["photo", "photo", "file0.png"]


async def test_an_answer_whose_files_nobody_has_any_more_still_arrives_in_words(town: Town) -> None:
    code = await evidence_that_telegram_lost(town)
    async with town.parts.store.unit() as unit:
        await unit.connection.execute(text("UPDATE media SET sealed = NULL"))
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", ANSWER, code)
    assert await files_of(town.resident) == []


async def test_a_group_that_puts_the_bot_out_leaves_the_work_to_its_officers_own_chats(town: Town) -> None:
    code = await town.files(WORDS)
    await town.body.blocks()
    await town.settles()
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:body:ward_economy_infrastructure")
    await officer.hears(code, "Phòng Kinh tế")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    alone = town.person("ward_officer")
    await alone.hears("Kiến nghị", code, "Đèn đường")
    assert "Đã tiếp nhận" in await alone.presses("Tiếp nhận")
    await alone.hears("Chờ cơ quan trả lời", code)


async def test_a_body_has_one_group_and_a_new_one_takes_the_place_of_the_old_one(town: Town) -> None:
    administrator, code = town.person("administrator"), await town.files(WORDS)
    await administrator.says("/invite group ward_economy_infrastructure")
    token = re.search(r"/bind (\S+)", await administrator.hears("Mã gắn nhóm", "/bind"))
    members = {"title": "Nhóm mới", "members": ["ward_officer"], "bot_member": True}
    async with town.http.post("/_sandbox/groups", json=members) as answer:
        group = town.person("ward_officer", int((await answer.json())["chat"]["id"]))
    assert token
    await group.says(f"/bind {token[1]}")
    await group.hears("đã gắn với Phòng Kinh tế")
    await town.body.hears("gắn với một nhóm khác")
    await administrator.hears("vừa được gắn với một nhóm")
    officer = await opened(town, code)
    await officer.presses_data(1, f"set:{plain(code)}:body:ward_economy_infrastructure")
    await officer.hears(code, "Phòng Kinh tế")
    await officer.presses("Xác nhận và chuyển")
    await group.hears(code, "Đèn đường")
    assert code not in " ".join(await town.body.screen())


async def test_a_petition_of_a_body_that_the_programme_names_no_longer_can_be_read_and_given_to_another(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    async with town.parts.store.unit() as unit:
        await unit.connection.execute(text("UPDATE petitions SET lead = 'dissolved_office'"))
    officer = town.officer
    await officer.says("/queue")
    await officer.hears(code)
    await opened(town, code)
    assert "dissolved_office" in officer.last["text"]
    assert "dissolved_office" in await officer.presses("Xác nhận và chuyển")
    await officer.presses_data(1, f"set:{plain(code)}:body:ward_economy_infrastructure")
    await officer.hears(code, "Phòng Kinh tế")
    await officer.presses("Xác nhận và chuyển")
    await town.resident.hears("được chuyển tới Phòng Kinh tế", code)


async def test_what_officers_say_to_one_another_is_no_answer_even_where_the_bot_sees_everything(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    promoted = {"chat_id": town.group, "action": "promote", "account": "bot"}
    async with town.http.post("/_sandbox/members", json=promoted) as changed:
        assert changed.status == 200, await changed.text()
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    await body.presses("Trả lời")
    await body.hears("đã làm gì")
    asked = body.last["message_id"]
    await body.says("Trưa nay ăn gì?")
    await body.says(ANSWER, reply_to=asked)
    await body.hears("Đã nhận nội dung")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt")
    assert "ăn gì" not in await town.senior.hears("Chờ duyệt", code, ANSWER)


async def test_an_answer_that_is_sent_back_comes_again_and_the_resident_reads_only_the_signed_one(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code, "Chúng tôi không biết.")
    mended = "Tổ chiếu sáng sửa xong ngày 21/11; không có ảnh vì trời tối."
    await senior.presses("Trả lại cơ quan")
    await senior.is_told()
    await senior.says("Xin nêu rõ ngày sửa.")
    await senior.hears("làm rõ câu trả lời")
    body = town.body
    await body.hears(code, "Xin nêu rõ ngày sửa.")
    await body.presses("Trả lời")
    await body.hears("đã làm gì")
    await body.says(mended, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt")
    await senior.hears("Chờ duyệt", mended)
    await senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", mended)
    assert not any("Chúng tôi không biết." in said for said in await town.resident.screen())
