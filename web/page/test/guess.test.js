import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, places, powerOf, straight, stroke } from "../src/guess.js";

test("a guess stands at fifths of the way, or at the end", () => {
  assert.deepEqual(places(straight(-5), 50), [10, 20, 30, 40, 50]);
  assert.deepEqual(places([-5], 50), [50]);
  assert.deepEqual(straight(-5), [-1, -2, -3, -4, -5]);
});

test("between its points a guess is straight, from 0 at the input", () => {
  const guess = [-1, -3, -3, -3, 2];
  assert.deepEqual([0, 0.1, 0.2, 0.3, 0.6, 0.9, 1].map((share) => powerOf(guess, share)), [0, -0.5, -1, -2, -3, -0.5, 2]);
});

test("the distance is the mean over the layers", () => {
  const median = Float64Array.from([1, 0.1, 0.01, 0.001, 1e-4, 1e-5]);
  assert.ok(distance(straight(-5), median) < 1e-12);
  assert.ok(Math.abs(distance(straight(0), median) - 3) < 1e-12);
  assert.equal(distance(straight(0), Float64Array.from([1, 0, 0])), Infinity);
});

test("a hand that skips handles goes straight over them, both ways", () => {
  const flat = [0, 0, 0, 0, 0];
  assert.deepEqual(stroke(flat, { i: 0, power: 0 }, { i: 3, power: 6 }), [0, 2, 4, 6, 0]);
  assert.deepEqual(stroke(flat, { i: 4, power: -2 }, { i: 2, power: 2 }), [0, 0, 2, 0, 0]);
  assert.deepEqual(stroke(flat, { i: 1, power: 3 }, { i: 1, power: 3 }), [0, 3, 0, 0, 0]);
});
