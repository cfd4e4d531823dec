"""A petition as the rules see it: the case, its referrals, and the entries of its history."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from petitions.competence import Topic
from petitions.kinds import COUNTER, Disposition, Field, Kind, Level, Result


class Status(StrEnum):
    """Where a petition stands; the last five are ends."""

    DRAFT = "draft"
    RECEIVED = "received"
    TRIAGE = "triage"
    WAITING_RESIDENT = "waiting_resident"
    REFERRED = "referred"
    WAITING_SIGN_OFF = "waiting_sign_off"
    ANSWERED = "answered"
    DISPUTED = "disputed"
    ESCALATED = "escalated"
    CLOSED = "closed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    SPLIT = "split"
    GUIDED = "guided"
    STORED = "stored"


ENDS = frozenset({Status.WITHDRAWN, Status.MERGED, Status.SPLIT, Status.GUIDED, Status.STORED})
OVER = ENDS | {Status.CLOSED, Status.EXPIRED}
"""Where nobody has anything to do; out of the last two the resident's word leads back."""
IN_HAND = frozenset(Status) - OVER - {Status.DRAFT, Status.ANSWERED}
"""Where somebody still has something to do: the office, a body, or the resident who was asked."""


class ReferralStatus(StrEnum):
    """Where one body's share of a petition stands."""

    SENT = "sent"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    ANSWERED = "answered"
    SIGNED_OFF = "signed_off"
    RECALLED = "recalled"


OPEN_REFERRALS = frozenset({ReferralStatus.SENT, ReferralStatus.ACCEPTED, ReferralStatus.ANSWERED})


class Audience(StrEnum):
    """Who may read an entry besides the office; an entry without any audience is an internal note."""

    RESIDENT = "resident"
    BODY = "body"


class NameShown(StrEnum):
    """How the resident's name is shown (domain term: danh tính công khai)."""

    BODY = "body"
    OFFICE = "office"
    NOBODY = "nobody"


@dataclass(frozen=True)
class Referral:
    """One body's share of a petition, with its own clock.

    `due_at` is when the body must answer once it has accepted; before, when it must say whether it accepts, where
    the law sets a limit for that or its silence was reported above. `paused_at`: the resident has been asked
    since, and the clock stands still. `asked_days`: so much more time is asked for, and nobody has decided yet.
    `step`: the last step of the ladder of reminders that was brought up, `urged`: the last one that was sent.
    `clerk_id`: the person of the body who works on it, where its head has said so.
    """

    id: int
    body: str
    lead: bool
    status: ReferralStatus
    sent_at: datetime
    accepted_at: datetime | None = None
    due_at: datetime | None = None
    paused_at: datetime | None = None
    asked_days: int | None = None
    step: str | None = None
    urged: str | None = None
    clerk_id: int | None = None

    @property
    def open(self) -> bool:
        """Tell whether the body still has something to do or to await."""
        return self.status in OPEN_REFERRALS


@dataclass(frozen=True)
class Case:
    """A petition without its words: what rules, queues and figures need.

    `entries` counts the history and doubles as the version that a button carries; `head` is the hash of the
    last entry. `disposition` is what the desk did, `result` what came of it; neither is the status. A complaint is
    only registered beforehand until its signed paper is presented, at `paper_at`. `reopened_at`: the resident's
    first "not solved" has brought it back to the lead. `remind_due`: the resident is to be reminded to judge it.
    `officer_id` is the person of the desk who works on it, `precedence` its rank in the queues.
    `reply_due` is until when the resident who was asked may answer, `next_due` until when somebody takes the next
    step once the first answer is given and no body's own clock runs. `merged_into`, `split_from` and
    `recurring_of` are codes of other petitions: what goes on instead, the whole of which this was a part, and the
    one about the same matter that had been closed shortly before. `handed_in_at`: of such a part, when its author
    had handed in the whole; `filed_at` is when it was set apart. `source` is the channel on which it came.
    `carry_due` is until when what was answered is to be carried out, None where nobody follows that up (any more);
    `carried_at` is when the lead body reported that it was. `close_due` is when the resident's silence ends the
    petition once it is answered. `untold_since`: since then the desk has something to tell an author without an
    account here; `close_due`, `remind_due` and `reply_due` begin once it has told them.
    """

    id: int
    code: str
    person: int
    status: Status
    kind: Kind
    field: Field
    level: Level
    lead: str | None
    name_shown: NameShown
    filed_at: datetime
    first_answer_due: datetime
    entries: int
    head: bytes
    disposition: Disposition | None = None
    result: Result | None = None
    first_answer_at: datetime | None = None
    signed_off_at: datetime | None = None
    street: str | None = None
    residential_group: str | None = None
    paper_at: datetime | None = None
    reopened_at: datetime | None = None
    remind_due: datetime | None = None
    referrals: tuple[Referral, ...] = ()
    erased: bool = False
    precedence: int = 1
    officer_id: int | None = None
    reply_due: datetime | None = None
    merged_into: str | None = None
    split_from: str | None = None
    recurring_of: str | None = None
    programme: str = ""
    source: str = "telegram"
    next_due: datetime | None = None
    carry_due: datetime | None = None
    carried_at: datetime | None = None
    close_due: datetime | None = None
    untold_since: datetime | None = None
    handed_in_at: datetime | None = None

    @property
    def handed_in(self) -> datetime:
        """Return when its author handed it in, by itself or as a part of what the office split since."""
        return self.handed_in_at or self.filed_at

    @property
    def at_counter(self) -> bool:
        """Tell whether an officer took it down for somebody without an account here, who is told by the desk."""
        return self.source in COUNTER

    @property
    def topic(self) -> Topic:
        """Return what competence depends on."""
        return Topic(self.kind, self.field, self.level, self.residential_group, self.street)

    @property
    def at_work(self) -> tuple[Referral, ...]:
        """Return the shares of all bodies that still have something to do or to await."""
        return tuple(one for one in self.referrals if one.open)

    @property
    def awaited(self) -> tuple[Referral, ...]:
        """Return the shares of coordinating bodies that have not answered the lead yet."""
        return tuple(one for one in self.at_work if not one.lead and one.status is not ReferralStatus.ANSWERED)

    @property
    def lead_referral(self) -> Referral | None:
        """Return the lead body's open referral, None where no lead is at work."""
        return next((one for one in reversed(self.referrals) if one.lead and one.open), None)

    @property
    def latest_lead(self) -> Referral | None:
        """Return the referral of the lead body at work, or of the one whose answer was signed off last."""
        shares = (one for one in reversed(self.referrals) if one.open or one.status is ReferralStatus.SIGNED_OFF)
        return next((one for one in shares if one.lead), None)

    @property
    def reminded(self) -> Referral | None:
        """Return the share of which the Front reminds the lead body: at work, or yet to be carried out."""
        if self.carry_due and self.carried_at is None and self.latest_lead:
            return replace(self.latest_lead, due_at=self.carry_due)
        return self.lead_referral

    @property
    def due(self) -> datetime | None:
        """Return until when the lead body or the office must act: whatever is in hand has a date.

        None where nobody has it in hand, and while the resident is asked: then nobody else is late.
        """
        if self.status not in IN_HAND or self.status is Status.WAITING_RESIDENT:
            return None
        lead = self.lead_referral
        if lead and lead.due_at:
            return lead.due_at
        return self.next_due if self.first_answer_at else self.first_answer_due


@dataclass(frozen=True)
class Entry:
    """One line of a petition's history; `content` are its words, None where there are none or they are erased."""

    position: int
    at: datetime
    actor: int | None
    role: str
    act: str
    audience: frozenset[Audience]
    basis: str | None
    facts: Mapping[str, Any]
    content: Mapping[str, Any] | None = None
    erased: bool = False
    media: tuple[int, ...] = field(default=())


def later_due(before: Case, case: Case) -> datetime | None:
    """Return until when the lead answers now, where its clock stood still meanwhile; None where nothing moved."""
    lead, old = case.lead_referral, before.lead_referral
    return lead.due_at if lead and old and lead.due_at != old.due_at else None
