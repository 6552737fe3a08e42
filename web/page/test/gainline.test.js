import assert from "node:assert/strict";
import { test } from "node:test";
import { taken } from "../src/gainline.js";

test("a gain is taken on its slider, or typed where the slider does not reach", () => {
  assert.deepEqual(taken(1.41421356), { kind: "gain", k: 1.4142 });
  assert.deepEqual(taken(2.6), { kind: "typed", r: "2.6/sqrt(fanIn)" });
  assert.deepEqual(taken(0.0000123456), { kind: "typed", r: "0.00001235/sqrt(fanIn)" });
  assert.deepEqual(taken(1e-9), { kind: "typed", r: "1e-9/sqrt(fanIn)" });
});
