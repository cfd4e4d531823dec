"""Whose limit it is and when it ends: clocks of referrals, pauses, and the ladder of reminders."""

from datetime import datetime, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.calendar import Unit
from petitions.clocks import Clock, Deadline, Supervised, reminders
from petitions.competence import Topic
from petitions.data import load_programme
from petitions.kinds import Field, Kind, Level
from petitions.programme import Programme
from petitions.routing import lead_limit
from petitions.shape import ProgrammeError
from tests.petitions.test_calendar import at, moments


@cache
def programme() -> Programme:
    return load_programme("cau_giay_ward_2025")


def limit(n: int, unit: Unit, *, statutory: bool) -> Deadline:
    words = {"vi": "a", "en": "a"}
    known = {"id": "X", "start": words, "end": words, "basis": "b", "mark": "decided"}
    return Deadline.model_validate({**known, "n": n, "unit": unit, "statutory": statutory})


@pytest.mark.parametrize(
    ("kind", "field", "rule"),
    [
        (Kind.PHAN_ANH, Field.TN, "KNPA"),
        (Kind.KHIEU_NAI, Field.DAT, "KN_TL"),  # first whether the complaint is accepted
        (Kind.KN_CU_TRI, Field.GT, "CT_HDND"),
        (Kind.GOP_Y_DU_THAO, Field.KHAC, "MT_PB"),
        (Kind.TRANH_CHAP, Field.HGCS, "KNPA"),
        (Kind.TRANH_CHAP, Field.DAT, "DD_HG"),  # the limit that names the field goes first
        (Kind.CAM_ON, Field.KHAC, None),
    ],
)
def test_each_kind_has_the_limit_of_its_lead(kind: Kind, field: Field, rule: str | None) -> None:
    found = lead_limit(Topic(kind, field, Level.WARD), programme())
    assert (found.id if found else None) == rule


def test_the_first_answer_is_the_same_for_all_and_set_by_law() -> None:
    for kind in Kind:
        first = programme().binding(Clock.FIRST_ANSWER, kind, Field.KHAC)
        assert (first.id, first.statutory) == ("TCD28", True)
    assert programme().binding(Clock.SETTLEMENT, Kind.KHIEU_NAI, Field.DAT).id == "KN_GQ1"
    assert programme().binding(Clock.SETTLEMENT, Kind.HOI_DAP, Field.DAT).id == "KNPA"


def test_a_limit_that_is_still_open_is_never_counted() -> None:
    with pytest.raises(ProgrammeError, match="IH_BT is still to be filled in"):
        programme().deadline("IH_BT").ends(at("2026-11-20T09:00"), programme().calendar)


def test_our_own_clock_begins_with_the_office_and_the_laws_with_the_arrival() -> None:
    late, calendar = at("2026-11-20T17:30"), programme().calendar
    assert limit(1, Unit.WORKING_DAYS, statutory=False).ends(late, calendar) == at("2026-11-25T17:00")
    assert limit(1, Unit.WORKING_DAYS, statutory=True).ends(late, calendar) == at("2026-11-23T17:00")


def test_a_pause_moves_our_own_clock_by_its_days_and_the_laws_never() -> None:
    due, asked, supplied = at("2026-12-14T17:00"), at("2026-11-20T16:00"), at("2026-11-23T09:00")
    ours, laws = limit(15, Unit.WORKING_DAYS, statutory=False), limit(15, Unit.WORKING_DAYS, statutory=True)
    assert ours.resumed(due, asked, supplied, programme().calendar) == at("2026-12-15T17:00")
    assert laws.resumed(due, asked, supplied, programme().calendar) == due


def test_a_pause_that_ends_on_its_day_moves_no_limit_in_days() -> None:
    due, asked = at("2026-12-14T17:00"), at("2026-11-20T09:00")
    for unit in (Unit.WORKING_DAYS, Unit.CALENDAR_DAYS):
        ours = limit(15, unit, statutory=False)
        assert ours.resumed(due, asked, at("2026-11-20T16:59"), programme().calendar) == due
    days = limit(15, Unit.CALENDAR_DAYS, statutory=False)
    assert days.resumed(due, asked, at("2026-11-23T09:00"), programme().calendar) == at("2026-12-17T17:00")


@given(moments, st.timedeltas(timedelta(), timedelta(days=30)), st.timedeltas(timedelta(), timedelta(days=30)))
def test_two_pauses_one_after_the_other_move_a_limit_in_days_as_far_as_one(
    asked: datetime, first: timedelta, second: timedelta
) -> None:
    calendar, ours = programme().calendar, limit(15, Unit.WORKING_DAYS, statutory=False)
    due, between, end = at("2026-12-14T17:00"), asked + first, asked + first + second
    whole = ours.resumed(due, asked, end, calendar)
    assert ours.resumed(ours.resumed(due, asked, between, calendar), between, end, calendar) == whole
    assert due <= whole
    assert whole.time() == due.time()


@given(moments, st.timedeltas(timedelta(), timedelta(days=30)), moments)
def test_a_pause_of_our_own_clock_in_hours_adds_exactly_its_working_time(
    asked: datetime, lasting: timedelta, due: datetime
) -> None:
    calendar = programme().calendar
    later = limit(15, Unit.WORKING_HOURS, statutory=False).resumed(due, asked, asked + lasting, calendar)
    assert calendar.working_time(due, later) == calendar.working_time(asked, asked + lasting)


def test_the_ladder_climbs_from_the_referral_and_around_the_due_date() -> None:
    sent, due = at("2026-11-20T09:00"), at("2026-12-14T17:00")
    silent = reminders(programme().ladder, Supervised(sent), programme().calendar)
    assert [(one.step.id, one.at) for one in silent] == [("R0", at("2026-11-25T09:00"))]
    waited_for = Supervised(sent, accept_by=at("2026-11-25T09:00"))
    assert [(one.step.id, one.at) for one in reminders(programme().ladder, waited_for, programme().calendar)] == [
        ("R0", at("2026-11-25T09:00")),
        ("R0B", at("2026-11-30T09:00")),
        ("A1", at("2026-12-03T09:00")),
        ("A2", at("2026-12-08T09:00")),
    ]
    accepted = reminders(programme().ladder, Supervised(sent, sent, due), programme().calendar)
    assert [(one.step.id, one.at) for one in accepted] == [
        ("R1", at("2026-12-09T17:00")),
        ("D1", at("2026-12-15T17:00")),
        ("D2", at("2026-12-21T17:00")),
        ("E1", at("2026-12-28T17:00")),
        ("E2", at("2027-01-05T17:00")),
    ]


def test_a_second_formal_reminder_in_a_quarter_brings_the_last_step_on_at_once() -> None:
    sent, due = at("2026-11-20T09:00"), at("2026-12-14T17:00")
    found = reminders(programme().ladder, Supervised(sent, sent, due), programme().calendar, often=["D2"])
    assert [one.step.id for one in found if one.at == at("2026-12-21T17:00")] == ["D2", "E2"]


def test_from_the_first_formal_reminder_on_a_person_signs() -> None:
    assert [(step.id, step.signed) for step in programme().ladder] == [
        ("R0", False),
        ("R0B", False),
        ("A1", True),
        ("A2", True),
        ("R1", False),
        ("D1", True),
        ("D2", True),
        ("E1", True),
        ("E2", True),
    ]


@pytest.mark.parametrize(
    ("lead", "above"),
    [
        ("ward_economy_infrastructure", "city_committee"),
        ("ward_police", "city_police"),
        ("ward_committee", "city_committee"),
        ("drainage_company", "city_committee"),
        ("water_company", None),
        ("city_committee", None),
    ],
)
def test_the_last_step_goes_to_the_first_body_above_on_a_higher_level(lead: str, above: str | None) -> None:
    told = programme().told(programme().step("E2"), lead)
    assert told == (lead, above) if above else (lead,)


@given(moments, st.integers(0, 40), st.booleans())
def test_no_reminder_falls_on_a_day_off_and_later_steps_never_come_earlier(
    sent: datetime, days: int, accepted: bool
) -> None:
    calendar, sent = (
        programme().calendar,
        sent + timedelta(days=30),
    )  # reminders before the first known day have none
    due = calendar.due(sent, days, Unit.WORKING_DAYS)
    found = reminders(programme().ladder, Supervised(sent, sent if accepted else None, due), calendar)
    assert [one.at for one in found] == sorted(one.at for one in found)
    for one in found:
        assert calendar.is_working_day(one.at.date())
