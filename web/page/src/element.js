// <live-figure>: a question, a guess, and then the truth, measured here in the page.

import { h } from "./dom.js";
import { reachFor } from "./figure.js";
import { Folded, table, typed } from "./folded.js";
import { GainLine } from "./gainline.js";
import { Gate } from "./gate.js";
import { drawn } from "./guess.js";
import { Knobs } from "./knobs.js";
import { enlarge } from "./lecture.js";
import { latest } from "./library.js";
import { Picture } from "./picture.js";
import { findings } from "./said.js";
import { begin, fromHash, question, settingOf, toHash } from "./state.js";
import { Study } from "./study.js";

const PAUSE = 220;
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
      this.#build(`live${++count}`);
      this.#read();
      addEventListener("hashchange", () => this.#read());
      new ResizeObserver(() => this.#draw()).observe(this.#part.picture.panels);
      const named = new URLSearchParams(location.hash.slice(1)).get("live") ?? this.#figure.id;
      if (new URLSearchParams(location.search).has("lecture") && named === this.#figure.id) enlarge(this, () => this.#draw());
    }

    #build(id) {
      const p = this.#part;
      const change = (what) => this.#change(what);
      p.question = h("p", { class: "live-question", tabindex: -1 });
      p.gate = new Gate(id, this.#figure, () => this.#draw(), (guess) => this.#commit(guess));
      p.knobs = new Knobs(id, this.#figure, change, () => ask("names").catch((failed) => this.#trouble(failed.message)));
      p.picture = new Picture(this);
      p.gate.byHand(p.picture.forward, () => p.picture.scale);
      p.trouble = h("p", { class: "live-trouble", role: "alert" });
      p.said = h("div", { class: "live-said", role: "status", "aria-live": "polite" });
      p.gains = new GainLine(this.#figure.activation, ask, change);
      p.typing = new Folded("What to type for exactly this setting", () => typed(this.#state));
      p.numbers = new Folded("The numbers", () => (this.#seen ? [table(this.#seen.curves)] : []));
      p.again = h("button", { type: "button", onclick: () => this.#again() }, "Guess again, for this setting");
      p.back = h("button", { type: "button", hidden: true }, "Back to the exercise");
      this.replaceChildren(p.question, p.gate.form, p.knobs.form, p.picture.key, p.picture.panels, p.trouble, p.said,
        p.gains.line, p.typing.part, p.numbers.part, p.again, " ", p.back);
      this.classList.remove("live-coming");
      this.setAttribute("role", "group");
      this.setAttribute("aria-label", "Live figure");
    }

    // ---- what the reader does

    /** Whether the guess is made, so that the truth may be seen. */
    get #open() {
      return this.#state.guess !== null;
    }

    /** The address of what is shown; a guess that was made for another setting would be scored there as if for this one. */
    #hash() {
      return toHash(this.#open ? { ...this.#state, guess: this.#guess() } : this.#state, this.#figure);
    }

    /** Takes the setting that the address says, if it is this figure's. */
    #read() {
      const mine = new URLSearchParams(location.hash.slice(1)).get("live") === this.#figure.id;
      if (this.#state && (!mine || location.hash === this.#hash())) return;
      const { state, clipped } = fromHash(location.hash, this.#figure);
      this.#state = state;
      this.#asked = settingOf(this.#state);
      if (mine) this.#discovered = true; // whoever follows a link has a setting to turn from
      this.#trouble(clipped.join(" "));
      this.#show();
      if (mine) this.scrollIntoView();
      if (this.#open) this.#measure(state);
    }

    #commit(guess) {
      this.#asked = settingOf(this.#state);
      this.#seen = null;
      this.#part.picture.panels.classList.add("live-reveal");
      this.#change({ guess });
      this.#part.knobs.focus();
    }

    #again() {
      this.#part.picture.panels.classList.remove("live-reveal");
      this.classList.remove("live-stale");
      this.#seen = null;
      this.#reach = this.#figure.reach;
      this.#part.said.replaceChildren();
      this.#part.gate.reset();
      this.#change({ guess: null });
      this.#part.gate.focus();
    }

    #change(what) {
      this.#state = { ...this.#state, ...what };
      this.#trouble("");
      this.#show();
      history.replaceState(null, "", this.#hash());
      if (this.#open) this.#measure(this.#state);
    }

    /** Shows what an exercise asks to be drawn, in the lesson's own setting but for that; no guess is asked for. */
    draw(what, exercise) {
      const { back, question } = this.#part;
      this.#discovered = true;
      this.#seen = null;
      this.#change({ ...begin(this.#figure), ...what, guess: this.#state.guess ?? [] });
      back.hidden = false;
      back.onclick = () => exercise.focus();
      this.scrollIntoView();
      question.focus({ preventScroll: true });
    }

    // ---- measuring

    async #run(state, outdated) {
      const first = this.#seen === null && !matchMedia("(prefers-reduced-motion: reduce)").matches;
      this.classList.add("live-busy");
      try {
        const show = (seen) => this.#take(seen);
        await this.#study.run(state, this.#figure, show, outdated, () => first && wait(PAUSE));
        if (!outdated() && this.#open) await this.#say();
      } catch (refused) {
        this.classList.add("live-stale");
        this.#trouble(refused.message);
      }
      this.classList.remove("live-busy");
    }

    #take(seen) {
      if (!this.#open) return;
      const before = this.#seen?.state;
      const other = !before || ["f", "w", "d", "kind", "r"].some((name) => before[name] !== seen.state[name]);
      if (other) this.#reach = reachFor(seen.curves, this.#guess().length ? this.#figure.reach : 2);
      this.#seen = seen;
      this.classList.remove("live-stale");
      if (this.#asked !== settingOf(this.#state)) this.#discovered = true;
      this.#show();
      this.dataset.seeds = seen.seeds;
    }

    async #say() {
      const { state } = this.#seen;
      const lines = await findings(ask, this.#seen, this.#guess(), this.#figure);
      if (!this.#open) return;
      this.#part.said.replaceChildren(...lines.map((line) => h("p", {}, line)));
      await this.#part.gains.show(state.f);
    }

    // ---- showing

    /** Puts the state into the controls, and draws. */
    #show() {
      const p = this.#part;
      p.gate.form.hidden = this.#open;
      for (const part of [p.knobs.form, p.picture.key, p.gains.line, p.typing.part, p.numbers.part, p.again]) part.hidden = !this.#open;
      p.gate.show(this.#state.d);
      p.knobs.show(this.#state, this.#discovered);
      p.question.textContent = question(this.#figure, this.#state);
      p.typing.show();
      p.numbers.show();
      this.#draw();
    }

    /** The guess that is drawn: what the gate has, or what was made, while the figure shows what it was made for. */
    #guess() {
      if (!this.#open) return this.#part.gate.guess;
      return this.#asked === settingOf(this.#state) ? this.#state.guess : [];
    }

    #draw() {
      if (!this.#state) return;
      const seen = this.#open ? this.#seen : null;
      const guess = this.#guess();
      const reach = this.#open ? this.#reach : this.#figure.reach;
      this.#part.picture.draw(seen, { reach, depth: (seen?.state ?? this.#state).d, guess, asks: !this.#open && !drawn(guess) });
    }

    /** A sentence about what was refused or clipped; what cannot be measured is not to be typed. */
    #trouble(text) {
      const { trouble, said, typing, gains } = this.#part;
      trouble.textContent = text;
      if (!text) return;
      said.replaceChildren();
      typing.part.hidden = true;
      gains.line.hidden = true;
    }
  };
}
