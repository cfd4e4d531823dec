"""Erasing what was said in a petition that has ended; its entries, dates and their chain stay, as the law wants.

Its author does it, the clock when the time of keeping is over, the administrator for whoever wishes it on paper;
and it goes along with a part of it that an officer recognises as a denunciation.
"""

from collections.abc import Collection

from desk.body_cards import renew_all_cards
from desk.letter import Letter, Line, Value
from desk.office import Office
from desk.perform import PUBLIC, Doing, Saying, loaded, perform
from desk.related import not_erased
from desk.telling import deliver, news, tell_role
from petitions.access import Part, sees
from petitions.case import OVER, Case
from petitions.codes import show_code
from petitions.papers import read_number
from petitions.refusal import Refusal
from petitions.roles import SYSTEM, Actor, Role
from petitions.workflow import Act, decide
from storage.deliveries import When
from storage.unit import Unit


async def erase(unit: Unit, office: Office, doing: Doing) -> Case:
    """Erase one's own petition. Raises: Refusal — as `decide`, `refused-role` for anybody but its author."""
    case = await loaded(unit, doing.code)
    if doing.actor.person != case.person:
        raise Refusal("refused-role")
    # Whoever erases their own reads at once what was done, in the place of what they pressed.
    here = await unit.people.contacts_of(case.person)
    return await _erase(unit, office, doing, {"why": "asked"}, but=here)


async def erase_along(unit: Unit, office: Office, whole: Case, part: Case) -> None:
    """Erase what a denunciation was split from: its words stand there too. The other parts keep theirs."""
    if not whole.erased:
        await _erase(unit, office, Doing(SYSTEM, whole.code), {"why": "part", "part": part.code})


async def erase_old(unit: Unit, office: Office, code: str) -> None:
    """Erase what is kept no longer. Raises: Refusal — it was erased or taken up again meanwhile."""
    await _erase(unit, office, Doing(SYSTEM, code), {"why": "old"})


async def on_paper(unit: Unit, actor: Actor, code: str, typed: str) -> tuple[Case, str]:
    """Return the petition that somebody wishes on paper to be erased, and the number of the paper.

    Raises: Refusal — `refused-role`, `unknown-code`, `erase-number`, `erase-not-ended`, or what `decide` refuses.
    """
    check(actor)
    number = read_number(typed)
    if number is None:
        raise Refusal("erase-number")
    case = await loaded(unit, code)
    if case.status not in OVER:
        raise Refusal("erase-not-ended", status=case.status)
    decide(case, Act.ERASE, actor, unit.now)
    return case, number


async def erase_on_paper(unit: Unit, office: Office, doing: Doing, typed: str) -> Case:
    """Erase a petition at its author's written wish; the entry keeps the paper's number.

    The desk is told; so is the author, where they have an account: the paper might not be theirs.

    Raises: Refusal — as `on_paper`.
    """
    _case, number = await on_paper(unit, doing.actor, doing.code, typed)
    case = await _erase(unit, office, doing, {"why": "paper", "paper": number})
    key = "news-erased" if case.at_counter else "news-erased-told"
    await tell_role(unit, Role.TRIAGE, news(case, key, paper=number), case.id)
    about: dict[str, Value] = {"code": show_code(case.code), "paper": number}
    told = Letter((Line("told-erased", about), *await not_erased(unit, case)))
    await deliver(unit, await unit.people.contacts_of(case.person), told, case.id, When(office.wakes(unit.now)))
    return case


def check(actor: Actor) -> None:
    """Let only the administrator erase for others, who works on no petition. Raises: Refusal `refused-role`."""
    if not sees(actor, Part.ROLES):
        raise Refusal("refused-role")


async def stands_until_erased(unit: Unit, contact: int, case: Case, message: int) -> None:
    """Note a message in the author's own chat that says what is kept, to be renewed once nothing is."""
    await unit.shown.put_own(contact, case.id, message)


async def _erase(
    unit: Unit, office: Office, doing: Doing, facts: dict[str, str], but: Collection[int] = ()
) -> Case:
    case = await perform(unit, office, doing, Act.ERASE, Saying(PUBLIC, facts))
    await unit.petitions.erase(case.id)
    await empty_messages(unit, case, but)
    await renew_all_cards(unit, office, case)
    return case


async def empty_messages(unit: Unit, case: Case, but: Collection[int] = ()) -> None:
    """Take the erased words out of every message that shows them, but for those in their author's own chat.

    There only what says that they are kept is renewed; nothing is in the chats of `but`.

    A chat may belong to none of its bodies any more, as a replaced group. What is to say more is renewed after it.
    """
    for contact, message in sorted(await unit.shown.of_petition(case.id)):
        if contact in but:
            continue
        emptied = Letter((Line("words-erased", {"code": show_code(case.code)}),), renews=message)
        await deliver(unit, [contact], emptied, case.id)
