/** Building page nodes: text stays text, never markup. */

/** Make an element; functions become listeners, `true` a bare attribute, `null` and `false` nothing. */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(node, name, value);
  node.append(...children.flat().filter((child) => child != null && child !== false));
  return node;
}

function set(node, name, value) {
  if (value == null || value === false) return;
  if (typeof value === "function") node.addEventListener(name.replace(/^on/, ""), value);
  else node.setAttribute(name, value === true ? "" : value);
}

const SVG = "http://www.w3.org/2000/svg";

/** Make an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Draw one symbol of icons.svg; the name of the control is always beside it. */
export function icon(name) {
  const use = svg("use", { href: `/page/icons.svg#${name}` });
  return svg("svg", { class: "icon", "aria-hidden": "true" }, use);
}

/** Make `list` show `blocks` ({key, signature, build, update?}) in order, touching only what has changed. */
export function reconcile(list, blocks) {
  const old = new Map([...list.children].map((node) => [node.dataset.key, node]));
  blocks.forEach((block, index) => {
    const node = freshen(old.get(block.key), block);
    old.delete(block.key);
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
  old.forEach((node) => node.remove());
}

function freshen(node, block) {
  if (node?.signature === block.signature) return node;
  if (node && block.update) {
    block.update(node);
    node.signature = block.signature;
    return node;
  }
  const fresh = block.build();
  fresh.dataset.key = block.key;
  fresh.signature = block.signature;
  if (node) replaceKeepingFocus(node, fresh);
  return fresh;
}

/** Give an element the attributes and the inside of another one; what listens to it goes on listening. */
export function renew(node, fresh) {
  for (const { name } of [...node.attributes]) if (!fresh.hasAttribute(name)) node.removeAttribute(name);
  for (const { name, value } of fresh.attributes) node.setAttribute(name, value);
  node.replaceChildren(...fresh.childNodes);
}

/** A rebuilt block gives the focus to the control in the same place, or to the list around it. */
function replaceKeepingFocus(node, fresh) {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  const around = node.closest("[tabindex]");
  node.replaceWith(fresh);
  if (!focused) return;
  const place = focused.dataset.place;
  const twin = place && fresh.querySelector(`[data-place="${place}"]`);
  (twin ?? around)?.focus({ preventScroll: true });
}

/** Remember small choices in this browser; a browser that forbids it simply forgets. */
export const memory = {
  get(key, otherwise = null) {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // A private window without storage: the choice lasts as long as the page.
    }
  },
};
