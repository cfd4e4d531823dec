"""The weekly summary: made once by whichever worker looks first, told to the leaders, its figures kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desk.directives import open_ones
from desk.letter import Letter, Line, Value, body_name, choice, date, fact, period_name, say, several, word
from desk.office import Office
from desk.telling import deliver, tell_of_unreachable_leaders, tell_role
from locales import Words
from petitions.case import Status
from petitions.periods import Due, Weekly, due_summary
from petitions.roles import Role
from reports import papers, records, views
from reports.figures import Report, report
from storage.deliveries import When
from storage.directives import Directive
from storage.papers import Paper
from storage.unit import Unit

_TO_DECIDE = (Status.ESCALATED, Status.DISPUTED, Status.WAITING_SIGN_OFF)
_MORE_TIME = "more_time"
_UNACCEPTED, _DRAFTS = "unaccepted", "drafts"
_WORDS = {_MORE_TIME: "summary-asking", _UNACCEPTED: "summary-unaccepted", _DRAFTS: "summary-drafts"}
_LISTED = 8
"""Missed weeks that are listed one by one; a longer absence is counted."""


@dataclass(frozen=True)
class Summary:
    """A summary before its papers are made: its report, the letter that tells it, and what is kept of it."""

    said: Report
    letter: Letter
    kept: Mapping[str, Any]


async def send_due(unit: Unit, office: Office, weekly: Weekly, words: Words) -> bool:
    """Make the summary that is due and put it into the leaders' lines; False where none is, or it is made.

    Its papers are made once for each language that a leader reads.
    """
    due = await _due(unit, office, weekly)
    if due is None or not await unit.summaries.claim(_key(office, due), due.at):
        return False
    made = await compose(unit, office, due)
    await unit.summaries.freeze(_key(office, due), made.kept)
    for language, contacts in (await _readers(unit)).items():
        letter = replace(made.letter, papers=await _papers(unit, made.said, office, words, language))
        await deliver(unit, contacts, letter, when=When(office.wakes(unit.now)))
    await tell_of_unreachable_leaders(unit)
    return True


async def _readers(unit: Unit) -> dict[str, list[int]]:
    """Return where the leaders read, by their language."""
    found: dict[str, list[int]] = {}
    for contact in await unit.people.contacts_of_role(Role.LEADER):
        found.setdefault((await unit.people.contact(contact)).language, []).append(contact)
    return found


async def compose(unit: Unit, office: Office, due: Due) -> Summary:
    """Count a summary and put it into words."""
    said = await report(unit, office.programme, due.period)
    decide, digest = await _to_decide(unit), await unit.audits.digest()
    late = {status.value: count for status, count in (await unit.lists.overdue(_TO_DECIDE)).items()}
    asked = _asked(office, await open_ones(unit, office), unit.now)
    shown = views.whole(said, office)
    # What only the summary says, its digest above all, is not to be lost to the ways into the report.
    look = ((choice("button-look", "look", due.period.name),),)
    letter = Letter((*shown.lines, *asked, *_more(due, decide, late, digest)), look)
    return Summary(said, letter, _kept(said, due, decide, digest))


async def _to_decide(unit: Unit) -> dict[str, int]:
    """Count what waits for the office: by status, requests for more time, late acceptances, drafted reminders."""
    waiting = await unit.lists.counts(_TO_DECIDE)
    found = {status.value: waiting.get(status, 0) for status in _TO_DECIDE}
    found[_MORE_TIME] = await unit.supervision.undecided()
    found[_UNACCEPTED] = await unit.supervision.unaccepted()
    found[_DRAFTS] = await unit.supervision.drafted()
    return {what: count for what, count in found.items() if count}


async def _papers(unit: Unit, said: Report, office: Office, words: Words, language: str) -> tuple[int, ...]:
    """Make the picture and the workbook of a summary; return them by their ids."""
    name = f"{said.programme}-{said.period.name}"
    drawn = await papers.picture(unit, said, office.programme, words, language)
    cases = await papers.workbook(unit, said, office.programme, words, language, inside=False)
    made = (Paper("photo", f"{name}.png", drawn), Paper("document", f"{name}.xlsx", cases))
    return tuple([await unit.papers.add(one) for one in made])


async def failed(unit: Unit, office: Office, weekly: Weekly) -> None:
    """Tell the administrator, once, that the summary due could not be made; it is tried again every minute."""
    due = await _due(unit, office, weekly)
    if due and await unit.summaries.failed(_key(office, due), due.at):
        await tell_role(unit, Role.ADMINISTRATOR, say("news-summary-failed", period=period_name(due.period.name)))


def reproduce(said: Report) -> str:
    """Return the command that counts the same figures again."""
    return f"dannguyen report --programme {said.programme} --period {said.period.name}"


async def _due(unit: Unit, office: Office, weekly: Weekly) -> Due | None:
    since = await unit.summaries.since(office.programme.name, Role.LEADER)
    zone = office.programme.calendar.zone
    return due_summary(unit.now, since, weekly, zone) if since else None


def _key(office: Office, due: Due) -> dict[str, str]:
    return {"programme": office.programme.name, "period": due.period.name, "audience": Role.LEADER.value}


def _more(due: Due, decide: dict[str, int], late: Mapping[str, int], digest: str) -> tuple[Line, ...]:
    names = {what: word(_WORDS.get(what, f"status-{what}")) for what in decide}
    waits = [
        fact("summary-decide-row", status=names[what], count=count, overdue=late.get(what, 0))
        for what, count in decide.items()
    ]
    missed = [Line("summary-missed", {"periods": _listed(due)})] if due.missed else []
    proof = Line("summary-proof", {"digest": digest[:16]})
    return (*([Line("summary-decide")] if waits else []), *waits, *missed, proof)


def _asked(office: Office, asked: list[Directive], now: datetime) -> tuple[Line, ...]:
    """Return what bodies were asked to explain and have not; it stands in each summary until they do."""
    rows = [
        fact("summary-asked-late" if one.due_at < now else "summary-asked-row",
             body=body_name(office, one.body), period=period_name(one.period), due=date(one.due_at))
        for one in asked
    ]  # fmt: skip
    return (Line("summary-asked"), *rows) if rows else ()


def _listed(due: Due) -> Value:
    names = [period_name(one.name) for one in due.missed]
    return several(names if len(names) <= _LISTED else [*names[:1], _AND_SO_ON, *names[1 - _LISTED :]])


_AND_SO_ON = {"vi": "…", "en": "…"}


def _kept(said: Report, due: Due, decide: dict[str, int], digest: str) -> dict[str, Any]:
    return {
        **records.as_json(said),
        "to_decide": decide,
        "digest": digest,
        "missed": [one.name for one in due.missed],
        "reproduce": reproduce(said),
    }
