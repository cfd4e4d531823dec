/** The top of a conversation: who speaks, with whom, and what may be done with the chat. */

import { avatar } from "/page/avatar.js";
import { dropdown, iconButton } from "/page/controls.js";
import { h } from "/page/dom.js";
import { editMembers, changeMember } from "/page/members.js";
import { nameOf, t } from "/page/words.js";

const TYPING_SECONDS = 5;

export class Header {
  #typingUntil;

  constructor(conversation, shell) {
    this.conversation = conversation;
    this.face = h("span", { class: "face" });
    this.title = h("h2", {});
    this.subtitle = h("p", { class: "subtitle" });
    const back = iconButton("back", "back", {
      class: "quiet back",
      "data-testid": "back",
      onclick: shell.back,
    });
    const more = iconButton("more", "chat_actions", { "data-testid": "chat-actions" });
    const leave = () => shell.close(conversation);
    const close = iconButton("close", "close_chat", { class: "quiet close", onclick: leave });
    this.acting = this.#actingAs();
    this.element = h(
      "header",
      { class: "bar" },
      back,
      this.face,
      h("div", { class: "names" }, this.title, this.subtitle),
      dropdown(more, () => this.#choices()),
      close,
    );
  }

  /** Write names and members as they are now. */
  render() {
    const { chat, store } = this.conversation;
    if (!chat) return;
    const account = chat.account_key && store.account(chat.account_key);
    const name = nameOf(account || chat);
    this.title.textContent = name;
    this.element.parentElement?.setAttribute("aria-label", name);
    this.face.replaceChildren(avatar(name, chat.id));
    this.#describe();
    this.#fillMembers();
  }

  /** Say for a while that the bot is writing. */
  typing() {
    clearTimeout(this.#typingUntil);
    this.#typingUntil = setTimeout(() => this.stopTyping(), TYPING_SECONDS * 1000);
    this.#describe();
  }

  /** Say no longer that the bot is writing. */
  stopTyping() {
    clearTimeout(this.#typingUntil);
    this.#typingUntil = null;
    this.#describe();
  }

  #describe() {
    const { chat, store } = this.conversation;
    const group = chat.type !== "private";
    const count = chat.members.length + (chat.bot_member ? 1 : 0);
    const calm = group ? t("member_count", { count }) : t("with_bot", { name: nameOf(store.bot) });
    this.subtitle.textContent = this.#typingUntil ? t("typing") : calm;
    this.subtitle.classList.toggle("typing", Boolean(this.#typingUntil));
  }

  #actingAs() {
    this.select = h("select", {
      "data-testid": "acting-as",
      onchange: () => this.conversation.actAs(this.select.value),
    });
    return h("label", { class: "acting" }, h("span", { "data-text": "acting_as" }), this.select);
  }

  #fillMembers() {
    const { chat, store, accountKey } = this.conversation;
    this.acting.hidden = chat.type === "private";
    const options = chat.members.map(
      (key) => new Option(nameOf(store.account(key)), key, false, key === accountKey),
    );
    this.select.replaceChildren(...options);
  }

  #choices() {
    const { conversation } = this;
    const { chat } = conversation;
    const change = (action) => conversation.attempt(() => changeMember(conversation, action));
    if (chat.type === "private") {
      return [
        chat.blocked
          ? { icon: "shield", label: "unblock", testid: "unblock", act: () => change("unblock") }
          : { icon: "block", label: "block", testid: "block", act: () => change("block") },
      ];
    }
    return [
      { icon: "people", label: "members", testid: "members", act: () => editMembers(conversation) },
      {
        icon: "mask",
        label: "anonymous",
        pressed: conversation.anonymous,
        act: () => this.#toggleAnonymous(),
      },
    ];
  }

  #toggleAnonymous() {
    this.conversation.anonymous = !this.conversation.anonymous;
    this.conversation.render();
    this.conversation.say(t(this.conversation.anonymous ? "anonymous_on" : "anonymous_off"));
  }
}
