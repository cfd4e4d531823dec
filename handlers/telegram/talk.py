"""The two small conversations that many buttons share: one message of words, and words with files.

(button) ──► words.VERB ──► one message ──► the act
(button) ──► gather.VERB ──► messages and files ──► "send" ──► the act
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

from desk import filing
from desk.letter import Letter, Line, choice, say
from desk.perform import Doing
from handlers.telegram.files import file_of
from handlers.telegram.gatekeeping import guarded, stale
from handlers.telegram.on import Said
from handlers.telegram.replies import Reply, Send
from handlers.telegram.turn import Turn
from petitions.codes import show_code
from petitions.text import clean, has_words

MAX_WORDS = 6_000
MAX_FILES = 10

Said1 = Callable[[Turn, Doing, str], Awaitable[Said]]
Gathered = Callable[[Turn, Doing, str, tuple[int, ...]], Awaitable[Said]]


@dataclass(frozen=True)
class Wording:
    """A button that asks for one message of words; `ask` is the question's key."""

    ask: str
    act: Said1


@dataclass(frozen=True)
class Gathering:
    """A button that asks for words and files; `screened` words pass the gate first (those of residents)."""

    ask: str
    taken: str
    act: Gathered
    screened: bool = False


class Talks:
    """The wordings and gatherings of the whole product by the verbs of their buttons."""

    def __init__(self, wordings: Mapping[str, Wording], gatherings: Mapping[str, Gathering]) -> None:
        self.wordings = wordings
        self.gatherings = gatherings
        self.wording_steps = tuple(f"words.{verb}" for verb in wordings)
        self.gathering_steps = tuple(f"gather.{verb}" for verb in gatherings)

    async def ask_words(self, turn: Turn) -> Said:
        """Ask for the words that a button needs."""
        verb = _verb(turn)
        return self._ask(turn, f"words.{verb}", self.wordings[verb].ask)

    async def take_words(self, turn: Turn) -> Said:
        """Take the words and do the act."""
        typed = clean(turn.text)
        wrong = _unfit(typed)
        if wrong:
            return wrong
        doing, verb = _doing(turn), (turn.step or "").removeprefix("words.")
        turn.end()
        return await self.wordings[verb].act(turn, doing, typed)

    async def ask_files(self, turn: Turn) -> Said:
        """Ask for the words and files that a button needs."""
        return self.begin_gathering(turn, _verb(turn), turn.doing())

    def begin_gathering(self, turn: Turn, verb: str, doing: Doing) -> list[Letter | Reply]:
        """Stand at the gathering of a verb for this case."""
        return self._ask(turn, f"gather.{verb}", self.gatherings[verb].ask, doing)

    async def take_files(self, turn: Turn) -> Said:
        """Take a message's words or file; one answer for an album."""
        verb = (turn.step or "").removeprefix("gather.")
        typed, found = clean(turn.text), file_of(turn.message)
        words, media = list(turn.value("words", ())), list(turn.value("media", ()))
        stopped = await guarded(turn, [*words, typed]) if self.gatherings[verb].screened else None
        if stopped:
            return stopped
        wrong = None if found and not typed else _unfit("\n\n".join([*words, typed]))
        if wrong or len(media) >= MAX_FILES:
            return wrong or say("files-too-many", limit=MAX_FILES)
        if found:
            media.append(await filing.attach(turn.unit, turn.who.person, found))
        album, known = turn.message.media_group_id, turn.value("album")
        turn.go(turn.step or "", words=[*words, *([typed] if typed else [])], media=media, album=album)
        return None if album and album == known else self._taken(turn, verb)

    async def send(self, turn: Turn) -> Said:
        """Do the act with everything gathered."""
        verb = turn.args[0]
        if turn.step != f"gather.{verb}":
            return stale(turn)
        words, media = "\n\n".join(turn.value("words", ())), tuple(turn.value("media", ()))
        doing = _doing(turn)
        turn.end()
        return await self.gatherings[verb].act(turn, doing, words, media)

    def _ask(self, turn: Turn, step: str, key: str, doing: Doing | None = None) -> list[Letter | Reply]:
        doing = doing or turn.doing()
        turn.begin(step, code=doing.code, seen=doing.seen)
        line = Line(key, {"code": show_code(doing.code)})
        user = turn.update.effective_user
        if turn.private or user is None:
            return [Letter((line,), ((choice("button-cancel", "cancel"),),), ask=Line("hint-words"))]
        return [Send(Letter((line,), ask=Line("hint-words")), expects=(user.id, user.first_name))]

    def _taken(self, turn: Turn, verb: str) -> Letter:
        line = Line(self.gatherings[verb].taken, {"files": len(turn.value("media", ()))})
        return Letter((line,), ((choice("button-send", "gathered", verb),), (choice("button-cancel", "cancel"),)))


def _verb(turn: Turn) -> str:
    return (turn.pressed.data or "").split(":")[0]


def _doing(turn: Turn) -> Doing:
    return replace(turn.doing_with(turn.value("code")), seen=turn.value("seen"))


def _unfit(words: str) -> Letter | None:
    if not has_words(words):
        return say("not-words")
    if len(words) > MAX_WORDS:
        return say("words-too-long", limit=MAX_WORDS, length=len(words))
    return None
