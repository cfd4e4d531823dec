"""What every view of a petition shares: its head, its matter, what was said since, and what may be done."""

from collections.abc import Iterable, Mapping, Sequence

from desk.histories import files_of_before, kept, last, leading_after, met_with
from desk.letter import (
    Letter,
    Line,
    Value,
    body_name,
    date,
    fact,
    moment,
    word,
)
from desk.office import Office
from desk.places import where
from petitions.access import Part, sees
from petitions.case import ENDS, Case, Entry, NameShown, ReferralStatus, Status
from petitions.codes import show_code
from petitions.refusal import Refusal
from petitions.roles import Actor
from petitions.seen import Seen, seen
from petitions.text import shortened
from petitions.workflow import Act, decide
from storage.unit import Unit


async def of_office(unit: Unit, actor: Actor, code: str, what: str = "card", reason: str | None = None) -> Case:
    """Load a case for whoever reads all of them; the reading is recorded, with its reason where one was given.

    Raises: Refusal — `refused-role`, `unknown-code`.
    """
    if not sees(actor, Part.NAME):
        raise Refusal("refused-role")
    case = await unit.petitions.load(code)
    if case is None:
        raise Refusal("unknown-code")
    assert actor.person is not None  # noqa: S101 - the clock reads nothing
    await unit.registers.accessed(actor.person, what, case.id, reason)
    return case


def stands(case: Case) -> str:
    """Tell whether a body has been given the matter, or would be, as it is classified, or never was.

    What has ended while a body had it was given to that body, though its share was taken back.
    """
    ended = case.status in ENDS
    if case.latest_lead or (ended and any(share.lead for share in case.referrals)):
        return "referred"
    if ended:
        return "never"
    return "proposed" if case.lead else "nobody"


def status_name(status: Status, *, accepted: bool) -> Value:
    """Name a status to the office: of what was referred also whether its lead body has accepted it."""
    return word("status-at-work" if status is Status.REFERRED and accepted else f"status-{status}")


def head(office: Office, case: Case) -> dict[str, Value]:
    """Return what stands at the top of every view of a case."""
    lead = case.lead_referral
    code = lead.body if lead else case.lead
    return {
        "code": show_code(case.code),
        "status": status_name(case.status, accepted=seen(case) is Seen.IN_PROGRESS),
        "kind": word(f"kind-{case.kind}"),
        "field": word(f"field-{case.field}"),
        "level": word(f"level-{case.level}"),
        "body": body_name(office, code),
        "stands": stands(case),
        "filed": moment(case.handed_in),
    }


def filed(history: Sequence[Entry], own: Office | None = None) -> Iterable[Line]:
    """Show the matter as it was filed; `own` is the office of whoever reads what they filed themselves."""
    first = history[0] if history else None
    if first is None or first.content is None:
        return
    yield Line("card-words", {"words": first.content["words"]})
    place = first.content.get("place")
    yield from where(own, place) if own else _place(place)
    if first.media:
        yield fact("card-files", count=len(first.media))


def _place(place: dict[str, Value] | None) -> Iterable[Line]:
    if place and "words" in place:
        yield fact("card-place", place=place["words"])
    if place and "latitude" in place:
        pin = f"{place['latitude']:.5f}, {place['longitude']:.5f}"
        yield fact("card-pin", pin=pin)


def name(history: Sequence[Entry], shown: NameShown) -> Iterable[Line]:
    """Show the resident's name to those who may read it, and to whom else it is shown."""
    if known := kept(history, Act.IDENTIFY):
        yield fact(f"card-name-{shown}", name=known["name"])
    else:
        yield fact("card-name-nobody")


def matter(office: Office, case: Case, history: Sequence[Entry]) -> Iterable[Line]:
    """Show the matter, then every word that was said about it since."""
    yield from filed(history)
    yield from talk(office, case, history[1:], files_of_before(history))


_OF_SHARES = frozenset({Act.ANSWER, Act.PART, Act.RETURN})


_SAID = frozenset(
    {
        Act.ASK,
        Act.SUPPLY,
        Act.ANSWER,
        Act.PART,
        Act.WAIVE,
        Act.RETURN,
        Act.SEND_BACK,
        Act.OVERRIDE,
        Act.DISPUTE,
        Act.REMARK,
        Act.UPHOLD,
        Act.GUIDE,
        Act.STORE,
        Act.EXTEND,
        Act.GRANT,
        Act.DENY,
        Act.FOLLOW_UP,
        Act.CARRY_OUT,
        Act.OVERRIDE_REPORT,
    }
)


def talk(
    office: Office, case: Case, entries: Sequence[Entry], of_before: Mapping[int, int] | None = None
) -> Iterable[Line]:
    """Show every word that was said about the matter, each with how many files came with it.

    `of_before` counts the files of an earlier answer that go along with one, by its place. What coordinating
    bodies and former leads said is shown by name; who led then and takes part now has said both.
    """
    led = None
    for entry in entries:
        led, body = leading_after(entry, led), entry.facts.get("body")
        if entry.act in _OF_SHARES and entry.content and body != case.lead:
            facts = {"body": body_name(office, body), "words": entry.content["words"], "at": moment(entry.at)}
            yield Line(f"card-former-{entry.act}" if body == led else f"card-with-{entry.act}", facts)
        elif entry.act in _SAID:
            yield from said(entry, "card-supply-edited" if "how" in entry.facts else f"card-{entry.act}")
        if entry.media:
            yield fact("card-files", count=len(entry.media))
        elif before := (of_before or {}).get(entry.position):
            yield fact("card-files-before", count=before)


def said(entry: Entry | None, key: str) -> Iterable[Line]:
    """Show the words of an entry, where it has any; whoever sent files alone said something too."""
    if entry and (entry.content or entry.media):
        words = entry.content["words"] if entry.content else ""
        yield Line(key, {"words": words, "at": moment(entry.at)})
    elif entry and entry.act == Act.DISPUTE:
        yield Line("card-dispute-silent", {"at": moment(entry.at)})


def judged(history: Sequence[Entry]) -> Iterable[Line]:
    """Say how the newest answer was judged, or that it was not; "not solved" stands among what was said."""
    met = met_with(history)
    if met and met.act == Act.RATE:
        yield fact(f"card-rate-{met.facts['rating']}", at=moment(met.at))
    elif met and met.act == Act.CLOSE:
        yield fact("card-close", at=moment(met.at))


def sent_back(case: Case, entry: Entry | None, key: str) -> Letter | None:
    """Quote what was sent back to whoever writes it again, in a message of its own, from which it can be copied.

    An erasure can empty it there: a question in a group cannot be changed any more.
    """
    if entry is None or entry.content is None:
        return None
    words = entry.content["words"]
    quoted = Line(key, {"code": show_code(case.code), "words": shortened(words, _QUOTED)})
    rest = (Line("sent-back-rest"),) if len(words) > _QUOTED else ()
    return Letter((quoted, *rest), petition=case.id)


_QUOTED = 3000
"""Characters of what was sent back: as many as fit into one message for certain."""


def coordinating(office: Office, case: Case, *, reader: str | None = None) -> Iterable[Line]:
    """Show the other bodies that take part, where each stands and until when it answers the lead."""
    for one in case.at_work:
        if one.lead or one.body == reader:
            continue
        facts = {"body": body_name(office, one.body), "stands": word(f"share-{one.status}")}
        due = None if one.status is ReferralStatus.ANSWERED else one.due_at
        yield fact("card-share-due", **facts, due=date(due)) if due else fact("card-share", **facts)


def erased(history: Sequence[Entry]) -> Iterable[Line]:
    """Say that words are gone, where they are."""
    if any(entry.erased for entry in history):
        yield Line("card-erased")
    erasing = last(history, Act.ERASE)
    if erasing and "paper" in erasing.facts:
        yield fact("card-erased-paper", paper=erasing.facts["paper"], at=date(erasing.at))


def may(case: Case, act: Act, actor: Actor, unit: Unit) -> bool:
    """Tell whether the actor could do this now."""
    try:
        decide(case, act, actor, unit.now)
    except Refusal:
        return False
    return True
