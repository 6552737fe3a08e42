package initlab.study.experiment;

import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.GatedGains;
import initlab.init.Init;
import initlab.math.Band;
import initlab.nn.layer.Gated;
import initlab.study.Study;
import initlab.study.probe.Measure;
import initlab.view.Table;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The gains of gated layers, a = f(u) v, side by side. */
public final class GatedTable {
  private static final int WIDTH = 256;

  private GatedTable() {}

  /**
   * One row an activation: E (f(u) v)^2 of one gated layer of width 256 under gain 1, by quadrature
   * and by sampling, and the gains that follow.
   */
  public static Table of(Activation... activations) {
    List<GatedGains> gains = Arrays.stream(activations).map(Gain::gated).toList();
    List<Band> sampled = Arrays.stream(activations).map(GatedTable::sampled).toList();
    return Table.of("f(u) v, u and v ~ N(0, 1): second moment, and gains")
        .words("f", gains.stream().map(GatedGains::activation).toList())
        .digits(4, "quadrature", column(gains, g -> Math.pow(g.secondMoment(), -2)))
        .numbers("sampled", column(sampled, b -> b.median()[1]))
        .numbers("5 %", column(sampled, b -> b.low()[1]))
        .numbers("95 %", column(sampled, b -> b.high()[1]))
        .digits(4, "A: next layer", column(gains, GatedGains::secondMoment))
        .digits(4, "C: W and V", column(gains, g -> g.fixedPoint().orElse(Double.NaN)))
        .digits(4, "D: W and V", column(gains, GatedGains::gradient));
  }

  private static Band sampled(Activation f) {
    return Study.of(Gated.deep(f, WIDTH, 1))
        .compare(Init.lecunNormal())
        .measure()
        .of(Init.lecunNormal().name())
        .band(Measure.ACTIVATION);
  }

  private static <T> double[] column(List<T> rows, ToDoubleFunction<T> number) {
    return rows.stream().mapToDouble(number).toArray();
  }
}
