package initlab.study.experiment;

import initlab.base.Args;
import initlab.base.Numbers;
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
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;

/**
 * The singular values of a whole net at one input, N(0, 1) unless another size is asked for: of J =
 * da(L) / da(0) = W1 D1 ... WL DL, where D holds the slopes f'(z). A small step of the input is
 * stretched by them going forward, and a gradient by the same ones going backward. On the plain
 * Java product, 30 seeds.
 *
 * @param plan the net without weights
 * @param starts what is compared
 * @param size the std of the input's numbers
 */
public record Spectrum(Plan plan, List<Initializer> starts, double size) {
  private static final int SEEDS = 30;

  /** A matrix's own take width^3, half a second here, and nothing can stop it on the way. */
  private static final int WIDEST = 512;

  /** Singular values that are smaller shares of the largest are rounding noise. */
  private static final double ROUNDING = 1e-16;

  public Spectrum {
    Args.given(plan, "the plan", "Make one with Mlp.deep(LINEAR, 64, 10).");
    starts = List.copyOf(starts);
    Args.positive(size, "the size of the input", "1 is usual; with 0.1 tanh is nearly a line.");
    String cure = "64 show the shape; more take long, and cannot be stopped.";
    int narrower = Math.min(plan.inputs(), plan.outputs());
    if (narrower > WIDEST) {
      throw Args.bad("the number of singular values", narrower, "at most " + WIDEST, cure);
    }
    double longest = Math.pow(WIDEST, 3) / Math.pow(narrower, 2);
    int wider = Math.max(plan.inputs(), plan.outputs());
    if (wider > longest) {
      String most = "at most " + (long) longest + " beside " + narrower;
      throw Args.bad("the longer side of the Jacobian", wider, most, cure);
    }
  }

  /**
   * Of this plan, nothing compared yet.
   *
   * @throws IllegalArgumentException unless, of inputs and outputs, the fewer are at most 512, and
   *     their square times the more at most 512^3
   */
  public static Spectrum of(Plan plan) {
    return new Spectrum(plan, List.of(), 1);
  }

  /** The same with these initializers too. */
  public Spectrum compare(Initializer... initializers) {
    List<Initializer> all = new ArrayList<>(starts);
    all.addAll(List.of(initializers));
    return new Spectrum(plan, all, size);
  }

  /**
   * The same at inputs of this std.
   *
   * @throws IllegalArgumentException unless it is positive and finite
   */
  public Spectrum inputs(double std) {
    return new Spectrum(plan, starts, std);
  }

  /** The singular values over the seeds, the largest first; 0 where only rounding is left. */
  public Band of(Initializer start) {
    return Band.of(seeds(start));
  }

  /**
   * Largest over smallest singular value over the seeds; infinite where the smallest is 0, up to
   * rounding, and the Jacobian so is singular.
   */
  public Interval condition(Initializer start) {
    return each(start, Spectrum::condition);
  }

  private Interval each(Initializer start, ToDoubleFunction<double[]> number) {
    return over(seeds(start), number);
  }

  private static Interval over(List<double[]> seeds, ToDoubleFunction<double[]> number) {
    return Interval.of(seeds.stream().mapToDouble(number).toArray());
  }

  private static double condition(double[] values) {
    double smallest = values[values.length - 1];
    return smallest > 0 ? values[0] / smallest : Double.POSITIVE_INFINITY;
  }

  private static double directions(double[] values) {
    return Arrays.stream(values).filter(v -> v > 0 && v >= 0.01 * values[0]).count();
  }

  private List<double[]> seeds(Initializer start) {
    return Parallel.seeds(SEEDS, seed -> values(start, seed));
  }

  private double[] values(Initializer start, long seed) {
    DMatrixRMaj x = Data.normal(1, plan.inputs(), seed);
    CommonOps_DDRM.scale(size, x);
    DMatrixRMaj jacobian = jacobian(plan.init(start, seed), x);
    if (MatrixFeatures_DDRM.hasUncountable(jacobian)) {
      String all = "finite, to have singular values";
      throw Args.bad("the Jacobian, seed " + seed, "too large", all, "Take smaller weights.");
    }
    double[] values = SingularOps_DDRM.singularValues(jacobian);
    double rounding = ROUNDING * values[0];
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
    Args.atLeast(1, starts.size(), "the number of starts", "Add some: compare(Init.heNormal()).");
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
    return each(start, Spectrum::directions);
  }

  /**
   * Largest and smallest singular value, their ratio, and how many count, over the seeds;
   * "singular" stands for an infinite ratio.
   */
  public Table table() {
    List<List<double[]>> all = starts.stream().map(this::seeds).toList();
    Table table =
        Table.of(plan + ": singular values of the whole net")
            .words("start", starts.stream().map(Initializer::name).toList())
            .numbers("largest", each(all, v -> v[0]))
            .numbers("smallest", each(all, v -> v[v.length - 1]));
    List<Interval> conditions =
        all.stream().map(seeds -> over(seeds, Spectrum::condition)).toList();
    return withConditions(table, conditions)
        .numbers("above 1 % of the largest", each(all, Spectrum::directions));
  }

  private static double[] each(List<List<double[]>> all, ToDoubleFunction<double[]> number) {
    return all.stream().mapToDouble(seeds -> over(seeds, number).median()).toArray();
  }

  private static Table withConditions(Table table, List<Interval> conditions) {
    if (conditions.stream().allMatch(c -> Double.isFinite(c.high()))) {
      return IntervalColumns.add(table, 3, "condition", "", conditions);
    }
    return table
        .words("condition", conditions.stream().map(c -> words(c.median())).toList())
        .words("5 %", conditions.stream().map(c -> words(c.low())).toList())
        .words("95 %", conditions.stream().map(c -> words(c.high())).toList());
  }

  private static String words(double condition) {
    return Double.isFinite(condition) ? Numbers.fixed(condition) : "singular";
  }
}
