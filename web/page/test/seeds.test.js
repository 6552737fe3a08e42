import assert from "node:assert/strict";
import { test } from "node:test";
import { TURNS, turns } from "../src/seeds.js";

const ask = async (call, { seeds }) => seeds;

test("nets come a few at a time, up to the last", async () => {
  const shown = [];
  assert.equal(await turns(ask, "angles", {}, ({ band }) => shown.push(band), () => false), true);
  assert.deepEqual(shown, TURNS);
});

test("what another setting has replaced is not shown", async () => {
  const shown = [];
  assert.equal(await turns(ask, "angles", {}, ({ band }) => shown.push(band), () => shown.length === 2), false);
  assert.deepEqual(shown, TURNS.slice(0, 2));
});
