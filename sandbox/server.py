"""The HTTP server: Bot API, file downloads, webhooks, control API and chat page on one port."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

import aiohttp
from aiohttp import web

from sandbox import control, pages, steering
from sandbox.arguments import Arguments, read_arguments
from sandbox.bots import Bot
from sandbox.door import WORLD, guard
from sandbox.errors import ApiError
from sandbox.faults import DOWNLOAD, Fault, html_page
from sandbox.methods.call import Call, Described, RawJson
from sandbox.methods.table import proper_name, run
from sandbox.model import JsonObject
from sandbox.snapshot import keep_saving
from sandbox.state import World
from sandbox.webhook import Courier, read_reply

HOSTS: Final = web.AppKey("hosts", frozenset[str])
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
NOT_IN_REPLIES: Final = ("get", "setwebhook", "deletewebhook", "logout", "close")
RESETS: Final = frozenset({"reset_before", "reset_after"})
SHUTDOWN_SECONDS: Final = 1.0


def create_app(world: World, *, hosts: Iterable[str] = (), state: Path | None = None) -> web.Application:
    """Return the server of a world; `hosts` are names besides loopback, `state` is where to keep the world."""
    names = LOOPBACK | frozenset(hosts)
    app = web.Application(client_max_size=world.limits.upload + 2**20, middlewares=[guard(names)])
    app[WORLD], app[HOSTS] = world, names
    app.router.add_get("/file/bot{token}/{path:.+}", serve_file)
    app.router.add_route("*", "/bot{token}/{method}", serve_method)
    app.router.add_route("*", "/bot{rest:.*}", serve_nothing)
    for routes in (control.ROUTES, steering.ROUTES, pages.ROUTES):
        app.add_routes(routes)
    app.cleanup_ctx.append(carry_updates)
    app.on_shutdown.append(send_everyone_home)
    if state:
        app.cleanup_ctx.append(lambda _app: keep_saving(world, state))
    return app


@asynccontextmanager
async def running(
    world: World, host: str = "127.0.0.1", port: int = 0, *, hosts: Iterable[str] = (), state: Path | None = None
) -> AsyncIterator[str]:
    """Serve a world while the context lasts, and yield its address; port 0 means any free one."""
    app = create_app(world, hosts=hosts, state=state)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        yield f"http://{host}:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def carry_updates(app: web.Application) -> AsyncIterator[None]:
    """Post updates to webhooks while the server runs."""
    world = app[WORLD]
    couriers: list[Courier] = []
    world.feed.closed = False

    async def reply(bot: Bot, answer: aiohttp.ClientResponse) -> None:
        await run_reply(app, bot, await read_reply(answer))

    def employ(bot: Bot) -> None:
        courier = Courier(bot, world, session, reply)
        bot.queue.on_new, bot.on_webhook = courier.take, courier.restart
        couriers.append(courier)
        courier.restart()

    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar()) as session:
        world.on_new_bot = employ
        for bot in world.bots.values():
            employ(bot)
        yield
        for courier in couriers:
            courier.stop()


async def send_everyone_home(app: web.Application) -> None:
    """End the waiting polls and event streams, so that the server can stop."""
    app[WORLD].feed.close()
    for bot in app[WORLD].bots.values():
        bot.queue.end_poll("")


async def run_reply(app: web.Application, bot: Bot, values: JsonObject) -> None:
    """Run the method call in a webhook's answer; its result and errors are lost, as at Telegram."""
    name = str(values.get("method", ""))
    if name and not name.lower().startswith(NOT_IN_REPLIES):
        arguments = Arguments({key: value for key, value in values.items() if key != "method"})
        app[WORLD].witness.called(proper_name(name), arguments, None)
        with suppress(ApiError):
            await run(name, Call(app[WORLD], bot, arguments, app[HOSTS]))


async def serve_nothing(_request: web.Request) -> web.Response:
    """Answer a path that is neither a bot's nor anyone's."""
    return refusal(ApiError(404, "Not Found"))


async def serve_method(request: web.Request) -> web.StreamResponse:
    """Answer a Bot API call, or fail as a fault demands; log it."""
    world, token = request.app[WORLD], request.match_info["token"]
    name = proper_name(request.match_info["method"])
    arguments = Arguments({})
    try:
        bot = world.bot_by_token(token)
        arguments = await read_arguments(request)
        call = Call(world, bot, arguments, request.app[HOSTS])
        answer = await perform(request, name, arguments.integer("chat_id"), partial(answered, name, call))
    except ApiError as error:
        answer = refusal(error)
    except web.HTTPRequestEntityTooLarge:
        answer = refusal(ApiError(413, "Request Entity Too Large"))
    world.calls.append(log_entry(world, token, name, arguments, answer))
    world.witness.called(name, arguments, answer)
    return answer


async def perform(
    request: web.Request, name: str, chat_id: int, act: Callable[[], Awaitable[web.Response]]
) -> web.Response:
    """Run what a bot asks for under the faults that strike it."""
    world = request.app[WORLD]
    faults = world.faults.on_call(name, chat_id, world.clock.now())
    try:
        answer = await suffer(world, faults) or await act()
    except ApiError as error:
        answer = refusal(error)
    if any(fault.kind in RESETS for fault in faults) and request.transport:
        request.transport.abort()
    return answer


async def answered(name: str, call: Call) -> web.Response:
    """Run a method and return its answer.

    Raises:
        ApiError: whatever the method refuses.

    """
    return success(await run(name, call))


async def suffer(world: World, faults: list[Fault]) -> web.Response | None:
    """Wait and fail as the faults demand; None means that the call is to be run.

    Raises:
        ApiError: the fault that the Bot API server tells itself.

    """
    for fault in faults:
        fault.strike()
        if fault.kind == "latency":
            await world.clock.sleep(fault.seconds)
        elif fault.kind == "http":
            return web.Response(status=fault.status, text=html_page(fault.status), content_type="text/html")
        elif fault.kind == "reset_before":
            return web.Response()
    return None


def log_entry(world: World, token: str, name: str, arguments: Arguments, answer: web.Response) -> JsonObject:
    """Return what is remembered of a call; the token's secret part is not."""
    return {
        "n": world.next_call(),
        "time": world.clock.now(),
        "token": f"{token.partition(':')[0]}:***",
        "method": name,
        "arguments": arguments.for_log(),
        "status": answer.status,
    }


def success(result: Any) -> web.Response:
    """Return a result as the Bot API wraps it."""
    if isinstance(result, RawJson):
        return json_text(f'{{"ok":true,"result":{result.text}}}')
    if isinstance(result, Described):
        return as_json({"ok": True, "result": result.result, "description": result.description})
    return as_json({"ok": True, "result": result})


def refusal(error: ApiError) -> web.Response:
    """Return an error as the Bot API wraps it."""
    answer: JsonObject = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        answer["parameters"] = dict(error.parameters)
    response = as_json(answer, error.code)
    if "retry_after" in error.parameters:
        response.headers["Retry-After"] = str(error.parameters["retry_after"])
    return response


def as_json(value: object, status: int = 200) -> web.Response:
    """Return a JSON response."""
    return json_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), status)


def json_text(text: str, status: int = 200) -> web.Response:
    """Return a response of JSON text."""
    return web.Response(body=text.encode(), status=status, content_type="application/json")


async def serve_file(request: web.Request) -> web.Response:
    """Give a bot the bytes of a file whose path it got from getFile, or fail as a fault demands."""
    return await perform(request, DOWNLOAD, 0, partial(sent_file, request))


async def sent_file(request: web.Request) -> web.Response:
    """Return the bytes of a file.

    Raises:
        ApiError: 404 for a path that is unknown or has expired, 401 for a wrong token.

    """
    world = request.app[WORLD]
    bot = world.bot_by_token(request.match_info["token"])
    unique, expires = bot.paths.get(request.match_info["path"], ("", 0.0))
    content = await asyncio.to_thread(world.files.read, unique) if expires > world.clock.now() else None
    if content is None:
        raise ApiError(404, "Not Found")
    return web.Response(body=content, content_type="application/octet-stream")
