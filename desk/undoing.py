"""Undoing: an officer takes back what they have just decided, before anybody is told."""

from desk.office import Office
from desk.perform import Doing, loaded
from petitions.case import Audience, Case
from petitions.refusal import Refusal
from petitions.undoing import undo as before
from petitions.workflow import Act, decide
from storage.petitions import NewEntry
from storage.unit import Unit


async def undo(unit: Unit, office: Office, doing: Doing) -> Case:
    """Undo the decision whose entry the button names; return the case as it stood before.

    The history keeps both; whoever could read the decision reads neither. Raises: Refusal — what `decide` and
    `petitions.undoing` refuse, `undo-too-late` where a letter is on its way already.
    """
    case = await loaded(unit, doing.code)
    step = decide(case, Act.UNDO, doing.actor, unit.now)
    chain = [link for link, _hash in await unit.audits.chain(case.id)]
    stood = before(chain, doing.seen or 0, doing.actor, unit.now, office.hold)
    decision = stood.decision
    if not await unit.deliveries.take_back(case.id, decision.position, decision.at):
        raise Refusal("undo-too-late", seconds=int(office.hold.total_seconds()))
    for link in stood.taken_back:
        entry = NewEntry(
            act=Act.UNDO,
            actor=doing.actor.person,
            role=step.role,
            audience=frozenset(Audience(one) for one in link.audience),
            basis=step.basis,
            facts={"undone": link.position},
        )
        case = await unit.petitions.record(case, entry, status=stood.status, **stood.columns)
    await unit.referrals.restore(case, decision.at, stood.shares)
    return await loaded(unit, doing.code)
