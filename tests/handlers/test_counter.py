"""The counter: an officer files for somebody without Telegram, prints a receipt, acts for them and tells them."""

import re

import pytest

from desk.audit import verify
from tests.courses import ACCUSATION, DANGER, WORDS, answered, draft_of, gives_up, invited, plain, referred
from tests.town import PNG, Person, Town

NAME, PHONE = "Cư dân Không Máy", "0900 000 000, nhà số 5"


async def begins(officer: Person, source: str = "Tiếp công dân") -> None:
    """Begin to take a petition down."""
    await officer.says("/counter")
    await officer.hears("đến bằng cách nào")
    await officer.presses(source)
    await officer.hears("Bước 1/5", "lời của người gửi")


async def at_name(town: Town) -> Person:
    """Take a petition down, words alone, until it is asked who may know the name; return the officer."""
    officer = town.officer
    await begins(officer)
    await officer.says(WORDS)
    await officer.hears("Bước 2/5")
    await officer.presses("Không có ảnh")
    await officer.hears("Bước 3/5")
    await officer.presses("Bỏ qua địa điểm")
    await officer.hears("Bước 4/5")
    return officer


async def takes_down(officer: Person, source: str = "Tiếp công dân", reach: str | None = PHONE) -> str:
    """Take a petition down with a photo of the letter and the name; return the page of its receipt."""
    await begins(officer, source)
    await officer.sends(PNG, caption=WORDS)
    await officer.hears("Bước 2/5", "Đã nhận 1", without="ng/bà")
    await officer.presses("Tiếp tục")
    await officer.hears("Bước 3/5", "người gửi cho biết", without="ng/bà")
    await officer.presses("Bỏ qua địa điểm")
    await officer.hears("Bước 4/5", "Người gửi muốn ai được biết tên")
    await officer.presses("Chỉ Văn phòng Mặt trận biết tên")
    await officer.hears("họ và tên của người gửi")
    await officer.says(NAME)
    await officer.hears("Bước 5/5", "Báo cho người gửi bằng cách nào")
    await (officer.says(reach) if reach else officer.presses("Không có cách liên hệ"))
    await officer.hears(
        "xem lại trước khi gửi", NAME, reach or "không để lại cách liên hệ", "sửa khi phân loại", without="cứ gửi"
    )
    await officer.presses("✅ Gửi")
    await officer.hears("Giấy biên nhận DN-", "xóa tệp khỏi cuộc trò chuyện")
    return await printed(officer)


async def printed(officer: Person) -> str:
    """Return the newest document in an officer's chat."""
    sent = [file for message in await officer.messages() if message["from_bot"] for file in message["media"]]
    async with officer.town.http.get(sent[-1]["file_url"]) as answer:
        return await answer.text()


def codes(page: str) -> tuple[str, str]:
    """Return code and secret as the receipt has them."""
    code, secret = re.search(r"DN-\w{4}-\w{4}", page), re.search(r"\b\w{5}-\w{5}\b", page)
    assert code
    assert secret
    return code.group(), secret.group()


async def is_asked_to_tell(officer: Person, *parts: str) -> None:
    """Wait until the desk is asked to tell an author something; its letter may overtake what was said at once."""
    officer.seen = 0
    await officer.hears("Xin báo cho người dân", *parts)
    await officer.catches_up()


async def receptions(town: Town) -> int:
    """Return how many people were received, as reports count them."""
    async with town.parts.store.reading() as unit:
        now, name = unit.now, town.parts.office.programme.name
        return (await unit.ledgers.sums(name, now.replace(hour=0), now.replace(hour=23))).get("receptions", 0)


async def test_whoever_writes_send_below_the_preview_sends(town: Town) -> None:
    officer = await at_name(town)
    await officer.presses("Không nêu tên")
    await officer.hears("Bước 5/5")
    await officer.says(PHONE)
    await officer.hears("xem lại trước khi gửi")
    await officer.presses("Sửa cách liên hệ")
    await officer.hears("Bước 5/5")
    await officer.says("Gửi")
    await officer.hears("xem lại trước khi gửi", PHONE)
    await officer.says("Gửi")
    await officer.hears("Giấy biên nhận DN-")
    assert codes(await printed(officer))


@pytest.mark.parametrize("key", ["triage_officer", "senior_officer"])
async def test_an_officer_takes_a_petition_down_and_its_author_follows_it_with_the_receipt(
    town: Town, key: str
) -> None:
    officer = town.person(key)
    page = await takes_down(officer)
    code, secret = codes(page)
    assert "tiếp công dân" in page
    assert "Chậm nhất <b>ngày" in page
    assert "phường Cầu Giấy, ngày 20 tháng 11 năm 2026" in page
    assert "t.me/dan_nguyen_demo_bot" in page
    assert "🏛" not in page
    assert NAME not in page, "names are written by hand"
    assert secret not in "\n".join(await officer.screen())
    await officer.presses("Mở phiếu")
    card = await officer.hears(code, WORDS, "Có nêu tên", "Có cách liên hệ", "Cán bộ ghi hộ: tiếp công dân")
    assert NAME not in card
    await officer.presses("Xem tên, cách liên hệ")
    await officer.hears("để làm gì")
    await officer.presses("Liên hệ người gửi")
    await officer.hears(code, NAME, PHONE)
    neighbour = await town.agrees("resident_2")
    await neighbour.says(f"/status {code} {secret}")
    told = await neighbour.hears(code, "Người gửi")
    assert WORDS not in told
    assert await town.query("SELECT 1 FROM entries WHERE act = 'file' AND role = :role", role=key)


async def test_whoever_took_a_petition_down_is_not_told_that_it_is_new_and_the_other_officers_are(
    town: Town,
) -> None:
    other = await invited(town, "resident_2", "triage_officer")
    code, _secret = codes(await takes_down(town.officer))
    await other.hears("Kiến nghị mới", code)
    await town.rests()
    await town.officer.presses_data(1, f"supply:{plain(code)}")
    await town.officer.hears("viết thêm")
    await town.officer.says("Cột đèn số 7 cũng không sáng.")
    await town.officer.hears("Đã nhận")
    await town.officer.presses("✅ Gửi")
    await other.hears("Người dân bổ sung", code)
    await town.rests()
    own = ("Kiến nghị mới", "➕ Người dân bổ sung")
    assert not any(news in said for said in await town.officer.screen() for news in own)


async def test_a_reception_counts_in_its_register_and_a_letter_does_not(town: Town) -> None:
    await takes_down(town.officer, "Đơn, thư")
    assert await receptions(town) == 0
    await takes_down(town.officer)
    assert await receptions(town) == 1


async def test_the_desk_tells_the_author_what_matters_and_notes_that_it_did(town: Town) -> None:
    code, _secret = codes(await takes_down(town.officer))
    await referred(town, code)
    await is_asked_to_tell(town.officer, code, "điện thoại hoặc thư")
    await town.officer.presses_data(1, f"open:{plain(code)}")
    await town.officer.hears("Chưa báo cho người dân: đã chuyển tới cơ quan giải quyết", "Có cách liên hệ")
    await town.officer.presses("☎️ Đã báo")
    assert "Chưa báo" not in await town.officer.hears(code, "Đã báo cho người dân: 09:0")
    toast = await town.officer.presses_data(1, f"informed:{plain(code)}:9")
    assert "Đã báo cho người dân" in toast
    await town.body.catches_up()
    await town.body.presses_data(1, f"task:{plain(code)}")
    card = await town.body.hears(code, WORDS)
    assert NAME not in card
    assert PHONE not in card


async def test_whoever_presses_second_that_the_author_was_told_reads_who_did_it_and_loses_the_button(
    town: Town,
) -> None:
    code, _secret = codes(await takes_down(town.officer))
    assert "không còn điều gì" in await town.officer.presses_data(1, f"informed:{plain(code)}:9")
    other = await invited(town, "resident_2", "triage_officer Bàn 2")
    await referred(town, code)
    await is_asked_to_tell(other, code)
    await is_asked_to_tell(town.officer, code)
    letter = town.officer.last
    pressed = letter["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await other.presses("☎️ Đã báo")
    await other.hears(code, "Đã báo cho người dân: 09:0")
    await town.officer.hears(code, "Đã báo cho người dân", "đã chuyển tới", "Bàn 2, 09:0")
    assert town.officer.last["message_id"] == letter["message_id"], "in the place of the letter"
    assert await town.officer.buttons() == ["Mở phiếu"]
    toast = await town.officer.presses_data(letter["message_id"], pressed)
    assert "Bàn 2, 09:0" in toast
    await town.officer.hears(code, "Đã báo cho người dân: 09:0")
    assert "☎️ Đã báo" not in await town.officer.buttons()


async def test_an_old_letter_does_not_note_that_the_author_was_told_what_came_since(town: Town) -> None:
    code, _secret = codes(await takes_down(town.officer))
    officer = town.officer
    senior = await answered(town, code)
    await is_asked_to_tell(officer, code, "đã được chuyển")
    letter = officer.last
    pressed = letter["reply_markup"]["inline_keyboard"][0][0]
    await senior.presses("✅ Duyệt")
    await is_asked_to_tell(officer, code, "Trả lời kiến nghị")
    toast = await officer.presses_data(letter["message_id"], pressed["callback_data"])
    assert "còn điều mới cần báo" in toast
    assert "câu trả lời" in toast
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'inform'")
    await officer.hears(code, "Chưa báo cho người dân: câu trả lời")
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Chưa báo cho người dân: câu trả lời")
    await officer.presses("☎️ Đã báo")
    await officer.hears(code, "Đã báo cho người dân: 09:0")
    assert len(await town.query("SELECT 1 FROM entries WHERE act = 'inform'")) == 1


async def test_the_officer_adds_disputes_rates_and_withdraws_for_the_author(town: Town) -> None:
    code, _secret = codes(await takes_down(town.officer))
    officer = town.officer
    await officer.presses_data(1, f"behalf:{plain(code)}")
    await officer.hears(code, "Đã tiếp nhận")
    await officer.presses("Bổ sung")
    await officer.hears("Xin viết thêm")
    await officer.says("Thêm: đèn số 12 cũng tắt.")
    await officer.hears("Đã nhận")
    await officer.presses("✅ Gửi")
    await officer.hears("Đã gửi phần bổ sung")
    senior = await answered(town, code)
    await senior.presses("✅ Duyệt")
    await is_asked_to_tell(officer, code, "Trả lời kiến nghị")
    await senior.presses_data(1, f"behalf:{plain(code)}")
    await senior.hears(code, "Đã trả lời", "Thêm: đèn số 12 cũng tắt.")
    await senior.presses("👎 Chưa giải quyết")
    await senior.hears("mở lại ngay")
    await officer.presses_data(1, f"withdraw:{plain(code)}")
    await officer.hears("Người gửi chắc chắn muốn rút")
    await officer.presses("Chắc chắn rút")
    await officer.hears("Đã rút kiến nghị", "Người gửi muốn xóa ngay thì làm đơn", without="bằng nút dưới đây")
    acts = await town.query(
        "SELECT act, role FROM entries WHERE act IN ('supply', 'dispute', 'withdraw') ORDER BY position"
    )
    assert [tuple(row) for row in acts] == [
        ("supply", "triage_officer"),
        ("dispute", "senior_officer"),
        ("withdraw", "triage_officer"),
    ]
    async with town.parts.store.reading() as unit:
        assert (await verify(unit)).faults == ()


async def test_what_is_done_for_an_author_is_said_to_the_officer_and_leads_back_to_the_card(town: Town) -> None:
    code, _secret = codes(await takes_down(town.officer))
    officer = town.officer
    await officer.presses_data(1, f"supply:{plain(code)}")
    await officer.hears("viết thêm")
    await officer.says("Thêm: đèn số 12 cũng tắt.")
    await officer.hears("Đã nhận")
    await officer.presses("✅ Gửi")
    await officer.hears("Đã gửi phần bổ sung", without="đã được báo")
    assert await officer.buttons() == ["Mở phiếu"]
    await (await answered(town, code)).presses("✅ Duyệt")
    await is_asked_to_tell(officer, code, "Trả lời kiến nghị")
    await officer.presses_data(1, f"rate:{plain(code)}:solved")
    await officer.hears("Đã ghi ý kiến của người gửi", code, without="Cảm ơn")
    await officer.presses("Viết nhận xét")
    await officer.hears("Xin viết nhận xét", without="của ông/bà")
    await officer.says("Thợ làm rất nhanh, cảm ơn.")
    await officer.hears("Đã nhận")
    await officer.presses("✅ Gửi")
    await officer.hears("Đã ghi nhận xét của người gửi", code)


async def test_nobody_else_files_for_others_and_no_officer_acts_for_whoever_has_an_account(town: Town) -> None:
    code = await town.files(WORDS)
    for person in (town.resident, town.person("leader"), town.person("administrator")):
        await person.catches_up()
        await person.says("/counter")
        await person.is_told()
        await person.presses_data(1, "counter:reception")
    assert not await town.query("SELECT 1 FROM drafts")
    for data in (f"behalf:{plain(code)}", f"withdrawn:{plain(code)}", f"informed:{plain(code)}:9"):
        assert await town.officer.presses_data(1, data)
    assert not await town.query("SELECT 1 FROM entries WHERE act IN ('withdraw', 'inform')")


async def test_an_accusation_at_the_counter_leaves_nothing_and_leads_to_the_paper_register(town: Town) -> None:
    officer = town.officer
    await begins(officer)
    await officer.says(ACCUSATION)
    told = await officer.hears("dấu hiệu tố cáo", "sổ đơn tố cáo", "Nếu đây không phải tố cáo")
    assert "/denunciations" not in told, "a command that is not theirs"
    assert "Để bảo vệ ông/bà" not in told
    assert await draft_of(town, officer) is None
    assert not await town.query("SELECT 1 FROM petitions")
    assert await receptions(town) == 0
    await officer.presses("Ghi kiến nghị khác")
    await officer.hears("đến bằng cách nào")


async def test_danger_at_the_counter_shows_the_numbers_first(town: Town) -> None:
    officer = town.officer
    await begins(officer, "Đường dây nóng")
    await officer.says(DANGER)
    await officer.hears("xin gọi ngay", "114")
    await officer.presses("Không nguy hiểm")
    await officer.hears("Bước 2/5")


async def test_whoever_leaves_no_number_is_said_to_have_left_none_and_what_was_typed_can_be_mended(
    town: Town,
) -> None:
    officer = town.officer
    code, _secret = codes(await takes_down(officer, "iHanoi", reach=None))
    await officer.presses("Mở phiếu")
    await officer.hears(code, "không để lại cách liên hệ", "iHanoi")
    await referred(town, code)
    officer.seen = 0
    await officer.hears("khi họ đến hoặc gọi", code, "đã được chuyển tới", without="cách liên hệ có trên phiếu")
    await officer.catches_up()
    await begins(officer)
    await officer.says(WORDS)
    await officer.hears("Bước 2/5", "ảnh, tài liệu của người gửi")
    await officer.says("/counter")
    await officer.hears("soạn dở")
    await officer.presses("Viết tiếp")
    await officer.hears("Bước 2/5")
    await officer.presses_data(1, "back:reach")
    for typed in ("x" * 201, "0912", "SĐT 0900 000 00", "DN-ABCD-EFGH"):
        await officer.says(typed)
        await officer.hears("Chưa rõ liên hệ bằng cách nào", "không quá 200 ký tự", "di động 10 số")
        assert {"Không có cách liên hệ ›", "Hủy"} <= set(await officer.buttons())


async def test_whoever_cancels_at_the_counter_goes_on_there_and_only_what_was_written_is_said_to_be_deleted(
    town: Town,
) -> None:
    await begins(town.officer)
    await town.officer.presses("Hủy")
    await town.officer.hears("Đã hủy.", without="xóa")
    assert await town.officer.buttons() == ["🏛 Ghi kiến nghị khác"]
    await begins(town.officer)
    await town.officer.says(WORDS)
    await town.officer.hears("Bước 2/5")
    await gives_up(town.officer, "Nội dung đang soạn đã được xóa")


async def test_of_another_door_the_officer_is_to_tell_the_sender(town: Town) -> None:
    await begins(town.officer, "Đơn, thư")
    await town.officer.says("Tôi khiếu nại quyết định xử phạt số 12/QĐ-XPHC của phường, đề nghị hủy quyết định.")
    await town.officer.hears("xin nói với người gửi", "khiếu nại một quyết định", "Bước 2/5")


async def test_a_caller_is_read_the_codes_and_whoever_is_there_signs_one_of_two_copies(town: Town) -> None:
    await takes_down(town.officer, "Đường dây nóng")
    [told] = [said for said in await town.officer.screen() if "Giấy biên nhận DN-" in said]
    assert "đọc mã kiến nghị và mã bí mật" in told
    assert "in hai bản" not in told
    await takes_down(town.officer)
    assert "in hai bản" in [said for said in await town.officer.screen() if "Giấy biên nhận DN-" in said][-1]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("Người gửi A", "Người gửi A"), ("Bà Không", "Bà Không"), ("Không ạ", None), ("không", None)],
)
async def test_a_name_that_sounds_like_none_is_kept_and_of_none_it_is_said_that_it_is_left_out(
    town: Town, typed: str, shown: str | None
) -> None:
    officer = await at_name(town)
    await officer.presses("Cơ quan giải quyết được biết tên")
    await officer.hears("họ và tên của người gửi")
    await officer.says(typed)
    await officer.hears(*(("Bước 5/5",) if shown else ("Đã ghi là không nêu tên", "Bước 5/5")))
    await officer.presses("Không có cách liên hệ")
    await officer.hears("xem lại trước khi gửi", shown or "Không nêu tên")


async def test_who_writes_before_saying_how_a_petition_came_is_told_to_press_that_first(town: Town) -> None:
    await town.officer.says("/counter")
    await town.officer.hears("đến bằng cách nào")
    await town.officer.says("bà cụ đến trực tiếp")
    await town.officer.hears("không được lưu", "gõ /counter", "bấm kiến nghị đến bằng cách nào")


@pytest.mark.parametrize("typed", ["không có", "Không biết", "dạ không có số điện thoại", "không ạ", "none"])
async def test_whoever_says_that_nobody_can_be_told_takes_the_number_away(town: Town, typed: str) -> None:
    officer = await at_name(town)
    await officer.presses("Không nêu tên")
    await officer.hears("Bước 5/5")
    await officer.says(PHONE)
    await officer.hears("xem lại trước khi gửi", PHONE)
    await officer.presses("Sửa cách liên hệ")
    await officer.hears("Báo cho người gửi bằng cách nào", PHONE)
    await officer.says(typed)
    await officer.hears("xem lại trước khi gửi", "không để lại cách liên hệ", without=PHONE)


@pytest.mark.parametrize("typed", ["tiếp tục", "bỏ qua"])
async def test_whoever_only_goes_on_leaves_the_number_that_stood(town: Town, typed: str) -> None:
    officer = await at_name(town)
    await officer.presses("Không nêu tên")
    await officer.hears("Bước 5/5")
    await officer.says(PHONE)
    await officer.hears("xem lại trước khi gửi", PHONE)
    await officer.presses("Sửa cách liên hệ")
    await officer.hears("Báo cho người gửi bằng cách nào", PHONE)
    await officer.says(typed)
    await officer.hears("xem lại trước khi gửi", PHONE)


async def test_the_code_of_a_petition_is_no_place_and_no_name(town: Town) -> None:
    officer = town.officer
    await begins(officer)
    await officer.says(WORDS)
    await officer.hears("Bước 2/5")
    await officer.presses("Không có ảnh")
    await officer.hears("Bước 3/5")
    await officer.says("DN-ABCD-EFGH")
    await officer.hears("Xin viết địa chỉ bằng chữ")
    await officer.presses("Bỏ qua địa điểm")
    await officer.hears("Bước 4/5")
    await officer.presses("Cơ quan giải quyết được biết tên")
    await officer.hears("họ và tên của người gửi")
    await officer.says("DN-ABCD-EFGH")
    await officer.hears("Xin viết họ và tên bằng chữ")
