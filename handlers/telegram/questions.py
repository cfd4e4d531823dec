"""The steps of a petition that is written, the question of each, and what is said of one that is half written."""

from dataclasses import replace
from typing import Any

from desk.letter import Choice, Letter, Line, Rows, Value, choice, column, fact
from desk.places import where
from desk.proposing import corrections
from handlers.telegram.advice import elsewhere, hints, look, matter, may_be_signed, parts, told_of_name
from handlers.telegram.files import MAX_FILES
from handlers.telegram.replies import Settle
from handlers.telegram.turn import Turn
from petitions.access import serves
from petitions.case import Case, NameShown
from petitions.codes import show_code
from petitions.text import clean, says_little, shortened

WORDS, FILES, PLACE, NAME, NAME_TYPED, REACH, PREVIEW, OFFER, WHICH = (
    f"filing.{name}" for name in ("words", "files", "place", "name", "typed", "reach", "preview", "offer", "which")
)
ORDER = (WORDS, FILES, PLACE, NAME, REACH, PREVIEW)
"""The steps one after the other; how somebody is reached is asked at the counter alone."""
OF_RESIDENT = (WORDS, FILES, PLACE, NAME, NAME_TYPED, PREVIEW)
"""Steps of a petition that a resident writes."""
PARTS = tuple(step.removeprefix("filing.") for step in ORDER)
TO_OWN = frozenset({"gather.supply", "gather.why", "gather.remark"})
"""Where a resident writes to a petition of theirs; what is written at one of these may go by another."""
_SHOWN = 80
"""Characters of what is half written that remind of it."""
_HELD_SHOWN = 600
"""Characters of words that are held."""
_NAME_SHOWN = 30
"""Characters of a name on the button that keeps it."""
_COUNTER = {
    "ask-words": "counter-words",
    "ask-files": "counter-files",
    "files-taken": "counter-files-taken",
    "ask-place": "counter-place",
    "place-rough": "counter-place-rough",
    "ask-name": "counter-name",
    "ask-name-typed": "counter-name-typed",
}
"""Questions put otherwise to an officer, who writes what somebody else says."""


def _elsewhere(turn: Turn) -> tuple[Line, ...]:
    """Show the other door; an officer is to tell of it whoever stands at the counter."""
    found = elsewhere(turn)
    if not (found and at_counter(turn)):
        return found
    return (Line("counter-elsewhere-signed" if may_be_signed(turn) else "counter-elsewhere"), *found)


def at_counter(turn: Turn) -> bool:
    """Tell whether an officer writes for somebody without an account here."""
    return turn.value("source") is not None


def _question(turn: Turn, key: str, **args: Value) -> Line:
    return Line(_COUNTER.get(key, key) if at_counter(turn) else key, args)


def steps(turn: Turn) -> int:
    """Return how many questions a petition is asked before it is looked through."""
    return len(ORDER) - 1 if at_counter(turn) else len(ORDER) - 2


def half_written(turn: Turn) -> bool:
    """Tell whether a petition is being written that must not be lost."""
    return (turn.step or "").startswith(("filing.", "urgent.filing")) and holds_something(turn)


def unfinished(turn: Turn) -> Letter | None:
    """Say what is half written, with its first words, and the ways on; None where nothing is.

    What is written next may be another matter: it goes into nothing before a button is pressed.
    """
    if turn.value("aside") and not holds_something(turn):
        turn.end()
    half = half_said(turn)
    if half or half_written(turn):
        turn.go(turn.step or "", interrupted=True)
    if half_written(turn):
        rows = ((choice("button-resume", "resume"),), (choice("button-drop", "drop"),))
        found = "draft-found-offer" if turn.step == OFFER else "draft-found"
        return Letter((_half(turn, found, "draft-found-files"),), rows)
    return half


def unsent(turn: Turn) -> tuple[Line, ...]:
    """Say that what is half written has not been sent; words that were only offered are no petition yet.

    What is written next may be a new matter: it is added to no other petition before a button is pressed.
    """
    if turn.step in TO_OWN and holds_something(turn):
        turn.go(turn.step, interrupted=True)
        return (Line("status-unsent-addition", {"code": show_code(turn.value("code"))}),)
    if not half_written(turn):
        return ()
    return (Line("status-unsent-words" if turn.step == OFFER else "status-unsent"),)


def wait_for_button(turn: Turn) -> None:
    """Let what is half written stand apart while something is asked that only a button decides.

    Words that may answer that question answer none that was asked before.
    """
    if half_written(turn) or half_said(turn):
        turn.go(turn.step or "", interrupted=True)


def turn_to(turn: Turn, code: str) -> None:
    """Let go of what was asked about another petition than is acted on now; what was written stands apart.

    Words that come next may be about this one: they are never taken for the other.
    """
    if (turn.step or "").startswith(("words.", "gather.")) and turn.value("code") != code:
        if not holds_something(turn):
            turn.end()
            if turn.who.asked:
                turn.replies.append(Settle(turn.who.asked))
        turn.leave_apart()


def wrote_before(words: str) -> Line:
    """Show what was written before, so that nothing goes along unseen."""
    return Line("offer-words", {"words": shortened(words, _HELD_SHOWN)})


def half_said(turn: Turn) -> Letter | None:
    """Say what is half written for a petition that is there, and the ways on; None where nothing is."""
    if not ((turn.step or "").startswith(("gather.", "urgent.gather", "words.")) and holds_something(turn)):
        return None
    verb = (turn.step or "").removeprefix("gather.")
    # In a group a button that sends stands below what is sent.
    sendable = turn.private and turn.step == f"gather.{verb}"
    sent = [choice("button-send", "gathered", verb)] if sendable else []
    return Letter(
        (_half(turn, "draft-found-addition", "draft-found-addition-files", code=show_code(turn.value("code"))),),
        column([*sent, choice("button-resume", "resume"), choice("button-cancel", "cancel")]),
    )


def holds_something(turn: Turn) -> bool:
    """Tell whether words or files would be lost."""
    return bool(turn.value("words") or turn.value("media") or turn.value("typed") or turn.value("unplaced"))


def unplaced(turn: Turn) -> list[str]:
    """Return words of which it is asked for which petition they are meant."""
    return [text for _, text in turn.value("unplaced", ())]


def stand(turn: Turn, step: str, case: Case, card: int | None = None) -> None:
    """Stand where more is said of a petition; one that is half written is set aside for it."""
    aside = turn.set_aside() if half_written(turn) else turn.value("aside")
    source = case.source if serves(turn.actor, case) else None
    about = {"code": case.code, "petition": case.id, "seen": case.entries, "source": source}
    turn.begin(step, **about, card=card, aside=aside)


def _half(turn: Turn, key: str, of_files: str, **about: Value) -> Line:
    """Say what is half written, by its first words; files without words by their number."""
    said = [*turn.value("words", ()), *unplaced(turn), turn.value("typed")]
    first = next((words for words in said if words), None)
    if first is None:
        return Line(of_files, {**about, "count": len(turn.value("media", ()))})
    return Line(key, {**about, "words": shortened(first, _SHOWN)})


def ask(turn: Turn, step: str) -> Letter:
    """Return the question of a step and stand there."""
    turn.go(step, interrupted=False, **({"editing": False} if step == PREVIEW else {}))
    questions = {
        WORDS: _ask_words,
        FILES: _ask_files,
        PLACE: _ask_place,
        NAME: _ask_name,
        NAME_TYPED: _ask_name_typed,
        REACH: _ask_reach,
        PREVIEW: _preview,
        WHICH: _ask_which,
    }
    return questions[step](turn)


def ask_again(turn: Turn, *wrong: Line) -> Letter:
    """Say what is wrong above the question that stands, so that its buttons are at hand."""
    letter = ask(turn, turn.step or FILES)
    return replace(letter, lines=(*wrong, *letter.lines))


def _next(turn: Turn, step: str) -> str:
    order = [one for one in ORDER if one != REACH or at_counter(turn)]
    return order[order.index(step) + 1]


def onward(turn: Turn, step: str, **values: Any) -> Letter:
    """Go on to the next step, or back to the preview where one part was being changed."""
    following = PREVIEW if turn.value("editing") else _next(turn, step)
    turn.go(following, **values)
    return ask(turn, following)


def goes_on(turn: Turn) -> bool:
    """Tell whether somebody writes what the button to go on says; the words of a file are about the file."""
    return turn.office.openings.goes_on(clean(turn.message.text or ""))


def _ask_words(turn: Turn) -> Letter:
    """Ask for words; those that stand are shown, since new ones replace them."""
    words = "\n\n".join(turn.value("words", ()))
    if not words:
        return Letter((_first_question(turn),), (_ways(turn, None),), ask=Line("hint-words"))
    short = (Line("words-short"),) if says_little(words) and not turn.value("media") else ()
    keep = choice("button-keep-words", "done", "words")
    return Letter(
        (Line("ask-words-again", {"words": words, "steps": steps(turn)}), *short), ((keep,), _ways(turn, None))
    )


def _first_question(turn: Turn) -> Line:
    count = len(turn.value("media", ()))
    if count:
        return Line("files-first", {"count": count, "steps": steps(turn)})
    return _question(turn, "ask-words")


def _ask_files(turn: Turn) -> Letter:
    count = len(turn.value("media", ()))
    line = _files_so_far(turn, count)
    label = "button-next" if count else "button-no-files"
    lines = (*_elsewhere(turn), line) if turn.value("words") else (line,)
    dropping = tuple(choice(f"button-drop-{which}", "unfile", which) for which in ("last", "all")[: min(count, 2)])
    return Letter(
        lines, ((choice(label, "done", "files"),), *((dropping,) if dropping else ()), _ways(turn, "words"))
    )


def _files_so_far(turn: Turn, count: int) -> Line:
    if not count:
        return _question(turn, "ask-files", limit=MAX_FILES, steps=steps(turn))
    return _question(turn, "files-full" if count >= MAX_FILES else "files-taken", count=count, steps=steps(turn))


def _ask_place(turn: Turn) -> Letter:
    rough, question = turn.value("rough"), _question(turn, "ask-place", steps=steps(turn))
    stands = tuple(where(turn.office, turn.value("place")))
    if not stands:
        rows = ((choice("button-no-place", "done", "place"),), _ways(turn, "files"))
        return Letter((question,), rows, ask=Line("hint-place"))
    rows = ((choice("button-next", "done", "place"),), (choice("button-drop-place", "unplace"),))
    asked = (_question(turn, "place-rough"),) if rough else (question, Line("place-stands"))
    return Letter((*asked, *stands), (*rows, _ways(turn, "files")))


def _ask_name(turn: Turn) -> Letter:
    counter = at_counter(turn)
    shown = [
        (choice(f"button-whose-{one}" if counter else f"button-name-{one}", "name", one),) for one in NameShown
    ]
    return Letter((_question(turn, "ask-name"),), (*shown, _ways(turn, "place")))


def _ask_name_typed(turn: Turn) -> Letter:
    question = _question(turn, "ask-name-typed")
    name = turn.value("name")
    if not name:
        return Letter((question,), (_ways(turn, "name"),), ask=Line("hint-name"))
    keep = choice("button-keep-name", "named", name=shortened(name, _NAME_SHOWN))
    return Letter((question,), ((keep,), _ways(turn, "name")))


def _ask_reach(turn: Turn) -> Letter:
    rows = ((choice("button-no-reach", "done", "reach"),), _ways(turn, "name"))
    stands = (fact("card-reach", reach=turn.value("reach")),) if turn.value("reach") else ()
    return Letter((Line("counter-reach"), *stands), rows, ask=Line("hint-reach"))


def _ask_which(turn: Turn) -> Letter:
    """Ask for which petition words are meant: a letter about another one waits for an answer."""
    codes = turn.value("asking")
    answers = [choice("button-to-letter", "toletter", code, code=show_code(code)) for code in codes]
    words = shortened("\n".join(unplaced(turn)), _HELD_SHOWN)
    lines = (
        *(Line("letter-waits", {"code": show_code(code)}) for code in codes),
        Line("which-words", {"words": words}),
    )
    return Letter(lines, column([*answers, choice("button-to-draft", "todraft")]))


def _preview(turn: Turn) -> Letter:
    shown = turn.value("shown", NameShown.NOBODY)
    lines = [Line("preview-head"), Line("card-words", {"words": "\n\n".join(turn.value("words"))})]
    if turn.value("media"):
        lines.append(fact("card-files", count=len(turn.value("media"))))
    lines += [*where(turn.office, turn.value("place"))] or [fact("preview-no-place")]
    lines.append(fact(f"preview-name-{shown}", name=turn.value("name") or ""))
    lines += told_of_name(turn)
    if at_counter(turn):
        reach = turn.value("reach")
        lines.append(fact("card-reach", reach=reach) if reach else fact("card-reach-none"))
    lines += [*matter(turn), *hints(turn), Line("preview-ask")]
    several = len(parts(turn)) > 1
    other = ((choice("button-apart", "apart"),),) if several else column(corrections(look(turn)))
    sends, edits = _sends(turn), _preview_buttons(turn)
    return Letter(tuple(lines), (*other, *sends, *edits) if several else (*sends, *other, *edits))


def _sends(turn: Turn) -> Rows:
    """Return what sends the petition; of a complaint an officer says whether its signed paper is there."""
    signed = (choice("button-send-signed", "send", "signed"),) if may_be_signed(turn) else ()
    return column([choice("button-send", "send"), *signed])


def _preview_buttons(turn: Turn) -> Rows:
    there = {"words": True, "files": turn.value("media"), "place": turn.value("place"), "name": turn.value("name")}
    parts = [choice(f"button-{'edit' if there[part] else 'add'}-{part}", "edit", part) for part in there]
    return (
        (parts[0], parts[1]),
        (parts[2], parts[3]),
        *(((choice("button-edit-reach", "edit", "reach"),),) if at_counter(turn) else ()),
        (choice("button-cancel", "cancel"),),
    )


def _ways(turn: Turn, before: str | None) -> tuple[Choice, ...]:
    """Return back and cancel; while one part is changed, there is only the way back to the preview."""
    if turn.value("editing"):
        return (choice("button-back-preview", "back", "preview"),)
    backwards = (choice("button-back", "back", before),) if before else ()
    return (*backwards, choice("button-cancel", "cancel"))
