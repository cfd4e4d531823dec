"""A name that the body is not to know: whoever writes it into the words, which the body reads, is told so."""

import pytest

from tests.courses import WORDS, adding, leaves_the_rest, plain
from tests.town import PNG, Person, Town, code_in

NAME = "Cư dân Một"
IN_WORDS = "Tên này có trong nội dung"
IN_FILES = "Cơ quan giải quyết cũng xem được ảnh"


async def at_name(town: Town, words: str, *files: bytes) -> Person:
    """Let an officer take a petition down at the counter, up to the name."""
    officer = town.officer
    await officer.says("/counter")
    await officer.hears("đến bằng cách nào")
    await officer.presses("Đơn, thư")
    await officer.hears("Bước 1/5", "không ghi tên người gửi ở đây")
    await (officer.sends(*files, caption=words) if files else officer.says(words))
    await officer.hears("Bước 2/5")
    await officer.presses("Tiếp tục" if files else "Không có ảnh")
    await officer.hears("Bước 3/5")
    await officer.presses("Bỏ qua địa điểm")
    await officer.hears("Bước 4/5")
    return officer


async def previewed(officer: Person, who: str) -> str:
    """Give the name, to be known by some; return what is to be looked through."""
    await officer.presses(who)
    await officer.hears("họ và tên của người gửi")
    await officer.says(NAME)
    await officer.hears("Bước 5/5")
    await officer.presses("Không có cách liên hệ")
    return await officer.hears("xem lại trước khi gửi", NAME)


@pytest.mark.parametrize("said", [f"Bà {NAME} gửi thư: ", "ba cu dan mot gui thu: ", "Bà Một báo: "])
async def test_at_the_counter_a_hidden_name_in_the_words_is_pointed_out_and_so_are_files(
    town: Town, said: str
) -> None:
    told = await previewed(await at_name(town, said + WORDS, PNG), "Chỉ Văn phòng Mặt trận biết tên")
    assert IN_WORDS in told
    assert IN_FILES in told


async def test_a_name_that_the_body_may_know_is_not_pointed_out(town: Town) -> None:
    told = await previewed(
        await at_name(town, f"Bà {NAME} gửi thư: {WORDS}", PNG), "Cơ quan giải quyết được biết tên"
    )
    assert IN_WORDS not in told
    assert IN_FILES not in told


async def test_a_name_that_the_words_do_not_have_is_not_pointed_out(town: Town) -> None:
    told = await previewed(await at_name(town, WORDS), "Chỉ Văn phòng Mặt trận biết tên")
    assert IN_WORDS not in told
    assert IN_FILES not in told


async def test_what_is_added_at_the_counter_with_the_hidden_name_is_pointed_out_before_it_goes(town: Town) -> None:
    officer = await at_name(town, WORDS)
    await previewed(officer, "Chỉ Văn phòng Mặt trận biết tên")
    await officer.presses("✅ Gửi")
    code = code_in(await officer.hears("Giấy biên nhận DN-"))
    await officer.presses_data(1, f"supply:{plain(code)}")
    await officer.hears("viết thêm")
    await officer.says("Bà Một báo thêm: tối qua đèn lại tắt.")
    await officer.hears("Đã nhận", "Lời vừa viết có tên người gửi")


async def test_a_resident_who_hides_the_name_and_signs_the_words_is_told_too(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says(f"{WORDS} Tôi là {NAME}.")
    await resident.hears("Bước 2/4")
    await leaves_the_rest(resident)
    await resident.hears("xem lại trước khi gửi", without=IN_WORDS)
    await resident.presses("Nêu tên")
    await resident.hears("Bước 4/4")
    await resident.presses("Chỉ Văn phòng Mặt trận")
    await resident.hears("họ và tên")
    await resident.says(NAME)
    told = await resident.hears("xem lại trước khi gửi", IN_WORDS)
    assert IN_FILES not in told
    await resident.presses("✅ Gửi")
    code = code_in(await resident.hears("Giấy biên nhận"))
    await adding(town, code, f"{NAME} đây ạ, đèn lại tắt.")
    assert "Lời vừa viết có tên người gửi" in resident.last["text"]
