import assert from "node:assert/strict";
import { test } from "node:test";
import { taken } from "../src/gainline.js";

test("a gain is taken on its slider, or typed where the slider does not reach", () => {
  assert.deepEqual(taken(1.41421356), { kind: "gain", k: 1.4142 });
  assert.deepEqual(taken(2.6), { kind: "typed", r: "2.6/sqrt(fanIn)" });
});
