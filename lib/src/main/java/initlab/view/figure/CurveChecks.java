package initlab.view.figure;

import initlab.base.Args;
import initlab.base.Numbers;
import java.util.Locale;

/** What is asked of the numbers of a curve. */
final class CurveChecks {
  private CurveChecks() {}

  static void sameLength(String name, String argument, double[] values, double[] x) {
    Args.that(
        values.length == x.length,
        String.format(
            Locale.ROOT,
            "curve \"%s\": %s has %d values but x has %d; give one value for each x.",
            name,
            argument,
            values.length,
            x.length));
  }

  static void ordered(String name, double[] low, double[] high, double[] x) {
    sameLength(name, "low", low, x);
    sameLength(name, "high", high, x);
    for (int i = 0; i < x.length; i++) {
      if (low[i] > high[i]) {
        throw Args.bad(
            "low[" + i + "] of curve \"" + name + "\"",
            low[i],
            "at most high[" + i + "], which is " + Numbers.exact(high[i]),
            "Swap the two edges.");
      }
    }
  }
}
