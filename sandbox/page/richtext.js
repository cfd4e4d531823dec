/** Message text with its entities, built as nodes; offsets are UTF-16 units, as in JavaScript strings. */

import { h } from "/page/dom.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
const SAFE_LINK = /^(https?|tel|tg|mailto):/i;

/** Build the nodes of `text`; `actions` has `command(text)` and `deepLink(url)`, true when it took it. */
export function richText(text, entities, actions) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return range(text, 0, text.length, ordered, actions);
}

function range(text, start, end, entities, actions) {
  const nodes = [];
  let at = start;
  for (let i = 0; i < entities.length; i += 1) {
    const entity = entities[i];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at) continue;
    if (entity.offset > at) nodes.push(between(text.slice(at, entity.offset), nodes.at(-1)));
    const inner = entities.slice(i + 1).filter((other) => other.offset < stop);
    const node = wrap(
      entity,
      text.slice(entity.offset, stop),
      range(text, entity.offset, stop, inner, actions),
      actions,
    );
    const sign = entity.type === "bot_command" ? signAfter(text.slice(stop, end)) : "";
    nodes.push(sign ? h("span", { class: "unbroken" }, node, sign) : node);
    at = stop + sign.length;
  }
  if (at < end) nodes.push(between(text.slice(at, end), nodes.at(-1)));
  return nodes;
}

/** A command is a button, after which a line may break: the sign that closes its clause stays with it. */
const signAfter = (text) => /^[,.;:!?)]/.exec(text)?.[0] ?? "";

/** A quotation or a listing ends its own line, so the line break after it is not shown again. */
function between(text, before) {
  return before instanceof Node && before.matches("pre, blockquote") ? text.replace(/^\n/, "") : text;
}

function wrap(entity, plain, children, actions) {
  const tag = TAGS[entity.type];
  if (tag) return h(tag, {}, ...children);
  const build = BUILDERS[entity.type];
  return build ? build(entity, plain, children, actions) : h("span", { class: "marked" }, ...children);
}

const BUILDERS = {
  pre: (entity, plain, children) =>
    h("pre", { tabindex: "0", "data-code": entity.language }, h("code", {}, ...children)),
  spoiler: (entity, plain, children) => spoiler(children),
  text_link: (entity, plain, children, actions) => link(entity.url, children, actions),
  url: (entity, plain, children, actions) => link(withScheme(plain), children, actions),
  email: (entity, plain, children, actions) => link(`mailto:${plain}`, children, actions),
  phone_number: (entity, plain, children, actions) =>
    link(`tel:${plain.replace(/[^\d+]/g, "")}`, children, actions),
  bot_command: (entity, plain, children, actions) =>
    h("button", { type: "button", class: "inline-link", onclick: () => actions.command(plain) }, ...children),
};

const withScheme = (address) => (/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);

/** A link that opens apart, or plain text when its scheme is not one of the safe ones. */
export function link(url, children, actions, attributes = {}) {
  if (!SAFE_LINK.test(url ?? "")) return h("span", attributes, ...children);
  const follow = (event) => actions.deepLink(url) && event.preventDefault();
  return h(
    "a",
    { href: url, target: "_blank", rel: "noopener noreferrer", onclick: follow, ...attributes },
    ...children,
  );
}

function spoiler(children) {
  const reveal = (event) => event.currentTarget.setAttribute("aria-pressed", "true");
  return h(
    "button",
    { type: "button", class: "spoiler", "aria-pressed": "false", onclick: reveal },
    ...children,
  );
}

/** Payload of a link that starts `username` (t.me/bot?start=X, tg://resolve?domain=bot&start=X), or null. */
export function startPayload(url, username) {
  let address;
  try {
    address = new URL(url);
  } catch {
    return null;
  }
  const isWeb = ["t.me", "telegram.me"].includes(address.hostname);
  const name = isWeb ? address.pathname.slice(1) : address.searchParams.get("domain");
  const ours = (isWeb || address.protocol === "tg:") && name?.toLowerCase() === username.toLowerCase();
  return ours ? (address.searchParams.get("start") ?? "") : null;
}
