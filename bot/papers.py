"""The commands that read the records for a paper: the figures of a period in any form."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from procrastinate import App, PsycopgConnector

from bot.database import database, migrated
from bot.practice import clock
from bot.settings import Settings, SettingsError
from bot.wiring import conninfo
from handlers.telegram.courier import plain
from locales import Words
from petitions.data import load_programme
from petitions.periods import begun
from petitions.programme import Programme
from reports import papers, records, text
from reports.figures import Report, report
from storage.crypto import Box, load_key
from storage.unit import Store, open_engine


class Format(StrEnum):
    """What a report can be written as."""

    TEXT = "text"
    JSON = "json"
    PNG = "png"
    XLSX = "xlsx"


BINARY = frozenset({Format.PNG, Format.XLSX})
"""What no terminal can show."""


class Cutoff(StrEnum):
    """Where months are cut."""

    CALENDAR = "calendar"
    STATUTORY = "statutory"


@dataclass(frozen=True)
class Wanted:
    """What a report is to be about, and what it is written as."""

    programme: str
    period: str
    cutoff: Cutoff = Cutoff.CALENDAR
    format: Format = Format.TEXT


async def written(settings: Settings, wanted: Wanted) -> bytes:
    """Return a report as the bytes of a file. Raises: Refusal, ProgrammeError, SettingsError."""
    programme = load_programme(wanted.programme)
    zone, statutory = programme.calendar.zone, wanted.cutoff is Cutoff.STATUTORY
    words, language = Words(settings.zone), settings.language
    async with open_store(settings) as store, store.reading(snapshot=True) as unit:
        period = begun(wanted.period, unit.now, zone, statutory=statutory)
        said = await report(unit, programme, period)
        match wanted.format:
            case Format.PNG:
                return await papers.picture(unit, said, programme, words, language)
            case Format.XLSX:
                return await papers.workbook(unit, said, programme, words, language)
            case Format.JSON:
                return json.dumps(records.as_json(said), ensure_ascii=False, indent=2).encode() + b"\n"
    return _as_text(said, programme, words, language)


def _as_text(said: Report, programme: Programme, words: Words, language: str) -> bytes:
    blocks = [
        ("" if line.tight else "\n") + plain(words.say(language, line.key, line.args))
        for line in (*text.lines(said, programme), *text.paragraph(said, programme))
    ]
    return ("\n".join(blocks).strip("\n") + "\n").encode()


def keep(content: bytes, out: Path) -> None:
    """Write a paper to a file. Raises: SettingsError — it cannot be written."""
    try:
        out.write_bytes(content)
    except OSError as error:
        raise SettingsError(f"{out} cannot be written: {error.strerror}.") from None


@asynccontextmanager
async def open_store(settings: Settings) -> AsyncIterator[Store]:
    """Open the records without bot, worker or a programme that must be whole."""
    async with database(settings) as url, clock(settings) as now:
        await migrated(url)
        engine = open_engine(url, size=2)
        jobs = App(connector=PsycopgConnector(conninfo=conninfo(url)))
        try:
            yield Store(engine, Box(load_key(settings.key_path)), jobs, now)
        finally:
            await engine.dispose()
