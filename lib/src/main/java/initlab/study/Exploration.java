package initlab.study;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.init.Initializer;
import initlab.view.figure.Explorer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/** One rule, measured for a grid of values of one number. */
final class Exploration {
  private Exploration() {}

  static Explorer of(
      Study study,
      String parameter,
      double lo,
      double hi,
      int steps,
      DoubleFunction<? extends Initializer> rule) {
    Args.atLeast(2, steps, "the number of steps", "31 make a smooth slider.");
    Args.finite(lo, "the lowest " + parameter, "Give a number.");
    if (!(hi > lo && Double.isFinite(hi))) {
      throw Args.bad(
          "the highest " + parameter, hi, "more than " + Numbers.exact(lo), "Swap the two.");
    }
    double[] values = new double[steps];
    Arrays.setAll(values, i -> rounded(lo + (hi - lo) * i / (steps - 1), 6).doubleValue());
    Initializer[] rules =
        Arrays.stream(values)
            .mapToObj(v -> rule.apply(v).named(name(parameter, v)))
            .toArray(Initializer[]::new);
    Results found = study.only(List.of()).compare(rules).measure();
    return Explorer.of(study.plan().toString(), parameter, values, StandardPages.panels(found));
  }

  private static String name(String parameter, double value) {
    return parameter + " " + Numbers.brief(value, 4);
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits));
  }
}
