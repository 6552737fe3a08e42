"""Runs what a live figure says to type, in PyTorch, Keras, Flax and Java, and looks at the weights that come out.

    python3 web/test/frameworks.py

needs the packages of frameworks.txt, Node.js, a JDK, and the library in lib/target. The texts come from the page's own
typing.js, for every kind of start that it knows. What a setting says comes from the library, which reads the start as
the page asks for it and draws 300 layers: each layer of a net, and the mean over its layers, must have a mean, a second
and a fourth moment within six of their standard deviations, by which also a uniform or a truncated law is told from a
normal one of the same variance. Activations are compared on a grid.
It says how many checks failed, and ends with 1 if one did.
"""

import functools
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.update(KERAS_BACKEND="torch", JAX_PLATFORMS="cpu", TF_CPP_MIN_LOG_LEVEL="3")

import jax
import keras
import numpy as np
import torch
from flax import nnx
from torch import nn

ROOT = Path(__file__).resolve().parents[2]
DRAWN = 300
POWERS = (1, 2, 4)  # the mean, the second and the fourth moment, of which the last knows one law from another
GRID = [x / 4 for x in range(-16, 17)]

# Every kind of start as it begins and in the middle of its range, every activation by name, a typed one, typed rules.
RULES = ["sqrt(2/fanIn)", "uniform(sqrt(6/fanIn))", "orthogonal(1.2)"]
ASK = """
const [folder, rules] = process.argv.slice(1);
const { typing } = await import(folder + "/typing.js");
const { begin, KINDS, own } = await import(folder + "/state.js");
const setting = (activation, width, depth, kind, first) => begin({ activation, width, depth, kind, first });
const settings = Object.entries(KINDS).flatMap(([kind, { first, range: [least, most] }]) => [
  setting("ReLU", 64, 20, kind, first), setting("tanh", 48, 9, kind, (least + most) / 2),
]);
for (const f of ["sigmoid", "linear", "GELU", "SiLU", "ELU", "SELU", "Mish", "softplus", "x*sigmoid(1.7*x)"]) {
  settings.push(setting(f, 32, 5, "gain", 1.3));
}
if (KINDS.typed) JSON.parse(rules).forEach((r) => settings.push({ ...setting("ReLU", 40, 12, "typed", 0), r }));
process.stdout.write(JSON.stringify(settings.map((s) => ({ ...s, rule: own(s), texts: typing(s) }))));
"""

IMPORTS = """import static initlab.init.Activation.*;
import initlab.init.*; import initlab.init.parse.Parse; import initlab.nn.*; import initlab.nn.layer.*;
import org.ejml.data.DMatrixRMaj; import org.ejml.dense.row.CommonOps_DDRM;
Initializer rule(String text) {
  int plus = text.indexOf(") + ");
  if (plus < 0) return Parse.rule(text);
  Initializer one = Parse.rule(text.substring(0, plus + 1)), other = Parse.rule(text.substring(plus + 4));
  return (shape, rng) -> {
    DMatrixRMaj sum = one.draw(shape, rng);
    CommonOps_DDRM.addEquals(sum, other.draw(shape, rng));
    return sum;
  };
}
void tell(Network net) {
  for (int power : new int[] {1, 2, 4}) {
    var line = new StringBuilder("=");
    for (var p : net.parameters()) if (p.role() == Role.WEIGHT) {
      double sum = 0; for (double w : p.value().data) sum += Math.pow(w, power);
      line.append(' ').append(sum / p.value().data.length);
    }
    System.out.println(line);
  }
}
void tell(Activation f) {
  double[] z = {%s}; double[] a = new double[z.length]; f.apply(z, a, z.length);
  var line = new StringBuilder("="); for (double one : a) line.append(' ').append(one);
  System.out.println(line);
}
long seed = 5;
"""

failures: list[str] = []


def check(holds: bool, what: str) -> None:
    """Says whether something holds."""
    print(("ok    " if holds else "FAILS ") + what)
    if not holds:
        failures.append(what)


def settings() -> list[dict]:
    """Settings, each with its rule as the library reads it, and its texts."""
    folder = (ROOT / "web" / "page" / "src").as_uri()
    command = ["node", "--input-type=module", "-e", ASK, folder, json.dumps(RULES)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout)


def in_java(asked: list[dict]) -> list[tuple[list, list, list[float]]]:
    """Of each setting: by power the moments of the text's layers, those of the rule's, the activation on the grid."""
    lines = [IMPORTS % ", ".join(map(str, GRID))]
    for number, one in enumerate(asked):
        text = dict(one["texts"])["initlab"].replace("var net", f"var net{number}", 1)
        f, rule = json.dumps(one["f"]), json.dumps(one["rule"])
        lines.append(f"{text}\ntell(net{number});")
        lines.append(f"tell(Mlp.deep(RELU, {one['w']}, {DRAWN}).init(rule({rule}), 7));")
        lines.append(f"tell(Parse.activation({f}));")
    jars = os.pathsep.join(map(str, [ROOT / "lib/target/initlab.jar", *(ROOT / "lib/target/deps").glob("*.jar")]))
    jshell = shutil.which("jshell", path=str(Path(os.environ.get("JAVA_HOME", "/")) / "bin")) or "jshell"
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "typed.jsh"
        script.write_text("\n".join([*lines, "/exit"]), encoding="utf-8")
        command = [jshell, "--class-path", jars, "-s", str(script)]
        said = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    told = [list(map(float, line.split()[1:])) for line in said.stdout.splitlines() if line.startswith("=")]
    each = 2 * len(POWERS) + 1
    if len(told) != each * len(asked):
        print(said.stdout[-2000:], said.stderr[-2000:])
        raise SystemExit("Java did not run every text.")
    return [(told[i : i + 3], told[i + 3 : i + 6], told[i + 6]) for i in range(0, len(told), each)]


def run(text: str) -> dict:
    """The names after a text; what a reader has to write for a typed activation is written as the input itself."""
    names = {"nn": nn, "torch": torch, "keras": keras, "layers": keras.layers, "nnx": nnx, "jax": jax}
    names |= {"functools": functools, "math": math, "rngs": nnx.Rngs(5)}
    exec(text.replace("return ...", "return x"), names)
    return names


def in_torch(text: str, width: int) -> tuple[list[np.ndarray], object]:
    """The weights of each layer, and the activation."""
    net = run(text)["net"]
    return [one.weight.detach().numpy() for one in net[::2]], lambda x: net[1](torch.tensor(x)).numpy()


def in_keras(text: str, width: int) -> tuple[list[np.ndarray], object]:
    """The same in Keras, which draws when it knows the input."""
    net = run(text)["net"]
    net.build((None, width))
    weights = [keras.ops.convert_to_numpy(one.kernel) for one in net.layers]
    return weights, lambda x: keras.ops.convert_to_numpy(net.layers[0].activation(keras.ops.convert_to_tensor(x)))


def in_flax(text: str, width: int) -> tuple[list[np.ndarray], object]:
    """The same in Flax."""
    net = run(text)["net"]
    return [np.asarray(one.kernel[...]) for one in net.layers[::2]], lambda x: np.asarray(net.layers[1](x))


FRAMEWORKS = {"PyTorch": in_torch, "Keras": in_keras, "Flax": in_flax}


def compare(name: str, one: dict, found: list[list[float]], due: list[list[float]]) -> None:
    """The moments of a net's layers, by their power, beside those that the library draws by the setting's rule."""
    what = f"{name}: {one['rule']}, {one['d']} x {one['w']}"
    check(len(found[0]) == one["d"], f"{what}: {len(found[0])} layers")
    for power, moments, law in zip(POWERS, found, due, strict=True):
        mean, spread = np.mean(law), np.std(law)
        rounding = 1e-5 * abs(mean)
        off = np.abs(np.array(moments) - mean)
        of = f"{what}, weights to the power {power}"
        check(max(off) <= 6 * spread + rounding, f"{of}: a layer has {moments[int(np.argmax(off))]}, due is {mean}")
        allowed = 6 * spread * (1 / len(moments) + 1 / len(law)) ** 0.5 + rounding
        check(abs(np.mean(moments) - mean) <= allowed, f"{of}: on average {np.mean(moments)}, due is {mean}")


def main() -> int:
    """All of it; how the process ends."""
    torch.manual_seed(5)
    keras.utils.set_random_seed(5)
    asked = settings()
    for one, (typed, law, values) in zip(asked, in_java(asked), strict=True):
        compare("initlab", one, typed, law)
        for title, text in one["texts"][1:]:
            name = title.split()[0]
            weights, activation = FRAMEWORKS[name](text, one["w"])
            check(all(w.shape == (one["w"], one["w"]) for w in weights), f"{title}: {weights[0].shape}")
            compare(title, one, [[float(np.mean(w.astype(float) ** power)) for w in weights] for power in POWERS], law)
            if "return ..." not in text:
                apart = np.abs(activation(np.array(GRID, dtype=np.float32)) - values)
                check(max(apart) <= 2e-6, f"{title}: {one['f']} is {max(apart):.1e} off")
    print(f"{len(asked)} settings in four languages: {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
