/** Starting the page: words, theme, list, columns, live events. */

import { Layout } from "/page/layout.js";
import { memory } from "/page/dom.js";
import { Sidebar } from "/page/sidebar.js";
import { Store } from "/page/store.js";
import { toolsMenu } from "/page/tools.js";
import { currentLanguage, loadWords, switchLanguage, t, translate } from "/page/words.js";

function wireTheme() {
  const root = document.documentElement;
  const apply = (theme) => theme && root.setAttribute("data-theme", theme);
  apply(memory.get("theme"));
  document.getElementById("theme").addEventListener("click", () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    const next = dark ? "light" : "dark";
    memory.set("theme", next);
    apply(next);
  });
}

function wireLanguage(redraw) {
  const button = document.getElementById("language");
  const name = () => {
    button.textContent = currentLanguage() === "vi" ? "EN" : "VI";
    button.setAttribute("aria-label", `${button.textContent}: ${t("language")}`);
  };
  button.addEventListener("click", () => {
    switchLanguage();
    name();
    redraw();
  });
  name();
}

function wireConnection(store) {
  const line = document.getElementById("connection");
  let online = null;
  const write = () => {
    line.textContent = online === null ? "" : t(online ? "connected" : "reconnecting");
    line.dataset.online = online;
  };
  store.addEventListener("connection", (event) => {
    online = event.detail;
    write();
  });
  return write;
}

async function main() {
  wireTheme();
  await loadWords();
  const store = new Store();
  const sidebar = new Sidebar(store, {
    open: (chatId) => layout.open(chatId),
    isOpen: (chatId) => layout.isOpen(chatId),
  });
  const layout = new Layout(store, () => queueMicrotask(() => sidebar.render()));
  const writeConnection = wireConnection(store);
  wireLanguage(() => {
    sidebar.render();
    layout.render();
    writeConnection();
  });
  document.getElementById("tools").append(toolsMenu(store));
  translate(document);
  store.addEventListener("loaded", () => layout.restore(), { once: true });
  store.addEventListener("chats", () => layout.prune());
  await store.start();
}

main();
