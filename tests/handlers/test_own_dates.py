"""The office is told of the dates that it owes itself, before they come and once they are past."""

from datetime import timedelta

from tests.courses import WORDS, invited, opened, referred
from tests.town import Town

NEAR, PAST = "Sắp đến hạn của Văn phòng Mặt trận", "Quá hạn của Văn phòng Mặt trận"


async def passes(town: Town, days: int) -> None:
    """Let days pass with the housekeeping of two minutes at their end."""
    town.clock.move(timedelta(days=days))
    await town.keep_house()
    await town.keep_house()
    await town.rests()


async def test_a_petition_that_nobody_takes_up_is_named_to_the_desk_before_its_date_and_after_it(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    officer = town.officer
    await passes(town, 10)  # Monday 30/11
    assert not any(NEAR in said for said in await officer.screen())
    await passes(town, 6)  # Sunday 6/12; the date is Monday 7/12
    await officer.hears(NEAR, code, "Hạn trả lời lần đầu: 07/12/2026")
    await passes(town, 2)
    await officer.hears(PAST, code, "Hạn trả lời lần đầu: 07/12/2026")
    assert await officer.buttons() == ["Mở phiếu"]
    await passes(town, 1)
    said = await officer.screen()
    assert [sum(what in one for one in said) for what in (NEAR, PAST)] == [1, 1]


async def test_who_waits_for_the_first_answer_reads_that_its_date_is_past_and_the_office_is_reminded(
    town: Town,
) -> None:
    code = await town.files(WORDS)
    resident, date = town.resident, "Hạn trả lời lần đầu: 07/12/2026"
    await passes(town, 17)  # 9:00 of the day itself
    await resident.says(f"/status {code}")
    await resident.hears(code, date, without="quá hạn")
    await passes(town, 1)
    await town.officer.hears(PAST, code, without="đã quá hạn")
    await resident.says(f"/status {code}")
    await resident.hears(code, f"{date} – đã quá hạn, Văn phòng Mặt trận được nhắc việc này")
    await referred(town, code)
    await resident.says(f"/status {code}")
    await resident.hears(code, f"{date} (đã liên hệ lần đầu 08/12/2026)", without="quá hạn")


async def test_who_works_on_it_is_told_and_no_colleague(town: Town) -> None:
    colleague = await invited(town, "resident_2", "triage_officer")
    code = await town.files(WORDS)
    await opened(town, code)
    await passes(town, 18)
    await town.officer.hears(PAST, code)
    assert not any(PAST in said for said in await colleague.screen())


async def test_what_a_body_has_is_no_date_of_the_office(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    await passes(town, 18)
    assert not any(NEAR in said or PAST in said for said in await town.officer.screen())
