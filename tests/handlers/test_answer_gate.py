"""A weak answer is told so to the body and to the senior officer, and goes out only with a reason."""

from tests.courses import ANSWER, WORDS, answered, plain, referred, writing
from tests.town import PNG, Town


async def test_a_body_reads_what_its_answer_lacks_until_nothing_is_missing(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    await body.says("Đã tiếp nhận, sẽ xem xét theo quy định.", reply_to=asked)
    told = await body.hears("Đã nhận nội dung", "còn thiếu")
    assert all(part in told for part in ("Minh chứng", "câu chung chung", "Đã làm gì", "Khi nào", "Ai làm"))
    await body.says("Sáng 20/11 tổ chiếu sáng của phường đã thay bóng đèn ở đầu ngõ.", reply_to=asked)
    told = await body.hears("Đã nhận nội dung", "Minh chứng")
    assert "Khi nào" not in told
    await body.sends(PNG, reply_to=str(asked))
    assert "còn thiếu" not in await body.hears("1 tệp minh chứng")


async def test_a_weak_answer_is_signed_off_only_with_a_reason_that_the_office_keeps(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code, "Đã thay bóng đèn.")
    assert "✅ Duyệt, gửi người dân" not in await senior.buttons()
    [row] = await town.query("SELECT entries FROM petitions")
    assert "còn thiếu" in await senior.presses_data(1, f"sign:{plain(code)}:{row.entries}")
    await senior.is_told()
    await senior.presses("Mở phiếu")
    card = await senior.hears(code, "Câu trả lời còn thiếu", "Minh chứng: chưa có ảnh")
    assert "Có thể mời phối hợp" not in card
    await senior.presses("Vẫn duyệt, nêu lý do")
    await senior.hears("vì sao vẫn duyệt")
    await senior.says("Đã gọi điện kiểm tra với tổ chiếu sáng.")
    await senior.hears("Đã duyệt", code)
    assert any(said.startswith(f"Đã duyệt dù còn thiếu: {code}") for said in await senior.screen())
    assert "Đã thay bóng đèn." in await town.resident.hears("Trả lời kiến nghị", code)
    acts = await town.query("SELECT act, audience, facts->'weak' AS weak FROM entries ORDER BY id DESC LIMIT 2")
    assert [(row.act, row.audience) for row in acts] == [("sign_off", ["body", "resident"]), ("override", [])]
    assert acts[1].weak == ["no_evidence", "no_date", "no_doer"]
    for reader in (town.resident, town.body):
        assert not any("gọi điện" in said for said in await reader.screen())
    await town.officer.presses_data(1, f"card:{plain(code)}")
    await town.officer.hears(code, "Duyệt dù câu trả lời còn thiếu", "gọi điện", without="Câu trả lời còn thiếu:")


async def test_an_answer_of_thirty_thousand_signs_is_refused_with_the_limit_and_what_fits_is_kept(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    await body.says(ANSWER, reply_to=asked)
    await body.hears("Đã nhận nội dung")
    long = "đã thay bóng đèn " * 1765
    assert len(long) > 30_000
    for start in range(0, len(long), 4096):  # as the client cuts what is pasted
        await body.says(long[start : start + 4096], reply_to=asked)
    told = await body.is_told()
    assert told.count("6.000") >= 6, told[-600:]
    await body.presses("✅ Gửi")
    await body.hears("để duyệt", code)
    read = await town.senior.hears("Chờ duyệt", code, ANSWER)
    assert 0 < read.count("đã thay bóng đèn ") * len("đã thay bóng đèn ") <= 6_000


async def test_an_answer_after_a_return_is_refused_with_its_sentence(town: Town) -> None:
    code = await town.files(WORDS)
    body = await referred(town, code)
    await body.presses("Chuyển trả")
    await body.hears("vì sao chuyển trả")
    await body.says("Không thuộc địa bàn.", reply_to=body.last["message_id"])
    await body.hears("Đã chuyển trả", code)
    [row] = await town.query("SELECT entries FROM petitions")
    toast = await body.presses_data(1, f"answer:{plain(code)}:{row.entries}")
    assert "không còn giữ việc này" in toast


async def test_new_files_take_the_place_of_those_of_an_answer_that_was_sent_back(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    await body.sends(PNG, PNG, caption=ANSWER, reply_to=str(body.last["message_id"]))
    assert "câu trả lời trước" not in await body.hears("Đã nhận nội dung và 2 tệp")
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code)
    await town.senior.presses("Trả lại cơ quan")
    await town.senior.hears("cần cơ quan làm rõ")
    await town.senior.says("Ảnh này chụp nơi khác.")
    await body.hears(code, "Ảnh này chụp nơi khác.")
    await body.presses("✍️ Trả lời")
    await body.hears("đã làm gì")
    asked = body.last["message_id"]
    await body.says(ANSWER, reply_to=asked)
    await body.hears("Gửi kèm 2 tệp của câu trả lời trước")
    await body.sends(PNG, reply_to=str(asked))
    await body.hears("Tệp mới được gửi kèm, thay 2 tệp")
    await body.presses("✅ Gửi")
    await town.senior.hears("Chờ duyệt", code)
    await town.senior.presses("✅ Duyệt")
    await town.resident.hears("Trả lời kiến nghị", code)
    assert sum(len(one["media"]) for one in await town.resident.messages() if one["from_bot"]) == 1


async def test_an_officer_who_says_that_the_office_did_it_has_named_who_did_it(town: Town) -> None:
    code = await town.files(WORDS)
    body = await writing(town, code)
    asked = body.last["message_id"]
    await body.says("Phòng đã kiểm tra ngày 23/11/2026 và đã cho thay bóng đèn mới.", reply_to=asked)
    assert "Ai làm" not in await body.hears("Đã nhận nội dung", "Minh chứng")
