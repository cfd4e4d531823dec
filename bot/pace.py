"""How fast letters may go: what Telegram allows a bot, a private chat and a group, as data."""

from dataclasses import dataclass
from datetime import datetime, timedelta

_NOTHING, _SECOND = timedelta(0), timedelta(seconds=1)
_LONGEST = timedelta(minutes=10)
"""What is owed beyond this was noted under a clock that was ahead."""


@dataclass(frozen=True)
class Pace:
    """`burst` messages at once, and one more each time that `every` is over."""

    every: timedelta
    burst: int = 1

    def wait(self, free_at: datetime | None, now: datetime) -> timedelta:
        """Return how long the next message must wait; `free_at` is what `after` returned the last time."""
        return max(_NOTHING, _owed(free_at, now) - self.every * (self.burst - 1))

    def after(self, free_at: datetime | None, now: datetime, messages: int) -> datetime:
        """Return when everything sent until now, these messages included, no longer counts."""
        return now + _owed(free_at, now) + self.every * messages


def _owed(free_at: datetime | None, now: datetime) -> timedelta:
    owed = free_at - now if free_at else _NOTHING
    return owed if _NOTHING < owed <= _LONGEST else _NOTHING


@dataclass(frozen=True)
class Paces:
    """The pace of one private chat, of one group, and the messages a second of the whole bot (0: no limit).

    `least` of these are left to letters, however many replies go out.
    """

    private: Pace
    group: Pace
    a_second: int
    least: int

    def apart(self, replies: int) -> timedelta:
        """Return the time between two letters where so many replies went out within a second."""
        return _SECOND / max(self.least, self.a_second - replies) if self.a_second else _NOTHING


TELEGRAM = Paces(private=Pace(_SECOND, burst=3), group=Pace(timedelta(seconds=4), burst=5), a_second=30, least=10)
"""One message a second in a private chat, 20 a minute in a group (5 at once and 15 more), 30 a second in all:
https://core.telegram.org/bots/faq. The exact limits are Telegram's secret; when it says 429, that holds besides.
"""
