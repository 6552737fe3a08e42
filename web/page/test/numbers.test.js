import assert from "node:assert/strict";
import { test } from "node:test";
import { apart, brief, decade, digits, plain } from "../src/numbers.js";

test("powers of ten", () => {
  assert.deepEqual([-15, 0, 1, 20, -0.5].map(decade), ["10⁻¹⁵", "1", "10¹", "10²⁰", "0.32"]);
});

test("two digits", () => {
  const cases = [[0.28, "0.28"], [12.6, "13"], [9999, "1.0·10⁴"], [8.9e-16, "8.9·10⁻¹⁶"], [0.001, "0.001"], [9.96e-4, "0.001"],
    [1e5, "1.0·10⁵"], [0, "exactly 0"], [NaN, "not a number"], [Infinity, "overflow"]];
  for (const [x, words] of cases) assert.equal(brief(x), words);
});

test("a setting is without a slider's noise", () => {
  assert.equal(plain(1.4100000000000001), "1.41");
  assert.equal(plain(3), "3");
});

test("a gain has four digits, however small", () => {
  assert.deepEqual([1.41421356, 0.0000123456, 1e-9, 2e30, Infinity].map(digits), ["1.4142", "0.00001235", "1e-9", "2e+30", "Infinity"]);
});

test("how far a guess is", () => {
  assert.equal(apart(-3, 1e-16), "13 decades off");
  assert.equal(apart(-1, 0.01), "1 decade off");
  assert.equal(apart(0, 1), "a hit, 0 decades off");
  assert.equal(apart(2, 50), "a hit, 0.3 decades off");
  assert.match(apart(0, 2.9), /^a hit/);
  assert.equal(apart(0, 3.1), "0.5 decades off");
  for (const none of [0, Infinity, NaN]) assert.equal(apart(0, none), "no number of decades leads there");
});
