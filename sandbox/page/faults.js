/** The panel of faults: what may go wrong between the bot and Telegram, and what is going wrong now. */

import * as api from "/page/api.js";
import { field, plainButton } from "/page/controls.js";
import { ask } from "/page/dialogs.js";
import { h } from "/page/dom.js";
import { t } from "/page/words.js";

/** Each fault: its rule, the fields a person may fill in, and how often it is meant to strike if not once. */
const FAULTS = {
  latency: { rule: { kind: "latency" }, asks: ["seconds", "method"] },
  too_many: { rule: { kind: "429" }, asks: ["retry_after", "method"] },
  flood: { rule: { kind: "flood" }, asks: ["burst", "seconds", "method"], count: 0 },
  error_500: { rule: { kind: "http", status: 500 }, asks: ["method"] },
  error_502: { rule: { kind: "http", status: 502 }, asks: ["method"] },
  reset_before: { rule: { kind: "reset_before" }, asks: ["method"] },
  reset_after: { rule: { kind: "reset_after" }, asks: ["method"] },
  poll_conflict: { rule: { kind: "poll_conflict" }, asks: [] },
  duplicate: { rule: { kind: "duplicate" }, asks: ["update"] },
  delay: { rule: { kind: "delay" }, asks: ["seconds", "update"] },
  swap: { rule: { kind: "swap" }, asks: ["update"] },
  drop: { rule: { kind: "drop" }, asks: ["update"] },
};
const METHODS = [
  "sendMessage",
  "editMessageText",
  "sendPhoto",
  "sendDocument",
  "sendMediaGroup",
  "answerCallbackQuery",
  "deleteMessage",
  "getFile",
  "getUpdates",
  "setWebhook",
  "download",
];
const UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"];

/** Open the panel. */
export async function editFaults() {
  const list = h("ul", { class: "people" });
  const over = h("section", {});
  let asked = 0;
  const refresh = async () => {
    const turn = ++asked;
    const rules = await api.faults();
    if (turn !== asked) return; // a late answer is no news
    list.replaceChildren(...inForce(rules));
    over.replaceChildren(...spent(rules));
  };
  await refresh();
  const { body, rule } = faultForm();
  const add = async () => {
    await api.setFaults([rule()]);
    await refresh();
  };
  const refusal = h("p", { class: "refusal", role: "alert" });
  const attempt = (act) => () => act().catch((error) => (refusal.textContent = error.message));
  const clear = async () => (await api.clearFaults(), refresh());
  const buttons = h(
    "div",
    { class: "pair" },
    plainButton(t("add_fault"), { onclick: attempt(add), "data-testid": "add-fault" }),
    plainButton(t("clear_faults"), { onclick: attempt(clear), "data-testid": "clear-faults" }),
  );
  const parts = [
    h("p", { class: "hint" }, t("faults_hint")),
    ...body,
    buttons,
    refusal,
    h("h3", {}, t("in_force")),
    list,
    over,
  ];
  return ask({ title: "faults", body: parts, confirm: "done", cancel: null });
}

function faultForm() {
  const options = Object.keys(FAULTS).map((name) => new Option(t(`fault_${name}`), name));
  const kind = h("select", { "data-testid": "fault-kind" }, ...options);
  const about = h("p", { class: "hint" });
  const inputs = {
    seconds: h("input", { type: "number", min: "0", step: "any", value: "3" }),
    retry_after: h("input", { type: "number", min: "1", value: "5" }),
    burst: h("input", { type: "number", min: "1", value: "3" }),
    method: choices(METHODS, "any_method"),
    update: choices(UPDATES, "any_update"),
  };
  const labelled = ([name, input]) => [name, field(`fault_field_${name}`, input)];
  const fields = Object.fromEntries(Object.entries(inputs).map(labelled));
  const count = h("input", { type: "number", min: "0", value: "1", "data-testid": "fault-count" });
  const skip = h("input", { type: "number", min: "0", value: "0", "data-testid": "fault-skip" });
  const show = () => {
    about.textContent = t(`fault_${kind.value}_about`);
    count.value = FAULTS[kind.value].count ?? 1;
    for (const [name, node] of Object.entries(fields)) node.hidden = !FAULTS[kind.value].asks.includes(name);
  };
  kind.addEventListener("change", show);
  show();
  const rest = [field("fault_field_skip", skip), field("fault_field_count", count)];
  const pair = h("div", { class: "pair" }, ...Object.values(fields), ...rest);
  const often = () => ({ skip: Number(skip.value), count: Number(count.value) || null });
  const rule = () => ({ ...FAULTS[kind.value].rule, ...asked(kind.value, inputs), ...often() });
  return { body: [field("fault", kind), about, pair], rule };
}

function choices(names, anyLabel) {
  return h("select", {}, new Option(t(anyLabel), ""), ...names.map((name) => new Option(name, name)));
}

function asked(kind, inputs) {
  const valueOf = ({ type, value }) => (type === "number" ? Number(value) : value);
  const filled = FAULTS[kind].asks.filter((name) => inputs[name].value !== "");
  return Object.fromEntries(filled.map((name) => [name, valueOf(inputs[name])]));
}

const isSpent = ({ count, fired }) => count !== null && fired >= count;

function inForce({ rules }) {
  const living = rules.filter((rule) => !isSpent(rule));
  return living.length ? lines(living) : [h("li", {}, t("no_faults"))];
}

function spent({ rules }) {
  const struck = rules.filter(isSpent);
  return struck.length ? [h("h3", {}, t("spent")), h("ul", { class: "people" }, ...lines(struck))] : [];
}

function lines(rules) {
  return rules.map((rule) => {
    const [name] =
      Object.entries(FAULTS).find(
        ([, fault]) => fault.rule.kind === rule.kind && (fault.rule.status ?? rule.status) === rule.status,
      ) ?? [];
    const left = rule.count === null ? "∞" : rule.count;
    return h(
      "li",
      {},
      h("span", { class: "fill" }, name ? t(`fault_${name}`) : rule.kind, " ", rule.method || rule.update),
      h("small", {}, t("fired", { fired: rule.fired, count: left })),
    );
  });
}
