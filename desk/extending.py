"""More time for a body: it asks with days and a reason, the senior officer grants or refuses."""

from desk.cards import settlement
from desk.histories import last
from desk.letter import Letter, Line, Value, body_name, choice, day, word
from desk.office import Office
from desk.perform import PUBLIC, WITH_BODY, Changes, Doing, Saying, loaded, perform, save
from desk.telling import after, news_of_share, tell_body, tell_resident, tell_role
from petitions.case import Audience, Case, Referral
from petitions.codes import show_code
from petitions.extending import read_request
from petitions.refusal import Refusal
from petitions.roles import Role
from petitions.workflow import Act, decide
from storage.unit import Unit


async def extend(unit: Unit, office: Office, doing: Doing, words: str) -> Case:
    """Ask for more time; the senior officer is told. Raises: Refusal — as `read_request` and `extended`."""
    request, case = read_request(words), await loaded(unit, doing.code)
    step = decide(case, Act.EXTEND, doing.actor, unit.now)
    share = _asking(step.referral)
    office.extended(case, share, request.days)
    asked = Changes(referral={"asked_days": request.days})
    case = await save(unit, office, case, step, doing.actor, Saying(WITH_BODY, words=words), asked)
    body, asked_for = body_name(office, share.body), wanted(office, case)
    lines = (
        Line("news-extension", {"code": show_code(case.code), "field": word(f"field-{case.field}"), "body": body}),
        *settlement(office, case),
        Line("extension-asked-for", {**asked_for, "words": request.reason}),
    )
    version = str(case.entries)
    choices = (
        (choice("button-grant", "grant", case.code, version), choice("button-deny", "deny", case.code, version)),
        (choice("button-open", "open", case.code),),
    )
    await tell_role(unit, Role.SENIOR, Letter(lines, choices, petition=case.id), case.id)
    return case


def check(office: Office, case: Case) -> None:
    """Refuse more time that nobody could grant. Raises: Refusal — `extension-unlawful`, `refused-state`."""
    office.extended(case, _asking(case.lead_referral), 1)


def movable(office: Office, case: Case) -> bool:
    """Tell whether the lead's limit may move at all; a card offers nothing that the law forbids."""
    try:
        check(office, case)
    except Refusal:
        return False
    return True


def wanted(office: Office, case: Case) -> dict[str, Value]:
    """Say how much more time the lead has asked for, as its limit counts days, and until when that is."""
    share = _asking(case.lead_referral)
    days = share.asked_days or 0
    more = word(f"limit-{office.settlement(case).unit}", n=days)
    return {"more": more, "due": day(office.extended(case, share, days))}


async def grant(unit: Unit, office: Office, doing: Doing) -> Case:
    """Grant what was asked: the clock moves, the resident hears the new date and why."""
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.GRANT, doing.actor, unit.now)
    share = _asking(step.referral)
    asked = last(await unit.petitions.history(case, Audience.BODY), Act.EXTEND)
    reason = read_request(asked.content["words"]).reason if asked and asked.content else ""
    due = office.extended(case, share, share.asked_days or 0)
    moved = Changes(referral={"due_at": due, "asked_days": None})
    case = await save(unit, office, case, step, doing.actor, Saying(PUBLIC, words=reason), moved)
    await tell_resident(unit, office, case, step, reason)
    told = news_of_share(case, "news-more-time", due=day(due))
    await tell_body(unit, share.body, told, case.id, after(unit, office, case))
    return case


async def deny(unit: Unit, office: Office, doing: Doing, reason: str) -> Case:
    """Refuse more time with a reason; the body's clock stays."""
    if not reason.strip():
        raise Refusal("words-needed")
    kept = Changes(referral={"asked_days": None})
    before = await loaded(unit, doing.code)
    case = await perform(unit, office, doing, Act.DENY, Saying(WITH_BODY, words=reason), kept)
    lead = _asking(before.lead_referral)
    told = news_of_share(case, "news-denied", words=reason)
    await tell_body(unit, lead.body, told, case.id, after(unit, office, case))
    return case


def _asking(share: Referral | None) -> Referral:
    assert share is not None  # noqa: S101 - only a body at work asks, and only what it asked is decided
    return share
