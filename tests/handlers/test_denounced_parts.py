"""What is recognised as a denunciation takes along what it was split from; what keeps its words is named."""

from tests.courses import opened, plain
from tests.handlers.test_counter_later import shown
from tests.handlers.test_emptied_messages import said_to
from tests.handlers.test_neighbours import faults
from tests.town import Person, Town

PAVEMENT = "Vỉa hè trước số nhà 8 ngõ 20 Xuân Thủy bị chiếm hết lối đi, xin dọn."
FUND = "Tiền đóng góp ở tổ 9 thu rồi không thấy công khai, bà con hỏi mãi chưa ai nói."
LAMP = "Đèn đường đầu ngõ 20 tắt ba hôm nay."
WHOLE = f"{PAVEMENT} Ngoài ra, {FUND}"


async def split(town: Town, code: str, *parts: str) -> list[str]:
    """Let the officer set matters apart in words of their own; return the codes of all petitions, oldest first."""
    officer = await opened(town, code)
    await officer.presses("Tách")
    await officer.presses("Tự viết từng việc")
    await officer.hears("mỗi việc một đoạn")
    await officer.says("\n\n".join(parts))
    await officer.hears(f"Tách {code}")
    await officer.presses("✅ Gửi")
    await officer.hears("Đã tách", code)
    return [shown(row.code) for row in await town.query("SELECT code FROM petitions ORDER BY id")]


async def recognises(town: Town, code: str) -> str:
    """Let the officer recognise a denunciation; return what they are asked before."""
    officer = await opened(town, code)
    await officer.presses("Đây là tố cáo")
    asked = await officer.hears(code, "là tố cáo?")
    await officer.presses("Xóa nội dung")
    return asked


async def found(officer: Person, words: str) -> str:
    """Return what the officer finds by words."""
    await officer.says(f"/find {words}")
    return await officer.hears()


async def test_a_part_that_is_a_denunciation_takes_the_words_of_the_whole_along(town: Town) -> None:
    whole = await town.files(WHOLE)
    _whole, pavement, fund = await split(town, whole, PAVEMENT, FUND)
    asked = await recognises(town, fund)
    assert f"được tách từ {whole}" in asked
    assert pavement in asked
    told = await town.resident.hears(f"Kiến nghị {fund} có nội dung tố cáo", "nội dung", whole, pavement)
    assert "toàn bộ nội dung đã được xóa khỏi hệ thống" not in told
    officer = town.officer
    done = await officer.hears("Đã xóa nội dung", fund, whole, pavement)
    assert pavement in " ".join(await officer.buttons()), done
    said = "SELECT DISTINCT code FROM petitions p JOIN contents c ON c.petition_id = p.id"
    for kept in (said, "SELECT code FROM petitions WHERE key_wrapped IS NOT NULL"):
        assert [row.code for row in await town.query(kept)] == [plain(pavement)]
    assert whole not in await found(officer, "công khai")
    await officer.presses_data(1, f"open:{plain(whole)}")
    await officer.hears(whole, "Nội dung đã được xóa")
    assert FUND not in await said_to(officer, town.senior)
    await town.resident.says(f"/status {whole}")
    timeline = await town.resident.hears(whole, "Xóa nội dung")
    assert FUND not in timeline
    assert await faults(town) == ()


async def test_the_parts_of_a_part_lead_up_to_the_first_petition_and_what_stays_is_named(town: Town) -> None:
    whole = await town.files(f"{WHOLE} {LAMP}")
    _whole, pavement, rest = await split(town, whole, PAVEMENT, f"{FUND} {LAMP}")
    *_others, fund, lamp = await split(town, rest, FUND, LAMP)
    asked = await recognises(town, fund)
    assert all(code in asked for code in (whole, rest, pavement, lamp))
    await town.resident.hears(f"Kiến nghị {fund} có nội dung tố cáo", rest, whole, pavement, lamp)
    kept = await town.query("SELECT code FROM petitions WHERE key_wrapped IS NOT NULL ORDER BY id")
    assert [row.code for row in kept] == [plain(pavement), plain(lamp)]
    assert FUND not in await said_to(town.officer, town.senior)


async def test_a_whole_that_is_a_denunciation_leaves_its_parts_and_both_sides_are_told_so(town: Town) -> None:
    whole = await town.files(WHOLE)
    _whole, pavement, fund = await split(town, whole, PAVEMENT, FUND)
    asked = await recognises(town, whole)
    assert pavement in asked
    assert fund in asked
    await town.resident.hears(f"Kiến nghị {whole} có nội dung tố cáo", pavement, fund)
    await town.officer.hears("Đã xóa nội dung", whole, pavement, fund)
    keys = await town.query("SELECT code FROM petitions WHERE key_wrapped IS NOT NULL ORDER BY id")
    assert [row.code for row in keys] == [plain(pavement), plain(fund)]


async def test_what_a_neighbour_had_merged_into_a_denunciation_is_named_to_the_office_alone(town: Town) -> None:
    first, second = await town.files(FUND), await town.files(f"{FUND} Xin trả lời.", "resident_2")
    officer = await opened(town, second)
    await officer.presses("Gộp")
    await officer.presses(f"Gộp vào {first}")
    await officer.hears(first, FUND)
    await officer.presses(f"Gộp vào {first}")
    await officer.hears("Đã gộp", second)
    assert second in await recognises(town, first)
    told = await town.resident.hears(f"Kiến nghị {first} có nội dung tố cáo")
    assert second not in told
    await officer.hears("Đã xóa nội dung", first, second)


async def test_what_splitting_and_merging_show_is_emptied_when_the_petition_is_erased(town: Town) -> None:
    code, other = await town.files(WHOLE), await town.files(LAMP, "resident_2")
    officer = await opened(town, code)
    await officer.presses("Tách")
    await officer.hears("Việc 1", FUND)
    await opened(town, code)
    await officer.presses("Tách")
    await officer.presses("Tự viết từng việc")
    await officer.hears("mỗi việc một đoạn")
    await officer.says(f"{PAVEMENT}\n\n{FUND}")
    await officer.hears(f"Tách {code}", FUND)
    await opened(town, code)
    [row] = await town.query("SELECT entries FROM petitions WHERE code = :code", code=plain(code))
    await officer.presses_data(officer.last["message_id"], f"mergewith:{plain(code)}:{row.entries}:{plain(other)}")
    await officer.hears(other, LAMP)
    for one in (code, other):
        await recognises(town, one)
        await officer.hears("Đã xóa nội dung", one)
    told = await said_to(officer)
    assert [words for words in (FUND, LAMP) if words in told] == []


async def test_who_erases_a_whole_or_a_part_reads_which_of_their_petitions_keep_their_words(town: Town) -> None:
    whole = await town.files(WHOLE)
    _whole, pavement, fund = await split(town, whole, PAVEMENT, FUND)
    resident = town.resident
    await resident.presses_data(1, f"erase:{plain(whole)}")
    await resident.hears(f"Xóa nội dung kiến nghị {whole}?", "vẫn giữ nội dung", pavement, fund)
    await resident.presses("Chắc chắn xóa")
    await resident.hears(f"Đã xóa nội dung kiến nghị {whole}", "vẫn giữ nội dung", pavement, fund)
    await resident.presses_data(1, f"withdrawn:{plain(fund)}")
    await resident.hears("Đã rút kiến nghị", fund)
    await resident.presses_data(1, f"erase:{plain(fund)}")
    assert whole not in await resident.hears(f"Xóa nội dung kiến nghị {fund}?", "vẫn giữ nội dung", pavement)
