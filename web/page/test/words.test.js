import assert from "node:assert/strict";
import { test } from "node:test";
import { ends, gainWords, goal, level, tied, verdict } from "../src/words.js";
import { curve } from "./figures.js";

test("both ends with the median's own interval and theory", () => {
  assert.deepEqual(ends(curve(1e-16, 3)), [
    "gain 1, forward: median 1.0·10⁻¹⁶ after layer 2 (the median itself: 9.1·10⁻¹⁷ to 1.1·10⁻¹⁶), 5–95 % of the nets 5.0·10⁻¹⁷ to 2.0·10⁻¹⁶; theory's median 1.0·10⁻¹⁶.",
    "gain 1, backward: median 3 at the input, 5–95 % of the nets 1.5 to 6; theory's median 3.",
  ]);
});

test("a guess is scored in decades", () => {
  assert.equal(verdict([-3], curve(1e-16, 1)), "You said 10⁻³. It is 1.0·10⁻¹⁶: 13 decades off.");
  assert.equal(verdict([0, 0, 0, 0, -1], curve(0.01, 1)), "You said 10⁻¹. It is 0.01: 1 decade off. Over the whole curve: 0.5 decades off, on average.");
  assert.equal(verdict([], curve(1, 1)), "");
  assert.match(verdict([0], curve(0, 1)), /exactly 0: no number of decades/);
});

test("the goal is level both ways", () => {
  assert.ok(level(curve(0.2, 5)));
  for (const [forward, backward] of [[0.05, 1], [1, 20], [NaN, 1], [1, Infinity], [0, 0]]) assert.ok(!level(curve(forward, backward)));
  assert.match(goal(curve(1, 1)), /^Goal reached/);
  assert.match(goal(curve(1, 20)), /Now 1 forward, 20 backward/);
});

test("gains, and neurons that are one", () => {
  const gains = { secondMoment: 1.41421356, variance: 1.7, fixedPoint: NaN, gradient: 1.5, torch: NaN };
  assert.equal(gainWords("x", gains), "Gains of x: second moment 1.4142, variance 1.7, fixed point none, gradient 1.5, PyTorch's table none.");
  assert.match(tied(1, { w: 16, kind: "typed" }), /1 of 16/);
  assert.match(tied(16, { w: 16, kind: "noise" }), /16 of 16/);
  assert.equal(tied(16, { w: 16, kind: "typed" }), "");
});
