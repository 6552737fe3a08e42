// What the figure shows, in words; computed from the data, never written by hand.

import { distance, drawn } from "./guess.js";
import { apart, brief, decade, decades, digits } from "./numbers.js";

const LEVEL = 10;
const THEORY = { median: "theory's median", mean: "theory's mean" };

/** Where each way ends. */
export const farEnd = { forward: (side) => side.median.length - 1, backward: () => 0 };

const place = { forward: (layer) => `after layer ${layer}`, backward: () => "at the input" };

function one(curve, way) {
  const side = curve[way];
  const at = farEnd[way](side);
  const [low, high] = curve.end?.[way] ?? [];
  const own = low === undefined ? "" : ` (the median itself: ${brief(low)} to ${brief(high)})`;
  const theory = side.theory.length ? `; ${THEORY[curve.kind] ?? "theory"} ${brief(side.theory[at])}` : "";
  return `${curve.name}, ${way}: median ${brief(side.median[at])} ${place[way](at)}${own}, ` +
    `5–95 % of the nets ${brief(side.low[at])} to ${brief(side.high[at])}${theory}.`;
}

/** Both ends of one curve, a line each. */
export const ends = (curve) => [one(curve, "forward"), one(curve, "backward")];

/** What was measured at both ends: [forward, backward]. */
const reached = (curve) => ["forward", "backward"].map((way) => curve[way].median[farEnd[way](curve[way])]);

/** How a guess turned out, at the end and, where all of it was drawn, over the layers; nothing for none. */
export function verdict(guess, curve) {
  if (!guess.length) return "";
  const [truth] = reached(curve);
  const end = `You said ${decade(guess.at(-1))}. It is ${brief(truth)}: ${apart(guess.at(-1), truth)}.`;
  return drawn(guess) ? `${end} Over the whole curve: ${decades(distance(guess, curve.forward.median))}, on average.` : end;
}

/** Whether both ends are within a factor of 10 of 1. */
export const level = (curve) => reached(curve).every((x) => x > 1 / LEVEL && x < LEVEL);

/** How far the goal is. */
export function goal(curve) {
  if (level(curve)) return `Goal reached: level both ways, within a factor of ${LEVEL}.`;
  const [forward, backward] = reached(curve).map(brief);
  return `The goal: level both ways, both ends within a factor of ${LEVEL} of 1. Now ${forward} forward, ${backward} backward.`;
}

/** What the figure's marks are. */
export function key({ seeds, batch, curves }) {
  const kinds = [...new Set(curves.map((curve) => THEORY[curve.kind]).filter(Boolean))];
  return `Thick: the median of ${seeds} ${seeds === 1 ? "net" : "nets"}, ${batch === 1 ? "one input" : `${batch} inputs`} each. Band: 5–95 % of them. Bar at the end: where the median ` +
    `itself lies.${kinds.length ? ` Dashed: ${kinds.join(" or ")}.` : ""}`;
}

/** The gains of an activation, as the library computed them; NaN where there is none. */
export function gainWords(f, gains) {
  const words = { secondMoment: "second moment", variance: "variance", fixedPoint: "fixed point", gradient: "gradient", torch: "PyTorch's table" };
  const each = Object.entries(words).map(([name, said]) => `${said} ${Number.isNaN(gains[name]) ? "none" : digits(gains[name])}`);
  return `Gains of ${f}: ${each.join(", ")}.`;
}

/** How many neurons of a layer are different; nothing where all are and nobody doubted it. */
export function tied(different, { w, kind }) {
  if (different === w && kind !== "noise") return "";
  return `Different neurons in a layer: ${different} of ${w}.`;
}
