// What the address says of a live part: each field of its setting, clipped to its range, with a sentence for what was.

import { plain } from "./numbers.js";

const LONGEST = 200;

/** The guess of an address whose reader made it for another setting: the truth is shown, and no guess is scored. */
export const NONE = "none";

/** A number of the address inside its field's range, or undefined; says so where it was not as asked. */
export function clip({ words, range: [least, most], whole }, text, clipped) {
  const x = Number(text);
  if (text.trim() === "" || Number.isNaN(x)) {
    clipped.push(`The address says no number for ${words}; the lesson's own is taken.`);
    return undefined;
  }
  const kept = Math.min(most, Math.max(least, whole ? Math.round(x) : x));
  if (kept !== x) clipped.push(`The address asks for ${words} = ${text.slice(0, 20)}; ${plain(kept)} is taken, from ${least} to ${most}.`);
  return kept;
}

/** A text of the address, as long as one may be typed, but for half a letter at its end; undefined for none. */
export function cut({ words }, text, clipped) {
  const all = text.trim();
  if (all.length <= LONGEST) return all || undefined;
  clipped.push(`The address says more than ${LONGEST} characters for ${words}; the first are taken.`);
  return all.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, "");
}

/** One of the choices, or undefined. */
export function choose({ words, choices }, text, clipped) {
  if (Object.hasOwn(choices, text)) return text;
  clipped.push(`The address says nothing known for ${words}; the lesson's own is taken.`);
  return undefined;
}

function value(field, text, clipped) {
  if (field.asks && text === NONE) return NONE;
  if (field.range) return clip(field, text, clipped);
  return field.choices ? choose(field, text, clipped) : cut(field, text, clipped);
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
