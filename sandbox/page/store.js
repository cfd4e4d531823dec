/** What the page knows of the sandbox, kept up to date by its event stream. */

import * as api from "/page/api.js";
import { memory } from "/page/dom.js";
import { learn } from "/page/words.js";

const RETRY_SECONDS = [1, 2, 3, 5];
const ANSWER_SECONDS = 15;

/**
 * Emits "loaded", "chats", "commands", "connection" (detail: whether online), and "messages", "action",
 * "query" (detail: the chat's id).
 */
export class Store extends EventTarget {
  bot = null;
  accounts = [];
  chats = [];
  #threads = new Map();
  #read = new Map(Object.entries(memory.get("read", {})));
  #seq = 0;
  #clockShift = 0;
  #failures = 0;

  /** Fetch everything and follow what happens; comes back quietly after every break. */
  async start() {
    try {
      await this.load();
      this.#follow();
    } catch {
      this.#retry();
    }
  }

  /** Fetch the whole state again. */
  async load() {
    this.#threads.clear();
    await this.loadChats();
    const seen = await Promise.all(this.chats.map((chat) => this.#fetch(chat.id)));
    // From the oldest answer on: what has come since to a chat that was asked first is in none of them.
    this.#seq = seen.length ? Math.min(...seen) : 0;
    this.chats.forEach((chat) => this.#say("messages", chat.id));
    this.#say("chats");
    this.#say("loaded");
  }

  /** Fetch accounts, chats and their members. */
  async loadChats() {
    const state = await api.state();
    learn(state);
    Object.assign(this, { bot: state.bot, accounts: state.accounts, chats: state.chats });
    this.#clockShift = state.now ? state.now - Date.now() / 1000 : 0;
    this.#say("chats");
  }

  account = (key) => this.accounts.find((account) => account.key === key);
  chat = (id) => this.chats.find((chat) => chat.id === id);
  privateChat = (key) => this.chats.find((chat) => chat.account_key === key);
  now = () => Date.now() / 1000 + this.#clockShift;

  /** Messages of a chat, oldest first. */
  thread(chatId) {
    return [...this.#thread(chatId).messages.values()].sort((a, b) => a.message_id - b.message_id);
  }

  /** What the bot has put under the composer (a reply keyboard, a forced reply or null), and when. */
  keyboard(chatId) {
    return { keyboard: this.chat(chatId).keyboard, seq: this.#thread(chatId).keyboardSeq };
  }

  /** How many messages nobody has looked at yet, not counting the person's own. */
  unread(chatId) {
    const read = this.#read.get(String(chatId)) ?? 0;
    return this.thread(chatId).filter((m) => m.message_id > read && !m.deleted && m.from_bot).length;
  }

  /** Note that the chat is being looked at. */
  markRead(chatId) {
    const last = Math.max(0, ...this.#thread(chatId).messages.keys());
    if (this.#read.get(String(chatId)) === last) return;
    this.#read.set(String(chatId), last);
    memory.set("read", Object.fromEntries(this.#read));
    this.#say("chats");
  }

  /** Press an inline button and wait for the bot's answer; `answered` is false when none came. */
  async press(request) {
    let answer = await api.press({ ...request, wait: 0 });
    const id = answer.query_id;
    const deadline = Date.now() + ANSWER_SECONDS * 1000;
    while (id && !answer.answered && Date.now() < deadline) {
      await this.#next("query", request.chat_id, 2000);
      answer = await api.query(id);
    }
    return answer;
  }

  #next(kind, chatId, milliseconds) {
    return new Promise((resolve) => {
      const stop = new AbortController();
      const done = () => (stop.abort(), resolve());
      this.addEventListener(kind, (event) => event.detail === chatId && done(), { signal: stop.signal });
      setTimeout(done, milliseconds);
    });
  }

  #thread(chatId) {
    if (!this.#threads.has(chatId)) {
      this.#threads.set(chatId, {
        messages: new Map(),
        seq: 0,
        keyboardSeq: Infinity,
        turn: Promise.resolve(),
      });
    }
    return this.#threads.get(chatId);
  }

  async #fetch(chatId, after = this.#thread(chatId).seq) {
    const thread = this.#thread(chatId);
    const news = await api.messages(chatId, after);
    for (const { keyboard, ...message } of news.messages) thread.messages.set(message.message_id, message);
    thread.seq = Math.max(thread.seq, news.seq);
    return news.seq;
  }

  /** Fetch in the order in which things happened: a keyboard comes after the message that brought it. */
  #refresh(chatId, seq, type) {
    const thread = this.#thread(chatId);
    thread.turn = thread.turn.then(async () => {
      if (type === "keyboard") thread.keyboardSeq = seq;
      else if (thread.seq >= seq) return;
      await (type === "keyboard" ? this.loadChats() : this.#fetch(chatId)).catch(() => {});
      this.#say("messages", chatId);
      this.#say("chats");
    });
  }

  #follow() {
    const stream = api.events(this.#seq);
    stream.onopen = () => this.#connected(true);
    stream.onmessage = (event) => this.#take(JSON.parse(event.data));
    stream.onerror = () => {
      stream.close();
      this.#retry();
    };
  }

  #connected(online) {
    this.#failures = online ? 0 : this.#failures + 1;
    this.#say("connection", online);
  }

  #retry() {
    const wait = RETRY_SECONDS[Math.min(this.#failures, RETRY_SECONDS.length - 1)];
    this.#connected(false);
    setTimeout(() => this.start(), wait * 1000);
  }

  #take({ seq, chat_id: chatId, type }) {
    this.#seq = Math.max(this.#seq, seq);
    if (type === "chat") (chatId ? this.loadChats() : this.load()).catch(() => {});
    if (["message", "edit", "delete", "keyboard", "chat"].includes(type) && chatId)
      this.#refresh(chatId, seq, type);
    if (["action", "query", "commands"].includes(type)) this.#say(type, chatId);
  }

  #say(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}
