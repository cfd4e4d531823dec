"""More time for a body: it asks with days and a reason, the senior officer grants or refuses."""

from collections.abc import Mapping

from desk.body_cards import renew_cards
from desk.cards import head, said
from desk.deadlines import asking, settlement, wanted
from desk.histories import last
from desk.letter import Letter, Line, Rows, choice, day
from desk.office import Office
from desk.perform import PUBLIC, WITH_BODY, Changes, Doing, Saying, loaded, perform, save
from desk.renewing import decision, renew, seniors_told_of
from desk.telling import after, news_of_share, tell_body, tell_resident, tell_role
from petitions.case import Audience, Case, Entry
from petitions.extending import reason_of
from petitions.refusal import Refusal
from petitions.roles import Actor, Role
from petitions.workflow import Act, decide
from storage.deliveries import When
from storage.unit import Unit


async def extend(unit: Unit, office: Office, doing: Doing, words: str) -> Case:
    """Ask for more time, in place of what was asked and not decided yet; the senior officer is told.

    Raises: Refusal, as `Office.requested`.
    """
    case = await loaded(unit, doing.code)
    step = decide(case, Act.EXTEND, doing.actor, unit.now)
    share = asking(step.referral)
    request = office.requested(case, share, words)
    earlier = await letters_of(unit, case) if share.asked_days else []
    asked = Changes(referral={"asked_days": request.days})
    saying = Saying(WITH_BODY, {"instead": True} if share.asked_days else {}, words)
    case = await save(unit, office, case, step, doing.actor, saying, asked)
    replaced = Letter((Line("extension-replaced", head(office, case)),), petition=case.id)
    await renew(unit, case, earlier, replaced, doing.actor)
    await tell_role(unit, Role.SENIOR, await letter(unit, office, case), case.id, When(entry=case.entries))
    return case


async def grant(unit: Unit, office: Office, doing: Doing) -> Case:
    """Grant what was asked: the clock moves, the resident hears the new date and why."""
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.GRANT, doing.actor, unit.now)
    share = asking(step.referral)
    reason = _reason(last(await unit.petitions.history(case, Audience.BODY), Act.EXTEND))
    due = office.extended(case, share, share.asked_days or 0)
    moved = Changes(referral={"due_at": due, "asked_days": None})
    case = await save(unit, office, case, step, doing.actor, Saying(PUBLIC, words=reason), moved)
    await tell_resident(unit, office, case, step, reason)
    await renew_cards(unit, office, case, share.body, after(unit, office, case))
    told = news_of_share(case, "news-more-time", due=day(due))
    await tell_body(unit, share.body, told, case.id, after(unit, office, case))
    await _renew_letters(unit, office, case, doing.actor)
    return case


async def deny(unit: Unit, office: Office, doing: Doing, reason: str) -> Case:
    """Refuse more time with a reason; the body's clock stays."""
    if not reason.strip():
        raise Refusal("words-needed")
    kept = Changes(referral={"asked_days": None})
    before = await loaded(unit, doing.code)
    case = await perform(unit, office, doing, Act.DENY, Saying(WITH_BODY, words=reason), kept)
    lead = asking(before.lead_referral)
    await renew_cards(unit, office, case, lead.body, after(unit, office, case))
    told = news_of_share(case, "news-denied", words=reason)
    await tell_body(unit, lead.body, told, case.id, after(unit, office, case))
    await _renew_letters(unit, office, case, doing.actor)
    return case


async def letters_of(unit: Unit, case: Case) -> list[tuple[int, int]]:
    """Return which senior officers were told of the newest request: contacts, each with its message."""
    return await seniors_told_of(unit, case, last(await unit.petitions.history(case), Act.EXTEND))


async def letter(unit: Unit, office: Office, case: Case) -> Letter:
    """Return the letter of the newest request as it stands now: once it is decided, how and by whom.

    It has buttons only while it waits.
    """
    history = await unit.petitions.history(case)
    asked = last(history, Act.EXTEND)
    assert asked is not None  # noqa: S101 - a letter is made of a request
    decided = next((one for one in history if one.act in _DECIDED and one.position > asked.position), None)
    if decided is None:
        facts = {**wanted(office, case), "words": _reason(asked)}
        lines = (
            Line("news-extension", head(office, case)),
            *settlement(office, case),
            *((Line("extension-instead"),) if "instead" in asked.facts else ()),
            Line("extension-asked-for", facts),
        )
        return Letter(lines, _ways(case), petition=case.id)
    heading = await decision(unit, office, case, _DECIDED[decided.act], decided)
    # A grant repeats the reason of the request for its author.
    why = said(decided, "card-deny") if decided.act == Act.DENY else ()
    told = (*said(asked, "card-extend"), *why)
    return Letter((heading, *settlement(office, case), *told), petition=case.id)


_DECIDED: Mapping[str, str] = {Act.GRANT: "decided-granted", Act.DENY: "decided-denied"}
"""What heads a request for more time, by the decision."""


def _ways(case: Case) -> Rows:
    version = str(case.entries)
    decide_it = (
        choice("button-grant", "grant", case.code, version),
        choice("button-deny", "deny", case.code, version),
    )
    return (decide_it, (choice("button-open", "open", case.code),))


def _reason(asked: Entry | None) -> str:
    """Return why more time was asked for, nothing where that is erased."""
    return reason_of(asked.content["words"]) if asked and asked.content else ""


async def _renew_letters(unit: Unit, office: Office, case: Case, actor: Actor) -> None:
    """Let the letters of colleagues say what was decided of a request, once it cannot be undone any more."""
    told = await letters_of(unit, case)
    await renew(unit, case, told, await letter(unit, office, case), actor, after(unit, office, case))
