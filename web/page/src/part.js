// <live-part>: the frame of every live part beside the standard figure. A question, a guess, then the truth; one knob,
// then more; the setting in the address; a sentence of what is seen. What it shows is the part's own, a page of code.

import { NONE, read, write } from "./address.js";
import { h } from "./dom.js";
import { enlarge } from "./lecture.js";
import { latest } from "./library.js";
import { plain } from "./numbers.js";
import { room } from "./room.js";

let count = 0;

/**
 * A class over a library and the parts by their names; base: the browser's HTMLElement.
 *
 * A part: fields (see address.js; "guess" is what is guessed), knobs and more (names of fields), question(state),
 * run(ask, state, show, outdated), panels(seen, state, where) as [{caption, svg, words}], key(seen), said(seen, state,
 * guess) as lines, the first the answer to a guess; alone where there is one panel; where a guess turns a knob,
 * guessed(guess); and where a place is pointed at, a hint, point(svg, x, y, state) and nudge(key, state).
 */
export function livePart(base, ask, parts) {
  return class extends base {
    #part;
    #setting;
    #state;
    #asked = ""; // the setting that the guess belongs to
    #seen = null;
    #discovered = false;
    #at = {};
    #measure = latest((state, outdated) => this.#run(state, outdated));

    connectedCallback() {
      if (this.#part) return;
      this.#setting = JSON.parse(this.dataset.setting);
      this.#part = parts[this.#setting.part];
      this.#build();
      this.#read();
      addEventListener("hashchange", () => this.#read());
      new ResizeObserver(() => this.#draw()).observe(this.#at.panels);
    }

    // ---- building

    #build() {
      const id = `part${++count}`;
      const at = this.#at;
      const { fields, knobs, more } = this.#part;
      at.question = h("p", { class: "live-question" });
      at.answer = h("p", { class: "live-answer", role: "status", "aria-live": "polite" });
      at.gate = h("form", { class: "live-gate", autocomplete: "off", onsubmit: (event) => this.#commit(event) },
        this.#guess(`${id}-guess`, fields.guess), h("button", { type: "submit" }, "That is my guess"));
      at.more = h("details", { class: "live-more" }, h("summary", {}, "More to turn"), ...more.map((name) => this.#control(id, name)));
      at.more.addEventListener("toggle", () => this.#name(), { once: true });
      at.knobs = h("form", { class: "live-knobs", autocomplete: "off", onsubmit: (event) => event.preventDefault() },
        ...knobs.map((name) => this.#control(id, name)), at.more);
      at.panels = h("div", { class: "live-panels" });
      this.#byHand();
      at.key = h("p", { class: "live-key" });
      at.trouble = h("p", { class: "live-trouble", role: "alert" });
      at.said = h("div", { class: "live-said", role: "status", "aria-live": "polite" });
      at.again = h("button", { type: "button", onclick: () => this.#again() }, "Guess again, for this setting");
      this.replaceChildren(at.question, at.answer, at.gate, at.knobs, at.trouble, at.panels, at.key, at.said, at.again);
      this.classList.remove("live-coming");
      this.setAttribute("role", "group");
      this.setAttribute("aria-label", this.#part.title);
    }

    /** What the guess is made with: a choice, or a number. */
    #guess(id, field) {
      if (field.choices) {
        return h("fieldset", {}, h("legend", {}, field.asks), ...Object.entries(field.choices).map(([name, words]) =>
          h("label", {}, h("input", { type: "radio", name: id, value: name, required: true }), ` ${words}`)));
      }
      const [min, max, step] = field.range;
      const is = h("output", { for: id });
      const input = h("input", { type: "range", id, min, max, step, value: field.from, oninput: () => this.#point(input.value) });
      Object.assign(this.#at, { guess: input, guessed: is });
      return h("p", {}, h("label", { for: id }, `${field.asks} `, is), input);
    }

    #control(id, name) {
      const field = this.#part.fields[name];
      const own = `${id}-${name}`;
      const change = (is) => this.#change({ [name]: is });
      if (field.range) {
        const [min, max, step] = field.range;
        const is = h("output", { for: own });
        const input = h("input", { type: "range", id: own, min, max, step, oninput: () => change(Number(input.value)) });
        this.#at[name] = (to) => { input.value = String(to); is.textContent = plain(to); };
        this.#at[`${name}-input`] = input;
        return h("p", {}, h("label", { for: own }, `${field.words} `, is), input);
      }
      if (field.choices) {
        const input = h("select", { id: own, onchange: () => change(input.value) },
          ...Object.entries(field.choices).map(([name, words]) => h("option", { value: name }, words)));
        this.#at[name] = (to) => { input.value = to; };
        this.#at[`${name}-input`] = input;
        return h("p", {}, h("label", { for: own }, `${field.words} `), input);
      }
      const names = h("datalist", { id: `${own}-names` });
      const input = h("input", { type: "text", id: own, list: names.id, maxlength: 200, spellcheck: "false", autocapitalize: "off",
        onchange: () => input.value.trim() && change(input.value.trim()) });
      this.#at[name] = (to) => { if (document.activeElement !== input) input.value = to; };
      this.#at[`${name}-input`] = input;
      this.#at.names = names;
      return h("p", {}, h("label", { for: own }, `${field.words} `), input, names);
    }

    async #name() {
      if (!this.#at.names) return;
      try {
        const { activations } = await ask("names");
        this.#at.names.replaceChildren(...activations.map((name) => h("option", { value: name })));
      } catch (failed) {
        this.#trouble(failed.message);
      }
    }

    /** A place in the first panel is pointed at, by a mouse, a finger or arrow keys. */
    #byHand() {
      const { panels } = this.#at;
      const part = this.#part;
      if (!part.point) return;
      const first = (event) => event.target.closest("figure") === panels.firstElementChild && this.#open;
      const point = (event) => {
        const svg = panels.querySelector("svg");
        const box = svg.getBoundingClientRect();
        const scale = box.width / svg.viewBox.baseVal.width;
        this.#change(part.point(svg, (event.clientX - box.left) / scale, (event.clientY - box.top) / scale, this.#state));
      };
      panels.addEventListener("pointerdown", (event) => first(event) && (panels.setPointerCapture(event.pointerId), point(event)));
      panels.addEventListener("pointermove", (event) => panels.hasPointerCapture(event.pointerId) && point(event));
      panels.addEventListener("keydown", (event) => {
        const moved = first(event) && part.nudge(event.key, this.#state);
        if (!moved) return;
        event.preventDefault();
        this.#change(moved);
      });
    }

    // ---- what the reader does

    /** Whether the guess is made, so that the truth may be seen. */
    get #open() {
      return this.#state?.guess !== null;
    }

    #settings() {
      return JSON.stringify({ ...this.#state, guess: null });
    }

    /** Takes the setting that the address says, if it is this part's. */
    #read() {
      const { id, first } = this.#setting;
      const { state, clipped, mine } = read(location.hash, id, this.#part.fields, first);
      if (this.#state && (!mine || location.hash === this.#hash())) return;
      this.#state = state;
      this.#asked = this.#settings();
      if (mine) this.#discovered = true; // whoever follows a link has a setting to turn from
      this.#trouble(clipped.join(" "));
      this.#point(this.#part.fields.guess.from);
      this.#show();
      if (mine && new URLSearchParams(location.search).has("lecture")) enlarge(this, () => this.#draw());
      else if (mine) this.scrollIntoView();
      if (this.#open) this.#measure(state);
    }

    #point(to) {
      const { guess, guessed } = this.#at;
      if (!guess) return;
      guess.value = String(to);
      guessed.textContent = plain(Number(guess.value));
      this.#draw();
    }

    #commit(event) {
      event.preventDefault();
      this.#seen = null;
      const chosen = this.#at.gate.querySelector("input:checked");
      const guess = chosen ? chosen.value : Number(this.#at.guess.value);
      this.#state = { ...this.#state, ...this.#part.guessed?.(guess) };
      this.#asked = this.#settings();
      this.#change({ guess });
      this.#at[`${this.#part.knobs[0]}-input`].focus({ preventScroll: true });
    }

    #again() {
      this.#seen = null;
      this.#change({ guess: null });
      this.#quiet();
      this.#at.gate.querySelector("input").focus();
    }

    #change(what) {
      this.#state = { ...this.#state, ...what };
      if (this.#asked !== this.#settings()) this.#discovered = true;
      this.#trouble("");
      this.#show();
      history.replaceState(null, "", this.#hash());
      if (this.#open) this.#measure(this.#state);
    }

    // ---- measuring and showing

    async #run(state, outdated) {
      this.classList.add("live-busy");
      try {
        await this.#part.run(ask, state, (seen) => this.#take(seen, state), outdated);
        if (!outdated() && this.#open) this.#say();
      } catch (refused) {
        this.#trouble(refused.message);
      }
      this.classList.remove("live-busy");
    }

    #take(seen, state) {
      if (!this.#open) return;
      const first = this.#seen?.state !== state;
      this.#seen = { ...seen, state };
      this.#draw();
      if (first) this.#say();
      this.dataset.seeds = seen.seeds ?? 0;
    }

    #show() {
      const at = this.#at;
      at.gate.hidden = this.#open;
      for (const part of [at.knobs, at.again, at.key]) part.hidden = !this.#open;
      at.more.hidden = !this.#discovered;
      for (const name of [...this.#part.knobs, ...this.#part.more]) at[name](this.#state[name]);
      at.question.textContent = this.#question();
      this.#draw();
    }

    /** The lesson's own question for the lesson's own setting. */
    #question() {
      const { question, first } = this.#setting;
      return question && this.#settings() === JSON.stringify({ ...first, guess: null }) ? question : this.#part.question(this.#state);
    }

    /** The room of each panel. */
    #room() {
      const { alone } = this.#part;
      const { width, ...size } = room(this, this.#at.panels, alone);
      return { ...size, width: size.stacked || alone ? width : width / 2 };
    }

    /** The guess, where it was made for this setting; or null. */
    #mine() {
      const { guess } = this.#state;
      return this.#asked === this.#settings() && guess !== NONE ? guess : null;
    }

    /** The address of what is shown; a guess that was made for another setting would be scored there as if for this one. */
    #hash() {
      const { id, first } = this.#setting;
      return write(this.#open ? { ...this.#state, guess: this.#mine() ?? NONE } : this.#state, id, first);
    }

    #guessNow() {
      if (this.#open) return this.#mine();
      return this.#at.guess ? Number(this.#at.guess.value) : null;
    }

    #draw() {
      if (!this.#state) return;
      const { scale, stacked, ...size } = this.#room();
      const { panels, key } = this.#at;
      const seen = this.#open ? this.#seen : null;
      const drawn = this.#part.panels(seen, this.#state, { document, ...size, guess: this.#guessNow() });
      while (panels.children.length < drawn.length) panels.append(h("figure", {}, h("figcaption"), h("div")));
      panels.classList.toggle("live-stacked", stacked);
      drawn.forEach(({ caption, svg, words }, i) => {
        for (const side of ["width", "height"]) svg.setAttribute(side, svg.getAttribute(side) * scale);
        svg.setAttribute("role", "img");
        svg.setAttribute("aria-label", `${caption}. ${words || "Nothing is shown before the guess."}`);
        const [title, hold] = panels.children[i].children;
        title.textContent = caption;
        hold.replaceChildren(svg);
      });
      this.#makePointed(panels.querySelector("div"));
      key.textContent = seen ? [this.#part.hint, this.#part.key(seen)].filter(Boolean).join(" ") : "";
    }

    /** After the guess arrow keys in the first panel move the place; the panel stays, so that it keeps the focus. */
    #makePointed(hold) {
      if (!this.#part.point) return;
      hold.classList.toggle("live-pointed", this.#open);
      const facts = { tabindex: 0, role: "group", "aria-label": "Arrow keys move the place" };
      for (const [name, is] of Object.entries(facts)) this.#open ? hold.setAttribute(name, is) : hold.removeAttribute(name);
    }

    #say() {
      if (!this.#seen) return;
      const [answer, ...lines] = this.#part.said(this.#seen, this.#state, this.#mine());
      this.#at.answer.textContent = answer;
      this.#at.said.replaceChildren(...lines.filter(Boolean).map((line) => h("p", {}, line)));
    }

    #quiet() {
      this.#at.answer.textContent = "";
      this.#at.said.replaceChildren();
    }

    #trouble(text) {
      this.#at.trouble.textContent = text;
      if (text) this.#quiet();
    }
  };
}
