"""The gate as the chat shows it: nothing is kept of an accusation, danger gets numbers at once."""

from collections.abc import Sequence
from typing import Any

from desk import filing
from desk.letter import Letter, Line, body_name, choice, word
from handlers.telegram.replies import Forget, Reply
from handlers.telegram.turn import Turn
from petitions.gate import Gate, Verdict
from petitions.programme import Door, Words

URGENT = "filing.urgent"


async def guarded(turn: Turn, texts: Sequence[str]) -> list[Letter | Reply] | None:
    """Stop at the gate, before anything is stored; None lets the words pass."""
    verdict = filing.look(turn.office, texts)
    if verdict is None or (verdict.gate is Gate.EMERGENCY and turn.value("calm")):
        return None
    await filing.turn_away(turn.unit, turn.office, verdict)
    if verdict.gate is Gate.EMERGENCY:
        return _urgent(turn, texts)
    return await _denounced(turn, verdict)


def emergency_lines(turn: Turn) -> tuple[Line, ...]:
    """Return the emergency numbers with what each is for."""
    numbers = (
        Line("gate-emergency-number", {"number": one.number, "name": {"vi": one.name.vi, "en": one.name.en}})
        for one in turn.office.programme.emergency
    )
    return (Line("gate-emergency"), *numbers, Line("gate-emergency-after"))


def stale(turn: Turn) -> Reply:
    """Answer the press of a button whose time is over."""
    return turn.toast(Line("stale-button"), alert=True)


def _urgent(turn: Turn, texts: Sequence[str]) -> list[Letter | Reply]:
    media = list(turn.value("media", ()))
    turn.begin(URGENT, words=[text for text in texts if text], media=media, calm=True)
    rows = ((choice("button-calm", "calm"),), (choice("button-cancel", "cancel"),))
    return [Letter(emergency_lines(turn), rows)]


async def _denounced(turn: Turn, verdict: Verdict) -> list[Letter | Reply]:
    """Forget the whole draft, ask Telegram to delete its messages, and show the right door."""
    sent = [*turn.value("sent", ())]
    if turn.update.message:
        sent.append(turn.update.message.message_id)
    await filing.detach(turn.unit, turn.value("media", ()))
    turn.end()
    rows = ((choice("button-restate", "restate"),),)
    lines = (Line("gate-denunciation"), *_doors(turn, verdict), Line("gate-denunciation-after"))
    return [Forget(tuple(sent)), Letter(lines, rows)]


def _doors(turn: Turn, verdict: Verdict) -> list[Line]:
    """Name every place that takes a paper or hears it in person."""
    return [
        Line("gate-door", {"body": _body(turn, door), "place": _known(door.place), "hours": _known(door.hours)})
        for door in turn.office.programme.doors_for(verdict.gate)
    ]


def _body(turn: Turn, door: Door) -> dict[str, Any]:
    return body_name(turn.office.body(door.body)) if door.body else word("to-be-filled")


def _known(words: Words | None) -> dict[str, Any]:
    return {"vi": words.vi, "en": words.en} if words else word("to-be-filled")
