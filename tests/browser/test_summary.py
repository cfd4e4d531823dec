"""The weekly summary on a phone: heading, figures and buttons lie before a leader at 390 pixels."""

from datetime import timedelta
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser.practice import PHONE
from tests.courses import signed
from tests.town import Town


async def test_a_leader_reads_the_summary_on_a_phone_without_scrolling_sideways(
    browser: Browser, town: Town, pictures: Path
) -> None:
    leader = town.person("leader")
    await signed(town, await town.files("Đèn đường ngõ 20 hỏng cả tuần nay"))
    town.clock.move(timedelta(days=3))
    await town.keep_house()
    await leader.hears("Tuần 47/2026", "Mới nhận: 1")
    context = await browser.new_context(**PHONE)
    page = await context.new_page()
    await page.goto(town.address)
    await page.get_by_test_id("account-leader").click()
    await expect(page.get_by_text("Mới nhận: 1").last).to_be_visible()
    await expect(page.get_by_text("Theo cơ quan").last).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= 390
    await page.screenshot(path=pictures / "summary-390.png")
    await context.close()
