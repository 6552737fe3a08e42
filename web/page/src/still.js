// The picture for readers without scripts: the same study, drawn by the same code.

import { parseHTML } from "linkedom";
import { panels, reachFor } from "./figure.js";
import { PARTS } from "./parts.js";
import { begin } from "./state.js";
import { Study } from "./study.js";
import { ends, key } from "./words.js";

/** {svg, words} of a figure's first setting. */
export async function still(figure, ask) {
  let last;
  const state = begin(figure);
  await new Study(ask).run(state, figure, (seen) => { last = seen; }, () => false);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const where = { document, width: 400, height: 320, reach: reachFor(last.curves, 2), depth: state.d, guess: [], stacked: true };
  const drawn = Object.entries(panels(last.curves, where)).map(([way, svg]) => {
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", last.curves.map((curve) => ends(curve)[way === "forward" ? 0 : 1]).join(" "));
    return svg.outerHTML;
  });
  return { svg: drawn.join(""), words: [key(last), ...ends(last.curves.at(-1))].join(" ") };
}

/** {svg, words, question} of a part's first setting, as the part itself shows it. */
export async function stillPart({ part: name, first, question }, ask) {
  const part = PARTS[name];
  const state = { ...first, guess: null };
  let last;
  await part.run(ask, state, (seen) => { last = { ...seen, state }; }, () => false);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const panels = part.panels(last, state, { document, width: 400, height: 320, guess: null });
  const drawn = panels.map(({ caption, svg, words }) => {
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", `${caption}. ${words}`);
    return svg.outerHTML;
  });
  const captions = panels.map(({ caption }, i) => `${["First", "Second"][i]} panel: ${caption}.`);
  const words = [...captions, part.key(last), ...part.said(last, state, null)].filter(Boolean).join(" ");
  return { svg: drawn.join(""), words, question: question ?? part.question(state) };
}
