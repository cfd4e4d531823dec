/** Recording a voice message with the microphone, where the browser has one. */

import { iconButton } from "/page/controls.js";
import { h, icon } from "/page/dom.js";
import { t, translate } from "/page/words.js";

const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

export class VoiceButton {
  #recorder = null;
  #parts = [];

  /** `send` receives the recording as a File; `say` a sentence for the person. */
  constructor(send, say) {
    Object.assign(this, { send, say });
    this.button = iconButton("voice", "record", { "data-testid": "record", onclick: () => this.#toggle() });
    this.time = h("span", { class: "recording", hidden: true });
    this.cancel = iconButton("close", "cancel", { hidden: true, onclick: () => this.#drop() });
    this.element = h("span", { class: "voice" }, this.time, this.cancel, this.button);
  }

  get recording() {
    return this.#recorder !== null;
  }

  /** Stop and send what was recorded. */
  finish() {
    this.#recorder.addEventListener("stop", () => this.#deliver());
    this.#recorder.stop();
  }

  async #toggle() {
    if (this.recording) return this.finish();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
      this.#begin(new MediaRecorder(stream, { mimeType }));
    } catch {
      this.say(t("no_microphone"));
    }
    return undefined;
  }

  #begin(recorder) {
    this.#recorder = recorder;
    this.#parts = [];
    recorder.addEventListener("dataavailable", (event) => this.#parts.push(event.data));
    recorder.start();
    const began = Date.now();
    const tick = () => (this.time.textContent = `● ${t("recording")} ${written(Date.now() - began)}`);
    tick();
    this.ticking = setInterval(tick, 500);
    this.#show(true);
  }

  #deliver() {
    const type = this.#recorder.mimeType.split(";")[0];
    const file = new File(this.#parts, `voice.${type.split("/")[1]}`, { type });
    this.#end();
    this.send(file);
  }

  #drop() {
    this.#recorder.stop();
    this.#end();
  }

  #end() {
    clearInterval(this.ticking);
    this.#recorder.stream.getTracks().forEach((track) => track.stop());
    this.#recorder = null;
    this.#show(false);
  }

  #show(recording) {
    this.time.hidden = !recording;
    this.cancel.hidden = !recording;
    this.button.dataset.label = recording ? "send" : "record";
    this.button.replaceChildren(icon(recording ? "send" : "voice"));
    translate(this.button);
  }
}

function written(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
