"""The checker on the wire: it sees every departure from the published Bot API, and its table is whole."""

import ast
import json
import time
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from sandbox.demo import demo
from sandbox.methods.table import METHODS
from sandbox.state import World
from tests.sandbox.sandbox_wire import GROUP, RESIDENT, TOKEN, Sandbox
from tests.wire.checker import answer_faults, request_faults, update_faults
from tests.wire.tables import bot_api
from tests.wire.watch import running

TESTS = Path(__file__).parents[1]
USER = {"id": 1, "is_bot": False, "first_name": "Cư dân"}
CHAT = {"id": 1, "type": "private", "first_name": "Cư dân"}
MESSAGE: dict[str, Any] = {"message_id": 5, "date": 1_800_000_000, "chat": CHAT, "from": USER, "text": "a"}
SEND: dict[str, Any] = {"chat_id": "1", "text": "a"}


def button(**more: object) -> dict[str, Any]:
    return {"reply_markup": json.dumps({"inline_keyboard": [[{"text": "Có", **more}]]})}


@pytest.mark.parametrize(
    ("method", "values", "fault"),
    [
        ("sendEverything", {}, "sendEverything: this method is not in bot_api.json"),
        ("sendMessage", {"chat_id": 1}, "sendMessage.text: is missing"),
        ("sendMessage", SEND | {"txet": "a"}, "sendMessage.txet: there is no such parameter"),
        ("sendMessage", SEND | {"text": None}, "sendMessage.text: is null"),
        ("sendMessage", SEND | {"text": ""}, "sendMessage.text: 0 characters; 1 to 4096 are allowed"),
        ("sendMessage", SEND | {"text": "😀" * 2049}, "sendMessage.text: 4098 characters"),
        ("sendMessage", SEND | {"disable_notification": "perhaps"}, "'perhaps' is no Boolean"),
        ("sendMessage", SEND | {"message_thread_id": True}, "True is no Integer"),
        ("sendMessage", SEND | {"reply_markup": "{"}, "sendMessage.reply_markup: '{' is no object"),
        ("sendMessage", SEND | button(callback_data="ệ" * 22), "callback_data: 66 bytes; 1 to 64 are allowed"),
        ("sendMessage", SEND | button(data="a"), "inline_keyboard[0][0].data: there is no such field"),
        ("sendMessage", SEND | button(url="https://a.vn", style="pink"), "'pink' is none of danger"),
        ("getUpdates", {"limit": 101}, "getUpdates.limit: 101; 1 to 100 are allowed"),
        ("sendPhoto", {"chat_id": 1}, "sendPhoto.photo: is missing"),
        ("setMyCommands", {"commands": [{"command": "a"}]}, "setMyCommands.commands[0].description: is missing"),
        ("setMyCommands", {"commands": [], "scope": {"type": "moon"}}, "setMyCommands.scope.type: is always"),
        ("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": "x"}]}, "1 items; 2 to 10"),
        ("sendLocation", {"chat_id": 1, "latitude": "north", "longitude": 1}, "'north' is no Float"),
    ],
)
def test_a_wrong_call_is_seen(method: str, values: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in request_faults(method, values))


@pytest.mark.parametrize(
    ("method", "values", "uploads"),
    [
        ("sendMessage", SEND | {"parse_mode": "HTML", "text": f"<b>{'ộ' * 4095}</b>&lt;"}, ()),
        ("sendMessage", SEND | {"reply_markup": '{"keyboard": [["Có", {"text": "Không"}]]}'}, ()),
        ("sendMessage", SEND | {"disable_notification": "true", "message_thread_id": "7"}, ()),
        ("sendMessage", SEND | button(callback_data="ệ" * 21 + "a"), ()),
        ("sendPhoto", {"chat_id": 1}, ("photo",)),
        ("sendLocation", {"chat_id": 1, "latitude": 21, "longitude": "105.8", "live_period": 0x7FFFFFFF}, ()),
        ("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": "x"},
                                                    {"type": "video", "media": "attach://y"}]}, ("y",)),
    ],
)  # fmt: skip
def test_a_right_call_passes_in_every_form(method: str, values: dict[str, Any], uploads: tuple[str, ...]) -> None:
    assert list(request_faults(method, values, uploads, unknown_matters="y" not in uploads)) == []


@pytest.mark.parametrize(
    ("status", "answer", "fault"),
    [
        (200, [], "an answer is an object"),
        (200, {"ok": True}, "a success has a result"),
        (201, {"ok": True, "result": MESSAGE}, "a success has HTTP status 200, not 201"),
        (200, {"ok": True, "result": MESSAGE, "note": 1}, "a success has no note"),
        (200, {"ok": True, "result": MESSAGE | {"caption": None}}, "result.caption: is null"),
        (200, {"ok": True, "result": MESSAGE | {"seq": 1}}, "result.seq: there is no such field"),
        (200, {"ok": True, "result": MESSAGE | {"date": "now"}}, "result.date: 'now' is no Integer"),
        (200, {"ok": True, "result": MESSAGE | {"chat": {"id": 1}}}, "result.chat.type: is missing"),
        (200, {"ok": True, "result": MESSAGE | {"gift": {}}}, "the type GiftInfo is not in bot_api.json"),
        (400, {"ok": False, "error_code": 401, "description": "Bad Request: a"}, "error_code 401 differs"),
        (400, {"ok": False, "error_code": 400, "description": "chat not found"}, "a 400 is described as"),
        (418, {"ok": False, "error_code": 418, "description": "I'm a teapot"}, "a 418 is described as"),
        (400, {"ok": False, "error_code": 400, "description": "Bad Request: a", "error": 1}, "has no error"),
        (429, {"ok": False, "error_code": 429, "description": "Too Many Requests: retry after 3",
               "parameters": {"retry_after": "3"}}, "parameters.retry_after: '3' is no Integer"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_seen(status: int, answer: Any, fault: str) -> None:
    assert any(fault in found for found in answer_faults("sendMessage", status, answer))


@pytest.mark.parametrize(
    ("update", "fault"),
    [
        ({"message": MESSAGE}, "update.update_id: is missing"),
        ({"update_id": 1}, "update: has 0 kinds"),
        ({"update_id": 1, "message": MESSAGE, "edited_message": MESSAGE}, "update: has 2 kinds"),
        ({"update_id": 1, "news": {}}, "update.news: there is no such field"),
        ({"update_id": 1, "message": MESSAGE | {"chat": CHAT | {"type": "salon"}}}, "'salon' is none of private"),
        ({"update_id": 1, "message": MESSAGE | {"entities": [{"type": "url", "offset": 0}]}}, "length: is mis"),
        ({"update_id": 1, "callback_query": {"id": 7, "from": USER, "chat_instance": "1"}}, "7 is no String"),
        ({"update_id": 1, "callback_query": {"id": "7", "from": USER, "chat_instance": "1", "message":
            {"chat": CHAT, "message_id": 1, "date": 5, "photos": []}}}, "callback_query.message"),
    ],
)  # fmt: skip
def test_a_wrong_update_is_seen(update: dict[str, Any], fault: str) -> None:
    assert any(fault in found for found in update_faults(update))


def test_right_answers_and_updates_pass() -> None:
    gone = {"chat": CHAT, "message_id": 1, "date": 0}
    press = {"id": "7", "from": USER, "chat_instance": "1", "data": "yes"}
    for message in (MESSAGE, gone):
        update = {"update_id": 1, "callback_query": {**press, "message": message}}
        assert list(update_faults(update)) == []
    assert list(answer_faults("sendMessage", 200, {"ok": True, "result": MESSAGE})) == []
    assert list(answer_faults("editMessageText", 200, {"ok": True, "result": True})) == []
    described = {"ok": True, "result": True, "description": "Webhook was set"}
    assert list(answer_faults("setWebhook", 200, described)) == []


async def calls(*, strict: bool, **arguments: object) -> None:
    """Let a bot write into the group on a checked wire, and end."""
    world = World(time.time, seed=demo())
    async with running(world, strict=strict) as address, aiohttp.ClientSession() as http:
        await Sandbox(address, http).call("sendMessage", text="a", txet="a", **arguments)


async def test_a_fault_on_the_wire_fails_the_test_that_caused_it() -> None:
    with pytest.raises(AssertionError, match=r"published.*\n  sendMessage.txet: there is no such parameter$"):
        await calls(strict=True, chat_id=GROUP)


async def test_what_a_lenient_test_is_refused_need_not_be_right_but_what_is_accepted_must_be() -> None:
    await calls(strict=False, chat_id="nowhere", disable_notification=7)
    with pytest.raises(AssertionError, match=r"published.*\n  sendMessage.disable_notification: 7 is no Boolean$"):
        await calls(strict=False, chat_id=GROUP, disable_notification=7)


async def test_an_update_made_by_hand_is_its_makers_business() -> None:
    world = World(time.time, seed=demo())
    async with running(world) as address, aiohttp.ClientSession() as http:
        sandbox = Sandbox(address, http)
        body = {"token": TOKEN, "update": {"message": {"half": "a message"}}}
        async with http.post(f"{address}/_test/update", json=body) as answer:
            assert answer.status == 200
        await sandbox.say("whole")
        half, whole = await sandbox.updates()
    assert half["message"] == {"half": "a message"}
    assert whole["message"]["chat"]["id"] == RESIDENT


def test_the_table_has_exactly_the_methods_of_the_sandbox() -> None:
    assert set(bot_api().methods) == set(METHODS)


def test_the_table_names_its_source_and_version() -> None:
    assert "core.telegram.org/bots/api" in bot_api().source
    assert bot_api().version.startswith("Bot API 10.1")


def test_no_test_serves_the_sandbox_without_the_checker() -> None:
    unchecked = {
        path.name
        for path in TESTS.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module == "sandbox.server"
    }
    assert unchecked == set()
