"""Until when something is followed up: days or a day as people type them, and what they may not be."""

from datetime import date, datetime

import pytest

from petitions.data import load_programme
from petitions.following_up import MAX_DAYS, Term, for_day_off, names_day, promised, read_term
from petitions.refusal import Refusal

CALENDAR = load_programme("cau_giay_ward_2025").calendar
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=CALENDAR.zone)


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("15", Term(15, "")),
        (" 30 ngày làm việc, thay nắp cống ", Term(30, "thay nắp cống")),
        ("5 working days: new cover", Term(5, "new cover")),
        ("15/12/2026", Term(date(2026, 12, 15), "")),
        ("15/12", Term(date(2026, 12, 15), "")),
        ("đến ngày 4/1, cơ quan thiếu bóng đèn", Term(date(2027, 1, 4), "cơ quan thiếu bóng đèn")),
        ("15 tháng 12, thay nắp cống", Term(date(2026, 12, 15), "thay nắp cống")),
        ("trước ngày 15 tháng 12 năm 2026: thay nắp cống", Term(date(2026, 12, 15), "thay nắp cống")),
        ("until 11 December 2026, new cover", Term(date(2026, 12, 11), "new cover")),
        ("by December 11, 2026: new cover", Term(date(2026, 12, 11), "new cover")),
        ("11 Dec. 3 new covers", Term(date(2026, 12, 11), "3 new covers")),
        ("4 Jan, new cover", Term(date(2027, 1, 4), "new cover")),
        ("2 tuần, thay nắp cống", Term(date(2026, 12, 4), "thay nắp cống")),
        ("trong 20 ngày, 3 nắp cống", Term(20, "3 nắp cống")),
        ("1-2-2027 – xong cả hai đầu ngõ", Term(date(2027, 2, 1), "xong cả hai đầu ngõ")),
    ],
)
def test_days_or_a_day_are_read_with_what_is_to_be_done(typed: str, term: Term) -> None:
    assert read_term(typed, NOW.astimezone(CALENDAR.zone).date()) == term


@pytest.mark.parametrize(
    "typed",
    ["", "sớm", "31/2/2027", "15/12/26", "thay nắp cống trước 15/12/2026", "12345", "2 tháng, thay nắp cống",
     "3 nắp cống cần thay", "hết tháng 12, thay nắp cống", "5-10 ngày, thay nắp cống"],
)  # fmt: skip
def test_what_names_no_day_is_asked_for_again(typed: str) -> None:
    with pytest.raises(Refusal, match="follow-up-unread"):
        read_term(typed, NOW.astimezone(CALENDAR.zone).date())


def test_a_term_ends_with_its_working_day() -> None:
    assert Term(15, "").ends(NOW, CALENDAR) == datetime(2026, 12, 14, 17, 0, tzinfo=CALENDAR.zone)
    saturday = Term(date(2026, 12, 12), "").ends(NOW, CALENDAR)
    assert saturday == datetime(2026, 12, 14, 17, 0, tzinfo=CALENDAR.zone)


@pytest.mark.parametrize(
    "until", [0, MAX_DAYS + 1, 9999, date(2026, 11, 19), date(2026, 11, 20), date(2028, 1, 3), date(9999, 12, 31)]
)
def test_a_term_is_after_today_and_within_a_year(until: int | date) -> None:
    with pytest.raises(Refusal, match="follow-up-term"):
        Term(until, "").ends(NOW, CALENDAR)


@pytest.mark.parametrize(
    ("answer", "day"),
    [
        ("Phòng sẽ vá ổ gà, hoàn thành trước ngày 10/12/2026.", date(2026, 12, 10)),
        ("Khảo sát ngày 24/11, xong trước 15 tháng 12 năm 2026", date(2026, 12, 15)),
        ("Đã khảo sát ngày 18/11/2026, sẽ làm sớm, điện thoại 024 3833 0000", None),
        ("Hoàn thành ngày 31/2/2027 hoặc 1/1/2035", None),
        ("Phòng sẽ xử lý xong trong 2 tuần tới.", date(2026, 12, 4)),
        ("Sẽ thay nắp cống trong vòng 12 ngày", date(2026, 12, 2)),
        ("Tổ thoát nước sẽ xong trong tháng 12.", date(2026, 12, 31)),
        ("Sẽ làm, chậm nhất hết tháng 1", date(2027, 2, 1)),
        ("The lighting team will replace the box by 10 December 2026.", date(2026, 12, 10)),
        ("Looked at on 18 November, done between 5-10 Dec at the latest", date(2026, 12, 10)),
        ("The lamp will be replaced within 2 weeks.", date(2026, 12, 4)),
        ("Cleared within about 12 days at the latest", date(2026, 12, 2)),
        ("To be replaced before December 15th, 2026, or earlier", date(2026, 12, 15)),
        ("We may 30 times be told that in December 2026 it is done", None),
        ("Sẽ thay 5 may bom, gọi số 12 Decor", None),
    ],
)
def test_what_an_answer_promises_ends_with_the_last_day_to_come_that_it_names(
    answer: str, day: date | None
) -> None:
    found = promised(answer, NOW, CALENDAR)
    assert (found.date() if found else None) == day


def test_a_day_off_that_is_no_day_to_come_is_no_promise_for_the_working_day_after_it() -> None:
    sunday = datetime(2026, 11, 22, 9, 0, tzinfo=CALENDAR.zone)
    for answer in ("Ngày 22/11/2026 tổ đã dựng lại rào chắn.", "Đã khảo sát hôm 21/11, nắp mới đang chờ giao."):
        assert promised(answer, sunday, CALENDAR) is None
        assert not for_day_off(answer, sunday, CALENDAR)


@pytest.mark.parametrize(
    "words",
    ["Chờ thiết bị, 20/12 mới xong.", "Chua co vat tu, tuan sau xong", "Xin thêm 5 ngày nữa", "Ngày 28 thợ mới ra",
     "Chiều mai làm xong", "Đến thứ hai mới có xe", "Cuối tháng này xong", "No material yet, done next week",
     "We need 10 more days", "Rain all week, done by 11 December", "No material yet, done on 11 Dec 2026"],
)  # fmt: skip
def test_a_day_may_be_named_roughly(words: str) -> None:
    assert names_day(words, NOW, CALENDAR)


@pytest.mark.parametrize(
    "words",
    ["", "Chưa có vật tư", "Hẹn ngày 15/11 nhưng chưa có vật tư", "Hôm nay mưa to, tổ 3 chưa lắp mái che được",
     "Thiếu 3 nắp cống", "No material yet", "Promised for 15 November 2026, but no material yet"],
)  # fmt: skip
def test_what_is_past_and_why_name_no_day_to_come(words: str) -> None:
    assert not names_day(words, NOW, CALENDAR)
