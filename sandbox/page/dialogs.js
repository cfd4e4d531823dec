/** Windows over the page, and passing notices. */

import { iconButton } from "/page/controls.js";
import { h } from "/page/dom.js";
import { t, translate } from "/page/words.js";

const TOAST_SECONDS = 4;

/**
 * Show a window and wait: true when confirmed, false when cancelled.
 * `title` and `confirm` are keys; `onConfirm` may refuse by throwing; its sentence is shown.
 */
export function ask({
  title,
  body = [],
  confirm = "ok",
  cancel = "cancel",
  danger = false,
  onConfirm,
  kind = "",
}) {
  return new Promise((resolve) => {
    const refusal = h("p", { class: "refusal", role: "alert" });
    const form = h(
      "form",
      { method: "dialog" },
      h("h2", {}, t(title)),
      ...body,
      refusal,
      h(
        "div",
        { class: "choices" },
        cancel && h("button", { type: "button", class: "plain", onclick: () => dialog.close() }, t(cancel)),
        h("button", { class: danger ? "strong danger" : "strong", "data-testid": "confirm" }, t(confirm)),
      ),
    );
    const dialog = openDialog(form, { kind, title, onClose: () => resolve(dialog.returnValue === "yes") });
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      try {
        await onConfirm?.();
        dialog.close("yes");
      } catch (error) {
        refusal.textContent = error.message;
      }
    });
  });
}

/** Show a sentence until it is closed, as Telegram does with `show_alert`. */
export const notice = (sentence) =>
  ask({
    title: "bot_says",
    body: [h("p", { class: "said", "data-testid": "alert" }, sentence)],
    cancel: null,
  });

/** Show one picture large. */
export function lightbox(url, name) {
  const picture = h("img", { src: url, alt: name, class: "large" });
  const dialog = openDialog(
    h(
      "div",
      {},
      picture,
      iconButton("close", "close", { class: "quiet closer", onclick: () => dialog.close() }),
    ),
    { kind: "lightbox", title: "photo" },
  );
}

/** Open `content` as a modal window that goes when Escape or the shade is pressed. */
export function openDialog(content, { kind = "", title, onClose }) {
  const dialog = h("dialog", { class: kind, "aria-label": t(title) }, content);
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    onClose?.();
  });
  document.body.append(translate(dialog));
  dialog.showModal();
  return dialog;
}

/** Say something in passing inside `region`, an element with role=status. */
export function toast(region, sentence) {
  const note = h("p", { class: "toast", "data-testid": "toast" }, sentence);
  region.append(note);
  setTimeout(() => note.remove(), TOAST_SECONDS * 1000);
}
