import assert from "node:assert/strict";
import { test } from "node:test";
import { asking, latest } from "../src/library.js";

const never = new Promise(() => {});

test("answers and refusals come back", async () => {
  const ask = asking(async () => ({ ask: async (call) => (call === "bad" ? Promise.reject(new Error("no")) : call), end() {} }));
  assert.equal(await ask("names"), "names");
  await assert.rejects(ask("bad"), /no/);
});

test("what takes too long is ended, and the next question begins another worker", async () => {
  const ended = [];
  let begun = 0;
  const ask = asking(async () => {
    const mine = ++begun;
    return { ask: (call) => (call === "hang" ? never : Promise.resolve(mine)), end: () => ended.push(mine) };
  }, 30);
  await assert.rejects(ask("hang"), /No answer after 0.03 seconds/);
  assert.deepEqual(ended, [1]);
  assert.equal(await ask("names"), 2);
  assert.equal(await ask("names"), 2);
});

test("a library that does not come is asked for again", async () => {
  let begun = 0;
  const ask = asking(async () => {
    if (++begun === 1) throw new Error("not here");
    return { ask: async () => "here", end() {} };
  });
  await assert.rejects(ask("names"), /not here/);
  assert.equal(await ask("names"), "here");
});

test("of many requests the last is carried out", async () => {
  const done = [];
  const run = latest(async (x) => { await null; done.push(x); });
  await Promise.all([run(1), run(2), run(3)]);
  assert.deepEqual(done, [1, 3]);
  await run(4);
  assert.deepEqual(done, [1, 3, 4]);
});
