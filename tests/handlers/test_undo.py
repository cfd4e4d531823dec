"""An officer takes back what they have just decided: nobody is told, everything stands as it did before."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from desk import files
from desk.audit import verify
from storage.media import NewMedia
from tests import courses
from tests.courses import ANSWER, WORDS, opened, plain
from tests.town import Person, Town, office_rules, open_town, text_of

HOLD = timedelta(seconds=60)


@pytest.fixture
async def town(staffed: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run everything with a minute in which decisions can be undone."""
    async with open_town(staffed, tmp_path, replace(office_rules(), hold=HOLD)) as running:
        yield running


async def later(town: Town, by: timedelta = HOLD + timedelta(seconds=3)) -> None:
    """Let time pass, and everything happen that waited for it."""
    town.clock.move(by)
    await town.keep_house()
    await town.rests()


async def words(person: Person, button: str, typed: str = "Xin nêu rõ hơn.") -> None:
    """Press a button that asks for words, and write them."""
    await person.presses(button)
    await person.hears("Xin viết")
    await person.says(typed)


async def referring(town: Town, code: str) -> Person:
    officer = await opened(town, code)
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    return officer


async def referred(town: Town, code: str) -> Person:
    await referring(town, code)
    await later(town)
    await town.body.hears(code)
    return town.body


async def answered(town: Town, code: str, said: str = ANSWER) -> Person:
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    return await writes_answer(town, code, said)


async def writes_answer(town: Town, code: str, said: str = ANSWER) -> Person:
    body = town.body
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    await body.says(said, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt", code)
    await town.senior.hears("Chờ duyệt", code)
    return town.senior


async def asking(town: Town, code: str) -> Person:
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    await body.presses("Xin gia hạn")
    await body.hears("bao nhiêu ngày")
    await body.says("5 ngày, chờ vật tư", reply_to=body.last["message_id"])
    await body.hears("Đã đề nghị gia hạn")
    await town.senior.hears("đề nghị gia hạn", code)
    return town.senior


async def disputed(town: Town, code: str) -> Person:
    """Let the resident say "not solved" twice: the second time the desk decides."""
    senior = await answered(town, code)
    for again in (True, False):
        await senior.presses("✅ Duyệt")
        await later(town)
        await town.resident.hears("Trả lời kiến nghị", code)
        await town.resident.presses("Chưa giải quyết")
        await town.resident.hears("còn thiếu điều gì")
        await town.officer.hears("chưa giải quyết xong", code)
        if again:
            await town.body.hears("chờ cơ quan trả lời lại", code)
            await writes_answer(town, code)
    return await opened(town, code)


async def stands(town: Town) -> list[Any]:
    """Return everything that the records hold of petitions and referrals, but not their histories."""
    petitions = [
        {name: value for name, value in row._mapping.items() if name not in {"head", "entries"}}
        for row in await town.query("SELECT * FROM petitions")
    ]
    return [*petitions, *await town.query("SELECT * FROM referrals ORDER BY id")]


async def told(town: Town) -> list[Any]:
    """Return how many letters about petitions each contact has got."""
    return await town.query("""
        SELECT contact_id, count(*) FROM deliveries WHERE petition_id IS NOT NULL AND sent_at IS NOT NULL
         GROUP BY 1 ORDER BY 1
    """)


Way = Callable[[Town, str], Awaitable[Person]]
DECISIONS: dict[str, tuple[Way, str, str]] = {
    "refer": (opened, "Xác nhận và chuyển", ""),
    "ask": (opened, "Hỏi người dân", "Xin viết"),
    "guide": (opened, "Hướng dẫn nơi khác", "Xin viết"),
    "store": (opened, "Từ chối, nêu lý do", "Xin viết"),
    "sign_off": (answered, "✅ Duyệt", ""),
    "send_back": (answered, "Trả lại cơ quan", "Xin viết"),
    "grant": (asking, "Cho gia hạn", ""),
    "deny": (asking, "Không gia hạn", "Xin viết"),
    "uphold": (disputed, "Giải thích và kết thúc", "Xin viết"),
}


@pytest.mark.parametrize("act", DECISIONS)
async def test_an_undone_decision_leaves_no_trace_but_in_the_history_and_nobody_hears_of_it(
    town: Town, act: str
) -> None:
    way, button, asks = DECISIONS[act]
    code = await town.files(WORDS)
    officer = await way(town, code)
    await later(town)
    before, letters = await stands(town), await told(town)
    if asks:
        await words(officer, button)
        if act in {"guide", "store", "uphold"}:
            await officer.hears("Người dân sẽ đọc", "Xin nêu rõ hơn.")
            await officer.presses("✅ Gửi")
    else:
        await officer.presses(button)
    await officer.hears("có thể bấm “Hoàn tác”", code)
    assert await stands(town) != before
    await officer.presses("Hoàn tác")
    await officer.hears("Đã hoàn tác", code)
    await town.settles()
    await later(town, timedelta(minutes=5))
    assert await stands(town) == before
    assert await told(town) == letters
    acts = [row.act for row in await town.query("SELECT act FROM entries ORDER BY petition_id, position")]
    assert acts[-2:] == [act, "undo"]
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


@pytest.mark.parametrize(
    ("way", "button", "decided", "waits"),
    [
        (answered, "✅ Duyệt", "Đã duyệt: ", "Chờ duyệt: "),
        (asking, "Cho gia hạn", "Đã gia hạn: ", "đề nghị gia hạn "),
    ],
)
async def test_the_letter_stands_again_when_what_was_decided_elsewhere_is_undone(
    town: Town, way: Way, button: str, decided: str, waits: str
) -> None:
    code = await town.files(WORDS)
    senior = await way(town, code)
    letter = senior.last["message_id"]
    await senior.presses("Mở phiếu")
    await senior.hears("Loại:", code)
    for press, heading, live in ((button, decided, False), ("Hoàn tác", waits, True)):
        await senior.presses(press)
        await town.settles()
        [found] = [one for one in await senior.messages() if one["message_id"] == letter]
        assert f"{heading}{code}" in text_of(found).splitlines()[0]
        assert bool(found["reply_markup"]["inline_keyboard"] if "reply_markup" in found else False) is live


@pytest.mark.parametrize("button", ["Trả lại cơ quan", "Vẫn duyệt, nêu lý do"])
async def test_the_opened_card_on_which_a_decision_with_words_began_stands_again_too(
    town: Town, button: str
) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code, "Đã thay bóng đèn.")
    await senior.presses("Mở phiếu")
    await senior.hears("Loại:", code)
    card = senior.last["message_id"]
    await words(senior, button)
    await senior.hears("có thể bấm “Hoàn tác”", code)
    await town.settles()
    assert not (await courses.stands(senior, card))[1]
    await senior.presses("Hoàn tác")
    await senior.hears("Đã hoàn tác", code)
    await town.settles()
    said, live = await courses.stands(senior, card)
    assert said.startswith(f"Chờ duyệt: {code}")
    assert live


async def test_a_colleague_reads_of_a_recall_that_nothing_waits_once_it_cannot_be_undone(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await asking(town, code)
    letter = senior.last["message_id"]
    officer = await opened(town, code)
    for undone in (True, False):
        await officer.presses("Lấy lại")
        await officer.hears("có thể bấm “Hoàn tác”", code)
        if undone:
            await officer.presses("Hoàn tác")
            await officer.hears("Đã hoàn tác", code)
        await later(town)
        [found] = [one for one in await senior.messages() if one["message_id"] == letter]
        assert ("Không còn chờ" in text_of(found)) is not undone
        assert ("reply_markup" in found) is undone
        if undone:
            await officer.presses("Mở phiếu")
            await officer.hears("Loại:", code)


async def test_a_referral_taken_back_is_undone_too(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    officer = await opened(town, code)
    before, letters = await stands(town), await told(town)
    await officer.presses("Lấy lại")
    await officer.hears("có thể bấm “Hoàn tác”", code)
    await officer.presses("Hoàn tác")
    await officer.hears("Đã hoàn tác", code)
    await town.settles()
    await later(town, timedelta(minutes=5))
    assert (await stands(town), await told(town)) == (before, letters)


async def test_what_was_undone_can_be_decided_anew_and_is_told_once(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await referring(town, code)
    await officer.presses("Hoàn tác")
    await officer.hears("Đã hoàn tác", code)
    await referring(town, code)
    await later(town)
    assert sum("đã được chuyển tới" in said for said in await town.resident.screen()) == 1
    assert sum(code in said for said in await town.body.screen()) == 1
    await town.resident.says(f"/status {code}")
    assert (await town.resident.is_told()).count("Chuyển tới") == 1


async def test_the_letters_of_a_decision_wait_a_minute_and_go_then(town: Town) -> None:
    code = await town.files(WORDS)
    await referring(town, code)
    await later(town, HOLD - timedelta(seconds=5))
    assert not any("đã được chuyển tới" in said for said in await town.resident.screen())
    assert not any(code in said for said in await town.body.screen())
    await later(town, timedelta(seconds=8))
    await town.resident.hears("được chuyển tới", code)
    await town.body.hears(code, "Đèn đường")


async def test_after_a_minute_nothing_is_undone_and_it_is_said_why(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await referring(town, code)
    await later(town)
    assert "trong 60 giây" in await officer.presses("Hoàn tác")
    await officer.hears("Loại:", code)
    assert "↩️ Hoàn tác" not in await officer.buttons()
    assert await town.query("SELECT 1 FROM petitions WHERE status = 'referred'")


async def test_what_an_officer_reads_of_a_decision_is_true_before_and_after_the_minute(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Xác nhận và chuyển")
    said = await officer.hears("Đã chuyển", code)
    (at,) = (await town.query("SELECT at FROM entries WHERE act = 'refer'"))[0]
    until = (at + HOLD).astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
    assert f"được gửi từ lúc {until:%H:%M:%S}" in said
    assert "Chưa ai" not in said


async def test_only_who_decided_can_undo_and_only_while_nobody_did_anything_since(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await referring(town, code)
    number = officer.last["message_id"]
    (position,) = (await town.query("SELECT entries FROM petitions"))[0]
    data = f"undo:{plain(code)}:{position}"
    assert "Chỉ người vừa làm" in await town.senior.presses_data(1, data)
    assert "không có quyền" in await town.resident.presses_data(1, data)
    await town.resident.presses_data(1, f"supply:{plain(code)}")
    await town.resident.hears("viết thêm")
    await town.resident.says("Cột đèn số 7.")
    await town.resident.hears("Đã nhận")
    await town.resident.presses("✅ Gửi")
    await town.resident.hears("Đã gửi phần bổ sung")
    assert "việc khác" in await officer.presses_data(number, f"undo:{plain(code)}:{position}")
    assert await town.query("SELECT 1 FROM petitions WHERE status = 'referred'")


async def test_a_decision_is_undone_once_however_often_it_is_pressed(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await referring(town, code)
    number, (position,) = officer.last["message_id"], (await town.query("SELECT entries FROM petitions"))[0]
    await officer.presses("Hoàn tác")
    await officer.hears("Đã hoàn tác", code)
    assert "đã được hoàn tác" in await officer.presses_data(number, f"undo:{plain(code)}:{position}")
    assert len(await town.query("SELECT 1 FROM entries WHERE act = 'undo'")) == 1


async def test_a_file_that_arrives_meanwhile_stands_in_nobodys_way(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await referring(town, code)
    (person,) = (await town.query("SELECT person_id FROM petitions"))[0]
    async with town.parts.store.unit() as unit:
        file = await unit.media.add(person, NewMedia("photo", "telegram", "AgACAgUAAxkBAAIfile"))
        placed = "UPDATE media SET petition_id = (SELECT id FROM petitions), entry_position = 1"
        await unit.connection.execute(text(placed))
        await files.keep(unit, town.parts.office, file, b"bytes of a photo")
    await officer.presses("Hoàn tác")
    await officer.hears("Đã hoàn tác", code)
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()


async def test_a_weak_answer_whose_signing_was_undone_is_weak_again_and_its_reason_stands_nowhere(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code, "Đã thay bóng đèn.")
    letter = senior.last["message_id"]
    await words(senior, "Vẫn duyệt, nêu lý do", "Chỉ là thử thôi.")
    await senior.hears("có thể bấm “Hoàn tác”", code)
    await senior.presses("Hoàn tác")
    await senior.hears("Đã hoàn tác", code)
    await senior.presses("Mở phiếu")
    card = await senior.hears(code, "Loại:", "Câu trả lời còn thiếu")
    assert "Chỉ là thử thôi." not in card
    assert "✅ Duyệt, gửi người dân" not in await senior.buttons()
    await words(senior, "Trả lại cơ quan")
    await senior.hears("có thể bấm “Hoàn tác”", code)
    await town.settles()
    [found] = [one for one in await senior.messages() if one["message_id"] == letter]
    assert "dù còn thiếu" not in text_of(found)
    assert "Chỉ là thử thôi." not in text_of(found)
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()
