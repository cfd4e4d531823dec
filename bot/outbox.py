"""Sends the letters that wait: one contact's line at a time, in order, each marked when it is sent."""

from datetime import timedelta

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.logs import where
from bot.wiring import Parts
from desk import residents
from desk.letter import unpack
from storage.deliveries import Delivery
from storage.people import Contact

log = structlog.get_logger()
_PAUSES = (2, 5, 15, 60, 300, 900, 3600)
"""Seconds before each further try of a letter that could not be sent."""
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
            letter = unpack(delivery.letter)
            message = await self._parts.courier.send(int(reader.address), reader.language, letter)
        except RetryAfter as error:
            return await self._later(delivery, _seconds(error), maybe_sent=delivery.maybe_sent)
        except ChatMigrated as error:
            await self._moved(reader, error.new_chat_id)
            return None
        except Forbidden:
            await self._give_up(delivery, "blocked", unreachable=True)
            return None
        except BadRequest as error:
            gone = "chat not found" in error.message.lower()
            log.error("letter_refused", delivery=delivery.id, error=where(error))
            await self._give_up(delivery, "refused", unreachable=gone)
            return None
        except (NetworkError, TelegramError) as error:
            lost = isinstance(error, TimedOut)
            log.warning("letter_delayed", delivery=delivery.id, error=type(error).__name__)
            pause = _PAUSES[min(delivery.tries, len(_PAUSES) - 1)]
            return await self._later(delivery, timedelta(seconds=pause), maybe_sent=lost or delivery.maybe_sent)
        await self._sent(delivery, message)
        return None

    async def _sent(self, delivery: Delivery, message: int) -> None:
        async with self._parts.store.unit() as unit:
            await unit.deliveries.sent(delivery.id, message)
        self._count("sent")

    async def _later(self, delivery: Delivery, pause: timedelta, *, maybe_sent: bool) -> timedelta:
        async with self._parts.store.unit() as unit:
            await unit.deliveries.later(delivery.id, unit.now + pause, maybe_sent=maybe_sent)
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


def _seconds(error: RetryAfter) -> timedelta:
    pause = error.retry_after
    return pause if isinstance(pause, timedelta) else timedelta(seconds=pause)
