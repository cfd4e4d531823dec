"""Posting updates to webhooks: one at a time in each lane, again and again until they are taken."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections import deque
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Final
from urllib.parse import parse_qsl

import aiohttp

from sandbox.bots import Bot, Webhook
from sandbox.model import JsonObject
from sandbox.state import World
from sandbox.updates import Update

TAKEN: Final = range(200, 300)
MAX_RETRY_AFTER: Final = 3_600
ONE_MINUTE: Final = 60
GONE_FOR: Final = 23 * 3_600
MAX_REPLY_BYTES: Final = 64 * 2**10

Reply = Callable[[Bot, aiohttp.ClientResponse], Awaitable[None]]


class Courier:
    """Carries one bot's updates to its webhook."""

    def __init__(self, bot: Bot, world: World, session: aiohttp.ClientSession, reply: Reply) -> None:
        self._bot = bot
        self._world = world
        self._clock = world.clock
        self._session = session
        self._reply = reply
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(1)

    def restart(self) -> None:
        """Begin anew with the bot's present webhook, if it has one."""
        self.stop()
        self._slots = asyncio.Semaphore(max(self._bot.webhook.max_connections, 1))
        if self._bot.webhook.url:
            for update in self._bot.queue.living():
                self.take(update)

    def stop(self) -> None:
        """Drop everything that is on its way; the queue keeps it."""
        for task in self._tasks:
            task.cancel()
        self._lanes.clear()

    def take(self, update: Update) -> None:
        """Put an update at the end of its lane."""
        if not self._bot.webhook.url:
            return
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = lane = deque([update])
        task = asyncio.create_task(self._empty(lane, update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _empty(self, lane: deque[Update], key: int) -> None:
        while lane:
            await self._deliver(lane[0])
            lane.popleft()
        del self._lanes[key]

    async def _deliver(self, update: Update) -> None:
        """Post an update until it is taken as often as there are copies of it, or no time is left to try."""
        failures = 0
        while self._wanted(update):
            async with self._slots:
                wait = await self._post(update, failures)
            failures = 0 if wait is None else failures + 1
            if wait and self._clock.now() + wait > update.expires:
                self._bot.queue.forget(update.id)
            elif wait:
                await self._clock.sleep(wait)

    def _wanted(self, update: Update) -> bool:
        living = update.id in self._bot.queue.pending and update.expires > self._clock.now()
        return living and bool(self._bot.webhook.url)

    async def _post(self, update: Update, failures: int) -> float | None:
        """Post once; return None if the update was taken, else the seconds to wait."""
        webhook = self._bot.webhook
        headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        self._world.witness.posted(update.text)
        body, timeout = update.text.encode(), aiohttp.ClientTimeout(total=self._world.limits.webhook)
        try:
            async with self._session.post(
                webhook.url, data=body, headers=headers, timeout=timeout, allow_redirects=False
            ) as answer:
                return await self._judge(webhook, update, answer, failures)
        except TimeoutError:
            self._blame(webhook, "Read timeout expired")
        except aiohttp.ClientConnectorError:
            self._blame(webhook, "Connection refused")
        except aiohttp.ClientError:
            self._blame(webhook, "Connection reset by peer")
        return pause(failures)

    async def _judge(
        self, webhook: Webhook, update: Update, answer: aiohttp.ClientResponse, failures: int
    ) -> float | None:
        if answer.status in TAKEN:
            webhook.gone_since = 0.0
            self._bot.queue.confirm(update.id)
            await self._reply(self._bot, answer)
            return None
        self._blame(webhook, f"Wrong response from the webhook: {answer.status} {answer.reason}")
        self._count_gone(webhook, answer.status)
        asked = answer.headers.get("Retry-After", "")
        return min(float(asked), MAX_RETRY_AFTER) if asked.isdigit() else pause(failures)

    def _blame(self, webhook: Webhook, message: str) -> None:
        webhook.last_error_date, webhook.last_error_message = int(self._clock.now()), message

    def _count_gone(self, webhook: Webhook, status: int) -> None:
        """Close a webhook that has said `410 Gone` for most of a day."""
        now = self._clock.now()
        webhook.gone_since = (webhook.gone_since or now) if status == HTTPStatus.GONE else 0.0
        if webhook.gone_since and now - webhook.gone_since > GONE_FOR:
            webhook.url = ""


def pause(failures: int) -> float:
    """Return the seconds to wait after one more failure: none, 2, 4, 8 …, at last one to two minutes."""
    if failures == 0:
        return 0.0
    doubled = 2.0**failures
    return doubled if doubled < ONE_MINUTE else ONE_MINUTE + secrets.randbelow(ONE_MINUTE + 1)


async def read_reply(answer: aiohttp.ClientResponse) -> JsonObject:
    """Return the arguments of the method call in a webhook's answer, empty if there is none."""
    try:
        if answer.content_type == "application/json":
            values = json.loads(await answer.content.read(MAX_REPLY_BYTES) or b"{}")
            return values if isinstance(values, dict) else {}
        if answer.content_type == "application/x-www-form-urlencoded":
            return dict(parse_qsl((await answer.content.read(MAX_REPLY_BYTES)).decode()))
    except ValueError:
        return {}
    return await read_multipart(answer) if answer.content_type == "multipart/form-data" else {}


async def read_multipart(answer: aiohttp.ClientResponse) -> JsonObject:
    """Return the plain fields of a multipart answer."""
    values: JsonObject = {}
    with contextlib.suppress(ValueError, aiohttp.ClientError):
        async for part in aiohttp.MultipartReader.from_response(answer):
            if isinstance(part, aiohttp.BodyPartReader) and part.name:
                values[part.name] = await part.text()
    return values
