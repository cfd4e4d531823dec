/** What only a practice space can do: faults, another hour, new people, and starting over. */

import * as api from "/page/api.js";
import { checkbox, dropdown, field, iconButton, plainButton } from "/page/controls.js";
import { ask } from "/page/dialogs.js";
import { h } from "/page/dom.js";
import { editFaults } from "/page/faults.js";
import { moment, nameOf, t } from "/page/words.js";

const HOUR = 3600;
const SHIFTS = { hour_later: HOUR, day_later: 24 * HOUR, week_later: 7 * 24 * HOUR };

/** The menu of the sandbox; `store` is fetched again after each act. */
export function toolsMenu(store) {
  const button = iconButton("more", "tools", { "data-testid": "tools" });
  return dropdown(button, () => [
    { icon: "bolt", label: "faults", testid: "faults", act: () => editFaults() },
    { icon: "clock", label: "clock", testid: "clock", act: () => moveClock(store) },
    { icon: "person", label: "new_account", testid: "new-account", act: () => newAccount(store) },
    { icon: "people", label: "new_group", testid: "new-group", act: () => newGroup(store) },
    { icon: "plug", label: "connect", testid: "connect", act: () => showConnection(store) },
    { icon: "reset", label: "reset", testid: "reset", act: () => startOver(store) },
  ]);
}

function moveClock(store) {
  const now = h("p", { class: "said" });
  const write = () => (now.textContent = moment(store.now()));
  const shift = async (seconds) => {
    await api.shiftClock(seconds);
    await store.loadChats();
    write();
  };
  const buttons = Object.entries(SHIFTS).map(([label, seconds]) =>
    plainButton(t(label), { onclick: () => shift(seconds) }),
  );
  write();
  return ask({
    title: "clock",
    body: [h("p", { class: "hint" }, t("clock_hint")), now, h("div", { class: "pair" }, ...buttons)],
    confirm: "done",
    cancel: null,
  });
}

function newAccount(store) {
  const name = h("input", { required: true, maxlength: "64", autocomplete: "off" });
  const onConfirm = async () => {
    await api.addAccount({ first_name: name.value.trim() });
    await store.load();
  };
  return ask({ title: "new_account", body: [field("name", name)], confirm: "add", onConfirm });
}

function newGroup(store) {
  const title = h("input", { required: true, maxlength: "128", autocomplete: "off" });
  const choices = store.accounts.map((account) => [account.key, memberChoice(nameOf(account))]);
  const bot = memberChoice(`${nameOf(store.bot)} (bot)`, true);
  const onConfirm = async () => {
    const members = choices.filter(([, choice]) => choice.input.checked).map(([key]) => key);
    await api.addGroup({ title: title.value.trim(), members, bot_member: bot.input.checked });
    await store.load();
  };
  const nodes = choices.map(([, choice]) => choice.node);
  const list = h("fieldset", { class: "people" }, h("legend", {}, t("members")), bot.node, ...nodes);
  return ask({ title: "new_group", body: [field("group_title", title), list], confirm: "add", onConfirm });
}

function memberChoice(name, checked = false) {
  const choice = checkbox("", { checked });
  choice.node.lastChild.textContent = name;
  return choice;
}

function showConnection(store) {
  const line = (label, value) => field(label, h("input", { readonly: true, value }));
  const hint = h("p", { class: "hint" }, t("connect_hint"));
  const body = [hint, line("api_address", `${location.origin}/bot`), line("token", store.bot.token)];
  return ask({ title: "connect", body, confirm: "done", cancel: null });
}

function startOver(store) {
  const onConfirm = async () => {
    await api.reset();
    await store.load();
  };
  return ask({
    title: "reset",
    body: [h("p", {}, t("reset_question"))],
    confirm: "reset",
    danger: true,
    onConfirm,
  });
}
