"""The practice page for everybody: no serious finding of axe-core, all of it by keyboard, news told aloud."""

from collections.abc import AsyncIterator, Awaitable, Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser.practice import DESK, KEYBOARD, PHONE, Practice, practising, talk
from tests.sandbox.sandbox_wire import GROUP, RESIDENT

pytestmark = pytest.mark.xdist_group("browser")

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
SEVERE = {"serious", "critical"}
FOCUSED = """() => {
    const it = document.activeElement;
    return it.dataset.testid || it.getAttribute("role") || it.className || it.name || it.tagName;
}"""


async def findings(page: Page) -> list[str]:
    """Scan what the page shows now; return what is serious or critical, with its places."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE)
    found: dict[str, Any] = await page.evaluate("axe.run({ resultTypes: ['violations'] })")
    return [
        f"{one['impact']} {one['id']}: {node['html']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
        if one["impact"] in SEVERE
    ]


async def views(practice: Practice, *, phone: bool) -> AsyncIterator[str]:
    """Go through all that the page can show, and yield the name of each view while it is shown."""
    page = practice.page
    yield "list"
    group = await practice.opens(GROUP)
    yield "group"
    if phone:
        await group.get_by_test_id("back").click()
    place = await practice.opens()
    await place.locator(".scroller").evaluate("it => it.scrollTop = 0")
    yield "chat-top"
    await place.locator(".scroller").evaluate("it => it.scrollTop = it.scrollHeight")
    yield "chat"
    unfolding: dict[str, Callable[[], Awaitable[None]]] = {
        "attach": place.get_by_test_id("attach").click,
        "commands": place.get_by_test_id("menu").click,
        "message-menu": place.locator("[data-place=tools]").last.click,
        "chat-menu": place.get_by_test_id("chat-actions").click,
        "location": lambda: practice.attaches(place, "location"),
        "contact": lambda: practice.attaches(place, "contact"),
    }
    for name, unfold in unfolding.items():
        await unfold()
        yield name
        await page.keyboard.press("Escape")
    await place.get_by_test_id("record").click()
    await expect(place.get_by_text("Đang ghi âm")).to_be_visible()
    yield "recording"
    await place.get_by_role("button", name="Hủy").click()
    await place.get_by_test_id("pick-file").set_input_files(Path(__file__))
    yield "tray"
    if phone:
        await place.get_by_test_id("back").click()
    await page.get_by_test_id("tools").click()
    yield "tools"
    for name in ("faults", "clock", "new-account", "new-group", "connect", "reset"):
        await page.get_by_test_id(name).click()
        await expect(page.get_by_role("dialog")).to_be_visible()
        yield name
        await page.keyboard.press("Escape")
        await page.get_by_test_id("tools").click()


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize(("width", "screen"), [(390, PHONE), (1280, DESK)])
async def test_axe_finds_nothing_serious_in_any_view(
    browser: Browser, pictures: Path, width: int, screen: dict[str, Any], light: Any
) -> None:
    async with practising(browser, screen, color_scheme=light, reduced_motion="reduce") as practice:
        await talk(practice.sandbox)
        async for name in views(practice, phone=width == 390):
            await practice.page.screenshot(path=pictures / f"practice-{width}-{light}-{name}.png")
            assert await findings(practice.page) == [], name
            assert await practice.page.evaluate("document.documentElement.scrollWidth") <= width, name


async def test_the_scan_finds_what_is_wrong(browser: Browser) -> None:
    page = await browser.new_page()
    await page.set_content('<html lang="vi"><title>a</title><main><h1>a</h1><button></button></main></html>')
    assert [one.split(":")[0] for one in await findings(page)] == ["critical button-name"]


async def tabs(page: Page, count: int) -> list[str]:
    """Press Tab so often; return where the focus has been."""
    seen = []
    for _ in range(count):
        await page.keyboard.press("Tab")
        seen.append(await page.evaluate(FOCUSED))
    return seen


async def test_the_focus_goes_from_the_list_into_the_chat_and_down_to_where_one_writes(browser: Browser) -> None:
    async with practising(browser, DESK) as practice:
        await practice.sandbox.start()
        await practice.page.reload()
        await practice.page.get_by_test_id("account-resident_1").wait_for()
        assert await tabs(practice.page, 4) == ["skip", "language", "theme", "tools"]
        entries = await tabs(practice.page, 8)
        assert (entries[0], entries[-1]) == ("account-resident_1", f"group-{GROUP}")
        assert await tabs(practice.page, 4) == ["count", "chat-actions", "quiet close", "log"]
        last = await tabs(practice.page, 5)
        assert last[-3:] == ["attach", "composer", "record"]


async def test_a_conversation_needs_no_pointer(browser: Browser) -> None:
    async with practising(browser, DESK) as practice:
        page, keys = practice.page, practice.page.keyboard
        await practice.sandbox.bot("setMyCommands", commands=[{"command": "new", "description": "Gửi kiến nghị"}])
        await page.get_by_test_id("account-resident_1").focus()
        await keys.press("Enter")
        place = page.locator(f'[data-chat="{RESIDENT}"]')
        await expect(place.get_by_test_id("start")).to_be_focused()
        await keys.press("Enter")
        await expect(place.get_by_test_id("composer")).to_be_focused()
        await keys.type("/n")
        await expect(place.get_by_role("option", name="/new")).to_have_attribute("aria-selected", "true")
        await keys.press("Enter")
        await expect(place.get_by_role("log")).to_contain_text("/new")
        said = [update["message"]["text"] for update in await practice.sandbox.updates(timeout=5)]
        assert said == ["/start", "/new"]
        await place.get_by_test_id("menu").press("Enter")
        await expect(place.get_by_role("listbox")).to_be_focused()
        await keys.press("Escape")
        await expect(place.get_by_test_id("menu")).to_be_focused()
        await place.get_by_test_id("attach").press("Enter")
        for _ in range(3):
            await keys.press("ArrowDown")
        await expect(place.get_by_test_id("attach-location")).to_be_focused()
        await keys.press("Enter")
        await expect(page.get_by_test_id("latitude")).to_be_focused()
        await keys.press("Escape")
        await expect(place.get_by_test_id("attach")).to_be_focused()


async def test_news_is_told_to_who_cannot_see_it(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        place = await practice.opens()
        await practice.sandbox.bot("sendMessage", chat_id=RESIDENT, text="Đã tiếp nhận kiến nghị")
        log = place.get_by_role("log", name="Tin nhắn")
        await expect(log.get_by_role("article", name="Tin nhắn của Dân Nguyện (thử)")).to_have_count(1)
        await expect(log).to_contain_text("Đã tiếp nhận kiến nghị")
        await practice.sandbox.bot("sendChatAction", chat_id=RESIDENT, action="typing")
        await expect(place.get_by_text("bot đang soạn tin…")).to_be_visible()
        await practice.sandbox.bot("sendMessage", chat_id=RESIDENT, text="Đồng ý?", reply_markup=KEYBOARD)
        await place.get_by_test_id("button").first.click()
        query = (await practice.heard())["callback_query"]
        await expect(place.get_by_role("status").filter(has_text="Đang chờ bot trả lời.")).to_have_count(1)
        await practice.sandbox.bot("answerCallbackQuery", callback_query_id=query["id"], text="Đã ghi")
        await expect(place.get_by_role("status").filter(has_text="Đã ghi")).to_be_visible()
