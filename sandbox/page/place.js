/** Choosing a place without a map: a point on a grid, or degrees typed in. */

import { checkbox, field } from "/page/controls.js";
import { ask } from "/page/dialogs.js";
import { h, svg } from "/page/dom.js";
import { t } from "/page/words.js";

const CENTRE = { latitude: 21.0362, longitude: 105.7906 };
const HALF_HEIGHT_DEGREES = 0.015;
const PAD = { width: 320, height: 200, line: 40 };
const DEGREES_PER_UNIT = (2 * HALF_HEIGHT_DEGREES) / PAD.height;
const LIVE_SECONDS = 900;

/** Ask for a place, beginning at `from`; {location} as the sandbox takes it, null when cancelled. */
export async function askPlace(from = CENTRE) {
  const latitude = degrees(from.latitude, 90, "latitude");
  const longitude = degrees(from.longitude, 180, "longitude");
  const live = checkbox("live", { "data-testid": "live", checked: Boolean(from.live_period) });
  const body = [
    h("p", { class: "hint" }, t("place_hint")),
    pad(latitude, longitude),
    h("div", { class: "pair" }, field("latitude", latitude), field("longitude", longitude)),
    live.node,
  ];
  if (!(await ask({ title: "location", body, confirm: "send_location" }))) return null;
  const place = { latitude: Number(latitude.value), longitude: Number(longitude.value) };
  return { location: live.input.checked ? { ...place, live_period: LIVE_SECONDS } : place };
}

function degrees(value, bound, testid) {
  return h("input", {
    type: "number",
    step: "any",
    min: -bound,
    max: bound,
    value,
    required: true,
    inputmode: "decimal",
    "data-testid": testid,
  });
}

/** The grid is for pointers only; the two fields say and take the same for everyone. */
function pad(latitude, longitude) {
  const pin = svg("g", { class: "pin" }, svg("circle", { r: 12, class: "halo" }), svg("circle", { r: 5 }));
  const grid = svg(
    "svg",
    { viewBox: `0 0 ${PAD.width} ${PAD.height}`, class: "pad", "aria-hidden": "true" },
    svg("path", { d: gridLines(), class: "lines" }),
    pin,
  );
  const movePin = () => pin.setAttribute("transform", `translate(${position(latitude, longitude)})`);
  const choose = (event) => {
    if (event.type === "pointermove" && !event.buttons) return;
    const box = grid.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    longitude.value = (CENTRE.longitude + (x - 0.5) * PAD.width * DEGREES_PER_UNIT).toFixed(5);
    latitude.value = (CENTRE.latitude - (y - 0.5) * PAD.height * DEGREES_PER_UNIT).toFixed(5);
    movePin();
  };
  for (const kind of ["pointerdown", "pointermove"]) grid.addEventListener(kind, choose);
  for (const input of [latitude, longitude]) input.addEventListener("input", movePin);
  movePin();
  return grid;
}

function position(latitude, longitude) {
  const x = PAD.width / 2 + (longitude.value - CENTRE.longitude) / DEGREES_PER_UNIT;
  const y = PAD.height / 2 - (latitude.value - CENTRE.latitude) / DEGREES_PER_UNIT;
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function gridLines() {
  const { width, height, line } = PAD;
  const across = Array.from({ length: height / line - 1 }, (_, i) => `M0 ${(i + 1) * line}H${width}`);
  const down = Array.from({ length: width / line - 1 }, (_, i) => `M${(i + 1) * line} 0V${height}`);
  return [...across, ...down].join("");
}
