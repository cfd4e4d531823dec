"""One bot process of ours without the demonstration's accounts, for the benchmark."""

import asyncio

import uvloop

from bot import logs
from bot.database import database
from bot.programs import token
from bot.running import serving
from bot.settings import read_settings
from bot.wiring import load_office, open_parts


async def serve() -> None:
    """Serve until interrupted."""
    settings = read_settings()
    logs.set_up(settings.log_level, name="bench")
    async with (
        database(settings) as url,
        open_parts(settings, url, token(settings), load_office(settings)) as parts,
        serving(parts),
    ):
        await asyncio.Event().wait()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve())
