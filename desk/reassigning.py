"""Inside a body: its head says which officer works on a share; the share of one who leaves is nobody's."""

from desk.body_cards import body_card, colleagues
from desk.letter import officer_name
from desk.office import Office
from desk.perform import WITH_BODY, Doing, Saying, loaded, save
from desk.telling import deliver, news_of_share, tell_body
from petitions.case import Case
from petitions.refusal import Refusal
from petitions.roles import SYSTEM
from petitions.workflow import Act, decide, share_of
from storage.unit import Unit


async def reassign(unit: Unit, office: Office, doing: Doing, clerk: int) -> Case:
    """Give a share to an officer of the body, who gets the card; whoever had it is told.

    Raises: Refusal `not-of-the-body`.
    """
    case = await loaded(unit, doing.code, doing.seen, doing.actor)
    step = decide(case, Act.REASSIGN, doing.actor, unit.now)
    share = share_of(case, doing.actor)
    assert share is not None  # noqa: S101 - only the head of a body at work comes so far
    called = await colleagues(unit, share.body)
    if clerk not in called:
        raise Refusal("not-of-the-body")
    saying = Saying(WITH_BODY, {"body": share.body, "clerk_id": clerk})
    case = await save(unit, office, case, step, doing.actor, saying)
    case = await unit.referrals.move(case, share, share.status, clerk_id=clerk)
    card = await body_card(unit, office, case, share.body, reader=clerk, files=True)
    told = news_of_share(case, "news-clerk-changed", officer=officer_name(clerk, called))
    letters = {share.clerk_id: told, clerk: card}
    # Whoever gives it knows, and has the card at hand.
    for person, letter in letters.items():
        if person is not None and person != doing.actor.person:
            await deliver(unit, await unit.people.contacts_of(person), letter, case.id)
    return case


async def put_back(unit: Unit, office: Office, clerk: int, body: str) -> None:
    """Give the shares of somebody who left a body to nobody; the body is told."""
    for code in await unit.lists.of_clerk(clerk, body):
        case = await loaded(unit, code)
        step = decide(case, Act.REASSIGN, SYSTEM, unit.now)
        case = await save(unit, office, case, step, SYSTEM, Saying(WITH_BODY, {"body": body, "clerk_id": None}))
        for share in case.at_work:
            if (share.body, share.clerk_id) == (body, clerk):
                case = await unit.referrals.move(case, share, share.status, clerk_id=None)
        await tell_body(unit, body, news_of_share(case, "news-clerk-left"), case.id)
