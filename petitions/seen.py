"""What residents see of where a petition stands: eight words, and at an end how it came to it."""

from enum import StrEnum

from petitions.case import Case, ReferralStatus, Status
from petitions.kinds import Kind


class Seen(StrEnum):
    """The eight words that a resident sees instead of the status."""

    RECEIVED = "received"
    TRIAGE = "triage"
    NEEDS_MORE = "needs_more"
    REFERRED = "referred"
    IN_PROGRESS = "in_progress"
    ANSWERED = "answered"
    REOPENED = "reopened"
    ENDED = "ended"


_SEEN = {
    Status.DRAFT: Seen.RECEIVED,
    Status.RECEIVED: Seen.RECEIVED,
    Status.TRIAGE: Seen.TRIAGE,
    Status.WAITING_RESIDENT: Seen.NEEDS_MORE,
    Status.REFERRED: Seen.REFERRED,
    Status.WAITING_SIGN_OFF: Seen.IN_PROGRESS,
    Status.ANSWERED: Seen.ANSWERED,
    Status.DISPUTED: Seen.REOPENED,
    Status.ESCALATED: Seen.IN_PROGRESS,
}


def seen_from(status: Status, *, accepted: bool) -> Seen:
    """Return the word for residents, from the status and whether the lead body has accepted."""
    return Seen.IN_PROGRESS if status is Status.REFERRED and accepted else _SEEN.get(status, Seen.ENDED)


def seen(case: Case) -> Seen:
    """Return the word for residents of a petition with its referrals."""
    lead = case.lead_referral
    return seen_from(case.status, accepted=lead is not None and lead.status is not ReferralStatus.SENT)


class Ending(StrEnum):
    """How a petition came to its end, told beside the word for it."""

    ANSWERED = "answered"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    GUIDED = "guided"
    STORED = "stored"
    DENOUNCED = "denounced"
    MERGED = "merged"
    SPLIT = "split"


_ENDINGS = {
    Status.CLOSED: Ending.ANSWERED,
    Status.EXPIRED: Ending.EXPIRED,
    Status.WITHDRAWN: Ending.WITHDRAWN,
    Status.GUIDED: Ending.GUIDED,
    Status.STORED: Ending.STORED,
    Status.MERGED: Ending.MERGED,
    Status.SPLIT: Ending.SPLIT,
}


def ending(status: Status, kind: Kind) -> Ending | None:
    """Return how a petition ended, None while it goes on; one recognised as a denunciation was not just stored."""
    if status is Status.STORED and kind is Kind.TO_CAO:
        return Ending.DENOUNCED
    return _ENDINGS.get(status)
