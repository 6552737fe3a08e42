import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, fromHash, KINDS, own, question, settingOf, toHash } from "../src/state.js";
import { FIGURE } from "./figures.js";

const read = (hash) => fromHash(hash, FIGURE);

test("a state comes back from its address", () => {
  const first = begin(FIGURE);
  assert.equal(toHash(first, FIGURE), "#live=04");
  const states = [first, { ...first, f: "x*sigmoid(1.7*x) + 1 & 2", k: 1.41, w: 8, d: 3, guess: [-3.5] },
    { ...first, kind: "std", k: 1, guess: [0] }, { ...first, guess: [] }, { ...first, guess: [0, -1, -2.5, -3, 4] },
    { ...first, kind: "typed", k: 0, r: "uniform(sqrt(6/(fanIn+fanOut))) & 1", guess: [0] }];
  for (const state of states) assert.deepEqual(read(toHash(state, FIGURE)), { state, clipped: [] });
});

test("another figure's address, or none, changes nothing", () => {
  for (const hash of ["", "#Exercises", "#live=05&k=2"]) assert.deepEqual(read(hash), { state: begin(FIGURE), clipped: [] });
});

test("what is out of range is clipped and said", () => {
  const { state, clipped } = read("#live=04&k=99&w=0&d=1e9&guess=-77");
  assert.deepEqual([state.k, state.w, state.d, state.guess], [2.5, 2, 100, [-20]]);
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
  for (const kind of ["toString", "__proto__", "other"]) {
    const { state, clipped } = read(`#live=04&kind=${kind}`);
    assert.equal(state.kind, "gain");
    assert.deepEqual(clipped, ["The address says nothing known for the start; the lesson's own is taken."]);
  }
  assert.deepEqual(read("#live=04&kind=typed&k=3").clipped, []);
});

test("a drawn guess is one number or five, clipped, and said once", () => {
  const cases = [["none", [], 0], ["-99,0,99,0,1", [-20, 0, 20, 0, 1], 1], ["1,2,3", [3], 1], ["1,x,3,4,5", null, 1], ["", null, 1]];
  for (const [text, guess, sentences] of cases) {
    const { state, clipped } = read(`#live=04&guess=${text}`);
    assert.deepEqual([state.guess, clipped.length], [guess, sentences]);
  }
  assert.match(read("#live=04&guess=1,2,3").clipped[0], /a guess of 3 points, not of 1 or 5/);
  assert.ok(toHash({ ...begin(FIGURE), guess: [0, -1, -2, -3, -4] }, FIGURE).endsWith("guess=0,-1,-2,-3,-4"));
});

test("a long formula is cut, between letters, and said", () => {
  for (const [name, words] of [["f", "the activation"], ["r", "the rule"]]) {
    const { state, clipped } = read(`#live=04&${name}=${"x".repeat(199)}${"😀".repeat(9)}`);
    assert.equal(state[name], "x".repeat(199));
    assert.deepEqual(clipped, [`The address says more than 200 characters for ${words}; the first are taken.`]);
  }
});

test("every start is one that the library reads", () => {
  const rules = Object.keys(KINDS).map((kind) => own({ kind, k: 0.30000000000000004, r: "He" }));
  assert.deepEqual(rules, ["0.3/sqrt(fanIn)", "normal(0.3)", "orthogonal(0.3)", "constant(0.3)",
    "constant(1.2/fanIn) + normal(0.3)", "He"]);
});

test("a question is the lesson's for the lesson's setting alone", () => {
  const first = begin(FIGURE);
  assert.equal(question(FIGURE, { ...first, guess: [1], r: "He" }), FIGURE.question);
  assert.match(question(FIGURE, { ...first, k: 2 }), /^50 layers of 64 neurons, ReLU, gain 2; .* after the last layer\?$/);
  assert.match(question(FIGURE, { ...first, kind: "typed", r: "He", guess: [] }), /your rule He; the input has second moment 1\.$/);
  assert.notEqual(settingOf({ ...first, kind: "typed", r: "He" }), settingOf({ ...first, kind: "typed", r: "Xavier" }));
});
