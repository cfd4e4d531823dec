"""Tables that a clerk keeps, CSV and XLSX, read into rows whose cells know their place in the file."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import ascii_uppercase

from python_calamine import CalamineError, CalamineWorkbook

from petitions.shape import ProgrammeError

SHEETS = (".csv", ".xlsx", ".xls", ".ods")
_SEPARATORS = ",;\t"


@dataclass(frozen=True)
class Cell:
    """Hold the text of a cell and say where it stands, as in `streets.xlsx: row 4, column C`."""

    text: str
    at: str


def read_rows(path: Path, headings: Mapping[str, str], needed: Sequence[str]) -> Iterator[dict[str, Cell]]:
    """Yield the rows under the first one by the names of their columns; rows without any text are left out.

    `headings` says which column each heading (in lower case) means, `needed` which columns must be there.

    Raises: ProgrammeError naming file, row and column.
    """
    try:
        table = read_table(str(path), path.read_bytes())
    except OSError as error:
        raise ProgrammeError(f"{path}: cannot be read: {error.strerror}") from error
    columns = _columns(path, table[0] if table else [], headings, needed)
    for number, row in enumerate(table[1:], 2):
        if any(row):
            yield {name: Cell(_at(row, place), _place(path, number, place)) for place, name in columns.items()}


def read_table(name: str, content: bytes) -> list[list[str]]:
    """Return the cells of a CSV, or of a workbook's first sheet, as text. Raises: ProgrammeError."""
    return _csv(name, content) if name.lower().endswith(".csv") else _sheet(name, content)


def _csv(name: str, content: bytes) -> list[list[str]]:
    """Read commas, semicolons or tabs, whichever the first line has most of: Excel writes the country's."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ProgrammeError(f"{name}: is not UTF-8; save it as “CSV UTF-8”, or as XLSX") from error
    separator = max(_SEPARATORS, key=text.partition("\n")[0].count)
    try:
        return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=separator)]
    except csv.Error as error:
        raise ProgrammeError(f"{name}: is not a table: {error}") from error


def _sheet(name: str, content: bytes) -> list[list[str]]:
    """Read the first sheet of a workbook."""
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        return [[_written(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError) as error:
        raise ProgrammeError(f"{name}: is not a workbook that can be read ({error})") from error


def _written(cell: object) -> str:
    """Write a cell as it is shown: Excel keeps 12 as 12.0."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _columns(path: Path, first: list[str], headings: Mapping[str, str], needed: Sequence[str]) -> dict[int, str]:
    columns: dict[int, str] = {}
    for place, heading in enumerate(first):
        name = headings.get(heading.lower())
        if heading and name is None:
            known = ", ".join(headings)
            raise ProgrammeError(f"{_place(path, 1, place)}: {heading!r} is none of the headings {known}")
        if name in columns.values():
            raise ProgrammeError(f"{_place(path, 1, place)}: {heading!r} stands here a second time")
        if name:
            columns[place] = name
    for name in needed:
        if name not in columns.values():
            ways = " or ".join(heading for heading, meant in headings.items() if meant == name)
            raise ProgrammeError(f"{path}: row 1: no column is headed {ways}")
    return columns


def _at(row: list[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _place(path: Path, row: int, column: int) -> str:
    return f"{path}: row {row}, column {letter(column)}"


def letter(column: int) -> str:
    """Return a column's letter as spreadsheets show it, AA after Z."""
    tens, ones = divmod(column, len(ascii_uppercase))
    return (letter(tens - 1) if tens else "") + ascii_uppercase[ones]
