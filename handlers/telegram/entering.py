"""Writing an entry of a register, or the one that replaces it: one question at a time, shown before it is saved.

newentry ──► register.at ──► register.body ──► register.count, one after the other ──► register.preview ──► (saved)
correct ──► register.preview ──► one part ──► register.preview
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from desk import registering
from desk.letter import Choice, Letter, Line, Rows, body_name, choice, column, grid, word
from handlers.telegram.gatekeeping import stale
from handlers.telegram.on import Said
from handlers.telegram.questions import half_written
from handlers.telegram.registering import REGISTER, TO_REGISTERS, shown
from handlers.telegram.turn import Turn
from petitions.adding_up import AtMost, Rule
from petitions.refusal import Refusal
from petitions.registers import REGISTERS, WITHOUT_BODY, RegisterEntry, broken, read_count, read_spoken_day

AT, BODY, COUNT, PREVIEW = (f"{REGISTER}.{name}" for name in ("at", "body", "count", "preview"))
PARTS = ("at", "body", *(str(place) for place in range(max(map(len, REGISTERS.values())))))
"""What of an entry can be changed before it is saved: its day, its body, a count by its place."""
NOBODY = "-"
_COUNTED_AT_THE_COUNTER = "receptions"
_BODIES = 8
_QUICK = range(6)
"""Counts with a button of their own."""


async def begun(turn: Turn) -> Said:
    """Ask which register an entry is for, then on which day."""
    registering.check(turn.actor)
    if not turn.args:
        choices = [Choice(Line(f"register-{one}"), "newentry", (one,)) for one in REGISTERS]
        return turn.show(Letter((Line("ask-register"),), (*column(choices), TO_REGISTERS)))
    if half_written(turn):
        return turn.toast(Line("finish-first"), alert=True)
    turn.begin(AT, register=turn.args[0], counts={}, place=0)
    return turn.show(_ask(turn))


async def correct(turn: Turn) -> Said:
    """Write an entry that is to replace another one, beginning with what that one says."""
    kept = await registering.one(turn.unit, turn.office, turn.actor, int(turn.args[0]))
    if half_written(turn):
        return turn.toast(Line("finish-first"), alert=True)
    entry = kept.entry
    day = entry.at.astimezone(_zone(turn)).date().isoformat()
    counts = {name: entry.counts.get(name, 0) for name in REGISTERS[entry.register]}
    own = {"register": entry.register, "day": day, "body": entry.body, "counts": counts}
    turn.begin(PREVIEW, **own, replaces=kept.id, whole=True)
    return turn.show(_ask(turn))


async def day_typed(turn: Turn) -> Said:
    """Take the day."""
    return _day(turn, turn.text)


async def day_pressed(turn: Turn) -> Said:
    """Take today or yesterday."""
    return turn.show(_day(turn, (_today(turn) - timedelta(days=int(turn.args[0]))).isoformat()))


async def bodies(turn: Turn) -> Said:
    """Turn to a page of bodies."""
    return turn.show(_ask_body(turn, int(turn.args[0])))


async def body_chosen(turn: Turn) -> Said:
    """Take the body, or that there is none."""
    code = None if turn.args[0] == NOBODY else turn.office.body(turn.args[0]).code
    return turn.show(_next(turn, BODY, body=code))


async def press_instead(turn: Turn) -> Said:
    """Ask again where words are no answer: a button is."""
    turn.stay()
    asked = _ask(turn)
    return replace(asked, lines=(Line("press-below"), *asked.lines))


async def count_typed(turn: Turn) -> Said:
    """Take a number; one that cannot be right is asked for again."""
    return _count(turn, turn.text)


async def count_pressed(turn: Turn) -> Said:
    """Take a number that has a button; pressed twice, it is no answer to the next question."""
    place, count = turn.args
    return turn.show(_count(turn, count)) if int(place) == turn.value("place") else stale(turn)


async def back(turn: Turn) -> Said:
    """Go to the question before; from a part that is changed, to the whole."""
    place = turn.value("place", 0)
    if turn.value("whole"):
        turn.go(PREVIEW)
    elif turn.step == COUNT and place > 0:
        turn.go(COUNT, place=place - 1)
    else:
        turn.go(BODY if turn.step == COUNT and _has_body(turn) else AT)
    return turn.show(_ask(turn))


async def edit(turn: Turn) -> Said:
    """Change one part of what is shown before it is saved."""
    part = turn.args[0]
    if part.isdigit() and int(part) >= len(_names(turn)):
        return stale(turn)
    steps = {"at": AT, "body": BODY}
    turn.go(steps.get(part, COUNT), place=0 if part in steps else int(part))
    return turn.show(_ask(turn))


async def save(turn: Turn) -> Said:
    """Save the entry."""
    replaces = turn.value("replaces")
    await registering.enter(turn.unit, turn.office, turn.actor, _entry(turn), replaces)
    turn.end()
    done = Line("entry-corrected" if replaces else "entry-saved")
    return turn.show(Letter((done,), ((choice("button-newentry", "newentry"),), TO_REGISTERS)))


def _day(turn: Turn, typed: str) -> Letter:
    try:
        day = read_spoken_day(typed, _today(turn))
    except Refusal as refused:
        return _again(turn, Line(refused.key, refused.args_for_words))
    return _next(turn, AT, day=day.isoformat())


def _count(turn: Turn, typed: str) -> Letter:
    try:
        count = read_count(typed)
    except Refusal as refused:
        return _again(turn, Line(refused.key, refused.args_for_words))
    counts = {**turn.value("counts"), _names(turn)[turn.value("place")]: count}
    # Where the whole is known, other counts may have to be changed before they add up again: it is said there.
    wrong = () if turn.value("whole") else _wrong(_so_far(turn, counts))
    return _again(turn, *wrong) if wrong else _next(turn, COUNT, counts=counts)


def _so_far(turn: Turn, counts: Mapping[str, int]) -> dict[str, int]:
    """Return the counts up to where it stands: what comes after, from before one went back, is asked again."""
    return {name: counts[name] for name in _names(turn)[: turn.value("place") + 1]}


def _again(turn: Turn, *wrong: Line) -> Letter:
    """Say what is wrong and ask the same question."""
    asked = _ask(turn)
    return Letter((*wrong, *asked.lines), asked.choices, ask=asked.ask)


def _next(turn: Turn, done: str, **values: Any) -> Letter:
    """Keep an answer and ask the next question; once all are answered, show the whole."""
    place = turn.value("place", 0) + 1 if done == COUNT else 0
    if turn.value("whole") or place == len(_names(turn)):
        turn.go(PREVIEW, **values, whole=True)
    elif done == AT and _has_body(turn):
        turn.go(BODY, **values)
    else:
        turn.go(COUNT, **values, place=place)
    return _ask(turn)


def _ask(turn: Turn) -> Letter:
    """Return the question of the step."""
    if turn.step == AT:
        days = [Choice(Line(f"button-day-{number}"), "entryday", (str(number),)) for number in (0, 1)]
        return Letter((_head(turn), Line("ask-day")), (tuple(days), _ways(turn)), ask=Line("hint-day"))
    if turn.step == BODY:
        return _ask_body(turn, 0)
    return _ask_count(turn) if turn.step == COUNT else _preview(turn)


def _ask_body(turn: Turn, number: int) -> Letter:
    known = [body.code for body in turn.office.programme.bodies]
    first = number * _BODIES
    there = [
        Choice(Line("button-body", {"body": body_name(turn.office, code)}), "entrybody", (code,))
        for code in known[first : first + _BODIES]
    ]
    ways = [choice("button-earlier", "entrybodies", str(number - 1))] if number else []
    ways += [choice("button-later", "entrybodies", str(number + 1))] if len(known) > first + _BODIES else []
    nobody = (choice("button-no-body", "entrybody", NOBODY),)
    rows = (*column(there), *((tuple(ways),) if ways else ()), nobody, _ways(turn))
    return Letter((_head(turn), Line("ask-entry-body")), rows)


def _ask_count(turn: Turn) -> Letter:
    place, names = turn.value("place"), _names(turn)
    quick = tuple(choice("button-count", "entrycount", str(place), str(one), count=one) for one in _QUICK)
    asked = Line("ask-count", {"what": word(f"count-{names[place]}"), "number": place + 1, "of": len(names)})
    beside = (Line("ask-receptions"),) if names[place] == _COUNTED_AT_THE_COUNTER else ()
    return Letter((_head(turn), asked, *beside), (quick, _ways(turn)), ask=Line("hint-count"))


def _preview(turn: Turn) -> Letter:
    entry = _entry(turn)
    wrong = _wrong(entry.counts) if any(entry.counts.values()) else (Line("entry-empty"),)
    saves: Rows = () if wrong else ((choice("button-save", "entrysave"),),)
    head = Line("entry-preview-correct" if turn.value("replaces") else "entry-preview")
    rows = (*saves, *grid(_edits(turn)), (choice("button-cancel", "cancel"),))
    return Letter((head, *shown(turn.office, entry), *wrong), rows)


def _edits(turn: Turn) -> list[Choice]:
    day = choice("button-entry-day", "entryedit", "at")
    body = [choice("button-entry-body", "entryedit", "body")] if _has_body(turn) else []
    counts = [Choice(Line(f"count-{name}"), "entryedit", (str(place),)) for place, name in enumerate(_names(turn))]
    return [day, *body, *counts]


def _wrong(counts: Mapping[str, int]) -> tuple[Line, ...]:
    """Say which counts do not add up."""
    return tuple(_told(rule, counts) for rule in broken(counts))


def _told(rule: Rule, counts: Mapping[str, int]) -> Line:
    if isinstance(rule, AtMost):
        return Line("count-too-many", {"part": word(f"count-{rule.part}"), "whole": word(f"count-{rule.whole}")})
    whole, parts = (sum(counts[name] for name in names) for names in (rule.left, rule.right))
    return Line("count-no-sum", {"whole": word(f"count-{rule.left[0]}"), "count": whole, "sum": parts})


def _entry(turn: Turn) -> RegisterEntry:
    at = datetime.combine(date.fromisoformat(turn.value("day")), time(), _zone(turn))
    return RegisterEntry(turn.value("register"), at, turn.value("body"), turn.value("counts"))


def _head(turn: Turn) -> Line:
    return Line("entry-of", {"register": word(f"register-{turn.value('register')}")})


def _names(turn: Turn) -> tuple[str, ...]:
    return REGISTERS[turn.value("register")]


def _has_body(turn: Turn) -> bool:
    return turn.value("register") not in WITHOUT_BODY


def _today(turn: Turn) -> date:
    return turn.now.astimezone(_zone(turn)).date()


def _zone(turn: Turn) -> ZoneInfo:
    return turn.office.programme.calendar.zone


def _ways(turn: Turn) -> tuple[Choice, ...]:
    """Return back and cancel; while one part is changed, there is only the way back to the whole."""
    cancel = choice("button-cancel", "cancel")
    if turn.value("whole"):
        return (choice("button-back-preview", "entryback"),)
    return (cancel,) if turn.step == AT else (choice("button-back", "entryback"), cancel)
