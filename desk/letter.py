"""Letters: what somebody is told, as text keys with arguments; the door turns them into words and buttons."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import reduce
from typing import Any

from pydantic import TypeAdapter

from desk.office import Office
from petitions.clocks import Deadline
from petitions.codes import show_code
from storage.lists import QueueLine
from storage.people import Held

Value = str | int | float | dict[str, Any]


def day(at: datetime) -> dict[str, Any]:
    """Show a time as a date written out, as letters and receipts have it."""
    return {"day": at.isoformat()}


def date(at: datetime) -> dict[str, Any]:
    """Show a time as a date in figures, as lists and cards have it."""
    return {"date": at.isoformat()}


def limit(at: datetime, now: datetime | None, past: str = "past-due") -> dict[str, Any]:
    """Show a date by which something is due, in the words of `past` where it is over by `now`."""
    return word(past, due=date(at)) if now and at < now else date(at)


def moment(at: datetime) -> dict[str, Any]:
    """Show a time as hour and date in figures, as timelines and cards have it."""
    return {"moment": at.isoformat()}


def clock(at: datetime) -> dict[str, Any]:
    """Show a time of today to the second."""
    return {"clock": at.isoformat()}


def word(key: str, **args: Any) -> dict[str, Any]:
    """Show another text key, with its arguments, in the reader's language."""
    return {"word": key, **args}


def within(time: Deadline, n: int | None = None) -> dict[str, Any]:
    """Make a time limit, or `n` of the days that it counts, in the reader's words."""
    return word(f"limit-{time.unit}", n=time.n if n is None else n)


def several(words: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Show several words as one list; there must be one at least."""
    return reduce(lambda so_far, one: word("list", first=so_far, more=one), words)


def period_name(name: str) -> dict[str, Any]:
    """Show a period of reports, named as `2026-W47`, in the reader's language."""
    year, _, part = name.partition("-")
    sort = next((sort for mark, sort in _SORTS.items() if mark in part), "month" if part else "year")
    # A number, not its digits: the sentences choose by it.
    return word(f"period-{sort}", year=year, number=int("".join(filter(str.isdigit, part)) or 0))


_SORTS = {"W": "week", "Q": "quarter", "H": "half", "M": "nine"}


def body_name(office: Office, code: str | None) -> dict[str, Any]:
    """Show a body's name in the reader's language; one that the programme names no longer is shown by its code."""
    if code is None:
        return word("body-none")
    body = next((body for body in office.programme.bodies if body.code == code), None)
    return {"vi": body.name_vi, "en": body.name_en} if body else {"vi": code, "en": code}


def role_name(office: Office, role: str, body: str | None = None) -> dict[str, Any]:
    """Show a role, with the body whose it is."""
    named = word(f"role-{role}")
    return word("role-of-body", role=named, body=body_name(office, body)) if body else named


def officer_name(person: int, named: Mapping[int, Held]) -> Value:
    """Return what an officer is called; one who never held a role is a number."""
    return _officer(person, named.get(person))


def officer_then(person: int, at: datetime, named: Mapping[tuple[int, datetime], Held]) -> Value:
    """Return what an officer was called when they acted."""
    return _officer(person, named.get((person, at)))


def _officer(person: int, held: Held | None) -> Value:
    return called(held) if held else word("officer-number", person=str(person))


def called(held: Held) -> Value:
    """Return what somebody is called by a role: the label of its invitation, else which of that role they are."""
    return held.label or word("officer-of-role", role=word(f"role-{held.role}"), number=str(held.number))


@dataclass(frozen=True)
class Line:
    """One sentence or block: a text key and its arguments (text, numbers, or what the functions above make).

    `tight` puts it right under the line before, without a blank line between. `language` is the one that it is in
    whoever reads it.
    """

    key: str
    args: Mapping[str, Value] = field(default_factory=dict)
    tight: bool = False
    language: str | None = None


@dataclass(frozen=True)
class Choice:
    """A button: what it says, and the verb with arguments that pressing it means."""

    label: Line
    verb: str
    args: tuple[str, ...] = ()


Rows = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True)
class Letter:
    """A message: lines, rows of buttons, files by their id; `papers` are files that we made.

    `petition` is the one whose words it holds, so that they are erased with it. `ask` asks for a written answer:
    the door shows it as the hint of the input field. `short` is how it is said below a newer letter about the
    petition; without it the letter always goes by itself. `renews` is an earlier message in whose place it goes,
    without a sound. A body's `card` says when it was written: the one before it in the chat loses its buttons.
    """

    lines: tuple[Line, ...]
    choices: Rows = ()
    media: tuple[int, ...] = ()
    ask: Line | None = None
    petition: int | None = None
    short: Line | None = None
    papers: tuple[int, ...] = ()
    renews: int | None = None
    card: datetime | None = None


def holds_words(letter: Letter) -> bool:
    """Tell whether a letter says what somebody wrote, a name or a place: what is erased with a petition."""
    return any(line.args.get(said) for line in letter.lines for said in _SAID)


_SAID = ("words", "name", "place")
_LETTER = TypeAdapter(Letter)


def pack(letter: Letter) -> bytes:
    """Write a letter down for storage."""
    return _LETTER.dump_json(letter)


def unpack(written: bytes) -> Letter:
    """Read a stored letter."""
    return _LETTER.validate_json(written)


def say(key: str, **args: Value) -> Letter:
    """Make a letter of one line."""
    return Letter((Line(key, args),))


def merge(letters: Sequence[Letter]) -> Letter:
    """Make one letter of several about one petition, oldest first: the newest, and the others in short below it.

    All files are in it; the buttons are those of the newest.
    """
    *earlier, newest = letters
    told = [one.short for one in earlier if one.short]
    lines = (*newest.lines, *([Line("told-earlier"), *told] if told else ()))
    return replace(newest, lines=lines, media=tuple(dict.fromkeys(one for each in letters for one in each.media)))


def fact(key: str, **args: Value) -> Line:
    """Make a line that stands right under the one before."""
    return Line(key, args, tight=True)


def official(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Write lines in Vietnamese, the language of offices: what is sent on to one of them, on paper too."""
    return tuple(replace(line, language="vi") for line in lines)


def choice(key: str, verb: str, *args: str, **label: Value) -> Choice:
    """Make a button."""
    return Choice(Line(key, label), verb, args)


def case_choice(verb: str, one: QueueLine) -> Choice:
    """Make a button that opens a petition of a list: its code, and what it is about."""
    return choice("button-case", verb, one.code, code=show_code(one.code), field=word(f"field-{one.field}"))


def column(choices: Sequence[Choice]) -> Rows:
    """Put each button in a row of its own."""
    return tuple((one,) for one in choices)


def grid(choices: Sequence[Choice], width: int = 2) -> Rows:
    """Put buttons side by side."""
    return tuple(tuple(choices[start : start + width]) for start in range(0, len(choices), width))
