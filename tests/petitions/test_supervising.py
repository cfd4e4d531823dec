"""Supervision looks at a referral: each step of the ladder comes once, in its order, and only while it is owed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from petitions.case import Referral, ReferralStatus
from petitions.data import load_programme
from petitions.supervising import Date, look, look_at_unsigned

PROGRAMME = load_programme("cau_giay_ward_2025")
LADDER, CALENDAR = PROGRAMME.ladder, PROGRAMME.calendar
MINUTE = timedelta(minutes=1)
SENT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
DUE = PROGRAMME.deadline("KNPA").ends(SENT, CALENDAR)
FRESH = Referral(1, "ward_police", lead=True, status=ReferralStatus.SENT, sent_at=SENT)
ACCEPTED = replace(FRESH, status=ReferralStatus.ACCEPTED, accepted_at=SENT, due_at=DUE)


def steps(
    share: Referral, days: list[int], accept_by: datetime | None = None, set_at: datetime | None = None
) -> list[str]:
    """Return the steps that come while time passes, each taken when it comes."""
    now, found = SENT, list[str]()
    for passed in days:
        now += timedelta(days=passed)
        if step := look(LADDER, share, CALENDAR, now, set_at=set_at, accept_by=accept_by).step:
            found.append(step.id)
            share = replace(share, step=step.id)
    return found


def test_who_acknowledges_nothing_is_asked_again_and_urged_and_who_accepted_is_urged_step_by_step() -> None:
    assert steps(FRESH, [1] * 60, CALENDAR.shift(SENT, 2)) == ["R0", "R0B", "A1", "A2"]
    assert steps(FRESH, [1] * 60) == ["R0"], "no day of acceptance runs"
    assert steps(ACCEPTED, [1] * 60) == ["R1", "D1", "D2", "E1", "E2"]


def test_nobody_is_asked_again_to_accept_before_the_day_for_it_is_past_and_that_day_is_looked_at() -> None:
    law = CALENDAR.shift(SENT, 10)
    assert steps(FRESH, [1] * 14, law) == ["R0"]
    now = law - timedelta(hours=1)
    assert look(LADDER, FRESH, CALENDAR, now, accept_by=law).again_at == law


def test_after_a_long_silence_of_our_own_only_the_last_step_counts() -> None:
    assert steps(ACCEPTED, [60, 1, 1]) == ["E2"]


def test_a_body_that_was_urged_twice_before_in_the_quarter_is_reported_at_once() -> None:
    now = CALENDAR.shift(DUE, 5)
    assert look(LADDER, ACCEPTED, CALENDAR, now, often={"R1", "D1"}).step == PROGRAMME.step("D2")
    assert look(LADDER, ACCEPTED, CALENDAR, now, often={"R1", "D1", "D2"}).step == PROGRAMME.step("E2")


@given(some.lists(some.integers(0, 20), max_size=40), some.booleans())
def test_no_step_comes_twice_or_out_of_order_and_the_next_look_is_never_in_the_past(
    days: list[int], accepted: bool
) -> None:
    share = ACCEPTED if accepted else FRESH
    found = steps(share, days)
    order = [step.id for step in LADDER]
    assert found == sorted(set(found), key=order.index)
    now = SENT + timedelta(days=sum(days))
    assert now < look(LADDER, share, CALENDAR, now).again_at <= now + timedelta(days=1)


def test_an_answer_that_waits_for_its_sign_off_is_brought_up_when_bodies_are_and_when_its_date_is_past() -> None:
    near = CALENDAR.shift(DUE, -3)
    for now, expected in (
        (near - MINUTE, None),
        (near, Date.NEAR),
        (DUE - MINUTE, Date.NEAR),
        (DUE, Date.PAST),
        (DUE + timedelta(days=60), Date.PAST),
    ):
        assert look_at_unsigned(LADDER, SENT, DUE, CALENDAR, now).date is expected


def test_nobody_is_reminded_of_an_answer_that_came_within_a_working_day() -> None:
    late = DUE + timedelta(hours=1)
    for answered_at in (CALENDAR.shift(DUE, -2), CALENDAR.shift(DUE, -1) + MINUTE, late):
        rested = CALENDAR.shift(answered_at, 1)
        found = look_at_unsigned(LADDER, answered_at, DUE, CALENDAR, rested - MINUTE)
        assert found.date is None
        assert found.again_at == rested
        after = look_at_unsigned(LADDER, answered_at, DUE, CALENDAR, rested)
        assert after.date is (Date.NEAR if rested < DUE else Date.PAST)


@given(some.integers(0, 40), some.lists(some.integers(0, 5), max_size=20))
def test_a_date_that_is_set_so_near_that_its_reminder_would_have_come_before_is_pressed_for_only_once_it_is_past(
    left: int, days: list[int]
) -> None:
    due = CALENDAR.shift(SENT, left)
    share = replace(ACCEPTED, due_at=due)
    near = CALENDAR.shift(due, -3) <= SENT
    found = steps(share, days, set_at=SENT)
    assert not (near and "R1" in found)
    assert found == [one for one in steps(share, days) if not near or one != "R1"]
