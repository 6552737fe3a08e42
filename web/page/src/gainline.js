// The gains of an activation that is not the lesson's own, with a button that takes one.

import { h } from "./dom.js";
import { digits } from "./numbers.js";
import { KINDS } from "./state.js";
import { gainWords } from "./words.js";

/** A gain as the start of a state: on its slider, or typed where the slider does not reach. */
export function taken(gain) {
  const [least, most] = KINDS.gain.range;
  const k = Number(digits(gain));
  return k >= least && k <= most ? { kind: "gain", k } : { kind: "typed", r: `${k}/sqrt(fanIn)` };
}

/** A line under a figure; change: called with the start that the button takes. */
export class GainLine {
  #shown = "";

  constructor(own, ask, change) {
    this.own = own;
    this.ask = ask;
    this.change = change;
    this.line = h("p", { class: "live-gains" });
  }

  async show(f) {
    if (f === this.#shown) return;
    this.#shown = f;
    const made = f === this.own ? [] : await this.#made(f);
    if (f === this.#shown) this.line.replaceChildren(...made);
  }

  async #made(f) {
    try {
      const gains = await this.ask("gains", f);
      const gain = gains.secondMoment;
      const take = h("button", { type: "button", onclick: () => this.change(taken(gain)) }, `Take ${digits(gain)}, the second moment's`);
      return [gainWords(f, gains), ...(gain > 0 && gain < Infinity ? [" ", take] : [])];
    } catch (refused) {
      return [`No gains: ${refused.message}`];
    }
  }
}
