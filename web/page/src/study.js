// One study after another: few nets first, then more, until all are seen.

import { batchOf, named, own, request } from "./state.js";

const STEPS = [1, 2, 5, 10, 12];
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

/** Measures a state with the other starts beside it; shows each step's {state, seeds, batch, curves, left}, the reader's last. */
export class Study {
  #ask;
  #beside = { key: "", curves: [], left: [] };

  constructor(ask) {
    this.#ask = ask;
  }

  /** A start beside that the library refuses here, the last first, is left out, and left says why. */
  async run(state, figure, show, outdated, pause = () => {}) {
    const others = figure.beside;
    const key = JSON.stringify([state.f, state.w, state.d]);
    const known = this.#beside.key === key ? this.#beside : null;
    const left = known ? [...known.left] : [];
    for (let most = others.length; ; most--) {
      try {
        return await this.#measure(state, { key, known, others: others.slice(0, most), left, batch: batchOf(figure) }, show, outdated, pause);
      } catch (refused) {
        if (known || most === 0 || refused.late) throw refused;
        left.push(`Without ${others[most - 1]}: ${refused.message}`);
      }
    }
  }

  async #measure(state, { key, known, others, left, batch }, show, outdated, pause) {
    const mine = own(state);
    const measured = [mine, ...(known ? [] : others.filter((name) => name !== mine))];
    const { theory } = await this.#ask("begin", request(state, measured, batch));
    for (const step of STEPS) {
      const { seeds, curves } = await this.#ask("more", step);
      const beside = known?.curves ?? measured.slice(1).map((name) =>
        curve(name, STYLES[name] ?? { style: "other" }, theory[name], curves[name]));
      show({ state, seeds, batch, left, curves: [...beside, curve(named(state), { style: "yours" }, theory[mine], curves[mine])] });
      if (seeds >= SEEDS && !others.includes(mine)) this.#beside = { key, curves: beside, left };
      if (outdated()) return;
      await pause();
    }
  }
}
