"""What leaders and the desk see at a glance: how much stands where, and what is overdue or due soon with whom."""

from datetime import timedelta

from tests.courses import WORDS, accepted, answered, referred
from tests.town import Person, Town

BODY, OFFICE = "Phòng Kinh tế, Hạ tầng và Đô thị phường", "Văn phòng Mặt trận"


async def overview(person: Person) -> str:
    await person.catches_up()
    await person.says("/overview")
    return await person.hears("Tổng số")


async def test_where_there_is_nothing_a_sentence_says_so(town: Town) -> None:
    leader = town.person("leader")
    await leader.says("/overview")
    assert await leader.hears("Chưa có kiến nghị nào.") == "Chưa có kiến nghị nào."
    await town.body.says("/tasks")
    assert "không có việc nào đang chờ" in await town.body.is_told()


async def test_what_is_overdue_and_due_soon_is_counted_with_whoever_has_it_in_hand(town: Town) -> None:
    code = await town.files(WORDS)
    await town.files("Nắp hố ga trước số nhà 15 bị mất.", "resident_2")
    await accepted(town, code)
    leader = town.person("leader")
    told = await overview(leader)
    assert "2 việc đang xử lý: không việc nào quá hạn, không việc nào đến hạn trong 2 ngày làm việc tới" in told
    assert f"• {BODY}: 1 việc\n" in f"{told}\n"
    assert f"• {OFFICE}: 1 việc\n" in f"{told}\n"
    town.clock.move(
        timedelta(days=13)
    )  # Thursday 3/12; the first answer is due on Monday 7/12, the body's on 14/12
    told = await overview(leader)
    assert f"• {OFFICE}: 1 việc, 1 sắp đến hạn" in told
    assert "gồm cả hạn tiếp nhận" not in told
    town.clock.move(timedelta(days=7))  # Thursday 10/12
    told = await overview(leader)
    assert "2 việc đang xử lý: 1 việc quá hạn, 1 việc đến hạn trong 2 ngày làm việc tới" in told
    assert told.index(f"• {OFFICE}: 1 việc, 1 quá hạn") < told.index(BODY), "the worst first"
    assert f"• {BODY}: 1 việc, 1 sắp đến hạn" in told
    assert "gồm cả hạn tiếp nhận" in told, "a report counts answers alone, and has none overdue here"
    await leader.says("/report")
    await leader.hears("Quá hạn trả lời: 0")


async def test_what_a_body_has_accepted_is_counted_as_its_card_says(town: Town) -> None:
    await accepted(town, await town.files(WORDS))
    given = await town.files("Nắp hố ga trước số nhà 15 bị mất.", "resident_2")
    await referred(town, given)
    told = await overview(town.person("leader"))
    assert "• đã chuyển cơ quan: 1\n• cơ quan đang giải quyết: 1\n" in told
    assert "Tổng số: 2 kiến nghị" in told


async def test_an_answer_that_waits_for_sign_off_is_in_the_hands_of_the_office(town: Town) -> None:
    code = await town.files(WORDS)
    senior = await answered(town, code)
    told = await overview(senior)
    assert f"• {OFFICE}: 1 việc" in told
    assert BODY not in told


async def test_what_has_ended_is_in_nobodys_hands_and_residents_see_no_overview(town: Town) -> None:
    code = await town.files(WORDS)
    await town.resident.presses_data(1, f"withdrawn:{code[3:].replace('-', '')}")
    await town.settles()
    assert "đang xử lý" not in await overview(town.person("leader"))
    await town.resident.says("/overview")
    await town.resident.hears("không có quyền")
