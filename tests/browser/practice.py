"""The practice page without the product: its sandbox, the bot's calls made by hand, and a browser window."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp
from playwright.async_api import Browser, Locator, Page, expect

from sandbox.demo import demo
from sandbox.state import World
from tests.sandbox.sandbox_wire import GROUP, RESIDENT, Sandbox
from tests.wire.watch import running

PATIENCE = 30_000
"""Milliseconds until a person gives up waiting."""
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Tôi đồng ý", "callback_data": "yes"}, {"text": "Để sau", "url": "https://a.vn"}]
    ]
}
COMMANDS = [
    {"command": "new", "description": "Gửi kiến nghị"},
    {"command": "status", "description": "Xem kiến nghị"},
]
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "a735810000000049454e44ae426082"
)


@dataclass(frozen=True)
class Practice:
    """The page as a person has it before them, and the sandbox behind it."""

    page: Page
    sandbox: Sandbox

    async def opens(self, chat: int = RESIDENT) -> Locator:
        """Open a chat from the list and return its column."""
        name = "account-resident_1" if chat == RESIDENT else f"group-{chat}"
        place = self.page.locator(f'[data-chat="{chat}"]')
        await self.page.get_by_test_id(name).click()
        await expect(place).to_be_visible(timeout=PATIENCE)
        return place

    async def attaches(self, place: Locator, what: str) -> None:
        """Choose something of the paper-clip's menu."""
        await place.get_by_test_id("attach").click()
        await place.get_by_test_id(f"attach-{what}").click()

    async def acts(self, message: Locator, tool: str) -> None:
        """Choose something of a message's menu."""
        row = message.locator("xpath=ancestor::article")
        await row.locator("[data-place=tools]").click()
        await row.get_by_test_id(tool).click()

    async def heard(self) -> dict[str, Any]:
        """Return the bot's newest update."""
        updates = await self.sandbox.updates(timeout=5)
        newest: dict[str, Any] = updates[-1]
        return newest


@asynccontextmanager
async def practising(browser: Browser, screen: dict[str, Any], **more: Any) -> AsyncIterator[Practice]:
    """Serve a fresh sandbox and open its page on a screen; nothing may go wrong in the page."""
    world = World(time.time, seed=demo())
    async with running(world, strict=False) as address, aiohttp.ClientSession() as http:
        context = await browser.new_context(**screen, timezone_id="America/New_York", **more)
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        await page.goto(address)
        await page.get_by_test_id("account-resident_1").wait_for()
        yield Practice(page, Sandbox(address, http))
        await context.close()
        assert faults == []


async def talk(sandbox: Sandbox) -> None:
    """Let people and the bot say one of everything that the page can show."""
    send = f"chats/{RESIDENT}/send"
    place = {"latitude": 21.0362, "longitude": 105.7906}
    card = {"phone_number": "+84900000001", "first_name": "Cư dân 1", "user_id": RESIDENT}
    await sandbox.bot("setMyCommands", commands=COMMANDS)
    await sandbox.control(send, account="resident_1", start="DN-7")
    text = "<b>Kính chào ông/bà.</b> Xem https://a.vn hoặc /help.\n<blockquote>Trích</blockquote><code>DN-2</code>"
    await sandbox.bot("sendMessage", chat_id=RESIDENT, text=text, parse_mode="HTML", reply_markup=KEYBOARD)
    said = await sandbox.say("Đèn hỏng")
    change = {"message_id": said["message_id"], "text": "Đèn đường ngõ 20 hỏng hai tuần nay."}
    await sandbox.control(f"chats/{RESIDENT}/edit", account="resident_1", **change)
    await sandbox.attach(
        *[(f"{name}.png", PNG, "image/png") for name in "abc"], kind="photo", caption="Hiện trường"
    )
    await sandbox.attach(("đơn.pdf", b"%PDF" + b"a" * 40_000, "application/pdf"))
    await sandbox.attach(("nói.ogg", b"OggS", "audio/ogg"), kind="voice")
    for what in ({"location": place}, {"location": {**place, "live_period": 900}}, {"contact": card}):
        await sandbox.control(send, account="resident_1", **what)
    await sandbox.bot(
        "sendMessage", chat_id=RESIDENT, text="Nhận", reply_parameters={"message_id": said["message_id"]}
    )
    sent = await sandbox.bot("sendMessage", chat_id=RESIDENT, text="Bước 1")
    await sandbox.bot("editMessageText", chat_id=RESIDENT, message_id=sent["message_id"], text="Bước 2")
    await sandbox.bot("deleteMessage", chat_id=RESIDENT, message_id=said["message_id"] - 2)
    await sandbox.bot("sendMessage", chat_id=GROUP, text="Có kiến nghị mới", reply_markup=KEYBOARD)
