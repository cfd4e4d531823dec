"""`python -m sandbox`: serve the demonstration's world until interrupted."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys
from pathlib import Path

from sandbox.demo import DEMO, demo
from sandbox.files import FileStore
from sandbox.model import Limits
from sandbox.server import running
from sandbox.snapshot import load
from sandbox.state import TIME_ZONE, World


def read_options(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="A Telegram for your laptop.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8081, help="port to listen on; 0 for any free one")
    parser.add_argument("--demo", type=Path, default=DEMO, help="file with the bot, accounts and groups")
    parser.add_argument("--state", type=Path, help="folder in which the world survives a restart")
    parser.add_argument("--allow-host", action="append", default=[], help="host name besides localhost")
    parser.add_argument("--time-zone", default=TIME_ZONE, help="whose time the chat page shows")
    return parser.parse_args(arguments)


def open_world(demo_file: Path, state: Path | None, time_zone: str = TIME_ZONE) -> World:
    """Return the saved world, or a new one of the demo file."""
    limits = Limits()
    files = FileStore(limits.stored_files, state / "files") if state else None
    world = World(seed=demo(demo_file), limits=limits, files=files, time_zone=time_zone)
    if state:
        load(world, state)
    return world


async def serve(options: argparse.Namespace) -> None:
    """Serve until a signal comes."""
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    world = open_world(options.demo, options.state, options.time_zone)
    hosts = [*options.allow_host, options.host]
    async with running(world, options.host, options.port, hosts=hosts, state=options.state) as address:
        sys.stdout.write(f"The sandbox is at {address}\n")
        sys.stdout.flush()
        await stop.wait()


def main() -> None:
    """Run the command."""
    asyncio.run(serve(read_options(sys.argv[1:])))


if __name__ == "__main__":
    main()
