"""What a resident is told of where they stand: consent, what they handed in, a matter reopened, first help."""

from desk.office import CONSENT_VERSION
from tests.courses import WORDS, given, opened, plain, reach, signed, step_of
from tests.town import PNG, Town


async def test_an_old_copy_of_the_consent_says_where_it_stands_and_takes_nothing_back_at_once(town: Town) -> None:
    resident = town.resident
    await resident.says("/start")
    await resident.hears("có đồng ý")
    old = resident.last["message_id"]
    await town.agrees()
    assert "đã đồng ý từ trước" in await resident.presses_data(old, f"agree:{CONSENT_VERSION}")
    await resident.presses_data(old, "refuse")
    await resident.hears("Chắc chắn rút lại đồng ý?")
    await resident.presses("Giữ đồng ý")
    await resident.hears("muốn làm gì")
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.presses_data(old, "refuse")
    await resident.hears("Chắc chắn rút lại đồng ý?")
    assert await step_of(town, resident) == "filing.words"
    await resident.presses("Chắc chắn rút lại")
    await resident.hears("không lưu thông tin nào")


async def test_whoever_writes_before_answering_is_asked_in_one_sentence_and_not_shown_the_page_again(
    town: Town,
) -> None:
    resident = town.resident
    await resident.says(WORDS)
    await resident.hears("Dữ liệu của ông/bà", "có đồng ý")
    for text in (WORDS, "Xin chào", "/new"):
        await resident.says(text)
        told = await resident.hears("trước")
        assert "Dữ liệu của ông/bà" not in told
        assert await resident.buttons() == ["✅ Tôi đồng ý", "Không đồng ý", "Xem lại"]
    await resident.presses("Tôi đồng ý")
    await resident.hears("đã đồng ý")


async def test_the_author_reads_what_was_handed_in_and_a_follower_does_not(town: Town) -> None:
    resident = await reach(town, "files")
    await resident.sends(PNG)
    await resident.hears("Đã nhận 1 tệp")
    await resident.presses("Tiếp tục")
    await resident.hears("Bước 3/4")
    await resident.says("Trước số nhà 15 ngõ 20")
    await resident.hears("Bước 4/4")
    await resident.presses("Không nêu tên")
    await resident.hears("xem lại trước khi gửi")
    await resident.presses("✅ Gửi")
    receipt = await resident.hears("Giấy biên nhận")
    await resident.presses("Xem diễn biến")
    told = await resident.hears("Gửi lúc")
    assert all(part in told for part in (WORDS, "Trước số nhà 15 ngõ 20", "1 tệp"))
    assert "Ông/bà gửi kiến nghị Phòng" not in told
    code, secret = (receipt.split(f"{name}: ")[1].split()[0] for name in ("Mã kiến nghị", "Mã bí mật"))
    follower = await town.agrees("resident_2")
    await follower.says(f"/status {code} {secret}")
    told = await follower.hears("Người gửi nộp kiến nghị")
    assert WORDS not in told
    assert "số nhà 15" not in told


async def test_a_disputed_answer_is_reopened_in_the_words_of_resident_and_officer(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("chưa được giải quyết xong", "mở lại ngay")
    await resident.says(f"/status {code}")
    told = await resident.hears("Đang giải quyết", "Mở lại, giao lại cho Phòng Kinh tế, Hạ tầng và Đô thị")
    assert "Phòng" not in told.split("Ông/bà cho biết")[1].split("\n")[0]
    await town.body.hears("chờ cơ quan trả lời lại", code)
    senior = await given(town, code)
    await senior.presses("✅ Duyệt")
    await resident.hears("Trả lời kiến nghị", code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("sẽ xem xét mở lại")
    await resident.says(f"/status {code}")
    told = await resident.hears("Chưa giải quyết xong, đang xem xét")
    assert not any("Phòng" in part.split("\n")[0] for part in told.split("Ông/bà cho biết")[1:])
    officer = await opened(town, code)
    assert "chưa giải quyết xong, đang xem xét" in officer.last["text"]
    assert plain(code)


async def test_help_begins_with_what_people_need_first_and_has_its_buttons(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/help")
    told = await resident.hears("/new")
    assert told.index("/new") < told.index("/status") < told.index("/cancel") < told.index("DN-XXXX")
    assert "Gửi kiến nghị mới" in (await resident.buttons())[0]
