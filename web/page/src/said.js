// What is said under a figure, once all nets are seen.

import { own } from "./state.js";
import { ends, goal, level, tied, verdict } from "./words.js";

/** How many neurons of a layer differ, asked where a start may make them one. */
async function different(ask, state) {
  const doubtful = ["constant", "noise", "typed"].includes(state.kind);
  return doubtful ? ask("different", { start: own(state), width: state.w }) : state.w;
}

/** The sentences on what was seen, {state, curves, left}: the guess first; a figure may say what to try, and where level is not enough. */
export async function findings(ask, { state, curves, left }, guess, figure) {
  const mine = curves.at(-1);
  const neurons = await different(ask, state);
  const more = level(mine) && neurons < state.w ? figure.after : "";
  const hint = !level(mine) && state.f === figure.activation ? figure.hint : "";
  return [verdict(guess, mine), goal(mine), hint, tied(neurons, state), ...ends(mine), more, ...left].filter(Boolean);
}
