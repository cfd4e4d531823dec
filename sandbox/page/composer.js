/** Where a person writes: text, reply, edit, commands, the bot's keys, and what goes with them. */

import { attachMenu, contactDialog } from "/page/attach.js";
import { CommandList } from "/page/commands.js";
import { iconButton } from "/page/controls.js";
import { h, icon } from "/page/dom.js";
import { replyKeyboard } from "/page/keyboards.js";
import { summary, speaker } from "/page/message.js";
import { changeMember } from "/page/members.js";
import { askPlace } from "/page/place.js";
import { Tray } from "/page/tray.js";
import { VoiceButton } from "/page/voice.js";
import { t, translate } from "/page/words.js";

const TALLEST_PIXELS = 160;
const LONGEST = 4096;

export class Composer {
  #target = null;
  #keyboard = null;
  #folded = false;

  constructor(conversation) {
    this.conversation = conversation;
    this.tray = new Tray(() => this.#weigh());
    this.commands = new CommandList((command) => this.#useCommand(command));
    const sendVoice = (file, duration) => this.#deliver({ kind: "voice", files: [file], duration });
    this.voice = new VoiceButton(sendVoice, (sentence) => conversation.say(sentence));
    this.banner = h("div", { class: "banner", hidden: true });
    this.keys = h("div", { class: "reply-keyboard", hidden: true, "data-testid": "reply-keyboard" });
    this.input = this.#input();
    this.send = iconButton("send", "send", { type: "submit", class: "quiet send", "data-testid": "send" });
    this.form = this.#form();
    this.big = h("button", { type: "button", class: "strong big", hidden: true });
    this.element = translate(h("div", { class: "composer" }, this.big, this.form, this.keys));
    this.#acceptDrops();
    this.#weigh();
  }

  /** Draw what the chat asks for now: START, unblock, or a line to write in with the bot's keys. */
  render(messages) {
    const { chat } = this.conversation;
    const focused = [this.big, this.input].includes(document.activeElement);
    const lone = this.#loneButton(chat, messages);
    this.big.hidden = !lone;
    this.form.hidden = Boolean(lone);
    if (lone) this.#showLone(...lone);
    this.#setKeyboard(lone ? null : this.conversation.store.keyboard(chat.id).keyboard);
    this.#hintInput();
    if (focused) this.focus();
  }

  /** Give the focus to what the chat asks for now. */
  focus() {
    (this.big.hidden ? this.input : this.big).focus({ preventScroll: true });
  }

  /** Answer a message. */
  reply(message, { focus }) {
    this.#aim({ message, kind: "reply" });
    if (focus) this.input.focus();
  }

  /** Change one's own message. */
  edit(message) {
    this.#aim({ message, kind: "edit" });
    this.input.value = message.text ?? message.caption;
    this.#weigh();
    this.input.focus();
  }

  /** Offer the bot's commands ({command, description}). */
  setCommands(commands) {
    this.commands.set(commands);
    this.commands.button.hidden = !commands.length;
  }

  #form() {
    const { conversation } = this;
    const attach = attachMenu(conversation, (files, asFiles) => this.tray.add(files, asFiles));
    const unfold = { hidden: true, "data-testid": "keyboard", onclick: () => this.#foldKeys() };
    this.keysButton = iconButton("keyboard", "keyboard", unfold);
    const line = h(
      "div",
      { class: "line" },
      this.commands.button,
      attach,
      this.input,
      this.keysButton,
      this.voice.element,
      this.send,
    );
    const submit = (event) => (event.preventDefault(), this.#submit());
    return h("form", { onsubmit: submit }, this.commands.list, this.banner, this.tray.element, line);
  }

  #input() {
    const input = h("textarea", {
      rows: "1",
      maxlength: LONGEST,
      autocomplete: "off",
      enterkeyhint: "send",
      "data-testid": "composer",
      "data-label": "write",
    });
    input.addEventListener("input", () => this.#weigh());
    input.addEventListener("keydown", (event) => this.#key(event));
    input.addEventListener("paste", (event) => this.tray.take(event, event.clipboardData));
    return input;
  }

  #key(event) {
    if (this.commands.key(event)) return;
    const touch = matchMedia("(pointer: coarse)").matches;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && !touch) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && this.#target) this.#aim(null);
  }

  #acceptDrops() {
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => this.tray.take(event, event.dataTransfer));
  }

  /** Fit the line to its text, and show send or voice. */
  #weigh() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, TALLEST_PIXELS)}px`;
    const empty = !this.input.value.trim() && !this.tray.files.length;
    this.send.hidden = empty;
    this.voice.element.hidden = !empty;
    this.commands.filter(this.input);
  }

  async #submit() {
    const text = this.input.value.trim();
    if (this.voice.recording) return this.voice.finish();
    if (this.tray.files.length) return this.#sendTray(text);
    if (!text) return undefined;
    const target = this.#target;
    this.#clear();
    const edits = target?.kind === "edit";
    const part = target?.message.caption === undefined ? "text" : "caption";
    const change = () => this.conversation.revise(target.message, { [part]: text });
    const act = edits ? change : () => this.#deliverTo(target, { text });
    return this.#orGiveBack(act, text, target);
  }

  #sendTray(caption) {
    const [target, parcels] = [this.#target, this.tray.parcels()];
    this.#clear();
    return this.conversation.attempt(async () => {
      for (const [index, parcel] of parcels.entries()) {
        await this.#deliverTo(target, { ...parcel, caption: index ? null : caption });
      }
    });
  }

  /** What could not be sent stands in the line again. */
  async #orGiveBack(act, text, target) {
    const done = await this.conversation.attempt(async () => (await act(), true));
    if (done) return;
    this.input.value = text;
    this.#aim(target);
    this.#weigh();
  }

  #deliverTo(target, content) {
    const answered = target?.kind === "reply" ? { reply_to: target.message.message_id } : {};
    return this.conversation.deliver({ ...content, ...answered });
  }

  #deliver(content) {
    const target = this.#target;
    this.#aim(null);
    return this.conversation.attempt(() => this.#deliverTo(target, content));
  }

  #clear() {
    this.input.value = "";
    this.tray.clear();
    this.#aim(null);
    this.#weigh();
  }

  /** Aim the next text at a message, or at none. */
  #aim(target) {
    const leftEdit = this.#target?.kind === "edit" && target?.kind !== "edit";
    if (leftEdit) this.input.value = "";
    this.#target = target;
    this.banner.hidden = !target;
    if (target) this.banner.replaceChildren(...this.#bannerParts(target));
    this.#hintInput();
    this.#weigh();
  }

  #bannerParts({ message, kind }) {
    const title = kind === "edit" ? t("editing") : t("replying", { name: speaker(message) });
    const cancel = iconButton("close", "cancel", { onclick: () => this.#aim(null) });
    return [
      icon(kind === "edit" ? "pencil" : "reply"),
      h("span", { class: "stack" }, h("strong", {}, title), h("span", {}, summary(message))),
      cancel,
    ];
  }

  #useCommand({ command }) {
    const { chat, store } = this.conversation;
    const text = chat.type === "private" ? `/${command}` : `/${command}@${store.bot.username}`;
    this.#clear();
    this.input.focus();
    return this.#orGiveBack(() => this.conversation.deliver({ text }), text, null);
  }

  #loneButton(chat, messages) {
    if (chat.blocked) return ["unblock", () => changeMember(this.conversation, "unblock")];
    if (chat.migrated_to)
      return ["open_supergroup", async () => this.conversation.shell.open(chat.migrated_to)];
    const fresh = chat.type === "private" && !messages.length;
    return fresh ? ["start", () => this.conversation.deliver({ text: "/start" })] : null;
  }

  #showLone(label, act) {
    this.big.textContent = t(label);
    this.big.dataset.testid = label;
    this.big.onclick = () => this.conversation.attempt(act);
  }

  #hintInput() {
    const usual = this.conversation.anonymous ? "write_anonymously" : "write";
    this.input.placeholder = this.#keyboard?.input_field_placeholder || t(usual);
  }

  #setKeyboard(keyboard) {
    const changed = JSON.stringify(keyboard) !== JSON.stringify(this.#keyboard);
    this.#keyboard = keyboard;
    if (!changed) return;
    this.#folded = false;
    this.keys.replaceChildren(...replyKeyboard(keyboard?.keyboard ?? [], (key) => this.#useKey(key)));
    this.#showKeys();
  }

  #foldKeys() {
    this.#folded = !this.#folded;
    this.#showKeys();
  }

  #showKeys() {
    this.keysButton.hidden = !this.#keyboard?.keyboard;
    this.keysButton.setAttribute("aria-expanded", String(!this.#folded));
    this.keys.hidden = this.keysButton.hidden || this.#folded;
  }

  async #useKey(key) {
    const content = await this.#contentOf(key);
    if (!content) return;
    if (this.#keyboard?.one_time_keyboard) this.#foldKeys();
    await this.#deliver(content);
  }

  #contentOf(key) {
    if (key.request_contact) return contactDialog(this.conversation);
    if (key.request_location) return askPlace();
    return { text: key.text };
  }
}
