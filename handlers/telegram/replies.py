"""What a turn says back, kept with the update until it is confirmed: letters, edits, toasts, menus."""

from dataclasses import dataclass
from typing import Literal

from pydantic import TypeAdapter

from desk.letter import Letter, Line, Rows


@dataclass(frozen=True)
class Send:
    """Send a letter to the chat of the turn.

    `expects` names who is to answer in a group (user id, first name): their client opens its input field.
    """

    letter: Letter
    expects: tuple[int, str] | None = None
    do: Literal["send"] = "send"


@dataclass(frozen=True)
class Show:
    """Put a letter in the place of the message whose button was pressed."""

    letter: Letter
    message: int
    do: Literal["show"] = "show"


@dataclass(frozen=True)
class Settle:
    """Take the buttons of a message away, since a choice was made; `choices` stay or come in their place."""

    message: int
    choices: Rows = ()
    do: Literal["settle"] = "settle"


@dataclass(frozen=True)
class Toast:
    """Answer a pressed button; every press is answered, with or without words."""

    query: str
    line: Line | None = None
    alert: bool = False
    do: Literal["toast"] = "toast"


@dataclass(frozen=True)
class Forget:
    """Delete messages from the chat where Telegram permits it."""

    messages: tuple[int, ...]
    do: Literal["forget"] = "forget"


@dataclass(frozen=True)
class Menu:
    """Show the command menu for these roles in the chat."""

    roles: tuple[str, ...]
    do: Literal["menu"] = "menu"


Reply = Send | Show | Settle | Toast | Forget | Menu


@dataclass(frozen=True)
class Outcome:
    """All replies of one update, with the chat and the language they are for.

    `person` is set while a conversation of theirs goes on there: the last buttons are its next question.
    """

    chat: int
    language: str
    replies: tuple[Reply, ...]
    person: int | None = None


_OUTCOME = TypeAdapter(Outcome)


def pack(outcome: Outcome) -> bytes:
    """Write replies down for storage."""
    return _OUTCOME.dump_json(outcome)


def unpack(written: bytes) -> Outcome:
    """Read stored replies."""
    return _OUTCOME.validate_json(written)
