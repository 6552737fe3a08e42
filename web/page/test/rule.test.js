import assert from "node:assert/strict";
import { test } from "node:test";
import { python, ruleOf } from "../src/rule.js";

test("formulas in Python", () => {
  const cases = [["sqrt(2/fanIn)", "math.sqrt(2 / fan_in)"], ["Math.sqrt(6 / (n_in+nOut))", "math.sqrt(6 / (fan_in + fan_out))"],
    ["-2^-1", "-2**-1"], ["1e-3*PI", "1e-3 * math.pi"], [".5", ".5"], ["2.", "2."], ["ln(2)", "math.log(2)"]];
  for (const [text, expected] of cases) assert.equal(python(text), expected);
});

test("what Python has no line for", () => {
  for (const text of ["relu(2)", "fanIn > 3 ? 1 : 2", "max(1, 2)", "007", "1.2.3", "2fanIn", "__import__", "", "\"x\""]) assert.equal(python(text), null, text);
});

test("rules, by formula, by call and by name", () => {
  assert.deepEqual(ruleOf(" sqrt(2/fanIn) "), { draw: "normal", number: "math.sqrt(2 / fan_in)" });
  assert.deepEqual(ruleOf("Uniform(0.1)"), { draw: "uniform", number: "0.1" });
  assert.deepEqual(ruleOf("orthogonal"), { draw: "orthogonal", number: "1" });
  assert.deepEqual(ruleOf("he Uniform"), { draw: "uniform", number: "math.sqrt(6 / fan_in)" });
  for (const text of ["looks-linear", "truncatedNormal(1)", "uniform(1)*(2)", "constructor", "uniform(1"]) assert.equal(ruleOf(text), null, text);
});
