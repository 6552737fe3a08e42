// Stands in for the library in tests of the page: plausible curves, made up.

(() => {
  const ACTIVATIONS = { ReLU: [0.5, 0.5], linear: [1, 1], tanh: [0.7, 0.75], SiLU: [0.4, 0.45] };
  let asked;
  let seeds;

  function gainOf(start, width) {
    if (start === "He") return Math.SQRT2;
    const k = Number(/[\d.]+/.exec(start)?.[0] ?? 1);
    return /^normal/.test(start) ? k * Math.sqrt(width) : /^constant/.test(start) ? k * width : k;
  }

  function sides(start) {
    const { activation, width, depth } = asked;
    if (!Object.hasOwn(ACTIVATIONS, activation)) throw new Error(`There is no activation ${activation}: type another.`);
    const [forward, backward] = ACTIVATIONS[activation].map((share) => share * gainOf(start, width) ** 2);
    const layers = Array.from({ length: depth + 1 }, (_, l) => l);
    const power = (factor, shrink) => layers.map((l) => factor ** l * Math.exp((-shrink * l) / width));
    return { forward: power(forward, 0), backward: power(backward, 0).reverse(), width };
  }

  const scaled = (values, up) => Float64Array.from(values, (v, i) => v * Math.exp(up * Math.sqrt(i / asked.width)));
  const band = (values, back) => {
    const turn = (x) => (back ? x.reverse() : x);
    const plain = back ? [...values].reverse() : values;
    return { median: turn(scaled(plain, 1 / seeds)), low: turn(scaled(plain, -3)), high: turn(scaled(plain, 3)) };
  };
  const own = (median) => (seeds < 6 ? [] : [median * Math.exp(-2 / Math.sqrt(seeds)), median * Math.exp(2 / Math.sqrt(seeds))]);

  const calls = {
    begin(request) {
      asked = request;
      seeds = 0;
      const theory = {};
      for (const start of request.starts) {
        const { forward, backward } = sides(start);
        theory[start] = { forward: Float64Array.from(forward), backward: Float64Array.from(backward), kind: "median" };
      }
      return { theory };
    },
    more(n) {
      seeds += n;
      const curves = {};
      for (const start of asked.starts) {
        const both = sides(start);
        const seen = { forward: band(both.forward, false), backward: band(both.backward, true) };
        seen.end = { forward: own(seen.forward.median.at(-1)), backward: own(seen.backward.median[0]) };
        curves[start] = seen;
      }
      return { seeds, curves };
    },
    different: ({ start, width }) => (/^constant\([^+]*$/.test(start) ? 1 : width),
    gains: () => ({ secondMoment: 1.5, variance: 1.6, fixedPoint: NaN, gradient: 1.4, torch: NaN }),
    names: () => ({ activations: Object.keys(ACTIVATIONS), rules: ["He", "Xavier"] }),
    check({ answer }) {
      if (answer === "hang") return new Promise(() => {});
      return answer === "sqrt(3/300)"
        ? { kind: "RIGHT", sentence: "✓ right.", hints: [] }
        : { kind: "WRONG", sentence: `✗ ${answer} is not it.`, hints: ["Look again.", "And `<b>` again."] };
    },
  };

  if (typeof module === "object") {
    module.exports = calls;
  } else {
    const ask = async (call, argument) => calls[call](argument);
    globalThis.initlab = { open: async () => ({ engine: "made up", ask, end() {} }) };
  }
})();
