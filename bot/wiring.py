"""Puts the parts together for one process, from the settings and a clock."""

import gc
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import cast

from procrastinate import App, PsycopgConnector
from sqlalchemy import make_url
from sqlalchemy.ext.asyncio import AsyncEngine
from telegram.ext import ApplicationBuilder

from bot.killpoints import Passes, kill_points
from bot.learnt import load_newest
from bot.metrics import Metrics
from bot.pace import TELEGRAM, Paces
from bot.reach import Reach
from bot.room import Room
from bot.settings import Settings, SettingsError
from bot.transport import Transport
from desk.office import Office
from desk.reading import channel_files, kept_papers, stored_file
from handlers.telegram.courier import Courier
from handlers.telegram.on import Dispatcher
from handlers.telegram.routes import ROUTES
from locales import Words
from petitions.data import load_gate_rules, load_openings, load_programme, load_sameness, load_vagueness
from petitions.gate import screen
from petitions.routing import propose
from storage.crypto import Box, load_key
from storage.unit import PATIENCE, Store, open_engine

_QUEUE_PATIENCE = 5.0
"""Seconds for which the job queue waits for a connection; a stop may have to wait twice."""
Clock = Callable[[], datetime]


def _database() -> Reach:
    return Reach("database_away", "database_back", "it is tried again; what comes meanwhile comes again")


def _telegram() -> Reach:
    return Reach("telegram_away", "telegram_back", "it is tried again; check network and proxy")


@dataclass(frozen=True)
class Parts:
    """Everything that a bot or a worker works with."""

    settings: Settings
    clock: Clock
    engine: AsyncEngine
    store: Store
    jobs: App
    office: Office
    words: Words
    dispatcher: Dispatcher
    courier: Courier
    metrics: Metrics
    passes: Passes
    paces: Paces
    database: Reach = field(default_factory=_database)
    telegram: Reach = field(default_factory=_telegram)


_COLLECTED = (10_000, 20, 20)
"""How many objects are made before garbage is looked for; looked for more often, most are still in use."""


def utc_now() -> datetime:
    """Return the time: the one clock of the program."""
    return datetime.now(UTC)


@asynccontextmanager
async def open_parts(
    settings: Settings,
    url: str,
    token: str,
    office: Office,
    clock: Clock = utc_now,
    paces: Paces = TELEGRAM,
) -> AsyncIterator[Parts]:
    """Open the parts on a migrated database and close them at the end.

    Raises: KeyFileError, SettingsError — a sentence for the operator.
    """
    passes = kill_points(settings)
    box = Box(load_key(settings.key_path))
    engine = open_engine(url)
    jobs = App(
        connector=PsycopgConnector(
            conninfo=conninfo(url), kwargs=PATIENCE, min_size=1, max_size=6, timeout=_QUEUE_PATIENCE
        )
    )
    store = Store(engine, box, jobs, clock)
    words = Words(settings.zone)
    dispatcher = build_dispatcher(settings, token)
    files, stored = partial(channel_files, store), partial(stored_file, store)
    courier = Courier(dispatcher.bot, words, files, stored, partial(kept_papers, store))
    try:
        yield Parts(
            settings, clock, engine, store, jobs, office, words, dispatcher, courier, Metrics(), passes, paces
        )
    finally:
        # The library closes it only where it was initialised, which a worker's never is.
        await dispatcher.bot.request.shutdown()
        await engine.dispose()


def load_office(settings: Settings) -> Office:
    """Load the programme; open items are a warning in the demo and stop a start with a real token.

    Raises: ProgrammeError, SettingsError.
    """
    programme = load_programme(settings.programme, utc_now().date())
    missing = programme.open_items()
    if missing and not settings.demo:
        raise SettingsError(
            f"The programme {programme.name} is not filled in. Please fill in: {', '.join(missing)}."
        )
    if settings.zone.key != programme.calendar.zone.key:
        raise SettingsError(
            f"DANNGUYEN_TIMEZONE is {settings.zone.key}, but the programme counts its days in "
            f"{programme.calendar.zone.key}. Set both to the same."
        )
    quiet, model = None if settings.demo else settings.quiet_hours, load_newest(settings.learnt)
    return Office(
        programme,
        load_gate_rules(),
        model,
        load_openings(),
        load_vagueness(),
        load_sameness(model),
        quiet,
        settings.keep_years,
        Room(settings),
        settings.hold,
    )


def ready_office(settings: Settings) -> Office:
    """Load the programme for a process that serves: what lasts as long as it does is built once and set apart.

    Otherwise each full collection of garbage would walk through all rules and weights, in the middle of a turn.
    Raises: as `load_office`.
    """
    office = load_office(settings)
    _warm(office)
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECTED)
    return office


def _warm(office: Office) -> None:
    """Build now what is built on first use (weights, cues, the holidays' module), not in somebody's turn."""
    screen(["…"], office.gate, office.model)
    office.gate.helping(["…"])
    office.openings.of("…")
    office.vagueness.of("…", (), (), evidence=False)
    propose("…", office.programme, office.model)
    office.sameness.report("…")
    office.programme.calendar.is_working_day(utc_now().date())


def build_dispatcher(settings: Settings, token: str) -> Dispatcher:
    """Build the library's application without its updater, with our handlers in their order."""
    transport = Transport(proxy=settings.telegram_proxy)
    api = settings.telegram_api_url if not settings.demo else sandbox_url(settings)
    builder = (
        ApplicationBuilder()
        .application_class(Dispatcher)
        .token(token)
        .base_url(f"{api}/bot")
        .base_file_url(f"{api}/file/bot")
        .request(transport)
        .get_updates_request(transport)
        .updater(None)
    )
    dispatcher = cast(Dispatcher, builder.build())
    dispatcher.add_handlers(ROUTES)
    return dispatcher


def sandbox_url(settings: Settings) -> str:
    """Return where the sandbox listens."""
    return f"http://127.0.0.1:{settings.sandbox_port}"


def conninfo(url: str) -> str:
    """Return a database address in the form that the driver itself reads."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
