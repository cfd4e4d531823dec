/** Who is in a group, and who has blocked the bot. */

import * as api from "/page/api.js";
import { plainButton } from "/page/controls.js";
import { ask } from "/page/dialogs.js";
import { h } from "/page/dom.js";
import { nameOf, t } from "/page/words.js";

/** Let the conversation's account block or unblock the bot; Raises: Refusal. */
export async function changeMember(conversation, action, who = conversation.accountKey) {
  await api.members({ chat_id: conversation.chatId, account: who, action });
  await conversation.store.loadChats();
  conversation.render();
}

/** Show the members of a group and let them come, go and be promoted. */
export function editMembers(conversation) {
  const list = h("ul", { class: "people" });
  const refusal = h("p", { class: "refusal", role: "alert" });
  const act = async (who, action) => {
    refusal.textContent = "";
    await changeMember(conversation, action, who).catch((error) => (refusal.textContent = error.message));
    fill();
  };
  const fill = () => list.replaceChildren(...people(conversation).map((person) => row(person, act)));
  fill();
  const migrate = plainButton(t("migrate"), { onclick: () => act("bot", "migrate") });
  const body = [list, conversation.chat.type === "group" && migrate, refusal].filter(Boolean);
  return ask({ title: "members", body, confirm: "done", cancel: null });
}

function people({ chat, store }) {
  const bot = { key: "bot", name: `${nameOf(store.bot)} (bot)`, inside: chat.bot_member };
  const accounts = store.accounts.map((account) => ({
    key: account.key,
    name: nameOf(account),
    inside: chat.members.includes(account.key),
  }));
  return [bot, ...accounts];
}

function row({ key, name, inside }, act) {
  const button = (action) =>
    plainButton(t(action), {
      "aria-label": `${t(action)}: ${name}`,
      "data-testid": `${action}-${key}`,
      onclick: () => act(key, action),
    });
  return h(
    "li",
    {},
    h("span", { class: "fill" }, name),
    ...(inside ? [button("promote"), button("remove")] : [button("add")]),
  );
}
