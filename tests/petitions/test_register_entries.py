"""What an entry of a register says: days and counts as people write them, and what does not add up."""

from datetime import UTC, date, datetime

import pytest

from petitions.refusal import Refusal
from petitions.registers import (
    COUNTED,
    REGISTERS,
    RULES,
    RegisterEntry,
    broken,
    check,
    read_count,
    read_day,
    read_spoken_day,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12/03/2026", date(2026, 3, 12)),
        (" 1/2 ", date(2026, 2, 1)),
        ("5-11-2026", date(2026, 11, 5)),
        ("20.11.2026", TODAY),
        ("ngày 12 tháng 3 năm 2026", date(2026, 3, 12)),
        ("12 tháng 3", date(2026, 3, 12)),
        ("12 March 2026", date(2026, 3, 12)),
        ("12 Mar", date(2026, 3, 12)),
        ("march 12,  2026", date(2026, 3, 12)),
        ("9 Sept 2026", date(2026, 9, 9)),
        ("5 May 2026", date(2026, 5, 5)),
        ("2026-03-12", date(2026, 3, 12)),
        ("2026-03-12 00:00:00", date(2026, 3, 12)),
    ],
)
def test_a_day_is_read_as_people_and_spreadsheets_write_it(written: str, day: date) -> None:
    assert read_day(written, TODAY) == day


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("", "day-unknown"),
        ("31/02/2026", "day-unknown"),
        ("12/13/2026", "day-unknown"),
        ("46000", "day-unknown"),
        ("12/03/26", "day-unknown"),
        ("31 June 2026", "day-unknown"),
        ("12 Marchs", "day-unknown"),
        ("12 Aprİl 2026", "day-unknown"),
        ("March 2026", "day-unknown"),
        ("21 Nov 2026", "day-future"),
        ("12/03/1999", "day-unknown"),
        ("٢٠/١١/٢٠٢٦", "day-unknown"),
        ("21/11/2026", "day-future"),
        ("31/12", "day-future"),
    ],
)
def test_what_is_no_day_or_still_to_come_is_refused(written: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_day(written, TODAY)
    assert refused.value.key == why


@pytest.mark.parametrize(
    ("said", "day"),
    [("Hôm nay", TODAY), ("hom  qua ", date(2026, 11, 19)), ("yesterday", date(2026, 11, 19)), ("20/11", TODAY)],
)
def test_in_a_chat_today_and_yesterday_can_be_said_but_a_table_needs_the_date(said: str, day: date) -> None:
    assert read_spoken_day(said, TODAY) == day
    if not said[0].isdigit():
        with pytest.raises(Refusal):
            read_day(said, TODAY)


def test_a_count_is_a_whole_number_in_digits() -> None:
    assert [read_count(one) for one in ("0", " 12 ", "99999")] == [0, 12, 99_999]
    for wrong in ("", "-1", "1.5", "1,000", "ba", "٣", "²", "100000"):
        with pytest.raises(Refusal):
            read_count(wrong)


def test_counts_are_compared_once_all_that_a_rule_is_about_is_known() -> None:
    assert list(broken({"works": 2})) == []
    assert [str(rule) for rule in broken({"works": 2, "works_wrong": 3})] == ["works_wrong ≤ works"]
    joint = {"supervisions_joint": 4, "joint_building": 1, "joint_democracy": 1, "joint_land": 1}
    assert list(broken(joint)) == []
    assert len(list(broken({**joint, "joint_other": 0}))) == 1
    assert list(broken({**joint, "joint_other": 1})) == []


def test_an_entry_that_counts_nothing_or_what_another_register_counts_is_refused() -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    for counts, why in (({"receptions": 0}, "entry-empty"), ({"works": 1}, "entry-wrong")):
        with pytest.raises(Refusal) as refused:
            check(RegisterEntry("reception", at, None, counts))
        assert refused.value.key == why


def test_the_total_of_an_entry_counts_no_part_twice() -> None:
    at = datetime(2026, 11, 20, tzinfo=UTC)
    counts = dict(zip(REGISTERS["supervision"], (2, 3, 1, 1, 1, 0), strict=True))
    assert RegisterEntry("supervision", at, None, counts).total == 5
    assert {name for rule in RULES for name in rule.names} <= {*COUNTED}
