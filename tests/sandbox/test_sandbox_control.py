"""The control API's own business: state, events, time, who may use it, pages."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from tests.sandbox.sandbox_wire import GROUP, RESIDENT, TOKEN, Sandbox


async def test_the_state_names_the_bot_the_people_and_their_chats(sandbox: Sandbox) -> None:
    state = await sandbox.look("state")
    assert state["bot"]["token"] == TOKEN
    assert [account["key"] for account in state["accounts"]][:2] == ["resident_1", "resident_2"]
    private = next(chat for chat in state["chats"] if chat.get("account_key") == "resident_1")
    assert (private["id"], private["type"], private["blocked"]) == (RESIDENT, "private", False)
    group = next(chat for chat in state["chats"] if chat["type"] == "group")
    assert (group["id"], group["members"], group["bot_member"]) == (GROUP, ["ward_officer"], True)
    assert state["now"] > 1_700_000_000


async def test_only_what_changed_is_listed(sandbox: Sandbox) -> None:
    await sandbox.start()
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    seq = (await sandbox.look(f"chats/{RESIDENT}/messages"))["seq"]
    await sandbox.bot("editMessageText", chat_id=RESIDENT, message_id=sent["message_id"], text="b")
    news = await sandbox.look(f"chats/{RESIDENT}/messages?after={seq}")
    assert [(message["text"], message["from_bot"]) for message in news["messages"]] == [("b", True)]
    assert news["seq"] > seq


async def read_events(sandbox: Sandbox, count: int, **options: Any) -> list[dict[str, Any]]:
    """Read so many events from the stream."""
    events: list[dict[str, Any]] = []
    async with sandbox.http.get(f"{sandbox.address}/_sandbox/events", **options) as answer:
        assert answer.content_type == "text/event-stream"
        async for line in answer.content:
            if line.startswith(b"data: "):
                events.append(json.loads(line[6:]))
            if len(events) == count:
                break
    return events


async def test_events_tell_of_every_change_and_can_be_resumed(sandbox: Sandbox) -> None:
    seq = (await sandbox.look(f"chats/{RESIDENT}/messages"))["seq"]
    reading = asyncio.create_task(read_events(sandbox, 3, params={"after": seq}))
    await sandbox.start()
    await sandbox.bot("sendChatAction", chat_id=RESIDENT, action="typing")
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    events = await asyncio.wait_for(reading, 5)
    assert [(event["type"], event["chat_id"]) for event in events] == [
        ("message", RESIDENT), ("action", RESIDENT), ("message", RESIDENT),
    ]  # fmt: skip
    await sandbox.bot("deleteMessage", chat_id=RESIDENT, message_id=sent["message_id"])
    resumed = await read_events(sandbox, 1, headers={"Last-Event-ID": str(events[-1]["seq"])})
    assert resumed[0]["type"] == "delete"


@pytest.mark.parametrize(
    "headers", [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Origin": "null"}]
)
@pytest.mark.parametrize("path", ["/_sandbox/state", "/", f"/bot{TOKEN}/getMe"])
async def test_pages_of_other_sites_are_kept_out(sandbox: Sandbox, headers: dict[str, str], path: str) -> None:
    async with sandbox.http.get(sandbox.address + path, headers=headers) as answer:
        assert answer.status == 403


async def test_the_sandboxs_own_page_may_come_in(sandbox: Sandbox) -> None:
    async with sandbox.http.post(
        f"{sandbox.address}/_sandbox/clock", json={"shift": 1}, headers={"Origin": sandbox.address}
    ) as answer:
        assert answer.status == 200


async def test_the_page_trusts_only_itself(sandbox: Sandbox) -> None:
    async with sandbox.http.get(sandbox.address) as answer:
        assert answer.status == 200
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    async with sandbox.http.get(f"{sandbox.address}/page/%2e%2e/demo.yaml") as answer:
        assert answer.status == 404
    async with sandbox.http.get(f"{sandbox.address}/strings.json") as answer:
        assert answer.content_type == "application/json"


async def test_unknown_paths_are_refused_in_json(sandbox: Sandbox) -> None:
    assert await sandbox.look("nothing") == {"error": "Not Found"}


async def test_the_clock_can_be_moved(sandbox: Sandbox) -> None:
    before = (await sandbox.look("state"))["now"]
    moved = await sandbox.control("clock", shift=86_400)
    assert moved["now"] >= before + 86_400
    assert (await sandbox.say("a"))["date"] >= int(before) + 86_400


async def test_a_reset_forgets_what_was_said_but_repeats_no_number(sandbox: Sandbox) -> None:
    said = await sandbox.say("a")
    [update] = await sandbox.bot("getUpdates")
    await sandbox.bot("setMyCommands", commands=[{"command": "a", "description": "a"}])
    await sandbox.control("clock", shift=500)
    await sandbox.control("reset")
    assert await sandbox.messages() == []
    assert len(await sandbox.bot("getMyCommands")) == 1
    again = await sandbox.say("a")
    assert again["message_id"] > said["message_id"]
    [later] = await sandbox.bot("getUpdates", offset=1)
    assert later["update_id"] > update["update_id"]


async def test_people_can_be_invented(sandbox: Sandbox) -> None:
    made = await sandbox.control("accounts", key="neighbour", first_name="Hàng xóm", language_code="en")
    account = made["account"]
    await sandbox.say("/start", "neighbour", account["id"])
    [update] = await sandbox.updates()
    assert update["message"]["from"]["first_name"] == "Hàng xóm"
    async with sandbox.http.post(
        f"{sandbox.address}/_sandbox/accounts", json={"key": "neighbour", "first_name": "a"}
    ) as answer:
        assert answer.status == 409


async def test_a_person_or_group_added_after_a_reset_is_nobody_whom_a_bot_knew_before(sandbox: Sandbox) -> None:
    before = (await sandbox.control("accounts", first_name="Người thứ nhất"))["account"]
    group = (await sandbox.control("groups", title="Nhóm", members=["resident_1"]))["chat"]
    await sandbox.control("reset")
    after = (await sandbox.control("accounts", first_name="Người thứ hai"))["account"]
    assert after["id"] > before["id"]
    assert (await sandbox.control("groups", title="Nhóm", members=["resident_1"]))["chat"]["id"] != group["id"]


async def test_wrong_limits_are_refused(sandbox: Sandbox) -> None:
    async with sandbox.http.post(f"{sandbox.address}/_sandbox/limits", json={"patience": 1}) as answer:
        assert answer.status == 400


async def test_an_update_by_hand_has_one_part(sandbox: Sandbox) -> None:
    async with sandbox.http.post(f"{sandbox.address}/_test/update", json={"update": {}}) as answer:
        assert answer.status == 400
