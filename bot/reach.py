"""Whether the database and Telegram can be reached: what an error says of it, and one line for each change."""

import psycopg
import structlog
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

log = structlog.get_logger()
TOKEN_CURE = "set DANNGUYEN_TELEGRAM_TOKEN to the token that BotFather gave"  # noqa: S105 - advice
_SERVER_STATES = ("08", "53", "57P")
"""SQLSTATE classes of a server that is not there, has no room, or is going down."""


class Reach:
    """Whether something can be reached; says once that it is away, and once that it is back."""

    def __init__(self, away: str, back: str, cure: str) -> None:
        self._away, self._back, self._cure = away, back, cure
        self._told: str | None = None

    def away(self, why: str, cure: str | None = None) -> None:
        """Note that it cannot be reached, and why; a cure of its own is said even where it was away before."""
        wanted = cure or self._cure
        if self._told is None or (cure and cure != self._told):
            log.warning(self._away, why=why, cure=wanted)
        self._told = wanted

    def back(self) -> None:
        """Note that it was reached."""
        if self._told is not None:
            log.warning(self._back)
        self._told = None


def disk_full(error: BaseException | None) -> bool:
    """Tell whether the database could not write for want of room."""
    if isinstance(error, OperationalError):
        return disk_full(error.orig)
    return isinstance(error, psycopg.errors.DiskFull)


def out_of_reach(error: BaseException | None) -> bool:
    """Tell a database that cannot be reached from a fault of what was asked of it."""
    if isinstance(error, OperationalError):
        return out_of_reach(error.orig)
    if isinstance(error, psycopg.OperationalError):
        return error.sqlstate is None or error.sqlstate.startswith(_SERVER_STATES)
    if isinstance(error, InterfaceError | PoolTimeoutError | psycopg.InterfaceError):
        return True
    # The job queue wraps what the driver raises.
    return error is not None and out_of_reach(error.__cause__)
