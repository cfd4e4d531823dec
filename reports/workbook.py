"""The workbook of a report: one row a petition, as a spreadsheet sorts and filters it; written row by row.

Imports XlsxWriter, so only the worker and the command line import this.
"""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, BinaryIO
from zoneinfo import ZoneInfo

import xlsxwriter

from storage.reports import CASE, CaseRow

_CODED = {"kind": "kind-", "field": "field-", "level": "level-", "status": "status-"}
_DAY_ONE = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet counts days of no zone from here
_WIDTHS = {"code": 14, "body": 34, "field": 26, "kind": 18, "group": 18}


@dataclass(frozen=True)
class Names:
    """How text keys, bodies and times are said in the workbook's language and zone."""

    say: Callable[[str], str]
    body: Callable[[str], str]
    zone: ZoneInfo


async def write(out: BinaryIO, cases: AsyncIterator[CaseRow], columns: Sequence[str], names: Names) -> int:
    """Write these columns of the petitions into a workbook, oldest first; return how many.

    Texts are written as texts: nothing that somebody typed can become a formula.
    """
    book = xlsxwriter.Workbook(out, {"constant_memory": True, "strings_to_formulas": False})
    sheet = _sheet(book, columns, names)
    time = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
    known = Names(cache(names.say), cache(names.body), names.zone)
    places = [(column, CASE.index(name), name) for column, name in enumerate(columns)]
    row = 0
    async for case in cases:
        row += 1
        for column, place, name in places:
            value = case[place]
            if isinstance(value, datetime):
                sheet.write_number(row, column, _serial(value, names.zone), time)
            elif value is not None:
                sheet.write_string(row, column, _told(name, value, known))
    sheet.autofilter(0, 0, max(row, 1), len(columns) - 1)
    book.close()
    return row


def _sheet(book: Any, columns: Sequence[str], names: Names) -> Any:
    """Make the sheet with its head, which stays in sight."""
    sheet = book.add_worksheet(names.say("workbook-sheet"))
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, name in enumerate(columns):
        width = 17 if name.endswith(("_at", "_due")) else _WIDTHS.get(name, 12)
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, names.say(f"workbook-{name}"), bold)
    sheet.freeze_panes(1, 1)
    return sheet


def _told(name: str, value: str, names: Names) -> str:
    if name == "body":
        return names.body(value)
    return names.say(_CODED[name] + value) if name in _CODED else value


def _serial(moment: datetime, zone: ZoneInfo) -> float:
    """Return a time as a spreadsheet counts it: days with their fraction, by the local clock."""
    passed = moment.astimezone(zone).replace(tzinfo=None) - _DAY_ONE
    return passed.days + passed.seconds / 86_400
