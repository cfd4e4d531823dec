"""The receipt that the counter prints: on paper its head stands as official papers have it."""

from typing import Any

from playwright.async_api import Browser

from tests.handlers.test_counter import takes_down
from tests.town import Town

_PAPER: dict[str, Any] = {"viewport": {"width": 642, "height": 971}}
"""What the margins leave of A4, at 96 dots an inch."""
_LINES = """
(spot) => {
  const words = document.createRange();
  words.selectNodeContents(spot);
  return new Set([...words.getClientRects()].map((one) => Math.round(one.bottom))).size;
}
"""
"""Counts the lines on which words stand."""


async def test_the_name_of_the_state_and_the_day_stand_on_one_line_each(town: Town, browser: Browser) -> None:
    page = await browser.new_page(**_PAPER)
    await page.emulate_media(media="print")
    await page.set_content(await takes_down(town.officer))
    for spot in (page.locator("header div:last-child .upper"), page.locator("header .dated")):
        assert await spot.evaluate(_LINES) == 1, await spot.inner_text()
    await page.close()
