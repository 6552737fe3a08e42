// <live-check>: an exercise whose answer is typed; the library reads it, and says what the notebook says.

import { h } from "./dom.js";

const SIGNS = { RIGHT: "✓", WRONG: "✗", OPEN: "…" };
let count = 0;

/** A class over a library; base: the browser's HTMLElement. */
export function liveCheck(base, ask) {
  return class extends base {
    connectedCallback() {
      if (this.querySelector("form")) return;
      const id = `check${++count}`;
      const answer = h("input", { type: "text", id, maxlength: 200, spellcheck: "false", autocapitalize: "off", autocomplete: "off" });
      const verdict = h("div", { class: "live-verdict", role: "status", "aria-live": "polite" });
      const form = h("form", {}, h("label", { for: id }, `Type your answer, for instance ${this.dataset.example}: `), answer, " ",
        h("button", { type: "submit" }, "Check"));
      form.addEventListener("submit", async (event) => {
        event.preventDefault();
        if (!answer.value.trim()) return;
        try {
          const typed = answer.value.trim();
          const checked = await ask("check", { id: this.dataset.id, answer: typed });
          show(verdict, checked);
          if (checked.kind === "RIGHT") verdict.append(...drawing(this.dataset.draw, typed, answer));
        } catch (refused) {
          verdict.replaceChildren(h("p", { class: "live-trouble" }, refused.message));
        }
      });
      this.classList.remove("live-coming");
      this.replaceChildren(form, verdict);
    }
  };
}

/** A button that puts a right answer into the lesson's figure; what: a setting whose rule has {} for the answer. */
function drawing(what, answer, exercise) {
  const figure = document.querySelector("live-figure");
  if (!what || !figure?.draw) return [];
  const { r, ...others } = JSON.parse(what);
  const setting = { ...others, kind: "typed", r: r.split("{}").join(answer) };
  return [h("button", { type: "button", onclick: () => figure.draw(setting, exercise) }, "Draw it in the figure")];
}

/** Words between backticks are code. */
const worded = (text) => text.split("`").map((part, i) => (i % 2 ? h("code", {}, part) : part));

function show(verdict, { kind, sentence, hints }) {
  const signed = /^[✓✗…]/.test(sentence) ? sentence : `${SIGNS[kind] ?? ""} ${sentence}`;
  verdict.replaceChildren(h("p", { class: `live-${kind.toLowerCase()}` }, ...worded(signed)));
  if (kind === "RIGHT") return;
  hints.forEach((hint, i) => verdict.append(h("details", {}, h("summary", {}, `Hint ${i + 1}`), h("p", {}, ...worded(hint)))));
}
