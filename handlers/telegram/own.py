"""The resident's petitions after filing: list, timeline, adding words, judging the answer, withdrawing.

(asked, or by button) ──► gather.supply ──► (whoever works on it is told)
rate "not" ──► gather.why (may be skipped) ──► (added to the petition)
rate "partly" ──► gather.remark (may be skipped) ──► (added to the petition)
rate "solved", "remark" ──► gather.remark ──► (added to the petition)
"""

from collections.abc import Mapping
from dataclasses import replace

from desk import erasing, judging, neighbours, reading, related, residents
from desk.letter import (
    Choice,
    Letter,
    Line,
    Value,
    body_name,
    case_choice,
    choice,
    column,
    date,
    day,
    fact,
    say,
    word,
)
from desk.perform import Doing
from desk.records import QueueLine
from desk.telling import disputing, rating_choices
from desk.timeline import standing, timeline
from handlers.telegram.gatekeeping import stale
from handlers.telegram.on import Act as Acting
from handlers.telegram.on import Said, listed
from handlers.telegram.questions import (
    OFFER,
    TO_OWN,
    half_said,
    holds_something,
    stand,
    unfinished,
    unsent,
    wait_for_button,
)
from handlers.telegram.renewing import pressed
from handlers.telegram.replies import Reply, Send, Settle
from handlers.telegram.turn import Turn
from petitions.case import OVER, Case, Status
from petitions.codes import read_code, read_secret, show_code
from petitions.refusal import Refusal
from petitions.seen import seen_from
from petitions.text import shortened
from petitions.workflow import Act, reopens

_SHOWN = 8
"""Petitions of a list that have a button."""
_QUOTED = 60
"""Characters of a petition's first words in a list."""
_NOTED = {"solved": "rated-thanks", "partly": "rated-partly"}
"""What is said of a judgement that came with words."""


async def status(turn: Turn) -> Said:
    """List one's petitions, or show one by its code (with its secret, where it is somebody else's)."""
    if not turn.typed:
        return await _list(turn)
    code, secret = codes(turn.typed)
    return await followed(turn, code, secret) if code else say("code-wrong")


async def asked_after(turn: Turn) -> Letter:
    """Show the only petition, or the only one in hand, else all, to whoever asks in words.

    They may mean something new after all; what is half written stays, and is said to.
    """
    filed = await reading.own(turn.unit, turn.who.person)
    meant = [one for one in filed if one.status not in OVER] or filed
    letter, half = await _timeline(turn, meant[0].code) if len(meant) == 1 else await _list(turn), unsent(turn)
    if len(meant) == 1:
        letter = replace(letter, lines=(*letter.lines, *half))
    ways = [choice("button-resume", "resume")] if half else [choice("button-new", "new")]
    if len(meant) == 1 < len(filed):
        ways.append(choice("button-mine", "mine"))
    return replace(letter, choices=(*letter.choices, *(row for row in column(ways) if row not in letter.choices)))


async def mine(turn: Turn) -> Said:
    """List one's petitions from a button."""
    return turn.show(await _list(turn))


async def shown(turn: Turn) -> Said:
    """Show the timeline of one's petition from a button."""
    return await _timeline(turn, turn.args[0])


async def kept(turn: Turn) -> Said:
    """Show the timeline in the place of a question that was answered with no."""
    return turn.show(await _timeline(turn, turn.args[0]))


async def _timeline(turn: Turn, code: str) -> Letter:
    case = await residents.follow(turn.unit, turn.actor, code, None)
    return await timeline(turn.unit, turn.office, case, turn.actor)


def replying(ask: Acting) -> Acting:
    """Repeat what is asked where `ask` wants words; say it where nobody waits for an answer any more."""

    async def do(turn: Turn) -> Said:
        case = await reading.check(turn.unit, turn.doing(), Act.SUPPLY)
        question = await residents.question(turn.unit, case)
        if question is None:
            return [turn.settle((_to_timeline(case.code),)), _question_over(case)]
        repeated = Line("ask-reply", {"code": show_code(case.code), "words": question})
        return [_asking(repeated, one) for one in listed(await ask(turn))]

    return do


def _question_over(case: Case) -> Letter:
    over = Line("question-over", {"code": show_code(case.code)})
    return Letter((over,), ((choice("button-supply", "supply", case.code),),))


def _asking(question: Line, said: Reply) -> Reply:
    """Ask this question where words are asked for."""
    if isinstance(said, Send) and said.letter.ask:
        return replace(said, letter=replace(said.letter, lines=(question,)))
    return said


async def supplied(turn: Turn, doing: Doing, words: str, media: tuple[int, ...]) -> Said:
    """Add words and files to the petition."""
    case, moved = await residents.supply(turn.unit, turn.office, doing, words, media)
    await residents.remember(turn.unit, case, turn.who.contact, turn.spoken)
    clock = (Line("supplied-due", {"due": day(moved)}),) if moved else ()
    done = Line(_said(turn, case, "supplied"))
    unjudged = [case] if case.status is Status.ANSWERED and case.person == turn.who.person else []
    ways = column([*(one for case in unjudged for one in rating_choices(case)), _onward(turn, case)])
    return turn.show(Letter((done, *clock, *judging.open_(unjudged, "judge-still-open")), ways))


async def rated(turn: Turn) -> Said:
    """Take the resident's judgement; whatever is said right after another than "solved" tells what is missing.

    The answer itself stays in the chat: it is what the resident keeps.
    """
    code, rating = turn.args
    try:
        case = await residents.rate(turn.unit, turn.office, turn.doing_with(code), rating)
    except Refusal as refused:
        if refused.key != "refused-state":
            raise
        return [turn.settle((_to_timeline(code),)), await _not_taken(turn, code, rating)]
    return [turn.settle((_to_timeline(code),)), *await _settled(turn, case), _rated(turn, case, rating)]


async def _not_taken(turn: Turn, code: str, rating: str) -> Letter | Reply:
    if await judging.judged(turn.unit, code) == rating:
        return turn.toast(Line("judged-already", {"code": show_code(code)}), alert=True)
    return await judging.not_taken(turn.unit, turn.actor, code)


async def _settled(turn: Turn, case: Case) -> list[Reply]:
    """Take the buttons of the other letters away that asked the author for this judgement."""
    if case.person != turn.who.person:
        return []
    asked = await judging.asked_by(turn.unit, case)
    others = {message for contact, message in asked if contact == turn.who.contact} - {pressed(turn)}
    return [Settle(message, ((_to_timeline(case.code),),)) for message in sorted(others)]


def _rated(turn: Turn, case: Case, rating: str) -> Letter:
    if rating == "not":
        return _ask_why(turn, case)
    code = _about(case)
    if rating == "partly" and case.person == turn.who.person:
        reopen = disputing(case)
        return _ask_missing(turn, case, "remark", (Line("rated-partly", code), Line("ask-left")), reopen)
    thanks = Line(_said(turn, case, "rated-thanks"), code)
    return Letter((thanks,), ((choice("button-remark", "remark", case.code),),))


def _about(case: Case) -> dict[str, Value]:
    """Name a petition that is judged, and whether "not solved" brings it back without argument."""
    return {"code": show_code(case.code), "reopens": "yes" if reopens(case) else "no"}


async def unsolved(turn: Turn) -> Said:
    """Take "not solved" with what was written beside it as what is missing."""
    return await _judged_with_words(turn, "not")


async def verdict(turn: Turn) -> Said:
    """Take a judgement with what was written for it; a petition that was set aside stands again."""
    code, rating = turn.args
    if code != turn.value("code"):
        return stale(turn)
    said = await _judged_with_words(turn, rating)
    again = unfinished(turn)
    return [*said, *([again] if again else [])]


async def _judged_with_words(turn: Turn, rating: str) -> list[Reply]:
    """Judge an answer, and keep the words: of what is not solved as an addition, else as a word about it."""
    words, media = "\n\n".join(turn.value("words", ())), tuple(turn.value("media", ()))
    doing = turn.doing_with(turn.args[0])
    turn.end()
    case = await residents.rate(turn.unit, turn.office, doing, rating)
    if rating == "not":
        case, _ = await residents.supply(turn.unit, turn.office, doing, words, media)
    else:
        case = await residents.remark(turn.unit, turn.office, doing, words, media)
    await residents.remember(turn.unit, case, turn.who.contact, turn.spoken)
    code = _about(case)
    noted = _taken_up(turn, case) if rating == "not" else Line(_NOTED[rating], code)
    reopen = [disputing(case)] if rating == "partly" else []
    told = Letter((noted, Line("unsolved-sent")), column([*reopen, _to_timeline(case.code)]))
    return [*await _settled(turn, case), turn.show(told)]


def _ask_why(turn: Turn, case: Case) -> Letter:
    asked = Line("ask-missing", {"code": show_code(case.code)})
    return _ask_missing(turn, case, "why", (_taken_up(turn, case), asked))


def _ask_missing(turn: Turn, case: Case, verb: str, lines: tuple[Line, Line], *more: Choice) -> Letter:
    """Ask what is missing; what is half written for this petition is just that.

    What is half written for something else goes first, and a button leads back here.
    """
    noted, asked = lines
    of_this = turn.step in TO_OWN and turn.value("code") == case.code
    if of_this:
        turn.go(f"gather.{verb}")
    half = half_said(turn)
    if half and of_this:
        return replace(half, lines=(noted, *half.lines), choices=(*column(more), *half.choices))
    if half or (turn.step == OFFER and holds_something(turn)):
        ways = choice("button-why", verb, case.code), *more, _to_timeline(case.code)
        return Letter((noted,), column(ways))
    stand(turn, f"gather.{verb}", case)
    return Letter((noted, asked), column([*more, choice("button-nothing-more", "cancel")]), ask=Line("hint-words"))


def _taken_up(turn: Turn, case: Case) -> Line:
    """Say what becomes of "not solved": with whom it is again and until when, or that the office considers it."""
    lead = case.lead_referral
    if lead is None or lead.due_at is None:
        return Line("ask-why", {"code": show_code(case.code)})
    facts = {"body": body_name(turn.office, lead.body), "due": day(lead.due_at)}
    return Line("ask-why-reopened", {"code": show_code(case.code), **facts})


async def remarked(turn: Turn, doing: Doing, words: str, media: tuple[int, ...]) -> Said:
    """Keep a word about the answer."""
    case = await residents.remark(turn.unit, turn.office, doing, words, media)
    return turn.show(say(_said(turn, case, "remarked"), code=show_code(case.code)))


async def withdraw(turn: Turn) -> Said:
    """Ask once before withdrawing."""
    code = turn.args[0]
    case = await reading.check(turn.unit, turn.doing(), Act.WITHDRAW)
    asked = _said(turn, case, "ask-withdraw")
    wait_for_button(turn)
    rows = ((choice("button-withdraw-yes", "withdrawn", code),), (choice("button-keep", "kept", code),))
    return turn.show(Letter((Line(asked, {"code": show_code(code)}),), rows))


async def withdrawn(turn: Turn) -> Said:
    """Withdraw."""
    case = await residents.withdraw(turn.unit, turn.office, turn.doing_with(turn.args[0]))
    own = case.person == turn.who.person
    if own:
        await erasing.stands_until_erased(turn.unit, turn.who.contact, case, pressed(turn))
    years = turn.office.keep_years
    told = Line(_said(turn, case, "withdrawn"), {"code": show_code(case.code), "years": years})
    way = choice("button-erase", "erase", case.code) if own else _onward(turn, case)
    return turn.show(Letter((told,), ((way,),)))


async def erase(turn: Turn) -> Said:
    """Ask once before erasing what was sent."""
    code = turn.args[0]
    case = await reading.check(turn.unit, turn.doing(), Act.ERASE)
    also = await related.not_erased(turn.unit, case)
    wait_for_button(turn)
    rows = ((choice("button-erase-yes", "erased", code),), (choice("button-keep", "kept", code),))
    return turn.show(Letter((Line("ask-erase", {"code": show_code(code)}), *also), rows))


async def erased(turn: Turn) -> Said:
    """Erase the words of an ended petition."""
    case = await erasing.erase(turn.unit, turn.office, turn.doing_with(turn.args[0]))
    also = await related.not_erased(turn.unit, case)
    return turn.show(Letter((Line("done-erased", {"code": show_code(case.code)}), *also)))


_FOR_AUTHOR: Mapping[str, str] = {
    "supplied": "supplied-for",
    "rated-thanks": "rated-for",
    "remarked": "remarked-for",
    "ask-withdraw": "ask-withdraw-for",
    "withdrawn": "withdrawn-for",
}
"""What an officer who acts for an author at the counter reads in the place of what the author would."""


def _said(turn: Turn, case: Case, key: str) -> str:
    return key if case.person == turn.who.person else _FOR_AUTHOR[key]


def _onward(turn: Turn, case: Case) -> Choice:
    """Return the way on after an act: the author's to what happened, an officer's back to the card."""
    own = case.person == turn.who.person
    return _to_timeline(case.code) if own else choice("button-open", "open", case.code)


def _to_timeline(code: str) -> Choice:
    return choice("button-timeline", "timeline", code)


def codes(typed: list[str]) -> tuple[str | None, str | None]:
    """Return code and secret as typed; what follows a code without having the form of a secret is a wrong one."""
    alone = read_code("".join(typed))
    if alone:
        return alone, None
    return read_code("".join(typed[:-1])), read_secret(typed[-1]) or ""


async def followed(turn: Turn, code: str, secret: str | None) -> Said:
    """Show a petition to its author, or to whoever knows its secret."""
    try:
        case = await residents.follow(turn.unit, turn.actor, code, secret)
    except Refusal as refused:
        if refused.key == "wrong-secret":
            await residents.note_wrong_secret(turn.unit, turn.who.person)
        return say(refused.key, **refused.args_for_words)
    return await timeline(turn.unit, turn.office, case, turn.actor)


async def _list(turn: Turn) -> Letter:
    lines = await reading.own(turn.unit, turn.who.person)
    followed = await neighbours.followed(turn.unit, turn.who.person)
    half = unsent(turn)
    go_on = (choice("button-resume", "resume"),) if half else ()
    if not lines and not followed:
        return Letter((Line("no-petitions"), *half), (go_on or (choice("button-new", "new"),),))
    accepted = await reading.accepted(turn.unit, [*lines, *followed])
    words = await residents.beginnings(turn.unit, turn.who.person)
    rows = [one for line in lines for one in (_row(line, accepted), *_begun(words.get(line.code)))]
    rows += [_row(line, accepted, "followed-petition", own=False) for line in followed]
    return Letter(
        (Line("my-petitions"), *rows, Line("my-petitions-how"), *half),
        column([*(case_choice("timeline", one) for one in [*lines, *followed][:_SHOWN]), *go_on]),
    )


def _begun(words: str | None) -> tuple[Line, ...]:
    """Show how a petition begins: two of one field and day are told apart by nothing else."""
    return (fact("my-petition-words", words=shortened(words.replace("\n", " "), _QUOTED)),) if words else ()


def _row(line: QueueLine, accepted: set[str], key: str = "my-petition", *, own: bool = True) -> Line:
    facts: dict[str, Value] = {
        "code": show_code(line.code),
        "filed": date(line.handed_in),
        "field": word(f"field-{line.field}"),
        "status": standing(line, seen_from(line.status, accepted=line.code in accepted), own=own),
    }
    return Line(key, facts)
