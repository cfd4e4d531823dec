"""What the chat shows of a report: the whole, its parts by body, field or group, and the list behind a figure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from desk.letter import Choice, Letter, Line, Rows, Value, body_name, choice, fact, grid, period_name, word
from desk.office import Office
from petitions.adding_up import Figures
from petitions.codes import show_code
from petitions.periods import around
from petitions.refusal import Refusal
from reports import text
from reports.figures import Report
from reports.suppression import TOTAL, hidden
from storage.reports import LISTED, NOBODY, PAGE

__all__ = ["DIMENSIONS", "LISTED", "WHOLE", "keys_of", "listed", "outside", "part", "parts", "whole"]
WHOLE = "all"
DIMENSIONS = ("body", "field", "group")
_SHOWN = ("received", "ended", "in_hand", "overdue")
_IF_ANY = ("unaccepted", "awaiting")
_OF_OFFICE = ("received", "ended", "in_hand", "untold_late")
"""The office answers to nobody with an answer, but with its first news."""
_ROWS, _DIGITS = 24, 4
_OFFICE = ("body", NOBODY)


def outside(said: Report, office: Office) -> Report:
    """Return the report as readers outside the office may see it: without small counts of a group and a field.

    What would give them away goes too: other cells, and what came of a whole group or field.
    """
    counts = {_cell(key): int(figures.get("received") or 0) for key, figures in said.by("cell").items()}
    out = hidden(counts, office.programme.public.smallest_cell, NOBODY)
    gone = {"cell": {f"{group}/{field}" for group, field in out if TOTAL not in {group, field}},
            "group": {group for group, field in out if field == TOTAL},
            "field": {field for group, field in out if group == TOTAL}}  # fmt: skip
    parts = {
        dimension: {key: _less(row) if key in gone.get(dimension, ()) else row for key, row in keys.items()}
        for dimension, keys in said.parts.items()
    }
    return replace(said, parts=parts)


def _less(figures: Mapping[str, float | None]) -> dict[str, float | None]:
    return {name: value for name, value in figures.items() if name != "received"}


def whole(said: Report, office: Office) -> Letter:
    """Show a report with the ways into it."""
    name = said.period.name
    today = said.as_of.astimezone(said.zone).date()
    ways = [choice(f"button-report-{one}", "by", name, one) for one in DIMENSIONS if said.by(one)]
    others = grid([
        choice("button-period", "report", one.name, period=period_name(one.name))
        for one in around(said.period, today)
    ])  # fmt: skip
    lists = _lists(said.figures, name, WHOLE, 0)
    return Letter(text.lines(said, office.programme), (tuple(ways), *lists, *others))


def parts(said: Report, office: Office, dimension: str) -> Letter:
    """Show a line for each part, the one with most first, and a button for each."""
    keys = keys_of(said, dimension)
    told = [key for key in keys if _told(said.by(dimension)[key])] or keys
    busy = sorted(told, key=lambda key: (-_weight(said.by(dimension)[key]), key.zfill(_DIGITS)))[:_ROWS]
    rows = [
        fact(_row(dimension, key), name=named(office, dimension, key), **_short(said.by(dimension)[key]))
        for key in busy
    ]
    buttons = [
        choice("button-part", "part", said.period.name, dimension, str(keys.index(key)),
               name=named(office, dimension, key))
        for key in busy
    ]  # fmt: skip
    head = Line(f"report-by-{dimension}", {"period": period_name(said.period.name)})
    withheld = any(name not in said.by(dimension)[key] for key in busy for name in _SHOWN)
    note = (Line("report-parts-hidden"),) if withheld else ()
    more = (Line("report-parts-more", {"count": len(told) - _ROWS}),) if len(told) > _ROWS else ()
    return Letter((head, *rows, *more, *note), (*grid(buttons), _back(said)))


def part(said: Report, office: Office, dimension: str, number: int, *, asks: bool) -> Letter:
    """Show one part; of a group its fields too; `asks` offers to have a body explain its figures."""
    keys = keys_of(said, dimension)
    if number >= len(keys):
        raise Refusal("report-changed")
    key = keys[number]
    figures = said.by(dimension)[key]
    head = Line(
        "report-part-head", {"period": period_name(said.period.name), "name": named(office, dimension, key)}
    )
    rows = figures_of(said, dimension, key)
    cells = _cells(said, office, key) if dimension == "group" else []
    ask: Rows = ()
    if asks and dimension == "body" and key != NOBODY:
        ask = ((choice("button-ask-body", "explain", said.period.name, str(number)),),)
    lists = _lists(figures, said.period.name, dimension, number)
    what = [Line("report-of-office")] if (dimension, key) == _OFFICE else []
    return Letter((head, *rows, *cells, *what), (*lists, *ask, _back(said)))


def figures_of(said: Report, dimension: str, key: str) -> tuple[Line, ...]:
    """Say the figures of one part, a line each."""
    figures = said.by(dimension)[key]
    shown = _OF_OFFICE if (dimension, key) == _OFFICE else _SHOWN
    always = [
        fact(f"report-{name}", value=int(figures[name] or 0), change="") for name in shown if name in figures
    ]
    if_any = [fact(f"report-{name}", value=int(figures[name] or 0)) for name in _IF_ANY if figures.get(name)]
    return (*always, *if_any, *text.results(figures), *text.followed(figures))


def listed(
    said: Report, where: Sequence[str], codes: Sequence[tuple[str, int]], office: Office, *, opens: bool
) -> Letter:
    """Show a page of codes behind a figure; `where` are dimension, number, figure and page of the button.

    `opens` offers to open each petition.
    """
    dimension, number, figure, page = where
    facts: dict[str, Value] = {"what": word(f"figure-{figure}"), "period": period_name(said.period.name)}
    head = "report-list"
    to_part: Rows = ()
    if dimension != WHOLE:
        facts["name"] = named(office, dimension, keys_of(said, dimension)[int(number)])
        head = "report-list-of"
        to_part = ((choice("button-part-back", "part", said.period.name, dimension, number, name=facts["name"]),),)
    shown = [(code, show_code(code), times) for code, times in codes[:PAGE]]
    lines = [fact("report-code", code=readable, times=times) for _code, readable, times in shown]
    cards = [choice("button-code", "open", code, code=readable) for code, readable, _times in shown if opens]
    ways: list[Choice] = []
    if int(page):
        ways.append(
            choice("button-earlier", "codes", said.period.name, dimension, number, figure, str(int(page) - 1))
        )
    if len(codes) > PAGE:
        ways.append(
            choice("button-later", "codes", said.period.name, dimension, number, figure, str(int(page) + 1))
        )
    rows = (*grid(cards), *((tuple(ways),) if ways else ()), *to_part, _back(said))
    return Letter((Line(head, facts), *(lines or [fact("report-no-codes")])), rows)


def keys_of(said: Report, dimension: str) -> list[str]:
    """Return the keys of a dimension in an order that buttons can count on."""
    return sorted(said.by(dimension))


def named(office: Office, dimension: str, key: str) -> Any:
    """Say a key in the reader's language."""
    if key == NOBODY:
        return word(f"report-no-{dimension}")
    if dimension == "body":
        return body_name(office, key)
    return word(f"field-{key}") if dimension == "field" else text.group_of(office.programme, key)


def _cells(said: Report, office: Office, group: str) -> list[Line]:
    """Return a group's fields with what came of each, as far as that may be shown."""
    mine = {_cell(key)[1]: figures for key, figures in said.by("cell").items() if _cell(key)[0] == group}
    shown = {field: int(figures["received"] or 0) for field, figures in mine.items() if figures.get("received")}
    lines = [
        fact("report-cell", field=named(office, "field", field), count=count)
        for field, count in sorted(shown.items(), key=lambda one: (-one[1], one[0]))
    ]
    less = [fact("report-cells-hidden", smallest=office.programme.public.smallest_cell)]
    some = any("received" not in figures for figures in mine.values())
    return [Line("report-cells"), *lines, *(less if some else [])] if lines or some else []


def _cell(key: str) -> tuple[str, str]:
    group, _, field = key.rpartition("/")
    return group, field


def _short(figures: Figures) -> dict[str, Value]:
    return {
        name: int(figures[name] or 0) if name in figures else "…"
        for name in (*_SHOWN, "unaccepted", "untold_late")
    }


def _row(dimension: str, key: str) -> str:
    return "report-part-office" if (dimension, key) == _OFFICE else "report-part"


def _told(figures: Figures) -> bool:
    """Tell whether a part has anything to say; what is kept back may be something."""
    return any(figures.get(name) or name not in figures for name in _SHOWN)


def _weight(figures: Figures) -> float:
    return (figures.get("overdue") or 0) * 1000 + sum(figures.get(name) or 0 for name in _SHOWN[:3])


def _lists(figures: Mapping[str, float | None], period: str, dimension: str, number: int) -> Rows:
    """Return a button for each figure behind which there is a petition."""
    buttons = [
        choice("button-list", "codes", period, dimension, str(number), name, "0",
               what=word(f"figure-{name}"), count=int(figures[name] or 0))
        for name in LISTED
        if figures.get(name)
    ]  # fmt: skip
    return grid(buttons)


def _back(said: Report) -> tuple[Choice, ...]:
    return (choice("button-report", "report", said.period.name),)
