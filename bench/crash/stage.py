"""One part of the run: database, sandbox, people, storm and kills; then calm, and what was found."""

import asyncio
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

import aiohttp

from bench.crash import findings, offices
from bench.crash.lives import Line, Toll
from bench.crash.people import Person, labels, words_of
from bench.crash.residents import Resident
from bench.crash.weather import Weather
from bot.demo import read_demo
from bot.jobs import WORKER
from bot.settings import PREFIX, Settings
from bot.wiring import Parts, load_office, open_parts
from storage import embedded
from storage.crypto import load_key
from storage.migrate import migrate

RESIDENTS = 8
_STUCK = 180.0
"""Seconds without any change after which what is unfinished, or undelivered, counts as stuck."""
_TO_SETTLE = 1800.0
"""Seconds after which nothing is waited for any more: a group takes twenty messages a minute."""
_QUIET = 3
"""Looks in a row that find nothing to do: an office may be between two errands."""
_OFF = 0.9
"""After how many kills of the bot the webhook is taken away until the next start."""
_SECRET = "crash-crash-crash-crash"  # noqa: S105 - of a throw-away process


@dataclass
class Stage:
    """Everything of a part while it runs."""

    variables: dict[str, str]
    http: aiohttp.ClientSession
    parts: Parts
    lines: list[Line]
    residents: list[Resident]
    desks: list[offices.Desk]
    toll: Toll
    chance: random.Random

    @property
    def people(self) -> list[Person]:
        """Return everybody."""
        return [one.person for one in self.residents] + [one.person for one in self.desks]


@contextmanager
def home(*, keep: bool) -> Iterator[tuple[Path, str]]:
    """Run a real database, with fsync, in a folder of its own, kept if asked for; yield it and the address."""
    folder = Path(tempfile.mkdtemp(prefix="dannguyen-crash-"))
    folder.chmod(0o711)  # the server's own account must be able to pass
    try:
        with embedded.running(folder) as server:
            migrate(server.url)
            load_key(folder / "key")
            yield folder, server.url
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


@asynccontextmanager
async def stage(
    folder: Path, url: str, cradle: ForkServerContext, toll: Toll, chance: random.Random, *, webhook: bool
) -> AsyncIterator[Stage]:
    """Set everything up, one bot and one worker; nothing is running yet but the sandbox."""
    variables = _variables(folder, url, webhook=webhook)
    ports = {name: int(variables[f"{PREFIX}{name.upper()}"]) for name in ("port", "sandbox_port")}
    settings = Settings.model_validate({"data": folder, **ports})
    command = ("-m", "sandbox", "--port", str(settings.sandbox_port))
    sandbox = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{settings.sandbox_port}"
    token = read_demo()["bot"]["token"]
    try:
        async with (
            aiohttp.ClientSession(address) as http,
            open_parts(settings, url, token, load_office(settings)) as parts,
        ):
            await _up(http)
            mourn = partial(_webhook_off, http, token, chance) if webhook else _nothing
            health = f"http://127.0.0.1:{settings.port}/healthz"
            processes = (
                ("bot", partial(_serves, http, health), mourn),
                ("worker", partial(_beats, parts), _nothing),
            )
            lines = [
                Line(name, cradle, variables, folder / f"{name}.log", toll, chance, up, after)
                for name, up, after in processes
            ]
            residents = [Resident(await _newcomer(http, number), chance) for number in range(RESIDENTS)]
            yield Stage(variables, http, parts, lines, residents, _desks(http, chance), toll, chance)
    finally:
        sandbox.terminate()
        await sandbox.wait()


async def play(on: Stage) -> dict[str, Any]:
    """Let the storm and the kills go on until there were enough; then let everything come to its end."""
    began = time.monotonic()
    lines = [asyncio.create_task(line.keep()) for line in on.lines]
    desks = [asyncio.create_task(desk.work()) for desk in on.desks]
    residents = [asyncio.create_task(resident.live()) for resident in on.residents]
    weather = Weather(on.http, on.chance)
    storm = asyncio.create_task(weather.storm())
    try:
        await _until_killed(on, [*lines, *desks, *residents, storm])
        storm.cancel()
        await weather.clear()
        stuck = await _settle(on)
    finally:
        for task in (storm, *desks, *residents, *lines):
            task.cancel()
        await asyncio.gather(storm, *desks, *residents, *lines, return_exceptions=True)
    found = stuck + on.toll.never() + on.toll.ended + await _findings(on)
    return await _figures(on, found, dict(weather.struck), time.monotonic() - began)


async def _until_killed(on: Stage, tasks: list[asyncio.Task[None]]) -> None:
    """Wait for the kills; a task that fails ends the run."""
    told = 0
    while not on.toll.reached:
        await asyncio.sleep(1)
        if len(on.toll.kills) >= told:
            receipts = sum(len(set(one.receipts)) for one in on.residents)
            sys.stderr.write(
                f"{on.toll.part}: {len(on.toll.kills)} of {on.toll.wanted} kills, {receipts} petitions\n"
            )
            told += 10
        for task in tasks:
            if task.done():
                task.result()


async def _settle(on: Stage) -> list[str]:
    """Let every resident finish the petition in hand and file one more; return what never comes to its end."""
    for resident in on.residents:
        resident.rests_after(2)
    began = changed = time.monotonic()
    before, quiet = [""], 0
    while quiet < _QUIET:
        left, now = await _unsettled(on), time.monotonic()
        changed, before = (changed if left == before else now), left
        if left and (now - changed > _STUCK or now - began > _TO_SETTLE):
            return left
        quiet = 0 if left else quiet + 1
        await asyncio.sleep(2)
    for person in on.people:
        await person.look()
    return []


async def _unsettled(on: Stage) -> list[str]:
    found = [
        f"{one.person.key} cannot finish a conversation{_at(one.person)}" for one in on.residents if not one.rests
    ]
    found += [f"{one.person.key} cannot finish an errand{_at(one.person)}" for one in on.desks if one.busy]
    return found + await findings.busy(on.parts)


def _at(person: Person) -> str:
    """Say what somebody read last."""
    return "".join(f"\n    {words_of(one)!r} {labels(one)}" for one in person.said()[-2:])


async def _findings(on: Stage) -> list[str]:
    records = await findings.read(on.parts)
    return [
        *findings.receipts(records, on.residents),
        *findings.twice(records, on.people),
        *findings.pressed(records, on.residents),
        *findings.shown(records, on.residents),
        *findings.files(records),
        *findings.unsent(records),
        *findings.renewed(records, on.people),
        *findings.order(records, on.people),
        *findings.repeated(records, on.people, on.toll),
        *await findings.left_over(on.parts),
        *await asyncio.to_thread(_audit, on.variables),
    ]


def _audit(variables: dict[str, str]) -> list[str]:
    """Recompute every chain through the command line."""
    command = [sys.executable, "-m", "bot", "audit", "verify"]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    return [] if done.returncode == 0 else [f"audit: {line}" for line in (done.stdout + done.stderr).splitlines()]


async def _figures(on: Stage, found: list[str], struck: dict[str, int], seconds: float) -> dict[str, Any]:
    records = await findings.read(on.parts)
    copies = findings.Copies(on.people, records.letters)
    letters = [letter for letter in records.letters if not letter.reply]
    return {
        "seconds": round(seconds),
        "kills": on.toll.by_point(),
        "faults": dict(sorted(struck.items())),
        "petitions": len(records.petitions),
        "files": sum(one.files for one in records.petitions),
        "letters": len(letters),
        "renewals": len(records.renewals),
        "newest cards compared": len(records.cards),
        "letters that came again": copies.repetitions(letters),
        "of these behind their repetition": sum(copies.straggler(one) is not None for one in letters),
        "replies that became letters": len(records.letters) - len(letters),
        "receipts that came again": findings.receipts_repeated(on.residents),
        "conversations begun again": sum(one.resumed for one in on.residents),
        "previews refused": sum(one.refused for one in on.residents),
        "errands done": sum(desk.done for desk in on.desks),
        "findings": found,
    }


def _variables(folder: Path, url: str, *, webhook: bool) -> dict[str, str]:
    ports = _free_ports(2)
    values = {
        "DATA": str(folder),
        "DATABASE_URL": url,
        "PORT": str(ports[0]),
        "SANDBOX_PORT": str(ports[1]),
        "LOG_LEVEL": "WARNING",
        "UNDO_SECONDS": "0",  # letters that are held let others pass: the order could not be checked
        "MESSAGES_A_MINUTE": "0",
        "HASTE_MS": "0",
    }
    if webhook:
        values |= {"PUBLIC_URL": f"http://127.0.0.1:{ports[0]}", "WEBHOOK_SECRET": _SECRET}
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    return others | {PREFIX + name: value for name, value in values.items()}


def _free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [int(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports


async def _up(http: aiohttp.ClientSession) -> None:
    while True:
        try:
            async with http.get("/_sandbox/state") as answer:
                answer.raise_for_status()
                return
        except aiohttp.ClientError:
            await asyncio.sleep(0.1)


async def _serves(http: aiohttp.ClientSession, address: str, _began: datetime) -> bool:
    try:
        async with http.get(address) as answer:
            return answer.ok
    except aiohttp.ClientError:
        return False


async def _beats(parts: Parts, began: datetime) -> bool:
    async with parts.store.reading() as unit:
        beat = await unit.registers.last_beat(WORKER)
    return beat is not None and beat > began


async def _nothing() -> None:
    """Do nothing."""


async def _webhook_off(http: aiohttp.ClientSession, token: str, chance: random.Random) -> None:
    """Take the webhook away, mostly, as an operator may: the next process sets it, and is sent everything at once.

    Where it stays, Telegram has met a closed door and waits for up to two minutes before it knocks again.
    """
    if chance.random() < _OFF:
        with suppress(aiohttp.ClientError):
            async with http.post(f"/bot{token}/deleteWebhook"):
                return


async def _newcomer(http: aiohttp.ClientSession, number: int) -> Person:
    what = {"key": f"newcomer_{number}", "first_name": f"Cư dân {number}", "language_code": "vi"}
    async with http.post("/_sandbox/accounts", json=what) as answer:
        answer.raise_for_status()
        account = (await answer.json())["account"]
    return Person(http, account["key"], account["id"])


def _desks(http: aiohttp.ClientSession, chance: random.Random) -> list[offices.Desk]:
    demo = read_demo()
    chats = {account["key"]: account["id"] for account in demo["accounts"]}
    chats["ward_officer"] = demo["groups"][0]["id"]
    return [
        offices.Desk(Person(http, key, chats[key]), label, errand, share, chance)
        for key, label, errand, share in offices.ERRANDS
    ]
