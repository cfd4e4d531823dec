"""Quiet hours: when letters to residents wait for the morning."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Self


@dataclass(frozen=True)
class QuietHours:
    """From one hour of the day to another, over midnight where `start` is the later one."""

    start: time
    end: time

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Read `21:00-07:00` or `21:00–07:00`; `none` switches them off. Raises: ValueError."""
        if text.strip().lower() in {"", "none"}:
            return None
        try:
            start, end = (_hour(part.strip()) for part in text.replace("–", "-").split("-"))
        except ValueError as error:
            raise ValueError("it must look like 21:00-07:00, or none") from error
        return cls(start, end)

    def ends(self, local: datetime) -> datetime:
        """Return when a letter may go: at once outside the quiet hours, else when they end (local times)."""
        at = local.time()
        over_midnight = self.start > self.end
        quiet = at >= self.start or at < self.end if over_midnight else self.start <= at < self.end
        if not quiet:
            return local
        tomorrow = over_midnight and at >= self.start
        return datetime.combine(local.date() + timedelta(days=tomorrow), self.end, local.tzinfo)


def _hour(text: str) -> time:
    hour, minute = text.split(":")
    return time(int(hour), int(minute))
