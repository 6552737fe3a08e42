package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Progress;
import initlab.init.Activation;
import initlab.init.Gain;
import initlab.init.GatedGains;
import initlab.init.Init;
import initlab.math.Interval;
import initlab.nn.layer.Gated;
import initlab.study.IntervalColumns;
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
   *
   * @throws IllegalArgumentException if there is no activation, or one is 0 wherever it goes
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public static Table of(Activation... activations) {
    Args.atLeast(1, activations.length, "the number of activations", "Such as SILU.");
    List<GatedGains> gains = Arrays.stream(activations).map(GatedTable::gains).toList();
    Table table =
        Table.of("f(u) v, u and v ~ N(0, 1): second moment, and gains")
            .words("f", gains.stream().map(GatedGains::activation).toList())
            .digits(4, "integrated", column(gains, g -> Math.pow(g.secondMoment(), -2)));
    List<Interval> sampled = Arrays.stream(activations).map(GatedTable::sampled).toList();
    return IntervalColumns.add(table, 3, "sampled", "", sampled)
        .digits(4, "second moment: next layer", column(gains, GatedGains::secondMoment))
        .digits(4, "fixed point: W and V", column(gains, g -> g.fixedPoint().orElse(Double.NaN)))
        .digits(4, "gradient: W and V", column(gains, GatedGains::gradient));
  }

  private static GatedGains gains(Activation f) {
    Progress.checkInterrupted();
    return Gain.gated(f);
  }

  private static Interval sampled(Activation f) {
    Study study = Study.of(Gated.deep(f, WIDTH, 1)).compare(Init.lecunNormal());
    return study.measure().rows().get(0).interval(Measure.ACTIVATION);
  }

  private static double[] column(List<GatedGains> rows, ToDoubleFunction<GatedGains> number) {
    return rows.stream().mapToDouble(number).toArray();
  }
}
