"""Webhooks: setting them, delivery, order, retries, and what getWebhookInfo tells."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import pytest
from aiohttp import MultipartWriter, web

from tests.sandbox.sandbox_wire import OTHER, RESIDENT, Sandbox, eventually

Answer = Callable[[dict[str, Any]], web.Response]


class Receiver:
    """A bot's webhook that notes what comes; `answer` decides what it says."""

    def __init__(self) -> None:
        self.url = ""
        self.updates: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.answer: Answer = lambda _update: web.Response()
        self.gate = asyncio.Event()
        self.gate.set()
        self._came = asyncio.Condition()

    async def take(self, request: web.Request) -> web.Response:
        update = await request.json()
        async with self._came:
            self.updates.append(update)
            self.headers.append(dict(request.headers))
            self._came.notify_all()
        await self.gate.wait()
        return self.answer(update)

    async def wait_for(self, count: int) -> None:
        async with asyncio.timeout(30), self._came:
            await self._came.wait_for(lambda: len(self.updates) >= count)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.updates if "message" in update]


@asynccontextmanager
async def receiving() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    receiver.gate.set()
    await runner.cleanup()


@pytest.fixture
async def hook() -> AsyncIterator[Receiver]:
    async with receiving() as receiver:
        yield receiver


def fail(status: int, **headers: str) -> Answer:
    return lambda _update: web.Response(status=status, headers=headers)


async def pending(sandbox: Sandbox, count: int) -> dict[str, Any]:
    """Wait until so many updates are pending, and return getWebhookInfo."""
    info: dict[str, Any] = await webhook_info(sandbox, lambda info: info["pending_update_count"] == count)
    return info


async def webhook_info(sandbox: Sandbox, holds: Callable[[Any], bool]) -> Any:
    """Wait until getWebhookInfo tells something, and return it."""
    return await eventually(lambda: sandbox.bot("getWebhookInfo"), holds)


async def test_updates_are_posted_as_json_with_the_secret(sandbox: Sandbox, hook: Receiver) -> None:
    await sandbox.bot("setWebhook", url=hook.url, secret_token="Secret_1-")
    await sandbox.say("a")
    await hook.wait_for(1)
    assert hook.updates[0]["message"]["text"] == "a"
    assert hook.headers[0]["Content-Type"] == "application/json"
    assert hook.headers[0]["X-Telegram-Bot-Api-Secret-Token"] == "Secret_1-"
    assert hook.headers[0]["Accept-Encoding"] == "gzip, deflate"
    await pending(sandbox, 0)


async def test_setting_and_deleting_are_described(sandbox: Sandbox, hook: Receiver) -> None:
    async def described(method: str, **arguments: object) -> str:
        _, answer = await sandbox.call(method, **arguments)
        await sandbox.control("clock", shift=1)
        sentence: str = answer["description"]
        return sentence

    assert await described("deleteWebhook") == "Webhook is already deleted"
    assert await described("setWebhook", url=hook.url) == "Webhook was set"
    assert await described("setWebhook", url=hook.url) == "Webhook is already set"
    assert await described("setWebhook", url=hook.url, max_connections=3) == "Webhook was set"
    assert await described("deleteWebhook") == "Webhook was deleted"
    assert await described("setWebhook", url="") == "Webhook is already deleted"


async def test_a_second_setting_within_a_second_is_too_many(sandbox: Sandbox, hook: Receiver) -> None:
    await sandbox.bot("setWebhook", url=hook.url)
    status, answer = await sandbox.call("setWebhook", url=hook.url)
    assert (status, answer["parameters"]) == (429, {"retry_after": 1})


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"url": "http://example.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "ftp://localhost/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org:99/"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "https://"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "http://localhost/", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "http://localhost/", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_a_wrong_webhook_is_refused(sandbox: Sandbox, arguments: dict[str, str], reason: str) -> None:
    assert await sandbox.refused("setWebhook", **arguments) == f"Bad Request: {reason}"


async def test_polling_and_a_webhook_exclude_each_other(sandbox: Sandbox, hook: Receiver) -> None:
    poll = asyncio.create_task(sandbox.refused("getUpdates", timeout=30))
    await sandbox.look("state")
    await sandbox.bot("setWebhook", url=hook.url)
    assert await poll == "Conflict: terminated by setWebhook request"
    await sandbox.control("clock", shift=3)
    refusal = await sandbox.refused("getUpdates")
    assert refusal.startswith(
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to"
    )


async def test_what_waited_is_posted_when_the_webhook_is_set(sandbox: Sandbox, hook: Receiver) -> None:
    await sandbox.say("a")
    await sandbox.bot("setWebhook", url=hook.url)
    await hook.wait_for(1)
    assert hook.texts() == ["a"]


async def test_pending_updates_can_be_dropped(sandbox: Sandbox, hook: Receiver) -> None:
    await sandbox.say("a")
    await sandbox.bot("setWebhook", url=hook.url, drop_pending_updates=True)
    await sandbox.say("b")
    await hook.wait_for(1)
    assert hook.texts() == ["b"]


async def test_a_refused_update_comes_again_at_once_then_after_2_4_8_seconds(
    sandbox: Sandbox, hook: Receiver
) -> None:
    hook.answer = fail(500)
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    await hook.wait_for(2)
    for count, seconds in ((3, 2), (4, 4), (5, 8)):
        await sandbox.control("clock", shift=seconds - 0.7)
        await asyncio.sleep(0.02)
        assert len(hook.updates) == count - 1
        await sandbox.control("clock", shift=0.8)
        await hook.wait_for(count)
    info = await sandbox.bot("getWebhookInfo")
    assert info["pending_update_count"] == 1
    assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
    assert info["last_error_date"]


async def test_the_receiver_may_say_when_to_come_again(sandbox: Sandbox, hook: Receiver) -> None:
    hook.answer = fail(503, **{"Retry-After": "100"})
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    await hook.wait_for(1)
    await sandbox.control("clock", shift=90)
    await asyncio.sleep(0.02)
    assert len(hook.updates) == 1
    hook.answer = fail(200)
    await sandbox.control("clock", shift=11)
    await hook.wait_for(2)


async def test_who_asks_to_come_back_after_the_end_of_an_update_does_not_get_it(
    sandbox: Sandbox, hook: Receiver
) -> None:
    await sandbox.start()
    rows = [[{"text": "a", "callback_data": "a"}]]
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="?", reply_markup={"inline_keyboard": rows})
    hook.answer = fail(503, **{"Retry-After": "200"})
    await sandbox.bot("setWebhook", url=hook.url)
    where = {"account": "resident_1", "chat_id": RESIDENT, "message_id": sent["message_id"]}
    await sandbox.control("press", **where, row=0, col=0)
    await hook.wait_for(1)
    await pending(sandbox, 0)


async def test_messages_of_a_chat_come_one_after_another(sandbox: Sandbox, hook: Receiver) -> None:
    await sandbox.bot("setWebhook", url=hook.url)
    hook.gate.clear()
    for text in "abc":
        await sandbox.say(text)
    await hook.wait_for(1)
    await asyncio.sleep(0.02)
    assert hook.texts() == ["a"]
    hook.gate.set()
    await hook.wait_for(3)
    assert hook.texts() == ["a", "b", "c"]


async def test_a_stuck_message_holds_up_neither_presses_nor_other_chats(sandbox: Sandbox, hook: Receiver) -> None:
    await sandbox.start()
    rows = [[{"text": "a", "callback_data": "a"}]]
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="?", reply_markup={"inline_keyboard": rows})
    await sandbox.bot("setWebhook", url=hook.url)
    hook.gate.clear()
    await sandbox.say("stuck")
    where = {"account": "resident_1", "chat_id": RESIDENT, "message_id": sent["message_id"]}
    await sandbox.control("press", **where, row=0, col=0)
    await sandbox.say("hello", "resident_2", OTHER)
    await sandbox.control("members", chat_id=RESIDENT, account="resident_1", action="block")
    await hook.wait_for(4)
    kinds = {next(kind for kind in update if kind != "update_id") for update in hook.updates}
    assert kinds == {"message", "callback_query", "my_chat_member"}


async def test_connections_are_bounded(sandbox: Sandbox, hook: Receiver) -> None:
    await sandbox.bot("setWebhook", url=hook.url, max_connections=1)
    hook.gate.clear()
    await sandbox.say("a")
    await sandbox.say("b", "resident_2", OTHER)
    await hook.wait_for(1)
    await asyncio.sleep(0.02)
    assert len(hook.updates) == 1
    hook.gate.set()
    await hook.wait_for(2)


async def test_an_update_is_dropped_only_when_its_lifetime_ends(sandbox: Sandbox, hook: Receiver) -> None:
    hook.answer = fail(500)
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    await hook.wait_for(2)
    await sandbox.control("clock", shift=86_401)
    assert (await pending(sandbox, 0))["last_error_message"]


async def test_a_webhook_that_is_gone_for_a_day_is_closed(sandbox: Sandbox, hook: Receiver) -> None:
    hook.answer = fail(410)
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    await hook.wait_for(2)
    await sandbox.control("clock", shift=23 * 3600 + 10)
    await webhook_info(sandbox, lambda info: not info["url"])
    assert len(await sandbox.bot("getUpdates")) == 1


async def test_nobody_at_the_address_is_told(sandbox: Sandbox) -> None:
    await sandbox.bot("setWebhook", url="http://127.0.0.1:9/")
    await sandbox.say("a")
    info = await webhook_info(sandbox, lambda info: "last_error_message" in info)
    assert info["last_error_message"] == "Connection refused"


async def test_a_silent_receiver_times_out(sandbox: Sandbox, hook: Receiver) -> None:
    await sandbox.control("limits", webhook=0.05)
    hook.gate.clear()
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    await hook.wait_for(2)
    assert (await sandbox.bot("getWebhookInfo"))["last_error_message"] == "Read timeout expired"


def in_reply(way: str, fields: dict[str, str]) -> web.Response:
    """Return a webhook's answer that calls a method."""
    if way == "json":
        return web.json_response(fields)
    if way == "form":
        return web.Response(text=urlencode(fields), content_type="application/x-www-form-urlencoded")
    parts = MultipartWriter("form-data")
    for name, value in fields.items():
        parts.append(value).set_content_disposition("form-data", name=name)
    return web.Response(body=parts)


@pytest.mark.parametrize("way", ["json", "form", "multipart"])
async def test_the_answer_may_call_a_method(sandbox: Sandbox, hook: Receiver, way: str) -> None:
    fields = {"method": "sendMessage", "chat_id": str(RESIDENT), "text": "Đã nhận"}
    hook.answer = lambda _update: in_reply(way, fields)
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    messages = await eventually(sandbox.messages, lambda messages: len(messages) == 2)
    assert messages[-1]["text"] == "Đã nhận"
    await pending(sandbox, 0)


async def test_dropping_and_resetting_free_a_chat_that_is_held_up(sandbox: Sandbox, hook: Receiver) -> None:
    hook.answer = fail(500)
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    await hook.wait_for(2)
    await sandbox.control("clock", shift=1)
    await sandbox.bot("setWebhook", url=hook.url, drop_pending_updates=True)
    await sandbox.say("b")
    await hook.wait_for(4)
    await sandbox.control("reset")
    await sandbox.say("c")
    await hook.wait_for(6)
    assert hook.texts() == list("aabbcc")


async def test_the_answer_may_not_change_the_webhook(sandbox: Sandbox, hook: Receiver) -> None:
    hook.answer = lambda _update: web.json_response({"method": "deleteWebhook"})
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    await hook.wait_for(1)
    assert (await pending(sandbox, 0))["url"] == hook.url


async def test_after_deleting_updates_wait_for_a_poll(sandbox: Sandbox, hook: Receiver) -> None:
    hook.answer = fail(500)
    await sandbox.bot("setWebhook", url=hook.url)
    await sandbox.say("a")
    await hook.wait_for(2)
    await sandbox.bot("deleteWebhook")
    assert len(await sandbox.bot("getUpdates")) == 1
