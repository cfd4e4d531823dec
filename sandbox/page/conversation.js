/** One column of the page: a chat as one account sees it. */

import * as api from "/page/api.js";
import { avatar } from "/page/avatar.js";
import { Composer } from "/page/composer.js";
import { iconButton } from "/page/controls.js";
import { notice, toast } from "/page/dialogs.js";
import { h, memory, reconcile } from "/page/dom.js";
import { Header } from "/page/header.js";
import { blocks } from "/page/message.js";
import { askPlace } from "/page/place.js";
import { startPayload } from "/page/richtext.js";
import { nameOf, t, translate } from "/page/words.js";

const NEAR_END_PIXELS = 80;

/** A chat opened by an account; `shell` has `open(chatId)`, `back()`, `close(it)`, `activate(it)`. */
export class Conversation {
  #stop = new AbortController();
  #atEnd = true;
  #lastTop = 0;
  #promptedAt = null;
  #waiting = new Set();

  constructor(store, chatId, shell) {
    this.store = store;
    this.shell = shell;
    this.chatId = chatId;
    this.accountKey = this.#firstAccount();
    this.anonymous = false;
    this.header = new Header(this, shell);
    this.composer = new Composer(this);
    this.toasts = h("div", { class: "toasts", role: "status" });
    this.log = h("div", { class: "log", role: "log", tabindex: "0", "data-label": "messages" });
    this.scroller = h("div", { class: "scroller" }, this.log);
    this.jump = this.#jumpButton();
    this.news = h("p", { class: "unseen", role: "status" });
    const stage = h("div", { class: "stage" }, this.scroller, this.jump, this.toasts, this.news);
    this.element = translate(
      h(
        "section",
        { class: "conversation", "data-chat": chatId },
        this.header.element,
        this.header.acting,
        stage,
        this.composer.element,
      ),
    );
    this.#listen();
    this.render();
    this.loadCommands();
  }

  get chat() {
    return this.store.chat(this.chatId);
  }

  get account() {
    return this.store.account(this.accountKey);
  }

  /** Stop following the chat. */
  close() {
    this.#stop.abort();
    this.sizes.disconnect();
    this.element.remove();
  }

  /** Let another member of the group speak here. */
  actAs(key) {
    this.accountKey = key;
    memory.set(`acting ${this.chatId}`, key);
    this.render();
    this.loadCommands();
  }

  /** Draw what is new. */
  render() {
    if (!this.chat) return;
    if (!this.account) this.accountKey = this.#firstAccount();
    const messages = this.store.thread(this.chatId);
    const drawn = messages.length ? blocks(messages, this, this.#actions()) : [welcome(this)];
    reconcile(this.log, drawn);
    this.#showWaiting();
    this.header.render();
    this.composer.render(messages);
    this.#promptReply(messages);
    if (this.#atEnd) this.#toEnd();
    if (this.element.checkVisibility() && !document.hidden) this.store.markRead(this.chatId);
  }

  /** Send what the composer holds; Raises: Refusal. */
  async deliver(content) {
    const body = { account: this.accountKey, ...content };
    if (this.anonymous) body.anonymous = true;
    await api.send(this.chatId, content.files ? asForm(body) : body);
    this.#atEnd = true;
    this.#toEnd();
  }

  /** Change one's own message ({text}, {caption} or {location}); Raises: Refusal. */
  revise(message, change) {
    return api.edit(this.chatId, { account: this.accountKey, message_id: message.message_id, ...change });
  }

  /** Run `act`; a refusal becomes a passing notice. */
  async attempt(act) {
    try {
      return await act();
    } catch (error) {
      this.say(error.message);
      return undefined;
    }
  }

  say(sentence) {
    toast(this.toasts, sentence);
  }

  async loadCommands() {
    const answer = await api.commands(this.chatId, this.accountKey).catch(() => ({ commands: [] }));
    this.composer.setCommands(answer.commands);
  }

  #firstAccount() {
    const chat = this.chat;
    const members = chat.members ?? [];
    const remembered = memory.get(`acting ${this.chatId}`);
    return chat.account_key ?? (members.includes(remembered) ? remembered : members[0]);
  }

  #listen() {
    const { signal } = this.#stop;
    const follow = (kind, act) =>
      this.store.addEventListener(kind, (event) => event.detail === this.chatId && act(), { signal });
    follow("messages", () => this.header.stopTyping());
    follow("messages", () => this.render());
    follow("action", () => this.header.typing());
    this.store.addEventListener("commands", () => this.loadCommands(), { signal });
    this.store.addEventListener("chats", () => this.header.render(), { signal });
    document.addEventListener("visibilitychange", () => this.render(), { signal });
    this.element.addEventListener("focusin", () => this.shell.activate(this));
    this.element.addEventListener("pointerdown", () => this.shell.activate(this));
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.sizes = new ResizeObserver(() => this.#atEnd && this.#toEnd());
    this.sizes.observe(this.log);
    this.sizes.observe(this.scroller);
  }

  #jumpButton() {
    const act = () => this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: "smooth" });
    return iconButton("down", "to_end", { class: "jump", hidden: true, onclick: act });
  }

  /** A picture that arrives makes the log longer; only a person who scrolls up leaves its end. */
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_END_PIXELS;
    this.#atEnd = near || (this.#atEnd && scrollTop >= this.#lastTop);
    this.#lastTop = scrollTop;
    this.jump.hidden = this.#atEnd;
  }

  #toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  /** ForceReply: the composer answers who asked, and takes the focus unless the person is elsewhere. */
  #promptReply(messages) {
    const { keyboard, seq } = this.store.keyboard(this.chatId);
    const seen = this.#promptedAt === seq;
    const isFirst = this.#promptedAt === null;
    this.#promptedAt = keyboard?.force_reply ? seq : 0;
    const asking = messages.findLast((message) => message.from_bot && !message.deleted && message.seq < seq);
    if (!keyboard?.force_reply || seen || !asking) return;
    this.composer.reply(asking, { focus: !isFirst && this.#hasAttention() });
  }

  #hasAttention() {
    return document.activeElement === document.body || this.element.contains(document.activeElement);
  }

  #actions() {
    return {
      press: (message, row, col) => this.#press(message, row, col),
      reply: (message) => this.composer.reply(message, { focus: true }),
      edit: (message) => this.composer.edit(message),
      move: (message) => this.attempt(() => this.#moveLive(message)),
      stay: (message) => this.attempt(() => this.revise(message, { location: fixed(message.location) })),
      copy: (text) => this.#copy(text),
      command: (text) => this.attempt(() => this.deliver({ text })),
      deepLink: (url) => this.#deepLink(url),
      show: (messageId) => this.#show(messageId),
    };
  }

  /** Press a button; it waits, however often it is drawn anew, until the bot has answered. */
  async #press(message, row, col) {
    const id = message.message_id;
    const button = `${id} ${row}.${col}`;
    if (this.#waiting.has(button)) return;
    this.#waiting.add(button);
    this.#showWaiting();
    const request = { account: this.accountKey, chat_id: this.chatId, message_id: id, row, col };
    const answer = await this.attempt(() => this.store.press(request));
    this.#waiting.delete(button);
    this.#showWaiting();
    if (answer) this.#hear(answer);
  }

  #showWaiting() {
    for (const key of this.log.querySelectorAll("button.key")) {
      const waits = this.#waiting.has(`${key.dataset.message} ${key.dataset.place}`);
      if (waits) key.setAttribute("aria-busy", "true");
      else key.removeAttribute("aria-busy");
    }
    this.news.textContent = this.#waiting.size ? t("waiting") : "";
  }

  #hear(answer) {
    if (answer.url && !this.#deepLink(answer.url)) window.open(answer.url, "_blank", "noopener");
    else if (answer.show_alert) notice(answer.text);
    else if (answer.text) this.say(answer.text);
    else if (answer.query_id && !answer.answered) this.say(t("no_answer"));
  }

  /** A link that starts this very bot is sent as /start, as the app would do; tells whether it was one. */
  #deepLink(url) {
    const payload = startPayload(url, this.store.bot.username);
    if (payload === null) return false;
    this.attempt(() => this.deliver({ start: payload }));
    return true;
  }

  async #moveLive(message) {
    const chosen = await askPlace(message.location);
    if (chosen) await this.revise(message, { location: { ...message.location, ...chosen.location } });
  }

  async #copy(text) {
    await this.attempt(() => navigator.clipboard.writeText(text));
    this.say(t("copied"));
  }

  #show(messageId) {
    const node = this.log.querySelector(`[data-message-id="${Number(messageId)}"]`);
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.classList.add("shown");
    setTimeout(() => node?.classList.remove("shown"), 1500);
  }
}

/** What stands in a chat where nothing has been said. */
function welcome({ chat, store }) {
  const { bot } = store;
  const text = t(chat.type === "private" ? "welcome" : "welcome_group", { name: nameOf(bot) });
  return {
    key: "welcome",
    signature: text,
    build: () =>
      h(
        "div",
        { class: "welcome" },
        avatar(nameOf(bot), bot.id),
        h("strong", {}, nameOf(bot)),
        h("span", {}, text),
      ),
  };
}

/** A place without the period during which it was live: sharing has ended. */
const fixed = ({ latitude, longitude }) => ({ latitude, longitude });

/** A list becomes a repeated field. */
function asForm({ files, ...fields }) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const each of [value].flat()) if (each != null) form.append(name, each);
  }
  for (const file of files) form.append("files", file, file.name);
  return form;
}
