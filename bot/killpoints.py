"""Kill points: boundaries at which the crash proof lets a process end itself, as a power cut would."""

import os
import signal
from collections.abc import Callable
from enum import StrEnum
from itertools import count

from bot.settings import KILL_AT, Settings, SettingsError


class Point(StrEnum):
    """The boundaries, in the order in which an update, a letter and a file pass them."""

    BEFORE_CLAIM = "before_claim"
    AFTER_CLAIM = "after_claim"
    BEFORE_COMMIT = "before_commit"
    AFTER_COMMIT = "after_commit"
    BEFORE_REPLY = "before_reply"
    AFTER_REPLY = "after_reply"
    BEFORE_DONE = "before_done"
    AFTER_DONE = "after_done"
    BEFORE_LETTER = "before_letter"
    AFTER_LETTER = "after_letter"
    BEFORE_MARK = "before_mark"
    AFTER_MARK = "after_mark"
    BEFORE_DOWNLOAD = "before_download"
    AFTER_DOWNLOAD = "after_download"
    BEFORE_KEEP = "before_keep"
    AFTER_KEEP = "after_keep"


OF_BOT = tuple(Point)[:8]
OF_WORKER = tuple(Point)[8:]

Passes = Callable[[Point], None]
"""What is called at every boundary."""


def go_on(_point: Point) -> None:
    """Do nothing: what happens at every boundary outside of the crash proof."""


def kill_points(settings: Settings) -> Passes:
    """Return what happens at the boundaries: nothing, unless DANNGUYEN_KILL_AT names one in the sandbox.

    `point` ends the process there, `point:3` at the third time. Raises: SettingsError — no such point.
    """
    wanted = os.environ.get(KILL_AT) if settings.demo else None
    return _end_at(*_read(wanted)) if wanted else go_on


def _read(wanted: str) -> tuple[Point, int]:
    name, _colon, nth = wanted.partition(":")
    try:
        return Point(name), int(nth or 1)
    except ValueError:
        raise SettingsError(
            f"{KILL_AT}: it must be a point, or point:number; known: {', '.join(Point)}."
        ) from None


def _end_at(wanted: Point, nth: int) -> Passes:
    times = count(1)

    def passes(point: Point) -> None:
        if point is wanted and next(times) == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    return passes
