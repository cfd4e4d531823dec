"""The Front's supervision of a referral: which step of the ladder is due now, and when to look again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from petitions.calendar import Calendar
from petitions.case import Referral
from petitions.clocks import Step, Supervised, reminders

_LOOK_AGAIN = timedelta(days=1)


@dataclass(frozen=True)
class Look:
    """What a look at a referral brought: the step that is due (None: none that was not taken), the next look."""

    step: Step | None
    again_at: datetime


def look(
    ladder: Sequence[Step], share: Referral, calendar: Calendar, now: datetime, *, often: Iterable[str] = ()
) -> Look:
    """Look at an unanswered referral; of several steps that became due meanwhile only the last one counts.

    `often` names the steps that its body has been through within the quarter, besides this referral.
    """
    at_work = Supervised(share.sent_at, share.accepted_at, share.due_at if share.accepted_at else None)
    found = reminders(ladder, at_work, calendar, often=often)
    order = [step.id for step in ladder]
    taken = order.index(share.step) if share.step in order else -1
    due = [one.step for one in found if one.at <= now and order.index(one.step.id) > taken]
    later = [one.at for one in found if one.at > now]
    return Look(due[-1] if due else None, min([*later, now + _LOOK_AGAIN]))
