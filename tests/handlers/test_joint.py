"""A lead and a body that takes part, each on its clock: the lead waits for the other or says why not."""

from desk.audit import verify
from tests.courses import ANSWER, WORDS, accepted, invited, opened, plain
from tests.town import PNG, Person, Town


async def joined(town: Town, code: str) -> tuple[Person, Person]:
    """Let the desk ask the police to take part; return the lead's officer in its group, and theirs in private."""
    police = await invited(town, "resident_2", "body_officer ward_police")
    lead = await accepted(town, code)
    officer = await opened(town, code)
    await officer.presses("Mời phối hợp")
    await officer.hears("mời cơ quan nào")
    await officer.presses_data(1, f"involved:{plain(code)}:ward_police")
    await officer.hears("Đã mời", code)
    asked = await police.hears(code, "trả lời cơ quan chủ trì")
    assert "ngày làm việc từ khi tiếp nhận" in asked, "it reads how long it will have before it accepts"
    await lead.hears("được mời phối hợp", code, "Công an phường")
    return lead, police


async def writes(person: Person, code: str, button: str, words: str, *, photo: bool = False) -> None:
    """Write what a button asks for, with a photo perhaps, and send it."""
    await person.presses(button)
    await person.hears(f"(kiến nghị {code})")
    asked = person.last["message_id"]
    await person.says(words, reply_to=asked)
    if photo:
        await person.hears("Đã nhận")
        await person.sends(PNG, reply_to=str(asked))
        await person.hears("1 tệp")


async def test_a_contribution_goes_to_the_lead_whose_answer_waits_for_it_and_has_all_parts(town: Town) -> None:
    code = await town.files(WORDS)
    lead, police = await joined(town, code)
    await police.presses("✅ Tiếp nhận")
    card = await police.hears("Hạn giải quyết: 02/12/2026")
    assert "Phối hợp: Công an" not in card, "one's own share is told once"
    [row] = await town.query("SELECT entries FROM petitions")
    assert "chưa trả lời" in await lead.presses_data(1, f"answer:{plain(code)}:{row.entries}")
    await writes(police, code, "✍️ Trả lời", "Đã tuần tra ngõ 20 tối 20/11.", photo=True)
    assert "Cơ quan chủ trì sẽ đọc" in police.last["text"]
    assert "Người dân sẽ đọc" not in police.last["text"]
    await police.presses("✅ Gửi")
    await police.hears("tới cơ quan chủ trì", code, without="để duyệt")
    await lead.hears(code, "phối hợp, trả lời", "Đã tuần tra ngõ 20", without="hạn: 02/12")
    assert not any("tuần tra" in said for said in [*await town.senior.screen(), *await town.resident.screen()])
    await writes(lead, code, "Trả lời một phần", "Sáng 20/11 tổ chiếu sáng đã kiểm tra cột đèn.")
    await lead.hears("Đã nhận phần trả lời")
    await lead.presses("✅ Gửi")
    await lead.hears("Đã lưu một phần", code)
    await lead.presses("Về phiếu")
    await lead.hears(code, "trả lời một phần")
    await writes(lead, code, "✍️ Trả lời", ANSWER)
    shown = await lead.hears("Đã nhận nội dung", "Người dân sẽ đọc", ANSWER)
    assert "đã kiểm tra cột đèn" in shown
    await lead.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code, "tuần tra", ANSWER)
    await town.senior.presses("✅ Duyệt")
    told = await town.resident.hears("Trả lời kiến nghị", code)
    assert "đã kiểm tra cột đèn" in told
    assert ANSWER in told
    assert "tuần tra" not in told, "what was contributed is the lead's to use"
    shares = await town.query("SELECT body, status FROM referrals ORDER BY id")
    assert {row.status for row in shares} == {"signed_off"}
    await town.resident.presses("Chưa giải quyết")
    await lead.hears("chờ cơ quan trả lời lại", code)
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_a_lead_that_goes_on_without_says_why_and_the_other_is_free(town: Town) -> None:
    code = await town.files(WORDS)
    lead, police = await joined(town, code)
    await lead.presses_data(1, f"task:{plain(code)}")
    await lead.hears(code, "chưa tiếp nhận")
    await lead.presses("Không chờ phối hợp")
    await lead.hears("vì sao không chờ")
    await lead.says("Việc đã xong.", reply_to=lead.last["message_id"])
    await lead.hears("không chờ phối hợp")
    await police.hears("không chờ phối hợp nữa", "Việc đã xong.")
    assert "reply_markup" not in police.last, "there is no card of theirs any more"
    [row] = await town.query("SELECT entries FROM petitions")
    assert "không còn giữ việc này" in await police.presses_data(1, f"accept:{plain(code)}:{row.entries}")
    await police.says("/tasks")
    assert "không có việc nào" in await police.is_told()
    assert "đã làm gì" not in await lead.is_told()
    await lead.presses_data(1, f"answer:{plain(code)}:{row.entries}")
    await lead.hears("đã làm gì")


async def test_a_body_that_takes_part_neither_asks_the_resident_nor_for_more_time(town: Town) -> None:
    code = await town.files(WORDS)
    _lead, police = await joined(town, code)
    await police.presses("✅ Tiếp nhận")
    await police.hears("Hạn giải quyết")
    [row] = await town.query("SELECT entries FROM petitions")
    for verb in ("bodyask", "more", "waive"):
        assert "không có quyền" in await police.presses_data(1, f"{verb}:{plain(code)}:{row.entries}")
    assert not any("Công an" in said for said in (await town.resident.screen())[-3:]), "the lead's date is told"
