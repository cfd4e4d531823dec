"""What a petition seems to be: the resident sees and corrects it, the officer takes another field at once."""

from tests.courses import opened, plain, reach
from tests.town import Town

DRAINS = "Cống đầu ngõ tắc, mưa là nước bẩn tràn vào nhà"
GREASE = "Quán ăn đổ nước bẩn ra cống, mùi hôi"


async def previewed(town: Town) -> str:
    """Write a petition up to its preview and return that."""
    resident = await reach(town, "preview", words=DRAINS)
    return str(resident.last["text"])


async def test_the_preview_says_what_it_will_be_filed_as_and_until_when(town: Town) -> None:
    preview = await previewed(town)
    assert "Phản ánh về: Thoát nước, ngập úng" in preview
    assert "Chậm nhất ngày" in preview


async def test_fields_that_are_hardly_likely_are_not_offered(town: Town) -> None:
    preview = await previewed(town)
    assert not [label for label in await town.resident.buttons() if label.startswith("📂")]
    assert "bấm lĩnh vực đúng" not in preview
    assert "Văn phòng Mặt trận sẽ xếp lại" in preview


async def test_several_matters_that_cannot_be_told_apart_are_said_to_be_several(town: Town) -> None:
    mixed = "rac khong ai don, con truong thi thu tien lung tung, ma so do nha toi cung chua thay dau"
    resident = await reach(town, "preview", words=mixed)
    preview = resident.last["text"]
    assert "có vẻ gồm nhiều việc" in preview
    assert "Chậm nhất ngày" in preview
    assert not [label for label in await resident.buttons() if label.startswith("📂")]


async def test_a_resident_who_corrects_the_field_files_it_so(town: Town) -> None:
    await previewed(town)
    await town.resident.presses_data(1, "about:VSMT")
    await town.resident.hears("về: Vệ sinh môi trường")
    await town.resident.presses("Gửi")
    await town.resident.hears("Giấy biên nhận")
    [row] = await town.query("SELECT field, lead FROM petitions")
    assert (row.field, row.lead) == ("VSMT", "ward_economy_infrastructure")


async def test_a_corrected_field_stays_when_the_words_are_mended_and_goes_when_they_are_others(town: Town) -> None:
    resident = await reach(town, "preview", words=GREASE)
    label = next(one for one in await resident.buttons() if one.startswith("📂"))
    await resident.presses(label)
    await resident.hears(f"về: {label.removeprefix('📂 ')}")
    await resident.presses("Sửa nội dung")
    await resident.hears("Bước 1/4")
    await resident.says(f"{GREASE} nồng nặc")
    await resident.hears(f"về: {label.removeprefix('📂 ')}", "nồng nặc")
    await resident.presses("Sửa nội dung")
    await resident.hears("Bước 1/4")
    await resident.says("Đèn đường trước nhà số 5 không sáng đã hai tuần")
    await resident.hears("về: Chiếu sáng")


async def test_a_house_number_is_no_reason_for_a_field(town: Town) -> None:
    officer = await opened(town, await town.files("The drain cover in front of house 15, alley 20 is missing."))
    [reasons] = [line for line in officer.last["text"].splitlines() if "Căn cứ các từ" in line]
    assert "“drain" in reasons
    assert not any(character.isdecimal() for character in reasons)


async def test_what_is_not_vietnamese_has_no_street_or_name_among_its_reasons(town: Town) -> None:
    words = "88 Tran Thai Tong street drills through the night and we cannot sleep"
    officer = await opened(town, await town.files(words))
    [reasons] = [line for line in officer.last["text"].splitlines() if "Căn cứ các từ" in line]
    assert reasons.endswith(": “cannot sleep”")


async def test_the_officer_sees_the_likely_fields_with_reasons_and_takes_another_with_one_press(
    town: Town,
) -> None:
    code = await town.files(GREASE)
    officer = await opened(town, code)
    card = officer.last["text"]
    assert card.index("Gợi ý: ") < card.index("Căn cứ các từ")
    assert 1 <= card.count("%") <= 3
    assert " 0%" not in card
    likely = [label for label in await officer.buttons() if label.startswith("📂")]
    assert len(likely) == 2
    await officer.presses(likely[0])
    await officer.hears(f"\n{likely[0].removeprefix('📂 ')} · cấp phường")


async def test_what_an_author_adds_is_weighed_too_for_a_petition_that_told_nothing(town: Town) -> None:
    code = await town.files("Đề nghị giải quyết sớm vấn đề ở khu nhà tôi.")
    officer = await opened(town, code)
    assert "Gợi ý: Vệ sinh môi trường" not in officer.last["text"]
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.says("Rác đổ đầy sân khu nhà A5 Nghĩa Tân, một tuần nay không ai dọn, mùi rất hôi.")
    await resident.hears("Chưa gửi")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears("Gợi ý: Vệ sinh môi trường")
    await officer.presses("📂 Vệ sinh môi trường")
    await officer.hears("Phòng Kinh tế")
