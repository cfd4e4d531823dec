"""The workbook of a report: one row a petition, as a spreadsheet sorts and filters it; written row by row.

Imports what writes spreadsheets, so only the worker and the command line import this.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import BinaryIO
from zoneinfo import ZoneInfo

from rustpy_xlsxwriter import Format, write_worksheet

from petitions.codes import show_code
from petitions.kinds import Source
from storage.reports import CASE, CaseRow

_CODED = {
    "kind": "kind-",
    "field": "field-",
    "level": "level-",
    "status": "status-",
    "result": "result-",
    "rating": "rating-",
    "source": "source-",
}
_SOURCES = {"telegram", *Source}
"""Those that have a name here; one that came with a past is written as it was called there."""
_DAY_ONE = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet counts days of no zone from here
_WIDTHS = {"code": 14, "body": 34, "field": 26, "kind": 18, "group": 18, "result": 26}
_WIDTH, _WIDTH_OF_TIME = 12, 17
Cell = str | float | None


@dataclass(frozen=True)
class Names:
    """How text keys, bodies and times are said in the workbook's language and zone."""

    say: Callable[[str], str]
    body: Callable[[str], str]
    zone: ZoneInfo


def write(out: BinaryIO, cases: Iterable[CaseRow], columns: Sequence[str], names: Names) -> None:
    """Write these columns of the petitions into a workbook, in the order in which they come.

    Texts are written as texts: nothing that somebody typed can become a formula.
    """
    heads = {name: names.say(f"workbook-{name}") for name in columns}
    times = {name for name in columns if name.endswith("_at")}
    time = Format().set_num_format("dd/mm/yyyy hh:mm")
    write_worksheet(
        _rows(cases, heads, names),
        out,
        sheet_name=names.say("workbook-sheet"),
        header_format=Format().set_bold().set_border_bottom("thin"),
        column_formats={heads[name]: time for name in times},
        column_widths={
            head: _WIDTH_OF_TIME if name in times else _WIDTHS.get(name, _WIDTH) for name, head in heads.items()
        },
        freeze_row=1,
        freeze_col=1,
        autofilter=True,
    )


def _rows(cases: Iterable[CaseRow], heads: Mapping[str, str], names: Names) -> Iterator[dict[str, Cell]]:
    """Yield cells under their headings; an empty row where there is no petition, or there would be no headings."""
    known = Names(cache(names.say), cache(names.body), names.zone)
    places = [(head, CASE.index(name), name) for name, head in heads.items()]
    empty = True
    for case in cases:
        empty = False
        yield {head: _cell(name, case[place], known) for head, place, name in places}
    if empty:
        yield dict.fromkeys(heads.values())


def _cell(name: str, value: str | datetime | None, names: Names) -> Cell:
    if isinstance(value, datetime):
        return _serial(value, names.zone)
    return value if value is None else _told(name, value, names)


def _told(name: str, value: str, names: Names) -> str:
    if name == "body":
        return names.body(value)
    if name == "code":
        return show_code(value)
    known = name in _CODED and (name != "source" or value in _SOURCES)
    return names.say(_CODED[name] + value) if known else value


def _serial(moment: datetime, zone: ZoneInfo) -> float:
    """Return a time as a spreadsheet counts it: days with their fraction, by the local clock."""
    passed = moment.astimezone(zone).replace(tzinfo=None) - _DAY_ONE
    return passed.days + passed.seconds / 86_400
