"""More time: what a body writes is read, and a limit of the law moves no further than the law lets it."""

from datetime import UTC, datetime

import pytest

from petitions.calendar import Unit
from petitions.data import load_programme
from petitions.extending import MAX_DAYS, Request, extended, read_request, reason_of
from petitions.refusal import Refusal

PROGRAMME = load_programme("cau_giay_ward_2025")
ACCEPTED = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


DUE = datetime(2026, 12, 14, 10, 0, tzinfo=UTC)
"""A Monday, the end of the working day in Hanoi."""


def read(words: str, unit: Unit = Unit.WORKING_DAYS) -> Request:
    return read_request(words, DUE, unit, PROGRAMME.calendar)


@pytest.mark.parametrize(
    ("words", "days", "reason"),
    [
        ("5 ngày, chờ đơn vị cấp điện cắt điện", 5, "chờ đơn vị cấp điện cắt điện"),
        ("Xin thêm 10 ngày làm việc vì chờ vật tư", 10, "chờ vật tư"),
        ("4 days because of the rain", 4, "the rain"),
        ("5 ngày, do mưa", 5, "mưa"),
        ("5 ngày chờ vật tư", 5, "chờ vật tư"),
        ("5 ngày, dọn xong mới lát", 5, "dọn xong mới lát"),
        ("7 - mưa nhiều", 7, "mưa nhiều"),
        ("7 vì mưa nhiều", 7, "mưa nhiều"),
        ("3 days: waiting for parts", 3, "waiting for parts"),
        ("60\nchờ kết luận", 60, "chờ kết luận"),
        ("2 tuần, chờ gạch", 10, "chờ gạch"),
        ("đến 21/12, chờ nhà máy đúc nắp mới", 5, "chờ nhà máy đúc nắp mới"),
        ("Xin gia hạn đến ngày 21/12/2026 vì chờ vật tư", 5, "chờ vật tư"),
        ("until 21/12, waiting for parts", 5, "waiting for parts"),
        ("until 21 December 2026, waiting for 2 parts", 5, "waiting for 2 parts"),
        ("We need until the 21st of December because of the rain", 5, "the rain"),
        ("until Dec 21, 3 parts are missing", 5, "3 parts are missing"),
        ("đến ngày 21 tháng 12, chờ 2 đơn vị", 5, "chờ 2 đơn vị"),
        ("đến 20/12, chờ vật tư", 5, "chờ vật tư"),
        ("đến 5/1, chờ vật tư", 15, "chờ vật tư"),
        ("Đề nghị cho gia hạn thêm khoảng 5 ngày nữa vì chờ vật tư", 5, "chờ vật tư"),
        ("Xin lùi hạn đến hết ngày 21/12, chờ vật tư", 5, "chờ vật tư"),
        ("Phòng xin thêm 2 tuần nữa, chờ vật tư", 10, "chờ vật tư"),
        ("We need 5 more days because of the rain", 5, "the rain"),
    ],
)
def test_how_much_more_time_and_why_is_read_as_people_write_it(words: str, days: int, reason: str) -> None:
    assert read(words) == Request(days, reason)
    assert reason_of(words) == reason


def test_until_a_day_is_counted_as_the_limit_counts() -> None:
    assert read("đến 21/12, chờ vật tư", Unit.CALENDAR_DAYS).days == 7
    assert read("2 tuần, chờ vật tư", Unit.CALENDAR_DAYS).days == 14


@pytest.mark.parametrize(
    "words",
    [
        "", "chờ vật tư", "5", "5 ngày", "năm ngày", "5 ngày …", "🙂 5", "đến 20/12", "31/02, chờ vật tư",
        "đến 32/13, chờ vật tư", "2 tháng, chờ vật tư", "5-10 ngày, chờ vật tư", "5 đơn vị cùng làm",
        "3 thợ nghỉ ốm nên chưa làm", "đến hết tháng 12, chờ kết quả đo", "cuối tháng 12, chờ đo",
        "until 31 Feb, waiting for parts", "until December, waiting for parts", "5-10 December, waiting for parts",
        "until 21 Dec 2026", "5 may bom, chờ vật tư", "đến thứ 6 tuần sau, chờ đo",
        "Vì 2 tổ đang bận, xin thêm 7 ngày", "quý 1, chờ vốn", "tuần 50, chờ vật tư",
    ],
)  # fmt: skip
def test_what_can_be_misread_is_asked_again(words: str) -> None:
    with pytest.raises(Refusal, match="extension-unread"):
        read(words)


@pytest.mark.parametrize(
    "more", ["0 ngày", f"{MAX_DAYS + 1} ngày", "9999 ngày", "đến 10/12/2026", "đến 14/12", "20 tuần"]
)
def test_so_much_is_asked_for_by_nobody(more: str) -> None:
    with pytest.raises(Refusal, match="extension-days"):
        read(f"{more}, chờ vật tư")


def test_a_limit_of_the_office_moves_by_working_days() -> None:
    limit, calendar = PROGRAMME.deadline("KNPA"), PROGRAMME.calendar
    due = limit.ends(ACCEPTED, calendar)
    assert extended(limit, ACCEPTED, due, 5, calendar) == calendar.shift(due, 5)


def test_a_complaint_gets_fifteen_days_more_and_not_one_beyond() -> None:
    limit, calendar = PROGRAMME.deadline("KN_GQ1"), PROGRAMME.calendar
    due, latest = limit.ends(ACCEPTED, calendar), PROGRAMME.deadline("KN_GQ1_PT").ends(ACCEPTED, calendar)
    assert due < extended(limit, ACCEPTED, due, 5, calendar) < latest
    assert extended(limit, ACCEPTED, due, 15, calendar) == latest
    with pytest.raises(Refusal, match="extension-too-long"):
        extended(limit, ACCEPTED, due, 16, calendar)
    with pytest.raises(Refusal, match="extension-unlawful"):
        extended(limit, ACCEPTED, latest, 1, calendar)


def test_where_the_law_allows_nothing_more_nothing_moves() -> None:
    limit, calendar = PROGRAMME.deadline("DD_HG"), PROGRAMME.calendar
    with pytest.raises(Refusal, match="extension-unlawful"):
        extended(limit, ACCEPTED, limit.ends(ACCEPTED, calendar), 1, calendar)
