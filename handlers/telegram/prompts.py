"""Which question a message replies to: the bot's own words, which Telegram gives with the reply, tell."""

from collections.abc import Callable, Iterable

from desk.letter import Line
from handlers.telegram.courier import plain
from handlers.telegram.on import answered_by, named_elsewhere
from handlers.telegram.turn import Turn
from locales import Words
from petitions.codes import find_code, show_code

OPEN = "…"
"""What stands in a prompt for words that cannot be known."""
Prompts = Callable[[str], Iterable[tuple[str, Line]]]
"""Returns what the bot says at each step about the petition of this code."""


def recognise(turn: Turn, words: Words, prompts: Prompts) -> None:
    """Note the steps whose prompt a message replies to; none where the bot's words are those of no prompt."""
    message = turn.update.message
    to = answered_by(message) if message and turn.step else None
    if to:
        said = _even(to.text or to.caption or "")
        asks = prompts(find_code(said) or "")
        turn.replies_to = frozenset(step for step, line in asks if _stands_in(said, words, turn.language, line))


def for_another(turn: Turn) -> Line | None:
    """Say that a reply to another question, or to a message about another petition, is not taken for this one."""
    code, other = turn.value("code"), named_elsewhere(turn)
    if code is None:
        return Line("reply-for-petition", {"other": show_code(other)}) if other else None
    if other:
        return Line("reply-for-another", {"code": show_code(code), "other": show_code(other)})
    if turn.replies_to and turn.step not in turn.replies_to:
        return Line("reply-for-question", {"code": show_code(code)})
    return None


def _stands_in(said: str, words: Words, language: str, line: Line) -> bool:
    parts = _even(plain(words.say(language, line.key, line.args))).split(OPEN)
    return all(part in said for part in parts)


def _even(text: str) -> str:
    return " ".join(text.split())
