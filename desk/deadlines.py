"""The dates by which somebody hears something about a petition, as those who work on it read them."""

from collections.abc import Iterable
from datetime import datetime

from desk.letter import Line, Value, date, day, fact, limit, within
from desk.office import Office
from petitions.case import ENDS, Case, Referral, ReferralStatus, Status
from petitions.following_up import for_day_off, promised
from petitions.kinds import TO_COME
from petitions.queues import AT_DESK
from petitions.refusal import Refusal

_OWING = frozenset({ReferralStatus.SENT, ReferralStatus.ACCEPTED})
"""Where a body has yet to answer."""


def overdue(office: Office, due: datetime | None, now: datetime) -> Iterable[Line]:
    """Say for how many days the date of what is in hand is past, where it is; the date itself stands below."""
    if due and due < now:
        zone = office.programme.calendar.zone
        yield fact("card-overdue", days=(now.astimezone(zone).date() - due.astimezone(zone).date()).days)


def to_carry_out(case: Case) -> datetime | None:
    """Return until when what was answered is to be carried out, while no report says that it was."""
    return None if case.carried_at else case.carry_due


def deadlines(office: Office, case: Case, now: datetime | None = None) -> Iterable[Line]:
    """Name the dates by which the resident hears something, also once they are past, and has to say something.

    `now` is given for residents, who read of each date whether it is past; a card says that above them all.
    """
    yield from _first_answer(case, now)
    yield from settlement(office, case, now)
    yield from _next(case, now)
    yield from _of_author(case)
    yield from carrying(case)


def _first_answer(case: Case, now: datetime | None) -> Iterable[Line]:
    """Name until when the resident hears what becomes of it, and when they did; past it the office is told."""
    due = date(case.first_answer_due)
    if case.first_answer_at and case.untold_since == case.first_answer_at:
        yield fact("card-first-decided", due=due, at=date(case.first_answer_at))
    elif case.first_answer_at:
        yield fact("card-first-answered", due=due, at=date(case.first_answer_at))
    elif case.status not in ENDS:
        yield fact("card-first-answer", due=limit(case.first_answer_due, now, "past-reminded"))


def _next(case: Case, now: datetime | None) -> Iterable[Line]:
    """Name until when the office goes on with what has come back to it, or those above answer."""
    if case.status not in AT_DESK or case.first_answer_at is None or case.next_due is None:
        return
    due = limit(case.next_due, now, "past-unanswered")
    if case.status is Status.ESCALATED:
        yield fact("card-next-above", due=due)
    elif case.due == case.next_due:
        yield fact("card-next", due=due)


def _of_author(case: Case) -> Iterable[Line]:
    """Name until when the author may answer a question, or judge an answer before it ends by their silence."""
    if case.status is Status.WAITING_RESIDENT and case.reply_due:
        yield fact("card-reply-due", due=date(case.reply_due))
    elif case.status is Status.ANSWERED and case.close_due:
        yield fact("card-close-due", due=date(case.close_due))


def carrying(case: Case) -> Iterable[Line]:
    """Name until when what was answered is to be carried out, and when its body reported that it was."""
    if case.carry_due and case.carried_at:
        yield fact("card-carry-reported", due=date(case.carry_due), at=date(case.carried_at))
    elif case.carry_due:
        yield fact("card-carry-due", due=date(case.carry_due))
    elif case.carried_at:
        yield fact("card-carried", at=date(case.carried_at))


def promise_ends(office: Office, case: Case, answer: str, now: datetime) -> datetime | None:
    """Return until when a lead is to carry out what its answer promises, None where the answer promises nothing.

    That is the day which the answer names; where it names none, as long as the programme gives for settling.
    """
    if case.result not in TO_COME:
        return None
    return promised(answer, now, office.programme.calendar) or office.settlement_due(case, now)


def after_day_off(office: Office, answer: str, now: datetime) -> Iterable[Line]:
    """Say of a promise for a day off why its limit is later."""
    if for_day_off(answer, now, office.programme.calendar):
        yield Line("limit-after-day-off")


def promise_of(case: Case) -> datetime | None:
    """Return until when what an answer promises is to be carried out: before that it is not to be judged."""
    return case.carry_due if case.result in TO_COME else None


def acceptance_due(case: Case) -> datetime | None:
    """Return until when a lead body that has not accepted is, or was, to say whether it does.

    Where no law says so, that is when it is reminded to.
    """
    lead = case.lead_referral
    return case.due if lead and lead.status is ReferralStatus.SENT else None


def acceptance(case: Case) -> Iterable[Line]:
    """Name until when a lead body is to say whether it accepts, where no law does: then it is reminded."""
    due = acceptance_due(case)
    if due and case.lead_referral and case.lead_referral.due_at is None:
        yield fact("card-acceptance-due", due=date(due))


def settlement(office: Office, case: Case, now: datetime | None = None) -> Iterable[Line]:
    """Name until when the lead body answers, also once it has; before it accepts, how long it will have.

    Whoever withdrew awaits no answer any more, nor does anybody where the petition ended without one. With `now`
    it says of a date that it is past, where the body has not answered and its clock does not stand still.
    """
    lead = None if case.status in ENDS else case.latest_lead
    owing_at = now if lead and lead.status in _OWING and not lead.paused_at else None
    if lead and lead.accepted_at and lead.due_at:
        yield fact("card-due", due=limit(lead.due_at, owing_at, "past-unanswered"))
    elif lead and lead.open:
        if lead.due_at:
            yield fact("card-acceptance-due", due=limit(lead.due_at, owing_at, "past-unanswered"))
        yield fact("card-due-once-accepted", limit=within(office.settlement(case)))


def check_movable(office: Office, case: Case) -> None:
    """Refuse more time that nobody could grant. Raises: Refusal — `extension-unlawful`, `refused-state`."""
    office.extended(case, asking(case.lead_referral), 1)


def movable(office: Office, case: Case) -> bool:
    """Tell whether the lead's limit may move at all; a card offers nothing that the law forbids."""
    try:
        check_movable(office, case)
    except Refusal:
        return False
    return True


def wanted(office: Office, case: Case) -> dict[str, Value]:
    """Say how much more time the lead has asked for, as its limit counts days, and until when that is."""
    share = asking(case.lead_referral)
    days = share.asked_days or 0
    return {"more": within(office.settlement(case), days), "due": day(office.extended(case, share, days))}


def asking(share: Referral | None) -> Referral:
    """Return the share that may ask for more time, or has asked."""
    assert share is not None  # noqa: S101 - only a body at work asks, and only what it asked is decided
    return share
