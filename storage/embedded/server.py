"""Starting, attaching to, stopping and describing the embedded server: all that its callers see."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

import psycopg

from storage.embedded import cluster, postmaster
from storage.embedded.account import SHELTER
from storage.embedded.errors import EmbeddedServerError, explained
from storage.embedded.home import Home, enter, home_of, leave, locked, settle
from storage.embedded.postmaster import Postmaster
from storage.embedded.programs import programs_for


@dataclass(frozen=True)
class Server:
    """A running server; the addresses hold passwords and are kept out of its `repr`."""

    folder: Path
    #: Where the database lies: in the data folder, or where a link in it leads.
    home: Path
    pid: int
    #: True for the process that started it, False for one that found it running.
    started: bool
    #: SQLAlchemy's address of the application's database, as the role that owns it.
    url: str = field(repr=False)
    #: The same as superuser: for making and dropping databases in tests.
    admin_url: str = field(repr=False)
    #: By which this process counts as one that uses it.
    use: int = field(default=-1, repr=False)


@dataclass(frozen=True)
class Status:
    """What can be said of a data folder's server without touching it."""

    #: None before the first start.
    home: Path | None
    #: None if no server runs.
    pid: int | None


def start(folder: Path, *, fsync: bool = True, shelter: Path = SHELTER) -> Server:
    """Return the server of a data folder, started (and made, the first time) unless it is found running.

    As root it runs under the system account `dannguyen`, and its files lie in `shelter` if that account
    cannot enter the data folder. `fsync=False` is for throw-away databases, and counts only if the server
    is started by this call.

    Raises: EmbeddedServerError.
    """
    folder = folder.absolute()  # its account works from another folder
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            home = settle(folder, shelter)
            server = _attach(folder, home) or _launch(folder, home, fsync=fsync, shelter=shelter)
            return replace(server, use=enter(home))


def _attach(folder: Path, home: Home) -> Server | None:
    for last in (False, True):
        found = postmaster.find(home)
        if found is None:
            break
        try:
            return _connected(_server(folder, home, found, started=False))
        except EmbeddedServerError:
            if last:
                raise
            time.sleep(0.1)  # it may have been about to end
    return None


def _launch(folder: Path, home: Home, *, fsync: bool, shelter: Path) -> Server:
    programs = programs_for(home.account, shelter)
    cluster.ensure(home, programs, fsync=fsync)
    postmaster.launch(home, programs, fsync=fsync)
    found = postmaster.find(home)
    if found is None:
        raise EmbeddedServerError("not_started", place=home.path, detail="it ended right after its start")
    try:
        return _connected(_server(folder, home, found, started=True))
    except EmbeddedServerError:
        postmaster.shut_down(home, found.pid)
        raise


def stop(server: Server) -> None:
    """Leave the server; the last one that leaves stops it, whoever started it (its starter may have been killed).

    One that another process has started since goes on. Raises: EmbeddedServerError (not_stopped).
    """
    with explained(server.folder):
        home = home_of(server.folder)
        if home is not None:
            with locked(server.folder):
                if leave(server.use):
                    postmaster.shut_down(home, server.pid)


@contextmanager
def running(folder: Path, *, fsync: bool = True, shelter: Path = SHELTER) -> Iterator[Server]:
    """Start or attach on the way in, `stop` on the way out."""
    server = start(folder, fsync=fsync, shelter=shelter)
    try:
        yield server
    finally:
        stop(server)


def status(folder: Path) -> Status:
    """Describe the server of a data folder, and change nothing.

    Raises: EmbeddedServerError (no_permission).
    """
    with explained(folder):
        home = home_of(folder)
        return Status(home.path, postmaster.live_pid(home)) if home else Status(None, None)


def _server(folder: Path, home: Home, found: Postmaster, *, started: bool) -> Server:
    return Server(
        folder=folder,
        home=home.path,
        pid=found.pid,
        started=started,
        url=_url(home, found, cluster.ROLE, cluster.DATABASE),
        admin_url=_url(home, found, cluster.SUPERUSER, cluster.SUPERUSER),
    )


def _url(home: Home, found: Postmaster, role: str, database: str) -> str:
    # `require_auth` makes the server prove that it knows the password: a stranger on our port learns nothing.
    place = f"host={quote(found.host, safe='')}&port={found.port}&sslmode=disable&require_auth=scram-sha-256"
    return f"postgresql+psycopg://{role}:{cluster.password(home, role)}@/{database}?{place}"


def _connected(server: Server) -> Server:
    try:
        psycopg.connect(server.url.replace("+psycopg", "", 1), connect_timeout=10).close()
    except psycopg.OperationalError as error:
        raise EmbeddedServerError("not_answering", place=server.home, pid=server.pid, detail=str(error)) from error
    return server
