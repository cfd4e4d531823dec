"""The rules that the office works by, loaded once and handed to every act."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches

from petitions.calendar import Unit as CalendarUnit
from petitions.case import Case, Referral, Status
from petitions.clocks import Anchor, Clock, Deadline
from petitions.extending import Request, extended, read_request
from petitions.gate import GateRules
from petitions.kinds import Field, Kind
from petitions.model import Model
from petitions.openings import Openings
from petitions.programme import Body, Programme
from petitions.quiet import QuietHours
from petitions.refusal import Refusal
from petitions.sameness import Sameness
from petitions.vagueness import Vagueness

CONSENT_VERSION = 4
"""Version of the privacy text; raise it whenever what people agree to changes."""

DRAFT_DAYS = 30
"""How long a half-written conversation is kept."""

_FRONT = "front_"
_SILENCE_DAYS = 5
_SOON_DAYS = 2
_REPLY_DAYS, _REMIND_DAYS = 5, 3
_REMINDED_AFTER = timedelta(days=3)
_TIME_TO_COMPLAIN = "KN_HIEU"
_SKEW = timedelta(seconds=2)


def _always() -> bool:
    return True


@dataclass(frozen=True)
class Office:
    """The programme in force, gate and model, and what the operator has set; the same for every act of a process.

    `room` tells whether there is room to keep new petitions; `hold` is how long letters that follow a decision of
    the office wait, so that it can be undone.
    """

    programme: Programme
    gate: GateRules
    model: Model
    openings: Openings
    vagueness: Vagueness
    sameness: Sameness
    quiet: QuietHours | None = None
    keep_years: int = 0
    room: Callable[[], bool] = _always
    hold: timedelta = timedelta(0)

    def lets_go(self, now: datetime) -> datetime:
        """Return when a letter that follows a decision may go; the clocks of two machines differ a little."""
        return now + self.hold + _SKEW if self.hold else now

    def wakes(self, now: datetime) -> datetime:
        """Return when a letter that is not urgent may reach a resident."""
        zone = self.programme.calendar.zone
        return self.quiet.ends(now.astimezone(zone)) if self.quiet else now

    def first_answer_due(self, kind: Kind, field: Field, filed_at: datetime) -> datetime:
        """Return when the resident must hear what becomes of it (Luật Tiếp công dân 2013, Đ28.1)."""
        return self.programme.binding(Clock.FIRST_ANSWER, kind, field).ends(filed_at, self.programme.calendar)

    def usual_answer(self) -> Deadline:
        """Return within how long whoever files an ordinary petition hears what becomes of it."""
        return self.programme.binding(Clock.FIRST_ANSWER, Kind.PHAN_ANH, Field.KHAC)

    def paper_days(self) -> int:
        """Return within how many days a complaint must be handed in, signed (Luật Khiếu nại 2011, Đ9)."""
        return self.programme.deadline(_TIME_TO_COMPLAIN).n or 0

    def settlement_due(self, case: Case, accepted_at: datetime) -> datetime:
        """Return when the accepting body must answer."""
        return self.settlement(case).ends(accepted_at, self.programme.calendar)

    def settlement(self, case: Case) -> Deadline:
        """Return the limit within which the accepting body must answer."""
        return self.programme.binding(Clock.SETTLEMENT, case.kind, case.field)

    def contribution_due(self, case: Case, accepted_at: datetime) -> datetime:
        """Return when an accepting coordinating body must answer the lead."""
        return self.contribution(case).ends(accepted_at, self.programme.calendar)

    def contribution(self, case: Case) -> Deadline:
        """Return the limit within which an accepting coordinating body must answer the lead."""
        return self.programme.limit(Clock.COORDINATION, case.kind, case.field) or self.settlement(case)

    def acceptance_due(self, case: Case, referred_at: datetime) -> datetime | None:
        """Return until when the lead body must say whether it accepts, None where no law says so."""
        limit = self.programme.limit(Clock.ACCEPTANCE, case.kind, case.field)
        return limit.ends(case.paper_at or referred_at, self.programme.calendar) if limit else None

    def resumed(self, case: Case, referral: Referral, now: datetime) -> datetime | None:
        """Return when a body must answer after its clock stood still; None where no limit runs.

        It stands still while the resident is asked, but never where the law sets the limit.
        """
        if referral.due_at is None or referral.paused_at is None:
            return referral.due_at
        limit = self.settlement(case)
        since = max(referral.paused_at, referral.accepted_at or referral.paused_at)
        return limit.resumed(referral.due_at, since, now, self.programme.calendar)

    def requested(self, case: Case, referral: Referral, words: str) -> Request:
        """Read for how much more time a body asks. Raises: Refusal — as `read_request` and `extended`."""
        if referral.due_at is None:
            raise Refusal("refused-state", status=case.status)
        calendar, unit = self.programme.calendar, self.settlement(case).unit
        request = read_request(words, referral.due_at, unit, calendar)
        self.extended(case, referral, request.days)
        return request

    def extended(self, case: Case, referral: Referral, days: int) -> datetime:
        """Return until when a body may answer with so many days more. Raises: Refusal — as `extended`."""
        limit = self.programme.binding(Clock.SETTLEMENT, case.kind, case.field)
        if referral.accepted_at is None or referral.due_at is None:
            raise Refusal("refused-state", status=case.status)
        return extended(limit, referral.accepted_at, referral.due_at, days, self.programme.calendar)

    def reopening_due(self, case: Case, now: datetime) -> datetime:
        """Return when the lead must answer again what was not solved."""
        limit = self.programme.limit(Clock.REOPENING, case.kind, case.field)
        return limit.ends(now, self.programme.calendar) if limit else self.settlement_due(case, now)

    def next_due(self, case: Case, status: Status, now: datetime) -> datetime:
        """Return until when somebody takes the next step of a petition that comes to stand so.

        Referred: until the end of the day on which the body is reminded to accept. Reported above: until those
        above answer. Back at the desk: the limit of the first answer begins anew.
        """
        calendar = self.programme.calendar
        silent = [step.working_days for step in self.programme.ladder if step.anchor is Anchor.REFERRED]
        above = self.programme.limit(Clock.SUPERVISION, case.kind, case.field)
        if status is Status.REFERRED and silent:
            return calendar.due(now, min(silent), CalendarUnit.WORKING_DAYS)
        if status is Status.ESCALATED and above:
            return above.ends(now, calendar)
        return self.first_answer_due(case.kind, case.field, now)

    def asks_again(self, signed_off_at: datetime) -> datetime:
        """Return when a resident who has not judged an answer is reminded once."""
        return signed_off_at + _REMINDED_AFTER

    def silence_ends(self, signed_off_at: datetime) -> datetime:
        """Return when an answer without a word of the resident closes the petition: as a working day ends."""
        return self.programme.calendar.due(signed_off_at, _SILENCE_DAYS, CalendarUnit.WORKING_DAYS, office=False)

    def reply_due(self, asked_at: datetime) -> datetime:
        """Return until when a resident may answer a question: the end of the fifth working day."""
        return self.programme.calendar.due(asked_at, _REPLY_DAYS, CalendarUnit.WORKING_DAYS, office=False)

    def remind_at(self, asked_at: datetime) -> datetime:
        """Return when a resident is reminded of a question."""
        return self.programme.calendar.shift(asked_at, _REMIND_DAYS)

    def replying(self, told_at: datetime) -> dict[str, datetime | None]:
        """Return the clocks of a resident who has read a question, as columns."""
        return {"reply_due": self.reply_due(told_at), "reply_remind_at": self.remind_at(told_at)}

    def judging(self, told_at: datetime, promise: datetime | None = None) -> dict[str, datetime | None]:
        """Return the clocks of a resident who has read an answer, as columns; of a promise from its day on."""
        begins = max(told_at, promise or told_at)
        return {"close_due": self.silence_ends(begins), "remind_due": self.asks_again(begins)}

    def soon(self, now: datetime) -> datetime:
        """Return until when something is due soon: the end of the second working day from now."""
        return self.programme.calendar.due(now, _SOON_DAYS, CalendarUnit.WORKING_DAYS, office=False)

    def tomorrow(self, now: datetime) -> datetime:
        """Return the end of the next working day."""
        return self.programme.calendar.due(now, 1, CalendarUnit.WORKING_DAYS, office=False)

    def keeps_since(self, now: datetime) -> datetime | None:
        """Return from when on ended petitions keep their words: so many years ago, and never a day less.

        None where nothing goes by itself: records of an office are destroyed by its own decision.
        """
        return now - timedelta(days=366 * self.keep_years) if self.keep_years else None

    def body(self, code: str) -> Body:
        """Return a body of the programme. Raises: Refusal `unknown-body`."""
        found = next((body for body in self.programme.bodies if body.code == code), None)
        if found is None:
            near = get_close_matches(code, [body.code for body in self.programme.bodies], n=1)
            raise Refusal("unknown-body", body=code, near=near[0] if near else "none")
        return found

    @property
    def front(self) -> str | None:
        """Return the code of the Front's own body; a programme calls it after its level."""
        codes = (body.code for body in self.programme.bodies)
        return next((code for code in codes if code.startswith(_FRONT)), None)

    def limit(self, deadline: str) -> Deadline | None:
        """Return a limit with its number, None where the programme has none."""
        return next((one for one in self.programme.deadlines if one.id == deadline and one.n), None)
