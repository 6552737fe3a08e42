import assert from "node:assert/strict";
import { test } from "node:test";
import { findings } from "../src/said.js";
import { begin } from "../src/state.js";
import { curve, FIGURE } from "./figures.js";

const seen = (kind) => ({ state: { ...begin(FIGURE), kind }, curves: [curve(1, 1)], left: ["Without LSUV: off."] });

test("the guess first, and neurons that are one only where they may be", async () => {
  const calls = [];
  const ask = async (call, { start }) => { calls.push(start); return 1; };
  const lines = await findings(ask, seen("constant"), [0], { after: "Level is not enough." });
  assert.match(lines[0], /^You said 1\. It is 1: a hit/);
  assert.deepEqual([lines[1], lines[2]], ["Goal reached: level both ways, within a factor of 10.", "Different neurons in a layer: 1 of 64."]);
  assert.deepEqual(lines.slice(-2), ["Level is not enough.", "Without LSUV: off."]);
  const others = await findings(ask, seen("gain"), [], { after: "Level is not enough." });
  assert.match(others[0], /^Goal reached/);
  assert.ok(!others.some((line) => /neurons in a layer|not enough/.test(line)));
  assert.deepEqual(calls, ["constant(1)"]);
});

test("what to try is said of the lesson's own activation, until it is level", async () => {
  const figure = { activation: FIGURE.activation, hint: "Turn it." };
  const lines = async (state, end) => findings(async () => 1, { state: { ...begin(FIGURE), ...state }, curves: [curve(end, end)], left: [] }, [], figure);
  assert.ok((await lines({}, 1000)).includes("Turn it."));
  assert.ok(!(await lines({}, 1)).includes("Turn it."));
  assert.ok(!(await lines({ f: "sin(x)" }, 1000)).includes("Turn it."));
});
