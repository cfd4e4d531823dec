"""What people read of their data and where they are sent in person: all of it from settings and programme."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from petitions.doors import Reception
from petitions.shape import Words
from tests.courses import ACCUSATION, WORDS, adding, opened, reach
from tests.town import Town, office_rules, open_town

PLACE, HOURS, PHONE = "Số 1 phố Thử Nghiệm", "Thứ Ba, Thứ Năm, 8:00–11:30", "024 0000 0000"


@pytest.fixture
async def filled_town(database: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run the product for an office that has filled in where it receives people, and keeps words for two years."""
    rules = office_rules()
    reception = Reception(
        body="front_ward", place=Words(vi=PLACE, en="1 Test street"), hours=Words(vi=HOURS, en="Tue"), phone=PHONE
    )
    others = tuple(one for one in rules.programme.receptions if one.body != "front_ward")
    programme = rules.programme.model_copy(update={"receptions": (reception, *others)})
    async with open_town(database, tmp_path, replace(rules, programme=programme, keep_years=2)) as town:
        yield town


async def test_a_place_that_nobody_finds_is_asked_about_once_and_then_taken(town: Town) -> None:
    resident = await reach(town, "place", words="Rác chất đống, bốc mùi.")
    await resident.says("nhà bà Hai")
    await resident.hears("còn khó tìm", "nhà bà Hai")
    await resident.says("phía sau")
    await resident.hears("Bước 4/4")
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại trước khi gửi", "nhà bà Hai, phía sau")
    await resident.presses("Sửa địa điểm")
    await resident.hears("Bước 3/4")
    await resident.says("chỗ cũ")
    told = await resident.hears("xem lại trước khi gửi", "chỗ cũ")
    assert "bà Hai" not in told, "who changes the place writes it anew"


async def test_an_address_written_anew_after_a_pin_replaces_the_rough_one_as_is_said(town: Town) -> None:
    resident = await reach(town, "place")
    await resident.says("nhà bà Hai")
    await resident.hears("còn khó tìm")
    await resident.presses("Quay lại")
    await resident.presses("Không có ảnh")
    assert "thay địa chỉ cũ" not in await resident.hears("còn khó tìm", "nhà bà Hai")
    await resident.pins(21.036, 105.790)
    await resident.hears("Bước 4/4")
    await resident.presses("Không nêu tên")
    await resident.presses("Sửa địa điểm")
    await resident.hears("thay địa chỉ cũ", "nhà bà Hai")
    await resident.says("ngõ 20 phố Hồ Tùng Mậu")
    told = await resident.hears("xem lại trước khi gửi", "ngõ 20 phố Hồ Tùng Mậu", "đã ghim trên bản đồ")
    assert "bà Hai" not in told


@pytest.mark.parametrize(("words", "missing"), [("Nắp cống trước nhà bị mất.", True), (WORDS, False)])
async def test_words_that_name_no_place_to_be_found_are_asked_for_one_before_sending(
    town: Town, words: str, *, missing: bool
) -> None:
    resident = await reach(town, "preview", words=words)
    assert ("Chưa rõ việc xảy ra ở đâu" in resident.last["text"]) is missing


@pytest.mark.parametrize("onward", ["Tiếp tục", "không biết"])
async def test_who_knows_no_more_of_a_place_goes_on_with_it(town: Town, onward: str) -> None:
    resident = await reach(town, "place")
    await resident.says("nhà bà Hai")
    await resident.hears("còn khó tìm")
    await (resident.presses(onward) if onward == "Tiếp tục" else resident.says(onward))
    await resident.hears("Bước 4/4")
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại trước khi gửi", "📍 nhà bà Hai")


async def test_the_privacy_text_says_how_long_which_rights_how_soon_and_whom_to_ask(filled_town: Town) -> None:
    resident = filled_town.resident
    await resident.says("/start")
    short = await resident.hears("Dữ liệu của ông/bà")
    assert "thêm 2 năm" in short
    await resident.presses("Đọc bản đầy đủ")
    told = await resident.hears("Quyền của ông/bà", "có đồng ý")
    for part in (
        "soạn dở 30 ngày",
        "thêm 2 năm",
        "Luật Bảo vệ dữ liệu cá nhân 2025",
        "Xem, sửa, xóa dữ liệu của mình",
        "rút lại đồng ý; khiếu nại",
        "phản hồi trong 2 ngày làm việc",
        "trong 10 ngày, việc ngừng sử dụng trong 15 ngày (Nghị định 356/2025/NĐ-CP)",
        "Liên hệ: Văn phòng Mặt trận phường Cầu Giấy",
        f"📍 {PLACE}\n🕗 {HOURS}\n📞 {PHONE}",
    ):
        assert part in told
    assert "chưa ghi ở đây" not in told


async def test_what_the_programme_does_not_know_is_to_be_asked_for_at_the_reception(town: Town) -> None:
    await town.resident.says("/privacy")
    assert "xin hỏi tại nơi tiếp công dân của phường Cầu Giấy" in await town.resident.hears("Liên hệ")


async def test_consent_is_taken_back_where_the_privacy_text_says_so(filled_town: Town) -> None:
    resident = await filled_town.agrees()
    await resident.says("/privacy")
    await resident.hears("Quyền của ông/bà")
    await resident.presses("Rút lại đồng ý")
    await resident.hears("Chắc chắn rút lại đồng ý?")
    await resident.presses("Chắc chắn rút lại")
    told = await resident.hears("Ông/bà vẫn có thể đến trực tiếp")
    assert PLACE in told
    await resident.says("/privacy")
    await resident.hears("có đồng ý")
    await resident.presses("Tôi đồng ý")
    await resident.hears("đã đồng ý")


async def test_after_consent_is_taken_back_nothing_is_added_before_it_is_given_again(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says("/privacy")
    await resident.hears("Quyền của ông/bà")
    await resident.presses("Rút lại đồng ý")
    await resident.hears("Chắc chắn rút lại đồng ý?")
    await resident.presses("Chắc chắn rút lại")
    await resident.hears("không nhận thêm dữ liệu")
    await resident.says(f"/status {code}")
    await resident.hears(code, "Gửi lúc")
    await resident.presses("Bổ sung")
    await resident.hears("đồng ý")
    await resident.presses("Tôi đồng ý")
    await resident.hears("đã đồng ý")
    await (await adding(town, code, "Tối qua lại tắt.")).presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")


async def test_whoever_works_here_reads_the_privacy_text_before_agreeing_to_it(town: Town) -> None:
    officer = town.officer
    await officer.says("/new")
    await officer.hears("Dữ liệu của ông/bà", "có đồng ý để dữ liệu được dùng như trên")
    await officer.presses("English")
    await officer.hears("Your data", "Do you agree")
    await officer.presses("I do not agree")
    await officer.hears("We take no new data")
    await officer.presses("Read again")
    await officer.hears("Your data", "Do you agree")
    await officer.presses("I agree")
    await officer.says("/new")
    await officer.hears("Step 1 of 4")


async def test_whoever_is_stopped_at_the_gate_reads_where_to_go_when_and_with_what(filled_town: Town) -> None:
    resident = await filled_town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says(ACCUSATION)
    told = await resident.hears("dấu hiệu tố cáo")
    doors = told.split("trực tiếp tại:\n")[1].splitlines()
    assert doors[0] == "🏛 Ủy ban nhân dân phường"
    assert doors[1:5] == ["🏛 Ủy ban MTTQ Việt Nam phường Cầu Giấy", f"📍 {PLACE}", f"🕗 {HOURS}", f"📞 {PHONE}"]
    assert doors[5] == "🏛 Công an phường"
    assert "xin hỏi tại nơi tiếp công dân" in doors[6], "the other doors are not known"
    assert "chữ ký hoặc điểm chỉ" in told
    assert "giấy tờ tùy thân" in told


async def test_whose_petition_an_officer_recognises_as_a_denunciation_reads_where_to_go_too(
    filled_town: Town,
) -> None:
    code = await filled_town.files(WORDS)
    officer = await opened(filled_town, code)
    await officer.presses("Đây là tố cáo")
    await officer.is_told()
    await officer.presses("Xóa nội dung")
    told = await filled_town.resident.hears("có nội dung tố cáo", code)
    assert PLACE in told
    assert "chữ ký hoặc điểm chỉ" in told


async def test_half_written_words_are_forgotten_after_the_days_that_the_privacy_text_names(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    town.clock.move(timedelta(days=29))
    await town.keep_house()
    assert await town.query("SELECT 1 FROM drafts")
    town.clock.move(timedelta(days=2))
    await town.keep_house()
    assert not await town.query("SELECT 1 FROM drafts")
