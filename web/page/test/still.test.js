import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { panels, powerAt, reachFor, ROOM, shareAt } from "../src/figure.js";
import { still } from "../src/still.js";
import { curve, FIGURE } from "./figures.js";
import { parseHTML } from "linkedom";

const stub = createRequire(import.meta.url)("./stub.cjs");
const ask = async (call, argument) => stub[call](argument);
const { document } = parseHTML("<!doctype html><html><body></body></html>");
const where = { document, width: 800, height: 320, reach: 20, depth: 2, guess: [], stacked: false };

test("the still picture has both panels, with their words", async () => {
  const { svg, words } = await still(FIGURE, ask);
  assert.equal(svg.match(/<svg/g).length, 2);
  assert.match(svg, /aria-label="He, forward: median/);
  assert.match(words, /^Thick: the median of 30 nets, one input each. .* Dashed: theory's median\./);
  assert.match(words, /gain 1, forward: median .* after layer 50 \(the median itself: /);
});

test("an exit is marked, also of zero and of infinity", () => {
  for (const end of [1e-30, 1e30, 0, Infinity]) assert.match(panels([curve(end, 1)], where).forward.outerHTML, /gain 1/);
  assert.match(panels([curve(1e30, 1)], { ...where, width: 1400 }).forward.outerHTML, /leaves at layer 2/);
});

test("a name is only text", () => {
  const drawn = panels([{ ...curve(1, 1), name: "<img src=x onerror=alert(1)>" }], where).forward.outerHTML;
  assert.ok(!drawn.includes("<img"));
});

test("the window holds the medians", () => {
  assert.equal(reachFor([curve(1e-16, 1)], 2), 20);
  assert.equal(reachFor([curve(1, 1)], 2), 2);
  assert.equal(reachFor([curve(1, 1)], 10), 10);
  assert.equal(reachFor([curve(1e-20, 1)], 2), 30);
assert.equal(reachFor([curve(0, Infinity)], 2), 40);
});

test("a hand in the panel points at a power", () => {
  assert.equal(powerAt(ROOM.top, 320, 20), 20);
  assert.equal(powerAt(320 - ROOM.bottom, 320, 20), -20);
  assert.equal(powerAt(1000, 320, 20), -20);
  assert.equal(Math.round(powerAt((320 - ROOM.bottom + ROOM.top) / 2, 320, 20)), 0);
});

test("a hand in the panel is at a share of the way", () => {
  const middle = ROOM.axis + (400 - ROOM.axis - ROOM.labels) / 2;
  assert.deepEqual([0, ROOM.axis, middle, 400 - ROOM.labels, 400].map((x) => shareAt(x, 400)), [0, 0, 0.5, 1, 1]);
});

test("a guess is its end, or a curve with its end", () => {
  const dots = (guess) => panels([], { ...where, guess }).forward.outerHTML.match(/var\(--live-guess\)/g)?.length ?? 0;
  assert.ok(dots([]) === 0 && dots([3]) > 0 && dots([1, 2, 3, 4, 5]) > dots([3]));
  assert.match(panels([], { ...where, guess: [0], asks: true }).forward.outerHTML, /draw your guess/);
});

test("the bar of a median that may be 0 ends at the window's edge", () => {
  const dying = { ...curve(1, 1), end: { forward: [0, Infinity], backward: [0, 1] } };
  for (const svg of Object.values(panels([dying], where))) {
    const bars = [...svg.querySelectorAll("[aria-label=rule] line")].filter((line) => line.getAttribute("y1"));
    const ends = bars.flatMap((line) => [Number(line.getAttribute("y1")), Number(line.getAttribute("y2"))]);
    assert.ok(ends.length && ends.every((y) => y >= ROOM.top && y <= where.height - ROOM.bottom), String(ends));
  }
});
