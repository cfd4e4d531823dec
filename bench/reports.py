"""How long reports take among very many petitions: `make reports`, after `generate`.

On the practice database: the weekly summary with its text, a year, the pictures of both, and a workbook of about
a hundred thousand rows. Each is made a few times in turn; the first time counts for memory: the most that the
process held above what it held before. Writes bench/reports.json; 1 where a figure is above its bound.
"""

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import event

from bot.database import database
from bot.programs import token
from bot.settings import Settings, read_settings
from bot.wiring import Parts, load_office, open_parts
from desk.letter import Letter
from petitions.periods import Due, Period, parse, week_of
from reports import papers, text
from reports.figures import Report, report
from reports.weekly import compose
from storage.unit import Unit

TIMES = 5
ROWS = 100_000
SECONDS = {"week": 1.0, "year": 5.0, "picture of the week": 2.0, "picture of the year": 2.0, "workbook": 10.0}
"""At most, of the median; that of the workbook is for a hundred thousand rows."""
MOST_MB = {"workbook": 150.0}
SLOWEST = 3
RESULT = Path(__file__).with_suffix(".json")
_STATUS, _FORGET_PEAK = Path("/proc/self/status"), Path("/proc/self/clear_refs")
Ask = Callable[[Unit], Awaitable[object]]


async def measure(settings: Settings) -> dict[str, Any]:
    """Return what each report took, by its name."""
    office = load_office(settings)
    async with database(settings) as url, open_parts(settings, url, token(settings), office) as parts:
        # First of all: what others leave behind in the process would hide what a workbook takes.
        span, rows = await _span(parts)
        found = {"workbook": await _timed(parts, _workbook(parts, span))}
        found |= {name: await _timed(parts, ask) for name, ask in _texts(parts).items()}
        found |= {name: await _timed(parts, ask) for name, ask in (await _pictures(parts)).items()}
        async with parts.store.reading() as unit:
            cases = sum((await unit.lists.counts()).values())
    found["workbook"]["rows"] = rows
    return {"petitions": cases, "processors": os.cpu_count(), "reports": found}


def _periods(parts: Parts) -> tuple[Period, Period]:
    """Return the last whole week and the last whole year."""
    today = parts.clock().astimezone(parts.office.programme.calendar.zone).date()
    return week_of(today).before, parse(str(today.year - 1))


def _texts(parts: Parts) -> dict[str, Ask]:
    week, year = _periods(parts)
    due, programme = Due(week, parts.clock(), ()), parts.office.programme

    async def summary(unit: Unit) -> str:
        return _rendered(parts, (await compose(unit, parts.office, due)).letter)

    async def whole(unit: Unit) -> str:
        said = await report(unit, programme, year)
        return _rendered(parts, Letter((*text.lines(said, programme), *text.paragraph(said, programme))))

    return {"week": summary, "year": whole}


def _rendered(parts: Parts, letter: Letter) -> str:
    return parts.courier.render(parts.settings.language, letter)


async def _pictures(parts: Parts) -> dict[str, Ask]:
    names = ("picture of the week", "picture of the year")
    async with parts.store.reading(snapshot=True) as unit:
        found = [await report(unit, parts.office.programme, period) for period in _periods(parts)]
    return {name: _picture(parts, said) for name, said in zip(names, found, strict=True)}


def _picture(parts: Parts, said: Report) -> Ask:
    programme, language = parts.office.programme, parts.settings.language
    return lambda unit: papers.picture(unit, said, programme, parts.words, language)


def _workbook(parts: Parts, said: Report) -> Ask:
    programme, language = parts.office.programme, parts.settings.language
    return lambda unit: papers.workbook(unit, said, programme, parts.words, language)


async def _span(parts: Parts) -> tuple[Report, int]:
    """Return a report over the last hundred thousand petitions filed, and how many rows its workbook has."""
    query = f"SELECT filed_at FROM petitions ORDER BY filed_at DESC OFFSET {ROWS} LIMIT 1"  # noqa: S608 - a number
    async with parts.store.reading(snapshot=True) as unit:
        said = await report(unit, parts.office.programme, week_of(unit.now.date()))
        first = (await unit.connection.exec_driver_sql(query)).scalar()
        said = replace(said, start=first or parse("2000").span(said.zone)[0])
        cases = unit.reports.cases(said.programme, said.start, said.end)
        return said, sum([len(some) async for some in cases])


async def _timed(parts: Parts, ask: Ask) -> dict[str, Any]:
    took: list[float] = []
    peak = 0.0
    for number in range(TIMES):
        with _heard(parts) as statements:
            before, began = _peak_from_here(), time.perf_counter()
            async with parts.store.reading(snapshot=True) as unit:
                await ask(unit)
            took.append(time.perf_counter() - began)
        peak = peak if number else _held("VmHWM") - before
    return {
        "first s": round(took[0], 3),
        "median s": round(statistics.median(took), 3),
        "worst s": round(max(took), 3),
        "peak MB above": round(peak, 1),
        "slowest statements": sorted(statements, reverse=True)[:SLOWEST],
    }


@contextmanager
def _heard(parts: Parts) -> Iterator[list[tuple[float, str]]]:
    """Hear how many milliseconds each statement takes until its first rows are there, and where it begins."""
    heard: list[tuple[float, str]] = []
    began: list[float] = []

    def starts(*_what: Any) -> None:
        began.append(time.perf_counter())

    def ends(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        heard.append((round(1000 * (time.perf_counter() - began.pop()), 1), " ".join(statement.split())[-90:]))

    engine = parts.engine.sync_engine
    event.listen(engine, "before_cursor_execute", starts)
    event.listen(engine, "after_cursor_execute", ends)
    try:
        yield heard
    finally:
        event.remove(engine, "before_cursor_execute", starts)
        event.remove(engine, "after_cursor_execute", ends)


def _peak_from_here() -> float:
    """Let the kernel forget the most that this process has held; return the megabytes that it holds now."""
    _FORGET_PEAK.write_text("5")
    return _held("VmRSS")


def _held(name: str) -> float:
    lines = _STATUS.read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def above(name: str, one: dict[str, Any]) -> list[str]:
    """Return what of a report is above its bound."""
    seconds = one["median s"] * (ROWS / max(one["rows"], ROWS) if "rows" in one else 1)
    slow = [f"{name}: {seconds:.1f} s"] if seconds > SECONDS[name] else []
    big = one["peak MB above"] > MOST_MB.get(name, float("inf"))
    return slow + ([f"{name}: {one['peak MB above']} MB"] if big else [])


def main() -> int:
    """Measure, write it down, and say whether everything is within its bounds."""
    found = asyncio.run(measure(read_settings()))
    RESULT.write_text(json.dumps(found, indent=2) + "\n")
    for name, one in found["reports"].items():
        figures = "   ".join(f"{key} {value}" for key, value in one.items() if key != "slowest statements")
        sys.stdout.write(f"{name:20} {figures}\n")
        sys.stdout.writelines(f"    {ms:8.1f} ms  …{end}\n" for ms, end in one["slowest statements"])
    wrong = [told for name, one in found["reports"].items() for told in above(name, one)]
    sys.stdout.write(f"{found['petitions']} petitions; above the bounds: {', '.join(wrong) or 'none'}\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
