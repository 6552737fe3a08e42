// What to type for a setting, as the lessons spell it.

import { plain } from "./numbers.js";

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
};

/** How each names the activation, and what stands before; a typed one has no name, and is written where "..." stands. */
function activation(f) {
  if (Object.hasOwn(ACTIVATIONS, f)) return { names: ACTIVATIONS[f], torch: "", others: "" };
  const line = f.replaceAll(/\s+/g, " ");
  const text = line.replaceAll("\\", "\\\\").replaceAll('"', '\\"');
  return {
    names: [`Parse.activation("${text}")`, "F()", "f", "f"],
    torch: `class F(nn.Module):\n    def forward(self, x):\n        return ...  # ${line}\n\n`,
    others: `def f(x):\n    return ...  # ${line}\n\n`,
  };
}

/** What to type for exactly this setting: [name, text] of each. */
export function typing({ f, w, d, kind, k }) {
  const { names: [java, module, keras, flax], torch, others } = activation(f);
  const [init, draw, kernel, start] = STARTS[kind](plain(k));
  return [
    ["initlab", `var net = Mlp.deep(${java}, ${w}, ${d}).init(\n    ${init}, seed);`],
    ["PyTorch 2.15", `${torch}net = nn.Sequential(*[\n    part for _ in range(${d})\n    for part in (nn.Linear(${w}, ${w}), ${module})])\n` +
      `for layer in net[::2]:\n    ${draw}\n    nn.init.zeros_(layer.bias)`],
    ["Keras 3.15", `${others}net = keras.Sequential([\n    layers.Dense(${w}, ${keras}, kernel_initializer=${kernel})\n    for _ in range(${d})])`],
    ["Flax 0.12", `${others}start = ${start}\nnet = nnx.Sequential(*[\n    part for _ in range(${d}) for part in (\n` +
      `        nnx.Linear(${w}, ${w}, kernel_init=start, rngs=rngs),\n        ${flax})])`],
  ];
}
