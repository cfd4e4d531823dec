"""One case worked to its end, seen from both sides: what docs/a-case.md tells in pictures."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.audit import verify
from tests.browser.window import DESK, Open, Seat, Window
from tests.courses import newcomer, takes
from tests.town import Person, Town, code_in

pytestmark = pytest.mark.xdist_group("browser")

ANSWER = re.compile("Trả lời$")
"""The button that answers, not the one that answers a part."""
MATTER = "Nắp cống trước số nhà 15 ngõ 20 Xuân Thủy bị mất hai tuần nay, tối đi rất nguy hiểm."
SAME = "Hố ga ngay số nhà 15 ngõ 20 Xuân Thủy mất nắp, hôm qua có người thụt chân."
NOT_OURS = "Nắp cống do Phòng Kinh tế, Hạ tầng và Đô thị quản lý; công an phường không có vật tư để thay."
GUARDED = "Sáng 20/11/2026, tổ tuần tra đã đặt rào chắn quanh hố ga và cử người canh. Chưa có ảnh vì mưa to."
VAGUE = "Đã tiếp nhận, sẽ xem xét theo quy định."
CLEARER = "Người dân hỏi khi nào có nắp mới. Xin nêu ngày, ai làm, kèm ảnh."
CONCRETE = "Sáng 20/11/2026, tổ duy tu của phường đã lắp nắp gang mới trước số nhà 15 và tháo rào chắn."
LOOSE = "Nắp mới bị kênh, xe đi qua kêu rất to cả đêm."
MENDED = "Ngày 20/11/2026, tổ duy tu đã kê lại và bắt chặt nắp cống; xe đi qua không còn tiếng kêu."


@dataclass(frozen=True)
class Street:
    """A window with everybody whom the case concerns."""

    window: Window
    town: Town
    police: Person

    async def seats(self, left: Person, right: Person) -> tuple[Seat, Seat]:
        """Open two chats side by side."""
        await self.window.columns(1)
        first = await self._seat(left)
        await self.window.columns(2)
        return first, await self._seat(right)

    @property
    def neighbour(self) -> Person:
        """Return who reports the same."""
        return self.town.person("resident_2")

    async def _seat(self, person: Person) -> Seat:
        group = person.chat == self.town.group
        return await self.window.sits(f"group-{person.chat}" if group else f"account-{person.key}", person.chat)


async def writes(resident: Seat, words: str) -> None:
    """Write a petition without photograph, place and name, as far as the preview."""
    await resident.place.get_by_test_id("start").click()
    await resident.presses("Tôi đồng ý")
    await resident.presses("Gửi kiến nghị mới")
    await resident.hears("Bước 1/4")
    await resident.says(words)
    await resident.hears("Bước 2/4")
    await resident.presses("Không có ảnh")
    await resident.presses("Bỏ qua địa điểm")
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại trước khi gửi", words)


async def two_report_and_one_joins(street: Street) -> str:
    """Let the second who reports the matter join the first; return the code."""
    author, neighbour = await street.seats(street.town.resident, street.neighbour)
    await writes(author, MATTER)
    await author.presses("✅ Gửi")
    code = code_in(await author.hears("Giấy biên nhận"))
    await writes(neighbour, SAME)
    await neighbour.hears("1 người", "đã phản ánh")
    await street.window.shoots("case-1-joins")
    await neighbour.presses("Tham gia")
    await neighbour.hears("đã tham gia", code)
    return code


async def one_body_returns_it(street: Street, code: str) -> None:
    """Refer to the police, who have no drain covers, and then to the ward office."""
    officer, guards = await street.seats(street.town.officer, street.police)
    await officer.presses("Mở phiếu")
    await refers(officer, code, "Công an phường")
    await guards.hears(code, MATTER)
    await guards.presses("Chuyển trả")
    await guards.hears("vì sao chuyển trả")
    await guards.says(NOT_OURS)
    await guards.hears("Đã chuyển trả", code)
    await officer.hears("Cơ quan chuyển trả", code)
    await officer.presses("Mở phiếu")
    await officer.hears(code, NOT_OURS)
    await street.window.shoots("case-2-returned")
    await refers(officer, code, "Phòng Kinh tế, Hạ tầng và Đô thị")


async def refers(officer: Seat, code: str, body: str) -> None:
    """Give the open petition to a body and refer it."""
    await officer.presses("Đổi phân loại")
    await officer.hears("muốn đổi gì")
    await officer.presses("Cơ quan")
    await officer.hears("chọn cơ quan")
    await officer.presses(body)
    await officer.hears(code, f"Cơ quan: {body}")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code, body)


async def each_has_its_clock(street: Street, code: str) -> None:
    """Ask the police to take part: each body answers by a day of its own, the police to the lead."""
    officer, lead = await street.seats(street.town.officer, street.town.body)
    await lead.presses("✅ Tiếp nhận")
    await lead.hears(code, "Hạn giải quyết: 14/12/2026")
    await officer.presses("Mở phiếu")
    await officer.presses("Mời phối hợp")
    await officer.hears("mời cơ quan nào")
    await officer.presses("Công an phường")
    await officer.hears("Đã mời", code)
    lead, guards = await street.seats(street.town.body, street.police)
    await guards.presses("✅ Tiếp nhận")
    await guards.hears(code, "Hạn giải quyết: 02/12/2026")
    await street.window.shoots("case-3-two-clocks")
    await guards.presses(ANSWER)
    await guards.hears("đã làm gì")
    await guards.says(GUARDED)
    await guards.hears("Đã nhận")
    await guards.presses("✅ Gửi")
    await lead.hears(code, "phối hợp, trả lời", GUARDED)


async def the_lead_gets_more_time(street: Street, code: str) -> None:
    """Let the lead ask for more time, the senior officer grant it, and the author read why."""
    lead, senior = await street.seats(street.town.body, street.town.senior)
    await lead.presses("Xin gia hạn")
    await lead.hears("bao nhiêu ngày")
    await lead.says("5 ngày, chờ nắp gang đúng cỡ")
    await lead.hears("Đã đề nghị gia hạn", code)
    await senior.hears("đề nghị gia hạn", code, "ngày 21 tháng 12 năm 2026")
    await senior.presses("Cho gia hạn")
    await senior.hears("Đã gia hạn", code)
    await lead.hears("Được gia hạn", code)
    lead, author = await street.seats(street.town.body, street.town.resident)
    await author.hears("cần thêm thời gian", "ngày 21 tháng 12 năm 2026", "nắp gang")
    await street.window.shoots("case-4-more-time")


async def a_vague_answer_is_stopped(street: Street, code: str, cover: Path) -> None:
    """Let the lead's set phrase be stopped twice, then answer with what was done; the answer is signed off."""
    lead, senior = await street.seats(street.town.body, street.town.senior)
    await lead.presses("Mở phiếu")
    await lead.hears(code, GUARDED, "Hạn giải quyết: 21/12/2026")
    await answers(lead, code, VAGUE)
    await senior.hears("Chờ duyệt", code, "còn thiếu")
    await street.window.shoots("case-5-vague")
    await senior.presses("Trả lại cơ quan")
    await senior.hears("cần cơ quan làm rõ")
    await senior.says(CLEARER)
    await senior.hears("Đã ghi nhận yêu cầu", code)
    await lead.hears(code, CLEARER)
    await answers(lead, code, CONCRETE, cover)
    await signs(senior, code, CONCRETE)


async def answers(lead: Seat, code: str, words: str, photo: Path | None = None) -> None:
    """Write an answer in the group, with a photograph perhaps, and send it for sign-off."""
    await lead.presses(ANSWER)
    await lead.hears("đã làm gì", code)
    await lead.says(words)
    await lead.hears("Đã nhận nội dung", words)
    if photo:
        await lead.answers("Đã nhận nội dung")
        await lead.shows(photo)
        await lead.hears("1 tệp minh chứng")
    await lead.presses("✅ Gửi: đã giải quyết")
    await lead.hears("để duyệt", code)


async def signs(senior: Seat, code: str, words: str) -> None:
    """Sign an answer off that lacks nothing."""
    await senior.hears("Chờ duyệt", code, words)
    await senior.presses("✅ Duyệt")
    await senior.hears("Đã duyệt", code)


async def both_are_told(street: Street, code: str) -> None:
    """Let the author and the neighbour read the answer; nobody's words but those of the answer reach the other."""
    author, neighbour = await street.seats(street.town.resident, street.neighbour)
    await author.hears("Trả lời kiến nghị", code, CONCRETE)
    await author.sees_photo()
    await neighbour.hears("đang theo dõi", code, CONCRETE)
    await street.window.shoots("case-6-both-told")
    assert MATTER not in await neighbour.place.inner_text()


async def it_is_not_solved_and_reopened(street: Street, code: str, cover: Path) -> None:
    """Let the author say that it is not solved and why; the lead takes it up again with a new clock."""
    author, lead = await street.seats(street.town.resident, street.town.body)
    await author.presses("Chưa giải quyết")
    await author.hears("được mở lại ngay", code)
    await lead.hears("chờ cơ quan trả lời lại", code)
    await author.says(LOOSE)
    await author.presses("✅ Gửi")
    await lead.hears("Người dân bổ sung", LOOSE)
    await street.window.shoots("case-7-not-solved")
    await lead.presses("Mở phiếu")
    await lead.hears(code, LOOSE, "Hạn giải quyết")
    await answers(lead, code, MENDED, cover)
    _lead, senior = await street.seats(street.town.body, street.town.senior)
    await signs(senior, code, MENDED)


async def it_is_solved(street: Street, code: str) -> None:
    """Let the author have the last word; who joined hears how it ended."""
    author, neighbour = await street.seats(street.town.resident, street.neighbour)
    await author.hears("Trả lời kiến nghị", code, MENDED)
    await author.presses("Đã giải quyết xong")
    await author.hears("đã kết thúc", code)
    await neighbour.hears("đang theo dõi", code, "Kết thúc – đã có trả lời")
    await author.says(f"/status {code}")
    timeline = await author.hears(code, "Ông/bà gửi kiến nghị", "Ông/bà đánh giá: đã giải quyết xong")
    steps = ("Ông/bà gửi", "tới Công an", "tới Phòng", "Gia hạn", "Trả lời của", "Mở lại", LOOSE)
    await street.window.shoots("case-8-solved")
    assert [*sorted(steps, key=timeline.find)] == [*steps], timeline


async def test_a_case_is_worked_to_its_end_and_the_resident_has_the_last_word(
    open_window: Open, town: Town, cover: Path
) -> None:
    police = await newcomer(town, "police_officer", "Cán bộ công an phường", "Ward police officer")
    await takes(town, police, "body_officer ward_police")
    async with open_window(DESK) as window:
        street = Street(window, town, police)
        code = await two_report_and_one_joins(street)
        await one_body_returns_it(street, code)
        await each_has_its_clock(street, code)
        await the_lead_gets_more_time(street, code)
        await a_vague_answer_is_stopped(street, code, cover)
        await both_are_told(street, code)
        await it_is_not_solved_and_reopened(street, code, cover)
        await it_is_solved(street, code)
    async with town.parts.store.reading(snapshot=True) as unit:
        assert (await verify(unit)).faults == ()
