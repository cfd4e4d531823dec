"""The Front's supervision of a referral: which step of the ladder is due now, and when to look again.

An answer that waits for its sign-off is looked at likewise.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from petitions.calendar import Calendar
from petitions.case import Referral
from petitions.clocks import Anchor, Step, Supervised, reminders

_LOOK_AGAIN = timedelta(days=1)


@dataclass(frozen=True)
class Look:
    """What a look at a referral brought: the step that is due (None: none that was not taken), the next look."""

    step: Step | None
    again_at: datetime


def look(
    ladder: Sequence[Step],
    share: Referral,
    calendar: Calendar,
    now: datetime,
    *,
    set_at: datetime | None = None,
    accept_by: datetime | None = None,
    often: Iterable[str] = (),
) -> Look:
    """Look at an unanswered referral; of several steps that became due meanwhile only the last one counts.

    `set_at` is when its date was set: what would have reminded of it before then does not come any more.
    `accept_by` is until when its body is to accept it, while it has not, and is looked at itself when it comes.
    `often` names the steps that the body has been through within the quarter, besides this referral.
    """
    at_work = Supervised(share.sent_at, share.accepted_at, share.due_at if share.accepted_at else None, accept_by)
    every = reminders(ladder, at_work, calendar, often=often)
    found = [one for one in every if one.step.working_days >= 0 or set_at is None or one.at > set_at]
    order = [step.id for step in ladder]
    taken = order.index(share.step) if share.step in order else -1
    due = [one.step for one in found if one.at <= now and order.index(one.step.id) > taken]
    ahead = [*(one.at for one in found), *([accept_by] if accept_by else [])]
    later = [at for at in ahead if at > now]
    return Look(due[-1] if due else None, min([*later, now + _LOOK_AGAIN]))


class Date(StrEnum):
    """How the date of an answer that waits for its sign-off stands."""

    NEAR = "near"
    PAST = "past"


@dataclass(frozen=True)
class LookAtUnsigned:
    """What a look at an answer brought: which reminder of its date is due (None: none), the next look."""

    date: Date | None
    again_at: datetime


def look_at_unsigned(
    ladder: Sequence[Step], answered_at: datetime, due: datetime, calendar: Calendar, now: datetime
) -> LookAtUnsigned:
    """Look at an answer that nobody has signed off: near is when the ladder first reminds bodies of a date.

    For a working day from the answer nobody is reminded of it, whatever its date.
    """
    rested = calendar.shift(answered_at, 1)
    ahead = [step.working_days for step in ladder if step.anchor is Anchor.DUE and step.working_days < 0]
    at = {Date.NEAR: max(rested, calendar.shift(due, min(ahead, default=0))), Date.PAST: max(rested, due)}
    reached = [date for date in Date if at[date] <= now]
    later = [one for one in at.values() if one > now]
    return LookAtUnsigned(reached[-1] if reached else None, min([*later, now + _LOOK_AGAIN]))
