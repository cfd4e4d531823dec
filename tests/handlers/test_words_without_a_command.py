"""Words without a command: greetings are greeted, questions lead to the petition, matters are offered as one."""

import pytest

from tests.courses import ACCUSATION, WORDS, draft_of, plain, step_of
from tests.town import PNG, Town


@pytest.mark.parametrize("text", ["Xin chào", "alo", "xin chao cac bac a", "Cảm ơn", "cam on nhieu", "vâng"])
async def test_a_greeting_is_answered_with_what_can_be_done_and_begins_no_petition(town: Town, text: str) -> None:
    resident = await town.agrees()
    await resident.says(text)
    told = await resident.is_told()
    assert "viết ngay việc cần phản ánh" in told
    assert "Gửi kiến nghị mới" in " ".join(await resident.buttons())
    assert await step_of(town, resident) is None


@pytest.mark.parametrize("text", ["Kiến nghị của tôi đến đâu rồi?", "kien nghi cua toi den dau roi", "tra cứu"])
async def test_a_question_about_a_petition_leads_to_it_and_leaves_the_way_to_a_new_one(
    town: Town, text: str
) -> None:
    code = await town.files(WORDS)
    resident = town.resident
    await resident.says(text)
    assert code in await resident.hears("Kiến nghị của ông/bà")
    assert "Gửi kiến nghị mới" in " ".join(await resident.buttons())
    assert await step_of(town, resident) is None


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
    draft = await draft_of(town, resident)
    assert draft
    assert draft.values["words"] == [f"Chào anh chị. {WORDS}"]


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
    assert labels[2:] == ["📝 Việc mới, gửi kiến nghị mới", "Không gửi"]
    await resident.presses(light)
    await resident.hears(f"Bổ sung kiến nghị {light}")
    await resident.sends(PNG)
    await resident.hears("tất cả 1 tệp")
    await resident.presses("✅ Gửi")
    await resident.hears("Đã gửi phần bổ sung")
    rows = await town.query(
        "SELECT p.code FROM entries e JOIN petitions p ON p.id = petition_id WHERE act = 'supply'"
    )
    assert [row.code for row in rows] == [plain(light)]
    assert len(await town.query("SELECT 1 FROM media WHERE petition_id IS NOT NULL")) == 1


async def test_a_new_matter_is_one_press_away_and_ended_petitions_are_not_offered(town: Town) -> None:
    ended = await town.files(WORDS)
    resident = town.resident
    await resident.presses_data(1, f"withdrawn:{plain(ended)}")
    await resident.says(HOLE)
    await resident.hears("thành một kiến nghị mới?")
    assert not [label for label in await resident.buttons() if ended in label]
    await resident.presses("Đúng, soạn tiếp")
    await resident.hears("Bước 2/4")
    other = await town.files("Cống trước nhà số 9 bị tắc.", "resident_2")
    stranger = town.person("resident_2")
    await stranger.says(HOLE)
    await stranger.hears("thêm vào kiến nghị nào")
    await stranger.presses("Việc mới")
    await stranger.hears("Bước 2/4")
    assert other


async def test_words_that_name_a_petition_or_reply_to_its_letter_offer_that_one_alone(town: Town) -> None:
    light, hole = await town.files(WORDS), await town.files(HOLE)
    resident = town.resident
    await resident.says(f"{light} đến giờ vẫn tối, xin sửa giúp tổ dân phố chúng tôi.")
    await resident.hears("thêm vào kiến nghị nào")
    assert [label for label in await resident.buttons() if "DN-" in label] == [
        f"➕ {light}: Đèn đường ngõ 20 hỏng hai tuần, tối …"
    ]
    await resident.presses("Không")
    assert "Đã hủy" in await resident.is_told()
    [receipt] = [
        one for one in await resident.messages() if hole in str(one.get("text")) and "bí mật" in one["text"]
    ]
    await resident.says("Nhà số 15 nằm ngay đầu ngõ.", reply_to=receipt["message_id"])
    await resident.hears("thêm vào kiến nghị nào")
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
