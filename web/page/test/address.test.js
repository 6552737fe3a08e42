import assert from "node:assert/strict";
import { test } from "node:test";
import { NONE, read, write } from "../src/address.js";

const FIELDS = {
  w: { words: "σ_w", range: [0.5, 3, 0.01] },
  d: { words: "layers", range: [2, 60, 1], whole: true },
  v: { words: "classes", choices: { 2: "2 classes", 10: "10 classes" } },
  f: { words: "activation" },
  guess: { words: "the guess", range: [0, 9, 1] },
};
const FIRST = { w: 1.2, d: 30, v: "10", f: "tanh" };

test("a setting goes into the address and comes back", () => {
  const state = { w: 2, d: 30, v: "2", f: "x*sigmoid(1.7*x)", guess: 3 };
  const hash = write(state, "08-plane", FIRST);
  assert.equal(hash, "#live=08-plane&w=2&v=2&f=x*sigmoid%281.7*x%29&guess=3");
  assert.deepEqual(read(hash, "08-plane", FIELDS, FIRST), { state, clipped: [], mine: true });
});

test("what is as at the beginning is left out", () => {
  assert.equal(write({ ...FIRST, guess: null }, "08-plane", FIRST), "#live=08-plane");
});

test("another part's setting is not read", () => {
  const { state, mine } = read("#live=08-functions&w=2", "08-plane", FIELDS, FIRST);
  assert.deepEqual([state, mine], [{ ...FIRST, guess: null }, false]);
});

test("what is out of range is clipped, and said", () => {
  const { state, clipped } = read("#live=a&w=99&d=2.6&v=7&guess=-1", "a", FIELDS, FIRST);
  assert.deepEqual(state, { w: 3, d: 3, v: "10", f: "tanh", guess: 0 });
  assert.deepEqual(clipped, [
    "The address asks for σ_w = 99; 3 is taken, from 0.5 to 3.",
    "The address asks for layers = 2.6; 3 is taken, from 2 to 60.",
    "The address says nothing known for classes; the lesson's own is taken.",
    "The address asks for the guess = -1; 0 is taken, from 0 to 9.",
  ]);
});

test("what is no number is said, and names of every object are no choices", () => {
  const { state, clipped } = read("#live=a&w=foo&d=&v=constructor", "a", FIELDS, FIRST);
  assert.deepEqual(state, { ...FIRST, guess: null });
  assert.match(clipped.join(" "), /no number for σ_w.* no number for layers.*nothing known for classes/);
});

test("a text is cut, and said", () => {
  const { state, clipped } = read(`#live=a&f=${"x".repeat(9999)}`, "a", FIELDS, FIRST);
  assert.equal(state.f.length, 200);
  assert.deepEqual(clipped, ["The address says more than 200 characters for activation; the first are taken."]);
});

test("a guess that was made for another setting leaves the truth open, and is no number", () => {
  const fields = { ...FIELDS, guess: { ...FIELDS.guess, asks: "Your guess:" } };
  assert.deepEqual(read("#live=a&w=2&guess=none", "a", fields, FIRST), { state: { ...FIRST, w: 2, guess: NONE }, clipped: [], mine: true });
});
