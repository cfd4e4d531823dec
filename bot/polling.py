"""Our own polling loop: the offset moves only when every update before it is finished."""

import asyncio
from collections.abc import Mapping
from typing import Any

import structlog
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.logs import where
from bot.updates import Updates
from bot.wiring import Parts

log = structlog.get_logger()
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
_LONG_POLL = 25
_BATCH = 100
_PAUSES = (1, 2, 5, 10, 30)


async def poll(parts: Parts, updates: Updates) -> None:
    """Fetch and handle updates until cancelled."""
    offset, failures = 0, 0
    await _without_webhook(parts)
    while True:
        try:
            batch = await _fetch(parts, offset)
            offset = await _handle(updates, batch, offset)
            failures = 0
        except Exception as error:  # noqa: BLE001 - the loop must outlive whatever a batch or the network does
            offset = error.offset if isinstance(error, _UnfinishedError) else offset
            _tell(error, first=failures == 0)
            await asyncio.sleep(_PAUSES[min(failures, len(_PAUSES) - 1)])
            failures += 1


async def _fetch(parts: Parts, offset: int) -> list[Mapping[str, Any]]:
    asked = {"offset": offset, "timeout": _LONG_POLL, "limit": _BATCH, "allowed_updates": ALLOWED}
    bot = parts.dispatcher.bot
    # Raw, so that an update which the library cannot read can be parked. The library warns about names that it
    # has a method for; Telegram's method names are case-insensitive.
    found: Any = await bot.do_api_request("getupdates", api_kwargs=asked, read_timeout=_LONG_POLL + 10)
    return list(found)


async def _handle(updates: Updates, batch: list[Mapping[str, Any]], offset: int) -> int:
    """Handle a batch, persons side by side; return the offset up to which all is finished.

    Raises: the first failure, with what came before it confirmed by the next fetch.
    """
    results = await asyncio.gather(*(updates.take(raw) for raw in batch), return_exceptions=True)
    for raw, result in zip(batch, results, strict=True):
        if isinstance(result, asyncio.CancelledError):
            raise result
        if isinstance(result, BaseException):
            raise _UnfinishedError(offset) from result
        offset = int(raw["update_id"]) + 1
    return offset


class _UnfinishedError(Exception):
    """An update of the batch failed; it is fetched again together with those after it."""

    def __init__(self, offset: int) -> None:
        super().__init__(str(offset))
        self.offset = offset


async def _without_webhook(parts: Parts) -> None:
    """Make sure that no webhook is set, for as long as it takes Telegram to answer."""
    while True:
        try:
            await parts.dispatcher.bot.delete_webhook()
        except InvalidToken:
            log.error("token_refused", cure="set DANNGUYEN_TELEGRAM_TOKEN to the token that BotFather gave")
            await asyncio.sleep(_PAUSES[-1])
        except TelegramError as error:
            log.warning("telegram_out_of_reach", error=type(error).__name__, cure="it is tried again")
            await asyncio.sleep(_PAUSES[1])
        else:
            return


def _tell(error: BaseException, *, first: bool) -> None:
    if isinstance(error, Conflict):
        log.warning("second_poller", cure="another program polls with this token; this one stands by")
    elif isinstance(error, TelegramError) and first:
        log.warning("telegram_out_of_reach", error=type(error).__name__, cure="it is tried again")
    elif first:
        log.warning("batch_unfinished", error=where(error.__cause__ or error))
