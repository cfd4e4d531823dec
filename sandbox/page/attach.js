/** What can be sent besides text: pictures, files, a place, a contact card. */

import { checkbox, dropdown, field, iconButton } from "/page/controls.js";
import { ask } from "/page/dialogs.js";
import { h } from "/page/dom.js";
import { askPlace } from "/page/place.js";
import { nameOf } from "/page/words.js";

/** The paper-clip and its menu; `addFiles(files, asFiles)` takes what was picked. */
export function attachMenu(conversation, addFiles) {
  const pictures = picker("image/*,video/*", (files) => addFiles(files, false), "pick-media");
  const papers = picker("", (files) => addFiles(files, true), "pick-file");
  const send = (content) => content && conversation.attempt(() => conversation.deliver(content));
  const sound = picker("audio/*", (files) => send({ kind: "voice", files: files.slice(0, 1) }), "pick-voice");
  const share = async () => send(await contactDialog(conversation));
  const button = iconButton("attach", "attach", { "data-testid": "attach" });
  const menu = dropdown(button, () => [
    { icon: "photo", label: "photo_or_video", testid: "attach-media", act: () => pictures.click() },
    { icon: "file", label: "file", testid: "attach-file", act: () => papers.click() },
    { icon: "voice", label: "sound_file", testid: "attach-voice", act: () => sound.click() },
    { icon: "place", label: "location", testid: "attach-location", act: async () => send(await askPlace()) },
    { icon: "person", label: "contact", testid: "attach-contact", act: share },
  ]);
  menu.append(pictures, papers, sound);
  return menu;
}

function picker(accept, use, testid) {
  const input = h("input", { type: "file", accept, multiple: true, hidden: true, "data-testid": testid });
  input.addEventListener("change", () => {
    if (input.files.length) use([...input.files]);
    input.value = "";
  });
  return input;
}

/** Ask which contact card to send: one's own, as the “share my number” key does, or somebody else's. */
export async function contactDialog(conversation) {
  const { account } = conversation;
  const name = h("input", {
    value: nameOf(account),
    required: true,
    autocomplete: "off",
    "data-testid": "contact-name",
  });
  const phone = h("input", {
    type: "tel",
    value: `+8490000${String(account.id).slice(-4)}`,
    required: true,
    autocomplete: "off",
    "data-testid": "contact-phone",
  });
  const own = checkbox("contact_own", { checked: true, "data-testid": "contact-own" });
  const body = [field("name", name), field("phone", phone), own.node];
  if (!(await ask({ title: "contact", body, confirm: "share" }))) return null;
  const contact = { phone_number: phone.value, first_name: name.value };
  return { contact: own.input.checked ? { ...contact, user_id: account.id } : contact };
}
