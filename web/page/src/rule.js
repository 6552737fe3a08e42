// A rule's text, as Python writes it: where each rule of the library has a line of its own, and none where it has not.

const NAMED = {
  he: "normal(sqrt(2/fanIn))", heuniform: "uniform(sqrt(6/fanIn))",
  xavier: "normal(sqrt(2/(fanIn+fanOut)))", xavieruniform: "uniform(sqrt(6/(fanIn+fanOut)))",
  lecun: "normal(sqrt(1/fanIn))", lecununiform: "uniform(sqrt(3/fanIn))", pytorchlinear: "uniform(sqrt(1/fanIn))",
  orthogonal: "orthogonal(1)", zeros: "constant(0)",
};
const FUNCTIONS = ["sqrt", "exp", "log", "log1p", "expm1", "sin", "cos", "sinh", "cosh", "atan", "erf"];
const WORDS = {
  fanin: "fan_in", nin: "fan_in", fanout: "fan_out", nout: "fan_out", pi: "math.pi", e: "math.e", abs: "abs", ln: "math.log",
  ...Object.fromEntries(FUNCTIONS.map((name) => [name, `math.${name}`])),
};
const TOKEN = /\s*(?:((?:0|[1-9]\d*)?\.\d+|(?:0|[1-9]\d*)\.?)(e[-+]?\d+)?(?![\d.\w])|([a-z][\w.]*)|(\*\*|[-+*/^()]))/iy;

/** A formula in Python; null for one with a choice, or a word that Python's math has not. */
export function python(formula) {
  const text = formula.trim();
  const parts = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const [, digits, exponent = "", word, sign] = TOKEN.exec(text) ?? [];
    if (digits !== undefined) parts.push(digits + exponent);
    else if (sign !== undefined) parts.push(sign === "^" ? "**" : sign);
    else if (word !== undefined && Object.hasOwn(WORDS, plain(word))) parts.push(WORDS[plain(word)]);
    else return null;
  }
  return parts.length ? spaced(parts) : null;
}

const plain = (word) => word.slice(word.lastIndexOf(".") + 1).replaceAll("_", "").toLowerCase();

/** Room around + and -, / and *, but not around the sign of a number. */
function spaced(parts) {
  const two = (i) => /^[-+*/]$/.test(parts[i]) && i > 0 && !/^(\(|[-+*/]|\*\*)$/.test(parts[i - 1]);
  return parts.map((part, i) => (two(i) ? ` ${part} ` : part)).join("");
}

function closes(text) {
  let open = 0;
  for (const sign of text) {
    if (sign === "(") open++;
    if (sign === ")" && --open < 0) return false;
  }
  return open === 0;
}

/** {draw, number}: normal, uniform, orthogonal or constant, and its number in Python; null if Python has no line for it. */
export function ruleOf(text) {
  const name = text.trim().toLowerCase().replaceAll(/[ -]/g, "");
  const rule = Object.hasOwn(NAMED, name) ? NAMED[name] : text.trim();
  const [, draw, inside] = /^(normal|uniform|orthogonal|constant)\s*\((.*)\)$/is.exec(rule) ?? [];
  if (draw === undefined) return formula("normal", rule);
  return closes(inside) ? formula(draw.toLowerCase(), inside) : null;
}

function formula(draw, text) {
  const number = closes(text) ? python(text) : null;
  return number === null ? null : { draw, number };
}
