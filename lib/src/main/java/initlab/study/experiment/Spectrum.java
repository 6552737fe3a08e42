package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Parallel;
import initlab.init.Initializer;
import initlab.math.Band;
import initlab.math.MatrixProduct;
import initlab.nn.Network;
import initlab.nn.Plan;
import initlab.train.data.Data;
import initlab.view.Table;
import initlab.view.figure.Curve;
import initlab.view.figure.Figure;
import initlab.view.figure.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Larger ratios are rounding noise in double precision. */
  private static final double CAP = 1e16;

  public Spectrum {
    Args.given(plan, "the plan", "Make one with Mlp.deep(LINEAR, 64, 10).");
    starts = List.copyOf(starts);
  }

  /** Of this plan, nothing compared yet. */
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
  public Band condition(Initializer start) {
    return Band.of(Parallel.seeds(SEEDS, seed -> new double[] {condition(values(start, seed))}));
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
   * da(L) / da(0) at one input, (in x out).
   *
   * @param x (1 x in), not modified
   */
  public static DMatrixRMaj jacobian(Network net, DMatrixRMaj x) {
    var trace = net.forward(x);
    DMatrixRMaj product = CommonOps_DDRM.identity(x.numCols);
    for (int l = 1; l <= net.depth(); l++) {
      DMatrixRMaj step = net.layer(l).weights().copy();
      for (int i = 0; i < step.getNumElements(); i++) {
        double z = trace.z(l).data[i % step.numCols];
        step.data[i] *= net.layer(l).activation().slope(z);
      }
      DMatrixRMaj next = new DMatrixRMaj(0, 0);
      MatrixProduct.plain().times(product, step, next);
      product = next;
    }
    return product;
  }

  /** Singular values from the largest to the smallest, one curve a start. */
  public Figure plot() {
    List<Curve> curves = new ArrayList<>();
    for (Initializer start : starts) {
      Band band = of(start);
      double[] index = IntStream.rangeClosed(1, band.median().length).asDoubleStream().toArray();
      curves.add(Curve.band(start.name(), index, band.median(), band.low(), band.high()));
    }
    String title = "singular values of the whole net, forward and backward alike";
    return Figure.of(
        plan.toString(), Panel.of(title, "from the largest to the smallest", "", curves));
  }

  /** How many singular values are at least 1 % of the largest, over the seeds. */
  public Band directions(Initializer start) {
    return Band.of(
        Parallel.seeds(SEEDS, seed -> values(start, seed)).stream()
            .map(v -> new double[] {Arrays.stream(v).filter(x -> x >= 0.01 * v[0]).count()})
            .toList());
  }

  /** Largest and smallest singular value, their ratio, and how many count, over the seeds. */
  public Table table() {
    List<Band> values = starts.stream().map(this::of).toList();
    List<Band> conditions = starts.stream().map(this::condition).toList();
    int last = plan.inputs() - 1;
    return Table.of(plan + ": singular values of the whole net")
        .words("start", starts.stream().map(Initializer::name).toList())
        .numbers("largest", values.stream().mapToDouble(b -> b.median()[0]).toArray())
        .numbers("smallest", values.stream().mapToDouble(b -> b.median()[last]).toArray())
        .numbers("condition", conditions.stream().mapToDouble(b -> b.median()[0]).toArray())
        .numbers("5 %", conditions.stream().mapToDouble(b -> b.low()[0]).toArray())
        .numbers("95 %", conditions.stream().mapToDouble(b -> b.high()[0]).toArray())
        .numbers(
            "above 1 % of the largest",
            starts.stream().mapToDouble(start -> directions(start).median()[0]).toArray());
  }
}
