"""The running server process: finding it, starting it, stopping it, and not taking a stranger for it."""

import errno
import os
import signal
import socket
import time
from dataclasses import dataclass
from pathlib import Path

from storage.embedded.cluster import CARELESS, settings
from storage.embedded.errors import EmbeddedServerError, reason_in
from storage.embedded.home import Home

LOOPBACK = "127.0.0.1"
#: On a Unix socket the port is only a part of the socket's name.
SOCKET_PORT = 5432
#: `sockaddr_un` holds 108 bytes on Linux and 104 on macOS, with the end mark.
SOCKET_LIMIT = 100
#: Seconds for a start (with recovery after a crash) or a stop.
PATIENCE = 120
#: Reasons that pass: children of a killed server need a moment to end; another port may be free.
_PASSING = {"old_processes", "port_taken"}
_ATTEMPTS = 25
#: Bytes of one weekday's log that a start leaves alone.
_LARGE = 2**20
#: No process has this id.
_NOBODY = "2147483647"
#: Where postmaster.pid says these things, counted from 0.
_PORT_LINE, _LISTEN_LINE, _STATE_LINE = 3, 5, 7


@dataclass(frozen=True)
class Postmaster:
    """What a running server says about itself."""

    pid: int
    port: int
    #: Where to connect: the folder of the socket, or the loopback address.
    host: str


def find(home: Home) -> Postmaster | None:
    """Return the server of this home once it accepts connections; None if none runs (any more).

    Raises: EmbeddedServerError (not_answering).
    """
    deadline = time.monotonic() + PATIENCE
    while (pid := live_pid(home)) is not None:
        lines = _lines(home)
        if len(lines) > _STATE_LINE and lines[_STATE_LINE].strip() == "ready":
            host = LOOPBACK if lines[_LISTEN_LINE].strip() else str(home.socket)
            return Postmaster(pid, int(lines[_PORT_LINE]), host)
        if time.monotonic() > deadline:
            raise EmbeddedServerError("not_answering", place=home.path, pid=pid)
        time.sleep(0.01)
    return None


def live_pid(home: Home) -> int | None:
    """Return the id of the server process of this home."""
    lines = _lines(home)
    pid = int(lines[0]) if lines and lines[0].strip().isdigit() else 0
    return pid if pid and _is_postmaster(pid, home.cluster) else None


def launch(home: Home, programs: Path, *, fsync: bool) -> None:
    """Start the server; nobody else may be starting it.

    Raises: EmbeddedServerError.
    """
    home.make_folder(home.socket)
    _drop_large_logs(home)
    for attempt in range(1, _ATTEMPTS + 1):
        _disown(home)
        home.write(home.settings, settings(_address(home) | ({} if fsync else CARELESS)))
        before = _log_sizes(home)
        # What pg_ctl is told passes through a shell, so paths go by the environment or are relative.
        options = ["-w", "-t", str(PATIENCE), "-o", f"-c config_file={home.settings.name}"]
        result = home.account.run(
            [programs / "pg_ctl", "start", *options], cwd=home.path, variables={"PGDATA": str(home.cluster)}
        )
        if result.code == 0:
            return
        output = result.output + _logged_since(home, before)
        reason = reason_in(output, home.path)
        if reason not in _PASSING or attempt == _ATTEMPTS:
            raise EmbeddedServerError(reason, place=home.path, detail=output[-4000:])
        time.sleep(0.2)


def shut_down(home: Home, pid: int) -> None:
    """Stop the server if it is still the process `pid`; connections are cut, what was committed stays.

    Raises: EmbeddedServerError (not_stopped).
    """
    if live_pid(home) == pid:
        os.kill(pid, signal.SIGINT)  # PostgreSQL's "fast shutdown"
    deadline = time.monotonic() + PATIENCE
    while live_pid(home) == pid:
        if time.monotonic() > deadline:
            raise EmbeddedServerError("not_stopped", place=home.path, pid=pid)
        time.sleep(0.01)


def _lines(home: Home) -> list[str]:
    try:
        return (home.cluster / "postmaster.pid").read_text("utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def _is_postmaster(pid: int, cluster: Path) -> bool:
    """Tell a server of this cluster from a process that merely got the same id later."""
    process = Path("/proc") / str(pid)
    if not Path("/proc/self").exists():  # not Linux: take the id at its word, and let the connection decide
        return _alive(pid)
    try:
        named_so = (process / "comm").read_text("utf-8", errors="replace").strip() == "postgres"
        return named_so and (process / "cwd").samefile(cluster)
    except PermissionError:  # root without CAP_SYS_PTRACE may not look; the owner decides
        return process.stat().st_uid == cluster.stat().st_uid
    except (FileNotFoundError, ProcessLookupError):
        return False


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def _disown(home: Home) -> None:
    """Let the lock files of a killed server name no process, so that PostgreSQL takes them over.

    Their process id may by now be another program's, and PostgreSQL would then refuse to start. The other
    lines stay: by them it sees whether children of the killed server still use its memory.
    """
    for lock in (home.cluster / "postmaster.pid", home.socket / f".s.PGSQL.{SOCKET_PORT}.lock"):
        if lock.exists():
            rest = lock.read_text("utf-8", errors="replace").partition("\n")[2]
            if rest:
                home.write(lock, f"{_NOBODY}\n{rest}")
            else:  # the disk was full when it was written
                lock.unlink()


def _address(home: Home) -> dict[str, str]:
    path = str(home.socket)
    short = len(os.fsencode(f"{path}/.s.PGSQL.{SOCKET_PORT}")) <= SOCKET_LIMIT
    if short and "," not in path:  # clients read a comma as the start of a second host
        return {
            "listen_addresses": "",
            "unix_socket_directories": '"' + path.replace('"', '""') + '"',
            "unix_socket_permissions": "0700",
            "port": str(SOCKET_PORT),
        }
    port = _free_port(home)
    home.write(home.port, f"{port}\n")
    return {"listen_addresses": LOOPBACK, "unix_socket_directories": "", "port": str(port)}


def _free_port(home: Home) -> int:
    """Choose the port of the last start if it is free, else any."""
    known = int(home.port.read_text("utf-8")) if home.port.exists() else 0
    return known if known and _bindable(known) else _bindable(0)


def _bindable(port: int) -> int:
    """Return the port if a server could listen on it (0: some port that is free), else 0."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            return 0
        return int(probe.getsockname()[1])


def _drop_large_logs(home: Home) -> None:
    """Bound the log of a server that never runs at midnight, when PostgreSQL itself would empty a file."""
    for path, size in _log_sizes(home).items():
        if size > _LARGE:
            path.unlink()


def _log_sizes(home: Home) -> dict[Path, int]:
    return {path: path.stat().st_size for path in (home.cluster / "log").glob("*.log")}


def _logged_since(home: Home, before: dict[Path, int]) -> str:
    """Return what the server has logged since `before`."""
    return "".join(
        path.read_bytes()[before.get(path, 0) :].decode("utf-8", errors="replace")
        for path, size in _log_sizes(home).items()
        if size != before.get(path)
    )
