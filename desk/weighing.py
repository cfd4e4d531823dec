"""What an answer lacks: said to the body before it sends, to the senior officer before it is signed off."""

from collections.abc import Iterable, Sequence

from desk.cards import filed, head, said, settlement, talk
from desk.histories import answer_of, evidence, parts, standing_weaknesses
from desk.letter import Letter, Line, choice, fact
from desk.office import Office
from desk.perform import Doing
from petitions.case import Audience, Case
from petitions.routing import fields_named, propose
from petitions.vagueness import Weakness
from petitions.workflow import Act, share_of
from storage.unit import Unit


async def weigh(unit: Unit, office: Office, case: Case, words: str, media: Sequence[int]) -> tuple[Weakness, ...]:
    """Return what an answer lacks that is about to be given; earlier parts and evidence count."""
    history = await unit.petitions.history(case, Audience.BODY)
    asked = (entry.content["words"] for entry in history if entry.act in {Act.FILE, Act.SUPPLY} and entry.content)
    matters = propose("\n\n".join(filter(None, asked)), office.programme, office.model).matters
    given = (part.content["words"] for part in parts(history) if part.content)
    whole = "\n\n".join(filter(None, (*given, words)))
    touched = fields_named(whole, office.programme)
    return office.vagueness.of(whole, matters, touched, evidence=bool(media or evidence(history)))


async def advice(unit: Unit, office: Office, doing: Doing, words: str, media: Sequence[int]) -> tuple[Line, ...]:
    """Say what an answer lacks that the lead body is writing; nothing before it has words."""
    case = await unit.petitions.load(doing.code) if words else None
    share = share_of(case, doing.actor) if case else None
    if case is None or share is None or not share.lead:
        return ()
    return weakness_lines(await weigh(unit, office, case, words, media))


def weakness_lines(weaknesses: Iterable[Weakness]) -> tuple[Line, ...]:
    """Say what is missing, one reason a line; nothing where nothing is."""
    reasons = [fact(f"weak-{one}") for one in weaknesses]
    return (Line("weak-head"), *reasons) if reasons else ()


async def sign_off_card(unit: Unit, office: Office, case: Case) -> Letter:
    """Return a body's answer for the senior officer: the matter, the answer, its evidence and what it lacks."""
    history = await unit.petitions.history(case)
    answer, weak = answer_of(history), standing_weaknesses(history)
    earlier = [entry for entry in history[1:] if entry is not answer]
    lines = (
        Line("sign-off-head", head(office, case)),
        *settlement(office, case),
        *filed(history),
        *talk(office, case, earlier),
        *said(answer, "sign-off-answer"),
        *weakness_lines(weak),
    )
    version = str(case.entries)
    signing = choice("button-override", "override", case.code, version) if weak else None
    choices = (
        (signing or choice("button-sign-off", "sign", case.code, version),),
        (choice("button-send-back", "sendback", case.code, version),),
        (choice("button-open", "open", case.code),),
    )
    return Letter(lines, choices, evidence(history), petition=case.id)
