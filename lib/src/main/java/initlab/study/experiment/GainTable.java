package initlab.study.experiment;

import initlab.base.Numbers;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.Gains;
import initlab.theory.MeanField;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The gains of several activations side by side: what they are, and what depth makes of them. */
public final class GainTable {
  private GainTable() {}

  /** One row an activation, one column a definition; "none" where there is no such gain. */
  public static Table of(Activation... activations) {
    List<Gains> rows = Arrays.stream(activations).map(Gain::of).toList();
    return Table.of("Gains: what sqrt(fan_in) std(W) has to be, z ~ N(0, 1)")
        .words("f", rows.stream().map(Gains::activation).toList())
        .words("A keeps E f(z)^2", column(rows, Gains::secondMoment))
        .words("B keeps Var f(z)", column(rows, Gains::variance))
        .words("C: E f(sz)^2 = 1", column(rows, Gains::fixedPoint))
        .words("D keeps the gradient", column(rows, Gains::gradient))
        .words("PyTorch", column(rows, Gains::torch));
  }

  private static List<String> column(List<Gains> rows, Function<Gains, OptionalDouble> gain) {
    return rows.stream().map(row -> words(gain.apply(row))).toList();
  }

  private static String words(OptionalDouble gain) {
    return gain.isPresent() ? Numbers.fixed(gain.getAsDouble(), 5) : "none";
  }

  /**
   * What the gain that keeps E f(z)^2 does layer after layer: the power with which a deviation from
   * variance 1 is passed on (see {@link #power}), and the factor of the gradient.
   */
  public static Table stability(Activation... activations) {
    List<Activation> rows = List.of(activations);
    return Table.of("Under gain A, at pre-activations of variance 1")
        .words("f", rows.stream().map(Activation::name).toList())
        .digits(4, "gain A", each(rows, Gain::secondMoment))
        .numbers("deviation: power a layer", each(rows, GainTable::power))
        .numbers("in 50", each(rows, f -> Math.pow(power(f), 50)))
        .numbers("gradient: factor a layer", each(rows, GainTable::gradientFactor))
        .numbers("in 50 ", each(rows, f -> Math.pow(gradientFactor(f), 50)));
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

  private static double gradientFactor(Activation f) {
    double gain = Gain.secondMoment(f);
    return gain * gain * MeanField.of(f).slopeMoment(1);
  }

  private static double[] each(List<Activation> rows, ToDoubleFunction<Activation> number) {
    return rows.stream().mapToDouble(number).toArray();
  }
}
