"""The account of the operating system under which PostgreSQL runs, and running programs under it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from storage.embedded.errors import EmbeddedServerError

#: PostgreSQL refuses to run as root; then it runs under this system account.
NAME = "dannguyen"
#: Where its files go when the account cannot enter the data folder or the folder of the programs.
SHELTER = Path("/var/lib/dannguyen")

#: Nothing of our own environment reaches PostgreSQL: PGDATA or a language would change what it does.
_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True)
class Result:
    """How a program ended, and what it wrote on both of its outputs."""

    code: int
    output: str


@dataclass(frozen=True)
class Account:
    """A user of the operating system, by numbers."""

    uid: int
    gid: int

    @property
    def is_us(self) -> bool:
        """Tell whether this very process runs under the account."""
        return self.uid == os.geteuid()

    def own(self, path: Path) -> None:
        """Make the account the owner of `path`, which we have just made."""
        if not self.is_us:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def may_enter(self, folder: Path) -> bool:
        """Tell whether the account reaches what lies in `folder`."""
        return self.is_us or self.run(["test", "-x", folder], cwd=Path("/")).code == 0

    def run(
        self,
        command: Sequence[str | Path],
        *,
        cwd: Path,
        variables: Mapping[str, str] | None = None,
        typed: str = "",
        timeout: float = 300,
    ) -> Result:
        """Run a program to its end under the account, with `typed` as its input."""
        identity: dict[str, Any] = {} if self.is_us else {"user": self.uid, "group": self.gid, "extra_groups": []}
        # A file, not a pipe: the server that pg_ctl leaves behind would hold a pipe open for ever.
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as output:
            try:
                code = subprocess.run(  # noqa: S603 - a list, no shell; the programs are ours or /bin/test
                    command,
                    cwd=cwd,
                    env=_ENVIRONMENT | dict(variables or {}),
                    input=typed,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                    text=True,
                    timeout=timeout,
                    check=False,
                    **identity,
                ).returncode
            except subprocess.TimeoutExpired:
                code = -1
            output.seek(0)
            return Result(code, output.read())


def current() -> Account:
    """Return the account under which this process runs."""
    return Account(os.geteuid(), os.getegid())


def owner_of(path: Path) -> Account:
    """Return the account that owns `path`."""
    found = path.stat()
    return Account(found.st_uid, found.st_gid)


def system_account(name: str, useradd: str = "useradd") -> Account:
    """Return the system account `name`, made if it is missing.

    Raises: EmbeddedServerError (no_account).
    """
    found = _look_up(name) or _create(name, useradd)
    if found is None or found.uid == 0:
        raise EmbeddedServerError("no_account", account=name)
    return found


def make_shelter(shelter: Path) -> None:
    """Make the folder that the account may cross but not list, if it is missing."""
    if not shelter.exists():
        shelter.mkdir(parents=True, exist_ok=True)
        shelter.chmod(0o711)


def _look_up(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid)


def _create(name: str, useradd: str) -> Account | None:
    program = shutil.which(useradd, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin")
    if program is None:
        return None
    options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent"]
    current().run([program, *options, "--shell", "/usr/sbin/nologin", name], cwd=Path("/"))
    return _look_up(name)  # also right when another process was quicker
