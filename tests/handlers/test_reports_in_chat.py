"""A leader reads reports in the chat, goes to what stands behind a figure, and asks a body to explain."""

from datetime import timedelta

import pytest

from tests.courses import accepted, given, invited, opened, referred, signed
from tests.town import Person, Town

BODY, OFFICE = "Phòng Kinh tế, Hạ tầng và Đô thị phường", "Văn phòng Mặt trận"
WORDS = "Đèn đường ngõ 20 hỏng cả tuần nay"


@pytest.fixture
def leader(town: Town) -> Person:
    return town.person("leader")


async def test_a_leader_goes_from_a_figure_to_the_codes_behind_it(town: Town, leader: Person) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    await leader.says("/report")
    said = await leader.hears("Tuần 47/2026", "Kỳ này chưa hết", "từ đầu kỳ trước", "Mới nhận: 1")
    assert "Đèn đường" not in said
    assert "Nhiều hơn hẳn" not in said  # nothing to compare with had come before
    await leader.presses("Theo cơ quan")
    await leader.hears(
        "theo cơ quan", f"{BODY}: mới 1, kết thúc 0, đang xử lý 1 (chưa tiếp nhận 1), quá hạn trả lời 0"
    )
    await leader.presses("Phòng Kinh tế")
    await leader.hears("Phòng Kinh tế, Hạ tầng và Đô thị", "Đang xử lý: 1")
    await leader.presses("Đang xử lý: 1")
    await leader.hears(f"• {code}")
    assert code not in await leader.buttons()
    await leader.presses("Về báo cáo")
    await leader.hears("Tuần 47/2026", "Mới nhận: 1")


async def test_an_auditor_opens_what_stands_behind_a_figure_and_is_not_offered_to_have_it_explained(
    town: Town, leader: Person
) -> None:
    codes = [await town.files(WORDS) for _petition in range(2)]
    await referred(town, codes[0])
    auditor = await invited(town, "resident_2", "auditor")
    for reader, asks in ((leader, True), (auditor, False)):
        await reader.says("/report")
        await reader.hears("Mới nhận: 2")
        await reader.presses("Theo cơ quan")
        await reader.hears("theo cơ quan")
        await reader.presses("Phòng Kinh tế")
        await reader.hears("Đang xử lý: 1")
        assert ("❓ Yêu cầu giải trình" in await reader.buttons()) is asks
    assert "không có quyền" in await auditor.presses_data(1, "explain:2026-W47:0")
    await auditor.presses("Về báo cáo")
    await auditor.hears("Tuần 47/2026 –")
    await auditor.presses("Mới nhận: 2")
    await auditor.hears(f"• {codes[0]}\n• {codes[1]}")
    assert (await auditor.buttons())[:2] == codes
    await auditor.presses(codes[1])
    await auditor.hears(codes[1], WORDS)


async def test_what_was_answered_twice_stands_once_with_how_often_and_what_is_not_solved_is_counted(
    town: Town, leader: Person
) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("được mở lại ngay")
    await town.body.hears("chờ cơ quan trả lời lại", code)
    await given(town, code)
    await town.senior.presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    await leader.says("/report")
    assert "Mở lại" not in await leader.hears("Người dân cho là chưa xong, phải xem lại: 1")
    await leader.presses("Đã trả lời: 2")
    await leader.hears(f"{code} (×2)")


async def test_a_body_is_counted_with_what_it_holds_alone_and_the_office_with_the_rest(
    town: Town, leader: Person
) -> None:
    resident = await signed(town, await town.files(WORDS))
    returned = await town.files("Nắp hố ga trước số nhà 15 bị mất.", "resident_2")
    body = await referred(town, returned)
    await body.presses("Chuyển trả")
    await body.hears("vì sao")
    await body.says("Việc này của Công ty Thoát nước.", reply_to=body.last["message_id"])
    await body.hears("Đã chuyển trả", returned)
    await town.files("Rác chất đống trước cổng chợ.", "resident_2")
    await referred(town, await town.files("Cống tắc, mưa là ngập.", "resident_2"))
    await leader.says("/report")
    await leader.hears("Còn lại: 4", "đang xử lý 3; đã trả lời, chờ người dân đánh giá 1", "chưa tiếp nhận: 1")
    await leader.presses("Theo cơ quan")
    said = await leader.hears("theo cơ quan")
    assert f"• {BODY}: mới 2, kết thúc 0, đang xử lý 1 (chưa tiếp nhận 1), quá hạn trả lời 0" in said
    assert f"• {OFFICE}: mới 2, kết thúc 0, đang xử lý 2, chậm báo tin lần đầu 0" in said
    await leader.presses("Văn phòng Mặt trận")
    await leader.hears("Gồm việc chưa chuyển")
    assert "Yêu cầu giải trình" not in str(await leader.buttons())
    await leader.presses("Đang xử lý: 2")
    await leader.hears(returned)
    await leader.says("/overview")
    said = await leader.hears("3 việc đang xử lý")
    assert f"• {BODY}: 1 việc" in said
    assert f"• {OFFICE}: 2 việc" in said
    await resident.presses("Chưa giải quyết")
    await resident.hears("mở lại")
    await leader.says("/report")
    assert "chờ người dân" not in await leader.hears("Còn lại: 4")


async def test_a_body_that_is_asked_stands_in_each_summary_until_it_explains(town: Town, leader: Person) -> None:
    await referred(town, await town.files(WORDS))
    await leader.says("/report 2026-W47")
    await leader.hears("Tuần 47/2026")
    await leader.presses("Theo cơ quan")
    await leader.hears("theo cơ quan")
    await leader.presses("Phòng Kinh tế")
    await leader.hears("Đang xử lý")
    await leader.presses("Yêu cầu giải trình")
    await leader.hears("Yêu cầu Phòng Kinh tế", "(Tuần 47/2026)")
    assert not await town.query("SELECT 1 FROM directives"), "one press alone asks nobody"
    await leader.presses("Gửi yêu cầu giải trình")
    await leader.hears("Đã gửi yêu cầu tới Phòng Kinh tế, Hạ tầng và Đô thị", "30 tháng 11 năm 2026")
    await leader.presses("Về báo cáo")
    await leader.presses("Theo cơ quan")
    await leader.hears("theo cơ quan")
    await leader.presses("Phòng Kinh tế")
    await leader.hears("Đang xử lý")
    await leader.presses("Yêu cầu giải trình")
    await leader.hears("Yêu cầu Phòng Kinh tế")
    assert "rồi" in await leader.presses("Gửi yêu cầu giải trình")
    await town.body.hears("Lãnh đạo yêu cầu giải trình", "(Tuần 47/2026)", "Mới nhận: 1", "Đang xử lý: 1")
    for week in (47, 48):
        town.clock.move(timedelta(days=4 if week == 47 else 7))
        await town.keep_house()
        await leader.hears(f"Tuần {week}/2026", "Cơ quan chưa giải trình", "Đô thị phường: Tuần 47/2026")
    await town.body.presses("Giải trình")
    await town.body.hears("giải trình số liệu (Tuần 47/2026)", "bấm “Trả lời”")
    await town.body.says("Thiếu bóng đèn, thứ sáu có hàng.", reply_to=town.body.last["message_id"])
    await town.body.hears("Đã gửi giải trình")
    await leader.hears("giải trình số liệu (Tuần 47/2026)", "Thiếu bóng đèn, thứ sáu có hàng.")
    town.clock.move(timedelta(days=7))
    await town.keep_house()
    assert "chưa giải trình" not in await leader.hears("Tuần 49/2026")


async def test_a_body_that_nothing_reaches_is_not_asked_here(town: Town, leader: Person) -> None:
    officer = await opened(town, await town.files(WORDS))
    for press, answer in (
        ("Đổi phân loại", "muốn đổi gì"),
        ("Cơ quan", "chọn cơ quan"),
        ("Công an phường", "Cơ quan: Công an"),
    ):
        await officer.presses(press)
        await officer.hears(answer)
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã ghi nhận chuyển")
    await leader.says("/report")
    await leader.hears("Mới nhận: 1")
    await leader.presses("Theo cơ quan")
    await leader.hears("theo cơ quan", "Công an phường")
    await leader.presses("Công an phường")
    await leader.hears("Đang xử lý")
    assert "bằng văn bản" in await leader.presses("Yêu cầu giải trình")
    assert "bằng văn bản" in await leader.presses_data(1, "explained:2026-W47:0")
    assert not await town.query("SELECT 1 FROM directives")


async def test_a_week_in_which_nothing_came_still_says_that_the_office_is_late(town: Town, leader: Person) -> None:
    await town.files(WORDS)
    town.clock.move(timedelta(days=24))
    await leader.says("/report")
    await leader.hears("Tuần 51/2026", "không có kiến nghị mới", "Văn phòng chậm báo tin lần đầu: 1")


async def test_a_body_is_late_in_a_report_for_as_many_days_as_on_the_card_in_a_quiet_week_too(
    town: Town, leader: Person
) -> None:
    code = await town.files(WORDS)
    await accepted(town, code)
    town.clock.move(timedelta(days=25, hours=-1))  # Tuesday 15/12 at 8; the answer was due on Monday at 17
    await leader.says("/report")
    await leader.hears("không có kiến nghị mới", "Quá hạn trả lời: 1", f"{BODY}: 1, lâu nhất 1 ngày")
    officer = await opened(town, code)
    assert "Quá hạn 1 ngày" in str(await officer.screen())


async def test_a_leader_may_write_a_period_as_it_is_spoken(town: Town, leader: Person) -> None:
    for typed, heading in (
        ("quý 3", "Quý 3/2026"),
        ("Tháng 10/2026", "Tháng 10/2026"),
        ("week 28", "Tuần 28/2026"),
    ):
        await leader.says(f"/report {typed}")
        await leader.hears(heading)
    await leader.says("/report tháng 12/2026")
    await leader.hears("Kỳ tháng 12/2026 chưa bắt đầu")


async def test_from_a_period_one_goes_to_the_one_before_and_to_wider_ones(town: Town, leader: Person) -> None:
    await town.files(WORDS)
    await leader.says("/report")
    await leader.hears("Tuần 47/2026", "Mới nhận: 1")
    for press in ("Tuần 46/2026", "Tháng 11/2026", "Quý 4/2026", "Năm 2026", "Năm 2025"):
        await leader.presses(f"📅 {press}")
        await leader.hears(f"{press} –")
    assert [label for label in await leader.buttons() if "📅" in label] == ["📅 Năm 2024"]


async def test_a_period_that_is_over_is_compared_with_the_whole_one_before(town: Town, leader: Person) -> None:
    await town.files(WORDS)
    town.clock.move(timedelta(days=7))
    await leader.says("/report 2026-w47")
    assert "chưa hết" not in await leader.hears("Tuần 47/2026", "Mới nhận: 1, tăng 1")


async def test_reports_are_for_those_who_count_and_a_wrong_period_is_said(town: Town, leader: Person) -> None:
    await town.agrees()
    await town.resident.says("/report")
    assert "Tuần" not in await town.resident.is_told()
    await leader.says("/report 2026-W60")
    await leader.hears("Không hiểu kỳ báo cáo")
    await leader.says("/report Hôm nay")
    await leader.hears("“Hôm nay”", "2026-Q3 hoặc quý 3")
    await leader.says("/report 2098")
    await leader.hears("chưa bắt đầu")
    assert "Số liệu đã thay đổi" in await leader.presses_data(1, "part:2026-W47:body:999")
    assert "Số liệu đã thay đổi" in await leader.presses_data(1, "codes:2026-W47:all:0:told:0")


async def test_a_residential_group_is_named_as_such_and_groups_stand_by_their_numbers(
    town: Town, leader: Person
) -> None:
    for number in (12, 3):
        await town.files(WORDS)
        async with town.parts.store.unit() as unit:
            await unit.connection.exec_driver_sql(
                f"UPDATE petitions SET residential_group = '{number}' WHERE residential_group IS NULL"  # noqa: S608 - ours
            )
    await leader.says("/report")
    await leader.hears("Mới nhận: 2")
    await leader.presses("Theo tổ dân phố")
    said = await leader.hears("• Tổ dân phố 3: ")
    assert said.index("• Tổ dân phố 3:") < said.index("• Tổ dân phố 12:")
    assert (await leader.buttons())[:2] == ["Tổ dân phố 3", "Tổ dân phố 12"]


async def test_a_leader_sees_no_small_count_of_a_group_and_a_field_and_the_office_does(
    town: Town, leader: Person
) -> None:
    for _petition in range(2):
        await town.files(WORDS)
    async with town.parts.store.unit() as unit:
        await unit.connection.exec_driver_sql("UPDATE petitions SET residential_group = 'Tổ dân phố số 3'")
    for reader, seen in ((leader, False), (town.senior, True)):
        await reader.says("/report")
        await reader.hears("Mới nhận: 2")
        await reader.presses("Theo tổ dân phố")
        await reader.hears("Tổ dân phố số 3")
        await reader.presses("Tổ dân phố số 3")
        said = await reader.hears("Mới nhận theo lĩnh vực")
        assert ("Chiếu sáng: 2" in said) is seen
        assert ("số nhỏ hơn 5" in said) is not seen


async def test_a_small_count_of_a_field_is_shown_where_no_group_is_known_and_a_nought_everywhere(
    town: Town, leader: Person
) -> None:
    await town.files(WORDS)
    for week, news in ((47, 1), (48, 0)):
        await leader.says("/report")
        await leader.hears(f"Tuần {week}/2026")
        await leader.presses("Theo lĩnh vực")
        said = await leader.hears("theo lĩnh vực", f"Chiếu sáng: mới {news}, kết thúc 0, đang xử lý 1")
        assert "…" not in said
        async with town.parts.store.unit() as unit:
            await unit.connection.exec_driver_sql("UPDATE petitions SET residential_group = 'Tổ dân phố số 3'")
        town.clock.move(timedelta(days=7))


async def test_each_half_of_a_year_has_its_own_name(town: Town, leader: Person) -> None:
    await town.files(WORDS)
    await leader.says("/report 6 tháng đầu năm")
    await leader.hears("6 tháng đầu năm 2026 – ", "01/01/2026 – 30/06/2026")
    await leader.says("/report 2026-H2")
    await leader.hears("6 tháng cuối năm 2026 – ")
    assert "📅 6 tháng đầu năm 2026" in await leader.buttons()
    await leader.says("/language en")
    await leader.is_told()
    await leader.says("/report 2026-H1")
    await leader.hears("First half of 2026 – ")


async def test_a_report_says_that_what_was_split_is_counted_with_each_of_its_parts(
    town: Town, leader: Person
) -> None:
    code = await town.files(f"{WORDS}. Ngoài ra, bãi rác chợ Nghĩa Tân rác thải ùn đống, thu gom rác chậm.")
    await leader.says("/report")
    await leader.hears("Mới nhận: 1", without="đã tách")
    officer = await opened(town, code)
    await officer.presses("Tách")
    await officer.presses("Tách như trên")
    await officer.hears("Đã tách", code)
    await leader.says("/report")
    await leader.hears(
        "Mới nhận: 3", "Kết thúc: 1", "Còn lại: 2", "đã tách 1 kiến nghị: cả kiến nghị ban đầu và từng"
    )
