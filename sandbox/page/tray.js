/** Files picked, pasted or dropped, waiting above the line to be sent. */

import { checkbox, iconButton } from "/page/controls.js";
import { h, icon } from "/page/dom.js";
import { size, t, translate } from "/page/words.js";

const THUMBNAIL_PIXELS = 128;
const ALBUM_LIMIT = 10;
const KINDS = { image: "photo", video: "video", audio: "audio" };
const ALBUMS = { photo: "pictures", video: "pictures", audio: "sounds", document: "papers" };

export class Tray {
  files = [];

  /** `changed` is called whenever files come or go. */
  constructor(changed) {
    this.changed = changed;
    this.asFiles = checkbox("as_files", { "data-testid": "as-files" });
    this.list = h("ul", { class: "thumbnails" });
    this.element = translate(
      h("div", { class: "tray", hidden: true, "data-testid": "tray" }, this.list, this.asFiles.node),
    );
  }

  add(files, asFiles = false) {
    if (!this.files.length) this.asFiles.input.checked = asFiles;
    this.files.push(...files);
    this.#render();
  }

  clear() {
    this.files = [];
    this.#render();
  }

  /** Take files out of a paste or a drop, and leave anything else to the browser. */
  take(event, transfer) {
    const files = [...(transfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.add(files);
  }

  /** What to send: {kind: one for each file, files}; an album is pictures, sounds or papers, ten at most. */
  parcels() {
    const kinds = new Map(
      this.files.map((file) => [file, this.asFiles.input.checked ? "document" : kindOf(file)]),
    );
    const albums = Map.groupBy(this.files, (file) => ALBUMS[kinds.get(file)]);
    const slices = [...albums.values()].flatMap(atMostTen);
    return slices.map((files) => ({ kind: files.map((file) => kinds.get(file)), files }));
  }

  #render() {
    this.element.hidden = !this.files.length;
    this.list.replaceChildren(...this.files.map((file) => this.#thumbnail(file)));
    this.changed();
  }

  #thumbnail(file) {
    const drop = () => {
      this.files = this.files.filter((other) => other !== file);
      this.#render();
    };
    const remove = iconButton("close", "remove_file", { class: "quiet remove", onclick: drop });
    remove.setAttribute("aria-label", t("remove_file", { name: file.name }));
    return h(
      "li",
      { title: file.name },
      picture(file),
      h("small", {}, file.name),
      h("small", {}, size(file.size)),
      remove,
    );
  }
}

const kindOf = (file) => KINDS[file.type.split("/")[0]] ?? "document";

const atMostTen = (files) =>
  Array.from({ length: Math.ceil(files.length / ALBUM_LIMIT) }, (_, i) =>
    files.slice(i * ALBUM_LIMIT, (i + 1) * ALBUM_LIMIT),
  );

function picture(file) {
  if (!file.type.startsWith("image/")) return h("span", { class: "round" }, icon("file"));
  const canvas = h("canvas", { width: THUMBNAIL_PIXELS, height: THUMBNAIL_PIXELS });
  createImageBitmap(file)
    .then((bitmap) => cover(canvas, bitmap))
    .catch(() => canvas.replaceWith(icon("photo")));
  return canvas;
}

function cover(canvas, bitmap) {
  const side = Math.min(bitmap.width, bitmap.height);
  const [x, y] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  canvas.getContext("2d").drawImage(bitmap, x, y, side, side, 0, 0, THUMBNAIL_PIXELS, THUMBNAIL_PIXELS);
}
