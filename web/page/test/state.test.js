import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, fromHash, KINDS, own, toHash } from "../src/state.js";
import { FIGURE } from "./figures.js";

const read = (hash) => fromHash(hash, FIGURE);

test("a state comes back from its address", () => {
  const first = begin(FIGURE);
  assert.equal(toHash(first, FIGURE), "#live=04");
  const states = [first, { ...first, f: "x*sigmoid(1.7*x) + 1 & 2", k: 1.41, w: 8, d: 3, guess: -3.5 }, { ...first, kind: "std", k: 0.05, guess: 0 }];
  for (const state of states) assert.deepEqual(read(toHash(state, FIGURE)), { state, clipped: [] });
});

test("another figure's address, or none, changes nothing", () => {
  for (const hash of ["", "#Exercises", "#live=05&k=2"]) assert.deepEqual(read(hash), { state: begin(FIGURE), clipped: [] });
});

test("what is out of range is clipped and said", () => {
  const { state, clipped } = read("#live=04&k=99&w=0&d=1e9&guess=-77");
  assert.deepEqual([state.k, state.w, state.d, state.guess], [2.5, 2, 100, -20]);
  assert.equal(clipped.length, 4);
  assert.match(clipped[0], /asks for the knob = 99; 2.5 is taken, from 0.5 to 2.5/);
});

test("what is no number is said, and the lesson's own is taken", () => {
  for (const text of ["", "abc", "NaN", "1;2", "<b>"]) {
    const { state, clipped } = read(`#live=04&w=${encodeURIComponent(text)}`);
    assert.equal(state.w, 64);
    assert.equal(clipped.length, 1);
  }
  assert.equal(read("#live=04&k=Infinity").state.k, 2.5);
});

test("a start of an address is one of ours", () => {
  for (const kind of ["toString", "__proto__", "other"]) assert.equal(read(`#live=04&kind=${kind}`).state.kind, "gain");
});

test("a long formula is cut", () => {
  assert.equal(read(`#live=04&f=${"x".repeat(100_000)}`).state.f.length, 200);
});

test("every start is one that the library reads", () => {
  const rules = Object.keys(KINDS).map((kind) => own({ kind, k: 0.30000000000000004 }));
  assert.deepEqual(rules, ["0.3/sqrt(fanIn)", "normal(0.3)", "orthogonal(0.3)", "constant(0.3)"]);
});
