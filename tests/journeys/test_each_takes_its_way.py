"""A complaint waits for its paper, another door is shown in time, several matters go apart, clocks stand still."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.settings import Settings
from bot.wiring import load_office
from tests.courses import WORDS, leaves_the_rest, opened, plain, reach, referred, step_of
from tests.town import PNG, Town, code_in, open_town

COMPLAINT = "Tôi không đồng ý với quyết định số 112 ngày 05/10 về thu hồi đất, đề nghị hủy quyết định."
TWO = "Đèn đường ngõ 9 hỏng cả tháng. Ngoài ra cống thoát nước ngõ 12 bị tắc từ tuần trước."


async def test_a_complaint_is_registered_beforehand_and_goes_on_once_its_signed_paper_is_there(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says(COMPLAINT)
    told = await resident.hears("khiếu nại một quyết định", "Bước 2/4")
    assert "đăng ký trước" in told
    assert "Ủy ban nhân dân phường" in told
    await leaves_the_rest(resident)
    preview = await resident.hears("xem lại trước khi gửi", "Cần nộp đơn có chữ ký", "cần có họ tên")
    assert "Chưa rõ quyết định" not in preview
    await resident.presses("✅ Gửi")
    receipt = await resident.hears("Giấy biên nhận", "đăng ký trước", "trong 90 ngày", "Nơi nộp đơn")
    assert "Ủy ban nhân dân phường" in receipt
    code = code_in(receipt)

    officer = await opened(town, code)
    assert "chờ đơn khiếu nại có chữ ký" in officer.last["text"]
    assert not any("Xác nhận và chuyển" in label for label in await officer.buttons())
    entries = (await town.query("SELECT entries FROM petitions"))[0].entries
    assert "đã có đơn ký tên" in await officer.presses_data(1, f"refer:{plain(code)}:{entries}")
    await officer.presses("Đã nhận đơn có chữ ký")
    await officer.hears("Đã ghi nhận đơn có chữ ký", code)
    await resident.hears("đã nhận đơn khiếu nại có chữ ký", code)
    officer = await opened(town, code)
    assert "Đã nhận đơn khiếu nại có chữ ký: 20/11/2026" in officer.last["text"]
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã ghi nhận chuyển", code, "Ủy ban nhân dân phường")
    rows = await town.query("SELECT body, due_at FROM referrals")
    # Ten days after Friday 20/11 (Luật Khiếu nại 2011, Đ27), by the end of Monday 30/11 in Hà Nội.
    assert [(row.body, row.due_at.isoformat()) for row in rows] == [
        ("ward_committee", "2026-11-30T10:00:00+00:00")
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Cho hỏi làm giấy khai sinh cho con cần giấy tờ gì", "Điểm phục vụ hành chính công phường"),
        ("hang xom xay tuong lan sang, nho to hoa giai giup", "Tổ hòa giải ở cơ sở"),
        ("Bản án có hiệu lực hai năm mà chưa được thi hành án", "Tòa án nhân dân khu vực"),
        ("khieu nai tien dien thang nay tang gap ba", "Công ty Điện lực"),
        ("Cảm ơn phường đã rất nhiệt tình giúp bà con", "Lời khen"),
    ],
)
async def test_another_door_is_shown_at_once_with_its_place_and_the_person_may_go_on(
    town: Town, words: str, told: str
) -> None:
    resident = await reach(town, "words")
    await resident.says(words)
    said = await resident.hears(told, "Nếu vẫn muốn gửi", "Bước 2/4")
    assert "Địa chỉ, giờ tiếp chưa ghi ở đây" in said
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4")
    assert any(told in one for one in await resident.screen()), "the advice stays in the chat"
    await resident.presses("Quay lại")
    await resident.hears("Bước 2/4")
    await resident.says("Xin nói thêm một câu.")
    assert told not in await resident.hears("Bước 2/4"), "it is said once"
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4")


@pytest.mark.parametrize("written", [False, True])
async def test_the_advice_stays_in_the_chat_when_giving_up_was_not_meant(town: Town, *, written: bool) -> None:
    resident = await reach(town, "words")
    await resident.says("Bản án có hiệu lực hai năm mà chưa được thi hành án")
    await resident.hears("Tòa án nhân dân khu vực", "Bước 2/4")
    await (resident.says("hủy") if written else resident.presses("Hủy"))
    await resident.hears("không lấy lại được")
    await resident.presses("Viết tiếp")
    await resident.hears("Bước 2/4")
    screen = await resident.screen()
    assert any("Tòa án nhân dân khu vực" in one for one in screen)
    assert not any("không lấy lại được" in one for one in screen), "what was asked gives way to the step"


async def test_the_advice_stays_in_the_chat_when_the_words_belong_to_a_petition(town: Town) -> None:
    code = await town.files(WORDS)
    await town.resident.says("Bản án có hiệu lực hai năm mà chưa được thi hành án")
    await town.resident.hears("Tòa án nhân dân khu vực", "thêm vào kiến nghị")
    await town.resident.presses(code)
    await town.resident.hears("Đã nhận, để thêm vào")
    assert any("Tòa án nhân dân khu vực" in one for one in await town.resident.screen())


async def test_words_without_a_command_are_shown_the_other_door_with_the_offer(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("Cho hỏi đăng ký tạm trú cho người thuê nhà cần giấy tờ gì")
    await resident.hears("Điểm phục vụ hành chính công phường", "thành một kiến nghị mới")


async def test_what_is_missing_is_named_before_sending_and_nothing_where_all_is_said(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says("Rác bốc mùi hôi thối")
    await resident.hears("Bước 2/4")
    await leaves_the_rest(resident)
    await resident.hears("xem lại trước khi gửi", "Chưa rõ việc xảy ra ở đâu", "Chưa rõ từ bao giờ")
    await resident.presses("Thêm địa điểm")
    await resident.hears("Bước 3/4")
    await resident.says("Đầu ngõ 20")
    assert "ở đâu" not in await resident.hears("xem lại trước khi gửi", "Chưa rõ từ bao giờ")
    await resident.presses("Sửa nội dung")
    await resident.hears("Bước 1/4")
    await resident.says("Rác bốc mùi hôi thối ba ngày nay")
    assert "Chưa rõ" not in await resident.hears("xem lại trước khi gửi")


async def test_several_matters_are_sent_one_after_the_other_with_the_files_at_the_first(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says(TWO)
    await resident.hears("Bước 2/4")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1")
    await leaves_the_rest(resident, files="Tiếp tục")
    await resident.hears("nhiều việc khác nhau", "Chiếu sáng", "Thoát nước")
    await resident.presses("Gửi riêng từng việc")
    first = await resident.hears("xem lại trước khi gửi", "Đèn đường ngõ 9", "còn 1 việc")
    assert "cống" not in first
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận", "Chiếu sáng")
    second = await resident.hears("xem lại trước khi gửi", "cống thoát nước")
    assert "Đèn đường" not in second
    assert "tệp" not in second
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận", "Thoát nước")
    assert await step_of(town, resident) is None
    rows = await town.query("SELECT field, kind FROM petitions ORDER BY id")
    assert [(row.field, row.kind) for row in rows] == [("CS", "PHAN_ANH"), ("TN", "PHAN_ANH")]
    files = await town.query("SELECT field FROM media JOIN petitions ON petitions.id = petition_id")
    assert [row.field for row in files] == ["CS"]


async def test_several_matters_may_go_as_one_and_nobody_is_given_them_by_the_rules(town: Town) -> None:
    resident = await reach(town, "words")
    await resident.says(TWO)
    await resident.hears("Bước 2/4")
    await leaves_the_rest(resident)
    await resident.hears("nhiều việc khác nhau")
    await resident.presses("✅ Gửi")
    code = code_in(await resident.hears("Giấy biên nhận"))
    officer = await opened(town, code)
    offered = " ".join(map(str, await officer.buttons()))
    assert "Đổi phân loại" in offered
    assert "Xác nhận và chuyển" not in offered


async def test_the_practice_space_runs_by_the_programme_of_a_district_as_well(
    database: str, tmp_path: Path
) -> None:
    office = load_office(Settings(programme="dong_da_2023", undo_seconds=0))
    async with open_town(database, tmp_path, office) as town:
        await town.files("Cống thoát nước ngõ 12 bị tắc từ tuần trước.")
        officer = town.officer
        await officer.hears("Kiến nghị mới")
        await officer.presses("Mở phiếu")
        await officer.hears("Phòng Quản lý đô thị quận", "Có thể mời phối hợp: Công ty Thoát nước Hà Nội")
        await officer.presses("Xác nhận và chuyển")
        await officer.hears("Đã chuyển")
        await town.body.hears("Cống thoát nước", "Phòng Quản lý đô thị quận")


async def test_the_bodys_clock_stands_still_while_the_resident_is_asked(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.presses("Tiếp nhận")
    await body.hears(code, "14/12/2026")
    await body.presses("Hỏi người dân")
    await body.hears("câu hỏi", code)
    await body.says("Xin cho biết cột đèn số mấy?", reply_to=body.last["message_id"])
    await town.resident.hears("cần thêm thông tin", code)
    town.clock.move(timedelta(days=5))  # Friday 20/11 to Wednesday 25/11; of these only Monday is worked
    await town.resident.presses("Trả lời câu hỏi")
    await town.resident.hears("câu hỏi cần trả lời", "cột đèn số mấy")
    await town.resident.says("Cột số 14.")
    await town.resident.hears("Đã nhận")
    await town.resident.presses("✅ Gửi")
    await town.resident.hears("Đã gửi phần bổ sung", "nay là ngày 16 tháng 12 năm 2026")
    [row] = await town.query("SELECT due_at, paused_at FROM referrals")
    assert row.paused_at is None
    assert row.due_at.date().isoformat() == "2026-12-16", "two working days: Monday 23/11 and Wednesday 25/11"
    await body.hears("Người dân bổ sung", "Hạn giải quyết nay là 16/12/2026")


async def test_what_passed_the_gate_as_a_whole_is_not_stopped_in_its_parts(town: Town) -> None:
    several = (
        "Rác chất đống ở đầu ngõ 175 Xuân Thủy, bốc mùi. "
        "Nhân tiện trường mầm non Mai Dịch thu tiền bán trú quá cao, phụ huynh bức xúc."
    )
    resident = await reach(town, "words")
    await resident.says(several)
    await resident.hears("Bước 2/4")
    for button in ("Không có ảnh", "Bỏ qua địa điểm", "Không nêu tên"):
        await resident.presses(button)
    await resident.presses("Gửi riêng từng việc")
    await resident.hears("còn 1 việc")
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận", "Vệ sinh môi trường")
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận", "Giáo dục")
    assert any(one.get("text") == several and not one["deleted"] for one in await resident.messages())
