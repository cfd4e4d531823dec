"""Letters that stand in several chats: once somebody has acted, those of the others say so."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from desk.cards import head
from desk.histories import answer_of, last, taken_back, untold
from desk.letter import Letter, Line, Value, choice, date, moment, officer_name, word
from desk.office import Office
from desk.telling import after, at_work, deliver, for_desk
from petitions.case import Case, Entry
from petitions.codes import show_code
from petitions.roles import Actor, Role
from petitions.workflow import Act, Step, awaits_decision, undoable
from storage.deliveries import AT_ONCE, When
from storage.unit import Unit


async def told_of(unit: Unit, case: Case, asked: Entry | None) -> list[tuple[int, int]]:
    """Return who was told of an entry: contacts, each with its message; nobody of none."""
    return await unit.deliveries.told(case.id, asked.position) if asked else []


async def seniors_told_of(unit: Unit, case: Case, asked: Entry | None) -> list[tuple[int, int]]:
    """Return which senior officers were told of an entry; whoever is none any more reads on nowhere."""
    seniors = await unit.people.contacts_of_role(Role.SENIOR)
    return [one for one in await told_of(unit, case, asked) if one[0] in seniors]


async def renew(
    unit: Unit, case: Case, told: Iterable[tuple[int, int]], stands: Letter, actor: Actor, when: When = AT_ONCE
) -> None:
    """Put a letter as it stands now in the place of what contacts were `told` by a message, but for the actor."""
    own = await unit.people.contacts_of(actor.person) if actor.person else []
    for contact, message in told:
        if contact not in own:
            await _put(unit, case, contact, message, stands, when)


async def decision(unit: Unit, office: Office, case: Case, key: str, entry: Entry) -> Line:
    """Say at the top of a letter how, by whom and when it was decided."""
    who = officer_name(entry.actor or 0, await unit.people.names([entry.actor or 0], [Role(entry.role)]))
    return Line(key, {**head(office, case), "who": who, "at": moment(entry.at)})


async def renew_overtaken(unit: Unit, office: Office, before: Case, case: Case, step: Step) -> None:
    """Let every letter that asked for a decision say that none is awaited any more, where a step has overtaken it.

    It says how the petition came to stand, and keeps no word of the matter.
    """
    waited = awaits_decision(before)
    if waited is None or step.act in _DECISIONS or awaits_decision(case) is waited:
        return
    history = await unit.petitions.history(case)
    asked = answer_of(history) if waited is Act.ANSWER else last(history, waited)
    facts = {**head(office, case), "at": moment(unit.now)}
    stands = Letter((Line(_OVERTAKEN[waited], facts),), petition=case.id)
    # Not as news of the step: what an answer is told by is its own letter, and that is renewed in its turn.
    when = after(unit, office, case) if undoable(step.act, step.role) else AT_ONCE
    for contact, message in await told_of(unit, case, asked):
        await _put(unit, case, contact, message, stands, when)


async def renew_taken_back(unit: Unit, office: Office, case: Case, step: Step) -> None:
    """Let what the desk is to tell an author without an account here say that the body has it no more."""
    if step.act not in {Act.RECALL, Act.RETURN}:
        return
    desk, when = await at_work(unit, case), for_desk(unit, office, case, step)
    informed = choice("button-informed", "informed", case.code, str(case.entries))
    rows = ((informed, choice("button-open", "open", case.code)),)
    waiting = untold(case, await unit.petitions.history(case))
    for news in [one for one in waiting if taken_back(case, one)]:
        about: dict[str, Value] = {"code": show_code(case.code), "at": date(news.at)}
        about["what"] = word(f"inform-{news.act}")
        stands = Letter((Line("inform-taken-back", about),), rows, petition=case.id)
        for contact, message in await told_of(unit, case, news):
            if contact in desk:
                await _put(unit, case, contact, message, stands, when)


_DECISIONS = frozenset({Act.SIGN_OFF, Act.SEND_BACK, Act.GRANT, Act.DENY})
_OVERTAKEN: Mapping[Act, str] = {Act.ANSWER: "overtaken-answer", Act.EXTEND: "overtaken-extension"}


async def _put(unit: Unit, case: Case, contact: int, message: int, stands: Letter, when: When) -> None:
    await deliver(unit, [contact], replace(stands, renews=message), case.id, when)
