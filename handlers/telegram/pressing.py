"""A button in words: whoever writes what a button of the question that stands says has pressed it."""

from collections.abc import Iterator
from dataclasses import replace

from pydantic import TypeAdapter
from telegram import CallbackQuery, Message, Update

from desk.letter import Choice
from desk.records import Draft
from handlers.telegram.courier import plain
from handlers.telegram.on import answered_by
from handlers.telegram.prompts import for_another
from handlers.telegram.questions import turn_to
from handlers.telegram.replies import Send, Show
from handlers.telegram.turn import Turn
from locales import LANGUAGES, Words
from petitions.text import Folded

_LONGEST = 60
"""Characters of a text that may be what a button says."""
_NOT_IN_WORDS = {"cancel", "takeback", "withdrawn", "erased"}
"""To cancel is understood in many more words (`welcome.give_up`), what cannot be undone in none."""
_SENDS = "gathered"
"""The verb of the buttons that send what was gathered; each of several says what comes of it."""
_ALSO = {
    _SENDS: "said-gathered",
    "worded": "said-gathered",
    "offered": "said-offered",
    "adopt": "said-adopt",
    "asks": "said-asks",
    "toletter": "said-toletter",
    "todraft": "said-todraft",
}
"""What else is written for some buttons, by their verbs."""
_CHOICES = TypeAdapter(tuple[Choice, ...])


def remember(turn: Turn) -> None:
    """Keep the buttons of what is asked now with the conversation."""
    letters = [reply.letter for reply in turn.replies if isinstance(reply, Send | Show) and reply.letter.choices]
    if turn.draft and turn.moved and letters:
        shown = tuple(one for row in letters[-1].choices for one in row)
        values = {**turn.draft.values, "buttons": _CHOICES.dump_python(shown, mode="json")}
        turn.draft = replace(turn.draft, values=values)


def standing(draft: Draft | None) -> tuple[Choice, ...]:
    """Return the buttons of what was asked last."""
    return _CHOICES.validate_python(draft.values.get("buttons", ()) if draft else ())


def take_for_press(turn: Turn, words: Words) -> None:
    """Let a message that says what one button says be the press of that button."""
    message, asked = turn.update.message, turn.visitor.asked if turn.visitor else None
    if not (message and message.text and asked) or not (turn.private or _answers_own(turn, message)):
        return
    if message.text.startswith("/") or len(message.text) > _LONGEST:
        return
    said = _folded(message.text)
    meant = [one for one in standing(turn.draft) if one.verb not in _NOT_IN_WORDS and said in _names(words, one)]
    if len(meant) > 1 and {one.verb for one in meant} == {_SENDS}:
        # Each of them says what it sends: a press of none of them asks which.
        meant = [replace(meant[0], args=meant[0].args[:1])]
    # A number may be an answer as well as a button.
    if len(meant) == 1 and any(map(str.isalpha, said)):
        turn.update = _press(turn.update, message, asked, meant[0])


def act_on_card(turn: Turn) -> None:
    """Let a press that acts on a petition, by its code and version, end what is asked about another one."""
    if turn.private and turn.update.callback_query and len(turn.args) > 1 and turn.args[1].isdecimal():
        turn_to(turn, turn.args[0])


def _answers_own(turn: Turn, message: Message) -> bool:
    """Tell whether a message in a group replies to the bot, and to nothing else than what is open."""
    return answered_by(message) is not None and for_another(turn) is None


def _press(update: Update, message: Message, asked: int, pressed: Choice) -> Update:
    """Return the press as Telegram would tell of it; without an id, since no client waits for its answer."""
    below = Message(asked, message.date, message.chat)
    data = ":".join([pressed.verb, *pressed.args])
    assert message.from_user is not None  # noqa: S101 - in a private chat somebody writes
    made = Update(
        update.update_id, callback_query=CallbackQuery("", message.from_user, "", message=below, data=data)
    )
    made.set_bot(update.get_bot())
    return made


def _names(words: Words, one: Choice) -> set[str]:
    return {_folded(name) for language in LANGUAGES for name in _said(words, language, one)}


def _said(words: Words, language: str, one: Choice) -> Iterator[str]:
    """Yield what a button says, each part of it that has a sense of its own, and what else is written for it."""
    label = plain(words.say(language, one.label.key, one.label.args))
    yield label
    if not one.label.args:
        yield from label.split(",")
    if one.verb in _ALSO:
        yield from words.say(language, _ALSO[one.verb]).split(",")


def _folded(text: str) -> str:
    return " ".join(word.plain for word in Folded.of(text).words)
