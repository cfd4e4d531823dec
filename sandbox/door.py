"""Who may come in by HTTP: this machine's own pages and programs, nobody else's web page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Middleware

from sandbox.errors import ApiError, Refusal
from sandbox.state import World

WORLD: Final = web.AppKey("world", World)
SECURITY_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def guard(hosts: frozenset[str]) -> Middleware:
    """Return the middleware that refuses foreign hosts and origins and words all refusals."""

    @web.middleware
    async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            refuse_foreigner(request, hosts)
            return await handler(request)
        except Refusal as refused:
            return web.json_response({"error": refused.sentence}, status=refused.status)
        except ApiError as refused:
            return web.json_response({"error": refused.description}, status=refused.code)
        except web.HTTPException as refused:
            return web.json_response({"error": refused.reason}, status=refused.status)

    return check


def refuse_foreigner(request: web.Request, hosts: frozenset[str]) -> None:
    """Refuse a request that a web page from elsewhere may have caused.

    Raises:
        Refusal: 403.

    """
    if urlsplit(f"//{request.host}").hostname not in hosts:
        raise Refusal("This host name is not the sandbox's.", 403)
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        raise Refusal("Pages of other sites may not use the sandbox.", 403)
