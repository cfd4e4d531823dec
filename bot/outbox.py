"""Sends the letters that wait: one contact's line at a time, in order, each piece noted as it arrives."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError, TimedOut

from bot.killpoints import Point
from bot.logs import where
from bot.pace import Pace
from bot.shown import note
from bot.transport import MaybeSent
from bot.wiring import Parts
from desk import residents
from desk.letter import merge, unpack
from handlers.telegram.courier import Piece
from storage.deliveries import Delivery
from storage.people import Contact
from storage.unit import Unit

log = structlog.get_logger()
_PAUSES = (2, 5, 15, 30, 60)
"""Seconds before each further try of a letter that could not be sent; its whole line waits, so never for long."""
_TURN = 20
"""Letters that a line sends before others have their turn."""
_LATELY = timedelta(seconds=1)


@dataclass(frozen=True)
class First:
    """What comes first in a line, who reads it, and how long it must still wait."""

    delivery: Delivery
    reader: Contact
    wait: timedelta


class Outbox:
    """Drains lines of letters; any number of workers may try the same line, one of them does."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.store

    async def drain(self, contact: int) -> None:
        """Send what is due to a contact; what must wait, or came meanwhile, has another drain started for it."""
        async with self._store.unit() as line:
            if not await line.deliveries.hold(contact):
                return
            async with self._store.single() as unit:
                await unit.deliveries.answer(contact)
            await self._send_some(contact)
        async with self._store.unit() as unit:
            first = await self._first(unit, contact)
            if first:
                await unit.deliveries.wake_once(contact, first.wait)

    async def _send_some(self, contact: int) -> None:
        for _turn in range(_TURN):
            async with self._store.unit() as unit:
                first = await self._first(unit, contact)
                if first is None or first.wait:
                    return
                await unit.deliveries.begin(first.delivery)
                slot = await self._slot(unit, first.reader.channel) - unit.now
            # Every line waits for this, and no longer than the drains at work take: nobody is held up by it.
            await asyncio.sleep(min(slot, _LATELY).total_seconds())
            await self._send(first.delivery, first.reader)

    async def _first(self, unit: Unit, contact: int) -> First | None:
        delivery = await unit.deliveries.next(contact)
        if delivery is None:
            return None
        reader = await unit.people.contact(contact)
        pause = self._pace(reader).wait(reader.free_at, unit.now)
        return First(delivery, reader, max(delivery.not_before - unit.now, pause, timedelta(0)))

    def _pace(self, reader: Contact) -> Pace:
        return self._parts.paces.group if reader.person is None else self._parts.paces.private

    async def _slot(self, unit: Unit, channel: str, messages: int = 1) -> datetime:
        """Take the next place in the channel's time, behind the replies of the last second."""
        apart = self._parts.paces.apart(await unit.inbound.lately(_LATELY))
        return await unit.registers.slot(channel, apart * messages)

    async def _send(self, delivery: Delivery, reader: Contact) -> None:
        """Send a delivery piece by piece; each is noted before the next one goes."""
        pieces, before, messages = self._pieces(delivery, reader), delivery.pieces, list[int]()
        self._parts.passes(Point.BEFORE_LETTER)
        while True:
            try:
                piece = await anext(pieces, None)
            except Exception as error:  # noqa: BLE001 - a letter that cannot be sent must not hold up its line
                await self._failed(delivery, reader, error)
                return
            if piece is None:
                return
            self._parts.passes(Point.AFTER_LETTER)
            delivery = await self._note(delivery, reader, piece, piece.done - before)
            messages += [piece.message] if piece.words else []
            if piece.done == piece.total:
                newest, chat = unpack(delivery.letters[-1]), int(reader.address)
                await note(self._parts, reader.id, chat, reader.language, newest, messages)

    async def _pieces(self, delivery: Delivery, reader: Contact) -> AsyncIterator[Piece]:
        letter = merge([unpack(one) for one in delivery.letters])
        chat, skip, again = int(reader.address), delivery.pieces, delivery.maybe_sent
        async for piece in self._parts.courier.pieces(chat, reader.language, letter, skip, again=again):
            yield piece

    async def _note(self, delivery: Delivery, reader: Contact, piece: Piece, messages: int) -> Delivery:
        """Note what has arrived: all of it, or so many pieces. What may have arrived before is settled by it."""
        async with self._store.unit() as unit:
            if piece.done == piece.total:
                await unit.deliveries.sent(delivery, piece.message)
                await self._pay(unit, reader, messages)
            else:
                await unit.deliveries.progress(delivery, piece.done)
            self._parts.passes(Point.BEFORE_MARK)
        self._parts.passes(Point.AFTER_MARK)
        return replace(delivery, pieces=piece.done, maybe_sent=False)

    async def _pay(self, unit: Unit, reader: Contact, messages: int) -> None:
        """Count the messages of a delivery; one was counted for the channel when it began."""
        await unit.people.paced(reader.id, self._pace(reader).after(reader.free_at, unit.now, messages))
        if messages > 1:
            await self._slot(unit, reader.channel, messages - 1)

    async def _failed(self, delivery: Delivery, reader: Contact, error: Exception) -> None:
        match error:
            case RetryAfter():
                await self._later(delivery, _seconds(error), error)
            case ChatMigrated(new_chat_id=address):
                await self._moved(delivery, reader, address)
            case Forbidden():
                await self._give_up(delivery, "blocked", unreachable=True)
            case BadRequest():
                gone = "chat not found" in error.message.lower()
                log.error("letter_refused", delivery=delivery.ids[0], error=where(error))
                await self._give_up(delivery, "refused", unreachable=gone)
            case TelegramError():
                log.warning("letter_delayed", delivery=delivery.ids[0], error=type(error).__name__)
                pause = _PAUSES[min(delivery.tries, len(_PAUSES) - 1)]
                await self._later(delivery, timedelta(seconds=pause), error)
            case _:
                log.error("letter_broken", delivery=delivery.ids[0], error=where(error))
                await self._give_up(delivery, "broken", unreachable=False)

    async def _later(self, delivery: Delivery, pause: timedelta, error: TelegramError) -> None:
        maybe = delivery.maybe_sent or isinstance(error, TimedOut | MaybeSent)
        async with self._store.unit() as unit:
            await unit.deliveries.later(delivery, unit.now + pause, maybe_sent=maybe)

    async def _give_up(self, delivery: Delivery, why: str, *, unreachable: bool) -> None:
        """Give a delivery up; of several letters in one message each is tried by itself first."""
        async with self._store.unit() as unit:
            if len(delivery.ids) > 1 and not delivery.pieces and not unreachable:
                await unit.deliveries.separate(delivery)
                return
            await unit.deliveries.failed(delivery, why)
            if unreachable:
                await residents.unreachable(unit, self._parts.office, delivery.contact)

    async def _moved(self, delivery: Delivery, reader: Contact, address: int) -> None:
        async with self._store.unit() as unit:
            await unit.groups.move(reader.id, reader.channel, str(address))
            await unit.deliveries.again(delivery)


def _seconds(error: RetryAfter) -> timedelta:
    pause = error.retry_after
    return pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
