"""What each command of the command line does, with the parts it needs."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from html import unescape
from zoneinfo import ZoneInfo

import aiohttp
import structlog
import typer
from telegram.error import InvalidToken, TelegramError

from bot import generating, jobs
from bot.children import Child
from bot.database import database, migrated
from bot.demo import hand_out_roles, read_demo
from bot.learning import learn_anew
from bot.practice import clock
from bot.running import WEBHOOK_PATH, serving
from bot.settings import Settings, SettingsError
from bot.updates import MAX_FAILURES, Updates
from bot.wiring import Parts, load_office, open_parts, ready_office, sandbox_url
from desk import accounts, audit
from desk.office import Office
from handlers.telegram.inviting import invitation_link
from locales import Words
from petitions.refusal import Refusal
from petitions.roles import OF_BODY, Grant, Role
from storage.inbound import Parked

log = structlog.get_logger()
_SECOND_WORKER = 10.0
"""Seconds until the second worker starts, so that it does not delay the first page."""


async def run(settings: Settings) -> None:
    """Run database, migrations, two workers, bot and, without a token, the sandbox; print one address."""
    office = ready_office(settings)
    if settings.demo:
        _check_free(settings.sandbox_port)
    async with database(settings) as url:
        await migrated(url)
        sandboxes = [asyncio.create_task(_sandbox(settings).keep())] if settings.demo else []
        workers = [asyncio.create_task(child.keep()) for child in _workers()]
        bot_ = asyncio.create_task(_bot(settings, url, office))
        try:
            await asyncio.wait([bot_])
        finally:
            # Bot and workers finish side by side; the sandbox lasts until all have said what they had to say.
            await _ended(bot_, *workers)
            await _ended(*sandboxes)
        bot_.result()


async def bot(settings: Settings) -> None:
    """Run one bot process on a migrated database."""
    office = ready_office(settings)
    async with database(settings) as url:
        await _bot(settings, url, office)


async def worker(settings: Settings) -> None:
    """Run one worker on a migrated database."""
    async with (
        database(settings) as url,
        clock(settings) as now,
        open_parts(settings, url, token(settings), ready_office(settings), now) as parts,
    ):
        typer.echo("The worker is ready.")
        await jobs.work(parts)


async def migrate(settings: Settings) -> None:
    """Bring the database to the newest schema."""
    async with database(settings) as url:
        await migrated(url)
    typer.echo("The database has the newest schema.")


async def invite(settings: Settings, role: Role | None, body: str | None, label: str) -> str:
    """Return a one-time invitation link."""
    if role is None:
        raise SettingsError("Say which role: dannguyen invite --role administrator")
    if role in OF_BODY and not body:
        raise SettingsError(f"Say of which body: dannguyen invite --role {role} --body ward_police")
    async with _parts(settings) as parts:
        _check_body(parts, body)
        async with parts.store.unit() as unit:
            token_ = await accounts.invite(unit, parts.office, None, Grant(role, body), label)
        return invitation_link(await _username(parts), token_)


async def invite_group(settings: Settings, body: str | None) -> str:
    """Return what binds a group to a body when it is typed there."""
    if not body:
        raise SettingsError("Say which body: dannguyen invite --group --body ward_police")
    async with _parts(settings) as parts:
        _check_body(parts, body)
        async with parts.store.unit() as unit:
            return f"/bind {await accounts.invite_group(unit, parts.office, None, body)}"


def _check_body(parts: Parts, body: str | None) -> None:
    codes = [one.code for one in parts.office.programme.bodies]
    if body is not None and body not in codes:
        raise SettingsError(f"There is no body “{body}” in the programme. Its bodies are: {', '.join(codes)}")


async def verify(settings: Settings) -> tuple[list[str], bool]:
    """Recompute every chain; return what to print, and whether all is whole."""
    async with _parts(settings) as parts, parts.store.reading(snapshot=True) as unit:
        verdict = await audit.verify(unit)
    if verdict.faults:
        return [*verdict.faults, f"Faults: {len(verdict.faults)}. Petitions: {verdict.petitions}."], False
    return [f"Petitions: {verdict.petitions}. Every chain is whole.", f"digest {verdict.digest}"], True


async def generate(settings: Settings, cases: int, seed: int) -> None:
    """Fill the practice database with invented petitions. Raises: SettingsError — it is no practice."""
    if not settings.demo:
        raise SettingsError("Invented petitions are for practice only: unset DANNGUYEN_TELEGRAM_TOKEN.")
    async with _parts(settings) as parts:
        url = parts.engine.url.render_as_string(hide_password=False)
        for done in generating.generate(parts, url, cases, seed):
            typer.echo(f"{done} petitions")


async def learn(settings: Settings) -> str:
    """Learn anew; return what came of it."""
    async with _parts(settings) as parts:
        learnt = await learn_anew(parts)
    if learnt is None:
        return "Nobody lets the program learn from their petitions: the shipped model is in force."
    found = f"{learnt.texts} petitions of {learnt.people} people; {learnt.after} of {learnt.checked} answers right"
    used = "programs take it at their next start" if learnt.fits else "worse, so it is not used"
    return f"{found}, {learnt.before} without them: {used}."


async def parked(settings: Settings) -> list[str]:
    """Return a line for each parked update, without its words."""
    async with _parts(settings) as parts, parts.store.reading() as unit:
        found = await unit.inbound.parked()
    return [f"{one.external_id}  {one.channel}  failed {one.failures} times" for one in found] or ["None."]


async def replay(settings: Settings, number: int) -> str:
    """Handle a parked update again; its replies go out as usual.

    Raises: SettingsError — nothing is parked under the number, Telegram is out of reach, or it failed again.
    """
    async with _parts(settings) as parts:
        async with parts.store.reading() as unit:
            found = _under(number, await unit.inbound.parked())
        if found is None:
            raise SettingsError(f"No update is parked under the number {number}.")
        async with _telegram():
            await parts.dispatcher.initialize()
        async with parts.store.unit() as unit:
            # One failure short of the limit: if it fails again it is parked again at once, never lost.
            await unit.inbound.unpark(found.channel, number, MAX_FAILURES - 1)
        await Updates(parts).take(json.loads(found.payload))
        async with parts.store.reading() as unit:
            if _under(number, await unit.inbound.parked()):
                raise SettingsError(f"Update {number} failed again and stays parked; the log says where.")
    return f"Update {number} has been handled."


@asynccontextmanager
async def _telegram() -> AsyncIterator[None]:
    """Say an error of Telegram in a sentence; its own text may hold the token."""
    try:
        yield
    except InvalidToken:
        raise SettingsError(
            "Telegram refuses the token. Set DANNGUYEN_TELEGRAM_TOKEN to the one that BotFather gave."
        ) from None
    except TelegramError:
        raise SettingsError(
            "Telegram is out of reach. Check the network, or set DANNGUYEN_TELEGRAM_PROXY."
        ) from None


def _under(number: int, parked_: Iterable[Parked]) -> Parked | None:
    return next((one for one in parked_ if one.external_id == number), None)


def sentence(refusal: Refusal) -> str:
    """Return a refusal as an English sentence for the command line."""
    return unescape(Words(ZoneInfo("UTC")).say("en", refusal.key, refusal.args_for_words))


def token(settings: Settings) -> str:
    """Return the bot's token: the one that is set, or the sandbox's own."""
    if settings.telegram_token:
        return settings.telegram_token.get_secret_value()
    return str(read_demo()["bot"]["token"])


def _workers() -> tuple[Child, Child]:
    """Return two workers: one goes on at once with what the other leaves when it is killed."""
    command = ("-m", "bot", "worker")
    second = Child("second worker", *command, quiet=True, after=_SECOND_WORKER)
    return Child("worker", *command, quiet=True), second


async def _bot(settings: Settings, url: str, office: Office) -> None:
    if settings.demo:
        await _sandbox_up(settings)
    async with (
        clock(settings) as now,
        open_parts(settings, url, token(settings), office, now) as parts,
        serving(parts),
    ):
        if settings.demo:
            await hand_out_roles(parts)
        typer.echo(_greeting(parts))
        await asyncio.Event().wait()


def _greeting(parts: Parts) -> str:
    settings = parts.settings
    if settings.demo:
        return _PRACTICE.format(address=sandbox_url(settings), items=len(parts.office.programme.open_items()))
    way = f"by webhook at {settings.public_url}{WEBHOOK_PATH}" if settings.webhook else "by polling"
    return f"Ready: updates come {way}; http://{settings.host}:{settings.port}/readyz tells how it is."


async def _ended(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


_PRACTICE = """
  Dân Nguyện is running.  Open  {address}

  This is a practice space: nothing reaches Telegram. {items} items of the programme are still to be filled in
  by the office; with a real token (DANNGUYEN_TELEGRAM_TOKEN) they stop the start.  Ctrl+C ends it.
"""


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise SettingsError(
                f"Port {port} is taken. Set DANNGUYEN_SANDBOX_PORT to another, or stop what uses it."
            ) from None


def _sandbox(settings: Settings) -> Child:
    state = str(settings.data / "sandbox")
    return Child("sandbox", "-m", "sandbox", "--port", str(settings.sandbox_port), "--state", state, quiet=True)


async def _sandbox_up(settings: Settings) -> None:
    """Wait until the sandbox answers."""
    async with aiohttp.ClientSession(sandbox_url(settings)) as session:
        while True:
            try:
                async with session.get("/_sandbox/state") as answer:
                    answer.raise_for_status()
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)


@asynccontextmanager
async def _parts(settings: Settings) -> AsyncIterator[Parts]:
    async with database(settings) as url, clock(settings) as now:
        await migrated(url)
        async with open_parts(settings, url, token(settings), load_office(settings), now) as parts:
            yield parts


async def _username(parts: Parts) -> str:
    if parts.settings.demo:
        return str(read_demo()["bot"]["username"])
    async with _telegram():
        return str((await parts.dispatcher.bot.get_me()).username)
