// A guess of a curve in powers of ten: the end alone, or one power at each fifth of the way; none, where it was not asked for.

export const HANDLES = 5;

/** The layers at which a guess says a power. */
export const places = (guess, depth) => guess.map((_, i) => (depth * (i + 1)) / guess.length);

/** Whether the whole curve was drawn. */
export const drawn = (guess) => guess.length > 1;

/** The straight curve to an end. */
export const straight = (end) => Array.from({ length: HANDLES }, (_, i) => (end * (i + 1)) / HANDLES);

/** The power at a share of the way: straight between the points, from 0 at the input. */
export function powerOf(guess, share) {
  const at = share * guess.length;
  const i = Math.min(Math.floor(at), guess.length - 1);
  const before = i === 0 ? 0 : guess[i - 1];
  return before + (at - i) * (guess[i] - before);
}

/** Mean distance to what was measured, in decades, over the layers after the input. */
export function distance(guess, median) {
  const depth = median.length - 1;
  const off = Array.from(median.slice(1), (x, l) => Math.abs(powerOf(guess, (l + 1) / depth) - Math.log10(x)));
  return off.reduce((a, b) => a + b, 0) / depth;
}

/** The guess after a hand went from one handle, {i, power}, to another, straight on the way. */
export function stroke(guess, from, to) {
  const bent = [...guess];
  const steps = Math.abs(to.i - from.i);
  for (let s = 1; s <= steps; s++) bent[from.i + Math.sign(to.i - from.i) * s] = from.power + ((to.power - from.power) * s) / steps;
  bent[to.i] = to.power;
  return bent;
}
