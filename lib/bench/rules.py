"""Times every rule of docs/initializers.md, for its column `ns`: processor time for one weight, one thread.

python3 course.py bench -- --rules
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "initializers.md"

# The calls of the page become lines of this program.
PROGRAM = """
import static initlab.init.Distribution.*;
import static initlab.init.FanMode.*;
import static initlab.init.Init.*;

import initlab.init.Initializer;
import initlab.init.WeightShape;
import initlab.math.RandomStreams;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

class Rules {
  static final WeightShape DENSE = WeightShape.dense(256, 1024);
  static final WeightShape CONV = WeightShape.conv(3, 3, 128, 256);
  static final DMatrixRMaj OUT = new DMatrixRMaj(1, 1);
  static final int RUNS = 15, FILLS = 4;

  static double nanos(Initializer rule, WeightShape shape) {
    var clock = ManagementFactory.getThreadMXBean();
    double[] runs = new double[2 * RUNS];
    for (int run = 0; run < 2 * RUNS; run++) {
      long start = clock.getCurrentThreadCpuTime();
      for (int fill = 0; fill < FILLS; fill++) {
        rule.fill(shape, RandomStreams.layer(run, fill), OUT);
      }
      runs[run] = (clock.getCurrentThreadCpuTime() - start) / (double) FILLS / shape.size();
    }
    return Arrays.stream(runs).skip(RUNS).sorted().skip(RUNS / 2).findFirst().orElseThrow();
  }

  static void time(String call, String layer, Initializer rule) {
    double ns = nanos(rule, layer.equals("dense") ? DENSE : CONV);
    System.out.printf("| `%s` | %s | %.2g |%n", call, layer, ns);
  }

  public static void main(String[] none) {
    // The first rules would be timed before the compiler has seen them.
    nanos(normal(1), DENSE);
CALLS
  }
}
"""


def report(java: str, class_path: str) -> None:
    """Prints one row for each rule."""
    rows = [line.replace("`", "").split("|")[1:3] for line in PAGE.read_text().splitlines() if line.startswith("| `")]
    calls = [f'    time("{call.strip()}", "{layer.strip()}", {call.strip()});' for call, layer in rows]
    print("| call | layer | ns |\n|---|---|---|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "Rules.java"
        program.write_text(PROGRAM.replace("CALLS", "\n".join(calls)))
        subprocess.run([java, "-Xmx600m", "-cp", class_path, str(program)], check=True)
