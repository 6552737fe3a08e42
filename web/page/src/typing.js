// What to type for a setting, as the lessons spell it.

import { plain } from "./numbers.js";
import { ruleOf } from "./rule.js";

const ACTIVATIONS = {
  ReLU: ["RELU", "nn.ReLU()", '"relu"', "nnx.relu"],
  tanh: ["TANH", "nn.Tanh()", '"tanh"', "nnx.tanh"],
  sigmoid: ["SIGMOID", "nn.Sigmoid()", '"sigmoid"', "nnx.sigmoid"],
  linear: ["LINEAR", "nn.Identity()", '"linear"', "lambda x: x"],
  GELU: ["GELU", "nn.GELU()", '"gelu"', "functools.partial(nnx.gelu, approximate=False)"],
  SiLU: ["SILU", "nn.SiLU()", '"silu"', "nnx.silu"],
  ELU: ["ELU", "nn.ELU()", '"elu"', "nnx.elu"],
  SELU: ["SELU", "nn.SELU()", '"selu"', "nnx.selu"],
  Mish: ["MISH", "nn.Mish()", '"mish"', "jax.nn.mish"],
  softplus: ["SOFTPLUS", "nn.Softplus()", '"softplus"', "nnx.softplus"],
};

/** By the kind of start, from its number in Python: initlab, PyTorch, Keras, Flax. */
const STARTS = {
  gain: (k) => [
    `Init.lecunNormal().gain(${k})`,
    `nn.init.normal_(layer.weight, std=${k} / layer.in_features ** 0.5)`,
    `keras.initializers.VarianceScaling(\n        ${plain(k * k)}, mode="fan_in", distribution="untruncated_normal")`,
    `nnx.initializers.variance_scaling(${plain(k * k)}, "fan_in", "normal")`,
  ],
  std: (k) => [
    `Init.normal(${k})`,
    `nn.init.normal_(layer.weight, std=${k})`,
    `keras.initializers.RandomNormal(stddev=${k})`,
    `nnx.initializers.normal(${k})`,
  ],
  orthogonal: (k) => [
    `Init.orthogonal(${k})`,
    `nn.init.orthogonal_(layer.weight, gain=${k})`,
    `keras.initializers.Orthogonal(gain=${k})`,
    `nnx.initializers.orthogonal(${k})`,
  ],
  constant: (k) => [
    `Init.constant(${k})`,
    `nn.init.constant_(layer.weight, ${k})`,
    `keras.initializers.Constant(${k})`,
    `nnx.initializers.constant(${k})`,
  ],
  uniform: (k) => [
    `Init.uniform(${k})`,
    `nn.init.uniform_(layer.weight, -${k}, ${k})`,
    `keras.initializers.RandomUniform(-${k}, ${k})`,
    `nnx.initializers.variance_scaling(${k} ** 2 * fan_in / 3, "fan_in", "uniform")`,
  ],
  noise: (k) => [
    `(shape, rng) -> {\n        var weights = Init.normal(${k}).draw(shape, rng);\n` +
      `        CommonOps_DDRM.add(weights, 1.2 / shape.fanIn());\n        return weights;\n    }`,
    `nn.init.normal_(layer.weight, mean=1.2 / layer.in_features, std=${k})`,
    `keras.initializers.RandomNormal(mean=1.2 / fan_in, stddev=${k})`,
    `lambda key, shape, dtype: 1.2 / fan_in + ${k} * jax.random.normal(key, shape, dtype)`,
  ],
};

const NUMBERS = { normal: "std", uniform: "limit", orthogonal: "gain", constant: "value" };

/** How each draws the weights, and what stands before: {init, lines, before}, lines and before for the three others. */
function start({ kind, k, r, w }) {
  const fans = `fan_in = fan_out = ${w}\n`;
  if (kind !== "typed") {
    const [init, ...lines] = STARTS[kind](plain(k));
    return { init, lines, before: lines.map((line) => (FANS.test(line) ? fans : "")) };
  }
  const init = `Parse.rule("${quoted(r)}")`;
  const rule = ruleOf(r);
  if (rule === null) return { init, ...unknown(oneLine(r)) };
  const { draw, number } = rule;
  const name = NUMBERS[draw];
  const lines = STARTS[draw === "normal" ? "std" : draw](name).slice(1);
  const value = `${/math/.test(number) ? "import math\n\n" : ""}${FANS.test(number) ? fans : ""}${name} = ${number}\n`;
  return { init, lines, before: lines.map((line) => (!FANS.test(number) && FANS.test(line) ? fans : "") + value) };
}

/** A fan as a number, not as a word in quotes. */
const FANS = /(^|[^"])\bfan_(in|out)\b/;

/** A rule that Python has no line for is written where "..." stands. */
function unknown(rule) {
  const body = `    return ...  # in place of the dots, write what draws weights by: ${rule}\n`;
  return {
    lines: ["layer.weight.data = draw(layer.weight)", "draw", "draw"],
    before: [`def draw(weight):\n${body}`, `def draw(shape, dtype=None):\n${body}`, `def draw(key, shape, dtype):\n${body}`],
  };
}

const oneLine = (text) => text.replaceAll(/\s+/g, " ");
const quoted = (text) => oneLine(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"');

/** How each names the activation, and what stands before; a typed one has no name, and is written where "..." stands. */
function activation(f) {
  if (Object.hasOwn(ACTIVATIONS, f)) return { names: ACTIVATIONS[f], torch: "", others: "" };
  const line = oneLine(f);
  return {
    names: [`Parse.activation("${quoted(f)}")`, "F()", "f", "f"],
    torch: `class F(nn.Module):\n    def forward(self, x):\n        return ...  # ${line}\n\n`,
    others: `def f(x):\n    return ...  # ${line}\n\n`,
  };
}

/** What to type for exactly this setting: [name, text] of each. */
export function typing(state) {
  const { f, w, d } = state;
  const { names: [java, module, keras, flax], torch, others } = activation(f);
  const { init, lines: [draw, kernel, begin], before } = start(state);
  const [inTorch, inKeras, inFlax] = before.map((text) => (text ? `${text}\n` : ""));
  return [
    ["initlab", `var net = Mlp.deep(${java}, ${w}, ${d}).init(\n    ${init}, seed);`],
    ["PyTorch 2.15", `${inTorch}${torch}net = nn.Sequential(*[\n    part for _ in range(${d})\n    for part in (nn.Linear(${w}, ${w}), ${module})])\n` +
      `for layer in net[::2]:\n    ${draw}\n    nn.init.zeros_(layer.bias)`],
    ["Keras 3.15", `${inKeras}${others}net = keras.Sequential([\n    layers.Dense(${w}, ${keras}, kernel_initializer=${kernel})\n    for _ in range(${d})])`],
    ["Flax 0.12", `${inFlax}${others}start = ${begin}\nnet = nnx.Sequential(*[\n    part for _ in range(${d}) for part in (\n` +
      `        nnx.Linear(${w}, ${w}, kernel_init=start, rngs=rngs),\n        ${flax})])`],
  ];
}
