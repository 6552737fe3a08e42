import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHTML } from "linkedom";
import { PARTS } from "../src/parts.js";
import { stillPart } from "../src/still.js";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const where = { document, width: 400, height: 300, guess: 3 };
const FIRST = {
  plane: { f: "tanh", w: 1.2, b: 0.3, d: 4, width: 8 },
  functions: { f: "tanh", w: 1.2, b: 0.3, d: 4, width: 8 },
  gains: { f: "tanh", g: 1, d: 2 },
  loss: { v: "10", s: 5 },
  formats: { f: "ReLU", g: 2.83, d: 20, width: 8 },
};
const band = (...median) => ({ median, low: median.map((x) => x * 0.9), high: median.map((x) => x * 1.1) });

/** Stands in for the library: plausible answers, made up. */
const ANSWERS = {
  plane: { weights: [0.5, 3], biases: [0, 1], decades: [-0.1, 0.2, NaN, Infinity] },
  edge: [1, NaN],
  place: { q: 0.5, chi: 0.87, phase: "ordered", c: 1, depth: 7.2 },
  angles: band(0.5, 0.6, 0.7, 0.8, 0.9),
  angleTheory: [0.5, 0.6, 0.7, 0.70001],
  functions: { outputs: [[1, -1, 1], [0.5, 0.5, -1]], median: 2, low: 1, high: 4, expected: 2.4 },
  gains: { secondMoment: 1.5925, variance: 1.5925, fixedPoint: NaN, gradient: 1.467, torch: 5 / 3 },
  gainWalk: {
    x: [-4, 0, 4], y: [-1, 0, 1], slope: [0, 1, 0], density: [0, 0.4, 0], power: 0.46, from: [1, 2, 0.5],
    walks: [1, 1, 1, 2, 1e20, Infinity, 0.5, 1e-20, 0],
  },
  lossHere: { chance: 2.3, words: 50, low: 7, loss: 8, high: 9, turn: 2.1 },
  lossLine: { stds: [0, 30], exact: [2.3, 40], near: [2.3, 452], far: [0, 64] },
  losses: [7.5, 8.5],
  formats: { sizes: [1, 2, 4], largest: [65504, 3e38, 3e38, 1.7e308], smallest: [6e-8, 1e-40, 1e-45, 5e-324], leaves: [16, 21, 21, NaN] },
  formatDepths: band(15, 21, 21, 21),
};
const asked = [];
const ask = async (call, argument) => {
  asked.push([call, argument]);
  return structuredClone(ANSWERS[call]);
};

async function seen(name, state) {
  let last;
  await PARTS[name].run(ask, state, (is) => { last = { ...is, state }; }, () => false);
  return last;
}

for (const [name, part] of Object.entries(PARTS)) {
  const state = { ...FIRST[name], guess: null };

  test(`${name}: every knob is a field, and the first setting has one value for each`, () => {
    assert.deepEqual(new Set([...part.knobs, ...part.more]), new Set(Object.keys(FIRST[name])));
    assert.deepEqual(new Set(Object.keys(part.fields)), new Set([...Object.keys(FIRST[name]), "guess"]));
    assert.match(part.question(state), /\?$/);
  });

  test(`${name}: before the guess nothing of the truth is drawn`, () => {
    for (const { svg, words } of part.panels(null, state, where)) {
      assert.equal(words, "");
      assert.equal(svg.querySelectorAll("[aria-label=line] path, [aria-label=area] path, [aria-label=bar] rect, [aria-label=rect] rect").length, 0);
    }
  });

  test(`${name}: after it the panels are drawn, with words`, async () => {
    const is = await seen(name, state);
    for (const { svg, words, caption } of part.panels(is, state, where)) {
      assert.ok(svg.outerHTML.length > 2000 && caption);
      assert.match(words, /\.$/);
      assert.ok(!svg.outerHTML.includes("NaN"), name);
    }
    assert.match(part.key(is), /\.$/);
    assert.ok(part.said(is, state, null).filter(Boolean).every((line) => /^[^]+\.$/.test(line)));
  });

  test(`${name}: the still picture has the question, the pictures and their words`, async () => {
    const { svg, words, question } = await stillPart({ part: name, first: FIRST[name] }, ask);
    assert.match(svg, /<svg[^>]* role="img"/);
    assert.match(words, /^First panel: .*\.$/);
    assert.equal(question, part.question(state));
    assert.equal((await stillPart({ part: name, first: FIRST[name], question: "Why?" }, ask)).question, "Why?");
  });

  test(`${name}: a name is only text`, () => {
    const typed = { ...state, f: "<img src=x onerror=alert(1)>" };
    assert.ok(part.panels(null, typed, where).every(({ svg }) => !svg.outerHTML.includes("<img")));
  });
}

test("guesses are answered", async () => {
  const said = async (name, guess) => PARTS[name].said(await seen(name, FIRST[name]), FIRST[name], guess)[0];
  assert.equal(await said("plane", "chaotic"), "You said chaotic. It is ordered.");
  assert.equal(await said("plane", "ordered"), "You said ordered. It is ordered, as you said.");
  assert.equal(await said("gains", 1), "You said 1. It is 1.59: 37 % too small.");
  assert.equal(await said("gains", 1.6), "You said 1.6. It is 1.59: a hit.");
  assert.equal(await said("loss", 2), "You said 2. Theory's mean is 8: 6 off.");
  assert.equal(await said("loss", 8.5), "You said 8.5. Theory's mean is 8: a hit.");
  assert.equal(await said("formats", 40), "You said layer 40. FP16 by theory: layer 16, 24 layers off.");
  assert.equal(await said("formats", 15), "You said layer 15. FP16 by theory: layer 16, a hit.");
  assert.equal(await said("functions", 2), "You said 2. The median of 30 nets is 2: a hit.");
  assert.equal(await said("functions", 30), "You said 30. The median of 30 nets is 2.");
});

test("close to the edge the edge is a hit, and chaos without a size is of gradients alone", () => {
  const said = (place, guess) => PARTS.plane.said({ state: FIRST.plane, place: { depth: NaN, c: NaN, q: 1, ...place } }, FIRST.plane, guess);
  const near = said({ phase: "chaotic", chi: 1.01 }, "edge");
  assert.equal(near[0], "You said edge. It is chaotic, and close to the edge, with χ = 1.01: a hit.");
  assert.ok(!near.join(" ").includes("does not settle"));
  assert.match(said({ phase: "chaotic", chi: 4.5, q: Infinity }, null).join(" "), /Since the variance does not settle/);
});

test("what theory refuses, or takes too long for, leaves the nets as they are", async () => {
  let last;
  const refusing = async (call, argument) => {
    if (call === "angleTheory") throw new Error("No answer after 10 seconds.");
    return ask(call, argument);
  };
  await PARTS.plane.run(refusing, FIRST.plane, (is) => { last = { ...is, state: FIRST.plane }; }, () => false);
  const said = PARTS.plane.said(last, FIRST.plane, null).join(" ");
  assert.match(said, /have a cosine of 0.9, the mean of eight pairs in each net: .* Theory's line ends here: No answer after 10 seconds\./);
});

test("what has no number is said in words", () => {
  const dead = { state: FIRST.plane, seeds: 3, band: band(0.5, NaN), place: { q: 0, chi: Infinity, phase: "chaotic", c: NaN, depth: NaN } };
  const said = PARTS.plane.said(dead, FIRST.plane, null).join(" ");
  assert.match(said, /has become 0.* χ is infinite/);
  assert.doesNotMatch(said, /NaN|Infinity/);
  const wild = { ...ANSWERS.functions, expected: NaN, seeds: 1, state: FIRST.functions };
  assert.match(PARTS.functions.said(wild, FIRST.functions, null)[1], /Theory knows no mean here\.$/);
});

test("a place in the plane is pointed at, and kept inside", () => {
  const [{ svg }] = PARTS.plane.panels(null, { ...FIRST.plane, guess: null }, where);
  const x = svg.scale("x").apply(2);
  const y = svg.scale("y").apply(0.5);
  assert.deepEqual(PARTS.plane.point(svg, x, y), { w: 2, b: 0.5 });
  assert.deepEqual(PARTS.plane.point(svg, -500, -500), { w: 0.5, b: 1 });
  assert.deepEqual(PARTS.plane.nudge("ArrowUp", { w: 2, b: 0.98 }), { w: 2, b: 1 });
  assert.deepEqual(PARTS.plane.nudge("ArrowLeft", { w: 2, b: 0.5 }), { w: 1.95, b: 0.5 });
  assert.equal(PARTS.plane.nudge("Tab", { w: 2, b: 0.5 }), undefined);
});

test("the theory of angles is asked for until it has settled", async () => {
  asked.length = 0;
  await seen("plane", { ...FIRST.plane, f: "ELU", d: 60 });
  assert.equal(asked.filter(([call]) => call === "angleTheory").length, 2);
  assert.deepEqual(asked.map(([call]) => call).slice(0, 3), ["place", "plane", "edge"]);
});

test("a plane is asked for once for each activation", async () => {
  const planes = () => asked.filter(([call]) => call === "plane").map(([, { activation }]) => activation);
  const before = planes().length;
  for (const f of ["one", "other", "one", "other"]) await seen("plane", { ...FIRST.plane, f, guess: null });
  assert.deepEqual(planes().slice(before), ["one", "other"]);
});

test("the plane's goal is a depth scale above 50 layers", async () => {
  const { place, ...others } = await seen("plane", { ...FIRST.plane, guess: null });
  const said = (depth) => PARTS.plane.said({ ...others, place: { ...place, depth } }, others.state, null).join(" ");
  assert.match(said(51), /Goal reached/);
  assert.match(said(49), /The goal: .* Here it is 49\./);
  assert.doesNotMatch(said(NaN), /goal/i);
});

test("the line of a loss is asked for once for each number of words", async () => {
  const lines = () => asked.filter(([call]) => call === "lossLine").map(([, { vocabulary }]) => vocabulary);
  const before = lines().length;
  for (const v of ["2", "1000", "2", "1000"]) await seen("loss", { v, s: 5, guess: null });
  assert.deepEqual(lines().slice(before), [2, 1000]);
});

test("a format that is left at the last layer does not pass", async () => {
  const last = await seen("formats", { ...FIRST.formats, d: 16, guess: null });
  assert.match(PARTS.formats.said(last, last.state, null).join(" "), /FP16 layer 16 by theory.*BF16 passes all 16 by theory/);
});
