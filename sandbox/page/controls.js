/** Small parts of forms and bars: round buttons, drop-down menus, labelled fields. */

import { h, icon } from "/page/dom.js";
import { t, translate } from "/page/words.js";

/** A round button with an icon; `label` is the key of its name. */
export function iconButton(picture, label, attributes = {}) {
  const button = h(
    "button",
    { type: "button", class: "quiet", "data-label": label, ...attributes },
    icon(picture),
  );
  return translate(button);
}

/** A button with a word on a tinted ground. */
export const plainButton = (words, attributes) =>
  h("button", { type: "button", class: "plain", ...attributes }, words);

/**
 * Let `button` unfold `items()` ({icon, label, testid, act} or null);
 * Escape or a click elsewhere folds it.
 */
export function dropdown(button, items) {
  const list = h("div", { class: "drop", hidden: true });
  const root = h("span", { class: "dropdown" }, button, list);
  const fold = () => {
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside);
  };
  const outside = (event) => root.contains(event.target) || fold();
  const choose = (item) => {
    fold();
    button.focus();
    item.act();
  };
  const unfold = () => {
    list.replaceChildren(
      ...items()
        .filter(Boolean)
        .map((item) => dropItem(item, () => choose(item))),
    );
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", outside);
    list.firstElementChild?.focus();
  };
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => (list.hidden ? unfold() : fold()));
  root.addEventListener(
    "keydown",
    (event) => list.hidden || steer(event, list, () => (fold(), button.focus())),
  );
  root.addEventListener(
    "focusout",
    (event) => event.relatedTarget && outside({ target: event.relatedTarget }),
  );
  return root;
}

function dropItem({ icon: picture, label, testid, pressed }, onclick) {
  const state = pressed === undefined ? null : String(pressed);
  return h(
    "button",
    { type: "button", onclick, "data-testid": testid, "aria-pressed": state },
    icon(picture),
    t(label),
  );
}

function steer(event, list, leave) {
  const items = [...list.children];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    event.stopPropagation();
    leave();
  } else if (step) {
    event.preventDefault();
    items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
  }
}

/** A labelled field of a form; `label` is a key. */
export function field(label, input) {
  return h("label", { class: "field" }, h("span", { "data-text": label }), input);
}

/** A labelled checkbox; `label` is a key. */
export function checkbox(label, attributes = {}) {
  const input = h("input", { type: "checkbox", ...attributes });
  return { input, node: h("label", { class: "check" }, input, h("span", { "data-text": label })) };
}
