"""The control API's other half: watching, faults, time, limits, the calls of bots, updates by hand."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict
from typing import Any, Final

from aiohttp import web

from sandbox.asked import asked
from sandbox.door import WORLD
from sandbox.errors import Refusal
from sandbox.faults import chat_of
from sandbox.state import CALLBACK_LANE

HEARTBEAT_SECONDS: Final = 15


async def stream_events(request: web.Request) -> web.StreamResponse:
    """GET events: all changes as Server-Sent Events."""
    feed = request.app[WORLD].feed
    after = request.headers.get("Last-Event-ID") or request.query.get("after", "")
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    with suppress(ConnectionResetError):  # a closed page: nobody is left to tell
        await response.write(b": open\n\n")
        async for change in feed.watch(int(after) if after.isdigit() else feed.seq, HEARTBEAT_SECONDS):
            text = f"id: {change['seq']}\ndata: {json.dumps(change)}\n\n" if change else ": still here\n\n"
            await response.write(text.encode())
    return response


async def show_faults(request: web.Request) -> web.Response:
    """GET faults: the rules in force with their counters."""
    return web.json_response({"rules": request.app[WORLD].faults.as_json()})


async def add_faults(request: web.Request) -> web.Response:
    """POST faults: put more rules in force."""
    ask = await asked(request)
    rules = ask.arguments.parsed("rules", "rules")
    if not isinstance(rules, list):
        raise Refusal("`rules` is a list.")
    ask.world.faults.add(rules)
    return await show_faults(request)


async def clear_faults(request: web.Request) -> web.Response:
    """DELETE faults: put every rule out of force."""
    request.app[WORLD].faults.clear()
    return await show_faults(request)


async def show_clock(request: web.Request) -> web.Response:
    """GET clock: the sandbox's time, and by how many seconds it was moved."""
    ticking = request.app[WORLD].clock
    return web.json_response({"now": ticking.now(), "shift": ticking.shifted})


async def shift_clock(request: web.Request) -> web.Response:
    """POST clock: move the sandbox's time."""
    ask = await asked(request)
    shift = ask.arguments.values.get("shift")
    if not isinstance(shift, int | float):
        raise Refusal("`shift` is a number of seconds.")
    ask.world.clock.shift(shift)
    return await show_clock(request)


async def reset(request: web.Request) -> web.Response:
    """POST reset: forget all that was said and done."""
    request.app[WORLD].reset()
    return web.json_response({"seq": request.app[WORLD].feed.seq})


async def change_limits(request: web.Request) -> web.Response:
    """POST limits: change bounds and lifetimes, such as `query` (seconds to answer a press)."""
    ask = await asked(request)
    try:
        ask.world.set_limits({name: float(value) for name, value in ask.arguments.values.items()})
    except (TypeError, ValueError) as broken:
        raise Refusal("These are not limits of the sandbox.") from broken
    return web.json_response({"limits": asdict(ask.world.limits)})


async def list_calls(request: web.Request) -> web.Response:
    """GET calls: the latest calls of bots, perhaps of one method, perhaps after a number."""
    ask = await asked(request)
    method, after = ask.arguments.text("method").lower(), ask.arguments.integer("after")
    calls = [call for call in ask.world.calls if call["n"] > after and method in {"", str(call["method"]).lower()}]
    return web.json_response({"calls": calls})


async def revoke(request: web.Request) -> web.Response:
    """POST revoke: make a bot's token invalid."""
    ask = await asked(request)
    token = ask.arguments.text("token")
    ask.world.revoked.add(token)
    return web.json_response({"revoked": f"{token.partition(':')[0]}:***"})


async def inject_update(request: web.Request) -> web.Response:
    """POST update: give a bot an update made by hand, without its `update_id`."""
    ask = await asked(request)
    update: Any = ask.arguments.parsed("update", "update")
    kinds = [kind for kind in update if kind != "update_id"] if isinstance(update, dict) else []
    if len(kinds) != 1 or not isinstance(update[kinds[0]], dict):
        raise Refusal("`update` is an object with one part, such as `message`.")
    content = update[kinds[0]]
    person = content.get("from", {}).get("id", 0)
    lane = person + CALLBACK_LANE if kinds[0] == "callback_query" else chat_of(content) or person
    queue = ask.bot.queue
    first_free = queue.next_id
    ask.world.tell(ask.bot, kinds[0], content, lane)
    if queue.next_id == first_free:
        return web.json_response({"update_id": None})
    ask.world.handmade.add(first_free)
    return web.json_response({"update_id": first_free})


ROUTES: Final = (
    web.get("/_sandbox/events", stream_events),
    web.get("/_sandbox/faults", show_faults),
    web.post("/_sandbox/faults", add_faults),
    web.delete("/_sandbox/faults", clear_faults),
    web.get("/_sandbox/clock", show_clock),
    web.post("/_sandbox/clock", shift_clock),
    web.post("/_sandbox/reset", reset),
    web.post("/_sandbox/limits", change_limits),
    web.post("/_sandbox/revoke", revoke),
    web.get("/_sandbox/calls", list_calls),
    web.post("/_test/update", inject_update),
)
