"""Whether a turn is heard at all: flood control stands in front of every conversation."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from desk.letter import Letter, say
from handlers.telegram.replies import Send
from handlers.telegram.turn import Turn
from petitions.flood import SILENCE, SPACING, Stage, judge, muted, weight
from storage.inbound import Sender


class MutedError(Exception):
    """Nothing of the update is kept, and nobody answers it; Telegram is told that it is done."""


def sender_of(address: str, raw: Mapping[str, Any], a_minute: int) -> Sender:
    """Return who sends an update and what it weighs; the files of an album weigh as one message."""
    message = raw.get("message")
    press = not isinstance(message, Mapping)
    album = message.get("media_group_id") if isinstance(message, Mapping) else None
    return Sender(address, weight(a_minute, press=press), str(album) if album else None)


async def heard(turn: Turn) -> bool:
    """Tell whether the turn is to be acted on; whoever comes to another stage is told so once.

    Raises: MutedError — the whole unit is to be rolled back.
    """
    visitor = turn.visitor
    if visitor is None:
        return True
    if muted(visitor.flood, turn.now):
        raise MutedError
    verdict = judge(visitor.flood, turn.now, wide=bool(visitor.actor.grants or visitor.here_body))
    if (verdict.stage, verdict.since) != (visitor.flood.stage, visitor.flood.since):
        await turn.unit.people.note_flood(visitor.person, verdict.stage, verdict.since)
    if verdict.told:
        turn.replies.append(Send(_notice(verdict.stage)))
    return verdict.heard


def _notice(stage: Stage) -> Letter:
    minutes, seconds = SILENCE // timedelta(minutes=1), SPACING // timedelta(seconds=1)
    return {
        Stage.WARNED: say("flood-warned"),
        Stage.SLOWED: say("flood-slowed", seconds=seconds),
        Stage.MUTED: say("flood-muted", minutes=minutes),
    }[stage]
