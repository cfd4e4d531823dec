"""What an answer lacks: said to the body before it sends, to the senior officer before it is signed off."""

from collections.abc import Sequence

from desk.cards import filed, head, said, settlement, talk
from desk.histories import answer_of, evidence, parts
from desk.letter import Letter, Line, Rows, choice, column, word
from desk.office import Office
from desk.perform import Doing
from desk.telling import outcome
from desk.weaknesses import weakness_lines, weaknesses_of_answer
from petitions.case import Audience, Case, Entry
from petitions.kinds import OF_ANSWERS
from petitions.routing import fields_named, propose
from petitions.vagueness import Weakness
from petitions.workflow import Act, share_of
from storage.unit import Unit


async def weigh(unit: Unit, office: Office, case: Case, words: str, media: Sequence[int]) -> tuple[Weakness, ...]:
    """Return what an answer lacks that is about to be given; earlier parts and evidence count."""
    history = await unit.petitions.history(case, Audience.BODY)
    asked = (entry.content["words"] for entry in history if entry.act in {Act.FILE, Act.SUPPLY} and entry.content)
    matters = propose("\n\n".join(filter(None, asked)), office.programme, office.model).matters
    whole = _with_parts(history, words)
    touched = fields_named(whole, office.programme)
    return office.vagueness.of(whole, matters, touched, evidence=bool(media or evidence(history)))


async def advice(unit: Unit, office: Office, doing: Doing, words: str, media: Sequence[int]) -> tuple[Line, ...]:
    """Show an answer that is being written as its reader will have it, and say what the lead's lacks.

    Nothing before it has words; a contribution is for the lead to read and to judge, and has no result.
    """
    case = await unit.petitions.load(doing.code) if words else None
    share = share_of(case, doing.actor) if case else None
    if case is None or share is None:
        return ()
    if not share.lead:
        return (Line("answer-for-lead", {"words": words}),)
    read = _with_parts(await unit.petitions.history(case, Audience.BODY), words)
    return (
        Line("answer-so-far", {"words": read}),
        *weakness_lines(await weigh(unit, office, case, words, media)),
        Line("ask-result"),
    )


def _with_parts(history: Sequence[Entry], words: str) -> str:
    """Return the whole answer: the parts given before, and these words."""
    given = (part.content["words"] for part in parts(history) if part.content)
    return "\n\n".join(filter(None, (*given, words)))


async def sign_off_card(unit: Unit, office: Office, case: Case) -> Letter:
    """Return a body's answer for the senior officer: the matter, the answer, its result, what it lacks."""
    history = await unit.petitions.history(case)
    answer, weak = answer_of(history), weaknesses_of_answer(history)
    earlier = [entry for entry in history[1:] if entry is not answer]
    lines = (
        Line("sign-off-head", head(office, case)),
        *settlement(office, case),
        *filed(history),
        *talk(office, case, earlier),
        *said(answer, "sign-off-answer"),
        *outcome(case, history),
        *weakness_lines(weak),
    )
    version = str(case.entries)
    back = choice("button-send-back", "sendback", case.code, version)
    override = choice("button-override", "override", case.code, version)
    # What is advised stands first.
    ways = (back, override) if weak else (choice("button-sign-off", "sign", case.code, version), back)
    correct = choice("button-results", "results", case.code, version)
    choices = column((*ways, correct, choice("button-open", "open", case.code)))
    return Letter(lines, choices, evidence(history), petition=case.id)


def corrections(case: Case) -> Rows:
    """Offer the other results that the answer could have, and the way back to its card."""
    version = str(case.entries)
    others = [
        choice("button-result-as", "result", case.code, version, one, result=word(f"result-{one}"))
        for one in OF_ANSWERS
        if one is not case.result
    ]
    return column((*others, choice("button-card", "result", case.code, version)))
