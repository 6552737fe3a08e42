// <live-figure>: a question, a guess, and then the truth, measured here in the page.

import { h } from "./dom.js";
import { panels, powerAt, reachFor } from "./figure.js";
import { latest } from "./library.js";
import { brief, decade, plain } from "./numbers.js";
import { fromHash, KINDS, begin, rangeOf, toHash, within } from "./state.js";
import { Study } from "./study.js";
import { typing } from "./typing.js";
import { ends, goal, key, level, setting, verdict } from "./words.js";

const PAUSE = 220;
const LECTURE = 1.5;
const STACKED = 560; // pixels below which one panel stands under the other
const WAYS = { forward: "forward: second moment of activations", backward: "backward: second moment of gradients" };
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
let count = 0;

/** A class over a figure's setting and a library; base: the browser's HTMLElement. */
export function liveFigure(base, ask) {
  return class extends base {
    #figure;
    #state;
    #asked = ""; // the setting that the guess belongs to
    #seen = null;
    #reach;
    #discovered = false;
    #study = new Study(ask);
    #part = {};
    #measure = latest((state, outdated) => this.#run(state, outdated));

    connectedCallback() {
      if (this.#figure) return;
      this.#figure = JSON.parse(this.dataset.setting);
      this.#reach = this.#figure.reach;
      this.#build();
      this.#read();
      addEventListener("hashchange", () => this.#read());
      new ResizeObserver(() => this.#draw()).observe(this.#part.panels);
      const named = new URLSearchParams(location.hash.slice(1)).get("live") ?? this.#figure.id;
      if (new URLSearchParams(location.search).has("lecture") && named === this.#figure.id) this.#enlarge();
    }

    // ---- building

    #build() {
      const id = `live${++count}`;
      const p = this.#part;
      const status = { role: "status", "aria-live": "polite" };
      p.guessed = h("output", { for: `${id}-guess` });
      p.guess = h("input", { type: "range", id: `${id}-guess`, ...this.#guessRange(), oninput: () => this.#point(Number(p.guess.value)) });
      p.gate = h("form", { class: "live-gate", autocomplete: "off", onsubmit: (event) => this.#commit(event) },
        h("label", { for: `${id}-guess` }, "Your guess of the second moment after the last layer: ", p.guessed),
        p.guess, h("p", { class: "live-ends", "aria-hidden": "true" },
          ...[-1, 0, 1].map((side) => h("span", {}, decade(side * this.#figure.reach)))),
        h("button", { type: "submit" }, "That is my guess"));
      p.knobs = h("form", { class: "live-knobs", autocomplete: "off", onsubmit: (event) => event.preventDefault() });
      p.knob = this.#slider(p.knobs, id, "k", "");
      p.more = h("details", { class: "live-more" }, h("summary", {}, "More to turn: layers, neurons, activation, start"));
      p.knobs.append(p.more);
      this.#buildMore(id);
      p.panels = h("div", { class: "live-panels" });
      for (const [way, words] of Object.entries(WAYS)) {
        p[way] = h("div", { class: `live-${way}` });
        p.panels.append(h("figure", {}, h("figcaption", {}, words), p[way]));
      }
      this.#byHand(p.forward);
      p.key = h("p", { class: "live-key" });
      p.trouble = h("p", { class: "live-trouble", role: "alert" });
      p.said = h("div", { class: "live-said", ...status });
      p.numbers = h("details", { ontoggle: () => this.#tabulate() }, h("summary", {}, "The numbers"));
      p.typing = h("details", { ontoggle: () => this.#type() }, h("summary", {}, "What to type for exactly this setting"));
      p.again = h("button", { type: "button", onclick: () => this.#again() }, "Guess again, for this setting");
      p.question = h("p", { class: "live-question" }, this.#figure.question);
      this.replaceChildren(p.question, p.gate, p.knobs, p.key, p.panels, p.trouble, p.said, p.typing, p.numbers, p.again);
      this.classList.remove("live-coming");
      this.setAttribute("role", "group");
      this.setAttribute("aria-label", "Live figure");
    }

    #buildMore(id) {
      const p = this.#part;
      p.d = this.#slider(p.more, id, "d", "layers");
      p.w = this.#slider(p.more, id, "w", "neurons in each");
      p.names = h("datalist", { id: `${id}-names` });
      p.f = h("input", { type: "text", id: `${id}-f`, list: `${id}-names`, maxlength: 200, spellcheck: "false", autocapitalize: "off",
        onchange: () => p.f.value.trim() && this.#change({ f: p.f.value.trim() }) });
      p.kind = h("select", { id: `${id}-kind`, onchange: () => this.#change({ kind: p.kind.value, k: this.#first(p.kind.value) }) },
        ...Object.entries(KINDS).map(([kind, { title }]) => h("option", { value: kind }, title)));
      p.more.append(
        h("p", {}, h("label", { for: `${id}-f` }, "activation, a name or a formula in x "), p.f, p.names),
        h("p", {}, h("label", { for: `${id}-kind` }, "start "), p.kind));
      p.more.addEventListener("toggle", () => this.#nameAll(), { once: true });
    }

    #slider(form, id, name, words) {
      const is = h("output", { for: `${id}-${name}` });
      const label = h("span", {}, words);
      const input = h("input", { type: "range", id: `${id}-${name}`, step: 1, oninput: () => this.#change({ [name]: Number(input.value) }) });
      form.append(h("p", {}, h("label", { for: `${id}-${name}` }, label, " ", is), input));
      return { input, is, label };
    }

    #guessRange() {
      const { reach } = this.#figure;
      return { min: -reach, max: reach, step: reach / 20, value: 0 };
    }

    #first(kind) {
      return kind === this.#figure.kind ? this.#figure.first : KINDS[kind].first;
    }

    async #nameAll() {
      try {
        const { activations } = await ask("names");
        this.#part.names.replaceChildren(...activations.map((name) => h("option", { value: name })));
      } catch (failed) {
        this.#trouble(failed.message);
      }
    }

    /** The guess follows a mouse or a finger in the panel. */
    #byHand(panel) {
      const point = (event) => {
        const box = panel.getBoundingClientRect();
        const step = this.#figure.reach / 20;
        const { scale } = this.#room();
        const power = powerAt((event.clientY - box.top) / scale, box.height / scale, this.#figure.reach);
        this.#point(Math.round(power / step) * step);
      };
      panel.addEventListener("pointerdown", (event) => {
        if (this.#open) return;
        panel.setPointerCapture(event.pointerId);
        point(event);
      });
      panel.addEventListener("pointermove", (event) => {
        if (!this.#open && panel.hasPointerCapture(event.pointerId)) point(event);
      });
    }

    /** Large, for the back of a room; Escape ends it. */
    #enlarge() {
      this.classList.add("live-lecture");
      const close = () => {
        this.classList.remove("live-lecture");
        button.remove();
        removeEventListener("keydown", escape);
        this.#draw();
      };
      const escape = (event) => event.key === "Escape" && close();
      const button = h("button", { type: "button", class: "live-close", onclick: close }, "Back to the page");
      this.prepend(button);
      addEventListener("keydown", escape);
    }

    // ---- what the reader does

    /** Whether the guess is made, so that the truth may be seen. */
    get #open() {
      return this.#state.guess !== null;
    }

    #settings(state = this.#state) {
      const { f, k, w, d, kind } = state;
      return JSON.stringify([f, k, w, d, kind]);
    }

    /** Takes the setting that the address says, if it is this figure's. */
    #read() {
      const mine = new URLSearchParams(location.hash.slice(1)).get("live") === this.#figure.id;
      if (this.#state && (!mine || location.hash === toHash(this.#state, this.#figure))) return;
      const { state, clipped } = fromHash(location.hash, this.#figure);
      this.#state = state;
      this.#asked = this.#settings();
      if (state.guess !== null) this.#discovered = true;
      this.#trouble(clipped.join(" "));
      this.#show();
      if (mine) this.scrollIntoView();
      if (this.#open) this.#measure(state);
    }

    #point(power) {
      this.#part.guess.value = String(power);
      this.#part.guessed.textContent = decade(Number(this.#part.guess.value));
      this.#part.guess.setAttribute("aria-valuetext", `10 to the power ${plain(power)}`);
      this.#draw();
    }

    #commit(event) {
      event.preventDefault();
      this.#asked = this.#settings();
      this.#seen = null;
      this.#part.panels.classList.add("live-reveal");
      this.#change({ guess: Number(this.#part.guess.value) });
      this.#part.knob.input.focus({ preventScroll: true });
    }

    #again() {
      this.#part.panels.classList.remove("live-reveal");
      this.#seen = null;
      this.#reach = this.#figure.reach;
      this.#change({ guess: null });
      this.#point(0);
      this.#part.guess.focus();
    }

    #change(what) {
      const before = this.#state;
      this.#state = { ...before, ...what };
      this.#trouble("");
      this.#show();
      history.replaceState(null, "", toHash(this.#state, this.#figure));
      if (this.#open) this.#measure(this.#state);
    }

    // ---- measuring

    async #run(state, outdated) {
      const first = this.#seen === null && !matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.classList.add("live-busy");
      try {
        const show = (seen) => this.#take(seen);
        await this.#study.run(state, this.#figure.beside, show, outdated, () => first && wait(PAUSE));
        if (!outdated() && this.#open) this.#say();
      } catch (refused) {
        this.#trouble(refused.message);
      }
      this.classList.remove("live-busy");
    }

    #take(seen) {
      if (!this.#open) return;
      const before = this.#seen?.state;
      const other = !before || ["f", "w", "d", "kind"].some((name) => before[name] !== seen.state[name]);
      if (other) this.#reach = reachFor(seen.curves, this.#guessShown() ? this.#figure.reach : 2);
      this.#seen = seen;
      if (this.#asked !== this.#settings()) this.#discovered = true;
      this.#show();
      this.dataset.seeds = seen.seeds;
    }

    // ---- showing

    /** Puts the state into the controls, and draws. */
    #show() {
      const p = this.#part;
      const s = this.#state;
      p.gate.hidden = this.#open;
      for (const part of [p.knobs, p.typing, p.numbers, p.again, p.key]) part.hidden = !this.#open;
      p.more.hidden = !this.#discovered;
      const [least, most, step] = rangeOf(this.#figure, s.kind);
      Object.assign(p.knob.input, { min: least, max: most, step });
      p.knob.label.textContent = KINDS[s.kind].words;
      const ranges = within(this.#figure, s.kind);
      for (const [name, slider] of [["k", p.knob], ["d", p.d], ["w", p.w]]) {
        if (name !== "k") [slider.input.min, slider.input.max] = ranges[name];
        slider.input.value = String(s[name]);
        slider.is.textContent = plain(s[name]);
      }
      if (document.activeElement !== p.f) p.f.value = s.f;
      p.kind.value = s.kind;
      p.question.textContent = this.#question();
      p.guessed.textContent = decade(Number(p.guess.value));
      p.guess.setAttribute("aria-valuetext", `10 to the power ${plain(Number(p.guess.value))}`);
      this.#draw();
      this.#type();
      this.#tabulate();
    }

    /** The lesson's own question for the lesson's own setting. */
    #question() {
      if (this.#settings() === this.#settings(begin(this.#figure))) return this.#figure.question;
      const words = `${setting(this.#state, KINDS[this.#state.kind])}; the input has second moment 1`;
      return this.#open ? `${words}.` : `${words}: what is it after the last layer?`;
    }

    /** The guess is drawn while the figure shows what it was made for. */
    #guessShown() {
      return !this.#open || this.#asked === this.#settings();
    }

    /** The room for both panels; what is drawn for a lecture is drawn small, and enlarged. */
    #room() {
      const lecture = this.classList.contains("live-lecture");
      const scale = lecture ? LECTURE : 1;
      const all = Math.max(260, this.#part.panels.clientWidth);
      const stacked = all < STACKED * scale;
      const most = lecture ? Math.max(300, innerHeight * 0.5) : 340;
      const height = Math.min(most, Math.max(220, (stacked ? all : all / 2) * 0.8));
      return { scale, stacked, width: all / scale, height: Math.round(height / scale) };
    }

    #draw() {
      if (!this.#state) return;
      const p = this.#part;
      const { scale, ...room } = this.#room();
      const curves = this.#open && this.#seen ? this.#seen.curves : [];
      const guess = this.#guessShown() ? (this.#open ? this.#state.guess : Number(p.guess.value)) : null;
      const reach = this.#open ? this.#reach : this.#figure.reach;
      const depth = curves.length ? this.#seen.state.d : this.#state.d;
      p.panels.classList.toggle("live-stacked", room.stacked);
      for (const [way, svg] of Object.entries(panels(curves, { document, ...room, reach, depth, guess }))) {
        for (const side of ["width", "height"]) svg.setAttribute(side, svg.getAttribute(side) * scale);
        svg.setAttribute("role", "img");
        const said = curves.map((curve) => ends(curve)[way === "forward" ? 0 : 1]).join(" ");
        svg.setAttribute("aria-label", `${WAYS[way]}. ${said || "Nothing is shown before the guess."}`);
        p[way].replaceChildren(svg);
      }
      p.key.textContent = curves.length ? key(this.#seen) : "";
    }

    #say() {
      const mine = this.#seen.curves.at(-1);
      const lines = [this.#guessShown() ? verdict(this.#state.guess, mine) : "", goal(mine), ...ends(mine),
        level(mine) ? this.#figure.after ?? "" : ""];
      this.#part.said.replaceChildren(...lines.filter(Boolean).map((line) => h("p", {}, line)));
      this.#part.said.classList.toggle("live-level", level(mine));
    }

    #trouble(text) {
      this.#part.trouble.textContent = text;
      if (text) this.#part.said.replaceChildren();
    }

    #tabulate() {
      const { numbers } = this.#part;
      while (numbers.children.length > 1) numbers.lastChild.remove();
      if (numbers.open && this.#seen) numbers.append(table(this.#seen.curves));
    }

    #type() {
      const part = this.#part.typing;
      while (part.children.length > 1) part.lastChild.remove();
      if (!part.open) return;
      for (const [name, text] of typing(this.#state)) {
        const copy = h("button", { type: "button", "aria-label": `Copy for ${name}`, onclick: () => copied(copy, text) }, "Copy");
        part.append(h("p", { class: "live-name" }, name, " ", copy), h("pre", {}, text));
      }
    }
  };
}

/** A page from a disk may not have the clipboard; the text can still be selected. */
async function copied(button, text) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "Select it and copy";
    getSelection().selectAllChildren(button.parentElement.nextElementSibling);
  }
}

/** Medians at every tenth of the way. */
function table(curves) {
  const depth = curves[0].forward.median.length - 1;
  const layers = [...new Set(Array.from({ length: 11 }, (_, i) => Math.round((i * depth) / 10)))];
  const made = h("table", {}, h("caption", {}, "Medians of the second moment"));
  const head = ["start", "way", ...layers.map((l) => `layer ${l}`)];
  made.append(h("thead", {}, h("tr", {}, ...head.map((t) => h("th", { scope: "col" }, t)))));
  const rows = curves.flatMap((curve) => Object.keys(WAYS).map((way) =>
    h("tr", {}, h("th", { scope: "row" }, curve.name), h("td", {}, way), ...layers.map((l) => h("td", {}, brief(curve[way].median[l]))))));
  made.append(h("tbody", {}, ...rows));
  return h("div", { class: "live-table", tabindex: 0, role: "region", "aria-label": "The numbers" }, made);
}
