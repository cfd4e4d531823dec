"""Finding petitions by words: typed with or without diacritics, all of them, never kept as words."""

from tests.conftest import Databases
from tests.courses import WORDS, opened, plain, referred
from tests.handlers.test_queues import filed
from tests.town import Town
from tests.traces import dump, traces

FLOODED = "Ngõ 88 đường Khuất Ngập nặng sau mưa, nước tràn vào nhà."
DARK = "Đèn đường Khuất tối om, không ai sửa."


async def test_petitions_are_found_by_all_words_typed_in_any_way_and_by_their_code(town: Town) -> None:
    flooded, dark = await filed(town, FLOODED, DARK)
    officer = town.officer
    for typed in ("ngập nặng", "NGAP NANG khuat", "nước 88"):
        await officer.says(f"/find {typed}")
        found = await officer.hears(f"các chữ “{typed}”")
        assert flooded in found
        assert dark not in found
    await officer.says("/find đường khuất")
    found = await officer.hears("mới nhất xếp trước")
    assert 0 < found.index(dark) < found.index(flooded)
    await officer.presses(flooded)
    await officer.hears(flooded, "Loại:")
    await officer.says(f"/find {dark.lower()}")
    await officer.hears(dark, "Loại:")
    wrong = dark[:-1] + ("2" if dark[-1] != "2" else "3")
    await officer.says(f"/find {wrong.lower()}")
    await officer.hears("không phải mã kiến nghị")
    await officer.says("/find ngập tối")
    await officer.hears("Không có kiến nghị nào có đủ")


async def test_what_a_resident_adds_is_found_too_and_residents_find_nothing(town: Town) -> None:
    code = await town.files(DARK)
    officer = await opened(town, code)
    await officer.presses("Ghi chú")
    await officer.hears("ghi chú nội bộ")
    await officer.says("Cột đèn số mười bảy.")
    await officer.hears("Đã ghi chú", code)
    await officer.says("/find cot bay")
    await officer.hears("các chữ “cot bay”", code)
    for typed in ("/find", "/find 🙂", "/find một hai ba bốn năm sáu bảy tám chín mười trăm"):
        await officer.says(typed)
        await officer.hears("từ 1 đến 10 chữ")
    await town.resident.says("/find đèn")
    await town.resident.hears("không có quyền")
    assert len(await town.query("SELECT 1 FROM access_records WHERE what = 'find'")) == 1


async def test_what_has_ended_is_found_without_a_day_that_it_is_due(town: Town) -> None:
    code = await town.files(DARK)
    await town.officer.says("/find khuất")
    assert "Hạn: " in await town.officer.hears("mới nhất xếp trước", code)
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await town.resident.hears("Đã rút", code)
    await town.officer.says("/find khuất")
    assert "Hạn" not in await town.officer.hears("mới nhất xếp trước", code)


async def test_what_is_erased_is_found_no_more_and_no_word_stands_anywhere(
    town: Town, databases: Databases
) -> None:
    code = await town.files(FLOODED)
    assert await town.query("SELECT 1 FROM word_keys")
    assert traces(["Khuất", "khuat", "ngap", "Ngập"], dump(databases.admin(town.database))) == []
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await town.resident.hears("Đã rút", code)
    await town.resident.presses_data(1, f"erased:{plain(code)}")
    await town.resident.hears("Đã xóa nội dung", code)
    assert await town.query("SELECT 1 FROM word_keys") == []


async def test_card_and_lists_tell_what_a_body_has_accepted_from_what_was_only_referred(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    await tells(town, code, "đã chuyển cơ quan")
    await town.body.presses("Tiếp nhận")
    await town.body.hears(code, "Hạn giải quyết")
    await tells(town, code, "cơ quan đang giải quyết")


async def tells(town: Town, code: str, status: str) -> None:
    """Look whether the card, the list of the body and what is found by its words say this status."""
    for asked in (f"/find {code}", "/find đèn đường"):
        await town.officer.says(asked)
        await town.officer.hears(code, status)
    [lead] = await town.query("SELECT body FROM referrals")
    await town.officer.presses_data(1, f"queue:body:{lead.body}:-")
    await town.officer.hears(code, status)
