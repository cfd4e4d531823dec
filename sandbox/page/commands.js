/** The bot's commands: unfolded by a button, or while a person types “/”. */

import { iconButton } from "/page/controls.js";
import { h } from "/page/dom.js";

let lists = 0;

export class CommandList {
  #commands = [];
  #chosen = 0;

  /** `use` receives the command taken. */
  constructor(use) {
    this.use = use;
    this.id = `commands-${(lists += 1)}`;
    this.list = h("ul", {
      class: "commands",
      role: "listbox",
      id: this.id,
      hidden: true,
      tabindex: "-1",
      "data-label": "commands",
      "data-testid": "commands",
      onkeydown: (event) => this.key(event) && this.list.hidden && this.button.focus(),
      onblur: () => this.#fold(),
    });
    this.button = iconButton("menu", "commands", {
      class: "quiet menu",
      hidden: true,
      "data-testid": "menu",
      "aria-expanded": "false",
      "aria-controls": this.id,
      onmousedown: (event) => event.preventDefault(),
      onclick: () => this.#toggle(),
    });
  }

  set(commands) {
    this.#commands = commands;
    this.#fold();
  }

  /** Follow what is typed: “/” and the beginning of a command. */
  filter(input) {
    this.input = input;
    const typed = /^\/(\w*)$/.exec(input.value)?.[1];
    const fitting = this.#commands.filter(
      ({ command }) => typed !== undefined && command.startsWith(typed.toLowerCase()),
    );
    if (fitting.length) this.#unfold(fitting);
    else this.#fold();
  }

  /** Steer the open list; tells whether the key was meant for it. */
  key(event) {
    const act = KEYS[event.key];
    if (this.list.hidden || !act || event.shiftKey || event.isComposing) return false;
    event.preventDefault();
    act(this);
    return true;
  }

  move(step) {
    const count = this.shown.length;
    this.#mark((this.#chosen + step + count) % count);
  }

  take(command = this.shown[this.#chosen]) {
    this.#fold();
    this.use(command);
  }

  leave() {
    this.#fold();
  }

  #toggle() {
    if (!this.list.hidden) return this.#fold();
    this.list.hidden = false;
    this.list.focus();
    return this.#unfold(this.#commands);
  }

  #unfold(commands) {
    this.shown = commands;
    this.list.replaceChildren(...commands.map((command, index) => this.#option(command, index)));
    this.list.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.#mark(0);
  }

  #fold() {
    this.list.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    for (const node of [this.list, this.input]) node?.removeAttribute("aria-activedescendant");
  }

  #option(command, index) {
    const stay = (event) => event.preventDefault();
    return h(
      "li",
      {
        role: "option",
        id: `${this.id}-${index}`,
        onpointerdown: stay,
        onclick: () => this.take(command),
        "data-testid": "command",
      },
      h("strong", {}, `/${command.command}`),
      h("span", {}, command.description),
    );
  }

  #mark(index) {
    this.#chosen = index;
    [...this.list.children].forEach((node, i) => node.setAttribute("aria-selected", String(i === index)));
    this.list.children[index].scrollIntoView({ block: "nearest" });
    const holder = document.activeElement === this.list ? this.list : this.input;
    holder?.setAttribute("aria-activedescendant", `${this.id}-${index}`);
  }
}

const KEYS = {
  ArrowDown: (list) => list.move(1),
  ArrowUp: (list) => list.move(-1),
  Enter: (list) => list.take(),
  Tab: (list) => list.take(),
  Escape: (list) => list.leave(),
};
