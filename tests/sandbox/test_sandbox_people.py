"""What people do in private chats, and what the bot hears of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.sandbox_wire import GROUP, RESIDENT, Sandbox


async def heard(sandbox: Sandbox) -> Any:
    """Return the bot's single update."""
    [update] = await sandbox.updates()
    return update


async def test_a_text_arrives_with_who_and_where(sandbox: Sandbox) -> None:
    await sandbox.say("Chào ông/bà")
    message = (await heard(sandbox))["message"]
    assert message["from"] == {"id": RESIDENT, "is_bot": False, "first_name": "Cư dân 1", "language_code": "vi"}
    assert message["chat"] == {"id": RESIDENT, "type": "private", "first_name": "Cư dân 1"}
    assert message["text"] == "Chào ông/bà"


async def test_a_deep_link_arrives_as_start_with_its_payload(sandbox: Sandbox) -> None:
    await sandbox.say("/start PA-2026_7")
    message = (await heard(sandbox))["message"]
    assert message["text"] == "/start PA-2026_7"
    assert message["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]


@pytest.mark.parametrize("payload", ["", "PA-2026_7", "a" * 64])
async def test_following_a_deep_link_sends_start_and_what_it_carries(sandbox: Sandbox, payload: str) -> None:
    await sandbox.control(f"chats/{RESIDENT}/send", account="resident_1", start=payload)
    message = (await heard(sandbox))["message"]
    assert message["text"] == f"/start {payload}".strip()
    assert message["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]


async def test_in_a_group_a_deep_link_names_the_bot(sandbox: Sandbox) -> None:
    await sandbox.control(f"chats/{GROUP}/send", account="ward_officer", start="bind-7")
    message = (await heard(sandbox))["message"]
    assert message["text"] == "/start@dan_nguyen_demo_bot bind-7"
    assert message["entities"][0]["length"] == len("/start@dan_nguyen_demo_bot")


async def test_a_person_can_edit_a_text(sandbox: Sandbox) -> None:
    said = await sandbox.say("Ngõ 5")
    await sandbox.updates()
    await sandbox.control(
        f"chats/{RESIDENT}/edit", account="resident_1", message_id=said["message_id"], text="Ngõ 15"
    )
    edited = (await heard(sandbox))["edited_message"]
    assert (edited["text"], edited["message_id"]) == ("Ngõ 15", said["message_id"])
    assert edited["edit_date"] >= edited["date"]
    [shown] = await sandbox.messages()
    assert (shown["edited"], shown["html"]) == (True, "Ngõ 15")


async def test_a_person_can_reply(sandbox: Sandbox) -> None:
    await sandbox.start()
    asked = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="Ở đâu?")
    await sandbox.say("Ngõ 5", reply_to=asked["message_id"])
    replied = (await heard(sandbox))["message"]["reply_to_message"]
    assert (replied["message_id"], replied["text"]) == (asked["message_id"], "Ở đâu?")


@pytest.mark.parametrize("user_id", [RESIDENT, 77, None])
async def test_a_card_may_be_ones_own_or_anybodys(sandbox: Sandbox, user_id: int | None) -> None:
    card = {"phone_number": "+84900000001", "first_name": "Cư dân 1"} | ({"user_id": user_id} if user_id else {})
    await sandbox.control(f"chats/{RESIDENT}/send", account="resident_1", contact=card)
    assert (await heard(sandbox))["message"]["contact"] == card


async def test_a_live_place_is_live_for_its_period_only(sandbox: Sandbox) -> None:
    place = {"latitude": 21.0, "longitude": 105.8}
    send, edit = f"chats/{RESIDENT}/send", f"chats/{RESIDENT}/edit"
    sent = await sandbox.control(send, account="resident_1", location={**place, "live_period": 900})
    move = {"account": "resident_1", "message_id": sent["messages"][0]["message_id"], "location": place}
    await sandbox.control("clock", shift=900)
    assert (await refused(sandbox, edit, **move))[0] == 409
    await sandbox.updates()
    await sandbox.say("Tôi ở đó", reply_to=move["message_id"])
    assert (await heard(sandbox))["message"]["reply_to_message"]["location"] == place


async def test_a_live_place_moves_and_ends(sandbox: Sandbox) -> None:
    place = {"latitude": 21.0, "longitude": 105.8}
    send, edit = f"chats/{RESIDENT}/send", f"chats/{RESIDENT}/edit"
    sent = await sandbox.control(send, account="resident_1", location={**place, "live_period": 900})
    who = {"account": "resident_1", "message_id": sent["messages"][0]["message_id"]}
    await sandbox.control(edit, **who, location={**place, "latitude": 21.1, "live_period": 900})
    await sandbox.control(edit, **who, location={**place, "latitude": 21.1})
    first, moved, ended = await sandbox.updates()
    assert first["message"]["location"] == {**place, "live_period": 900}
    assert moved["edited_message"]["location"]["latitude"] == 21.1
    assert "live_period" not in ended["edited_message"]["location"]


async def test_a_plain_place_is_not_live(sandbox: Sandbox) -> None:
    place = {"latitude": 21.0, "longitude": 105.8}
    await sandbox.control(f"chats/{RESIDENT}/send", account="resident_1", location=place)
    assert (await heard(sandbox))["message"]["location"] == place


async def test_dice_polls_and_forwarded_messages_arrive(sandbox: Sandbox) -> None:
    said = await sandbox.say("a")
    send = f"chats/{RESIDENT}/send"
    await sandbox.control(send, account="resident_1", dice=True)
    await sandbox.control(send, account="resident_1", poll={"question": "?", "options": ["a", "b"]})
    await sandbox.control(send, account="resident_1", forward_of=said["message_id"])
    _, dice, poll, forwarded = [update["message"] for update in await sandbox.updates()]
    assert 1 <= dice["dice"]["value"] <= 6
    assert [option["text"] for option in poll["poll"]["options"]] == ["a", "b"]
    assert forwarded["text"] == "a"
    assert forwarded["forward_origin"]["sender_user"]["id"] == RESIDENT


async def test_who_blocks_the_bot_is_out_of_reach_until_unblocking(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.control("members", chat_id=RESIDENT, account="resident_1", action="block")
    change = (await heard(sandbox))["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    assert (change["from"]["id"], change["new_chat_member"]["user"]["id"]) == (RESIDENT, 7000000001)
    status, answer = await sandbox.call("sendMessage", chat_id=RESIDENT, text="a")
    assert (status, answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    await sandbox.control("members", chat_id=RESIDENT, account="resident_1", action="unblock")
    assert (await heard(sandbox))["my_chat_member"]["new_chat_member"]["status"] == "member"
    await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")


async def test_a_deleted_account_cannot_be_written_to_and_nobody_is_told(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.control("members", chat_id=RESIDENT, account="resident_1", action="deactivate")
    assert await sandbox.updates() == []
    status, answer = await sandbox.call("sendMessage", chat_id=RESIDENT, text="a")
    assert (status, answer["description"]) == (403, "Forbidden: user is deactivated")


async def refused(sandbox: Sandbox, path: str, **body: Any) -> tuple[int, str]:
    """Post something to the control API that must be refused."""
    async with sandbox.http.post(f"{sandbox.address}/_sandbox/{path}", json=body) as answer:
        return answer.status, (await answer.json())["error"]


async def test_people_are_told_what_they_cannot_do(sandbox: Sandbox) -> None:
    said = await sandbox.say("/start")
    bots = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    send, edit, one = f"chats/{RESIDENT}/send", f"chats/{RESIDENT}/edit", {"account": "resident_1"}
    wrong: list[tuple[str, dict[str, Any], int]] = [
        (send, {**one, "text": "  "}, 400),
        (send, {**one, "text": "a" * 4097}, 400),
        (send, {"account": "nobody", "text": "a"}, 404),
        (send, {"account": "resident_2", "text": "a"}, 403),
        (send, {**one, "text": "a", "reply_to": 5}, 404),
        (send, {**one, "text": "a", "anonymous": True}, 403),
        (send, {**one, "location": {"latitude": 1}}, 400),
        (send, {**one, "contact": {"first_name": "a"}}, 400),
        (send, {**one, "start": "a b"}, 400),
        (send, {**one, "start": "a" * 65}, 400),
        (edit, {**one, "message_id": bots["message_id"], "text": "a"}, 403),
        (edit, {**one, "message_id": said["message_id"], "location": {"latitude": 1, "longitude": 1}}, 409),
        (edit, {**one, "message_id": 5, "text": "a"}, 404),
        (edit, {**one, "message_id": said["message_id"], "text": ""}, 400),
        ("chats/99/send", {**one, "text": "a"}, 404),
        ("members", {"chat_id": RESIDENT, "account": "resident_1", "action": "dance"}, 400),
    ]
    for path, body, expected in wrong:
        status, sentence = await refused(sandbox, path, **body)
        assert (status, sentence[-1]) == (expected, "."), body


async def test_nobody_can_write_to_a_blocked_bot(sandbox: Sandbox) -> None:
    await sandbox.control("members", chat_id=RESIDENT, account="resident_1", action="block")
    status, sentence = await refused(sandbox, f"chats/{RESIDENT}/send", account="resident_1", text="a")
    assert (status, sentence) == (409, "The bot is blocked; unblock it first.")
