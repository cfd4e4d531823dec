/** The columns: which chats are open side by side, and which of them on a phone. */

import { Conversation } from "/page/conversation.js";
import { h, memory } from "/page/dom.js";
import { t, translate } from "/page/words.js";

const MOST = 3;
const TWO_FROM_PIXELS = 1200;

export class Layout {
  #slots = [];
  #active = 0;

  /** `changed` is called whenever chats are opened or closed. */
  constructor(store, changed) {
    Object.assign(this, { store, changed });
    this.app = document.getElementById("app");
    this.columns = document.getElementById("columns");
    this.#offerCounts();
    this.setCount(memory.get("columns", window.innerWidth >= TWO_FROM_PIXELS ? 2 : 1));
    window.addEventListener("hashchange", () => this.#followHash());
  }

  isOpen = (chatId) => this.#slots.some((slot) => slot.conversation?.chatId === chatId);

  /** Open what the address names, else what was open last time, else the first account. */
  restore() {
    const known = memory.get("open", []).filter((chatId) => this.store.chat(chatId));
    const first = this.store.chats
      .filter((chat) => chat.type === "private")
      .slice(0, 1)
      .map((chat) => chat.id);
    (known.length ? known : first).slice(0, this.#slots.length).forEach((chatId) => this.#put(chatId));
    this.#followHash();
  }

  /**
   * Show a chat at once, without waiting to be told of the new address: where it is already, in an empty
   * column, or in place of the active one.
   */
  open(chatId) {
    const address = `#${encodeURIComponent(this.#nameOf(chatId))}`;
    const write = this.app.dataset.view === "list" ? "pushState" : "replaceState";
    if (location.hash !== address) history[write](null, "", address);
    this.#followHash();
    this.#shown().composer.focus();
  }

  /** Show one, two or three columns. */
  setCount(count) {
    memory.set("columns", count);
    while (this.#slots.length > count) this.#dropSlot();
    while (this.#slots.length < count) this.#addSlot();
    this.#activate(Math.min(this.#active, count - 1));
    this.columns.dataset.count = count;
    document.querySelector(`#count input[value="${count}"]`).checked = true;
    this.changed();
  }

  /** Draw everything again, in another language for example. */
  render() {
    this.#slots.forEach((slot) => slot.conversation?.render());
  }

  /** Put away chats that no longer exist, after a reset. */
  prune() {
    const gone = this.#slots.filter(({ conversation }) => conversation && !conversation.chat);
    gone.forEach((slot) => this.#empty(slot));
    if (gone.length) this.#remember();
  }

  #nameOf(chatId) {
    return this.store.chat(chatId).account_key ?? String(chatId);
  }

  #shown() {
    return this.#slots[this.#active].conversation;
  }

  #put(chatId) {
    const indexes = [
      this.#slots.findIndex((slot) => slot.conversation?.chatId === chatId),
      this.#slots.findIndex((slot) => !slot.conversation),
      this.#active,
    ];
    const index = indexes.find((found) => found >= 0);
    if (!this.isOpen(chatId)) this.#fill(this.#slots[index], chatId);
    this.#activate(index);
  }

  #fill(slot, chatId) {
    slot.conversation?.close();
    slot.conversation = new Conversation(this.store, chatId, {
      open: (other) => this.open(other),
      back: () => this.#toList(),
      close: (conversation) => this.#close(conversation),
      activate: (conversation) =>
        this.#activate(this.#slots.findIndex((s) => s.conversation === conversation)),
    });
    slot.element.replaceChildren(slot.conversation.element);
    slot.conversation.render();
    this.#remember();
  }

  #close(conversation) {
    this.#empty(this.#slots.find((slot) => slot.conversation === conversation));
    this.#remember();
    this.#toList();
  }

  #empty(slot) {
    slot.conversation?.close();
    slot.conversation = null;
    slot.element.replaceChildren(
      translate(h("p", { class: "invitation" }, h("span", { "data-text": "invitation" }))),
    );
  }

  #addSlot() {
    const slot = { element: h("div", { class: "slot" }), conversation: null };
    this.#slots.push(slot);
    this.columns.append(slot.element);
    this.#empty(slot);
  }

  #dropSlot() {
    const slot = this.#slots.pop();
    slot.conversation?.close();
    slot.element.remove();
  }

  #activate(index) {
    if (index < 0) return;
    this.#active = index;
    this.#slots.forEach((slot, i) => slot.element.toggleAttribute("data-active", i === index));
  }

  #remember() {
    memory.set("open", this.#slots.map((slot) => slot.conversation?.chatId).filter(Boolean));
    this.changed();
  }

  #followHash() {
    const name = decodeURIComponent(location.hash.slice(1));
    const chat = this.store.chats.find((known) => name && this.#nameOf(known.id) === name);
    if (!chat) return this.#showList();
    this.app.dataset.view = "chat";
    this.#put(chat.id);
    this.#shown().render();
    return undefined;
  }

  #toList() {
    history.replaceState(null, "", location.pathname);
    this.#showList();
  }

  #showList() {
    this.app.dataset.view = "list";
  }

  #offerCounts() {
    const segments = document.getElementById("count");
    for (let count = 1; count <= MOST; count += 1) {
      const input = h("input", {
        type: "radio",
        name: "count",
        value: count,
        onchange: () => this.setCount(count),
      });
      segments.append(
        h(
          "label",
          {},
          input,
          h(
            "span",
            { "aria-hidden": "true", class: `bars bars-${count}` },
            ...Array.from({ length: count }, () => h("i")),
          ),
          h("span", { class: "unseen" }, String(count)),
        ),
      );
    }
  }
}
