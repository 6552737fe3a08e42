// One study after another: few nets first, then more, until all are seen.

import { named, own, request } from "./state.js";

export const STEPS = [1, 2, 5, 10, 12];
export const SEEDS = STEPS.reduce((a, b) => a + b);

/** As in the lessons' figures. */
const STYLES = {
  He: { style: "he" }, Xavier: { style: "xavier" }, LeCun: { style: "lecun" },
  orthogonal: { style: "orthogonal", dash: "7 4" }, LSUV: { style: "lsuv", dash: "2 4" },
};

function curve(name, facts, theory, seen) {
  const side = (way) => ({ ...seen[way], theory: theory?.[way] ?? [] });
  return { name, ...facts, kind: theory?.kind, forward: side("forward"), backward: side("backward"), end: seen.end };
}

/** Measures a state with the other starts beside it; shows each step's {state, seeds, curves}, the reader's last. */
export class Study {
  #ask;
  #beside = { key: "", curves: [] };

  constructor(ask) {
    this.#ask = ask;
  }

  async run(state, others, show, outdated, pause = () => {}) {
    const key = JSON.stringify([state.f, state.w, state.d]);
    const known = this.#beside.key === key ? this.#beside.curves : null;
    const mine = own(state);
    const measured = [mine, ...(known ? [] : others.filter((name) => name !== mine))];
    const { theory } = await this.#ask("begin", request(state, measured));
    for (const step of STEPS) {
      const { seeds, curves } = await this.#ask("more", step);
      const beside = known ?? measured.slice(1).map((name) =>
        curve(name, STYLES[name] ?? { style: "other" }, theory[name], curves[name]));
      show({ state, seeds, curves: [...beside, curve(named(state), { style: "yours" }, theory[mine], curves[mine])] });
      if (seeds >= SEEDS) this.#beside = { key, curves: beside };
      if (outdated()) return;
      await pause();
    }
  }
}
