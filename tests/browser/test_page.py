"""The sandbox's chat page, used as people use it: on a phone and at a desk, in Vietnamese and in English."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from tests.browser.window import DESK, PHONE, Open, Seat, Window
from tests.town import Town, code_in

pytestmark = pytest.mark.xdist_group("browser")

VIETNAMESE = {
    "asked": "Ông/bà có đồng ý",
    "agree": "Tôi đồng ý",
    "agreed": "đã đồng ý",
    "new": "Gửi kiến nghị mới",
    "step": "Bước {}/4",
    "words": "Nắp hố ga trước số nhà 15 ngõ 20 bị mất đã hai tuần, rất nguy hiểm cho người đi đường.",
    "photo": "Đã nhận 1 tệp",
    "next": "Tiếp tục",
    "who": "Cho cơ quan giải quyết biết tên tôi",
    "name asked": "họ và tên",
    "name": "Cư dân một",
    "preview": "xem lại trước khi gửi",
    "pinned": "đã ghim trên bản đồ",
    "change": "Sửa địa điểm",
    "place": "Ngõ 20, trước số nhà 15",
    "send": "✅ Gửi",
    "receipt": "Giấy biên nhận",
    "filed": "Kiến nghị mới",
    "open": "Mở phiếu",
    "named": "Có nêu tên",
    "reclassify": "Đổi phân loại",
    "what": "muốn đổi gì",
    "body": "Cơ quan",
    "which": "chọn cơ quan",
    "office": "Phòng Kinh tế, Hạ tầng và Đô thị",
    "files": "Xem tệp",
    "refer": "Xác nhận và chuyển",
    "referred": "Đã chuyển",
    "sign-off": "Chờ duyệt",
    "sign": "✅ Duyệt",
    "signed": "Đã duyệt",
    "answer": "Trả lời kiến nghị",
    "solved": "👍 Đã giải quyết xong",
    "closed": "đã kết thúc",
    "mine": "Kiến nghị của ông/bà",
    "timeline": "Ông/bà đánh giá: đã giải quyết xong",
    "first step": "Ông/bà gửi kiến nghị",
    "last step": "Trả lời của",
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
    "who": "The competent body may know my name",
    "name asked": "your full name",
    "name": "Resident One",
    "preview": "check before you send",
    "pinned": "A pin on the map",
    "change": "Change the place",
    "place": "Alley 20, in front of house 15",
    "send": "✅ Send",
    "receipt": "Receipt",
    "filed": "New petition",
    "open": "Open the case",
    "named": "A name was given",
    "looking": "is looking at your petition",
    "reclassify": "Reclassify",
    "what": "what do you want to change",
    "body": "Competent body",
    "which": "choose the competent body",
    "office": "Economy, Infrastructure and Urban Affairs",
    "files": "See the files",
    "refer": "Confirm and refer",
    "referred": "has been referred",
    "sign-off": "For sign-off",
    "sign": "✅ Sign off",
    "signed": "is signed off",
    "answer": "Answer to petition",
    "solved": "👍 Solved",
    "closed": "is closed",
    "mine": "Your petitions",
    "timeline": "You said: solved",
    "first step": "You filed the petition",
    "last step": "Answer of",
}
JOURNEYS = [
    pytest.param(PHONE, "vi", "light", id="phone-vi"),
    pytest.param(PHONE, "en", "dark", id="phone-en"),
    pytest.param(DESK, "vi", "dark", id="desk-vi"),
    pytest.param(DESK, "en", "light", id="desk-en"),
]
"""Each language on each screen; each screen by day and by night."""


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


async def refers(officer: Seat, say: dict[str, str], code: str) -> None:
    """Open the new petition, give it to the ward office, look at its photograph, refer it."""
    await officer.hears(say["filed"], code)
    await officer.presses(say["open"])
    await officer.hears(code, say["words"], say["place"], say["named"])
    await officer.presses(say["reclassify"])
    await officer.hears(say["what"])
    await officer.presses(say["body"])
    await officer.hears(say["which"])
    await officer.presses(say["office"])
    await officer.hears(code, f"{say['body']}: ", say["office"])
    await officer.presses(say["files"])
    await officer.sees_photo()
    await officer.presses(say["refer"])
    await officer.hears(say["referred"], code)


async def answers(body: Seat, code: str, words: str, cover: Path) -> None:
    """Accept in the ward office's group, which reads Vietnamese, and answer with a photograph."""
    await body.hears(code, words)
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn giải quyết: 14/12/2026")
    await body.presses(re.compile("Trả lời$"))
    await body.hears("đã làm gì, khi nào")
    await body.says("Đã lắp nắp mới sáng 21/11, tổ duy tu thực hiện.")
    await body.answers("Đã nhận nội dung trả lời")
    await body.shows(cover)
    await body.hears("1 tệp minh chứng")


async def judges(resident: Seat, say: dict[str, str], code: str) -> None:
    """Read the answer, call the matter solved, and read how it went."""
    await resident.hears(say["answer"], code, "Đã lắp nắp mới")
    await resident.sees_photo(count=2)
    await resident.presses(say["solved"])
    await resident.hears(say["closed"], code)
    await resident.place.get_by_test_id("menu").click()
    await resident.place.get_by_test_id("command").filter(has_text="/status").click()
    await resident.hears(say["mine"], code)
    await resident.presses(code)
    timeline = await resident.hears(code, say["timeline"])
    assert timeline.index(say["first step"]) < timeline.index(say["last step"])


@pytest.mark.parametrize(("screen", "language", "light"), JOURNEYS)
async def test_a_petition_goes_round_and_comes_back_solved(
    open_window: Open, town: Town, hole: Path, cover: Path, screen: dict[str, Any], language: str, light: str
) -> None:
    say = {"vi": VIETNAMESE, "en": ENGLISH}[language]
    name = f"{screen['viewport']['width']}-{language}"
    async with open_window(screen, light) as window:
        if language == "en":
            await speaks_english(window, town)
        resident = await window.sits("account-resident_1", town.resident.chat)
        await resident.place.get_by_test_id("start").click()
        if language == "en":
            await resident.presses("English")
        await resident.hears(say["asked"])
        await window.shoots(f"{name}-privacy")
        code = await files(resident, say, hole)
        await window.shoots(f"{name}-receipt")

        officer = await window.sits("account-triage_officer", town.officer.chat)
        await refers(officer, say, code)
        await window.shoots(f"{name}-referred")

        body = await window.sits(f"group-{town.group}", town.group)
        await answers(body, code, say["words"], cover)
        await window.shoots(f"{name}-group")
        await body.presses("✅ Gửi: đã giải quyết")
        await body.hears("để duyệt", code)

        senior = await window.sits("account-senior_officer", town.senior.chat)
        await senior.hears(say["sign-off"], code, "Đã lắp nắp mới")
        await senior.sees_photo()
        await window.shoots(f"{name}-sign-off")
        await senior.presses(say["sign"])
        await senior.hears(say["signed"], code)

        resident = await window.sits("account-resident_1", town.resident.chat)
        await judges(resident, say, code)
        await window.shoots(f"{name}-timeline")


async def speaks_english(window: Window, town: Town) -> None:
    """Turn the page and those who work in the office to English."""
    await window.page.get_by_test_id("language").click()
    for person in (town.officer, town.senior):
        await person.says("/language")
        await person.hears("/find – find by")


async def test_two_people_sit_side_by_side_and_news_comes_by_itself(
    open_window: Open, town: Town, hole: Path
) -> None:
    async with open_window(DESK) as window:
        await speaks_english(window, town)
        resident = await window.sits("account-resident_1", town.resident.chat)
        officer = await window.sits("account-triage_officer", town.officer.chat)
        await window.page.evaluate("window.neverReloaded = true")

        await resident.place.get_by_text("START", exact=True).click()
        await resident.presses("English")
        await resident.hears(ENGLISH["asked"])
        code = await files(resident, ENGLISH, hole)
        await officer.hears("New petition", code)
        await officer.presses("Open")
        await officer.hears(code, "drain cover", "Alley 20", ENGLISH["named"])
        await resident.hears(ENGLISH["looking"], code)
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


async def test_the_page_is_as_tall_as_its_window_however_long_the_list_is(open_window: Open, town: Town) -> None:
    await town.files(VIETNAMESE["words"])
    await town.rests()
    async with open_window({"viewport": {"width": 1280, "height": 320}}) as window:
        await expect(window.page.locator(".badge").first).to_be_visible()
        entries = window.page.locator(".entries")
        assert await entries.evaluate("it => it.scrollHeight > it.clientHeight"), "the list is too long for it"
        assert await window.page.evaluate("document.documentElement.scrollHeight <= window.innerHeight")
