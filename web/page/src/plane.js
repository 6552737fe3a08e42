// The plane of weights and biases: where two inputs merge, where they part, and the edge between.

import { areaY, dot, line, lineY, rect } from "@observablehq/plot";
import { grid, note, panel } from "./drawing.js";
import { brief, plain } from "./numbers.js";
import { bandKey, turns } from "./seeds.js";

const STRONG = 0.25; // decades a layer that are drawn in full colour
const GOAL = 50;
const STEP = 0.01;
const CLOSE = 0.02; // χ so near to 1 is the edge, to an eye
const PHASES = { ordered: "ordered: gradients vanish", chaotic: "chaotic: gradients explode", edge: "on the edge between" };
const WIDE = [0.5, 3];
const HIGH = [0, 1];
const COSINES = [0, 0.5, 1];
const known = new Map(); // planes by activation

/** A cosine, or χ, which may be near 1. */
const cosine = (c) => (c === Infinity ? "infinite" : String(Number(c.toFixed(3))));

const clamp = (x, [least, most]) => Math.min(most, Math.max(least, Math.round(x / STEP) * STEP));

/** The cells of a plane, each around its place. */
function cells({ weights, biases, decades }) {
  const [w, b] = [weights, biases].map((all) => (all[1] - all[0]) / 2);
  return Array.from(decades, (v, i) => {
    const [x, y] = [weights[i % weights.length], biases[Math.floor(i / weights.length)]];
    return { x, y, v, x1: Math.max(WIDE[0], x - w), x2: Math.min(WIDE[1], x + w), y1: Math.max(0, y - b), y2: Math.min(1, y + b) };
  });
}

const opacity = ({ v }) => Math.min(1, Math.abs(v) / STRONG) ** 0.7;

/** The name of a phase in the middle of its cells, where there are enough of them. */
function phaseName(all, words, fill) {
  if (all.length < 60) return [];
  const mean = (of) => all.reduce((sum, cell) => sum + of(cell), 0) / all.length;
  return [note({ x: mean((c) => c.x), y: mean((c) => c.y) }, words, fill, { fontWeight: 600, fontSize: 14 })];
}

function mapMarks({ plane, edge }) {
  const all = cells(plane);
  const [shrink, grow] = [all.filter(({ v }) => v < 0), all.filter(({ v }) => v > 0)];
  const colour = (of, fill) => rect(of, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill, fillOpacity: opacity, shapeRendering: "crispEdges" });
  const border = Array.from(edge ?? [], (x, i) => ({ x, y: plane.biases[i] }));
  const seen = border.filter(({ x }) => x >= WIDE[0] && x <= WIDE[1]);
  return [
    colour(shrink, "var(--live-shrink)"), colour(grow, "var(--live-grow)"),
    line(border, { x: "x", y: "y", stroke: "var(--live-theory)", strokeWidth: 2.5, clip: true }),
    ...(seen.length ? [dot(seen.slice(0, 1), { x: "x", y: "y", r: 4, fill: "var(--live-theory)", clip: true })] : []),
    ...phaseName(shrink.filter(({ v }) => v < -0.02), "ordered", "var(--live-ink)"),
    ...phaseName(grow.filter(({ v }) => v > 0.02), "chaotic", "var(--live-ink)"),
  ];
}

function map(seen, { w, b }, where) {
  const here = { x: w, y: b };
  return panel(where, {
    x: { domain: WIDE, label: "σ_w", ticks: 6 }, y: { domain: HIGH, ticks: 5 }, opacity: { type: "linear", domain: [0, 1], range: [0, 1] },
    marks: [
      ...(seen ? mapMarks(seen) : grid(6, 5)),
      dot([here], { x: "x", y: "y", r: 7, fill: "var(--live-yours)", stroke: "var(--live-paper)", strokeWidth: 2 }),
      note(here, "here", "var(--live-yours)", { dy: b > 0.9 ? 17 : -15, fontWeight: 600 }),
    ],
  });
}

function cosines(seen, { d }, where) {
  const curve = seen?.band ? Array.from(seen.band.median, (median, x) => ({ x, median, low: seen.band.low[x], high: seen.band.high[x] })) : [];
  const theory = Array.from(seen?.theory ?? [], (y, x) => ({ x, y }));
  if (seen?.settled) theory.push({ x: d, y: theory.at(-1).y });
  return panel(where, {
    x: { domain: [0, d], label: "layer", ticks: 5 }, y: { domain: [-0.2, 1], ticks: COSINES },
    marks: [
      ...grid(5, COSINES),
      areaY(curve, { x: "x", y1: "low", y2: "high", fill: "var(--live-yours)", fillOpacity: 0.2, clip: true }),
      lineY(curve, { x: "x", y: "median", stroke: "var(--live-yours)", strokeWidth: 3.4, clip: true }),
      lineY(theory, { x: "x", y: "y", stroke: "var(--live-theory)", strokeWidth: 1.4, strokeDasharray: "3 3", clip: true }),
      dot([{ x: 0, y: 0.5 }], { x: "x", y: "y", r: 4, fill: "var(--live-yours)" }),
    ],
  });
}

/** What theory says of a place. */
function placeWords({ q, chi, c, depth, phase }) {
  const size = q === 0 ? "the signal dies" : q === Infinity ? "the signal grows for ever" : `pre-activations settle at a variance q* of ${brief(q)}`;
  const reach = Number.isNaN(depth) ? "" : ` Two inputs run to a cosine c* of ${cosine(c)}; the depth scale ξ is ${depth === Infinity ? "infinite" : `${brief(depth)} layers`}.`;
  return `Theory for wide layers: ${phase}. χ is ${cosine(chi)}, what a layer multiplies the second moment of gradients by; ${size}.${Number.isNaN(c) ? "" : reach}`;
}

function netWords({ band, theory, seeds, state: { d, width } }) {
  if (!band) return "";
  if (Number.isNaN(band.median.at(-1))) return `Before layer ${d} an input has become 0, or no number, in some of the ${seeds} nets of ${width} neurons: it has no cosine there.`;
  const line = theory?.length > 1 && !Number.isNaN(theory.at(-1)) ? ` Theory's line ends at ${cosine(theory.at(-1))}.` : "";
  return `After ${d} layers of ${width} neurons, inputs of cosine 0.5 have a cosine of ${cosine(band.median.at(-1))}, the mean of eight pairs ` +
    `in each net: the median of ${seeds} nets, 5–95 % of them ${cosine(band.low.at(-1))} to ${cosine(band.high.at(-1))}.${line}`;
}

/** Where the variance does not settle, chaos is of gradients alone: two inputs of a ReLU net become alike all the same. */
const alone = ({ phase, q }) => (phase === "chaotic" && q === Infinity
  ? "Since the variance does not settle, chaos means here that gradients explode; what becomes of inputs is in the right panel." : "");

function answer(guess, { phase, chi }) {
  if (!guess) return "";
  const close = phase !== "edge" && Math.abs(chi - 1) < CLOSE;
  const is = `It is ${phase}${close ? `, and close to the edge, with χ = ${cosine(chi)}` : ""}`;
  return `You said ${guess}. ${is}${phase === guess ? ", as you said" : close && guess === "edge" ? ": a hit" : ""}.`;
}

const goal = ({ depth }) => (Number.isNaN(depth) ? "" : depth > GOAL
  ? `Goal reached: a depth scale above ${GOAL} layers.` : `The goal: a place with a depth scale above ${GOAL} layers. Here it is ${brief(depth)}.`);

/** What takes longer: theory's cosines layer by layer, then c and the depth scale; the nets are seen without it, too. */
async function further(ask, request, seen, more, outdated) {
  for (let layers = 3; layers < request.depth + 3 && !seen.settled; layers += 3) {
    const asked = Math.min(request.depth, layers);
    const theory = await ask("angleTheory", { ...request, layers: asked });
    if (outdated()) return;
    more({ theory, settled: theory.length <= asked });
  }
  if (Number.isNaN(seen.place.depth)) more({ place: await ask("place", { ...request, whole: true }) });
}

export const plane = {
  title: "Live plane of weights and biases",
  fields: {
    w: { words: "σ_w", range: [...WIDE, STEP] },
    b: { words: "σ_b", range: [...HIGH, STEP] },
    f: { words: "activation, a name or a formula in x" },
    d: { words: "layers", range: [2, 60, 1], whole: true },
    width: { words: "neurons in each", range: [8, 128, 1], whole: true },
    guess: { words: "the guess", asks: "Going back through such a net, layer by layer:", choices: PHASES },
  },
  knobs: ["w", "b"],
  more: ["f", "d", "width"],

  question: ({ f, w, b }) => `A deep ${f} net has weights of std σ_w/√n with σ_w = ${plain(w)}, and biases of std σ_b = ${plain(b)}. Is it ordered or chaotic?`,

  async run(ask, state, show, outdated) {
    const request = { activation: state.f, sigmaW: state.w, sigmaB: state.b, width: state.width, depth: state.d, whole: false };
    const seen = {};
    const more = (what) => show(Object.assign(seen, what));
    const place = await ask("place", request);
    more({ place, ...known.get(state.f) ?? { plane: await ask("plane", request) } });
    if (!seen.edge) {
      more({ edge: await ask("edge", request) });
      known.set(state.f, { plane: seen.plane, edge: seen.edge });
    }
    if (outdated() || !(await turns(ask, "angles", request, more, outdated))) return;
    try {
      await further(ask, request, seen, more, outdated);
    } catch (refused) {
      more({ without: `Theory's line ends here: ${refused.message}` });
    }
  },

  panels: (seen, state, where) => [
    { caption: "σ_b, upward, over σ_w", svg: map(seen, state, where), words: seen ? placeWords(seen.place) : "" },
    { caption: "cosine of two inputs, layer by layer", svg: cosines(seen, state, where), words: seen ? netWords(seen) : "" },
  ],

  hint: "Point at a place, or use the arrow keys there.",

  key: ({ seeds }) => `Blue: gradients vanish; orange: they explode; line: the edge of chaos, χ = 1. ${seeds ? `${bandKey(seeds)} Dashed: theory.` : ""}`,

  said: (seen, state, guess) => [answer(guess, seen.place), netWords(seen), placeWords(seen.place), alone(seen.place), goal(seen.place), seen.without],

  point: (svg, x, y) => ({ w: clamp(svg.scale("x").invert(x), WIDE), b: clamp(svg.scale("y").invert(y), HIGH) }),

  nudge(key, { w, b }) {
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key];
    return by && { w: clamp(w + by[0] * 0.05, WIDE), b: clamp(b + by[1] * 0.05, HIGH) };
  },
};
