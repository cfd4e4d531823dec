"""Letters in their lines: what waits together is told together, in order, nothing lost and nothing twice."""

import asyncio
import time as real
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import text

from bot import jobs
from bot.demo import read_demo
from bot.pace import TELEGRAM, Pace
from bot.wiring import open_parts
from desk.letter import pack, say
from petitions.kinds import Field
from petitions.quiet import QuietHours
from storage.deliveries import When
from tests.courses import ANSWER, answered, opened, referred
from tests.town import PATIENCE, PNG, UNPACED, Person, Town, office_rules, open_town

LAMP = "Đèn đường ngõ 20 hỏng hai tuần, tối rất khó đi."
DRAIN = "Cống trước nhà số 5 ngõ 30 bị tắc, nước tràn ra đường."
TO_NIGHT, TO_MORNING = timedelta(hours=13), timedelta(hours=9)
AGAIN = "Gửi lại – có thể"


@pytest.fixture
async def night(database: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run everything with quiet hours, late in the evening."""
    quiet = QuietHours(time(21), time(7))
    async with open_town(database, tmp_path, replace(office_rules(), quiet=quiet)) as town:
        town.clock.move(TO_NIGHT)
        yield town


async def morning(town: Town) -> None:
    """Let the night pass."""
    town.clock.move(TO_MORNING)
    await town.keep_house()


async def about(town: Town, code: str) -> list[str]:
    """Return what resident 1 has been told about a petition since its receipt."""
    said = [one for one in await town.resident.screen() if code in one]
    receipt = max(place for place, one in enumerate(said) if "Giấy biên nhận" in one)
    return said[receipt + 1 :]


def in_order(told: str, *parts: str) -> bool:
    """Tell whether all parts stand in a text, one after another."""
    places = [told.find(part) for part in parts]
    return -1 not in places and places == sorted(places)


async def contact(town: Town, chat: int) -> int:
    """Return the contact of a chat."""
    async with town.parts.store.unit() as unit:
        found = await unit.people.visitor("telegram", str(chat), str(chat))
        if found:
            return found.contact
        group = await unit.groups.find("telegram", str(chat))
        assert group
        return group.contact


async def letters(town: Town, to: int, *fields: Field, not_before: datetime | None = None) -> None:
    """Put short letters into a line, each in a unit of its own, as the desk does."""
    for field in fields:
        async with town.parts.store.unit() as unit:
            await unit.deliveries.add(to, pack(say(f"field-{field}")), when=When(not_before))


async def changed(town: Town, statement: str, **values: object) -> None:
    """Change rows behind the product's back, as a crash leaves them."""
    async with town.parts.store.unit() as unit:
        await unit.connection.execute(text(statement), values)


async def sent_to(town: Town, to: int) -> list[datetime]:
    """Return when the letters of a line were sent."""
    mine = "SELECT sent_at FROM deliveries WHERE contact_id = :to AND sent_at IS NOT NULL ORDER BY sent_at"
    return [row.sent_at for row in await town.query(mine, to=to)]


def most_within(times: Sequence[datetime], within: timedelta) -> int:
    """Return the largest number of these times that fall into one stretch of time."""
    return max(sum(start <= one < start + within for one in times) for start in times)


# What waits together is told together.


async def test_what_changed_over_night_comes_in_the_morning_as_one_message_a_petition(night: Town) -> None:
    lamp, drain = await night.files(LAMP), await night.files(DRAIN)
    senior = await answered(night, lamp, ANSWER)
    await opened(night, drain)
    await senior.presses("✅ Duyệt")
    await senior.hears("Đã duyệt", lamp)
    assert (await about(night, lamp), await about(night, drain)) == ([], [])
    await morning(night)
    await night.resident.hears("đang xem xét", drain)
    (told,) = await about(night, lamp)
    assert len(await about(night, drain)) == 1
    earlier = ("xem xét", "Chuyển tới Phòng Kinh tế", "Tiếp nhận giải quyết", "Cơ quan giải quyết đã trả lời")
    assert in_order(told, "Trả lời kiến nghị", ANSWER, "Trước đó", *earlier), told
    mine = "SELECT provider_message_id FROM deliveries WHERE joins AND contact_id = :to AND sent_at IS NOT NULL"
    rows = await night.query(mine, to=await contact(night, night.resident.chat))
    assert (len(rows), len(set(rows))) == (6, 2)
    await night.resident.presses("Đã giải quyết xong")
    await night.resident.hears("đã kết thúc", lamp)


async def test_a_question_that_something_newer_overtook_keeps_all_its_words(night: Town) -> None:
    code = await night.files(LAMP)
    officer = await opened(night, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("Xin viết câu hỏi")
    await officer.says("Cột đèn số mấy, ở phía <nào> của ngõ?")
    await officer.hears("câu hỏi gửi người dân", code)
    await officer.presses("Mở phiếu")
    await officer.hears(code, "Cột đèn số mấy")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    await morning(night)
    told = await night.resident.hears("được chuyển tới", code)
    assert in_order(told, "Trước đó", "Hỏi thêm ông/bà", "Cột đèn số mấy, ở phía <nào> của ngõ?"), told
    assert await night.resident.buttons() == ["Xem diễn biến"]


async def test_a_job_that_died_with_its_worker_is_done_by_another_one(town: Town) -> None:
    await town.files(LAMP)
    await town.officer.hears("Kiến nghị mới")
    await town.rests()
    async with town.parts.store.unit() as unit:
        unit.deliveries.wake(1, unit.now + timedelta(hours=1))
    async with town.parts.engine.begin() as connection:
        await connection.execute(text("UPDATE procrastinate_jobs SET status = 'doing'"))
    await town.keep_house()
    await town.comes_to_hold("SELECT 1 WHERE NOT EXISTS (SELECT FROM procrastinate_jobs)")


async def test_letters_about_other_things_keep_their_order_around_a_joint_one(night: Town) -> None:
    code = await night.files(LAMP)
    resident = await contact(night, night.resident.chat)
    await opened(night, code)
    at = night.clock() + TO_MORNING - timedelta(minutes=5)
    await letters(night, resident, Field.CAY, not_before=at)
    await referred(night, code)
    await letters(night, resident, Field.DIEN, not_before=at)
    await morning(night)
    await night.resident.hears("Điện, cáp viễn thông")
    told = (await night.resident.screen())[-3:]
    assert "được chuyển tới" in told[0]
    assert told[1:] == ["Cây xanh, công viên, hồ", "Điện, cáp viễn thông"]


async def test_a_letter_that_is_tried_again_comes_as_it_was_and_the_later_ones_come_as_one(town: Town) -> None:
    code = await town.files(LAMP)
    await town.goes_wrong(kind="429", method="sendMessage", chat_id=town.resident.chat, retry_after=2)
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    await town.resident.hears("đã tiếp nhận", code)
    first, second = await about(town, code)
    assert "đang xem xét" in first
    assert AGAIN not in first
    assert in_order(second, "đã tiếp nhận kiến nghị", "Trước đó", "Chuyển tới"), second


async def test_of_letters_that_cannot_be_told_as_one_each_is_tried_by_itself(night: Town) -> None:
    code = await night.files(LAMP)
    await referred(night, code)
    broken = night.parts.store.box.seal(pack(say("no-such-key")), "letter")
    newest = "UPDATE deliveries SET letter_sealed = :to WHERE id = (SELECT max(id) FROM deliveries WHERE joins)"
    await changed(night, newest, to=broken)
    await morning(night)
    await night.resident.hears("đang xem xét", code)
    await night.rests()
    assert await night.query("SELECT failure FROM deliveries WHERE failure IS NOT NULL") == [("broken",)]


async def test_a_letter_never_overtakes_an_earlier_one_about_its_petition(night: Town) -> None:
    code = await night.files(LAMP)
    await opened(night, code)
    resident = await contact(night, night.resident.chat)
    (petition,) = (await night.query("SELECT id FROM petitions"))[0]
    async with night.parts.store.unit() as unit:
        await unit.deliveries.add(resident, pack(say("field-CAY")), petition=petition)
        await unit.deliveries.add(resident, pack(say("field-DIEN")))
    await night.resident.hears("Điện, cáp viễn thông")
    assert "Cây xanh, công viên, hồ" not in await night.resident.screen()
    await morning(night)
    await night.resident.hears("Cây xanh, công viên, hồ")
    assert "đang xem xét" in (await night.resident.screen())[-2]


# Nothing arrives twice without saying so.


async def to_be_signed(town: Town, words: str) -> str:
    """Let a body answer with two photos; return the petition's code."""
    code = await town.files(LAMP)
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    await body.presses("Trả lời")
    await body.hears("đã làm gì")
    asked = body.last["message_id"]
    await body.says(words, reply_to=asked)
    await body.sends(PNG, PNG, reply_to=str(asked))
    await body.is_told()
    await body.presses("✅ Gửi")
    await body.hears("để duyệt")
    await town.senior.hears("Chờ duyệt", code)
    await becomes(town.senior, "✅ Duyệt, gửi người dân")
    return code


async def becomes(person: Person, label: str) -> None:
    """Wait until the newest button is this: the last piece of a card has it."""
    ends = real.monotonic() + PATIENCE
    while label not in await person.buttons():
        assert real.monotonic() < ends, label
        await asyncio.sleep(0.02)


async def signed(town: Town, code: str) -> None:
    """Let the answer be signed off."""
    await town.senior.presses("✅ Duyệt")
    await town.senior.hears("Đã duyệt", code)


async def photos_of(town: Town) -> int:
    """Count the photos that resident 1 has got."""
    return sum("photo" in message for message in await town.resident.messages() if message["from_bot"])


async def test_files_that_arrived_do_not_come_again_with_the_words_that_did_not(town: Town) -> None:
    code = await to_be_signed(town, ANSWER)
    await town.resident.hears("đang kiểm tra", code)
    await town.goes_wrong(kind="429", method="sendMessage", chat_id=town.resident.chat, retry_after=1)
    await signed(town, code)
    assert AGAIN not in await town.resident.hears("Trả lời kiến nghị", code)
    assert await photos_of(town) == 2
    assert await town.query("SELECT 1 FROM deliveries WHERE tries = 1 AND pieces = 2")


async def test_after_a_crash_a_letter_goes_on_where_it_stood_and_marks_its_repetition(night: Town) -> None:
    code = await to_be_signed(night, f"{'một ' * 650}\n\n{ANSWER} {'hai ' * 310}")
    await signed(night, code)
    to = await contact(night, night.resident.chat)
    answer = (await night.query("SELECT max(id) FROM deliveries WHERE contact_id = :to", to=to))[0][0]
    three = "UPDATE deliveries SET joins = false, pieces = 3, maybe_sent = true WHERE id = :answer"
    await changed(night, three, answer=answer)
    await morning(night)
    told = await night.resident.hears("hai hai", "Việc của ông/bà")
    assert told.startswith(f"({AGAIN}")
    assert not any("một một" in one for one in await night.resident.screen())
    assert await photos_of(night) == 0


async def test_a_reply_of_several_pieces_goes_on_where_it_was_interrupted(town: Town) -> None:
    code = await to_be_signed(town, ANSWER)
    officer = await opened(town, code)
    shown = sum("photo" in message for message in await officer.messages())
    await town.goes_wrong(kind="http", status=502, method="sendMessage", chat_id=officer.chat)
    await officer.presses("Xem tệp")
    assert AGAIN in await officer.hears("2 tệp")
    assert sum("photo" in message for message in await officer.messages()) == shown + 2


async def test_a_letter_whose_worker_died_says_that_it_may_be_a_repetition(night: Town) -> None:
    code = await night.files(LAMP)
    await opened(night, code)
    await changed(night, "UPDATE deliveries SET maybe_sent = true WHERE joins")
    await referred(night, code)
    await morning(night)
    await night.resident.hears("được chuyển tới", code)
    first, second = await about(night, code)
    assert in_order(first, AGAIN, "đang xem xét")
    assert AGAIN not in second


# No faster than Telegram allows.


@pytest.fixture
async def paced(database: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run everything at the pace that Telegram allows."""
    async with open_town(database, tmp_path, paces=TELEGRAM) as town:
        yield town


async def test_a_group_gets_twenty_messages_a_minute_and_nobody_else_waits_for_it(paced: Town) -> None:
    await paced.agrees()
    group, resident = await contact(paced, paced.group), await contact(paced, paced.resident.chat)
    for _ten in range(5):
        await letters(paced, group, *[Field.CAY] * 10)
    while len(await sent_to(paced, group)) < 50:
        await letters(paced, resident, Field.DIEN)
        await paced.resident.hears("Điện")
        paced.clock.move(timedelta(seconds=20))
        async with paced.parts.store.unit() as unit:
            unit.deliveries.wake(group, unit.now)
        await paced.rests()
    times = await sent_to(paced, group)
    assert most_within(times, timedelta(minutes=1)) <= 20
    assert timedelta(minutes=2) < times[-1] - times[0] < timedelta(minutes=4)


async def test_a_private_chat_gets_three_messages_at_once_and_then_one_a_second(paced: Town) -> None:
    await paced.agrees()
    resident = await contact(paced, paced.resident.chat)
    paced.clock.move(timedelta(minutes=1))
    await letters(paced, resident, *[Field.CAY] * 4, Field.DIEN)
    await paced.resident.hears("Điện")
    await paced.rests()
    times = await sent_to(paced, resident)
    assert most_within(times, timedelta(seconds=0.9)) <= 3
    assert times[4] - times[2] >= timedelta(seconds=2) - (times[2] - times[0])


async def test_two_workers_together_keep_to_the_pace_of_the_whole_bot(database: str, tmp_path: Path) -> None:
    slow = replace(UNPACED, a_second=10, least=10)
    async with open_town(database, tmp_path, paces=slow) as town:
        await town.agrees()
        people = [town.resident, town.officer, town.senior, town.person("leader"), town.person("administrator")]
        lines = [await contact(town, person.chat) for person in people]
        settings, token = town.parts.settings, read_demo()["bot"]["token"]
        async with open_parts(settings, database, token, office_rules(), town.clock, slow) as others:
            second = asyncio.create_task(jobs.work(others))
            try:
                for line in lines:
                    await letters(town, line, *[Field.CAY] * 4, Field.DIEN)
                for person in people:
                    await person.hears("Điện")
                await town.rests()
            finally:
                second.cancel()
                await asyncio.gather(second, return_exceptions=True)
        times = [at for line in lines for at in await sent_to(town, line)]
        assert len(times) >= 25
        # A letter is noted when it has arrived, some way after it was let go; two paces would let 20 go at once.
        assert most_within(times, timedelta(seconds=1)) <= 15


def test_replies_come_first_and_letters_keep_the_least() -> None:
    second = timedelta(seconds=1)
    assert [round(second / TELEGRAM.apart(replies)) for replies in (0, 12, 20, 500)] == [30, 18, 10, 10]


@pytest.mark.parametrize("pace", [TELEGRAM.private, TELEGRAM.group, Pace(timedelta(seconds=2), 4)])
def test_a_pace_lets_its_burst_go_and_then_one_after_another(pace: Pace) -> None:
    now, free_at, times = datetime(2026, 11, 20, 2, 0, tzinfo=UTC), None, []
    for _message in range(40):
        now += pace.wait(free_at, now)
        free_at = pace.after(free_at, now, 1)
        times.append(now)
    assert times.count(times[0]) == pace.burst
    assert {after - before for before, after in pairwise(times[pace.burst - 1 :])} == {pace.every}
