import assert from "node:assert/strict";
import { test } from "node:test";
import { typing } from "../src/typing.js";
import { KINDS } from "../src/state.js";

const all = (state) => typing(state).map(([, text]) => text).join("\n");

test("exactly this setting, in all four", () => {
  const text = all({ f: "ReLU", w: 64, d: 50, kind: "gain", k: 1.4100000000000001 });
  for (const part of ["Mlp.deep(RELU, 64, 50)", "Init.lecunNormal().gain(1.41)", "std=1.41 / layer.in_features", "1.9881, mode=", "variance_scaling(1.9881, "]) {
    assert.ok(text.includes(part), part);
  }
});

test("a typed rule is its formula in Python, or a place to write it", () => {
  const typed = (r) => all({ f: "ReLU", w: 64, d: 50, kind: "typed", k: 0, r });
  for (const part of ['Parse.rule("sqrt(2/fanIn)")', "import math\n\nfan_in = fan_out = 64\nstd = math.sqrt(2 / fan_in)\n", "(layer.weight, std=std)"]) {
    assert.ok(typed("sqrt(2/fanIn)").includes(part), part);
  }
  assert.ok(typed("uniform(0.1)").includes("fan_in = fan_out = 64\nlimit = 0.1"), "only Flax needs the fan");
  const unknown = typed('looks"\nimport os');
  assert.ok(unknown.includes('weights by: looks" import os') && !/^import os/m.test(unknown));
});

test("a fan is said where a line counts with it", () => {
  const lines = (kind) => typing({ f: "ReLU", w: 64, d: 50, kind, k: 0.5 }).map(([, text]) => /^fan_in = fan_out = 64$/m.test(text));
  assert.deepEqual(lines("gain"), [false, false, false, false]);
  assert.deepEqual(lines("noise"), [false, false, true, true]);
});

test("every start can be typed", () => {
  for (const kind of Object.keys(KINDS)) assert.ok(!/undefined|NaN/.test(all({ f: "tanh", w: 8, d: 3, kind, k: 0.5, r: "He" })));
});

test("a typed activation is f, on one line, and ends no text", () => {
  const text = all({ f: 'x"\\\nimport os', w: 8, d: 3, kind: "std", k: 0.5 });
  assert.ok(text.includes('Parse.activation("x\\"\\\\ import os")'));
  assert.ok(!/^import/m.test(text));
  assert.ok(!all({ f: "constructor", w: 8, d: 3, kind: "std", k: 1 }).includes("undefined"));
});
