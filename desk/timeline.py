"""What the resident sees of a petition, and whoever follows it with its secret: where it stands, what happened."""

from collections.abc import Container, Iterator, Mapping
from datetime import datetime

from desk.cards import erased, filed, head, may, stands
from desk.deadlines import carrying, deadlines
from desk.histories import paper_told
from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, fact, moment, word
from desk.office import Office
from desk.telling import NAMING, OWN_WORDS, disputing, other_words, rating_choices, supplying
from petitions.access import serves
from petitions.case import OVER, Audience, Case, Entry, Status
from petitions.codes import show_code
from petitions.roles import Actor
from petitions.seen import Ending, Seen, ending, seen
from petitions.workflow import Act
from storage.lists import QueueLine
from storage.unit import Unit

_QUIET = frozenset({Act.NOTE, Act.RECLASSIFY, Act.IDENTIFY, Act.REMIND})
_TOLD_OF = frozenset({Act.ANSWER, Act.RETURN, Act.SEND_BACK, Act.RECLASSIFY})
"""Acts of body and office of which letters tell, without their words."""
_VARIANT = {Act.RATE: "rating", Act.ERASE: "why", Act.SUPPLY: "how", Act.SIGN_OFF: "result"}
"""The fact of a step that its words name."""


async def timeline(unit: Unit, office: Office, case: Case, reader: Actor) -> Letter:
    """Return where the petition stands and what happened, oldest first.

    What was handed in and the acts are the author's: whoever only knows the secret gets neither. At the counter
    an officer acts for the author. Whoever joined reads nobody's words but those of the answer, and can leave. Of
    one that was merged the news of the petition that goes on stand below: its code and secret lead there.
    """
    own, person = reader.person == case.person, reader.person or 0
    joined = not own and await unit.neighbours.follows(case.id, person)
    lines = await _told(unit, office, case, own=own, joined=joined)
    goes_on = await _goes_on(unit, office, case, reader)
    acts = own or serves(reader, case)
    rows = _choices(case, unit, reader) if acts else _way_out(case, joined=joined)
    return Letter((*lines, *goes_on), rows if own or not acts else (*rows, _to_card(case)), petition=case.id)


async def _told(unit: Unit, office: Office, case: Case, *, own: bool, joined: bool) -> tuple[Line, ...]:
    """Say where one petition stands and what happened to it."""
    history = await unit.petitions.history(case, Audience.RESIDENT, _TOLD_OF)
    leads = {share.body for share in case.referrals if share.lead}
    known, signing = [entry for entry in history if _is_known(entry, leads)], paper_told(history) if own else {}
    steps = [entry for entry in known if Act(entry.act) not in _QUIET]
    about = {**head(office, case), "seen": standing(case, seen(case), own=own)}
    if stands(case) != "referred":  # a body that is only proposed, or gave it back, has nothing in hand
        about["body"] = word("the-office")
    return (
        Line("timeline-head", about),
        *(carrying(case) if case.status in OVER else deadlines(office, case, unit.now)),
        *(filed(known, office) if own else ()),
        *(
            line
            for entry in steps
            for line in (*_told_of(office, entry, own=own, joined=joined), *_signing(office, entry, signing))
        ),
        *erased(known),
    )


def _is_known(entry: Entry, leads: Container[str]) -> bool:
    """Tell whether the resident may know of an entry; what they may not read of it has no words."""
    return Audience.RESIDENT in entry.audience or _is_told_of(entry, leads)


def _is_told_of(entry: Entry, leads: Container[str]) -> bool:
    """Tell whether a letter said that a lead gave it back, or that its answer is checked, or is to be better."""
    if entry.act == Act.RETURN:
        return entry.facts["body"] in leads
    return entry.act == Act.SEND_BACK or "result" in entry.facts


async def _goes_on(unit: Unit, office: Office, case: Case, reader: Actor) -> list[Line]:
    """Tell on of the petitions into which one was merged, as whoever follows them reads them."""
    lines: list[Line] = []
    while case.merged_into and (case_after := await unit.petitions.load(case.merged_into)):
        case, own = case_after, case_after.person == reader.person
        told = await _told(unit, office, case, own=own, joined=not own)
        lines += [Line("timeline-goes-on"), *told]
    return lines


def standing(one: Case | QueueLine, now: Seen, *, own: bool = True) -> Value:
    """Say where a petition stands in the resident's words; at its end also how it came to it."""
    end = ending(one.status, one.kind)
    if end is Ending.DENOUNCED and not own:
        return word("followed-ended")
    if one.status is Status.WAITING_SIGN_OFF:
        return word("seen-checking")
    return _said(f"ended-{end}" if end else f"seen-{now}", own=own)


async def stands_for_author(unit: Unit, actor: Actor, code: str) -> Value | None:
    """Say where a petition stands as its author reads it; None for everybody else."""
    case = await unit.petitions.load(code)
    return standing(case, seen(case)) if case and case.person == actor.person else None


def _said(key: str, *, own: bool) -> Value:
    return word(key if own or key not in OWN_WORDS else f"other-{key}")


def _way_out(case: Case, *, joined: bool) -> Rows:
    return ((choice("button-leave", "leave", case.code),),) if joined else ()


def _told_of(office: Office, entry: Entry, *, own: bool, joined: bool) -> Iterator[Line]:
    """Say a step, and to the author how many files came with it; those of the filing stand above.

    A part was handed in with the whole; what the office did since was to set it apart.
    """
    yield Line("timeline-step", _step(office, entry, own=own, joined=joined))
    if whole := entry.facts.get("split_from"):
        what: dict[str, Value] = {"what": word("step-set-apart"), "body": show_code(whole), "words": ""}
        yield Line("timeline-step", {"at": moment(entry.at), **what})
    if own and entry.media and entry.act != Act.FILE:
        yield fact("card-files", count=len(entry.media))


def _signing(office: Office, entry: Entry, signing: Mapping[int, str]) -> Iterator[Line]:
    """Repeat what was said with a step of a signed paper."""
    if told := signing.get(entry.position):
        yield fact(f"signing-{told}", days=office.paper_days())


def _step(office: Office, entry: Entry, *, own: bool, joined: bool) -> dict[str, Value]:
    body, handed_in = entry.facts.get("lead") or entry.facts.get("body"), entry.facts.get("handed_in_at")
    return {
        "at": moment(datetime.fromisoformat(handed_in) if handed_in else entry.at),
        "what": _what(entry, own=own, joined=joined),
        "body": body_name(office, body) if body and entry.act in NAMING else _linked(entry),
        "words": entry.content["words"] if entry.content and _reads(entry, own=own, joined=joined) else "",
    }


def _reads(entry: Entry, *, own: bool, joined: bool) -> bool:
    """Tell whether the words of a step are shown; an edited message may repeat what was handed in."""
    if joined:
        return entry.act == Act.SIGN_OFF
    return entry.act != Act.FILE and (own or "how" not in entry.facts)


def _what(entry: Entry, *, own: bool, joined: bool) -> Value:
    if joined:
        return word(other_words(entry.act, entry.facts.get("result")))
    detail = entry.facts.get(_VARIANT.get(Act(entry.act), ""))
    return _said(f"step-{entry.act}-{detail}" if detail else f"step-{entry.act}", own=own)


def _linked(entry: Entry) -> str:
    """Return the codes of the petitions with which a step links this one."""
    codes = [code for code in (entry.facts.get("merged_into"), *entry.facts.get("split_into", ())) if code]
    return ", ".join(map(show_code, codes))


def _to_card(case: Case) -> tuple[Choice, ...]:
    return (choice("button-card", "card", case.code),)


def _choices(case: Case, unit: Unit, actor: Actor) -> Rows:
    rows: list[tuple[Choice, ...]] = []
    if case.status is Status.ANSWERED:
        rows += [(one,) for one in rating_choices(case)]
    elif case.status is Status.CLOSED and may(case, Act.DISPUTE, actor, unit):
        rows.append((disputing(case),))
    if may(case, Act.SUPPLY, actor, unit):
        waiting = case.status is Status.WAITING_RESIDENT
        rows.append((supplying(case, asked=waiting),))
    if may(case, Act.WITHDRAW, actor, unit):
        rows.append((choice("button-withdraw", "withdraw", case.code),))
    if may(case, Act.ERASE, actor, unit):
        rows.append((choice("button-erase", "erase", case.code),))
    return tuple(rows)
