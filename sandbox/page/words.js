/** The page's words: strings.json, the language in force, and dates written in it. */

import { memory } from "/page/dom.js";

let words = {};
let language = "vi";
let timeZone;
let english = new Map();

/** Take from the sandbox's state whose time is shown, and the English names by id. */
export function learn({ time_zone: zone, bot, accounts, chats }) {
  timeZone = zone;
  const named = [bot, ...accounts, ...chats].filter((each) => each.name_en);
  english = new Map(named.map((each) => [each.id, each.name_en]));
}

/** Fetch the words; the language chosen last time stays. */
export async function loadWords() {
  words = await (await fetch("/strings.json")).json();
  const chosen = memory.get("language");
  language = chosen in words ? chosen : "vi";
  document.documentElement.lang = language;
}

/** Language in force: "vi" or "en". */
export const currentLanguage = () => language;

/** Turn to the next language and rewrite every fixed label on the page. */
export function switchLanguage() {
  language = language === "vi" ? "en" : "vi";
  memory.set("language", language);
  document.documentElement.lang = language;
  translate(document);
}

/** Say `key` in the language in force, with `{name}` filled from `args`. */
export function t(key, args = {}) {
  const sentence = words[language]?.[key];
  if (sentence === undefined) console.error(`strings.json lacks ${language}.${key}`);
  return (sentence ?? key).replace(/\{(\w+)\}/g, (whole, name) => args[name] ?? whole);
}

const LABELS = { text: "textContent", hint: "placeholder" };

/** Write the labels of every `data-text`, `data-hint` and `data-label` under `root`; returns it. */
export function translate(root) {
  const nodes = [...root.querySelectorAll("[data-text], [data-hint], [data-label]")];
  if (root.dataset) nodes.push(root);
  nodes.forEach(label);
  return root;
}

function label(node) {
  for (const [kind, property] of Object.entries(LABELS)) {
    if (node.dataset[kind]) node[property] = t(node.dataset[kind]);
  }
  if (!node.dataset.label) return;
  node.setAttribute("aria-label", t(node.dataset.label));
  if (node.matches("button, summary")) node.title = t(node.dataset.label);
}

/** Name of an account, bot or group in the language in force. */
export const nameOf = (who) => (language === "en" && english.get(who.id)) || who.title || fullName(who);

const fullName = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

const format = (options) =>
  new Intl.DateTimeFormat(language === "vi" ? "vi-VN" : "en-GB", { timeZone, ...options });

/** Hours and minutes of a Unix time, such as 07:05. */
export const clock = (seconds) => format({ hour: "2-digit", minute: "2-digit" }).format(seconds * 1000);

/** Weekday and date of a Unix time; `more` are further parts, such as the year. */
export function day(seconds, more = {}) {
  const parts = { weekday: "long", day: "numeric", month: "long", ...more };
  const written = asClerksWrite(format(parts).format(seconds * 1000));
  return written.charAt(0).toUpperCase() + written.slice(1);
}

/** Day and month for a list: 22/11; the hour when it is the day of `now`. */
export function brief(seconds, now) {
  const sameDay = day(seconds, { year: "numeric" }) === day(now, { year: "numeric" });
  const date = format({ day: "2-digit", month: "2-digit" }).format(seconds * 1000);
  return sameDay ? clock(seconds) : asClerksWrite(date);
}

/** Browsers write “22-11” and “tháng 11, 2026” in Vietnamese; people write “22/11” and “tháng 11 năm 2026”. */
function asClerksWrite(date) {
  return language === "vi" ? date.replace(/^(\d+)-(\d+)$/, "$1/$2").replace(/, (\d{4})$/, " năm $1") : date;
}

/** Date and hour in full. */
export const moment = (seconds) => `${clock(seconds)} · ${day(seconds, { year: "numeric" })}`;

/** Size of a file for people: 12 KB, 3.4 MB. */
export function size(bytes) {
  const digits = new Intl.NumberFormat(language === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 1 });
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${digits.format(bytes / 1024)} KB`;
  return `${digits.format(bytes / 1024 / 1024)} MB`;
}
