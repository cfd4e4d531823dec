"""The jobs about tables of register entries: one that an officer sent is read, one to be filled in is made."""

import asyncio
from datetime import timedelta

import structlog
from telegram.error import BadRequest, TelegramError

from bot.wiring import Parts
from desk import registering
from desk.letter import Letter, Line
from desk.registering import READ, Fault, Sheet
from desk.telling import deliver
from reports import register_sheet
from storage.papers import Paper

log = structlog.get_logger()
_AGAIN_AFTER = timedelta(minutes=2)
"""A table that nobody has read for so long is asked for again."""


async def read_sheet(parts: Parts, media: int) -> None:
    """Read a table and tell its sender what became of it; while Telegram is away, it is asked for again."""
    async with parts.store.reading() as unit:
        found = await unit.media.get((media,))
    if not found or found[0].ref is None:
        return
    try:
        content = await parts.courier.download(found[0].ref)
    except BadRequest:
        sheet = Sheet("", (), (Fault(1, "A", "sheet-unreadable"),))
    except TelegramError as error:
        log.warning("sheet_delayed", media=media, error=type(error).__name__)
        return
    else:
        how = (found[0].name or "", content, parts.words, parts.office.programme, parts.clock())
        sheet = await asyncio.to_thread(register_sheet.read, *how)
    async with parts.store.unit() as unit:
        await registering.take_in(unit, parts.office, media, sheet)


async def make_form(parts: Parts, contact: int) -> None:
    """Make the table to be filled in, in the language of whoever asked, and send it."""
    from reports import register_form  # noqa: PLC0415 - the bot, which loads this module too, writes no workbook

    async with parts.store.reading() as unit:
        language = (await unit.people.contact(contact)).language
    content = await asyncio.to_thread(register_form.form, parts.words, language, parts.office.programme)
    name = f"{register_sheet.said(parts.words, language, 'sheet-name')}.xlsx"
    async with parts.store.unit() as unit:
        paper = await unit.papers.add(Paper("document", name, content))
        await deliver(unit, [contact], Letter((Line("form-made"),), papers=(paper,)))


async def read_again(parts: Parts) -> None:
    """Ask once more for tables that nobody has read."""
    async with parts.store.unit() as unit:
        for media in await unit.media.unread(unit.now - _AGAIN_AFTER):
            unit.ask(READ, media=media)
