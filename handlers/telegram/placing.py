"""Where the matter is: an address in words, or a pin on the map, beside each other.

place ──► (rough) place ──► name        a pin ──► name | keep a pin outside the unit? ──► name
(any other step) a pin ──► the same step
"""

from dataclasses import replace
from typing import Any

from desk.letter import Letter, Line, Value, choice
from desk.places import is_inside, unit_name
from handlers.telegram.gatekeeping import guarded, stale
from handlers.telegram.on import Said
from handlers.telegram.questions import PLACE, WORDS, ask, ask_again, goes_on, onward, steps
from handlers.telegram.turn import Turn
from petitions.addresses import can_be_found
from petitions.codes import meant_as_code
from petitions.text import clean, has_words

MAX_PLACE = 300


async def place_typed(turn: Turn) -> Said:
    """Take the place in words."""
    if goes_on(turn):
        return onward(turn, PLACE)
    typed = clean(turn.text)
    stopped = await guarded(turn, turn.value("words", ()), typed)
    if stopped:
        return stopped
    if not has_words(typed) or meant_as_code(typed) or len(typed) > MAX_PLACE:
        return ask_again(turn, Line("place-unclear", {"limit": MAX_PLACE}))
    rough = turn.value("rough")
    if rough is None and not (turn.value("place") or can_be_found(typed)):
        # Nobody finds the matter there: what more is known is asked for once.
        turn.go(PLACE, place={"words": typed}, rough=typed)
        return ask(turn, PLACE)
    return placed(turn, {"words": _with_rough(rough, typed)})


def _with_rough(rough: str | None, typed: str) -> str:
    """Put what was added to a rough place behind it, unless it was written anew."""
    both = typed if not rough or rough.casefold() in typed.casefold() else f"{rough}, {typed}"
    return both if len(both) <= MAX_PLACE else typed


async def place_pinned(turn: Turn) -> Said:
    """Take a pin; one outside the unit is asked about, since the map may have slipped."""
    pin, inside = _pin(turn)
    if not inside:
        turn.go(PLACE, doubtful=pin)
        rows = ((choice("button-pin-keep", "pin"),), (choice("button-pin-again", "back", "place"),))
        return Letter((Line("pin-outside", {"unit": unit_name(turn.office)}),), rows)
    return placed(turn, pin)


async def place_sent(turn: Turn) -> Said:
    """Take a pin that comes at another step as the place, and ask there again."""
    taken = pin_taken(turn)
    letter = ask(turn, turn.step or WORDS)
    return replace(letter, lines=(taken, *letter.lines))


def pin_taken(turn: Turn) -> Line:
    """Keep a pin as the place at whatever step it comes, and say so."""
    pin, inside = _pin(turn)
    turn.go(turn.step or WORDS, place={**(turn.value("place") or {}), **pin}, rough="")
    about: dict[str, Value] = {"unit": unit_name(turn.office), "steps": steps(turn)}
    return Line("pin-taken" if inside else "pin-taken-outside", about)


def _pin(turn: Turn) -> tuple[dict[str, float], bool]:
    """Return where the message points, and whether that is within the unit."""
    location = turn.message.location
    assert location is not None  # noqa: S101 - the routes let only locations come here
    inside = is_inside(turn.office, location.latitude, location.longitude)
    return {"latitude": location.latitude, "longitude": location.longitude}, inside


async def pin_kept(turn: Turn) -> Said:
    """Keep a pin outside the unit because the person says it is right."""
    if not turn.value("doubtful"):
        return stale(turn)
    return turn.show(placed(turn, turn.value("doubtful")))


def placed(turn: Turn, found: dict[str, Any]) -> Letter:
    """Keep an address or a pin beside what is known of the place."""
    return onward(turn, PLACE, place={**(turn.value("place") or {}), **found}, rough="")


async def place_kept(turn: Turn) -> Said:
    """Go on with the place as it stands, or without any."""
    return turn.show(onward(turn, PLACE, rough=""))


async def place_dropped(turn: Turn) -> Said:
    """Go on without the place that was given."""
    return turn.show(onward(turn, PLACE, place=None, rough=""))
