"""Who is told what: letters to the resident on each change, to the office and to the bodies."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from desk import related
from desk.deadlines import after_day_off
from desk.histories import GOES_ON, answer_of, kept, paper_told, untold
from desk.letter import (
    Choice,
    Letter,
    Line,
    Rows,
    Value,
    body_name,
    called,
    choice,
    date,
    day,
    fact,
    moment,
    official,
    pack,
    say,
    several,
    word,
)
from desk.office import Office
from desk.places import doors
from petitions.case import Case, Entry
from petitions.codes import show_code
from petitions.gate import Gate
from petitions.kinds import TO_COME
from petitions.roles import Actor, Role
from petitions.seen import seen
from petitions.workflow import TOLD_AT_COUNTER, Act, Step, disputable_until, undoable
from storage.deliveries import AT_ONCE, When
from storage.unit import Unit

_SUPPLIED = frozenset({"asked", "asked-anew", "asked-again", "expired"})
"""What a resident is told that words may answer."""
RATINGS = ("solved", "partly", "not")
ASKING = frozenset({Act.SIGN_OFF, Act.REMIND})
"""Steps of which an author is told with buttons that judge an answer; these go once it is judged."""
NAMING = frozenset({Act.REFER, Act.REOPEN, Act.ACCEPT, Act.SIGN_OFF})
"""Acts whose line names a body; what the resident or the office did is not said as if that body had."""


async def tell_resident(
    unit: Unit, office: Office, case: Case, step: Step, words: str | None = None, media: tuple[int, ...] = ()
) -> None:
    """Tell the author what the step means for them, nothing where they see no change; and the followers."""
    await _tell_followers(unit, office, case, step, words)
    if step.told is None:
        return
    key = _UNDONE.get(step.told) if case.result in TO_COME else None
    paper = await _paper(unit, office, case, step)
    told = Line(key or f"told-{step.told}", _facts(office, case, words))
    lines = (told, *paper, *_followed(office, case, step, unit.now, words))
    if case.at_counter:
        await tell_at_counter(unit, office, case, step, lines)
        return
    said = _in_short(unit, office, case, step, words)
    short = Line("timeline-step", said if words or not paper else said | {"words": word(paper[0].key)})
    where = await _right_door(unit, office, case) if step.act is Act.DENOUNCE else ()
    letter = Letter((*lines, *where), _choices(case, step.told), media, short=short)
    await deliver(
        unit, await unit.people.contacts_of(case.person), letter, case.id, _when(unit, office, case, step)
    )


async def _paper(unit: Unit, office: Office, case: Case, step: Step) -> tuple[Line, ...]:
    """Say of a petition that is taken for another kind whether it needs a signed paper, unlike the receipt."""
    if step.act not in GOES_ON:
        return ()
    told = paper_told(await unit.petitions.history(case)).get(case.entries)
    return (Line(f"signing-{told}", {"days": office.paper_days()}),) if told else ()


async def _right_door(unit: Unit, office: Office, case: Case) -> tuple[Line, ...]:
    """Say what else of the author's was erased with a denunciation, or was not, and where to bring it."""
    bring = Line("gate-denunciation-bring")
    also = await related.for_author(unit, case)
    return (*also, Line("told-denounced-where"), *doors(office, Gate.DENUNCIATION), bring)


_UNDONE: Mapping[str, str] = {"answered": "told-answered-undone", "reminded": "told-reminded-undone"}
"""How an author is asked for a judgement where the answer says itself that the matter is not settled yet."""


def _followed(office: Office, case: Case, step: Step, now: datetime, words: str | None) -> tuple[Line, ...]:
    """Say until when the body is, or was, to carry out its answer, where that goes on behind what is told."""
    if step.act not in {Act.SIGN_OFF, Act.REMIND, Act.CLOSE} or case.carry_due is None or case.carried_at:
        return ()
    key = "told-followed-up-late" if case.carry_due < now else "told-followed-up"
    return (Line(key, {"due": day(case.carry_due)}), *after_day_off(office, words or "", now))


async def tell_at_counter(unit: Unit, office: Office, case: Case, step: Step, lines: tuple[Line, ...]) -> None:
    """Let the desk tell an author without an account here, by phone or letter, what they would have read."""
    if step.act not in TOLD_AT_COUNTER:
        return
    told = choice("button-informed", "informed", case.code, str(case.entries))
    rows = ((told, choice("button-open", "open", case.code)),)
    history = await unit.petitions.history(case)
    head = _news(case, "news-inform" if kept(history, Act.REACH) else "news-inform-unreached")
    letter = Letter((head, *lines, *_untold_before(case, history)), rows, petition=case.id)
    await deliver(unit, await at_work(unit, case), letter, case.id, for_desk(unit, office, case, step))


def _untold_before(case: Case, history: Sequence[Entry]) -> tuple[Line, ...]:
    """Name what the author has not been told either: whoever notes that they were, notes it of all."""
    earlier = [word(f"inform-{one.act}") for one in untold(case, history)[:-1]]
    return (Line("inform-before", {"what": several(earlier)}),) if earlier else ()


async def in_charge(unit: Unit, case: Case) -> list[int]:
    """Return the contacts of whoever works on the case, else of the triage officers."""
    own = await unit.people.contacts_of(case.officer_id) if case.officer_id else []
    return own or await unit.people.contacts_of_role(Role.TRIAGE)


async def at_work(unit: Unit, case: Case) -> list[int]:
    """Return the contacts of the triage officers, and of a senior officer who works on the case."""
    triage = await unit.people.contacts_of_role(Role.TRIAGE)
    own = await unit.people.contacts_of(case.officer_id) if case.officer_id else []
    return [*triage, *(one for one in own if one not in triage)]


def for_desk(unit: Unit, office: Office, case: Case, step: Step) -> When:
    """Return when the desk hears of a step: once the step cannot be undone any more."""
    return after(unit, office, case) if undoable(step.act, step.role) else When(entry=case.entries)


async def _tell_followers(unit: Unit, office: Office, case: Case, step: Step, words: str | None) -> None:
    """Tell everybody who follows a petition what happened, in no words but those of the answer."""
    if step.told is None and step.act not in _KNOWN_TO_THE_AUTHOR:
        return
    contacts = await unit.neighbours.contacts(case.id)
    merged = await unit.neighbours.merged_at_counter(case.code) if step.act in _TOLD_OF_ANOTHER else []
    if not (contacts or merged):
        return
    said = _in_short(unit, office, case, step, words if step.act is Act.SIGN_OFF else None)
    said["what"] = word("ended-answered" if step.act is Act.RATE else other_words(step.act, case.result))
    about: dict[str, Value] = {"code": show_code(case.code), "field": word(f"field-{case.field}")}
    lead = case.lead_referral
    due = (fact("card-due", due=date(lead.due_at)),) if lead and lead.accepted_at and lead.due_at else ()
    rows = ((choice("button-timeline", "timeline", case.code), choice("button-leave", "leave", case.code)),)
    letter = Letter((Line("followed", about | said), *due), rows, short=Line("timeline-step", said))
    await deliver(unit, contacts, letter, case.id, _when(unit, office, case, step))
    for code in merged:
        await _tell_for_merged(unit, office, case, step, code, letter.lines)


async def _tell_for_merged(
    unit: Unit, office: Office, case: Case, step: Step, code: str, lines: tuple[Line, ...]
) -> None:
    """Let the desk tell an author without an account here what became of the petition that goes on for theirs."""
    head = Line("news-inform", {"code": show_code(code), "field": word(f"field-{case.field}")})
    letter = Letter((head, *lines), ((choice("button-open", "open", code),),))
    await tell_role(unit, Role.TRIAGE, letter, case.id, for_desk(unit, office, case, step))


_KNOWN_TO_THE_AUTHOR = frozenset({Act.WITHDRAW, Act.RATE, Act.DISPUTE, Act.REOPEN})
"""Steps of which the author needs no word, having taken them or been answered at once; followers do."""
_TOLD_OF_ANOTHER = TOLD_AT_COUNTER - {Act.ASK, Act.ASK_AGAIN, Act.EXPIRE}
"""What the desk tells an author of the petition into which theirs was merged: not what its own author is asked."""


def step_words(act: str, result: str | None) -> str:
    """Return the key by which a step is told; that of an answer names what came of the matter."""
    return f"step-{act}-{result}" if result and act == Act.SIGN_OFF else f"step-{act}"


def other_words(act: str, result: str | None) -> str:
    """Return the key by which a step is told to whoever is not the author.

    That a petition was recognised as a denunciation is its author's secret.
    """
    if act == Act.DENOUNCE:
        return "followed-ended"
    key = step_words(act, result)
    return f"other-{key}" if key in OWN_WORDS else key


OWN_WORDS = frozenset(
    {
        *(
            f"step-{act}"
            for act in (Act.FILE, Act.ASK, Act.SUPPLY, Act.RATE, Act.DISPUTE, Act.REMARK, Act.WITHDRAW)
        ),
        "step-supply-edited",
        "step-rate-solved",
        "step-rate-partly",
        "ended-withdrawn",
    }
)
"""Keys that speak to the author; whoever only follows the petition reads `other-…` instead."""


async def tell_role(
    unit: Unit, role: Role, letter: Letter, petition: int | None = None, when: When = AT_ONCE
) -> None:
    """Tell everybody who holds a role."""
    await deliver(unit, await unit.people.contacts_of_role(role), letter, petition, when)


async def tell_desk(unit: Unit, actor: Actor, case: Case, key: str) -> None:
    """Tell the triage officers what happened to a case; one who did it, for somebody at the counter, knows."""
    knows = await unit.people.contacts_of(actor.person) if actor.at_desk() and actor.person else []
    to = [one for one in await unit.people.contacts_of_role(Role.TRIAGE) if one not in knows]
    await deliver(unit, to, news(case, key), case.id)


async def tell_leaders(unit: Unit, letter: Letter, when: When = AT_ONCE) -> None:
    """Tell every leader; the administrator hears of those whom no letter reaches."""
    await tell_role(unit, Role.LEADER, letter, when=when)
    await tell_of_unreachable_leaders(unit)


async def tell_of_unreachable_leaders(unit: Unit) -> None:
    """Tell the administrator which leaders no letter reaches."""
    for held in await unit.people.grants_held():
        if held.role is Role.LEADER and not await unit.people.contacts_of(held.person):
            told = say("news-leader-unreachable", who=called(held))
            await tell_role(unit, Role.ADMINISTRATOR, told)


async def tell_body(
    unit: Unit, body: str, letter: Letter, petition: int | None = None, when: When = AT_ONCE
) -> None:
    """Tell a body, in its group or, without one, its officers."""
    await deliver(unit, await unit.groups.or_officers(body), letter, petition, when)


async def tell_body_or_desk(
    unit: Unit, office: Office, case: Case, body: str, letter: Letter, when: When = AT_ONCE
) -> None:
    """Tell a body of a case; what would reach nobody of it goes to the desk, to be sent on paper."""
    if await unit.groups.or_officers(body):
        await tell_body(unit, body, letter, case.id, when)
        return
    lines = (fact("send-on-paper", body=body_name(office, body)), *official(letter.lines))
    opening = ((choice("button-open", "open", case.code),),)
    await tell_role(unit, Role.TRIAGE, Letter(lines, opening, letter.media, petition=case.id), case.id, when)


async def deliver(
    unit: Unit, contacts: Iterable[int], letter: Letter, petition: int | None = None, when: When = AT_ONCE
) -> None:
    """Put a letter into the line of each contact."""
    packed, joins = pack(letter), letter.short is not None or letter.renews is not None
    for contact in contacts:
        await unit.deliveries.add(contact, packed, petition=petition, when=when, joins=joins, renews=letter.renews)


def after(unit: Unit, office: Office, case: Case) -> When:
    """Return when a letter may go that follows the decision just recorded: once it cannot be undone any more."""
    return When(office.lets_go(unit.now), case.entries)


def _when(unit: Unit, office: Office, case: Case, step: Step) -> When:
    """Residents hear at once what they did themselves, and sleep at night."""
    if step.role is Role.RESIDENT:
        return AT_ONCE
    if not undoable(step.act, step.role):
        return When(office.wakes(unit.now), case.entries if step.act in ASKING else None)
    held = after(unit, office, case)
    return When(office.wakes(held.not_before or unit.now), held.entry)


def news(case: Case, key: str, **args: Value) -> Letter:
    """Make a short message to the office about a case, with a button that opens it."""
    return Letter((_news(case, key, **args),), ((choice("button-open", "open", case.code),),), petition=case.id)


def news_of_share(case: Case, key: str, **args: Value) -> Letter:
    """Make a short message to a body about its share of a case, with a button that opens it."""
    return Letter((_news(case, key, **args),), ((choice("button-open", "task", case.code),),), petition=case.id)


def ended(case: Case, key: str, **args: Value) -> Letter:
    """Make a short message to a body that a case is its matter no more: it has no card to open."""
    return Letter((_news(case, key, **args),), petition=case.id)


def _news(case: Case, key: str, **args: Value) -> Line:
    return Line(key, {"code": show_code(case.code), "field": word(f"field-{case.field}"), **args})


def outcome(case: Case, history: Sequence[Entry]) -> tuple[Line, ...]:
    """Name what came of the matter, once the lead body has said so; where that was corrected, both."""
    if not case.result:
        return ()
    answer = answer_of(history)
    named = answer.facts.get("result") if answer else None
    result = word(f"result-{case.result}")
    if named in {None, case.result}:
        return (fact("card-result", result=result),)
    return (fact("card-result-corrected", result=result, named=word(f"result-{named}")),)


def disputing(case: Case) -> Choice:
    """Return the button by which a resident says that a matter is not solved."""
    return choice("button-rate-not", "rate", case.code, "not")


def rating_choices(case: Case) -> tuple[Choice, ...]:
    """Return the buttons by which a resident judges an answer."""
    return tuple(choice(f"button-rate-{rating}", "rate", case.code, rating) for rating in RATINGS)


def refusal(key: str, **args: Value) -> Letter:
    """Make the sentence of a refusal."""
    return say(key, **args)


def _facts(office: Office, case: Case, words: str | None) -> dict[str, Value]:
    lead = case.lead_referral
    code = lead.body if lead else case.lead
    due = lead.due_at if lead and lead.due_at else case.first_answer_due
    disputable = disputable_until(case)
    return {
        "code": show_code(case.code),
        "body": body_name(office, code),
        "due": day(due),
        "status": word(f"seen-{seen(case)}"),
        "words": words or "",
        "until": day(case.reply_due) if case.reply_due else word("once-told"),
        "disputable": day(disputable) if disputable else "",
        "result": word(f"outcome-{case.result}") if case.result else "",
    }


def _in_short(unit: Unit, office: Office, case: Case, step: Step, words: str | None) -> dict[str, Value]:
    """Say a step as the timeline does: when, what, which body, with all the words."""
    body = step.referral.body if step.referral else case.lead if step.act in {Act.REFER, Act.REOPEN} else None
    return {
        "at": moment(unit.now),
        "what": word(step_words(step.act, case.result)),
        "body": body_name(office, body) if body and step.act in NAMING else "",
        "words": words or "",
    }


def supplying(case: Case, *, asked: bool) -> Choice:
    """Return the button to add something, or to answer what is asked."""
    if asked:
        return choice("button-reply", "supply", case.code, "asked")
    return choice("button-supply", "supply", case.code)


def _choices(case: Case, told: str) -> Rows:
    timeline = choice("button-timeline", "timeline", case.code)
    if told in _SUPPLIED:
        return ((supplying(case, asked=told != "expired"),), (timeline,))
    if told in {"answered", "reminded"}:
        return (*((one,) for one in rating_choices(case)), (timeline,))
    return ((timeline,),)
