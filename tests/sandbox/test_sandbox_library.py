"""python-telegram-bot, with its ordinary transport, against the sandbox."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
)
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter

from tests.sandbox.sandbox_wire import GROUP, RESIDENT, TOKEN, Sandbox

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Có", callback_data="yes")]])


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    made = Bot(TOKEN, base_url=f"{sandbox.address}/bot", base_file_url=f"{sandbox.address}/file/bot")
    async with made:
        yield made


async def test_a_conversation_works(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.say("/start PA-1")
    [update] = await bot.get_updates()
    assert update.effective_message
    assert (bot.username, update.effective_message.text) == ("dan_nguyen_demo_bot", "/start PA-1")
    sent = await update.effective_message.reply_html("<b>Chào</b> ông/bà", reply_markup=KEYBOARD, do_quote=True)
    assert sent.text_html == "<b>Chào</b> ông/bà"
    assert sent.reply_to_message
    await sandbox.control(
        "press", account="resident_1", chat_id=RESIDENT, message_id=sent.message_id, row=0, col=0
    )
    [update] = await bot.get_updates(offset=update.update_id + 1)
    assert update.callback_query
    assert update.callback_query.data == "yes"
    assert await update.callback_query.answer("Đã ghi")
    edited = await update.callback_query.edit_message_text("Xong")
    assert not isinstance(edited, bool)
    assert edited.text == "Xong"


async def test_files_travel_both_ways(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.attach(("a.pdf", b"their bytes", "application/pdf"))
    [update] = await bot.get_updates()
    assert update.effective_message
    assert update.effective_message.document
    file = await update.effective_message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"their bytes"
    sent = await bot.send_document(RESIDENT, BytesIO(b"our bytes"), filename="b.pdf", caption="x")
    assert sent.document
    assert (sent.document.file_name, sent.caption) == ("b.pdf", "x")
    album = await bot.send_media_group(RESIDENT, [InputMediaDocument(b"1"), InputMediaDocument(b"2")])
    assert album[0].media_group_id == album[1].media_group_id


async def test_settings_and_chats_are_understood(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.start()
    commands = [BotCommand("start", "Bắt đầu")]
    scope = BotCommandScopeChat(RESIDENT)
    assert await bot.set_my_commands(commands, scope=scope)
    assert list(await bot.get_my_commands(scope=scope)) == commands
    assert (await bot.get_chat(GROUP)).title == "Phòng Kinh tế, Hạ tầng và Đô thị"
    assert (await bot.get_chat_member(GROUP, bot.id)).status == "member"
    assert (await bot.get_webhook_info()).url == ""


@pytest.mark.filterwarnings("ignore:.*retry_after. will be of type")  # the library announces a change
async def test_errors_become_the_librarys(sandbox: Sandbox, bot: Bot) -> None:
    await sandbox.start()
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(RESIDENT, "a" * 4097)
    await sandbox.control("faults", rules=[{"kind": "429", "retry_after": 7}, {"kind": "http", "status": 502}])
    with pytest.raises(RetryAfter) as refusal:
        await bot.send_message(RESIDENT, "a")
    assert "7" in str(refusal.value)
    with pytest.raises(NetworkError):
        await bot.send_message(RESIDENT, "a")
    await sandbox.control("members", chat_id=RESIDENT, account="resident_1", action="block")
    with pytest.raises(Forbidden, match="blocked"):
        await bot.send_message(RESIDENT, "a")
    await sandbox.control("members", chat_id=GROUP, account="bot", action="migrate")
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(GROUP, "a")
    assert str(moved.value.new_chat_id).startswith("-100")
    await sandbox.control("revoke", token=TOKEN)
    with pytest.raises(InvalidToken):
        await bot.get_me()
