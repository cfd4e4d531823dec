"""The residents: forty keep-alive connections, on each somebody who files one petition after another."""

import asyncio
import itertools
import json
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from desk.office import CONSENT_VERSION

CONNECTIONS = 40
SECRET = "bench-bench-bench-bench"  # noqa: S105 - of throw-away processes
_HEAD = (
    b"POST /telegram HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
    b"X-Telegram-Bot-Api-Secret-Token: " + SECRET.encode() + b"\r\nContent-Length: %d\r\n\r\n"
)
_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_NUMBERS = itertools.count(1_000_000_000)

Update = dict[str, Any]


@dataclass
class Drive:
    """What the driver saw: answers with 200 and without, and the seconds until each came."""

    done: int = 0
    failed: int = 0
    times: list[float] = field(default_factory=list)


def residents(walk: Callable[[int], Iterator[Update]]) -> list[Iterator[Update]]:
    """Return somebody for each connection, who goes on in the next round where this one has ended."""
    return [walk(user) for user in range(1, CONNECTIONS + 1)]


def conversation(user: int) -> Iterator[Update]:
    """Walk a resident through one petition, and again for ever."""
    yield _message(user, "/start")
    yield _press(user, f"agree:{CONSENT_VERSION}")
    for number in itertools.count():
        yield _message(user, "/new")
        yield _message(user, f"Đèn đường ngõ {user % 97} hỏng đã {number + 2} ngày, tối rất khó đi.")
        yield _press(user, "done:files")
        yield _message(user, f"ngõ {user % 97}, gần số nhà {number + 1}")
        yield _press(user, "name:nobody")
        yield _press(user, "send")
        yield _message(user, "/status")


def chatter(user: int) -> Iterator[Update]:
    """Send a message for ever."""
    while True:
        yield _message(user, "Đèn đường ngõ 20 hỏng đã hai tuần.")


async def drive(port: int, writers: Iterable[Iterator[Update]], seconds: float) -> Drive:
    """Let everybody write to a bot, each the next update when the last one is answered."""
    seen, ends = Drive(), time.monotonic() + seconds
    async with asyncio.TaskGroup() as group:
        for updates in writers:
            group.create_task(_one(port, updates, seen, ends))
    return seen


async def _one(port: int, updates: Iterator[Update], seen: Drive, ends: float) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        while time.monotonic() < ends:
            body = json.dumps(next(updates)).encode()
            started = time.perf_counter()
            writer.write(_HEAD % len(body) + body)
            good = await _answered(reader)
            seen.times.append(time.perf_counter() - started)
            seen.done += good
            seen.failed += not good
    finally:
        writer.close()
        await writer.wait_closed()


async def _answered(reader: asyncio.StreamReader) -> bool:
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    if length:
        await reader.readexactly(int(length[1]))
    return head.startswith(b"HTTP/1.1 200 ")


def _message(user: int, text: str) -> Update:
    who = {"id": user, "is_bot": False, "first_name": "Cư dân", "language_code": "vi"}
    said: Update = {
        "message_id": next(_NUMBERS),
        "date": int(time.time()),
        "chat": {"id": user, "type": "private", "first_name": "Cư dân"},
        "from": who,
        "text": text,
    }
    if text.startswith("/"):
        said["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"update_id": next(_NUMBERS), "message": said}


def _press(user: int, data: str) -> Update:
    shown = _message(user, "-")["message"]
    who = shown["from"]
    press = {"id": str(next(_NUMBERS)), "from": who, "chat_instance": "1", "data": data, "message": shown}
    return {"update_id": next(_NUMBERS), "callback_query": press}
