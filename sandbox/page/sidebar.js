/** The list of accounts and groups, each with its last line and what is unread. */

import { avatar } from "/page/avatar.js";
import { h, reconcile, renew } from "/page/dom.js";
import { summary, speaker } from "/page/message.js";
import { brief, currentLanguage, nameOf, t } from "/page/words.js";

export class Sidebar {
  /** `open(chatId)` shows a chat; `isOpen(chatId)` tells whether it is shown. */
  constructor(store, { open, isOpen }) {
    Object.assign(this, { store, open, isOpen });
    this.accounts = document.getElementById("accounts");
    this.groups = document.getElementById("groups");
    this.noGroups = document.getElementById("no-groups");
    store.addEventListener("chats", () => this.render());
  }

  /** Draw what is new. */
  render() {
    const { chats, accounts } = this.store;
    const groups = chats.filter((chat) => chat.type !== "private");
    const ofAccount = (account) =>
      this.#block(this.store.privateChat(account.key), nameOf(account), `account-${account.key}`);
    const ofGroup = (chat) => this.#block(chat, nameOf(chat), `group-${chat.key ?? chat.id}`);
    reconcile(this.accounts, accounts.map(ofAccount));
    reconcile(this.groups, groups.map(ofGroup));
    this.noGroups.hidden = groups.length > 0;
    const unread = chats.reduce((sum, chat) => sum + this.store.unread(chat.id), 0);
    document.title = unread ? `(${unread}) ${t("title")}` : t("title");
  }

  #block(chat, name, testid) {
    const last = this.store.thread(chat.id).findLast((message) => !message.deleted);
    const shown = {
      name,
      testid,
      id: chat.id,
      blocked: chat.blocked,
      line: last ? lastLine(last, chat) : t(chat.type === "private" ? "not_started" : "no_messages"),
      time: last && brief(last.date, this.store.now()),
      unread: this.store.unread(chat.id),
      open: this.isOpen(chat.id),
    };
    return {
      key: testid,
      signature: JSON.stringify([shown, currentLanguage()]),
      build: () => this.#entry(shown),
      // The button stays: one that is replaced between pressing and letting go would swallow the click.
      update: (node) => renew(node.firstChild, this.#entry(shown).firstChild),
    };
  }

  #entry({ name, testid, id, line, time, unread, open, blocked }) {
    const counter =
      unread > 0 &&
      h("span", { class: "badge" }, String(unread), h("span", { class: "unseen" }, ` ${t("unread")}`));
    const hooks = { "data-testid": testid, "data-place": "entry", "aria-current": open && "true", "data-id": id };
    const act = (event) => this.open(Number(event.currentTarget.dataset.id));
    return h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "entry", ...hooks, onclick: act },
        avatar(name, id),
        h(
          "span",
          { class: "stack" },
          h("strong", {}, name),
          h("span", { class: "last" }, blocked ? t("blocked") : line),
        ),
        h("span", { class: "side" }, time ? h("time", {}, time) : "", counter),
      ),
    );
  }
}

function lastLine(message, chat) {
  const line = summary(message).replace(/\s+/g, " ");
  const group = chat.type !== "private";
  if (group && message.text) return `${speaker(message)}: ${line}`;
  return message.from_bot || group ? line : t("you_said", { line });
}
