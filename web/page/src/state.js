// What the reader has chosen. It lives in the address, so that a link leads to a setting.

import { plain } from "./numbers.js";

/** The starts that have one number k, each as the library reads it, with the range of its slider. */
export const KINDS = {
  gain: { words: "gain", title: "normal, std = gain/√fan_in", rule: (k) => `${k}/sqrt(fanIn)`, range: [0.5, 2.5, 0.01], first: 1 },
  std: { words: "std", title: "normal, std", rule: (k) => `normal(${k})`, range: [0.01, 1, 0.001], first: 0.1 },
  orthogonal: { words: "gain", title: "orthogonal, gain", rule: (k) => `orthogonal(${k})`, range: [0.5, 2.5, 0.01], first: 1 },
  constant: { words: "weight", title: "all weights equal", rule: (k) => `constant(${k})`, range: [0.005, 1, 0.005], first: 0.1 },
};

const WORDS = { k: "the knob", w: "neurons", d: "layers", guess: "the guess" };
const LONGEST = 200;

/** The state a figure begins with. */
export const begin = ({ activation: f, width: w, depth: d, kind, first: k }) => ({ f, w, d, kind, k, guess: null });

/** The range of the knob: the figure's own for its own kind of start. */
export const rangeOf = (figure, kind) => (kind === figure.kind ? figure.range : KINDS[kind].range);

/** The least and the most that each number may be. */
export function within(figure, kind) {
  return { k: rangeOf(figure, kind), w: [2, 128], d: [1, 100], guess: [-figure.reach, figure.reach] };
}

function clip(name, text, [least, most], clipped) {
  const x = Number(text);
  if (text.trim() === "" || Number.isNaN(x)) {
    clipped.push(`The address says no number for ${WORDS[name]}; the lesson's own is taken.`);
    return undefined;
  }
  const kept = Math.min(most, Math.max(least, name === "w" || name === "d" ? Math.round(x) : x));
  if (kept !== x) clipped.push(`The address asks for ${WORDS[name]} = ${text.slice(0, 20)}; ${plain(kept)} is taken, from ${least} to ${most}.`);
  return kept;
}

/** The state that an address says, and a sentence for each of its numbers that was out of range. */
export function fromHash(hash, figure) {
  const state = begin(figure);
  const clipped = [];
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  if (query.get("live") !== figure.id) return { state, clipped };
  if (Object.hasOwn(KINDS, query.get("kind") ?? "")) {
    state.kind = query.get("kind");
    if (state.kind !== figure.kind) state.k = KINDS[state.kind].first;
  }
  if (query.get("f")) state.f = query.get("f").slice(0, LONGEST);
  for (const [name, range] of Object.entries(within(figure, state.kind))) {
    if (query.has(name)) state[name] = clip(name, query.get(name), range, clipped) ?? state[name];
  }
  return { state, clipped };
}

/** The address of a state, without what is as at the beginning. */
export function toHash(state, figure) {
  const query = new URLSearchParams({ live: figure.id });
  const first = begin(figure);
  for (const [name, value] of Object.entries(state)) {
    if (value !== null && value !== first[name]) query.set(name, typeof value === "number" ? plain(value) : value);
  }
  return `#${query}`;
}

/** What the library is asked for. */
export const request = (state, starts) =>
  ({ activation: state.f, width: state.w, depth: state.d, batch: 32, starts });

/** The reader's own start, as the library reads it. */
export const own = (state) => KINDS[state.kind].rule(plain(state.k));
