// TeaVM's loader makes functions of text, which the pages' content security policy forbids: nothing that is typed or
// read may run as a script. This stands in the place of Function: it knows what the loader and the library ask for, and
// refuses anything else by its text.

/* exported functionOf */

const functionOf = (() => {
  /** The bodies of the scripts in Java's @JSBody, as TeaVM spells them; the first argument is of no use here. */
  const SCRIPTS = {
    "{return {};}": () => ({}),
    "return new Array();": () => [],
    "return str;": (_, text) => text,
    "return array;": (_, array) => array,
    "return to[name]=value;": (_, to, name, value) => (to[name] = value),
    "return Math.sinh(x);": (_, x) => Math.sinh(x),
    "return Math.cosh(x);": (_, x) => Math.cosh(x),
    "return Math.log1p(x);": (_, x) => Math.log1p(x),
    "return Math.log10(x);": (_, x) => Math.log10(x),
    "return Math.hypot(x,y);": (_, x, y) => Math.hypot(x, y),
    "return text.split(new RegExp(pattern));": (_, text, pattern) => text.split(new RegExp(pattern)),
    "return (new RegExp('^(?:'+pattern+')$')).test(text);": (_, text, pattern) =>
      new RegExp("^(?:" + pattern + ")$").test(text),
    "return text.replace(new RegExp(pattern),by);": (_, text, pattern, by) => text.replace(new RegExp(pattern), by),
    "return text.replace(new RegExp(pattern,'g'),by);": (_, text, pattern, by) =>
      text.replace(new RegExp(pattern, "g"), by),
  };

  /** Calls of a function, with an argument more each; the first are called millions of times in a study. */
  const CALLS = [
    (rethrow, call) => {
      try {
        return call();
      } catch (thrown) {
        return rethrow(thrown);
      }
    },
    (rethrow, call, x) => {
      try {
        return call(x);
      } catch (thrown) {
        return rethrow(thrown);
      }
    },
    (rethrow, call, x, y) => {
      try {
        return call(x, y);
      } catch (thrown) {
        return rethrow(thrown);
      }
    },
  ];

  const anyCall = (rethrow, call, ...args) => CALLS[0](rethrow, () => call(...args));

  const method = (rethrow, global, object, name, ...args) =>
    CALLS[0](rethrow, () => (object !== null ? object[name](...args) : global(name)(...args)));

  const construct = (rethrow, type, ...args) => CALLS[0](rethrow, () => new type(...args));

  function script(ignored, ...text) {
    const body = text[text.length - 1];
    if (!Object.hasOwn(SCRIPTS, body)) throw new Error("functions.js does not know the script " + body);
    return SCRIPTS[body].bind(null, ignored);
  }

  const named = (constructor) =>
    function (marker, object) {
      return constructor.call(this, marker, object);
    };

  const exported = (rethrow, call) => (...args) => CALLS[0](rethrow, () => call(...args));

  const global = (name) => () => name.split(".").reduce((within, part) => within[part], globalThis);

  return function (...text) {
    const body = text[text.length - 1];
    const [first, second] = text.length > 1 ? text : [];
    const count = text.length - 3;
    if (first === "wrapCallFromJavaToJs" && body.startsWith("return new Function(")) return script;
    if (first === "rethrowJsAsJava" && second === "fn") return CALLS[count] ?? anyCall;
    if (first === "rethrowJsAsJava" && second === "getGlobalName") return method;
    if (first === "rethrowJsAsJava" && second === "constructor") return construct;
    if (first === "rethrowJavaAsJs" && !body.includes("this")) return exported;
    if (first === "constructor") return named;
    if (/^return \[[p0-9, ]*\]$/.test(body)) return (...args) => args;
    const path = /^return ([A-Za-z0-9.]+);$/.exec(body);
    if (text.length === 1 && path) return global(path[1]);
    throw new Error("functions.js does not know " + text.join(" | "));
  };
})();
