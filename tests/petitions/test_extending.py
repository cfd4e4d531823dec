"""More time: what a body writes is read, and a limit of the law moves no further than the law lets it."""

from datetime import UTC, datetime

import pytest

from petitions.data import load_programme
from petitions.extending import MAX_DAYS, Request, extended, read_request
from petitions.refusal import Refusal

PROGRAMME = load_programme("cau_giay_ward_2025")
ACCEPTED = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "days", "reason"),
    [
        ("5 ngày, chờ đơn vị cấp điện cắt điện", 5, "chờ đơn vị cấp điện cắt điện"),
        ("Xin thêm 10 ngày làm việc vì chờ vật tư", 10, "chờ vật tư"),
        ("4 days because of the rain", 4, "the rain"),
        ("5 ngày, do mưa", 5, "mưa"),
        ("5 ngày, dọn xong mới lát", 5, "dọn xong mới lát"),
        ("7 - mưa nhiều", 7, "mưa nhiều"),
        ("3 days: waiting for parts", 3, "waiting for parts"),
        ("60\nchờ kết luận", 60, "chờ kết luận"),
    ],
)
def test_days_and_reason_are_read_as_people_write_them(words: str, days: int, reason: str) -> None:
    assert read_request(words) == Request(days, reason)


@pytest.mark.parametrize("words", ["", "chờ vật tư", "5", "5 ngày", "năm ngày", "5 ngày …", "🙂 5"])
def test_without_a_number_or_a_reason_it_is_asked_again(words: str) -> None:
    with pytest.raises(Refusal, match="extension-unread"):
        read_request(words)


@pytest.mark.parametrize("days", [0, MAX_DAYS + 1, 9999])
def test_so_many_days_are_asked_for_by_nobody(days: int) -> None:
    with pytest.raises(Refusal, match="extension-days"):
        read_request(f"{days} ngày, chờ vật tư")


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
