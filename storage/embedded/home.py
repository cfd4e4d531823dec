"""Where the files of the embedded server lie, who owns them, and the lock on them."""

import fcntl
import hashlib
import logging
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from storage.embedded.account import NAME, Account, current, make_shelter, owner_of, system_account
from storage.embedded.errors import EmbeddedServerError

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Home:
    """The folder of one embedded server; everything in it belongs to `account` and to nobody else."""

    path: Path
    account: Account

    @property
    def cluster(self) -> Path:
        """The folder that PostgreSQL calls its data directory."""
        return self.path / "cluster"

    @property
    def socket(self) -> Path:
        """The folder of the Unix socket."""
        return self.path / "socket"

    @property
    def settings(self) -> Path:
        """The settings, written anew at each start."""
        return self.path / "postgresql.conf"

    @property
    def port(self) -> Path:
        """The port of the last start, when the socket's path is too long."""
        return self.path / "port"

    @property
    def users(self) -> Path:
        """The file on which every process that uses the server holds a lock."""
        return self.path / "users"

    def password(self, role: str) -> Path:
        """Return the file with the password of a role."""
        return self.path / f"{role}.password"

    def make_folder(self, path: Path) -> None:
        """Make a folder for the account alone, if it is missing."""
        path.mkdir(mode=0o700, exist_ok=True)
        self.account.own(path)

    def write(self, path: Path, text: str) -> None:
        """Write a file for the account alone, whole or not at all."""
        handle, draft = tempfile.mkstemp(prefix="new.", dir=self.path)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        self.account.own(Path(draft))
        Path(draft).replace(path)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the lock on a data folder; it ends with the process, however that ends."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def enter(home: Home) -> int:
    """Count this process among the users of the server; return the handle, which ends with the process."""
    handle = os.open(home.users, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    home.account.own(home.users)
    fcntl.flock(handle, fcntl.LOCK_SH)
    return handle


def leave(handle: int) -> bool:
    """Leave the users of the server; return whether nobody is left. The lock on the data folder must be held."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True


def home_of(folder: Path) -> Home | None:
    """Return the home that a data folder already has."""
    link = folder / "postgresql"
    if not link.exists():
        return None
    home = link.resolve()
    return Home(home, owner_of(home) if os.geteuid() == 0 else current())


def settle(folder: Path, shelter: Path) -> Home:
    """Return the home of a data folder, made if it is missing.

    Raises: EmbeddedServerError (copied_link, lost, no_account, no_permission).
    """
    link = folder / "postgresql"
    if link.is_symlink() and not link.exists():
        raise EmbeddedServerError("lost", link=link, place=link.readlink())
    home = home_of(folder)
    if home is None or home.account.uid == 0:  # 0: killed before the folder was given away
        home = _new_home(folder, link, shelter)
    if link.is_symlink():
        _claim(home, link)
    return home


def _new_home(folder: Path, link: Path, shelter: Path) -> Home:
    account = current() if os.geteuid() else system_account(NAME)
    inside = link.exists() or account.may_enter(folder)
    home = Home(folder.resolve() / "postgresql" if inside else _sheltered(folder, shelter), account)
    if not inside:
        _lay_aside(home, folder)
    home.make_folder(home.path)
    if not account.may_enter(home.path):
        raise EmbeddedServerError("no_permission", place=home.path)
    if not inside:
        link.symlink_to(home.path)
        _log.info("%s cannot be entered by the account %s; its database lies in %s", folder, NAME, home.path)
    return home


def _sheltered(folder: Path, shelter: Path) -> Path:
    make_shelter(shelter)
    return shelter / hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]


def _lay_aside(home: Home, folder: Path) -> None:
    """Move away the database of a data folder that was deleted, as a rule with the key that opened it."""
    note = home.path / "data-folder"
    if not home.cluster.exists() or note.read_text("utf-8") != str(folder.resolve()):
        return
    aside = next(path for n in count(1) if not (path := home.path.with_suffix(f".{n}")).exists())
    home.path.rename(aside)
    _log.warning("%s was deleted; the database that it had is laid aside in %s", folder, aside)


def _claim(home: Home, link: Path) -> None:
    """Remember which data folder the home belongs to; a moved folder is followed, a copied one refused."""
    note, folder = home.path / "data-folder", link.parent.resolve()
    known = Path(note.read_text("utf-8")) if note.exists() else folder
    if known != folder and (known / link.name).resolve() == home.path:
        raise EmbeddedServerError("copied_link", link=link, place=known)
    if known != folder or not note.exists():
        home.write(note, str(folder))
