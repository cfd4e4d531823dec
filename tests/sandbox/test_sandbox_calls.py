"""How calls reach methods: tokens, names, ways of giving arguments, refusals."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from tests.sandbox.sandbox_wire import GROUP, RESIDENT, TOKEN, Sandbox

ANOTHER = "123456:another-bots-token"


async def test_getme_tells_the_demonstrations_bot(sandbox: Sandbox) -> None:
    me = await sandbox.bot("getMe")
    assert me["username"] == "dan_nguyen_demo_bot"
    assert me["is_bot"] is True
    assert me["can_read_all_group_messages"] is False


async def test_a_well_formed_token_becomes_a_bot_on_first_use(sandbox: Sandbox) -> None:
    status, answer = await sandbox.call("getMe", ANOTHER)
    assert (status, answer["result"]["id"]) == (200, 123456)


async def test_another_secret_for_a_known_bot_is_unauthorized(sandbox: Sandbox) -> None:
    status, answer = await sandbox.call("getMe", "7000000001:somebody-elses-guess")
    assert (status, answer) == (401, {"ok": False, "error_code": 401, "description": "Unauthorized"})


async def test_a_revoked_token_is_unauthorized(sandbox: Sandbox) -> None:
    await sandbox.control("revoke", token=TOKEN)
    status, answer = await sandbox.call("getMe")
    assert (status, answer["description"]) == (401, "Unauthorized")


@pytest.mark.parametrize("token", ["abc", "123", "0:abcdef", "12:a b", ":"])
async def test_a_malformed_token_is_not_found(sandbox: Sandbox, token: str) -> None:
    status, answer = await sandbox.call("getMe", token)
    assert (status, answer) == (404, {"ok": False, "error_code": 404, "description": "Not Found"})


async def test_an_unknown_method_is_not_found(sandbox: Sandbox) -> None:
    assert await sandbox.refused("sendEverything") == "Not Found: method not found"


async def test_method_names_ignore_case(sandbox: Sandbox) -> None:
    assert (await sandbox.bot("GETME"))["id"] == 7000000001


@pytest.mark.parametrize("way", ["query", "form", "multipart", "json"])
async def test_arguments_may_come_in_four_ways(sandbox: Sandbox, way: str) -> None:
    await sandbox.start()
    fields = {"chat_id": str(RESIDENT), "text": "Chào ông/bà"}
    options: dict[str, Any] = {
        "query": {"params": fields},
        "form": {"data": fields},
        "multipart": {"data": aiohttp.FormData(fields, default_to_multipart=True)},
        "json": {"json": fields},
    }
    url = f"{sandbox.address}/bot{TOKEN}/sendMessage"
    async with sandbox.http.post(url, **options[way]) as answer:
        assert (await answer.json())["result"]["text"] == "Chào ông/bà"


async def test_unknown_arguments_are_ignored(sandbox: Sandbox) -> None:
    await sandbox.start()
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a", no_such_argument=True)
    assert sent["text"] == "a"


async def test_a_body_that_is_not_json_is_a_bad_request(sandbox: Sandbox) -> None:
    url, headers = f"{sandbox.address}/bot{TOKEN}/getMe", {"Content-Type": "application/json"}
    async with sandbox.http.post(url, data="{", headers=headers) as answer:
        assert answer.status == 400
        assert (await answer.json())["ok"] is False


async def test_optional_fields_are_absent_and_never_null(sandbox: Sandbox) -> None:
    await sandbox.start()
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    assert set(sent) == {"message_id", "from", "chat", "date", "text"}


async def test_a_chat_without_id_and_an_unknown_chat_are_told_apart(sandbox: Sandbox) -> None:
    assert await sandbox.refused("sendMessage", text="a") == "Bad Request: chat_id is empty"
    assert await sandbox.refused("sendMessage", text="a", chat_id=99) == "Bad Request: chat not found"
    assert await sandbox.refused("sendMessage", text="a", chat_id="abc") == "Bad Request: chat not found"


async def test_a_person_who_never_wrote_is_not_found(sandbox: Sandbox) -> None:
    await sandbox.look("state")
    await sandbox.look(f"chats/{RESIDENT}/commands?account=resident_1")
    assert await sandbox.refused("sendMessage", text="a", chat_id=RESIDENT) == "Bad Request: chat not found"


async def test_arguments_are_checked_before_the_chat_and_the_chat_before_the_content(sandbox: Sandbox) -> None:
    broken = {"chat_id": 99, "text": "<b>", "parse_mode": "HTML"}
    assert "can't parse entities" in await sandbox.refused("sendMessage", **broken)
    too_long = {"chat_id": 99, "text": "a" * 5000}
    assert await sandbox.refused("sendMessage", **too_long) == "Bad Request: chat not found"
    assert await sandbox.refused("sendMessage", chat_id=99) == "Bad Request: message text is empty"


async def test_the_replied_message_is_checked_before_the_content(sandbox: Sandbox) -> None:
    await sandbox.start()
    asked = {"chat_id": RESIDENT, "text": "a" * 5000, "reply_parameters": {"message_id": 7}}
    assert await sandbox.refused("sendMessage", **asked) == "Bad Request: message to be replied not found"
    asked["reply_parameters"] = {"message_id": 7, "allow_sending_without_reply": True}
    assert await sandbox.refused("sendMessage", **asked) == "Bad Request: message is too long"


async def test_chats_are_described(sandbox: Sandbox) -> None:
    await sandbox.start()
    chat = await sandbox.bot("getChat", chat_id=RESIDENT)
    assert (chat["type"], chat["first_name"]) == ("private", "Cư dân 1")
    group = await sandbox.bot("getChat", chat_id=GROUP)
    assert (group["type"], group["title"]) == ("group", "Phòng Kinh tế, Hạ tầng và Đô thị")
    assert group["permissions"]["can_send_messages"] is True


async def test_calls_are_logged_without_the_tokens_secret(sandbox: Sandbox) -> None:
    await sandbox.call("sendMessage", chat_id=1, text="a")
    await sandbox.bot("getMe")
    calls = (await sandbox.look("calls?method=sendmessage"))["calls"]
    assert [(call["method"], call["status"], call["arguments"]["text"]) for call in calls] == [
        ("sendMessage", 400, "a")
    ]
    assert calls[0]["token"] == "7000000001:***"
    assert len((await sandbox.look(f"calls?after={calls[0]['n']}"))["calls"]) == 1


async def test_chat_actions_are_checked(sandbox: Sandbox) -> None:
    await sandbox.start()
    assert await sandbox.bot("sendChatAction", chat_id=RESIDENT, action="typing") is True
    refusal = await sandbox.refused("sendChatAction", chat_id=RESIDENT, action="dance")
    assert refusal == "Bad Request: wrong parameter action in request"


@pytest.mark.parametrize("method", ["logOut", "close"])
async def test_leaving_the_server_is_accepted(sandbox: Sandbox, method: str) -> None:
    assert await sandbox.bot(method) is True
