// What the figure shows, in words; computed from the data, never written by hand.

import { apart, brief, decade, plain } from "./numbers.js";

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

/** How a guess turned out. */
export function verdict(power, curve) {
  const [truth] = reached(curve);
  return `You said ${decade(power)}. It is ${brief(truth)}: ${apart(power, truth)}.`;
}

/** Whether both ends are within a factor of 10 of 1. */
export const level = (curve) => reached(curve).every((x) => x > 1 / LEVEL && x < LEVEL);

/** How far the goal is. */
export function goal(curve) {
  if (level(curve)) return `Goal reached: level both ways, within a factor of ${LEVEL}.`;
  const [forward, backward] = reached(curve).map(brief);
  return `The goal: level both ways, both ends within a factor of ${LEVEL} of 1. Now ${forward} forward, ${backward} backward.`;
}

/** A setting as a sentence's beginning: "50 layers of 64 neurons, ReLU, gain 1.6". */
export const setting = (s, kind) => `${s.d} layers of ${s.w} neurons, ${s.f}, ${kind.words} ${plain(s.k)}`;

/** What the figure's marks are. */
export function key({ seeds, curves }) {
  const kinds = [...new Set(curves.map((curve) => THEORY[curve.kind]).filter(Boolean))];
  return `Thick: the median of ${seeds} ${seeds === 1 ? "net" : "nets"}. Band: 5–95 % of them. Bar at the end: where the median ` +
    `itself lies.${kinds.length ? ` Dashed: ${kinds.join(" or ")}.` : ""}`;
}
