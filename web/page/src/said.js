// What is said under a figure, once all nets are seen.

import { own } from "./state.js";
import { ends, goal, level, tied, verdict } from "./words.js";

/** How many neurons of a layer differ, asked where a start may make them one. */
async function different(ask, state) {
  const doubtful = ["constant", "noise", "typed"].includes(state.kind);
  return doubtful ? ask("different", { start: own(state), width: state.w }) : state.w;
}

/** The sentences on what was seen, {state, curves, left}: the guess first; after: what a figure says where level is not enough. */
export async function findings(ask, { state, curves, left }, guess, after = "") {
  const mine = curves.at(-1);
  const neurons = await different(ask, state);
  const more = level(mine) && neurons < state.w ? after : "";
  return [verdict(guess, mine), goal(mine), tied(neurons, state), ...ends(mine), more, ...left].filter(Boolean);
}
