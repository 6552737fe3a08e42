// Runs the library off the page's thread. TeaVM's loader stands in front of it; where WebAssembly has no garbage
// collection, the library in JavaScript stands there instead, and has put its functions into the global object.

/* global TeaVM */

(() => {
  let library = self;

  const CALLS = {
    async load(wasm) {
      library = (await TeaVM.wasmGC.load(new Uint8Array(wasm))).exports;
    },
    begin: (request) => library.begin(request),
    more: (seeds) => library.more(seeds),
    different: ({ start, width }) => library.different(start, width),
    gains: (activation) => library.gains(activation),
    check: ({ id, answer }) => library.check(id, answer),
    names: () => library.names(),
    plane: (asked) => library.plane(asked),
    edge: (asked) => library.edge(asked),
    place: (asked) => library.place(asked),
    angles: (asked) => library.angles(asked),
    angleTheory: (asked) => library.angleTheory(asked),
    gainWalk: (asked) => library.gainWalk(asked),
    lossLine: (asked) => library.lossLine(asked),
    lossHere: (asked) => library.lossHere(asked),
    losses: (asked) => library.losses(asked),
    formats: (asked) => library.formats(asked),
    formatDepths: (asked) => library.formatDepths(asked),
    functions: (asked) => library.functions(asked),
  };

  self.onmessage = async ({ data: { id, call, args } }) => {
    try {
      if (!Object.hasOwn(CALLS, call)) throw new Error(`The library has no call "${call}".`);
      self.postMessage({ id, value: await CALLS[call](...args) });
    } catch (refused) {
      self.postMessage({ id, error: String(refused.message ?? refused) });
    }
  };
})();
