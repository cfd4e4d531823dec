"""The unit of work: one transaction with its records; the only place that commits."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Generic, TypeVar

import psycopg
from procrastinate import App
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.alerts import Alerts
from storage.audits import Audits
from storage.crypto import Box
from storage.deliveries import DRAIN, Deliveries
from storage.denunciations import Denunciations
from storage.directives import Directives
from storage.drafts import Drafts
from storage.finding import Finding
from storage.groups import Groups
from storage.inbound import Inbound
from storage.invitations import Invitations
from storage.kept import Kept
from storage.ledgers import Ledgers
from storage.lists import Lists
from storage.media import MediaRecords
from storage.neighbours import Neighbours
from storage.papers import Papers
from storage.people import People
from storage.petitions import Petitions
from storage.queues import Queues
from storage.records import Records, driver_of
from storage.referrals import Referrals
from storage.registers import Registers
from storage.reports import Reports
from storage.role_changes import RoleChanges
from storage.shown import Shown
from storage.sources import Sources
from storage.summaries import Summaries
from storage.supervision import Supervision
from storage.taught import TaughtRecords
from storage.templates import Templates

FETCH = "fetch"
R = TypeVar("R", bound=Records)
PATIENCE = {"connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 5, "tcp_user_timeout": 20_000}
"""How soon the driver gives up a server behind a network that has gone silent (seconds; the last in ms)."""


class _Of(Generic[R]):
    """Makes a unit's records when they are first asked for: few units need more than three classes of them."""

    def __init__(self, kind: type[R]) -> None:
        self._kind = kind

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, unit: "Unit", owner: type | None = None) -> R:
        records = self._kind(unit.connection, unit.box, unit.now)
        vars(unit)[self._name] = records  # from now on found before this is asked
        return records


class Unit:
    """One transaction: `now` is the time of everything recorded in it (aware, UTC)."""

    people = _Of(People)
    invitations = _Of(Invitations)
    role_changes = _Of(RoleChanges)
    drafts = _Of(Drafts)
    inbound = _Of(Inbound)
    petitions = _Of(Petitions)
    referrals = _Of(Referrals)
    lists = _Of(Lists)
    finding = _Of(Finding)
    queues = _Of(Queues)
    neighbours = _Of(Neighbours)
    media = _Of(MediaRecords)
    deliveries = _Of(Deliveries)
    templates = _Of(Templates)
    registers = _Of(Registers)
    supervision = _Of(Supervision)
    audits = _Of(Audits)
    groups = _Of(Groups)
    sources = _Of(Sources)
    shown = _Of(Shown)
    kept = _Of(Kept)
    reports = _Of(Reports)
    summaries = _Of(Summaries)
    directives = _Of(Directives)
    papers = _Of(Papers)
    ledgers = _Of(Ledgers)
    denunciations = _Of(Denunciations)
    alerts = _Of(Alerts)
    taught = _Of(TaughtRecords)

    def __init__(self, connection: AsyncConnection, box: Box, now: datetime) -> None:
        self.connection = connection
        self.box = box
        self.now = now
        self.asked: list[tuple[str, dict[str, int]]] = []

    def ask(self, job: str, **numbers: int) -> None:
        """Let a worker do a job once this is committed; it is told numbers only, which its row shows in clear."""
        self.asked.append((job, numbers))


class Store:
    """Opens units; hands the jobs that a unit asks for to the queue inside the same transaction."""

    def __init__(self, engine: AsyncEngine, box: Box, jobs: App, clock: Callable[[], datetime]) -> None:
        self.engine = engine
        self.box = box
        self.jobs = jobs
        self.clock = clock
        self._alone = engine.execution_options(isolation_level="AUTOCOMMIT")

    @asynccontextmanager
    async def unit(self) -> AsyncIterator[Unit]:
        """Open a unit; it is committed when the block ends and rolled back when the block raises."""
        async with _connected(self.engine) as connection:
            unit = Unit(connection, self.box, self.clock())
            yield unit
            await self._defer(unit)
            await driver_of(connection).commit()

    @asynccontextmanager
    async def single(self) -> AsyncIterator[Unit]:
        """Open a unit for one statement that commits by itself: one round trip instead of three."""
        async with _connected(self._alone) as connection:
            yield Unit(connection, self.box, self.clock())

    @asynccontextmanager
    async def reading(self, *, snapshot: bool = False) -> AsyncIterator[Unit]:
        """Open a unit whose effects are thrown away; a snapshot sees one state however long it reads."""
        async with _connected(self.engine) as connection:
            if snapshot:
                await connection.execution_options(isolation_level="REPEATABLE READ")
            yield Unit(connection, self.box, self.clock())

    async def _defer(self, unit: Unit) -> None:
        wanted = [(DRAIN, {"contact": contact}, at) for contact, at in sorted(unit.deliveries.woken)]
        wanted += [(FETCH, {"media": media}, unit.now) for media in unit.media.wanted]
        wanted += [(job, numbers, unit.now) for job, numbers in unit.asked]
        if not wanted:
            return
        raw = driver_of(unit.connection)
        for name, values, at in wanted:
            later = {"seconds": (at - unit.now).total_seconds()} if at > unit.now else None
            await self.jobs.configure_task(name, connection=raw, schedule_in=later).defer_async(**values)


@asynccontextmanager
async def _connected(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    async with engine.connect() as connection:
        try:
            yield connection
        except psycopg.Error:
            if driver_of(connection).closed:
                # It was lost past SQLAlchemy, whose pool forgets all of its connections when it sees that itself.
                await connection.exec_driver_sql("SELECT 1")
            raise


def open_engine(url: str, *, size: int = 20) -> AsyncEngine:
    """Make the engine: a bounded pool, statements ended after 30 s.

    Connections are not asked whether they live before each use: the first failure empties the pool, and what
    failed comes again (an update is delivered again, a job retried).
    """
    return create_async_engine(
        url,
        pool_size=size,
        max_overflow=0,
        pool_timeout=10,
        hide_parameters=True,  # an error text must not quote what a statement was given
        connect_args={"options": "-c statement_timeout=30000 -c timezone=UTC", **PATIENCE},
    )
