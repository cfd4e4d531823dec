"""The HTTP server of a bot process: /healthz, /readyz, /metrics and the webhook."""

import hmac
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
MAX_BODY = 1024 * 1024
"""Bytes of an update: Telegram's own largest are a few kilobytes."""
MAX_WAITING = 200

Take = Callable[[Mapping[str, Any]], Awaitable[None]]


@dataclass(frozen=True)
class Doors:
    """What the pages ask of the program; `ready` returns what is missing, `warned` what will be soon.

    `rejected` is told why a request to the webhook was turned away, `failed` what a page stumbled over.
    """

    ready: Callable[[], Awaitable[list[str]]]
    warned: Callable[[], list[str]]
    metrics: Callable[[], Awaitable[bytes]]
    rejected: Callable[[str], None]
    failed: Callable[[Exception], None]


@dataclass(frozen=True)
class Webhook:
    """Where updates come in: the path, the secret, and what takes them to their end."""

    path: str
    secret: str
    take: Take


def build(doors: Doors, webhook: Webhook | None) -> web.Application:
    """Build the application; a webhook only where one is set."""
    app = web.Application(client_max_size=MAX_BODY, middlewares=[_calm(doors)])
    app.router.add_get("/healthz", _healthy)
    app.router.add_get("/readyz", _ready(doors))
    app.router.add_get("/metrics", _metrics(doors))
    if webhook:
        app.router.add_post(webhook.path, _Intake(webhook, doors).receive)
    return app


def _calm(doors: Doors) -> Any:
    """Answer 500 where a page fails; aiohttp would print the error with the address of whoever asked."""

    @web.middleware
    async def calm(request: web.Request, handler: Any) -> web.StreamResponse:
        try:
            response: web.StreamResponse = await handler(request)
        except web.HTTPException:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told by its kind and place
            doors.failed(error)
            return web.Response(status=500)
        return response

    return calm


async def _healthy(_request: web.Request) -> web.Response:
    return web.json_response({"status": "ok"})


def _ready(doors: Doors) -> Any:
    async def ready(_request: web.Request) -> web.Response:
        missing = await doors.ready()
        state = "not ready" if missing else "ready"
        status = {"status": state, "missing": missing, "warnings": doors.warned()}
        return web.json_response(status, status=503 if missing else 200)

    return ready


def _metrics(doors: Doors) -> Any:
    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(body=await doors.metrics(), content_type="text/plain", charset="utf-8")

    return metrics


class _Intake:
    """Answers 200 only when an update is finished; what cannot be an update is turned away at once."""

    def __init__(self, webhook: Webhook, doors: Doors) -> None:
        self._webhook = webhook
        self._doors = doors
        self._waiting = 0

    async def receive(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), self._webhook.secret.encode()):
            return self._reject("secret", 401)
        if self._waiting >= MAX_WAITING:
            return self._reject("busy", 503)
        try:
            raw = await _update(request)
        except web.HTTPRequestEntityTooLarge:
            return self._reject("size", 413)
        return await self._take(raw) if raw else self._reject("body", 400)

    async def _take(self, raw: Mapping[str, Any]) -> web.Response:
        self._waiting += 1
        try:
            await self._webhook.take(raw)
        except Exception:  # noqa: BLE001 - whatever failed has been logged; Telegram is to deliver it again
            return web.Response(status=503)
        finally:
            self._waiting -= 1
        return web.Response()

    def _reject(self, reason: str, status: int) -> web.Response:
        self._doors.rejected(reason)
        return web.Response(status=status)


async def _update(request: web.Request) -> Mapping[str, Any] | None:
    try:
        raw = json.loads(await request.read())
    except (ValueError, RecursionError):
        return None
    known = isinstance(raw, dict) and type(raw.get("update_id")) is int and 0 <= raw["update_id"] < 2**53
    return raw if known else None
