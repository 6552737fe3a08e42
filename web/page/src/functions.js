// The functions that nets compute before step one, along a circle of inputs.

import { lineY, ruleY } from "@observablehq/plot";
import { grid, panel } from "./drawing.js";
import { brief, plain } from "./numbers.js";
import { TURNS } from "./seeds.js";

const SHOWN = 3;
const COLOURS = ["var(--live-yours)", "var(--live-orthogonal)", "var(--live-he)"];
const NEAR = 1.5; // a guess within this factor is a hit

function circle(seen, where) {
  const outputs = seen?.outputs ?? [];
  const most = outputs.length ? Math.max(...outputs.flatMap((y) => Array.from(y, Math.abs)).filter(Number.isFinite), 1e-12) : 1;
  return panel(where, {
    x: { domain: [0, 1], label: "once around the circle of inputs", ticks: 5 },
    y: { domain: [-1.1 * most, 1.1 * most], ticks: [0], tickFormat: () => "0" },
    marks: [
      ...grid(5, []),
      ruleY([0], { stroke: "var(--live-quiet)" }),
      ...outputs.map((y, net) => lineY([...y, y[0]], { x: (_, i) => i / y.length, y: (v) => v, stroke: COLOURS[net], strokeWidth: net ? 1.8 : 3.2, clip: true })),
    ],
  });
}

const words = ({ median, low, high, expected, seeds, state: { d, width, f } }) =>
  `${f}, ${d} layers of ${width}: the output changes its sign ${brief(median)} times once around, in the median of ${seeds} ${seeds === 1 ? "net" : "nets"}, ` +
  `5–95 % of them ${brief(low)} to ${brief(high)}. ${Number.isNaN(expected) ? "Theory knows no mean here" : `Theory's mean for wide nets is ${brief(expected)}`}.`;

function score(guess, { median, seeds }) {
  if (guess === null) return "";
  const hit = Math.abs(Math.log((guess + 1) / (median + 1))) < Math.log(NEAR);
  return `You said ${plain(guess)}. The median of ${seeds} ${seeds === 1 ? "net" : "nets"} is ${brief(median)}${hit ? ": a hit" : ""}.`;
}

export const functions = {
  title: "Live functions before step one",
  fields: {
    w: { words: "σ_w", range: [0.5, 3, 0.01] },
    b: { words: "σ_b", range: [0, 1, 0.01] },
    f: { words: "activation, a name or a formula in x" },
    d: { words: "layers", range: [1, 20, 1], whole: true },
    width: { words: "neurons in each", range: [8, 64, 1], whole: true },
    guess: { words: "the guess", asks: "Your guess, for a typical net:", range: [0, 60, 1], whole: true, from: 30 },
  },
  alone: true,
  knobs: ["w"],
  more: ["d", "b", "width", "f"],

  question: ({ f, d, w, b }) => `A ${f} net of ${d} layers, σ_w = ${plain(w)}, σ_b = ${plain(b)}, is drawn and not trained. We walk once around a circle of inputs: ` +
    "how often does its output change its sign?",

  async run(ask, { f, w, b, width, d }, show, outdated) {
    for (const seeds of TURNS) {
      const seen = await ask("functions", { activation: f, sigmaW: w, sigmaB: b, width, depth: d, shown: SHOWN, seeds });
      if (outdated()) return;
      show({ ...seen, seeds });
    }
  },

  panels: (seen, _, where) => [
    { caption: `the output of ${SHOWN} nets before training`, svg: circle(seen, where), words: seen ? words(seen) : "" },
  ],

  key: ({ seeds }) => `Each line is a net; ${seeds} in all are counted.`,

  said: (seen, _, guess) => [score(guess, seen), words(seen)],
};
