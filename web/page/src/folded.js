// What is folded under a figure: what to type, and the numbers. Each is made when it is unfolded.

import { h } from "./dom.js";
import { brief } from "./numbers.js";
import { WAYS } from "./picture.js";
import { typing } from "./typing.js";

/** A folded part, which made() fills. */
export class Folded {
  #made;

  constructor(title, made) {
    this.#made = made;
    this.part = h("details", { ontoggle: () => this.show() }, h("summary", {}, title));
  }

  show() {
    while (this.part.children.length > 1) this.part.lastChild.remove();
    if (this.part.open) this.part.append(...this.#made());
  }
}

/** What to type for a setting, each with a button that copies it. */
export const typed = (state) => typing(state).flatMap(([name, text]) => {
  const copy = h("button", { type: "button", "aria-label": `Copy for ${name}`, onclick: () => copied(copy, text) }, "Copy");
  return [h("p", { class: "live-name" }, name, " ", copy), h("pre", {}, text)];
});

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
export function table(curves) {
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
