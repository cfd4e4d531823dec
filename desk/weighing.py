"""What an answer lacks: said to the body before it sends, to the senior officer before it is signed off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from desk.cards import filed, head, said, sent_back, talk
from desk.deadlines import after_day_off, carrying, promise_ends, settlement
from desk.histories import (
    answer_of,
    answer_sent_back,
    evidence,
    evidence_of_answer,
    files_of,
    last,
    parts,
    whole_answer,
)
from desk.letter import Letter, Line, Rows, choice, column, date, fact, word
from desk.office import Office
from desk.perform import Doing
from desk.renewing import decision, renew, seniors_told_of
from desk.telling import after, outcome
from desk.weaknesses import weakness_lines, weaknesses_of_answer
from petitions.case import Audience, Case, Entry, Status
from petitions.kinds import OF_ANSWERS
from petitions.roles import Actor
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


async def part_so_far(unit: Unit, doing: Doing, words: str) -> tuple[Line, ...]:
    """Show a part that is being written as its reader will have it; nothing before it has words."""
    case = await unit.petitions.load(doing.code) if words else None
    share = share_of(case, doing.actor) if case else None
    if case is None or share is None:
        return ()
    return _so_far(await unit.petitions.history(case, Audience.BODY), words, lead=share.lead)


async def advice(unit: Unit, office: Office, doing: Doing, words: str, media: Sequence[int]) -> tuple[Line, ...]:
    """Show an answer that is being written as its reader will have it, and say what the lead's lacks.

    Nothing before it has words; a contribution is for the lead to read and to judge, and has no result.
    """
    case = await unit.petitions.load(doing.code) if words else None
    share = share_of(case, doing.actor) if case else None
    if case is None or share is None:
        return ()
    history = await unit.petitions.history(case, Audience.BODY)
    shown = _so_far(history, words, lead=share.lead)
    if not share.lead:
        return shown
    return (
        *shown,
        *_before(history, media),
        *weakness_lines(await weigh(unit, office, case, words, media)),
        Line("ask-result"),
    )


async def to_answer_again(unit: Unit, doing: Doing) -> tuple[Letter | None, tuple[Line, ...]]:
    """Quote the lead's answer that was sent back to whoever writes another, and say what goes along with that.

    There is neither where none was sent back.
    """
    case = await unit.petitions.load(doing.code)
    share = share_of(case, doing.actor) if case else None
    if case is None or share is None or not share.lead:
        return None, ()
    history = await unit.petitions.history(case, Audience.BODY)
    quoted = sent_back(case, answer_sent_back(history), "answer-before")
    return quoted, ((Line("ask-answer-again", {"parts": len(parts(history))}),) if quoted else ())


def _so_far(history: Sequence[Entry], words: str, *, lead: bool) -> tuple[Line, ...]:
    if not lead:
        return (Line("answer-for-lead", {"words": words}),)
    return (Line("answer-so-far", {"words": _with_parts(history, words)}),)


def _before(history: Sequence[Entry], media: Sequence[int]) -> Iterator[Line]:
    """Say which files of saved parts go along, and what becomes of an answer that was sent back."""
    if answer_sent_back(history):
        yield fact("answer-before-unread", parts=len(parts(history)))
    if saved := files_of(parts(history)):
        yield fact("answer-files-of-parts", count=len(saved))
    if before := evidence_of_answer(history):
        yield fact("answer-files-replaced" if media else "answer-files-stay", count=len(before))


def _going_along(history: Sequence[Entry]) -> Iterator[Line]:
    """Say how many files go along with the answer: its own, of its parts, and of one that was sent back."""
    if files := evidence(history):
        yield fact("sign-off-files", count=len(files))


def _with_parts(history: Sequence[Entry], words: str) -> str:
    """Return the whole answer: the parts given before, and these words."""
    given = (part.content["words"] for part in parts(history) if part.content)
    return "\n\n".join(filter(None, (*given, words)))


async def sign_off_card(unit: Unit, office: Office, case: Case) -> Letter:
    """Return a body's answer for the senior officer: the matter, the answer, its result, what it lacks."""
    history = await unit.petitions.history(case)
    answer, weak = answer_of(history), weaknesses_of_answer(history)
    place = history.index(answer) if answer else len(history)
    lines = (
        Line("sign-off-head", head(office, case)),
        *settlement(office, case),
        *filed(history),
        *talk(office, case, history[1:place]),
        *said(answer, "sign-off-answer"),
        *_going_along(history),
        *outcome(case, history),
        *_promise(office, case, history, unit.now),
        *weakness_lines(weak),
        *talk(office, case, history[place + 1 :]),
    )
    version = str(case.entries)
    back = choice("button-send-back", "sendback", case.code, version)
    override = choice("button-override", "override", case.code, version)
    # What is advised stands first.
    ways = (back, override) if weak else (choice("button-sign-off", "sign", case.code, version), back)
    correct = choice("button-results", "results", case.code, version)
    choices = column((*ways, correct, choice("button-open", "open", case.code)))
    return Letter(lines, choices, evidence(history), petition=case.id)


def _promise(office: Office, case: Case, history: Sequence[Entry], now: datetime) -> Iterator[Line]:
    """Say until when the answer will be followed up by itself once it is signed off; then, until when it is."""
    if case.status is not Status.WAITING_SIGN_OFF:
        yield from carrying(case)
    elif due := promise_ends(office, case, whole_answer(history), now):
        yield fact("card-carry-will", due=date(due))
        yield from after_day_off(office, whole_answer(history), now)


async def sign_off_letter(unit: Unit, office: Office, case: Case) -> Letter:
    """Return the letter of an answer as it stands now: once that is decided, how and by whom, without buttons.

    Its evidence came with it and is not in it.
    """
    waiting = replace(await sign_off_card(unit, office, case), media=())
    if case.status is Status.WAITING_SIGN_OFF:
        return waiting
    history = await unit.petitions.history(case)
    decided = max(filter(None, (last(history, act) for act in (Act.SIGN_OFF, Act.SEND_BACK))), key=history.index)
    weak = history[history.index(decided) - 1].act == Act.OVERRIDE
    heading = await decision(unit, office, case, _DECIDED[Act.OVERRIDE if weak else decided.act], decided)
    return replace(waiting, lines=(heading, *waiting.lines[1:]), choices=())


_DECIDED: Mapping[str, str] = {
    Act.SIGN_OFF: "decided-signed",
    Act.OVERRIDE: "decided-signed-weak",
    Act.SEND_BACK: "decided-sent-back",
}
"""What heads an answer that waited for sign-off, by the decision."""


async def letters_of(unit: Unit, case: Case) -> list[tuple[int, int]]:
    """Return which senior officers were told that the newest answer waits: contacts, each with its message."""
    return await seniors_told_of(unit, case, answer_of(await unit.petitions.history(case)))


async def renew_letters(unit: Unit, office: Office, case: Case, actor: Actor) -> None:
    """Let the letters of colleagues say what was decided of the answer, once it cannot be undone any more."""
    stands, told = await sign_off_letter(unit, office, case), await letters_of(unit, case)
    await renew(unit, case, told, stands, actor, after(unit, office, case))


def corrections(case: Case) -> Rows:
    """Offer the other results that the answer could have, and the way back to its card."""
    version = str(case.entries)
    others = [
        choice("button-result-as", "result", case.code, version, one, result=word(f"result-{one}"))
        for one in OF_ANSWERS
        if one is not case.result
    ]
    return column((*others, choice("button-card", "result", case.code, version)))
