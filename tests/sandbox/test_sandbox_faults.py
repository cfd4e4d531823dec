"""Faults on demand: on calls of the bot, and on updates to it."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.sandbox.sandbox_wire import OTHER, RESIDENT, TOKEN, Sandbox


async def upset(sandbox: Sandbox, kind: str, **fields: Any) -> None:
    await sandbox.control("faults", rules=[{"kind": kind, **fields}])


async def test_too_many_requests_so_often_and_in_one_chat_only(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.say("/start", "resident_2", OTHER)
    await upset(sandbox, "429", retry_after=3, count=2, chat_id=RESIDENT, method="sendMessage")
    await sandbox.bot("sendMessage", chat_id=OTHER, text="a")
    for _ in range(2):
        url = f"{sandbox.address}/bot{TOKEN}/sendMessage"
        async with sandbox.http.post(url, json={"chat_id": RESIDENT, "text": "a"}) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (429, "3")
            assert await answer.json() == {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 3",
                "parameters": {"retry_after": 3},
            }
    await sandbox.bot("sendMessage", chat_id=RESIDENT, text="a")
    assert [rule["fired"] for rule in (await sandbox.look("faults"))["rules"]] == [2]


async def test_an_error_inside_the_server_comes_as_json(sandbox: Sandbox) -> None:
    await upset(sandbox, "http", status=500)
    status, answer = await sandbox.call("getMe")
    assert (status, answer["description"]) == (500, "Internal Server Error: restart")


async def test_a_chat_that_is_flooded_must_wait_until_there_is_room_again(sandbox: Sandbox) -> None:
    await sandbox.start()
    await sandbox.say("/start", "resident_2", OTHER)
    await upset(sandbox, "flood", burst=3, seconds=20, count=None)

    async def says(chat: int) -> tuple[int, Any]:
        status, answer = await sandbox.call("sendMessage", chat_id=chat, text="a")
        return status, answer.get("parameters")

    assert [await says(RESIDENT) for _ in range(4)] == [(200, None)] * 3 + [(429, {"retry_after": 20})]
    assert await says(OTHER) == (200, None)
    await sandbox.bot("getMe")
    await sandbox.control("clock", shift=12)
    assert await says(RESIDENT) == (429, {"retry_after": 8})
    await sandbox.control("clock", shift=8)
    assert [await says(RESIDENT) for _ in range(2)] == [(200, None), (429, {"retry_after": 20})]


async def test_the_first_calls_may_pass(sandbox: Sandbox) -> None:
    await upset(sandbox, "429", method="getMe", skip=2)
    assert [(await sandbox.call("getMe"))[0] for _ in range(4)] == [200, 200, 429, 200]


@pytest.mark.parametrize(
    ("fault", "status"),
    [({"kind": "http", "status": 502}, 502), ({"kind": "429"}, 429), ({"kind": "latency"}, 200)],
)
async def test_a_download_can_fail_too(sandbox: Sandbox, fault: dict[str, Any], status: int) -> None:
    await sandbox.attach(("a.txt", b"content", "text/plain"))
    [update] = await sandbox.updates()
    found = await sandbox.bot("getFile", file_id=update["message"]["document"]["file_id"])
    await upset(sandbox, **fault, method="download", seconds=0.01)
    async with sandbox.http.get(f"{sandbox.address}/file/bot{TOKEN}/{found['file_path']}") as answer:
        assert answer.status == status


@pytest.mark.parametrize("status", [502, 503, 504, 599])
async def test_a_proxys_page_comes_as_html(sandbox: Sandbox, status: int) -> None:
    await upset(sandbox, "http", status=status)
    async with sandbox.http.get(f"{sandbox.address}/bot{TOKEN}/getMe") as answer:
        assert (answer.status, answer.content_type) == (status, "text/html")
        assert (await answer.text()).startswith("<html>")
    await sandbox.bot("getMe")


@pytest.mark.parametrize(("kind", "sent"), [("reset_after", 2), ("reset_before", 1)])
async def test_a_broken_connection_leaves_the_message_sent_or_not(sandbox: Sandbox, kind: str, sent: int) -> None:
    await sandbox.start()
    await upset(sandbox, kind, method="sendMessage")
    with pytest.raises(aiohttp.ClientConnectionError):
        await sandbox.call("sendMessage", chat_id=RESIDENT, text="a")
    assert len(await sandbox.messages()) == sent


async def test_latency_holds_a_call_up(sandbox: Sandbox) -> None:
    await upset(sandbox, "latency", seconds=60, method="getMe")
    call = asyncio.create_task(sandbox.bot("getMe"))
    await sandbox.look("state")
    assert not call.done()
    await sandbox.control("clock", shift=60)
    await call


async def test_a_poll_can_be_made_to_conflict(sandbox: Sandbox) -> None:
    await upset(sandbox, "poll_conflict")
    await sandbox.bot("getMe")
    assert (await sandbox.refused("getUpdates")).startswith("Conflict: terminated by other getUpdates")


async def test_a_duplicate_update_comes_twice_with_one_id(sandbox: Sandbox) -> None:
    await upset(sandbox, "duplicate")
    await sandbox.say("a")
    [first] = await sandbox.bot("getUpdates")
    [again] = await sandbox.bot("getUpdates", offset=first["update_id"] + 1)
    assert again == first
    assert await sandbox.bot("getUpdates", offset=first["update_id"] + 2, timeout=0) == []


async def test_a_dropped_update_leaves_a_gap(sandbox: Sandbox) -> None:
    await sandbox.say("a")
    await upset(sandbox, "drop")
    await sandbox.say("b")
    await sandbox.say("c")
    first, third = await sandbox.bot("getUpdates")
    assert third["update_id"] == first["update_id"] + 2
    assert third["message"]["text"] == "c"


async def test_a_delayed_update_comes_later(sandbox: Sandbox) -> None:
    await upset(sandbox, "delay", seconds=20)
    await sandbox.say("a")
    await sandbox.say("b")
    assert [update["message"]["text"] for update in await sandbox.updates()] == ["b"]
    await sandbox.control("clock", shift=20)
    assert [update["message"]["text"] for update in await sandbox.updates(timeout=5)] == ["a"]


async def test_two_updates_can_be_swapped(sandbox: Sandbox) -> None:
    await upset(sandbox, "swap", update="message")
    await sandbox.say("a")
    await sandbox.say("b")
    assert [update["message"]["text"] for update in await sandbox.updates()] == ["b", "a"]


async def test_an_album_can_arrive_with_another_message_in_between(sandbox: Sandbox) -> None:
    await upset(sandbox, "swap", update="message", skip=1)
    files = [(f"{name}.txt", b"content", "text/plain") for name in "ab"]
    await sandbox.attach(*files, caption="album")
    await sandbox.say("between")
    first, between, second = [update["message"] for update in await sandbox.updates()]
    assert first["media_group_id"] == second["media_group_id"]
    assert (first["caption"], between["text"]) == ("album", "between")


async def test_faults_can_last_and_be_cleared(sandbox: Sandbox) -> None:
    await upset(sandbox, "429", count=None)
    for _ in range(3):
        assert (await sandbox.call("getMe"))[0] == 429
    async with sandbox.http.delete(f"{sandbox.address}/_sandbox/faults") as answer:
        assert await answer.json() == {"rules": []}
    await sandbox.bot("getMe")


@pytest.mark.parametrize(
    "rule",
    [
        {"kind": "earthquake"},
        {"kind": "429", "what": 1},
        {"kind": "429", "count": "x"},
        {"kind": "flood", "seconds": 0},
        {"kind": "flood", "burst": 0},
        5,
    ],
)
async def test_rules_without_sense_are_refused(sandbox: Sandbox, rule: object) -> None:
    async with sandbox.http.post(f"{sandbox.address}/_sandbox/faults", json={"rules": [rule]}) as answer:
        assert answer.status == 400
        assert "fault" in (await answer.json())["error"]
