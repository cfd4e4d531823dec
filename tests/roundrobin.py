"""A load balancer as small as can be: each request goes to the next process that answers at all."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import count

import aiohttp
from aiohttp import web

HOP_BY_HOP = frozenset({"host", "content-length", "transfer-encoding", "connection"})


@asynccontextmanager
async def round_robin(port: int, targets: list[int]) -> AsyncIterator[None]:
    """Share what comes to a port among the processes on the target ports; the list may change meanwhile."""
    turns = count()

    async def share(request: web.Request) -> web.Response:
        body, first = await request.read(), next(turns)
        headers = {name: value for name, value in request.headers.items() if name.lower() not in HOP_BY_HOP}
        for turn in range(len(targets)):
            url = f"http://127.0.0.1:{targets[(first + turn) % len(targets)]}{request.path}"
            try:
                async with session.post(url, data=body, headers=headers) as answer:
                    return web.Response(status=answer.status, body=await answer.read())
            except aiohttp.ClientError:
                continue  # it is dead, or died of this
        return web.Response(status=502)

    app = web.Application()
    app.router.add_post("/{path:.*}", share)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    async with aiohttp.ClientSession() as session:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        try:
            yield
        finally:
            await runner.cleanup()
