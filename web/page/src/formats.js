// How deep a signal gets in each number format.

import { barX, line, ruleX, ruleY, text, tickX } from "@observablehq/plot";
import { grid, note, panel } from "./drawing.js";
import { decade, plain } from "./numbers.js";
import { bandKey } from "./seeds.js";

const FORMATS = ["FP16", "BF16", "FP32", "FP64"];
const SIZES = [-40, -20, 0, 20, 40];
const HIGH = 54;
const LOOKS = [1, 3, 6, 10];
const NEAR = 0.1; // a guess within 10 %, or a layer, is a hit

/** The layer, in words; beyond the last it passes. */
const at = (layer, d) => (Number.isNaN(layer) ? "unknown" : layer > d ? `passes all ${d}` : `layer ${plain(layer)}`);

/** theory's size, and where formats end. */
function sizes(seen, { d }, where) {
  const all = Array.from(seen?.theory.sizes ?? [], (y, x) => ({ x, y: Math.log10(y) }));
  const shown = ["FP16", "FP32"].map((name) => [name, FORMATS.indexOf(name)]);
  const limits = seen ? shown.flatMap(([name, i]) => [
    { y: Math.log10(seen.theory.largest[i]), words: `${name} overflows` }, { y: Math.log10(seen.theory.smallest[i]), words: `${name} is 0` },
  ]) : [];
  return panel(where, {
    x: { domain: [0, d], label: "layer", ticks: 5 }, y: { domain: [-HIGH, HIGH], ticks: SIZES, tickFormat: decade },
    marks: [
      ...grid(5, SIZES),
      ruleY(limits, { y: "y", stroke: "var(--live-orthogonal)", strokeWidth: 1.4, strokeDasharray: "5 3" }),
      ...limits.map(({ y, words }) => note({ x: d, y }, words, "var(--live-orthogonal)", { textAnchor: "end", dx: -4, dy: y > 0 ? -9 : 10 })),
      line(all, { x: "x", y: "y", stroke: "var(--live-yours)", strokeWidth: 3.4, clip: true }),
    ],
  });
}

function bars(seen, { d }, { guess, ...where }) {
  const rows = FORMATS.map((name, i) => ({
    name, theory: seen?.theory.leaves[i],
    ...(seen?.band ? { median: seen.band.median[i], low: seen.band.low[i], high: seen.band.high[i] } : {}),
  }));
  const measured = rows.filter(({ median }) => median !== undefined);
  const held = (name) => (row) => Math.min(d, row[name]);
  return panel(where, {
    left: 48, x: { domain: [0, d], label: "first layer that overflows or is all 0", ticks: 5 }, y: { domain: FORMATS, type: "band", padding: 0.35 },
    marks: [
      ...grid(5, []),
      barX(measured, { x1: 0, x2: held("median"), y: "name", fill: "var(--live-yours)", fillOpacity: 0.45 }),
      barX(measured, { x1: held("low"), x2: held("high"), y: "name", fill: "var(--live-yours)", insetTop: 6, insetBottom: 6 }),
      tickX(rows.filter(({ theory }) => theory <= d), { x: "theory", y: "name", stroke: "var(--live-theory)", strokeWidth: 2.5, insetTop: -4, insetBottom: -4 }),
      text(measured, { x: 0, y: "name", text: ({ median }) => at(median, d), textAnchor: "start", dx: 6, fill: "var(--live-ink)",
        stroke: "var(--live-paper)", strokeWidth: 4, fontSize: 12.5 }),
      ...(guess === null ? [] : [
        ruleX([Math.min(d, guess)], { stroke: "var(--live-guess)", strokeWidth: 2, strokeDasharray: "2 3" }),
        text([guess], { x: Math.min(d, guess), frameAnchor: "top", text: () => "your guess", fill: "var(--live-guess)", fontSize: 12.5,
          textAnchor: guess > d / 2 ? "end" : "start", dx: guess > d / 2 ? -5 : 5, dy: -12 }),
      ]),
    ],
  });
}

function words({ theory, band, seeds, state: { d } }) {
  const each = FORMATS.map((name, i) => `${name} ${at(theory.leaves[i], d)} by theory${band ? `, ${at(band.median[i], d)} in the median of ${seeds} nets` : ""}`);
  return `${each.join("; ")}.`;
}

function score(guess, layer, d) {
  if (guess === null) return "";
  if (Number.isNaN(layer)) return `You said layer ${guess}. Theory does not know.`;
  const off = Math.abs(guess - layer);
  const how = layer > d ? "" : off <= Math.max(1, NEAR * layer) ? ", a hit" : `, ${plain(off)} layers off`;
  return `You said layer ${guess}. FP16 by theory: ${at(layer, d)}${how}.`;
}

const APART = {
  early: "Nets leave FP16 before theory's root mean square does, because their largest number is larger.",
  late: "Narrow nets stay longer than theory says, because it knows the mean over nets, and a typical net lies below it.",
};

/** Why nets and theory differ. */
const apart = ({ theory, band }) => [
  band?.median[0] < theory.leaves[0] ? APART.early : "", band?.median[2] > theory.leaves[2] && theory.sizes.at(-1) > 1 ? APART.late : "",
];

export const formats = {
  title: "Live depth of number formats",
  fields: {
    g: { words: "gain g", range: [0.4, 4, 0.01] },
    d: { words: "layers", range: [10, 200, 1], whole: true },
    width: { words: "neurons in each", range: [8, 64, 1], whole: true },
    f: { words: "activation, a name or a formula in x" },
    guess: { words: "the guess", asks: "Your guess of this layer:", range: [1, 200, 1], whole: true, from: 60 },
  },
  knobs: ["g"],
  more: ["d", "width", "f"],

  question: ({ f, g, width }) => `${f} layers of ${width} neurons have weights of std g/√n with g = ${plain(g)}, and their activations are stored in FP16, ` +
    "whose largest number is 65,504 and whose smallest is 6·10⁻⁸. At which layer does the signal of size 1 leave it?",

  async run(ask, { f, g, width, d }, show, outdated) {
    const request = { activation: f, gain: g, width, depth: d };
    const theory = await ask("formats", request);
    show({ theory });
    for (const seeds of LOOKS) {
      const band = await ask("formatDepths", { ...request, seeds });
      if (outdated()) return;
      show({ theory, band, seeds });
    }
  },

  panels: (seen, state, where) => [
    { caption: "size of the signal (RMS) by theory", svg: sizes(seen, state, where), words: seen ? words(seen) : "" },
    { caption: "how deep each format gets", svg: bars(seen, state, where), words: seen ? words(seen) : "" },
  ],

  key: ({ seeds }) => `${seeds ? `${bandKey(seeds).replace("Thick", "Bar").replace("Band", "Solid")} ` : ""}Tick: theory.`,

  said: (seen, { d }, guess) => [score(guess, seen.theory.leaves[0], d), words(seen), ...apart(seen)],
};
