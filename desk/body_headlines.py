"""What stands on top of a body's card: what is expected now, of whom and by when."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from desk.deadlines import acceptance, carrying, overdue, settlement, to_carry_out, wanted
from desk.histories import last, report_sent_back, to_be_done
from desk.letter import Line, Value, body_name, date, fact, within, word
from desk.office import Office
from petitions.case import OVER, Case, Entry, Referral, ReferralStatus, Status
from petitions.workflow import Act


class Now(StrEnum):
    """What is expected of a body, or of whom else it waits."""

    ACCEPT = "accept"
    ACCEPT_ABOVE = "accept_above"
    JOIN = "join"
    ANSWER = "answer"
    CONTRIBUTE = "contribute"
    AWAITS = "awaits"
    MEND = "mend"
    AGAIN = "again"
    ASKED = "asked"
    SUPPLIED = "supplied"
    UNSUPPLIED = "unsupplied"
    MORE = "more"
    GRANTED = "granted"
    DENIED = "denied"
    ABOVE = "above"
    SIGN_OFF = "sign_off"
    CONTRIBUTED = "contributed"
    SIGNED = "signed"
    CARRY = "carry"
    CARRY_AGAIN = "carry_again"
    REPORTED = "reported"
    CARRIED = "carried"
    DISPUTED = "disputed"
    RETURNED = "returned"
    RECALLED = "recalled"
    WITHDRAWN = "withdrawn"
    OFFICE = "office"
    OVER = "over"


_BEGINS: Mapping[Act, Now] = {Act.ACCEPT: Now.ANSWER, Act.SEND_BACK: Now.MEND, Act.REOPEN: Now.AGAIN}
"""What the newest of these acts asks of a lead: what comes in between does not take its place."""
_SINCE: Mapping[Act, Now] = {
    Act.SUPPLY: Now.SUPPLIED,
    Act.EXPIRE: Now.UNSUPPLIED,
    Act.GRANT: Now.GRANTED,
    Act.DENY: Now.DENIED,
}
"""What the newest of these acts adds to a first answer that is awaited."""
_ENDED: Mapping[ReferralStatus, Now] = {
    ReferralStatus.RETURNED: Now.RETURNED,
    ReferralStatus.RECALLED: Now.RECALLED,
}
_AFTERWARDS: Mapping[Status, Now] = {
    Status.ANSWERED: Now.SIGNED,
    Status.DISPUTED: Now.DISPUTED,
    **dict.fromkeys(OVER, Now.OVER),
}
"""Where a petition stands whose answer was signed off; everywhere else the office has it in hand."""
_TOLD_WHY: Mapping[Now, Collection[Act]] = {
    Now.MEND: {Act.SEND_BACK},
    Now.AGAIN: {Act.DISPUTE, Act.SUPPLY},
    Now.DENIED: {Act.DENY},
}
"""Acts whose newest words are part of the headline."""
_TO_CARRY_OUT = frozenset({Now.CARRY, Now.CARRY_AGAIN})
"""Where the headline has the words of the office on what is to be carried out."""


def stands(case: Case, share: Referral, history: Sequence[Entry]) -> Now:
    """Return what is expected of the body whose share this is."""
    if not share.open:
        return _afterwards(case, share, history)
    if share.status is ReferralStatus.ANSWERED:
        return Now.SIGN_OFF if share.lead else Now.CONTRIBUTED
    if share.lead and case.status is Status.WAITING_RESIDENT:
        return Now.ASKED
    if share.status is ReferralStatus.SENT:
        return _accepting(case) if share.lead else Now.JOIN
    return _answering(case, history) if share.lead else Now.CONTRIBUTE


def _accepting(case: Case) -> Now:
    """Return how a lead's acceptance is awaited: what was reported above is not to be returned any more."""
    return Now.ACCEPT_ABOVE if case.status is Status.ESCALATED else Now.ACCEPT


def _answering(case: Case, history: Sequence[Entry]) -> Now:
    if case.status is Status.ESCALATED:
        return Now.ABOVE
    if case.lead_referral and case.lead_referral.asked_days is not None:
        return Now.MORE
    if case.awaited:
        return Now.AWAITS
    begun = next((at for at, entry in reversed([*enumerate(history)]) if entry.act in _BEGINS), 0)
    asked = _BEGINS.get(Act(history[begun].act), Now.ANSWER)
    if asked is not Now.ANSWER:
        return asked
    found = (_SINCE[Act(entry.act)] for entry in reversed(history[begun:]) if entry.act in _SINCE)
    return next(found, Now.ANSWER)


def _afterwards(case: Case, share: Referral, history: Sequence[Entry]) -> Now:
    if share.status in _ENDED:
        withdrawn = share.status is ReferralStatus.RECALLED and case.status is Status.WITHDRAWN
        return Now.WITHDRAWN if withdrawn else _ENDED[share.status]
    if share.lead and case.carry_due:
        if case.carried_at:
            return Now.REPORTED
        return Now.CARRY_AGAIN if report_sent_back(history) else Now.CARRY
    if share.lead and case.carried_at:
        return Now.CARRIED
    return _AFTERWARDS.get(case.status, Now.OFFICE)


def told_why(now: Now, history: Sequence[Entry]) -> Entry | None:
    """Return the entry whose words the headline says, so that they are not said again below."""
    if now in _TO_CARRY_OUT:
        return to_be_done(history)
    acts, again = _TOLD_WHY.get(now, ()), now is Now.AGAIN
    disputed = last(history, Act.DISPUTE) if again else None
    since = history[history.index(disputed) :] if disputed else history
    # Whoever says "not solved" may say what is missing later, or not at all.
    told = (one for one in reversed(since) if one.act in acts and (one.content or not again))
    return next(told, None)


def headline(
    office: Office, case: Case, share: Referral, history: Sequence[Entry], at: datetime
) -> tuple[Line, ...]:
    """Say what is expected of the body, and below it by when."""
    now = stands(case, share, history)
    said = Line(f"body-now-{now}", _facts(office, case, now, history))
    return (said, *_until_when(office, case, share, at))


def _facts(office: Office, case: Case, now: Now, history: Sequence[Entry]) -> Mapping[str, Value]:
    match now:
        case Now.JOIN | Now.CONTRIBUTE | Now.CONTRIBUTED:
            return {"body": body_name(office, case.lead)}
        case Now.ASKED:
            return {"until": date(case.reply_due) if case.reply_due else word("once-told")}
        case Now.MORE:
            return wanted(office, case)
    if now not in {*_TOLD_WHY, *_TO_CARRY_OUT}:
        return {}
    why = told_why(now, history)
    return {"words": why.content["words"] if why and why.content else ""}


def _until_when(office: Office, case: Case, share: Referral, at: datetime) -> Iterable[Line]:
    """Name the date of what the body itself has yet to do; while the resident is asked, nobody is late."""
    if not share.open and share.lead:
        yield from overdue(office, to_carry_out(case), at)
        yield from carrying(case)
    if not share.open or share.status is ReferralStatus.ANSWERED:
        return
    due = case.due if share.lead else share.due_at
    yield from overdue(office, None if case.status is Status.WAITING_RESIDENT else due, at)
    if share.lead:
        yield from acceptance(case)
        yield from settlement(office, case)
    elif share.due_at:
        yield fact("card-due", due=date(share.due_at))
    else:
        yield fact("card-due-once-accepted", limit=within(office.contribution(case)))
