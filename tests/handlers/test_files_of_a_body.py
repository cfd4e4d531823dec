"""A body can open every file that its card counts, wherever the petition stands."""

import re

import pytest

from tests.courses import ANSWER, WORDS, accepted, plain, reported_above, takes
from tests.handlers.test_answering_again import sent_back
from tests.handlers.test_body_card import sent_files
from tests.handlers.test_following_up import REPORT, followed, report
from tests.town import PNG, Person, Town, text_of


async def answers(body: Person, photos: int, button: str = "✍️ Trả lời", words: str = ANSWER) -> None:
    """Let the body answer, with photos."""
    await body.presses(button)
    await body.hears("Gửi kèm ảnh hoặc tài liệu")
    asked = body.last["message_id"]
    await body.says(words, reply_to=asked)
    await body.hears("Người dân sẽ đọc")
    if photos:
        await body.sends(*[PNG] * photos, reply_to=str(asked))
        await body.hears("Đã nhận", f"{photos} tệp")
    await body.presses("✅ Gửi")


async def disputed(town: Town, code: str) -> Person:
    """Let the answer be signed off and the resident not accept it; return the body's officer with the card."""
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    await town.resident.presses("Chưa giải quyết")
    await town.body.hears("chưa giải quyết xong", code)
    return town.body


async def opens(body: Person, code: str, *before: str) -> tuple[str, int]:
    """Press the buttons one by one from the card on, the files last; return the card, and how many files came."""
    await body.presses_data(1, f"task:{plain(code)}")
    card = await body.hears(code, "Nội dung")
    for button in before:
        await body.presses(button)
        card = await body.hears(code, "Nội dung")
    had = await sent_files(body)
    await body.presses("Xem tệp")
    await body.hears("📎 Kiến nghị", code)
    return card, await sent_files(body) - had


@pytest.mark.parametrize("again", [0, 1])
async def test_after_not_solved_the_files_that_went_along_are_opened_from_the_card_and_all_from_the_whole_one(
    town: Town, again: int
) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await answers(body, 2)
    await town.senior.hears("Chờ duyệt", code)
    await sent_back(town, code)
    await answers(body, again)
    await town.senior.hears("Chờ duyệt", code)
    await disputed(town, code)
    _card, came = await opens(body, code)
    assert came == (again or 2)
    card, came = await opens(body, code, "Đọc đầy đủ")
    assert came == 2 + again == counted(card)


def counted(card: str) -> int:
    """Add up the files that a card counts."""
    return sum(int(count) for count in re.findall(r"📎 (\d+) tệp", card))


async def test_files_of_a_part_are_opened_after_not_solved_too(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await answers(body, 1, "Trả lời một phần", "Sáng 19/11/2026, phường đã kiểm tra cột đèn.")
    await body.hears("Đã lưu một phần")
    await body.presses("Về phiếu")
    await body.hears(code, "Nội dung")
    await answers(body, 0)
    await town.senior.hears("Chờ duyệt", code)
    await disputed(town, code)
    _card, came = await opens(body, code)
    assert came == 1
    card, came = await opens(body, code, "Đọc đầy đủ")
    assert came == counted(card) == 1


async def test_who_reads_for_the_office_and_a_body_opens_every_file_that_the_card_of_the_office_counts(
    town: Town,
) -> None:
    officer = await takes(town, town.officer, "body_officer ward_economy_infrastructure")
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await answers(body, 2)
    await town.senior.hears("Chờ duyệt", code)
    await sent_back(town, code)
    await answers(body, 1)
    await town.senior.hears("Chờ duyệt", code)
    await officer.presses_data(1, f"card:{plain(code)}")
    card = await officer.hears(code, "Loại:")
    had = await sent_files(officer)
    await officer.presses("Xem tệp")
    await officer.hears("📎 Kiến nghị", code)
    assert await sent_files(officer) - had == counted(card) == 3


async def test_files_of_a_report_that_another_replaced_are_opened_from_the_whole_card(town: Town) -> None:
    code, body = await followed(town)
    await report(town, code, REPORT, PNG)
    await town.senior.hears("Cơ quan báo đã thực hiện", code)
    await town.senior.presses("Chưa xong, hẹn lại")
    await town.senior.hears("đến bao giờ")
    await town.senior.says("30 ngày, còn thiếu chụp đèn")
    await body.hears("Chưa được xác nhận", code)
    await report(town, code, REPORT, PNG)
    await town.senior.hears("Cơ quan báo đã thực hiện", code)
    card, came = await opens(body, code)
    assert came == counted(card) == 1
    assert "Không gửi 1 tệp của các bước đã qua" in text_of(body.last)
    card, came = await opens(body, code, "Đọc đầy đủ")
    assert came == counted(card) == 2


async def test_the_files_that_a_dossier_counts_come_with_it(town: Town) -> None:
    code = await town.files(WORDS)
    await answers(await accepted(town, code), 2)
    await town.senior.hears("Chờ duyệt", code)
    await disputed(town, code)
    had = await sent_files(town.senior)
    await reported_above(town, code)
    assert counted(text_of(town.senior.last)) == 2
    assert await sent_files(town.senior) == had + 2
