"""Reminders to senior officers of an answer that waits for their sign-off: before its date, and past it."""

from desk.cards import head
from desk.deadlines import settlement
from desk.histories import answer_of
from desk.letter import Letter, Line, choice, date
from desk.office import Office
from desk.perform import loaded
from desk.telling import tell_role
from petitions.case import Case, Entry, Status
from petitions.roles import Role
from petitions.supervising import Date, look_at_unsigned
from storage.deliveries import When
from storage.unit import Unit


async def look_at(unit: Unit, office: Office, code: str) -> None:
    """Look whether senior officers are to be reminded of an answer; each date of it is told them once.

    It is told by day: a letter that waits for the morning could come after the decision.
    """
    case = await loaded(unit, code)
    lead, answer = case.lead_referral, answer_of(await unit.petitions.history(case))
    if case.status is not Status.WAITING_SIGN_OFF or lead is None or lead.due_at is None or answer is None:
        return
    if (awake := office.wakes(unit.now)) > unit.now:
        await unit.supervision.look_again(lead, awake)
        return
    found = look_at_unsigned(office.programme.ladder, answer.at, lead.due_at, office.programme.calendar, unit.now)
    await unit.supervision.look_again(lead, found.again_at)
    if found.date and await unit.alerts.claim(case.id, f"unsigned-{found.date}-{answer.position}"):
        # It follows the answer, as the letter that first asked for the decision does, and is renewed with that.
        when = When(entry=answer.position)
        await tell_role(unit, Role.SENIOR, _letter(office, case, answer, found.date), case.id, when)


def _letter(office: Office, case: Case, answer: Entry, which: Date) -> Letter:
    lines = (
        Line(_SAID[which], head(office, case)),
        *settlement(office, case),
        Line("unsigned-ask", {"at": date(answer.at)}),
    )
    return Letter(lines, ((choice("button-open", "open", case.code),),), petition=case.id)


_SAID = {Date.NEAR: "unsigned-near", Date.PAST: "unsigned-past"}
