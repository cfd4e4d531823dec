/** Recording a voice message: with the microphone, or a tone where the browser has none. */

import { iconButton } from "/page/controls.js";
import { h, icon } from "/page/dom.js";
import { t, translate } from "/page/words.js";

const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
const TONE = { frequency: 330, gain: 0.2 };

export class VoiceButton {
  #recorder = null;
  #parts = [];
  #began = 0;

  /** `send` receives the recording as a File and its seconds; `say` a sentence for the person. */
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
    const stream = await microphone().catch(() => (this.say(t("no_microphone")), tone()));
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    return this.#begin(new MediaRecorder(stream, { mimeType }));
  }

  #begin(recorder) {
    this.#recorder = recorder;
    this.#parts = [];
    recorder.addEventListener("dataavailable", (event) => this.#parts.push(event.data));
    recorder.start();
    this.#began = Date.now();
    const tick = () => (this.time.textContent = `● ${t("recording")} ${written(Date.now() - this.#began)}`);
    tick();
    this.ticking = setInterval(tick, 500);
    this.#show(true);
  }

  #deliver() {
    const type = this.#recorder.mimeType.split(";")[0];
    const file = new File(this.#parts, `voice.${type.split("/")[1]}`, { type });
    const seconds = Math.max(1, Math.round((Date.now() - this.#began) / 1000));
    this.#end();
    this.send(file, seconds);
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

const microphone = async () => navigator.mediaDevices.getUserMedia({ audio: true });

/** A stream of one tone, so that voice messages can be tried on any machine; it ends with its track. */
function tone() {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const sound = new OscillatorNode(context, { frequency: TONE.frequency });
  sound.connect(new GainNode(context, { gain: TONE.gain })).connect(out);
  sound.start();
  const [track] = out.stream.getTracks();
  const stop = track.stop.bind(track);
  track.stop = () => (stop(), context.close());
  return out.stream;
}

function written(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
