"""A real database for each test, and the whole product running on it against the sandbox."""

import asyncio
import itertools
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import make_url

from storage import embedded
from storage.migrate import migrate
from tests.town import Town, begin, open_town

_NUMBERS = itertools.count()
_TEMPLATE = "template_dannguyen"


class Databases:
    """Makes throw-away databases from a migrated template, on a server without fsync."""

    def __init__(self, server: embedded.Server) -> None:
        self._server = server
        self._run(f"CREATE DATABASE {_TEMPLATE} OWNER dannguyen")
        migrate(self.url(_TEMPLATE))

    def create(self, template: str = _TEMPLATE) -> str:
        """Make a database and return its address."""
        name = f"test_{os.getpid()}_{next(_NUMBERS)}"
        self._run(f"CREATE DATABASE {name} OWNER dannguyen TEMPLATE {template}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Remove a database, whoever is connected."""
        self._run(f"DROP DATABASE IF EXISTS {make_url(url).database} WITH (FORCE)")

    @contextmanager
    def lent(self, template: str = _TEMPLATE) -> Iterator[str]:
        """Make a database, and remove it at the end."""
        url = self.create(template)
        yield url
        self.drop(url)

    def url(self, name: str) -> str:
        """Return the address of a database of this server."""
        return make_url(self._server.url).set(database=name).render_as_string(hide_password=False)

    @property
    def journals(self) -> Path:
        """Return where the server writes down every change before it is made (WAL)."""
        return self._server.home / "cluster" / "pg_wal"

    def admin(self, url: str) -> str:
        """Return the superuser's address of a database, for psycopg."""
        name = make_url(url).database
        admin = make_url(self._server.admin_url).set(database=name, drivername="postgresql")
        return admin.render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        admin = make_url(self._server.admin_url).set(drivername="postgresql")
        with psycopg.connect(admin.render_as_string(hide_password=False), autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Run one server for all tests of this process, in memory where there is such a place."""
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a private folder is made in it
    folder = Path(tempfile.mkdtemp(prefix="dannguyen-tests-", dir=memory))
    folder.chmod(0o711)  # the server's own account must be able to pass
    try:
        with embedded.running(folder, fsync=False) as server:
            yield Databases(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def database(databases: Databases) -> Iterator[str]:
    """Give a fresh, migrated database to a test."""
    with databases.lent() as url:
        yield url


@pytest.fixture(scope="session")
def begun(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """Hand out the roles of the demonstration once; give that database, and where key and world lie."""
    url, folder = databases.create(), tmp_path_factory.mktemp("begun")
    asyncio.run(begin(url, folder))
    return str(make_url(url).database), folder


@pytest.fixture
def staffed(databases: Databases, begun: tuple[str, Path], tmp_path: Path) -> Iterator[str]:
    """Give a database of its own to a test, with the roles handed out; the rest lies in the test's folder."""
    template, folder = begun
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    with databases.lent(template) as url:
        yield url


@pytest.fixture
async def town(staffed: str, tmp_path: Path) -> AsyncIterator[Town]:
    """Run bot, worker and sandbox on a database of its own, with the roles of the demonstration given."""
    async with open_town(staffed, tmp_path) as running:
        yield running
