"""A table of register entries as an officer filled it in, read cell by cell: its entries, or all that is wrong."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from html import unescape
from typing import TypeVar

from desk.registering import Fault, Sheet
from locales import LANGUAGES, Words
from petitions.programme import Programme
from petitions.refusal import Refusal
from petitions.registers import COUNTED, REGISTERS, WITHOUT_BODY, RegisterEntry, broken, read_count, read_day
from petitions.shape import ProgrammeError
from petitions.sheets import letter, read_table

REGISTER, DAY, BODY = "register", "day", "body"
COLUMNS = (REGISTER, DAY, BODY, *COUNTED)
_NEEDED = (REGISTER, DAY)
_MOST_ROWS = 5_000
_SHOWN = 40
T = TypeVar("T")


@dataclass(frozen=True)
class _Known:
    """What cells may say, in the words of every language and as the program calls it."""

    headings: Mapping[str, str]
    registers: Mapping[str, str]
    bodies: Mapping[str, str]
    today: date

    def register(self, said: str) -> str:
        """Read a register. Raises: Refusal."""
        return _found(self.registers, said, "register-unknown")

    def body(self, said: str) -> str:
        """Read a body. Raises: Refusal."""
        return _found(self.bodies, said, "sheet-body-unknown")

    def day(self, said: str) -> date:
        """Read a day. Raises: Refusal."""
        return read_day(said, self.today)


@dataclass
class _Row:
    """The cells of a row that say something, by their columns; what is wrong in them is gathered."""

    number: int
    cells: Mapping[str, str]
    places: Mapping[str, int]
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, name: str, why: str, **args: str) -> None:
        """Note what is wrong in a cell."""
        self.faults.append(Fault(self.number, letter(self.places.get(name, 0)), why, args))

    def read(self, name: str, reader: Callable[[str], T]) -> T | None:
        """Read a cell; None where it cannot be read."""
        try:
            return reader(self.cells.get(name, ""))
        except Refusal as refused:
            self.faults.append(Fault(self.number, letter(self.places[name]), refused.key, refused.args_for_words))
        return None


def read(name: str, content: bytes, words: Words, programme: Programme, now: datetime) -> Sheet:
    """Read a CSV or the first sheet of a workbook; where anything is wrong, there are no entries."""
    digest = hashlib.sha256(content).hexdigest()
    try:
        head, *rows = read_table(name, content) or [[]]
    except ProgrammeError:
        return Sheet(digest, (), (Fault(1, "A", "sheet-unreadable"),))
    known = _known(words, programme, now)
    places, faults = _places(head, known)
    entries = []
    for row in _rows(rows, places) if not faults else ():
        entry = _entry(row, known, programme)
        entries += [entry] if entry else []
        faults += row.faults
    if not (entries or faults):
        faults = [Fault(2, "A", "sheet-empty")]
    return Sheet(digest, () if faults else tuple(entries), tuple(faults))


def heading(words: Words, language: str, column: str) -> str:
    """Say what a column is headed."""
    return said(words, language, f"count-{column}" if column in COUNTED else f"sheet-{column}")


def said(words: Words, language: str, key: str) -> str:
    """Say a text key as plain text."""
    return unescape(words.say(language, key))


def body_names(programme: Programme, language: str) -> dict[str, str]:
    """Return the bodies' names by their codes."""
    return {body.code: body.name_vi if language == "vi" else body.name_en for body in programme.bodies}


def _known(words: Words, programme: Programme, now: datetime) -> _Known:
    headings = {_fold(one): one for one in COLUMNS}
    registers = {_fold(one): one for one in REGISTERS}
    bodies = {_fold(body.code): body.code for body in programme.bodies}
    for language in LANGUAGES:
        headings |= {_fold(heading(words, language, one)): one for one in COLUMNS}
        registers |= {_fold(said(words, language, f"register-{one}")): one for one in REGISTERS}
        bodies |= {_fold(name): code for code, name in body_names(programme, language).items()}
    return _Known(headings, registers, bodies, now.astimezone(programme.calendar.zone).date())


def _places(head: Sequence[str], known: _Known) -> tuple[dict[str, int], list[Fault]]:
    """Return where each column is, and what is wrong with the headings."""
    places: dict[str, int] = {}
    faults: list[Fault] = []
    for place, text in enumerate(head):
        name = known.headings.get(_fold(text))
        if name and name not in places:
            places[name] = place
        elif text:
            why = "heading-twice" if name else "heading-unknown"
            faults.append(Fault(1, letter(place), why, {"said": text[:_SHOWN]}))
    missing = [name for name in _NEEDED if name not in places]
    return places, faults + [Fault(1, letter(len(head)), f"heading-no-{name}") for name in missing]


def _rows(rows: Sequence[Sequence[str]], places: Mapping[str, int]) -> Iterator[_Row]:
    """Yield the rows in which something stands."""
    for number, row in enumerate(rows, 2):
        cells = {name: row[place] for name, place in places.items() if place < len(row) and row[place]}
        if number > _MOST_ROWS + 1:
            yield _Row(number, {}, {}, [Fault(number, "A", "sheet-too-long", {"most": _MOST_ROWS})])
            return
        if cells:
            yield _Row(number, cells, places)


def _entry(row: _Row, known: _Known, programme: Programme) -> RegisterEntry | None:
    """Return a row's entry, None where anything is wrong in it."""
    if row.faults:
        return None
    register, day = row.read(REGISTER, known.register), row.read(DAY, known.day)
    body = row.read(BODY, known.body) if BODY in row.cells else None
    counts = {name: row.read(name, read_count) or 0 for name in COUNTED if name in row.cells}
    if register is None or day is None or row.faults:
        return None
    counts = _belonging(row, register, counts)
    if body and register in WITHOUT_BODY:
        row.wrong(BODY, "sheet-body-unwanted")
    at = datetime.combine(day, time(), programme.calendar.zone)
    return None if row.faults else RegisterEntry(register, at, body, counts)


def _belonging(row: _Row, register: str, counts: Mapping[str, int]) -> dict[str, int]:
    """Return all counts of a register; those of others, and those that do not add up, are noted as wrong."""
    names = REGISTERS[register]
    for name, count in counts.items():
        if count and name not in names:
            row.wrong(name, "sheet-count-unwanted")
    whole = {name: counts.get(name, 0) for name in names}
    for rule in broken(whole):
        row.wrong(rule.names[0], "sheet-no-sum")
    if not any(whole.values()) and not row.faults:
        row.wrong(names[0], "entry-empty")
    return whole


def _found(known: Mapping[str, str], said: str, why: str) -> str:
    code = known.get(_fold(said))
    if code is None:
        raise Refusal(why, said=said[:_SHOWN])
    return code


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
