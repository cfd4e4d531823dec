"""Short ways of being the sandbox's bot and its people, over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

import aiohttp

TOKEN = "7000000001:DanNguyen-sandbox-demo-token-public"
RESIDENT = 5000000001
OTHER = 5000000002
GROUP = -4000000001


async def eventually(look: Callable[[], Awaitable[Any]], holds: Callable[[Any], bool]) -> Any:
    """Look again and again, five seconds at most, until what is seen holds; return it."""
    seen = None
    for _ in range(1000):
        seen = await look()
        if holds(seen):
            return seen
        await asyncio.sleep(0.005)
    raise AssertionError(f"What was waited for did not come; last seen: {seen}")


class Sandbox:
    """The sandbox over HTTP."""

    def __init__(self, address: str, http: aiohttp.ClientSession) -> None:
        self.address = address
        self.http = http

    async def call(self, method: str, token: str = TOKEN, /, **arguments: Any) -> tuple[int, Any]:
        """Call a Bot API method with JSON arguments; return status and answer."""
        url = f"{self.address}/bot{token}/{method}"
        async with self.http.post(url, json=arguments) as answer:
            return answer.status, await answer.json()

    async def bot(self, method: str, /, **arguments: Any) -> Any:
        """Call a Bot API method that must succeed and return its result."""
        status, answer = await self.call(method, **arguments)
        assert (status, answer["ok"]) == (200, True), answer
        return answer["result"]

    async def refused(self, method: str, /, **arguments: Any) -> str:
        """Call a Bot API method that must fail and return the error's text."""
        status, answer = await self.call(method, **arguments)
        assert answer["ok"] is False, answer
        assert status == answer["error_code"]
        description: str = answer["description"]
        return description

    async def control(self, path: str, **body: Any) -> Any:
        """Post to the control API; it must succeed."""
        async with self.http.post(f"{self.address}/_sandbox/{path}", json=body) as answer:
            content = await answer.json()
            assert answer.status == 200, content
            return content

    async def look(self, path: str) -> Any:
        """Get from the control API."""
        async with self.http.get(f"{self.address}/_sandbox/{path}") as answer:
            return await answer.json()

    async def say(self, text: str, account: str = "resident_1", chat: int = RESIDENT, **more: Any) -> Any:
        """Let someone write, and return the message."""
        answer = await self.control(f"chats/{chat}/send", account=account, text=text, **more)
        return answer["messages"][0]

    async def attach(
        self, *files: tuple[str, bytes, str], kind: str | list[str] = "document", chat: int = RESIDENT, **more: str
    ) -> Any:
        """Let the resident send files (name, content, type), and return the messages."""
        form = aiohttp.FormData({"account": "resident_1", **more}, quote_fields=False)
        for each in [kind] if isinstance(kind, str) else kind:
            form.add_field("kind", each)
        for name, content, content_type in files:
            form.add_field("files", BytesIO(content), filename=name, content_type=content_type)
        async with self.http.post(f"{self.address}/_sandbox/chats/{chat}/send", data=form) as answer:
            content_ = await answer.json()
            assert answer.status == 200, content_
            return content_["messages"]

    async def updates(self, **arguments: Any) -> list[Any]:
        """Take and confirm all waiting updates."""
        found: list[Any] = await self.bot("getUpdates", **arguments)
        await self.bot("getUpdates", offset=found[-1]["update_id"] + 1 if found else 1, timeout=0)
        return found

    async def start(self) -> None:
        """Let the resident open the chat, and forget the update."""
        await self.say("/start")
        await self.updates()

    async def messages(self, chat: int = RESIDENT) -> list[Any]:
        """Return a chat's messages as the page sees them."""
        answer = await self.look(f"chats/{chat}/messages")
        found: list[Any] = answer["messages"]
        return found
