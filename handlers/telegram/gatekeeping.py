"""The gate as the chat shows it: nothing is kept of an accusation, danger gets numbers at once.

(any step) ──► urgent.filing | urgent.gather ──► "no danger" ──► where it was
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from desk import filing
from desk.letter import Letter, Line, choice, fact
from desk.places import doors
from desk.records import NewMedia
from handlers.telegram.files import fitting, once_an_album, unfit
from handlers.telegram.questions import at_counter
from handlers.telegram.replies import Forget, Reply
from handlers.telegram.turn import Turn
from petitions.gate import Gate
from petitions.shape import Words

URGENT_FILING, URGENT_GATHER = "urgent.filing", "urgent.gather"

Stop = list[Letter | Reply]
_AFTER = (Line("gate-denunciation-bring"), Line("gate-denunciation-after"))


async def guarded(turn: Turn, before: Sequence[str], typed: str, file: NewMedia | None = None) -> Stop | None:
    """Stop at the gate, before anything is stored; None lets the words pass.

    `before` is what was said earlier in this conversation, `typed` and `file` what comes now.
    """
    gates = filing.stops(turn.office, [*before, *_elsewhere(turn), typed])
    if Gate.DENUNCIATION in gates:
        return await _denounced(turn, _numbers(turn, [*before, typed]) if Gate.EMERGENCY in gates else ())
    if Gate.EMERGENCY in gates and not turn.value("calm"):
        return await _urgent(turn, typed, file)
    return None


async def danger_again(turn: Turn) -> Letter:
    """Repeat the numbers; what was said before is held."""
    turn.stay()
    return _danger(turn)


async def danger_written(turn: Turn) -> Letter:
    """Repeat the numbers to somebody who writes on instead of pressing; these words are said not to be kept."""
    again = await danger_again(turn)
    return replace(again, lines=(*again.lines, Line("press-below")))


async def danger_filed(turn: Turn) -> Letter | None:
    """Keep a file that is sent while the numbers stand, with what is held; one answer for an album."""
    media, held = list(turn.value("media", ())), turn.value("held")
    found, no_file = fitting(turn.message, len(media) + (held is not None))
    if no_file or not found:
        return no_file and once_an_album(turn, no_file)
    media.append(await filing.attach(turn.unit, turn.who.person, found))
    turn.go(turn.step or URGENT_FILING, media=media)
    if turn.of_known_album:
        return None
    again = await (danger_written if turn.text else danger_again)(turn)
    return replace(again, lines=(*again.lines, Line("danger-files")))


async def turned_away(turn: Turn, message: int) -> Stop:
    """Keep nothing of an accusation in an edited message and show the right doors; a conversation goes on."""
    await filing.turn_away(turn.unit, turn.office, Gate.DENUNCIATION)
    return [Forget((message,)), Letter(_doors(turn))]


async def danger_letter(turn: Turn, typed: str) -> Letter:
    """Return the numbers for words that are kept all the same."""
    await filing.turn_away(turn.unit, turn.office, Gate.EMERGENCY)
    return Letter(_numbers(turn, [typed]))


def _elsewhere(turn: Turn) -> list[str]:
    """Return what was said at other steps: an accusation may be spread over words, place and name."""
    place, name = (turn.value("place") or {}).get("words"), turn.value("name")
    accuses = name and not turn.office.gate.is_name(name)
    return [text for text in (place, name if accuses else None) if text]


def stale(turn: Turn) -> Reply:
    """Answer the press of a button whose time is over, or in a group of what a colleague writes."""
    return turn.toast(Line("stale-button" if turn.private else "stale-or-anothers"), alert=True)


def of_another(turn: Turn) -> bool:
    """Tell whether a button pressed in a group stands below something else than what its presser is asked."""
    if turn.private or turn.update.callback_query is None:
        return False
    asked, message = turn.visitor.asked if turn.visitor else None, turn.pressed.message
    return not turn.step or (asked is not None and message is not None and message.message_id != asked)


async def _urgent(turn: Turn, typed: str, file: NewMedia | None) -> Stop:
    """Show the numbers, and hold what was said for a person who says that it is an ordinary report."""
    await filing.turn_away(turn.unit, turn.office, Gate.EMERGENCY)
    fits = file is not None and unfit(file, len(turn.value("media", ()))) is None
    held = await filing.attach(turn.unit, turn.who.person, file) if file and fits else None
    gathering = (turn.step or "").startswith("gather.")
    turn.go(URGENT_GATHER if gathering else URGENT_FILING, resume=turn.step, typed=typed, held=held, calm=False)
    return [_danger(turn)]


def _danger(turn: Turn) -> Letter:
    rows = ((choice("button-calm", "calm"),), (choice("button-cancel", "cancel"),))
    heard = [*turn.value("words", ()), turn.value("typed") or ""]
    return Letter((*_numbers(turn, heard), Line("gate-emergency-after")), rows)


async def _denounced(turn: Turn, numbers: Iterable[Line]) -> Stop:
    """Forget the whole draft, ask Telegram to delete its messages, and show the right doors."""
    await filing.turn_away(turn.unit, turn.office, Gate.DENUNCIATION)
    sent = [*turn.value("sent", ())]
    if turn.update.message:
        sent.append(turn.update.message.message_id)
    held = turn.value("held")
    await filing.detach(turn.unit, [*turn.value("media", ()), *([held] if held else [])])
    counter = at_counter(turn)
    turn.end()
    forget = Forget(tuple(dict.fromkeys(sent)))
    again = choice("button-counter", "counter") if counter else choice("button-restate", "restate")
    told = (Line("counter-denunciation"),) if counter else _doors(turn)
    return [forget, Letter((*numbers, *told), ((again,),))]


def _doors(turn: Turn) -> tuple[Line, ...]:
    return (Line("gate-denunciation"), *doors(turn.office, Gate.DENUNCIATION), *_AFTER)


def _numbers(turn: Turn, heard: Sequence[str]) -> tuple[Line, ...]:
    """Return the numbers, those that help against the danger heard first."""
    first, known = turn.office.gate.helping(heard), turn.office.programme.emergency
    ordered = sorted(known, key=lambda one: first.index(one.number) if one.number in first else len(first))
    numbers = (fact("gate-emergency-number", number=one.number, name=_both(one.name)) for one in ordered)
    return (Line("gate-emergency"), *numbers)


def _both(words: Words) -> dict[str, Any]:
    return {"vi": words.vi, "en": words.en}
