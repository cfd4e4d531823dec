"""Words without a command: greetings are greeted, questions lead to the petition, matters are offered as one."""

import pytest

from tests.courses import ACCUSATION, WORDS, draft_of, plain, step_of
from tests.town import Town


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


async def test_an_officer_who_greets_is_shown_the_commands_of_the_role(town: Town) -> None:
    await town.officer.catches_up()
    await town.officer.says("xin chào")
    assert "/queue" in await town.officer.is_told()
