"""The edit of a message that went into a petition: a version beside what was sent, never in its place."""

import pytest

from tests.courses import (
    ACCUSATION,
    ANSWER,
    DANGER,
    WORDS,
    opened,
    plain,
    reach,
    referred,
    signed,
    words_of,
    writing,
)
from tests.town import Person, Town

CHANGED = "Đèn đường ngõ 20 hỏng ba tuần, hai người đã ngã."


async def said_first(person: Person) -> int:
    """Return the message with the petition's words."""
    return next(int(one["message_id"]) for one in await person.messages() if one.get("text") == WORDS)


async def acts(town: Town) -> list[str]:
    """Return what happened to all petitions, oldest first."""
    return [row.act for row in await town.query("SELECT act FROM entries WHERE act <> 'keep' ORDER BY id")]


async def test_an_edit_of_a_sent_petition_is_kept_as_a_version_that_its_readers_see(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    resident = town.resident
    await resident.edits(await said_first(resident), CHANGED)
    await resident.hears("vừa sửa vào kiến nghị", code)
    await body.hears("sửa tin nhắn của kiến nghị", CHANGED)
    officer = await opened(town, code)
    card = officer.last["text"]
    assert WORDS in card
    assert f"Người dân sửa tin nhắn đã gửi\n{CHANGED}" in card
    await resident.says(f"/status {code}")
    assert "Ông/bà sửa tin nhắn đã gửi" in await resident.hears("Gửi lúc", CHANGED)


async def test_an_edit_that_changes_nothing_adds_nothing_and_one_of_what_was_added_finds_its_petition(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.catches_up()
    await resident.edits(await said_first(resident), WORDS[:-1])
    assert not await resident.is_told(), "less of the same is nothing new"
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    added = await resident.says("Số nhà là 15.")
    await resident.hears("Đã nhận")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await resident.edits(added, "Số nhà là 51.")
    await resident.hears("vừa sửa vào kiến nghị", code)
    assert await acts(town) == ["file", "supply", "supply"]


async def test_an_edit_of_the_name_is_not_made_a_part_of_the_petition(town: Town) -> None:
    resident = await reach(town, "preview")
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")
    name = next(int(one["message_id"]) for one in await resident.messages() if one.get("text") == "Cư dân một")
    await resident.catches_up()
    await resident.edits(name, "Cư dân Bí Mật")
    assert not await resident.is_told()
    assert await acts(town) == ["file", "identify"]


async def test_an_accusation_edited_into_a_sent_petition_is_kept_nowhere_and_shown_the_doors(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.edits(await said_first(resident), ACCUSATION)
    await resident.hears("dấu hiệu tố cáo")
    assert await acts(town) == ["file"]
    assert [row.gate for row in await town.query("SELECT gate FROM turned_away")] == ["denunciation"]
    assert await town.query("SELECT 1 FROM drafts"), "what is being written now is another matter"
    assert code


async def test_danger_edited_into_a_sent_petition_gets_the_numbers_and_is_kept(town: Town) -> None:
    await town.files(WORDS)
    resident = town.resident
    await resident.edits(await said_first(resident), DANGER)
    told = await resident.is_told()
    assert "114" in told
    assert "vừa sửa vào kiến nghị" in told


@pytest.mark.parametrize("end", ["closed", "erased"])
async def test_an_edit_after_the_end_is_not_taken_and_says_so(town: Town, end: str) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    first = await said_first(resident)
    if end == "closed":
        await signed(town, code)
        await resident.presses("Đã giải quyết xong")
    else:
        await resident.presses_data(1, f"withdrawn:{plain(code)}")
        await resident.presses_data(1, f"erased:{plain(code)}")
    await resident.is_told()
    await resident.edits(first, CHANGED)
    told = await resident.is_told()
    assert ("đã kết thúc nên" in told) is (end == "closed")
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'supply'")
    assert bool(await town.query("SELECT 1 FROM sources")) is (end == "closed")


async def test_an_edit_of_what_is_being_written_takes_the_place_of_what_it_was(town: Town) -> None:
    resident = await reach(town, "words")
    first = await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    await resident.says("Số nhà là 15.")
    await resident.hears("Đã nối")
    await resident.edits(first, CHANGED)
    await resident.hears("Đã thay", "Bước 2/4")
    assert await words_of(town, resident) == [CHANGED, "Số nhà là 15."]
    for button in ("Không có ảnh", "Bỏ qua địa điểm", "Không nêu tên"):
        await resident.presses(button)
    await resident.hears("xem lại trước khi gửi", CHANGED)
    await resident.edits(first, WORDS)
    told = await resident.hears("Đã thay", "xem lại trước khi gửi", WORDS)
    assert CHANGED not in told
    await resident.edits(first, "😀")
    await resident.hears("chưa có chữ")
    await resident.edits(first, DANGER)
    await resident.hears("xin gọi ngay", "114")
    await resident.presses("Không nguy hiểm")
    await resident.hears("Bước 2/4")
    assert await words_of(town, resident) == ["Số nhà là 15.", DANGER]


async def test_an_accusation_edited_into_what_is_being_written_ends_it(town: Town) -> None:
    resident = await reach(town, "words")
    first = await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    await resident.edits(first, ACCUSATION)
    await resident.hears("dấu hiệu tố cáo")
    assert not await town.query("SELECT 1 FROM drafts")


async def test_an_edit_of_an_addition_that_is_not_sent_yet_changes_it(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    added = await resident.says("Số nhà là 15.")
    await resident.hears("Đã nhận")
    await resident.edits(added, "Số nhà là 51.")
    await resident.hears("Đã thay")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await resident.says(f"/status {code}")
    told = await resident.hears("Gửi lúc", "Số nhà là 51.")
    assert "Số nhà là 15." not in told


async def test_whoever_has_code_and_secret_reads_no_word_of_an_edited_message(town: Town) -> None:
    code = await town.files(WORDS)
    secret = town.resident.last["text"].split("Mã bí mật: ")[1].split()[0]
    await town.resident.edits(await said_first(town.resident), CHANGED)
    await town.resident.hears("vừa sửa vào kiến nghị", code)
    stranger = await town.agrees("resident_2")
    await stranger.says(f"/status {code} {secret}")
    assert CHANGED not in await stranger.hears("Người gửi nộp kiến nghị", "Người gửi sửa tin nhắn đã gửi")
    await stranger.says("/privacy")
    await stranger.hears("không có nội dung ban đầu, lời sửa tin nhắn, tệp và tên")


async def test_an_officer_who_edits_words_that_are_sent_is_told_that_nothing_changes(town: Town) -> None:
    officer = await opened(town, await town.files(WORDS))
    await officer.presses("Hỏi người dân")
    await officer.hears("Xin viết")
    asked = await officer.says("Tổ nào sửa?")
    await officer.hears("Đã ghi nhận câu hỏi")
    await officer.edits(asked, "Tổ nào sửa đèn?")
    await officer.hears("Nội dung đã gửi không đổi", "Hoàn tác")


async def test_an_edit_of_an_answer_that_a_body_is_writing_changes_it_and_once_sent_says_that_it_stays(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    said = await body.says(f"{ANSWER} Xong trước 10/12/2026.", reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung", "10/12/2026")
    await body.edits(said, f"{ANSWER} Xong trước 15/12/2026.")
    await body.hears("Người dân sẽ đọc", "15/12/2026", without="10/12/2026")
    await body.edits(said, "😀")
    await body.hears("chưa có chữ")
    await body.presses("✅ Gửi: đã giải quyết")
    await town.senior.hears("Chờ duyệt", code, "15/12/2026")
    await body.hears("để duyệt", code)
    await body.edits(said, ANSWER)
    await body.hears("không thay được nội dung đã gửi", code)
    [row] = await town.query("SELECT count(*) AS n FROM entries WHERE act = 'answer'")
    assert row.n == 1
    talk = await body.says("Mai họp lúc 9 giờ.")
    await body.edits(talk, "Mai họp lúc 10 giờ.")
    assert not await body.is_told(), "what officers write to one another is theirs"
