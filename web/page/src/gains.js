// The gains of any activation, and what one of them makes of the variance, layer by layer.

import { areaY, dot, line, lineY } from "@observablehq/plot";
import { grid, note, panel } from "./drawing.js";
import { brief, decade, log10, plain } from "./numbers.js";

const REACH = 8; // decades
const SEEN = [-2, 4]; // the activation's values that are drawn
const NAMES = { secondMoment: "second moment", variance: "variance", fixedPoint: "fixed point", gradient: "gradient", torch: "PyTorch's table" };
const POWERS = [-8, -4, 0, 4, 8];
const ORDER = [1, 0, 2]; // of walks from 1, 2 and 1/2, the highest first
const ROW = 15;
const NEAR = 0.05; // a guess within 5 % is a hit
const LEVEL = 0.02; // a power this near to 1 is level over a few layers

const three = (x) => (Number.isFinite(x) ? String(Number(x.toPrecision(3))) : "none");

function shape(seen, where) {
  const walk = seen?.walk;
  const points = walk ? Array.from(walk.x, (x, i) => ({ x, y: walk.y[i], slope: walk.slope[i], density: walk.density[i] })) : [];
  const inside = (name) => points.filter((p) => p[name] > SEEN[0] && p[name] < SEEN[1]).at(-1);
  const curve = (name, words, colour, more, place) => points.length === 0 ? [] : [
    line(points, { x: "x", y: name, stroke: colour, strokeWidth: 2.6, clip: true, ...more }),
    note({ x: inside(name)?.x ?? 0, y: inside(name)?.[name] ?? 0 }, words, colour, place(inside(name)?.x > 2.4)),
  ];
  return panel(where, {
    x: { domain: [-4, 4], label: "pre-activation z", ticks: 5 }, y: { domain: SEEN, ticks: 4 },
    marks: [
      ...grid(5, 4),
      areaY(points, { x: "x", y1: 0, y2: "density", fill: "var(--live-ink)", fillOpacity: 0.18 }),
      ...(points.length ? [note({ x: -1, y: 0.3 }, "density of z", "var(--live-quiet)", { textAnchor: "end", dy: -4 })] : []),
      ...curve("slope", "slope", "var(--live-orthogonal)", { strokeDasharray: "5 3" }, () => ({ textAnchor: "end", dx: -10, dy: 12 })),
      ...curve("y", "activation", "var(--live-yours)", {}, (far) => (far ? { textAnchor: "end", dx: -6, dy: -10 } : { textAnchor: "start", dx: 10, dy: 12 })),
    ],
  });
}

/** The walks, each as points (layer, log10 q). */
function walks({ walk }, d) {
  return Array.from(walk.from, (from, i) => ({
    from, points: Array.from({ length: d + 1 }, (_, layer) => ({ x: layer, y: log10(walk.walks[i * (d + 1) + layer]) })),
  }));
}

function stairs(seen, { d }, where) {
  const colour = (from) => (from === 1 ? "var(--live-yours)" : from > 1 ? "var(--live-orthogonal)" : "var(--live-xavier)");
  const drawn = seen ? walks(seen, seen.state.d) : [];
  const marks = drawn.flatMap(({ from, points }, i) => {
    const left = points.findIndex((p) => Math.abs(p.y) > REACH);
    const end = points[left < 0 ? points.length - 1 : Math.max(0, left - 1)];
    const up = end.y >= 0;
    const row = 4 + ROW * (up ? ORDER[i] : ORDER.length - 1 - ORDER[i]);
    const at = left < 0 ? end : { x: end.x, y: up ? REACH : -REACH };
    const side = at.x > 0.7 * d ? { textAnchor: "end", dx: -6 } : { textAnchor: "start", dx: 10 };
    return [
      lineY(points, { x: "x", y: "y", stroke: colour(from), strokeWidth: from === 1 ? 3.4 : 2, clip: true }),
      ...(from === 1 ? [dot(points.slice(0, 1), { x: "x", y: "y", r: 4, fill: colour(from) })] : []),
      note(at, `from ${from === 0.5 ? "½" : from}`, colour(from), { ...side, dy: left < 0 ? ROW * (ORDER[i] - 1) - 9 : up ? row : -row }),
    ];
  });
  return panel(where, {
    x: { domain: [0, d], label: "layer", ticks: 5 }, y: { domain: [-REACH, REACH], ticks: POWERS, tickFormat: decade },
    marks: [...grid(5, POWERS), ...marks],
  });
}

function score(guess, truth) {
  if (guess === null) return "";
  if (!Number.isFinite(truth)) return `You said ${plain(guess)}. No gain keeps it.`;
  const off = guess / truth - 1;
  const words = `${Math.round(Math.abs(off) * 100)} % too ${off > 0 ? "large" : "small"}`;
  return `You said ${plain(guess)}. It is ${three(truth)}: ${Math.abs(off) < NEAR ? "a hit" : words}.`;
}

function powerWords(p) {
  if (!Number.isFinite(p)) return "";
  const what = Math.abs(p - 1) < LEVEL ? "near 1: a size that is off stays as far off" : p > 1
    ? "above 1: a size that is off gets further off with every layer, and no gain holds it" : "below 1: a size that is off is forgotten";
  return `The power p is ${three(p)}, ${what}.`;
}

const ends = (q) => (q === Infinity ? "overflows" : `is ${brief(q)}`);

function walkWords(seen) {
  const { g, d } = seen.state;
  const each = walks(seen, d).map(({ from }, i) => `from ${from} it ${ends(seen.walk.walks[(i + 1) * (d + 1) - 1])}`);
  return `With gain ${plain(g)} the variance of pre-activations after ${d} layers, by theory for wide layers: ${each.join(", ")}.`;
}

const gainWords = (gains) => `Gains: ${Object.entries(NAMES).map(([name, words]) => `${words} ${three(gains[name])}`).join(", ")}.`;

export const gains = {
  title: "Live gains of any activation",
  fields: {
    g: { words: "gain g", range: [0.1, 4, 0.01] },
    f: { words: "activation, a name or a formula in x" },
    d: { words: "layers", range: [5, 100, 1], whole: true },
    guess: { words: "the guess", asks: "Your guess of this gain:", range: [0.1, 4, 0.01], from: 1 },
  },
  knobs: ["g"],
  more: ["f", "d"],

  question: ({ f }) => `Weights are drawn with std g/√n. Which gain g keeps the second moment of ${f}?`,

  /** The first walks are those of the gain that was guessed. */
  guessed: (guess) => ({ g: guess }),

  async run(ask, state, show) {
    const known = await ask("gains", state.f);
    show({ gains: known, walk: await ask("gainWalk", { activation: state.f, gain: state.g, layers: state.d }) });
  },

  panels: (seen, state, where) => [
    { caption: `activation: ${seen?.state.f ?? state.f}`, svg: shape(seen, where), words: seen ? gainWords(seen.gains) : "" },
    { caption: "variance q of pre-activations, from 1, 2 and ½", svg: stairs(seen, state, where), words: seen ? walkWords(seen) : "" },
  ],

  key: () => "Theory for wide layers. A gain holds if all three lines stay level.",

  said: (seen, _, guess) => [score(guess, seen.gains.secondMoment), gainWords(seen.gains), walkWords(seen), powerWords(seen.walk.power)],
};
