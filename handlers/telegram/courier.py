"""Carries letters and replies to Telegram: renders them in the reader's language, splits, sends, edits."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from html import unescape

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
    Message,
)
from telegram.error import BadRequest, Forbidden

from desk.letter import Choice, Letter, Rows
from desk.records import Media, Paper
from handlers.telegram.menus import commands_for
from handlers.telegram.replies import Forget, Menu, Outcome, Reply, Send, Settle, Show, Toast
from handlers.telegram.splitting import LIMIT, split
from locales import LANGUAGES, Words
from petitions.roles import Role
from petitions.text import shortened

_LABEL = 60
_ROW = 38
"""Characters that a narrow phone shows in one row of buttons, whole."""
_ALBUM = {"photo": InputMediaPhoto, "video": InputMediaVideo, "document": InputMediaDocument}


_TO_UPLOAD = 60
"""Seconds that Telegram may take to answer to a file."""
_ROOM = 100
"""What each message of words leaves free of the limit, for the line that says that it may be a repetition."""

Files = Callable[[tuple[int, ...]], Awaitable[list[Media]]]
"""Returns where the channel keeps these files, without the erased ones."""
Papers = Callable[[tuple[int, ...]], Awaitable[list[Paper]]]
"""Returns papers that we made, with their bytes."""
Stored = Callable[[int], Awaitable[bytes | None]]
"""Returns the bytes that we keep of a file, None where it was never fetched."""


@dataclass(frozen=True)
class Piece:
    """How much of a letter has arrived: so many pieces of so many; the last message, and whether it has words."""

    done: int
    total: int
    message: int
    words: bool = False


class Courier:
    """Sends to Telegram; every error of the library is left to the caller, except what harms nobody."""

    def __init__(self, bot: Bot, words: Words, files: Files, stored: Stored, papers: Papers) -> None:
        self._bot = bot
        self._words = words
        self._files = files
        self._stored = stored
        self._papers = papers

    async def carry(self, outcome: Outcome, reply: Reply) -> AsyncIterator[Piece]:
        """Send one reply of an update; tell of each piece of a letter as it arrives."""
        chat, language = outcome.chat, outcome.language
        match reply:
            case Send(letter, expects):
                if expects:
                    await self._ask(chat, language, letter, *expects)
                    return
                async for piece in self.pieces(chat, language, letter):
                    yield piece
            case Show(letter, message):
                async for piece in self._show(chat, language, letter, message):
                    yield piece
            case _:
                await self._do(chat, language, reply)

    async def _do(self, chat: int, language: str, reply: Settle | Toast | Forget | Menu) -> None:
        """Do what is no letter."""
        match reply:
            case Settle(message, choices):
                await self._settle(chat, message, self._keyboard(language, choices))
            case Toast():
                await self._toast(language, reply)
            case Forget(messages):
                await self._forget(chat, messages)
            case Menu(roles):
                scope = BotCommandScopeChat(chat)
                await self._bot.set_my_commands(self._commands(language, roles), scope=scope)

    async def send(self, chat: int, language: str, letter: Letter) -> None:
        """Send a whole letter."""
        async for _piece in self.pieces(chat, language, letter):
            pass

    async def pieces(
        self, chat: int, language: str, letter: Letter, skip: int = 0, *, again: bool = False
    ) -> AsyncIterator[Piece]:
        """Send a letter piece by piece: its papers and files first, then its words with the buttons.

        `skip` pieces have arrived before; `again` says in the first words that they may be a repetition.
        """
        if letter.renews is not None:
            shown = _in_one(self.render(language, letter))
            await self._edited(chat, letter.renews, shown, self._keyboard(language, letter.choices))
            yield Piece(1, 1, letter.renews, words=True)
            return
        files = await self._files(letter.media) if letter.media else []
        words = split(self.render(language, letter), LIMIT - _ROOM)
        papers = await self._papers(letter.papers) if letter.papers else []
        before = len(papers) + len(files)
        total, done = before + len(words), skip
        for paper in papers[skip:]:
            done += 1
            sender = getattr(self._bot, f"send_{paper.kind}")
            yield Piece(done, total, await self._upload(sender, chat, paper.content, paper.name))
        async for count, message in self._send_files(chat, files[max(0, skip - len(papers)) :]):
            done += count
            yield Piece(done, total, message)
        mark = self._words.say(language, "repeated") + "\n\n" if again else ""
        # Whatever was counted before: the last words, with the buttons, are never skipped.
        for place in range(min(max(0, done - before), len(words) - 1), len(words)):
            keyboard = self._keyboard(language, letter.choices) if place == len(words) - 1 else None
            sent = await self._bot.send_message(
                chat, mark + words[place], parse_mode="HTML", reply_markup=keyboard
            )
            mark = ""
            yield Piece(before + place + 1, total, sent.message_id, words=True)

    async def leave(self, chat: int) -> None:
        """Leave a group; nothing happens where the bot is out already."""
        with suppress(BadRequest, Forbidden):
            await self._bot.leave_chat(chat)

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
            words = tidy(self._words.say(line.language or language, line.key, line.args))
            said += (("\n" if line.tight else "\n\n") if said else "") + words
        return said

    async def _ask(self, chat: int, language: str, letter: Letter, user: int, name: str) -> None:
        """Ask somebody in a group: their client opens its input field."""
        mention = self._words.say(language, "mention", {"user": str(user), "name": name})
        hint = self._words.say(language, letter.ask.key, letter.ask.args) if letter.ask else None
        await self._bot.send_message(
            chat,
            f"{mention}\n{self.render(language, letter)}",
            parse_mode="HTML",
            reply_markup=ForceReply(selective=True, input_field_placeholder=hint),
        )

    async def _show(self, chat: int, language: str, letter: Letter, message: int) -> AsyncIterator[Piece]:
        """Put a letter in the place of a message; what does not fit there, or is gone, comes as a new one."""
        words = self.render(language, letter)
        fits = not (letter.media or letter.papers) and len(split(words)) == 1
        if fits and await self._edited(chat, message, words, self._keyboard(language, letter.choices)):
            return
        if not fits:
            await self._settle(chat, message, None)
        async for piece in self.pieces(chat, language, letter):
            yield piece

    async def _edited(self, chat: int, message: int, words: str, keyboard: InlineKeyboardMarkup | None) -> bool:
        """Edit a message; False where it is gone or too old for that."""
        try:
            await self._bot.edit_message_text(
                words, chat_id=chat, message_id=message, parse_mode="HTML", reply_markup=keyboard
            )
        except BadRequest as error:
            return "not modified" in error.message
        return True

    async def _settle(self, chat: int, message: int, keyboard: InlineKeyboardMarkup | None) -> None:
        try:
            await self._bot.edit_message_reply_markup(chat_id=chat, message_id=message, reply_markup=keyboard)
        except BadRequest:
            return  # gone, too old, or without buttons already: a press on it is answered kindly

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

    async def _send_files(self, chat: int, files: Sequence[Media]) -> AsyncIterator[tuple[int, int]]:
        """Send files, in albums where they can stand in one; yield how many went and the last message."""
        for group in _groups(files):
            album = await self._send_album(chat, group) if len(group) > 1 else None
            if album:
                yield len(group), album
            else:
                for one in group:
                    yield 1, await self._send_file(chat, one)

    async def _send_album(self, chat: int, group: list[Media]) -> int | None:
        """Return the last message; None where Telegram does not keep one of the files any more."""
        try:
            sent = await self._bot.send_media_group(chat, [_ALBUM[one.kind](one.ref or "") for one in group])
        except BadRequest:
            return None
        return sent[-1].message_id

    async def _send_file(self, chat: int, one: Media) -> int:
        """Send what Telegram keeps, else what we keep; return the message, 0 where nobody has the file."""
        sender = getattr(self._bot, f"send_{one.kind}")
        try:
            sent: Message = await sender(chat, one.ref)
        except BadRequest:
            content = await self._stored(one.id)
            return await self._upload(sender, chat, content, one.name) if content else 0
        return sent.message_id

    async def _upload(
        self, sender: Callable[..., Awaitable[Message]], chat: int, content: bytes, name: str | None
    ) -> int:
        try:
            sent = await sender(chat, content, filename=name, read_timeout=_TO_UPLOAD)
        except BadRequest:
            return 0  # a file that Telegram refuses must not swallow the words
        return sent.message_id

    def _keyboard(self, language: str, rows: Rows) -> InlineKeyboardMarkup | None:
        if not rows:
            return None
        labelled = ([self._button(language, one) for one in row] for row in rows)
        return InlineKeyboardMarkup([fitting for row in labelled for fitting in side_by_side(row)])

    def _button(self, language: str, one: Choice) -> InlineKeyboardButton:
        label = plain(self._words.say(language, one.label.key, one.label.args))
        shown = label if len(label) <= _LABEL else shortened(label, _LABEL - len(" …"))
        return InlineKeyboardButton(shown, callback_data=":".join([one.verb, *one.args]))

    def _commands(self, language: str, roles: Sequence[str]) -> list[BotCommand]:
        names = commands_for(roles)
        return [BotCommand(name, self._words.say(language, f"command-{name}")) for name in names]


def side_by_side(row: Sequence[InlineKeyboardButton]) -> list[Sequence[InlineKeyboardButton]]:
    """Return a row as it is, or one button below the other where a phone would cut their words off."""
    wide = any(len(one.text) > _ROW // len(row) for one in row)
    return [[one] for one in row] if wide else [row]


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


def _in_one(words: str) -> str:
    """Return what fits into one message: of long words the heading and the end, above the buttons."""
    if len(split(words)) == 1:
        return words
    heading, _, rest = words.partition("\n")
    return f"{heading}\n…\n\n{split(rest, LIMIT - len(heading) - _ROOM)[-1]}"
