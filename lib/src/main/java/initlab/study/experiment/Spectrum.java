package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Initializer;
import initlab.math.Band;
import initlab.math.Interval;
import initlab.nn.Network;
import initlab.nn.Pass;
import initlab.nn.Plan;
import initlab.study.IntervalColumns;
import initlab.train.data.Data;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;

/**
 * The singular values of a whole net at one N(0, 1) input: of J = da(L) / da(0) = W1 D1 ... WL DL,
 * where D holds the slopes f'(z). A small step of the input is stretched by them going forward, and
 * a gradient by the same ones going backward. On the plain Java product, 30 seeds.
 *
 * @param plan the net without weights
 * @param starts what is compared
 */
public record Spectrum(Plan plan, List<Initializer> starts) {
  private static final int SEEDS = 30;

  /** A matrix's own take width^3, half a second here, and nothing can stop it on the way. */
  private static final int WIDEST = 512;

  /** Larger ratios are rounding noise in double precision. */
  private static final double CAP = 1e16;

  public Spectrum {
    Args.given(plan, "the plan", "Make one with Mlp.deep(LINEAR, 64, 10).");
    starts = List.copyOf(starts);
    int narrower = Math.min(plan.inputs(), plan.outputs());
    if (narrower > WIDEST) {
      String cure = "64 show the shape; more take long, and cannot be stopped.";
      throw Args.bad("the number of singular values", narrower, "at most " + WIDEST, cure);
    }
  }

  /**
   * Of this plan, nothing compared yet.
   *
   * @throws IllegalArgumentException if the net has more than 512 inputs and outputs
   */
  public static Spectrum of(Plan plan) {
    return new Spectrum(plan, List.of());
  }

  /** The same with these initializers too. */
  public Spectrum compare(Initializer... initializers) {
    List<Initializer> all = new ArrayList<>(starts);
    all.addAll(List.of(initializers));
    return new Spectrum(plan, all);
  }

  /** The singular values over the seeds, the largest first; 0 where only rounding is left. */
  public Band of(Initializer start) {
    return Band.of(Parallel.seeds(SEEDS, seed -> values(start, seed)));
  }

  /** Largest over smallest singular value over the seeds; from 1e16 on, all a double can see. */
  public Interval condition(Initializer start) {
    return each(start, Spectrum::condition);
  }

  private Interval each(Initializer start, ToDoubleFunction<double[]> number) {
    return Interval.of(
        Parallel.seeds(SEEDS, seed -> values(start, seed)).stream().mapToDouble(number).toArray());
  }

  private static double condition(double[] values) {
    return Math.min(CAP, values[0] / values[values.length - 1]);
  }

  private double[] values(Initializer start, long seed) {
    DMatrixRMaj jacobian = jacobian(plan.init(start, seed), Data.normal(1, plan.inputs(), seed));
    double[] values = SingularOps_DDRM.singularValues(jacobian);
    double rounding = values[0] / CAP;
    return Arrays.stream(values).map(v -> v > rounding ? v : 0).toArray();
  }

  /**
   * da(L) / da(0) at one input, (in x out): one backward pass that sends back the identity.
   *
   * @param x (1 x in), not modified
   */
  public static DMatrixRMaj jacobian(Network net, DMatrixRMaj x) {
    int outputs = net.plan().outputs();
    DMatrixRMaj copies = new DMatrixRMaj(outputs, x.getNumElements());
    for (int row = 0; row < outputs; row++) {
      System.arraycopy(x.data, 0, copies.data, row * copies.numCols, copies.numCols);
    }
    Pass pass = new Pass(net, Pass.Keep.LEAST).forward(copies);
    pass.backward(CommonOps_DDRM.identity(outputs));
    DMatrixRMaj rows = DMatrixRMaj.wrap(outputs, copies.numCols, pass.da(0).data);
    return CommonOps_DDRM.transpose(rows, null);
  }

  /** Singular values from the largest to the smallest, one curve a start. */
  public Figure plot() {
    List<Curve> curves = new ArrayList<>();
    for (Initializer start : starts) {
      Band band = of(start);
      double[] index = IntStream.rangeClosed(1, band.size()).asDoubleStream().toArray();
      curves.add(Curve.band(start.name(), index, band.median(), band.low(), band.high()));
    }
    String title = "singular values of the whole net, forward and backward alike";
    return Figure.of(
        plan.toString(), Panel.of(title, "from the largest to the smallest", "", curves));
  }

  /** How many singular values are at least 1 % of the largest, over the seeds. */
  public Interval directions(Initializer start) {
    return each(start, v -> Arrays.stream(v).filter(x -> x >= 0.01 * v[0]).count());
  }

  /** Largest and smallest singular value, their ratio, and how many count, over the seeds. */
  public Table table() {
    List<Band> values = starts.stream().map(this::of).toList();
    int last = plan.inputs() - 1;
    Table table =
        Table.of(plan + ": singular values of the whole net")
            .words("start", starts.stream().map(Initializer::name).toList())
            .numbers("largest", values.stream().mapToDouble(b -> b.at(0).median()).toArray())
            .numbers("smallest", values.stream().mapToDouble(b -> b.at(last).median()).toArray());
    List<Interval> conditions = starts.stream().map(this::condition).toList();
    return IntervalColumns.add(table, 3, "condition", "", conditions)
        .numbers(
            "above 1 % of the largest",
            starts.stream().mapToDouble(start -> directions(start).median()).toArray());
  }
}
