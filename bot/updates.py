"""The journey of one update: claimed, acted on and committed as one, replied to, and only then confirmed."""

import asyncio
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import psycopg
import structlog
from sqlalchemy.exc import OperationalError
from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError, TimedOut

from bot.answering import Answering
from bot.haste import Haste, Press, pressed
from bot.killpoints import Point
from bot.lanes import Lanes
from bot.listening import MutedError, heard, sender_of
from bot.logs import where
from bot.reach import disk_full, out_of_reach
from bot.shown import note
from bot.transport import MaybeSent
from bot.wiring import Parts
from desk import residents
from desk.filing import GateError
from desk.letter import Letter, Line
from desk.letter import pack as pack_letter
from handlers.telegram import replies as said
from handlers.telegram.keyboards import answered
from handlers.telegram.pressing import act_on_card, remember, take_for_press
from handlers.telegram.prompts import recognise
from handlers.telegram.refusals import refused
from handlers.telegram.replies import Outcome, Reply, Send, Show, Toast
from handlers.telegram.turn import CHANNEL, Turn
from handlers.telegram.wordings import prompts
from petitions.refusal import Refusal
from storage.drafts import Stand
from storage.inbound import Answered, Asked
from storage.unit import Unit

log = structlog.get_logger()
MAX_FAILURES = 5
_LONGEST = 60.0
"""Seconds after which an update that is acted on counts as failed."""
_COMES_AGAIN = timedelta(minutes=2)
"""Telegram delivers an update that was not confirmed again after two minutes at most, if at all."""


@dataclass(frozen=True)
class Unsent:
    """A letter of a reply that did not arrive as a whole: `pieces` did, the next one `maybe`."""

    letter: Letter
    pieces: int = 0
    maybe: bool = False


class Updates:
    """Takes updates as Telegram sends them; returns only when an update may be confirmed."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._lanes = Lanes()
        self._answering = Answering(parts.store)
        self._haste = Haste(parts.settings.haste)

    async def take(self, raw: Mapping[str, Any]) -> None:
        """Handle an update to its end.

        Raises: whatever made it fail — it must then be delivered again; after five failures it is parked.
        """
        started = time.perf_counter()
        await self._lanes.run(_person(raw), lambda: self._finish(raw))
        self._parts.metrics.update_seconds.observe(time.perf_counter() - started)

    async def settle(self) -> None:
        """Wait for the updates in hand."""
        await self._lanes.settle()

    async def _finish(self, raw: Mapping[str, Any]) -> None:
        number = int(raw["update_id"])
        try:
            async with asyncio.timeout(_LONGEST):
                outcome = await self._act(number, raw)
        except Exception as error:
            if out_of_reach(error):
                # The database's fault, not the update's: it comes again without being counted.
                self._parts.database.away(type(error).__name__)
                self._count("database")
                raise
            await self._failed(number, raw, error)
            return
        self._parts.database.back()
        if outcome is not None:
            await self._reply(number, *outcome)
            if press := pressed(raw):
                self._haste.note(press, outcome[1], self._parts.clock())

    async def _act(self, number: int, raw: Mapping[str, Any]) -> tuple[int | None, Outcome] | None:
        """Do the update's effects once; return the replies that are not confirmed, with their contact."""
        try:
            return await self._turn(number, raw, None)
        except MutedError:
            self._count("muted")
            return None
        except Refusal as refusal:
            # Everything of the refused turn is rolled back; only the refusal itself is said.
            return await self._turn(number, raw, refusal)
        except (psycopg.Error, OperationalError) as error:
            if not disk_full(error):
                raise
            # What was too much is rolled back; there may be room enough to say so.
            return await self._turn(number, raw, Refusal("not-saved"))

    async def _turn(
        self, number: int, raw: Mapping[str, Any], refusal: Refusal | None
    ) -> tuple[int | None, Outcome] | None:
        async with self._parts.store.unit() as unit:
            self._parts.passes(Point.BEFORE_CLAIM)
            sender = sender_of(str(_person(raw)), raw, self._parts.settings.messages_a_minute)
            if not await unit.inbound.claim(CHANNEL, number, sender):
                return await self._again(unit, number)
            self._parts.passes(Point.AFTER_CLAIM)
            turn = await self._open(unit, raw)
            if await heard(turn):
                await self._do(turn, refusal, pressed(raw))
            contact = turn.visitor.here if turn.visitor else None
            person = turn.visitor.person if turn.visitor and turn.draft and turn.moved else None
            outcome = Outcome(turn.chat, turn.language, tuple(_with_toast(turn)), person)
            await unit.inbound.acted(CHANNEL, number, contact, said.pack(outcome), _stand(turn))
            self._parts.passes(Point.BEFORE_COMMIT)
        self._parts.passes(Point.AFTER_COMMIT)
        self._count("refused" if refusal else "done")
        return contact, outcome

    async def _do(self, turn: Turn, refusal: Refusal | None, press: Press | None) -> None:
        """Let the turn's act happen, or say why it was refused, or that a press was not taken for one."""
        if refusal:
            take_for_press(turn, self._parts.words)
            turn.replies.extend(await refused(turn, refusal))
        elif press and self._haste.in_haste(press, turn.now):
            turn.replies.append(turn.toast(Line("pressed-in-haste")))
        else:
            recognise(turn, self._parts.words, prompts)
            take_for_press(turn, self._parts.words)
            act_on_card(turn)
            await self._parts.dispatcher.process_update(turn)
        remember(turn)
        turn.replies.extend(answered(turn))

    async def _again(self, unit: Unit, number: int) -> tuple[int | None, Outcome] | None:
        """Return the stored replies of an update whose effects stand already."""
        self._count("again")
        kept = await unit.inbound.unsent(CHANNEL, number)
        return (kept[0], said.unpack(kept[1])) if kept else None

    async def _open(self, unit: Unit, raw: Mapping[str, Any]) -> Turn:
        update = Update.de_json(dict(raw), self._parts.dispatcher.bot)
        turn = Turn(update, unit, self._parts.office, self._parts.settings.language)
        user, chat = update.effective_user, update.effective_chat
        if user is None or chat is None:
            return turn
        visitor = await unit.people.visitor(CHANNEL, str(user.id), str(chat.id))
        if not turn.private:
            known = visitor and visitor.here_body
            turn.bound = bool(known or await unit.groups.find(CHANNEL, str(chat.id)))
        # A press, a message: somebody writes to us. A membership change alone makes nobody known.
        if visitor is None and turn.private and update.my_chat_member is None:
            language = "en" if (user.language_code or "").startswith("en") else self._parts.settings.language
            visitor = await unit.people.welcome(CHANNEL, str(user.id), language)
        if visitor and not visitor.reachable and turn.private and update.my_chat_member is None:
            await unit.people.mark_reachable(visitor.contact, reachable=True)
        turn.visitor, turn.draft = visitor, visitor.draft if visitor else None
        return turn

    async def _reply(self, number: int, contact: int | None, outcome: Outcome) -> None:
        """Send the replies now; what cannot be sent becomes letters that the worker sends."""
        left, asking = await self._send(contact, outcome)
        self._parts.passes(Point.BEFORE_DONE)
        asked = Asked(outcome.person, contact, asking) if outcome.person and contact and asking else None
        await self._done(Answered(number, asked), contact, left)
        self._parts.passes(Point.AFTER_DONE)

    async def _done(self, answered: Answered, contact: int | None, left: Sequence[Unsent]) -> None:
        if not left:
            await self._answering.note(answered)
            return
        async with self._parts.store.unit() as unit:
            await _hand_on(unit, contact, left)
            await unit.inbound.done(CHANNEL, [answered])

    async def _send(self, contact: int | None, outcome: Outcome) -> tuple[list[Unsent], int | None]:
        """Send replies; return what is left of them, and the last message with buttons."""
        asking: int | None = None
        for position, reply in enumerate(outcome.replies):
            pieces, messages = 0, list[int]()
            try:
                self._parts.passes(Point.BEFORE_REPLY)
                async for piece in self._parts.courier.carry(outcome, reply):
                    pieces, messages = piece.done, [*messages, *([piece.message] if piece.words else [])]
                self._parts.passes(Point.AFTER_REPLY)
                if isinstance(reply, Show):
                    messages = messages or [reply.message]
                if isinstance(reply, Send | Show) and contact:
                    await note(self._parts, contact, outcome.chat, outcome.language, reply.letter, messages)
                if isinstance(reply, Send | Show) and reply.letter.choices:
                    asking = messages[-1] if messages else None
            except BadRequest as error:
                log.error("reply_refused", reply=type(reply).__name__, error=where(error))
            except (Forbidden, ChatMigrated):
                await self._unreachable(contact)
                return [], None
            except TelegramError as error:
                log.warning("reply_delayed", error=type(error).__name__)
                return _unsent(outcome.replies[position:], pieces, error), asking
            except Exception as error:  # noqa: BLE001 - one reply that cannot be said must not hold up the rest
                log.error("reply_broken", reply=type(reply).__name__, error=where(error))
        return [], asking

    async def _unreachable(self, contact: int | None) -> None:
        if contact is not None:
            async with self._parts.store.unit() as unit:
                await residents.unreachable(unit, self._parts.office, contact)

    async def _failed(self, number: int, raw: Mapping[str, Any], error: Exception) -> None:
        """Count the failure; park the update after the fifth and tell the person, else let it come again."""
        log.error("update_failed", update=number, error=where(error))
        self._count("failed")
        async with self._parts.store.unit() as unit:
            failures = await unit.inbound.failed(CHANNEL, number)
            if failures >= MAX_FAILURES:
                kept = {"update_id": number} if isinstance(error, GateError) else dict(raw)
                await unit.inbound.park(CHANNEL, number, json.dumps(kept).encode())
        if failures < MAX_FAILURES:
            raise error
        log.error("update_parked", update=number)
        await self._apologise(number, raw)

    async def _apologise(self, number: int, raw: Mapping[str, Any]) -> None:
        chat = _chat(raw)
        if chat is None:
            return
        letter = Letter((Line("incident", {"number": str(number)}),))
        try:
            await self._parts.courier.send(chat, self._parts.settings.language, letter)
        except TelegramError as error:
            log.warning("apology_not_sent", error=type(error).__name__)

    def _count(self, outcome: str) -> None:
        self._parts.metrics.updates.labels(outcome).inc()


async def answer_late(parts: Parts) -> None:
    """Make letters of the replies whose process was killed: Telegram may not deliver their update again.

    A press is delivered for minutes, a message for a day; nobody may be back by then.
    """
    async with parts.store.unit() as unit:
        for update in await unit.inbound.unanswered(unit.now - _COMES_AGAIN):
            replies = said.unpack(update.replies).replies
            await _hand_on(unit, update.contact, [Unsent(one.letter, maybe=True) for one in _letters(replies)])
            await unit.inbound.done(update.channel, [Answered(update.external_id)])


async def _hand_on(unit: Unit, contact: int | None, left: Sequence[Unsent]) -> None:
    """Put what is left of the replies into the contact's line; without a contact there is none."""
    if contact is None:
        return
    for one in left:
        packed, petition = pack_letter(one.letter), one.letter.petition
        await unit.deliveries.add_rest(contact, packed, petition, pieces=one.pieces, maybe_sent=one.maybe)


def _person(raw: Mapping[str, Any]) -> int:
    """Return the lane of an update: its sender, else its chat, else one lane for all others."""
    for value in raw.values():
        if isinstance(value, Mapping):
            sender = value.get("from") or value.get("user") or value.get("chat")
            if isinstance(sender, Mapping) and isinstance(sender.get("id"), int):
                return int(sender["id"])
    return 0


def _chat(raw: Mapping[str, Any]) -> int | None:
    for value in raw.values():
        if isinstance(value, Mapping):
            inner = value.get("message", value)
            chat = inner.get("chat") if isinstance(inner, Mapping) else None
            if isinstance(chat, Mapping) and type(chat.get("id")) is int:
                return int(chat["id"])
    return None


def _stand(turn: Turn) -> Stand | None:
    """Return where the conversation stands now, None where nothing of it has changed."""
    visitor = turn.visitor
    if visitor is None or visitor.here is None or turn.draft == visitor.draft:
        return None
    return Stand(visitor.person, visitor.here, turn.draft)


def _with_toast(turn: Turn) -> list[Reply]:
    """Answer every press, or the button spins for ever; the answer goes first, so that it is quick."""
    toasts = [reply for reply in turn.replies if isinstance(reply, Toast)]
    others = [reply for reply in turn.replies if not isinstance(reply, Toast)]
    query = turn.update.callback_query
    if query and query.id and not toasts:
        toasts = [Toast(query.id)]
    return [*toasts, *others]


def _unsent(replies: Sequence[Reply], pieces: int, error: TelegramError) -> list[Unsent]:
    """Return the letters among the replies; of the first, so many pieces arrived, and the next one may have."""
    first, *others = replies
    lost = isinstance(error, TimedOut | MaybeSent)
    interrupted = [Unsent(one.letter, pieces, lost) for one in _letters([first])]
    return interrupted + [Unsent(one.letter) for one in _letters(others)]


def _letters(replies: Sequence[Reply]) -> list[Send | Show]:
    return [one for one in replies if isinstance(one, Send | Show)]
