// The library in its worker. It is fetched at the first question, and a question that takes too long ends the worker;
// the next one begins another.

const PATIENCE = 10_000;

/** A script of the page's own folder, loaded once. */
function loaded(address) {
  return new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = () => failed(new Error("The library is not beside this page."));
    document.head.append(script);
  });
}

/** A function ask(call, argument) with a time limit; open: begins a worker, {ask, end}. */
export function asking(open, patience = PATIENCE) {
  let worker = null;

  function limited(thread, answer) {
    return new Promise((done, failed) => {
      const late = setTimeout(() => {
        thread.end();
        if (worker?.thread === thread) worker = null;
        const words = `No answer after ${patience / 1000} seconds, so the library was stopped. Try fewer layers or neurons.`;
        failed(Object.assign(new Error(words), { late: true }));
      }, patience);
      answer.then(done, failed).finally(() => clearTimeout(late));
    });
  }

  async function begun() {
    const mine = { opened: open() };
    worker = mine;
    try {
      mine.thread = await mine.opened;
    } catch (failed) {
      worker = null;
      throw failed;
    }
    return mine.thread;
  }

  return async (call, argument) => {
    const thread = await (worker ? worker.opened : begun());
    return limited(thread, thread.ask(call, argument));
  };
}

/** The library of the script at this address, which puts initlab.open() into the page. */
export function library(address) {
  return asking(async () => {
    if (globalThis.initlab === undefined) await loaded(address);
    return globalThis.initlab.open();
  });
}

/** Runs a task for the newest request only; requests that come while it runs replace each other. */
export function latest(task) {
  let next = null;
  let running = false;
  return async (request) => {
    next = request;
    if (running) return;
    running = true;
    while (next !== null) {
      const now = next;
      next = null;
      await task(now, () => next !== null);
    }
    running = false;
  };
}
