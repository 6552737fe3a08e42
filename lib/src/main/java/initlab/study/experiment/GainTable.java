package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Gains;
import initlab.theory.MeanField;
import initlab.view.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The gains of several activations side by side: what they are, and what depth makes of them. */
public final class GainTable {
  private static final int DECIMALS = 4;

  private GainTable() {}

  /**
   * One row an activation, one column a definition, four digits after the point; "none" where there
   * is no such gain.
   *
   * @throws IllegalArgumentException if there is no activation
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Table of(Activation... activations) {
    List<Gains> rows = some(activations).stream().map(GainTable::gains).toList();
    return Table.of("Gains: what sqrt(fan_in) std(W) has to be, and what it keeps; z ~ N(0, 1)")
        .words("f", rows.stream().map(Gains::activation).toList())
        .words("second moment", column(rows, Gains::secondMoment))
        .words("variance", column(rows, Gains::variance))
        .words("fixed point", column(rows, Gains::fixedPoint))
        .words("gradient", column(rows, Gains::gradient))
        .words("PyTorch", column(rows, Gains::torch));
  }

  private static List<String> column(List<Gains> rows, Function<Gains, OptionalDouble> gain) {
    return rows.stream().map(row -> words(gain.apply(row))).toList();
  }

  private static List<Activation> some(Activation... activations) {
    Args.atLeast(1, activations.length, "the number of activations", "Such as TANH.");
    return List.of(activations);
  }

  private static Gains gains(Activation f) {
    Progress.checkInterrupted();
    return Gain.of(f);
  }

  /** So many significant digits that four stand after the point. */
  private static String words(OptionalDouble gain) {
    if (gain.isEmpty()) {
      return "none";
    }
    double unit = Math.pow(10, -DECIMALS);
    double value = Math.max(unit, Math.rint(gain.getAsDouble() / unit) * unit); // 0.99999999 is 1
    int before = (int) Math.floor(Math.log10(value)) + 1;
    return Numbers.fixed(value, before + DECIMALS);
  }

  /**
   * What the gain that keeps E f(z)^2 does layer after layer: the power with which a deviation from
   * variance 1 is passed on (see {@link #power}), and the factor of the gradient; a dash where
   * there is none, as under a function that jumps.
   *
   * @throws IllegalArgumentException if there is no activation, or one has no such gain
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Table stability(Activation... activations) {
    List<Activation> rows = some(activations);
    return Table.of("With the second-moment gain, at pre-activations of variance 1")
        .words("f", rows.stream().map(Activation::name).toList())
        .digits(4, "gain", each(rows, Gain::secondMoment))
        .numbers("deviation: power per layer", each(rows, GainTable::power))
        .numbers("deviation: in 50", each(rows, f -> Math.pow(power(f), 50)))
        .known("gradient: factor per layer", each(rows, GainTable::gradientFactor))
        .known("gradient: in 50", each(rows, f -> Math.pow(gradientFactor(f), 50)));
  }

  /**
   * d log E f(sqrt(q) z)^2 / d log q at q = 1: a second moment that is off by a small factor k is
   * off by k^power one layer later. Below 1 deviations are forgotten, above 1 they grow.
   */
  public static double power(Activation f) {
    double h = 1e-4;
    MeanField field = MeanField.of(f);
    double above = Math.log(field.activationMoment(Math.exp(h)));
    return (above - Math.log(field.activationMoment(Math.exp(-h)))) / (2 * h);
  }

  /** NaN where the slope has no second moment, as at a jump. */
  private static double gradientFactor(Activation f) {
    double gain = Gain.secondMoment(f);
    try {
      return gain * gain * MeanField.of(f).slopeMoment(1);
    } catch (IllegalArgumentException none) {
      return Double.NaN;
    }
  }

  private static double[] each(List<Activation> rows, ToDoubleFunction<Activation> number) {
    double[] column = new double[rows.size()];
    for (int i = 0; i < column.length; i++) {
      Progress.checkInterrupted();
      column[i] = number.applyAsDouble(rows.get(i));
    }
    return column;
  }
}
