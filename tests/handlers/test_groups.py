"""Groups: nobody's is told once and left after a day; anonymous officers, albums, a move, two at one card."""

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest

from desk.groups import STAYS_UNBOUND, due
from sandbox.model import ANONYMOUS_ADMIN
from tests.courses import ANSWER, WORDS, leaves_the_rest, plain, reach, referred, writing
from tests.town import PNG, Person, Town, code_in, text_of

HELLO = "chưa gắn với cơ quan nào"
NOW = datetime(2026, 11, 20, 2, tzinfo=UTC)


async def strangers(town: Town) -> Person:
    """Let a body's officer add the bot to a group that nobody has bound; return the officer there."""
    members = {"title": "Tổ dân phố", "members": ["ward_officer", "resident_2"], "bot_member": True}
    async with town.http.post("/_sandbox/groups", json=members) as answer:
        return town.person("ward_officer", int((await answer.json())["chat"]["id"]))


async def steered(town: Town, group: int, action: str, **more: object) -> dict[str, object]:
    """Do something to a group's membership."""
    change = {"chat_id": group, "action": action, "account": "bot", **more}
    async with town.http.post("/_sandbox/members", json=change) as answer:
        assert answer.status == 200, await answer.text()
        found: dict[str, object] = await answer.json()
        return found


async def code_for(town: Town, body: str) -> str:
    """Let the administrator make a code that binds a group."""
    administrator = town.person("administrator")
    await administrator.says(f"/invite group {body}")
    found = re.search(r"/bind (\S+)", await administrator.hears("Mã gắn nhóm", "/bind"))
    assert found
    return found[1]


def there(town: Town, group: int) -> bool:
    """Tell whether the bot is in a group."""
    bot = town.world.first_bot()
    chat = town.world.chat(bot, group)
    return chat is not None and chat.has(bot.id)


@pytest.mark.parametrize(
    ("since", "leaves"),
    [(timedelta(0), False), (STAYS_UNBOUND - timedelta(seconds=1), False), (STAYS_UNBOUND, True)],
)
def test_the_bot_is_a_guest_for_a_day(since: timedelta, *, leaves: bool) -> None:
    assert due(NOW - since, NOW) is leaves


async def test_a_group_that_is_not_bound_gets_one_sentence_then_silence_and_is_left_after_a_day(
    town: Town,
) -> None:
    group = await strangers(town)
    told = await group.is_told()
    assert told.count(HELLO) == 1
    assert "Người dân gửi kiến nghị trong chat riêng với bot (@dan_nguyen_demo_bot)" in told
    other = town.person("resident_2", group.chat)
    for words in ("/tasks", "/help", "/start", "Xin chào", "/cancel", "/status DN-2222-2222"):
        await other.gives(text=f"{words}@dan_nguyen_demo_bot" if words.startswith("/") else words)
    await other.sends(PNG)
    assert not await group.is_told()
    town.clock.move(timedelta(hours=23))
    await town.keep_house()
    assert there(town, group.chat)
    town.clock.move(timedelta(hours=2))
    await town.keep_house()
    assert not there(town, group.chat)
    assert there(town, town.group), "the group of a body is not left"
    await town.keep_house()
    await steered(town, group.chat, "add")
    assert (await group.is_told()).count(HELLO) == 1, "who adds it again is told again"


async def test_a_group_whose_binding_was_taken_away_answers_once_and_officers_commands_and_is_left_after_a_day(
    town: Town,
) -> None:
    administrator = town.person("administrator")
    await administrator.says("/grants")
    await administrator.hears("Vai trò")
    for button, told in (("Nhóm đã gắn", "Gắn thêm"), ("Gỡ: Phòng Kinh tế", "Gỡ nhóm"), ("Chắc chắn gỡ", "Đã gỡ")):
        await administrator.presses(button)
        await administrator.hears(told)
    await town.body.hears("không còn gắn với Phòng Kinh tế")
    await town.body.says("/tasks@dan_nguyen_demo_bot")
    assert (await town.body.is_told()).count(HELLO) == 1
    for words in ("/tasks", "/help", "/cancel"):
        await town.body.says(f"{words}@dan_nguyen_demo_bot")
        told = await town.body.is_told()
        assert "trong chat riêng với bot" in told, "an officer's command is answered"
        assert "/bind mã" in told
    await steered(town, town.group, "add", account="resident_2")
    await town.person("resident_2", town.group).gives(text="/tasks@dan_nguyen_demo_bot")
    assert not await town.body.is_told()
    town.clock.move(timedelta(days=1, minutes=1))
    await town.keep_house()
    assert not there(town, town.group)


async def test_a_group_bound_within_the_day_is_not_left_and_one_replaced_by_another_is(town: Town) -> None:
    group = await strangers(town)
    await group.hears(HELLO)
    await group.says(f"/bind {await code_for(town, 'ward_economy_infrastructure')}")
    await group.hears("đã gắn với Phòng Kinh tế")
    await town.body.hears("gắn với một nhóm khác")
    town.clock.move(timedelta(days=2))
    await town.keep_house()
    assert there(town, group.chat)
    assert not there(town, town.group)


async def test_a_group_that_cannot_be_left_now_is_left_later(town: Town) -> None:
    group = await strangers(town)
    await group.hears(HELLO)
    await town.goes_wrong(kind="http", status=502, method="leaveChat")
    town.clock.move(timedelta(days=1, minutes=1))
    await town.keep_house()
    assert there(town, group.chat)
    async with town.http.delete("/_sandbox/faults"):
        await town.keep_house()
    assert not there(town, group.chat)


async def test_an_anonymous_administrator_is_asked_for_their_own_account_and_does_nothing(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await steered(town, town.group, "promote", account="ward_officer")
    for words in ("/tasks", "/cancel", "/bind ABC"):
        await body.gives(text=f"{words}@dan_nguyen_demo_bot", anonymous=True)
        told = await body.is_told()
        assert "không dùng chế độ quản trị ẩn danh" in told, words
        assert "chưa được ghi nhận" in told
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn")
    await body.presses("Trả lời")
    await body.hears("đã làm gì")
    await body.gives(text="Đã thay bóng.", reply_to=body.last["message_id"], anonymous=True)
    assert "không dùng chế độ quản trị ẩn danh" in await body.is_told()
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'answer'")
    assert ANONYMOUS_ADMIN["id"] == 1087968824


async def test_an_album_is_evidence_as_a_whole_and_reaches_the_resident(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    await body.sends(PNG, PNG, PNG, caption=ANSWER, reply_to=str(asked))
    assert (await body.is_told()).count("Đã nhận") == 1, "one answer for an album"
    await body.presses("✅ Gửi")
    await body.hears("để duyệt")
    await town.senior.hears("Chờ duyệt", ANSWER, code)
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    assert sum(len(one["media"]) for one in await town.resident.messages() if one["from_bot"]) == 3


async def test_a_group_from_which_the_bot_was_put_out_is_bound_anew_and_its_work_goes_on(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    card, press = body.last["message_id"], f"accept:{plain(code)}:{await version(town)}"
    await steered(town, town.group, "remove")
    await town.officer.hears(
        "bot đã bị đưa ra khỏi nhóm", code, "đã được gửi riêng cho cán bộ", without="chưa tới nơi"
    )
    await town.person("ward_officer").hears(code, "Chờ cơ quan tiếp nhận")
    await steered(town, town.group, "add")
    await body.hears(HELLO)
    assert "không gắn với cơ quan nào" in await body.presses_data(card, press), "they are registered all the same"
    await body.says(f"/bind@dan_nguyen_demo_bot {await code_for(town, 'ward_economy_infrastructure')}")
    await body.hears("đã gắn với Phòng Kinh tế", "/tasks")
    assert "Đã tiếp nhận" in await body.presses_data(card, press)


async def test_a_group_that_becomes_a_supergroup_keeps_its_body_and_its_work(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    grown = await steered(town, town.group, "migrate")
    chat = grown["chat"]
    assert isinstance(chat, dict)
    group = town.person("ward_officer", int(chat["id"]))
    await group.says("/tasks@dan_nguyen_demo_bot")
    await group.hears(code, "1 việc")
    await group.presses(code)
    await group.hears("Người dân gửi lúc", code)
    await group.presses("Tiếp nhận")
    await group.hears(code, "Hạn")
    assert HELLO not in " ".join(await group.screen())


async def test_a_group_met_under_its_new_address_before_it_says_that_it_moved_is_followed(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    async with town.parts.store.unit() as unit:
        await unit.groups.note("telegram", "-1009000000001")
        known = await unit.groups.find("telegram", str(town.group))
        assert known
        await unit.groups.move(known.contact, "telegram", "-1009000000001")
    async with town.parts.store.reading() as unit:
        assert await unit.groups.find("telegram", "-1009000000001") == known
        assert await unit.groups.unbound("telegram") == []


async def test_of_two_officers_on_one_card_the_second_reads_who_was_first_and_when(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    administrator, second = town.person("administrator"), town.person("resident_2")
    await administrator.says("/invite body_officer ward_economy_infrastructure Tổ hạ tầng")
    link = re.search(r"start=(inv_\S+)", await administrator.hears("start=inv_"))
    assert link
    await second.says(f"/start {link[1]}")
    await second.hears("nay có vai trò")
    card, data = body.last["message_id"], f"accept:{plain(code)}:{await version(town)}"
    await steered(town, town.group, "add", account="resident_2")
    other = town.person("resident_2", town.group)
    assert "đã có việc mới" not in await other.presses_data(card, data)
    toast = await body.presses_data(card, data)
    assert re.search(r"đã có việc mới \(Tổ hạ tầng, 09:0\d", toast)
    [shown] = [text_of(one) for one in await body.messages() if one["message_id"] == card]
    assert "Hạn" in shown, "the card shows the case as it stands"


async def version(town: Town) -> int:
    """Return how many entries the only petition has."""
    [row] = await town.query("SELECT entries FROM petitions")
    return int(row.entries)


async def test_pressed_at_once_one_officer_wins(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    data = f"accept:{plain(code)}:{await version(town)}"
    toasts = await asyncio.gather(*(body.presses_data(body.last["message_id"], data) for _time in range(2)))
    assert sorted("đã có việc mới" in toast for toast in toasts) == [False, True]


async def test_in_a_group_only_registered_officers_of_its_body_act(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    card, data = body.last["message_id"], f"accept:{plain(code)}:{await version(town)}"
    await steered(town, town.group, "add", account="resident_2")
    unknown = town.person("resident_2", town.group)
    assert "chưa đăng ký" in await unknown.presses_data(card, data)
    await town.agrees("resident_2")
    assert "Chỉ cán bộ đã đăng ký" in await unknown.presses_data(card, data)
    await unknown.catches_up()
    await unknown.gives(text="/tasks@dan_nguyen_demo_bot")
    assert code not in await unknown.is_told()
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'accept'")


async def test_a_reply_to_a_photo_that_names_no_petition_is_said_to_have_gone_nowhere(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("1 tệp")
    await leaves_the_rest(resident, files="Tiếp tục")
    await resident.hears("xem lại trước khi gửi")
    await resident.presses("✅ Gửi")
    body = await referred(town, code_in(await resident.hears("Giấy biên nhận")))
    photo = next(one for one in await body.messages() if one["from_bot"] and one["media"])
    await body.says("Mai tổ chiếu sáng ra thay bóng.", reply_to=photo["message_id"])
    await body.hears("không được ghi vào kiến nghị nào", "/tasks", "bấm nút trên phiếu")


async def test_a_code_binds_one_group_once(town: Town) -> None:
    code, group = await code_for(town, "ward_economy_infrastructure"), await strangers(town)
    await group.hears(HELLO, "quản trị viên hoặc cán bộ đã đăng ký")
    await group.says(f"/bind {code}")
    await group.hears("đã gắn với Phòng Kinh tế")
    other = await strangers(town)
    await other.hears(HELLO)
    await other.says(f"/bind {code}")
    await other.hears("Mã này không đúng, đã dùng")
    await other.says("/bind")
    await other.hears("Xin gõ: /bind mã")


async def test_a_code_of_another_body_takes_no_bodys_group_away_and_stays_good(town: Town) -> None:
    code = await code_for(town, "ward_police")
    await town.body.says(f"/bind@dan_nguyen_demo_bot {code}")
    await town.body.hears("đang gắn với Phòng Kinh tế", "mã vừa gõ vẫn dùng được", "gỡ nhóm trước")
    administrator = town.person("administrator")
    await administrator.says("/grants")
    await administrator.hears("Vai trò")
    await administrator.presses("Nhóm đã gắn")
    assert "Công an" not in await administrator.hears("Nhóm đã gắn với cơ quan: 1", "Phòng Kinh tế")
    await administrator.presses("Gỡ: Phòng Kinh tế")
    await administrator.hears("Gỡ nhóm của Phòng Kinh tế")
    await administrator.presses("Chắc chắn gỡ")
    await town.body.hears("không còn gắn với Phòng Kinh tế")
    await town.body.says(f"/bind@dan_nguyen_demo_bot {code}")
    await town.body.hears("chỉ quản trị viên và cán bộ đã đăng ký của cơ quan đó", "Mã vừa gõ vẫn dùng được")
    await steered(town, town.group, "add", account="administrator")
    await town.person("administrator", town.group).says(f"/bind@dan_nguyen_demo_bot {code}")
    await town.body.hears("đã gắn với Công an phường")


async def test_whoever_has_a_code_and_no_role_binds_nothing(town: Town) -> None:
    code, group = await code_for(town, "ward_economy_infrastructure"), await strangers(town)
    await town.agrees("resident_2")
    await town.person("resident_2", group.chat).says(f"/bind@dan_nguyen_demo_bot {code}")
    await group.hears("chỉ quản trị viên và cán bộ đã đăng ký của cơ quan đó")
    await group.says(f"/bind@dan_nguyen_demo_bot {code}")
    await group.hears("đã gắn với Phòng Kinh tế")


async def test_who_can_bind_a_group_again_is_told_when_the_bot_is_put_out_of_it(town: Town) -> None:
    await steered(town, town.group, "remove")
    for reader in (town.person("administrator"), town.officer):
        await reader.hears("bị đưa ra khỏi nhóm của Phòng Kinh tế", "gửi riêng cho cán bộ", "mã mới bằng /invite")


async def test_in_privacy_mode_only_whoever_is_asked_answers_by_replying(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    group = town.world.chat(town.world.first_bot(), town.group)
    assert group
    assert group.keyboard
    assert group.keyboard["force_reply"], "the officer's client opens its input field"
    await body.says("Các đồng chí xem giúp việc này.")
    assert not await body.is_told(), "what officers write for one another is not read"
    await body.says("Đã thay bóng đèn.", reply_to=asked)
    await body.hears("Đã nhận nội dung")
