// What the reader has chosen. It lives in the address, so that a link leads to a setting.

import { choose, clip, cut } from "./address.js";
import { HANDLES } from "./guess.js";
import { plain } from "./numbers.js";

/** The starts: with one number k, its slider's range, or with a rule's text; each as the library reads it. */
export const KINDS = {
  gain: { words: "gain", title: "normal, std = gain/√fan_in", rule: (k) => `${k}/sqrt(fanIn)`, range: [0.5, 2.5, 0.01], first: 1 },
  std: { words: "std", title: "normal, std", rule: (k) => `normal(${k})`, range: [0.01, 1, 0.001], first: 0.1 },
  orthogonal: { words: "gain", title: "orthogonal, gain", rule: (k) => `orthogonal(${k})`, range: [0.5, 2.5, 0.01], first: 1 },
  constant: { words: "weight", title: "all weights equal", rule: (k) => `constant(${k})`, range: [0.005, 1, 0.005], first: 0.1 },
  noise: { words: "noise", title: "all weights 1.2/fan_in, and noise, std", rule: (k) => `constant(1.2/fanIn) + normal(${k})`, range: [0, 0.3, 0.005], first: 0 },
  typed: { words: "your rule", title: "a rule that you type", range: [0, 0, 1], first: 0 },
};

const WORDS = { k: "the knob", w: "neurons", d: "layers", guess: "the guess", f: "the activation", r: "the rule", kind: "the start" };
const RULE = "sqrt(2/fanIn)";

/** The state a figure begins with; guess: null before it is made, else as in guess.js. */
export const begin = ({ activation: f, width: w, depth: d, kind, first: k }) => ({ f, w, d, kind, k, r: RULE, guess: null });

/** The range of the knob: the figure's own for its own kind of start. */
export const rangeOf = (figure, kind) => (kind === figure.kind ? figure.range : KINDS[kind].range);

/** Where the knob begins. */
export const firstOf = (figure, kind) => (kind === figure.kind ? figure.first : KINDS[kind].first);

/** The least and the most that each number may be. */
export function within(figure, kind) {
  return { k: rangeOf(figure, kind), w: [2, 128], d: [1, 100], guess: [-figure.reach, figure.reach] };
}

/** A guess: "none", its end, or a power for each handle; of several sentences the first is enough. */
function guessed(text, range, clipped) {
  if (text === "none") return [];
  let parts = text.split(",");
  const said = [];
  if (parts.length !== 1 && parts.length !== HANDLES) {
    said.push(`The address draws a guess of ${parts.length} points, not of 1 or ${HANDLES}; the last is taken.`);
    parts = parts.slice(-1);
  }
  const guess = parts.map((part) => clip({ words: WORDS.guess, range }, part, said));
  clipped.push(...said.slice(0, 1));
  return guess.includes(undefined) ? null : guess;
}

/** The state that an address says, and a sentence for each of its numbers that was out of range. */
export function fromHash(hash, figure) {
  const state = begin(figure);
  const clipped = [];
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  if (query.get("live") !== figure.id) return { state, clipped };
  const take = (name, reading, field) => {
    if (query.has(name)) state[name] = reading({ words: WORDS[name], ...field }, query.get(name), clipped) ?? state[name];
  };
  take("kind", choose, { choices: KINDS });
  state.k = firstOf(figure, state.kind);
  const { guess, k, w, d } = within(figure, state.kind);
  take("f", cut);
  take("r", cut);
  if (state.kind !== "typed") take("k", clip, { range: k });
  take("w", clip, { range: w, whole: true });
  take("d", clip, { range: d, whole: true });
  if (query.has("guess")) state.guess = guessed(query.get("guess"), guess, clipped);
  return { state, clipped };
}

/** The address of a state, without what is as at the beginning. */
export function toHash(state, figure) {
  const query = new URLSearchParams({ live: figure.id });
  const first = { ...begin(figure), k: firstOf(figure, state.kind) };
  for (const name of ["f", "w", "d", "kind", state.kind === "typed" ? "r" : "k"]) {
    const value = state[name];
    if (value !== first[name]) query.set(name, typeof value === "number" ? plain(value) : value);
  }
  if (state.guess !== null) query.set("guess", state.guess.map(plain).join(",") || "none");
  return `#${query}`.replaceAll("%2C", ",");
}

/** Inputs to each net: one, as theory's median has it; more where a start turns one input on or off as a whole. */
export const batchOf = ({ batch = 1 }) => batch;

/** What the library is asked for. */
export const request = (state, starts, batch) =>
  ({ activation: state.f, width: state.w, depth: state.d, batch, starts });

/** The reader's own start, as the library reads it. */
export const own = (state) => (state.kind === "typed" ? state.r : KINDS[state.kind].rule(plain(state.k)));

/** What the reader's curve is called beside others. */
export const named = (state) => (state.kind === "typed" ? "your rule" : `${KINDS[state.kind].words} ${plain(state.k)}`);

/** A setting as a sentence's beginning: "50 layers of 64 neurons, ReLU, gain 1.6". */
export const setting = (s) => `${s.d} layers of ${s.w} neurons, ${s.f}, ${named(s)}${s.kind === "typed" ? ` ${s.r}` : ""}`;

/** All of a state but the guess, to compare. */
export const settingOf = ({ f, w, d, kind, k, r }) => JSON.stringify([f, w, d, kind, kind === "typed" ? r : k]);

/** What a figure asks: the lesson's own question for the lesson's own setting. */
export function question(figure, state) {
  if (settingOf(state) === settingOf(begin(figure))) return figure.question;
  const words = `${setting(state)}; the input has second moment 1`;
  return state.guess === null ? `${words}: what is it after the last layer?` : `${words}.`;
}
