/** The two kinds of keyboards a bot can show: buttons under a message, and keys under the composer. */

import { h, icon } from "/page/dom.js";
import { link } from "/page/richtext.js";

/** Buttons under a message; null when it has none. */
export function inlineKeyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length || message.deleted) return null;
  return h(
    "div",
    { class: "inline-keyboard" },
    ...rows.map((row, r) =>
      h("div", { class: "keys" }, ...row.map((button, c) => inlineButton(message, button, r, c, actions))),
    ),
  );
}

function inlineButton(message, button, row, col, actions) {
  const hooks = {
    class: "key",
    "data-testid": "button",
    "data-message": message.message_id,
    "data-place": `${row}.${col}`,
    "data-style": button.style,
  };
  const url = button.url ?? button.web_app?.url ?? button.login_url?.url;
  if (url) return link(url, [button.text, icon("link")], actions, hooks);
  const act = button.copy_text
    ? () => actions.copy(button.copy_text.text)
    : () => actions.press(message, row, col);
  return h("button", { type: "button", ...hooks, onclick: act }, button.text);
}

/** Keys of a reply keyboard; `use` receives the key pressed, always as an object. */
export function replyKeyboard(rows, use) {
  return rows.map((row) =>
    h(
      "div",
      { class: "keys" },
      ...row.map((key) => {
        const button = typeof key === "string" ? { text: key } : key;
        return h(
          "button",
          { type: "button", class: "key", "data-testid": "key", onclick: () => use(button) },
          button.text,
        );
      }),
    ),
  );
}
