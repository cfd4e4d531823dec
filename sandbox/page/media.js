/** Photos, videos, files, voices, places and contact cards inside a message. */

import { h, icon, svg } from "/page/dom.js";
import { lightbox } from "/page/dialogs.js";
import { clock, nameOf, size, t } from "/page/words.js";

/** The period of a location that is live until it is stopped. */
const FOR_EVER = 0x7fffffff;

const BUILDERS = {
  photo: (file, message) => photo(file, message.photo?.at(-1)),
  video: (file, message) => video(file, message.video),
  animation: (file, message) => video(file, message.animation),
  video_note: (file, message) => video(file, message.video_note),
  voice: (file) => sound(file),
  audio: (file) => sound(file),
  sticker: (file, message) => photo(file, message.sticker),
};

/** Nodes for everything in the message that is not its text. */
export function attachments(message) {
  const files = (message.media ?? []).map((file) => (BUILDERS[file.kind] ?? paper)(file, message));
  const place = message.location ?? message.venue?.location;
  return [
    ...files,
    place && placeCard(place, message),
    message.contact && contactCard(message.contact),
  ].filter(Boolean);
}

/** The word for what comes with a message, such as “photo”; null when it is text alone. */
export function kindName(message) {
  const kinds = [
    "photo",
    "video",
    "animation",
    "video_note",
    "voice",
    "audio",
    "sticker",
    "document",
    "venue",
    "location",
    "contact",
    "poll",
    "dice",
  ];
  const kind = kinds.find((name) => message[name]);
  if (!kind) return null;
  return kind === "document" ? (message.document.file_name ?? t("document")) : t(kind);
}

function photo(file, measures) {
  const picture = h("img", {
    src: file.file_url,
    alt: file.file_name || t("photo"),
    width: measures?.width,
    height: measures?.height,
  });
  const open = () => lightbox(file.file_url, picture.alt);
  return h(
    "button",
    { type: "button", class: "photo", "aria-label": t("open_photo"), onclick: open },
    picture,
  );
}

function video(file, measures) {
  return h("video", {
    src: file.file_url,
    controls: true,
    preload: "metadata",
    "aria-label": t("video"),
    width: measures?.width,
    height: measures?.height,
  });
}

function sound(file) {
  return h("audio", { src: file.file_url, controls: true, preload: "metadata", "aria-label": t(file.kind) });
}

function paper(file) {
  const name = file.file_name || t("document");
  return h(
    "a",
    { class: "paper", href: file.file_url, download: name },
    h("span", { class: "round" }, icon("file")),
    h("span", { class: "stack" }, h("strong", {}, name), file.size && h("small", {}, size(file.size))),
  );
}

function placeCard({ latitude, longitude, live_period: live }, { date, venue }) {
  const title = venue?.title ?? t(live ? "live_location" : "location");
  const ends = live && live < FOR_EVER && h("span", {}, t("live_until", { time: clock(date + live) }));
  const place = h("span", {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
  return h(
    "figure",
    { class: "place", "data-live": Boolean(live) },
    miniature(),
    h("figcaption", {}, h("strong", {}, title), place, ends),
  );
}

/** A drawn street grid with a pin: no map is fetched from anywhere. */
function miniature() {
  const roads = "M0 26h240M0 74h240M0 108h240M38 0v130M104 0v130M176 0v130M0 130L120 0M150 130L240 40";
  return svg(
    "svg",
    { viewBox: "0 0 240 130", class: "grid", "aria-hidden": "true" },
    svg("path", { d: roads, class: "road" }),
    svg("path", { d: "M120 78c12-14 18-23 18-32a18 18 0 0 0-36 0c0 9 6 18 18 32z", class: "pin" }),
    svg("circle", { cx: 120, cy: 46, r: 6, class: "eye" }),
  );
}

function contactCard(contact) {
  return h(
    "div",
    { class: "paper" },
    h("span", { class: "round" }, icon("person")),
    h(
      "span",
      { class: "stack" },
      h("strong", {}, nameOf(contact)),
      h("a", { href: `tel:${contact.phone_number}` }, contact.phone_number),
    ),
  );
}
