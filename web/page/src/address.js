// What the address says of a live part: each field of its setting, clipped to its range, with a sentence for what was.

import { plain } from "./numbers.js";

const LONGEST = 200;

/** The guess of an address whose reader made it for another setting: the truth is shown, and no guess is scored. */
export const NONE = "none";

/** A number of the address inside its field's range, or undefined; says so where it was not as asked. */
function clip({ words, range: [least, most], whole }, text, clipped) {
  const x = Number(text);
  if (text.trim() === "" || Number.isNaN(x)) {
    clipped.push(`The address says no number for ${words}; the lesson's own is taken.`);
    return undefined;
  }
  const kept = Math.min(most, Math.max(least, whole ? Math.round(x) : x));
  if (kept !== x) clipped.push(`The address asks for ${words} = ${text.slice(0, 20)}; ${plain(kept)} is taken, from ${least} to ${most}.`);
  return kept;
}

function value(field, text, clipped) {
  if (field.asks && text === NONE) return NONE;
  if (field.range) return clip(field, text, clipped);
  if (!field.choices) return text.trim().slice(0, LONGEST) || undefined;
  if (Object.hasOwn(field.choices, text)) return text;
  clipped.push(`The address says nothing known for ${field.words}; the lesson's own is taken.`);
  return undefined;
}

/**
 * The state that an address says of the part with this id, and a sentence for all that was out of range.
 *
 * fields: by name {words, range: [least, most, step], whole}, {words, choices} or {words} of a text; first: their values
 */
export function read(hash, id, fields, first) {
  const state = { ...first, guess: null };
  const clipped = [];
  const query = new URLSearchParams(hash.replace(/^#/, ""));
  const mine = query.get("live") === id;
  for (const [name, field] of Object.entries(fields)) {
    if (mine && query.has(name)) state[name] = value(field, query.get(name), clipped) ?? state[name];
  }
  return { state, clipped, mine };
}

/** The address of a state, without what is as at the beginning. */
export function write(state, id, first) {
  const query = new URLSearchParams({ live: id });
  for (const [name, is] of Object.entries(state)) {
    if (is !== null && is !== first[name]) query.set(name, typeof is === "number" ? plain(is) : is);
  }
  return `#${query}`;
}
