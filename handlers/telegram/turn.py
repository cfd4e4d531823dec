"""A turn: one update with the unit in which it is handled, who acts, and where their conversation stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from telegram import CallbackQuery, Message, Update

from desk.letter import Choice, Letter, Line
from desk.office import Office
from desk.perform import Doing
from desk.records import Draft, Unit, Visitor
from handlers.telegram.replies import Reply, Send, Settle, Show, Toast
from petitions.refusal import Refusal
from petitions.roles import OF_BODY, Actor
from petitions.routing import Proposal

CHANNEL = "telegram"
_REMEMBERED = 100


@dataclass
class Turn:
    """What an act is given; `draft` may be replaced by the act and is saved with the unit.

    `bound` is False in a group that nobody has bound to a body; `spoken` are the messages whose words went into a
    conversation that has just ended; `card` is the message on whose button it began; `replies_to` are the steps
    whose question the message replies to, where that can be told; `apart` is the conversation that was left as it
    stands; `looks` are the proposals made in this turn, by what they were made of.
    """

    update: Update
    unit: Unit
    office: Office
    default_language: str
    visitor: Visitor | None = None
    draft: Draft | None = None
    bound: bool = True
    spoken: tuple[int, ...] = ()
    card: int | None = None
    replies_to: frozenset[str] = frozenset()
    apart: Draft | None = None
    match: Any = None
    replies: list[Reply] = field(default_factory=list)
    looks: dict[tuple[object, ...], Proposal] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """Return the time of the unit."""
        return self.unit.now

    @property
    def chat(self) -> int:
        """Return the id of the chat in which this happens."""
        chat = self.update.effective_chat
        return chat.id if chat else 0

    @property
    def private(self) -> bool:
        """Tell a private chat from a group."""
        chat = self.update.effective_chat
        return chat is not None and chat.type == "private"

    @property
    def language(self) -> str:
        """Return the language of the person; in a group and for strangers the default one."""
        return self.visitor.language if self.visitor and self.private else self.default_language

    @property
    def who(self) -> Visitor:
        """Return the person. Raises: Refusal `stranger` — nobody we know acts here."""
        if self.visitor is None:
            raise Refusal("stranger")
        return self.visitor

    @property
    def actor(self) -> Actor:
        """Return the person as an actor; a group acts for its own body and for nothing else."""
        if self.private:
            return self.who.actor
        here = {one for one in self.who.actor.grants if one.role in OF_BODY and one.body == self.who.here_body}
        return Actor(self.who.person, frozenset(here))

    @property
    def message(self) -> Message:
        """Return the message that was sent (not the one whose button was pressed)."""
        message = self.update.message
        assert message is not None  # noqa: S101 - routes let only messages come here
        return message

    @property
    def text(self) -> str:
        """Return the words of the message: its text or caption."""
        return self.message.text or self.message.caption or ""

    @property
    def typed(self) -> list[str]:
        """Return the words after a command."""
        return list(self.match[0]) if isinstance(self.match, tuple) and self.match[0] else []

    @property
    def pressed(self) -> CallbackQuery:
        """Return the button press."""
        query = self.update.callback_query
        assert query is not None  # noqa: S101 - routes let only presses come here
        return query

    @property
    def args(self) -> list[str]:
        """Return the arguments of the pressed button."""
        return (self.pressed.data or "").split(":")[1:]

    @property
    def moved(self) -> bool:
        """Tell whether the conversation was begun, led on, asked again or ended in this turn."""
        return self.draft is not (self.apart or (self.visitor.draft if self.visitor else None))

    @property
    def step(self) -> str | None:
        """Return where the conversation stands."""
        return self.draft.step if self.draft else None

    def leave(self) -> None:
        """Go on without a person: their records are gone; what is still said is in their language."""
        self.default_language, self.visitor = self.language, None

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self.visitor = replace(self.who, language=language)

    def value(self, name: str, default: Any = None) -> Any:
        """Return what the conversation has gathered under a name."""
        return self.draft.values.get(name, default) if self.draft else default

    def go(self, step: str, **values: Any) -> None:
        """Move the conversation to a step, adding to what it has gathered."""
        before = self.draft.values if self.draft else {}
        own: dict[str, Any] = {"sent": self._sent(before.get("sent", ()))}
        if "words" in values:
            own["spoken"] = self._sent(before.get("spoken", ()))
            own["said_in"] = self._said_in(values["words"], before)
        message = self.update.message
        if message and message.media_group_id and message.media_group_id not in before.get("albums", ()):
            own["albums"] = [*before.get("albums", ()), message.media_group_id][-_REMEMBERED:]
            own["asked_before"] = self.visitor.asked if self.visitor else None
        self.draft = Draft(step, {**before, **values, **own})

    def stay(self) -> None:
        """Stand where one stands, to be asked something else first: the question that stood loses its buttons."""
        self.go(self.step or "")

    def leave_apart(self) -> None:
        """Let what is half written wait below its own buttons: what is said from now on may be about another."""
        if self.draft:
            self.apart = self.draft = replace(
                self.draft, values={**self.draft.values, "interrupted": True, "buttons": ()}
            )

    @property
    def of_known_album(self) -> bool:
        """Tell whether the message belongs to an album of which another part came in an earlier update."""
        before = self.visitor.draft if self.visitor else None
        return before is not None and self.message.media_group_id in before.values.get("albums", ())

    def begin(self, step: str, **values: Any) -> None:
        """Start a conversation afresh."""
        self.draft = Draft(step, {**values, "sent": self._sent(())})

    def _sent(self, before: Sequence[int]) -> list[int]:
        """Remember the person's own messages, so that they can be deleted from the chat if need be."""
        message = self.update.message
        now = [message.message_id] if message and message.message_id not in before else []
        return [*before, *now][-_REMEMBERED:]

    def _said_in(self, words: Sequence[str], before: Mapping[str, Any]) -> list[int | None]:
        """Remember by which of the person's messages each text came, so that an edit of it finds it."""
        known = dict(zip(before.get("words", ()), before.get("said_in", ()), strict=False))
        message = self.update.message or self.update.edited_message
        return [known.get(text, message.message_id if message else None) for text in words]

    def set_aside(self) -> dict[str, Any] | None:
        """Return what is to stand again when a conversation that comes between has ended."""
        return {"step": self.draft.step, "values": dict(self.draft.values)} if self.draft else None

    def end(self) -> None:
        """End the conversation but for the messages of its words; what was set aside for it stands again."""
        self.spoken = tuple(self.value("spoken", ()))
        aside = self.value("aside")
        self.draft = Draft(**aside) if aside else None

    def forget(self) -> None:
        """End every conversation, also what was set aside."""
        self.draft = None

    def amend(self, letter: Letter) -> Reply | None:
        """Put a letter in the place of the album's answer; None while that is not known to have arrived."""
        asked = self.visitor.asked if self.visitor else None
        return Show(letter, asked) if asked is not None and asked != self.value("asked_before") else None

    def doing_with(self, code: str) -> Doing:
        """Return an act on a case by its code, whatever its version."""
        return Doing(self.actor, code)

    def doing(self) -> Doing:
        """Return the act that the pressed button means: its case, and the version it was shown with."""
        code, *rest = self.args
        return Doing(self.actor, code, int(rest[0]) if rest and rest[0].isdigit() else None)

    def show(self, letter: Letter) -> Reply:
        """Put a letter in the place of the pressed message, or send it where nobody pressed but wrote."""
        query = self.update.callback_query
        pressed = query.message if query and query.id else None
        return Show(letter, pressed.message_id) if pressed else Send(letter)

    def settle(self, *rows: tuple[Choice, ...]) -> Reply:
        """Take the buttons of the pressed message away, but for these."""
        message = self.pressed.message
        return Settle(message.message_id if message else 0, rows)

    def toast(self, line: Line, *, alert: bool = False) -> Reply:
        """Answer the press with a few words."""
        if not self.pressed.id:
            return Send(Letter((line,)))
        return Toast(self.pressed.id, line, alert)
