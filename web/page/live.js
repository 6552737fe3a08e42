// The library in a worker, for a page: `const { ask } = await initlab.open()`, then `await ask("gains", "tanh")`.
// It also works in a page that was opened from a disk: nothing is fetched, the worker comes from a Blob.
// pack.py puts the worker's text and the library in front of this file.

(() => {
  const packed = globalThis.initlabPacked;
  const folder = new URL(".", document.currentScript.src);

  async function inflated(base64) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  /** A worker, as a function that asks it: what it refuses arrives as an Error with its own sentence. */
  function started(...scripts) {
    const thread = new Worker(URL.createObjectURL(new Blob(scripts, { type: "text/javascript" })));
    const waiting = new Map();
    let asked = 0;
    thread.onmessage = ({ data: { id, value, error } }) => {
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) resolve(value);
      else reject(new Error(error));
    };
    thread.onerror = (event) => {
      waiting.forEach(({ reject }) => reject(new Error(event.message)));
      waiting.clear();
    };
    const ask = (call, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++asked;
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, call, args });
      });
    return { ask, end: () => thread.terminate() };
  }

  async function webAssembly() {
    const library = started(packed.loader, packed.worker);
    try {
      await library.ask("load", await inflated(packed.wasm));
      return { engine: "WebAssembly", ...library };
    } catch (older) {
      library.end();
      throw older;
    }
  }

  /** For browsers whose WebAssembly has no garbage collection; it comes in a file of its own. */
  async function javaScript() {
    if (packed.script === undefined) await added(new URL("live-js.js", folder));
    return { engine: "JavaScript", ...started(await inflated(packed.script), "\n", packed.worker) };
  }

  function added(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url;
      script.onload = resolve;
      script.onerror = () => reject(new Error("The library could not be loaded from " + url + "."));
      document.head.append(script);
    });
  }

  globalThis.initlab = {
    /**
     * Starts a worker with the library. `ask` is as above; `end()` ends the worker, and with it work that takes too
     * long; `engine` says what the library runs in.
     *
     * @param engine "JavaScript" to do without WebAssembly
     */
    async open(engine) {
      if (engine === "JavaScript") return javaScript();
      try {
        return await webAssembly();
      } catch (older) {
        console.info("No WebAssembly with garbage collection here:", older.message);
        return javaScript();
      }
    },
  };
})();
