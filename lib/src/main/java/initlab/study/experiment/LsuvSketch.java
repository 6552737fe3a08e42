package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.nn.lsuv.LsuvTrace;
import initlab.nn.lsuv.LsuvTrace.Attempt;
import initlab.view.sketch.Steps;
import java.util.List;

/**
 * A run of LSUV drawn layer by layer: what is frozen, where the batch has come to, which standard
 * deviation is measured there, and by what the layer's weights are divided.
 */
public final class LsuvSketch {
  private LsuvSketch() {}

  /** The drawing of a trace, a row for each layer that it looked at. */
  public static Steps of(LsuvTrace trace) {
    Args.given(trace, "the trace", "Lsuv.fit(net, x) gives one.");
    Steps steps = Steps.of("LSUV: freeze, forward, measure, divide (std of z over the batch)");
    for (String path : trace.attempts().stream().map(Attempt::path).distinct().toList()) {
      List<Attempt> looks = trace.layer(path);
      Attempt first = looks.get(0);
      Attempt last = looks.get(looks.size() - 1);
      steps = steps.step(std(first), done(looks.size(), 1 / trace.scale(path)), std(last));
    }
    return steps;
  }

  private static String std(Attempt look) {
    return "std " + Numbers.fixed(look.std(), 3);
  }

  private static String done(int looks, double divisor) {
    return looks == 1
        ? "near enough to 1: keep W"
        : "W \u2190 W / " + Numbers.fixed(divisor, 3) + (looks == 2 ? "" : " in all");
  }
}
