"""What residents and followers read of where a petition stands: each end by its name and to each reader."""

from datetime import timedelta

import pytest

from tests.courses import ANSWER, WORDS, accepted, answered, given, opened, plain, referred, signed
from tests.town import PNG, Person, Town


async def standing(person: Person, code: str) -> str:
    """Return what the list of one's petitions and the timeline say."""
    await person.says("/status")
    listed = await person.is_told()
    await person.says(f"/status {code}")
    return listed + await person.is_told()


async def test_the_author_reads_how_many_files_came_with_what_was_added(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"supply:{plain(code)}")
    await resident.hears("viết thêm")
    await resident.sends(PNG, PNG)
    await resident.hears("tất cả 2 tệp")
    await resident.says("Số nhà là 15.")
    await resident.hears("tất cả 2 tệp")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    await resident.says(f"/status {code}")
    await resident.hears("Ông/bà bổ sung\nSố nhà là 15.\n📎 2 tệp")


async def test_author_and_office_read_until_when_the_author_may_answer_and_judge(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Hỏi người dân")
    await officer.hears("hỏi")
    await officer.says("Cụ thể ở số nhà nào?")
    await officer.hears("Đã ghi nhận câu hỏi")
    assert "Hạn trả lời câu hỏi: 30/11/2026" in await standing(town.resident, code)
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Hạn trả lời câu hỏi: 30/11/2026")
    await officer.presses("Xác nhận và chuyển")
    await officer.hears("Đã chuyển", code)
    await town.body.hears(code)
    await town.body.presses("Tiếp nhận")
    await town.body.hears(code, "Hạn giải quyết")
    await (await given(town, code)).presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    told = await standing(town.resident, code)
    assert "Hạn cho ý kiến: 30/11/2026" in told
    assert "Hạn trả lời câu hỏi" not in told
    await officer.presses_data(1, f"card:{plain(code)}")
    await officer.hears(code, "Hạn cho ý kiến: 30/11/2026")


async def test_the_author_reads_that_the_limit_is_past_as_long_as_the_body_has_not_answered(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    limit, past = "Hạn giải quyết: 14/12/2026", " – đã quá hạn, chưa có trả lời"
    assert "quá hạn" not in await standing(town.resident, code)
    town.clock.move(timedelta(days=25))
    assert limit + past in await standing(town.resident, code)
    await body.presses_data(1, f"task:{plain(code)}")
    await body.hears(code, limit, without="đã quá hạn")
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    await body.says(ANSWER, reply_to=body.last["message_id"])
    await body.hears("Đã nhận nội dung")
    await body.presses("Gửi: đã giải quyết")
    await town.senior.hears("Chờ duyệt", code)
    told = await standing(town.resident, code)
    assert limit in told
    assert "quá hạn" not in told


async def test_a_limit_that_runs_out_while_the_author_is_asked_is_not_held_against_the_body(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await body.presses("Hỏi người dân")
    await body.hears("hỏi", code)
    await body.says("Cụ thể ở số nhà nào?", reply_to=body.last["message_id"])
    await town.resident.hears("Cụ thể ở số nhà nào?")
    town.clock.move(timedelta(days=25))
    told = await standing(town.resident, code)
    assert "Hạn giải quyết: 14/12/2026" in told
    assert "quá hạn" not in told


async def test_a_withdrawn_petition_says_so_to_its_author_and_to_whoever_follows_it(town: Town) -> None:
    code = await town.files(WORDS)
    secret = town.resident.last["text"].split("Mã bí mật: ")[1].split()[0]
    await town.resident.presses_data(1, f"withdrawn:{plain(code)}")
    await town.settles()
    assert (await standing(town.resident, code)).count("Kết thúc – ông/bà đã rút") == 2
    follower = await town.agrees("resident_2")
    await follower.says(f"/status {code} {secret}")
    followed = await follower.is_told()
    assert "Kết thúc – người gửi đã rút" in followed
    assert "Người gửi rút kiến nghị" in followed
    assert "ông/bà" not in followed.lower()


@pytest.mark.parametrize(
    ("button", "words", "end"),
    [
        ("Hướng dẫn nơi khác", "Xin đến Điểm phục vụ hành chính công.", "đã hướng dẫn tới nơi khác"),
        ("Từ chối", "Không rõ nội dung.", "không xử lý tiếp, đã nêu lý do"),
    ],
)
async def test_guidance_and_refusal_are_different_ends(town: Town, button: str, words: str, end: str) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses(button)
    await officer.is_told()
    await officer.says(words)
    await officer.hears("Người dân sẽ đọc", words)
    await officer.presses("✅ Gửi")
    await officer.hears("✅", code)
    assert (await standing(town.resident, code)).count(f"Kết thúc – {end}") == 2


async def test_a_petition_recognised_as_a_denunciation_says_where_its_author_was_guided(town: Town) -> None:
    code = await town.files(WORDS)
    officer = await opened(town, code)
    await officer.presses("Đây là tố cáo")
    await officer.is_told()
    await officer.presses("Xóa nội dung")
    await officer.hears("Đã xóa nội dung", code)
    assert (await standing(town.resident, code)).count("Kết thúc – đã hướng dẫn nộp đơn tố cáo") == 2
    await officer.presses("Mở phiếu")
    await officer.hears(code, "Loại: Tố cáo", "Nội dung đã được xóa")
    assert await officer.buttons() == ["Danh sách chờ"], "it is recognised already"


async def test_an_answered_petition_that_its_author_is_content_with_ends_as_answered(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Đã giải quyết xong")
    await resident.hears("đã kết thúc", code)
    assert (await standing(resident, code)).count("Kết thúc – đã có trả lời") == 2


async def test_the_list_says_with_the_timeline_that_a_body_is_at_work(town: Town) -> None:
    code = await town.files(WORDS)
    assert "Chiếu sáng · Văn phòng Mặt trận" in await standing(town.resident, code)
    body = await referred(town, code)
    assert (await standing(town.resident, code)).count("Đã chuyển tới cơ quan có thẩm quyền") == 2
    await body.presses("Tiếp nhận")
    await town.settles()
    told = await standing(town.resident, code)
    assert told.count("Đang giải quyết") == 2
    await town.resident.says("/status")
    await town.resident.hears("Kiến nghị của ông/bà", code)
    assert await town.resident.buttons() == [f"{code} · Chiếu sáng"]


async def test_two_petitions_alike_are_told_apart_in_the_list_by_their_first_words_until_these_are_erased(
    town: Town,
) -> None:
    other = "Đèn đường ngõ 68 Trung Kính hỏng từ đầu tháng, tối rất khó đi lại, trẻ con đi học về hay bị ngã."
    first, second = await town.files(WORDS), await town.files(other)
    resident = town.resident
    await resident.says("/status")
    listed = (await resident.hears("Kiến nghị của ông/bà")).split("\n\n")
    assert [row.splitlines()[1:] for row in listed[1:3]] == [
        ["Chiếu sáng, gửi 20/11/2026", "“Đèn đường ngõ 68 Trung Kính hỏng từ đầu tháng, tối rất khó …”"],
        ["Chiếu sáng, gửi 20/11/2026", f"“{WORDS}”"],
    ]
    await resident.presses_data(1, f"withdrawn:{plain(second)}")
    await resident.presses_data(1, f"erased:{plain(second)}")
    await resident.hears("Đã xóa nội dung", second)
    await resident.says("/status")
    told = await resident.hears("Kiến nghị của ông/bà", first, second)
    assert "Trung Kính" not in told
    assert WORDS in told


CHECKING = "Cơ quan giải quyết đã trả lời, Văn phòng Mặt trận đang kiểm tra"


async def test_while_the_office_checks_an_answer_its_author_reads_so_and_no_word_of_it(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    told = await standing(town.resident, code)
    assert told.count(CHECKING) == 2
    assert "Cơ quan giải quyết đã trả lời; Văn phòng Mặt trận kiểm tra" in told
    assert ANSWER not in told
    await senior.presses("↩️ Trả lại cơ quan")
    await senior.hears("Xin viết", code)
    await senior.says("Xin nêu rõ số cột đèn đã thay bóng.")
    assert code in await senior.is_told()
    told = await standing(town.resident, code)
    assert "yêu cầu cơ quan giải quyết làm rõ thêm" in told
    assert "đang kiểm tra" not in told
    assert "số cột đèn" not in told


async def test_a_petition_withdrawn_after_it_was_reopened_is_to_be_settled_by_no_day(town: Town) -> None:
    code = await town.files(WORDS)
    resident = await signed(town, code)
    await resident.presses("Chưa giải quyết")
    await resident.hears("02 tháng 12")
    assert "Hạn giải quyết: 02/12/2026" in await standing(resident, code)
    await resident.presses_data(1, f"withdrawn:{plain(code)}")
    await town.settles()
    told = await standing(resident, code)
    assert "ông/bà đã rút" in told
    assert "Hạn giải quyết" not in told


async def test_what_a_body_gave_back_is_said_to_be_with_the_office_again(town: Town) -> None:
    code = await town.files(WORDS)
    body = await accepted(town, code)
    await body.presses("Chuyển trả Văn phòng Mặt trận")
    await body.hears("vì sao chuyển trả")
    await body.says("Không thuộc thẩm quyền của phòng.", reply_to=body.last["message_id"])
    await town.resident.hears("cơ quan được giao đã trả lại", code)
    told = await standing(town.resident, code)
    assert "Cơ quan được giao trả lại Văn phòng Mặt trận" in told
    assert "Không thuộc thẩm quyền" not in told, "the reason is the office's"
    assert "· Văn phòng Mặt trận\n" in told
    assert told.index("Tiếp nhận giải quyết") < told.index("Cơ quan được giao trả lại")


async def test_a_petition_that_was_answered_and_closed_is_listed_with_its_first_words_too(town: Town) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    await town.resident.presses_data(1, f"rate:{plain(code)}:solved")
    await town.resident.hears("đã kết thúc", code)
    await town.resident.says("/status")
    assert "Đèn đường ngõ 20" in await town.resident.hears("Kết thúc", code)
