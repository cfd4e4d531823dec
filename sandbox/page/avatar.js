/** Round portraits: initials on a colour that belongs to the chat. */

import { h } from "/page/dom.js";

const COLOURS = 7;

/** A portrait for `name`; `id` chooses the colour. */
export function avatar(name, id) {
  return h(
    "span",
    { class: "avatar", "data-colour": Math.abs(Number(id)) % COLOURS, "aria-hidden": "true" },
    initials(name),
  );
}

/** “Cư dân 1” → C1, “Cán bộ tiếp nhận” → CN. */
function initials(name) {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0].toLocaleUpperCase("vi")).join("");
}
