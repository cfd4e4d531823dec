"""The sandbox's world: who and what there is, and the one way in which it changes and bots hear of it."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from sandbox.bots import TOKEN, Bot
from sandbox.clock import Clock
from sandbox.errors import ApiError, Refusal
from sandbox.faults import Fault, Faults, chat_of
from sandbox.feed import Feed
from sandbox.files import FileStore
from sandbox.model import ANONYMOUS_ADMIN, DAY, Account, Chat, JsonObject, Limits, Message, Query
from sandbox.updates import UpdateQueue
from sandbox.witness import Witness

#: Message ids begin with the tenths of a second since 2026, so that they grow from run to run and fit 31 bits.
TIME_ZONE = "Asia/Ho_Chi_Minh"
MESSAGE_ID_EPOCH = 1_767_225_600
FIRST_ACCOUNT_ID = 5_000_000_001
FIRST_GROUP_ID = -4_000_000_001
FIRST_SUPERGROUP_ID = -1_002_000_000_001

#: Which updates may overtake each other in webhook deliveries: those of different lanes.
CALLBACK_LANE = 3 << 33
MY_MEMBER_LANE = 5 << 33
MEMBER_LANE = 6 << 33


class World:
    """Accounts, chats, messages and bots, in memory; `seed` puts in what is there from the start."""

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        *,
        seed: Callable[[World], None] = lambda _world: None,
        limits: Limits | None = None,
        files: FileStore | None = None,
        time_zone: str = TIME_ZONE,
    ) -> None:
        self.time_zone = time_zone
        self.clock = Clock(clock)
        self.limits = limits or Limits()
        self.files = files or FileStore(self.limits.stored_files)
        self.feed = Feed(self._numbers_from(10_000), self.limits.events)
        self.accounts: dict[int, Account] = {}
        self.chats: dict[tuple[int, int], Chat] = {}
        self.retired: set[int] = set()  # ids of accounts and chats of before a reset: a bot may know them
        self.bots: dict[int, Bot] = {}
        self.queries: dict[str, Query] = {}
        self.waiting: dict[str, asyncio.Future[None]] = {}
        self.revoked: set[str] = set()
        self.handmade: set[int] = set()
        self.witness = Witness()
        self.faults = Faults()
        self.calls: deque[JsonObject] = deque(maxlen=self.limits.calls)
        self.on_new_bot: Callable[[Bot], None] = lambda _bot: None
        self._swapped: list[Callable[[], None]] = []
        self._first_message_id = self._fresh_message_id()
        self._seed = seed
        seed(self)

    def reset(self) -> None:
        """Return to the state of the start, except for what bots have set up; numbers go on, never repeat."""
        highest = max((chat.next_message_id for chat in self.chats.values()), default=1)
        self._first_message_id = max(highest, self._fresh_message_id())
        self.retired |= self._ids()
        for kept in (self.accounts, self.chats, self.queries, self.calls, self._swapped, self.revoked):
            kept.clear()
        self.files.clear()
        self.faults.clear()
        self.clock.shift(-self.clock.shifted)
        for bot in self.bots.values():
            bot.queue.clear()
            bot.on_webhook()
        self._seed(self)
        self.feed.add("chat", 0)

    def now(self) -> int:
        """Return the time in whole unix seconds, as messages carry it."""
        return int(self.clock.now())

    # Who and what there is

    def add_bot(self, token: str, username: str = "", first_name: str = "", name_en: str = "") -> Bot:
        """Make the bot of a well-formed token known."""
        bot_id = int(token.partition(":")[0])
        queue = UpdateQueue(self.clock, self._numbers_from(10_000), self.limits.pending_updates)
        name = first_name or f"Bot {bot_id}"
        bot = Bot(bot_id, token, username or f"sandbox_{bot_id}_bot", name, queue, name_en)
        self.bots[bot_id] = bot
        self.on_new_bot(bot)
        return bot

    def bot_by_token(self, token: str) -> Bot:
        """Return the bot of a token; an unknown well-formed token makes a new bot.

        Raises:
            ApiError: 404 for a malformed token, 401 for a revoked or wrong one.

        """
        match = TOKEN.fullmatch(token)
        if not match:
            raise ApiError(404, "Not Found")
        known = self.bots.get(int(match[1]))
        full = known is None and len(self.bots) >= self.limits.bots
        if full or token in self.revoked or (known and known.token != token):
            raise ApiError(401, "Unauthorized")
        return known or self.add_bot(token)

    def first_bot(self) -> Bot:
        """Return the bot that is meant when none is named: the demo's, else the first that called."""
        bot = next(iter(self.bots.values()), None)
        if bot is None:
            raise Refusal("No bot has called yet.", 404)
        return bot

    def account(self, key: object) -> Account:
        """Return the account with this key (or id).

        Raises:
            Refusal: when there is none.

        """
        for account in self.accounts.values():
            if key in {account.key, account.id}:
                return account
        raise Refusal(f"There is no account {key!r}.", 404)

    def add_account(self, account: Account) -> Account:
        """Make a person known."""
        self.accounts[account.id] = account
        return account

    def user(self, user_id: int) -> JsonObject:
        """Return the User object of an account, a bot or the anonymous administrators' account."""
        someone = self.accounts.get(user_id) or self.bots.get(user_id)
        return someone.as_user() if someone else ANONYMOUS_ADMIN

    def chat(self, bot: Bot, chat_id: int) -> Chat | None:
        """Return a chat as this bot knows it, None before a person has written to it."""
        return self.chats.get((bot.id, chat_id)) or self.chats.get((0, chat_id))

    def private_chat(self, bot: Bot, account: Account) -> Chat:
        """Return a person's chat with a bot, opening it if need be."""
        found = self.chats.get((bot.id, account.id))
        if found is None:
            members = {account.id: "member", bot.id: "member"}
            found = self.add_chat(Chat(account.id, "private", bot.id, members=members))
        return found

    def add_chat(self, chat: Chat) -> Chat:
        """Make a chat known; its message ids begin above those of earlier runs."""
        chat.next_message_id = max(chat.next_message_id, self._first_message_id)
        self.chats[chat.bot_id, chat.id] = chat
        return chat

    def free_id(self, first: int, step: int) -> int:
        """Return the first id that no account or chat has or had, counting from `first`."""
        taken = self._ids() | self.retired
        while first in taken:
            first += step
        return first

    def _ids(self) -> set[int]:
        return set(self.accounts) | {chat_id for _, chat_id in self.chats}

    def bots_in(self, chat: Chat) -> Iterator[Bot]:
        """Yield the bots that are in a chat now."""
        return (bot for bot in self.bots.values() if chat.has(bot.id))

    # How it changes

    def add_message(self, chat: Chat, message: Message) -> Message:
        """Put a message with a fresh id at the end of a chat."""
        message.message_id = chat.next_message_id
        chat.next_message_id += 1
        chat.messages[message.message_id] = message
        if len(chat.messages) > self.limits.messages_per_chat:
            del chat.messages[next(iter(chat.messages))]
        message.seq = self.feed.add("message", chat.id, message_id=message.message_id)
        return message

    def touch(self, chat: Chat, message: Message, kind: str = "edit") -> None:
        """Tell that a message has changed."""
        message.seq = self.feed.add(kind, chat.id, message_id=message.message_id)

    def set_keyboard(self, chat: Chat, keyboard: JsonObject | None) -> None:
        """Show another reply keyboard in a chat, or none."""
        chat.keyboard = keyboard
        self.feed.add("keyboard", chat.id)

    def version(self) -> tuple[object, ...]:
        """Return something that differs after every change worth saving."""
        bots = [(bot.id, bot.queue.version, bot.webhook.url) for bot in self.bots.values()]
        return self.feed.seq, len(self.accounts), *bots

    def set_limits(self, changes: Mapping[str, Any]) -> None:
        """Change some bounds or lifetimes.

        Raises:
            TypeError: for an unknown one.

        """
        self.limits = replace(self.limits, **changes)

    def next_call(self) -> int:
        """Return the number of the call that is about to be logged."""
        return self.calls[-1]["n"] + 1 if self.calls else 1

    def add_query(self, query: Query) -> None:
        """Remember a press, and forget the oldest if there are too many."""
        self.queries[query.id] = query
        if len(self.queries) > self.limits.queries:
            del self.queries[next(iter(self.queries))]

    def answer(self, query: Query, text: str, url: str, *, show_alert: bool) -> None:
        """Show the bot's answer to a press to who pressed."""
        query.answered, query.text, query.url, query.show_alert = True, text, url, show_alert
        self.feed.add("query", query.chat_id, query_id=query.id)
        waiting = self.waiting.pop(query.id, None)
        if waiting and not waiting.done():
            waiting.set_result(None)

    def tell(self, bot: Bot, kind: str, content: JsonObject, lane: int, lifetime: float = DAY) -> None:
        """Make an update for a bot, unless it did not ask for this kind; faults strike here."""
        if kind not in bot.queue.allowed:
            return
        expires = self.clock.now() + lifetime
        fault = self.faults.on_update(kind, chat_of(content), self.clock.now())
        copies = 2 if fault and fault.kind == "duplicate" else 1
        put = partial(bot.queue.put, kind, content, lane, expires, copies)
        match fault:
            case Fault(kind="drop"):
                bot.queue.skip_id()
            case Fault(kind="delay"):
                self.clock.call_later(fault.seconds, put)
            case Fault(kind="swap"):
                self._swapped.append(put)
            case _:
                put()
                self._release_swapped()

    def _release_swapped(self) -> None:
        held, self._swapped = self._swapped, []
        for put in held:
            put()

    def _numbers_from(self, per_second: int) -> int:
        return max(1, int(self.clock.unshifted() * per_second))

    def _fresh_message_id(self) -> int:
        return max(1, int((self.clock.unshifted() - MESSAGE_ID_EPOCH) * 10))
