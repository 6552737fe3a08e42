// What can be turned: one knob, or a rule that is typed; behind it the layers, the neurons, the activation, the start.

import { h } from "./dom.js";
import { plain } from "./numbers.js";
import { firstOf, KINDS, own, rangeOf, within } from "./state.js";

const TEXT = { type: "text", maxlength: 200, spellcheck: "false", autocapitalize: "off", autocomplete: "off" };

/** A form for a figure's state; change: called with what was changed; names: gives what can be typed, when it is needed. */
export class Knobs {
  #figure;
  #change;
  #state;

  constructor(id, figure, change, names) {
    this.#figure = figure;
    this.#change = change;
    this.form = h("form", { class: "live-knobs", autocomplete: "off", onsubmit: (event) => event.preventDefault() });
    this.knob = this.#slider(this.form, id, "k", "");
    this.rule = this.#text(this.form, id, "r", "your rule, a name or the std as a formula, such as sqrt(2/fanIn) or uniform(0.1) ", "rules");
    this.more = h("details", { class: "live-more" }, h("summary", {}, "More to turn: layers, neurons, activation, start"));
    this.form.append(this.more);
    this.d = this.#slider(this.more, id, "d", "layers");
    this.w = this.#slider(this.more, id, "w", "neurons in each");
    this.f = this.#text(this.more, id, "f", "activation, a name or a formula in x ", "activations");
    this.kind = h("select", { id: `${id}-kind`, onchange: () => this.#start(this.kind.value) },
      ...Object.entries(KINDS).map(([kind, { title }]) => h("option", { value: kind }, title)));
    this.more.append(h("p", {}, h("label", { for: `${id}-kind` }, "start "), this.kind));
    this.more.addEventListener("toggle", () => this.#nameAll(names), { once: true });
  }

  #slider(form, id, name, words) {
    const is = h("output", { for: `${id}-${name}`, "aria-hidden": "true" });
    const label = h("span", {}, words);
    const input = h("input", { type: "range", id: `${id}-${name}`, step: 1, oninput: () => this.#change({ [name]: Number(input.value) }) });
    const line = h("div", {}, h("label", { for: `${id}-${name}` }, label, " ", is), input);
    form.append(line);
    return { input, is, label, line };
  }

  #text(form, id, name, words, listed) {
    const names = h("datalist", { id: `${id}-${listed}` });
    const input = h("input", { ...TEXT, id: `${id}-${name}`, list: names.id,
      onchange: () => input.value.trim() && this.#change({ [name]: input.value.trim() }) });
    const line = h("p", {}, h("label", { for: input.id }, words), input, names);
    form.append(line);
    return { input, names, listed, line };
  }

  /** A typed rule begins as the start before it is read. */
  #start(kind) {
    this.#change({ kind, k: firstOf(this.#figure, kind), ...(kind === "typed" ? { r: own(this.#state) } : {}) });
  }

  async #nameAll(names) {
    const known = await names();
    for (const { names: list, listed } of [this.f, this.rule]) {
      list.replaceChildren(...(known?.[listed] ?? []).map((name) => h("option", { value: name })));
    }
  }

  /** Puts a state into the controls; discovered: whether the reader may turn more than the knob. */
  show(state, discovered) {
    this.#state = state;
    const typed = state.kind === "typed";
    this.more.hidden = !discovered;
    this.knob.line.hidden = typed;
    this.rule.line.hidden = !typed;
    const [least, most, step] = rangeOf(this.#figure, state.kind);
    Object.assign(this.knob.input, { min: least, max: most, step });
    this.knob.label.textContent = KINDS[state.kind].words;
    const ranges = within(this.#figure, state.kind);
    for (const [name, slider] of [["k", this.knob], ["d", this.d], ["w", this.w]]) {
      if (name !== "k") [slider.input.min, slider.input.max] = ranges[name];
      slider.input.value = String(state[name]);
      slider.is.textContent = plain(state[name]);
    }
    for (const [name, { input }] of [["f", this.f], ["r", this.rule]]) {
      if (document.activeElement !== input) input.value = state[name];
    }
    this.kind.value = state.kind;
  }

  /** To what is turned first. */
  focus() {
    (this.rule.line.hidden ? this.knob : this.rule).input.focus({ preventScroll: true });
  }
}
