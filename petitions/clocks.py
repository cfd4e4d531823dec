"""Time limits and reminders: which limit binds whom, when it ends, and when the Front reminds a body."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field as Limits

from petitions.calendar import Calendar, Unit
from petitions.kinds import Field, Kind
from petitions.shape import Code, Data, Line, Mark, ProgrammeError, Words

SUPERIOR_OF_LEAD = "superior_of_lead"
"""Stands among those who get a reminder for the first body above the lead on a higher level."""


_DECREE = re.compile(r"(?:Nghị định|NĐ) (\d\S*)")


class Clock(StrEnum):
    """Say whose clock a limit is; a limit without one is only looked up by its id."""

    FIRST_ANSWER = "first_answer"  # the office: tell the sender what becomes of the petition
    ACCEPTANCE = "acceptance"  # the lead body: say whether it takes the matter
    SETTLEMENT = "settlement"  # the lead body: answer
    COORDINATION = "coordination"  # a coordinating body: answer the lead
    REOPENING = "reopening"  # the lead body: answer again, after the resident has said "not solved"
    SUPERVISION = "supervision"  # a body: answer the Front's recommendation


class Deadline(Data):
    """A time limit from one event to another; `n` stays empty until the office fills it in."""

    id: Line
    n: Annotated[int, Limits(ge=0)] | None
    unit: Unit
    start: Words
    end: Words
    basis: Line
    mark: Mark
    clock: Clock | None = None
    kinds: frozenset[Kind] = frozenset()
    fields: frozenset[Field] = frozenset()
    statutory: bool = False  # runs from the raw moment of arrival and is never paused
    extension: Annotated[int, Limits(ge=1)] | None = None  # units by which the law lets it be moved at most

    @property
    def decree(self) -> str | None:
        """Return the number of the decree that sets the limit, None where another source does."""
        cited = _DECREE.fullmatch(self.basis)
        return cited[1] if cited else None

    def covers(self, kind: Kind, field: Field) -> bool:
        """Say whether the limit is one of such petitions."""
        return (not self.kinds or kind in self.kinds) and (not self.fields or field in self.fields)

    def ends(self, start: datetime, calendar: Calendar) -> datetime:
        """Return when the limit ends that began at `start`.

        Raises: ProgrammeError while the office has not filled it in; CalendarError.
        """
        if self.n is None:
            raise ProgrammeError(f"the limit {self.id} is still to be filled in by the office")
        return calendar.due(start, self.n, self.unit, office=not self.statutory)

    def latest(self, start: datetime, calendar: Calendar) -> datetime | None:
        """Return until when the limit may be moved that began at `start`; None where only the office sets it."""
        if not self.statutory:
            return None
        return calendar.due(start, (self.n or 0) + (self.extension or 0), self.unit, office=False)

    def resumed(self, due: datetime, paused_at: datetime, now: datetime, calendar: Calendar) -> datetime:
        """Return the end after a pause: later by its days or working hours, and never later where the law sets it.

        A limit in days moves by whole days, so a pause that ends on the day on which it began moves nothing.
        """
        if self.statutory:
            return due
        if self.unit is Unit.WORKING_DAYS:
            return calendar.shift(due, calendar.days_between(paused_at, now))
        if self.unit is Unit.CALENDAR_DAYS:
            first, last = (moment.astimezone(calendar.zone).date() for moment in (paused_at, now))
            return calendar.due(due, (last - first).days, self.unit, office=False)
        return calendar.extend(due, calendar.working_time(paused_at, now))


class Anchor(StrEnum):
    """Name the event a reminder counts from."""

    REFERRED = "referred"
    ACCEPTANCE = "acceptance"  # the day by which the body is to accept
    DUE = "due"


class Step(Data):
    """A step of the reminder ladder, so many working days after (or before) its anchor.

    A step that counts from the referral or the day of acceptance is for a body that has acknowledged nothing.
    `at_once_after` names a step whose second time within a quarter brings this one on at once.
    """

    id: Line
    anchor: Anchor
    working_days: int
    also_to: tuple[Code, ...] = ()  # besides the lead body
    at_once_after: Line | None = None
    action: Words
    document: Words
    signed: bool  # drafted by the system, sent only by a person


@dataclass(frozen=True)
class Supervised:
    """A referral as the Front's supervision clock sees it; `due_at` is None until the body has accepted.

    `accept_by` is until when the body is to say whether it does, None while no such day runs.
    """

    sent_at: datetime
    accepted_at: datetime | None = None
    due_at: datetime | None = None
    accept_by: datetime | None = None


@dataclass(frozen=True)
class Reminder:
    """A step of the ladder and the moment from which it is due."""

    step: Step
    at: datetime


def reminders(
    ladder: Iterable[Step], referral: Supervised, calendar: Calendar, *, often: Iterable[str] = ()
) -> tuple[Reminder, ...]:
    """Return the reminders that an unanswered referral brings, the earliest first.

    `often` names the steps that this body has been through twice within the quarter.
    """
    steps = [*ladder]
    at = dict(_moments(steps, referral, calendar))
    hurried = ((step, at.get(step.at_once_after or "")) for step in steps if step.at_once_after in {*often})
    at |= {step.id: sooner for step, sooner in hurried if sooner}
    found = (Reminder(step, at[step.id]) for step in steps if step.id in at)
    return tuple(sorted(found, key=lambda reminder: reminder.at))


def _moments(steps: Iterable[Step], referral: Supervised, calendar: Calendar) -> Iterator[tuple[str, datetime]]:
    for step in steps:
        if step.anchor is Anchor.REFERRED and referral.accepted_at is None:
            yield step.id, calendar.shift(calendar.received(referral.sent_at), step.working_days)
        if step.anchor is Anchor.ACCEPTANCE and referral.accepted_at is None and referral.accept_by is not None:
            yield step.id, calendar.shift(referral.accept_by, step.working_days)
        if step.anchor is Anchor.DUE and referral.due_at is not None:
            yield step.id, calendar.shift(referral.due_at, step.working_days)
