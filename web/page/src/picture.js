// Both panels on the page, as large as there is room, each with its words.

import { h } from "./dom.js";
import { panels } from "./figure.js";
import { room } from "./room.js";
import { ends, key } from "./words.js";

export const WAYS = { forward: "forward: second moment of activations", backward: "backward: second moment of gradients" };

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

  /** How much larger everything is drawn than its numbers say. */
  get scale() {
    return room(this.owner, this.panels).scale;
  }

  /** Draws {seeds, curves}, or null before there are any, with {reach, depth, guess, asks}. */
  draw(seen, where) {
    const { scale, ...size } = room(this.owner, this.panels);
    const curves = seen?.curves ?? [];
    this.panels.classList.toggle("live-stacked", size.stacked);
    for (const [way, svg] of Object.entries(panels(curves, { document, ...size, ...where }))) {
      for (const side of ["width", "height"]) svg.setAttribute(side, svg.getAttribute(side) * scale);
      svg.setAttribute("role", "img");
      const said = curves.map((curve) => ends(curve)[way === "forward" ? 0 : 1]).join(" ");
      svg.setAttribute("aria-label", said || "Nothing is shown before the guess.");
      this[way].replaceChildren(svg);
    }
    this.key.textContent = seen ? key(seen) : "";
  }
}
