"""`python -m sandbox` as a process: starting, surviving, stopping."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from sandbox.snapshot import NAME
from tests.sandbox.sandbox_wire import RESIDENT, TOKEN, Sandbox, eventually
from tests.wire.checker import answer_faults


class Checked(Sandbox):
    """A sandbox in another process, whose answers are compared with the published Bot API here."""

    async def call(self, method: str, token: str = TOKEN, /, **arguments: Any) -> tuple[int, Any]:
        status, answer = await super().call(method, token, **arguments)
        assert list(answer_faults(method, status, answer)) == []
        return status, answer


@asynccontextmanager
async def program(*options: str, stop: signal.Signals = signal.SIGTERM) -> AsyncIterator[Sandbox]:
    """Run the sandbox as a process of its own, and end it with a signal."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", "0", *options, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    line = (await process.stdout.readline()).decode()
    async with aiohttp.ClientSession() as http:
        try:
            yield Checked(line.split()[-1], http)
        finally:
            process.send_signal(stop)
            await asyncio.wait_for(process.communicate(), 10)
    assert process.returncode == (0 if stop is signal.SIGTERM else -stop)


async def saved(folder: Path, text: str) -> None:
    """Wait until a text has been written to the folder."""

    async def look() -> str:
        path = folder / NAME
        return await asyncio.to_thread(path.read_text) if path.exists() else ""

    await eventually(look, lambda written: text in written)


async def test_the_world_survives_a_kill(tmp_path: Path) -> None:
    async with program("--state", str(tmp_path), stop=signal.SIGKILL) as sandbox:
        await sandbox.start()
        await sandbox.bot("setMyCommands", commands=[{"command": "a", "description": "a"}])
        [document] = await sandbox.attach(("a.txt", b"content", "text/plain"), caption="x")
        await sandbox.bot("sendMessage", chat_id=RESIDENT, text="last words")
        await saved(tmp_path, "last words")
    async with program("--state", str(tmp_path)) as sandbox:
        assert [message.get("text", "file") for message in await sandbox.messages()] == [
            "/start", "file", "last words",
        ]  # fmt: skip
        assert len(await sandbox.bot("getMyCommands")) == 1
        [update] = await sandbox.bot("getUpdates")
        assert update["message"]["message_id"] == document["message_id"]
        file_id = update["message"]["document"]["file_id"]
        path = (await sandbox.bot("getFile", file_id=file_id))["file_path"]
        token = (await sandbox.look("state"))["bot"]["token"]
        async with sandbox.http.get(f"{sandbox.address}/file/bot{token}/{path}") as answer:
            assert await answer.read() == b"content"


async def test_without_a_folder_everything_is_forgotten_but_numbers_go_on() -> None:
    async with program() as sandbox:
        first = await sandbox.say("a")
        [update] = await sandbox.bot("getUpdates")
    async with program() as sandbox:
        assert await sandbox.messages() == []
        assert (await sandbox.say("a"))["message_id"] > first["message_id"]
        assert (await sandbox.bot("getUpdates"))[0]["update_id"] > update["update_id"]


async def test_it_stops_at_once_though_someone_is_waiting() -> None:
    async with program() as sandbox:
        poll = asyncio.create_task(sandbox.bot("getUpdates", timeout=50))
        events = await sandbox.http.get(f"{sandbox.address}/_sandbox/events")
        assert await events.content.readline() == b": open\n"
        started = asyncio.get_running_loop().time()
    assert asyncio.get_running_loop().time() - started < 3
    assert await poll == []
