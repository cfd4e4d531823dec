"""The resident's main conversation: words → files → place → name → preview → sent.

words ──► files ──► place ──► name ──► typed ──► (at the counter) reach ──► preview ──► (sending.py)
  ▲         │ back    │ back    │ back    │ back    │ back, or edit one part
  └─────────┴─────────┴─────────┴─────────┴─────────┘        /cancel from everywhere
offer (words without a command, offering.py) ──► files
urgent.filing (danger now) ──► where it was
(any step) "Hủy" ──► lost? ──► end | resume
/new in the middle ──► resume | drop? ──► dropped ──► words
"""

from dataclasses import replace

from desk import filing
from desk.letter import Letter, Line, choice, say
from handlers.telegram.advice import below_advice, still_named
from handlers.telegram.files import MAX_FILES, fitting, once_an_album, with_words_kept
from handlers.telegram.gatekeeping import URGENT_FILING, danger_again, guarded, stale
from handlers.telegram.on import Said
from handlers.telegram.placing import MAX_PLACE, placed
from handlers.telegram.questions import (
    FILES,
    NAME,
    NAME_TYPED,
    ORDER,
    PLACE,
    PREVIEW,
    REACH,
    WHICH,
    WORDS,
    ask,
    ask_again,
    at_counter,
    goes_on,
    half_written,
    onward,
    unfinished,
)
from handlers.telegram.replies import Reply
from handlers.telegram.turn import Turn
from handlers.telegram.welcome import agreed, consent_first
from petitions.case import NameShown
from petitions.codes import meant_as_code
from petitions.text import clean, has_words, says_little

MAX_WORDS = 8_000
"""Characters of one petition: two full Telegram messages and a margin; more belongs on paper."""
MAX_NAME = 100
MAX_REACH = 200
_LATER = frozenset({PLACE, NAME, NAME_TYPED, REACH})
"""Steps at which files are still taken although the question is another one."""


async def new(turn: Turn) -> Said:
    """Begin a petition; what is half written is not lost."""
    if not agreed(turn):
        return consent_first(turn)
    found = unfinished(turn)
    if found:
        return found
    begin(turn)
    return ask(turn, WORDS)


def begin(turn: Turn, source: str | None = None) -> None:
    """Begin to write; at the counter `source` says how it came."""
    filing.check_room(turn.office)
    turn.begin(WORDS, source=source)


async def resume(turn: Turn) -> Said:
    """Go on with the half-written petition where it stands."""
    if not half_written(turn):
        return stale(turn)
    if turn.step == URGENT_FILING:
        return await danger_again(turn)
    known = {*ORDER, NAME_TYPED, WHICH}
    return turn.show(ask(turn, turn.step if turn.step in known else FILES if turn.value("words") else WORDS))


async def drop(turn: Turn) -> Said:
    """Ask once before dropping what is half written."""
    if not half_written(turn):
        return stale(turn)
    rows = ((choice("button-drop-yes", "dropped"),), (choice("button-resume", "resume"),))
    return turn.show(Letter((Line("ask-drop"),), rows))


def interrupted(turn: Turn) -> bool:
    """Tell whether it is being asked what becomes of what is half written."""
    return bool(turn.value("interrupted"))


async def button_first(turn: Turn) -> Said:
    """Ask again what becomes of what is half written: words before the button may be another matter."""
    stopped = await guarded(turn, turn.value("words", ()), clean(turn.text))
    found = stopped or unfinished(turn)
    return replace(found, lines=(*found.lines, Line("press-below"))) if isinstance(found, Letter) else found


async def dropped(turn: Turn) -> Said:
    """Drop what is half written and begin anew."""
    if not half_written(turn):
        return stale(turn)
    held = turn.value("held")
    await filing.detach(turn.unit, [*turn.value("media", ()), *([held] if held else [])])
    begin(turn, turn.value("source"))
    return turn.show(ask(turn, WORDS))


async def restate(turn: Turn) -> Said:
    """Begin again after the gate, this time without naming a person; the doors stay in the chat."""
    if not agreed(turn):
        return turn.show(consent_first(turn))
    found = unfinished(turn)
    if found:
        return turn.show(found)
    begin(turn)
    return [turn.settle(), Letter((Line("ask-words-restated"),), ((choice("button-cancel", "cancel"),),))]


async def words(turn: Turn) -> Said:
    """Take the petition's words (and files sent with them); they replace those that stood there."""
    return await _gather(turn, [] if clean(turn.text) else list(turn.value("words", ())))


async def words_kept(turn: Turn) -> Said:
    """Go on with the words as they stand."""
    return turn.show(onward(turn, WORDS)) if turn.value("words") else stale(turn)


async def calm(turn: Turn) -> Said:
    """Go on below the emergency numbers, which stay: the person says that it is an ordinary report."""
    return [turn.settle(), _calmed(turn)]


def _calmed(turn: Turn) -> Letter:
    resume, typed, held = turn.value("resume"), turn.value("typed"), turn.value("held")
    turn.go(resume or WORDS, calm=True, typed=None, held=None)
    if resume == WHICH:
        turn.go(WHICH, unplaced=[*turn.value("unplaced"), [turn.value("sent")[-1], typed]])
        return ask(turn, WHICH)
    if resume == PLACE:
        return placed(turn, {"words": typed[:MAX_PLACE]})
    if resume == NAME_TYPED:
        return onward(turn, NAME, name=typed[:MAX_NAME], shown=turn.value("wanted"))
    if resume == REACH:
        return onward(turn, REACH, reach=typed[:MAX_REACH])
    before = [] if typed and resume == WORDS else list(turn.value("words", ()))
    turn.go(FILES, words=[*before, *([typed] if typed else [])])
    turn.go(FILES, media=[*turn.value("media", ()), *([held] if held else [])])
    return ask(turn, FILES)


async def files(turn: Turn) -> Said:
    """Take files, at later steps too (the rest of an album, an afterthought); words are added to the others."""
    if turn.step == FILES and goes_on(turn):
        return onward(turn, FILES)
    return await _gather(turn, list(turn.value("words", ())))


async def files_done(turn: Turn) -> Said:
    """Go on from the files."""
    return below_advice(turn, onward(turn, FILES))


async def files_dropped(turn: Turn) -> Said:
    """Forget the file that was sent last, or all of them; what was written with them stays, and is said to."""
    media = list(turn.value("media", ()))
    left = media[:-1] if turn.args == ["last"] else []
    await filing.detach(turn.unit, media[len(left) :])
    turn.go(FILES, media=left)
    again = ask(turn, FILES)
    return below_advice(turn, replace(again, lines=(Line("files-dropped"), *again.lines)))


async def press_instead(turn: Turn) -> Said:
    """Ask again where words are no answer: a button is."""
    letter = ask(turn, turn.step or PREVIEW)
    return replace(letter, lines=(Line("press-below"), *letter.lines))


async def name_chosen(turn: Turn) -> Said:
    """Take how the name is shown; without a name there is nothing to type."""
    shown = NameShown(turn.args[0])
    if shown is NameShown.NOBODY:
        return turn.show(onward(turn, NAME, shown=shown, name=None))
    turn.go(NAME_TYPED, wanted=shown)
    return turn.show(ask(turn, NAME_TYPED))


async def name_typed(turn: Turn) -> Said:
    """Take the name in words; "no" is none, and what was understood is said."""
    if goes_on(turn) and not _named(turn.text):
        letter = onward(turn, NAME, shown=NameShown.NOBODY, name=None)
        return replace(letter, lines=(Line("name-left-out"), *letter.lines))
    name = clean(turn.text).replace("\n", " ")
    stopped = None if turn.office.gate.is_name(name) else await guarded(turn, turn.value("words", ()), name)
    if stopped:
        return stopped
    if not has_words(name) or meant_as_code(name) or len(name) > MAX_NAME:
        return ask_again(turn, Line("name-unclear", {"limit": MAX_NAME}))
    return onward(turn, NAME, name=name, shown=turn.value("wanted"))


def _named(text: str) -> bool:
    """Tell whether words that may mean "no" are written as a name is: with a capital in the middle."""
    return not text.isupper() and any(word[0].isupper() for word in text.split()[1:])


async def name_kept(turn: Turn) -> Said:
    """Show the name that was given before to whoever may know it now."""
    if not turn.value("name"):
        return stale(turn)
    return turn.show(onward(turn, NAME, shown=turn.value("wanted")))


async def back(turn: Turn) -> Said:
    """Return to a step, keeping everything gathered; without words only the first one is there."""
    step = f"filing.{turn.args[0]}"
    if (step != WORDS and not turn.value("words")) or (step == REACH and not at_counter(turn)):
        return stale(turn)
    return below_advice(turn, ask(turn, step))


async def edit(turn: Turn) -> Said:
    """Change one part from the preview."""
    step = f"filing.{turn.args[0]}"
    if step == REACH and not at_counter(turn):
        return stale(turn)
    turn.go(step, editing=True)
    return turn.show(ask(turn, step))


async def _gather(turn: Turn, texts: list[str]) -> Said:
    """Add a message's words and file to the draft and go on to (or stay at) the files."""
    media = list(turn.value("media", ()))
    typed, (found, no_file) = clean(turn.text), fitting(turn.message, len(media))
    wrong = unfit_words(texts, typed, file=bool(found or no_file)) or (None if typed else no_file)
    if wrong:
        return once_an_album(turn, ask_again(turn, *wrong.lines) if texts and len(media) >= MAX_FILES else wrong)
    stopped = await guarded(turn, texts, typed, found)
    if stopped:
        return stopped
    if found:
        media.append(await filing.attach(turn.unit, turn.who.person, found))
    told = once_an_album(turn, with_words_kept(no_file)) if no_file else None
    answer = _gathered(turn, [*texts, *([typed] if typed else [])], media, file=found is not None)
    return [one for one in (told, answer) if one]


def _gathered(turn: Turn, texts: list[str], media: list[int], *, file: bool) -> Letter | Reply | None:
    """Stand at the next step; an album gets one answer, in which its files are counted as they come."""
    known, came_from = turn.of_known_album, turn.step
    about = turn.value("about") if texts == list(turn.value("words", ())) else still_named(turn, texts)
    if not texts:
        turn.go(WORDS, media=media, about=about)
        return turn.amend(ask(turn, WORDS)) if known else ask(turn, WORDS)
    if came_from in _LATER:
        turn.go(came_from, words=texts, media=media, about=about)
        return None if known else say("files-late")
    turn.go(FILES, words=texts, media=media, about=about)
    if known:
        return turn.amend(ask(turn, PREVIEW if came_from == PREVIEW else FILES))
    if came_from == WORDS and not media and says_little(" ".join(texts)):
        return ask(turn, WORDS)
    if turn.value("editing") and came_from == WORDS and not file:
        return onward(turn, WORDS)
    letter = ask(turn, PREVIEW if came_from == PREVIEW else FILES)
    added = came_from == FILES and not file
    return replace(letter, lines=(Line("words-added"), *letter.lines)) if added else letter


def unfit_words(before: list[str], typed: str, *, file: bool) -> Letter | None:
    """Return what to say of words that cannot be taken after others; None lets them in."""
    if not has_words(typed) and not (file and not typed):
        return say("not-words")
    length = sum(map(len, before)) + len(typed)
    return say("words-too-long", limit=MAX_WORDS, length=length) if length > MAX_WORDS else None
