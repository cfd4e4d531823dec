"""The weekly summary reaches each leader once, whoever makes it, and says what it could not say in time."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from sqlalchemy import text

from bot import programs
from bot.settings import Settings
from petitions.periods import Weekly, due_summary, parse, week_of
from reports import papers
from reports.figures import report
from tests.courses import WORDS, asking, plain, referred, signed
from tests.handlers.test_following_up import followed
from tests.town import Town

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = Weekly.parse("Mon 07:30")
TIMES = st.datetimes(datetime(2026, 1, 5), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
MADE = "SELECT period, figures FROM summaries ORDER BY id"


def test_the_summary_of_a_week_is_due_on_monday_morning() -> None:
    sunday = datetime(2026, 11, 22, 23, 59, tzinfo=HANOI)
    assert due_summary(sunday, sunday - timedelta(days=1), MONDAY, HANOI) is None
    due = due_summary(datetime(2026, 11, 23, 7, 30, tzinfo=HANOI), sunday, MONDAY, HANOI)
    assert due
    assert (due.period.name, due.missed) == ("2026-W47", ())


def test_after_a_month_without_power_the_latest_week_is_due_and_the_others_are_missed() -> None:
    since = datetime(2026, 10, 26, 7, 30, tzinfo=HANOI)
    due = due_summary(datetime(2026, 11, 25, 3, 0, tzinfo=HANOI), since, MONDAY, HANOI)
    assert due
    assert (due.period.name, [one.name for one in due.missed]) == (
        "2026-W47",
        ["2026-W44", "2026-W45", "2026-W46"],
    )


@given(start=TIMES, looks=st.lists(st.integers(1, 30_000), min_size=1, max_size=40))
def test_however_often_one_looks_every_week_is_told_or_listed_once(start: datetime, looks: list[int]) -> None:
    weekly, now, since = Weekly.parse("Fri 16:45"), start, start
    told: list[str] = []
    for minutes in looks:
        now += timedelta(minutes=minutes)
        if due := due_summary(now, since, weekly, HANOI):
            told += [one.name for one in (*due.missed, due.period)]
            since = due.at
            assert since <= now
    assert told == sorted(set(told))
    for name, following in pairwise(told):
        assert (
            week_of(datetime.fromisocalendar(int(name[:4]), int(name[6:]), 1).date() + timedelta(7)).name
            == following
        )


async def test_the_summary_counts_the_requests_for_more_time_that_nobody_has_decided(town: Town) -> None:
    code = await town.files(WORDS)
    body = await asking(town, code, "10 ngày, chờ đơn vị thi công")
    await body.hears("Đã đề nghị gia hạn", code)
    await town.keep_house()
    town.clock.move(timedelta(days=2, hours=22, minutes=40))  # Monday 07:40 in Hà Nội
    await town.keep_house()
    leader = town.person("leader")
    await leader.hears("Cần quyết định hoặc đôn đốc", "đề nghị gia hạn chờ quyết định: 1")
    [(_period, figures)] = await town.query(MADE)
    assert figures["to_decide"] == {"more_time": 1}


async def test_the_summary_counts_late_acceptances_and_the_reminders_that_nobody_has_signed(town: Town) -> None:
    code = await town.files(WORDS)
    await referred(town, code)
    for days in (7, 6, 5):
        town.clock.move(timedelta(days=days))
        await town.keep_house()
        await town.rests()
    await town.senior.hears("Dự thảo đôn đốc", code)
    town.clock.move(timedelta(days=6))  # Monday 14 December, 9:00 in Hà Nội
    await town.keep_house()
    leader = town.person("leader")
    said = await leader.hears("Tuần 50/2026", "Cần quyết định hoặc đôn đốc", "dự thảo đôn đốc chờ ký: 1")
    assert "quá hạn mà cơ quan chưa tiếp nhận: 1" in said, "the overview counts it as overdue too"


async def test_a_leader_who_reads_english_gets_picture_and_workbook_in_it(town: Town) -> None:
    await town.files(WORDS)
    leader = town.person("leader")
    await leader.says("/language en")
    await leader.is_told()
    await town.keep_house()
    town.clock.move(timedelta(days=2, hours=22, minutes=40))
    await town.keep_house()
    await leader.hears("Week 47/2026", "New: 1")
    async with town.parts.store.reading() as unit:
        [_picture, book] = await unit.papers.get((1, 2))
    sheet = CalamineWorkbook.from_filelike(BytesIO(book.content)).get_sheet_by_index(0).to_python()
    assert sheet[0][:2] == ["Code", "Filed at"]
    assert sheet[1][5] == "Street lighting"


async def test_the_report_opens_below_the_summary_which_stays_with_its_digest(town: Town) -> None:
    await town.files(WORDS)
    leader = town.person("leader")
    await town.keep_house()
    town.clock.move(timedelta(days=2, hours=22, minutes=40))
    await town.keep_house()
    summary = await leader.hears("Tuần 47/2026", "Mã tổng hợp")
    await leader.presses("Mở báo cáo")
    assert "Mã tổng hợp" not in await leader.hears("Tuần 47/2026")
    await leader.presses("Theo cơ quan")
    await leader.is_told()
    assert summary in await leader.screen()


async def test_a_reopened_petition_tells_of_its_earlier_answer_and_no_time_of_a_row_goes_back(town: Town) -> None:
    code = await town.files(WORDS)
    await signed(town, code)
    town.clock.move(timedelta(minutes=30))
    await town.resident.presses_data(1, f"rate:{plain(code)}:not")
    await town.resident.hears("được mở lại", code)
    leader = town.person("leader")
    await leader.says("/report")
    await leader.hears("mở lại hoặc chưa nêu kết quả 1")
    async with town.parts.store.reading() as unit:
        said = await report(unit, town.parts.office.programme, parse("2026-W47"))
        book = await papers.workbook(unit, said, town.parts.office.programme, town.parts.words, "vi")
    heads, row = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
    told: dict[Any, Any] = dict(zip(heads, row, strict=True))
    assert told["Trả lời lúc"] == told["Duyệt lúc"] == ""
    assert told["Trạng thái"] == "cơ quan đang giải quyết", "it need not be accepted again"
    order = ("Gửi lúc", "Trả lời lần trước lúc", "Duyệt lần trước lúc", "Chuyển, mở lại lúc", "Hạn trả lời")
    before = [told[name] for name in order]
    assert before == sorted(before)
    assert told["Hạn trả lời lần trước"] > told["Trả lời lần trước lúc"]


async def test_what_ended_before_the_period_and_is_still_to_be_carried_out_has_its_row(town: Town) -> None:
    code, _body = await followed(town)
    await town.resident.presses_data(1, f"rate:{plain(code)}:solved")
    await town.resident.hears("đã kết thúc", code)
    town.clock.move(timedelta(days=14))
    async with town.parts.store.reading() as unit:
        said = await report(unit, town.parts.office.programme, parse("2026-W49"))
        book = await papers.workbook(unit, said, town.parts.office.programme, town.parts.words, "vi")
    heads, row = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_index(0).to_python()
    assert dict(zip(heads, row, strict=True))["Mã"] == code


async def test_a_leader_reads_on_monday_what_changed_and_several_workers_send_it_once(town: Town) -> None:
    await town.files("Đèn đường ngõ 20 hỏng cả tuần nay")
    leader = town.person("leader")
    await town.keep_house()
    assert await town.query(MADE) == []
    town.clock.move(timedelta(days=2, hours=22, minutes=40))  # Monday 07:40 in Hà Nội
    await asyncio.gather(*(town.keep_house() for _worker in range(3)))
    said = await leader.hears("Tuần 47/2026", "Mới nhận: 1", "Mã tổng hợp")
    assert "Đèn đường" not in said
    assert "dannguyen" not in said, "a command is for whoever runs the program"
    assert len(said) < 900
    files = [(file["kind"], file["file_name"]) for one in await leader.messages() for file in one["media"]]
    name = "cau_giay_ward_2025-2026-W47"
    assert files == [("photo", f"{name}.png"), ("document", f"{name}.xlsx")]
    await town.keep_house()
    await town.rests()
    assert sum("Tuần 47/2026" in one for one in await leader.screen()) == 1
    [(period, figures)] = await town.query(MADE)
    assert (period, figures["figures"]["received"], figures["by"]["field"]["CS"]["received"]) == ("2026-W47", 1, 1)
    assert figures["digest"] == (await verified(town))


async def verified(town: Town) -> str:
    """Return the digest that `audit verify` prints."""
    settings = Settings.model_validate({**town.parts.settings.model_dump(), "database_url": town.database})
    lines, _whole = await programs.verify(settings)
    return lines[-1].removeprefix("digest ")


async def test_what_a_summary_told_stays_though_the_records_change(town: Town) -> None:
    await town.files("Đèn đường ngõ 20 hỏng cả tuần nay")
    town.clock.move(timedelta(days=3))
    await town.keep_house()
    async with town.parts.engine.begin() as connection:
        await connection.execute(text("UPDATE petitions SET kind = 'CAM_ON'"))
    [(_period, figures)] = await town.query(MADE)
    assert (figures["figures"]["suggestions"], figures["figures"]["other_kinds"]) == (1, 0)
    assert json.dumps(figures).find("reproduce") > 0


async def test_a_summary_that_fails_is_told_to_the_administrator_once_and_sent_when_it_can_be(town: Town) -> None:
    administrator, leader = town.person("administrator"), town.person("leader")
    await administrator.catches_up()
    town.clock.move(timedelta(days=3))
    await _rename(town, "turned_away", "turned_aside")
    for _minute in range(3):
        await town.keep_house()
    await administrator.hears("Chưa lập được báo cáo Tuần 47/2026")
    await town.rests()
    assert sum("Chưa lập được" in one for one in await administrator.screen()) == 1
    await _rename(town, "turned_aside", "turned_away")
    await town.keep_house()
    await leader.hears("Tuần 47/2026", "không có kiến nghị mới")


async def _rename(town: Town, old: str, new: str) -> None:
    async with town.parts.engine.begin() as connection:
        await connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


async def test_after_weeks_without_a_worker_the_latest_week_is_sent_and_the_others_are_listed(town: Town) -> None:
    leader = town.person("leader")
    town.clock.move(timedelta(days=24))
    await town.keep_house()
    await leader.hears("Tuần 50/2026", "chưa gửi báo cáo: Tuần 47/2026; Tuần 48/2026; Tuần 49/2026")
    assert len(await town.query(MADE)) == 1


async def test_the_administrator_hears_of_a_leader_who_blocked_the_bot(town: Town) -> None:
    administrator, leader = town.person("administrator"), town.person("leader")
    await leader.blocks()
    town.clock.move(timedelta(days=3))
    await town.keep_house()
    await administrator.hears("không tới được lãnh đạo")
    town.clock.move(timedelta(days=7))
    await town.keep_house()
    await administrator.hears("không tới được lãnh đạo")


async def test_in_a_week_across_tet_no_limit_runs_out_and_the_summary_comes_on_monday_all_the_same(
    town: Town,
) -> None:
    town.clock.move(datetime(2027, 2, 3, 9, 0, tzinfo=HANOI) - town.clock())
    await town.keep_house()
    await town.files("Đèn đường ngõ 20 hỏng cả tuần nay")
    [(due,)] = await town.query("SELECT first_answer_due FROM petitions")
    town.clock.move(datetime(2027, 2, 15, 7, 40, tzinfo=HANOI) - town.clock())
    await town.keep_house()
    await town.person("leader").hears(
        "Tuần 6/2027", "Còn lại: 1", "Quá hạn trả lời lúc hết kỳ, theo hạn hiện nay: 0"
    )
    assert due > town.clock(), "twelve days have passed, of which few count"
