"""One request on the control API: which world, bot, account and chat it is about."""

from __future__ import annotations

from aiohttp import web

from sandbox.arguments import Arguments, read_arguments
from sandbox.bots import Bot
from sandbox.door import WORLD
from sandbox.errors import Refusal
from sandbox.model import Account, Chat, JsonObject, Message
from sandbox.rendering import page_message


class Asked:
    """One control request: its world, bot and arguments."""

    def __init__(self, request: web.Request, arguments: Arguments) -> None:
        self.world = request.app[WORLD]
        self.arguments = arguments
        self._chat_id = request.match_info.get("chat_id", "")

    @property
    def bot(self) -> Bot:
        """Return the bot that is meant."""
        token = self.arguments.text("token") or self.arguments.text("bot")
        return self.world.bot_by_token(token) if token else self.world.first_bot()

    @property
    def account(self) -> Account:
        """Return the account that acts."""
        return self.world.account(self.arguments.values.get("account"))

    @property
    def chat(self) -> Chat:
        """Return the chat that is meant; a person's own with the bot opens by itself."""
        text = self._chat_id or self.arguments.text("chat_id")
        chat_id = int(text) if text.lstrip("-").isdigit() else 0
        chat = self.world.chat(self.bot, chat_id)
        if chat is None and chat_id in self.world.accounts:
            chat = self.world.private_chat(self.bot, self.world.accounts[chat_id])
        if chat is None:
            raise Refusal(f"There is no chat {text!r}.", 404)
        return chat

    def shown(self, chat: Chat, messages: list[Message]) -> JsonObject:
        """Return messages as the page shows them."""
        listed = [page_message(self.world, chat, message, self.bot) for message in messages]
        return {"messages": listed, "seq": self.world.feed.seq, "keyboard": chat.keyboard}


async def asked(request: web.Request) -> Asked:
    """Read a control request."""
    return Asked(request, await read_arguments(request))
