"""The workbook in which register entries are filled in: headings, and in each cell what may stand there.

Imports XlsxWriter, so only the worker imports this.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from locales import Words
from petitions.programme import Programme
from petitions.registers import COUNTED, REGISTERS
from reports.register_sheet import COLUMNS, body_names, heading, said

_ROWS = 1_000
"""Rows that offer what may stand in them."""
_FIRST_DAY = date(2000, 1, 1)


def form(words: Words, language: str, programme: Programme) -> bytes:
    """Return the workbook (XLSX); what may be chosen stands on its second sheet."""
    out = BytesIO()
    registers = [said(words, language, f"register-{one}") for one in REGISTERS]
    bodies = list(body_names(programme, language).values())
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, lists = (book.add_worksheet(said(words, language, f"sheet-{name}")) for name in ("rows", "lists"))
        _head(book, sheet, [heading(words, language, one) for one in COLUMNS])
        lists.write_column(0, 0, registers)
        lists.write_column(0, 1, bodies)
        lists.set_column(0, 1, 50)
        _offer(sheet, 0, {"validate": "list", "source": f"='{lists.name}'!$A$1:$A${len(registers)}"})
        _offer(sheet, 1, {"validate": "date", "criteria": ">=", "value": _FIRST_DAY})
        _offer(sheet, 2, {"validate": "list", "source": f"='{lists.name}'!$B$1:$B${len(bodies)}"})
        for column in range(len(COLUMNS) - len(COUNTED), len(COLUMNS)):
            _offer(sheet, column, {"validate": "integer", "criteria": ">=", "value": 0})
    return out.getvalue()


def _head(book: Any, sheet: Any, headings: Sequence[str]) -> None:
    """Write the headings, which stay in sight; the second column holds days."""
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    sheet.set_column(0, len(headings) - 1, 16)
    sheet.set_column(1, 1, 12, book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.set_column(2, 2, 40)
    sheet.write_row(0, 0, headings, bold)
    sheet.freeze_panes(1, 2)


def _offer(sheet: Any, column: int, rule: Mapping[str, Any]) -> None:
    sheet.data_validation(1, column, _ROWS, column, dict(rule))
