"""A bare python-telegram-bot echo on a webhook: `python -m bench.throughput.echo PORT API stock|own`."""

import sys
from collections.abc import AsyncIterator

import uvloop
from aiohttp import web
from telegram import Update
from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters
from telegram.request import BaseRequest, HTTPXRequest

from bot.transport import Transport

TOKEN = "7000000001:bench-bench-bench-bench-bench-bench"  # noqa: S105 - of the sink, which takes any


async def echo(update: Update, _context: object) -> None:
    """Send the words back."""
    message = update.effective_message
    if message:
        await message.reply_text(message.text or "-")


def build(api: str, kind: str) -> "Application":  # type: ignore[type-arg] # the library's six parameters say nothing here
    """Build the library's application, without its updater, as its documentation shows for own webhooks."""
    request: BaseRequest = HTTPXRequest(connection_pool_size=256) if kind == "stock" else Transport()
    builder = ApplicationBuilder().token(TOKEN).base_url(f"{api}/bot").request(request).updater(None)
    application = builder.build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    return application


def main() -> None:
    """Serve until terminated."""
    port, api, kind = sys.argv[1:]
    application = build(api, kind)

    async def open_for(_app: web.Application) -> AsyncIterator[None]:
        async with application:
            yield

    async def take(request: web.Request) -> web.Response:
        await application.process_update(Update.de_json(await request.json(), application.bot))
        return web.Response()

    app = web.Application()
    app.cleanup_ctx.append(open_for)
    app.router.add_post("/telegram", take)
    web.run_app(app, host="127.0.0.1", port=int(port), access_log=None, print=None, loop=uvloop.new_event_loop())


if __name__ == "__main__":
    main()
