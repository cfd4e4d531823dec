"""A bot on aiogram, a library that is not ours, serves people on the sandbox: by polling and by webhook."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from tests.sandbox.sandbox_wire import RESIDENT, TOKEN, Sandbox, eventually

SECRET = "only-the-sandbox-knows"
KEYBOARD = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Có", callback_data="yes")]])

Serve = Callable[[Bot, Dispatcher], AbstractAsyncContextManager[None]]


async def echo(message: Message) -> None:
    """Say the same again, under a button."""
    await message.reply(f"<b>{message.html_text}</b>", parse_mode="HTML", reply_markup=KEYBOARD)


async def return_photo(message: Message) -> None:
    """Fetch a photo and send back how big it is."""
    assert message.bot
    assert message.photo
    content = await message.bot.download(message.photo[-1])
    assert content
    await message.answer_photo(message.photo[-1].file_id, caption=f"{len(content.read())} bytes")


async def agree(query: CallbackQuery) -> None:
    """Answer a press and change the message under which it was."""
    await query.answer("Đã ghi")
    assert isinstance(query.message, Message)
    await query.message.edit_text("Xong")


@asynccontextmanager
async def polling(bot: Bot, dispatcher: Dispatcher) -> AsyncIterator[None]:
    """Let the bot fetch its updates."""
    task = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, close_bot_session=False))
    yield
    await dispatcher.stop_polling()
    await task


@asynccontextmanager
async def webhook(bot: Bot, dispatcher: Dispatcher) -> AsyncIterator[None]:
    """Let the sandbox post the bot's updates."""
    app = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=SECRET, handle_in_background=False).register(app, "/hook")
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bot.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token=SECRET)
    yield
    await bot.delete_webhook()
    await runner.cleanup()


@pytest.fixture(params=[polling, webhook])
async def served(sandbox: Sandbox, request: pytest.FixtureRequest) -> AsyncIterator[Sandbox]:
    """Run the bot on the sandbox, in both ways of getting updates."""
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(sandbox.address)))
    dispatcher = Dispatcher()
    dispatcher.message.register(return_photo, F.photo)
    dispatcher.message.register(echo)
    dispatcher.callback_query.register(agree)
    serve: Serve = request.param
    async with bot, serve(bot, dispatcher):
        yield sandbox


async def told(sandbox: Sandbox, count: int) -> list[dict[str, object]]:
    """Wait until the bot has said so many things, and return them."""

    async def look() -> list[dict[str, object]]:
        return [message for message in await sandbox.messages() if message["from_bot"]]

    found: list[dict[str, object]] = await eventually(look, lambda messages: len(messages) >= count)
    return found


async def test_it_says_everything_again(served: Sandbox) -> None:
    await served.say("Chào & tạm biệt")
    await served.say("Lần nữa")
    first, second = await told(served, 2)
    assert (first["text"], first["html"]) == ("Chào & tạm biệt", "<b>Chào &amp; tạm biệt</b>")
    assert second["text"] == "Lần nữa"


async def test_it_answers_presses(served: Sandbox) -> None:
    await served.say("Có không?")
    [asked] = await told(served, 1)
    where = {"account": "resident_1", "chat_id": RESIDENT, "message_id": asked["message_id"]}
    pressed = await served.control("press", **where, row=0, col=0, wait=5)
    assert (pressed["answered"], pressed["text"]) == (True, "Đã ghi")
    await eventually(served.messages, lambda messages: messages[-1]["text"] == "Xong")


async def test_it_fetches_and_sends_files(served: Sandbox) -> None:
    await served.attach(("a.png", b"\x89PNG and so on", "image/png"), kind="photo")
    [returned] = await told(served, 1)
    assert returned["caption"] == "14 bytes"
    assert returned["photo"]
