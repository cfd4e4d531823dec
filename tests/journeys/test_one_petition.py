"""One petition goes resident → office → body → office → resident."""

from tests.town import PNG, Town, code_in


async def test_a_petition_goes_all_the_way_and_comes_back_solved(town: Town) -> None:
    resident, officer, body, senior = town.resident, town.officer, town.body, town.senior
    await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says("Nắp hố ga trước số nhà 15 ngõ 20 bị mất đã hai tuần, rất nguy hiểm cho người đi đường.")
    await resident.hears("Bước 2/4")
    await resident.sends(PNG, PNG)
    await resident.hears("Đã nhận")
    await resident.presses("Tiếp tục")
    await resident.hears("Bước 3/4")
    await resident.pins(21.0362, 105.7906)
    await resident.hears("Bước 4/4")
    await resident.presses("Chỉ Văn phòng Mặt trận biết")
    await resident.hears("họ và tên")
    await resident.says("Cư dân một")
    preview = await resident.hears("xem lại trước khi gửi")
    assert "📎 2 tệp" in preview
    assert "đã ghim trên bản đồ, trong địa bàn phường Cầu Giấy" in preview
    await resident.presses("✅ Gửi")
    receipt = await resident.hears("Giấy biên nhận")
    code = code_in(receipt)
    assert "ngày 07 tháng 12 năm 2026" in receipt  # 10 working days after Friday 20/11; 24/11 is off

    await officer.hears("Kiến nghị mới", code)
    await officer.presses("Mở phiếu")
    card = await officer.hears(code, "Nắp hố ga")
    assert "Cư dân một" not in card, "a name is opened with a reason"
    assert "không cho cơ quan giải quyết biết" in card
    await resident.hears("đang xem xét", code)
    await officer.presses("Đổi phân loại")
    await officer.hears("muốn đổi gì")
    await officer.presses("Cơ quan")
    await officer.hears("chọn cơ quan")
    await officer.presses("Kinh tế, Hạ tầng và Đô thị")
    await officer.hears(code, "Cơ quan: Phòng Kinh tế, Hạ tầng và Đô thị")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    await resident.hears("đã được chuyển tới", code)

    given = await body.hears("Kiến nghị", code, "Nắp hố ga")
    assert "Cư dân một" not in given
    await body.presses("Tiếp nhận")
    await body.hears(code, "Hạn giải quyết: 14/12/2026")  # 15 working days
    await resident.hears("đã tiếp nhận", "ngày 14 tháng 12 năm 2026")
    await body.presses("Trả lời")
    asked = await body.hears("đã làm gì, khi nào")
    assert asked
    await body.says("Đã lắp nắp mới sáng 21/11, tổ duy tu thực hiện.", reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung trả lời")
    await body.sends(PNG, reply_to=str(body.last["message_id"]))
    await body.hears("1 tệp minh chứng")
    await body.presses("✅ Gửi")
    await body.hears("để duyệt", code)
    await resident.hears("đang kiểm tra", code)
    assert not any("nắp mới" in said for said in await resident.screen())

    await senior.hears("Chờ duyệt", code, "Đã lắp nắp mới")
    await senior.presses("Duyệt")
    await senior.hears("Đã duyệt", code)
    await resident.hears("Trả lời kiến nghị", code, "Đã lắp nắp mới")
    await resident.presses("Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    await resident.says(f"/status {code}")
    timeline = await resident.hears("Kết thúc", code)
    assert timeline.index("Ông/bà gửi kiến nghị") < timeline.index("Trả lời của")
    assert "20/11/2026" in timeline
    assert " tháng " not in timeline, "a list has its dates in figures"
