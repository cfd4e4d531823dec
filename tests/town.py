"""A small town for tests: the whole product against the sandbox, and people who write, press and read."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import aiohttp
from sqlalchemy import QueuePool, text

from bot import jobs
from bot.demo import hand_out_roles, read_demo
from bot.pace import Pace, Paces
from bot.polling import poll
from bot.settings import Settings
from bot.updates import Updates
from bot.wiring import Parts, load_office, open_parts
from desk.office import Office
from sandbox.demo import demo
from sandbox.snapshot import NAME, as_text, load, write
from sandbox.state import World
from tests.wire.watch import running

PATIENCE = 30.0
"""Seconds until a test gives up waiting for a message, on however busy a machine."""
UNPACED = Paces(Pace(timedelta(0)), Pace(timedelta(0)), a_second=0, least=0)
"""No test waits for Telegram's patience unless it is about that."""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f00"
    "05fe02fea735810000000049454e44ae426082"
)


class TownClock:
    """The product's clock: starts on a working Friday morning in Hà Nội and can be moved."""

    def __init__(self, shift: timedelta = timedelta()) -> None:
        self._start = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
        self._began = time.monotonic()
        self._shift = shift

    def __call__(self) -> datetime:
        return self._start + timedelta(seconds=time.monotonic() - self._began) + self._shift

    def move(self, by: timedelta) -> None:
        """Let time pass."""
        self._shift += by


@dataclass
class Person:
    """Somebody with a Telegram account, in the private chat with the bot or in a group."""

    town: "Town"
    key: str
    chat: int
    seen: int = 0
    last: dict[str, Any] = field(default_factory=dict)

    async def says(self, text: str, **more: Any) -> int:
        """Write a message; return its id."""
        return await self._send({"text": text, **more})

    async def pins(self, latitude: float, longitude: float) -> int:
        """Send a location."""
        return await self._send({"location": {"latitude": latitude, "longitude": longitude}})

    async def sends(
        self, *files: bytes, kind: str = "photo", caption: str = "", name: str = "", **more: str
    ) -> int:
        """Send files, several as an album."""
        form = aiohttp.FormData(quote_fields=False)
        for part, value in {"account": self.key, "kind": kind, "caption": caption, **more}.items():
            form.add_field(part, value)
        for number, content in enumerate(files):
            file = name or f"file{number}.png"
            form.add_field("files", BytesIO(content), filename=file, content_type="image/png")
        async with self.town.http.post(f"/_sandbox/chats/{self.chat}/send", data=form) as answer:
            assert answer.status == 200, await answer.text()
            return int((await answer.json())["messages"][-1]["message_id"])

    async def gives(self, **what: Any) -> int:
        """Send something that is neither words nor a file: a card, a die, a poll, something forwarded."""
        return await self._send(what)

    async def edits(self, message: int, text: str) -> None:
        """Change one's own message."""
        change = {"account": self.key, "message_id": message, "text": text}
        async with self.town.http.post(f"/_sandbox/chats/{self.chat}/edit", json=change) as answer:
            assert answer.status == 200, await answer.text()

    async def blocks(self) -> None:
        """Block the bot (or put it out of the group)."""
        action = "block" if self.chat > 0 else "remove"
        change = {"chat_id": self.chat, "action": action, "account": "bot"}
        async with self.town.http.post("/_sandbox/members", json=change) as answer:
            assert answer.status == 200, await answer.text()

    async def is_told(self) -> str:
        """Wait until the bot has finished everything; return what it has said since the last time."""
        await self.town.settles()
        fresh = await self._news()
        self.seen = max((message["seq"] for message in fresh), default=self.seen)
        return "\n---\n".join(map(text_of, fresh))

    async def hears(self, *parts: str, without: str | None = None) -> str:
        """Wait for a message of the bot, newer than the last one heard, that has all these parts."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            for message in await self._news():
                said = text_of(message)
                if all(part in said for part in parts) and (without is None or without not in said):
                    self.seen, self.last = message["seq"], message
                    return said
            await asyncio.sleep(0.02)
        raise AssertionError(
            f"{self.key} waited for {parts} and saw:\n" + "\n---\n".join(await self.screen(at_once=True))
        )

    async def presses(self, label: str, *, at_once: bool = False) -> str:
        """Press the newest button that says this, once the bot is at rest and there is one; return the toast.

        Where haste is told from thought, whoever presses has thought, unless they press `at_once`.
        """
        await self.town.finishes()
        self.town.waits(at_once=at_once)
        ends = time.monotonic() + PATIENCE
        while not (place := await self._button(label)) or (result := await self._press(*place)) is None:
            assert time.monotonic() < ends, f"{self.key} sees no button {label!r}; buttons: {await self._labels()}"
            await asyncio.sleep(0.02)
        assert result["answered"], f"nobody answered the press of {label}"
        return str(result.get("text", ""))

    async def presses_data(self, message: int, data: str, *, at_once: bool = False) -> str:
        """Press a button that may not exist any more, by its data; `at_once` as of `presses`."""
        self.town.waits(at_once=at_once)
        press = {"account": self.key, "chat_id": self.chat, "message_id": message, "data": data, "wait": PATIENCE}
        async with self.town.http.post("/_sandbox/press", json=press) as answer:
            result = await answer.json()
        return str(result.get("text", ""))

    async def buttons(self) -> list[str]:
        """Wait as for `messages`; return the labels on the message last heard, else on the newest with any."""
        await self.town.finishes()
        return await self._labels()

    async def screen(self, *, at_once: bool = False) -> list[str]:
        """Wait as for `messages`, unless `at_once`; return everything the bot said, oldest first."""
        if not at_once:
            await self.town.finishes()
        return [text_of(message) for message in await self._messages() if message["from_bot"]]

    async def messages(self) -> list[dict[str, Any]]:
        """Wait until the bot has finished everything that it was sent; return all messages of the chat."""
        await self.town.finishes()
        return await self._messages()

    async def _messages(self) -> list[dict[str, Any]]:
        async with self.town.http.get(f"/_sandbox/chats/{self.chat}/messages") as answer:
            found: list[dict[str, Any]] = (await answer.json())["messages"]
            return found

    async def catches_up(self) -> None:
        """Count everything on the screen as heard."""
        self.seen = max((message["seq"] for message in await self.messages()), default=0)

    async def _labels(self) -> list[str]:
        newest = list(reversed(await self._messages()))
        heard = [message for message in newest if message["message_id"] == self.last.get("message_id")]
        for message in heard + newest:
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            if rows and message["from_bot"] and not message["deleted"]:
                return [button["text"] for row in rows for button in row]
        return []

    async def _send(self, what: dict[str, Any]) -> int:
        said = {"account": self.key, **what}
        async with self.town.http.post(f"/_sandbox/chats/{self.chat}/send", json=said) as answer:
            assert answer.status == 200, await answer.text()
            return int((await answer.json())["messages"][0]["message_id"])

    async def _press(self, message: int, row: int, col: int) -> dict[str, Any] | None:
        """Press a button; return None where it was taken away between looking and pressing."""
        where = {"account": self.key, "chat_id": self.chat, "message_id": message, "row": row, "col": col}
        async with self.town.http.post("/_sandbox/press", json=where | {"wait": PATIENCE}) as answer:
            assert answer.status in {200, 404}, await answer.text()
            return await answer.json() if answer.status == 200 else None

    async def _news(self) -> list[dict[str, Any]]:
        fresh = [one for one in await self._messages() if one["from_bot"] and one["seq"] > self.seen]
        return sorted(fresh, key=lambda one: int(one["seq"]))

    async def _button(self, label: str) -> tuple[int, int, int] | None:
        for message in reversed(await self._messages()):
            if message["deleted"]:
                continue
            for row, buttons in enumerate(message.get("reply_markup", {}).get("inline_keyboard", [])):
                for col, button in enumerate(buttons):
                    if label in button["text"]:
                        return message["message_id"], row, col
        return None


@dataclass
class Town:
    """The running product with its sandbox."""

    parts: Parts
    updates: Updates
    clock: TownClock
    http: aiohttp.ClientSession
    world: World
    database: str
    haste: timedelta = timedelta(0)
    _people: dict[tuple[str, int], Person] = field(default_factory=dict)

    def person(self, key: str, chat: int | None = None) -> Person:
        """Return somebody of the demonstration, in the private chat or in a group."""
        account = next(one for one in _demo()["accounts"] if one["key"] == key)
        where = chat or account["id"]
        return self._people.setdefault((key, where), Person(self, key, where))

    @property
    def address(self) -> str:
        """Return the address of the sandbox and its chat page."""
        return str(self.http._base_url)

    @property
    def group(self) -> int:
        """Return the ward office's group."""
        return int(_demo()["groups"][0]["id"])

    @property
    def resident(self) -> Person:
        """Return resident 1."""
        return self.person("resident_1")

    @property
    def officer(self) -> Person:
        """Return the triage officer."""
        return self.person("triage_officer")

    @property
    def senior(self) -> Person:
        """Return the senior officer."""
        return self.person("senior_officer")

    @property
    def body(self) -> Person:
        """Return the ward office's officer in its group."""
        return self.person("ward_officer", self.group)

    def waits(self, *, at_once: bool) -> None:
        """Let so much time pass that a press is no second one in haste, unless it comes at once."""
        if not at_once:
            self.clock.move(self.haste)

    async def settles(self) -> None:
        """Wait until the bot has finished every update; none may have failed."""
        await self.finishes(failing=False)

    async def finishes(self, *, failing: bool = True) -> None:
        """Wait until the bot has finished every update, however often it fails at some, unless it may not."""
        ends, queue = time.monotonic() + PATIENCE, self.world.first_bot().queue
        while queue.living():
            failed = not failing and await self.query("SELECT 1 FROM inbound WHERE failures > 0")
            assert not failed, "an update failed"
            assert time.monotonic() < ends, "the bot does not finish its updates"
            await asyncio.sleep(0.02)

    async def query(self, statement: str, **values: Any) -> list[Any]:
        """Ask the database; return the rows."""
        async with self.parts.engine.connect() as connection:
            return list(await connection.execute(text(statement), values))

    async def comes_to_hold(self, statement: str) -> None:
        """Wait until the database has a row for the statement."""
        ends = time.monotonic() + PATIENCE
        while not await self.query(statement):
            assert time.monotonic() < ends, statement
            await asyncio.sleep(0.05)

    async def goes_wrong(self, **fault: Any) -> None:
        """Put a fault of the sandbox in force."""
        async with self.http.post("/_sandbox/faults", json={"rules": [fault]}) as answer:
            assert answer.status == 200, await answer.text()

    async def sends_update(self, **content: Any) -> None:
        """Let Telegram send an update made by hand, with one part such as `message`."""
        async with self.http.post("/_test/update", json={"update": content}) as answer:
            assert answer.status == 200, await answer.text()

    async def keep_house(self) -> None:
        """Let the minute's housekeeping happen now."""
        await jobs.keep_house(self.parts)

    async def rests(self) -> None:
        """Wait until every job that can begin has ended."""
        ends = time.monotonic() + PATIENCE
        while await self.query("""
            SELECT 1 FROM procrastinate_jobs
             WHERE status = 'doing' OR (status = 'todo' AND coalesce(scheduled_at, now()) <= now())
        """):
            assert time.monotonic() < ends, "the jobs do not end"
            await asyncio.sleep(0.02)

    async def waits_for_locks(self, many: int = 1) -> None:
        """Wait until so many transactions wait for a lock."""
        ends = time.monotonic() + PATIENCE
        held_up = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        while len(await self.query(held_up)) < many:
            assert time.monotonic() < ends, "nobody waits"
            await asyncio.sleep(0.02)

    async def agrees(self, key: str = "resident_1") -> Person:
        """Bring a resident past the privacy text."""
        person = self.person(key)
        await person.says("/start")
        if "có đồng ý" not in await person.hears("Ông/bà"):
            return person  # long since
        await person.presses("Tôi đồng ý")
        await person.hears("đã đồng ý")
        return person

    async def previews(self, words: str, key: str = "resident_1") -> Person:
        """Bring a resident who writes a petition without photo, place or name to the preview."""
        person = await self.agrees(key)
        await person.says("/new")
        await person.hears("Bước 1/4")
        await person.says(words)
        await person.hears("Bước 2/4")
        await person.presses("Không có ảnh")
        await person.hears("Bước 3/4")
        await person.presses("Bỏ qua địa điểm")
        await person.hears("Bước 4/4")
        await person.presses("Không nêu tên")
        await person.hears("xem lại trước khi gửi")
        return person

    async def files(self, words: str, key: str = "resident_1") -> str:
        """Let a resident file a petition without photo, place or name; return its code."""
        person = await self.previews(words, key)
        await person.presses("✅ Gửi")
        return code_in(await person.hears("Giấy biên nhận"))


def text_of(message: dict[str, Any]) -> str:
    """Return what a person reads of a message."""
    return str(message.get("text") or message.get("caption") or "")


def code_in(text: str) -> str:
    """Return the petition code in a text."""
    found = re.search(r"DN-\w{4}-\w{4}", text)
    assert found, text
    return found.group()


_demo = cache(read_demo)


@cache
def office_rules() -> Office:
    """Load the rules once for all towns of a process: that takes longer than most tests."""
    return load_office(Settings(data=Path("nowhere"), undo_seconds=0))


async def _quiet(parts: Parts) -> None:
    """Wait until the worker's first housekeeping is over: it would do, out of turn, what a test makes due."""
    ends, pool, still = time.monotonic() + PATIENCE, parts.engine.pool, 0
    assert isinstance(pool, QueuePool)
    while still < 5:  # one connection stays with the poll; between two chores no other is out for a moment
        assert time.monotonic() < ends, "the worker does not come to rest"
        await asyncio.sleep(0.01)
        still = 0 if pool.checkedout() > 1 else still + 1


async def begin(database: str, folder: Path) -> None:
    """Hand out the roles of the demonstration, ten minutes before a test begins, and keep key and world."""
    async with open_town(database, folder, clock=TownClock(-timedelta(minutes=10))) as town:
        await town.settles()
        await town.rests()
        write(folder, as_text(town.world))


@asynccontextmanager
async def open_town(
    database: str,
    folder: Path,
    office: Office | None = None,
    paces: Paces = UNPACED,
    a_minute: int = 0,
    haste: timedelta = timedelta(0),
    clock: TownClock | None = None,
) -> AsyncIterator[Town]:
    """Run sandbox, bot and worker in this loop, by the rules of an office (that of the demonstration).

    Where the folder keeps what has `begun`, it goes on from there; else the roles are handed out first.
    People of a test write and press as fast as they can: without a limit (`a_minute`), and without a time in
    which a second press was not meant (`haste`), unless the test is about it.
    """
    now = clock or TownClock()
    world = World(lambda: now().timestamp(), seed=demo())
    begun = load(world, folder)
    (folder / NAME).unlink(missing_ok=True)  # what a folder keeps is looked through for people
    async with running(world) as address, aiohttp.ClientSession(address) as http:
        port = int(address.rsplit(":", 1)[1])
        settings = Settings(
            data=folder,
            sandbox_port=port,
            messages_a_minute=a_minute,
            haste_ms=int(haste / timedelta(milliseconds=1)),
        )
        token = _demo()["bot"]["token"]
        async with open_parts(settings, database, token, office or office_rules(), now, paces) as parts:
            updates = Updates(parts)
            await parts.dispatcher.initialize()
            tasks = [asyncio.create_task(poll(parts, updates)), asyncio.create_task(jobs.work(parts))]
            try:
                await (_quiet(parts) if begun else hand_out_roles(parts))
                yield Town(parts, updates, now, http, world, database, haste)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)
                # An update whose reply has been read may not be noted as answered yet.
                await asyncio.wait_for(updates.settle(), PATIENCE)
                await parts.dispatcher.shutdown()
