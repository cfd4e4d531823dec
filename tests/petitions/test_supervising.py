"""Supervision looks at a referral: each step of the ladder comes once, in its order, and only while it is owed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from petitions.case import Referral, ReferralStatus
from petitions.data import load_programme
from petitions.supervising import look

PROGRAMME = load_programme("cau_giay_ward_2025")
LADDER, CALENDAR = PROGRAMME.ladder, PROGRAMME.calendar
SENT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
DUE = PROGRAMME.deadline("KNPA").ends(SENT, CALENDAR)
FRESH = Referral(1, "ward_police", lead=True, status=ReferralStatus.SENT, sent_at=SENT)
ACCEPTED = replace(FRESH, status=ReferralStatus.ACCEPTED, accepted_at=SENT, due_at=DUE)


def steps(share: Referral, days: list[int]) -> list[str]:
    """Return the steps that come while time passes, each taken when it comes."""
    now, found = SENT, list[str]()
    for passed in days:
        now += timedelta(days=passed)
        if step := look(LADDER, share, CALENDAR, now).step:
            found.append(step.id)
            share = replace(share, step=step.id)
    return found


def test_who_acknowledges_nothing_is_asked_once_and_who_accepted_is_urged_step_by_step() -> None:
    assert steps(FRESH, [1] * 40) == ["R0"]
    assert steps(ACCEPTED, [1] * 60) == ["R1", "D1", "D2", "E1", "E2"]


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
