"""The chat page in a browser window with the whole product behind it, and whoever sits before it."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.practice import PATIENCE
from tests.town import Town

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}


@dataclass(frozen=True)
class Seat:
    """One conversation on the page, and whoever sits before it."""

    page: Page
    place: Locator

    async def says(self, text: str) -> None:
        """Write a message."""
        await self.place.get_by_test_id("composer").fill(text)
        await self.place.get_by_test_id("send").click()

    async def hears(self, *parts: str) -> str:
        """Wait for a message that has all these parts; return what it says."""
        message = self._message(*parts)
        await expect(message).to_be_visible(timeout=PATIENCE)
        return await message.inner_text()

    async def presses(self, label: str | re.Pattern[str]) -> None:
        """Press the newest button that says this, and wait until the press is answered."""
        await self.place.get_by_test_id("button").filter(has_text=label).last.click()
        await expect(self.place.locator("[aria-busy=true]")).to_have_count(0, timeout=PATIENCE)

    async def shows(self, photo: Path) -> None:
        """Send a photograph."""
        await self.place.get_by_test_id("pick-media").set_input_files(photo)
        await expect(self.place.get_by_test_id("tray")).to_be_visible()
        await self.place.get_by_test_id("send").click()

    async def pins(self) -> None:
        """Put a pin on the pad, a little north-east of its middle."""
        await self.place.get_by_test_id("attach").click()
        await self.place.get_by_test_id("attach-location").click()
        await self.page.locator("svg.pad").click(position={"x": 190, "y": 80})
        await self.page.get_by_test_id("confirm").click()

    async def answers(self, words: str) -> None:
        """Aim the next message at the newest one that has these words."""
        row = self.place.get_by_role("article").filter(has_text=words).last
        await row.locator("[data-place=tools]").click()
        await row.get_by_test_id("reply").click()

    async def sees_photo(self, *, count: int = 1) -> None:
        """Wait until the chat has so many photographs and the newest has really been drawn."""
        photos = self.place.locator(".photo img")
        await expect(photos).to_have_count(count, timeout=PATIENCE)
        await expect(photos.last).to_have_js_property("naturalWidth", 960, timeout=PATIENCE)

    def _message(self, *parts: str) -> Locator:
        found = self.place.get_by_test_id("message")
        for part in parts:
            found = found.filter(has_text=part)
        return found.last


@dataclass(frozen=True)
class Window:
    """The page in a browser window."""

    page: Page
    pictures: Path

    async def sits(self, entry: str, chat: int) -> Seat:
        """Open a chat from the list, on a phone after going back to it."""
        back = self.page.get_by_test_id("back").filter(visible=True)
        if await back.count():
            await back.click()
        await self.page.get_by_test_id(entry).click()
        place = self.page.locator(f'[data-chat="{chat}"]')
        await expect(place).to_be_visible(timeout=PATIENCE)
        return Seat(self.page, place)

    async def columns(self, count: int) -> None:
        """Show so many chats side by side."""
        await self.page.locator("#count label").nth(count - 1).click()

    async def shoots(self, name: str) -> None:
        """Keep what the window shows now."""
        await self.page.screenshot(path=self.pictures / f"{name}.png", animations="disabled")


Open = Callable[..., AbstractAsyncContextManager[Window]]
"""How a test opens a window: on a screen, in the light or the dark."""


@asynccontextmanager
async def opened(
    browser: Browser, town: Town, pictures: Path, screen: dict[str, Any], light: Any = "light"
) -> AsyncIterator[Window]:
    """Open the page on a screen; its messages carry the product's date and hour; nothing may go wrong in it."""
    town.world.clock.shift(town.clock().timestamp() - town.world.clock.now())
    await town.parts.courier.offer_commands()
    context = await browser.new_context(**screen, timezone_id="Asia/Ho_Chi_Minh", color_scheme=light)
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    await page.goto(town.address)
    yield Window(page, pictures)
    await context.close()
    assert not faults
