// Both panels on the page, as large as there is room, each with its words.

import { h } from "./dom.js";
import { panels } from "./figure.js";
import { ends, key } from "./words.js";

export const WAYS = { forward: "forward: second moment of activations", backward: "backward: second moment of gradients" };
const LECTURE = 1.5;
const STACKED = 560; // pixels below which one panel stands under the other

export class Picture {
  constructor(owner) {
    this.owner = owner;
    this.key = h("p", { class: "live-key" });
    this.panels = h("div", { class: "live-panels" });
    for (const [way, words] of Object.entries(WAYS)) {
      this[way] = h("div", { class: `live-${way}` });
      this.panels.append(h("figure", {}, h("figcaption", {}, words), this[way]));
    }
  }

  /** The room for both panels; what is drawn for a lecture is drawn small, and enlarged. */
  room() {
    const lecture = this.owner.classList.contains("live-lecture");
    const scale = lecture ? LECTURE : 1;
    const all = Math.max(260, this.panels.clientWidth);
    const stacked = all < STACKED * scale;
    const most = lecture ? Math.max(300, innerHeight * 0.5) : 340;
    const height = Math.min(most, Math.max(220, (stacked ? all : all / 2) * 0.8));
    return { scale, stacked, width: all / scale, height: Math.round(height / scale) };
  }

  /** Draws {seeds, curves}, or null before there are any, with {reach, depth, guess, asks}. */
  draw(seen, where) {
    const { scale, ...room } = this.room();
    const curves = seen?.curves ?? [];
    this.panels.classList.toggle("live-stacked", room.stacked);
    for (const [way, svg] of Object.entries(panels(curves, { document, ...room, ...where }))) {
      for (const side of ["width", "height"]) svg.setAttribute(side, svg.getAttribute(side) * scale);
      svg.setAttribute("role", "img");
      const said = curves.map((curve) => ends(curve)[way === "forward" ? 0 : 1]).join(" ");
      svg.setAttribute("aria-label", said || "Nothing is shown before the guess.");
      this[way].replaceChildren(svg);
    }
    this.key.textContent = seen ? key(seen) : "";
  }
}
