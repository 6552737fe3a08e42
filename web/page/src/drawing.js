// What the pictures of live parts have in common.

import { dot, gridX, gridY, plot, text } from "@observablehq/plot";

const GRID = { stroke: "var(--live-grid)", strokeOpacity: 1 };

/** Words beside a point {x, y}, readable over lines. */
export const note = (at, words, fill, more = {}) =>
  text([at], { x: "x", y: "y", text: () => words, fill, fontSize: 12.5, stroke: "var(--live-paper)", strokeWidth: 4, ...more });

/** A grid at an axis's ticks. */
export const grid = (x, y) => [gridX({ ...GRID, ticks: x }), gridY({ ...GRID, ticks: y })];

/** The reader's guess, as a diamond. */
export const guessMark = (at, more = {}) => [
  dot([at], { x: "x", y: "y", symbol: "diamond", r: 7, fill: "var(--live-guess)", stroke: "var(--live-paper)" }),
  note(at, "your guess", "var(--live-guess)", { dy: -15, ...more }),
];

/** A panel: where {document, width, height}, its axes and its marks. */
export function panel({ document, width, height }, { x, y, marks, left = 44, right = 16, ...more }) {
  return plot({
    document, width, height, marginTop: 14, marginBottom: 40, marginLeft: left, marginRight: right,
    style: { background: "none", fontSize: "12px" },
    x: { labelAnchor: "center", labelArrow: "none", labelOffset: 34, tickSize: 0, ...x },
    y: { label: null, tickSize: 0, ...y },
    marks, ...more,
  });
}
