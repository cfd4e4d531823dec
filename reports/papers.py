"""The papers of a report as files: its picture and its workbook, in one language.

What draws and writes them is imported when it is needed: the bot itself never loads it.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import aclosing
from html import unescape
from io import BytesIO
from typing import Any, TypeVar

from desk.letter import period_name
from locales import Words
from petitions.programme import Programme
from reports import text
from reports.figures import Report, steps
from storage.reports import CASE
from storage.unit import Unit

T = TypeVar("T")


async def picture(unit: Unit, said: Report, programme: Programme, words: Words, language: str) -> bytes:
    """Return the picture of a report (PNG, 1080 pixels wide)."""
    from reports import picture as drawing  # noqa: PLC0415 - matplotlib takes a second and 60 MB

    head = {"period": period_name(said.period.name), "unit": text.unit_name(programme)}

    def say(key: str, **args: Any) -> str:
        return unescape(words.say(language, key, head if key == "picture-head" else args))

    def body(code: str) -> str:
        return str(text.body_of(programme, code)[language])

    drawn = drawing.Drawn(said, await steps(unit, said), body, say)
    return await asyncio.to_thread(drawing.draw, drawn)


async def workbook(
    unit: Unit, said: Report, programme: Programme, words: Words, language: str, *, inside: bool = True
) -> bytes:
    """Return the workbook of a report (XLSX): its petitions, a row each.

    Readers outside the office get no residential groups: with the field they might tell whose petition it is.
    """
    from reports import workbook as writing  # noqa: PLC0415 - only the worker and the command line need it

    def say(key: str) -> str:
        return unescape(words.say(language, key))

    def body(code: str) -> str:
        return str(text.body_of(programme, code)[language])

    out = BytesIO()
    columns = [name for name in CASE if inside or name != "group"]
    async with aclosing(unit.reports.cases(said.programme, said.start, said.end)) as pages:
        cases = _pulled(pages, asyncio.get_running_loop())
        await asyncio.to_thread(writing.write, out, cases, columns, writing.Names(say, body, said.zone))
    return out.getvalue()


def _pulled(pages: AsyncIterator[Sequence[T]], loop: asyncio.AbstractEventLoop) -> Iterator[T]:
    """Yield in a thread what the loop fetches, page by page: there is never more of it than one."""

    async def following() -> Sequence[T]:
        async for page in pages:
            return page
        return ()

    while page := asyncio.run_coroutine_threadsafe(following(), loop).result():
        yield from page
