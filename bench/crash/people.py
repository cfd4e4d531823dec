"""Somebody with an account in the sandbox, as the run sees them: they look, write, press, and try again."""

import asyncio
import itertools
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import aiohttp

CODE = re.compile(r"DN-\w{4}-\w{4}")
_MARK = re.compile(r"\(([a-z]\d+k)\)")
PATIENCE = 15.0
"""Seconds until somebody who got no answer tries again."""
_LOOK = 0.25
_NUMBERS = itertools.count(1)

Message = dict[str, Any]


@dataclass
class Person:
    """An account in one chat with the bot; `firsts` are the bot's words as they stood when first seen."""

    http: aiohttp.ClientSession
    key: str
    chat: int
    messages: dict[int, Message] = field(default_factory=dict)
    firsts: dict[int, str] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    _seq: int = 0

    def marked(self, words: str, kind: str) -> str:
        """Return the words with a mark of a kind (a letter) that occurs in no other message of the run."""
        self.marks.append(f"{kind}{next(_NUMBERS)}k")
        return f"{words} ({self.marks[-1]})"

    async def look(self) -> None:
        """Take in what has changed on the screen."""
        url = f"/_sandbox/chats/{self.chat}/messages?after={self._seq}"
        async with self.http.get(url) as answer:
            changed: list[Message] = (await answer.json())["messages"]
        for message in changed:
            self._seq = max(self._seq, message["seq"])
            known = self.messages.get(message["message_id"])
            if known and words_of(known) == words_of(message) and not keyboard(message):
                message["seq"] = known["seq"]  # it only lost its buttons: another message asks now
            self.messages[message["message_id"]] = message
            if message["from_bot"]:
                self.firsts.setdefault(message["message_id"], words_of(message))

    def said(self) -> list[Message]:
        """Return what the bot has said, what changed last at the end."""
        mine = [one for one in self.messages.values() if one["from_bot"] and not one["deleted"]]
        return sorted(mine, key=lambda one: int(one["seq"]))

    async def says(self, words: str, **more: Any) -> None:
        """Write a message."""
        await self._post(f"/_sandbox/chats/{self.chat}/send", {"account": self.key, "text": words, **more})

    async def sends_photo(self, content: bytes) -> None:
        """Send a photo."""
        form = aiohttp.FormData({"account": self.key, "kind": "photo"})
        form.add_field("files", content, filename="photo.png", content_type="image/png")
        async with self.http.post(f"/_sandbox/chats/{self.chat}/send", data=form) as answer:
            answer.raise_for_status()

    async def presses(self, message: Message, label: str) -> bool:
        """Press the message's button that says this; False where there is none any more."""
        place = button(message, label)
        if place is None:
            return False
        what = {"account": self.key, "chat_id": self.chat, "message_id": message["message_id"]}
        return await self._post("/_sandbox/press", {**what, "row": place[0], "col": place[1]})

    def find(self, *parts: str, label: str = "") -> Message | None:
        """Return the newest message of the bot with all these words and, if asked for, this button."""
        for message in reversed(self.said()):
            if all(part in words_of(message) for part in parts) and (not label or button(message, label)):
                return message
        return None

    async def until(self, done: Callable[[], Any], act: Callable[[], Awaitable[Any]]) -> None:
        """Act until it is done, again each time that patience ends."""
        acted = -PATIENCE
        while not done():
            if time.monotonic() - acted > PATIENCE:
                await act()
                acted = time.monotonic()
            await asyncio.sleep(_LOOK)
            await self.look()

    async def _post(self, url: str, what: dict[str, Any]) -> bool:
        async with self.http.post(url, json=what) as answer:
            return answer.status == HTTPStatus.OK  # what was on the screen may be gone: one looks again


def words_of(message: Message) -> str:
    """Return what a person reads of a message."""
    return str(message.get("text") or message.get("caption") or "")


def labels(message: Message) -> list[str]:
    """Return what the message's buttons say."""
    return [str(one["text"]) for row in keyboard(message) for one in row]


def keyboard(message: Message) -> list[list[dict[str, Any]]]:
    """Return the rows of the message's buttons."""
    return list(message.get("reply_markup", {}).get("inline_keyboard", []))


def button(message: Message, label: str) -> tuple[int, int] | None:
    """Return the row and column of the button that says this."""
    for row, buttons in enumerate(keyboard(message)):
        for col, one in enumerate(buttons):
            if label in one["text"]:
                return row, col
    return None


def marks_in(words: str) -> frozenset[str]:
    """Return the marks in some words."""
    return frozenset(_MARK.findall(words))


def code_in(words: str) -> str:
    """Return the petition code in some words, empty where there is none."""
    found = CODE.search(words)
    return found.group() if found else ""
