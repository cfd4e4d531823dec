"""The practice page: everything that can be sent, pressed, changed, upset and begun anew on it."""

import asyncio
import json
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.async_api import Browser, expect

from tests.browser.practice import DESK, KEYBOARD, PHONE, PNG, Practice, practising
from tests.sandbox.sandbox_wire import GROUP, OTHER, RESIDENT

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def pictures_to_send(tmp_path: Path) -> list[Path]:
    """Return three small pictures."""
    paths = [tmp_path / f"{name}.png" for name in "abc"]
    for path in paths:
        path.write_bytes(PNG)
    return paths


async def test_a_voice_message_is_recorded_even_where_there_is_no_microphone(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        place = await practice.opens()
        await place.get_by_test_id("record").click()
        await expect(place.get_by_test_id("toast")).to_contain_text("không có micrô")
        await expect(place.get_by_text("Đang ghi âm")).to_be_visible()
        await asyncio.sleep(1.2)  # a recording needs something to record
        await place.get_by_test_id("record").click()
        await expect(place.locator("audio")).to_be_visible()
        voice = (await practice.heard())["message"]["voice"]
        assert voice["duration"] >= 1
        assert voice["file_size"] > 1_000
        path = (await practice.sandbox.bot("getFile", file_id=voice["file_id"]))["file_path"]
        assert path.startswith("voice/")


async def test_a_recording_can_be_thrown_away(browser: Browser) -> None:
    async with practising(browser, DESK) as practice:
        await practice.sandbox.start()
        place = await practice.opens()
        await place.get_by_test_id("record").click()
        await place.get_by_role("button", name="Hủy").click()
        await expect(place.get_by_test_id("composer")).to_be_visible()
        assert await practice.sandbox.updates() == []


async def test_pictures_go_as_an_album_or_as_files(browser: Browser, pictures_to_send: list[Path]) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        place = await practice.opens()
        for as_files, kind in ((False, "photo"), (True, "document")):
            await place.get_by_test_id("pick-media").set_input_files(pictures_to_send)
            await place.get_by_test_id("as-files").set_checked(as_files)
            await place.get_by_test_id("composer").fill("Ba ảnh")
            await place.get_by_test_id("send").click()
            await expect(place.get_by_test_id("tray")).to_be_hidden()
            found = [update["message"] for update in await practice.sandbox.updates(timeout=5)]
            assert [kind in message for message in found] == [True] * 3
            assert len({message["media_group_id"] for message in found}) == 1
            assert found[0]["caption"] == "Ba ảnh"
        await expect(place.locator(".album .tile")).to_have_count(3)
        await expect(place.locator(".papers .tile")).to_have_count(3)


async def test_a_card_is_shared_as_ones_own_or_as_anothers(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        place = await practice.opens()
        for own in (True, False):
            await practice.attaches(place, "contact")
            await practice.page.get_by_test_id("contact-own").set_checked(own)
            await practice.page.get_by_test_id("contact-phone").fill("+84900000009")
            await practice.page.get_by_test_id("confirm").click()
            contact = (await practice.heard())["message"]["contact"]
            assert contact["phone_number"] == "+84900000009"
            assert contact.get("user_id") == (RESIDENT if own else None)


async def test_a_live_location_is_shared_moved_and_stopped(browser: Browser) -> None:
    async with practising(browser, DESK) as practice:
        await practice.sandbox.start()
        place = await practice.opens()
        await practice.attaches(place, "location")
        await practice.page.locator("svg.pad").click(position={"x": 100, "y": 60})
        await practice.page.get_by_test_id("live").check()
        await practice.page.get_by_test_id("confirm").click()
        first = (await practice.heard())["message"]["location"]
        assert first["live_period"] == 900
        card = place.locator(".place")
        await expect(card).to_contain_text("Vị trí trực tiếp")
        await practice.acts(card, "move-live")
        await practice.page.get_by_test_id("latitude").fill("21.05")
        await practice.page.get_by_test_id("confirm").click()
        moved = (await practice.heard())["edited_message"]["location"]
        assert moved == {"latitude": 21.05, "longitude": first["longitude"], "live_period": 900}
        await practice.acts(card, "stop-live")
        assert "live_period" not in (await practice.heard())["edited_message"]["location"]
        await expect(card).not_to_contain_text("trực tiếp")


async def test_a_button_waits_until_the_bot_has_answered_though_it_is_drawn_anew(browser: Browser) -> None:
    async with practising(browser, DESK) as practice:
        await practice.sandbox.start()
        sent = await practice.sandbox.bot("sendMessage", chat_id=RESIDENT, text="Đồng ý?", reply_markup=KEYBOARD)
        place = await practice.opens()
        button = place.get_by_test_id("button").filter(has_text="Tôi đồng ý")
        await button.click()
        query = (await practice.heard())["callback_query"]
        await expect(button).to_have_attribute("aria-busy", "true")
        await expect(place.get_by_text("Đang chờ bot trả lời.")).to_have_count(1)
        edit = {"chat_id": RESIDENT, "message_id": sent["message_id"], "reply_markup": KEYBOARD}
        await practice.sandbox.bot("editMessageText", **edit, text="Thật chứ?")
        await expect(place.get_by_text("Thật chứ?")).to_be_visible()
        await expect(button).to_have_attribute("aria-busy", "true")
        await practice.sandbox.bot("answerCallbackQuery", callback_query_id=query["id"], text="Đã ghi")
        await expect(button).not_to_have_attribute("aria-busy", "true")
        await expect(place.get_by_test_id("toast")).to_have_text("Đã ghi")


async def test_edits_are_seen_on_both_sides(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        sent = await practice.sandbox.bot("sendMessage", chat_id=RESIDENT, text="Bước 1")
        place = await practice.opens()
        edit = {"chat_id": RESIDENT, "message_id": sent["message_id"], "text": "Bước 2"}
        await practice.sandbox.bot("editMessageText", **edit)
        theirs = place.get_by_test_id("message").filter(has_text="Bước 2")
        await expect(theirs).to_contain_text("đã sửa")
        own = place.get_by_test_id("message").filter(has_text="/start")
        await practice.acts(own, "edit")
        await place.get_by_test_id("composer").fill("Xin chào")
        await place.get_by_test_id("send").click()
        await expect(place.get_by_test_id("message").filter(has_text="Xin chào")).to_contain_text("đã sửa")
        assert (await practice.heard())["edited_message"]["text"] == "Xin chào"


async def test_a_link_to_the_bot_starts_it_with_its_payload(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        link = "https://t.me/dan_nguyen_demo_bot?start=DN-2222"
        await practice.sandbox.bot("sendMessage", chat_id=RESIDENT, text=link)
        place = await practice.opens()
        await place.get_by_role("link", name=link).click()
        assert (await practice.heard())["message"]["text"] == "/start DN-2222"


async def test_three_chats_stand_side_by_side_on_a_desk(browser: Browser) -> None:
    async with practising(browser, DESK) as practice:
        await practice.page.locator("#count label").nth(2).click()
        columns = [await practice.opens(), await practice.opens(GROUP)]
        await practice.page.get_by_test_id("account-resident_2").click()
        columns.append(practice.page.locator(f'[data-chat="{OTHER}"]'))
        boxes = [await column.bounding_box() for column in columns]
        edges = sorted((box["x"], box["x"] + box["width"]) for box in boxes if box)
        assert len(edges) == 3
        assert all(right <= left for (_, right), (left, _) in pairwise(edges))
        assert all(right - left >= 300 for left, right in edges)


async def add_fault(practice: Practice, kind: str, **fields: str) -> None:
    """Choose a fault in the open panel and put it in force."""
    panel = practice.page.get_by_role("dialog")
    await panel.get_by_test_id("fault-kind").select_option(kind)
    for label, value in fields.items():
        await panel.get_by_test_id(f"fault-{label}").fill(value)
    await panel.get_by_test_id("add-fault").click()


async def test_a_chat_opens_though_its_line_in_the_list_is_drawn_anew_under_the_finger(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        entry = practice.page.get_by_test_id("account-resident_1")
        await entry.hover()
        await practice.page.mouse.down()
        await practice.sandbox.bot("sendMessage", chat_id=RESIDENT, text="Có tin mới")
        await expect(entry.locator(".last")).to_have_text("Có tin mới")
        await practice.page.mouse.up()
        await expect(practice.page.locator(f'[data-chat="{RESIDENT}"]')).to_be_visible()


async def test_a_chat_opens_in_the_moment_of_the_tap_and_the_browsers_own_way_back_leads_to_the_list(
    browser: Browser,
) -> None:
    async with practising(browser, PHONE) as practice:
        tap = """name => {
            document.querySelector(`[data-testid="${name}"]`).click();
            return document.getElementById("app").dataset.view;
        }"""
        assert await practice.page.evaluate(tap, "account-resident_1") == "chat"
        await expect(practice.page.locator(f'[data-chat="{RESIDENT}"]')).to_be_visible()
        assert practice.page.url.endswith("#resident_1")
        await practice.page.go_back()
        await expect(practice.page.get_by_test_id("account-resident_1")).to_be_visible()
        assert await practice.page.evaluate(tap, f"group-{GROUP}") == "chat"
        await expect(practice.page.locator(f'[data-chat="{GROUP}"]')).to_be_visible()


async def test_faults_are_put_in_force_and_cleared(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.page.get_by_test_id("tools").click()
        await practice.page.get_by_test_id("faults").click()
        panel = practice.page.get_by_role("dialog")
        await expect(panel.get_by_test_id("fault-kind")).to_be_visible()
        kinds = [
            await one.get_attribute("value")
            for one in await panel.get_by_test_id("fault-kind").locator("option").all()
        ]
        for kind in kinds:
            await add_fault(practice, str(kind), count="1", skip="0")
        await expect(panel.locator("li")).to_have_count(len(kinds))
        rules = (await practice.sandbox.look("faults"))["rules"]
        assert {(rule["kind"], rule["status"]) for rule in rules} >= {("http", 500), ("http", 502), ("flood", 502)}
        assert {"latency", "429", "reset_before", "reset_after", "duplicate", "delay", "swap", "drop"} <= {
            rule["kind"] for rule in rules
        }
        await panel.get_by_test_id("clear-faults").click()
        await expect(panel).to_contain_text("Không có sự cố nào.")
        assert (await practice.sandbox.look("faults"))["rules"] == []


async def test_a_fault_that_has_struck_as_often_as_asked_is_in_force_no_more(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.control("faults", rules=[{"kind": "http", "status": 500, "method": "getMe"}])
        await practice.sandbox.refused("getMe")
        await practice.page.get_by_test_id("tools").click()
        await practice.page.get_by_test_id("faults").click()
        panel = practice.page.get_by_role("dialog")
        await expect(panel.locator("section")).to_contain_text("Đã xảy ra đủ số lần")
        await expect(panel.locator("section li")).to_contain_text("1/1 lần")
        await expect(panel.locator("ul.people").first).to_have_text("Không có sự cố nào.")


async def test_a_line_does_not_break_between_a_command_and_the_sign_behind_it(browser: Browser) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        await practice.sandbox.bot("sendMessage", chat_id=RESIDENT, text="Xin gõ /help, /new hoặc /status.")
        place = await practice.opens()
        unbroken = place.locator(".unbroken")
        await expect(unbroken).to_have_text(["/help,", "/status."])
        await expect(place.get_by_text("Xin gõ")).to_contain_text("Xin gõ /help, /new hoặc /status.")


async def test_starting_over_asks_first_and_forgets_everything(browser: Browser) -> None:
    async with practising(browser, DESK) as practice:
        await practice.sandbox.say("Xin chào")
        # The list is drawn anew when something was said, and a press in that moment would be lost.
        await expect(practice.page.get_by_test_id("account-resident_1")).to_contain_text("Xin chào")
        place = await practice.opens()
        await expect(place.get_by_text("Xin chào")).to_be_visible()
        await practice.page.get_by_test_id("tools").click()
        await practice.page.get_by_test_id("reset").click()
        await expect(practice.page.get_by_role("dialog")).to_contain_text("sẽ bị xóa")
        await practice.page.get_by_test_id("confirm").click()
        await expect(place.get_by_test_id("start")).to_be_visible()
        assert await practice.sandbox.messages() == []


async def test_the_other_language_and_the_other_light_are_kept(browser: Browser) -> None:
    async with practising(browser, DESK, color_scheme="light") as practice:
        await practice.page.get_by_test_id("language").click()
        await practice.page.get_by_test_id("theme").click()
        await practice.page.reload()
        await expect(practice.page.get_by_test_id("account-resident_1")).to_contain_text("Not started yet")
        root = practice.page.locator("html")
        await expect(root).to_have_attribute("lang", "en")
        await expect(root).to_have_attribute("data-theme", "dark")
        words = json.loads(
            await (await practice.page.request.get(f"{practice.sandbox.address}/strings.json")).text()
        )
        await expect(practice.page.get_by_role("heading", level=1)).to_have_text(words["en"]["practice"])


async def test_english_has_its_names_and_times_are_of_ha_noi_wherever_the_browser_is(
    browser: Browser,
) -> None:
    async with practising(browser, PHONE) as practice:
        await practice.sandbox.start()
        sent = await practice.sandbox.bot("sendMessage", chat_id=GROUP, text="Xin chào")
        await practice.page.get_by_test_id("language").click()
        place = await practice.opens(GROUP)
        title = place.get_by_role("heading", name="Economy and Infrastructure group")
        await expect(title).to_be_visible()
        assert await title.evaluate("it => it.scrollHeight <= it.clientHeight + 2"), "the title is cut"
        await expect(place.locator(".speaker")).to_have_text("Dân Nguyện (trial)")
        at = datetime.fromtimestamp(sent["date"], ZoneInfo("Asia/Ho_Chi_Minh"))
        await expect(place.get_by_text(f"{at:%H:%M}")).to_be_visible()
