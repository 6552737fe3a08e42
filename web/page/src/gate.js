// The gate before a figure: a guess of the end, or of the whole curve, by slider, mouse or finger.

import { h } from "./dom.js";
import { powerAt, shareAt } from "./figure.js";
import { drawn, HANDLES, straight, stroke } from "./guess.js";
import { decade, plain } from "./numbers.js";

/** A form that asks for a guess; changed: called when it moves; commit: called with the guess. */
export class Gate {
  #reach;
  #sliders = [];
  #depth = 0;
  #changed;

  constructor(id, { reach }, changed, commit) {
    this.#reach = reach;
    this.#changed = changed;
    this.guess = [0];
    this.end = this.#slider(HANDLES - 1, `${id}-guess`, h("span", {}, "Your guess of the second moment after the last layer: "));
    const rest = Array.from({ length: HANDLES - 1 }, (_, i) => this.#slider(i, `${id}-guess${i}`, h("span", {})));
    this.rest = h("details", {}, h("summary", {}, "Or guess the whole curve"),
      h("p", {}, "Press and drag from left to right in the panel below. Or set it here, layer by layer; the end stands above."),
      ...rest.map(({ line }) => line));
    this.form = h("form", { class: "live-gate", autocomplete: "off", onsubmit: (event) => { event.preventDefault(); commit(this.guess); } },
      this.end.line,
      h("p", { class: "live-ends", "aria-hidden": "true" }, ...[-1, 0, 1].map((side) => h("span", {}, decade(side * reach)))),
      h("button", { type: "submit" }, "That is my guess"), this.rest);
  }

  #slider(i, id, words) {
    const is = h("output", { for: id, "aria-hidden": "true" });
    const input = h("input", { type: "range", id, min: -this.#reach, max: this.#reach, step: this.#reach / 20, value: 0,
      oninput: () => this.#set(i, Number(input.value)) });
    const slider = { input, is, words, line: h("div", {}, h("label", { for: id }, words, is), input) };
    this.#sliders[i] = slider;
    return slider;
  }

  /** The end may stand alone; any other handle makes it a curve. */
  #set(i, power) {
    const end = i === HANDLES - 1;
    if (end && !drawn(this.guess)) this.guess = [power];
    else this.guess = stroke(this.#curve(), { i, power }, { i, power });
    this.show(this.#depth);
    this.#changed();
  }

  #curve() {
    return drawn(this.guess) ? this.guess : straight(this.guess[0]);
  }

  /** As at the beginning. */
  reset() {
    this.guess = [0];
    this.show(this.#depth);
  }

  show(depth) {
    this.#depth = depth;
    this.#curve().forEach((power, i) => {
      const { input, is, words } = this.#sliders[i];
      input.value = String(power);
      is.textContent = decade(Number(input.value));
      input.setAttribute("aria-valuetext", `10 to the power ${plain(Number(input.value))}`);
      if (i < HANDLES - 1) words.textContent = `after layer ${plain((depth * (i + 1)) / HANDLES)}: `;
    });
  }

  focus() {
    this.end.input.focus();
  }

  /** The guess follows a mouse or a finger in a panel: near its end the end alone, else the curve. */
  byHand(panel, scale) {
    let last = null;
    const point = (event) => {
      const box = panel.getBoundingClientRect();
      const by = scale();
      const step = this.#reach / 20;
      const power = powerAt((event.clientY - box.top) / by, box.height / by, this.#reach);
      const share = shareAt((event.clientX - box.left) / by, box.width / by);
      return { i: Math.max(0, Math.round(share * HANDLES) - 1), power: Math.round(power / step) * step };
    };
    const follow = (event) => {
      const to = point(event);
      const from = last ?? to;
      last = to;
      if (from.i === to.i) return this.#set(to.i, to.power);
      this.guess = stroke(this.#curve(), from, to);
      this.show(this.#depth);
      this.#changed();
    };
    panel.addEventListener("pointerdown", (event) => {
      if (this.form.hidden) return;
      panel.setPointerCapture(event.pointerId);
      last = null;
      follow(event);
    });
    panel.addEventListener("pointermove", (event) => {
      if (!this.form.hidden && panel.hasPointerCapture(event.pointerId)) follow(event);
    });
  }
}
