"""Sends the letters that wait: one contact's line at a time, in order, each marked when it is sent."""

from dataclasses import replace
from datetime import timedelta

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError, TimedOut

from bot.killpoints import Point
from bot.logs import where
from bot.transport import MaybeSent
from bot.wiring import Parts
from desk import residents
from desk.letter import Letter, Line, unpack
from storage.deliveries import Delivery
from storage.people import Contact

log = structlog.get_logger()
_PAUSES = (2, 5, 15, 30, 60)
"""Seconds before each further try of a letter that could not be sent; its whole line waits, so never for long."""
_AGAIN = timedelta(seconds=1)


class Outbox:
    """Drains lines of letters; any number of workers may try the same line, one of them does."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def drain(self, contact: int) -> timedelta | None:
        """Send what is due to a contact; return when to come back, None where nothing is left to wait for."""
        async with self._parts.store.unit() as guard:
            if not await guard.deliveries.hold(contact):
                return _AGAIN
            while True:
                async with self._parts.store.unit() as unit:
                    delivery = await unit.deliveries.next(contact)
                    reader = await unit.people.contact(contact) if delivery else None
                if delivery is None or reader is None:
                    return None
                wait = await self._try(delivery, reader)
                if wait:
                    return wait

    async def _try(self, delivery: Delivery, reader: Contact) -> timedelta | None:
        """Send one letter; return how long its line must wait, None where it goes on."""
        try:
            letter = _marked(unpack(delivery.letter), delivery)
            self._parts.passes(Point.BEFORE_LETTER)
            message = await self._parts.courier.send(int(reader.address), reader.language, letter)
            self._parts.passes(Point.AFTER_LETTER)
        except Exception as error:  # noqa: BLE001 - a letter that cannot be sent must not hold up its line
            return await self._failed(delivery, reader, error)
        await self._sent(delivery, message)
        return None

    async def _failed(self, delivery: Delivery, reader: Contact, error: Exception) -> timedelta | None:
        match error:
            case RetryAfter():
                return await self._later(delivery, _seconds(error), error)
            case ChatMigrated(new_chat_id=address):
                await self._moved(reader, address)
            case Forbidden():
                await self._give_up(delivery, "blocked", unreachable=True)
            case BadRequest():
                log.error("letter_refused", delivery=delivery.id, error=where(error))
                gone = "chat not found" in error.message.lower()
                await self._give_up(delivery, "refused", unreachable=gone)
            case TelegramError():
                log.warning("letter_delayed", delivery=delivery.id, error=type(error).__name__)
                pause = _PAUSES[min(delivery.tries, len(_PAUSES) - 1)]
                return await self._later(delivery, timedelta(seconds=pause), error)
            case _:
                log.error("letter_broken", delivery=delivery.id, error=where(error))
                await self._give_up(delivery, "broken", unreachable=False)
        return None

    async def _sent(self, delivery: Delivery, message: int) -> None:
        async with self._parts.store.unit() as unit:
            await unit.deliveries.sent(delivery.id, message)
            self._parts.passes(Point.BEFORE_MARK)
        self._parts.passes(Point.AFTER_MARK)
        self._count("sent")

    async def _later(self, delivery: Delivery, pause: timedelta, error: TelegramError) -> timedelta:
        maybe = delivery.maybe_sent or isinstance(error, TimedOut | MaybeSent)
        async with self._parts.store.unit() as unit:
            await unit.deliveries.later(delivery.id, unit.now + pause, maybe_sent=maybe)
        self._count("delayed")
        return pause

    async def _give_up(self, delivery: Delivery, why: str, *, unreachable: bool) -> None:
        async with self._parts.store.unit() as unit:
            await unit.deliveries.failed(delivery.id, why)
            if unreachable:
                await residents.unreachable(unit, self._parts.office, delivery.contact)
        self._count(why)

    async def _moved(self, reader: Contact, address: int) -> None:
        async with self._parts.store.unit() as unit:
            await unit.people.move_contact(reader.id, reader.channel, str(address))

    def _count(self, outcome: str) -> None:
        self._parts.metrics.deliveries.labels(outcome).inc()


def _marked(letter: Letter, delivery: Delivery) -> Letter:
    """Say that a letter may be a repetition where an earlier try may have arrived."""
    return replace(letter, lines=(Line("repeated"), *letter.lines)) if delivery.maybe_sent else letter


def _seconds(error: RetryAfter) -> timedelta:
    pause = error.retry_after
    return pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
