"""Presses of inline buttons and the bot's answers."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.sandbox.sandbox_wire import RESIDENT, Sandbox

ROWS = [[{"text": "Có", "callback_data": "yes"}, {"text": "Trang", "url": "https://a.vn"}]]
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def ask(sandbox: Sandbox) -> dict[str, Any]:
    """Send a question with buttons and return where to press."""
    await sandbox.start()
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="?", reply_markup={"inline_keyboard": ROWS})
    return {"account": "resident_1", "chat_id": RESIDENT, "message_id": sent["message_id"]}


async def test_a_press_reaches_the_bot_with_its_message(sandbox: Sandbox) -> None:
    where = await ask(sandbox)
    pressed = await sandbox.control("press", **where, row=0, col=0)
    [update] = await sandbox.updates()
    query = update["callback_query"]
    assert (query["id"], query["data"], query["from"]["id"]) == (pressed["query_id"], "yes", RESIDENT)
    assert query["message"]["message_id"] == where["message_id"]
    assert query["message"]["reply_markup"] == {"inline_keyboard": ROWS}
    assert query["chat_instance"]


async def test_who_presses_sees_the_answer(sandbox: Sandbox) -> None:
    where = await ask(sandbox)
    pressing = asyncio.create_task(sandbox.control("press", **where, row=0, col=0, wait=5))
    [update] = await sandbox.updates(timeout=5)
    query_id = update["callback_query"]["id"]
    await sandbox.bot("answerCallbackQuery", callback_query_id=query_id, text="Đã ghi", show_alert=True)
    answered = {"query_id": query_id, "answered": True, "text": "Đã ghi", "show_alert": True}
    assert await pressing == answered
    assert await sandbox.look(f"queries/{query_id}") == answered


async def test_an_unanswered_press_says_so(sandbox: Sandbox) -> None:
    pressed = await sandbox.control("press", **await ask(sandbox), row=0, col=0)
    assert pressed["answered"] is False


async def test_a_press_cannot_be_answered_after_its_time(sandbox: Sandbox) -> None:
    where = await ask(sandbox)
    await sandbox.control("limits", query=30)
    pressed = await sandbox.control("press", **where, row=0, col=0)
    await sandbox.control("clock", shift=31)
    refusal = await sandbox.refused("answerCallbackQuery", callback_query_id=pressed["query_id"])
    assert refusal == TOO_OLD
    assert await sandbox.refused("answerCallbackQuery", callback_query_id="5") == TOO_OLD


async def test_an_answer_has_at_most_200_characters(sandbox: Sandbox) -> None:
    pressed = await sandbox.control("press", **await ask(sandbox), row=0, col=0)
    answer = {"callback_query_id": pressed["query_id"], "text": "a" * 201}
    assert await sandbox.refused("answerCallbackQuery", **answer) == "Bad Request: MESSAGE_TOO_LONG"


async def test_another_bot_cannot_answer(sandbox: Sandbox) -> None:
    pressed = await sandbox.control("press", **await ask(sandbox), row=0, col=0)
    status, _ = await sandbox.call("answerCallbackQuery", "55:another-bot", callback_query_id=pressed["query_id"])
    assert status == 400


async def test_a_link_button_gives_its_address_and_no_update(sandbox: Sandbox) -> None:
    where = await ask(sandbox)
    assert await sandbox.control("press", **where, row=0, col=1) == {"url": "https://a.vn"}
    assert await sandbox.updates() == []


async def test_a_press_on_a_vanished_message_is_inaccessible(sandbox: Sandbox) -> None:
    where = await ask(sandbox)
    await sandbox.bot("deleteMessage", chat_id=RESIDENT, message_id=where["message_id"])
    await sandbox.control("press", **where, data="yes")
    [update] = await sandbox.updates()
    message = update["callback_query"]["message"]
    assert message == {"chat": message["chat"], "message_id": where["message_id"], "date": 0}


async def test_a_button_that_is_not_there_cannot_be_pressed(sandbox: Sandbox) -> None:
    where = await ask(sandbox)
    async with sandbox.http.post(
        f"{sandbox.address}/_sandbox/press", json={**where, "row": 3, "col": 0}
    ) as answer:
        assert (answer.status, await answer.json()) == (404, {"error": "There is no such button."})


async def test_a_press_waits_150_seconds_for_a_bot_that_is_away(sandbox: Sandbox) -> None:
    where = await ask(sandbox)
    await sandbox.control("press", **where, row=0, col=0)
    await sandbox.control("clock", shift=151)
    assert await sandbox.updates() == []
