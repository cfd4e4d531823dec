"""Groups: privacy, membership, administrators, and growing into a supergroup."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.sandbox_wire import GROUP, RESIDENT, Sandbox

MINE = "ward_officer"


async def new_group(sandbox: Sandbox, *, bot_member: bool = True) -> int:
    """Create a group of two residents and return its id."""
    members = ["resident_1", "resident_2"]
    made = await sandbox.control("groups", title="Tổ 5", members=members, bot_member=bot_member)
    chat_id: int = made["chat"]["id"]
    return chat_id


async def status_of(sandbox: Sandbox, chat_id: int, user_id: int) -> str:
    status: str = (await sandbox.bot("getChatMember", chat_id=chat_id, user_id=user_id))["status"]
    return status


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Chào cả nhà", False),
        ("/help", True),
        ("/help@dan_nguyen_demo_bot", True),
        ("/help@DAN_nguyen_demo_bot x", True),
        ("/help@some_other_bot", False),
        ("xem /help", False),
        ("@dan_nguyen_demo_bot ơi", False),
    ],
)
async def test_in_groups_the_bot_hears_commands_meant_for_it(sandbox: Sandbox, text: str, *, heard: bool) -> None:
    await sandbox.say(text, MINE, GROUP)
    assert bool(await sandbox.updates()) is heard


async def test_replies_to_the_bot_are_heard_and_others_are_not(sandbox: Sandbox) -> None:
    bots = await sandbox.bot("sendMessage", chat_id=GROUP, text="a")
    said = await sandbox.say("b", MINE, GROUP, reply_to=bots["message_id"])
    await sandbox.say("c", MINE, GROUP, reply_to=said["message_id"])
    assert [update["message"]["text"] for update in await sandbox.updates()] == ["b"]


async def test_an_administrator_bot_hears_everything(sandbox: Sandbox) -> None:
    await sandbox.control("members", chat_id=GROUP, account="bot", action="promote")
    await sandbox.say("Chào cả nhà", MINE, GROUP)
    promoted, said = await sandbox.updates()
    assert promoted["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert promoted["my_chat_member"]["new_chat_member"]["can_delete_messages"] is True
    assert said["message"]["text"] == "Chào cả nhà"


async def test_a_new_group_tells_the_bot_twice(sandbox: Sandbox) -> None:
    chat_id = await new_group(sandbox)
    joined, created = await sandbox.updates()
    assert joined["my_chat_member"]["old_chat_member"]["status"] == "left"
    assert joined["my_chat_member"]["chat"] == {"id": chat_id, "type": "group", "title": "Tổ 5"}
    assert created["message"]["group_chat_created"] is True


async def test_the_bot_can_be_added_later(sandbox: Sandbox) -> None:
    chat_id = await new_group(sandbox, bot_member=False)
    assert await sandbox.updates() == []
    assert await sandbox.refused("sendMessage", chat_id=chat_id, text="a") == "Bad Request: chat not found"
    await sandbox.control("members", chat_id=chat_id, account="bot", action="add")
    joined, service = await sandbox.updates()
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert [user["is_bot"] for user in service["message"]["new_chat_members"]] == [True]


async def test_a_removed_bot_is_told_and_can_no_longer_write(sandbox: Sandbox) -> None:
    await sandbox.control("members", chat_id=GROUP, account="bot", action="remove")
    [removed] = await sandbox.updates()
    assert removed["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    status, answer = await sandbox.call("sendMessage", chat_id=GROUP, text="a")
    assert (status, answer["description"]) == (403, "Forbidden: bot was kicked from the group chat")


async def test_the_bot_cannot_write_first_to_somebody_it_knows_from_a_group(sandbox: Sandbox) -> None:
    officer = 5000000005
    status, answer = await sandbox.call("sendMessage", chat_id=officer, text="a")
    assert (status, answer["description"]) == (403, "Forbidden: bot can't initiate conversation with a user")
    assert (await sandbox.bot("getChat", chat_id=officer))["first_name"] == "Cán bộ phòng Kinh tế"
    await sandbox.say("/start", MINE, officer)
    await sandbox.bot("sendMessage", chat_id=officer, text="a")


async def test_a_bot_that_left_is_no_member(sandbox: Sandbox) -> None:
    assert await sandbox.bot("leaveChat", chat_id=GROUP) is True
    refusal = await sandbox.refused("sendMessage", chat_id=GROUP, text="a")
    assert refusal == "Forbidden: bot is not a member of the group chat"


async def test_members_come_and_go_with_service_messages(sandbox: Sandbox) -> None:
    await sandbox.control("members", chat_id=GROUP, account="leader", action="add")
    await sandbox.control("members", chat_id=GROUP, account="leader", action="remove", by="leader")
    came, went = [update["message"] for update in await sandbox.updates()]
    assert came["new_chat_members"][0]["first_name"] == "Lãnh đạo phường"
    assert went["left_chat_member"]["first_name"] == "Lãnh đạo phường"


async def test_places_in_a_group_are_told(sandbox: Sandbox) -> None:
    assert await status_of(sandbox, GROUP, 5000000005) == "creator"
    assert await status_of(sandbox, GROUP, RESIDENT) == "left"
    assert await sandbox.bot("getChatMemberCount", chat_id=GROUP) == 2
    [owner] = await sandbox.bot("getChatAdministrators", chat_id=GROUP)
    assert owner["user"]["id"] == 5000000005
    refusal = await sandbox.refused("getChatMember", chat_id=GROUP, user_id=1)
    assert refusal == "Bad Request: invalid user_id specified"


async def test_changes_of_members_are_told_to_administrator_bots_that_ask(sandbox: Sandbox) -> None:
    await sandbox.bot("getUpdates", offset=5, timeout=0, allowed_updates=["chat_member"])
    await sandbox.control("members", chat_id=GROUP, account="leader", action="add")
    assert await sandbox.updates() == []
    await sandbox.control("members", chat_id=GROUP, account="bot", action="promote")
    await sandbox.control("members", chat_id=GROUP, account="leader", action="promote")
    [update] = await sandbox.updates()
    assert update["chat_member"]["new_chat_member"]["status"] == "administrator"


async def test_an_anonymous_administrator_writes_as_the_group(sandbox: Sandbox) -> None:
    await sandbox.say("/help", MINE, GROUP, anonymous=True)
    [update] = await sandbox.updates()
    message = update["message"]
    assert (message["from"]["id"], message["from"]["username"]) == (1087968824, "GroupAnonymousBot")
    assert message["sender_chat"]["id"] == GROUP


async def test_a_group_grows_into_a_supergroup_with_another_id(sandbox: Sandbox) -> None:
    grown: Any = await sandbox.control("members", chat_id=GROUP, account="bot", action="migrate")
    new_id = grown["chat"]["id"]
    assert (grown["chat"]["type"], str(new_id)[:4]) == ("supergroup", "-100")
    old, new = [update["message"] for update in await sandbox.updates()]
    assert (old["chat"]["id"], old["migrate_to_chat_id"]) == (GROUP, new_id)
    assert (new["chat"]["id"], new["migrate_from_chat_id"]) == (new_id, GROUP)
    status, answer = await sandbox.call("sendMessage", chat_id=GROUP, text="a")
    assert (status, answer["parameters"]) == (400, {"migrate_to_chat_id": new_id})
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    await sandbox.bot("sendMessage", chat_id=new_id, text="a")


async def test_a_private_chat_has_no_members_to_manage(sandbox: Sandbox) -> None:
    await sandbox.start()
    assert await sandbox.refused("leaveChat", chat_id=RESIDENT)
    for action in ("add", "remove", "promote", "migrate"):
        body = {"chat_id": RESIDENT, "account": "resident_2", "action": action}
        async with sandbox.http.post(f"{sandbox.address}/_sandbox/members", json=body) as answer:
            assert answer.status == 400


async def test_a_press_in_a_group_tells_who_pressed(sandbox: Sandbox) -> None:
    rows = [[{"text": "Nhận", "callback_data": "take"}]]
    sent = await sandbox.bot("sendMessage", chat_id=GROUP, text="?", reply_markup={"inline_keyboard": rows})
    await sandbox.control("press", account=MINE, chat_id=GROUP, message_id=sent["message_id"], row=0, col=0)
    [update] = await sandbox.updates()
    assert update["callback_query"]["from"]["id"] == 5000000005
    assert update["callback_query"]["message"]["chat"]["id"] == GROUP
