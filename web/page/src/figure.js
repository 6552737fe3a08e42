// The standard figure: second moments over layers, forward beside backward, on one scale of decades.
// Draws with Observable Plot into any document: the browser's or, for the still picture, one in Node.

import { areaY, dot, gridX, gridY, lineY, plot, ruleX, text } from "@observablehq/plot";
import { drawn, places } from "./guess.js";
import { BEYOND, decade, log10 } from "./numbers.js";
import { farEnd } from "./words.js";

const REACHES = [2, 5, 10, 20, 30, 40];
const LETTER = 6.6;
const ROW = 15;

/** The room around what is plotted; labels: beside the end, once between two panels that stand side by side. */
export const ROOM = { top: 12, bottom: 40, axis: 44, labels: 96, none: 16 };

/** One curve of one side, in the order in which its signal travels. */
function points(side, backward) {
  const all = Array.from(side.median, (median, layer) => ({
    layer,
    median: log10(median),
    low: log10(side.low[layer]),
    high: log10(side.high[layer]),
    theory: side.theory.length ? log10(side.theory[layer]) : NaN,
  }));
  return backward ? all.reverse() : all;
}

/** Where a median leaves the window: {x, y, layer}, or null. */
function exit(points, reach) {
  const i = points.findIndex((p) => Math.abs(p.median) > reach);
  if (i < 0) return null;
  const [a, b] = [points[Math.max(0, i - 1)], points[i]];
  const y = Math.sign(b.median) * reach;
  const share = Math.abs(b.median) >= BEYOND || i === 0 ? 1 : (y - a.median) / (b.median - a.median);
  return { x: a.layer + share * (b.layer - a.layer), y, layer: b.layer };
}

/** Moves labels apart, in place: each at least a row of text from the next, all in the window. */
function spread(labels, reach, height) {
  const row = (2 * reach * ROW) / height;
  labels.sort((a, b) => b.y - a.y);
  for (let i = 1; i < labels.length; i++) labels[i].y = Math.min(labels[i].y, labels[i - 1].y - row);
  const below = labels.length ? Math.max(0, -reach - labels.at(-1).y) : 0;
  for (const label of labels) label.y += below;
}

/** The powers of ten with a line, five or so. */
function decades(reach) {
  const step = [1, 2, 5, 10, 20].find((s) => reach / s <= 4) ?? 20;
  const half = Math.floor(reach / step);
  return Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) * step);
}

const colour = (curve) => `var(--live-${curve.style})`;

/** Words beside a point, readable over lines. */
const note = (at, words, fill, more) =>
  text([at], { x: "x", y: "y", text: () => words, fill, fontSize: 12.5, stroke: "var(--live-paper)", strokeWidth: 4, ...more });

function curveMarks(curve, p, way, reach) {
  const inside = (x) => Math.max(-reach, Math.min(reach, log10(x)));
  const common = { x: "layer", clip: true };
  const [low, high] = curve.end?.[way] ?? [];
  const own = low === undefined ? [] : [{ layer: farEnd[way](curve[way]), low: inside(low), high: inside(high) }];
  return [
    areaY(p, { ...common, y1: "low", y2: "high", fill: colour(curve), fillOpacity: 0.2 }),
    lineY(p, { ...common, y: "theory", stroke: "var(--live-theory)", strokeWidth: 1.2, strokeDasharray: "3 3" }),
    lineY(p, { ...common, y: "median", stroke: colour(curve), strokeWidth: curve.style === "yours" ? 3.4 : 2.2, strokeDasharray: curve.dash }),
    ruleX(own, { x: "layer", y1: "low", y2: "high", stroke: colour(curve), strokeWidth: 7, clip: false }),
  ];
}

/** Every curve's name at its end, or at the place where it leaves the window. */
function nameMarks(named, backward, { width, height, reach, depth }, beside) {
  const side = { textAnchor: backward ? "end" : "start", dx: backward ? -9 : 9 };
  const labels = [];
  const exits = [];
  for (const { curve, p } of named) {
    const left = exit(p, reach);
    if (left) exits.push({ ...left, curve });
    else if (beside === ROOM.labels && Number.isFinite(p.at(-1).median)) labels.push({ x: backward ? 0 : depth, y: p.at(-1).median, curve });
  }
  spread(labels, reach, height - ROOM.top - ROOM.bottom);
  const marks = labels.map((end) => note(end, end.curve.name, colour(end.curve), side));
  exits.forEach((out, i) => {
    const up = out.y > 0;
    const before = exits.slice(0, i).filter((other) => other.y === out.y).length;
    const ahead = (backward ? out.x : depth - out.x) / depth;
    const room = ahead * (width - ROOM.axis - beside) + beside;
    const long = `${out.curve.name} leaves at layer ${out.layer}`;
    const words = [long, `${out.curve.name}: ${out.layer}`].find((w) => w.length * LETTER < room) ?? out.curve.name;
    marks.push(
      dot([out], { x: "x", y: "y", r: 5, symbol: "triangle", rotate: up ? 0 : 180, fill: colour(out.curve) }),
      note(out, words, colour(out.curve), { ...side, dy: (up ? 1 : -1) * (9 + ROW * before) }),
    );
  });
  return marks;
}

/** The end as a diamond, and the curve where it was drawn. */
function guessMarks(guess, { depth, reach }) {
  const fill = "var(--live-guess)";
  const end = guess.at(-1);
  const at = { x: depth, y: Math.max(-reach, Math.min(reach, end)) };
  const words = at.y === end ? "your guess" : `your guess, ${decade(end)}`;
  const inside = { textAnchor: "end", dx: -11, dy: at.y > 0.9 * reach ? 14 : -14 };
  const points = places(guess, depth).map((x, i) => ({ x, y: guess[i] }));
  const line = lineY([{ x: 0, y: 0 }, ...points], { x: "x", y: "y", stroke: fill, strokeWidth: 2, strokeDasharray: "1 3", clip: true });
  return [
    ...(drawn(guess) ? [line, dot(points.slice(0, -1), { x: "x", y: "y", r: 3.5, fill, clip: true })] : []),
    dot([at], { x: "x", y: "y", symbol: "diamond", r: 7, fill, stroke: "var(--live-paper)" }),
    note(at, words, fill, inside),
  ];
}

/** What to do in an empty panel. */
const hint = ({ depth, reach }) =>
  note({ x: depth / 2, y: 0.55 * reach }, "drag to draw your guess", "var(--live-guess)", { textAnchor: "middle" });

function panel(curves, way, where) {
  const { document, width, height, reach, depth, guess } = where;
  const backward = way === "backward";
  const beside = backward && !where.stacked ? ROOM.none : ROOM.labels;
  const powers = decades(reach);
  const grid = { stroke: "var(--live-grid)", strokeOpacity: 1 };
  const named = curves.map((curve) => ({ curve, p: points(curve[way], backward) }));
  return plot({
    document, width, height,
    marginTop: ROOM.top, marginBottom: ROOM.bottom,
    marginLeft: backward ? beside : ROOM.axis, marginRight: backward ? ROOM.axis : beside,
    style: { background: "none", fontSize: "12px" },
    x: { domain: [0, depth], label: "layer", labelAnchor: "center", labelArrow: "none", labelOffset: 36,
      ticks: depth < 6 ? depth : 5, tickFormat: (l) => (Number.isInteger(l) ? String(l) : ""), tickSize: 0 },
    y: { domain: [-reach, reach], axis: backward ? "right" : "left", label: null, tickSize: 0, ticks: powers, tickFormat: decade },
    marks: [
      gridX({ ...grid, ticks: 5 }),
      gridY({ ...grid, ticks: powers }),
      ...named.flatMap(({ curve, p }) => curveMarks(curve, p, way, reach)),
      ...nameMarks(named, backward, where, beside),
      ...(backward || !guess?.length ? [] : guessMarks(guess, where)),
      ...(backward || !where.asks ? [] : [hint(where)]),
    ],
  });
}

/**
 * Both panels.
 *
 * curves: [{name, style, dash, kind, forward: {median, low, high, theory}, backward, end}], the last drawn on top
 * where: {document, width, height, reach, depth, guess, asks, stacked}, with reach in decades, guess as in guess.js, asks
 * where nothing was drawn by hand yet, the width of both panels together, and stacked where one stands under the other
 */
export function panels(curves, where) {
  const spare = where.stacked ? 0 : ROOM.labels - ROOM.none; // so that both plot equally wide
  const each = where.stacked ? where.width : (where.width - spare) / 2;
  return {
    forward: silent(panel(curves, "forward", { ...where, width: each + spare })),
    backward: silent(panel(curves, "backward", { ...where, width: each })),
  };
}

/** A panel is one picture with words of its own; a screen reader is spared its ticks and lines. */
function silent(svg) {
  for (const part of svg.children) part.setAttribute("aria-hidden", "true");
  return svg;
}

/** The least reach, in decades, that holds all medians of these curves, and is not below the least. */
export function reachFor(curves, least) {
  const all = curves.flatMap((c) => [...c.forward.median, ...c.backward.median]);
  const most = Math.max(0, ...all.map((m) => Math.abs(log10(m)) || 0));
  return REACHES.find((reach) => reach >= least && most <= 0.95 * reach) ?? REACHES.at(-1);
}

/** The power of ten at a height in a panel that is so high; the guess is put there by hand. */
export function powerAt(y, height, reach) {
  const share = (y - ROOM.top) / (height - ROOM.top - ROOM.bottom);
  return Math.max(-reach, Math.min(reach, reach * (1 - 2 * share)));
}

/** The share of the way, 0 to 1, at a place in the forward panel that is so wide. */
export function shareAt(x, width) {
  return Math.max(0, Math.min(1, (x - ROOM.axis) / (width - ROOM.axis - ROOM.labels)));
}
