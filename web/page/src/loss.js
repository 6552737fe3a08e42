// The loss before the first step, over the size of logits.

import { areaY, dot, lineY, ruleY } from "@observablehq/plot";
import { grid, guessMark, note, panel } from "./drawing.js";
import { plain } from "./numbers.js";
import { TURNS } from "./seeds.js";

const MOST = 30;
const NEAR = 0.1; // a guess within 10 % is a hit
const CLASSES = { 2: "2 classes", 10: "10 classes", 100: "100 classes", 1000: "1,000 classes", 10000: "10,000 words", 50257: "GPT-2's 50,257 words" };
const lines = new Map(); // by the number of classes

const short = (x) => String(Number(x.toPrecision(3)));

/** The line over all sizes; the guess and what was drawn are at one of them. */
function over(seen, { s }, { guess, ...where }) {
  const all = seen ? Array.from(seen.line.stds, (x, i) => ({ x, exact: seen.line.exact[i], near: seen.line.near[i], far: seen.line.far[i] })) : [];
  const top = seen ? Math.max(10, all.at(-1).exact * 1.05, guess ?? 0) : 100;
  const dashed = { x: "x", stroke: "var(--live-quiet)", strokeWidth: 1.6, strokeDasharray: "4 3", clip: true };
  const steep = all.filter((p) => p.near < 0.7 * top).at(-1);
  const far = all.find((p) => p.x >= 0.8 * MOST);
  return panel(where, {
    x: { domain: [0, MOST], label: "std s of logits", ticks: 5 }, y: { domain: [0, top], ticks: 5 },
    marks: [
      ...grid(5, 5),
      lineY(all, { ...dashed, y: "near" }), lineY(all, { ...dashed, y: "far" }),
      lineY(all, { x: "x", y: "exact", stroke: "var(--live-theory)", strokeWidth: 2.4, clip: true }),
      ...(seen ? [
        ruleY([seen.here.chance], { stroke: "var(--live-he)", strokeWidth: 1.6 }),
        note({ x: MOST, y: seen.here.chance }, "chance, ln V", "var(--live-he)", { textAnchor: "end", dy: seen.here.chance < top / 8 ? -9 : 11 }),
        note({ x: steep.x, y: steep.near }, "ln V + s²/2", "var(--live-quiet)", { textAnchor: "end", dx: -8, dy: -4 }),
        note({ x: far.x, y: far.far }, "s √(2 ln V)", "var(--live-quiet)", { textAnchor: "end", dx: -6, dy: -6 }),
        dot(Array.from(seen.losses, (y) => ({ x: s, y })), { x: "x", y: "y", r: 4, fill: "var(--live-yours)", fillOpacity: 0.35, clip: true }),
      ] : []),
      ...(guess === null ? [] : guessMark({ x: s, y: guess }, s > MOST / 2 ? { textAnchor: "end", dx: -12, dy: 0 } : { textAnchor: "start", dx: 12, dy: 0 })),
    ],
  });
}

/** Batch by batch, with where theory expects them. */
function each(seen, where) {
  const dots = Array.from(seen?.losses ?? [], (y, i) => ({ x: i + 1, y }));
  const { low, high, loss } = seen?.here ?? { low: 0, high: 1, loss: 0.5 };
  const [least, most] = [Math.min(low, ...dots.map((d) => d.y)), Math.max(high, ...dots.map((d) => d.y))];
  const room = Math.max(0.05, (most - least) * 0.25);
  const last = TURNS.at(-1);
  return panel(where, {
    x: { domain: [0, last + 1], label: "batch", ticks: 6 }, y: { domain: [least - room, most + room], ticks: seen ? 5 : [] },
    marks: [
      ...grid(6, seen ? 5 : []),
      ...(seen ? [
        areaY([0, last + 1], { x: (x) => x, y1: low, y2: high, fill: "var(--live-theory)", fillOpacity: 0.1 }),
        ruleY([loss], { stroke: "var(--live-theory)", strokeWidth: 2.4 }),
      ] : []),
      dot(dots, { x: "x", y: "y", r: 4.5, fill: "var(--live-yours)" }),
    ],
  });
}

function score(guess, truth) {
  if (guess === null) return "";
  const off = Math.abs(guess - truth);
  return `You said ${plain(guess)}. Theory's mean is ${short(truth)}: ${off <= NEAR * truth ? "a hit" : `${short(off)} off`}.`;
}

function words({ here, losses, state: { s } }) {
  const [least, most] = [Math.min(...losses), Math.max(...losses)];
  const drawn = losses.length === 1 ? `One batch of ${here.words} loses ${short(least)}.`
    : `${losses.length} batches of ${here.words} lose ${short(least)} to ${short(most)}; theory has 90 % of them from ${short(here.low)} to ${short(here.high)}.`;
  return `Chance, ln V, is ${short(here.chance)}; logits of std ${plain(s)} begin at ${short(here.loss)}. ${drawn}`;
}

function law({ here: { turn }, state: { s } }) {
  const side = s < turn ? "Below it many words share the sum, and the loss grows with the square of s." : "Beyond it the largest logit makes the sum, and the loss grows with s itself.";
  return `The bend is near s = √(2 ln V) = ${short(turn)}. ${side}`;
}

export const loss = {
  title: "Live loss before step one",
  fields: {
    s: { words: "std s of logits", range: [0, MOST, 0.1] },
    v: { words: "classes, or words", choices: CLASSES },
    guess: { words: "the guess", asks: "Your guess of the loss:", range: [0, 100, 0.5], from: 50 },
  },
  knobs: ["s"],
  more: ["v"],

  question: ({ s, v }) => `A classifier with ${CLASSES[v]} has not been trained. Its logits are normal with std ${plain(s)}. What is its loss, on average?`,

  async run(ask, { s, v }, show, outdated) {
    const request = { vocabulary: Number(v), std: s };
    const here = await ask("lossHere", request);
    if (!lines.has(v)) lines.set(v, await ask("lossLine", request));
    for (const seeds of TURNS) {
      const losses = await ask("losses", { ...request, seeds });
      if (outdated()) return;
      show({ here, line: lines.get(v), losses, seeds });
    }
  },

  panels: (seen, state, where) => [
    { caption: "loss before step one, over the std of logits", svg: over(seen, state, where), words: seen ? words(seen) : "" },
    { caption: "batch by batch; grey: where theory has 90 %", svg: each(seen, where), words: seen ? words(seen) : "" },
  ],

  key: () => "Line: theory's mean. Dots: batches whose logits were drawn here. Dashed: the laws for small and for large logits.",

  said: (seen, _, guess) => [score(guess, seen.here.loss), words(seen), law(seen)],
};
