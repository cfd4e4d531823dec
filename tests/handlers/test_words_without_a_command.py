"""Words without a command: greetings are greeted, questions lead to the petition, matters are offered as one."""

import pytest

from tests.courses import ACCUSATION, WORDS, opened, plain, step_of, words_of
from tests.town import PNG, Town


@pytest.mark.parametrize("text", ["Xin chào", "alo", "xin chao cac bac a", "Cảm ơn", "cam on nhieu", "vâng"])
async def test_a_greeting_is_answered_with_what_can_be_done_and_begins_no_petition(town: Town, text: str) -> None:
    resident = await town.agrees()
    await resident.says(text)
    told = await resident.is_told()
    assert "viết ngay việc cần phản ánh" in told
    assert "Gửi kiến nghị mới" in " ".join(await resident.buttons())
    assert await step_of(town, resident) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kiến nghị của tôi đến đâu rồi?",
        "kien nghi cua toi den dau roi",
        "tra cứu",
        "có ai phụ trách vụ này k",
        "ai xử lý vụ này vậy",
        "tình hình sao rồi ạ",
        "rút đơn",
    ],
)
async def test_a_question_about_a_petition_leads_to_it_and_leaves_the_way_to_a_new_one(
    town: Town, text: str
) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says(text)
    assert "Hạn trả lời lần đầu" in await resident.hears(f"Kiến nghị {code}")
    assert "Gửi kiến nghị mới" in " ".join(await resident.buttons())
    assert await step_of(town, resident) is None


@pytest.mark.parametrize(
    "text", ["Gửi đơn có mất tiền không?", "co lo ten toi khong", "cho tôi gặp cán bộ", "đây là máy à"]
)
async def test_a_question_about_the_service_is_answered_before_and_after_the_consent(
    town: Town, text: str
) -> None:
    stranger = town.person("resident_2")
    await stranger.says(text)
    await stranger.hears("không mất phí", "10 ngày làm việc", "tự chọn có cho biết tên")
    assert "chưa được lưu" not in await stranger.hears("Ông/bà có đồng ý")
    resident = await town.agrees()
    await resident.says(text)
    await resident.hears("không mất phí")
    assert await step_of(town, resident) is None


async def test_a_question_about_the_service_leaves_what_was_offered(town: Town) -> None:
    resident = await town.agrees()
    await resident.says(WORDS)
    await resident.hears("muốn gửi nội dung vừa viết")
    await resident.says("Có lộ tên tôi không?")
    await resident.hears("không mất phí")
    await resident.hears("muốn gửi nội dung vừa viết")
    assert await words_of(town, resident) == [WORDS]


async def test_a_question_about_the_service_is_no_part_of_the_petition_being_written(town: Town) -> None:
    resident = await town.agrees()
    await resident.says("/new")
    await resident.hears("Bước 1/4")
    await resident.says("Có mất tiền không?")
    await resident.hears("không mất phí")
    await resident.hears("Bước 1/4")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")
    await resident.says("Bao lâu thì có trả lời ạ?")
    await resident.hears("10 ngày làm việc")
    await resident.hears("Bước 2/4")
    assert await words_of(town, resident) == [WORDS]


@pytest.mark.parametrize("text", ["Tôi muốn phản ánh", "chao em, bac muon gui kien nghi", "góp ý"])
async def test_whoever_says_that_they_want_to_report_is_asked_what(town: Town, text: str) -> None:
    resident = await town.agrees()
    await resident.says(text)
    await resident.hears("Bước 1/4")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4")


async def test_a_code_alone_shows_its_petition_and_with_its_secret_also_to_others(town: Town) -> None:
    code = await town.files(WORDS)
    secret = town.resident.last["text"].split("Mã bí mật: ")[1].split()[0]
    await town.resident.says(plain(code).lower())
    await town.resident.hears("Ông/bà gửi kiến nghị", code)
    follower = await town.agrees("resident_2")
    await follower.says(f"{code} {secret}")
    await follower.hears("Người gửi nộp kiến nghị", code)


async def test_a_matter_that_begins_with_a_greeting_is_offered_as_a_petition(town: Town) -> None:
    resident = await town.agrees()
    await resident.says(f"Chào anh chị. {WORDS}")
    await resident.hears("muốn gửi nội dung vừa viết")
    await resident.says("cảm ơn")
    await resident.hears("muốn gửi nội dung vừa viết")
    assert await words_of(town, resident) == [f"Chào anh chị. {WORDS}"]


async def test_an_accusation_wrapped_in_a_question_is_still_stopped(town: Town) -> None:
    resident = await town.agrees()
    await resident.says(f"Đơn của tôi đến đâu rồi? {ACCUSATION}")
    await resident.hears("dấu hiệu tố cáo")


async def test_whoever_begins_with_a_matter_reads_that_it_is_not_kept_before_the_consent(town: Town) -> None:
    await town.resident.says(WORDS)
    assert "chưa được lưu" in await town.resident.hears("Ông/bà có đồng ý")
    await town.person("resident_2").says("Xin chào")
    assert "chưa được lưu" not in await town.person("resident_2").hears("Ông/bà có đồng ý")


async def test_an_officer_who_greets_is_shown_the_commands_of_the_role(town: Town) -> None:
    await town.officer.catches_up()
    await town.officer.says("xin chào")
    assert "/queue" in await town.officer.is_told()


async def test_an_officer_who_writes_beside_an_act_is_told_so_and_a_code_opens_the_case(town: Town) -> None:
    code = await town.files(WORDS)
    await town.settles()
    await town.officer.catches_up()
    await town.officer.says("Xin nêu rõ ngày sửa xong.")
    told = await town.officer.is_told()
    assert "không thuộc việc nào đang làm" in told
    assert "/queue" in told
    assert "Tôi đồng ý" not in told
    await town.officer.says(code)
    await town.officer.hears(code, "Loại:", WORDS)


HOLE = "Nắp hố ga trước số nhà 15 bị mất."


async def test_whoever_has_petitions_is_asked_to_which_words_belong_by_code_and_first_words(town: Town) -> None:
    light, hole = await town.files(WORDS), await town.files(HOLE)
    resident = town.resident
    await resident.says("Tối qua lại có người ngã ở đó.")
    await resident.hears("thêm vào kiến nghị nào")
    labels = await resident.buttons()
    assert labels[0].startswith(f"➕ {hole}: Nắp hố ga"), "the newest first"
    assert labels[1].startswith(f"➕ {light}: Đèn đường ngõ 20")
    assert labels[2:] == [
        "📝 Việc mới, gửi kiến nghị mới",
        "🔎 Chỉ hỏi, xem kiến nghị của tôi",
        "Không gửi",
    ]
    await resident.presses(light)
    await resident.hears(f"Bổ sung kiến nghị {light}", "Nội dung đã viết:\nTối qua lại có người ngã ở đó.")
    await resident.sends(PNG)
    await resident.hears("tất cả 1 tệp")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    rows = await town.query(
        "SELECT p.code FROM entries e JOIN petitions p ON p.id = petition_id WHERE act = 'supply'"
    )
    assert [row.code for row in rows] == [plain(light)]
    assert len(await town.query("SELECT 1 FROM media WHERE petition_id IS NOT NULL")) == 1


@pytest.mark.parametrize("text", ["đúng", "Gửi đi ạ", "ok em gửi nhé", "Yes, send it"])
async def test_who_says_yes_to_what_was_offered_goes_on_and_the_word_is_no_part_of_it(
    town: Town, text: str
) -> None:
    resident = await town.agrees()
    await resident.says(WORDS)
    await resident.hears("thành một kiến nghị mới")
    await resident.says(text)
    await resident.hears("Bước 2/4")
    for label in ("Không có ảnh", "Bỏ qua địa điểm", "Không nêu tên"):
        await resident.presses(label)
        told = await resident.is_told()
    assert f"Nội dung\n{WORDS}\n" in told
    await resident.presses("✅ Gửi")
    await resident.hears("Giấy biên nhận")
    await resident.says("Vỉa hè phố Trung Kính bị xe máy chiếm hết lối đi.")
    await resident.hears("kiến nghị dưới đây")
    await resident.says(text)
    assert "Nội dung đã viết" not in await resident.hears("kiến nghị dưới đây"), "to which it belongs is not said"


@pytest.mark.parametrize("text", ["bỏ qua", "không", "không có", "xong rồi"])
async def test_what_neither_chooses_nor_tells_is_no_part_of_what_was_offered(town: Town, text: str) -> None:
    await town.files("Nước tràn ra ngõ 20 Nguyễn Khang từ hôm qua.")
    resident = town.resident
    await resident.says(WORDS)
    await resident.hears("thành một kiến nghị mới")
    await resident.says(text)
    assert "bấm một nút" in await resident.hears("thành một kiến nghị mới")
    await resident.presses("Việc mới")
    for label in ("Không có ảnh", "Bỏ qua địa điểm", "Không nêu tên"):
        await resident.presses(label)
        told = await resident.is_told()
    assert f"Nội dung\n{WORDS}\n" in told


async def test_a_new_matter_is_one_press_away_and_ended_petitions_are_not_offered(town: Town) -> None:
    ended = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"withdrawn:{plain(ended)}")
    await resident.says(HOLE)
    await resident.hears("thành một kiến nghị mới?")
    assert not [label for label in await resident.buttons() if ended in label]
    assert "🔎 Chỉ hỏi, xem diễn biến" in await resident.buttons()
    await resident.presses("Đúng, soạn tiếp")
    await resident.hears("Bước 2/4")
    other = await town.files("Cống trước nhà số 9 bị tắc.", "resident_2")
    stranger = town.person("resident_2")
    await stranger.says(HOLE)
    await stranger.hears("thêm vào kiến nghị")
    await stranger.presses("Việc mới")
    await stranger.hears("Bước 2/4")
    assert other


async def test_words_that_name_a_petition_or_reply_to_its_letter_offer_that_one_alone(town: Town) -> None:
    light, hole = await town.files(WORDS), await town.files(HOLE)
    resident = town.resident
    await resident.says(f"{light} đến giờ vẫn tối, xin sửa giúp tổ dân phố chúng tôi.")
    await resident.hears("thêm vào kiến nghị")
    assert [label for label in await resident.buttons() if "DN-" in label] == [
        f"➕ {light}: Đèn đường ngõ 20 hỏng hai tuần, tối …"
    ]
    await resident.presses("Không")
    assert "Đã hủy" in await resident.is_told()
    [receipt] = [
        one for one in await resident.messages() if hole in str(one.get("text")) and "bí mật" in one["text"]
    ]
    await resident.says("Nhà số 15 nằm ngay đầu ngõ.", reply_to=receipt["message_id"])
    await resident.hears("thêm vào kiến nghị")
    assert [label[:14] for label in await resident.buttons() if "DN-" in label] == [f"➕ {hole}"[:14]]


async def test_somebody_elses_petition_cannot_be_chosen(town: Town) -> None:
    code = await town.files(WORDS)
    stranger = await town.agrees("resident_2")
    await stranger.says(HOLE)
    await stranger.hears("muốn gửi nội dung vừa viết")
    assert "không có quyền" in await stranger.presses_data(
        stranger.last["message_id"], f"adopt:supply:{plain(code)}"
    )
    assert await step_of(town, stranger) == "filing.offer"


async def test_files_alone_are_offered_as_files_and_not_judged_as_words(town: Town) -> None:
    resident = await town.agrees()
    await resident.sends(PNG, PNG)
    told = await resident.hears("Đã nhận 2 tệp", "một kiến nghị mới")
    assert "không phải là kiến nghị" not in told
    await resident.says("/start")
    await resident.hears("đang soạn dở", "mới có 2 tệp, chưa có lời")
    await resident.presses("Viết tiếp")
    await resident.hears("Đã nhận 2 tệp", "Bước 1/4")
    await resident.says(WORDS)
    await resident.hears("Bước 2/4", "Đã nhận 2 tệp")


async def test_a_pin_sent_right_after_the_words_is_the_place_of_what_was_offered(town: Town) -> None:
    resident = await town.agrees()
    await resident.says(HOLE)
    await resident.hears("thành một kiến nghị mới")
    await resident.pins(21.0362, 105.7906)
    await resident.hears("Đã nhận vị trí", "thành một kiến nghị mới")
    await resident.presses("Đúng, soạn tiếp")
    await resident.hears("Bước 2/4")
    await resident.presses("Không có ảnh")
    await resident.hears("Bước 3/4", "đã ghim trên bản đồ")
    await resident.presses("Tiếp")
    await resident.hears("Bước 4/4")


async def test_what_is_added_to_a_petition_says_that_a_pin_is_not_part_of_it(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says(HOLE)
    await resident.hears("thêm vào kiến nghị dưới đây")
    await resident.pins(21.0362, 105.7906)
    await resident.hears("Đã nhận vị trí", "thêm vào kiến nghị dưới đây")
    await resident.presses(code)
    await resident.hears("Bổ sung kiến nghị", "Vị trí trên bản đồ không thêm được")


ASKED = (
    "Chào các cháu, cho bác hỏi cái đèn hôm trước bác báo ở đầu ngõ ấy thì đến hôm nào mới có người ra sửa được"
)


async def test_whoever_only_asks_is_shown_how_the_petition_stands_and_the_words_go_nowhere(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says(ASKED)
    await resident.hears("thêm vào kiến nghị dưới đây", "hay chỉ hỏi")
    await resident.presses("Chỉ hỏi, xem diễn biến")
    await resident.hears(f"Kiến nghị {code}", "Ông/bà gửi kiến nghị")
    assert await step_of(town, resident) is None
    assert not await town.query("SELECT 1 FROM entries WHERE act = 'supply'")


@pytest.mark.parametrize("text", ["khi nào thì dọn rác vậy ạ", "has anyone looked at the noise?"])
async def test_a_short_question_when_it_is_done_is_not_sent_to_another_door(town: Town, text: str) -> None:
    code = await town.files("Rác đầu ngõ 20 ba ngày không ai dọn, mùi hôi thối bốc lên.")
    resident = town.resident
    await resident.says(text)
    assert "thủ tục" not in await resident.hears("đang hỏi về kiến nghị đã gửi", "vào kiến nghị dưới đây")
    assert (await resident.buttons())[0] == "🔎 Chỉ hỏi, xem diễn biến"
    assert code in (await resident.buttons())[1]
    await resident.says("phường đã dọn chưa ạ?")
    told = await resident.hears(f"Kiến nghị {code}", "Hạn trả lời lần đầu")
    assert "viết dở" not in told
    assert await step_of(town, resident) is None, "what only asked is answered by the timeline"


@pytest.mark.parametrize(
    "text", ["mấy anh bên phường làm việc chậm quá", "chán quá", "các ông làm việc vô trách nhiệm quá"]
)
async def test_grumbling_is_neither_thanked_nor_stopped_nor_sent_to_another_door(town: Town, text: str) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says(text)
    told = await resident.hears("thêm vào kiến nghị dưới đây")
    assert told.startswith("Ông/bà muốn gửi nội dung vừa viết"), "no other door stands above the question"
    assert code in (await resident.buttons())[0]


async def test_asking_after_a_petition_is_no_part_of_what_was_offered_before(town: Town) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says(HOLE)
    await resident.hears("thêm vào kiến nghị")
    await resident.says("việc của em giải quyết đến đâu rồi ạ")
    await resident.hears(f"Kiến nghị {code}", "Hạn trả lời lần đầu", "chưa được gửi")
    assert await words_of(town, resident) == [HOLE]
    await resident.presses("Viết tiếp")
    await resident.hears("thêm vào kiến nghị")


async def test_of_several_petitions_the_only_one_in_hand_is_meant(town: Town) -> None:
    ended, code = await town.files(HOLE), await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"withdrawn:{plain(ended)}")
    await town.settles()
    await resident.says("bao giờ thì sửa ạ? em chờ mãi")
    await resident.hears(f"Kiến nghị {code}", "Hạn trả lời lần đầu")
    await resident.presses("Kiến nghị của tôi")
    await resident.hears("Kiến nghị của ông/bà", ended, code)


async def test_words_that_were_only_offered_are_called_no_petition_that_is_being_written(town: Town) -> None:
    await town.files(WORDS)
    resident = town.resident
    await resident.says("chán quá")
    await resident.hears("kiến nghị dưới đây")
    for asked in ("/status", "tình hình sao rồi"):
        await resident.says(asked)
        assert "soạn dở" not in await resident.hears("Nội dung ông/bà đã viết chưa được gửi")
    await resident.says("/new")
    assert "soạn dở" not in await resident.hears("chưa được gửi", "chán quá")
    await resident.presses("Viết tiếp")
    await resident.hears("kiến nghị dưới đây")


@pytest.mark.parametrize("several", [False, True])
async def test_words_of_withdrawing_lead_to_it_and_it_is_asked_about_once_more(
    town: Town, *, several: bool
) -> None:
    code = await town.files(HOLE)
    if several:
        await town.files(WORDS)
    resident = town.resident
    await resident.says("/language")
    await resident.hears("What would you like to do?")
    await resident.says("Hello dear officers, I want to withdraw my petition about the open drain at number 15")
    await resident.hears("Do you want to withdraw a petition")
    await resident.presses("Withdraw")
    if several:
        await resident.hears("Your petitions")
        await resident.presses(code)
        await resident.hears(f"Petition {code}")
        await resident.presses("Withdraw")
    await resident.hears(f"really want to withdraw petition {code}")
    assert await step_of(town, resident) is None
    await resident.presses("Yes, withdraw it")
    await resident.hears("has been withdrawn")


async def test_a_plain_answer_to_an_open_question_is_shown_no_other_door(town: Town) -> None:
    officer = await opened(town, await town.files(WORDS))
    await officer.presses("Hỏi người dân")
    await officer.hears("viết câu hỏi")
    await officer.says("Xin cho biết tên chủ hộ và số nhà ạ?")
    await town.resident.hears("tên chủ hộ")
    await town.resident.says("Chủ hộ là Trần Thị Hoa, nhà số 5 ngõ 12 ạ")
    told = await town.resident.hears("thêm vào kiến nghị")
    assert "1022" not in told
