"""What a cluster is made of: passwords, `initdb`, the application's role and database, settings."""

import secrets
import shutil
import tempfile
from pathlib import Path

from storage.embedded.errors import EmbeddedServerError, reason_in
from storage.embedded.home import Home
from storage.embedded.programs import MAJOR

SUPERUSER = "postgres"
ROLE = "dannguyen"
DATABASE = "dannguyen"

INITDB = {
    "--username": SUPERUSER,
    "--auth": "scram-sha-256",
    "--encoding": "UTF8",
    "--locale": "C",
    "--locale-provider": "builtin",
    "--builtin-locale": "C.UTF-8",
}

SETTINGS = {
    # A ward's office: one small machine, shared with other programs.
    "shared_buffers": "48MB",
    "max_connections": "60",
    "max_wal_size": "256MB",
    "io_method": "sync",
    # Files of the cluster, not of /dev/shm: small in containers, swept by systemd at logout, littered by a kill.
    "dynamic_shared_memory_type": "mmap",
    "max_logical_replication_workers": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    # One file a weekday, emptied when its day comes round again.
    "logging_collector": "on",
    "log_directory": "log",
    "log_filename": "%a.log",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
    "log_truncate_on_rotation": "on",
    # Residents' words must not reach the log: a failed statement is told to its sender alone, and a line
    # says no details (a duplicate key's detail is the key, a crash's detail is the statement).
    "log_min_messages": "log",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_checkpoints": "off",
}

#: For throw-away databases: a power cut may cost everything.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def settings(own: dict[str, str]) -> str:
    """Return the text of postgresql.conf."""
    return "".join(f"{name} = {_quoted(value)}\n" for name, value in (SETTINGS | own).items())


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def password(home: Home, role: str) -> str:
    """Read the password of a role.

    Raises: EmbeddedServerError (password_lost).
    """
    path = home.password(role)
    if not path.exists():
        raise EmbeddedServerError("password_lost", place=path)
    return path.read_text("utf-8").strip()


def ensure(home: Home, programs: Path, *, fsync: bool) -> None:
    """Make the cluster unless it is there, and check that these programs can run it.

    Raises: EmbeddedServerError.
    """
    _sweep(home)
    if not home.cluster.exists():
        _create(home, programs, fsync=fsync)
    found = (home.cluster / "PG_VERSION").read_text("utf-8").strip()
    if found != MAJOR:
        raise EmbeddedServerError("wrong_version", place=home.path, found=found, wanted=MAJOR)


def _sweep(home: Home) -> None:
    """Remove what a killed start left half made."""
    for draft in home.path.glob("new.*"):
        if draft.is_dir():
            shutil.rmtree(draft, ignore_errors=True)
        else:
            draft.unlink(missing_ok=True)


def _create(home: Home, programs: Path, *, fsync: bool) -> None:
    for role in (SUPERUSER, ROLE):
        if not home.password(role).exists():
            home.write(home.password(role), secrets.token_hex(24) + "\n")
    draft = Path(tempfile.mkdtemp(prefix="new.", dir=home.path))
    home.account.own(draft)
    try:
        _initdb(home, programs, draft, fsync=fsync)
        _make_database(home, programs, draft, fsync=fsync)
        draft.rename(home.cluster)  # from here on the cluster is whole: its role and database are in it
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _initdb(home: Home, programs: Path, draft: Path, *, fsync: bool) -> None:
    options = [f"{name}={value}" for name, value in INITDB.items()]
    options += ["--data-checksums", f"--pwfile={home.password(SUPERUSER)}", f"--pgdata={draft}"]
    options += [] if fsync else ["--no-sync"]
    _must(home, [programs / "initdb", *options])


def _make_database(home: Home, programs: Path, draft: Path, *, fsync: bool) -> None:
    """Let PostgreSQL itself, before anybody can connect, make the application's role and database."""
    options = {"exit_on_error": "on", "log_min_error_statement": "panic", "fsync": "on" if fsync else "off"}
    words = [word for name, value in options.items() for word in ("-c", f"{name}={value}")]
    statements = (
        f"CREATE ROLE {ROLE} LOGIN PASSWORD '{password(home, ROLE)}';\nCREATE DATABASE {DATABASE} OWNER {ROLE};\n"
    )
    _must(home, [programs / "postgres", "--single", *words, "-D", draft, SUPERUSER], statements)


def _must(home: Home, command: list[str | Path], typed: str = "") -> None:
    result = home.account.run(command, cwd=home.path, typed=typed)
    if result.code != 0:
        raise EmbeddedServerError(
            reason_in(result.output, home.path), place=home.path, detail=result.output[-2000:]
        )
