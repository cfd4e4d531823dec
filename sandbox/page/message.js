/** One message, one album, one line of news: how each is drawn in a conversation. */

import { dropdown, iconButton } from "/page/controls.js";
import { h } from "/page/dom.js";
import { inlineKeyboard } from "/page/keyboards.js";
import { attachments, kindName } from "/page/media.js";
import { richText } from "/page/richtext.js";
import { clock, currentLanguage, day, moment, nameOf, t } from "/page/words.js";

const SERVICE = {
  new_chat_members: (m) => ["news_joined", { names: m.new_chat_members.map(nameOf).join(", ") }],
  left_chat_member: (m) => ["news_left", { names: nameOf(m.left_chat_member) }],
  group_chat_created: (m) => ["news_created", { names: nameOf(m.from) }],
  supergroup_chat_created: (m) => ["news_created", { names: nameOf(m.from) }],
  new_chat_title: (m) => ["news_title", { title: m.new_chat_title }],
  pinned_message: (m) => ["news_pinned", { text: summary(m.pinned_message) }],
  migrate_to_chat_id: () => ["news_migrated", {}],
  migrate_from_chat_id: () => ["news_migrated", {}],
  write_access_allowed: () => ["news_allowed", {}],
};

/** The sentence of a service message; null for an ordinary one. */
function news(message) {
  const kind = Object.keys(SERVICE).find((name) => message[name]);
  return kind ? t(...SERVICE[kind](message)) : null;
}

/** One line that stands for the message in lists and quotes. */
export function summary(message) {
  if (message.deleted) return t("deleted");
  return news(message) ?? [kindName(message), message.text ?? message.caption].filter(Boolean).join(" · ");
}

/** Who speaks, as people see it. */
export const speaker = (message) => nameOf(message.sender_chat ?? message.from ?? message.chat);

/** Turn messages into blocks for `reconcile`: days, albums, messages, news. */
export function blocks(messages, seat, actions) {
  const made = [];
  const groups = albums(messages);
  groups.forEach((group, index) => {
    const before = groups[index - 1];
    if (!before || day(before[0].date) !== day(group[0].date)) made.push(dayBlock(group[0].date));
    made.push(messageBlock(group, continues(before, group), seat, actions));
  });
  return made;
}

function albums(messages) {
  const groups = [];
  for (const message of messages) {
    const album = message.media_group_id;
    const last = groups.findLast((group) => album && group[0].media_group_id === album);
    if (last) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

const CONTINUES_SECONDS = 300;

function continues(before, group) {
  return (
    Boolean(before) &&
    !news(before[0]) &&
    speaker(before[0]) === speaker(group[0]) &&
    group[0].date - before[0].date < CONTINUES_SECONDS
  );
}

function dayBlock(date) {
  const name = day(date);
  return { key: `day ${name}`, signature: name, build: () => h("p", { class: "pill" }, name) };
}

function messageBlock(group, continued, seat, actions) {
  const first = group[0];
  const key = `message ${first.message_id}`;
  const signature = JSON.stringify([group, continued, seat.account?.id, currentLanguage()]);
  return { key, signature, build: () => draw(group, continued, seat, actions) };
}

function draw(group, continued, seat, actions) {
  const [message] = group;
  if (news(message)) return marked(message, h("p", { class: "pill" }, news(message)));
  const own = !message.from_bot && message.from?.id === seat.account?.id;
  const side = `row ${own ? "own" : "other"}${continued ? " continued" : ""}`;
  if (group.every((part) => part.deleted)) {
    return marked(message, h("div", { class: side }, h("p", { class: "bubble gone" }, t("deleted"))));
  }
  const bubble = group.length > 1 ? album(group, seat, actions) : single(message, seat, actions);
  const named = seat.chat.type !== "private" && !own && !continued;
  if (named) bubble.prepend(h("strong", { class: "speaker" }, speaker(message)));
  return h(
    "article",
    { class: side, "aria-label": t("message_from", { name: speaker(message) }) },
    h("div", { class: "stack" }, bubble, inlineKeyboard(message, actions)),
    tools(message, own, actions),
  );
}

function marked(message, node) {
  node.dataset.testid = "message";
  node.dataset.messageId = message.message_id;
  if (message.deleted) node.dataset.deleted = "true";
  return node;
}

function single(message, seat, actions) {
  return marked(
    message,
    h(
      "div",
      { class: "bubble" },
      quote(message, actions),
      origin(message),
      ...attachments(message),
      words(message, actions),
      meta(message),
    ),
  );
}

function album(group, seat, actions) {
  const shown = group.filter((part) => !part.deleted);
  const tiles = shown.map((part) => marked(part, h("div", { class: "tile" }, ...attachments(part))));
  const spoken = shown.find((part) => part.caption) ?? shown[0];
  const papers = shown.some((part) => part.document || part.audio);
  return h(
    "div",
    { class: "bubble" },
    quote(group[0], actions),
    origin(group[0]),
    h("div", { class: papers ? "papers" : "album" }, ...tiles),
    words(spoken, actions),
    meta(shown.at(-1)),
  );
}

function words(message, actions) {
  const text = message.text ?? message.caption;
  if (text)
    return h(
      "div",
      { class: "words" },
      ...richText(text, message.entities ?? message.caption_entities, actions),
    );
  const strange = !message.media?.length && !message.location && !message.contact && !message.venue;
  return strange && h("em", { class: "words" }, kindName(message) ?? t("unshown"));
}

function quote(message, actions) {
  const quoted = message.reply_to_message;
  if (!quoted) return null;
  const go = () => actions.show(quoted.message_id);
  return h(
    "button",
    { type: "button", class: "quoted", onclick: go, "data-place": "quote" },
    h("strong", {}, speaker(quoted)),
    h("span", {}, summary(quoted)),
  );
}

function origin(message) {
  const from = message.forward_origin;
  if (!from) return null;
  const name =
    from.sender_user_name ?? from.chat?.title ?? from.sender_chat?.title ?? nameOf(from.sender_user ?? {});
  return h("small", { class: "origin" }, t("forwarded", { name }));
}

function meta(message) {
  const edited = message.edited || message.edit_date;
  return h(
    "span",
    { class: "meta" },
    edited ? h("span", {}, t("edited")) : null,
    h(
      "time",
      { datetime: new Date(message.date * 1000).toISOString(), title: moment(message.date) },
      clock(message.date),
    ),
  );
}

function tools(message, own, actions) {
  const text = message.text ?? message.caption;
  const live = message.location?.live_period;
  const button = iconButton("more", "message_actions", { class: "quiet small", "data-place": "tools" });
  return dropdown(button, () => [
    { icon: "reply", label: "reply", testid: "reply", act: () => actions.reply(message) },
    own && text && { icon: "pencil", label: "edit", testid: "edit", act: () => actions.edit(message) },
    own &&
      live && { icon: "place", label: "move_live", testid: "move-live", act: () => actions.move(message) },
    own &&
      live && { icon: "stop", label: "stop_live", testid: "stop-live", act: () => actions.stay(message) },
    text && { icon: "copy", label: "copy", act: () => actions.copy(text) },
  ]);
}
