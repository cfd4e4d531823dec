"""One running bot process: the web pages, the intake (polling or webhook), readiness, a graceful stop."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import BadRequest, InvalidToken, TelegramError

from bot.jobs import BEAT, WORKER
from bot.logs import Seldom, where
from bot.polling import ALLOWED, poll
from bot.reach import TOKEN_CURE
from bot.settings import SettingsError
from bot.updates import Updates
from bot.wiring import Parts
from handlers.web.server import Doors, Webhook, build
from storage.migrate import newest, revision_of

log = structlog.get_logger()
_GRACE = 20
_RETRY, _REFUSED = 2, 30
"""Seconds until the next try where Telegram is out of reach, and where it refuses what is set."""
WEBHOOK_PATH = "/telegram"
_WEBHOOK_CURE = (
    "check DANNGUYEN_PUBLIC_URL: https with a certificate that Telegram accepts, a public name, "
    "port 443, 80, 88 or 8443"
)


class NotReachedError(Exception):
    """Telegram has not been reached since the start; the update is to be delivered again."""


@asynccontextmanager
async def serving(parts: Parts) -> AsyncIterator[Updates]:
    """Serve pages and take updates while the context lasts; what is in hand is finished within 20 s."""
    updates, reached = Updates(parts), asyncio.Event()
    runner = web.AppRunner(_pages(parts, updates, reached), access_log=None, shutdown_timeout=_GRACE)
    await runner.setup()
    site = web.TCPSite(runner, parts.settings.host, parts.settings.port)
    try:
        await site.start()
    except OSError:
        await runner.cleanup()
        raise SettingsError(
            f"The address {parts.settings.host}:{parts.settings.port} cannot be used; is it taken? "
            "Set DANNGUYEN_HOST or DANNGUYEN_PORT to another."
        ) from None
    intake = asyncio.create_task(_intake(parts, updates, reached))
    try:
        yield updates
    finally:
        intake.cancel()
        await asyncio.gather(intake, return_exceptions=True)
        # Both at once: no new request is let in while what is in hand is finished.
        await asyncio.gather(_settled(updates), runner.cleanup())
        await parts.dispatcher.shutdown()


async def _settled(updates: Updates) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(updates.settle(), _GRACE)


async def missing(parts: Parts) -> list[str]:
    """Return what keeps this process from being ready: database, migrations, worker."""
    try:
        async with parts.store.reading() as unit:
            revision = await unit.connection.run_sync(revision_of)
            beat = await unit.registers.last_beat(WORKER) if revision == newest() else None
    except (SQLAlchemyError, OSError):
        return ["database"]
    if revision != newest():
        return ["migrations"]
    # Either way: after a clock has gone back, a beat from the future says nothing.
    alive = beat is not None and abs(parts.clock() - beat) < timedelta(seconds=3 * BEAT)
    return [] if alive else ["worker"]


async def _metrics(parts: Parts) -> bytes:
    """Return the page of figures; those of the letters are counted in the records whenever somebody asks."""
    try:
        async with parts.store.reading() as unit:
            return parts.metrics.page(await unit.deliveries.figures())
    except (SQLAlchemyError, OSError):
        return parts.metrics.page(None)


def _pages(parts: Parts, updates: Updates, reached: asyncio.Event) -> web.Application:
    settings, turned_away, failed = parts.settings, Seldom("request_rejected"), Seldom("page_failed")

    def rejected(reason: str) -> None:
        parts.metrics.rejected.labels(reason).inc()
        turned_away.happened(reason)

    doors = Doors(
        ready=lambda: missing(parts),
        warned=lambda: [] if parts.office.room() else ["disk"],
        metrics=lambda: _metrics(parts),
        rejected=rejected,
        failed=lambda error: failed.happened(where(error)),
    )

    async def take(raw: Mapping[str, Any]) -> None:
        # The library can handle nothing before it knows its bot: that is no failure of the update.
        if not reached.is_set():
            raise NotReachedError
        await updates.take(raw)

    secret = settings.webhook_secret
    webhook = Webhook(WEBHOOK_PATH, secret.get_secret_value(), take) if secret else None
    return build(doors, webhook)


async def _intake(parts: Parts, updates: Updates, reached: asyncio.Event) -> None:
    """Reach Telegram, however long it takes, and then take updates."""
    await _reached(parts)
    reached.set()
    if parts.settings.webhook:
        return
    await poll(parts, updates)


async def _reached(parts: Parts) -> None:
    """Introduce ourselves to Telegram; what keeps us from it is said once and tried again without end."""
    while True:
        pause = await _introduced(parts)
        if pause is None:
            break
        await asyncio.sleep(pause)
    parts.telegram.back()
    log.info("telegram_reached", bot=parts.dispatcher.bot.username)


async def _introduced(parts: Parts) -> float | None:
    """Say who we are, what we can do and where updates go; return when to try again, None once it is done."""
    try:
        await parts.dispatcher.initialize()
        await parts.courier.offer_commands()
        return await _webhook_set(parts)
    except InvalidToken:
        parts.telegram.away("token_refused", TOKEN_CURE)
        return _REFUSED
    except TelegramError as error:
        parts.telegram.away(type(error).__name__)
        return _RETRY


async def _webhook_set(parts: Parts) -> float | None:
    """Tell Telegram our address, if we have one; return when to try again where it refuses it."""
    settings = parts.settings
    if not (settings.webhook and settings.webhook_secret):
        return None
    try:
        await parts.dispatcher.bot.set_webhook(
            f"{settings.public_url}{WEBHOOK_PATH}",
            secret_token=settings.webhook_secret.get_secret_value(),
            allowed_updates=ALLOWED,
        )
    except BadRequest as error:
        parts.telegram.away(f"webhook_refused: {error.message}", _WEBHOOK_CURE)
        return _REFUSED
    return None
