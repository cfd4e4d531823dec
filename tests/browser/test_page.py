"""The sandbox's chat page, used as people use it: a phone in Vietnamese, a desk in English."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.town import Town, code_in

pytestmark = pytest.mark.xdist_group("browser")

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
PATIENCE = 30_000
"""Milliseconds until a person gives up waiting for a message."""
_TAPS = 5
"""How often a person taps a chat that does not open: a busy page may be drawing just then."""

VIETNAMESE = {
    "asked": "Ông/bà có đồng ý",
    "agree": "Tôi đồng ý",
    "agreed": "đã đồng ý",
    "new": "Gửi kiến nghị mới",
    "step": "Bước {}/4",
    "words": "Nắp hố ga trước số nhà 15 ngõ 20 bị mất đã hai tuần, rất nguy hiểm cho người đi đường.",
    "photo": "Đã nhận 1 tệp",
    "next": "Tiếp tục",
    "pinned": "21.0",
    "who": "Cho cơ quan giải quyết biết tên tôi",
    "name asked": "họ và tên",
    "name": "Cư dân một",
    "preview": "xem lại trước khi gửi",
    "change": "Sửa địa điểm",
    "place": "Ngõ 20, trước số nhà 15",
    "send": "✅ Gửi",
    "receipt": "Giấy biên nhận",
}
ENGLISH = {
    "asked": "Do you agree",
    "agree": "I agree",
    "agreed": "Thank you for agreeing",
    "new": "New petition",
    "step": "Step {} of 4",
    "words": "The drain cover in front of house 15, alley 20 has been missing for two weeks. It is dangerous.",
    "photo": "One file received",
    "next": "Continue",
    "pinned": "21.0",
    "who": "The responsible office may know my name",
    "name asked": "your full name",
    "name": "Resident One",
    "preview": "check before you send",
    "change": "Change the place",
    "place": "Alley 20, in front of house 15",
    "send": "✅ Send",
    "receipt": "Receipt",
}


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
        back = self.page.get_by_test_id("back")
        if await back.filter(visible=True).count():
            await back.filter(visible=True).click()
        place = self.page.locator(f'[data-chat="{chat}"]')
        for _tap in range(_TAPS):
            await self.page.get_by_test_id(entry).click()
            with suppress(AssertionError):
                await expect(place).to_be_visible(timeout=PATIENCE / _TAPS)
                break
        return Seat(self.page, place)

    async def shoots(self, name: str) -> None:
        """Keep what the window shows now."""
        await self.page.screenshot(path=self.pictures / f"{name}.png", animations="disabled")


Open = Callable[[dict[str, Any]], AbstractAsyncContextManager[Window]]


@pytest.fixture
def open_window(browser: Browser, town: Town, pictures: Path) -> Open:
    """Return how to open the page on a screen; its messages carry the product's date and hour."""
    town.world.clock.shift(town.clock().timestamp() - town.world.clock.now())

    @asynccontextmanager
    async def open_(screen: dict[str, Any]) -> AsyncIterator[Window]:
        await town.parts.courier.offer_commands()
        context = await browser.new_context(**screen, timezone_id="Asia/Ho_Chi_Minh", color_scheme="light")
        context.set_default_timeout(PATIENCE)
        page = await context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        await page.goto(town.address)
        yield Window(page, pictures)
        await context.close()
        assert not faults

    return open_


async def files(resident: Seat, say: dict[str, str], hole: Path) -> str:
    """File a petition with a photograph, a pin that is replaced by words, and a name; return its code."""
    await resident.presses(say["agree"])
    await resident.hears(say["agreed"])
    await resident.presses(say["new"])
    await resident.hears(say["step"].format(1))
    await resident.says(say["words"])
    await resident.hears(say["step"].format(2))
    await resident.shows(hole)
    await resident.hears(say["photo"])
    await resident.presses(say["next"])
    await resident.hears(say["step"].format(3))
    await resident.pins()
    await resident.hears(say["step"].format(4))
    await resident.presses(say["who"])
    await resident.hears(say["name asked"])
    await resident.says(say["name"])
    await resident.hears(say["preview"], say["pinned"])
    await resident.presses(say["change"])
    await resident.says(say["place"])
    await resident.hears(say["preview"], say["place"], say["name"])
    await resident.presses(say["send"])
    return code_in(await resident.hears(say["receipt"]))


async def test_a_petition_goes_round_on_a_phone_and_comes_back_solved(
    open_window: Open, town: Town, hole: Path, cover: Path
) -> None:
    async with open_window(PHONE) as window:
        resident = await window.sits("account-resident_1", town.resident.chat)
        await resident.place.get_by_test_id("start").click()
        await resident.hears(VIETNAMESE["asked"])
        await window.shoots("privacy")
        code = await files(resident, VIETNAMESE, hole)
        await window.shoots("resident")

        officer = await window.sits("account-triage_officer", town.officer.chat)
        await officer.hears("Kiến nghị mới", code)
        await officer.presses("Mở phiếu")
        await officer.hears(code, "Nắp hố ga", "Ngõ 20", "Có nêu tên")
        await officer.presses("Đổi phân loại")
        await officer.hears("muốn đổi gì")
        await officer.presses("Cơ quan")
        await officer.hears("chọn cơ quan")
        await officer.presses("Phòng Kinh tế, Hạ tầng và Đô thị")
        await officer.hears(code, "Cơ quan: Phòng Kinh tế, Hạ tầng và Đô thị")
        await window.shoots("card")
        await officer.presses("Xem tệp")
        await officer.sees_photo()
        await officer.presses("Xác nhận và chuyển")
        await officer.hears("Đã chuyển", code)

        body = await window.sits(f"group-{town.group}", town.group)
        await body.hears(code, "Nắp hố ga", "Cư dân một")
        await body.presses("Tiếp nhận")
        await body.hears(code, "Hạn giải quyết: 14/12/2026")
        await body.presses(re.compile("Trả lời$"))
        await body.hears("đã làm gì, khi nào")
        await body.says("Đã lắp nắp mới sáng 21/11, tổ duy tu thực hiện.")
        await body.answers("Đã nhận nội dung trả lời")
        await body.shows(cover)
        await body.hears("1 tệp minh chứng")
        await window.shoots("group")
        await body.presses("✅ Gửi")
        await body.hears("để duyệt", code)

        senior = await window.sits("account-senior_officer", town.senior.chat)
        await senior.hears("Chờ duyệt", code, "Đã lắp nắp mới")
        await senior.sees_photo()
        await window.shoots("sign-off")
        await senior.presses("✅ Duyệt")
        await senior.hears("Đã duyệt", code)

        resident = await window.sits("account-resident_1", town.resident.chat)
        await resident.hears("Trả lời kiến nghị", code, "Đã lắp nắp mới")
        await resident.sees_photo(count=2)
        await window.shoots("answer")
        await resident.presses("Đã giải quyết xong")
        await resident.hears("đã kết thúc", code)
        await resident.place.get_by_test_id("menu").click()
        await resident.place.get_by_test_id("command").filter(has_text="/status").click()
        await resident.hears("Kiến nghị của ông/bà", code)
        await resident.presses(code)
        timeline = await resident.hears(code, "Ông/bà đánh giá: đã giải quyết xong")
        assert timeline.index("Ông/bà gửi kiến nghị") < timeline.index("Trả lời của")
        await window.shoots("timeline")


async def test_two_people_sit_side_by_side_in_english_and_news_comes_by_itself(
    open_window: Open, town: Town, hole: Path
) -> None:
    async with open_window(DESK) as window:
        await window.page.get_by_test_id("language").click()
        resident = await window.sits("account-resident_1", town.resident.chat)
        officer = await window.sits("account-triage_officer", town.officer.chat)
        await officer.says("/language")
        await officer.hears("Triage officer")
        await window.page.evaluate("window.neverReloaded = true")

        await resident.place.get_by_text("START", exact=True).click()
        await resident.presses("English")
        await resident.hears(ENGLISH["asked"])
        code = await files(resident, ENGLISH, hole)
        await officer.hears("New petition", code)
        await officer.presses("Open")
        await officer.hears(code, "drain cover", "Alley 20", "A name was given")
        await resident.hears("is looking at your petition", code)
        await officer.presses("Reclassify")
        await officer.presses("Field")
        await officer.presses("Drainage")
        await officer.hears(code, "Drainage, flooding ·")
        await window.shoots("two-sides")

        assert await window.page.evaluate("window.neverReloaded")
        left, right = await resident.place.bounding_box(), await officer.place.bounding_box()
        assert left is not None
        assert right is not None
        assert left["x"] + left["width"] <= right["x"]
        assert left["width"] >= 320
        assert right["width"] >= 320


async def sends(resident: Seat, words: str, *told: str) -> str:
    """File a petition without photograph, place and name; read what is said of its words; return its receipt."""
    receipts = resident.place.get_by_test_id("message").filter(has_text="Giấy biên nhận")
    before = await receipts.count()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says(words)
    await resident.hears("Bước 2/4", *told)
    await resident.presses("Không có ảnh")
    await resident.presses("Bỏ qua địa điểm")
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại trước khi gửi", words)
    await resident.presses("✅ Gửi")
    await expect(receipts).to_have_count(before + 1)
    return await receipts.last.inner_text()


async def test_a_report_a_complaint_an_accusation_and_a_fire_each_take_their_way(
    open_window: Open, town: Town
) -> None:
    async with open_window(PHONE) as window:
        resident = await window.sits("account-resident_1", town.resident.chat)
        await resident.place.get_by_test_id("start").click()
        await resident.presses("Tôi đồng ý")
        await resident.hears("đã đồng ý")

        assert "Thoát nước" in await sends(resident, "cong tac, mua la ngap nua met")
        noise = await sends(resident, "quan hat karaoke om som ca dem k ai ngu dc lun")
        assert "Tiếng ồn" in noise
        complaint = "Tôi không đồng ý với quyết định số 112 về thu hồi đất"
        receipt = await sends(resident, complaint, "khiếu nại một quyết định", "Ủy ban nhân dân phường")
        assert "đăng ký trước" in receipt
        await window.shoots("complaint")

        await resident.says("/new")
        await resident.says("Cán bộ địa chính nhận hối lộ 50 triệu để làm sổ đỏ")
        await resident.hears("dấu hiệu tố cáo", "không lưu nội dung này", "Công an phường")
        await window.shoots("accusation")
        await resident.says("chay nha roi, cuu voi, so 5 ngo 20")
        await resident.hears("xin gọi ngay", "114")
        await window.shoots("fire")

        officer = await window.sits("account-triage_officer", town.officer.chat)
        await officer.says("/queue")
        await officer.hears("Thoát nước", "Tiếng ồn", "Khiếu nại")
        await window.shoots("queue")

    filed = await town.query("SELECT kind, field, lead FROM petitions ORDER BY id")
    assert [tuple(row) for row in filed] == [
        ("PHAN_ANH", "TN", "ward_economy_infrastructure"),
        ("PHAN_ANH", "ONAO", "ward_police"),
        ("KHIEU_NAI", "GPMB", "ward_committee"),
    ]
    stopped = await town.query("SELECT gate FROM turned_away ORDER BY id")
    assert [row.gate for row in stopped] == ["denunciation", "emergency"]
