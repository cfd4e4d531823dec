"""Carries letters and replies to Telegram: renders them in the reader's language, splits, sends, edits."""

import re
from collections.abc import Awaitable, Callable, Sequence
from html import unescape
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
)
from telegram.error import BadRequest, Forbidden

from desk.letter import Choice, Letter, Rows
from desk.records import Media
from handlers.telegram.menus import commands_for
from handlers.telegram.replies import Forget, Leave, Menu, Outcome, Reply, Send, Show, Toast
from handlers.telegram.splitting import split
from locales import LANGUAGES, Words
from petitions.roles import Role

_LABEL = 60
_ALBUM = {"photo": InputMediaPhoto, "video": InputMediaVideo, "document": InputMediaDocument}


Files = Callable[[tuple[int, ...]], Awaitable[list[Media]]]
"""Returns what the channel still keeps of these files."""


class Courier:
    """Sends to Telegram; every error of the library is left to the caller, except what harms nobody."""

    def __init__(self, bot: Bot, words: Words, files: Files) -> None:
        self._bot = bot
        self._words = words
        self._files = files

    async def carry(self, outcome: Outcome, reply: Reply) -> None:
        """Send one reply of an update."""
        chat, language = outcome.chat, outcome.language
        match reply:
            case Send(letter, expects):
                await self._send(chat, language, letter, expects)
            case Show(letter, message):
                await self._show(chat, language, letter, message)
            case Toast():
                await self._toast(language, reply)
            case Forget(messages):
                await self._forget(chat, messages)
            case Menu(roles):
                scope = BotCommandScopeChat(chat)
                await self._bot.set_my_commands(self._commands(language, roles), scope=scope)
            case Leave():
                await self._bot.leave_chat(chat)

    async def send(self, chat: int, language: str, letter: Letter) -> int:
        """Send a letter: its files first, then its words; return the message that has the buttons."""
        await self._send_files(chat, letter.media)
        return await self._send_words(chat, language, letter, self._keyboard(language, letter.choices))

    async def download(self, ref: str) -> bytes:
        """Return the bytes of a file that Telegram keeps."""
        file = await self._bot.get_file(ref)
        return bytes(await file.download_as_bytearray())

    async def offer_commands(self) -> None:
        """Set the residents' command menu in every language."""
        for language in LANGUAGES:
            code = None if language == LANGUAGES[0] else language
            await self._bot.set_my_commands(self._commands(language, [Role.RESIDENT]), language_code=code)

    def render(self, language: str, letter: Letter) -> str:
        """Return the letter's words as Telegram HTML, without empty ends of lines and blocks."""
        said = ""
        for line in letter.lines:
            words = tidy(self._words.say(language, line.key, line.args))
            said += (("\n" if line.tight else "\n\n") if said else "") + words
        return said

    async def _send(self, chat: int, language: str, letter: Letter, expects: tuple[int, str] | None) -> None:
        if expects is None:
            await self.send(chat, language, letter)
            return
        user, name = expects
        mention = self._words.say(language, "mention", {"user": str(user), "name": name})
        hint = self._words.say(language, letter.ask.key, letter.ask.args) if letter.ask else None
        await self._bot.send_message(
            chat,
            f"{mention}\n{self.render(language, letter)}",
            parse_mode="HTML",
            reply_markup=ForceReply(selective=True, input_field_placeholder=hint),
        )

    async def _send_words(self, chat: int, language: str, letter: Letter, keyboard: Any) -> int:
        pieces = split(self.render(language, letter))
        for piece in pieces[:-1]:
            await self._bot.send_message(chat, piece, parse_mode="HTML")
        last = await self._bot.send_message(chat, pieces[-1], parse_mode="HTML", reply_markup=keyboard)
        return last.message_id

    async def _show(self, chat: int, language: str, letter: Letter, message: int) -> None:
        pieces = split(self.render(language, letter))
        if len(pieces) > 1 or letter.media:
            await self.send(chat, language, letter)
            return
        keyboard = self._keyboard(language, letter.choices)
        try:
            await self._bot.edit_message_text(
                pieces[0], chat_id=chat, message_id=message, parse_mode="HTML", reply_markup=keyboard
            )
        except BadRequest as error:
            # The message may be gone or too old to be edited: then the words come as a new one.
            if "not modified" not in error.message:
                await self.send(chat, language, letter)

    async def _toast(self, language: str, toast: Toast) -> None:
        text = plain(self._words.say(language, toast.line.key, toast.line.args)) if toast.line else None
        try:
            await self._bot.answer_callback_query(toast.query, text=text and text[:200], show_alert=toast.alert)
        except BadRequest:
            # Too late for the client to care; what the press did has been done.
            return

    async def _forget(self, chat: int, messages: Sequence[int]) -> None:
        for message in messages:
            try:
                await self._bot.delete_message(chat, message)
            except (BadRequest, Forbidden):
                continue  # older than 48 hours, or gone already: the letter says that it may remain

    async def _send_files(self, chat: int, media: tuple[int, ...]) -> None:
        if not media:
            return
        for group in _groups(await self._files(media)):
            try:
                await self._send_group(chat, group)
            except BadRequest:
                continue  # a file that Telegram keeps no longer must not swallow the words

    async def _send_group(self, chat: int, group: list[Media]) -> None:
        if len(group) > 1:
            await self._bot.send_media_group(chat, [_ALBUM[one.kind](one.ref or "") for one in group])
            return
        one = group[0]
        sender = getattr(self._bot, f"send_{one.kind}")
        await sender(chat, one.ref)

    def _keyboard(self, language: str, rows: Rows) -> InlineKeyboardMarkup | None:
        if not rows:
            return None
        return InlineKeyboardMarkup([[self._button(language, one) for one in row] for row in rows])

    def _button(self, language: str, one: Choice) -> InlineKeyboardButton:
        label = plain(self._words.say(language, one.label.key, one.label.args))
        return InlineKeyboardButton(label[:_LABEL], callback_data=":".join([one.verb, *one.args]))

    def _commands(self, language: str, roles: Sequence[str]) -> list[BotCommand]:
        names = commands_for(roles)
        return [BotCommand(name, self._words.say(language, f"command-{name}")) for name in names]


def tidy(html: str) -> str:
    """Drop blank ends: optional arguments leave them behind."""
    return "\n".join(line.rstrip() for line in html.splitlines()).strip()


def plain(html: str) -> str:
    """Return what a person reads of HTML, for places that show no formatting."""
    return unescape(re.sub(r"</?[a-z][^>]*>", "", html))


def _groups(media: Sequence[Media]) -> list[list[Media]]:
    """Put photos and videos together, documents together, everything else alone; ten at most in one."""
    groups: list[list[Media]] = []
    for one in media:
        last = groups[-1] if groups else []
        if last and _mixes(last[0], one) and len(last) < 10:  # noqa: PLR2004 - Telegram's limit for an album
            last.append(one)
        else:
            groups.append([one])
    return groups


def _mixes(one: Media, other: Media) -> bool:
    visual = {"photo", "video"}
    return {one.kind, other.kind} <= visual or one.kind == other.kind == "document"
