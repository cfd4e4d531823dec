"""Who writes too fast: warned first, then heard only now and then, then not heard for an hour; each told once.

What is sent is weighed in seconds: at 30 messages a minute each one weighs two, and a second of rest takes one
away. So a minute's worth sent at once is the first warning, and whoever keeps to the limit never comes near it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum


class Stage(IntEnum):
    """How far it has come."""

    CALM = 0
    WARNED = 1
    SLOWED = 2
    MUTED = 3


FROM = {Stage.WARNED: 60.0, Stage.SLOWED: 120.0, Stage.MUTED: 180.0}
"""Seconds' worth of messages from which on each stage is reached."""
CALM_BELOW = 20.0
"""Seconds' worth under which everything is as if nothing had been."""
PRESS = 0.25
"""What the press of a button weighs beside a message."""
WIDER = 4
"""How much more is heard from whoever works here, and in a body's group."""
SPACING = timedelta(seconds=5)
"""Between two messages that are heard from somebody who is slowed."""
SILENCE = timedelta(hours=1)


@dataclass(frozen=True)
class Flood:
    """How somebody has been writing, what comes now included; `since` is when the stage began.

    Of somebody who is slowed `since` is when they were last heard.
    """

    pressure: float
    stage: Stage
    since: datetime | None


@dataclass(frozen=True)
class Verdict:
    """Whether something is heard, where its author stands then, and whether they are to be told."""

    stage: Stage
    since: datetime | None
    heard: bool = True
    told: bool = False


def weight(a_minute: int, *, press: bool) -> float:
    """Return what a message or a press weighs, in seconds; nothing where there is no limit."""
    return (PRESS if press else 1.0) * 60 / a_minute if a_minute else 0.0


def muted(flood: Flood, now: datetime) -> bool:
    """Tell whether nothing is heard; a silence that begins in the future was noted by a clock ahead."""
    return flood.stage is Stage.MUTED and flood.since is not None and flood.since <= now < flood.since + SILENCE


def judge(flood: Flood, now: datetime, *, wide: bool) -> Verdict:
    """Decide about what comes from somebody who is not muted."""
    pressure = flood.pressure / WIDER if wide else flood.pressure
    lasts = pressure >= CALM_BELOW and flood.stage is not Stage.MUTED
    before = flood.stage if lasts else Stage.CALM
    stage = max((one for one, least in FROM.items() if pressure >= least), default=Stage.CALM)
    if stage > before:
        return Verdict(stage, now, heard=stage is not Stage.MUTED, told=True)
    if before is Stage.SLOWED and flood.since is not None and flood.since <= now < flood.since + SPACING:
        return Verdict(before, flood.since, heard=False)
    return Verdict(before, None if before is Stage.CALM else now)
