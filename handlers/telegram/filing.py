"""The resident's main conversation: words → files → place → name → preview → sent.

words ──► files ──► place ──► name ──► typed ──► preview ──► (sent)
  ▲         │ back    │ back    │ back    │ back    │ back, or edit one part
  └─────────┴─────────┴─────────┴─────────┴─────────┘        /cancel from everywhere
offer (words without a command, offering.py) ──► files
urgent.filing (danger now) ──► where it was
"""

from typing import Any

from desk import filing
from desk.filing import Place, Submission
from desk.letter import Choice, Letter, Line, Rows, choice, day, fact, say, word
from desk.places import unit_name
from handlers.telegram.files import MAX_FILES, file_of, unfit
from handlers.telegram.gatekeeping import guarded, stale
from handlers.telegram.on import Said
from handlers.telegram.replies import Send
from handlers.telegram.turn import Turn
from handlers.telegram.welcome import agreed, privacy_letter
from petitions.case import NameShown
from petitions.codes import show_code, show_secret
from petitions.text import clean, has_words

WORDS, FILES, PLACE, NAME, NAME_TYPED, PREVIEW, OFFER = (
    f"filing.{name}" for name in ("words", "files", "place", "name", "typed", "preview", "offer")
)
ORDER = (WORDS, FILES, PLACE, NAME, PREVIEW)
PARTS = tuple(step.removeprefix("filing.") for step in ORDER)
MAX_WORDS = 8_000
"""Characters of one petition: two full Telegram messages and a margin; more belongs on paper."""
MAX_PLACE = 300
MAX_NAME = 100


async def new(turn: Turn) -> Said:
    """Begin a petition; one that is half written goes on instead of being lost."""
    if not agreed(turn):
        return privacy_letter(turn)
    if half_written(turn):
        return resumed(turn)
    turn.begin(WORDS)
    return ask(turn, WORDS)


def half_written(turn: Turn) -> bool:
    """Tell whether a petition is being written that must not be lost."""
    filing_now = (turn.step or "").startswith(("filing.", "urgent.filing"))
    return filing_now and bool(turn.value("words") or turn.value("media") or turn.value("typed"))


def resumed(turn: Turn) -> list[Letter]:
    """Return the way back into the petition that is half written."""
    known = {*ORDER, NAME_TYPED}
    step = turn.step if turn.step in known else FILES if turn.step == OFFER else turn.value("resume")
    return [say("draft-goes-on"), ask(turn, step if step in known else WORDS)]


async def restate(turn: Turn) -> Said:
    """Begin again after the gate, this time without naming a person."""
    if not agreed(turn):
        return turn.show(privacy_letter(turn))
    if half_written(turn):
        return resumed(turn)
    turn.begin(WORDS)
    return turn.show(Letter((Line("ask-words-restated"),), ((choice("button-cancel", "cancel"),),)))


async def words(turn: Turn) -> Said:
    """Take the petition's words (and files sent with them); while editing they replace the old ones."""
    return await _gather(turn, [] if turn.value("editing") else list(turn.value("words", ())))


async def calm(turn: Turn) -> Said:
    """Go on after the emergency numbers: the person says that it is an ordinary report."""
    resume, typed, held = turn.value("resume"), turn.value("typed"), turn.value("held")
    turn.go(resume or WORDS, calm=True, typed=None, held=None)
    if resume == PLACE:
        return turn.show(_onward(turn, PLACE, place={"words": typed[:MAX_PLACE]}))
    if resume == NAME_TYPED:
        return turn.show(_onward(turn, NAME, name=typed[:MAX_NAME], shown=turn.value("wanted")))
    before = [] if turn.value("editing") and resume == WORDS else list(turn.value("words", ()))
    turn.go(FILES, words=[*before, *([typed] if typed else [])])
    turn.go(FILES, media=[*turn.value("media", ()), *([held] if held else [])])
    return turn.show(ask(turn, FILES))


async def files(turn: Turn) -> Said:
    """Take files; words sent here are added to the petition's words."""
    return await _gather(turn, list(turn.value("words", ())))


async def late_file(turn: Turn) -> Said:
    """Take a file that comes at the preview: the rest of an album, or an afterthought."""
    found = file_of(turn.message)
    wrong = unfit(found, len(turn.value("media", ())))
    if wrong or found is None:
        return wrong
    return await _gather(turn, list(turn.value("words", ())))


async def place_typed(turn: Turn) -> Said:
    """Take the place in words."""
    typed = clean(turn.text)
    stopped = await guarded(turn, turn.value("words", ()), typed)
    if stopped:
        return stopped
    if not has_words(typed) or len(typed) > MAX_PLACE:
        return say("place-unclear", limit=MAX_PLACE)
    return _onward(turn, PLACE, place={"words": typed})


async def place_pinned(turn: Turn) -> Said:
    """Take a pin; one outside the unit is asked about, since the map may have slipped."""
    location = turn.message.location
    assert location is not None  # noqa: S101 - the route lets only locations come here
    pin = {"latitude": location.latitude, "longitude": location.longitude}
    box = turn.office.programme.box
    if box and not box.holds(location.latitude, location.longitude):
        turn.go(PLACE, doubtful=pin)
        rows = ((choice("button-pin-keep", "pin"),), (choice("button-pin-again", "back", "place"),))
        return Letter((Line("pin-outside", {"unit": unit_name(turn.office)}),), rows)
    return _onward(turn, PLACE, place=pin)


async def pin_kept(turn: Turn) -> Said:
    """Keep a pin outside the unit because the person says it is right."""
    if not turn.value("doubtful"):
        return stale(turn)
    return turn.show(_onward(turn, PLACE, place=turn.value("doubtful")))


async def files_done(turn: Turn) -> Said:
    """Go on from the files."""
    return turn.show(_onward(turn, FILES))


async def place_skipped(turn: Turn) -> Said:
    """Go on without a place."""
    return turn.show(_onward(turn, PLACE, place=None))


async def name_chosen(turn: Turn) -> Said:
    """Take how the name is shown; without a name there is nothing to type."""
    shown = NameShown(turn.args[0])
    if shown is NameShown.NOBODY:
        return turn.show(_onward(turn, NAME, shown=shown, name=None))
    turn.go(NAME_TYPED, wanted=shown)
    return turn.show(ask(turn, NAME_TYPED))


async def name_typed(turn: Turn) -> Said:
    """Take the name in words."""
    name = clean(turn.text).replace("\n", " ")
    stopped = await guarded(turn, turn.value("words", ()), name)
    if stopped:
        return stopped
    if not has_words(name) or len(name) > MAX_NAME:
        return say("name-unclear", limit=MAX_NAME)
    return _onward(turn, NAME, name=name, shown=turn.value("wanted"))


async def back(turn: Turn) -> Said:
    """Return to a step, keeping everything gathered; without words only the first one is there."""
    step = f"filing.{turn.args[0]}"
    if step != WORDS and not turn.value("words"):
        return stale(turn)
    return turn.show(ask(turn, step))


async def edit(turn: Turn) -> Said:
    """Change one part from the preview; the old files go only when a new one comes."""
    step = f"filing.{turn.args[0]}"
    turn.go(step, editing=True, renew=step == FILES)
    return turn.show(ask(turn, step))


async def send(turn: Turn) -> Said:
    """File the petition and hand out the receipt."""
    texts, where = list(turn.value("words", ())), turn.value("place")
    if not texts:
        return stale(turn)
    stopped = await guarded(turn, texts[:-1], texts[-1])
    if stopped:
        return stopped
    filed = await filing.file(
        turn.unit,
        turn.office,
        turn.actor,
        Submission(
            words="\n\n".join(texts),
            place=Place(**where) if where else None,
            media=tuple(turn.value("media", ())),
            name_shown=NameShown(turn.value("shown", NameShown.NOBODY)),
            name=turn.value("name"),
        ),
    )
    turn.end()
    receipt = Line(
        "receipt",
        {
            "code": show_code(filed.case.code),
            "secret": show_secret(filed.secret),
            "due": day(filed.case.first_answer_due),
            "field": word(f"field-{filed.case.field}"),
        },
    )
    rows = ((choice("button-timeline", "timeline", filed.case.code),), (choice("button-new", "new"),))
    return [turn.show(say("preview-sent", code=show_code(filed.case.code))), Send(Letter((receipt,), rows))]


async def _gather(turn: Turn, texts: list[str]) -> Said:
    """Add a message's words and file to the draft and go on to (or stay at) the files."""
    typed, found = clean(turn.text), file_of(turn.message)
    media = [] if turn.value("renew") else list(turn.value("media", ()))
    wrong = unfit_words(texts, typed, file=found is not None) or unfit(found, len(media))
    if wrong:
        return _once_an_album(turn, wrong)
    stopped = await guarded(turn, texts, typed, found)
    if stopped:
        return stopped
    if found:
        media.append(await filing.attach(turn.unit, turn.who.person, found))
        if turn.value("renew"):
            await filing.detach(turn.unit, turn.value("media", ()))
    return _gathered(turn, [*texts, *([typed] if typed else [])], media, file=found is not None)


def _gathered(turn: Turn, texts: list[str], media: list[int], *, file: bool) -> Said:
    """Stand at the next step; an album gets one answer, however many files it has."""
    album, known, came_from = turn.message.media_group_id, turn.value("album"), turn.step
    kept = {"media": media, "album": album, "renew": turn.value("renew") and not file}
    if not texts:
        turn.go(WORDS, **kept)
        return None if album and album == known else say("files-first", count=len(media))
    turn.go(FILES, words=texts, **kept)
    if album and album == known:
        return ask(turn, PREVIEW) if came_from == PREVIEW else None
    if turn.value("editing") and came_from == WORDS and not file:
        return _onward(turn, WORDS)
    return ask(turn, PREVIEW if came_from == PREVIEW else FILES)


def unfit_words(before: list[str], typed: str, *, file: bool) -> Letter | None:
    """Return what to say of words that cannot be taken after others; None lets them in."""
    if not has_words(typed) and not (file and not typed):
        return say("not-words")
    length = sum(map(len, before)) + len(typed)
    return say("words-too-long", limit=MAX_WORDS, length=length) if length > MAX_WORDS else None


def _once_an_album(turn: Turn, letter: Letter) -> Said:
    """Say once for a whole album that its files cannot be taken."""
    album = turn.message.media_group_id
    if album and album == turn.value("refused_album"):
        return None
    turn.go(turn.step or WORDS, refused_album=album)
    return letter


def _onward(turn: Turn, step: str, **values: Any) -> Letter:
    """Go on to the next step, or back to the preview where one part was being changed."""
    following = PREVIEW if turn.value("editing") else ORDER[ORDER.index(step) + 1]
    turn.go(following, **values)
    return ask(turn, following)


def ask(turn: Turn, step: str) -> Letter:
    """Return the question of a step and stand there."""
    turn.go(step, **({"editing": False} if step == PREVIEW else {}))
    questions = {
        WORDS: _ask_words,
        FILES: _ask_files,
        PLACE: _ask_place,
        NAME: _ask_name,
        NAME_TYPED: _ask_name_typed,
        PREVIEW: _preview,
    }
    return questions[step](turn)


def _ask_words(turn: Turn) -> Letter:
    return Letter((Line("ask-words"),), (_ways(turn, None),), ask=Line("hint-words"))


def _ask_files(turn: Turn) -> Letter:
    count = len(turn.value("media", ()))
    line = Line("files-taken", {"count": count}) if count else Line("ask-files", {"limit": MAX_FILES})
    if count and turn.value("album"):
        # Its other files are still on their way, so a number would be wrong.
        line = Line("album-taken")
    label = "button-next" if count else "button-no-files"
    return Letter((line,), ((choice(label, "done", "files"),), _ways(turn, "words")))


def _ask_place(turn: Turn) -> Letter:
    rows = ((choice("button-no-place", "done", "place"),), _ways(turn, "files"))
    return Letter((Line("ask-place"),), rows, ask=Line("hint-place"))


def _ask_name(turn: Turn) -> Letter:
    shown = [(choice(f"button-name-{one}", "name", one),) for one in NameShown]
    return Letter((Line("ask-name"),), (*shown, _ways(turn, "place")))


def _ask_name_typed(_turn: Turn) -> Letter:
    rows = ((choice("button-back", "back", "name"), choice("button-cancel", "cancel")),)
    return Letter((Line("ask-name-typed"),), rows, ask=Line("hint-name"))


def _preview(turn: Turn) -> Letter:
    where = turn.value("place") or {}
    shown = turn.value("shown", NameShown.NOBODY)
    lines = [Line("preview-head"), Line("card-words", {"words": "\n\n".join(turn.value("words"))})]
    if turn.value("media"):
        lines.append(fact("card-files", count=len(turn.value("media"))))
    if "words" in where:
        lines.append(fact("card-place", place=where["words"]))
    if "latitude" in where:
        lines.append(fact("card-pin", pin=f"{where['latitude']:.5f}, {where['longitude']:.5f}"))
    if not where:
        lines.append(fact("preview-no-place"))
    lines.append(fact(f"preview-name-{shown}", name=turn.value("name") or ""))
    lines.append(Line("preview-ask"))
    return Letter(tuple(lines), _preview_buttons())


def _preview_buttons() -> Rows:
    parts = [choice(f"button-edit-{part}", "edit", part) for part in ("words", "files", "place", "name")]
    return (
        (choice("button-send", "send"),),
        (parts[0], parts[1]),
        (parts[2], parts[3]),
        (choice("button-cancel", "cancel"),),
    )


def _ways(turn: Turn, before: str | None) -> tuple[Choice, ...]:
    """Return back and cancel; while one part is changed, back leads to the preview."""
    if turn.value("editing"):
        before = "preview"
    backwards = (choice("button-back", "back", before),) if before else ()
    return (*backwards, choice("button-cancel", "cancel"))
