import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { begin } from "../src/state.js";
import { SEEDS, Study } from "../src/study.js";
import { FIGURE } from "./figures.js";

const stub = createRequire(import.meta.url)("./stub.cjs");
const never = () => false;

function asked() {
  const calls = [];
  const ask = async (call, argument) => {
    calls.push(call === "begin" ? argument.starts : argument);
    return stub[call](argument);
  };
  return { calls, study: new Study(ask) };
}

test("nets arrive a few at a time, the reader's own start last", async () => {
  const { calls, study } = asked();
  const seen = [];
  await study.run(begin(FIGURE), { beside: ["He"] }, (one) => seen.push(one), never);
  assert.deepEqual(calls, [["1/sqrt(fanIn)", "He"], 1, 2, 5, 10, 12]);
  assert.deepEqual(seen.map((one) => one.seeds), [1, 3, 8, 18, SEEDS]);
  assert.deepEqual(seen[4].curves.map((one) => [one.name, one.style, one.kind]), [["He", "he", "median"], ["gain 1", "yours", "median"]]);
  assert.deepEqual(seen[0].curves[1].end.forward, []);
});

test("what stands beside is measured once for a net", async () => {
  const { calls, study } = asked();
  const first = begin(FIGURE);
  for (const state of [first, { ...first, k: 1.5 }, { ...first, d: 10 }]) await study.run(state, { beside: ["He"] }, () => {}, never);
  assert.deepEqual(calls.filter(Array.isArray), [["1/sqrt(fanIn)", "He"], ["1.5/sqrt(fanIn)"], ["1/sqrt(fanIn)", "He"]]);
});

test("an old request ends at its next step, and what it began is not kept", async () => {
  const { calls, study } = asked();
  await study.run(begin(FIGURE), { beside: ["He"] }, () => {}, () => true);
  assert.equal(calls.length, 2);
  await study.run(begin(FIGURE), { beside: ["He"] }, () => {}, never);
  assert.deepEqual(calls[2], ["1/sqrt(fanIn)", "He"]);
});

test("a refusal comes through", async () => {
  const { study } = asked();
  await assert.rejects(study.run({ ...begin(FIGURE), f: "foo" }, { beside: [] }, () => {}, never), /There is no activation foo/);
});

test("a start beside that is refused is left out, and why is said; what is too late ends it", async () => {
  const calls = [];
  let late = false;
  const ask = async (call, argument) => {
    if (call === "begin") calls.push(argument.starts);
    if (call === "begin" && argument.starts.includes("LSUV")) throw Object.assign(new Error("All are off."), { late });
    return stub[call](argument);
  };
  const study = new Study(ask);
  const seen = [];
  const first = begin(FIGURE);
  await study.run(first, { beside: ["He", "LSUV"] }, (one) => seen.push(one), never);
  assert.deepEqual(seen.at(-1).left, ["Without LSUV: All are off."]);
  await study.run({ ...first, k: 2 }, { beside: ["He", "LSUV"] }, (one) => seen.push(one), never);
  assert.deepEqual(seen.at(-1).left, ["Without LSUV: All are off."]);
  assert.deepEqual(seen.at(-1).curves.map((one) => one.name), ["He", "gain 2"]);
  assert.deepEqual(calls, [["1/sqrt(fanIn)", "He", "LSUV"], ["1/sqrt(fanIn)", "He"], ["2/sqrt(fanIn)"]]);
  late = true;
  await assert.rejects(study.run({ ...first, d: 3 }, { beside: ["He", "LSUV"] }, () => {}, never), /All are off/);
});

test("a typed rule that stands beside is drawn once, and the others stay known", async () => {
  const { calls, study } = asked();
  const first = begin(FIGURE);
  const seen = [];
  for (const r of ["He", "sqrt(2/fanIn)"]) await study.run({ ...first, kind: "typed", r }, { beside: ["He"] }, (one) => seen.push(one), never);
  assert.deepEqual(calls.filter(Array.isArray), [["He"], ["sqrt(2/fanIn)", "He"]]);
  assert.deepEqual(seen.at(-1).curves.map((one) => one.name), ["He", "your rule"]);
});
