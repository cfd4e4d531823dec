"""Following up an answer until it is carried out: the office's date, the body's report, its confirmation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from desk.body_cards import hand_over, renew_cards
from desk.cards import head, said, sent_back
from desk.deadlines import carrying, promise_of
from desk.histories import answer_of, report_of, report_sent_back, to_be_done
from desk.letter import Letter, Line, Rows, Value, body_name, choice, column, day, fact
from desk.office import Office
from desk.perform import INTERNAL, LADDER_ANEW, PUBLIC, WITH_BODY, Changes, Doing, Saying, loaded, perform, save
from desk.renewing import decision, renew, seniors_told_of
from desk.telling import after, deliver, news_of_share, tell_at_counter, tell_body, tell_resident, tell_role
from desk.weaknesses import weakness_lines, weaknesses_of_report
from petitions.case import Audience, Case, Entry, Referral
from petitions.codes import show_code
from petitions.following_up import read_term
from petitions.refusal import Refusal
from petitions.roles import OF_BODY, Actor, Role
from petitions.vagueness import Weakness
from petitions.workflow import Act, Step, decide
from storage.deliveries import When
from storage.lists import Load, QueueLine
from storage.unit import Unit


async def follow_up(unit: Unit, office: Office, doing: Doing, typed: str) -> Case:
    """Follow an answered petition up until a date; its lead body is told what it is to carry out.

    After the body's report it is sent back so, with what is missing. The resident hears of a day that is moved;
    what is to be carried out stays, where nothing else is said.

    Raises: Refusal — as `read_term` and `Term.ends`.
    """
    calendar, case = office.programme.calendar, await loaded(unit, doing.code, doing.seen, doing.actor)
    term = read_term(typed, unit.now.astimezone(calendar.zone).date())
    step, promised = decide(case, Act.FOLLOW_UP, doing.actor, unit.now), case.carry_due
    due, lead = term.ends(unit.now, calendar), _lead(case)
    moved = {"moved": True} if promised and promised != due else {}
    unfinished = case.carried_at or (promised and promised < unit.now)
    words = term.words or (await _stays(unit, case) if promised else None)
    saying = Saying(WITH_BODY, {"body": lead.body, **LADDER_ANEW, **moved}, words)
    dates = Changes(petition={"carry_due": due, "carried_at": None, **_judging(unit, office, case, due)})
    case = await save(unit, office, case, step, doing.actor, saying, dates)
    case = await unit.referrals.move(case, lead, lead.status, **LADDER_ANEW)
    await unit.supervision.look_again(lead, unit.now)
    await hand_over(unit, office, case, lead.body, after(unit, office, case))
    if moved:
        about: dict[str, Value] = {"due": day(due), "unfinished": "yes" if unfinished else "no"}
        await _tell_moved(unit, office, case, step, about)
    await _renew_letters(unit, office, case, doing.actor)
    return case


async def _stays(unit: Unit, case: Case) -> str | None:
    """Return what is to be carried out still, where nothing is said with another day."""
    asked = to_be_done(await unit.petitions.history(case), reported=case.carried_at is not None)
    return asked.content["words"] if asked and asked.content else None


def _judging(unit: Unit, office: Office, case: Case, over: datetime) -> dict[str, datetime | None]:
    """Return the clocks of an author who is yet to judge, anew: of a promise they begin once it is over."""
    return office.judging(unit.now, over) if case.close_due and promise_of(case) else {}


async def _tell_moved(unit: Unit, office: Office, case: Case, step: Step, dated: Mapping[str, Value]) -> None:
    """Tell the author and all who follow it the new day, once it cannot be undone any more, and not at night.

    That it is `unfinished` is said only where the day before is past, or a report was sent back.
    """
    body = body_name(office, _lead(case).body)
    about: dict[str, Value] = {"code": show_code(case.code), "body": body, **dated}
    timeline, leave = choice("button-timeline", "timeline", case.code), choice("button-leave", "leave", case.code)
    author, others = Line("told-carry-moved", about), Line("followed-carry-moved", about)
    to_others, to_author = Letter((others,), ((timeline, leave),)), Letter((author,), ((timeline,),))
    held = after(unit, office, case)
    when = When(office.wakes(held.not_before or unit.now), held.entry)
    await deliver(unit, await unit.neighbours.contacts(case.id), to_others, case.id, when)
    if case.at_counter:
        await tell_at_counter(unit, office, case, step, (author,))
        return
    await deliver(unit, await unit.people.contacts_of(case.person), to_author, case.id, when)


async def carry_out(unit: Unit, office: Office, doing: Doing, words: str, evidence: tuple[int, ...]) -> Case:
    """Report that it was carried out; the senior officer reads it with its evidence and what it lacks."""
    if not words.strip():
        raise Refusal("words-needed")
    case = await loaded(unit, doing.code)
    step = decide(case, Act.CARRY_OUT, doing.actor, unit.now)
    weak = _lacks(office, words, evidence)
    facts = {"body": _lead(case).body, **({"weak": list(weak)} if weak else {})}
    saying, reported = Saying(WITH_BODY, facts, words, evidence), Changes(petition={"carried_at": unit.now})
    case = await save(unit, office, case, step, doing.actor, saying, reported)
    unit.media.fetch(evidence)
    told = replace(await letter(unit, office, case), media=evidence)
    await tell_role(unit, Role.SENIOR, told, case.id, When(entry=case.entries))
    return case


async def late(unit: Unit, office: Office, doing: Doing, words: str) -> Case:
    """Pass a body's word about the promised day on to the office, which may set another; till then it stands.

    It stays on the body's card: no colleague reports again, with another day.
    """
    body = _lead(await loaded(unit, doing.code)).body
    case = await perform(unit, office, doing, Act.NOTE, Saying(WITH_BODY, {"body": body}, words))
    about: dict[str, Value] = {"code": show_code(case.code), "body": body_name(office, body)}
    again = choice("button-follow-anew", "follow", case.code, str(case.entries))
    rows = column((again, choice("button-open", "open", case.code)))
    told = Letter((Line("news-late", {**about, "words": words}), *carrying(case)), rows, petition=case.id)
    for role in (Role.TRIAGE, Role.SENIOR):
        await tell_role(unit, role, told, case.id)
    return case


async def confirm(unit: Unit, office: Office, doing: Doing) -> Case:
    """Confirm that it was carried out; the resident reads what the body reports, with its evidence.

    Raises: Refusal — `report-weak`: it lacks something, and nobody has said why it will do all the same.
    """
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step, lead = decide(case, Act.CONFIRM_CARRIED, doing.actor, unit.now), _lead(case)
    history = await unit.petitions.history(case)
    if weaknesses_of_report(history):
        raise Refusal("report-weak")
    report = report_of(history)
    words = report.content["words"] if report and report.content else ""
    saying = Saying(PUBLIC, {"body": lead.body}, words)
    over = Changes(petition={"carry_due": None, **_judging(unit, office, case, unit.now)})
    case = await save(unit, office, case, step, doing.actor, saying, over)
    await tell_resident(unit, office, case, step, words, report.media if report else ())
    await renew_cards(unit, office, case, lead.body, after(unit, office, case))
    told = news_of_share(case, "news-carried")
    await tell_body(unit, lead.body, told, case.id, after(unit, office, case))
    await _renew_letters(unit, office, case, doing.actor)
    return case


async def override(unit: Unit, office: Office, doing: Doing, reason: str) -> Case:
    """Confirm a weak report all the same; the reason stays with the office."""
    weak = weaknesses_of_report(await unit.petitions.history(await loaded(unit, doing.code)))
    await perform(unit, office, doing, Act.OVERRIDE_REPORT, Saying(INTERNAL, {"weak": list(weak)}, reason))
    return await confirm(unit, office, Doing(doing.actor, doing.code))


async def to_report_again(unit: Unit, doing: Doing) -> Letter | None:
    """Quote the report that was sent back to whoever writes another, None where there is none."""
    case = await loaded(unit, doing.code)
    history = await unit.petitions.history(case, Audience.BODY)
    return sent_back(case, report_sent_back(history), "report-before")


async def advice(
    unit: Unit, office: Office, doing: Doing, words: str, evidence: Sequence[int]
) -> tuple[Line, ...]:
    """Show a report that is being written and who will read it, and what it lacks; nothing before it has words."""
    if not words:
        return ()
    history = await unit.petitions.history(await loaded(unit, doing.code), Audience.BODY)
    return (
        Line("report-so-far", {"words": words}),
        *((fact("report-before-unread"),) if report_sent_back(history) else ()),
        *weakness_lines(_lacks(office, words, evidence), "weak-head-report"),
    )


async def loads(unit: Unit, actor: Actor) -> list[Load]:
    """Count what is followed up, by body, the worst first. Raises: Refusal `refused-role`."""
    if not actor.at_desk():
        raise Refusal("refused-role")
    return await unit.supervision.followed_up()


async def tasks(unit: Unit, actor: Actor) -> dict[str, list[QueueLine]]:
    """Return what the actor's bodies have yet to carry out, the first due first."""
    bodies = {grant.body for grant in actor.grants if grant.role in OF_BODY and grant.body}
    return {body: await unit.lists.to_carry_out(body) for body in sorted(bodies)}


def _lacks(office: Office, words: str, evidence: Sequence[int]) -> tuple[Weakness, ...]:
    """Weigh a report as answers are weighed; it stands for itself, whatever the answer had."""
    return office.vagueness.of(words, (), (), evidence=bool(evidence))


async def letters_of(unit: Unit, case: Case) -> list[tuple[int, int]]:
    """Return which senior officers were told of the newest report: contacts, each with its message."""
    return await seniors_told_of(unit, case, report_of(await unit.petitions.history(case)))


async def letter(unit: Unit, office: Office, case: Case) -> Letter:
    """Return the letter of the newest report as it stands now: once it is decided, how and by whom, no buttons.

    Its evidence comes with it the first time and is not in it.
    """
    history = await unit.petitions.history(case)
    report = report_of(history)
    assert report is not None  # noqa: S101 - a letter is made of a report
    decided = next((one for one in history if one.act in _DECIDED and one.position > report.position), None)
    asked = to_be_done(history[: history.index(report)])
    lines = (
        await decision(unit, office, case, _DECIDED[decided.act], decided)
        if decided
        else Line("carried-head", head(office, case)),
        *carrying(case),
        *said(answer_of(history), "card-answer"),
        *said(asked, "card-follow_up"),
        *said(report, "carried-words"),
        *weakness_lines(weaknesses_of_report(history), "weak-head-report"),
    )
    return Letter(lines, () if decided else _ways(case, history), petition=case.id)


_DECIDED: Mapping[str, str] = {
    Act.CONFIRM_CARRIED: "decided-carried",
    Act.OVERRIDE_REPORT: "decided-carried-weak",
    Act.FOLLOW_UP: "decided-followed",
}
"""What heads a report, by what was decided of it first."""


def _ways(case: Case, history: Sequence[Entry]) -> Rows:
    """Return what can be decided of a report, what is advised first."""
    version = str(case.entries)
    again = choice("button-follow-again", "follow", case.code, version)
    if weaknesses_of_report(history):
        ways = (again, choice("button-confirmweak", "confirmweak", case.code, version))
    else:
        ways = (choice("button-confirm", "confirm", case.code, version), again)
    return column((*ways, choice("button-open", "open", case.code)))


async def _renew_letters(unit: Unit, office: Office, case: Case, actor: Actor) -> None:
    """Let the letters of colleagues say what was decided of a report, once it cannot be undone any more."""
    if told := await letters_of(unit, case):
        await renew(unit, case, told, await letter(unit, office, case), actor, after(unit, office, case))


def _lead(case: Case) -> Referral:
    assert case.latest_lead is not None  # noqa: S101 - what was answered has its lead
    return case.latest_lead
