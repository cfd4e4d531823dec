"""One bot process of ours, without the demonstration's accounts: `python -m bench.throughput.webhook_bot REPORT`.

From SIGUSR1 on it counts what it spends, and writes that down at its end.
"""

import asyncio
import json
import signal
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import uvloop

from bench.throughput.meter import Meter
from bot import logs
from bot.database import database
from bot.programs import token
from bot.running import serving
from bot.settings import read_settings
from bot.wiring import open_parts, ready_office


async def serve() -> Mapping[str, Any]:
    """Serve until terminated; return what was counted."""
    settings = read_settings()
    logs.set_up(settings.log_level, name="bench")
    loop, meter, ended = asyncio.get_running_loop(), Meter(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    async with (
        database(settings) as url,
        open_parts(settings, url, token(settings), ready_office(settings)) as parts,
        serving(parts),
    ):
        loop.add_signal_handler(signal.SIGUSR1, meter.start, parts.engine)
        await ended.wait()
        return meter.stop()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        Path(sys.argv[1]).write_text(json.dumps(runner.run(serve())))
